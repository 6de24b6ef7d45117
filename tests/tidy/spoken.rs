//! Words: none in the form or at the threshold, and every key that is called for has them.

use crate::source::{Source, below};
use team_around::calendar::Title;
use team_around::protocol::rules::RULES;
use team_around::protocol::{Severity, Topic};
use team_around::words::{Language, Words};

fn form_and_element() -> impl Iterator<Item = Source> {
    below("src/form", ".rs").into_iter().chain(below("src/element", ".rs"))
}

/// Keys that some language lacks.
fn unsaid(keys: impl IntoIterator<Item = String>) -> Vec<String> {
    let missing = |key: &String| Language::ALL.iter().any(|language| Words::of(*language).say(key).is_none());
    keys.into_iter().filter(missing).collect()
}

/// A sentence, or a label: two words with a capital, a stop or a comma. Class names and selectors
/// have neither, and the name of what stopped in the console is no sentence to a person.
fn is_sentence(text: &str) -> bool {
    let fixed = text.split('{').map(|part| part.rsplit('}').next().unwrap_or_default()).collect::<String>();
    let words = fixed.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    let selector = text.contains("[data-") || text.contains("[id=");
    let spoken = text.contains(char::is_uppercase)
        || text.contains(". ")
        || text.contains(", ")
        || text.ends_with('.');
    words > 1 && spoken && !selector
}

#[test]
fn neither_the_form_nor_the_threshold_holds_a_sentence() {
    let found: Vec<_> = form_and_element()
        .flat_map(|source| {
            let sentences = source.quoted().into_iter().filter(|text| is_sentence(text));
            sentences.map(|text| format!("{}: {text}", source.path)).collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
    assert!(
        is_sentence("Check your answers")
            && is_sentence("not kept, yet")
            && !is_sentence("govuk-tag govuk-tag--blue")
    );
}

#[test]
fn every_key_that_the_form_names_has_words() {
    let mut keys = Vec::new();
    for source in form_and_element() {
        for call in [".label(\"", ".say(\"", ".fill(\"", "words.label(&\""] {
            let named = source.text.split(call).skip(1).filter_map(|rest| rest.split('"').next());
            keys.extend(named.filter(|key| !key.is_empty()).map(str::to_owned));
        }
        let counted = source.text.split(".count(\"").skip(1).filter_map(|rest| rest.split('"').next());
        keys.extend(counted.map(|thing| format!("count.{thing}.other")));
    }
    assert!(keys.len() > 20, "{keys:?}");
    assert!(unsaid(keys.clone()).is_empty(), "{:#?}", unsaid(keys));
}

#[test]
fn every_text_that_looks_like_a_key_of_the_form_is_one() {
    let keys: Vec<String> = form_and_element()
        .flat_map(|source| source.quoted())
        .filter(|text| text.starts_with("form.") && !text.contains(['{', ' ']) && !text.ends_with('.'))
        .collect();
    assert!(!keys.is_empty());
    assert!(unsaid(keys.clone()).is_empty(), "{:#?}", unsaid(keys));
}

#[test]
fn every_holiday_topic_and_severity_has_words() {
    let keys = Title::KEYS.iter().chain(&["local-closure"]).map(|key| format!("holiday.{key}"));
    let keys = keys.chain(Topic::ALL.iter().map(|topic| format!("topic.{}", topic.name())));
    let keys = keys.chain(Severity::ALL.iter().map(|one| format!("form.severity.{}", one.name())));
    let missing = unsaid(keys);
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_rule_has_a_title_and_says_what_is_not_done() {
    let keys =
        RULES.iter().flat_map(|rule| ["title", "unmet"].map(|form| format!("rule.{}.{form}", rule.code)));
    let missing = unsaid(keys);
    assert!(missing.is_empty(), "{missing:#?}");
}
