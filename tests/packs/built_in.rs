//! Nothing of the two documents is forgotten, and nothing is cited that they do not have.

use crate::reader::{all, named};
use std::collections::{BTreeMap, BTreeSet};
use team_around::calendar::{Interval, Unit};
use team_around::protocol::catalogue::{State, catalogue};
use team_around::protocol::pack::{FigureName, ReadingName, Word};
use team_around::protocol::packs::{ALWAYS, BUILT_IN};
use team_around::protocol::rules::RULES;
use team_around::protocol::{PackFault, Protocol};
use team_around::record::CodeSet;
use team_around::record::codes::YesNo;

/// Rules of ours that no row of the documents asks for.
const OURS: [&str; 3] = ["visit-late", "child-not-seen-at-visit", "plan-start-missing"];

fn known_codes() -> BTreeSet<&'static str> {
    let checked = catalogue().filter(|row| matches!(row.state, State::Rule | State::Parameter));
    let rules = RULES.iter().map(|rule| rule.code);
    checked.map(|row| row.what).chain(rules).chain(OURS).collect()
}

#[test]
fn the_catalogue_has_163_rows_each_in_its_state() {
    let mut counts: BTreeMap<State, usize> = BTreeMap::new();
    for row in catalogue() {
        *counts.entry(row.state).or_default() += 1;
    }
    let expected = BTreeMap::from([
        (State::Rule, 130),
        (State::Reference, 28),
        (State::Prompt, 2),
        (State::Parameter, 3),
    ]);
    assert_eq!(counts, expected);
    assert_eq!(catalogue().map(|row| row.id).collect::<BTreeSet<_>>().len(), 163);
    assert_eq!(include_str!("../../src/protocol/catalogue.tsv").lines().count(), 164);
}

#[test]
fn a_row_that_is_checked_names_its_rule_and_context_is_never_checked() {
    for row in catalogue() {
        let context = row.class == "REF";
        assert_eq!(context, row.state == State::Reference, "{}", row.id);
        assert!(context || !row.what.is_empty(), "{}", row.id);
    }
}

#[test]
fn each_pack_bears_its_files_name_and_the_one_always_held_comes_first() {
    assert_eq!(BUILT_IN[0].id, ALWAYS);
    for (pack, file) in all().iter().zip(BUILT_IN) {
        assert_eq!(&*pack.id, file.id);
        assert!(!pack.title_cy.is_blank());
        for document in &pack.documents {
            assert!(!document.short.is_blank() && !document.short_cy.is_blank(), "{}", document.id);
        }
    }
}

#[test]
fn no_built_in_pack_has_a_fault() {
    let codes = known_codes();
    for pack in all() {
        for fault in pack.faults() {
            let coming = fault.what == PackFault::RuleUnknown && codes.contains(fault.typed.as_str());
            assert!(coming, "{}: {} at {} ({})", &*pack.id, fault.what.code(), fault.place, fault.typed);
        }
    }
}

#[test]
fn each_row_that_a_rule_checks_is_cited_under_that_rule() {
    let packs = all();
    let documents = [("CALD-", "calderdale-meetings-2017"), ("HANTS-", "hampshire-cin-2018")];
    for row in catalogue().filter(|row| matches!(row.state, State::Rule | State::Parameter)) {
        let (_, home) = documents.iter().find(|(start, _)| row.id.starts_with(start)).unwrap();
        let pack = packs.iter().find(|pack| &*pack.id == *home).unwrap();
        let cited = pack
            .rules
            .iter()
            .any(|rule| rule.id.as_str() == row.what && rule.rows.split_whitespace().any(|id| id == row.id));
        assert!(cited, "{} is not cited under {} in {home}", row.id, row.what);
    }
}

#[test]
fn what_a_pack_cites_is_in_the_catalogue_under_that_rule() {
    let rows: BTreeMap<_, _> = catalogue().map(|row| (row.id, row.what)).collect();
    for pack in all() {
        for rule in &pack.rules {
            for id in rule.rows.split_whitespace() {
                assert_eq!(rows.get(id), Some(&rule.id.as_str()), "{id}");
            }
            assert!(!rule.word.is(Word::Ours) || rule.rows.is_blank(), "{} is ours", rule.id);
        }
    }
}

