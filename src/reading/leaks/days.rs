//! A day of birth however it is written: in figures, in words, by its feast, also without the year.

use super::code::{Code, goes_on};
use super::months::{FEASTS, begins_feast};
use super::numbers::Spans;
use super::spoken::{is_counting, number, ordinal};
use super::tokens::{Gap, Text};

/// Words near a date that make a birthday of it.
const BIRTH: &str = " born birth birthday birthdays dob turns turned turning baby cake age aged bday \
    pen blwydd geni ganwyd ganed eni anwyd ";

/// A day of birth.
pub(super) struct Birth {
    day: u32,
    month: u32,
    year: u32,
    /// All its figures, in which a letter may pass for one.
    codes: [Code; 2],
}

/// What a text says of a day.
struct Dated {
    day: u32,
    month: u32,
    year: Option<u32>,
    to: usize,
    /// Written in two or three numbers, of which the first may be the month.
    turned: bool,
    /// Two numbers that may also be a part of a whole.
    bare: bool,
}

impl Birth {
    /// Takes a day as the record has it: day first, year first, or with the month in words.
    pub fn new(value: &str) -> Option<Self> {
        let text = Text::read(value);
        let dated =
            (0..text.len()).find_map(|at| dates(&text, at).into_iter().find(|dated| dated.year.is_some()))?;
        let (day, month, year) = (dated.day, dated.month, dated.year?);
        let codes = [format!("{day:02}{month:02}{year:04}"), format!("{year:04}{month:02}{day:02}")];
        Some(Self { day, month, year, codes: codes.map(|code| Code::lookalike(&code)) })
    }

    pub fn places(&self, text: &Text) -> Spans {
        let mut found: Spans =
            (0..text.len()).filter_map(|at| self.at(text, at).map(|to| (at, to))).collect();
        found.extend(self.codes.iter().flat_map(|code| code.all(text)));
        found
    }

    fn at(&self, text: &Text, at: usize) -> Option<usize> {
        if !text.entry(at)?.dated {
            return None;
        }
        let same = |dated: &Dated| {
            let turned = dated.turned && dated.day == self.month && dated.month == self.day;
            let day = dated.day == self.day && dated.month == self.month;
            match dated.year {
                Some(year) if is_year(year, self.year) => day || turned,
                Some(_) => day && is_birth(text, at, dated.to),
                None => day && (!dated.bare || is_birth(text, at, dated.to)),
            }
        };
        let whole = dates(text, at).into_iter().filter(same).map(|dated| dated.to).max();
        whole.or_else(|| self.six_figures(text, at)).or_else(|| self.month_of_birth(text, at))
    }

    /// Day, month and two figures of the year without a sign between, or the year first: no part of a longer
    /// number. Where the sentence speaks of a birth, in any year.
    fn six_figures(&self, text: &Text, at: usize) -> Option<usize> {
        let word = text.word(at);
        if word.len() != 6 || !text.is_number(at) {
            return None;
        }
        let (day, month, year) = (self.day, self.month, self.year % 100);
        let first = format!("{day:02}{month:02}");
        let said = word == format!("{first}{year:02}") || word == format!("{year:02}{month:02}{day:02}");
        let longer = goes_on(text, at) || text.is_number(at + 1) && goes_on(text, at + 1);
        let born = word.starts_with(&first) && is_birth(text, at, at + 1);
        (born || said && !longer && !is_numbered(text, at)).then_some(at + 1)
    }

    /// "born in September 2017": the month and the year, said of a birth.
    fn month_of_birth(&self, text: &Text, at: usize) -> Option<usize> {
        let month = month(text, at).filter(|month| *month == self.month)?;
        let year = year(text, at + 1).is_some_and(|(year, _)| is_year(year, self.year) && year > 99);
        let numbered = at.checked_sub(1).is_some_and(|before| text.is_number(before));
        (month > 0 && year && !numbered && is_birth(text, at, at + 2)).then_some(at + 2)
    }
}

