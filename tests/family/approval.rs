//! Nothing goes out that somebody else has not approved as it is, nor after its time.

use crate::family::{approve, copy, day, decide, id, record};
use team_around::reading::family::{
    Approval, NotACopy, Refusal, Why, prepared, read_copy, release, write_copy,
};
use team_around::record::codes::YesNo;
use team_around::record::people::MayReceive;
use team_around::record::sharing::{CopyDecision, PreparedCopy};
use team_around::record::{Record, RowId, Typed};

const TODAY: &str = "2026-03-04";

fn ready() -> (Record, RowId) {
    let mut record = record();
    let joss = copy(&mut record, &["p-joss"], &["c-rhys"]);
    record.plan.why = "There has been shouting and hitting.".into();
    (record, joss)
}

fn refused(record: &Record, copy: &RowId, on: &str) -> Vec<Refusal> {
    release(record, copy, day(on).get().unwrap()).err().unwrap_or_default()
}

#[test]
fn a_copy_that_was_approved_by_somebody_else_goes_out_until_its_last_day() {
    let (mut record, joss) = ready();
    assert_eq!(refused(&record, &joss, TODAY), [Refusal::NotApproved]);
    approve(&mut record, &joss);
    assert_eq!(refused(&record, &joss, TODAY), []);
    assert_eq!(refused(&record, &joss, "2026-06-02"), []);
    assert_eq!(refused(&record, &joss, "2026-06-03"), [Refusal::Expired]);
    record.sharing.copies[0].expires_on = Typed::Blank;
    approve(&mut record, &joss);
    assert_eq!(refused(&record, &joss, TODAY), [Refusal::NoLastDay]);
    assert_eq!(refused(&record, &id("copy-9"), TODAY), [Refusal::NoCopy]);
}

type Break = (fn(&mut PreparedCopy), Refusal);

#[test]
fn whatever_is_missing_is_said() {
    let breaks: [Break; 7] = [
        (|row| row.approved_by = "".into(), Refusal::NotApproved),
        (|row| row.approved_on = Typed::Blank, Refusal::NotApproved),
        (|row| row.approved_by = "sioned  NOTREAL".into(), Refusal::OwnApproval),
        (|row| row.prepared_by = "".into(), Refusal::NoAuthor),
        (|row| row.ring = "Somebody else, 01632 960 200.".into(), Refusal::Changed),
        (|row| row.withdrawn_on = day("2026-03-04"), Refusal::Withdrawn),
        (|row| row.readers = Default::default(), Refusal::NoReader),
    ];
    for (breaks, refusal) in breaks {
        let (mut record, joss) = ready();
        approve(&mut record, &joss);
        breaks(&mut record.sharing.copies[0]);
        assert!(refused(&record, &joss, TODAY).contains(&refusal), "{refusal:?}");
    }
}

#[test]
fn what_is_changed_in_the_plan_needs_another_look() {
    let (mut record, joss) = ready();
    approve(&mut record, &joss);
    record.plan.actions[2].what = "Drive Rhys to school.".into();
    assert_eq!(refused(&record, &joss, TODAY), [Refusal::Changed]);
    approve(&mut record, &joss);
    // What the reader does not see may change.
    record.plan.actions[0].what = "See Tia twice a week.".into();
    assert_eq!(refused(&record, &joss, TODAY), []);
}

#[test]
fn who_may_read_is_a_decision_about_each_person() {
    for (may, refusal) in
        [(Typed::Blank, Refusal::Undecided), (Typed::Given(MayReceive::Nothing), Refusal::MayNot)]
    {
        let (mut record, joss) = ready();
        record.people[2].may_receive_plan = may;
        approve(&mut record, &joss);
        assert!(refused(&record, &joss, TODAY).contains(&refusal));
        assert!(prepared(&record, &joss).unwrap().copy.parts.is_empty());
    }
    let (mut record, joss) = ready();
    record.sharing.copies[0].children = Default::default();
    assert!(refused(&record, &joss, TODAY).contains(&Refusal::NoChildren));
    record.sharing.copies[0].readers = team_around::record::Links::to(&[&id("p-nobody")]);
    assert!(refused(&record, &joss, TODAY).contains(&Refusal::UnknownReader));
}

#[test]
fn a_childs_words_go_out_only_where_somebody_decided_that_they_are_safe() {
    let (mut record, joss) = ready();
    let words = "I miss my bed.";
    let said = |record: &Record| write_copy(&prepared(record, &joss).unwrap().copy).contains(words);
    let why = |record: &Record| {
        let left = prepared(record, &joss).unwrap().left_out;
        left.iter().find(|left| left.place.to_string() == "voices/v-rhys/views_now").map(|left| left.why)
    };
    assert_eq!((said(&record), why(&record)), (false, Some(Why::NotDecided)));
    decide(&mut record, &joss, "voices/v-rhys/views_now", CopyDecision::Share);
    assert_eq!((said(&record), why(&record)), (true, None));
    for risk in [Typed::Given(YesNo::Yes), Typed::Blank] {
        record.sharing.choices[0].risk = risk;
        assert_eq!((said(&record), why(&record)), (false, Some(Why::AtRisk)));
    }
    record.sharing.choices[0].risk = Typed::Given(YesNo::No);
    // Two decided, and one of them sees a risk.
    decide(&mut record, &joss, "voices/v-rhys", CopyDecision::Share);
    record.sharing.choices[1].risk = Typed::Given(YesNo::Yes);
    assert_eq!((said(&record), why(&record)), (false, Some(Why::AtRisk)));
    record.sharing.choices.pop();
    assert!(said(&record));
    record.voices[1].keep_private_from = team_around::record::Links::to(&[&id("p-joss")]);
    assert_eq!((said(&record), why(&record)), (false, Some(Why::KeptPrivate)));
    // A decision about one copy is none about another.
    let other = copy(&mut record, &["p-carys"], &["c-rhys"]);
    assert!(!write_copy(&prepared(&record, &other).unwrap().copy).contains(words));
}

