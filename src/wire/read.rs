//! JSON as a record: everything that can be held is held, and everything that does not fit is reported.

use super::limits;
use super::problem::{Loss, Pointer, Problem, ProblemKind, Problems, loss, refusal};
use super::tree::parse;
use super::write::is_forbidden;
use crate::record::{Carried, Field, Kind, Place, Record, RowId, Section, SlotMut};
use serde_json::{Map, Value};
use std::collections::HashSet;

/// A record as read, and what did not fit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Everything that could be held.
    pub record: Record,
    /// What did not fit, in the order of the record's questions.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// How much of the document is not in the record. Unless it is [`Loss::Nothing`], the record must
    /// not replace the document.
    pub fn loss(&self) -> Loss {
        loss(&self.problems)
    }
}

/// Reads a record from JSON text.
pub fn read_text(text: &str) -> Reading {
    match parse(text.as_bytes()) {
        Ok(document) => read_record(&document),
        Err(problems) => Reading { record: Record::default(), problems },
    }
}

/// Reads a record from a tree of values. Only what is not an object, or too deep, is refused.
pub fn read_record(document: &Value) -> Reading {
    let mut record = Record::default();
    let problems = match object(document) {
        Ok(members) => {
            let mut reader = Reader::of(document);
            reader.section(&mut record, members, Some(Place::home("")));
            reader.problems.finish()
        }
        Err(what) => refusal(what),
    };
    Reading { record, problems }
}

/// The members of a document.
pub(super) fn object(document: &Value) -> Result<&Map<String, Value>, ProblemKind> {
    if deeper_than(limits::DEPTH, document) {
        return Err(ProblemKind::TooDeep { limit: limits::DEPTH });
    }
    document.as_object().ok_or(ProblemKind::WrongKind { wanted: "part" })
}

fn deeper_than(depth: usize, value: &Value) -> bool {
    let inner = |value: &Value| depth == 0 || deeper_than(depth - 1, value);
    match value {
        Value::Array(items) => depth == 0 || items.iter().any(inner),
        Value::Object(members) => depth == 0 || members.values().any(inner),
        _ => false,
    }
}

/// Walks a document beside the record that it fills.
pub(super) struct Reader<'a> {
    pub document: &'a Value,
    pointer: Pointer,
    /// The section or row that is being filled; `None` outside the record.
    pub place: Option<Place>,
    /// The question that is being read.
    pub field: Option<&'static Field>,
    pub problems: Problems,
    /// The ids of the rows so far.
    pub taken: HashSet<RowId>,
    /// The document's texts that new ids keep away from, once one was needed.
    pub named: Option<HashSet<&'a str>>,
    /// How many new ids were tried.
    pub made: u32,
}

impl<'a> Reader<'a> {
    /// A reader at the top of a document.
    pub fn of(document: &'a Value) -> Self {
        Self {
            document,
            pointer: Pointer::default(),
            place: None,
            field: None,
            problems: Problems::default(),
            taken: HashSet::new(),
            named: None,
            made: 0,
        }
    }

    /// Reports a problem where the walk is.
    pub fn report(&mut self, what: ProblemKind, loss: Loss) {
        let place = self.place.as_ref().map(|place| match self.field {
            Some(Field { kind: Kind::Part(shape) | Kind::Rows(shape), .. }) => Place::home(shape().home),
            Some(field) => place.at_key(field.key),
            None => place.clone(),
        });
        self.problems.add(self.pointer.as_str(), place, what, loss);
    }

    /// Does something at a member of this name.
    pub fn within<R>(&mut self, key: &str, act: impl FnOnce(&mut Self) -> R) -> R {
        let mark = self.pointer.enter(key);
        let result = act(self);
        self.pointer.leave(mark);
        result
    }