/// Whether a day may begin with this word.
pub(super) fn begins_day(word: &str) -> bool {
    word.starts_with(|sign: char| sign.is_ascii_digit())
        || super::months::of(word).is_some()
        || begins_feast(word)
        || is_counting(word)
}

fn is_year(said: u32, year: u32) -> bool {
    said == year || (said < 100 && said == year % 100)
}

/// Whether the sentence around says that somebody was born.
fn is_birth(text: &Text, from: usize, to: usize) -> bool {
    let near = from.saturating_sub(8)..(to + 6).min(text.len());
    near.into_iter().any(|at| BIRTH.contains(&format!(" {} ", text.word(at))))
}

/// Whether the word before says what the figures number: "room 090317", "code 090317".
fn is_numbered(text: &Text, at: usize) -> bool {
    const NUMBERED: &str = " room code form ref reference no number case id invoice order part model pin batch file \
        job ticket policy account sort serial version item stock door locker bin bus ";
    at.checked_sub(1).is_some_and(|before| NUMBERED.contains(&format!(" {} ", text.word(before))))
}

fn month(text: &Text, at: usize) -> Option<u32> {
    let word = text.word(at);
    let of = text.entry(at)?.month?;
    let modal = matches!(word, "may" | "march" | "mar" | "fai")
        && !text.capital(at)
        && !at.checked_sub(1).is_some_and(|before| text.is_number(before) || text.word(before) == "of");
    (!modal).then_some(of)
}

/// A number in figures, and whether it has this many signs at most.
fn figures(text: &Text, at: usize, most: usize) -> Option<u32> {
    let word = text.word(at);
    (text.is_number(at) && word.len() <= most).then(|| word.parse().ok()).flatten()
}

/// The day of a month, and how many words it takes: 3, 3rd, third, twenty-first.
fn day(text: &Text, at: usize) -> Option<(u32, usize)> {
    let ends = |at: usize| {
        matches!(text.word(at), "st" | "nd" | "rd" | "th" | "ain" | "fed" | "ydd" | "eg" | "af" | "il" | "ed")
    };
    let found = figures(text, at, 2).map(|day| (day, 1 + usize::from(ends(at + 1))));
    let found = found.or_else(|| ordinal(text, at)).or_else(|| number(text, at));
    found.filter(|(day, _)| (1..=31).contains(day))
}

/// A year after a date, not the hour or a count.
fn year(text: &Text, at: usize) -> Option<(u32, usize)> {
    let number = figures(text, at, 4)?;
    let two = text.word(at).len() == 2
        && !text.gap(at).has(Gap::COMMA | Gap::COLON)
        && !text.gap(at + 1).has(Gap::COLON);
    ((1900..2100).contains(&number) || two).then_some((number, 1))
}

/// The days that the words from here may mean.
fn dates(text: &Text, at: usize) -> Vec<Dated> {
    let mut found: Vec<Dated> = feast(text, at).into_iter().collect();
    found.extend(day_then_month(text, at));
    found.extend(month_then_day(text, at));
    found.extend(month_year_day(text, at));
    found.extend(in_figures(text, at));
    found.extend(run_together(text, at));
    found
}

fn with_year(text: &Text, day: u32, month: u32, to: usize) -> Dated {
    match year(text, to) {
        Some((year, taken)) => {
            Dated { day, month, year: Some(year), to: to + taken, turned: false, bare: false }
        }
        None => Dated { day, month, year: None, to, turned: false, bare: false },
    }
}

fn day_then_month(text: &Text, at: usize) -> Option<Dated> {
    let (day, taken) = day(text, at)?;
    let of = usize::from(matches!(text.word(at + taken), "of" | "o"));
    if let Some(month) = month(text, at + taken + of) {
        return Some(with_year(text, day, month, at + taken + of + 1));
    }
    // "the 23rd of the eleventh, 2013"
    let the = usize::from(text.word(at + taken + of) == "the");
    let (month, more) = ordinal(text, at + taken + of + the).filter(|_| of + the == 2)?;
    let dated = with_year(text, day, month, at + taken + 2 + more);
    dated.year.is_some().then_some(dated)
}

