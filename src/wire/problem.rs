//! What does not fit in a document, as data. The sentences stand in `words/` under `problem.<code>`.

use super::limits;
use crate::record::Place;
use std::fmt;

/// How much of the document a problem keeps out of what was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// Everything was kept.
    #[default]
    Nothing,
    /// A part was not kept: whoever has the document must not replace it by what was read.
    Part,
    /// The document was refused, and nothing was read.
    All,
}

/// What does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file is not UTF-8 text.
    NotText,
    /// The text is not JSON, from here on. Lines and columns (in bytes) count from 1.
    NotJson { line: usize, column: usize },
    /// Half of a character that JSON writes in two halves.
    LoneSurrogate { line: usize, column: usize },
    /// More bytes than a document may have.
    TooLarge { limit: usize },
    /// Objects and lists stand too deep in one another.
    TooDeep { limit: usize },
    /// An object has two members of this name.
    DuplicateKey,
    /// Another kind of value than the question asks for. It is carried as it came.
    WrongKind { wanted: &'static str },
    /// More characters than an answer may have. All are kept.
    TooLong { limit: usize },
    /// More items than a list, an object or a document may have. Further rows are not read.
    TooMany { limit: usize },
    /// Not a day of the calendar from 1900 to 2100 as `YYYY-MM-DD`. It is kept as typed.
    BadDay,
    /// Not an id: 1 to 40 ASCII letters, figures, `-` or `_`. A row has been given a new one.
    BadId,
    /// The row has no id. It has been given one.
    NoId,
    /// Another row has this id. This one has been given a new one.
    DuplicateId,
    /// More unknown members than are kept.
    TooManyUnknown { limit: usize },
    /// A name that no member may have. The member is left out.
    ForbiddenKey,
    /// A number past 64 bits, kept as near as a script's number comes to it.
    NumberOutOfRange,
    /// The document is not one of ours.
    NotOurs,
    /// A newer version of the format; what this version does not know is carried.
    Newer { version: u32 },
    /// The envelope has no record in it.
    NoRecord,
    /// The envelope's list of rules set aside is not the record's. The record's counts.
    OverridesDiffer,
    /// Further problems that are not listed one by one.
    More { count: usize },
}

impl ProblemKind {
    /// Its code: the sentence stands in `words/` under `problem.<code>`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotText => "not-text",
            Self::NotJson { .. } => "not-json",
            Self::LoneSurrogate { .. } => "lone-surrogate",
            Self::TooLarge { .. } => "too-large",
            Self::TooDeep { .. } => "too-deep",
            Self::DuplicateKey => "duplicate-key",
            Self::WrongKind { .. } => "wrong-kind",
            Self::TooLong { .. } => "too-long",
            Self::TooMany { .. } => "too-many",
            Self::BadDay => "bad-day",
            Self::BadId => "bad-id",
            Self::NoId => "no-id",
            Self::DuplicateId => "duplicate-id",
            Self::TooManyUnknown { .. } => "too-many-unknown",
            Self::ForbiddenKey => "forbidden-key",
            Self::NumberOutOfRange => "number-out-of-range",
            Self::NotOurs => "not-ours",
            Self::Newer { .. } => "newer",
            Self::NoRecord => "no-record",
            Self::OverridesDiffer => "overrides-differ",
            Self::More { .. } => "more",
        }
    }

    /// What fills the placeholders of its sentence. `wanted` is a code: its words stand under `problem.wanted.<code>`.
    pub fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotJson { line, column } | Self::LoneSurrogate { line, column } => {
                vec![("line", line.to_string()), ("column", column.to_string())]
            }
            Self::TooLarge { limit } => vec![("limit", (limit / (1024 * 1024)).to_string())],
            Self::TooDeep { limit }
            | Self::TooLong { limit }
            | Self::TooMany { limit }
            | Self::TooManyUnknown { limit } => vec![("limit", limit.to_string())],
            Self::WrongKind { wanted } => vec![("wanted", (*wanted).to_owned())],
            Self::Newer { version } => vec![("version", version.to_string())],
            Self::More { count } => vec![("count", count.to_string())],
            _ => Vec::new(),
        }
    }
}

/// Something in a document that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where in the document, as a JSON pointer (RFC 6901).
    pub pointer: String,
    /// Where on the record, if it is there.
    pub place: Option<Place>,
    /// What does not fit.
    pub what: ProblemKind,
    /// How much of the document it keeps out of what was read.
    pub loss: Loss,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at \"{}\"", self.what.code(), self.pointer)
    }
}

/// The greatest loss among problems.
pub(super) fn loss(problems: &[Problem]) -> Loss {
    problems.iter().map(|problem| problem.loss).max().unwrap_or_default()
}

/// A list with the one problem that refuses the whole document.
pub(super) fn refusal(what: ProblemKind) -> Vec<Problem> {
    vec![Problem { pointer: String::new(), place: None, what, loss: Loss::All }]
}

/// Problems as they are found. A hostile document cannot make the list grow past its limits.
#[derive(Default)]
pub(super) struct Problems {
    list: Vec<Problem>,
    bytes: usize,
    more: usize,
    more_loss: Loss,
}

impl Problems {
    /// Adds one.
    pub fn add(&mut self, pointer: &str, place: Option<Place>, what: ProblemKind, loss: Loss) {
        if self.list.len() >= limits::PROBLEMS || self.bytes + pointer.len() > limits::POINTERS {
            self.more += 1;
            self.more_loss = self.more_loss.max(loss);
            return;
        }
        self.bytes += pointer.len();
        self.list.push(Problem { pointer: pointer.to_owned(), place, what, loss });
    }

    /// All of them, with one at the end that counts those past the limits.
    pub fn finish(mut self) -> Vec<Problem> {
        if self.more > 0 {
            let what = ProblemKind::More { count: self.more };
            self.list.push(Problem { pointer: String::new(), place: None, what, loss: self.more_loss });
        }
        self.list
    }
}

/// A JSON pointer (RFC 6901) that follows a walk through a document.
#[derive(Default)]
pub(super) struct Pointer(String);

impl Pointer {
    /// Goes into a member; the mark leads back.
    pub fn enter(&mut self, key: &str) -> usize {
        let mark = self.0.len();
        self.0.push('/');
        for c in key.chars() {
            match c {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                _ => self.0.push(c),
            }
        }
        mark
    }

    /// Goes into an item of a list; the mark leads back.
    pub fn enter_item(&mut self, index: usize) -> usize {
        self.enter(&index.to_string())
    }

    /// Goes back to where the mark was given.
    pub fn leave(&mut self, mark: usize) {
        self.0.truncate(mark);
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
