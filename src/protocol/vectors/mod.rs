//! Right answers for dates and timescales, run through the functions that the rules use.
//!
//! A file of vectors is JSON of one of two shapes. `{"vectors": {name: [[input, expected], …]}}` holds
//! single dates; `{"cases": […]}` holds whole records: a plan's start, reviews, an agreement and
//! visits, with what is expected of them on one day. A council can check its own figures with it.
//!
//! Never here: a way to count that the product does not use.

mod case;
mod date;
mod reading;

use super::compose::Protocol;
use crate::calendar::Calendar;
use serde_json::Value;

/// Something that came out other than the file expects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// Where in the file: `cases[3].expect.review_due`.
    pub at: String,
    /// What the file expects, as JSON.
    pub expected: String,
    /// What came, as JSON; `null` where it is not known.
    pub came: String,
}

/// What became of a file of vectors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many single expectations came true.
    pub passed: usize,
    /// Those that did not.
    pub failed: Vec<Mismatch>,
    /// Members that this version does not know, by their places. Nothing was checked there.
    pub unknown: Vec<String>,
}

impl Outcome {
    /// Whether everything that the file says was checked and came true.
    pub fn is_whole(&self) -> bool {
        self.failed.is_empty() && self.unknown.is_empty()
    }

    fn compare(&mut self, at: &str, expected: &Value, came: &Value) {
        if expected == came {
            self.passed += 1;
            return;
        }
        let mismatch = Mismatch { at: at.to_owned(), expected: expected.to_string(), came: came.to_string() };
        self.failed.push(mismatch);
    }
}

/// A file of vectors that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where: `vectors.three_months[4][0]`, or `line 3, column 7` where it is not JSON.
    pub at: String,
    /// Why.
    pub why: Fault,
}

/// What is wrong with a file of vectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not JSON.
    NotJson,
    /// It has neither `vectors` nor `cases`.
    NeitherShape,
    /// A member is missing.
    Missing,
    /// An object should stand here.
    NotAnObject,
    /// A list should stand here.
    NotAList,
    /// A pair of an input and what is expected should stand here.
    NotAPair,
    /// A day as `YYYY-MM-DD` should stand here.
    NotADay,
}

impl Fault {
    /// The code under which its sentence stands in `words/`: `vectors.<code>`.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotJson => "not-json",
            Self::NeitherShape => "neither-shape",
            Self::Missing => "missing",
            Self::NotAnObject => "not-an-object",
            Self::NotAList => "not-a-list",
            Self::NotAPair => "not-a-pair",
            Self::NotADay => "not-a-day",
        }
    }
}

/// Runs a file of vectors with these packs and this calendar.
///
/// # Errors
///
/// The first thing in the file that cannot be read, and where. Nothing has then been checked.
pub fn run(text: &str, protocol: &Protocol, calendar: &Calendar) -> Result<Outcome, Unreadable> {
    let file: Value = serde_json::from_str(text).map_err(|error| Unreadable {
        at: format!("line {}, column {}", error.line(), error.column()),
        why: Fault::NotJson,
    })?;
    let members = reading::object(&file, "")?;
    let mut outcome = Outcome::default();
    let told = Told { protocol, calendar };
    for (name, value) in members {
        match name.as_str() {
            "about" => {}
            "vectors" => date::tables(value, told, &mut outcome)?,
            "cases" => case::cases(value, told, &mut outcome)?,
            _ => outcome.unknown.push(name.clone()),
        }
    }
    if !(members.contains_key("vectors") || members.contains_key("cases")) {
        return Err(Unreadable { at: String::new(), why: Fault::NeitherShape });
    }
    Ok(outcome)
}

/// What every vector is run with.
#[derive(Clone, Copy)]
struct Told<'a> {
    protocol: &'a Protocol,
    calendar: &'a Calendar,
}
