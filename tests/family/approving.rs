//! Who says that a copy is ready, who approves it, and what makes an approval worth nothing.  domain.md 5.3

use crate::family::{copy, day, id, record};
use chrono::NaiveDate;
use team_around::reading::family::{
    Decision, NotNow, Refusal, Stands, Who, approve, decide, is_approved, may_approve, may_prepare,
    prepare_by, release, shown, stands, take_back, withdraw,
};
use team_around::record::people::Contact;
use team_around::record::{Place, Record, RowId, Typed};

const SIONED: Who<'_> = Who { id: "u-1", name: "Sioned Notreal", role: "Social worker" };
const MARED: Who<'_> = Who { id: "u-2", name: "Mared Fictional", role: "Team manager" };

fn on(text: &str) -> NaiveDate {
    day(text).get().unwrap()
}

fn today() -> NaiveDate {
    on("2026-03-04")
}

/// A copy for Joss that nobody has looked at, and that has no last day.
fn new() -> (Record, RowId) {
    let mut record = record();
    let joss = copy(&mut record, &["p-joss"], &["c-rhys"]);
    record.plan.why = "There has been shouting and hitting.".into();
    let row = &mut record.sharing.copies[0];
    row.prepared_by = "".into();
    row.prepared_on = Typed::Blank;
    row.expires_on = Typed::Blank;
    (record, joss)
}

fn seal(record: &Record, copy: &RowId) -> String {
    shown(record, copy, today()).unwrap().seal
}

/// Sioned prepared it, and Mared approved it.
fn approved() -> (Record, RowId) {
    let (mut record, joss) = new();
    prepare_by(&mut record, &joss, &SIONED, today()).unwrap();
    let seen = seal(&record, &joss);
    approve(&mut record, &joss, &MARED, today(), &seen).unwrap();
    (record, joss)
}

fn stands_as(record: &Record, copy: &RowId, on: NaiveDate) -> Stands {
    stands(&record.sharing.copies[0], &shown(record, copy, on).unwrap().seal, on)
}

fn approves(record: &mut Record, copy: &RowId, who: &Who<'_>) -> Result<(), NotNow> {
    let seen = seal(record, copy);
    approve(record, copy, who, today(), &seen)
}

#[test]
fn its_author_says_that_it_is_ready_and_somebody_else_approves_it() {
    let (mut record, joss) = new();
    assert_eq!(stands_as(&record, &joss, today()), Stands::NotPrepared);
    assert_eq!(approves(&mut record, &joss, &MARED), Err(NotNow::NotPrepared));
    prepare_by(&mut record, &joss, &SIONED, today()).unwrap();
    assert_eq!(stands_as(&record, &joss, today()), Stands::Prepared);
    assert_eq!(approves(&mut record, &joss, &SIONED), Err(NotNow::Own));
    assert_eq!(approves(&mut record, &joss, &MARED), Ok(()));
    let row = &record.sharing.copies[0];
    assert_eq!((row.prepared_by.trim(), row.prepared_on.get()), ("Sioned Notreal", Some(today())));
    assert_eq!((row.approved_by.trim(), row.approved_role.trim()), ("Mared Fictional", "Team manager"));
    assert_eq!((row.approved_on.get(), row.approved.trim()), (Some(today()), seal(&record, &joss).as_str()));
    assert_eq!(stands_as(&record, &joss, today()), Stands::Approved);
    assert!(release(&record, &joss, today()).is_ok());
}

