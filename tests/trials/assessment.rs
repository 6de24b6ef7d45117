//! Trials of the rules on the assessment and its risks.

use crate::trial::{on, row, says};
use team_around::record::assessment::IdentityExplored;
use team_around::record::codes::{Disability, DoneOrUnsafe, Ethnicity, YesNo};
use team_around::record::professionals::AgencyKind;
use team_around::record::{Choices, Record, Typed};

const TODAY: &str = "2026-03-02";

fn unread<T>() -> Typed<T> {
    Typed::Unread("31/02/2026".to_owned())
}

/// A record of one child, born on this day.
fn born(day: &str) -> Record {
    let mut record = Record::default();
    record.children.push(row("c1"));
    record.children[0].date_of_birth = on(day);
    record
}

/// A record of one child, not born yet.
fn unborn() -> Record {
    let mut record = Record::default();
    record.children.push(row("c1"));
    record.children[0].expected_date_of_birth = on("2026-06-01");
    record
}

/// A rule that asks for one answer, and nothing else.
fn one_answer(rule: &str, place: &str, answer: impl Fn(&mut Record)) {
    let mut record = Record::default();
    assert_eq!(says(rule, &record, TODAY), [format!("unmet {place}")]);
    answer(&mut record);
    assert_eq!(says(rule, &record, TODAY), ["met"]);
}

#[test]
fn assessment_not_shared() {
    let says = |record: &Record| says("assessment-not-shared", record, TODAY);
    let mut record = Record::default();
    assert_eq!(says(&record), ["not applicable"]);
    record.assessment.completed_on = on("2026-03-03");
    assert_eq!(says(&record), ["not applicable"], "the day before it is completed");
    record.assessment.completed_on = unread();
    assert_eq!(says(&record), ["unknown assessment/completed_on"]);
    record.assessment.completed_on = on("2026-03-02");
    assert_eq!(says(&record), ["unmet assessment/shared_with_family"]);
    record.assessment.shared_with_family = Typed::Given(DoneOrUnsafe::NotYet);
    assert_eq!(says(&record), ["unmet assessment/shared_with_family"]);
    record.assessment.shared_with_family = Typed::Given(DoneOrUnsafe::Done);
    assert_eq!(says(&record), ["unmet assessment/shared_with_family_on [day-missing]"]);
    record.assessment.shared_with_family_on = on("2026-03-02");
    assert_eq!(says(&record), ["met"]);
    record.assessment.shared_with_family = unread();
    assert_eq!(says(&record), ["unknown assessment/shared_with_family"]);
}

#[test]
fn assessment_kept_back_as_unsafe() {
    let mut record = Record::default();
    record.assessment.completed_on = on("2026-02-20");
    record.assessment.shared_with_family = Typed::Given(DoneOrUnsafe::Unsafe);
    assert_eq!(
        says("assessment-not-shared", &record, TODAY),
        ["unmet assessment/shared_unsafe_reason [unsafe-without-reason]"]
    );
    record.assessment.shared_unsafe_reason = "Team Manager: it names the place of safety.".into();
    assert_eq!(says("assessment-not-shared", &record, TODAY), ["met"]);
}

#[test]
fn agencies_not_identified() {
    let says = |record: &Record| says("agencies-not-identified", record, TODAY);
    let mut record = Record::default();
    assert_eq!(says(&record), ["unknown assessment/needs_several_agencies"]);
    record.assessment.needs_several_agencies = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["not applicable"]);
    record.assessment.needs_several_agencies = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["unmet agencies"]);
    record.agencies.push(row("own"));
    record.agencies[0].name = "Children's Services".into();
    record.agencies[0].kind = Typed::Given(AgencyKind::ChildrensServices);
    record.agencies.push(row("school"));
    assert_eq!(says(&record), ["unmet agencies"], "our own agency and a row without a name");
    record.agencies[1].name = "Elm Tree Primary School".into();
    assert_eq!(says(&record), ["met"]);
}

#[test]
fn assessment_basis_incomplete() {
    let mut record = Record::default();
    record.assessment.history = "Two moves since 2023.".into();
    assert_eq!(
        says("assessment-basis-incomplete", &record, TODAY),
        ["unmet assessment/previous_services", "unmet assessment/current_circumstances"]
    );
    record.assessment.previous_services = "Early help in 2024.".into();
    record.assessment.current_circumstances = "Living with Gran.".into();
    assert_eq!(says("assessment-basis-incomplete", &record, TODAY), ["met"]);
    record.assessment.history = "  ".into();
    assert_eq!(says("assessment-basis-incomplete", &record, TODAY), ["unmet assessment/history"]);
}

