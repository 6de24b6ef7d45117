//! One mounted form. JSON text crosses the boundary, the same bytes as the envelope.

use super::contract;
use super::rescue::tell_of_stops;
use super::settings::Settings;
use crate::form::{self, Form, HostError, Receipt, Standing, Start};
use crate::protocol::{Finding, Scope};
use crate::record::{Carried, CodeSet, Link, Place, Record, RowId, Typed};
use crate::wire::{self, Author, Envelope, EnvelopeKind, Made, PackStamp};
use crate::words::Words;
use leptos::prelude::*;
use serde_json::Value;
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// One mounted form. Freeing it disposes of every signal that the form holds.
#[wasm_bindgen]
pub struct Handle {
    pub(super) form: Form,
    /// Made when they are first asked for: the hash of a pack takes a while, and a form is opened more often than kept.
    stamps: OnceCell<Vec<PackStamp>>,
    carried: Carried,
    owner: Owner,
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.owner.cleanup();
    }
}

/// Mounts a form into an element inside the shadow root.
///
/// `settings` is JSON text (see `settings.rs`); `host` is called with one of the words of
/// `contract.rs` when the form has something to tell.
///
/// # Errors
///
/// A JSON text of problems, each with a pointer and a sentence, where packs or settings cannot be used.
#[wasm_bindgen]
pub fn mount(root: Element, settings: &str, host: js_sys::Function) -> Result<Handle, JsValue> {
    tell_of_stops();
    // Refused where another instance on the page has started it already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let settings = Settings::read(settings).map_err(|problems| JsValue::from_str(&problems.to_string()))?;
    let owner = Owner::new();
    let ids = format!("k{:x}", (js_sys::Math::random() * 1e9) as u32);
    let form = owner.with(|| {
        Form::new(Start {
            record: settings.record,
            protocol: settings.protocol,
            calendar: settings.calendar,
            today: settings.today,
            user: settings.user,
            read_only: settings.read_only,
            language: settings.language,
            layout: settings.layout,
            scope: settings.scope,
            subject: settings.subject,
            before: settings.before,
            ids,
            clock: || String::from(js_sys::Date::new_0().to_iso_string()),
            tell: Box::new(move |say| {
                let _ = host.call1(&JsValue::NULL, &JsValue::from_str(contract::word(say)));
            }),
        })
    });
    if let Some(standing) = settings.standing {
        owner.with(|| form.stands(standing));
    }
    owner.with(|| form.look());
    owner.with(|| form.turn_back(&settings.page, settings.at.as_ref()));
    owner.with(|| form::mount(form, &root));
    Ok(Handle { form, stamps: OnceCell::new(), carried: settings.carried, owner })
}

#[wasm_bindgen]
impl Handle {
    /// The record as JSON text.
    pub fn record(&self) -> String {
        self.form.record(wire::write_text)
    }

    /// The record with its feedback as JSON text: all that was typed.
    pub fn whole(&self) -> String {
        self.form.record(wire::whole_text)
    }

    /// The envelope as JSON text: `kind` is `draft` or `submission`.
    pub fn envelope(&self, kind: &str) -> String {
        self.form.look();
        let kind = EnvelopeKind::LIST.codes.iter().position(|code| *code == kind);
        let finished = match self.form.scope() {
            Scope::Report => EnvelopeKind::Contribution,
            Scope::Plan | Scope::Meeting => EnvelopeKind::Submission,
        };
        let kind = if kind == Some(1) { finished } else { EnvelopeKind::Draft };
        let envelope = self.made(kind);
        self.form.record(|record| envelope.write_around(record)).to_string()
    }

    /// What an envelope of a draft has around its record, as JSON text: nothing that follows from the record.
    pub fn cover(&self) -> String {
        let mut cover = self.around(EnvelopeKind::Draft).write_around(&Record::default());
        if let Some(members) = cover.as_object_mut() {
            members.retain(|name, _| !["record", "findings", "overrides"].contains(&name.as_str()));
        }
        cover.to_string()
    }

    /// Looks at the record again: called when there is time after a change.
    pub fn look(&self) {
        self.form.look();
    }

    /// Shows everything open, and answers with the findings as JSON text.
    pub fn check(&self) -> String {
        self.form.ask();
        self.findings()
    }

    /// The findings of the last look as JSON text.
    pub fn findings(&self) -> String {
        Value::Array(self.findings_json()).to_string()
    }

    /// How many findings stop finishing.
    pub fn stopping(&self) -> usize {
        self.form.stopping()
    }

    /// Handed to the host, which has not answered yet.
    pub fn sending(&self) {
        self.form.sending();
    }

    /// Whether a receipt that says `hash` can be one for `text`, which was handed over.
    pub fn may_be_for(&self, text: &str, hash: &str) -> bool {
        crate::wire::may_be_hash_of(text, hash)
    }

    /// The host stored it: `receipt` is JSON text `{id, at, hash}`.
    pub fn accepted(&self, kind: &str, receipt: &str) {
        let receipt = receipt_of(&serde_json::from_str::<Value>(receipt).unwrap_or_default());
        let draft = kind == EnvelopeKind::Draft.code();
        self.form.stored(if draft { Standing::Kept(receipt) } else { Standing::Sent(receipt) });
    }

