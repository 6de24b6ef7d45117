//! An invented family: a mother who has left, two fathers, two children, and the people who help.

use team_around::reading::family::{Prepared, Refusal, prepared};
use team_around::record::codes::YesNo;
use team_around::record::people::{MayReceive, Person, Relationship};
use team_around::record::plan::Action;
use team_around::record::sharing::{CopyChoice, CopyDecision, PreparedCopy};
use team_around::record::voice::Voice;
use team_around::record::{Link, Links, Record, RowId, Typed};

pub const ADDRESS: &str = "Flat 3, 18 Mill Street, Cattersby, ZZ9 4QT";

pub fn id(text: &str) -> RowId {
    RowId::new(text).unwrap()
}

pub fn day(text: &str) -> Typed<chrono::NaiveDate> {
    Typed::Given(text.parse().unwrap())
}

fn person(of: &str, name: &str, relationship: Relationship) -> Person {
    Person {
        id: id(of),
        name: name.into(),
        relationship: Typed::Given(relationship),
        may_receive_plan: Typed::Given(MayReceive::Full),
        ..Person::default()
    }
}

/// Carys Invented has left Dean Madeup, Tia's father; Joss Imagined is Rhys's. Nobody may tell Dean where she is.
pub fn record() -> Record {
    let mut record = Record::default();
    for (of, name) in [("c-tia", "Tia Invented"), ("c-rhys", "Rhys Invented")] {
        record.children.push(Default::default());
        let child = record.children.last_mut().unwrap();
        child.id = id(of);
        child.name = name.into();
        child.address = ADDRESS.into();
        child.address_restricted = Typed::Given(YesNo::Yes);
        child.school_or_setting = "St Oda’s Church of England Primary School".into();
    }
    let mut mother = person("p-carys", "Carys Invented", Relationship::Mother);
    mother.address = ADDRESS.into();
    mother.address_restricted = Typed::Given(YesNo::Yes);
    mother.contact = "07700 900 431, carys@invented.example.org".into();
    mother.not_to_meet = Links::to(&[&id("p-dean")]);
    record.people = vec![
        mother,
        person("p-dean", "Dean Madeup", Relationship::Father),
        person("p-joss", "Joss Imagined", Relationship::Father),
    ];
    record.professionals.push(Default::default());
    record.professionals[0].id = id("q-sioned");
    record.professionals[0].name = "Sioned Notreal".into();
    record.professionals[0].role_detail = "social worker".into();
    record.plan.why = "Tia and Rhys have seen grown-ups shout and hit.".into();
    record.plan.outcomes.push(Default::default());
    record.plan.outcomes[0].id = id("o-tia");
    record.plan.outcomes[0].what = "Tia sleeps through the night.".into();
    record.plan.outcomes[0].children = Links::to(&[&id("c-tia")]);
    record.plan.outcomes.push(Default::default());
    record.plan.outcomes[1].id = id("o-rhys");
    record.plan.outcomes[1].what = "Rhys goes to school every day.".into();
    record.plan.outcomes[1].children = Links::to(&[&id("c-rhys")]);
    record.plan.actions = vec![
        action("a-visit", "See Tia every week.", "o-tia", "q-sioned"),
        action("a-mother", "Take Tia to the sleep clinic.", "o-tia", "p-carys"),
        action("a-bus", "Walk Rhys to the bus.", "o-rhys", "p-joss"),
    ];
    record.voices = vec![
        Voice {
            id: id("v-tia"),
            child: Link::to(&id("c-tia")),
            views_now: "I like it when it is quiet.".into(),
            ..Voice::default()
        },
        Voice {
            id: id("v-rhys"),
            child: Link::to(&id("c-rhys")),
            views_now: "I miss my bed.".into(),
            ..Voice::default()
        },
    ];
    record
}

fn action(of: &str, what: &str, outcome: &str, owner: &str) -> Action {
    Action {
        id: id(of),
        what: what.into(),
        outcome: Link::to(&id(outcome)),
        owner: Link::to(&id(owner)),
        due: day("2026-04-01"),
        ..Action::default()
    }
}

/// A copy for these readers about these children, prepared by Sioned on 2 March 2026.
pub fn copy(record: &mut Record, readers: &[&str], children: &[&str]) -> RowId {
    let ids = |texts: &[&str]| texts.iter().map(|text| id(text)).collect::<Vec<_>>();
    let (readers, children) = (ids(readers), ids(children));
    let row = id(&format!("copy-{}", record.sharing.copies.len() + 1));
    record.sharing.copies.push(PreparedCopy {
        id: row.clone(),
        readers: Links::to(&readers.iter().collect::<Vec<_>>()),
        children: Links::to(&children.iter().collect::<Vec<_>>()),
        ring: "Sioned Notreal, 01632 960 100, on weekdays from 9 to 5.".into(),
        prepared_by: "Sioned Notreal".into(),
        prepared_on: day("2026-03-02"),
        expires_on: day("2026-06-02"),
        ..PreparedCopy::default()
    });
    row
}

/// Decides about one place of a copy.
pub fn decide(record: &mut Record, copy: &RowId, place: &str, decision: CopyDecision) {
    record.sharing.choices.push(CopyChoice {
        id: id(&format!("choice-{}", record.sharing.choices.len() + 1)),
        copy: Link::to(copy),
        place: place.into(),
        decision: Typed::Given(decision),
        risk: Typed::Given(YesNo::No),
        reason: "The reader knows this already.".into(),
        by: "Sioned Notreal".into(),
        ..CopyChoice::default()
    });
}

/// Approves a copy as it stands, as somebody else than its author.
pub fn approve(record: &mut Record, copy: &RowId) {
    let seal = prepared(record, copy).unwrap().seal;
    let row = record.sharing.copies.iter_mut().find(|row| row.id == *copy).unwrap();
    row.approved_by = "Mared Fictional".into();
    row.approved_role = "Team manager".into();
    row.approved_on = day("2026-03-03");
    row.approved = seal.as_str().into();
}

/// Everything that goes out, as one text.
pub fn out(prepared: &Prepared) -> String {
    team_around::reading::family::write_copy(&prepared.copy)
}

/// Dean's copy about Tia, with nothing in it that is to be found.
pub fn dean() -> (Record, RowId) {
    let mut record = record();
    record.plan.why = "There has been shouting and hitting.".into();
    let dean = copy(&mut record, &["p-dean"], &["c-tia"]);
    assert_eq!(prepared(&record, &dean).unwrap().refused, []);
    (record, dean)
}

/// Something in this copy would give somebody away.
#[track_caller]
pub fn stops(record: &Record, copy: &RowId) {
    let found = prepared(record, copy).unwrap();
    assert!(found.refused.contains(&Refusal::Leaks), "{}", out(&found));
}
