//! Asking agencies for their reports, from a meeting's page: who was asked, what came, and the links.
//!
//! A request holds what `reading::request` lets out of the record and nothing else. It waits behind
//! a link with a random token for one purpose: this report. The link is shown once, to be sent by
//! whatever way the council trusts; it is good until its last day, or until the chair closes it.

use crate::chance::{hash, secret};
use crate::meetings::row;
use crate::plans::{latest, record_of};
use crate::portal::Portal;
use crate::protocol;
use crate::refusal::{Refusal, json_answer};
use crate::said::moment;
use crate::sign_in::{SignedIn, User};
use crate::store::{Answer, Request};
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use std::sync::Arc;
use team_around::reading;
use team_around::record::professionals::{Agency, AgencyKind};
use team_around::record::report::{AgencyReport, ReportMode};
use team_around::record::{Day, Record, RowId};
use team_around::wire::{Author, Envelope, Made, merge_opened};
use team_around::words::{Language, Words};

type Shared = State<Arc<Portal>>;

/// How many days a link opens where nobody chooses otherwise.
pub const USUAL_DAYS: u64 = 14;
/// The most days that can be chosen.
pub const MOST_DAYS: u64 = 90;

/// Every agency but Children's Services, whose record this is, with what became of its report.
pub async fn list(
    State(portal): Shared,
    SignedIn(user): SignedIn,
    Path((reference, meeting)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let act = move |portal: &Portal| {
        let (plan, version) = latest(portal, &reference)?;
        let record = record_of(&version);
        let meeting = row(&record, &meeting)?.id.clone();
        let requests = portal.store.requests(&plan.reference, meeting.as_str())?;
        let others = record.agencies.iter().filter(|row| !row.kind.is(AgencyKind::ChildrensServices));
        let rows = others.map(|agency| {
            let asked = requests.iter().find(|request| request.agency == agency.id.as_str());
            agency_json(portal, (&record, &meeting), agency, asked)
        });
        Ok(json!({ "mayAsk": user.asks_agencies(), "agencies": rows.collect::<Result<Vec<_>, _>>()? }))
    };
    Ok(json_answer(StatusCode::OK, &portal.away(act).await?))
}

fn agency_json(
    portal: &Portal,
    (record, meeting): (&Record, &RowId),
    agency: &Agency,
    asked: Option<&Request>,
) -> Result<Value, Refusal> {
    let came = match asked {
        Some(asked) => came_through(portal, asked, record)?,
        None => None,
    };
    Ok(json!({
        "id": agency.id.as_str(),
        "name": agency.name.trim(),
        "request": asked.map(|asked| asked.id),
        "opens": asked.is_some_and(|asked| asked.opens(portal.today())),
        "asked": asked.map_or_else(|| by_file(record, meeting, agency), |asked| said(asked, portal.today())),
        "came": came.as_ref().map(|came| whose(came, record)),
        "inRecord": came.is_some_and(|came| is_in(&came, record)),
    }))
}

/// The report that is to be brought in next; the last one where all are in the record. Several come through one link
/// where it was given to another author.
fn came_through(portal: &Portal, asked: &Request, record: &Record) -> Result<Option<Answer>, Refusal> {
    let mut came = portal.store.answers(asked.id, "contribution")?;
    let Some(last) = came.len().checked_sub(1) else { return Ok(None) };
    // What was brought in last is known by its text; what came before it was brought in, or passed over.
    let from = came.iter().rposition(|came| is_in(came, record)).map_or(0, |at| (at + 1).min(last));
    let merges = |came: &Answer| merge_opened(record, &Envelope::read_text(&came.received)).is_ok();
    let next = (from..last).find(|at| came.get(*at).is_some_and(merges));
    Ok(Some(came.swap_remove(next.unwrap_or(last))))
}

/// What the record says of an agency that has no link: it may have been asked with a file.
fn by_file(record: &Record, meeting: &RowId, agency: &Agency) -> String {
    let of = |row: &&AgencyReport| row.meeting.id() == Some(meeting) && row.agency.id() == Some(&agency.id);
    let told = match record.reports.iter().find(of) {
        None => "Not asked.",
        Some(row) if row.mode.is(ReportMode::Awaited) => "Asked without a link. Its report is not here yet.",
        Some(_) => "Its report is in the record.",
    };
    told.to_owned()
}

fn said(asked: &Request, today: NaiveDate) -> String {
    let Request { by_name, by_role, asked_on, opens_until, .. } = asked;
    let until = match (asked.closed, asked.opens(today)) {
        (true, _) => "The link is closed.".to_owned(),
        (false, true) => format!("The link opens until {}.", moment(opens_until)),
        (false, false) => format!("The link opened until {}.", moment(opens_until)),
    };
    format!("Asked by {by_name}, {by_role}, {}. {until}", moment(asked_on))
}

/// Who wrote a report, in what role, and when it came.
fn whose(came: &Answer, record: &Record) -> String {
    let sent = Envelope::read_text(&came.received).envelope;
    let report = sent.record.reports.iter().find(|row| row.agency.id() == sent.agency.id());
    let author = report.map(|row| [row.author.trim(), row.author_role.trim()]).unwrap_or_default();
    let agency = sent.agency.id().and_then(|id| record.agency(id));
    let agency = agency.map_or("", |row| row.name.trim());
    let who: Vec<&str> = author.into_iter().chain([agency]).filter(|part| !part.is_empty()).collect();
    format!("Came from {}, {}.", who.join(", "), moment(&came.at))
}

fn is_in(came: &Answer, record: &Record) -> bool {
    merge_opened(record, &Envelope::read_text(&came.received)).is_ok_and(|merged| merged.already)
}

/// Makes a request, and answers with its link. A new link takes the place of the one before.
pub async fn ask(
    State(portal): Shared,
    SignedIn(user): SignedIn,
    Path((reference, meeting)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Refusal> {
    only_who_asks(user)?;
    let wanted: Value = serde_json::from_slice(&body).unwrap_or_default();
    let how = how(&wanted)?;
    let agency = wanted.get("agency").and_then(Value::as_str).and_then(RowId::new);
    let agency = agency.ok_or_else(|| Refusal::new(StatusCode::BAD_REQUEST, "Say which agency to ask."))?;
    let act = move |portal: &Portal| make(portal, user, (&reference, &meeting), &agency, &how);
    Ok(json_answer(StatusCode::CREATED, &portal.away(act).await?))
}

/// How a link is made.
struct How {
    days: u64,
    language: &'static str,
    empty: bool,
}

/// What was chosen for the link. What is not said is as usual; what cannot be is refused.
fn how(wanted: &Value) -> Result<How, Refusal> {
    let refuse = |sentence: &str| Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, sentence);
    let days = wanted.get("days").map_or(Some(USUAL_DAYS), Value::as_u64);
    let days = days.filter(|days| (1..=MOST_DAYS).contains(days));
    let days = days.ok_or_else(|| {
        refuse(&format!("A link opens for 1 to {MOST_DAYS} days. Give a whole number of days."))
    })?;
    let language = match wanted.get("language").map(Value::as_str) {
        None | Some(Some("en")) => "en",
        Some(Some("cy")) => "cy",
        _ => return Err(refuse("A link’s page begins in English or in Welsh. Choose one of them.")),
    };
    let empty = wanted.get("empty").map_or(Some(false), Value::as_bool);
    let empty = empty.ok_or_else(|| refuse("Say yes or no to a report that begins empty."))?;
    Ok(How { days, language, empty })
}

fn only_who_asks(user: &User) -> Result<(), Refusal> {
    let sentence = "The lead social worker and the chair ask agencies for their reports.";
    if user.asks_agencies() { Ok(()) } else { Err(Refusal::new(StatusCode::FORBIDDEN, sentence)) }
}

fn make(
    portal: &Portal,
    user: &User,
    (reference, meeting): (&str, &str),
    agency: &RowId,
    how: &How,
) -> Result<Value, Refusal> {
    let (plan, version) = latest(portal, reference)?;
    let record = record_of(&version);
    let meeting = &row(&record, meeting)?.id;
    let asked = reading::request(&record, meeting, agency).map_err(|refused| {
        let sentence = Words::of(Language::English).label(refused.words_key());
        Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, sentence)
    })?;
    let envelope = envelope(portal, user, &plan.protocol, Envelope::request(asked, meeting, agency))?;
    let none = || Refusal::broken("This machine gives no random numbers.");
    let token = secret::<32>().ok_or_else(none)?;
    let today = portal.today();
    let until = today.checked_add_days(Days::new(how.days)).unwrap_or(today);
    let new = Request {
        id: 0,
        reference: plan.reference,
        meeting: meeting.to_string(),
        agency: agency.to_string(),
        envelope: envelope.write().to_string(),
        by_name: user.name.to_owned(),
        by_role: user.role.to_owned(),
        asked_on: today.to_string(),
        opens_until: until.to_string(),
        closed: false,
        answers: 0,
        language: how.language.to_owned(),
        author: secret::<12>().ok_or_else(none)?,
        empty: how.empty,
    };
    portal.store.ask(&hash(token.as_bytes()), &new)?;
    Ok(json!({ "link": format!("/report/{token}"), "until": moment(&new.opens_until) }))
}

/// The request with who asks, when, and the packs that the report will be checked with.
fn envelope(portal: &Portal, user: &User, packs: &str, request: Envelope) -> Result<Envelope, Refusal> {
    let protocol = protocol::of(packs).map_err(Refusal::broken)?;
    let by = Author {
        name: user.name.into(),
        role: user.role.into(),
        agency: user.agency.into(),
        ..Author::default()
    };
    let made = Made { on: Day::Given(portal.today()), by, ..Made::default() };
    Ok(Envelope { protocol: protocol::stamps(&protocol), made, ..request })
}

/// Closes a request: its link opens nothing from now on. What came through it stays.
pub async fn close(
    State(portal): Shared,
    SignedIn(user): SignedIn,
    Path((reference, id)): Path<(String, i64)>,
) -> Result<Response, Refusal> {
    only_who_asks(user)?;
    let closed = portal.away(move |portal| Ok(portal.store.close(&reference, id)?)).await?;
    if closed { Ok(StatusCode::NO_CONTENT.into_response()) } else { Err(Refusal::not_found()) }
}

/// The report that came through a request's link, as it came: the element merges it.
pub async fn contribution(
    State(portal): Shared,
    SignedIn(_): SignedIn,
    Path((reference, id)): Path<(String, i64)>,
) -> Result<Response, Refusal> {
    let act = move |portal: &Portal| {
        let asked = portal.store.request(&reference, id)?.ok_or_else(Refusal::not_found)?;
        let (_, version) = latest(portal, &reference)?;
        came_through(portal, &asked, &record_of(&version))?.ok_or_else(Refusal::not_found)
    };
    let came = portal.away(act).await?;
    Ok(([(header::CONTENT_TYPE, "application/json")], came.received).into_response())
}
