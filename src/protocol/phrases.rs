//! Looking for a pack's phrases in what somebody wrote, quickly: a review looks at every action.

use super::Terms;
use crate::record::small_letter;

/// The phrases by the byte with which each begins, so that most words need no look.
pub struct Phrases<'a>([Vec<Phrase<'a>>; 129]);

struct Phrase<'a> {
    text: &'a str,
    first: &'a str,
    alone: bool,
}

impl<'a> Phrases<'a> {
    /// The phrases of the packs.
    pub fn of(terms: &'a Terms<'_>) -> Self {
        let mut phrases = [const { Vec::new() }; 129];
        for (text, alone) in terms.protocol.phrases() {
            let Some(first) = words(text).next() else { continue };
            if let Some(list) = first.bytes().next().and_then(|byte| phrases.get_mut(slot(byte))) {
                list.push(Phrase { text, first, alone });
            }
        }
        Self(phrases)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    /// The first of them that stands in a text, as whole words and in any letters.
    pub fn found(&self, text: &str) -> Option<&'a str> {
        let mut before = b' ';
        for (at, byte) in text.bytes().enumerate() {
            let list = self.0.get(slot(byte)).filter(|list| !list.is_empty());
            if let Some(list) = list.filter(|_| !before.is_ascii_alphanumeric())
                && let Some(phrase) = begun(list, text, at)
            {
                return Some(phrase.text);
            }
            before = byte;
        }
        None
    }
}

/// The phrase of this list that begins at this byte of the text.
fn begun<'p, 'a>(list: &'p [Phrase<'a>], text: &str, at: usize) -> Option<&'p Phrase<'a>> {
    let (before, here) = text.split_at_checked(at)?;
    list.iter().find(|phrase| {
        same(here.get(..phrase.first.len()).unwrap_or_default(), phrase.first)
            && !before.ends_with(char::is_alphanumeric)
            && phrase.stands(words(here))
            && (!phrase.alone || words(before).next().is_none())
    })
}

impl Phrase<'_> {
    /// Whether these words begin with the phrase's, and end with them where it counts only alone.
    fn stands<'t>(&self, mut written: impl Iterator<Item = &'t str>) -> bool {
        words(self.text).all(|word| written.next().is_some_and(|other| same(word, other)))
            && (!self.alone || written.next().is_none())
    }
}

fn same(one: &str, other: &str) -> bool {
    let small = |word| str::chars(word).map(small_letter);
    one.eq_ignore_ascii_case(other) || !one.is_ascii() && small(one).eq(small(other))
}

/// One for each small letter and figure, and one for everything that is not ASCII.
fn slot(byte: u8) -> usize {
    usize::from(byte.to_ascii_lowercase().min(128))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
