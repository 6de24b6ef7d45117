//! The check of what a browser sent. The form has checked it too, with the same code; but whatever
//! comes over the network may have been made by something else than the form.
//!
//! A draft is stored with whatever is missing: nothing may stop a person from saving. Only another
//! user's draft, another plan's, or one with a rule set aside in somebody else's name is refused.
//!
//! A submission is relied upon. It is stored where nothing in it stops, and where the protocol and
//! the findings it names are those that our own review has. The plan and the record of a meeting
//! are one record, and each is stopped only by what is asked in it: see `protocol::Scope`.

use crate::findings::{self, About};
use crate::refusal::{FieldError, Refusal};
use crate::sign_in::User;
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeSet;
use team_around::protocol::{Finding, Protocol, Scope, Severity, Status};
use team_around::record::document::Document;
use team_around::record::signoff::Override;
use team_around::record::{Place, Record, RowId};
use team_around::wire::{Envelope, EnvelopeKind, Loss, Opened, PackStamp, Problem, ProblemKind, parse};
use team_around::words::{Language, Words};

/// What is said where something was claimed that is not so.
pub const UNTRUE: &str =
    "What was sent does not agree with what the portal knows. Nothing you typed is lost.";

/// What the portal knows about what was sent.
pub struct Asked<'a> {
    /// The plan that it was sent to.
    pub reference: &'a str,
    /// Which document its page is for.
    pub scope: Scope,
    /// The meeting whose page it is.
    pub meeting: Option<&'a RowId>,
    /// Who is signed in.
    pub user: &'a User,
    /// The plan's protocol.
    pub protocol: &'a Protocol,
    /// The protocol's packs as an envelope names them.
    pub stamps: &'a [PackStamp],
    /// The day.
    pub today: NaiveDate,
    /// Rules that stored versions of the plan set aside.
    pub set_aside: &'a [Override],
}

/// Reads and checks an envelope.
///
/// # Errors
/// What cannot be accepted, with the places.
pub fn check(text: &[u8], asked: &Asked<'_>) -> Result<Envelope, Refusal> {
    let envelope = read(text, asked.scope)?;
    let mut untrue = claims(&envelope, asked);
    untrue.extend(envelope.record.overrides.iter().filter_map(|row| not_own(row, asked)));
    let submission = envelope.kind.is(EnvelopeKind::Submission);
    if submission {
        untrue.extend(other_protocol(&envelope, asked));
        untrue.extend(findings_that_differ(&envelope, asked));
    }
    refuse(UNTRUE, untrue)?;
    if submission {
        let about = (asked.scope, meeting_of(&envelope, asked.scope, asked.meeting));
        still_finished(&envelope.record, asked.protocol, about, asked.today)?;
    }
    Ok(envelope)
}

/// The meeting that a document is about: the one that it names or, where it names none of the record's, the page's.
pub fn meeting_of<'a>(envelope: &'a Envelope, scope: Scope, page: Option<&'a RowId>) -> Option<&'a RowId> {
    let known = |id: &&RowId| scope != Scope::Plan && envelope.record.meeting(id).is_some();
    envelope.meeting.id().filter(known).or(page.filter(known))
}

/// That nothing stops a document from being finished: which it is, and about which meeting.
///
/// # Errors
/// What does, with the places.
pub fn still_finished(
    record: &Record,
    protocol: &Protocol,
    about: About<'_>,
    today: NaiveDate,
) -> Result<(), Refusal> {
    refuse(stopped(about.0), what_stops(record, protocol, about, today))
}

/// The check of an agency's report, whose author nobody knows here: that it can be read, is a report,
/// and that nothing in it stops.
///
/// # Errors
/// What cannot be accepted, with the places.
pub fn check_report(text: &[u8], protocol: &Protocol, today: NaiveDate) -> Result<Envelope, Refusal> {
    let envelope = read(text, Scope::Report)?;
    if envelope.scope() != Scope::Report {
        return Err(Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "This page takes an agency’s report only.",
        ));
    }
    if envelope.kind.is(EnvelopeKind::Contribution) {
        let meeting = meeting_of(&envelope, Scope::Report, None);
        let stops = what_stops(&envelope.record, protocol, (Scope::Report, meeting), today);
        refuse(stopped(Scope::Report), stops)?;
    }
    Ok(envelope)
}

