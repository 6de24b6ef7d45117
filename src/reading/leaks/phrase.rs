//! Words of a secret in the order they have, also glued together, pulled apart or misspelt.

use super::ordinary::is_ordinary;
use super::sounds::{Grade, Word, distance};
use super::tokens::{Entry, Text};

/// Where a match ends, and the surety of its least sure word.
pub(super) type End = (usize, Grade);

/// One word of a secret against all words of a text.
pub(super) struct Graded<'a> {
    pub word: &'a Word,
    text: &'a Text,
    grades: Vec<Option<Grade>>,
    /// Which different words of the text may begin it.
    may: Vec<bool>,
}

impl<'a> Graded<'a> {
    pub fn new(word: &'a Word, text: &'a Text) -> Self {
        let grades: Vec<Option<Grade>> = text.entries.iter().map(|entry| word.grade(entry)).collect();
        let begins = |entry: &Entry| {
            let sounds = entry.word.len() > 2 && word.sound.starts_with(&entry.sound);
            word.text.starts_with(&entry.word) || sounds
        };
        let pairs = text.entries.iter().zip(&grades);
        let may = pairs.map(|(entry, grade)| grade.is_some() || begins(entry)).collect();
        Self { word, text, grades, may }
    }

    /// Whether it may begin with the word here.
    pub fn may_begin(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| self.may.get(token.entry) == Some(&true))
    }

    /// Whether it stands here, in one word of the text or in more that make it up.
    pub fn at(&self, from: usize) -> Option<End> {
        let token = self.text.tokens.get(from)?;
        if self.may.get(token.entry) != Some(&true) {
            return None;
        }
        if let Some(grade) = self.grades.get(token.entry).copied().flatten() {
            return Some((from + 1, grade));
        }
        self.pulled_apart(from).or_else(|| self.parts_said(from))
    }

    /// The word in two or more pieces, down to single letters.
    fn pulled_apart(&self, from: usize) -> Option<End> {
        let mut left = self.word.text.as_str();
        let mut at = from;
        while !left.is_empty() {
            let piece = self.text.word(at);
            let inside = at > from && !self.text.apart(at) && !self.text.apart(at + 1);
            let figure = || left.get(piece.len()..).filter(|_| inside && is_drawn(piece, left));
            let Some(rest) = left.strip_prefix(piece).or_else(figure).filter(|_| !piece.is_empty()) else {
                break;
            };
            left = rest;
            at += 1;
        }
        let possessive = left.is_empty() || left == "s";
        let last = self.text.word(at).strip_suffix('s').is_some_and(|less| less == left && !less.is_empty());
        let whole = (possessive && at > from + 1) || (last && at > from);
        whole.then_some((at + usize::from(last), Grade::Same))
    }

    /// The word in two pieces that sound like it.
    fn parts_said(&self, from: usize) -> Option<End> {
        let (one, two) = (self.text.entry(from)?, self.text.entry(from + 1)?);
        if self.word.len() < 6 || one.word.len() < 3 || two.word.len() < 2 {
            return None;
        }
        let rest = self.word.sound.strip_prefix(one.sound.as_str())?;
        (!rest.is_empty() && rest == two.sound).then_some((from + 2, Grade::Sound))
    }
}

/// Words of a secret that belong together.
pub(super) struct Phrase {
    words: Vec<Word>,
    /// Each two neighbours run into one.
    pairs: Vec<Word>,
    /// All letters and figures without a gap.
    pub glued: String,
}

impl Phrase {
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>, make: fn(&str) -> Word) -> Self {
        let words: Vec<Word> = words.into_iter().map(make).collect();
        let pairs = words.windows(2).filter_map(|two| match two {
            [one, two] => Some(make(&format!("{}{}", one.text, two.text))),
            _ => None,
        });
        let pairs = pairs.collect();
        let glued = words.iter().map(|word| word.text.as_str()).collect();
        Self { words, pairs, glued }
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether each word is one of the language.
    pub fn ordinary(&self) -> bool {
        self.words.iter().all(|word| word.ordinary)
    }

    pub fn in_text<'a>(&'a self, text: &'a Text) -> Sought<'a> {
        let graded = |words: &'a [Word]| words.iter().map(|word| Graded::new(word, text)).collect();
        Sought { phrase: self, text, words: graded(&self.words), pairs: graded(&self.pairs) }
    }
}

