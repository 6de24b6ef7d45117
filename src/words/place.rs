//! A place of the record in words: "Actions, ‘Weekly visit’, Who will do it".

use super::Words;
use super::contents::row_name;
use crate::record::{Place, Record};

impl Words {
    /// What a place is called: its section or list, the row by what was said in it, and the question.
    pub fn place(&self, place: &Place, record: &Record) -> String {
        let Some(shape) = place.shape() else { return place.to_string() };
        let form = if shape.row { "many" } else { "title" };
        let key = format!("{}.{form}", shape.name);
        let mut parts = vec![self.label(&key).to_owned()];
        parts.extend(self.row(place, record).map(|row| format!("‘{row}’")));
        parts.extend(place.field().map(|field| self.label(&field.words_key()).to_owned()));
        parts.join(", ")
    }

    /// What the place's row is called: its id where the record has no such row.
    fn row(&self, place: &Place, record: &Record) -> Option<String> {
        let id = place.row.as_ref()?;
        let rows = record.rows(place.home);
        let found = rows.and_then(|rows| rows.position(id).and_then(|at| Some((at, rows.row(at)?))));
        // A difference is called by the answer that it is about.
        let differs = record.differences.iter().find(|row| place.home == "differences" && row.id == *id);
        if let Some(about) = differs.and_then(|row| Place::read(row.place.trim())) {
            return Some(self.place(&about, record));
        }
        Some(found.map_or_else(|| id.to_string(), |(at, row)| row_name(self, record, row, at)))
    }
}
