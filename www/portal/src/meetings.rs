//! The meetings of a planning file: the list, and each meeting's page with the element.
//!
//! A meeting's record is part of the plan's record: one document, one row of versions, one check of
//! who was first. Only the element differs, and what the portal's check asks of it.

use crate::plans::{draft_key, given, latest, of_latest, record, record_of};
use crate::portal::Portal;
use crate::refusal::{Refusal, json_answer};
use crate::sign_in::SignedIn;
use crate::store::{Plan, Request, Version};
use crate::{meeting_pages, protocol};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use maud::Markup;
use serde_json::Value;
use std::sync::Arc;
use team_around::calendar::{Calendar, Nation, civil_date};
use team_around::protocol::timescales::{distribution_of, made_a_plan};
use team_around::protocol::{Protocol, Scope, Terms};
use team_around::record::meeting::{Meeting, MeetingStatus};
use team_around::record::{Choice, Day, Link, Record, RowId, Text};
use team_around::wire::{Author, Envelope, EnvelopeKind, Made, read_text, write_record};

type Shared = State<Arc<Portal>>;

/// What an address has in place of a meeting's id where the meeting that comes next is meant.
pub const NEXT: &str = "next";

/// How far a meeting has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It is being prepared.
    Prepared,
    /// It was held, and not everybody has the plan.
    Held,
    /// It was held, and everybody who is to have the plan has it.
    Sent,
    /// It did not take place, or too few came.
    Other(MeetingStatus),
}

/// A meeting as the list shows it.
pub struct Listed {
    /// Its row.
    pub meeting: Meeting,
    /// How far it has come.
    pub stands: Stands,
    /// The last day on which the plan goes out in time, where that is still to be done.
    pub send_by: Option<NaiveDate>,
}

/// The list, latest first.
pub async fn list(
    State(portal): Shared,
    SignedIn(user): SignedIn,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let act = move |portal: &Portal, plan: &Plan, version: &Version| {
        let protocol = protocol::of(&plan.protocol).map_err(Refusal::broken)?;
        let record = record_of(version);
        let meetings = listed(&record, &protocol, portal.today());
        let planned = record.meeting_ahead(portal.today()).is_some();
        Ok(meeting_pages::list(user, plan, &meetings, planned, portal.today()))
    };
    of_latest(&portal, reference, act).await
}

fn listed(record: &Record, protocol: &Protocol, today: NaiveDate) -> Vec<Listed> {
    let calendar = Calendar::built_in(Nation::EnglandAndWales);
    let terms = Terms { today, calendar: &calendar, protocol, meeting: None };
    let mut meetings: Vec<Listed> = record.meetings.iter().map(|row| one(record, row, &terms)).collect();
    meetings.sort_by_key(|listed| std::cmp::Reverse(listed.meeting.on.get()));
    meetings
}

fn one(record: &Record, meeting: &Meeting, terms: &Terms<'_>) -> Listed {
    let sending = distribution_of(record, meeting, terms).filter(|_| made_a_plan(meeting));
    let all_sent = sending.as_ref().is_some_and(|sending| sending.outstanding().next().is_none());
    let stands = match meeting.status.get() {
        Some(MeetingStatus::Held) if all_sent => Stands::Sent,
        Some(MeetingStatus::Held) => Stands::Held,
        Some(other @ (MeetingStatus::Cancelled | MeetingStatus::Inquorate)) => Stands::Other(other),
        _ => Stands::Prepared,
    };
    let open = sending.filter(|_| stands == Stands::Held);
    let send_by = open.and_then(|sending| sending.deadline.date());
    Listed { meeting: meeting.clone(), stands, send_by }
}

