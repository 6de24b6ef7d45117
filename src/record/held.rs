//! What a record's members hold: an answer, a group of answers, or rows of them.

use super::answer::Answer;
use super::field::{Kind, Shape};
use super::link::RowId;
use serde_json::Value;
use std::any::Any;

/// Members of a file that this version does not know: kept, shown as carried over, written back.
pub type Carried = Vec<(String, Value)>;

/// A member, to read.
pub enum Slot<'a> {
    /// The answer to one question.
    Answer(&'a dyn Answer),
    /// A group of questions.
    Part(&'a dyn Section),
    /// A list of rows.
    Rows(&'a dyn Rows),
}

/// A member, to write.
pub enum SlotMut<'a> {
    /// The answer to one question.
    Answer(&'a mut dyn Answer),
    /// A group of questions.
    Part(&'a mut dyn Section),
    /// A list of rows.
    Rows(&'a mut dyn Rows),
}

/// A type that a member may have.
pub trait Held {
    /// What kind of answer it takes.
    const KIND: Kind;
    /// What a member holds before anything was said. A constant, because a record that is put
    /// together from hundreds of them one by one is code, and one that is copied whole is not.
    const BLANK: Self;
    /// To read.
    fn slot(&self) -> Slot<'_>;
    /// To write.
    fn slot_mut(&mut self) -> SlotMut<'_>;
}

/// A group of questions and their answers. Written by [`section!`](super::section), never by hand.
pub trait Section {
    /// The questions.
    fn shape(&self) -> &'static Shape;
    /// The member at this index of the shape's fields.
    fn slot(&self, index: usize) -> Option<Slot<'_>>;
    /// The member at this index of the shape's fields, to write.
    fn slot_mut(&mut self, index: usize) -> Option<SlotMut<'_>>;
    /// The row's id; `None` for a section that is not a row.
    fn row_id(&self) -> Option<&RowId>;
    /// Gives a row its id; nothing happens to a section that is not a row.
    fn set_row_id(&mut self, id: RowId);
    /// Members that this version does not know.
    fn carried(&self) -> &Carried;
    /// Members that this version does not know, to write.
    fn carried_mut(&mut self) -> &mut Carried;
}

impl dyn Section + '_ {
    /// The answer to the question with this key, or `None` where there is no such question.
    pub fn answer(&self, key: &str) -> Option<&dyn Answer> {
        let (index, _) = self.shape().field(key)?;
        match self.slot(index)? {
            Slot::Answer(answer) => Some(answer),
            _ => None,
        }
    }

    /// The answer to the question with this key, to write.
    pub fn answer_mut(&mut self, key: &str) -> Option<&mut dyn Answer> {
        let (index, _) = self.shape().field(key)?;
        match self.slot_mut(index)? {
            SlotMut::Answer(answer) => Some(answer),
            _ => None,
        }
    }
}

/// A section whose rows have ids.
pub trait Row: Section + Default + 'static {
    /// The rows' questions.
    const SHAPE: &'static Shape;
    /// The id.
    fn id(&self) -> &RowId;
}

/// The row whose id comes first: the same one in whatever order the rows stand.
pub fn first_by_id<'a, R: Row>(rows: impl IntoIterator<Item = &'a R>) -> Option<&'a R> {
    rows.into_iter().min_by(|one, other| one.id().cmp(other.id()))
}

/// A list of rows, whatever their type.
pub trait Rows {
    /// The rows' questions.
    fn shape(&self) -> &'static Shape;
    /// How many there are.
    fn len(&self) -> usize;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The row at this index.
    fn row(&self, index: usize) -> Option<&dyn Section>;
    /// The row at this index, to write.
    fn row_mut(&mut self, index: usize) -> Option<&mut dyn Section>;
    /// Puts an empty row at the end.
    fn grow(&mut self);
    /// Takes the row at this index out, so that it can be put back.
    fn take_at(&mut self, index: usize) -> Option<Box<dyn Any>>;
    /// Puts back what was taken out of this list, at an index or at the end where the index is past
    /// it; whether it was one of its rows.
    fn put_back(&mut self, index: usize, row: Box<dyn Any>) -> bool;
}

impl dyn Rows + '_ {
    /// Where the row with this id stands.
    pub fn position(&self, id: &RowId) -> Option<usize> {
        (0..self.len()).find(|index| self.row(*index).and_then(Section::row_id) == Some(id))
    }

    /// Puts an empty row with this id at an index, or at the end where the index is past it.
    pub fn insert(&mut self, index: usize, id: RowId) {
        let end = self.len();
        self.grow();
        if let Some(row) = self.row_mut(end) {
            row.set_row_id(id);
        }
        if index < end {
            self.put(end, index);
        }
    }

    /// Takes a row out: where it stood, and the row, so that it can be put back.
    pub fn take(&mut self, id: &RowId) -> Option<(usize, Box<dyn Any>)> {
        let index = self.position(id)?;
        Some((index, self.take_at(index)?))
    }

    /// Moves a row to another index; whether it could be moved.
    pub fn shift(&mut self, id: &RowId, to: usize) -> bool {
        let from = self.position(id).filter(|_| to < self.len());
        from.is_some_and(|from| self.put(from, to))
    }

    fn put(&mut self, from: usize, to: usize) -> bool {
        self.take_at(from).is_some_and(|row| self.put_back(to, row))
    }
}

impl<T: Row> Rows for Vec<T> {
    fn shape(&self) -> &'static Shape {
        T::SHAPE
    }
    fn len(&self) -> usize {
        self.as_slice().len()
    }
    fn row(&self, index: usize) -> Option<&dyn Section> {
        self.get(index).map(|row| row as &dyn Section)
    }
    fn row_mut(&mut self, index: usize) -> Option<&mut dyn Section> {
        self.get_mut(index).map(|row| row as &mut dyn Section)
    }
    fn grow(&mut self) {
        self.push(T::default());
    }
    fn take_at(&mut self, index: usize) -> Option<Box<dyn Any>> {
        (index < self.as_slice().len()).then(|| Box::new(self.remove(index)) as Box<dyn Any>)
    }
    fn put_back(&mut self, index: usize, row: Box<dyn Any>) -> bool {
        let Ok(row) = row.downcast::<T>() else { return false };
        let index = index.min(self.as_slice().len());
        Vec::insert(self, index, *row);
        true
    }
}

impl<T: Row> Held for Vec<T> {
    const KIND: Kind = Kind::Rows(|| T::SHAPE);
    const BLANK: Self = Vec::new();
    fn slot(&self) -> Slot<'_> {
        Slot::Rows(self)
    }
    fn slot_mut(&mut self) -> SlotMut<'_> {
        SlotMut::Rows(self)
    }
}
