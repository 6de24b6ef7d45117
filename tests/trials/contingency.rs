//! What happens if things do not change in time, and how everybody will know that a plan can end.

use crate::spoken::says;
use crate::trial::{id, on};
use team_around::record::codes::{DoneOrUnsafe, YesNo};
use team_around::record::contingency::{ContingencyOption, FamilyGroupConference};
use team_around::record::{Choices, Link, Record, Typed};

const TODAY: &str = "2026-03-02";

/// A contingency plan with its four parts.
fn full() -> Record {
    let mut record = Record::default();
    record.contingency.trigger = "Two missed health visits in a row".into();
    record.contingency.by = on("2026-06-01");
    record.contingency.action = "Mabli stays with her grandmother for two weeks".into();
    record.contingency.owner = Link::to(&id("p1"));
    record
}

#[test]
fn there_is_a_contingency_plan() {
    assert_eq!(says("contingency-missing", &Record::default(), TODAY), ["unmet contingency"]);
    let mut record = Record::default();
    record.contingency.by = Typed::Unread("soon".into());
    assert_eq!(says("contingency-missing", &record, TODAY), ["met"]);
    assert_eq!(says("contingency-missing", &full(), TODAY), ["met"]);
}

#[test]
fn it_is_said_in_its_parts_and_who_is_only_a_question() {
    let rule = "contingency-incomplete";
    assert_eq!(says(rule, &Record::default(), TODAY), ["not applicable"]);
    assert_eq!(says(rule, &full(), TODAY), ["met"]);
    let mut record = Record::default();
    record.contingency.trigger = "Two missed health visits in a row".into();
    let missing = [
        "unmet contingency/by [by]",
        "unmet contingency/action [action]",
        "unmet contingency/owner [owner] ask",
    ];
    assert_eq!(says(rule, &record, TODAY), missing);
    let mut record = full();
    record.contingency.trigger = " ".into();
    record.contingency.by = Typed::Unread("June".into());
    assert_eq!(says(rule, &record, TODAY), ["unmet contingency/trigger [trigger]", "unknown contingency/by"]);
}

#[test]
fn the_parents_know_it_unless_that_is_unsafe() {
    let rule = "contingency-not-discussed";
    assert_eq!(says(rule, &Record::default(), TODAY), ["not applicable"]);
    let mut record = full();
    let asked = ["unmet contingency/discussed_with_parents"];
    assert_eq!(says(rule, &record, TODAY), asked);
    record.contingency.discussed_with_parents = Typed::Given(DoneOrUnsafe::NotYet);
    assert_eq!(says(rule, &record, TODAY), asked);
    record.contingency.discussed_with_parents = Typed::Unread("perhaps".into());
    assert_eq!(says(rule, &record, TODAY), ["unknown contingency/discussed_with_parents"]);
    record.contingency.discussed_with_parents = Typed::Given(DoneOrUnsafe::Done);
    assert_eq!(says(rule, &record, TODAY), ["unmet contingency/agreed_by_parents [agreement]"]);
    record.contingency.agreed_by_parents = Typed::Given(YesNo::No);
    assert_eq!(says(rule, &record, TODAY), ["met"]);
    record.contingency.discussed_with_parents = Typed::Given(DoneOrUnsafe::Unsafe);
    let reason = ["unmet contingency/not_discussed_reason [unsafe-without-reason]"];
    assert_eq!(says(rule, &record, TODAY), reason);
    record.contingency.not_discussed_reason =
        "Team Manager Siân Pugh: he has threatened to leave with her".into();
    assert_eq!(says(rule, &record, TODAY), ["met"]);
}

#[test]
fn one_answer_is_enough_for_each_of_the_prompts() {
    let mut record = full();
    for (rule, place) in [
        ("non-cooperation-not-covered", "contingency/non_cooperation"),
        ("family-group-conference-not-answered", "contingency/family_group_conference"),
        ("contingency-options-not-considered", "contingency/options"),
        ("exit-criteria-missing", "plan/exit_criteria"),
    ] {
        assert_eq!(says(rule, &record, TODAY), [format!("unmet {place}")]);
    }
    record.contingency.non_cooperation = "We meet again within a week".into();
    record.contingency.family_group_conference = Typed::Given(FamilyGroupConference::NotConsidered);
    record.contingency.options = Choices(vec![Typed::Given(ContingencyOption::Other)]);
    record.plan.exit_criteria = "Mabli is at school four days in five for a term".into();
    for rule in [
        "non-cooperation-not-covered",
        "family-group-conference-not-answered",
        "contingency-options-not-considered",
        "exit-criteria-missing",
    ] {
        assert_eq!(says(rule, &record, TODAY), ["met"]);
    }
    let none = Record::default();
    assert_eq!(says("contingency-options-not-considered", &none, TODAY), ["not applicable"]);
}
