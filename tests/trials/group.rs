//! Trials of the rules on agencies, the group and other plans.

use crate::trial::{id, on, row, says};
use team_around::record::codes::YesNo;
use team_around::record::professionals::{AgencyKind, ExitRoute, KeyReason, Professional};
use team_around::record::report::AgencyReport;
use team_around::record::{Link, Record, Typed};

const TODAY: &str = "2026-03-02";

fn unread<T>() -> Typed<T> {
    Typed::Unread("31/02/2026".to_owned())
}

/// Two agencies, with the social worker of the one and the teacher of the other.
fn group() -> Record {
    let (agencies, professionals) = (vec![row("own"), row("school")], vec![row("sw"), row("teacher")]);
    let mut record = Record { agencies, professionals, ..Record::default() };
    record.agencies[0].kind = Typed::Given(AgencyKind::ChildrensServices);
    record.agencies[1].kind = Typed::Given(AgencyKind::Education);
    record.professionals[0].agency = Link::to(&id("own"));
    record.professionals[1].agency = Link::to(&id("school"));
    record
}

fn lead(professional: &mut Professional) {
    professional.lead_professional = Typed::Given(YesNo::Yes);
}

#[test]
fn key_agency_without_reason() {
    let says = |record: &Record| says("key-agency-without-reason", record, TODAY);
    assert_eq!(says(&Record::default()), ["not applicable"]);
    let mut record = group();
    record.agencies[0].key_agency = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["unknown agencies/school/key_agency"]);
    record.agencies[1].key_agency = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["unmet agencies/school/key_reason"]);
    for reason in [KeyReason::CurrentlyRelevant, KeyReason::AlreadyInvolved, KeyReason::NeedsInvolving] {
        record.agencies[1].key_reason = Typed::Given(reason);
        assert_eq!(says(&record), ["met"]);
    }
}

#[test]
fn agency_contribution_missing() {
    let says = |record: &Record| says("agency-contribution-missing", record, TODAY);
    let mut record = group();
    assert_eq!(says(&record), ["unmet agencies/own/contribution", "unmet agencies/school/contribution"]);
    record.agencies[0].contribution = "A visit every three weeks.".into();
    record.professionals[1].member_to = on("2026-03-02");
    assert_eq!(says(&record), ["unmet agencies/school/contribution"], "still a member on the last day");
    record.professionals[1].member_to = on("2026-03-01");
    assert_eq!(says(&record), ["met"], "the school's only member left yesterday");
    record.agencies[1].key_agency = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["unmet agencies/school/contribution"], "a key agency all the same");
    let said = |agency: &str| AgencyReport {
        agency: Link::to(&id(agency)),
        contribution: "A breakfast club.".into(),
        ..AgencyReport::default()
    };
    record.reports.push(said("own"));
    assert_eq!(says(&record), ["unmet agencies/school/contribution"], "another agency said it");
    record.reports.push(said("school"));
    assert_eq!(says(&record), ["met"], "the school's report says it");
    record.reports.clear();
    record.professionals.clear();
    record.agencies[1].key_agency = Typed::Blank;
    assert_eq!(says(&record), ["not applicable"]);
}

#[test]
fn nobody_or_several_lead() {
    let says = |record: &Record| says("lead-professional-missing", record, TODAY);
    assert_eq!(says(&Record::default()), ["unmet professionals [none]"]);
    let mut record = group();
    assert_eq!(says(&record), ["unmet professionals [none]"]);
    record.professionals[0].allocated_worker = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["unmet professionals/sw/lead_professional [none]"]);
    record.professionals.iter_mut().for_each(lead);
    assert_eq!(
        says(&record),
        [
            "unmet professionals/sw/lead_professional [several]",
            "unmet professionals/teacher/lead_professional [several]"
        ]
    );
    record.professionals[1].member_to = on("2026-03-01");
    assert_eq!(says(&record), ["met"], "the other lead has left");
}

#[test]
fn the_lead_is_the_allocated_worker() {
    let says = |record: &Record| says("lead-professional-missing", record, TODAY);
    let not_allocated = "unmet professionals/sw/lead_professional [not-allocated-worker]";
    let mut record = group();
    lead(&mut record.professionals[0]);
    assert_eq!(says(&record), ["unknown professionals/sw/allocated_worker"]);
    record.professionals[1].allocated_worker = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), [not_allocated], "somebody else is");
    record.professionals[1].allocated_worker = Typed::Blank;
    record.professionals[0].allocated_worker = Typed::Given(YesNo::No);
    assert_eq!(says(&record), [not_allocated]);
    record.professionals[0].allocated_worker = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["met"]);
}

#[test]
fn the_lead_works_for_childrens_services() {
    let says = |record: &Record| says("lead-professional-missing", record, TODAY);
    let mut record = group();
    lead(&mut record.professionals[0]);
    record.professionals[0].allocated_worker = Typed::Given(YesNo::Yes);
    record.professionals[0].agency = Link::to(&id("school"));
    assert_eq!(says(&record), ["unmet professionals/sw/agency [not-childrens-services]"]);
    record.agencies[1].kind = Typed::Blank;
    assert_eq!(says(&record), ["unknown agencies/school/kind"]);
    record.professionals[0].agency = Link::default();
    assert_eq!(says(&record), ["unknown professionals/sw/agency"]);
}