#[test]
fn child_not_seen() {
    let says = |record: &Record| says("child-not-seen", record, TODAY);
    assert_eq!(says(&Record::default()), ["unknown children"]);
    assert_eq!(says(&unborn()), ["not applicable"]);
    let mut record = born("2018-05-04");
    assert_eq!(says(&record), ["unmet children/c1/seen"]);
    record.children[0].seen = unread();
    assert_eq!(says(&record), ["unknown children/c1/seen"]);
    record.children[0].seen = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["unmet children/c1/seen [not-seen]"]);
    record.children[0].seen = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["unmet children/c1/last_seen_on [day-missing]"]);
    record.children[0].last_seen_on = unread();
    assert_eq!(says(&record), ["unknown children/c1/last_seen_on"]);
    record.children[0].last_seen_on = on("2026-02-27");
    assert_eq!(says(&record), ["met"]);
}

#[test]
fn a_sibling_who_was_seen_does_not_hide_one_who_was_not() {
    let says = |record: &Record| says("child-not-seen", record, TODAY);
    let mut siblings = born("2018-05-04");
    siblings.children[0].seen = Typed::Given(YesNo::Yes);
    siblings.children[0].last_seen_on = on("2026-02-27");
    siblings.children.push(row("c2"));
    siblings.children[1].expected_date_of_birth = on("2026-06-01");
    assert_eq!(says(&siblings), ["met"], "the second is not born yet");
    siblings.children[1].expected_date_of_birth = Typed::Blank;
    siblings.children[1].date_of_birth = on("2020-01-01");
    siblings.children[1].seen = Typed::Given(YesNo::No);
    assert_eq!(says(&siblings), ["unmet children/c2/seen [not-seen]"]);
}

#[test]
fn relationships_not_observed() {
    let rule = "relationships-not-observed";
    assert_eq!(says(rule, &unborn(), TODAY), ["not applicable"]);
    let mut siblings = unborn();
    siblings.children.push(row("c2"));
    siblings.children[1].date_of_birth = on("2020-01-01");
    assert_eq!(says(rule, &siblings, TODAY), ["unmet assessment/relationships_observed"]);
    one_answer(rule, "assessment/relationships_observed", |record| {
        record.assessment.relationships_observed = "Runs to Gran when upset.".into();
    });
}

#[test]
fn communication_method_until_the_second_birthday() {
    let rule = "communication-method-missing";
    let mut record = born("2024-03-02");
    record.children[0].disabilities = Choices(vec![Typed::Given(Disability::None)]);
    assert_eq!(says(rule, &record, "2026-03-01"), ["unmet children/c1/communication_method"]);
    assert_eq!(says(rule, &record, "2026-03-02"), ["not applicable"], "the second birthday");
    record.children[0].communication_method = "Watched at feeding and at play.".into();
    assert_eq!(says(rule, &record, "2026-03-01"), ["met"]);
}

#[test]
fn communication_method_with_a_disability() {
    let says = |record: &Record| says("communication-method-missing", record, TODAY);
    assert_eq!(says(&Record::default()), ["unknown children"]);
    assert_eq!(says(&unborn()), ["not applicable"]);
    let mut record = born("2015-01-01");
    assert_eq!(says(&record), ["unknown children/c1/disabilities"]);
    record.children[0].disabilities = Choices(vec![Typed::Given(Disability::Hearing)]);
    assert_eq!(says(&record), ["unmet children/c1/communication_method"]);
    record.children[0].disabilities = Choices(vec![Typed::Given(Disability::None)]);
    record.children[0].date_of_birth = unread();
    assert_eq!(says(&record), ["unknown children/c1/date_of_birth"]);
    record.children[0].disabilities = Choices(vec![Typed::Given(Disability::Autism)]);
    assert_eq!(says(&record), ["unmet children/c1/communication_method"]);
}

#[test]
fn communication_method_of_each_sibling() {
    let says = |record: &Record| says("communication-method-missing", record, TODAY);
    let mut siblings = born("2015-01-01");
    siblings.children[0].disabilities = Choices(vec![Typed::Given(Disability::Hearing)]);
    siblings.children[0].communication_method = "Face to face, with signs.".into();
    siblings.children.push(row("c2"));
    siblings.children[1].date_of_birth = on("2025-06-30");
    assert_eq!(says(&siblings), ["unmet children/c2/communication_method"]);
    siblings.children[1].date_of_birth = on("2015-01-01");
    assert_eq!(says(&siblings), ["unknown children/c2/disabilities"]);
    siblings.children[1].disabilities = Choices(vec![Typed::Given(Disability::None)]);
    assert_eq!(says(&siblings), ["met"], "nobody asks it of the second");
    siblings.children[0].communication_method = "".into();
    assert_eq!(says(&siblings), ["unmet children/c1/communication_method"]);
}

