//! The envelope: a record with what it was checked against, by whom it was made, and for what.

use super::VERSION;
use super::write::{clean, write_carried, write_kept, write_rows, write_section};
use crate::protocol::Scope;
use crate::record::choice::{Choice, codes};
use crate::record::section::section;
use crate::record::{AMeeting, AnAgency, Answer, Carried, Day, Link, Record, RowId, Text};
use serde_json::{Map, Value};

/// What the member `format` says.
pub(super) const FORMAT: &str = "team-around";

codes! {
    /// What an envelope is for.
    EnvelopeKind "envelope-kind" {
        Draft "draft", Submission "submission", Request "request", Contribution "contribution",
    }
}

section! {
    /// A pack that the record was checked against.
    part PackStamp "pack-stamp" at "protocol" {
        /// The pack's id.
        id: Text, System;
        /// Its version.
        version: Text, System;
        /// Its hash, as [`hash`](super::hash()) gives it.
        hash: Text, System;
    }

    /// When and by whom an envelope was made.
    part Made "made" at "made" {
        /// The day.
        on: Day, System;
        /// The user of the portal.
        by: Author, System;
    }

    /// A user of the portal, as the host names them.
    part Author "author" at "made/by" {
        /// The host's id for the user.
        id: Text, System;
        /// Name.
        name: Text, Professionals;
        /// Role.
        role: Text, Professionals;
        /// Agency.
        agency: Text, Professionals;
    }
}

/// A record on its way: a draft, a submission, a request for one agency's sections, or what the agency sent back.
#[derive(Clone, Debug, PartialEq)]
pub struct Envelope {
    /// The version of the format it was written in.
    pub version: u32,
    /// What it is for.
    pub kind: Choice<EnvelopeKind>,
    /// Which document of the planning file; see [`Envelope::scope`].
    pub document: Choice<Scope>,
    /// The meeting that a request or a contribution is for.
    pub meeting: Link<AMeeting>,
    /// The agency that a request is for, or a contribution comes from.
    pub agency: Link<AnAgency>,
    /// The packs that the record was checked against.
    pub protocol: Vec<PackStamp>,
    /// The name and version of what checked it.
    pub engine: Text,
    /// The record. The envelope's `overrides` and `feedback` are written from it.
    pub record: Record,
    /// What the check found, as JSON.
    pub findings: Vec<Value>,
    /// When and by whom it was made.
    pub made: Made,
    /// Members that this version does not know.
    pub carried: Carried,
}

impl Default for Envelope {
    fn default() -> Self {
        Self {
            version: VERSION,
            kind: Choice::default(),
            document: Choice::default(),
            meeting: Link::default(),
            agency: Link::default(),
            protocol: Vec::new(),
            engine: Text::default(),
            record: Record::default(),
            findings: Vec::new(),
            made: Made::default(),
            carried: Carried::new(),
        }
    }
}

impl Envelope {
    /// A request for one agency's report to one meeting: what [`request`](crate::reading::request)
    /// prepared, on its way.
    pub fn request(record: Record, meeting: &RowId, agency: &RowId) -> Self {
        Self {
            kind: Choice::Given(EnvelopeKind::Request),
            document: Choice::Given(Scope::Report),
            meeting: Link::to(meeting),
            agency: Link::to(agency),
            record,
            ..Self::default()
        }
    }

    /// Which document it is: the plan, where nothing says otherwise.
    pub fn scope(&self) -> Scope {
        self.document.get().unwrap_or(Scope::Plan)
    }

    /// The envelope as JSON.
    pub fn write(&self) -> Value {
        self.write_around(&self.record)
    }

    /// The envelope as JSON around a record that stands elsewhere.
    pub fn write_around(&self, record: &Record) -> Value {
        let mut members = Map::new();
        members.insert("format".to_owned(), Value::from(FORMAT));
        members.insert("version".to_owned(), Value::from(self.version));
        let json = |answer: &dyn Answer| answer.to_json();
        let stamps = self.protocol.iter().map(|stamp| Value::Object(write_section(stamp)));
        let known = [
            ("kind", json(&self.kind)),
            ("document", json(&self.document)),
            ("meeting", json(&self.meeting)),
            ("agency", json(&self.agency)),
            ("protocol", stamps.collect()),
            ("engine", json(&self.engine)),
            ("record", Value::Object(write_kept(record))),
            ("feedback", feedback(record)),
            ("findings", self.findings.iter().map(clean).collect()),
            ("overrides", Value::Array(write_rows(&record.overrides))),
            ("made", Value::Object(write_section(&self.made))),
        ];
        for (key, value) in known {
            let carried = self.carried.iter().any(|(carried, _)| carried == key);
            let absent = value.is_null() || (carried && is_empty(&value));
            if !absent {
                members.insert(key.to_owned(), value);
            }
        }
        write_carried(&self.carried, &mut members);
        Value::Object(members)
    }
}

/// What people thought of the meetings; nothing where nobody said anything.
fn feedback(record: &Record) -> Value {
    if record.feedback.is_empty() { Value::Null } else { Value::Array(write_rows(&record.feedback)) }
}

/// Whether a member holds nothing.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => value.is_null(),
    }
}
