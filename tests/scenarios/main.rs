//! Meetings told in Markdown, with what is found beneath: prose that a practitioner can read, a record,
//! and the findings, compared exactly.
//!
//! - `on: other.md` on a line of its own begins with what that file ends with.
//! - `json record` is merged into the record: members into members, rows into rows with the same id;
//!   `null` takes away.
//! - `terms` are lines `name: value`: `today`, `packs` (and the one that is always held), `about` (topics; all unless told), `document`
//!   (`plan`, `meeting` or `report`: what that document asks for; all unless told), `weight` (the least
//!   that is compared), `reading` (a doubtful place and how it is read), `never said` (words that
//!   no finding may hold). What is not told again stays.
//! - `findings` are lines `severity status [day] place — rule, other rules (packs, where two)`, in any order.

mod carried;
mod stands;
mod story;
mod told;

use std::path::Path;
use story::{Block, blocks};
use told::{Listener, Telling};

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}

/// The stories.
fn names() -> Vec<String> {
    let files = std::fs::read_dir(folder()).unwrap();
    let mut names: Vec<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".md"))
        .collect();
    names.sort_unstable();
    names
}

/// Tells one file; gives back what it ends with, and the places where something else was found.
fn tell(file: &str) -> (Telling, Vec<String>) {
    tell_with(file, &mut |_, _| {})
}

/// The same; whoever listens is told, at each comparison, all that is found and the part that is compared.
fn tell_with(file: &str, listen: &mut Listener<'_>) -> (Telling, Vec<String>) {
    let text = std::fs::read_to_string(folder().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let (mut telling, mut wrong, mut compared) = (Telling::default(), Vec::new(), 0);
    for (line, block) in blocks(&text) {
        match block {
            Block::On(other) => telling = tell(&other).0,
            Block::Terms(terms) => telling.take(&terms),
            Block::Record(part) => telling.merge(&part),
            Block::Findings(expected) => {
                compared += 1;
                let difference = telling.compare(&expected, listen);
                wrong.extend((!difference.is_empty()).then(|| format!("{file}:{line}\n{difference}")));
            }
        }
    }
    assert!(compared > 0, "{file} compares nothing");
    (telling, wrong)
}

#[test]
fn each_story_is_found_as_it_is_told() {
    let files = names();
    assert!(files.len() >= 18);
    let wrong: Vec<String> = files.iter().flat_map(|file| tell(file).1).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
