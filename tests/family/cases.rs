//! The same readers for the browser's tests: what each is given, and what each may have.

use crate::arranged::{arranged, id};
use crate::long;
use crate::marks::Name;
use crate::may_read::may_have;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use team_around::reading::family::{Approval, FamilyCopy, prepared, write_copy};
use team_around::reading::page::{Phrases, document};
use team_around::words::{Language, Words};

/// As `FAMILY_CASES` names it: a file of one JSON value a line. `FAMILY_CASE_COUNT` readers are in it, 24 where
/// nothing is said, each with `{seed, copy, html, marks, may}`: the copy as JSON text, the page as a file, whose marks
/// are written how, as far as no reader before has them, and whose marks this reader may have. Before them stands the
/// long copy in three languages, `{language, copy, html, words}`, for what is looked at and not searched.
#[test]
#[ignore = "it is written for the browser's tests, where FAMILY_CASES names a file"]
fn written_for_the_browser() {
    let path = std::env::var("FAMILY_CASES").unwrap();
    let asked = std::env::var("FAMILY_CASE_COUNT").ok().and_then(|count| count.parse().ok());
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    for language in ["en", "cy", "ur"] {
        writeln!(file, "{}", in_language(language)).unwrap();
    }
    let mut told = BTreeSet::new();
    for case in (0..).filter_map(|seed| case(seed, &mut told)).take(asked.unwrap_or(24)) {
        writeln!(file, "{case}").unwrap();
    }
    file.flush().unwrap();
}

/// A reader who is shown something; one who is refused has no page.
fn case(seed: u64, told: &mut BTreeSet<String>) -> Option<Value> {
    let (record, marks) = arranged(seed);
    let mut copy = prepared(&record, &id("sharing-copies-1")).unwrap().copy;
    if copy.parts.is_empty() {
        return None;
    }
    // What is tried is what the page does with a copy, whatever the scan of leaks says of it.
    let on = record.sharing.copies[0].approved_on.get().unwrap();
    copy.approval = Some(Approval { on, seal: copy.seal() });
    let named = |(question, row): &Name| format!("{question} {row}");
    let forms = marks.forms().map(|(name, forms)| (named(name), forms));
    let forms: BTreeMap<String, Vec<String>> = forms.filter(|(name, _)| told.insert(name.clone())).collect();
    let may: Vec<String> = may_have(&record, &marks.all()).iter().map(named).collect();
    let html = page(&copy);
    Some(json!({ "seed": seed, "copy": write_copy(&copy), "html": html, "marks": forms, "may": may }))
}

/// The long copy with the page's own sentences, or with a host's table of them.
fn in_language(language: &str) -> Value {
    let copy = long::copy();
    let table: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../data/family/urdu.json")).unwrap();
    let own = Language::ALL.into_iter().find(|own| own.tag() == language);
    let say = |key: &str| match own {
        Some(own) => Words::of(own).say(key).map(str::to_owned),
        None => table.get(key).cloned(),
    };
    let html = document(&copy, &Phrases { say: &say, language });
    let words = own.is_none().then_some(&table);
    json!({ "language": language, "copy": write_copy(&copy), "html": html, "words": words })
}

fn page(copy: &FamilyCopy) -> String {
    let words = Words::of(Language::English);
    let say = |key: &str| words.say(key).map(str::to_owned);
    document(copy, &Phrases { say: &say, language: "en" })
}