    /// The host refused it: `refusal` is JSON text `{message, errors: [{place, message}]}`.
    pub fn refused(&self, refusal: &str) {
        let (message, errors) = refusal_of(&serde_json::from_str::<Value>(refusal).unwrap_or_default());
        self.form.refused(message, errors);
    }

    /// Says a sentence of the element's to the person who writes.
    pub fn say(&self, sentence: &str) {
        self.form.status.set(sentence.to_owned());
    }

    /// Goes to the place whose id this is, and puts the focus there; anything else changes nothing.
    pub fn seek(&self, at: &str) {
        if let Some(place) = Place::read(at) {
            self.form.seek(place);
        }
    }

    /// The id of the copy for the family that somebody looks at; empty where nobody does.
    pub fn copy(&self) -> String {
        self.form.looked_at().map_or_else(String::new, |id| id.to_string())
    }

    /// Whether something may be changed.
    pub fn may_write(&self) -> bool {
        !self.form.is_read_only()
    }

    /// Takes what was decided about copies: a record as JSON text that has them alone.
    pub fn share(&self, decided: &str) {
        if let Ok(document) = wire::parse(decided.as_bytes()) {
            self.form.take_sharing(wire::read_record(&document).record.sharing);
        }
    }

    /// Goes back to writing after a receipt for a draft.
    pub fn writing(&self) {
        self.form.standing.set(Standing::Writing);
    }
}

impl Handle {
    fn findings_json(&self) -> Vec<Value> {
        let findings = self.form.findings();
        let told = findings.iter().filter(|finding| is_told(finding) && self.form.answers_for(finding));
        self.form.terms(|record, terms| {
            told.map(|finding| wire::finding_json(finding, record, terms.protocol, self.form.words)).collect()
        })
    }

    /// An envelope for the form's record, which stays in the form.
    pub(super) fn made(&self, kind: EnvelopeKind) -> Envelope {
        Envelope { findings: self.findings_json(), ..self.around(kind) }
    }

    /// The same without findings.
    fn around(&self, kind: EnvelopeKind) -> Envelope {
        let (user, today) = self.form.author();
        let author = Author {
            id: user.id.as_str().into(),
            name: user.name.as_str().into(),
            role: user.role.as_str().into(),
            agency: user.agency.as_str().into(),
            ..Author::default()
        };
        let subject = self.form.subject();
        let link = |id: Option<RowId>| id.as_ref().map(Link::to).unwrap_or_default();
        Envelope {
            kind: Typed::Given(kind),
            document: Typed::Given(self.form.scope()),
            meeting: link(subject.meeting),
            agency: subject.agency.as_ref().map(Link::to).unwrap_or_default(),
            made: Made { on: Typed::Given(today), by: author, ..Made::default() },
            carried: self.carried.clone(),
            ..self.stamped(Envelope::default())
        }
    }

    /// An envelope with the packs and the engine that it was checked with.
    pub(super) fn stamped(&self, envelope: Envelope) -> Envelope {
        let stamps = || self.form.terms(|_, terms| terms.protocol.packs().iter().map(wire::stamp).collect());
        Envelope {
            protocol: self.stamps.get_or_init(stamps).clone(),
            engine: contract::ENGINE.into(),
            ..envelope
        }
    }
}

fn text_of(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn receipt_of(receipt: &Value) -> Receipt {
    Receipt { id: text_of(receipt, "id"), at: text_of(receipt, "at"), hash: text_of(receipt, "hash") }
}

fn refusal_of(refusal: &Value) -> (String, Vec<HostError>) {
    let errors = refusal.get("errors").and_then(Value::as_array).into_iter().flatten();
    let errors =
        errors.map(|error| HostError { place: text_of(error, "place"), message: text_of(error, "message") });
    (text_of(refusal, "message"), errors.collect())
}

/// Where a form that is begun anew stands with the host: `{sending: true}`, `{sent: receipt}` or `{refused: refusal}`.
pub(super) fn standing_of(stood: &Value) -> Option<Standing> {
    if let Some(receipt) = stood.get("sent") {
        return Some(Standing::Sent(receipt_of(receipt)));
    }
    if let Some(refusal) = stood.get("refused") {
        let (message, errors) = refusal_of(refusal);
        return Some(Standing::Refused(message, errors));
    }
    stood.get("sending").map(|_| Standing::Sending)
}

/// What an envelope tells of what its document answers for: everything but what is met or does not apply.
fn is_told(finding: &Finding) -> bool {
    use crate::protocol::Status::{Due, Unknown, Unmet};
    matches!(finding.status, Unmet | Due | Unknown)
}

/// What cannot be used, as JSON: `[{pointer, code, message, lost}]`.
pub(super) fn problems_json(problems: &[wire::Problem], words: &Words) -> Value {
    problems.iter().map(|problem| wire::problem_json(problem, words)).collect()
}
