//! A text as words and numbers, each with where it stands and what parts it from the one before.

use super::letters::{Seen, as_figure, is_capital, seen};
use super::ordinary;
use super::sounds;
use super::spoken::{self, Said, readings};
use std::collections::HashMap;

/// How the letters of a word were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// No capital at its start.
    Small,
    /// A capital at its start.
    Title,
    /// All capitals, two or more.
    Capitals,
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Gap(u16);

impl Gap {
    pub const SPACE: u16 = 1;
    pub const LINE: u16 = 2;
    pub const STOP: u16 = 4;
    pub const COMMA: u16 = 8;
    pub const QUOTE: u16 = 16;
    pub const AT: u16 = 32;
    pub const DASH: u16 = 64;
    pub const COLON: u16 = 128;
    pub const OTHER: u16 = 256;
    pub const SLASH: u16 = 512;

    /// Whether one of these signs stands here.
    pub fn has(self, signs: u16) -> bool {
        self.0 & signs != 0
    }

    /// One sign and nothing else.
    pub fn only(sign: u16) -> Self {
        Self(sign)
    }

    /// Whether nothing but white space stands here.
    pub fn is_space(self) -> bool {
        self.0 == Self::SPACE
    }

    fn add(&mut self, sign: char) {
        self.0 |= match sign {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => Self::LINE | Self::SPACE,
            '.' | '!' | '?' | '…' | '。' => Self::STOP,
            ',' => Self::COMMA,
            '"' | '“' | '”' | '„' | '«' | '»' => Self::QUOTE,
            '@' => Self::AT,
            '-' | '‐'..='―' | '−' => Self::DASH,
            ':' | ';' | '•' => Self::COLON,
            '/' | '\\' => Self::SLASH,
            _ if sign.is_whitespace() => Self::SPACE,
            _ => Self::OTHER,
        };
    }
}

/// One run of letters, or one of figures.
pub(super) struct Token {
    /// Which of the text's different words this is.
    pub entry: usize,
    pub start: usize,
    pub end: usize,
    pub case: Case,
    pub gap: Gap,
}

/// A word of the text as it is compared, once however often it stands there.
pub(super) struct Entry {
    pub word: String,
    pub sound: String,
    pub letters: u32,
    /// A word of the language, which alone says nothing of a person.
    pub ordinary: bool,
    /// It may say a figure or a letter.
    pub spoken: bool,
    /// A day may begin with it.
    pub dated: bool,
    /// What is left of it if it is a name cut short.
    pub stem: Option<String>,
    /// The month that it names.
    pub month: Option<u32>,
}

/// A text prepared for all secrets.
pub(super) struct Text {
    pub tokens: Vec<Token>,
    pub entries: Vec<Entry>,
    /// Every letter of it is a capital, so that capitals say nothing.
    pub shouts: bool,
    /// What each word says as figures or letters, for codes that are spoken.
    said: Vec<Vec<Said>>,
    index: HashMap<String, usize>,
}

/// What is known of the word that is being read.
#[derive(Default)]
struct Open {
    word: String,
    start: usize,
    end: usize,
    figures: bool,
    first_capital: bool,
    last_small: bool,
    smalls: usize,
    letters: usize,
}

impl Text {
    /// Reads a text. A change from small letter to capital, or from letter to figure, parts words;
    /// an apostrophe inside a word does not.
    pub fn read(given: &str) -> Self {
        let mut text = Self {
            tokens: Vec::new(),
            entries: Vec::new(),
            shouts: true,
            said: Vec::new(),
            index: HashMap::new(),
        };
        let mut open = Open::default();
        let mut gap = Gap::default();
        let mut chars = given.char_indices().peekable();
        while let Some((at, sign)) = chars.next() {
            let end = at + sign.len_utf8();
            let capital = is_capital(sign);
            let beside = open.figures || chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
            match as_figure(sign).filter(|_| beside).map_or_else(|| seen(sign), Seen::Figure) {
                Seen::Nothing => {}
                Seen::Letter(letter) => {
                    text.take(
                        &mut open,
                        &mut gap,
                        letter.encode_utf8(&mut [0; 4]),
                        (at, end, capital, false),
                    );
                }
                Seen::Letters(letters) => text.take(&mut open, &mut gap, letters, (at, end, capital, false)),
                Seen::Figure(figure) => {
                    text.take(&mut open, &mut gap, figure.encode_utf8(&mut [0; 4]), (at, end, false, true));
                }
                Seen::Figures(figures) => text.take(&mut open, &mut gap, figures, (at, end, false, true)),
                Seen::Apostrophe => {
                    let inside = chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
                    if open.word.is_empty() || !inside {
                        text.close(&mut open, &mut gap);
                        gap.add('"');
                    }
                }
                Seen::Between('%') if given.get(at..at + 3) == Some("%40") => {
                    text.close(&mut open, &mut gap);
                    gap.add('@');
                    chars.next();
                    chars.next();
                }
                Seen::Between(sign) => {
                    text.close(&mut open, &mut gap);
                    gap.add(sign);
                }
            }
        }
        text.close(&mut open, &mut gap);
        let says = |at: usize| text.entry(at).is_some_and(|entry| entry.spoken);
        text.said =
            (0..text.len()).map(|at| if says(at) { readings(&text, at) } else { Vec::new() }).collect();
        text
    }

