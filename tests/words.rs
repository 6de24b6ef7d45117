//! Every question, code and list has its words in both languages, and the two say the same things.

use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use team_around::record::codes::IntervalUnit;
use team_around::record::{CodeList, Kind, Record, Shape};
use team_around::words::{Language, Words};

type Table = BTreeMap<String, String>;

/// Each subject's file of one language, read without the product's own reader.
fn files(language: Language) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words").join(language.tag());
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// The keys and sentences of one text; fails on a line that is neither, and on a key said twice.
fn read(texts: impl Iterator<Item = String>) -> Table {
    let mut table = Table::new();
    for line in texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, sentence) =
            line.split_once(" = ").unwrap_or_else(|| panic!("not a key and a sentence: {line}"));
        assert!(
            !key.contains(char::is_whitespace) && sentence.trim() == sentence && !sentence.is_empty(),
            "{line}"
        );
        assert_eq!(table.insert(key.to_owned(), sentence.to_owned()), None, "said twice: {key}");
    }
    table
}

fn table(language: Language) -> Table {
    read(files(language).into_values())
}

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

fn lists() -> BTreeMap<&'static str, &'static CodeList> {
    let kinds = shapes().into_iter().flat_map(|shape| shape.fields).map(|field| field.kind);
    kinds
        .filter_map(|kind| match kind {
            Kind::Choice(list) | Kind::Choices(list) => Some((list.name, list)),
            _ => None,
        })
        .collect()
}

/// Every key that the record's own declarations call for.
fn called_for() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for shape in shapes() {
        keys.extend(shape.fields.iter().map(|field| field.words_key()));
        let forms: &[&str] = if shape.row { &["one", "many", "add", "empty"] } else { &["title"] };
        keys.extend(forms.iter().map(|form| format!("{}.{form}", shape.name)));
    }
    for list in lists().into_values() {
        keys.extend(list.codes.iter().map(|code| format!("{}.{code}", list.name)));
    }
    keys
}

/// The names between braces, and the sentence without them.
fn placeholders(sentence: &str) -> (BTreeSet<&str>, String) {
    let mut parts = sentence.split('{');
    let mut rest = parts.next().unwrap_or_default().to_owned();
    let mut names = BTreeSet::new();
    for part in parts {
        let (name, after) = part.split_once('}').unwrap_or_else(|| panic!("a brace left open: {sentence}"));
        names.insert(name);
        rest.push_str(after);
    }
    assert!(!rest.contains('}'), "a brace never opened: {sentence}");
    (names, rest)
}