fn month_then_day(text: &Text, at: usize) -> Option<Dated> {
    let month = month(text, at)?;
    let the = usize::from(text.word(at + 1) == "the");
    let (day, taken) = day(text, at + 1 + the)?;
    Some(with_year(text, day, month, at + 1 + the + taken))
}

/// The month and the year, and then the day: "May 2016, the 4th".
fn month_year_day(text: &Text, at: usize) -> Option<Dated> {
    let month = month(text, at)?;
    let (year, taken) = year(text, at + 1).filter(|(year, _)| *year > 99)?;
    let the = usize::from(text.word(at + 1 + taken) == "the");
    let (day, more) = day(text, at + 1 + taken + the)?;
    let ordinal = the > 0 || more > 1;
    let to = at + 1 + taken + the + more;
    ordinal.then_some(Dated { day, month, year: Some(year), to, turned: false, bare: false })
}

/// The month that a Roman figure says: "22/VII/2024".
fn roman_month(text: &Text, at: usize) -> Option<u32> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let found = ROMAN.iter().position(|roman| *roman == text.word(at))?;
    Some(found as u32 + 1)
}

/// Two or three numbers with a sign between them; three of the length of a date with a space.
fn in_figures(text: &Text, at: usize) -> Option<Dated> {
    let one = figures(text, at, 4)?;
    let length = |at: usize| text.word(at).len();
    let (whole, padded) = (length(at + 2) == 4, text.word(at).starts_with('0') && length(at + 1) == 2);
    let space = |next: usize| text.gap(at + next).is_space();
    let apart = (whole || padded) && length(at) < 3 && space(1) && space(2);
    let sign =
        |next: usize| apart || text.gap(at + next).has(Gap::SLASH | Gap::DASH | Gap::STOP | Gap::OTHER);
    let roman = || roman_month(text, at + 1).filter(|_| length(at + 2) == 4 || sign(1) && sign(2));
    let two = figures(text, at + 1, 2).filter(|_| sign(1)).or_else(roman)?;
    let three = figures(text, at + 2, 4).filter(|_| sign(2) || roman().is_some());
    match three {
        Some(three) if length(at) == 4 => {
            Some(Dated { day: three, month: two, year: Some(one), to: at + 3, turned: true, bare: false })
        }
        Some(three) if whole || length(at + 2) == 2 => {
            Some(Dated { day: one, month: two, year: Some(three), to: at + 3, turned: true, bare: false })
        }
        None if text.gap(at + 1).has(Gap::SLASH) && !text.apart(at + 1) => {
            Some(Dated { day: one, month: two, year: None, to: at + 2, turned: false, bare: true })
        }
        _ => None,
    }
}

/// Eight figures without a sign between: year first or day first.
fn run_together(text: &Text, at: usize) -> Option<Dated> {
    let word = text.word(at);
    if word.len() != 8 || !text.is_number(at) {
        return None;
    }
    let part = |from: usize, to: usize| word.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let first = part(0, 4).filter(|year| (1900..2100).contains(year));
    let (year, month, day) = match first {
        Some(year) => (year, part(4, 6)?, part(6, 8)?),
        None => (part(4, 8)?, part(2, 4)?, part(0, 2)?),
    };
    Some(Dated { day, month, year: Some(year), to: at + 1, turned: false, bare: false })
}

fn feast(text: &Text, at: usize) -> Option<Dated> {
    if !begins_feast(text.word(at)) {
        return None;
    }
    let stands = |name: &str| name.split(' ').enumerate().all(|(next, word)| text.word(at + next) == word);
    let (name, day, month) = FEASTS.iter().find(|(name, _, _)| stands(name))?;
    Some(with_year(text, *day, *month, at + name.split(' ').count()))
}