    /// Fills a section from its members.
    pub fn section(
        &mut self,
        section: &mut dyn Section,
        members: &'a Map<String, Value>,
        place: Option<Place>,
    ) {
        let outer = (std::mem::replace(&mut self.place, place), self.field.take());
        for (index, field) in section.shape().fields.iter().enumerate() {
            if let Some(value) = members.get(field.key) {
                self.field = Some(field);
                self.within(field.key, |reader| reader.member(section, index, field, value));
            }
        }
        self.field = None;
        let shape = section.shape();
        let known = |key: &str| shape.field(key).is_some() || (shape.row && key == "id");
        self.unknown(section.carried_mut(), members.iter().filter(|(key, _)| !known(key)));
        (self.place, self.field) = outer;
    }

    fn member(&mut self, section: &mut dyn Section, index: usize, field: &'static Field, value: &'a Value) {
        let held = match section.slot_mut(index) {
            Some(SlotMut::Answer(answer)) => self.answer(answer, field.kind, value),
            Some(SlotMut::Part(part)) => self.part(part, value),
            Some(SlotMut::Rows(rows)) => self.rows(rows, value),
            None => false,
        };
        if !held {
            let value = self.kept(value);
            section.carried_mut().push((field.key.to_owned(), value));
        }
    }

    /// Keeps members that this version does not know.
    pub fn unknown(&mut self, carried: &mut Carried, members: impl Iterator<Item = (&'a String, &'a Value)>) {
        let (mut kept, mut past) = (0, false);
        for (key, value) in members {
            if is_forbidden(key) {
                self.within(key, |reader| reader.report(ProblemKind::ForbiddenKey, Loss::Part));
            } else if kept < limits::UNKNOWN || key == FORMER_ID {
                kept += usize::from(key != FORMER_ID);
                let value = self.within(key, |reader| reader.kept(value));
                carried.push((key.clone(), value));
            } else {
                past = true;
            }
        }
        if past {
            self.report(ProblemKind::TooManyUnknown { limit: limits::UNKNOWN }, Loss::Part);
        }
    }

    /// The value as it came, but for members of forbidden names.
    pub fn kept(&mut self, value: &Value) -> Value {
        match value {
            Value::Array(items) => {
                let items = items.iter().enumerate();
                items
                    .map(|(index, item)| self.within(&index.to_string(), |reader| reader.kept(item)))
                    .collect()
            }
            Value::Object(members) => Value::Object(self.kept_members(members)),
            Value::Number(number) if number.is_f64() && number.as_f64().is_some_and(|n| n.abs() >= EXACT) => {
                self.report(ProblemKind::NumberOutOfRange, Loss::Nothing);
                value.clone()
            }
            _ => value.clone(),
        }
    }

    fn kept_members(&mut self, members: &Map<String, Value>) -> Map<String, Value> {
        let mut kept = Map::new();
        for (key, value) in members {
            self.within(key, |reader| {
                if is_forbidden(key) {
                    reader.report(ProblemKind::ForbiddenKey, Loss::Part);
                } else {
                    kept.insert(key.clone(), reader.kept(value));
                }
            });
        }
        kept
    }

    /// Fills a group of questions; whether it could be read.
    pub fn part(&mut self, part: &mut dyn Section, value: &'a Value) -> bool {
        match value {
            Value::Object(members) => {
                let place = self.place.as_ref().map(|_| Place::home(part.shape().home));
                self.section(part, members, place);
                true
            }
            Value::Null => true,
            _ => self.wrong_kind("part"),
        }
    }

    /// Reports that something else was wanted here, so that the value is carried.
    pub fn wrong_kind(&mut self, wanted: &'static str) -> bool {
        self.report(ProblemKind::WrongKind { wanted }, Loss::Nothing);
        false
    }
}

/// From here on a whole number does not fit in 64 bits: 2 to the power of 63.
const EXACT: f64 = 9_223_372_036_854_775_808.0;
/// Where a row's own id is carried when it was given a new one.
pub(super) const FORMER_ID: &str = "former_id";
