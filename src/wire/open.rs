//! Reading an envelope of this version, of an older one, or of a newer one as far as it is known.

use super::envelope::{Envelope, EnvelopeKind, FORMAT, PackStamp, is_empty};
use super::problem::{Loss, Problem, ProblemKind, loss, refusal};
use super::read::{Reader, object};
use super::tree::parse;
use super::{VERSION, limits};
use crate::protocol::Scope;
use crate::record::feedback::Feedback;
use crate::record::{AMeeting, AnAgency, Answer, Choice, Held, Kind, Link, Place, Row};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// The members that this version knows.
const KNOWN: [&str; 13] = [
    "format",
    "version",
    "kind",
    "document",
    "meeting",
    "agency",
    "protocol",
    "engine",
    "record",
    "feedback",
    "findings",
    "overrides",
    "made",
];

/// The steps from each older version to the one after it: the first makes a document of version 2 out
/// of one of version 1. When version 2 is released, version 1 is frozen in `wire/v1.rs` with its step.
const UPGRADES: [fn(Value) -> Value; VERSION as usize - 1] = [];

/// An envelope as read, and what did not fit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// Everything that could be held.
    pub envelope: Envelope,
    /// What did not fit.
    pub problems: Vec<Problem>,
}

impl Opened {
    /// How much of the document is not in the envelope; see [`Reading::loss`](super::Reading::loss).
    pub fn loss(&self) -> Loss {
        loss(&self.problems)
    }

    /// Whether a newer version wrote it, so that it must not be written back.
    pub fn is_newer(&self) -> bool {
        self.envelope.version > VERSION
    }
}

impl Envelope {
    /// Reads an envelope from JSON text.
    pub fn read_text(text: &str) -> Opened {
        match parse(text.as_bytes()) {
            Ok(document) => Self::read(&document),
            Err(problems) => Opened { problems, ..Opened::default() },
        }
    }

    /// Reads an envelope from a tree of values. What is not an object, or not one of ours, is refused.
    pub fn read(document: &Value) -> Opened {
        let document = upgrade(document);
        let refused = |what| Opened { problems: refusal(what), ..Opened::default() };
        let members = match object(&document) {
            Ok(members) if members.get("format").is_some_and(|format| format == FORMAT) => members,
            Ok(_) => return refused(ProblemKind::NotOurs),
            Err(what) => return refused(what),
        };
        let mut filling = Filling { reader: Reader::of(&document), members, envelope: Self::default() };
        filling.version();
        filling.head();
        filling.protocol();
        filling.findings();
        filling.made();
        filling.record();
        filling.feedback();
        filling.rest();
        Opened { envelope: filling.envelope, problems: filling.reader.problems.finish() }
    }
}

/// Brings a document of an older version to this one, a step at a time.
fn upgrade(document: &Value) -> Cow<'_, Value> {
    let version =
        document.get("version").and_then(Value::as_u64).and_then(|version| usize::try_from(version).ok());
    let done = version.filter(|version| *version > 0).map_or(UPGRADES.len(), |version| version - 1);
    let steps = UPGRADES.iter().skip(done);
    steps.fold(Cow::Borrowed(document), |document, step| Cow::Owned(step(document.into_owned())))
}

/// An envelope that is being read.
struct Filling<'a> {
    reader: Reader<'a>,
    members: &'a Map<String, Value>,
    envelope: Envelope,
}

impl<'a> Filling<'a> {
    fn head(&mut self) {
        let (reader, envelope) = (&mut self.reader, &mut self.envelope);
        let answers: [(&str, Kind, &mut dyn Answer); 5] = [
            ("kind", <Choice<EnvelopeKind> as Held>::KIND, &mut envelope.kind),
            ("document", <Choice<Scope> as Held>::KIND, &mut envelope.document),
            ("meeting", <Link<AMeeting> as Held>::KIND, &mut envelope.meeting),
            ("agency", <Link<AnAgency> as Held>::KIND, &mut envelope.agency),
            ("engine", Kind::Line, &mut envelope.engine),
        ];
        for (key, kind, answer) in answers {
            let Some(value) = self.members.get(key) else { continue };
            let carried = reader
                .within(key, |reader| (!reader.answer(answer, kind, value)).then(|| reader.kept(value)));
            envelope.carried.extend(carried.map(|value| (key.to_owned(), value)));
        }
    }

