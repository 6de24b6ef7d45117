//! Sending the plan of the meeting of Wednesday 25 March 2026: in time until Friday 10 April, with
//! Good Friday and Easter Monday between.  domain.md 1.5.4; decisions.md 2, 6, 8

use super::*;
use team_around::record::child::Child;
use team_around::record::distribution::{CopyStatus, PlanCopy};
use team_around::record::people::{MayReceive, Person};
use team_around::record::professionals::ExitRoute;

const RULE: &str = "plan-not-distributed";
const CHILD: &str = "child-copy-not-settled";

fn person(name: &str, may: MayReceive) -> Person {
    Person { may_receive_plan: Typed::Given(may), ..row(name) }
}

fn met() -> Record {
    let mut record = started();
    record.meetings.push(review("m1", "2026-03-25"));
    record.people.push(person("f1", MayReceive::Full));
    record.professionals.push(professional("p1", ProfessionalRole::SocialWorker));
    record
}

fn copy(name: &str, who: &str, status: CopyStatus) -> PlanCopy {
    let (recipient, meeting) = (Link::to(&id(who)), Link::to(&id("m1")));
    PlanCopy { recipient, meeting, status: Typed::Given(status), ..row(name) }
}

fn sent(name: &str, who: &str, day: &str) -> PlanCopy {
    PlanCopy { sent_on: on(day), ..copy(name, who, CopyStatus::Sent) }
}

fn with(copies: &[PlanCopy]) -> Record {
    let mut record = met();
    record.distribution.copies = copies.to_vec();
    record
}

#[test]
fn plan_not_distributed_presses_more_the_nearer_the_day() {
    assert_eq!(says(RULE, &started(), "2026-03-25"), ["not applicable"]);
    assert_eq!(says(RULE, &met(), "2026-03-25"), ["due 2026-04-10 distribution/copies info"]);
    assert_eq!(says(RULE, &met(), "2026-04-06"), ["due 2026-04-10 distribution/copies info"], "four left");
    assert_eq!(says(RULE, &met(), "2026-04-07"), ["due 2026-04-10 distribution/copies should"], "three left");
    assert_eq!(says(RULE, &met(), "2026-04-10"), ["due 2026-04-10 distribution/copies should"]);
    assert_eq!(says(RULE, &met(), "2026-04-11"), ["unmet 2026-04-10 distribution/copies"]);
    let found = findings(RULE, &met(), "2026-04-11", &[]);
    assert_eq!(fact(&found[0], "count"), Some("Count(2)".to_owned()));
    let skipped = &found[0].working.as_ref().unwrap().skipped;
    assert_eq!(
        skipped.iter().map(|day| day.date).collect::<Vec<_>>(),
        [day("2026-04-03"), day("2026-04-06")]
    );
}

#[test]
fn plan_not_distributed_until_everybody_has_it() {
    let both = [sent("c1", "f1", "2026-03-25"), sent("c2", "p1", "2026-04-10")];
    assert_eq!(says(RULE, &with(&both), "2026-04-11"), ["met"], "the day of the meeting and the last day");
    assert_eq!(says(RULE, &with(&both[..1]), "2026-04-11"), ["unmet 2026-04-10 distribution/copies"]);
    let late = [sent("c1", "f1", "2026-03-25"), sent("c2", "p1", "2026-04-13")];
    assert_eq!(
        says(RULE, &with(&late), "2026-04-13"),
        ["unmet 2026-04-10 distribution/copies/c2/sent_on [late] info"]
    );
    let before = [both[0].clone(), sent("c2", "p1", "2026-03-24")];
    assert_eq!(
        says(RULE, &with(&before), "2026-04-11"),
        ["unmet 2026-04-10 distribution/copies/c2/status [copy]"]
    );
    let open = [both[0].clone(), copy("c2", "p1", CopyStatus::NotYet)];
    assert_eq!(
        says(RULE, &with(&open), "2026-04-07"),
        ["due 2026-04-10 distribution/copies/c2/status [copy-due] should"]
    );
    let undated = [both[0].clone(), copy("c2", "p1", CopyStatus::Sent)];
    assert_eq!(says(RULE, &with(&undated), "2026-04-10"), ["met"], "whenever it was, it was in time");
    assert_eq!(
        says(RULE, &with(&undated), "2026-04-11"),
        ["unknown distribution/copies/c2/sent_on [undated]"]
    );
}

#[test]
fn plan_not_distributed_withheld_as_unsafe() {
    let mut withheld = [copy("c1", "f1", CopyStatus::Withheld), sent("c2", "p1", "2026-03-26")];
    let line = ["unmet distribution/copies/c1/reason [unsafe-without-reason]"];
    assert_eq!(says(RULE, &with(&withheld), "2026-03-26"), line);
    withheld[0].reason = "Post is opened by others. Decided by Eleri Vaughan, Team Manager.".into();
    assert_eq!(says(RULE, &with(&withheld), "2026-04-11"), ["met"]);
}

#[test]
fn plan_not_distributed_to_whom() {
    let mut record = with(&[sent("c1", "f1", "2026-03-26"), sent("c2", "p1", "2026-03-26")]);
    record.people.push(person("f2", MayReceive::Nothing));
    let why = ["unmet people/f2/may_receive_reason [unsafe-without-reason] should"];
    assert_eq!(says(RULE, &record, "2026-04-11"), why, "who may not have it, and nobody says why");
    record.people[1].may_receive_reason = "A court order. Decided by Eleri Vaughan, Team Manager.".into();
    assert_eq!(says(RULE, &record, "2026-04-11"), ["met"], "who may not have it");
    record.people.push(row("f3"));
    assert_eq!(says(RULE, &record, "2026-04-11"), ["unknown people/f3/may_receive_plan"]);
    record.people.pop();
    let joined = Professional { member_from: on("2026-03-26"), ..row("p2") };
    let left = Professional {
        member_to: on("2026-03-24"),
        exit_route: Typed::Given(ExitRoute::ChairAgreed),
        ..row("p3")
    };
    record.professionals.extend([joined, left.clone()]);
    assert_eq!(says(RULE, &record, "2026-04-11"), ["met"], "who was no member then");
    record.professionals.push(Professional { exit_route: Typed::Given(ExitRoute::NotInWriting), ..left });
    assert_eq!(
        says(RULE, &record, "2026-04-11"),
        ["unmet 2026-04-10 distribution/copies"],
        "who left out of order"
    );
}

