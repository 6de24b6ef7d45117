//! Why a file was not read as a table. The sentences stand in `words/` under `import.<code>`.

use super::{COLUMNS, ROWS};
use crate::wire::limits;
use crate::wire::problem::ProblemKind;
use crate::words::Words;

/// Why a file was not read as a table. Nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Nothing is in it.
    Empty,
    /// More bytes than a document may have.
    TooLarge,
    /// A workbook, or another file that a program has packed.
    Workbook,
    /// UTF-16, as spreadsheets call "Unicode text".
    Utf16,
    /// Not UTF-8: as a rule the older kind of CSV, in which accents are lost.
    NotText,
    /// Names of columns and nothing below them.
    NoRows,
    /// More rows than a chronology may have.
    TooManyRows,
    /// More columns than a table may have.
    TooManyColumns,
    /// A quotation mark begins a cell and none ends it.
    NotClosed,
    /// JSON that is no list, or whose item at this number, from 1, is no object.
    NotRows(usize),
    /// Not JSON that we read, though it begins like it.
    Json(ProblemKind),
}

impl Refused {
    /// Its code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::Workbook => "workbook",
            Self::Utf16 => "utf-16",
            Self::NotText => "not-text",
            Self::NoRows => "no-rows",
            Self::TooManyRows => "too-many-rows",
            Self::TooManyColumns => "too-many-columns",
            Self::NotClosed => "not-closed",
            Self::NotRows(0) => "not-a-list",
            Self::NotRows(_) => "not-rows",
            Self::Json(problem) => problem.code(),
        }
    }

    /// What it says, and where there is one, what to do about it.
    pub fn sentence(&self, words: &Words) -> String {
        let n = match self {
            Self::Json(problem) => return problem.sentence(words),
            Self::TooLarge => limits::BYTES / (1024 * 1024),
            Self::TooManyRows => ROWS,
            Self::TooManyColumns => COLUMNS,
            Self::NotRows(item) => *item,
            _ => 0,
        };
        words.fill(&format!("import.{}", self.code()), &[("n", &n.to_string())])
    }
}
