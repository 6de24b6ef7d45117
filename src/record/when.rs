//! A time that may be known only in part: a day, a month or a year, for certain or about.

use super::typed::{Written, in_range, month_number};
use chrono::{Datelike, Days, Months, NaiveDate};

/// When something happened, as far as it is known. Ordered by its first possible day; of two that
/// begin on one day the more certain comes first, because "14 March" is not after "March".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct When {
    /// The first day it can have been.
    pub first: NaiveDate,
    /// The last day it can have been, as far as the words say.
    pub last: NaiveDate,
    /// Whether the words say "about".
    pub about: bool,
}

/// A text of more bytes says more than a time.
const LONGEST: usize = 80;

/// Words for "about", in English and Welsh.
const ABOUT: [&str; 9] = ["about", "around", "circa", "c", "ca", "approx", "approximately", "tua", "oddeutu"];

/// Words before a day, a month or a year that change nothing in what it says.
const BEFORE: [&str; 7] = ["in", "on", "of", "ym", "yn", "ar", "mis"];

/// Words for the first, the second and the last third of a month or a year.
const THIRDS: [(&str, u32); 6] =
    [("early", 0), ("dechrau", 0), ("mid", 1), ("canol", 1), ("late", 2), ("diwedd", 2)];

impl When {
    /// Reads "14/03/2025", "2025-03-14", "14 March 2025", "March 2025", "03/2025", "2025", each perhaps
    /// with "about" or "c." before it or a question mark behind it, and "late 2024", in English or
    /// Welsh. The time of day is passed over. `None` where the words say no day, month or year from
    /// 1900 to 2100, or where they can be read in more than one way: "14/03/25", "spring 2024".
    pub fn read(typed: &str) -> Option<Self> {
        if typed.trim().len() > LONGEST {
            return None;
        }
        if let Some(day) = NaiveDate::read(typed.trim()) {
            return Some(Self { first: day, last: day, about: false });
        }
        let small: String = typed.trim().chars().map(super::small_letter).collect();
        let bare = small.trim_matches(['~', '?']);
        let figures = bare.strip_prefix('c').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let mut words = words_of(figures.unwrap_or(bare));
        let mut about = bare.len() < small.len() || figures.is_some();
        while let Some(word) = words.first().filter(|word| ABOUT.contains(word) || BEFORE.contains(word)) {
            about |= ABOUT.contains(word);
            words.remove(0);
        }
        let third = THIRDS.iter().find(|(name, _)| words.first() == Some(name));
        let Some((_, third)) = third else {
            let (first, last) = whole(&words)?;
            return Some(Self { first, last, about });
        };
        let (first, last) = whole(words.get(1..).filter(|rest| rest.len() < 3)?)?;
        part(first, last, *third)
    }

    /// Whether two of them can have been on one day. What is known only about can have been as long
    /// before and after as the words say it lasted, and a week in any case.
    pub fn can_meet(&self, other: &Self) -> bool {
        let ((one_first, one_last), (first, last)) = (self.reach(), other.reach());
        one_first <= last && first <= one_last
    }

    /// The first day on which it can meet another.
    pub(super) fn begins(&self) -> NaiveDate {
        self.reach().0
    }

    /// How many days lie between the first and the last that it can have been: the fewer, the more exact.
    pub(super) fn spread(&self) -> i64 {
        let (first, last) = self.reach();
        last.signed_duration_since(first).num_days()
    }

    fn reach(&self) -> (NaiveDate, NaiveDate) {
        if !self.about {
            return (self.first, self.last);
        }
        let length = self.last.signed_duration_since(self.first).num_days().unsigned_abs();
        let margin = Days::new((length + 1).max(7));
        (
            self.first.checked_sub_days(margin).unwrap_or(self.first),
            self.last.checked_add_days(margin).unwrap_or(self.last),
        )
    }
}

/// The words and figures of a day, without its time.
fn words_of(typed: &str) -> Vec<&str> {
    let split = without_time(typed).split([' ', '\u{a0}', '/', '-', '.', ',']);
    // After "tua" a Welsh T becomes Th; no other month has one.
    let radical = |word| if word == "thachwedd" { "tachwedd" } else { word };
    split.filter(|word| !word.is_empty()).map(radical).collect()
}

/// What stands before a time of day: "14/03/2025 10:30", "2025-03-14t10:30:00z".
fn without_time(typed: &str) -> &str {
    let is_time =
        |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'z' | ' ' | 'a' | 'p' | 'm');
    let cut = typed.find(':').and_then(|colon| typed.get(..colon)?.rfind([' ', 't']));
    let parts = cut.and_then(|cut| Some((typed.get(..cut)?, typed.get(cut + 1..)?)));
    let Some((day, _)) = parts.filter(|(_, time)| time.chars().all(is_time)) else { return typed };
    ["at", "am"].iter().find_map(|word| day.strip_suffix(word)).unwrap_or(day)
}

/// The first and the last day of a day, a month or a year.
fn whole(words: &[&str]) -> Option<(NaiveDate, NaiveDate)> {
    let (first, months) = match words {
        [day, month, year] => {
            let day = NaiveDate::read(&[plain(day), month, plain(year)].join(" "))?;
            return Some((day, day));
        }
        [month, year] if is_year(year) => (first_of(year, month)?, 1),
        // "2010/11" is a school year no less than a November.
        [year, month] if is_school_year(year, month) => return None,
        [year, month] => (first_of(year, month)?, 1),
        [year] => (first_of(year, "1")?, 12),
        _ => return None,
    };
    Some((first, first.checked_add_months(Months::new(months))?.pred_opt()?))
}

/// A day without the letters behind it: "14th", "1af".
fn plain(day: &str) -> &str {
    const BEHIND: [&str; 11] = ["st", "nd", "rd", "th", "af", "il", "ydd", "fed", "ed", "eg", "ain"];
    let figures = BEHIND.iter().find_map(|letters| day.strip_suffix(letters));
    figures
        .filter(|figures| !figures.is_empty() && figures.chars().all(|c| c.is_ascii_digit()))
        .unwrap_or(day)
}

fn is_school_year(year: &str, next: &str) -> bool {
    let (year, next) = (year.parse::<u32>().ok(), next.parse::<u32>().ok());
    year.zip(next).is_some_and(|(year, next)| (year + 1) % 100 == next)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.chars().all(|c| c.is_ascii_digit())
}

fn first_of(year: &str, month: &str) -> Option<NaiveDate> {
    let year = year.parse().ok().filter(|_| is_year(year))?;
    NaiveDate::from_ymd_opt(year, month_number(month)?, 1).filter(in_range)
}

/// A third of a month or a year, which nobody knows to the day.
fn part(first: NaiveDate, last: NaiveDate, third: u32) -> Option<When> {
    let start = |third: u32| match first.month() == last.month() {
        true if third == 3 => last.succ_opt(),
        true => first.with_day(third * 10 + 1),
        false => first.checked_add_months(Months::new(third * 4)),
    };
    let (first, last) = (start(third)?, start(third + 1)?.pred_opt()?);
    Some(When { first, last, about: true })
}
