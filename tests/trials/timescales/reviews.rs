//! Reviews of the plan.  domain.md 1.5.2, 1.5.3; decisions.md 1, 3, 7, 9

use super::*;
use team_around::record::plan::Plan;

fn held(days: &[&str]) -> Record {
    let mut record = started();
    record.meetings = days.iter().enumerate().map(|(at, day)| review(&format!("m{at}"), day)).collect();
    record
}

#[test]
fn plan_start_missing() {
    let rule = "plan-start-missing";
    assert_eq!(says(rule, &started(), "2026-03-02"), ["met"]);
    let mut record = Record::default();
    assert_eq!(says(rule, &record, "2026-03-02"), ["unmet plan/start"]);
    record.meetings.push(Meeting { plan_agreed: yes(), ..review("m2", "2026-03-09") });
    record
        .meetings
        .push(Meeting { kind: Typed::Given(MeetingKind::ChildInNeedPlanning), ..review("m1", "2026-03-02") });
    assert_eq!(says(rule, &record, "2026-03-10"), ["unmet plan/start [proposed]"]);
    let proposed = |record: &Record, today| fact(&findings(rule, record, today, &[])[0], "proposed");
    assert_eq!(proposed(&record, "2026-03-10"), Some("Day(2026-03-09)".to_owned()), "where it was agreed");
    assert_eq!(
        proposed(&record, "2026-03-08"),
        Some("Day(2026-03-02)".to_owned()),
        "the second is still to come"
    );
    record.plan.start = Typed::Unread("31/02/2026".to_owned());
    assert_eq!(says(rule, &record, "2026-03-10"), ["unknown plan/start"]);
    record.plan.ended_on = on("2026-03-10");
    assert_eq!(says(rule, &record, "2026-03-10"), ["not applicable"]);
}

#[test]
fn review_overdue_from_the_day_after_the_last_day() {
    let rule = "review-overdue";
    assert_eq!(says(rule, &started(), "2026-04-13"), ["due 2026-04-13 meetings"]);
    assert_eq!(says(rule, &started(), "2026-04-14"), ["unmet 2026-04-13 meetings"]);
    assert_eq!(says(rule, &held(&["2026-04-13"]), "2026-05-25"), ["due 2026-05-25 meetings"]);
    assert_eq!(says(rule, &held(&["2026-04-06"]), "2026-05-19"), ["unmet 2026-05-18 meetings"], "rolling");
    assert_eq!(
        says(rule, &held(&["2026-05-01"]), "2026-05-02"),
        ["due 2026-06-12 meetings"],
        "late is history"
    );
    assert_eq!(says(rule, &Record::default(), "2026-04-14"), ["unknown plan/start"]);
}

#[test]
fn review_overdue_counts_held_meetings_that_reviewed_the_plan() {
    let rule = "review-overdue";
    let says = |meeting: Meeting| {
        let mut record = started();
        record.meetings.push(meeting);
        says(rule, &record, "2026-04-20")
    };
    let met = || review("m1", "2026-04-10");
    assert_eq!(says(met()), ["due 2026-05-22 meetings"]);
    let inquorate = Meeting { status: Typed::Given(MeetingStatus::Inquorate), ..met() };
    assert_eq!(says(inquorate), ["unmet 2026-04-13 meetings"]);
    let without = Meeting { kind: Typed::Given(MeetingKind::Professionals), ..met() };
    assert_eq!(says(without), ["unmet 2026-04-13 meetings"]);
    assert_eq!(says(review("m1", "2026-04-21")), ["unmet 2026-04-13 meetings"], "after today");
    assert_eq!(says(review("m1", "2026-03-01")), ["unmet 2026-04-13 meetings"], "of an earlier plan");
    let open = Meeting { plan_reviewed: Typed::Blank, ..met() };
    assert_eq!(says(open), ["unmet 2026-04-13 meetings/m1/plan_reviewed [unsettled]"]);
    let planned = Meeting { status: Typed::Given(MeetingStatus::Planned), ..met() };
    assert_eq!(says(planned), ["unmet 2026-04-13 meetings/m1/status [unsettled]"]);
    let mut record = started();
    let cancelled = Meeting { status: Typed::Given(MeetingStatus::Cancelled), ..review("m2", "2026-04-15") };
    record.meetings = vec![Meeting { plan_reviewed: Typed::Blank, ..met() }, cancelled];
    let open = ["unmet 2026-04-13 meetings/m1/plan_reviewed [unsettled]"];
    assert_eq!(super::says(rule, &record, "2026-04-20"), open, "a cancelled one after it");
    let undated = Meeting { on: Typed::Unread("10 Arpil".to_owned()), ..met() };
    assert_eq!(says(undated), ["unknown meetings/m1/on [undated]"]);
}

