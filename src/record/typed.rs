//! Answers of one value: what was given, what was typed and could not be read, or nothing.

use super::answer::{Answer, Misfit, State};
use super::field::Kind;
use super::held::{Held, Slot, SlotMut};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};
use std::borrow::Cow;

/// A value that a person writes in a box: a day, a number or a code.
pub trait Written: Sized + Clone + PartialEq + 'static {
    /// How a form asks for it.
    const KIND: Kind;
    /// Reads what a person typed; `None` where it cannot be read as this kind of value.
    fn read(typed: &str) -> Option<Self>;
    /// As it stands in the box, and as a file has it for days and codes.
    fn written(&self) -> Cow<'_, str>;
    /// As a file has it.
    fn to_json(&self) -> Value {
        Value::from(self.written())
    }
    /// Reads a file's value; stricter than [`Written::read`].
    fn from_json(value: &Value) -> Option<Self> {
        Self::read(value.as_str()?)
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
    fn state(&self) -> State {
        match self {
            Self::Given(_) => State::Given,
            Self::Unread(_) => State::Unread,
            Self::Blank => State::Blank,
        }
    }

    fn written(&self) -> Cow<'_, str> {
        match self {
            Self::Given(value) => value.written(),
            Self::Unread(typed) => Cow::Borrowed(typed),
            Self::Blank => Cow::Borrowed(""),
        }
    }

    fn write(&mut self, typed: &str) {
        *self = if typed.trim().is_empty() {
            Self::Blank
        } else {
            T::read(typed.trim()).map_or_else(|| Self::Unread(typed.to_owned()), Self::Given)
        };
    }

    fn to_json(&self) -> Value {
        match self {
            Self::Given(value) => value.to_json(),
            Self::Unread(typed) => json!({ "unread": typed }),
            Self::Blank => Value::Null,
        }
    }

    fn read_json(&mut self, value: &Value) -> Result<(), Misfit> {
        if let Some(typed) = unread(value) {
            *self = Self::Unread(typed.to_owned());
            return Ok(());
        }
        match T::from_json(value) {
            Some(given) => *self = Self::Given(given),
            None => match value {
                Value::Null => *self = Self::Blank,
                Value::String(typed) => {
                    *self = Self::Unread(typed.clone());
                    return Err(Misfit::of(T::KIND));
                }
                _ => return Err(Misfit::of(T::KIND)),
            },
        }
        Ok(())
    }
}

/// The typed text of `{"unread": "…"}`, and of nothing else.
fn unread(value: &Value) -> Option<&str> {
    let object = value.as_object().filter(|object| object.len() == 1)?;
    object.get("unread")?.as_str()
}

impl<T: Written> Held for Typed<T> {
    const KIND: Kind = T::KIND;
    fn slot(&self) -> Slot<'_> {
        Slot::Answer(self)
    }
    fn slot_mut(&mut self) -> SlotMut<'_> {
        SlotMut::Answer(self)
    }
}

impl Written for NaiveDate {
    const KIND: Kind = Kind::Day;

    /// Day, month and four-figure year in that order, between `/`, `-`, `.` or spaces; or year first.
    fn read(typed: &str) -> Option<Self> {
        let parts: Vec<&str> = typed.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
        let [first, month, last] = parts.as_slice() else { return None };
        let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
        if year.len() != 4 || day.len() > 2 || !year.chars().all(|c| c.is_ascii_digit()) {
            return None;
        }
        let day = NaiveDate::from_ymd_opt(year.parse().ok()?, month_number(month)?, day.parse().ok()?)?;
        (1900..=2100).contains(&day.year()).then_some(day)
    }

    fn written(&self) -> Cow<'_, str> {
        Cow::Owned(self.format("%Y-%m-%d").to_string())
    }

    fn from_json(value: &Value) -> Option<Self> {
        let text = value.as_str().filter(|text| text.len() == 10 && text.is_ascii())?;
        let day = Self::parse_from_str(text, "%Y-%m-%d").ok()?;
        (1900..=2100).contains(&day.year()).then_some(day)
    }
}

/// A month as a number, or its English or Welsh name or the first three letters of it.
fn month_number(typed: &str) -> Option<u32> {
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
    let typed = typed.to_lowercase();
    let named = |names: &[&str; 12]| {
        names.iter().position(|name| *name == typed || (typed.len() >= 3 && name.starts_with(&typed)))
    };
    let found = named(&ENGLISH).or_else(|| named(&WELSH))?;
    u32::try_from(found + 1).ok()
}

impl Written for u32 {
    const KIND: Kind = Kind::Number;

    fn read(typed: &str) -> Option<Self> {
        typed.chars().all(|c| c.is_ascii_digit()).then(|| typed.parse().ok()).flatten()
    }

    fn written(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }

    fn to_json(&self) -> Value {
        Value::from(*self)
    }

    fn from_json(value: &Value) -> Option<Self> {
        value.as_u64().and_then(|number| Self::try_from(number).ok())
    }
}
