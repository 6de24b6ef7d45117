//! The page that a family reads: one tree of headings and sentences, whoever shows it.
//!
//! The element builds it in the page; [`document`] writes it as one file that needs no script and asks for
//! nothing. Both show the same tree, so what was approved is what is read.
//!
//! Never here: a part of the plan that is not in the copy, a script, or another site.

mod document;
pub(super) mod explained;
mod node;
mod tree;

pub use document::{STYLES, document};
pub use node::Node;
pub use tree::tree;

use crate::reading::family::NotACopy;
use crate::record::apart;

impl NotACopy {
    /// Where the sentence for the reader stands in `words/`.
    pub fn words_key(self) -> &'static str {
        match self {
            Self::Other => "family.refused.other",
            Self::Newer => "family.refused.newer",
            Self::Damaged => "family.refused.damaged",
            Self::NotApproved => "family.refused.not-approved",
            Self::Expired => "family.refused.expired",
        }
    }
}

/// The sentences of a page: those that come with it, or a host's own for another language.
pub struct Phrases<'a> {
    /// The sentence under a key.
    pub say: &'a dyn Fn(&str) -> Option<String>,
    /// The language they are in, as a BCP 47 tag.
    pub language: &'a str,
}

impl Phrases<'_> {
    /// The sentence under this key with each `{name}` replaced; the key where there is none. A value that
    /// holds braces is not read again.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let sentence = (self.say)(key).unwrap_or_else(|| key.to_owned());
        let mut rest = sentence.as_str();
        let mut filled = String::new();
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            filled.push_str(before);
            match values.iter().find(|(of, _)| *of == name) {
                Some((_, value)) => filled.push_str(&apart(value, self.direction() == "rtl")),
                None => filled.extend(["{", name, "}"]),
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// The sentence under this key, or the key.
    pub fn say(&self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// A day in words; in figures where the names of days and months are not there.
    pub fn day(&self, day: chrono::NaiveDate) -> String {
        use chrono::Datelike;
        let weekday = (self.say)(&format!("weekday.{}", day.weekday().number_from_monday()));
        let month = (self.say)(&format!("month.{}", day.month()));
        match (weekday, month) {
            (Some(weekday), Some(month)) => format!("{weekday} {} {month} {}", day.day(), day.year()),
            _ => format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
        }
    }

    /// Which way the language is written: `rtl` for those that begin on the right.
    pub fn direction(&self) -> &'static str {
        direction(self.language)
    }
}

/// Which way a language is written, from its tag.
pub(super) fn direction(language: &str) -> &'static str {
    const FROM_THE_RIGHT: [&str; 10] = ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ur", "yi"];
    let primary = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    if FROM_THE_RIGHT.contains(&primary.as_str()) { "rtl" } else { "ltr" }
}
