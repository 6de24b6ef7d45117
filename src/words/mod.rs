//! Every sentence that people read, in English and Welsh.
//!
//! The sentences stand in `en/*.txt` and `cy/*.txt`, one file per subject under the same name in
//! both: a `key = sentence` a line, with `#` before a comment. A question's label stands under
//! [`Field::words_key`](crate::record::Field::words_key), its hint under the same key with `.hint`,
//! and a code's words under `<list>.<code>`.
//!
//! Never here: what the protocol asks, or where on a page a sentence goes.

mod changes;
pub mod contents;
mod day;
mod fault;
mod phrase;
mod place;
mod subjects;
mod tell;

use crate::record::in_order;
use std::sync::OnceLock;

/// A language that the sentences are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, as spoken in Britain.
    English,
    /// Welsh.
    Welsh,
}

impl Language {
    /// Both.
    pub const ALL: [Self; 2] = [Self::English, Self::Welsh];

    /// The language of a `lang` attribute: Welsh for `cy` and `cy-GB`, English for anything else.
    pub fn from_tag(tag: &str) -> Self {
        let first = tag.trim().split(['-', '_']).next().unwrap_or_default();
        if first.eq_ignore_ascii_case("cy") { Self::Welsh } else { Self::English }
    }

    /// Its tag, as a `lang` attribute has it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Welsh => "cy",
        }
    }
}

/// The sentences of one language.
#[derive(Debug)]
pub struct Words {
    language: Language,
    /// Each key with its sentence, in the order of the keys.
    table: Vec<(&'static str, &'static str)>,
}

impl Words {
    /// The sentences of this language. They are read once, when they are first asked for. Where
    /// Welsh is neither built in nor taught they are the English ones.
    pub fn of(language: Language) -> &'static Self {
        static ENGLISH: OnceLock<Words> = OnceLock::new();
        match language {
            Language::Welsh if !subjects::WELSH.is_empty() => Self::teach(subjects::WELSH),
            Language::Welsh if let Some(welsh) = WELSH.get() => welsh,
            _ => ENGLISH.get_or_init(|| Self::read(Language::English, subjects::ENGLISH)),
        }
    }

    /// Teaches the Welsh sentences, once: the files' texts.
    pub fn teach(welsh: &[&'static str]) -> &'static Self {
        WELSH.get_or_init(|| Self::read(Language::Welsh, welsh))
    }

    fn read(language: Language, texts: &[&'static str]) -> Self {
        let table: Vec<_> = texts.iter().flat_map(|text| text.lines()).filter_map(entry).collect();
        Self { language, table: in_order(&table, Ord::cmp) }
    }

    /// Which language they are in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence under this key, if there is one: for a hint, which a question need not have.
    pub fn say(&self, key: &str) -> Option<&'static str> {
        let found = self.table.binary_search_by_key(&key, |(key, _)| key).ok()?;
        self.table.get(found).map(|(_, sentence)| *sentence)
    }

    /// The sentence under this key, or the key itself where there is none.
    pub fn label<'a>(&self, key: &'a str) -> &'a str {
        self.say(key).unwrap_or(key)
    }

    /// Every key that begins with this, with its sentence, in the order of the keys.
    pub fn under(&self, start: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        let from = self.table.partition_point(|(key, _)| *key < start);
        let rest = self.table.get(from..).unwrap_or_default().iter();
        rest.take_while(move |(key, _)| key.starts_with(start)).copied()
    }

    /// The sentence under this key with each `{name}` replaced by its value. A name that is not
    /// among the values stays as it is, and a value that holds braces is not read again.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut rest = self.label(key);
        let mut filled = String::with_capacity(rest.len() + 32);
        while let Some((before, name, after)) = placeholder(rest) {
            filled.push_str(before);
            match values.iter().find(|(of, _)| *of == name) {
                Some((_, value)) => filled.push_str(value),
                None => filled.extend(["{", name, "}"]),
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

static WELSH: OnceLock<Words> = OnceLock::new();

/// The key and the sentence of one line; `None` for a comment or a blank line.
fn entry(line: &'static str) -> Option<(&'static str, &'static str)> {
    let (key, sentence) = line.split_once(" = ").filter(|_| !line.starts_with('#'))?;
    Some((key.trim(), sentence.trim()))
}

/// What stands before the first `{name}`, the name, and what stands after it.
fn placeholder(sentence: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = sentence.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}
