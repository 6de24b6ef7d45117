//! Needs, outcomes and actions.

use crate::spoken::{facts, says};
use crate::trial::{day, id, on, row};
use team_around::calendar::{Calendar, Nation};
use team_around::protocol::pack::{FigureName, Pack, PackRule, Phrase, Weight};
use team_around::protocol::{Protocol, Status, Terms, review};
use team_around::record::child::Child;
use team_around::record::codes::YesNo;
use team_around::record::people::Person;
use team_around::record::plan::{Action, ActionStatus, Need, Outcome, OutcomeStatus};
use team_around::record::professionals::Professional;
use team_around::record::{Link, Record, Typed};

const TODAY: &str = "2026-03-02";

fn with_outcome(change: impl FnOnce(&mut Outcome)) -> Record {
    let mut outcome: Outcome = row("o1");
    change(&mut outcome);
    let mut record = Record::default();
    record.plan.outcomes.push(outcome);
    record
}

fn with_action(change: impl FnOnce(&mut Action)) -> Record {
    let mut action: Action = row("a1");
    change(&mut action);
    let mut record = Record::default();
    record.plan.actions.push(action);
    record
}

#[test]
fn a_plan_states_needs_and_outcomes() {
    let rule = "needs-or-outcomes-missing";
    let mut record = Record::default();
    let none = ["unmet plan/needs [needs]", "unmet plan/outcomes [outcomes]"];
    assert_eq!(says(rule, &record, TODAY), none);
    record.plan.needs.push(Need { what: "To sleep at night".into(), ..row("n1") });
    record.plan.outcomes.push(row("o1"));
    assert_eq!(says(rule, &record, TODAY), ["unmet plan/outcomes/o1/what [outcomes]"]);
    record.plan.outcomes[0].what = "Mabli sleeps through".into();
    assert_eq!(says(rule, &record, TODAY), ["met"]);
}

#[test]
fn a_plan_states_outcomes() {
    assert_eq!(says("outcomes-missing", &Record::default(), TODAY), ["unmet plan/outcomes"]);
    let blank = with_outcome(|_| {});
    assert_eq!(says("outcomes-missing", &blank, TODAY), ["unmet plan/outcomes/o1/what"]);
    let stated = with_outcome(|outcome| outcome.what = "Mabli sleeps through".into());
    assert_eq!(says("outcomes-missing", &stated, TODAY), ["met"]);
}

#[test]
fn an_outcome_has_a_need_a_measure_and_a_baseline() {
    for (rule, key) in [
        ("outcome-without-need", "need"),
        ("outcome-without-measure", "measure"),
        ("outcome-without-baseline", "baseline"),
    ] {
        let missing = with_outcome(|_| {});
        assert_eq!(says(rule, &missing, TODAY), [format!("unmet plan/outcomes/o1/{key}")]);
        let given = with_outcome(|outcome| {
            outcome.need = Link::to(&id("n1"));
            outcome.measure = "Nights slept, counted by his mother".into();
            outcome.baseline = "Two nights in seven".into();
        });
        assert_eq!(says(rule, &given, TODAY), ["met"]);
    }
}

#[test]
fn an_outcome_that_was_achieved_or_removed_is_asked_nothing_more() {
    for status in [OutcomeStatus::Achieved, OutcomeStatus::Removed] {
        let record = with_outcome(|outcome| outcome.status = Typed::Given(status));
        for rule in [
            "outcome-without-need",
            "outcome-without-measure",
            "outcome-without-baseline",
            "outcome-without-target-date",
        ] {
            assert_eq!(says(rule, &record, TODAY), ["met"], "{rule}");
        }
    }
}

#[test]
fn an_outcome_has_a_date() {
    let rule = "outcome-without-target-date";
    assert_eq!(says(rule, &with_outcome(|_| {}), TODAY), ["unmet plan/outcomes/o1/target_date"]);
    let given = with_outcome(|outcome| outcome.target_date = on("2026-06-01"));
    assert_eq!(says(rule, &given, TODAY), ["met"]);
    let unread = with_outcome(|outcome| outcome.target_date = Typed::Unread("31/02/2026".into()));
    assert_eq!(says(rule, &unread, TODAY), ["unknown plan/outcomes/o1/target_date"]);
}

#[test]
fn an_action_has_an_owner() {
    let rule = "action-without-owner";
    assert_eq!(says(rule, &with_action(|_| {}), TODAY), ["unmet plan/actions/a1/owner"]);
    assert_eq!(says(rule, &with_action(|action| action.owner = Link::to(&id("p1"))), TODAY), ["met"]);
    assert_eq!(says(rule, &with_action(|action| action.owner_role = "School nurse".into()), TODAY), ["met"]);
    assert_eq!(
        says(rule, &with_action(|action| action.status = Typed::Given(ActionStatus::Done)), TODAY),
        ["met"]
    );
}

