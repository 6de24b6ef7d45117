//! Where on the record: a section, a row by its id, and a question.

use super::field::Shape;
use super::held::{Row, Section};
use super::link::RowId;
use std::fmt;
use std::marker::PhantomData;

/// A place on the record. It names a row by its id, so it survives reordering and merging.
///
/// Written as `plan/actions/k3-7/owner`, `plan/start` or `plan/actions`: the id of the element on
/// the page, the target of a link in the error summary, and, read with rows found by their `id`
/// member, the pointer into the record's JSON.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The section or list, as in [`Shape::home`]; empty for the record itself.
    pub home: &'static str,
    /// The row, where the home is a list.
    pub row: Option<RowId>,
    /// The question, where the place is one.
    pub key: Option<&'static str>,
}

impl Place {
    /// A whole section or list.
    pub fn home(home: &'static str) -> Self {
        Self { home, row: None, key: None }
    }

    /// A whole row.
    pub fn row(row: &impl Row) -> Self {
        Self { home: shape_of(row).home, row: Some(row.id().clone()), key: None }
    }

    /// The same row or section, at the question with this key.
    pub fn at_key(&self, key: &'static str) -> Self {
        Self { key: Some(key), ..self.clone() }
    }
}

fn shape_of(row: &dyn Section) -> &'static Shape {
    row.shape()
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.home)?;
        let row = self.row.iter().map(RowId::as_str);
        for part in row.chain(self.key) {
            if !self.home.is_empty() || self.row.is_some() {
                f.write_str("/")?;
            }
            f.write_str(part)?;
        }
        Ok(())
    }
}

/// A question of one section's type, as rules name it: `Action::owner.at(action)`, `Plan::start.here()`.
pub struct Ask<S> {
    /// The question's key.
    pub key: &'static str,
    home: &'static str,
    of: PhantomData<fn() -> S>,
}

impl<S> Clone for Ask<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for Ask<S> {}

impl<S> Ask<S> {
    /// Used by [`section!`](super::section) alone.
    pub const fn new(home: &'static str, key: &'static str) -> Self {
        Self { key, home, of: PhantomData }
    }

    /// The place of this question in a section that is not a row; of the list's question in general for a row.
    pub fn here(self) -> Place {
        Place { home: self.home, row: None, key: Some(self.key) }
    }
}

impl<S: Row> Ask<S> {
    /// The place of this question in one row.
    pub fn at(self, row: &S) -> Place {
        Place { home: self.home, row: Some(row.id().clone()), key: Some(self.key) }
    }
}