#[test]
fn an_author_is_known_by_name_and_by_id() {
    let (mut record, joss) = new();
    prepare_by(&mut record, &joss, &SIONED, today()).unwrap();
    for who in [
        Who { id: "u-9", name: " sioned  NOTREAL ", role: "Team manager" },
        Who { id: "Sioned Notreal", name: "Somebody Else", role: "Team manager" },
    ] {
        assert_eq!(approves(&mut record, &joss, &who), Err(NotNow::Own), "{who:?}");
    }
    // A page that tells no name: the id is written down, and known again.
    let (mut record, joss) = new();
    prepare_by(&mut record, &joss, &Who { id: "u-7", name: "", role: "" }, today()).unwrap();
    assert_eq!(record.sharing.copies[0].prepared_by.trim(), "u-7");
    let renamed = Who { id: "u-7", name: "Sioned Notreal", role: "" };
    assert_eq!(approves(&mut record, &joss, &renamed), Err(NotNow::Own));
}

#[test]
fn nobody_without_a_name_says_anything() {
    let (mut record, joss) = new();
    let nobody = Who::default();
    assert_eq!(prepare_by(&mut record, &joss, &nobody, today()), Err(NotNow::Unnamed));
    prepare_by(&mut record, &joss, &SIONED, today()).unwrap();
    assert_eq!(approves(&mut record, &joss, &nobody), Err(NotNow::Unnamed));
}

#[test]
fn what_stops_it_stops_author_and_approver() {
    let (mut record, joss) = new();
    prepare_by(&mut record, &joss, &SIONED, today()).unwrap();
    record.plan.why = "They are at 18 Mill Street now.".into();
    assert_eq!(approves(&mut record, &joss, &MARED), Err(NotNow::Refused));
    record.sharing.copies[0].prepared_by = "".into();
    assert_eq!(prepare_by(&mut record, &joss, &SIONED, today()), Err(NotNow::Refused));
    // Said in other words it goes on.
    let why = Place::read("plan/why").unwrap();
    let words = Decision::Reword { words: "There has been shouting.".into(), language: String::new() };
    decide(&mut record, &joss, &why, (words, "Sioned Notreal"), id("d-1")).unwrap();
    assert_eq!(prepare_by(&mut record, &joss, &SIONED, today()), Ok(()));
    assert_eq!(approves(&mut record, &joss, &MARED), Ok(()));
}

#[test]
fn what_is_approved_is_what_was_shown() {
    let (mut record, joss) = new();
    prepare_by(&mut record, &joss, &SIONED, today()).unwrap();
    let seen = seal(&record, &joss);
    record.plan.actions[2].what = "Drive Rhys to school.".into();
    assert_eq!(approve(&mut record, &joss, &MARED, today(), &seen), Err(NotNow::Changed));
    assert!(record.sharing.copies[0].approved.is_blank());
    // What the reader does not see may have changed meanwhile.
    let seen = seal(&record, &joss);
    record.plan.actions[0].what = "See Tia twice a week.".into();
    assert_eq!(approve(&mut record, &joss, &MARED, today(), &seen), Ok(()));
}

#[test]
fn a_copy_that_was_changed_needs_another_look_and_its_author_may_not_give_it() {
    let (mut record, joss) = approved();
    record.plan.actions[2].what = "Drive Rhys to school.".into();
    assert_eq!(stands_as(&record, &joss, today()), Stands::Changed);
    assert_eq!(release(&record, &joss, today()).err(), Some(vec![Refusal::Changed]));
    assert_eq!(approves(&mut record, &joss, &SIONED), Err(NotNow::Own));
    assert_eq!(approves(&mut record, &joss, &MARED), Ok(()));
    // A decision changes what goes as much as the plan does.
    let place = Place::read("plan/actions/a-bus/what").unwrap();
    decide(&mut record, &joss, &place, (Decision::LeaveOut, "Sioned Notreal"), id("d-1")).unwrap();
    assert_eq!(stands_as(&record, &joss, today()), Stands::Changed);
}

