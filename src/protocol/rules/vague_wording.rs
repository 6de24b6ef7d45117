//! Words that say too little.
//!
//! **Asks:** actions, measures and the contingency say what will be seen or done, without the phrases
//! that the pack lists ("as appropriate"). A phrase may count only when it is the whole answer.
//! **Why:** nobody can tell whether "ongoing" was done.
//!
//! Source: ours (decisions.md 11).

use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::contingency::Contingency;
use crate::record::plan::{Action, Outcome};
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "vague-wording", topic: Topic::Actions, check };

struct Phrase<'a> {
    text: &'a str,
    words: Vec<&'a str>,
    alone: bool,
}

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let phrases: Vec<Phrase<'_>> = terms
        .protocol
        .phrases()
        .map(|(text, alone)| Phrase { text, words: words(text), alone })
        .filter(|phrase| !phrase.words.is_empty())
        .collect();
    if phrases.is_empty() {
        return report.not_applicable();
    }
    for action in record.plan.actions.iter().filter(|action| action.is_open()) {
        look(&phrases, report, &action.what, || Action::what.at(action));
        look(&phrases, report, &action.measure, || Action::measure.at(action));
    }
    for outcome in record.plan.outcomes.iter().filter(|outcome| outcome.is_open()) {
        look(&phrases, report, &outcome.measure, || Outcome::measure.at(outcome));
    }
    look(&phrases, report, &record.contingency.action, || Contingency::action.here());
}

fn look(phrases: &[Phrase<'_>], report: &mut Report, text: &str, place: impl FnOnce() -> Place) {
    let written = words(text);
    if let Some(phrase) = phrases.iter().find(|phrase| says(&written, phrase)) {
        report.unmet(place()).with("phrase", Fact::Words(phrase.text.to_owned()));
    }
}

fn says(written: &[&str], phrase: &Phrase<'_>) -> bool {
    let length = phrase.words.len();
    (!phrase.alone || written.len() == length)
        && written.windows(length).any(|part| part.iter().zip(&phrase.words).all(|(one, other)| same(one, other)))
}

fn same(one: &str, other: &str) -> bool {
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}