/// The page of one meeting. `next` leads to the meeting that comes next. Where none is planned it leads
/// to the list, which says so; where there is no meeting at all, the element begins one.
pub async fn page(
    State(portal): Shared,
    SignedIn(user): SignedIn,
    Path((reference, meeting)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let act = move |portal: &Portal| {
        let (plan, version) = latest(portal, &reference)?;
        let record = record_of(&version);
        if meeting == NEXT {
            let list = format!("/plans/{}/meetings", plan.reference);
            if let Some(next) = record.meeting_ahead(portal.today()) {
                return Ok(Redirect::to(&format!("{list}/{}", next.id)).into_response());
            }
            if !record.meetings.is_empty() {
                return Ok(Redirect::to(&list).into_response());
            }
            return Ok(meeting_pages::page(user, &plan, &version, None).into_response());
        }
        let row = row(&record, &meeting)?;
        Ok(meeting_pages::page(user, &plan, &version, Some(row)).into_response())
    };
    portal.away(act).await
}

/// The meeting with this id.
///
/// # Errors
/// That there is none.
pub fn row<'a>(record: &'a Record, id: &str) -> Result<&'a Meeting, Refusal> {
    RowId::new(id).and_then(|id| record.meeting(&id)).ok_or_else(Refusal::not_found)
}

/// What the page's script gives the element: beside what a plan's page has, the meeting, and the
/// version that stood before the meeting was first written up, to say what the meeting changed.
pub async fn data(
    State(portal): Shared,
    SignedIn(user): SignedIn,
    Path((reference, meeting)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let act = move |portal: &Portal| {
        let (plan, version) = latest(portal, &reference)?;
        let mut given = given(portal, user, &plan, &version);
        if meeting != NEXT {
            row(&record_of(&version), &meeting)?;
            given["meeting"] = Value::from(meeting.as_str());
            let asked = portal.store.requests(&plan.reference, &meeting)?;
            given["record"] = write_record(&with_awaited(record_of(&version), &asked, portal.today()));
            let before = portal.store.before(&plan.reference, &meeting)?;
            given["planBefore"] = record(before.as_ref().unwrap_or(&version));
        }
        given["draftKey"] =
            Value::from(draft_key(portal, user, &format!("{} meeting {meeting}", plan.reference))?);
        Ok(given)
    };
    Ok(json_answer(StatusCode::OK, &portal.away(act).await?))
}

/// The record with the day on which each agency was asked first, and with a report that is awaited from it, so that the form tells the
/// same as the list beside it. It is stored with what somebody saves next.
fn with_awaited(mut record: Record, asked: &[Request], today: NaiveDate) -> Record {
    for Request { meeting, agency, asked_on, .. } in asked.iter().filter(|request| request.opens(today)) {
        if let (Some(meeting), Some(agency), Some(day)) =
            (RowId::new(meeting), RowId::new(agency), civil_date(asked_on))
        {
            record.await_report(&meeting, &agency, day);
        }
    }
    record
}

/// A stored version as somebody else's copy of this meeting's record: what `contribute` takes, so
/// that two versions can be brought together.
pub async fn copy(
    State(portal): Shared,
    SignedIn(_): SignedIn,
    Path((reference, meeting, number)): Path<(String, String, u32)>,
) -> Result<Response, Refusal> {
    let act = move |portal: &Portal| {
        let version = portal.store.version(&reference, number)?.ok_or_else(Refusal::not_found)?;
        let copy = copy_of(&version);
        let id = row(&copy.record, &meeting)?.id.clone();
        Ok(Envelope { meeting: Link::to(&id), ..copy }.write())
    };
    Ok(json_answer(StatusCode::OK, &portal.away(act).await?))
}

fn copy_of(version: &Version) -> Envelope {
    let day = version.at.split('T').next().and_then(|day| day.parse().ok());
    let text = |text: &str| Text::from(text);
    let by = Author { name: text(&version.by_name), role: text(&version.by_role), ..Author::default() };
    Envelope {
        kind: Choice::Given(EnvelopeKind::Draft),
        document: Choice::Given(Scope::Meeting),
        record: read_text(&version.record).record,
        made: Made { on: day.map_or(Day::Blank, Day::Given), by, ..Made::default() },
        ..Envelope::default()
    }
}
