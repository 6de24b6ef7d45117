//! What is said and decided at a meeting, disagreement, what is taken further, and the chronology.

use crate::spoken::{facts, says};
use crate::trial::{day, id, line, on, row};
use team_around::calendar::{Calendar, Nation};
use team_around::protocol::pack::{Pack, PackRule, Weight};
use team_around::protocol::{Protocol, Terms, review};
use team_around::record::attendance::{Attendance, Attended};
use team_around::record::chronology::ChronologyEntry;
use team_around::record::codes::YesNo;
use team_around::record::contribution::{Difference, DifferenceDecision};
use team_around::record::discussion::{Decision, DiscussionItem, Dissent, Escalation, EscalationAbout};
use team_around::record::meeting::{Framework, Meeting, MeetingKind, MeetingStatus};
use team_around::record::professionals::{Agency, AgencyKind, Professional};
use team_around::record::progress::Progress;
use team_around::record::voice::Reflects;
use team_around::record::{Link, Links, Record, Typed};

const TODAY: &str = "2026-04-14";

fn meeting(name: &str, day: &str) -> Meeting {
    Meeting {
        status: Typed::Given(MeetingStatus::Held),
        on: on(day),
        kind: Typed::Given(MeetingKind::CoreGroup),
        purpose: "To see how Mabli is".into(),
        ..row(name)
    }
}

/// Two core groups that were held. The rules look at the second.
fn held() -> Record {
    Record {
        meetings: vec![meeting("m1", "2026-03-02"), meeting("m2", "2026-04-13")],
        children: vec![row("c1")],
        ..Record::default()
    }
}

/// The same, with a decision of each meeting.
fn decided() -> Record {
    let decision = |name: &str, meeting: &str| Decision { meeting: Link::to(&id(meeting)), ..row(name) };
    Record { decisions: vec![decision("d1", "m1"), decision("d2", "m2")], ..held() }
}

/// The same, with something said at each meeting.
fn discussed() -> Record {
    let item = |name: &str, meeting: &str| DiscussionItem { meeting: Link::to(&id(meeting)), ..row(name) };
    let mut record =
        Record { discussion: vec![item("i1", "m1"), item("i2", "m2"), item("i3", "m2")], ..held() };
    record.plan.outcomes.push(row("o1"));
    record
}

/// No meeting, a meeting that was not held, and one that is known by its day alone.
fn without_record() -> [Record; 3] {
    let mut planned = decided();
    planned.meetings.truncate(1);
    planned.meetings[0].status = Typed::Given(MeetingStatus::Cancelled);
    let mut bare = decided();
    bare.meetings.iter_mut().for_each(|meeting| meeting.purpose = "".into());
    bare.decisions.clear();
    [Record::default(), planned, bare]
}

#[test]
fn what_was_decided_or_said_is_a_record_whatever_else_is_missing() {
    for empty in
        [|record: &mut Record| record.discussion.clear(), |record: &mut Record| record.decisions.clear()]
    {
        let mut record = Record { discussion: discussed().discussion, ..decided() };
        record.meetings.iter_mut().for_each(|meeting| meeting.purpose = "".into());
        empty(&mut record);
        assert_eq!(says("purpose-missing", &record, TODAY), ["unmet meetings/m2/purpose"]);
    }
}

#[test]
fn what_is_not_recorded_here_is_not_asked() {
    for record in without_record() {
        for rule in ["record-not-checked", "roles-not-told", "purpose-missing", "decision-without-views"] {
            assert_eq!(says(rule, &record, TODAY), ["not applicable"], "{rule}");
        }
    }
}

#[test]
fn a_meeting_has_a_purpose() {
    let rule = "purpose-missing";
    let mut record = held();
    assert_eq!(says(rule, &record, TODAY), ["met"]);
    record.meetings[1].purpose = " ".into();
    record.attendance.push(Attendance { meeting: Link::to(&id("m2")), ..row("a1") });
    assert_eq!(says(rule, &record, TODAY), ["unmet meetings/m2/purpose"]);
    record.meetings[1].status = Typed::Given(MeetingStatus::Planned);
    record.meetings[1].on = on("2026-04-14");
    assert_eq!(says(rule, &record, TODAY), ["unmet meetings/m2/purpose"], "while it is prepared");
}

