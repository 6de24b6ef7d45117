//! What people thought of the meetings, for the manager: by meeting, without names, and as files.
//!
//! It is in no version of a plan: `submit.rs` takes it out of what was sent and keeps it in a table
//! of its own, without who sent it and when.

use crate::pages;
use crate::portal::Portal;
use crate::refusal::Refusal;
use crate::said;
use crate::sign_in::{SignedIn, User};
use crate::store::Feedback;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use std::collections::BTreeMap;
use std::sync::Arc;
use team_around::record::feedback::Feedback as Said;
use team_around::record::{Record, RowId, State as Answered};
use team_around::wire::{feedback_text, read_text};
use team_around::words::{Language, Words};

type Shared = State<Arc<Portal>>;

/// The feedback of each meeting: its plan, its id, and the rows.
type ByMeeting = BTreeMap<(String, String), Record>;

/// The page.
pub async fn page(State(portal): Shared, SignedIn(user): SignedIn) -> Result<Markup, Refusal> {
    only_the_manager(user)?;
    let meetings = portal.away(|portal| by_meeting(portal.store.feedback()?, portal)).await?;
    let main = html! {
        h1 { "Feedback on meetings" }
        p { "Nobody is named: what people said is kept apart from the plans, without who wrote it down or when." }
        @if meetings.is_empty() { p { "There is no feedback yet." } }
        @for ((reference, meeting), record) in &meetings {
            article {
                h2 { (title(reference, record)) }
                p { a href={ "/feedback/" (reference) "/" (meeting) "/feedback.json" } { "Download as a file" } }
                ol { @for row in &record.feedback { li { (one(row, record)) } } }
            }
        }
    };
    Ok(pages::page("Feedback on meetings", Some(user), &["/assets/sign_out.js"], &main))
}

/// The feedback on one meeting as a file.
pub async fn file(
    State(portal): Shared,
    SignedIn(user): SignedIn,
    Path(of): Path<(String, String)>,
) -> Result<Response, Refusal> {
    only_the_manager(user)?;
    let act = move |portal: &Portal| {
        by_meeting(portal.store.feedback()?, portal)?.remove(&of).ok_or_else(Refusal::not_found)
    };
    let text = feedback_text(&portal.away(act).await?);
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"team-around-feedback.json\""),
    ];
    Ok((headers, text).into_response())
}

fn only_the_manager(user: &User) -> Result<(), Refusal> {
    let sentence = "Only the manager reads what people thought of the meetings.";
    if user.reads_feedback() { Ok(()) } else { Err(Refusal::new(StatusCode::FORBIDDEN, sentence)) }
}

/// A record for each meeting with the meeting's row and its feedback, numbered anew.
fn by_meeting(kept: Vec<Feedback>, portal: &Portal) -> Result<ByMeeting, Refusal> {
    let mut meetings = ByMeeting::new();
    for Feedback { reference, meeting, answers, .. } in kept {
        let latest = portal.store.latest(&reference)?;
        let record = meetings.entry((reference, meeting.clone())).or_insert_with(|| {
            let meetings =
                latest.map(|version| read_text(&version.record).record.meetings).unwrap_or_default();
            Record {
                meetings: meetings.into_iter().filter(|row| row.id.as_str() == meeting).collect(),
                ..Record::default()
            }
        });
        for row in read_text(&answers).record.feedback {
            let id = RowId::new(&format!("f-{}", record.feedback.len() + 1)).unwrap_or_default();
            record.feedback.push(Said { id, ..row });
        }
    }
    Ok(meetings)
}

fn title(reference: &str, record: &Record) -> String {
    let day = record.meetings.first().and_then(|meeting| meeting.on.get());
    let day = day.map(|day| Words::of(Language::English).day(day));
    day.map_or_else(|| reference.to_owned(), |day| format!("{reference}, meeting of {day}"))
}

/// One person's answers, those that were given.
fn one(row: &Said, record: &Record) -> Markup {
    let mut given = Vec::new();
    record.each_answer(&mut |place, field, answer| {
        if place.home == "feedback"
            && place.row.as_ref() == Some(&row.id)
            && answer.state() != Answered::Blank
        {
            let label = Words::of(Language::English).label(&field.words_key()).to_owned();
            given.push((label, said::answer(place, answer, record)));
        }
    });
    html! { dl { @for (label, answer) in given { dt { (label) } dd { (answer) } } } }
}
