//! What the portal answers when it cannot do what was asked: a sentence, and where it belongs.

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::fmt::Display;

/// A sentence at a place of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The place as the element writes it, `plan/actions/k-1/owner`; empty for the whole record.
    pub place: String,
    /// What is wrong, and what to do.
    pub message: String,
}

/// Why something was not done.
#[derive(Debug)]
pub enum Refusal {
    /// Nobody is signed in: the page goes to the sign-in, and from there back to this address.
    SignIn(String),
    /// A status, a sentence, and for a form the field errors.
    Said { status: StatusCode, message: String, errors: Vec<FieldError> },
    /// Somebody stored another version first; the JSON has both.
    Stale(Value),
}

impl Refusal {
    /// A sentence with a status.
    pub fn new(status: StatusCode, message: &str) -> Self {
        Self::Said { status, message: message.to_owned(), errors: Vec::new() }
    }

    /// There is no such page or plan.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "There is nothing at this address.")
    }

    /// The portal itself failed. The reason goes to its operator, not to the browser.
    pub fn broken(reason: impl Display) -> Self {
        eprintln!("{reason}");
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "The portal could not do this. Nothing was stored. Try again in a minute.",
        )
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        Self::broken(error)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::SignIn(to) => {
                (StatusCode::SEE_OTHER, [(header::LOCATION, format!("/sign-in?to={to}"))]).into_response()
            }
            Self::Stale(both) => json_answer(StatusCode::CONFLICT, &both),
            Self::Said { status, message, errors } => {
                let error = |FieldError { place, message }| json!({ "place": place, "message": message });
                let errors: Value = errors.into_iter().map(error).collect();
                json_answer(status, &json!({ "message": message, "errors": errors }))
            }
        }
    }
}

/// An answer in JSON.
pub fn json_answer(status: StatusCode, body: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], Body::from(body.to_string())).into_response()
}
