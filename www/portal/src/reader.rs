//! What opens behind a copy's link: the copy that its one reader was given, and nothing else.
//!
//! Nobody signs in here, no cookie is read or set, and nothing is kept by the browser. The page holds the
//! element alone, which asks for the copy once; without scripts the same copy is a page of its own. What
//! the reader says of it comes back as comments, and never changes the plan.
//!
//! A link that is unknown, over, revoked or replaced is answered in one way at each of its addresses, so
//! that nobody learns whether there ever was one. The token is 256 random bits, so it is not found by
//! trying. How often an address may be asked is for the council's own front to limit, and its log should
//! leave out what follows `/read/`.

use crate::chance::hash;
use crate::headers::UNLISTED;
use crate::portal::{Portal, now};
use crate::reader_page::{self, plain_policy};
use crate::refusal::Refusal;
use crate::store::{Comment, FamilyLink, Heard};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use serde_json::Value;
use std::sync::Arc;
use team_around::calendar::civil_date;
use team_around::reading::family::{FamilyCopy, readable};

type Shared = State<Arc<Portal>>;

/// The most comments that come through one link.
pub const MOST_COMMENTS: u32 = 30;
/// The longest comment, in letters: as many as the element's box takes.
pub const LONGEST_COMMENT: usize = 5000;
/// The longest body of a comment that is read, in bytes.
const LONGEST_BODY: usize = 6 * LONGEST_COMMENT;

/// The page with the element. That somebody asks for it is not kept: programs that show a preview of a
/// message do, and nobody has read the copy then.
pub async fn page(State(portal): Shared, Path(token): Path<String>) -> Result<Response, Refusal> {
    let act = move |portal: &Portal| {
        let link = portal.store.family_link(&hash(token.as_bytes()), portal.today())?;
        let opened = link.and_then(|link| Some((copy_in(&link, portal)?, civil_date(&link.opens_until))));
        Ok(match opened {
            Some((copy, until)) => {
                ([UNLISTED], reader_page::page(&copy, &token, until, portal.today())).into_response()
            }
            None => nothing(),
        })
    };
    portal.away(act).await
}

/// The copy as the element takes it.
pub async fn copy(State(portal): Shared, Path(token): Path<String>) -> Result<Response, Refusal> {
    let Some((link, _)) = given(&portal, token).await? else { return Ok(nothing()) };
    Ok(([UNLISTED], [(header::CONTENT_TYPE, "application/json")], link.released).into_response())
}

/// The copy as a page without a script.
pub async fn plain(State(portal): Shared, Path(token): Path<String>) -> Result<Response, Refusal> {
    let Some((_, copy)) = given(&portal, token).await? else { return Ok(nothing()) };
    let policy = [(header::CONTENT_SECURITY_POLICY, plain_policy())];
    Ok(([UNLISTED], policy, Html(reader_page::plain(&copy))).into_response())
}

/// The link that a token opens today, and its copy: it has been opened now.
async fn given(portal: &Arc<Portal>, token: String) -> Result<Option<(FamilyLink, FamilyCopy)>, Refusal> {
    let act = move |portal: &Portal| {
        let link = portal.store.open_family_link(&hash(token.as_bytes()), portal.today(), &now())?;
        Ok(link.and_then(|link| copy_in(&link, portal).map(|copy| (link, copy))))
    };
    portal.away(act).await
}

/// The copy behind a link, where it is one that was approved and whose time is not over.
fn copy_in(link: &FamilyLink, portal: &Portal) -> Option<FamilyCopy> {
    readable(&link.released, portal.today()).ok()
}

/// Takes what the reader says of one part of the copy.
pub async fn comment(
    State(portal): Shared,
    Path(token): Path<String>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Refusal> {
    let body = body.unwrap_or_default();
    let act = move |portal: &Portal| {
        let (token_hash, today) = (hash(token.as_bytes()), portal.today());
        let link = portal.store.family_link(&token_hash, today)?;
        let Some(copy) = link.and_then(|link| copy_in(&link, portal)) else { return Ok(nothing()) };
        let new = read(&body, &copy)?;
        Ok(match portal.store.hear(&token_hash, today, MOST_COMMENTS, &new)? {
            Heard::Kept => (StatusCode::NO_CONTENT, [UNLISTED]).into_response(),
            Heard::Full => Refusal::new(
                StatusCode::TOO_MANY_REQUESTS,
                "This page takes no more comments. Ring somebody who is named on it.",
            )
            .into_response(),
            Heard::Shut => nothing(),
        })
    };
    portal.away(act).await
}

/// A comment: on a part that this copy has, of one of two kinds, with something in it.
fn read(body: &[u8], copy: &FamilyCopy) -> Result<Comment, Refusal> {
    let refuse = |sentence: &str| Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, sentence);
    if body.len() > LONGEST_BODY {
        return Err(Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "This is too long. Write less, or ring."));
    }
    let sent: Value = serde_json::from_slice(body).unwrap_or_default();
    let text = |key: &str| sent.get(key).and_then(Value::as_str).unwrap_or_default().trim().to_owned();
    let (part, kind, said) = (text("part"), text("kind"), text("text"));
    if !copy.parts.iter().any(|of| of.heading.code() == part) || !["wrong", "add"].contains(&kind.as_str()) {
        return Err(refuse("This does not say which part of the copy it is about."));
    }
    match said.chars().count() {
        0 => Err(refuse("There is nothing in this comment.")),
        letters if letters > LONGEST_COMMENT => {
            Err(refuse(&format!("A comment has up to {LONGEST_COMMENT} letters. Write less, or ring.")))
        }
        _ => Ok(Comment {
            id: 0,
            reader: String::new(),
            part,
            kind,
            said,
            at: now(),
            read_by: String::new(),
            read_at: String::new(),
        }),
    }
}

/// The one answer to a link that opens nothing.
fn nothing() -> Response {
    (StatusCode::NOT_FOUND, [UNLISTED], reader_page::nothing()).into_response()
}
