//! How alike two words are: by letters, by sound, by a few slips of the pen.

use super::given_names;
use super::places;
use super::tokens::Entry;

/// How surely a word of the text is a word of the secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// A slip of the pen or two.
    Slip,
    /// Written otherwise, said alike.
    Sound,
    /// Another form of the same given name, or of the same word for a place.
    Form,
    /// The word, or its possessive or plural.
    Same,
}

/// One word of a secret.
pub(super) struct Word {
    pub text: String,
    pub sound: String,
    pub ordinary: bool,
    letters: u32,
    length: usize,
    forms: Vec<&'static str>,
    /// A person's name cut short.
    stem: Option<String>,
}

/// Which letters of the alphabet a word has, a bit for each.
pub(super) fn letters(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |bits, letter| bits | 1 << (letter - b'a'))
}

impl Word {
    /// A word of a person's name, with the other forms of a given name.
    pub fn of_person(text: &str) -> Self {
        Self::new(text, given_names::forms(text), true)
    }

    /// A word of a place's name, with how it is shortened.
    pub fn of_place(text: &str) -> Self {
        Self::new(text, places::forms(text), false)
    }

    /// A word that has no other form.
    pub fn plain(text: &str) -> Self {
        Self::new(text, Vec::new(), false)
    }

    fn new(text: &str, forms: Vec<&'static str>, is_person: bool) -> Self {
        Self {
            text: text.to_owned(),
            sound: sound(text),
            ordinary: super::ordinary::is_ordinary(text),
            stem: if is_person { given_names::stem(text).map(str::to_owned) } else { None },
            letters: letters(text),
            length: text.chars().count(),
            forms,
        }
    }

    /// Letters of the word.
    pub fn len(&self) -> usize {
        self.length
    }

    /// How surely this is the word, if at all.
    pub fn grade(&self, entry: &Entry) -> Option<Grade> {
        let other = entry.word.as_str();
        if self.text == other || (self.length > 2 && less_s(&self.text) == less_s(other)) {
            return Some(Grade::Same);
        }
        if self.forms.iter().any(|form| *form == other || *form == less_s(other)) {
            return Some(Grade::Form);
        }
        if self.stem.as_deref() == Some(other) && !entry.ordinary {
            return Some(Grade::Form);
        }
        if self.length < 3 || other.len() < 3 || other.starts_with(|sign: char| sign.is_ascii_digit()) {
            return (self.length == 2 && other.len() < 4 && self.sound == entry.sound)
                .then_some(Grade::Sound);
        }
        if self.sound == entry.sound {
            return Some(Grade::Sound);
        }
        self.is_slip(entry).then_some(Grade::Slip)
    }

    fn is_slip(&self, entry: &Entry) -> bool {
        let slips: u32 = match self.length {
            0..4 => return false,
            4 => {
                let free = !self.ordinary && !entry.ordinary;
                let vowel = free && is_other_vowel(less_s(&self.text), less_s(&entry.word));
                return vowel || is_swapped(&self.text, less_s(&entry.word));
            }
            5..8 => 1,
            _ => 2,
        };
        let other = less_s(&entry.word);
        let near = other.len().abs_diff(self.text.len()) <= slips as usize + 1
            && (self.letters ^ entry.letters).count_ones() <= 2 * slips + 1
            && (self.text.bytes().next() == other.bytes().next()
                || self.sound.bytes().next() == entry.sound.bytes().next());
        near && (distance(&self.text, &entry.word, slips) || distance(less_s(&self.text), other, slips))
    }
}

/// The word without the s of a possessive or plural.
pub(super) fn less_s(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(less) if less.len() > 2 && !less.ends_with('s') => less,
        _ => word,
    }
}

/// Whether the words differ in one vowel only, which is another one.
fn is_other_vowel(one: &str, other: &str) -> bool {
    let vowel = |sign: &u8| b"aeiou".contains(sign);
    let mut differ = one.bytes().zip(other.bytes()).filter(|(a, b)| a != b);
    let first = differ.next().is_some_and(|(a, b)| vowel(&a) && vowel(&b));
    first && one.len() == other.len() && differ.next().is_none()
}

