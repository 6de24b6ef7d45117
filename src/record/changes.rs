//! What differs between two versions of a record, answer by answer.

use super::Record;
use super::answer::Answer;
use super::field::Audience;
use super::held::{Rows, Section, Slot};
use super::place::Place;

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where: a row for one that was added or removed, a question for an answer.
    pub place: Place,
    /// What became of it.
    pub what: Changed,
}

/// What became of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Changed {
    /// A row that was not there.
    Added,
    /// A row that is there no more.
    Removed,
    /// Another answer, a first one or none any more.
    Answer,
}

/// Where the versions are compared, and what was found.
struct Comparison<'a> {
    covers: &'a dyn Fn(&Place) -> bool,
    found: Vec<Change>,
}

/// What differs at the places that `covers` names, in the order of the file; removed rows stand
/// behind the others of their list.
///
/// Rows are known by their ids, so one that was moved is no difference, nor is white space around
/// an answer. What nobody reads as content (ids, versions) and members that this version does not
/// know are left out.
pub fn changes(before: &Record, after: &Record, covers: &dyn Fn(&Place) -> bool) -> Vec<Change> {
    let mut comparison = Comparison { covers, found: Vec::new() };
    comparison.sections(before, after, &Place::home(""));
    comparison.found
}

impl Record {
    /// Takes one difference over from the later version that it was found in: its answer, the row that was
    /// added there, or that a row is there no more. Answers whether it was taken: where neither the row nor
    /// the question stands here any more, nothing is changed.
    pub fn take(&mut self, change: &Change, later: &Self) -> bool {
        let Change { place, what } = change;
        match (what, &place.row) {
            (Changed::Answer, _) => match (self.answer_mut(place), later.answer(place)) {
                (Some(here), Some(there)) => {
                    here.hold(there.holds());
                    true
                }
                _ => false,
            },
            (Changed::Added, Some(id)) => {
                let mut later = later.clone();
                let row = later.rows_mut(place.home).and_then(|rows| rows.take(id));
                let rows = self.rows_mut(place.home).filter(|rows| rows.position(id).is_none());
                match (rows, row) {
                    (Some(rows), Some((index, row))) => rows.put_back(index, row),
                    _ => false,
                }
            }
            (Changed::Removed, Some(id)) => {
                self.rows_mut(place.home).and_then(|rows| rows.take(id)).is_some()
            }
            _ => false,
        }
    }
}

impl Comparison<'_> {
    fn add(&mut self, place: Place, what: Changed) {
        if (self.covers)(&place) {
            self.found.push(Change { place, what });
        }
    }

    fn sections(&mut self, before: &dyn Section, after: &dyn Section, place: &Place) {
        for (index, field) in after.shape().fields.iter().enumerate() {
            match (before.slot(index), after.slot(index)) {
                (Some(Slot::Answer(one)), Some(Slot::Answer(other)))
                    if field.audience != Audience::System && differ(one, other) =>
                {
                    self.add(place.at_key(field.key), Changed::Answer);
                }
                (Some(Slot::Part(one)), Some(Slot::Part(other))) => {
                    self.sections(one, other, &Place::home(other.shape().home));
                }
                (Some(Slot::Rows(one)), Some(Slot::Rows(other))) => self.rows(one, other),
                _ => {}
            }
        }
    }

    fn rows(&mut self, before: &dyn Rows, after: &dyn Rows) {
        for row in all(after) {
            let place = place_of(row);
            match same(before, row) {
                Some(former) => self.sections(former, row, &place),
                None => self.add(place, Changed::Added),
            }
        }
        for row in all(before).filter(|row| same(after, *row).is_none()) {
            self.add(place_of(row), Changed::Removed);
        }
    }
}

fn differ(one: &dyn Answer, other: &dyn Answer) -> bool {
    one.state() != other.state() || one.written().trim() != other.written().trim()
}

fn all(rows: &dyn Rows) -> impl Iterator<Item = &dyn Section> {
    (0..rows.len()).filter_map(|index| rows.row(index))
}

/// The row of this list that has the row's id.
fn same<'a>(rows: &'a dyn Rows, row: &dyn Section) -> Option<&'a dyn Section> {
    rows.row(rows.position(row.row_id()?)?)
}

fn place_of(row: &dyn Section) -> Place {
    Place { home: row.shape().home, row: row.row_id().cloned(), key: None }
}
