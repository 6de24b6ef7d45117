//! Hints about what is hard to read: concrete words and counts, found where a person would find them.

use team_around::reading::plain::{Hint, LONGEST, entries, hints};
use team_around::words::{Language, Words};

fn phrases(text: &str) -> Vec<String> {
    let found = hints(text).into_iter().filter_map(|hint| match hint {
        Hint::Phrase { found, .. } => Some(found),
        _ => None,
    });
    found.collect()
}

fn initials(text: &str) -> Vec<String> {
    let found = hints(text).into_iter().filter_map(|hint| match hint {
        Hint::Initials { found } => Some(found),
        _ => None,
    });
    found.collect()
}

fn long(text: &str) -> Vec<(usize, String)> {
    let found = hints(text).into_iter().filter_map(|hint| match hint {
        Hint::Long { words, begins } => Some((words, begins)),
        _ => None,
    });
    found.collect()
}

#[test]
fn a_sentence_of_more_words_than_the_most_is_long() {
    let of = |count: usize| format!("One day {}ends.", "and ".repeat(count - 3));
    assert_eq!(LONGEST, 25);
    assert_eq!(long(&of(25)), []);
    assert_eq!(long(&of(26)), [(26, "One day and and and and".to_owned())]);
    // Two sentences of thirteen words are not one of 26, whatever ends the first.
    for end in [". ", "! ", "? ", "\n"] {
        let half = "a b c d e f g h i j k l m";
        assert_eq!(long(&format!("{half}{end}{half}")), [], "{end:?}");
    }
    assert_eq!(long("Pay £3.50 a week."), []);
}

#[test]
fn words_of_professionals_are_found_however_they_are_written() {
    assert_eq!(phrases("Carys will Engage  with services."), ["Engage  with"]);
    assert_eq!(phrases("A multi-agency plan"), ["multi-agency"]);
    assert_eq!(phrases("Basic care needs are met."), ["Basic care needs"], "the longer one, once");
    assert_eq!(phrases("They disclosed it, and disclosed more."), ["disclosed"]);
    assert_eq!(phrases("Tia goes to school every day and sleeps well."), Vec::<String>::new());
    // Within a longer word it is another word.
    assert_eq!(phrases("It is historically undisclosed."), Vec::<String>::new());
}

#[test]
fn only_initials_that_nobody_explains_are_told() {
    assert_eq!(initials("The PLO and the PLOs, says CAMHS; ring the GP’s line."), ["PLO"]);
    assert_eq!(initials("The NHS on TV is OK."), Vec::<String>::new());
    assert_eq!(
        initials("SHE SAID STOP"),
        Vec::<String>::new(),
        "a text in capitals says nothing about its words"
    );
    assert_eq!(initials("I miss A."), Vec::<String>::new());
}

#[test]
fn every_phrase_has_plainer_words_in_both_languages_and_no_two_keys_share_one() {
    let mut seen = std::collections::BTreeMap::new();
    for (key, written) in entries() {
        for language in Language::ALL {
            assert!(Words::of(language).say(&format!("plain.{key}")).is_some(), "{language:?}: {key}");
        }
        assert_eq!(seen.insert(written, key), None, "{written} stands twice");
        assert_eq!(written, written.to_lowercase(), "{written}");
        assert!(!written.contains(['-', '\'']) && written.trim() == written, "{written}");
    }
    let keys: std::collections::BTreeSet<&str> = entries().map(|(key, _)| key).collect();
    let words = Words::of(Language::English);
    let kept: Vec<&str> = words.under("plain.").map(|(key, _)| key).collect();
    assert_eq!(kept.len(), keys.len(), "words for a phrase that is not looked for: {kept:?}");
    assert!(keys.len() > 40);
}

/// The words that a family reads around the copy are themselves plain.
#[test]
fn the_pages_own_sentences_have_no_hint() {
    let words = Words::of(Language::English);
    for (key, sentence) in words.under("family.") {
        let explained = key.starts_with("family.means.");
        assert!(explained || hints(sentence).is_empty(), "{key}: {:?}", hints(sentence));
    }
}
