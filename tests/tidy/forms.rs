//! The form's pages: every question stands on one, and says who may read its answer.

use std::collections::BTreeMap;
use team_around::record::{Audience, Kind, Record, Shape};

#[path = "../../src/form/pages.rs"]
#[allow(dead_code)]
mod pages;

/// What no page asks: the host says what the document is, and the check of answers sets rules aside.
const ELSEWHERE: [&str; 3] = ["", "document", "overrides"];

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

#[test]
fn every_section_and_list_stands_on_exactly_one_page() {
    let mut pages: BTreeMap<&str, usize> = shapes().iter().map(|shape| (shape.home, 0)).collect();
    for home in pages::SHEETS.iter().flat_map(pages::Sheet::homes) {
        *pages.get_mut(home).unwrap_or_else(|| panic!("{home} is no section or list")) += 1;
    }
    for (home, count) in pages {
        assert_eq!(count, usize::from(!ELSEWHERE.contains(&home)), "{home}");
    }
}

#[test]
fn a_page_lists_rows_and_asks_the_questions_of_sections() {
    let rows: BTreeMap<&str, bool> = shapes().iter().map(|shape| (shape.home, shape.row)).collect();
    for block in pages::SHEETS.iter().flat_map(|sheet| sheet.blocks) {
        match block {
            pages::Block::Questions(home) => assert!(!rows[home], "{home}"),
            pages::Block::List(home) => assert!(rows[home], "{home}"),
            pages::Block::Tree => {}
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
