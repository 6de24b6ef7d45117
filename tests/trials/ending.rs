//! How a plan ends: domain.md 1.5.7, decisions.md 9, audit.md 1a.38 to 42.

use crate::spoken::{facts, reading, says};
use crate::trial::{id, on, row};
use team_around::record::codes::YesNo;
use team_around::record::ending::{
    ClosureNotice, ClosureRoute, EndRoute, NoticeStatus, StepDownRoute, StepUpReason,
};
use team_around::record::meeting::{Meeting, MeetingStatus};
use team_around::record::people::Person;
use team_around::record::plan::{Outcome, OutcomeStatus};
use team_around::record::professionals::{Agency, AgencyKind, Professional};
use team_around::record::{Choices, Link, Record, Typed};

const END: &str = "2026-06-01";
const BEFORE: &str = "2026-05-31";

fn ending(route: EndRoute) -> Record {
    let mut record = Record::default();
    record.ending.route = Typed::Given(route);
    record.plan.ended_on = on(END);
    record
}

fn notice(name: &str, to: &str, status: NoticeStatus) -> ClosureNotice {
    ClosureNotice { to: Link::to(&id(to)), status: Typed::Given(status), ..row(name) }
}

#[test]
fn closure_rules_concern_closure_only() {
    let closure = [
        "outcomes-open-at-closure",
        "closure-meeting-missing",
        "closure-agreement-not-in-advance",
        "agency-not-told-of-closure",
        "family-not-told-of-closure",
    ];
    for route in [EndRoute::StepDown, EndRoute::StepUp, EndRoute::Adulthood] {
        let mut record = ending(route);
        record.plan.outcomes.push(row("o1"));
        record.professionals.push(row("w1"));
        for rule in closure {
            assert_eq!(says(rule, &record, END), ["not applicable"], "{rule}");
        }
    }
}

#[test]
fn a_case_closes_when_all_outcomes_are_achieved() {
    let rule = "outcomes-open-at-closure";
    let mut record = ending(EndRoute::Closure);
    assert_eq!(says(rule, &record, END), ["met"]);
    record.plan.outcomes.push(Outcome { status: Typed::Given(OutcomeStatus::SomeProgress), ..row("o1") });
    record.plan.outcomes.push(Outcome { status: Typed::Given(OutcomeStatus::Achieved), ..row("o2") });
    assert_eq!(says(rule, &record, BEFORE), ["due 2026-06-01 plan/outcomes/o1/status"]);
    assert_eq!(says(rule, &record, END), ["unmet plan/outcomes/o1/status"]);
    record.plan.ended_on = Typed::Blank;
    assert_eq!(says(rule, &record, END), ["unknown plan/ended_on"]);
    record.plan.outcomes[0].status = Typed::Given(OutcomeStatus::Achieved);
    assert_eq!(says(rule, &record, END), ["met"]);
}

#[test]
fn an_outcome_is_removed_for_a_reason() {
    let rule = "outcomes-open-at-closure";
    let mut record = ending(EndRoute::Closure);
    record.plan.outcomes.push(Outcome { status: Typed::Given(OutcomeStatus::Removed), ..row("o1") });
    let without = ["unmet plan/outcomes/o1/removed_reason [removed-without-reason]"];
    assert_eq!(says(rule, &record, END), without);
    record.plan.outcomes[0].removed_reason = "The family moved house".into();
    assert_eq!(says(rule, &record, END), ["met"]);
    record.plan.outcomes[0].status = Typed::Unread("gone".into());
    assert_eq!(says(rule, &record, END), ["unknown plan/outcomes/o1/status"]);
}

