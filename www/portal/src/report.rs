//! What opens behind the link of a request: the report's element, and nothing else of the record.
//!
//! Nobody signs in here. Whoever has the link may read what the agency was sent, write the report,
//! and come back to it until the link's last day or until the chair closes it. A link that is
//! unknown, expired or closed is answered in one way, so that nobody learns which it is.
//!
//! The token is 256 random bits, so it is not found by trying. How often an address may be asked is
//! for the council's own front to limit, and its log should leave out what follows `/report/`.

use crate::chance::{hash, secret};
use crate::check::check_report;
use crate::headers::UNLISTED;
use crate::portal::{Portal, now};
use crate::refusal::{Refusal, json_answer};
use crate::report_page::Sent;
use crate::store::{Answer, Kept, Request};
use crate::{protocol, report_page, submit};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::sync::Arc;
use team_around::protocol::Scope;
use team_around::record::report::{AgencyReport, ReportedProgress};
use team_around::record::{CodeSet, Record, RowId};
use team_around::wire::{Envelope, EnvelopeKind, only_what_it_answers_for};

type Shared = State<Arc<Portal>>;

/// The page with the element.
pub async fn page(State(portal): Shared, Path(token): Path<String>) -> Result<Response, Refusal> {
    let Some((_, asked)) = opened(&portal, token).await? else { return Ok(nothing()) };
    let page = portal.away(move |portal| Ok(report_page::page(&asked, sent(portal, &asked)?.as_ref())));
    Ok(([UNLISTED], page.await?).into_response())
}

/// The page for a request that came as a file: nothing of it comes here.
pub async fn by_file() -> Response {
    ([UNLISTED], report_page::by_file()).into_response()
}

/// What was sent through a link, as whoever has it now may know.
fn sent(portal: &Portal, asked: &Request) -> Result<Option<Sent>, Refusal> {
    let contribution = EnvelopeKind::Contribution.code();
    let Some(answer) = portal.store.begun(asked.id, Some(contribution))? else { return Ok(None) };
    let last = portal.store.begun(asked.id, None)?;
    Ok(Some(Sent { at: answer.at, is_shown: last.is_some_and(|last| last.kind == contribution) }))
}

/// What the page's script gives the element: the request's envelope as it was made, or what the
/// author wrote last.
pub async fn data(State(portal): Shared, Path(token): Path<String>) -> Result<Response, Refusal> {
    let Some((_, asked)) = opened(&portal, token).await? else { return Ok(nothing()) };
    let given = portal.away(move |portal| given(portal, &asked)).await?;
    Ok(([UNLISTED], json_answer(StatusCode::OK, &given)).into_response())
}

fn given(portal: &Portal, asked: &Request) -> Result<Value, Refusal> {
    let packs = portal.store.plan(&asked.reference)?.ok_or_else(Refusal::not_found)?.protocol;
    Ok(json!({
        "answers": asked.answers,
        "record": begun(asked, portal.store.begun(asked.id, None)?.as_ref()).write(),
        "protocol": packs.split_whitespace().collect::<Vec<_>>(),
        "today": portal.today().to_string(),
        "meeting": asked.meeting,
        "agency": asked.agency,
        // Two links are two people, also on one device: neither is shown what the other left there.
        "user": { "id": format!("report-{}-{}", asked.id, asked.author) },
    }))
}

/// The request as it was made last, with what its author wrote.
fn begun(asked: &Request, written: Option<&Answer>) -> Envelope {
    let request = Envelope::read_text(&asked.envelope).envelope;
    let Some(written) = written else { return request };
    let written = Envelope::read_text(&written.received).envelope;
    let mut record = only_what_it_answers_for(&request.record, &written.record, Scope::Report);
    record.reported_progress.extend(new_outcomes(&request.record, &written.record));
    Envelope { record, ..written }
}