#[test]
fn what_is_allowed_after_the_approval_was_approved_by_nobody() {
    let (mut record, joss) = new();
    record.plan.why = "There has been shouting, which Bethan heard.".into();
    prepare_by(&mut record, &joss, &SIONED, today()).unwrap();
    approves(&mut record, &joss, &MARED).unwrap();
    // A neighbour of that name is written down: it stops the copy, and may be confirmed.
    record.network.push(Contact { id: id("x-late"), name: "Bethan Late".into(), ..Contact::default() });
    let leaks = shown(&record, &joss, today()).unwrap().prepared.leaks;
    let leak = leaks.iter().find(|leak| leak.stops()).expect("the name is found");
    assert!(!leak.restricted);
    let (place, reason) = (leak.place.clone(), "The reader knows it.".to_owned());
    decide(&mut record, &joss, &place, (Decision::Confirm { reason }, "Sioned Notreal"), id("d-1")).unwrap();
    assert!(shown(&record, &joss, today()).unwrap().prepared.refused.is_empty());
    assert_eq!(release(&record, &joss, today()).err(), Some(vec![Refusal::Changed]));
    assert_eq!(stands_as(&record, &joss, today()), Stands::Changed);
    assert_eq!(approves(&mut record, &joss, &SIONED), Err(NotNow::Own));
    assert_eq!(approves(&mut record, &joss, &MARED), Ok(()));
    assert!(release(&record, &joss, today()).is_ok());
    // Another reason is another decision.
    record.sharing.choices.iter_mut().for_each(|row| row.reason = "Because.".into());
    assert_eq!(stands_as(&record, &joss, today()), Stands::Changed);
}

#[test]
fn preparing_it_again_ends_an_approval() {
    let (mut record, joss) = approved();
    assert_eq!(prepare_by(&mut record, &joss, &MARED, today()), Err(NotNow::Approved));
    record.plan.actions[2].what = "Drive Rhys to school.".into();
    prepare_by(&mut record, &joss, &MARED, on("2026-03-06")).unwrap();
    let row = &record.sharing.copies[0];
    assert!(row.approved_by.is_blank() && row.approved_role.is_blank());
    assert!(row.approved_on.is_blank() && row.approved.is_blank());
    assert_eq!(row.prepared_on.get(), Some(on("2026-03-06")));
    assert_eq!(approves(&mut record, &joss, &MARED), Err(NotNow::Own));
}

#[test]
fn a_last_day_is_proposed_in_what_is_shown_and_set_by_the_approval() {
    let (mut record, joss) = new();
    prepare_by(&mut record, &joss, &SIONED, today()).unwrap();
    let looked = shown(&record, &joss, today()).unwrap();
    assert_eq!(looked.proposed, Some(on("2026-06-04")));
    assert_eq!(looked.prepared.copy.expires_on, Some(on("2026-06-04")), "the page says it before");
    assert!(record.sharing.copies[0].expires_on.is_blank());
    approve(&mut record, &joss, &MARED, today(), &looked.seal).unwrap();
    assert_eq!(record.sharing.copies[0].expires_on.get(), Some(on("2026-06-04")));
    // A day that somebody chose stays.
    let (mut record, joss) = new();
    record.sharing.copies[0].expires_on = day("2026-03-31");
    prepare_by(&mut record, &joss, &SIONED, today()).unwrap();
    assert_eq!(shown(&record, &joss, today()).unwrap().proposed, None);
    approves(&mut record, &joss, &MARED).unwrap();
    assert_eq!(record.sharing.copies[0].expires_on.get(), Some(on("2026-03-31")));
}

#[test]
fn a_day_that_could_not_be_read_is_no_last_day() {
    let (mut record, joss) = new();
    prepare_by(&mut record, &joss, &SIONED, today()).unwrap();
    record.sharing.copies[0].expires_on = Typed::Unread("31/02/2026".into());
    assert_eq!(approves(&mut record, &joss, &MARED), Err(NotNow::LastDay));
    record.sharing.copies[0].prepared_by = "".into();
    assert_eq!(prepare_by(&mut record, &joss, &SIONED, today()), Err(NotNow::LastDay));
}