#[test]
fn a_meeting_that_was_held_confirms_a_closure() {
    let rule = "closure-meeting-missing";
    let mut record = ending(EndRoute::Closure);
    assert_eq!(says(rule, &record, END), ["unmet ending/closure_route [route]"]);
    assert_eq!(says(rule, &record, BEFORE), ["due 2026-06-01 ending/closure_route [route]"]);
    record.ending.closure_route = Typed::Given(ClosureRoute::TeamManager);
    assert_eq!(says(rule, &record, END), ["not applicable"]);
    record.ending.closure_route = Typed::Given(ClosureRoute::Meeting);
    assert_eq!(says(rule, &record, END), ["unmet ending/meeting [meeting]"]);
    record.ending.meeting = Link::to(&id("m1"));
    assert_eq!(says(rule, &record, END), ["unknown ending/meeting"]);
    record.meetings.push(Meeting { on: on("2026-05-29"), ..row("m1") });
    assert_eq!(says(rule, &record, END), ["unknown meetings/m1/status"]);
    record.meetings[0].status = Typed::Given(MeetingStatus::Planned);
    assert_eq!(says(rule, &record, "2026-05-29"), ["due 2026-05-29 meetings/m1/status [not-held]"]);
    assert_eq!(says(rule, &record, "2026-05-30"), ["unmet meetings/m1/status [not-held]"]);
    record.meetings[0].status = Typed::Given(MeetingStatus::Cancelled);
    assert_eq!(says(rule, &record, "2026-05-01"), ["unmet meetings/m1/status [not-held]"]);
    record.meetings[0].status = Typed::Given(MeetingStatus::Held);
    assert_eq!(says(rule, &record, END), ["met"]);
}

/// A closure that a Team Manager agreed to on one day, with the last task done on another.
fn agreed(agreed_on: &str, done_on: &str) -> Record {
    let mut record = ending(EndRoute::Closure);
    record.ending.closure_route = Typed::Given(ClosureRoute::TeamManager);
    record.ending.team_manager = "Siân Pugh".into();
    record.ending.tasks = "The last health visit".into();
    record.ending.agreed_on = on(agreed_on);
    record.ending.last_task_done_on = on(done_on);
    record
}

#[test]
fn a_team_manager_agrees_before_the_day_of_the_last_task() {
    let rule = "closure-agreement-not-in-advance";
    assert_eq!(says(rule, &agreed("2026-05-19", "2026-05-20"), END), ["met"]);
    let same_day = agreed("2026-05-20", "2026-05-20");
    assert_eq!(says(rule, &same_day, END), ["unmet ending/agreed_on"]);
    let days = r#"[("agreed", Day(2026-05-20)), ("done", Day(2026-05-20))]"#;
    assert_eq!(facts(rule, &same_day, END), days);
    let lenient = [("closure-agreement", "same-day")];
    assert_eq!(reading(rule, &same_day, END, &lenient), ["met"]);
    let after = agreed("2026-05-21", "2026-05-20");
    assert_eq!(reading(rule, &after, END, &lenient), ["unmet ending/agreed_on"]);
}

#[test]
fn an_agreement_names_the_manager_the_tasks_and_the_day() {
    let rule = "closure-agreement-not-in-advance";
    let mut record = agreed("2026-05-19", "2026-05-20");
    record.ending.last_task_done_on = Typed::Blank;
    assert_eq!(says(rule, &record, BEFORE), ["met"]);
    assert_eq!(says(rule, &record, END), ["unmet ending/last_task_done_on [tasks-not-done]"]);
    record.ending.last_task_done_on = Typed::Unread("May".into());
    assert_eq!(says(rule, &record, END), ["unknown ending/last_task_done_on"]);
    let mut record = agreed("2026-05-19", "2026-05-20");
    record.ending.team_manager = "".into();
    record.ending.tasks = "".into();
    record.ending.agreed_on = Typed::Blank;
    let missing = [
        "unmet ending/team_manager [manager]",
        "unmet ending/tasks [tasks]",
        "unmet ending/agreed_on [agreement]",
    ];
    assert_eq!(says(rule, &record, END), missing);
    record.ending.closure_route = Typed::Given(ClosureRoute::Meeting);
    assert_eq!(says(rule, &record, END), ["not applicable"]);
}

/// A closure with a school, two health visitors of one agency and a social worker.
fn group() -> Record {
    let mut record = ending(EndRoute::Closure);
    for (name, kind) in [
        ("School", AgencyKind::Education),
        ("Health", AgencyKind::Health),
        ("Council", AgencyKind::ChildrensServices),
    ] {
        record.agencies.push(Agency { name: name.into(), kind: Typed::Given(kind), ..row(name) });
    }
    for (name, agency) in [("w1", "School"), ("w2", "Health"), ("w3", "Health"), ("w4", "Council")] {
        record.professionals.push(Professional { agency: Link::to(&id(agency)), ..row(name) });
    }
    record
}