fn stopped(scope: Scope) -> &'static str {
    match scope {
        Scope::Plan => "This plan cannot be made final yet. You can save it as a draft.",
        Scope::Meeting => "This record of the meeting cannot be finished yet. You can save it as a draft.",
        Scope::Report => "This report cannot be sent yet. You can save it as a draft.",
    }
}

/// Refuses where there is anything to refuse for.
///
/// # Errors
/// The sentence, with the places.
pub fn refuse(message: &str, errors: Vec<FieldError>) -> Result<(), Refusal> {
    if errors.is_empty() {
        return Ok(());
    }
    Err(Refusal::Said { status: StatusCode::UNPROCESSABLE_ENTITY, message: message.to_owned(), errors })
}

/// Reads the text within the limits of the format. What would lose something is refused, and for a
/// submission whatever does not fit.
fn read(text: &[u8], scope: Scope) -> Result<Envelope, Refusal> {
    let Opened { envelope, problems } = match parse(text) {
        Ok(document) => Envelope::read(&document),
        Err(problems) => Opened { problems, ..Opened::default() },
    };
    let worst = problems.iter().map(|problem| problem.loss).max().unwrap_or_default();
    let accepted = match (envelope.kind.get(), scope) {
        (Some(EnvelopeKind::Draft), _) | (Some(EnvelopeKind::Contribution), Scope::Report) => {
            worst == Loss::Nothing
        }
        (Some(EnvelopeKind::Submission), Scope::Plan | Scope::Meeting) => problems.is_empty(),
        _ => false,
    };
    if accepted { Ok(envelope) } else { Err(unreadable(&problems)) }
}

fn unreadable(problems: &[Problem]) -> Refusal {
    let errors: Vec<FieldError> = problems.iter().map(problem).collect();
    let whole = problems.iter().find(|problem| problem.loss == Loss::All);
    let sentence = whole.or(problems.first()).map(sentence);
    Refusal::Said {
        status: whole.map_or(StatusCode::UNPROCESSABLE_ENTITY, |problem| status(&problem.what)),
        message: sentence.unwrap_or_else(|| {
            "This page takes a draft, or what is finished of its own document.".to_owned()
        }),
        errors,
    }
}