    fn take(&mut self, open: &mut Open, gap: &mut Gap, letters: &str, how: (usize, usize, bool, bool)) {
        let (at, end, capital, figure) = how;
        let other = open.figures != figure || (capital && open.last_small);
        if !open.word.is_empty() && other {
            self.close(open, gap);
        }
        if open.word.is_empty() {
            *open = Open { start: at, figures: figure, first_capital: capital, ..Open::default() };
        }
        open.word.push_str(letters);
        open.end = end;
        open.last_small = !figure && !capital;
        open.letters += 1;
        if open.last_small {
            open.smalls += 1;
            self.shouts = false;
        }
    }

    fn close(&mut self, open: &mut Open, gap: &mut Gap) {
        if open.word.is_empty() {
            return;
        }
        let done = std::mem::take(open);
        let case = match (done.first_capital, done.smalls) {
            (false, _) => Case::Small,
            (true, 0) if done.letters > 1 => Case::Capitals,
            (true, _) => Case::Title,
        };
        let entry = match self.index.get(&done.word) {
            Some(entry) => *entry,
            None => self.enter(&done.word),
        };
        self.tokens.push(Token { entry, start: done.start, end: done.end, case, gap: *gap });
        *gap = Gap::default();
    }

    fn enter(&mut self, word: &str) -> usize {
        let entry = self.entries.len();
        self.entries.push(Entry {
            word: word.to_owned(),
            sound: sounds::sound(word),
            letters: sounds::letters(word),
            ordinary: ordinary::is_ordinary(word),
            spoken: spoken::speaks(word),
            dated: super::days::begins_day(word),
            stem: super::given_names::stem(word).map(str::to_owned),
            month: super::months::of(word),
        });
        self.index.insert(word.to_owned(), entry);
        entry
    }

    /// What this word and those after it may say as figures and letters.
    pub fn said(&self, at: usize) -> &[Said] {
        self.said.get(at).map_or(&[], Vec::as_slice)
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The folded word at this place, empty beyond the end.
    pub fn word(&self, at: usize) -> &str {
        self.entry(at).map_or("", |entry| entry.word.as_str())
    }

    pub fn entry(&self, at: usize) -> Option<&Entry> {
        self.tokens.get(at).and_then(|token| self.entries.get(token.entry))
    }

    pub fn gap(&self, at: usize) -> Gap {
        self.tokens.get(at).map_or(Gap::default(), |token| token.gap)
    }

    /// Whether a white space stands before this word; the first word has none.
    pub fn apart(&self, at: usize) -> bool {
        self.gap(at).has(Gap::SPACE)
    }

    pub fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.case != Case::Small)
    }

    pub fn capitals(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.case == Case::Capitals)
    }

    /// Whether a sentence, a line or a quotation begins with this word.
    pub fn opens(&self, at: usize) -> bool {
        let gap = self.gap(at);
        let stop = gap.has(Gap::STOP) && gap.has(Gap::SPACE);
        at == 0 || stop || gap.has(Gap::LINE | Gap::QUOTE | Gap::COLON)
    }

    /// Whether a capital here says that this is a name.
    pub fn stands_out(&self, at: usize) -> bool {
        self.capital(at) && !self.opens(at) && !self.shouts
    }

    /// Whether this word alone stands between quotation marks.
    pub fn quoted(&self, at: usize) -> bool {
        self.gap(at).has(Gap::QUOTE) && self.gap(at + 1).has(Gap::QUOTE)
    }

    pub fn is_number(&self, at: usize) -> bool {
        self.word(at).starts_with(|sign: char| sign.is_ascii_digit())
    }

    pub fn ordinary(&self, at: usize) -> bool {
        self.entry(at).is_none_or(|entry| entry.ordinary)
    }

    /// The bytes from one word up to, not with, another.
    pub fn range(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let first = self.tokens.get(from)?;
        let last = self.tokens.get(to.checked_sub(1)?)?;
        (first.start < last.end).then_some((first.start, last.end))
    }
}