#[test]
fn each_agency_still_in_the_group_is_told() {
    let rule = "agency-not-told-of-closure";
    let mut record = group();
    assert_eq!(says(rule, &record, END), ["unmet ending/notices"]);
    assert_eq!(facts(rule, &record, END), r#"[("who", Words("Health, School"))]"#);
    assert_eq!(says(rule, &record, BEFORE), ["due 2026-06-01 ending/notices"]);
    record.ending.notices = vec![notice("n1", "w1", NoticeStatus::Sent)];
    assert_eq!(facts(rule, &record, END), r#"[("who", Words("Health"))]"#);
    record.ending.notices.push(notice("n2", "w3", NoticeStatus::NotYet));
    assert_eq!(says(rule, &record, END)[0], "unmet ending/notices/n2/status [not-sent]");
    record.ending.notices[1].status = Typed::Given(NoticeStatus::Sent);
    assert_eq!(says(rule, &record, END), ["met"]);
    record.plan.ended_on = Typed::Blank;
    assert_eq!(says(rule, &record, END), ["unknown plan/ended_on"]);
}

#[test]
fn membership_counts_from_its_first_day_and_to_its_last() {
    let rule = "agency-not-told-of-closure";
    for (from, to, member) in [
        (None, None, true),
        (Some("2026-06-01"), None, true),
        (Some("2026-06-02"), None, false),
        (None, Some("2026-06-01"), true),
        (None, Some("2026-05-31"), false),
    ] {
        let mut record = ending(EndRoute::Closure);
        let mut worker = Professional { name: "Owain Rees".into(), ..row("w1") };
        worker.member_from = from.map_or(Typed::Blank, on);
        worker.member_to = to.map_or(Typed::Blank, on);
        record.professionals.push(worker);
        let expected = if member { "unmet ending/notices" } else { "met" };
        assert_eq!(says(rule, &record, END), [expected], "{from:?} {to:?}");
    }
}

#[test]
fn the_family_is_told_unless_writing_is_unsafe() {
    let rule = "family-not-told-of-closure";
    let mut record = group();
    record.people.push(Person { name: "Ffion Tudor".into(), ..row("f1") });
    record.ending.notices.push(notice("n1", "w1", NoticeStatus::Sent));
    assert_eq!(says(rule, &record, END), ["unmet ending/notices"]);
    assert_eq!(says(rule, &record, BEFORE), ["due 2026-06-01 ending/notices"]);
    record.ending.notices.push(notice("n2", "f1", NoticeStatus::NotYet));
    assert_eq!(says(rule, &record, END), ["unmet ending/notices/n2/status [not-sent]"]);
    record.ending.notices[1].status = Typed::Given(NoticeStatus::Unsafe);
    assert_eq!(says(rule, &record, END), ["unmet ending/notices/n2/unsafe_reason [unsafe-without-reason]"]);
    record.ending.notices[1].unsafe_reason = "Siân Pugh: post is opened by her former partner".into();
    assert_eq!(says(rule, &record, END), ["met"]);
    record.ending.notices[1].status = Typed::Given(NoticeStatus::Sent);
    assert_eq!(says(rule, &record, END), ["met"]);
    record.ending.notices[1].status = Typed::Unread("posted".into());
    assert_eq!(says(rule, &record, END), ["unknown ending/notices/n2/status"]);
    record.plan.ended_on = Typed::Blank;
    assert_eq!(says(rule, &record, END), ["unknown plan/ended_on"]);
}

#[test]
fn a_joint_visit_has_a_day_and_both_services() {
    let rule = "joint-visit-incomplete";
    let mut record = ending(EndRoute::StepDown);
    assert_eq!(says(rule, &record, END), ["unmet ending/step_down_route [route]"]);
    record.ending.step_down_route = Typed::Given(StepDownRoute::TeamAroundTheChild);
    assert_eq!(says(rule, &record, END), ["not applicable"]);
    record.ending.step_down_route = Typed::Given(StepDownRoute::JointVisit);
    let all = [
        "unmet ending/joint_visit_on",
        "unmet ending/social_care_attended [social-care]",
        "unmet ending/early_help_attended [early-help]",
    ];
    assert_eq!(says(rule, &record, END), all);
    record.ending.joint_visit_on = on("2026-05-20");
    assert_eq!(says(rule, &record, "2026-05-19"), ["due 2026-05-20 ending/joint_visit_on [planned]"]);
    record.ending.social_care_attended = Typed::Given(YesNo::Yes);
    record.ending.early_help_attended = Typed::Given(YesNo::No);
    assert_eq!(says(rule, &record, END), ["unmet ending/early_help_attended [early-help]"]);
    record.ending.early_help_attended = Typed::Given(YesNo::Yes);
    assert_eq!(says(rule, &record, END), ["met"]);
    record.ending.joint_visit_on = Typed::Unread("May".into());
    assert_eq!(says(rule, &record, END), ["unknown ending/joint_visit_on"]);
}

#[test]
fn a_step_down_meeting_names_the_service_and_asks_for_the_lead() {
    let rule = "step-down-meeting-incomplete";
    let mut record = ending(EndRoute::StepDown);
    assert_eq!(says(rule, &record, END), ["unmet ending/step_down_route [route]"]);
    record.ending.step_down_route = Typed::Given(StepDownRoute::JointVisit);
    assert_eq!(says(rule, &record, END), ["not applicable"]);
    record.ending.step_down_route = Typed::Given(StepDownRoute::TeamAroundTheChild);
    let all = [
        "unmet ending/meeting",
        "unmet ending/receiving_service [service]",
        "unmet ending/new_lead [lead] ask",
    ];
    assert_eq!(says(rule, &record, END), all);
    record.ending.receiving_service = "Early Help".into();
    record.ending.new_lead = "Owain Rees".into();
    record.ending.meeting = Link::to(&id("m1"));
    assert_eq!(says(rule, &record, END), ["unknown ending/meeting"]);
    record.meetings.push(Meeting { status: Typed::Given(MeetingStatus::Inquorate), ..row("m1") });
    assert_eq!(says(rule, &record, END), ["unmet meetings/m1/status [not-held]"]);
    record.meetings[0].status = Typed::Given(MeetingStatus::Held);
    assert_eq!(says(rule, &record, END), ["met"]);
}

#[test]
fn a_step_up_has_reasons() {
    let rule = "step-up-reason-missing";
    assert_eq!(says(rule, &ending(EndRoute::StepDown), END), ["not applicable"]);
    let mut record = ending(EndRoute::StepUp);
    assert_eq!(says(rule, &record, END), ["unmet ending/step_up_reasons"]);
    record.ending.step_up_reasons = Choices(vec![Typed::Unread("s47".into())]);
    assert_eq!(says(rule, &record, END), ["unknown ending/step_up_reasons"]);
    let both = vec![Typed::Given(StepUpReason::Section47), Typed::Given(StepUpReason::PublicLaw)];
    record.ending.step_up_reasons = Choices(both);
    assert_eq!(says(rule, &record, END), ["met"]);
}

#[test]
fn a_plan_that_ended_says_how() {
    let rule = "ending-route-missing";
    assert_eq!(says(rule, &Record::default(), END), ["not applicable"]);
    let mut record = Record::default();
    record.plan.ended_on = on(END);
    assert_eq!(says(rule, &record, END), ["unmet ending/route"]);
    record.ending.route = Typed::Unread("ended".into());
    assert_eq!(says(rule, &record, END), ["unknown ending/route"]);
    record.ending.route = Typed::Given(EndRoute::Adulthood);
    assert_eq!(says(rule, &record, END), ["met"]);
    record.ending.route = Typed::Blank;
    record.plan.ended_on = Typed::Unread("June".into());
    assert_eq!(says(rule, &record, END), ["unknown plan/ended_on"]);
}
