//! What the element sends: checked, compared with what is stored, kept, and answered with a receipt.

use crate::approvals::Storing;
use crate::chance::{hash, secret};
use crate::check::{Asked, UNTRUE, check, meeting_of, refuse, still_finished};
use crate::portal::{Portal, now};
use crate::protocol;
use crate::refusal::{Refusal, json_answer};
use crate::sign_in::{SignedIn, User};
use crate::store::{Feedback, Put, Version};
use crate::together::{Laid, lay};
use crate::{difference, meeting_pages};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::json;
use std::sync::Arc;
use team_around::protocol::{Protocol, Scope};
use team_around::record::feedback::Feedback as Said;
use team_around::record::signoff::Override;
use team_around::record::{CodeSet, Link, Record, RowId, Section};
use team_around::wire::{Envelope, EnvelopeKind, feedback_text, limits, read_text, write_text};

/// The longest body that is read, in bytes.
pub const LARGEST: usize = limits::BYTES;
/// The version whose record the page was given: older than the one that it follows where others stored
/// theirs meanwhile.
const OPENED: HeaderName = HeaderName::from_static("x-opened");
/// How often something is laid over the latest version where another is stored at the same moment.
const TRIES: u32 = 20;

/// What was sent, by whom, to which plan's page, after which version.
struct Sent<'a> {
    reference: &'a str,
    scope: Scope,
    meeting: Option<RowId>,
    user: &'a User,
    base: u32,
    opened: u32,
    text: &'a [u8],
}

/// Takes an envelope from a plan's page. `If-Match` names the version that the page was opened with.
pub async fn plan(
    State(portal): State<Arc<Portal>>,
    SignedIn(user): SignedIn,
    Path(reference): Path<String>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Refusal> {
    let (base, text) = (follows(&headers)?, body.map_err(|rejection| unread(&rejection))?);
    let opened = quoted(headers.get(&OPENED)).unwrap_or(base);
    let act = move |portal: &Portal| {
        let (reference, text) = (reference.as_str(), &text[..]);
        accept(portal, &Sent { reference, scope: Scope::Plan, meeting: None, user, base, opened, text })
    };
    portal.away(act).await
}

/// Takes an envelope from a meeting's page, in the same way.
pub async fn meeting(
    State(portal): State<Arc<Portal>>,
    SignedIn(user): SignedIn,
    Path((reference, meeting)): Path<(String, String)>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Refusal> {
    let (base, text) = (follows(&headers)?, body.map_err(|rejection| unread(&rejection))?);
    let opened = quoted(headers.get(&OPENED)).unwrap_or(base);
    let act = move |portal: &Portal| {
        let (reference, text, meeting) = (reference.as_str(), &text[..], RowId::new(&meeting));
        accept(portal, &Sent { reference, scope: Scope::Meeting, meeting, user, base, opened, text })
    };
    portal.away(act).await
}

/// The version in `If-Match: "3"`.
///
/// # Errors
/// That there is none.
pub fn follows(headers: &HeaderMap) -> Result<u32, Refusal> {
    quoted(headers.get(header::IF_MATCH)).ok_or_else(|| {
        Refusal::new(StatusCode::PRECONDITION_REQUIRED, "The request does not say which version it follows.")
    })
}

fn quoted(written: Option<&HeaderValue>) -> Option<u32> {
    written?.to_str().ok()?.strip_prefix('"')?.strip_suffix('"')?.parse().ok()
}

/// Why a body was not read.
pub fn unread(rejection: &BytesRejection) -> Refusal {
    match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            let most = LARGEST / (1024 * 1024);
            Refusal::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                &format!("This is larger than {most} MB, so we did not read it."),
            )
        }
        status => Refusal::new(status, "What was sent did not arrive whole. Send it again."),
    }
}

fn accept(portal: &Portal, sent: &Sent<'_>) -> Result<Response, Refusal> {
    let plan = portal.store.plan(sent.reference)?.ok_or_else(Refusal::not_found)?;
    let protocol = protocol::of(&plan.protocol).map_err(Refusal::broken)?;
    let mut envelope = checked(portal, sent, &protocol)?;
    let meeting = meeting_of(&envelope, sent.scope, sent.meeting.as_ref());
    let meeting = meeting.map(RowId::to_string).unwrap_or_default();
    let said = take_feedback(&mut envelope, sent, &meeting);
    let new = version(&envelope, sent, meeting)?;
    for _ in 0..TRIES {
        let laid = lay(portal, sent.reference, (sent.base, sent.opened), &envelope.record, sent.scope)?;
        if is_repeated(&laid.latest, &new, sent.base) {
            return Ok(receipt(StatusCode::OK, &laid.latest, &laid));
        }
        if laid.undoes {
            return Err(stale(sent, &laid, &new));
        }
        if envelope.kind.is(EnvelopeKind::Submission) {
            let meeting = meeting_of(&envelope, sent.scope, sent.meeting.as_ref());
            still_finished(&laid.record, &protocol, (sent.scope, meeting), portal.today())?;
        }
        let (reference, user) = (sent.reference, sent.user);
        let storing = Storing { portal, reference, user, before: &laid.here, after: &laid.record };
        refuse(UNTRUE, storing.untrue()?)?;
        let new = Version { number: laid.latest.number + 1, record: write_text(&laid.record), ..new.clone() };
        if let Put::Stored = portal.store.put(reference, &new, &said, &storing.over())? {
            return Ok(receipt(StatusCode::CREATED, &new, &laid));
        }
    }
    Err(Refusal::broken("Others stored versions of a plan as often as this one was tried."))
}

