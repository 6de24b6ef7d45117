//! A record where serde is spoken, so that a back end can read and write it as one of its own members.

use super::problem::Loss;
use super::read::read_record;
use super::tree::Watch;
use super::write::write_section;
use crate::record::Record;
use serde::de::{DeserializeSeed, Error};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// Writes the whole record, feedback and all: a back end that keeps it loses nothing. What goes to
/// somebody else is written by [`write_record`](super::write_record) or as an envelope.
impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::Object(write_section(self)).serialize(serializer)
    }
}

/// Reads whatever can be held, and fails only where part of the document would be lost. Problems that
/// lose nothing are not told: use [`read_record`] to know them, and [`read_text`](super::read_text) for the limit on size.
impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        let mut watch = Watch::default();
        let document = watch.deserialize(source)?;
        let reading = match watch.sound(document) {
            Ok(document) => read_record(&document),
            Err(problems) => super::Reading { record: Self::default(), problems },
        };
        match reading.problems.iter().find(|problem| problem.loss > Loss::Nothing) {
            Some(problem) => Err(D::Error::custom(problem)),
            None => Ok(reading.record),
        }
    }
}
