//! The rooms: what each says of itself, and what never happens in each.

use crate::source::{Source, below, text};
use std::collections::BTreeSet;

/// Which rooms a room may name. Nothing above `form` knows that a browser exists.
const EDGES: [(&str, &[&str]); 10] = [
    ("record", &[]),
    ("calendar", &["record"]),
    ("protocol", &["record", "calendar"]),
    ("reading", &["record", "calendar", "protocol"]),
    ("words", &["record", "calendar", "protocol"]),
    ("wire", &["record", "calendar", "protocol", "words"]),
    // A sealed draft is a text to this room: what stands in it is the wire's.
    ("draft", &[]),
    // The form shows what a file holds before anything of it is taken, so it knows the wire. What a plan's page
    // fetches to look at a family's copy shows what one reader is given, so that alone knows the reading.
    ("form", &["record", "calendar", "protocol", "reading", "words", "wire"]),
    ("element", &["record", "calendar", "protocol", "reading", "words", "wire", "draft", "form"]),
    ("command", &["record", "calendar", "protocol", "reading", "words", "wire"]),
];

/// The rooms that a back end builds.
const BACK_END: [&str; 8] =
    ["record", "calendar", "protocol", "reading", "words", "wire", "draft", "command"];

/// The only place that reads a clock: the day, once, where the command's line does not tell it.
const CLOCK: &str = "src/command/day.rs";

fn room_of(path: &str) -> &str {
    path.trim_start_matches("src/").split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

fn back_end() -> Vec<Source> {
    let main = "src/main.rs".to_owned();
    below("src", ".rs")
        .into_iter()
        .filter(|source| source.path == main || BACK_END.contains(&room_of(&source.path)))
        .collect()
}

fn has_word(code: &str, word: &str) -> bool {
    let part = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(word)
        .any(|(at, _)| !code[..at].ends_with(part) && !code[at + word.len()..].starts_with(part))
}

/// The files whose product code has one of these words, each with the word.
fn naming<'a>(sources: &[Source], words: &[&'a str]) -> Vec<(String, &'a str)> {
    let mut found = Vec::new();
    for source in sources {
        let code = source.code();
        found.extend(
            words.iter().filter(|word| has_word(&code, word)).map(|word| (source.path.clone(), *word)),
        );
    }
    found
}

#[test]
fn every_file_opens_by_saying_what_it_is() {
    let silent: Vec<_> = all_rust()
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| source.path)
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

fn all_rust() -> Vec<Source> {
    ["src", "tests", "www", "pkg-config"].into_iter().flat_map(|folder| below(folder, ".rs")).collect()
}

#[test]
fn every_room_says_what_never_happens_in_it() {
    for (room, _) in EDGES {
        let path = format!("src/{room}/mod.rs");
        let source = Source { text: text(&path), path: path.clone() };
        let opening: String = source.text.lines().take_while(|line| line.starts_with("//!")).collect();
        assert!(opening.contains("Never here") || opening.contains("never happens here"), "{path}");
    }
}

#[test]
fn every_room_is_on_the_drawing() {
    let drawn: BTreeSet<&str> = EDGES.iter().map(|(room, _)| *room).chain(["lib", "main"]).collect();
    let sources = below("src", ".rs");
    let rooms: BTreeSet<&str> = sources.iter().map(|source| room_of(&source.path)).collect();
    assert!(rooms.is_subset(&drawn), "{:?}", rooms.difference(&drawn));
}

#[test]
fn rooms_depend_one_way() {
    let rooms: BTreeSet<&str> = EDGES.iter().map(|(room, _)| *room).collect();
    let mut wrong = Vec::new();
    for source in below("src", ".rs") {
        let room = room_of(&source.path);
        let Some((_, allowed)) = EDGES.iter().find(|(name, _)| *name == room) else { continue };
        let code = source.code().replace("team_around::", "crate::");
        let named = code.split("crate::").skip(1).flat_map(first_names);
        wrong.extend(
            named
                .filter(|name| {
                    rooms.contains(name.as_str()) && name != room && !allowed.contains(&name.as_str())
                })
                .map(|name| format!("{} names {name}", source.path)),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The first name of a path, or of each path between braces.
fn first_names(rest: &str) -> Vec<String> {
    let name = |path: &str| path.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    match rest.strip_prefix('{') {
        Some(group) => group.split('}').next().unwrap_or_default().split(',').map(name).collect(),
        None => vec![name(rest)],
    }
}

#[test]
fn only_what_is_fetched_to_look_at_a_copy_knows_what_a_reader_is_given() {
    let others = |source: &Source| !source.path.starts_with("src/form/copy/");
    let others: Vec<Source> = below("src/form", ".rs").into_iter().filter(others).collect();
    let named = |source: &Source| source.code().contains("crate::reading");
    let found: Vec<String> = others.into_iter().filter(named).map(|source| source.path).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_back_ends_rooms_know_no_browser() {
    let web = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "any_spawner", "gloo_storage"];
    assert_eq!(naming(&back_end(), &web), []);
}

#[test]
fn no_room_reads_a_clock() {
    let clocks = ["Utc", "Local", "SystemTime", "Instant"];
    let read = naming(&below("src", ".rs"), &clocks);
    let elsewhere: Vec<_> = read.iter().filter(|(path, _)| path != CLOCK).collect();
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
    let portal: BTreeSet<String> =
        naming(&below("www/portal/src", ".rs"), &clocks).into_iter().map(|(path, _)| path).collect();
    let allowed = ["www/portal/src/portal.rs", "www/portal/src/sign_in.rs"].map(str::to_owned);
    assert!(portal.is_subset(&allowed.into()), "{portal:?}");
}

#[test]
fn nothing_can_panic_by_its_own_will() {
    let mut found = Vec::new();
    for source in below("src", ".rs").into_iter().chain(below("www/portal/src", ".rs")) {
        let code = source.code();
        let ways = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!("];
        found.extend(
            ways.iter().filter(|way| code.contains(**way)).map(|way| format!("{}: {way}", source.path)),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn only_the_threshold_names_the_window_its_stores_and_its_clock() {
    let words = ["window", "localStorage", "sessionStorage", "indexedDB", "Date", "gloo_storage"];
    let others: Vec<Source> =
        below("src", ".rs").into_iter().filter(|source| room_of(&source.path) != "element").collect();
    assert_eq!(naming(&others, &words), []);
    let scripts: Vec<String> = below("src", ".js").into_iter().map(|source| source.path).collect();
    assert!(scripts.iter().all(|path| path.starts_with("src/element/")), "{scripts:?}");
}

#[test]
fn files_stay_short() {
    let lines = |source: &Source| source.text.lines().count();
    for source in below("src", ".rs") {
        let count = lines(&source);
        assert!(count <= 320, "{} has {count} lines", source.path);
        if count > 300 {
            println!("{} has {count} lines", source.path);
        }
    }
}

#[test]
fn no_file_is_named_after_nothing() {
    for source in below("src", ".rs").into_iter().chain(below("www", ".rs")) {
        let empty = ["utils", "util", "helpers", "helper", "common", "manager", "shared", "misc"];
        assert!(
            !source.path.trim_end_matches(".rs").split('/').any(|part| empty.contains(&part)),
            "{}",
            source.path
        );
    }
}

#[test]
fn the_default_build_asks_for_no_browser_and_no_argument_parser() {
    let manifest = text("Cargo.toml");
    assert!(manifest.contains("default = []"));
}
