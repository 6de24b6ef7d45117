//! Answers of one value: what was given, what was typed and could not be read, or nothing.

use super::answer::{Answer, Holds};
use super::civil_date::civil_date;
use super::field::Kind;
use super::held::{Held, Slot, SlotMut};
use chrono::{Datelike, NaiveDate};
use serde_json::Value;

/// A value that a person writes in a box: a day, a number or a code.
pub trait Written: Sized + Clone + PartialEq + 'static {
    /// How a form asks for it.
    const KIND: Kind;
    /// The value as an answer holds it.
    fn holds(&self) -> Holds<'static>;
    /// The value that an answer holds, if it is of this kind.
    fn of(what: &Holds<'_>) -> Option<Self>;
    /// Reads what a person typed; `None` where it cannot be read as this kind of value.
    fn read(typed: &str) -> Option<Self> {
        Self::of(&read(Self::KIND, typed)?)
    }
}

/// What was said in answer to one question: a value, something that could not be read
/// (31/02/2026, kept as typed), or nothing yet.
///
/// JSON: the value itself · `{"unread": "31/02/2026"}` · absent or `null`.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Typed<T> {
    /// A value that could be read.
    Given(T),
    /// What was typed and could not be read, kept letter for letter.
    Unread(String),
    /// Not answered yet.
    #[default]
    Blank,
}

/// A civil day of the calendar, 1900 to 2100; never an instant.
pub type Day = Typed<NaiveDate>;
/// A whole number that is not negative.
pub type Number = Typed<u32>;

impl<T> Typed<T> {
    /// The value, where one could be read.
    pub fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            _ => None,
        }
    }

    /// Nothing was typed.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }
}

impl<T: PartialEq> Typed<T> {
    /// Whether exactly this value was given.
    pub fn is(&self, value: T) -> bool {
        self.given() == Some(&value)
    }
}

impl<T: Copy> Typed<T> {
    /// A copy of the value, where one could be read.
    pub fn get(&self) -> Option<T> {
        self.given().copied()
    }
}

impl<T: Written> Answer for Typed<T> {
    fn kind(&self) -> Kind {
        T::KIND
    }

    fn holds(&self) -> Holds<'_> {
        match self {
            Self::Given(value) => value.holds(),
            Self::Unread(typed) => Holds::Unread(typed),
            Self::Blank => Holds::Blank,
        }
    }

    fn hold(&mut self, what: Holds<'_>) {
        *self = match what {
            Holds::Unread(typed) => Self::Unread(typed.to_owned()),
            what => T::of(&what).map_or(Self::Blank, Self::Given),
        };
    }
}

/// Why a file's value is not one of a kind.
pub(super) enum Unfit<'a> {
    /// It is this text, which can be kept as typed.
    Text(&'a str),
    /// It is no text.
    Other,
}

/// One value as a file has it; stricter than what a person may type.
pub(super) fn from_file(kind: Kind, value: &Value) -> Result<Holds<'_>, Unfit<'_>> {
    if let Some(typed) = unread(value) {
        return Ok(Holds::Unread(typed));
    }
    match (kind, value) {
        (_, Value::Null) => Ok(Holds::Blank),
        (Kind::Number, Value::Number(number)) => {
            let number = number.as_u64().and_then(|number| u32::try_from(number).ok());
            number.map(Holds::Number).ok_or(Unfit::Other)
        }
        (Kind::Number, Value::String(typed)) => Err(Unfit::Text(typed)),
        (Kind::Day, Value::String(typed)) => {
            civil_date(typed).filter(in_range).map(Holds::Day).ok_or(Unfit::Text(typed))
        }
        (_, Value::String(typed)) => read(kind, typed).ok_or(Unfit::Text(typed)),
        _ => Err(Unfit::Other),
    }
}

/// One value as a person types it: read, kept as typed, or blank.
pub(super) fn from_typed(kind: Kind, typed: &str) -> Holds<'_> {
    match typed.trim() {
        "" => Holds::Blank,
        trimmed => read(kind, trimmed).unwrap_or(Holds::Unread(typed)),
    }
}

fn read(kind: Kind, typed: &str) -> Option<Holds<'static>> {
    match kind {
        Kind::Day => read_day(typed).map(Holds::Day),
        Kind::Number => read_number(typed).map(Holds::Number),
        _ => kind.codes()?.position(typed).map(Holds::Code),
    }
}

/// The typed text of `{"unread": "…"}`, and of nothing else.
fn unread(value: &Value) -> Option<&str> {
    let object = value.as_object().filter(|object| object.len() == 1)?;
    object.get("unread")?.as_str()
}

impl<T: Written> Held for Typed<T> {
    const KIND: Kind = T::KIND;
    const BLANK: Self = Self::Blank;
    fn slot(&self) -> Slot<'_> {
        Slot::Answer(self)
    }
    fn slot_mut(&mut self) -> SlotMut<'_> {
        SlotMut::Answer(self)
    }
}

impl Written for NaiveDate {
    const KIND: Kind = Kind::Day;
    fn holds(&self) -> Holds<'static> {
        Holds::Day(*self)
    }
    fn of(what: &Holds<'_>) -> Option<Self> {
        if let Holds::Day(day) = what { Some(*day) } else { None }
    }
}

impl Written for u32 {
    const KIND: Kind = Kind::Number;
    fn holds(&self) -> Holds<'static> {
        Holds::Number(*self)
    }
    fn of(what: &Holds<'_>) -> Option<Self> {
        if let Holds::Number(number) = what { Some(*number) } else { None }
    }
}

/// Day, month and four-figure year in that order, between `/`, `-`, `.` or spaces; or year first.
fn read_day(typed: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = typed.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    if year.len() != 4 || day.len() > 2 || !year.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let day = NaiveDate::from_ymd_opt(year.parse().ok()?, month_number(month)?, day.parse().ok()?)?;
    Some(day).filter(in_range)
}

pub(super) fn in_range(day: &NaiveDate) -> bool {
    (1900..=2100).contains(&day.year())
}

fn read_number(typed: &str) -> Option<u32> {
    typed.chars().all(|c| c.is_ascii_digit()).then(|| typed.parse().ok()).flatten()
}

/// A month as a number, or its English or Welsh name or the first three letters of it.
pub(super) fn month_number(typed: &str) -> Option<u32> {
    const ENGLISH: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    const WELSH: [&str; 12] = [
        "ionawr",
        "chwefror",
        "mawrth",
        "ebrill",
        "mai",
        "mehefin",
        "gorffennaf",
        "awst",
        "medi",
        "hydref",
        "tachwedd",
        "rhagfyr",
    ];
    if typed.chars().all(|c| c.is_ascii_digit()) {
        return typed.parse().ok().filter(|_| typed.len() <= 2);
    }
    let typed = typed.to_ascii_lowercase();
    let named = |names: &[&str; 12]| {
        names.iter().position(|name| *name == typed || (typed.len() >= 3 && name.starts_with(&typed)))
    };
    let found = named(&ENGLISH).or_else(|| named(&WELSH))?;
    u32::try_from(found + 1).ok()
}
