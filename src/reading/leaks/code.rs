//! A code of letters and figures in a text: grouped, spaced, spoken, with one sign taken for another.

use super::tokens::{Gap, Text};
use std::cell::Cell;

/// What is looked for, and what may pass for it.
pub(super) struct Code {
    /// Small letters and figures.
    pub signs: String,
    /// Whether O passes for 0, I and l for 1, S for 5, Z for 2.
    pub lookalike: bool,
}

/// A longer value is no code; it is found where it is the whole text.
const LONGEST: usize = 100;

/// How many words are tried from one place, so that a hostile text costs no more than another.
const STEPS: u32 = 300;

/// Words that people say or write inside a code and that are no part of it.
const BETWEEN: &str = " then and the that s is space dash hyphen dot point stop full at sign underscore underline \
    minus slash comma stroke capital small first second box rest of it all lower upper case ";

/// The sign that stands for all that look like it.
fn look(sign: u8) -> u8 {
    match sign {
        b'o' => b'0',
        b'i' | b'l' => b'1',
        b's' => b'5',
        b'z' => b'2',
        _ => sign,
    }
}

impl Code {
    /// One that people read off a plate or an envelope.
    pub fn lookalike(signs: &str) -> Self {
        Self { signs: signs.to_owned(), lookalike: true }
    }

    /// One of words, in which a letter is a letter.
    pub fn exact(signs: &str) -> Self {
        Self { signs: signs.to_owned(), lookalike: false }
    }

    /// Where the code ends that begins with this word, if it does.
    pub fn at(&self, text: &Text, from: usize) -> Option<usize> {
        let begins = self.begins(text.word(from));
        let spoken = || text.said(from).iter().any(|(said, _)| self.begins(said));
        if self.signs.is_empty() || self.signs.len() > LONGEST || !(begins || spoken()) {
            return None;
        }
        self.rest(text, from, &self.signs, (0, &Cell::new(STEPS)))
    }

    fn begins(&self, word: &str) -> bool {
        !word.is_empty() && self.less(&self.signs, word).is_some()
    }

    /// What is left of the signs after those of a word, if it has them all.
    fn less<'a>(&self, signs: &'a str, word: &str) -> Option<&'a str> {
        let (head, tail) = (signs.get(..word.len())?, signs.get(word.len()..)?);
        let same = |(a, b): (u8, u8)| a == b || (self.lookalike && look(a) == look(b));
        head.bytes().zip(word.bytes()).all(same).then_some(tail)
    }

    fn rest(&self, text: &Text, at: usize, signs: &str, how: (usize, &Cell<u32>)) -> Option<usize> {
        let (skipped, steps) = how;
        if signs.is_empty() {
            return Some(at);
        }
        let word = text.word(at);
        steps.set(steps.get().checked_sub(1)?);
        if word.is_empty() {
            return None;
        }
        if let Some(left) = self.less(signs, word)
            && let Some(end) = self.rest(text, at + 1, left, (0, steps))
        {
            return Some(end);
        }
        for (said, taken) in text.said(at).iter().filter(|(said, _)| said != word) {
            if let Some(left) = self.less(signs, said)
                && let Some(end) = self.rest(text, at + taken, left, (0, steps))
            {
                return Some(end);
            }
        }
        let begun = signs.len() < self.signs.len();
        let owner = word.strip_suffix('s').and_then(|less| self.less(signs, less));
        if begun && owner == Some("") {
            return Some(at + 1);
        }
        let words = if text.word(at) == "for" { 2 } else { usize::from(is_between(word)) };
        let more = begun && words > 0 && skipped < 6;
        more.then(|| self.rest(text, at + words, signs, (skipped + words, steps))).flatten()
    }

    /// All places of the code: from the first word up to, not with, the last.
    pub fn all(&self, text: &Text) -> Vec<(usize, usize)> {
        (0..text.len()).filter_map(|at| self.at(text, at).map(|end| (at, end))).collect()
    }
}

fn is_between(word: &str) -> bool {
    BETWEEN.split(' ').any(|one| !one.is_empty() && one == word)
}

/// Whether figures stand directly before this place, so that a number goes on and is another one.
pub(super) fn goes_on(text: &Text, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let parted = Gap::LINE | Gap::COLON | Gap::QUOTE;
    let sentence = text.gap(at).has(Gap::STOP) && text.apart(at);
    text.is_number(before) && !text.gap(at).has(parted) && !sentence
}
