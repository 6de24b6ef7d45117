//! A stand-in for the council's own sign-in: five invented people, and no password.
//!
//! What to keep when you put your own in its place: the session is a random secret in a cookie that
//! scripts cannot read (`HttpOnly`) and other sites do not send (`SameSite=Strict`; add `Secure` once
//! there is HTTPS), the database holds only its hash, and it ends after a working day, or
//! after half an hour in which its browser asked for nothing.
//!
//! What this portal does not do and yours must: decide *which* plans a user may open, and who may see
//! the answers whose audience is `restricted` (addresses, safe contact). Here everybody may.

use crate::chance::{hash, secret};
use crate::pages;
use crate::portal::Portal;
use crate::refusal::Refusal;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::Utc;
use maud::Markup;
use serde_json::{Value, json};
use std::sync::Arc;

/// A user, as the element's `user` property has them.
#[derive(Debug, PartialEq, Eq)]
pub struct User {
    /// The portal's id.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// Role.
    pub role: &'static str,
    /// Agency.
    pub agency: &'static str,
    /// Their part in the portal.
    pub part: Part,
}

/// What somebody does in the portal. Everybody here may open every plan and write in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The lead social worker: prepares the meeting, and asks agencies for their reports.
    Leads,
    /// The chair, who is the team manager: also asks, closes links, and reads feedback.
    Chairs,
    /// Takes the minutes.
    TakesMinutes,
    /// Comes from another agency.
    Comes,
    /// Manages the service: approves what goes out where the others wrote part of it.
    Manages,
}

impl Part {
    /// In words, for the sign-in.
    pub fn said(self) -> &'static str {
        match self {
            Self::Leads => "leads the plan and prepares the meeting",
            Self::Chairs => "chairs the meeting",
            Self::TakesMinutes => "takes the minutes",
            Self::Comes => "comes to the meeting",
            Self::Manages => "manages the service, and approves copies",
        }
    }
}

impl User {
    /// Whether this person may ask agencies for their reports, and close the links.
    pub fn asks_agencies(&self) -> bool {
        matches!(self.part, Part::Leads | Part::Chairs)
    }

    /// Whether this person hands copies to the family, and reads what the family says of them.
    pub fn hands_out_copies(&self) -> bool {
        matches!(self.part, Part::Leads | Part::Chairs)
    }

    /// Whether this person may approve what a copy says. Your council decides who may.
    pub fn approves_copies(&self) -> bool {
        matches!(self.part, Part::Leads | Part::Chairs | Part::Manages)
    }

    /// Whether this person may sign others out, and withdraw the keys of their drafts.
    pub fn administers(&self) -> bool {
        self.part == Part::Chairs
    }

    /// Whether this person may read what people thought of the meetings.
    pub fn reads_feedback(&self) -> bool {
        self.part == Part::Chairs
    }

    /// As the element takes it.
    pub fn json(&self) -> Value {
        json!({ "id": self.id, "name": self.name, "role": self.role, "agency": self.agency })
    }
}

/// Everybody who can sign in.
pub const USERS: [User; 5] = [
    User {
        id: "ada",
        name: "Ada Okafor",
        role: "Social worker",
        agency: "Children's Services",
        part: Part::Leads,
    },
    User {
        id: "bryn",
        name: "Bryn Parry",
        role: "Team manager",
        agency: "Children's Services",
        part: Part::Chairs,
    },
    User {
        id: "dilys",
        name: "Dilys Amadi",
        role: "Minute-taker",
        agency: "Children's Services",
        part: Part::TakesMinutes,
    },
    User {
        id: "cerys",
        name: "Cerys Hughes",
        role: "Health visitor",
        agency: "Health visiting, Glan Nant",
        part: Part::Comes,
    },
    User {
        id: "gwen",
        name: "Gwen Hopcyn",
        role: "Service manager",
        agency: "Children's Services",
        part: Part::Manages,
    },
];

const COOKIE: &str = "portal_session";
/// Twelve hours, in seconds.
const LASTS: i64 = 12 * 60 * 60;

/// Whoever is signed in. A handler that takes this cannot be reached by anybody else.
pub struct SignedIn(pub &'static User);

impl FromRequestParts<Arc<Portal>> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, portal: &Arc<Portal>) -> Result<Self, Refusal> {
        let user = match session(&parts.headers) {
            Some(session) => {
                let now = Utc::now().timestamp();
                let seen = now - i64::from(portal.idle);
                let id_hash = hash(session.as_bytes());
                portal.away(move |portal| Ok(portal.store.session(&id_hash, now - LASTS, seen, now)?)).await?
            }
            None => None,
        };
        let user = user.and_then(|id| USERS.iter().find(|user| user.id == id));
        user.map(Self).ok_or_else(|| signed_out(parts))
    }
}

/// A page goes to the sign-in; a script is told, so that it can keep what was typed.
fn signed_out(parts: &Parts) -> Refusal {
    if parts.method == Method::GET && !parts.uri.path().ends_with(".json") {
        return Refusal::SignIn(parts.uri.path().to_owned());
    }
    Refusal::new(StatusCode::UNAUTHORIZED, "You are signed out, so nothing was stored. Sign in again.")
}

/// The session's secret, from the cookie.
fn session(headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
    let mut pairs =
        cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE).map(|(_, value)| value.to_owned())
}

/// The page with a button for each user.
pub async fn page() -> Markup {
    pages::sign_in(&USERS)
}

/// Begins a session for the user whose id is the body.
pub async fn begin(State(portal): State<Arc<Portal>>, id: String) -> Result<Response, Refusal> {
    let unknown = || Refusal::new(StatusCode::UNAUTHORIZED, "Nobody of this name signs in here.");
    let user = USERS.iter().find(|user| user.id == id).ok_or_else(unknown)?;
    let session = secret::<32>().ok_or_else(|| Refusal::broken("This machine gives no random numbers."))?;
    let id_hash = hash(session.as_bytes());
    portal
        .away(move |portal| Ok(portal.store.begin_session(&id_hash, user.id, Utc::now().timestamp())?))
        .await?;
    Ok(with_cookie(&session, LASTS))
}

/// Ends the session.
pub async fn end(State(portal): State<Arc<Portal>>, headers: HeaderMap) -> Result<Response, Refusal> {
    if let Some(session) = session(&headers) {
        portal.away(move |portal| Ok(portal.store.end_session(&hash(session.as_bytes()))?)).await?;
    }
    Ok(with_cookie("", 0))
}

fn with_cookie(session: &str, lasts: i64) -> Response {
    let cookie = format!("{COOKIE}={session}; Path=/; Max-Age={lasts}; HttpOnly; SameSite=Strict");
    (StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie)]).into_response()
}