#[test]
fn a_copy_whose_time_is_over_is_prepared_again_with_a_new_last_day() {
    let (mut record, joss) = approved();
    let late = on("2026-06-05");
    assert_eq!(stands_as(&record, &joss, late), Stands::Expired);
    let looked = shown(&record, &joss, late).unwrap();
    assert_eq!(may_approve(&record.sharing.copies[0], &looked, &MARED, late), Err(NotNow::Expired));
    prepare_by(&mut record, &joss, &SIONED, late).unwrap();
    assert_eq!(shown(&record, &joss, late).unwrap().proposed, Some(on("2026-09-05")));
    assert_eq!(stands_as(&record, &joss, late), Stands::Prepared);
}

#[test]
fn what_was_withdrawn_stays_withdrawn() {
    let (mut record, joss) = approved();
    withdraw(&mut record, &joss, on("2026-03-10")).unwrap();
    assert_eq!(release(&record, &joss, today()).err(), Some(vec![Refusal::Withdrawn]));
    assert_eq!(withdraw(&mut record, &joss, on("2026-03-11")), Err(NotNow::Withdrawn));
    assert_eq!(record.sharing.copies[0].withdrawn_on.get(), Some(on("2026-03-10")));
    let looked = shown(&record, &joss, today()).unwrap();
    let row = &record.sharing.copies[0];
    assert_eq!(may_prepare(row, &looked, &SIONED, today()), Err(NotNow::Withdrawn));
    assert_eq!(may_approve(row, &looked, &MARED, today()), Err(NotNow::Withdrawn));
}

/// A host may refuse an approval, and then nothing of the plan is stored until it is taken back.
#[test]
fn an_approval_that_is_taken_back_was_never_there() {
    let (mut record, joss) = approved();
    let before = record.sharing.copies[0].clone();
    take_back(&mut record, &joss).unwrap();
    assert_eq!(stands_as(&record, &joss, today()), Stands::Prepared);
    assert!(!is_approved(&record.sharing.copies[0]));
    let refused = release(&record, &joss, today()).unwrap_err();
    assert!(refused.contains(&Refusal::NotApproved), "{refused:?}");
    assert_eq!(take_back(&mut record, &joss), Err(NotNow::NotApproved));
    assert_eq!(approves(&mut record, &joss, &MARED), Ok(()));
    assert_eq!(record.sharing.copies[0], before);
    withdraw(&mut record, &joss, today()).unwrap();
    assert_eq!(take_back(&mut record, &joss), Err(NotNow::Withdrawn));
    assert_eq!(take_back(&mut record, &id("copy-9")), Err(NotNow::NoCopy));
}

/// Whoever wrote other words for a copy, or allowed something in it, has not read it with somebody else's eyes.
#[test]
fn whoever_wrote_part_of_it_does_not_approve_it() {
    let place = Place::read("plan/why").unwrap();
    let words = || Decision::Reword { words: "There were loud quarrels.".into(), language: String::new() };
    for (decision, told) in [
        (words(), Err(NotNow::Decided)),
        (Decision::Confirm { reason: "He was there.".into() }, Err(NotNow::Decided)),
        (Decision::LeaveOut, Ok(())),
    ] {
        let (mut record, joss) = new();
        record.plan.parent_summary = "Joss comes to each meeting.".into();
        decide(&mut record, &joss, &place, (decision.clone(), MARED.name), id("d-1")).unwrap();
        prepare_by(&mut record, &joss, &SIONED, today()).unwrap();
        assert_eq!(approves(&mut record, &joss, &MARED), told, "{decision:?}");
    }
    let (mut record, joss) = new();
    decide(&mut record, &joss, &place, (words(), MARED.name), id("d-1")).unwrap();
    prepare_by(&mut record, &joss, &SIONED, today()).unwrap();
    assert_eq!(approves(&mut record, &joss, &Who { id: "u-3", name: "Ifor Notreal", role: "Chair" }), Ok(()));
}
