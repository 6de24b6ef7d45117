//! JSON text as a tree of values, within limits and without repeated names.

use super::limits;
use super::problem::{Loss, Pointer, Problem, ProblemKind, Problems, refusal};
use super::scan::scan;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

/// Reads JSON text. A byte order mark before it is passed over.
///
/// # Errors
/// The problems for which the text is refused: it is not UTF-8 or not JSON, goes past a limit, or an
/// object has two members of one name (each of those is listed).
pub fn parse(text: &[u8]) -> Result<Value, Vec<Problem>> {
    if text.len() > limits::BYTES {
        return Err(refusal(ProblemKind::TooLarge { limit: limits::BYTES }));
    }
    let text = std::str::from_utf8(text).map_err(|_| refusal(ProblemKind::NotText))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    scan(text.as_bytes()).map_err(refusal)?;
    let mut watch = Watch::default();
    let value = json(text, &mut watch).map_err(refusal)?;
    watch.sound(value)
}

fn json(text: &str, watch: &mut Watch) -> Result<Value, ProblemKind> {
    let mut source = serde_json::Deserializer::from_str(text);
    let value = watch.deserialize(&mut source);
    value
        .and_then(|value| source.end().map(|()| value))
        .map_err(|error| ProblemKind::NotJson { line: error.line(), column: error.column().max(1) })
}

/// Builds a tree of values and notes where its objects are not sound.
#[derive(Default)]
pub(super) struct Watch {
    pointer: Pointer,
    depth: usize,
    problems: Problems,
}

impl Watch {
    /// The tree, unless something in it is refused.
    pub fn sound(self, value: Value) -> Result<Value, Vec<Problem>> {
        let problems = self.problems.finish();
        if problems.is_empty() { Ok(value) } else { Err(problems) }
    }

    fn refuse(&mut self, what: ProblemKind) {
        self.problems.add(self.pointer.as_str(), None, what, Loss::All);
    }

    fn deeper<E: Error>(&mut self) -> Result<(), E> {
        self.depth += 1;
        if self.depth > limits::DEPTH { Err(E::custom("too deep")) } else { Ok(()) }
    }
}

impl<'de> DeserializeSeed<'de> for &mut Watch {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Watch {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        self.deeper()?;
        let mut list = Vec::new();
        loop {
            let mark = self.pointer.enter_item(list.len());
            let item = items.next_element_seed(&mut *self)?;
            self.pointer.leave(mark);
            let Some(item) = item else { break };
            list.push(item);
        }
        self.depth -= 1;
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        self.deeper()?;
        let mut object = Map::new();
        while let Some(key) = members.next_key::<String>()? {
            let mark = self.pointer.enter(&key);
            if object.contains_key(&key) {
                self.refuse(ProblemKind::DuplicateKey);
            }
            let value = members.next_value_seed(&mut *self)?;
            self.pointer.leave(mark);
            if object.len() < limits::MEMBERS {
                object.entry(key).or_insert(value);
            } else if !object.contains_key(&key) {
                self.refuse(ProblemKind::TooMany { limit: limits::MEMBERS });
            }
        }
        self.depth -= 1;
        Ok(Value::Object(object))
    }
}
