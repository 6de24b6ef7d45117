//! Progress at the last review.

use crate::spoken::{facts, says};
use crate::trial::{id, on, row};
use team_around::record::codes::YesNo;
use team_around::record::meeting::{Meeting, MeetingStatus};
use team_around::record::plan::{Outcome, OutcomeStatus};
use team_around::record::progress::Progress;
use team_around::record::{Link, Place, Record, Typed};

const TODAY: &str = "2026-06-01";
const RULES: [&str; 3] = ["progress-not-recorded", "progress-measure-missing", "progress-measurer-missing"];

fn held(name: &str, day: &str) -> Meeting {
    Meeting {
        status: Typed::Given(MeetingStatus::Held),
        on: on(day),
        plan_reviewed: Typed::Given(YesNo::Yes),
        ..row(name)
    }
}

fn progress(name: &str, outcome: &str, meeting: &str) -> Progress {
    Progress { outcome: Link::to(&id(outcome)), meeting: Link::to(&id(meeting)), ..row(name) }
}

/// A first meeting, a review, and two outcomes.
fn reviewed() -> Record {
    let mut record =
        Record { meetings: vec![held("m1", "2026-03-02"), held("m2", "2026-04-13")], ..Record::default() };
    record.plan.outcomes.push(Outcome { what: "Mabli sleeps through".into(), ..row("o1") });
    record.plan.outcomes.push(Outcome { what: "Mabli is at school".into(), ..row("o2") });
    record
}

#[test]
fn the_first_meeting_is_no_review() {
    let mut record = reviewed();
    record.meetings.truncate(1);
    let silent = |record: &Record| RULES.iter().all(|rule| says(rule, record, TODAY) == ["not applicable"]);
    assert!(silent(&Record::default()) && silent(&record));
    record.meetings[0].sequence = Typed::Given(2);
    assert_eq!(says(RULES[0], &record, TODAY), ["unmet progress"]);
    record.meetings[0].sequence = Typed::Given(1);
    assert!(silent(&record));
}

#[test]
fn only_a_meeting_that_was_held_and_reviewed_the_plan_counts() {
    for status in [MeetingStatus::Planned, MeetingStatus::Inquorate, MeetingStatus::Cancelled] {
        let mut record = reviewed();
        record.meetings[1].status = Typed::Given(status);
        assert_eq!(says(RULES[0], &record, TODAY), ["not applicable"]);
    }
    let mut record = reviewed();
    record.meetings[1].plan_reviewed = Typed::Given(YesNo::No);
    assert_eq!(says(RULES[0], &record, TODAY), ["not applicable"]);
}

#[test]
fn each_open_outcome_has_its_progress_at_the_last_review() {
    let mut record = reviewed();
    let rule = RULES[0];
    assert_eq!(says(rule, &record, TODAY), ["unmet progress"]);
    let named =
        r#"[("outcome", Words("Mabli sleeps through")), ("count", Count(2)), ("day", Day(2026-04-13))]"#;
    assert_eq!(facts(rule, &record, TODAY), named);
    record.progress = vec![progress("p1", "o1", "m2"), progress("p2", "o2", "m1")];
    record.progress[0].status = Typed::Given(OutcomeStatus::NoChange);
    assert_eq!(says(rule, &record, TODAY), ["unmet progress"]);
    assert!(facts(rule, &record, TODAY).contains("Mabli is at school"));
    record.plan.outcomes[1].status = Typed::Given(OutcomeStatus::Achieved);
    assert_eq!(says(rule, &record, TODAY), ["met"]);
    record.progress[0].status = Typed::Blank;
    assert_eq!(says(rule, &record, TODAY), ["unmet progress/p1/status [row]"]);
    record.progress[0].note = "As before".into();
    assert_eq!(says(rule, &record, TODAY), ["met"]);
}

#[test]
fn the_last_review_is_the_latest_whatever_its_place_in_the_list() {
    let mut record = reviewed();
    record.meetings.insert(0, held("m3", "2026-05-25"));
    record.progress = vec![progress("p1", "o1", "m2"), progress("p2", "o2", "m2")];
    for row in &mut record.progress {
        row.status = Typed::Given(OutcomeStatus::NoChange);
    }
    assert_eq!(says(RULES[0], &record, TODAY), ["unmet progress"]);
    record.meetings[0].on = on("2026-04-12");
    assert_eq!(says(RULES[0], &record, TODAY), ["met"]);
}

#[test]
fn a_review_without_a_day_cannot_be_ordered() {
    let mut record = reviewed();
    record.meetings[1].on = Typed::Unread("13/13/2026".into());
    for rule in RULES {
        assert_eq!(says(rule, &record, TODAY), ["unknown meetings/m2/on"]);
    }
}

#[test]
fn progress_says_how_and_by_whom_it_was_measured() {
    let mut record = reviewed();
    record.progress = vec![progress("p0", "o1", "m1"), progress("p1", "o1", "m2")];
    for rule in &RULES[1..] {
        assert_eq!(
            says(rule, &record, TODAY),
            ["met"],
            "a line that nobody filled in is one point, and another rule's"
        );
    }
    record.progress[1].status = Typed::Given(OutcomeStatus::NoChange);
    assert_eq!(says(RULES[1], &record, TODAY), ["unmet progress/p1/measured_how"]);
    assert_eq!(says(RULES[2], &record, TODAY), ["unmet progress/p1/measured_by"]);
    record.progress[1].measured_how = "Nights slept, counted".into();
    record.progress[1].measured_by = Link::to(&id("p1"));
    assert_eq!(says(RULES[1], &record, TODAY), ["met"]);
    assert_eq!(says(RULES[2], &record, TODAY), ["met"]);
}

fn status_of(progress: &str) -> Place {
    Place::read(&format!("progress/{progress}/status")).unwrap()
}

#[test]
fn what_a_meeting_finds_is_how_far_the_outcome_has_come() {
    let mut record = reviewed();
    let found = |record: &mut Record, name: &str, meeting: &str, status: OutcomeStatus| {
        let status = Typed::Given(status);
        record.progress.push(Progress { status, ..progress(name, "o1", meeting) });
        record.follow_progress(&status_of(name))
    };
    let stands = |record: &Record| record.plan.outcomes[0].status.get();
    assert_eq!(found(&mut record, "p2", "m2", OutcomeStatus::SomeProgress), Place::read("plan/outcomes/o1"));
    assert_eq!(stands(&record), Some(OutcomeStatus::SomeProgress));
    // An earlier meeting says nothing of now, nor what is the same, nor of what was removed.
    assert_eq!(found(&mut record, "p1", "m1", OutcomeStatus::NotStarted), None);
    assert_eq!(record.follow_progress(&status_of("p2")), None);
    assert_eq!(stands(&record), Some(OutcomeStatus::SomeProgress));
    record.plan.outcomes[0].status = Typed::Given(OutcomeStatus::Removed);
    assert_eq!(record.follow_progress(&status_of("p2")), None);
    // What names no outcome changes none.
    record.progress.push(Progress { status: Typed::Given(OutcomeStatus::Worse), ..row("p3") });
    assert_eq!(record.follow_progress(&status_of("p3")), None);
}
