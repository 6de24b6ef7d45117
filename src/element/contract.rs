//! The words that cross the boundary, said once. `element.js` and `element.d.ts` use the same ones.

use crate::form::Say;

/// What made an envelope: the crate and its version.
pub const ENGINE: &str = concat!("team-around ", env!("CARGO_PKG_VERSION"));

/// The elements' names in a page; each ends with the document it is for.
pub const ELEMENTS: &[&str] = &["team-around-plan", "team-around-meeting", "team-around-report"];

/// The attributes that the element watches. `protocol` and `questions` are names between spaces.
pub const ATTRIBUTES: &[&str] = &[
    "protocol",
    "lang",
    "today",
    "readonly",
    "open",
    "questions",
    "nation",
    "heading-level",
    "meeting",
    "agency",
];

/// The properties that a host sets. `record` can also be read.
pub const PROPERTIES: &[&str] = &[
    "record",
    "protocol",
    "today",
    "bankHolidays",
    "user",
    "draftKey",
    "readOnly",
    "questions",
    "meeting",
    "agency",
    "planBefore",
];

/// What a host can tell the element to do.
pub const METHODS: &[&str] = &[
    "load",
    "check",
    "save",
    "submit",
    "reset",
    "discardDraft",
    "lock",
    "purge",
    "exportFile",
    "importFile",
    "exportDraft",
    "importDraft",
    "request",
    "contribute",
    "exportFeedback",
    "exportChronology",
    "exportFamilyCopy",
];

/// An event: it bubbles, and crosses the shadow root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its name.
    pub name: &'static str,
    /// The members of its detail.
    pub detail: &'static [&'static str],
    /// Whether the host can stop what it announces.
    pub cancelable: bool,
}

const fn event(name: &'static str, detail: &'static [&'static str]) -> Event {
    Event { name, detail, cancelable: false }
}

/// Every event, in the order in which a host meets them.
pub const EVENTS: &[Event] = &[
    event("ta-ready", &[]),
    event("ta-change", &["text"]),
    event("ta-findings", &["stopping", "findings"]),
    event("ta-draft", &["state", "at", "reason"]),
    event("ta-unlock", &["waitUntil"]),
    Event { name: "ta-before-submit", detail: &["kind", "envelope"], cancelable: true },
    event("ta-submit", &["kind", "envelope", "text", "waitUntil"]),
    event("ta-accepted", &["kind", "receipt"]),
    event("ta-rejected", &["kind", "message", "errors"]),
    event("ta-error", &["code", "problems", "message", "reference"]),
];

/// What the element hears from the form.
pub fn word(say: Say) -> &'static str {
    match say {
        Say::Changed => "changed",
        Say::Left => "left",
        Say::Looked => "looked",
        Say::Keep => "keep",
        Say::Send => "send",
        Say::Export => "export",
        Say::Request => "request",
        Say::Feedback => "feedback",
        Say::Chronology => "chronology",
        Say::Copy => "copy",
    }
}