/// The envelope, where nothing in it is to be refused by itself.
fn checked(portal: &Portal, sent: &Sent<'_>, protocol: &Protocol) -> Result<Envelope, Refusal> {
    let asked = Asked {
        reference: sent.reference,
        scope: sent.scope,
        meeting: sent.meeting.as_ref(),
        user: sent.user,
        protocol,
        stamps: &protocol::stamps(protocol),
        today: portal.today(),
        set_aside: &set_aside(&portal.store.set_aside(sent.reference)?),
    };
    check(sent.text, &asked)
}

/// The rules that stored versions set aside.
fn set_aside(lists: &[String]) -> Vec<Override> {
    let rows = |list: &String| read_text(&format!("{{\"overrides\":{list}}}")).record.overrides;
    lists.iter().flat_map(rows).collect()
}

/// What people thought of the meeting leaves the record here, and is kept apart. The ids of rows are
/// left behind: they tell in which sitting a row was typed.
fn take_feedback(envelope: &mut Envelope, sent: &Sent<'_>, meeting: &str) -> Vec<Feedback> {
    envelope.carried.retain(|(key, _)| key != Record::feedback.key);
    envelope.record.carried_mut().retain(|(key, _)| key != Record::feedback.key);
    let rows = std::mem::take(&mut envelope.record.feedback);
    let kept = rows.into_iter().map(|row| Feedback {
        reference: sent.reference.to_owned(),
        row: hash(row.id.as_str().as_bytes()),
        meeting: row.meeting.id().map_or(meeting, RowId::as_str).to_owned(),
        answers: feedback_text(&Record {
            feedback: vec![Said { id: RowId::default(), meeting: Link::default(), ..row }],
            ..Record::default()
        }),
    });
    kept.collect()
}

/// The version to be stored, but for its record and its number. What was sent is kept letter for letter, unless feedback was in it.
fn version(envelope: &Envelope, sent: &Sent<'_>, meeting: String) -> Result<Version, Refusal> {
    let text = String::from_utf8_lossy(sent.text);
    let received =
        if text.contains("\"feedback\"") { envelope.write().to_string() } else { text.into_owned() };
    Ok(Version {
        number: 0,
        kind: envelope.kind.get().map(EnvelopeKind::code).unwrap_or_default().to_owned(),
        record: String::new(),
        received,
        hash: hash(sent.text),
        receipt: secret::<8>().ok_or_else(|| Refusal::broken("This machine gives no random numbers."))?,
        by_name: sent.user.name.to_owned(),
        by_role: sent.user.role.to_owned(),
        at: now(),
        document: sent.scope.code().to_owned(),
        meeting,
    })
}

/// Whether the same person sent the same text before: the answer to it was lost on the way.
fn is_repeated(theirs: &Version, new: &Version, base: u32) -> bool {
    theirs.number > base && (&theirs.hash, &theirs.by_name) == (&new.hash, &new.by_name)
}

/// The receipt. Of a meeting it says what its page is called, for a form may have gone on to the next one.
fn receipt(status: StatusCode, version: &Version, laid: &Laid) -> Response {
    let Version { receipt, at, hash, number, meeting, .. } = version;
    let title = RowId::new(meeting).and_then(|id| laid.record.meeting(&id)).map(meeting_pages::title);
    let body = json!({
        "id": receipt, "at": at, "hash": hash, "version": number, "meeting": meeting, "leftOut": laid.left_out, "title": title,
    });
    let mut response = json_answer(status, &body);
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{number}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// Both versions, and what they say differently where this document answers. Nothing is decided here:
/// the person does.
fn stale(sent: &Sent<'_>, laid: &Laid, new: &Version) -> Refusal {
    let theirs = &laid.latest;
    let differences = difference::between(&laid.record, &laid.here);
    let differences: Vec<_> = differences.iter().map(difference::Difference::json).collect();
    let page = format!("/plans/{}/versions/{}", sent.reference, theirs.number);
    let who = |version: &Version| json!({ "name": version.by_name, "role": version.by_role });
    Refusal::Stale(json!({
        "message": format!(
            "{} ({}) sent version {} while you were writing. Nothing was overwritten, and nothing you typed is lost.",
            theirs.by_name, theirs.by_role, theirs.number,
        ),
        "errors": [],
        "conflict": {
            "yours": { "after": sent.base, "by": who(new), "kind": new.kind },
            "theirs": {
                "version": theirs.number, "by": who(theirs), "at": theirs.at, "kind": theirs.kind, "page": page,
            },
            "differences": differences,
        },
    }))
}
