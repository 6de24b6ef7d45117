//! Finding the answer at a place, and visiting every answer.

use super::Record;
use super::answer::Answer;
use super::field::{Field, Kind, Shape};
use super::held::{Rows, Section, Slot, SlotMut};
use super::link::RowId;
use super::place::Place;
use serde_json::Value;

impl Place {
    /// Reads a place from its written form; `None` where the record has no such section, list or question.
    ///
    /// The row need not exist.
    pub fn read(written: &str) -> Option<Self> {
        let mut parts = written.split('/').filter(|part| !part.is_empty()).peekable();
        let mut shape: &'static Shape = &Record::QUESTIONS;
        while let Some(part) = parts.next() {
            let (_, field) = shape.field(part)?;
            match field.kind {
                Kind::Part(inner) => shape = inner(),
                Kind::Rows(inner) => return Self::read_row(inner(), parts),
                _ => {
                    return parts.next().is_none().then_some(Self {
                        home: shape.home,
                        row: None,
                        key: Some(field.key),
                    });
                }
            }
        }
        Some(Self::home(shape.home))
    }

    fn read_row<'a>(shape: &'static Shape, mut parts: impl Iterator<Item = &'a str>) -> Option<Self> {
        let row = parts.next().map(|id| RowId::new(id).ok_or(())).transpose().ok()?;
        let key = match parts.next() {
            Some(key) => Some(shape.field(key)?.1.key),
            None => None,
        };
        parts.next().is_none().then_some(Self { home: shape.home, row, key })
    }

    /// The questions of the section or row that this place is in.
    pub fn shape(&self) -> Option<&'static Shape> {
        let mut shape: &'static Shape = &Record::QUESTIONS;
        for part in self.home.split('/').filter(|part| !part.is_empty()) {
            shape = match shape.field(part)?.1.kind {
                Kind::Part(inner) | Kind::Rows(inner) => inner(),
                _ => return None,
            };
        }
        Some(shape)
    }

    /// The question at this place, where it names one.
    pub fn field(&self) -> Option<&'static Field> {
        Some(self.shape()?.field(self.key?)?.1)
    }
}

impl Record {
    /// The list whose rows stand at this home.
    pub fn rows(&self, home: &str) -> Option<&dyn Rows> {
        let mut section: &dyn Section = self;
        for part in home.split('/') {
            let (index, _) = section.shape().field(part)?;
            match section.slot(index)? {
                Slot::Rows(rows) => return Some(rows),
                Slot::Part(part) => section = part,
                Slot::Answer(_) => return None,
            }
        }
        None
    }

    /// The list whose rows stand at this home, to write.
    pub fn rows_mut(&mut self, home: &str) -> Option<&mut dyn Rows> {
        let mut section: &mut dyn Section = self;
        for part in home.split('/') {
            let (index, _) = section.shape().field(part)?;
            match section.slot_mut(index)? {
                SlotMut::Rows(rows) => return Some(rows),
                SlotMut::Part(part) => section = part,
                SlotMut::Answer(_) => return None,
            }
        }
        None
    }

    /// The section or row at a place.
    pub fn section(&self, place: &Place) -> Option<&dyn Section> {
        if let Some(id) = &place.row {
            let rows = self.rows(place.home)?;
            return rows.row(rows.position(id)?);
        }
        let mut section: &dyn Section = self;
        for part in place.home.split('/').filter(|part| !part.is_empty()) {
            let (index, _) = section.shape().field(part)?;
            let Slot::Part(inner) = section.slot(index)? else { return None };
            section = inner;
        }
        Some(section)
    }

    /// The section or row at a place, to write.
    pub fn section_mut(&mut self, place: &Place) -> Option<&mut dyn Section> {
        if let Some(id) = &place.row {
            let rows = self.rows_mut(place.home)?;
            let index = rows.position(id)?;
            return rows.row_mut(index);
        }
        let mut section: &mut dyn Section = self;
        for part in place.home.split('/').filter(|part| !part.is_empty()) {
            let (index, _) = section.shape().field(part)?;
            let SlotMut::Part(inner) = section.slot_mut(index)? else { return None };
            section = inner;
        }
        Some(section)
    }

    /// The answer at a place.
    pub fn answer(&self, place: &Place) -> Option<&dyn Answer> {
        self.section(place)?.answer(place.key?)
    }

    /// The answer at a place, to write.
    pub fn answer_mut(&mut self, place: &Place) -> Option<&mut dyn Answer> {
        self.section_mut(place)?.answer_mut(place.key?)
    }

    /// Visits every answer with its place and its question, in the order of the file.
    pub fn each_answer(&self, visit: &mut dyn FnMut(&Place, &'static Field, &dyn Answer)) {
        each(self, Place::home(""), visit);
    }

    /// Visits every member that this version does not know, with the place of its section or row.
    pub fn each_carried(&self, visit: &mut dyn FnMut(&Place, &str, &Value)) {
        carried(self, &Place::home(""), visit);
    }

    /// What a child, family member or professional is called; empty where nobody has this id or no name was given.
    pub fn name_of(&self, id: &RowId) -> &str {
        let child = self.children.iter().find(|row| row.id == *id).map(|row| &row.name);
        let person = self.people.iter().find(|row| row.id == *id).map(|row| &row.name);
        let professional = self.professionals.iter().find(|row| row.id == *id).map(|row| &row.name);
        child.or(person).or(professional).map_or("", |name| name.trim())
    }
}

impl dyn Section + '_ {
    /// Visits every answer in a section that is not a row, and in what it holds.
    pub fn each_answer(&self, visit: &mut dyn FnMut(&Place, &'static Field, &dyn Answer)) {
        each(self, Place::home(self.shape().home), visit);
    }
}

fn carried(section: &dyn Section, place: &Place, visit: &mut dyn FnMut(&Place, &str, &Value)) {
    for (key, value) in section.carried() {
        visit(place, key, value);
    }
    for index in 0..section.shape().fields.len() {
        match section.slot(index) {
            Some(Slot::Part(part)) => carried(part, &Place::home(part.shape().home), visit),
            Some(Slot::Rows(rows)) => {
                for row in (0..rows.len()).filter_map(|index| rows.row(index)) {
                    let place = Place { home: rows.shape().home, row: row.row_id().cloned(), key: None };
                    carried(row, &place, visit);
                }
            }
            _ => {}
        }
    }
}

fn each(section: &dyn Section, mut place: Place, visit: &mut dyn FnMut(&Place, &'static Field, &dyn Answer)) {
    for (index, field) in section.shape().fields.iter().enumerate() {
        match section.slot(index) {
            Some(Slot::Answer(answer)) => {
                place.key = Some(field.key);
                visit(&place, field, answer);
            }
            Some(Slot::Part(part)) => each(part, Place::home(part.shape().home), visit),
            Some(Slot::Rows(rows)) => {
                for row in (0..rows.len()).filter_map(|index| rows.row(index)) {
                    let place = Place { home: rows.shape().home, row: row.row_id().cloned(), key: None };
                    each(row, place, visit);
                }
            }
            None => {}
        }
    }
}
