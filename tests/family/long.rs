//! A long copy in an invented family's plan: each kind of fact, answers in four languages, a name that is long.

use chrono::NaiveDate;
use team_around::reading::family::{Approval, Fact, FamilyCopy, Heading, Item, Part, Said, Version};
use team_around::record::codes::IntervalUnit;

/// A village that really has this name: nothing that people write has a longer word.
const LONGEST: &str = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";

fn on(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

fn said(words: &str) -> Said {
    Said { words: words.into(), language: String::new() }
}

fn in_language(language: &str, words: &str) -> Said {
    Said { words: words.into(), language: language.into() }
}

fn item(words: Said, facts: Vec<Fact>) -> Item {
    Item { said: words, facts }
}

/// One of many, each of which says where it begins and ends.
fn action(number: usize) -> Item {
    let words = format!(
        "Begin{number:02}. Bethan comes to the house and shows how a quiet evening can go: tea, a bath, a story, \
         and the light out at the same time each night. She writes down what helped and what did not."
    );
    let mut facts = vec![
        if number.is_multiple_of(3) { Fact::You } else { Fact::Who(said("Bethan Fictional")) },
        Fact::Code("professional-role".into(), "school-nurse".into()),
        Fact::Every(2, IntervalUnit::Weeks),
        Fact::Code("action-status".into(), "in-progress".into()),
        Fact::Measure(said(&format!("A sleep diary that Tia keeps with the school nurse. End{number:02}."))),
    ];
    facts.insert(2, Fact::By(on("2026-05-01")));
    item(words_of(number, words), facts)
}

/// Two of them were written in another language.
fn words_of(number: usize, words: String) -> Said {
    match number {
        4 => in_language(
            "pl",
            &format!("Begin{number:02}. Bethan pokaże, jak może wyglądać spokojny wieczór."),
        ),
        5 => in_language("ar", &format!("Begin{number:02}. ستأتي بيثان إلى البيت مرة كل أسبوعين.")),
        _ => said(&words),
    }
}

/// The copy, approved, and to be read on 4 March 2026.
pub fn copy() -> FamilyCopy {
    let part = |heading, items| Part { heading, items };
    let plain = |words: &str| item(said(words), Vec::new());
    let parts = vec![
        part(
            Heading::Why,
            vec![plain(
                "Tia has seen grown-ups shout and hit. She sleeps badly and misses school.\nThe GP and CAMHS know.",
            )],
        ),
        part(Heading::Worries, vec![plain("We are worried that Tia is too frightened to say so.")]),
        part(Heading::GoingWell, vec![plain("Tia does well at school and has two good friends.")]),
        part(
            Heading::Change,
            vec![
                plain("Tia needs to feel safe."),
                item(
                    said("Tia sleeps through the night."),
                    vec![
                        Fact::Now(said("She wakes three nights in a week.")),
                        Fact::By(on("2026-06-01")),
                        Fact::Code("outcome-status".into(), "some-progress".into()),
                    ],
                ),
                item(Said::default(), vec![Fact::Ends(said("Tia sleeps well for three months."))]),
            ],
        ),
        part(Heading::Actions, (1..=16).map(action).collect()),
        part(Heading::Otherwise, vec![otherwise()]),
        part(
            Heading::Next,
            vec![item(Said::default(), vec![Fact::On(on("2026-04-13")), Fact::At(said("2 pm to 3 pm"))])],
        ),
        part(
            Heading::Voice,
            vec![item(
                said("I like it when it is quiet."),
                vec![Fact::Then(said("Contact is at the pool now."))],
            )],
        ),
        part(
            Heading::Ring,
            vec![plain("Sioned Notreal, social worker: 01632 960 100, Monday to Friday, 9 to 5")],
        ),
    ];
    approved(parts)
}

fn otherwise() -> Item {
    item(
        said("Contact stops until there has been another meeting."),
        vec![
            Fact::If(said("Tia is hurt or frightened at contact.")),
            Fact::Who(said(LONGEST)),
            Fact::Role(said("social worker")),
            Fact::Done(on("2026-02-20")),
            Fact::Without(said("The group meets again within a week.")),
            Fact::Because(said("The pool is closed in winter.")),
        ],
    )
}

fn approved(parts: Vec<Part>) -> FamilyCopy {
    let mut copy = FamilyCopy {
        id: "copy-long".into(),
        reader: "Dean Madeup".into(),
        children: vec!["Tia".into(), "Rhys".into()],
        version: Version::Adult,
        as_at: Some(on("2026-03-02")),
        expires_on: Some(on("2026-06-30")),
        parts,
        ..FamilyCopy::default()
    };
    copy.approval = Some(Approval { on: on("2026-03-03"), seal: copy.seal() });
    copy
}