    fn version(&mut self) {
        let Some(value) = self.members.get("version") else { return };
        let given =
            value.as_u64().and_then(|version| u32::try_from(version).ok()).filter(|version| *version > 0);
        self.envelope.version = given.unwrap_or(VERSION);
        self.reader.within("version", |reader| match given {
            None => reader.report(ProblemKind::WrongKind { wanted: Kind::Number.name() }, Loss::Part),
            Some(version) if version > VERSION => {
                reader.report(ProblemKind::Newer { version }, Loss::Nothing)
            }
            Some(_) => {}
        });
    }

    fn protocol(&mut self) {
        self.list("protocol", |reader, envelope, items| {
            if items.len() > limits::LIST {
                reader.report(ProblemKind::TooMany { limit: limits::LIST }, Loss::Nothing);
                return false;
            }
            let stamps = items.iter().enumerate().map(|(index, item)| stamp(reader, index, item));
            let stamps: Vec<Option<PackStamp>> = stamps.collect();
            let sound = stamps.iter().all(Option::is_some);
            if sound {
                envelope.protocol = stamps.into_iter().flatten().collect();
            }
            sound
        });
    }

    fn findings(&mut self) {
        self.list("findings", |reader, envelope, items| {
            let items = items.iter().enumerate();
            envelope.findings = items
                .map(|(index, item)| reader.within(&index.to_string(), |reader| reader.kept(item)))
                .collect();
            true
        });
    }

    /// Reads a list; where it cannot be read, carries it.
    fn list(&mut self, key: &str, read: impl FnOnce(&mut Reader<'a>, &mut Envelope, &'a [Value]) -> bool) {
        let envelope = &mut self.envelope;
        let Some(value) = self.members.get(key).filter(|value| !value.is_null()) else { return };
        let carried = self.reader.within(key, |reader| {
            let held = match value {
                Value::Array(items) => read(reader, envelope, items),
                _ => reader.wrong_kind("rows"),
            };
            (!held).then(|| reader.kept(value))
        });
        envelope.carried.extend(carried.map(|value| (key.to_owned(), value)));
    }

    fn made(&mut self) {
        let (reader, envelope) = (&mut self.reader, &mut self.envelope);
        if let Some(made) = self.members.get("made") {
            let carried = reader
                .within("made", |reader| (!reader.part(&mut envelope.made, made)).then(|| reader.kept(made)));
            envelope.carried.extend(carried.map(|value| ("made".to_owned(), value)));
        }
    }

    fn record(&mut self) {
        let (reader, envelope) = (&mut self.reader, &mut self.envelope);
        match self.members.get("record").and_then(Value::as_object) {
            Some(members) => {
                let place = Some(Place::home(""));
                reader.within("record", |reader| reader.section(&mut envelope.record, members, place));
            }
            None => reader.report(ProblemKind::NoRecord, Loss::All),
        }
    }

    /// Feedback stands beside the record; older files have it inside. What stands in both is read once.
    fn feedback(&mut self) {
        let inside = self.members.get("record").and_then(|record| record.get("feedback"));
        let inside = inside.and_then(Value::as_array).map_or(&[] as &[_], Vec::as_slice);
        self.list("feedback", |reader, envelope, items| {
            reader.place = Some(Place::home(Feedback::SHAPE.home));
            reader.more_rows(&mut envelope.record.feedback, items, inside);
            reader.place = None;
            true
        });
    }

    /// What this version does not know, and the overrides said twice.
    fn rest(&mut self) {
        let unknown = self.members.iter().filter(|(key, _)| !KNOWN.contains(&key.as_str()));
        self.reader.unknown(&mut self.envelope.carried, unknown);
        let listed = self.members.get("overrides").filter(|listed| !is_empty(listed));
        let own = self
            .members
            .get("record")
            .and_then(|record| record.get("overrides"))
            .filter(|own| !is_empty(own));
        if listed.is_some() && listed != own {
            self.reader.within("overrides", |reader| reader.report(ProblemKind::OverridesDiffer, Loss::Part));
        }
    }
}

fn stamp<'a>(reader: &mut Reader<'a>, index: usize, item: &'a Value) -> Option<PackStamp> {
    let mut stamp = PackStamp::default();
    let held = reader.within(&index.to_string(), |reader| reader.part(&mut stamp, item));
    held.then_some(stamp)
}
