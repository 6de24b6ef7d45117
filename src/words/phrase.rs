//! Small phrases made of several words: lists, counted things, the start of a sentence.

use super::{Language, Words};
use crate::record::codes::IntervalUnit;
use crate::record::{capital_letter, small_letter};

impl Words {
    /// "Mair, Tomos and Iolo"; in Welsh "a", or "ac" before a vowel. Nothing for no items.
    pub fn list(&self, items: &[&str]) -> String {
        match items {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.and_before(last)),
        }
    }

    fn and_before(&self, word: &str) -> &'static str {
        match self.language() {
            Language::English => "and",
            Language::Welsh if begins_with_a_vowel(word) => "ac",
            Language::Welsh => "a",
        }
    }

    /// "1 day", "3 days": the words under `count.<thing>.one` and `count.<thing>.other`.
    ///
    /// Welsh keeps the singular after a number, but its first letter may change after 2, 3 and 6
    /// ("2 ddiwrnod", "3 chyfarfod"): `.two`, `.three` and `.six`, where a thing has them.
    pub fn count(&self, thing: &str, number: u32) -> String {
        let own = |form: &str| Some(format!("count.{thing}.{form}")).filter(|key| self.say(key).is_some());
        let key = form_after(number).and_then(own).unwrap_or_else(|| format!("count.{thing}.other"));
        self.fill(&key, &[("n", &number.to_string())])
    }

    /// A length of time: "10 working days", "2 fis".
    pub fn interval(&self, number: u32, unit: IntervalUnit) -> String {
        let thing = match unit {
            IntervalUnit::Days => "day",
            IntervalUnit::WorkingDays => "working-day",
            IntervalUnit::Weeks => "week",
            IntervalUnit::Months => "month",
        };
        self.count(thing, number)
    }

    /// The same words with a capital, for a sentence that begins with a day or a name from here.
    pub fn begin(&self, words: &str) -> String {
        let mut letters = words.chars();
        letters.next().map(capital_letter).into_iter().chain(letters).collect()
    }
}

/// The form that a noun may have of its own after this number.
fn form_after(number: u32) -> Option<&'static str> {
    match number {
        1 => Some("one"),
        2 => Some("two"),
        3 => Some("three"),
        6 => Some("six"),
        _ => None,
    }
}

/// Whether a Welsh reader hears a vowel first, `w` and `y` among them.
fn begins_with_a_vowel(word: &str) -> bool {
    const VOWELS: &str = "aeiouwyàáâäèéêëìíîïòóôöùúûüŵŷÿẁẃẅỳý";
    word.chars().next().is_some_and(|first| VOWELS.contains(small_letter(first)))
}