/// A phrase made ready for one text.
pub(super) struct Sought<'a> {
    pub phrase: &'a Phrase,
    text: &'a Text,
    words: Vec<Graded<'a>>,
    pairs: Vec<Graded<'a>>,
}

impl Sought<'_> {
    /// Where all words end if they begin here.
    pub fn at(&self, from: usize) -> Option<End> {
        if self.words.is_empty() {
            return None;
        }
        let (mut at, mut word, mut least) = (from, 0, Grade::Same);
        while let Some(graded) = self.words.get(word) {
            let skips = at > from && matches!(self.text.word(at), "and" | "at" | "the");
            let one = graded.at(at).map(|(end, grade)| (end, grade, 1));
            let pair = || self.pairs.get(word).and_then(|pair| run_together(pair, at));
            let two = one.or_else(|| pair().map(|(end, grade)| (end, grade, 2)));
            let (end, grade, taken) = two.or(skips.then_some((at + 1, least, 0)))?;
            at = end;
            word += taken;
            least = least.min(grade);
        }
        Some((at, least))
    }

    /// Each place where the words stand: from the first up to, not with, the last.
    pub fn all(&self) -> Vec<(usize, usize, Grade)> {
        (0..self.text.len()).filter_map(|at| self.at(at).map(|(end, grade)| (at, end, grade))).collect()
    }

    /// Each word of the text in which all words stand without a gap, among other letters.
    pub fn inside(&self) -> Vec<(usize, usize)> {
        let glued = self.phrase.glued.as_str();
        if glued.len() < 5 || self.phrase.len() == 1 && glued.len() < 7 {
            return Vec::new();
        }
        let holds = |word: &str| {
            let long = word.len() > 9 && word.len() > glued.len() && glued.len() > 6;
            word == glued && !is_ordinary(word)
                || (long && word.contains(glued))
                || (word.len() > 8 && glued.len() > 6 && distance(word, glued, 1))
        };
        let words: Vec<bool> = self.text.entries.iter().map(|entry| holds(&entry.word)).collect();
        let tokens = self.text.tokens.iter().enumerate();
        tokens
            .filter(|(_, token)| words.get(token.entry) == Some(&true))
            .map(|(at, _)| (at, at + 1))
            .collect()
    }
}

/// Whether these figures stand for the first letters, as "0" for "o" in a name.
fn is_drawn(figures: &str, letters: &str) -> bool {
    let drawn = |(figure, letter): (u8, u8)| match figure {
        b'0' => letter == b'o',
        b'1' => matches!(letter, b'i' | b'l'),
        b'3' => letter == b'e',
        b'4' => letter == b'a',
        b'5' => letter == b's',
        b'7' => letter == b't',
        _ => false,
    };
    letters.len() >= figures.len() && figures.bytes().zip(letters.bytes()).all(drawn)
}

fn run_together(pair: &Graded, at: usize) -> Option<End> {
    pair.at(at).filter(|(end, grade)| *grade > Grade::Slip || *end == at + 1)
}

/// Places where the letters and figures stand, whatever is between them, from a word's start to a word's end.
pub(super) fn whole(text: &Text, glued: &str) -> Vec<(usize, usize)> {
    (0..text.len()).filter_map(|from| whole_at(text, glued, from).map(|to| (from, to))).collect()
}

/// Where the letters and figures end that begin with this word.
pub(super) fn whole_at(text: &Text, glued: &str, from: usize) -> Option<usize> {
    let mut left = glued;
    let mut at = from;
    while !left.is_empty() {
        let word = text.word(at);
        left = left.strip_prefix(word).filter(|_| !word.is_empty())?;
        at += 1;
    }
    (at > from).then_some(at)
}