/// The prepared rows of outcomes that the author has not seen yet.
fn new_outcomes(request: &Record, written: &Record) -> Vec<ReportedProgress> {
    let known = |id: &RowId| written.plan.outcomes.iter().any(|row| row.id == *id);
    let there = |row: &&ReportedProgress| {
        row.report.id().is_some_and(|id| written.reports.iter().any(|own| own.id == *id))
    };
    let new = |row: &&ReportedProgress| row.outcome.id().is_some_and(|id| !known(id));
    request.reported_progress.iter().filter(there).filter(new).cloned().collect()
}

/// Takes what the author saves or sends. `If-Match` names the answer that the page was opened with,
/// so that two people with one link do not overwrite each other.
pub async fn answer(
    State(portal): Shared,
    Path(token): Path<String>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Refusal> {
    let Some((token_hash, asked)) = opened(&portal, token).await? else { return Ok(nothing()) };
    let (follows, text) = (submit::follows(&headers)?, body.map_err(|rejection| submit::unread(&rejection))?);
    portal.away(move |portal| accept(portal, &token_hash, &asked, follows, &text)).await
}

fn accept(
    portal: &Portal,
    token_hash: &str,
    asked: &Request,
    follows: u32,
    text: &[u8],
) -> Result<Response, Refusal> {
    let plan = portal.store.plan(&asked.reference)?.ok_or_else(Refusal::not_found)?;
    let protocol = protocol::of(&plan.protocol).map_err(Refusal::broken)?;
    let envelope = check_report(text, &protocol, portal.today())?;
    is_what_was_asked(&envelope, asked)?;
    let new = Answer {
        kind: envelope.kind.get().map(EnvelopeKind::code).unwrap_or_default().to_owned(),
        received: String::from_utf8_lossy(text).into_owned(),
        at: now(),
    };
    let id = secret::<8>().ok_or_else(|| Refusal::broken("This machine gives no random numbers."))?;
    match portal.store.take_answer(token_hash, portal.today(), follows, &new)? {
        Kept::Stored(number) => {
            let receipt = json!({ "id": id, "at": new.at, "hash": hash(text), "answers": number });
            Ok(json_answer(StatusCode::CREATED, &receipt))
        }
        Kept::Stale => Err(Refusal::new(
            StatusCode::CONFLICT,
            "Somebody else has written through this link since you opened it. Save yours as a file and load this page again. Then you can open your file here.",
        )),
        Kept::Shut => Ok(nothing()),
    }
}

/// The agency and the meeting are those of the request, whoever wrote the file.
fn is_what_was_asked(envelope: &Envelope, asked: &Request) -> Result<(), Refusal> {
    let agency = envelope.agency.id().is_some_and(|id| id.as_str() == asked.agency);
    let meeting = envelope.meeting.id().is_some_and(|id| id.as_str() == asked.meeting);
    if !agency || !meeting {
        return Err(Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "This report is for another request. Open the link that you were sent, and write it there.",
        ));
    }
    let is_own = |row: &AgencyReport| row.agency == envelope.agency && row.meeting == envelope.meeting;
    let refuse = |sentence: &str| Err(Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, sentence));
    if !envelope.record.reports.iter().any(is_own) {
        return refuse("There is no report of your agency in this. Write it in the form behind your link.");
    }
    if !envelope.record.reports.iter().all(is_own) {
        return refuse(
            "There is another agency’s report in this. Load this page again, and write yours there.",
        );
    }
    Ok(())
}

/// The hash of the token, and what it opens today.
async fn opened(portal: &Arc<Portal>, token: String) -> Result<Option<(String, Request)>, Refusal> {
    let act = move |portal: &Portal| {
        let token_hash = hash(token.as_bytes());
        let asked = portal.store.opened(&token_hash, portal.today())?;
        Ok(asked.map(|asked| (token_hash, asked)))
    };
    portal.away(act).await
}

/// The one answer to a link that opens nothing.
fn nothing() -> Response {
    (StatusCode::NOT_FOUND, [UNLISTED], report_page::nothing()).into_response()
}
