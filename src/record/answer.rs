//! One answer, whatever its type, as a form or a file meets it.

use super::field::Kind;
use serde_json::Value;
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

/// One answer: it can always be written to, and never loses what was typed.
pub trait Answer {
    /// Blank, unread or given.
    fn state(&self) -> State;
    /// As it stands in the form's box: days as `YYYY-MM-DD`, choices as codes, several joined by a comma.
    fn written(&self) -> Cow<'_, str>;
    /// Takes what a person typed. What cannot be read is kept as typed.
    fn write(&mut self, typed: &str);
    /// As a file has it; `null` where it is blank.
    fn to_json(&self) -> Value;
    /// Takes a file's value. On an error the answer holds as much as could be kept.
    fn read_json(&mut self, value: &Value) -> Result<(), Misfit>;
}