#[test]
fn lead_contact_missing() {
    let says = |record: &Record| says("lead-contact-missing", record, TODAY);
    let mut record = group();
    assert_eq!(says(&record), ["not applicable"]);
    lead(&mut record.professionals[0]);
    assert_eq!(says(&record), ["unmet professionals/sw/contact"]);
    record.professionals[0].contact = "01632 960002".into();
    assert_eq!(says(&record), ["met"]);
}

#[test]
fn direct_worker_missing() {
    let says = |record: &Record| says("direct-worker-missing", record, TODAY);
    let mut record = group();
    assert_eq!(says(&record), ["unmet professionals"]);
    record.professionals[1].direct_worker = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["met"]);
    record.professionals[1].member_to = on("2026-03-01");
    assert_eq!(says(&record), ["unmet professionals"], "the direct worker left yesterday");
}

#[test]
fn member_left_without_agreement() {
    let says = |record: &Record| says("member-left-without-agreement", record, TODAY);
    let mut record = group();
    assert_eq!(says(&record), ["not applicable"]);
    record.professionals[1].member_to = on("2026-03-03");
    assert_eq!(says(&record), ["not applicable"], "leaves tomorrow");
    record.professionals[1].member_to = unread();
    assert_eq!(says(&record), ["unknown professionals/teacher/member_to"]);
    record.professionals[1].member_to = on("2026-03-02");
    assert_eq!(says(&record), ["unmet professionals/teacher/exit_route"]);
    record.professionals[1].exit_route = Typed::Given(ExitRoute::ChairAgreed);
    assert_eq!(says(&record), ["unmet professionals/teacher/exit_notice_on [day-missing]"]);
    record.professionals[1].exit_notice_on = on("2026-02-25");
    assert_eq!(says(&record), ["met"]);
    for route in [ExitRoute::WroteToChair, ExitRoute::NotInWriting] {
        record.professionals[1].exit_route = Typed::Given(route);
        record.professionals[1].exit_notice_on = Typed::Blank;
        assert_eq!(says(&record), ["met"], "left to the rule on withdrawal");
    }
}

#[test]
fn withdrawal_not_in_writing() {
    let says = |record: &Record| says("withdrawal-not-in-writing", record, TODAY);
    let mut record = group();
    record.professionals[1].exit_route = Typed::Given(ExitRoute::ChairAgreed);
    assert_eq!(says(&record), ["not applicable"]);
    record.professionals[1].exit_route = Typed::Given(ExitRoute::NotInWriting);
    assert_eq!(says(&record), ["unmet professionals/teacher/exit_route"]);
    record.professionals[1].exit_route = Typed::Given(ExitRoute::WroteToChair);
    assert_eq!(says(&record), ["unmet professionals/teacher/exit_notice_on [day-missing]"]);
    record.professionals[1].exit_notice_on = unread();
    assert_eq!(says(&record), ["unknown professionals/teacher/exit_notice_on"]);
    record.professionals[1].exit_notice_on = on("2026-02-25");
    assert_eq!(says(&record), ["met"]);
}

#[test]
fn other_plans_not_answered() {
    let says = |record: &Record| says("other-plans-not-answered", record, TODAY);
    let mut record = Record::default();
    assert_eq!(says(&record), ["unmet plan/has_other_plans"]);
    record.plan.has_other_plans = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["met"]);
    record.plan.has_other_plans = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["unmet plan/other_plans [plans-missing]"]);
    record.plan.other_plans.push(row("o1"));
    assert_eq!(says(&record), ["met"]);
}

#[test]
fn other_plan_continuation_not_answered() {
    let says = |record: &Record| says("other-plan-continuation-not-answered", record, TODAY);
    let mut record = Record::default();
    assert_eq!(says(&record), ["not applicable"]);
    record.plan.other_plans.push(row("o1"));
    assert_eq!(says(&record), ["unmet plan/other_plans/o1/continues"]);
    record.plan.other_plans[0].continues = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["met"]);
}

#[test]
fn tier_four_plan_without_fit() {
    let says = |record: &Record| says("tier-four-plan-without-fit", record, TODAY);
    let mut record = Record::default();
    record.plan.other_plans.push(row("o1"));
    assert_eq!(says(&record), ["not applicable"]);
    record.plan.other_plans[0].tier = Typed::Given(3);
    assert_eq!(says(&record), ["not applicable"]);
    record.plan.other_plans[0].tier = Typed::Unread("four".to_owned());
    assert_eq!(says(&record), ["unknown plan/other_plans/o1/tier"]);
    record.plan.other_plans[0].tier = Typed::Given(4);
    assert_eq!(says(&record), ["unmet plan/other_plans/o1/fits"]);
    record.plan.other_plans[0].fits = "The clinic treats; we help with school.".into();
    assert_eq!(says(&record), ["met"]);
}