#[test]
fn what_goes_out_is_read_back_and_anything_else_is_not() {
    let (mut record, joss) = ready();
    approve(&mut record, &joss);
    let copy = release(&record, &joss, day(TODAY).get().unwrap()).unwrap();
    let text = write_copy(&copy);
    assert_eq!(read_copy(&text), Ok(copy.clone()));
    assert_eq!(read_copy(&write_copy(&prepared(&record, &joss).unwrap().copy)), Err(NotACopy::NotApproved));
    assert_eq!(read_copy(&text.replace("Walk Rhys", "Drive Rhys")), Err(NotACopy::NotApproved));
    assert_eq!(read_copy(&text.replace("\"version\":1", "\"version\":2")), Err(NotACopy::Newer));
    for other in
        ["", "null", "{}", "[1]", "{\"format\":\"team-around\"}", &team_around::wire::whole_text(&record)]
    {
        assert_eq!(read_copy(other), Err(NotACopy::Other), "{other}");
    }
    assert_eq!(
        read_copy(&text.replace("\"heading\":\"why\"", "\"heading\":\"secret\"")),
        Err(NotACopy::Damaged)
    );
}

#[test]
fn every_reason_has_its_sentence_in_both_languages() {
    use team_around::words::{Language, Words};
    let left = Why::ALL.iter().map(|why| why.words_key());
    let refused = Refusal::ALL.iter().map(|refusal| refusal.words_key());
    let shown =
        [NotACopy::Other, NotACopy::Newer, NotACopy::Damaged, NotACopy::NotApproved, NotACopy::Expired];
    let keys: Vec<&str> = left.chain(refused).chain(shown.map(NotACopy::words_key)).collect();
    for language in [Language::English, Language::Welsh] {
        let missing: Vec<_> = keys.iter().filter(|key| Words::of(language).say(key).is_none()).collect();
        assert!(missing.is_empty(), "{language:?}: {missing:?}");
    }
}

/// A host that gives the page more than the copy has not given it a copy: what is beside it was never approved.
#[test]
fn a_text_that_holds_anything_beside_the_copy_is_none() {
    let (mut record, joss) = ready();
    approve(&mut record, &joss);
    let copy = release(&record, &joss, day(TODAY).get().unwrap()).unwrap();
    let text = write_copy(&copy);
    for (before, after) in [
        ("{\"format\"", "{\"address\":\"18 Mill Street\",\"format\""),
        ("\"approval\":{", "\"approval\":{\"by\":\"Mared Fictional\","),
        ("{\"heading\":\"why\"", "{\"left_out\":[],\"heading\":\"why\""),
        ("{\"words\":\"There has", "{\"place\":\"plan/why\",\"words\":\"There has"),
        ("\"fact\":\"by\"", "\"of\":\"p-carys\",\"fact\":\"by\""),
        ("\"fact\":\"by\"", "\"words\":\"18 Mill Street\",\"fact\":\"by\""),
        ("{\"format\"", "{\"format\":\"18 Mill Street\",\"format\""),
        ("\"version\":1,", ""),
        ("\"expires_on\":\"2026-06-02\"", "\"expires_on\":\"2 June\""),
    ] {
        let other = text.replacen(before, after, 1);
        assert_ne!(other, text, "{before}");
        assert_eq!(read_copy(&other), Err(NotACopy::NotApproved), "{after}");
    }
    // Another program may write the same in another order and with more space.
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let sorted: std::collections::BTreeMap<String, serde_json::Value> =
        value.as_object().unwrap().clone().into_iter().collect();
    assert_eq!(read_copy(&serde_json::to_string_pretty(&sorted).unwrap()), Ok(copy));
}

#[test]
fn a_text_that_is_longer_than_any_plan_is_not_read() {
    let (record, joss) = ready();
    let mut copy = prepared(&record, &joss).unwrap().copy;
    copy.parts[0].items[0].said.words = "There has been shouting. ".repeat(100_000);
    copy.approval = Some(Approval { on: day(TODAY).get().unwrap(), seal: copy.seal() });
    assert_eq!(read_copy(&write_copy(&copy)), Err(NotACopy::Other));
    assert_eq!(read_copy(&"[".repeat(100_000)), Err(NotACopy::Other));
}
