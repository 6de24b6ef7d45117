//! What the element sends: checked, compared with what is stored, kept, and answered with a receipt.

use crate::chance::{hash, secret};
use crate::check::{Asked, check};
use crate::difference;
use crate::portal::{Portal, now};
use crate::protocol;
use crate::refusal::{Refusal, json_answer};
use crate::sign_in::{SignedIn, User};
use crate::store::{Put, Version};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::json;
use std::sync::Arc;
use team_around::record::signoff::Override;
use team_around::record::{CodeSet, Record};
use team_around::wire::{Envelope, EnvelopeKind, limits, read_text};

/// The longest body that is read, in bytes.
pub const LARGEST: usize = limits::BYTES;

/// What was sent, by whom, to which plan, after which version.
struct Sent<'a> {
    reference: &'a str,
    user: &'a User,
    base: u32,
    text: &'a [u8],
}

/// Takes an envelope. `If-Match` names the version that the page was opened with.
pub async fn submit(
    State(portal): State<Arc<Portal>>,
    SignedIn(user): SignedIn,
    Path(reference): Path<String>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Refusal> {
    let base = base(&headers)?;
    let text = body.map_err(|rejection| unread(&rejection))?;
    portal.away(move |portal| accept(portal, &Sent { reference: &reference, user, base, text: &text })).await
}

/// The version in `If-Match: "3"`.
fn base(headers: &HeaderMap) -> Result<u32, Refusal> {
    let written = headers.get(header::IF_MATCH).and_then(|written| written.to_str().ok());
    let number = written.and_then(|written| written.strip_prefix('"')?.strip_suffix('"')?.parse().ok());
    number.ok_or_else(|| {
        Refusal::new(StatusCode::PRECONDITION_REQUIRED, "The request does not say which version it follows.")
    })
}

fn unread(rejection: &BytesRejection) -> Refusal {
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
    let envelope = check(
        sent.text,
        &Asked {
            reference: sent.reference,
            user: sent.user,
            protocol: &protocol,
            stamps: &protocol::stamps(&protocol),
            today: portal.today(),
            set_aside: &set_aside(&portal.store.set_aside(sent.reference)?),
        },
    )?;
    let new = version(&envelope, sent)?;
    match portal.store.put(sent.reference, &new)? {
        Put::Stored => Ok(receipt(StatusCode::CREATED, &new)),
        Put::Stale(theirs) if is_repeated(&theirs, &new) => Ok(receipt(StatusCode::OK, &theirs)),
        Put::Stale(theirs) => Err(stale(&envelope.record, &new, &theirs)),
    }
}

/// The rules that stored versions set aside.
fn set_aside(lists: &[String]) -> Vec<Override> {
    let rows = |list: &String| read_text(&format!("{{\"overrides\":{list}}}")).record.overrides;
    lists.iter().flat_map(rows).collect()
}

fn version(envelope: &Envelope, sent: &Sent<'_>) -> Result<Version, Refusal> {
    Ok(Version {
        number: sent.base.saturating_add(1),
        kind: envelope.kind.get().map(EnvelopeKind::code).unwrap_or_default().to_owned(),
        record: whole(&envelope.record)?,
        received: String::from_utf8_lossy(sent.text).into_owned(),
        hash: hash(sent.text),
        receipt: secret::<8>().ok_or_else(|| Refusal::broken("This machine gives no random numbers."))?,
        by_name: sent.user.name.to_owned(),
        by_role: sent.user.role.to_owned(),
        at: now(),
    })
}

/// The record as it is stored: with the feedback, which the element hands over beside it.
fn whole(record: &Record) -> Result<String, Refusal> {
    serde_json::to_string(record).map_err(|_| Refusal::broken("The record could not be written."))
}

/// Whether the same person sent the same text before: the answer to it was lost on the way.
fn is_repeated(theirs: &Version, new: &Version) -> bool {
    (&theirs.hash, &theirs.by_name, theirs.number) == (&new.hash, &new.by_name, new.number)
}

fn receipt(status: StatusCode, version: &Version) -> Response {
    let Version { receipt, at, hash, number, .. } = version;
    let mut response =
        json_answer(status, &json!({ "id": receipt, "at": at, "hash": hash, "version": number }));
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{number}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// Both versions, and what they say differently. Nothing is decided here: the person does.
fn stale(yours: &Record, new: &Version, theirs: &Version) -> Refusal {
    let differences = difference::between(yours, &read_text(&theirs.record).record);
    let differences: Vec<_> = differences.iter().map(difference::Difference::json).collect();
    let who = |version: &Version| json!({ "name": version.by_name, "role": version.by_role });
    Refusal::Stale(json!({
        "message": format!(
            "{} ({}) sent version {} while you were writing. Nothing was overwritten, and nothing you typed is lost.",
            theirs.by_name, theirs.by_role, theirs.number,
        ),
        "errors": [],
        "conflict": {
            "yours": { "after": new.number - 1, "by": who(new), "kind": new.kind },
            "theirs": { "version": theirs.number, "by": who(theirs), "at": theirs.at, "kind": theirs.kind },
            "differences": differences,
        },
    }))
}
