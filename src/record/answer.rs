//! One answer, whatever its type, as a form or a file meets it.
//!
//! A type says only what it holds, as [`Holds`], and takes that back. Reading and writing are here,
//! once for all types: a record has some fifty of them.

use super::choice::CodeList;
use super::civil_date::iso;
use super::field::Kind;
use super::link::RowId;
use super::typed::{Unfit, from_file, from_typed};
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::borrow::Cow;

/// How far an answer has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing was typed.
    Blank,
    /// Something was typed that could not be read; it is kept as typed.
    Unread,
    /// A value was given.
    Given,
}

/// A file's value that is not of the kind the question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// What the question asks for.
    pub wanted: &'static str,
}

impl Misfit {
    /// The misfit at a question of this kind.
    pub fn of(kind: Kind) -> Self {
        Self { wanted: kind.name() }
    }
}

/// What an answer holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Holds<'a> {
    /// Nothing.
    Blank,
    /// What was typed and could not be read.
    Unread(&'a str),
    /// Words.
    Words(&'a str),
    /// A day.
    Day(NaiveDate),
    /// A number.
    Number(u32),
    /// A code, by its index in the list.
    Code(usize),
    /// Several codes, each of which may be unread.
    Codes(Vec<Holds<'a>>),
    /// The id of a row.
    Row(&'a RowId),
    /// The ids of several rows.
    Rows(&'a [RowId]),
}

/// One answer: it can always be written to, and never loses what was typed.
pub trait Answer {
    /// How a form asks for it.
    fn kind(&self) -> Kind;
    /// What it holds.
    fn holds(&self) -> Holds<'_>;
    /// Takes what it is to hold; what is of another kind leaves it blank.
    fn hold(&mut self, what: Holds<'_>);
}

impl dyn Answer + '_ {
    /// Blank, unread or given.
    pub fn state(&self) -> State {
        match self.holds() {
            Holds::Blank => State::Blank,
            Holds::Unread(_) => State::Unread,
            Holds::Words(words) if words.trim().is_empty() => State::Blank,
            Holds::Codes(codes) if codes.is_empty() => State::Blank,
            Holds::Codes(codes) if codes.iter().any(|code| !matches!(code, Holds::Code(_))) => State::Unread,
            Holds::Rows([]) => State::Blank,
            _ => State::Given,
        }
    }

    /// As it stands in the form's box: days as `YYYY-MM-DD`, choices as codes, several joined by a comma.
    pub fn written(&self) -> Cow<'_, str> {
        written(self.kind(), self.holds())
    }

    /// Takes what a person typed. What cannot be read is kept as typed.
    pub fn write(&mut self, typed: &str) {
        let kind = self.kind();
        let parts = typed.split(',');
        match kind {
            Kind::Line | Kind::Narrative => self.hold(Holds::Words(typed)),
            Kind::Choices(_) => {
                let codes = parts.map(|code| from_typed(kind, code));
                self.hold(Holds::Codes(codes.filter(|code| *code != Holds::Blank).collect()));
            }
            Kind::Link(_) => {
                let id = RowId::new(typed.trim());
                self.hold(id.as_ref().map_or(Holds::Blank, Holds::Row));
            }
            Kind::Links(_) => {
                let ids: Vec<RowId> = parts.filter_map(|id| RowId::new(id.trim())).collect();
                self.hold(Holds::Rows(&ids));
            }
            _ => self.hold(from_typed(kind, typed)),
        }
    }

    /// As a file has it; `null` where it is blank.
    pub fn to_json(&self) -> Value {
        json_of(self.kind(), self.holds())
    }

    /// Takes a file's value.
    ///
    /// # Errors
    /// Where the value is of another kind. The answer then holds as much as could be kept.
    pub fn read_json(&mut self, value: &Value) -> Result<(), Misfit> {
        let kind = self.kind();
        let misfit = Err(Misfit::of(kind));
        match (kind, value) {
            (_, Value::Null) => self.hold(Holds::Blank),
            (Kind::Line | Kind::Narrative, Value::String(words)) => self.hold(Holds::Words(words)),
            (Kind::Line | Kind::Narrative, _) => return misfit,
            (Kind::Link(_), _) => match row_id(value) {
                Some(id) => self.hold(Holds::Row(&id)),
                None => return misfit,
            },
            (Kind::Links(_), Value::Array(ids)) => match ids.iter().map(row_id).collect::<Option<Vec<_>>>() {
                Some(ids) => self.hold(Holds::Rows(&ids)),
                None => return misfit,
            },
            (Kind::Choices(_), Value::Array(codes)) => return self.read_codes(kind, codes),
            (Kind::Links(_) | Kind::Choices(_), _) => return misfit,
            _ => match from_file(kind, value) {
                Ok(what) => self.hold(what),
                Err(Unfit::Text(typed)) => {
                    self.hold(Holds::Unread(typed));
                    return misfit;
                }
                Err(Unfit::Other) => return misfit,
            },
        }
        Ok(())
    }

    fn read_codes(&mut self, kind: Kind, values: &[Value]) -> Result<(), Misfit> {
        let mut result = Ok(());
        let mut codes = Vec::new();
        for value in values {
            match from_file(kind, value) {
                Ok(Holds::Blank) => continue,
                Ok(code) => codes.push(code),
                Err(unfit) => {
                    result = Err(Misfit::of(kind));
                    if let Unfit::Text(typed) = unfit {
                        codes.push(Holds::Unread(typed));
                    }
                }
            }
        }
        self.hold(Holds::Codes(codes));
        result
    }
}

fn written(kind: Kind, holds: Holds<'_>) -> Cow<'_, str> {
    match holds {
        Holds::Blank => Cow::Borrowed(""),
        Holds::Unread(words) | Holds::Words(words) => Cow::Borrowed(words),
        Holds::Day(day) => Cow::Owned(iso(day)),
        Holds::Number(number) => Cow::Owned(number.to_string()),
        Holds::Code(index) => Cow::Borrowed(code(kind, index)),
        Holds::Codes(codes) => {
            let codes: Vec<Cow<'_, str>> = codes.into_iter().map(|code| written(kind, code)).collect();
            Cow::Owned(codes.join(","))
        }
        Holds::Row(id) => Cow::Borrowed(id.as_str()),
        Holds::Rows(ids) => Cow::Owned(ids.iter().map(RowId::as_str).collect::<Vec<_>>().join(",")),
    }
}

fn json_of(kind: Kind, holds: Holds<'_>) -> Value {
    match holds {
        Holds::Blank | Holds::Words("") | Holds::Rows([]) => Value::Null,
        Holds::Unread(typed) => json!({ "unread": typed }),
        Holds::Number(number) => Value::from(number),
        Holds::Codes(codes) if codes.is_empty() => Value::Null,
        Holds::Codes(codes) => codes.into_iter().map(|code| json_of(kind, code)).collect(),
        Holds::Rows(ids) => ids.iter().map(RowId::as_str).collect(),
        one => Value::from(written(kind, one)),
    }
}

/// The code at this index of the list that a question offers.
fn code(kind: Kind, index: usize) -> &'static str {
    let codes = kind.codes().map_or(&[] as &[_], |CodeList { codes, .. }| codes);
    codes.get(index).copied().unwrap_or_default()
}

/// An id from a file's value.
fn row_id(value: &Value) -> Option<RowId> {
    RowId::new(value.as_str()?)
}