/// Whether a key is a form that a noun has after one number in one language alone.
fn is_a_form_after_a_number(key: &str) -> bool {
    key.starts_with("count.") && [".two", ".three", ".six"].iter().any(|form| key.ends_with(form))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_question_code_and_list_has_its_words() {
    for language in Language::ALL {
        let words = Words::of(language);
        let missing: Vec<_> = called_for().into_iter().filter(|key| words.say(key).is_none()).collect();
        assert!(missing.is_empty(), "{language:?}: {missing:#?}");
    }
}

#[test]
fn no_words_are_kept_for_a_question_that_is_not_asked() {
    let called_for = called_for();
    let subjects: BTreeSet<&str> =
        shapes().into_iter().map(|shape| shape.name).chain(lists().into_keys()).collect();
    for key in table(Language::English).into_keys() {
        let subject = key.split('.').next().unwrap();
        let of = key.strip_suffix(".hint").or(key.strip_suffix(".short")).unwrap_or(&key);
        assert!(!subjects.contains(subject) || called_for.contains(of), "{key}");
    }
}

#[test]
fn both_languages_say_the_same_things() {
    assert_eq!(
        files(Language::English).keys().collect::<Vec<_>>(),
        files(Language::Welsh).keys().collect::<Vec<_>>()
    );
    let (english, welsh) = (table(Language::English), table(Language::Welsh));
    let keys = |table: &Table| -> BTreeSet<String> {
        table.keys().filter(|key| !is_a_form_after_a_number(key)).cloned().collect()
    };
    let apart: Vec<_> = keys(&english).symmetric_difference(&keys(&welsh)).cloned().collect();
    assert!(apart.is_empty(), "in one language alone: {apart:#?}");
    for (key, sentence) in &english {
        assert_eq!(placeholders(sentence).0, placeholders(&welsh[key]).0, "{key}");
    }
}

#[test]
fn a_long_sentence_is_not_the_same_in_both() {
    let welsh = table(Language::Welsh);
    for (key, sentence) in table(Language::English) {
        let long = placeholders(&sentence).1.chars().count() > 25;
        assert!(!long || welsh[&key] != sentence, "not yet in Welsh: {key}");
    }
}

#[test]
fn each_file_is_in_the_product() {
    for language in Language::ALL {
        for (key, sentence) in table(language) {
            assert_eq!(Words::of(language).say(&key), Some(sentence.as_str()), "{language:?}");
        }
    }
}

#[test]
fn sentences_are_short_and_plain() {
    for language in Language::ALL {
        for (key, sentence) in table(language) {
            assert!(sentence.chars().count() <= 200, "{language:?}: {key}");
            assert!(!sentence.contains('\''), "{language:?}: {key} has a typewriter's apostrophe");
            assert!(!sentence.contains("  "), "{language:?}: {key} has two spaces");
        }
    }
}

#[test]
fn no_two_questions_of_a_shape_and_no_two_codes_of_a_list_read_alike() {
    for language in Language::ALL {
        let words = Words::of(language);
        let alike = |keys: Vec<String>| {
            let mut seen = BTreeMap::new();
            for key in keys {
                let before = seen.insert(words.label(&key).to_lowercase(), key.clone());
                assert_eq!(before, None, "{language:?}: reads like {key}");
            }
        };
        shapes().iter().for_each(|shape| alike(shape.fields.iter().map(|field| field.words_key()).collect()));
        lists().values().for_each(|list| {
            alike(list.codes.iter().map(|code| format!("{}.{code}", list.name)).collect());
        });
    }
}

#[test]
fn a_label_is_no_longer_than_a_line_and_ends_without_a_stop() {
    for language in Language::ALL {
        for field in shapes().into_iter().flat_map(|shape| shape.fields) {
            let key = field.words_key();
            let label = Words::of(language).label(&key);
            assert!(label.chars().count() <= 80, "{language:?}: {key}");
            assert!(!label.ends_with(['.', ':']), "{language:?}: {key}");
            assert!(label.chars().next().is_some_and(char::is_uppercase), "{language:?}: {key}");
        }
    }
}

#[test]
fn a_language_is_found_by_its_tag() {
    for tag in ["cy", "cy-GB", "CY", " cy_GB "] {
        assert_eq!(Language::from_tag(tag), Language::Welsh, "{tag}");
    }
    for tag in ["en", "en-GB", "", "cym", "fr"] {
        assert_eq!(Language::from_tag(tag), Language::English, "{tag}");
    }
}

#[test]
fn a_key_without_words_is_shown_as_it_is() {
    let words = Words::of(Language::Welsh);
    assert_eq!(words.say("no.such.key"), None);
    assert_eq!(words.label("no.such.key"), "no.such.key");
}

#[test]
fn a_value_that_holds_braces_is_not_read_again() {
    let words = Words::of(Language::English);
    let values = [("what", "Ring {what} {n}"), ("n", "2")];
    assert_eq!(words.fill("form.removed", &values), "Removed: Ring {what} {n}");
    assert_eq!(words.fill("form.removed", &[]), "Removed: {what}");
    assert_eq!(words.fill("{what} and {", &values), "Ring {what} {n} and {");
}

#[test]
fn days_are_said_in_words() {
    let (english, welsh) = (Words::of(Language::English), Words::of(Language::Welsh));
    let thursday = day("2026-03-26");
    assert_eq!(english.full_day(thursday), "Thursday 26 March 2026");
    assert_eq!(english.day(thursday), "26 March 2026");
    assert_eq!(english.short_day(thursday), "Thu 26 Mar");
    assert_eq!(welsh.full_day(thursday), "dydd Iau 26 Mawrth 2026");
    assert_eq!(welsh.begin(&welsh.full_day(thursday)), "Dydd Iau 26 Mawrth 2026");
    assert_eq!(welsh.day(thursday), "26 Mawrth 2026");
    assert_eq!(welsh.short_day(thursday), "Iau 26 Maw");
}

#[test]
fn the_days_of_a_week_and_the_months_of_a_year_have_names_of_their_own() {
    for language in Language::ALL {
        let words = Words::of(language);
        let days: BTreeSet<_> = (1..=7).map(|n| words.weekday(day(&format!("2026-03-{n:02}")))).collect();
        let months: BTreeSet<_> = (1..=12).map(|n| words.month(day(&format!("2026-{n:02}-01")))).collect();
        assert_eq!((days.len(), months.len()), (7, 12), "{language:?}");
    }
}

#[test]
fn lists_end_with_and() {
    let (english, welsh) = (Words::of(Language::English), Words::of(Language::Welsh));
    assert_eq!(english.list(&[]), "");
    assert_eq!(english.list(&["Mair"]), "Mair");
    assert_eq!(english.list(&["Mair", "Tomos", "Iolo"]), "Mair, Tomos and Iolo");
    assert_eq!(welsh.list(&["Iolo", "Mair"]), "Iolo a Mair");
    assert_eq!(welsh.list(&["Mair", "Tomos", "Iolo"]), "Mair, Tomos ac Iolo");
    assert_eq!(welsh.list(&["Mair", "Ŵyr"]), "Mair ac Ŵyr");
}

#[test]
fn things_are_counted_as_each_language_counts() {
    let (english, welsh) = (Words::of(Language::English), Words::of(Language::Welsh));
    assert_eq!([0, 1, 2, 3].map(|n| english.count("day", n)), ["0 days", "1 day", "2 days", "3 days"]);
    assert_eq!(
        [1, 2, 3, 10].map(|n| welsh.count("day", n)),
        ["1 diwrnod", "2 ddiwrnod", "3 diwrnod", "10 diwrnod"]
    );
    assert_eq!(
        [1, 2, 3, 4, 6].map(|n| welsh.count("meeting", n)),
        ["1 cyfarfod", "2 gyfarfod", "3 chyfarfod", "4 cyfarfod", "6 chyfarfod"]
    );
    assert_eq!(english.interval(10, IntervalUnit::WorkingDays), "10 working days");
    assert_eq!(welsh.interval(2, IntervalUnit::Months), "2 fis");
    for (thing, language) in
        things().into_iter().flat_map(|thing| Language::ALL.map(|each| (thing.clone(), each)))
    {
        assert!(Words::of(language).count(&thing, 5).starts_with("5 "), "{language:?}: {thing}");
    }
}

/// Everything that is counted.
fn things() -> BTreeSet<String> {
    let keys = table(Language::English).into_keys().filter(|key| key.starts_with("count."));
    keys.filter_map(|key| key.split('.').nth(1).map(str::to_owned)).collect()
}
