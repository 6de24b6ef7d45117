//! What readers of the family said of their copies, on the plan's page, for whoever leads the plan.
//!
//! A comment stands beside the plan and changes nothing in it: what follows from it is for people to decide.
//! It says of which part of whose copy it speaks, and when it came, and can be marked as read.

use crate::portal::{Portal, now};
use crate::refusal::Refusal;
use crate::said::moment;
use crate::sign_in::{SignedIn, User};
use crate::store::Comment;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use maud::{Markup, html};
use std::sync::Arc;
use team_around::record::{Record, RowId};
use team_around::words::{Language, Words};

/// How many comments on a plan's copies nobody has read, for whoever reads them.
///
/// # Errors
/// When SQLite fails.
pub fn unread(portal: &Portal, user: &User, reference: &str) -> Result<usize, Refusal> {
    if !user.hands_out_copies() {
        return Ok(0);
    }
    Ok(portal.store.comments(reference)?.iter().filter(|comment| comment.read_by.is_empty()).count())
}

/// The comments on a plan's copies; nothing where there are none, or for whoever does not read them.
///
/// # Errors
/// When SQLite fails.
pub fn section(portal: &Portal, user: &User, reference: &str, record: &Record) -> Result<Markup, Refusal> {
    let comments = if user.hands_out_copies() { portal.store.comments(reference)? } else { Vec::new() };
    let (read, new): (Vec<_>, Vec<_>) = comments.iter().partition(|comment| !comment.read_by.is_empty());
    Ok(html! {
        @if !comments.is_empty() {
            section #comments aria-labelledby="comments-title" {
                h2 #comments-title { "What the family says of its copies" }
                p { "The plan is not changed by this. Talk it over with whoever wrote it, and write down what follows." }
                p #comments-problem role="alert" {}
                @if new.is_empty() { p { "Everything is read." } }
                ul { @for comment in &new { (one(comment, reference, record)) } }
                @if !read.is_empty() {
                    details {
                        summary { "Read already: " (read.len()) }
                        ul { @for comment in &read { (one(comment, reference, record)) } }
                    }
                }
            }
        }
    })
}

fn one(comment: &Comment, reference: &str, record: &Record) -> Markup {
    let Comment { id, said, at, read_by, read_at, .. } = comment;
    let reader = RowId::new(&comment.reader).map(|id| record.name_of(&id).to_owned()).unwrap_or_default();
    let reader = if reader.is_empty() { "Somebody who is not in the plan any more" } else { reader.as_str() };
    let words = Words::of(Language::English);
    let kind = words.label(if comment.kind == "wrong" { "family.wrong" } else { "family.add" });
    html! {
        li {
            p {
                strong { (kind) } ", on “" (heading(&comment.part, record)) "” in the copy for " (reader) ". "
                time datetime=(at) { (moment(at)) }
            }
            blockquote dir="auto" { (said) }
            @if read_by.is_empty() {
                p {
                    button.mark-read type="button" value={ "/plans/" (reference) "/comments/" (id) "/read" }
                        aria-label={ "Mark as read: " (reader) ", " (heading(&comment.part, record)) } { "Mark as read" }
                }
            } @else {
                p { "Read by " (read_by) ", " (moment(read_at)) }
            }
        }
    }
}

/// The heading under which the reader read it, as it stands in an adult's copy.
fn heading(part: &str, record: &Record) -> String {
    let words = Words::of(Language::English);
    if part != "voice" {
        return words.label(&format!("family.question.{part}")).to_owned();
    }
    let called = record.children.iter().map(|child| {
        let liked = child.preferred_name.trim();
        if liked.is_empty() { child.name.trim() } else { liked }
    });
    let names = called.collect::<Vec<_>>().join(", ");
    words.fill("family.question.voice.other", &[("names", &names)])
}

/// Marks a comment as read, in the name of whoever is signed in.
pub async fn mark_read(
    State(portal): State<Arc<Portal>>,
    SignedIn(user): SignedIn,
    Path((reference, id)): Path<(String, i64)>,
) -> Result<StatusCode, Refusal> {
    if !user.hands_out_copies() {
        let sentence = "The lead social worker and the chair read what the family says.";
        return Err(Refusal::new(StatusCode::FORBIDDEN, sentence));
    }
    let act = move |portal: &Portal| Ok(portal.store.mark_read(&reference, id, user.name, &now())?);
    if portal.away(act).await? { Ok(StatusCode::NO_CONTENT) } else { Err(Refusal::not_found()) }
}