#[test]
fn parents_involvement_missing() {
    one_answer("parents-involvement-missing", "assessment/parents_involvement", |record| {
        record.assessment.parents_involvement = "Both read the draft.".into();
    });
}

#[test]
fn engagement_attempts_missing() {
    one_answer("engagement-attempts-missing", "assessment/engagement_attempts", |record| {
        record.assessment.engagement_attempts = "Evening calls to Dad, who works shifts.".into();
    });
}

#[test]
fn information_not_requested() {
    let says = |record: &Record| says("information-not-requested", record, TODAY);
    let mut record = Record::default();
    record.agencies.push(row("own"));
    record.agencies[0].kind = Typed::Given(AgencyKind::ChildrensServices);
    record.agencies[0].gives_service = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["not applicable"], "the agency that asks");
    record.agencies.push(row("school"));
    assert_eq!(says(&record), ["unknown agencies/school/gives_service"]);
    record.agencies[1].gives_service = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["not applicable"]);
    record.agencies[1].gives_service = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["unmet agencies/school/information_requested_on"]);
    record.agencies[1].information_requested_on = unread();
    assert_eq!(says(&record), ["unknown agencies/school/information_requested_on"]);
    record.agencies[1].information_requested_on = on("2026-02-10");
    assert_eq!(says(&record), ["met"]);
}

#[test]
fn identity_not_explored() {
    let says = |record: &Record| says("identity-not-explored", record, TODAY);
    assert_eq!(says(&unborn()), ["unmet assessment/identity_explored"]);
    let mut record = born("2018-05-04");
    record.assessment.identity_explored = Typed::Given(IdentityExplored::NotYet);
    assert_eq!(
        says(&record),
        [
            "unmet assessment/identity_explored",
            "unmet children/c1/culture [culture-missing]",
            "unmet children/c1/ethnicity [ethnicity-missing]"
        ]
    );
    record.children[0].culture = "Romani; family gatherings matter most.".into();
    record.children[0].ethnicity = Typed::Given(Ethnicity::NotObtained);
    record.assessment.identity_explored = Typed::Given(IdentityExplored::Explored);
    assert_eq!(
        says(&record),
        [
            "unmet assessment/identity_impact [impact-missing]",
            "unmet children/c1/ethnicity [ethnicity-missing]"
        ]
    );
    record.assessment.identity_impact = "Teased at school for how she speaks.".into();
    record.children[0].ethnicity = Typed::Given(Ethnicity::Refused);
    assert_eq!(says(&record), ["met"]);
}

#[test]
fn identity_declined_is_an_answer() {
    let mut record = born("2018-05-04");
    record.assessment.identity_explored = Typed::Given(IdentityExplored::Declined);
    assert_eq!(says("identity-not-explored", &record, TODAY), ["met"]);
}

#[test]
fn analysis_missing() {
    one_answer("analysis-missing", "assessment/analysis", |record| {
        record.assessment.analysis = "Mair looks after the adults at home.".into();
    });
}

#[test]
fn analysis_not_explained() {
    let says = |record: &Record| says("analysis-not-explained", record, TODAY);
    let mut record = Record::default();
    let to_professionals = "unmet assessment/explained_to_professionals [professionals-not-told]";
    assert_eq!(says(&record), ["unmet assessment/explained_to_family", to_professionals]);
    record.assessment.explained_to_family = Typed::Given(DoneOrUnsafe::Unsafe);
    record.assessment.explained_to_professionals = Typed::Given(YesNo::No);
    assert_eq!(
        says(&record),
        ["unmet assessment/explained_unsafe_reason [unsafe-without-reason]", to_professionals]
    );
    record.assessment.explained_unsafe_reason = "Team Manager: Dad would learn who spoke.".into();
    record.assessment.explained_to_professionals = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["met"]);
}

#[test]
fn assessment_not_signed_off() {
    let says = |record: &Record| says("assessment-not-signed-off", record, TODAY);
    let quality = "unmet assessment/quality_assured [quality-not-assured]";
    let mut record = Record::default();
    assert_eq!(says(&record), ["unmet assessment/signed_off_by", quality]);
    record.assessment.signed_off_by = "Nia Prosser".into();
    assert_eq!(says(&record), ["unmet assessment/signed_off_on [day-missing]", quality]);
    record.assessment.signed_off_on = on("2026-02-26");
    assert_eq!(says(&record), [quality]);
    record.assessment.quality_assured = "Read by a second manager.".into();
    assert_eq!(says(&record), ["met"]);
}
