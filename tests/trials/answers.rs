//! Answers that could not be read, or do not fit together.

use crate::spoken::{facts, says};
use crate::trial::{id, on, row};
use team_around::record::child::Child;
use team_around::record::codes::{Disability, YesNo};
use team_around::record::meeting::Meeting;
use team_around::record::people::Person;
use team_around::record::plan::{Action, Outcome};
use team_around::record::professionals::Professional;
use team_around::record::sharing::PreparedCopy;
use team_around::record::voice::Voice;
use team_around::record::{Choices, Link, Links, Record, Typed};

const TODAY: &str = "2026-03-02";

fn with_child(change: impl FnOnce(&mut Child)) -> Record {
    let mut child: Child = row("c1");
    change(&mut child);
    let mut record = Record::default();
    record.children.push(child);
    record
}

#[test]
fn what_could_not_be_read_is_said_at_its_place() {
    let rule = "answer-unread";
    let mut record = with_child(|child| {
        child.disabilities = Choices(vec![Typed::Given(Disability::Vision), Typed::Unread("EYES".into())]);
    });
    record.plan.start = Typed::Unread("31/02/2026".into());
    record.meetings.push(Meeting { sequence: Typed::Unread("first".into()), ..row("m1") });
    let unread = ["unmet children/c1/disabilities", "unmet plan/start", "unmet meetings/m1/sequence"];
    assert_eq!(says(rule, &record, TODAY), unread);
    assert_eq!(facts(rule, &record, TODAY), r#"[("typed", Words("VIS,EYES"))]"#);
    assert_eq!(says(rule, &Record::default(), TODAY), ["met"]);
}

#[test]
fn a_line_holds_200_characters_and_a_narrative_20000() {
    let rule = "answer-too-long";
    let mut record = with_child(|child| child.name = "ŵ".repeat(200).as_str().into());
    record.plan.why = "ŷ".repeat(20_000).as_str().into();
    assert_eq!(says(rule, &record, TODAY), ["met"]);
    record.plan.why.0.push('.');
    assert_eq!(says(rule, &record, TODAY), ["unmet plan/why"]);
    record.plan.why.0.clear();
    record.children[0].name.0.push('n');
    assert_eq!(says(rule, &record, TODAY), ["unmet children/c1/name"]);
    assert_eq!(facts(rule, &record, TODAY), r#"[("length", Count(201)), ("most", Count(200))]"#);
}

#[test]
fn a_birth_has_one_date() {
    let rule = "birth-and-expected-birth";
    assert_eq!(says(rule, &with_child(|child| child.date_of_birth = on("2024-05-01")), TODAY), ["met"]);
    assert_eq!(
        says(rule, &with_child(|child| child.expected_date_of_birth = on("2026-05-01")), TODAY),
        ["met"]
    );
    let mut record = with_child(|child| {
        child.date_of_birth = on("2026-02-01");
        child.expected_date_of_birth = on("2026-02-03");
    });
    assert_eq!(says(rule, &record, TODAY), ["unmet children/c1/expected_date_of_birth"]);
    record.children[0].date_of_birth = Typed::Unread("1 Febuary".into());
    assert_eq!(says(rule, &record, TODAY), ["unknown children/c1/expected_date_of_birth"]);
}

#[test]
fn nobody_was_born_tomorrow() {
    let rule = "birth-in-the-future";
    assert_eq!(says(rule, &with_child(|child| child.date_of_birth = on("2026-03-02")), TODAY), ["met"]);
    let mut record = with_child(|child| child.date_of_birth = on("2026-03-03"));
    record.people.push(Person { date_of_birth: on("2062-01-01"), ..row("p1") });
    let born = ["unmet children/c1/date_of_birth", "unmet people/p1/date_of_birth"];
    assert_eq!(says(rule, &record, TODAY), born);
}

#[test]
fn a_plan_may_end_on_the_day_it_starts_and_not_before() {
    let rule = "plan-ends-before-it-starts";
    let mut record = Record::default();
    record.plan.start = on("2026-03-02");
    assert_eq!(says(rule, &record, TODAY), ["not applicable"]);
    record.plan.ended_on = on("2026-03-02");
    assert_eq!(says(rule, &record, TODAY), ["met"]);
    record.plan.ended_on = on("2026-03-01");
    assert_eq!(says(rule, &record, TODAY), ["unmet plan/ended_on"]);
    record.plan.start = Typed::Blank;
    assert_eq!(says(rule, &record, TODAY), ["unknown plan/start"]);
    record.plan.ended_on = Typed::Unread("spring".into());
    assert_eq!(says(rule, &record, TODAY), ["unknown plan/ended_on"]);
}

#[test]
fn a_link_names_a_row_of_the_list_it_may_name() {
    let rule = "link-to-nothing";
    let mut record = with_child(|_| {});
    record.professionals.push(Professional { lead_professional: Typed::Given(YesNo::Yes), ..row("w1") });
    record.plan.outcomes.push(Outcome { children: Links::to(&[&id("c1")]), ..row("o1") });
    record.plan.actions.push(Action {
        owner: Link::to(&id("w1")),
        outcome: Link::to(&id("o1")),
        ..row("a1")
    });
    assert_eq!(says(rule, &record, TODAY), ["met"]);
    record.plan.actions[0].owner = Link::to(&id("gone"));
    record.plan.actions[0].outcome = Link::to(&id("w1"));
    record.plan.outcomes[0].children = Links::to(&[&id("c1"), &id("c2")]);
    record.voices.push(Voice { child: Link::to(&id("c1")), ..row("v1") });
    let dead =
        ["unmet plan/outcomes/o1/children", "unmet plan/actions/a1/outcome", "unmet plan/actions/a1/owner"];
    assert_eq!(says(rule, &record, TODAY), dead);
}

#[test]
fn a_link_names_a_row_of_any_list_that_links_may_name() {
    use team_around::record::discussion::Dissent;
    use team_around::record::report::ReportedProgress;
    let rule = "link-to-nothing";
    let mut record = with_child(|_| {});
    record.reports.push(row("r1"));
    record.reported_progress.push(ReportedProgress { report: Link::to(&id("r1")), ..row("i1") });
    record.decisions.push(row("b1"));
    record.dissents.push(Dissent { decision: Link::to(&id("b1")), ..row("s1") });
    assert_eq!(says(rule, &record, TODAY), ["met"]);
    record.reports.clear();
    record.decisions.clear();
    let dead = ["unmet reported_progress/i1/report", "unmet dissents/s1/decision"];
    let mut said = says(rule, &record, TODAY);
    said.sort();
    assert_eq!(said, [dead[1], dead[0]]);
}

#[test]
fn what_only_the_system_writes_is_nobodys_to_put_right() {
    use team_around::record::attendance::Attendance;
    let mut record = with_child(|_| {});
    record.attendance.push(Attendance { carried_from: Link::to(&id("gone")), ..row("t1") });
    assert_eq!(says("link-to-nothing", &record, TODAY), ["met"]);
    record.attendance[0].meeting = Link::to(&id("gone"));
    assert_eq!(says("link-to-nothing", &record, TODAY), ["unmet attendance/t1/meeting"]);
}

#[test]
fn a_record_is_about_a_child() {
    assert_eq!(says("child-missing", &Record::default(), TODAY), ["unmet children"]);
    assert_eq!(says("child-missing", &with_child(|_| {}), TODAY), ["met"]);
}

#[test]
fn an_expected_birth_that_has_passed_wants_a_date_of_birth() {
    let rule = "expected-birth-passed";
    assert_eq!(says(rule, &with_child(|_| {}), TODAY), ["not applicable"]);
    let mut record = with_child(|child| child.expected_date_of_birth = on("2026-03-02"));
    assert_eq!(says(rule, &record, TODAY), ["met"], "the day itself has not passed");
    record.children[0].expected_date_of_birth = on("2026-03-01");
    assert_eq!(says(rule, &record, TODAY), ["unmet children/c1/date_of_birth"]);
    assert_eq!(facts(rule, &record, TODAY), r#"[("expected", Day(2026-03-01))]"#);
    record.children.push(row("c2"));
    record.children[1].expected_date_of_birth = Typed::Unread("end of May".into());
    let both = ["unmet children/c1/date_of_birth", "unknown children/c2/expected_date_of_birth"];
    assert_eq!(says(rule, &record, TODAY), both);
    record.children.pop();
    record.children[0].date_of_birth = Typed::Unread("1 Febuary".into());
    assert_eq!(says(rule, &record, TODAY), ["unknown children/c1/date_of_birth"]);
    record.children[0].date_of_birth = on("2026-02-27");
    assert_eq!(says(rule, &record, TODAY), ["met"]);
}

#[test]
fn a_councils_number_has_at_most_twenty_letters_and_figures() {
    for (number, sound) in [
        ("", true),
        ("A1b2C3", true),
        ("12345678901234567890", true),
        ("123456789012345678901", false),
        ("12-34", false),
        ("12 34", false),
        ("ŵ12", false),
    ] {
        let record = with_child(|child| child.la_child_id = number.into());
        let expected = if sound { "met" } else { "unmet children/c1/la_child_id" };
        assert_eq!(says("la-child-id-unsound", &record, TODAY), [expected], "{number}");
    }
}

#[test]
fn the_language_of_a_copy_is_a_code() {
    for (language, sound) in [
        ("", true),
        ("cy", true),
        (" UR ", true),
        ("zh-Hant-HK", true),
        ("Polish", false),
        ("the language of flowers", false),
        ("en GB", false),
        ("اردو", false),
    ] {
        let copy = PreparedCopy { language: language.into(), ..row("copy-1") };
        let mut record = Record::default();
        record.sharing.copies.push(copy);
        let expected = if sound { "met" } else { "unmet sharing/copies/copy-1/language" };
        assert_eq!(says("language-code-unsound", &record, TODAY), [expected], "{language}");
    }
}