#[test]
fn review_overdue_every_three_months_only_with_an_agreement_in_time() {
    let rule = "review-overdue";
    let reviews = ["2026-04-13", "2026-05-25", "2026-07-06", "2026-08-17", "2026-09-28"];
    let mut record = held(&reviews);
    assert_eq!(says(rule, &record, "2026-10-01"), ["due 2026-11-09 meetings"], "no agreement");
    record.agreements = vec![agreement("2026-11-09")];
    assert_eq!(says(rule, &record, "2026-11-10"), ["due 2026-12-28 meetings"], "on the day it replaces");
    record.agreements = vec![agreement("2026-11-10")];
    assert_eq!(says(rule, &record, "2026-11-10"), ["unmet 2026-11-09 meetings"], "a day too late");
    record.agreements = vec![agreement("2026-06-01")];
    assert_eq!(says(rule, &record, "2026-12-28"), ["due 2026-12-28 meetings"], "agreed beforehand");
    record.agreements = vec![Agreement { name: "".into(), ..agreement("2026-06-01") }];
    assert_eq!(says(rule, &record, "2026-11-10"), ["unmet 2026-11-09 meetings"], "by nobody");
    record.agreements = vec![Agreement { role: " ".into(), ..agreement("2026-06-01") }];
    assert_eq!(says(rule, &record, "2026-11-10"), ["unmet 2026-11-09 meetings"], "in no role");
    record.agreements.clear();
    let reading = [("reduced-without-agreement", "yes")];
    assert_eq!(reads(rule, &record, "2026-11-10", &reading), ["due 2026-12-28 meetings"]);
}

#[test]
fn review_overdue_by_the_interval_of_the_previous_meetings_day() {
    let rule = "review-overdue";
    let mut record = held(&["2026-08-17"]);
    record.agreements = vec![agreement("2026-08-17")];
    assert_eq!(says(rule, &record, "2026-08-20"), ["due 2026-09-28 meetings"]);
    let reading = [("interval-selected-by", "due-date")];
    assert_eq!(reads(rule, &record, "2026-08-20", &reading), ["due 2026-11-17 meetings"]);
    record.meetings = vec![review("m1", "2026-09-02")];
    assert_eq!(says(rule, &record, "2026-09-02"), ["due 2026-12-02 meetings"], "the boundary is six months");
    record.meetings = vec![review("m1", "2026-09-01")];
    assert_eq!(says(rule, &record, "2026-09-02"), ["due 2026-10-13 meetings"], "the day before is not");
}

#[test]
fn review_overdue_is_silent_once_the_plan_has_ended() {
    let mut record = started();
    record.plan.ended_on = on("2026-06-01");
    assert_eq!(says("review-overdue", &record, "2026-05-31"), ["unmet 2026-04-13 meetings"]);
    assert_eq!(says("review-overdue", &record, "2026-06-01"), ["not applicable"]);
}

#[test]
fn review_set_too_late() {
    let rule = "review-set-too-late";
    let set = |held_on: &str, next: &str| {
        let mut record = started();
        record.meetings.push(Meeting { next_on: on(next), ..review("m1", held_on) });
        record
    };
    assert_eq!(says(rule, &set("2026-04-13", "2026-05-25"), "2026-04-13"), ["not applicable"]);
    let late = set("2026-04-13", "2026-05-26");
    assert_eq!(says(rule, &late, "2026-04-13"), ["unmet 2026-05-25 meetings/m1/next_on"]);
    assert_eq!(says("review-overdue", &late, "2026-04-13"), ["not applicable"], "one duty, one finding");
    assert_eq!(says(rule, &late, "2026-05-26"), ["not applicable"], "overdue says it now");
    assert_eq!(says("review-overdue", &late, "2026-05-26"), ["unmet 2026-05-25 meetings"]);
    let mut later = set("2026-09-28", "2026-12-28");
    assert_eq!(says(rule, &later, "2026-09-28"), ["unmet 2026-11-09 meetings/m1/next_on [needs-agreement]"]);
    later.agreements.push(agreement("2026-11-09"));
    assert_eq!(says(rule, &later, "2026-11-09"), ["not applicable"]);
    later.meetings[0].next_on = on("2026-12-29");
    assert_eq!(says(rule, &later, "2026-11-09"), ["unmet 2026-12-28 meetings/m1/next_on"]);
    let mut planned = started();
    let status = Typed::Given(MeetingStatus::Planned);
    planned.meetings.push(Meeting { status, ..review("m1", "2026-04-20") });
    assert_eq!(says(rule, &planned, "2026-03-02"), ["unmet 2026-04-13 meetings/m1/on"]);
}

#[test]
fn review_date_not_agreed() {
    let rule = "review-date-not-agreed";
    let mut record = held(&["2026-03-02"]);
    record.meetings[0].sequence = Typed::Given(1);
    assert_eq!(says(rule, &record, "2026-03-01"), ["not applicable"], "not held yet");
    assert_eq!(says(rule, &record, "2026-03-02"), ["unmet plan/review_on"]);
    record.answer_mut(&Plan::review_on.here()).unwrap().write("soon");
    assert_eq!(says(rule, &record, "2026-03-02"), ["unknown plan/review_on"]);
    record.plan.review_on = on("2026-04-13");
    assert_eq!(says(rule, &record, "2026-03-02"), ["met"]);
    record.plan.review_on = Typed::Blank;
    record.meetings[0].next_on = on("2026-04-13");
    assert_eq!(says(rule, &record, "2026-03-02"), ["met"], "the day of the next meeting was set");
    record.meetings[0].next_on = Typed::Blank;
    record.meetings[0].sequence = Typed::Given(2);
    assert_eq!(says(rule, &record, "2026-03-02"), ["not applicable"]);
    record.meetings[0].sequence = Typed::Blank;
    assert_eq!(says(rule, &record, "2026-03-02"), ["unknown meetings/m0/sequence [unnumbered]"]);
}
