//! What the stories hold, all together: each kind of meeting, and each rule about meetings both ways.

use super::{Block, blocks, folder, names, tell_with};
use std::collections::BTreeSet;
use team_around::protocol::rules::RULES;
use team_around::protocol::{Finding, Status, Topic};

/// The kinds of meeting that Calderdale's guide covers, and those that have a procedure of their own.
const KINDS: [&str; 10] = [
    "core-group",
    "cin-planning",
    "cin-review",
    "tac",
    "professionals",
    "generic",
    "strategy-discussion",
    "initial-conference",
    "review-conference",
    "looked-after-review",
];

/// Rules that came with meetings, of topics that a plan's own rules have too.
const OF_MEETINGS: [&str; 12] = [
    "agency-cannot-speak-for-child",
    "core-group-overdue",
    "decision-without-views",
    "difference-unsettled",
    "group-member-not-invited",
    "meeting-has-own-procedure",
    "meeting-kind-missing",
    "purpose-missing",
    "record-not-checked",
    "roles-not-told",
    "telling-child-incomplete",
    "telling-child-missing",
];

fn of_meetings() -> BTreeSet<&'static str> {
    let topics = [
        Topic::Preparation,
        Topic::Attendance,
        Topic::AgencyReports,
        Topic::Discussion,
        Topic::Decisions,
        Topic::Escalation,
        Topic::Chronology,
    ];
    let by_topic = RULES.iter().filter(|rule| topics.contains(&rule.topic)).map(|rule| rule.code);
    by_topic.chain(OF_MEETINGS).collect()
}

#[test]
fn each_kind_of_meeting_stands_in_a_story() {
    let told: String =
        names().iter().map(|name| std::fs::read_to_string(folder().join(name)).unwrap()).collect();
    let parts: String =
        blocks(&told)
            .into_iter()
            .filter_map(|(_, block)| {
                if let Block::Record(part) = block { Some(part["meetings"].to_string()) } else { None }
            })
            .collect();
    let missing: Vec<_> =
        KINDS.iter().filter(|kind| !parts.contains(&format!("\"kind\":\"{kind}\""))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// A rule that looked and found nothing says so; one that had nothing to look at does not count. After
/// a conference a core group always has a day to come, so that rule is content only where there is none.
fn is_content(finding: &Finding) -> bool {
    let none = finding.rule == "core-group-overdue" && finding.status == Status::NotApplicable;
    finding.status == Status::Met || none
}

#[test]
fn each_rule_about_meetings_is_told_where_it_speaks_and_where_it_is_content() {
    let (mut speaks, mut content) = (BTreeSet::new(), BTreeSet::new());
    for file in names() {
        tell_with(&file, &mut |found: &[Finding], compared: &[&Finding]| {
            let rules =
                |one: &&Finding| std::iter::once(one.rule).chain(one.also.clone()).collect::<Vec<_>>();
            let open = compared.iter().filter(|one| matches!(one.status, Status::Unmet | Status::Due));
            speaks.extend(open.flat_map(rules));
            content.extend(found.iter().filter(|one| is_content(one)).map(|one| one.rule));
        });
    }
    let of_meetings = of_meetings();
    assert!(of_meetings.len() >= 51, "{}", of_meetings.len());
    let silent: Vec<_> = of_meetings.iter().filter(|rule| !speaks.contains(*rule)).collect();
    let never_content: Vec<_> = of_meetings.iter().filter(|rule| !content.contains(*rule)).collect();
    assert!(
        silent.is_empty() && never_content.is_empty(),
        "never told: {silent:?}; never content: {never_content:?}"
    );
}