#[test]
fn each_rule_stands_in_some_pack_that_is_no_example() {
    let packs: Vec<_> = all().into_iter().filter(|pack| !pack.example.is(YesNo::Yes)).collect();
    for rule in RULES {
        let stands = packs.iter().any(|pack| pack.rules.iter().any(|row| row.id.as_str() == rule.code));
        assert!(stands, "{}", rule.code);
    }
    assert_eq!(RULES.iter().map(|rule| rule.code).collect::<BTreeSet<_>>().len(), RULES.len());
}

/// domain.md 1.3 and 1.5; the infant's age, the pressing days and the number of actions are defaults
/// of ours (domain.md 1.3 ASM-05, decisions.md 2, domain.md 2.3 K).
#[test]
fn hampshires_figures_are_the_protocols() {
    let protocol = Protocol::of(vec![named("hampshire-cin-2018")]);
    let interval = |name| protocol.interval(name);
    assert_eq!(interval(FigureName::FirstPeriod), Some(Interval::new(6, Unit::Months)));
    assert_eq!(interval(FigureName::Review), Some(Interval::new(6, Unit::Weeks)));
    assert_eq!(interval(FigureName::ReviewReduced), Some(Interval::new(3, Unit::Months)));
    assert_eq!(interval(FigureName::Visit), Some(Interval::new(3, Unit::Weeks)));
    assert_eq!(interval(FigureName::VisitReduced), Some(Interval::new(6, Unit::Weeks)));
    assert_eq!(interval(FigureName::Distribution), Some(Interval::new(10, Unit::WorkingDays)));
    assert_eq!(interval(FigureName::Notice), Some(Interval::new(10, Unit::WorkingDays)));
    assert_eq!(interval(FigureName::InfantUntil), Some(Interval::new(24, Unit::Months)));
    assert_eq!(protocol.number(FigureName::DistributionSoon), Some(3));
    assert_eq!(protocol.number(FigureName::FamilyActions), Some(8));
}

#[test]
fn hampshire_reads_doubtful_places_by_default_and_the_example_otherwise() {
    let hampshire = Protocol::of(vec![named("hampshire-cin-2018")]);
    let example = Protocol::of(vec![named("example-contrasting-council")]);
    for code in ReadingName::LIST.codes {
        let name = <ReadingName as team_around::record::Written>::read(code).unwrap();
        assert_eq!(hampshire.reading(name), name.values()[0], "{code}");
        assert_ne!(example.reading(name), name.values()[0], "{code}");
    }
}

/// domain.md 3.2 (common English pattern, Wales, Tees), and 2.2 for the number of agencies. Neither
/// document has a quorum (domain.md 1.6), so no pack of a council does.
#[test]
fn the_example_of_core_groups_has_its_figures_and_no_council_has_a_quorum() {
    let example = named("example-core-group");
    assert!(example.example.is(YesNo::Yes) && example.notice.contains("Councils differ"));
    let protocol = Protocol::of(vec![example]);
    let first = protocol.interval(FigureName::FirstCoreGroup);
    assert_eq!(first, Some(Interval::new(10, Unit::WorkingDays)));
    assert_eq!(protocol.interval(FigureName::CoreGroup), Some(Interval::new(6, Unit::Weeks)));
    assert_eq!(protocol.number(FigureName::Quorum), Some(2));
    let both = Protocol::of(vec![named("example-core-group"), named("example-contrasting-council")]);
    assert_eq!(both.number(FigureName::Quorum), Some(3), "the stricter");
    for pack in all().into_iter().filter(|pack| !pack.example.is(YesNo::Yes)) {
        let figures = pack.figures.iter().map(|figure| figure.id.as_str());
        let stated = figures.filter(|name| ["quorum", "first-core-group", "core-group"].contains(name));
        assert_eq!(stated.count(), 0, "{}", &*pack.id);
    }
}

#[test]
fn hampshires_pack_says_that_it_is_of_2018() {
    let pack = named("hampshire-cin-2018");
    for notice in [&pack.notice, &pack.notice_cy] {
        assert!(
            notice.contains("2018") && notice.contains("Working Together 2026") && notice.contains("HIPS")
        );
    }
}

/// decisions.md 11: six phrases, and one that counts only alone.
#[test]
fn the_vague_phrases_are_those_decided_and_the_like_in_welsh() {
    let protocol = Protocol::of(vec![named("childrens-commissioner-2024")]);
    let phrases: Vec<(&str, bool)> = protocol.phrases().collect();
    for text in ["as appropriate", "ongoing", "monitor", "as required", "asap", "continue to"] {
        assert!(phrases.contains(&(text, false)), "{text}");
    }
    assert!(phrases.contains(&("seek legal advice", true)));
    assert_eq!(phrases.len(), 14);
}
