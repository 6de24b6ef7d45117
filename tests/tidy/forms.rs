//! The forms' pages: every question stands on one of the form it belongs to, and says who may read its answer.

use std::collections::BTreeMap;
use team_around::protocol::Scope;
use team_around::record::{Audience, Kind, Place, Record, Shape};

#[path = "../../src/form/pages/mod.rs"]
#[allow(dead_code, unused_imports)]
mod pages;

use pages::{Block, Journey, Sheet};

/// What no page asks: the host says what the document is, and the check of answers sets rules aside.
const ELSEWHERE: [&str; 3] = ["", "document", "overrides"];

/// Lists that a meeting's pages show beside what it answers for: who the people are.
const BESIDE: [&str; 1] = ["professionals"];

fn shapes() -> Vec<&'static Shape> {
    fn walk(shape: &'static Shape, found: &mut Vec<&'static Shape>) {
        found.push(shape);
        for field in shape.fields {
            if let Kind::Part(inner) | Kind::Rows(inner) = field.kind {
                walk(inner(), found);
            }
        }
    }
    let mut found = Vec::new();
    walk(&Record::QUESTIONS, &mut found);
    found
}

fn is_asked(scope: Scope, shape: &Shape) -> bool {
    scope.covers(&Place::home(shape.home)) && !ELSEWHERE.contains(&shape.home)
}

#[test]
fn every_section_and_list_stands_on_exactly_one_page_of_its_form() {
    for scope in [Scope::Plan, Scope::Meeting, Scope::Report] {
        let journey = Journey::of(scope);
        let own = journey.about.map(|(home, _)| home);
        let mut pages: BTreeMap<&str, usize> = shapes().iter().map(|shape| (shape.home, 0)).collect();
        for home in journey.sheets.iter().flat_map(Sheet::homes) {
            *pages.get_mut(home).unwrap_or_else(|| panic!("{home} is no section or list")) += 1;
        }
        for shape in shapes().into_iter().filter(|shape| own != Some(shape.home)) {
            let count = usize::from(is_asked(scope, shape));
            let beside = BESIDE.contains(&shape.home) && scope == Scope::Meeting;
            assert!(pages[shape.home] == count || beside, "{scope:?} {} {}", shape.home, pages[shape.home]);
        }
    }
}

/// A list that a page shows has questions: its rows can be written.
#[test]
fn every_list_that_a_page_shows_asks_something() {
    for journey in [Scope::Plan, Scope::Meeting, Scope::Report].map(Journey::of) {
        for home in journey.sheets.iter().flat_map(Sheet::homes) {
            let shape = Place::home(home).shape().unwrap();
            let asked = shape.fields.iter().filter(|field| journey.asks(shape.home, field));
            assert!(asked.count() > 0, "{:?} {home}", journey.scope);
        }
    }
}

/// What one form is about stands on its pages question by question, each once. What only rows of
/// other forms need, or the system writes, is listed here.
#[test]
fn every_question_of_the_row_that_a_form_is_about_is_asked_once() {
    let not_asked = ["follows", "agency", "meeting", "mode", "taken_down_by", "presented_by", "received_on"];
    for scope in [Scope::Meeting, Scope::Report] {
        let journey = Journey::of(scope);
        let (home, _) = journey.about.unwrap();
        let blocks = journey.sheets.iter().flat_map(|sheet| sheet.blocks);
        let keys: Vec<&str> = blocks
            .flat_map(|block| if let Block::Own(keys) = block { keys.iter() } else { [].iter() })
            .copied()
            .collect();
        for field in Place::home(home).shape().unwrap().fields {
            let count = keys.iter().filter(|key| **key == field.key).count();
            assert_eq!(count, usize::from(!not_asked.contains(&field.key)), "{scope:?} {}", field.key);
        }
        let known = |key: &&&str| Place::home(home).shape().unwrap().field(key).is_some();
        assert!(keys.iter().filter(known).count() == keys.len(), "{keys:?}");
    }
}

#[test]
fn a_page_lists_rows_and_asks_the_questions_of_sections() {
    let rows: BTreeMap<&str, bool> = shapes().iter().map(|shape| (shape.home, shape.row)).collect();
    for journey in [Scope::Plan, Scope::Meeting, Scope::Report].map(Journey::of) {
        for block in journey.sheets.iter().flat_map(|sheet| sheet.blocks) {
            match block {
                Block::Questions(home) => assert!(!rows[home], "{home}"),
                Block::List(home) | Block::Under(home) | Block::Lines(home, _) => {
                    assert!(rows[home], "{home}")
                }
                Block::Tree | Block::Own(_) | Block::Drawn(_) => {}
            }
        }
    }
}

/// An answer that only the system or named people may read never lies in a part that a family may read
/// without saying so itself: the audience has no default, and an address is never the family's.
#[test]
fn every_question_says_who_may_read_it() {
    let mut counts: BTreeMap<Audience, usize> = BTreeMap::new();
    for field in shapes().iter().flat_map(|shape| shape.fields) {
        *counts.entry(field.audience).or_default() += 1;
        if field.key.contains("address") || field.key.contains("safe_contact") {
            assert!(field.audience >= Audience::Restricted, "{}", field.words_key());
        }
    }
    assert!(counts.len() >= 4, "{counts:?}");
}