#[test]
fn plan_not_distributed_looks_at_the_last_meeting_that_made_a_plan() {
    let mut record = met();
    let professionals = Typed::Given(MeetingKind::Professionals);
    record.meetings.push(Meeting { kind: professionals, ..review("m2", "2026-03-27") });
    record.meetings.push(Meeting { plan_reviewed: no(), ..review("m3", "2026-03-27") });
    assert_eq!(says(RULE, &record, "2026-03-28"), ["due 2026-04-10 distribution/copies info"]);
    record.meetings.push(Meeting { plan_agreed: yes(), ..review("m4", "2026-04-02") });
    assert_eq!(says(RULE, &record, "2026-04-02"), ["due 2026-04-20 distribution/copies info"]);
    record.meetings.push(review("m5", "2027-12-28"));
    assert_eq!(says(RULE, &record, "2028-03-01"), ["unknown distribution/copies [calendar]"]);
}

#[test]
fn child_copy_not_settled() {
    let mut record = met();
    assert_eq!(says(CHILD, &record, "2026-04-11"), ["not applicable"]);
    record.children.push(row::<Child>("k1"));
    assert_eq!(says(CHILD, &record, "2026-04-06"), ["due 2026-04-10 distribution info"]);
    assert_eq!(says(CHILD, &record, "2026-04-10"), ["due 2026-04-10 distribution should"]);
    assert_eq!(says(CHILD, &record, "2026-04-11"), ["unmet 2026-04-10 distribution"]);
    record.distribution.copies = vec![sent("c1", "k1", "2026-04-10")];
    assert_eq!(says(CHILD, &record, "2026-04-11"), ["met"]);
    record.distribution.copies = vec![copy("c1", "k1", CopyStatus::NotYet)];
    assert_eq!(says(CHILD, &record, "2026-04-11"), ["unmet 2026-04-10 distribution/copies/c1/status [copy]"]);
    assert_eq!(
        says(CHILD, &record, "2026-04-10"),
        ["due 2026-04-10 distribution/copies/c1/status [copy-due] should"]
    );
    record.distribution.copies = vec![copy("c1", "k1", CopyStatus::NotAppropriate)];
    let line = ["unmet distribution/copies/c1/reason [unsafe-without-reason]"];
    assert_eq!(says(CHILD, &record, "2026-03-26"), line);
    record.distribution.copies[0].reason = "Four months old.".into();
    assert_eq!(says(CHILD, &record, "2026-04-11"), ["met"]);
    record.distribution.copies = vec![sent("c1", "k1", "2026-04-13")];
    assert_eq!(
        says(CHILD, &record, "2026-04-13"),
        ["unmet 2026-04-10 distribution/copies/c1/sent_on [late] info"]
    );
}

#[test]
fn distribution_owner_missing() {
    let rule = "distribution-owner-missing";
    let mut record = met();
    assert_eq!(says(rule, &record, "2026-03-24"), ["not applicable"], "nothing to send yet");
    assert_eq!(says(rule, &record, "2026-03-25"), ["unmet distribution/owner"]);
    record.distribution.owner = Link::to(&id("p1"));
    assert_eq!(says(rule, &record, "2026-03-25"), ["met"]);
}

#[test]
fn who_left_and_was_replaced_is_sent_nothing_and_is_asked_for_nothing() {
    let nurse = |name: &str| Professional { agency: Link::to(&id("nurses")), ..row(name) };
    let mut record = with(&[
        sent("c1", "f1", "2026-03-26"),
        sent("c2", "p1", "2026-03-26"),
        sent("c3", "bea", "2026-03-26"),
    ]);
    record.agencies.push(row("nurses"));
    let ann = Professional { member_to: on("2026-03-20"), ..nurse("ann") };
    record.professionals.extend([ann, Professional { member_from: on("2026-03-20"), ..nurse("bea") }]);
    let left = "member-left-without-agreement";
    let today = "2026-04-11";
    assert_eq!(crate::trial::says(left, &record, today), ["not applicable"], "the agency goes on");
    assert_eq!(says(RULE, &record, today), ["met"]);
    // An agency that fades out is another matter (decisions.md 6).
    record.professionals.pop();
    assert_eq!(crate::trial::says(left, &record, today), ["unmet professionals/ann/exit_route"]);
    assert_eq!(says(RULE, &record, today), ["unmet 2026-04-10 distribution/copies"]);
}

#[test]
fn a_child_who_is_not_born_yet_is_sent_nothing() {
    let rule = "child-copy-not-settled";
    let mut record = with(&[]);
    record.children.clear();
    record.children.push(row("unborn"));
    record.children[0].expected_date_of_birth = on("2026-06-01");
    assert_eq!(says(rule, &record, "2026-04-11"), ["not applicable"]);
    record.children.push(row("born"));
    let found = findings(rule, &record, "2026-04-11", &[]);
    assert_eq!(found.iter().map(line).collect::<Vec<_>>(), ["unmet 2026-04-10 distribution"]);
    assert_eq!(fact(&found[0], "count").as_deref(), Some("Count(1)"), "the one who is born");
}