fn is_swapped(one: &str, other: &str) -> bool {
    let differ: Vec<(u8, u8)> = one.bytes().zip(other.bytes()).filter(|(a, b)| a != b).collect();
    match differ.as_slice() {
        [(a, b), (c, d)] => one.len() == other.len() && a == d && b == c,
        _ => false,
    }
}

/// Whether this many letters left out, put in, changed or swapped with the next turn one word into the other.
pub(super) fn distance(one: &str, other: &str, most: u32) -> bool {
    if one.is_ascii() && other.is_ascii() {
        return within(one.as_bytes(), other.as_bytes(), most);
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    within(&one, &other, most)
}

fn within<T: PartialEq>(one: &[T], other: &[T], most: u32) -> bool {
    if one.len().abs_diff(other.len()) > most as usize {
        return false;
    }
    let mut before: Vec<u32> = Vec::new();
    let mut row: Vec<u32> = (0..).take(other.len() + 1).collect();
    for (i, letter) in one.iter().enumerate() {
        let mut next = vec![i as u32 + 1];
        for (j, with) in other.iter().enumerate() {
            let at = |row: &[u32], at: usize| row.get(at).copied().unwrap_or(u32::MAX / 2);
            let mut cost = at(&row, j) + u32::from(letter != with);
            cost = cost.min(at(&row, j + 1) + 1).min(at(&next, j) + 1);
            let swapped = i > 0 && j > 0 && one.get(i - 1) == Some(with) && other.get(j - 1) == Some(letter);
            if swapped {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            next.push(cost);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().is_some_and(|cost| *cost <= most)
}

/// Groups of letters that sound alike, the longest first.
const ALIKE: [(&str, &str); 40] = [
    ("eicester", "ester"),
    ("oucester", "oster"),
    ("orcester", "uster"),
    ("cester", "ster"),
    ("eaux", "o"),
    ("eigh", "a"),
    ("augh", "o"),
    ("ough", "o"),
    ("tch", "ch"),
    ("dge", "j"),
    ("sch", "sk"),
    ("gh", "g"),
    ("ph", "f"),
    ("ck", "k"),
    ("wh", "w"),
    ("th", "t"),
    ("qu", "kw"),
    ("ch", "x"),
    ("sh", "x"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("ee", "i"),
    ("ea", "i"),
    ("ie", "i"),
    ("ey", "i"),
    ("ei", "i"),
    ("ai", "a"),
    ("ay", "a"),
    ("ae", "a"),
    ("oo", "o"),
    ("ow", "o"),
    ("oa", "o"),
    ("ou", "o"),
    ("au", "o"),
    ("aw", "o"),
    ("c", "k"),
    ("q", "k"),
    ("y", "i"),
    ("z", "s"),
];

/// A word as it is said, roughly: words that an English ear takes for each other have the same.
pub(super) fn sound(word: &str) -> String {
    let mut said = String::with_capacity(word.len());
    let mut rest = word.strip_suffix('e').filter(|less| less.len() > 1).unwrap_or(word);
    for (silent, said) in [("kn", "n"), ("wr", "r"), ("ps", "s")] {
        if rest.starts_with(silent) {
            rest = rest.get(silent.len() - said.len()..).unwrap_or(rest);
        }
    }
    if let Some(after) = rest.strip_prefix('x') {
        said.push('s');
        rest = after;
    }
    while let Some(next) = rest.chars().next() {
        let group = ALIKE.iter().find(|(group, _)| rest.starts_with(group));
        let (taken, add) = group.map_or((next.len_utf8(), None), |(group, add)| (group.len(), Some(*add)));
        let last = said.chars().last();
        let silent = next == 'h' && last.is_some_and(|last| "aeiou".contains(last));
        for letter in add.map_or(next.to_string(), str::to_owned).chars() {
            if !silent && !said.ends_with(letter) {
                said.push(letter);
            }
        }
        rest = rest.get(taken..).unwrap_or("");
    }
    said
}