fn status(what: &ProblemKind) -> StatusCode {
    match what {
        ProblemKind::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        ProblemKind::NotText | ProblemKind::NotJson { .. } | ProblemKind::LoneSurrogate { .. } => {
            StatusCode::BAD_REQUEST
        }
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

fn problem(problem: &Problem) -> FieldError {
    let place = problem.place.as_ref().map(ToString::to_string).unwrap_or_default();
    FieldError { place, message: sentence(problem) }
}

/// The sentence of a problem.
fn sentence(problem: &Problem) -> String {
    let words = Words::of(Language::English);
    let worded = |(name, value): (&'static str, String)| match name {
        "wanted" => (name, words.label(&format!("problem.wanted.{value}")).to_owned()),
        _ => (name, value),
    };
    let details: Vec<(&str, String)> = problem.what.details().into_iter().map(worded).collect();
    let values: Vec<(&str, &str)> = details.iter().map(|(name, value)| (*name, value.as_str())).collect();
    words.fill(&format!("problem.{}", problem.what.code()), &values)
}

/// What the envelope says about itself and is not so.
fn claims(envelope: &Envelope, asked: &Asked<'_>) -> Vec<FieldError> {
    let mut untrue = Vec::new();
    if *envelope.record.document.reference != *asked.reference {
        let message = format!("This is the page of {}. Send the plan from its own page.", asked.reference);
        untrue.push(FieldError { place: Document::reference.here().to_string(), message });
    }
    if envelope.scope() != asked.scope {
        let message = "This is another document of the planning file. Send it from its own page.".to_owned();
        untrue.push(FieldError { place: String::new(), message });
    }
    if *envelope.made.by.id != *asked.user.id {
        let message =
            format!("You are signed in as {}. The form was opened by somebody else.", asked.user.name);
        untrue.push(FieldError { place: String::new(), message });
    }
    untrue
}

fn other_protocol(envelope: &Envelope, asked: &Asked<'_>) -> Option<FieldError> {
    let message =
        "The local protocol has changed since this page was opened. Save, then load the page again.";
    let error = FieldError { place: String::new(), message: message.to_owned() };
    (!same_packs(&envelope.protocol, asked.stamps)).then_some(error)
}

fn same_packs(sent: &[PackStamp], ours: &[PackStamp]) -> bool {
    let about = |stamp: &PackStamp| (stamp.id.clone(), stamp.version.clone(), stamp.hash.clone());
    sent.iter().map(about).eq(ours.iter().map(about))
}

/// A finding as far as two checks must agree on it.
type Found = (String, String, String, bool);

/// Unmet points that the envelope leaves out or makes up, against our review on the day that it
/// says it was made. Whether anything stops is asked again below, on our own day.
fn findings_that_differ(envelope: &Envelope, asked: &Asked<'_>) -> Vec<FieldError> {
    let day = envelope.made.on.get().unwrap_or(asked.today);
    let about = (asked.scope, meeting_of(envelope, asked.scope, asked.meeting));
    let own = findings::of_document(about, &envelope.record, asked.protocol, day);
    let own: Vec<&Finding> = own.iter().filter(|finding| weighs(finding)).collect();
    let within = |(_, place, ..): &Found| is_within(asked.scope, place);
    let sent: BTreeSet<Found> = envelope.findings.iter().filter_map(found).filter(within).collect();
    let ours: BTreeSet<Found> = own.iter().map(|finding| found_by_us(finding)).collect();
    let left_out = own.iter().filter(|finding| !sent.contains(&found_by_us(finding)));
    let left_out = left_out.map(|finding| FieldError {
        place: finding.place.to_string(),
        message: format!(
            "This was not among the points sent: {}",
            findings::message(finding, &envelope.record, asked.protocol)
        ),
    });
    let made_up = sent.difference(&ours).map(|(_, place, ..)| FieldError {
        place: place.clone(),
        message: "A point was sent here that our own check does not find.".to_owned(),
    });
    left_out.chain(made_up).collect()
}

fn weighs(finding: &Finding) -> bool {
    finding.status == Status::Unmet && finding.severity > Severity::Info
}

fn found_by_us(finding: &Finding) -> Found {
    let severity = finding.severity.name().to_owned();
    (finding.rule.to_owned(), finding.place.to_string(), severity, finding.set_aside.is_some())
}

/// An unmet finding of the envelope; `None` for the others.
fn found(sent: &Value) -> Option<Found> {
    let text = |key: &str| sent.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let counts = text("status") == Status::Unmet.name() && text("severity") != Severity::Info.name();
    let set_aside = sent.get("set_aside").is_some_and(|id| !id.is_null());
    counts.then(|| (text("rule"), text("place"), text("severity"), set_aside))
}

/// A rule is set aside in one's own name, or already was in a version that is stored.
fn not_own(row: &Override, asked: &Asked<'_>) -> Option<FieldError> {
    if asked.set_aside.contains(row) || row.name.is_blank() {
        return None;
    }
    let (ask, own) = if row.name.trim() != asked.user.name {
        (Override::name, asked.user.name)
    } else if !row.role.is_blank() && row.role.trim() != asked.user.role {
        (Override::role, asked.user.role)
    } else {
        return None;
    };
    let message =
        format!("You can set a rule aside as {own} only. Somebody else does it from their own page.");
    Some(FieldError { place: ask.at(row).to_string(), message })
}

/// Whether a document answers for what was found at a place; one that we do not know is looked at.
fn is_within(scope: Scope, place: &str) -> bool {
    Place::read(place).is_none_or(|place| place.home.is_empty() || scope.covers(&place))
}

/// What stops a document from being finished, today.
fn what_stops(record: &Record, protocol: &Protocol, about: About<'_>, today: NaiveDate) -> Vec<FieldError> {
    let found = findings::of_document(about, record, protocol, today);
    let stops = found.iter().filter(|finding| finding.stops());
    let error = |finding: &Finding| FieldError {
        place: finding.place.to_string(),
        message: findings::message(finding, record, protocol),
    };
    stops.map(error).collect()
}