#[test]
fn a_meeting_has_a_framework_a_route_for_disagreement_and_somebody_who_checks() {
    for (rule, said) in [
        ("framework-not-chosen", "unmet meetings/m2/framework"),
        ("disagreement-route-missing", "unmet meetings/m2/disagreement_route"),
        ("record-not-checked", "unmet meetings/m2/record_checked_by"),
    ] {
        let mut record = held();
        assert_eq!(says(rule, &record, TODAY), [said]);
        record.meetings[1].framework = Typed::Given(Framework::SignsOfSafety);
        record.meetings[1].disagreement_route = "The chair brings both sides together.".into();
        record.meetings[1].record_checked_by = Link::to(&id("sw"));
        assert_eq!(says(rule, &record, TODAY), ["met"]);
    }
}

#[test]
fn each_professional_who_came_knows_their_part() {
    let rule = "roles-not-told";
    let mut record = held();
    assert_eq!(says(rule, &record, TODAY), ["unmet meetings/m2/roles_told_how"]);
    record.meetings[1].roles_told_how = "Gone through one by one.".into();
    assert_eq!(says(rule, &record, TODAY), ["met"]);
    for (name, attended) in [("p1", Attended::Present), ("p2", Attended::InPart), ("p3", Attended::NoShow)] {
        record.professionals.push(row(name));
        let (person, meeting) = (Link::to(&id(name)), Link::to(&id("m2")));
        let attended = Typed::Given(attended);
        record.attendance.push(Attendance { person, meeting, attended, ..row(&format!("a-{name}")) });
    }
    assert_eq!(says(rule, &record, TODAY), ["unmet attendance/a-p1/knows_own_part [unanswered]"]);
    assert_eq!(facts(rule, &record, TODAY), r#"[("count", Count(2))]"#);
    record.attendance[0].knows_own_part = Typed::Given(YesNo::Yes);
    record.attendance[1].knows_own_part = Typed::Given(YesNo::No);
    assert_eq!(says(rule, &record, TODAY), ["unmet attendance/a-p2/knows_own_part [unclear]"]);
    record.attendance[1].knows_own_part = Typed::Given(YesNo::Yes);
    assert_eq!(says(rule, &record, TODAY), ["met"]);
}

/// Three agencies, of which Children's Services is one, and one professional of each at the meeting.
fn attended() -> Record {
    let mut record = held();
    for (name, kind) in [
        ("own", AgencyKind::ChildrensServices),
        ("school", AgencyKind::Education),
        ("clinic", AgencyKind::Health),
    ] {
        record.agencies.push(Agency { kind: Typed::Given(kind), ..row(name) });
        let person = format!("of-{name}");
        record.professionals.push(Professional { agency: Link::to(&id(name)), ..row(&person) });
        record.attendance.push(Attendance {
            person: Link::to(&id(&person)),
            meeting: Link::to(&id("m2")),
            attended: Typed::Given(Attended::Present),
            ..row(&format!("a-{name}"))
        });
    }
    record
}

/// A quorum of two agencies beside Children's Services (domain.md 2.2, after the national data set).
#[test]
fn too_few_agencies_need_a_reason() {
    let rule = "meeting-not-quorate";
    let mut record = attended();
    assert_eq!(says(rule, &record, TODAY), ["met"]);
    record.attendance[2].attended = Typed::Given(Attended::Apologies);
    assert_eq!(says(rule, &record, TODAY), ["unmet meetings/m2/inquorate_reason [counted]"]);
    assert_eq!(facts(rule, &record, TODAY), r#"[("count", Count(1)), ("quorum", Count(2))]"#);
    record.attendance[2].attended = Typed::Blank;
    assert_eq!(says(rule, &record, TODAY), ["unknown attendance/a-clinic/attended"]);
    record.meetings[1].quorate = Typed::Given(YesNo::No);
    assert_eq!(says(rule, &record, TODAY), ["unmet meetings/m2/inquorate_reason"]);
    record.meetings[1].inquorate_reason = "Mabli had waited for it.".into();
    assert_eq!(says(rule, &record, TODAY), ["met"]);
}

#[test]
fn without_a_figure_only_what_the_record_says_itself_counts() {
    let mut rule: PackRule = row("meeting-not-quorate");
    rule.severity = Typed::Given(Weight::Must);
    let protocol = Protocol::of(vec![Pack { rules: vec![rule], ..Pack::default() }]);
    let calendar = Calendar::built_in(Nation::EnglandAndWales);
    let says = |record: &Record| {
        let terms = Terms { today: day(TODAY), calendar: &calendar, protocol: &protocol, meeting: None };
        review(record, &terms).iter().map(line).collect::<Vec<_>>()
    };
    let mut record = attended();
    record.attendance.clear();
    assert_eq!(says(&record), ["not applicable"]);
    record.meetings[1].quorate = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["unmet meetings/m2/inquorate_reason"]);
}

#[test]
fn what_is_said_has_its_meaning_for_the_child_and_its_outcome() {
    for (rule, key) in [("discussion-without-impact", "impact"), ("discussion-without-outcome", "outcome")] {
        assert_eq!(says(rule, &held(), TODAY), ["not applicable"]);
        let mut record = discussed();
        let said = [format!("unmet discussion/i2/{key}"), format!("unmet discussion/i3/{key}")];
        assert_eq!(says(rule, &record, TODAY), said);
        for item in &mut record.discussion[1..] {
            item.impact = "Mabli sleeps through.".into();
            item.outcome = Link::to(&id("o1"));
        }
        assert_eq!(says(rule, &record, TODAY), ["met"]);
    }
}

#[test]
fn where_no_outcome_is_agreed_none_is_asked_for() {
    let mut record = discussed();
    record.plan.outcomes.clear();
    assert_eq!(says("discussion-without-outcome", &record, TODAY), ["not applicable"]);
}

#[test]
fn the_record_of_each_later_meeting_tells_of_progress() {
    let rule = "discussion-without-progress";
    let mut record = discussed();
    assert_eq!(says(rule, &record, TODAY), ["unmet discussion/i2/progress"]);
    record.discussion[2].progress = "No change since March.".into();
    assert_eq!(says(rule, &record, TODAY), ["met"], "one entry is enough");
    let mut record = discussed();
    record.progress.push(Progress { meeting: Link::to(&id("m2")), ..row("g1") });
    assert_eq!(says(rule, &record, TODAY), ["unmet discussion/i2/progress"], "a line that nobody filled in");
    record.progress[0].note = "As before.".into();
    assert_eq!(says(rule, &record, TODAY), ["met"]);
    let mut record = held();
    assert_eq!(says(rule, &record, TODAY), ["unmet discussion [nothing]"]);
    record.meetings[1].plan_reviewed = Typed::Given(YesNo::Yes);
    assert_eq!(says(rule, &record, TODAY), ["met"], "left to the rule on reviews");
    record.meetings.remove(0);
    assert_eq!(says(rule, &record, TODAY), ["not applicable"], "the first of its series");
}

/// audit.md 1a 13: the record of the meeting and the review of the plan both show it.
#[test]
fn progress_at_any_meeting_says_how_and_by_whom_it_was_measured() {
    let said = [("progress-measure-missing", "measured_how"), ("progress-measurer-missing", "measured_by")];
    for (rule, key) in said {
        let mut record = held();
        assert_eq!(says(rule, &record, TODAY), ["not applicable"]);
        for (name, meeting) in [("g1", "m1"), ("g2", "m2")] {
            let note = "As before.".into();
            record.progress.push(Progress { meeting: Link::to(&id(meeting)), note, ..row(name) });
        }
        assert_eq!(says(rule, &record, TODAY), [format!("unmet progress/g2/{key}")]);
        record.progress[1].measured_how = "Nights counted".into();
        record.progress[1].measured_by = Link::to(&id("sw"));
        assert_eq!(says(rule, &record, TODAY), ["met"]);
    }
}

#[test]
fn a_decision_says_how_it_follows_the_childs_views() {
    let rule = "decision-without-views";
    assert_eq!(says(rule, &held(), TODAY), ["not applicable"]);
    let mut record = decided();
    assert_eq!(says(rule, &record, TODAY), ["unmet decisions/d2/reflects"]);
    record.decisions[1].reflects = Typed::Given(Reflects::No);
    assert_eq!(says(rule, &record, TODAY), ["met"], "why not is another rule's");
    for reflects in [Reflects::Yes, Reflects::Partly] {
        record.decisions[1].reflects = Typed::Given(reflects);
        record.decisions[1].reflects_how = "".into();
        assert_eq!(says(rule, &record, TODAY), ["unmet decisions/d2/reflects_how [how]"]);
        record.decisions[1].reflects_how = "She stays at her school.".into();
        assert_eq!(says(rule, &record, TODAY), ["met"]);
    }
    record.children[0].expected_date_of_birth = on("2026-07-01");
    assert_eq!(says(rule, &record, TODAY), ["not applicable"], "not born yet");
}

#[test]
fn a_decision_that_does_not_follow_the_views_says_why() {
    let rule = "views-not-followed-without-reason";
    let mut record = decided();
    assert_eq!(says(rule, &record, TODAY), ["not applicable"]);
    for decision in &mut record.decisions {
        decision.reflects = Typed::Given(Reflects::Partly);
    }
    assert_eq!(says(rule, &record, TODAY), ["unmet decisions/d2/not_followed_reason [decision]"]);
    record.decisions[1].not_followed_reason = "It is not safe there yet.".into();
    assert_eq!(says(rule, &record, TODAY), ["met"]);
}

#[test]
fn the_child_is_told_by_somebody_by_a_day() {
    let mut record = decided();
    assert_eq!(says("telling-child-missing", &record, TODAY), ["unmet decisions/d2/tell_child_how"]);
    assert_eq!(says("telling-child-incomplete", &record, TODAY), ["not applicable"]);
    record.decisions[1].tell_child_how = "Over a game of cards.".into();
    assert_eq!(says("telling-child-missing", &record, TODAY), ["met"]);
    let both = ["unmet decisions/d2/tell_child_by", "unmet decisions/d2/tell_child_on [day]"];
    assert_eq!(says("telling-child-incomplete", &record, TODAY), both);
    record.decisions[1].tell_child_by = Link::to(&id("sw"));
    record.decisions[1].tell_child_on = on("2026-04-17");
    assert_eq!(says("telling-child-incomplete", &record, TODAY), ["met"]);
}

#[test]
fn who_did_not_agree_is_named_with_a_reason() {
    let rule = "dissent-incomplete";
    let mut record = decided();
    assert_eq!(says(rule, &record, TODAY), ["not applicable"]);
    record.decisions[0].dissent = Typed::Given(YesNo::Yes);
    assert_eq!(says(rule, &record, TODAY), ["not applicable"], "an older meeting's");
    record.decisions[1].dissent = Typed::Given(YesNo::Yes);
    assert_eq!(says(rule, &record, TODAY), ["unmet decisions/d2/dissent"]);
    let (decision, meeting) = (Link::to(&id("d2")), Link::to(&id("m2")));
    record.dissents.push(Dissent { decision, meeting, ..row("n1") });
    let both = ["unmet dissents/n1/agency [agency]", "unmet dissents/n1/reason [reason]"];
    assert_eq!(says(rule, &record, TODAY), both);
    record.dissents[0].meeting = Link::default();
    assert_eq!(says(rule, &record, TODAY), both, "of its decision's meeting");
    record.people.push(row("mum"));
    record.dissents[0].by = Link::to(&id("mum"));
    assert_eq!(
        says(rule, &record, TODAY),
        ["unmet dissents/n1/reason [reason]"],
        "the mother works for no agency"
    );
    record.dissents[0].by = Link::default();
    record.dissents[0].agency = Link::to(&id("school"));
    record.dissents[0].reason = "Too soon after the move.".into();
    assert_eq!(says(rule, &record, TODAY), ["met"]);
}

fn escalation(about: EscalationAbout) -> Escalation {
    Escalation { about: Typed::Given(about), meeting: Link::to(&id("m2")), ..row("e1") }
}

#[test]
fn a_dispute_goes_by_the_agencys_own_policy() {
    let rule = "own-policy-not-used";
    let question = "escalations/e1/own_policy_used";
    for about in [EscalationAbout::Dispute, EscalationAbout::PoorPractice] {
        let mut record = held();
        assert_eq!(says(rule, &record, TODAY), ["not applicable"]);
        record.escalations.push(escalation(about));
        assert_eq!(says(rule, &record, TODAY), [format!("unmet {question}")]);
        record.escalations[0].own_policy_used = Typed::Given(YesNo::No);
        assert_eq!(says(rule, &record, TODAY), [format!("unmet {question} [not-used]")]);
        record.escalations[0].own_policy_used = Typed::Given(YesNo::Yes);
        assert_eq!(says(rule, &record, TODAY), ["met"]);
    }
    let mut record = held();
    record.escalations.push(escalation(EscalationAbout::NoShow));
    assert_eq!(says(rule, &record, TODAY), ["not applicable"]);
    record.dissents.push(Dissent { meeting: Link::to(&id("m2")), ..row("n1") });
    assert_eq!(says(rule, &record, TODAY), ["unmet escalations [disagreement] ask"]);
    record.escalations[0].about = Typed::Given(EscalationAbout::Dispute);
    assert_eq!(says(rule, &record, TODAY), [format!("unmet {question}")]);
}

#[test]
fn what_is_taken_further_says_to_whom_when_and_what_next() {
    let rule = "escalation-incomplete";
    let mut record = held();
    assert_eq!(says(rule, &record, TODAY), ["not applicable"]);
    record.escalations.push(escalation(EscalationAbout::Other));
    let all = [
        "unmet escalations/e1/to",
        "unmet escalations/e1/on [day]",
        "unmet escalations/e1/next_step [next-step]",
    ];
    assert_eq!(says(rule, &record, TODAY), all);
    record.escalations[0].to = "Ms Okoro, head of service".into();
    record.escalations[0].on = on("2026-04-14");
    record.escalations[0].next_step = "They speak on Friday.".into();
    assert_eq!(says(rule, &record, TODAY), ["met"]);
    record.escalations[0].next_step = "".into();
    record.escalations[0].meeting = Link::to(&id("m1"));
    assert_eq!(says(rule, &record, TODAY), ["not applicable"], "an older meeting's");
}

#[test]
fn a_chronology_is_of_several_agencies() {
    let rule = "chronology-of-one-agency";
    let mut record = Record { agencies: vec![row("own"), row("school")], ..Record::default() };
    assert_eq!(says(rule, &record, TODAY), ["not applicable"]);
    let entry =
        |name: &str, agency: &str| ChronologyEntry { agencies: Links::to(&[&id(agency)]), ..row(name) };
    record.chronology = vec![entry("h1", "own"), entry("h2", "own")];
    assert_eq!(says(rule, &record, TODAY), ["unmet chronology"]);
    record.chronology.push(entry("h3", "school"));
    assert_eq!(says(rule, &record, TODAY), ["met"]);
    record.chronology.pop();
    record.agencies.pop();
    assert_eq!(says(rule, &record, TODAY), ["not applicable"], "there is no other agency");
}

#[test]
fn the_time_of_an_entry_can_be_read() {
    let rule = "chronology-day-unread";
    let mut record = Record::default();
    assert_eq!(says(rule, &record, TODAY), ["not applicable"]);
    record.chronology.push(ChronologyEntry::default());
    record.chronology[0].id = id("h1");
    assert_eq!(says(rule, &record, TODAY), ["unmet chronology/h1/when [blank]"]);
    record.chronology[0].when = "a while ago".into();
    assert_eq!(says(rule, &record, TODAY), ["unmet chronology/h1/when"]);
    assert_eq!(facts(rule, &record, TODAY), r#"[("typed", Words("a while ago"))]"#);
    for known in ["14/03/2025", "March 2025", "about March 2025", "2025", "tua Mawrth 2025"] {
        record.chronology[0].when = known.into();
        assert_eq!(says(rule, &record, TODAY), ["met"], "{known}");
    }
}

#[test]
fn somebody_decides_between_two_answers() {
    let rule = "difference-unsettled";
    let mut record = Record::default();
    assert_eq!(says(rule, &record, TODAY), ["not applicable"]);
    record.differences.push(row::<Difference>("f1"));
    assert_eq!(says(rule, &record, TODAY), ["unmet differences/f1/decision"]);
    record.differences[0].decision = Typed::Given(DifferenceDecision::KeepBoth);
    assert_eq!(says(rule, &record, TODAY), ["met"]);
}