#[test]
fn a_role_is_not_a_person() {
    let rule = "action-owned-by-role";
    let role = with_action(|action| action.owner_role = " School nurse ".into());
    assert_eq!(says(rule, &role, TODAY), ["unmet plan/actions/a1/owner"]);
    assert_eq!(facts(rule, &role, TODAY), r#"[("role", Words("School nurse"))]"#);
    let both = with_action(|action| {
        action.owner_role = "School nurse".into();
        action.owner = Link::to(&id("p1"));
    });
    assert_eq!(says(rule, &both, TODAY), ["met"]);
    assert_eq!(says(rule, &with_action(|_| {}), TODAY), ["met"]);
}

#[test]
fn an_action_has_a_date() {
    let rule = "action-without-date";
    assert_eq!(says(rule, &with_action(|_| {}), TODAY), ["unmet plan/actions/a1/due"]);
    assert_eq!(says(rule, &with_action(|action| action.due = on("2026-03-16")), TODAY), ["met"]);
    for status in [ActionStatus::Done, ActionStatus::Stopped] {
        assert_eq!(says(rule, &with_action(|action| action.status = Typed::Given(status)), TODAY), ["met"]);
    }
    let repeats = with_action(|action| action.repeats_every = Typed::Given(2));
    assert_eq!(says(rule, &repeats, TODAY), ["unmet plan/actions/a1/due [no-end]"]);
    let ends = with_action(|action| {
        action.repeats_every = Typed::Given(2);
        action.due = on("2026-06-01");
    });
    assert_eq!(says(rule, &ends, TODAY), ["met"]);
}

#[test]
fn an_action_may_be_due_on_the_plans_first_day_and_not_before() {
    let rule = "action-due-before-plan";
    assert_eq!(says(rule, &with_action(|_| {}), TODAY), ["not applicable"]);
    let mut record = with_action(|action| action.due = on("2026-02-28"));
    assert_eq!(says(rule, &record, TODAY), ["unknown plan/start"]);
    record.plan.start = on("2026-02-28");
    assert_eq!(says(rule, &record, TODAY), ["met"]);
    record.plan.start = on("2026-03-01");
    assert_eq!(says(rule, &record, TODAY), ["unmet plan/actions/a1/due"]);
    assert_eq!(facts(rule, &record, TODAY), r#"[("start", Day(2026-03-01))]"#);
    for status in [ActionStatus::Done, ActionStatus::Stopped] {
        record.plan.actions[0].status = Typed::Given(status);
        assert_eq!(says(rule, &record, TODAY), ["not applicable"]);
    }
    record.plan.actions[0].status = Typed::Given(ActionStatus::InProgress);
    record.plan.actions[0].due = Typed::Unread("ongoing".into());
    assert_eq!(says(rule, &record, TODAY), ["unknown plan/actions/a1/due"]);
}

#[test]
fn ongoing_is_not_a_date() {
    let mut record = with_action(|_| {});
    for typed in ["ongoing", "ASAP", "as required"] {
        record.answer_mut(&Action::due.at(&record.plan.actions[0].clone())).unwrap().write(typed);
        let rule = "action-without-date";
        assert_eq!(says(rule, &record, TODAY), ["unmet plan/actions/a1/due [not-a-date]"]);
        assert_eq!(facts(rule, &record, TODAY), format!(r#"[("typed", Words("{typed}"))]"#));
    }
}

#[test]
fn an_action_leads_to_an_outcome_and_can_be_measured() {
    let full = with_action(|action| {
        action.outcome = Link::to(&id("o1"));
        action.measure = "Three letters kept in the diary".into();
    });
    let stopped = with_action(|action| action.status = Typed::Given(ActionStatus::Stopped));
    for (rule, key) in [("action-without-outcome", "outcome"), ("action-without-measure", "measure")] {
        assert_eq!(says(rule, &with_action(|_| {}), TODAY), [format!("unmet plan/actions/a1/{key}")]);
        assert_eq!(says(rule, &full, TODAY), ["met"]);
        assert_eq!(says(rule, &stopped, TODAY), ["met"]);
    }
}

/// A mother, a child and a social worker, and this many actions of the first two in turn.
fn busy_family(actions: usize) -> Record {
    let mut record = Record::default();
    record.people.push(Person { name: "Ffion Tudor".into(), ..row("m") });
    record.children.push(Child { name: "Mabli Tudor".into(), ..row("c") });
    record.professionals.push(Professional { lead_professional: Typed::Given(YesNo::Yes), ..row("w") });
    for index in 0..actions {
        let owner = id(if index % 2 == 0 { "m" } else { "c" });
        record.plan.actions.push(Action { owner: Link::to(&owner), ..row(&format!("a{index}")) });
    }
    record
}

#[test]
fn a_family_has_at_most_eight_actions() {
    let rule = "too-many-family-actions";
    assert_eq!(says(rule, &busy_family(8), TODAY), ["met"]);
    let mut record = busy_family(9);
    assert_eq!(says(rule, &record, TODAY), ["unmet plan/actions"]);
    assert_eq!(facts(rule, &record, TODAY), r#"[("count", Count(9)), ("most", Count(8))]"#);
    record.plan.actions[0].status = Typed::Given(ActionStatus::Done);
    assert_eq!(says(rule, &record, TODAY), ["met"]);
    record.plan.actions[0].status = Typed::Blank;
    record.plan.actions[0].owner = Link::to(&id("w"));
    assert_eq!(says(rule, &record, TODAY), ["met"]);
}

#[test]
fn a_pack_without_the_figure_asks_nothing_of_the_number_of_actions() {
    let mut rule: PackRule = row("too-many-family-actions");
    rule.severity = Typed::Given(Weight::Should);
    let protocol = Protocol::of(vec![Pack { rules: vec![rule], ..Pack::default() }]);
    assert_eq!(protocol.number(FigureName::FamilyActions), None);
    let calendar = Calendar::built_in(Nation::EnglandAndWales);
    let terms = Terms { today: day(TODAY), calendar: &calendar, protocol: &protocol, meeting: None };
    assert_eq!(review(&busy_family(30), &terms)[0].status.name(), "not applicable");
}

#[test]
fn vague_words_are_found_as_whole_words_in_any_letters() {
    let rule = "vague-wording";
    for (what, fires) in [
        ("Support as  Appropriate.", true),
        ("as\nappropriate", true),
        ("Finish it ASAP", true),
        ("Monitor the home", true),
        ("Monitoring visit on Mondays", false),
        ("Outgoing and ongoingly brave", false),
        ("As is appropriate", false),
        ("“Ongoing”", true),
        ("ŵongoing ongoingŵ", false),
        ("Go on as", false),
        ("", false),
    ] {
        let record = with_action(|action| action.what = what.into());
        let expected = if fires { "unmet plan/actions/a1/what" } else { "met" };
        assert_eq!(says(rule, &record, TODAY), [expected], "{what}");
    }
}

#[test]
fn vague_words_are_looked_for_in_actions_measures_and_the_contingency() {
    let mut record = with_action(|action| action.measure = "ongoing".into());
    record.plan.outcomes.push(Outcome { measure: "Ongoing".into(), ..row("o1") });
    record.contingency.action = "Review as appropriate".into();
    record.plan.why = "ongoing".into();
    let rule = "vague-wording";
    let found =
        ["unmet plan/actions/a1/measure", "unmet plan/outcomes/o1/measure", "unmet contingency/action"];
    assert_eq!(says(rule, &record, TODAY), found);
    assert_eq!(facts(rule, &record, TODAY), r#"[("phrase", Words("ongoing"))]"#);
    record.plan.actions[0].status = Typed::Given(ActionStatus::Done);
    record.plan.outcomes[0].status = Typed::Given(OutcomeStatus::Achieved);
    assert_eq!(says(rule, &record, TODAY), ["unmet contingency/action"]);
}

/// Whether an action in these words is vague where the pack has this phrase.
fn is_vague(text: &str, alone: bool, written: &str) -> bool {
    let mut phrase: Phrase = row("p");
    phrase.text = text.into();
    phrase.alone = if alone { Typed::Given(YesNo::Yes) } else { Typed::Blank };
    let mut rule: PackRule = row("vague-wording");
    rule.severity = Typed::Given(Weight::Ask);
    let protocol = Protocol::of(vec![Pack { rules: vec![rule], phrases: vec![phrase], ..Pack::default() }]);
    let calendar = Calendar::built_in(Nation::EnglandAndWales);
    let terms = Terms { today: day(TODAY), calendar: &calendar, protocol: &protocol, meeting: None };
    let mut record = Record::default();
    record.contingency.action = written.into();
    review(&record, &terms)[0].status == Status::Unmet
}

#[test]
fn a_phrase_may_count_only_when_it_stands_alone() {
    assert!(is_vague("seek legal advice", true, " Seek legal advice."));
    assert!(!is_vague("seek legal advice", true, "Seek legal advice on 1 June and tell Ffion"));
    assert!(!is_vague("seek legal advice", true, "We seek legal advice"));
    assert!(is_vague("seek legal advice", false, "We seek legal advice"));
}

#[test]
fn welsh_phrases_are_found_too() {
    assert!(is_vague("yn ôl yr angen", false, "Ymweld YN ÔL YR ANGEN."));
    assert!(is_vague("fel y bo’n briodol", false, "Cymorth fel y bo'n briodol"));
    assert!(is_vague("ôl", false, "Yr Ôl"));
    assert!(!is_vague("ôl", false, "Olwyn ôlaf"));
    assert!(!is_vague("ôl", false, "ŵ"));
}
