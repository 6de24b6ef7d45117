//! Signing out everywhere, and withdrawing the keys of drafts: by each person for themselves, and by whoever
//! administers, for a person who left or whose machine is lost.
//!
//! The keys are destroyed here, so that what was sealed under them opens for nobody, whoever has the machine.

use crate::pages;
use crate::portal::Portal;
use crate::refusal::{Refusal, json_answer};
use crate::sign_in::{SignedIn, USERS, User};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use serde_json::json;
use std::sync::Arc;

/// The page, with other people on it for whoever administers.
pub async fn page(SignedIn(user): SignedIn) -> Markup {
    let others = USERS.iter().filter(|other| user.administers() && other.id != user.id);
    let main = html! {
        h1 { "Your sessions and drafts" }
        p #problem role="alert" {}
        p #withdrawn role="status" {}
        p { "This signs you out in every browser, and withdraws the keys of your drafts. What you wrote in a form and did not save can then be opened by nobody, neither by you nor by us. Save it first." }
        p { button.withdraw type="button" value=(user.id) data-own { "Sign out everywhere and forget my drafts’ keys" } }
        @if user.administers() {
            h2 { "Other people" }
            p { "For somebody who has left, or whose machine is lost." }
            ul {
                @for other in others {
                    li { (other.name) ", " (other.role) " " button.withdraw type="button" value=(other.id) aria-label={ "Sign out " (other.name) " everywhere and withdraw their keys" } { "Sign out everywhere and withdraw keys" } }
                }
            }
        }
    };
    pages::page("Your sessions and drafts", Some(user), &["/assets/sign_out.js", "/assets/account.js"], &main)
}

/// Whose session it is. A tab that comes back asks, and shows nothing where it is over or somebody else's.
pub async fn session(SignedIn(user): SignedIn) -> Response {
    json_answer(StatusCode::OK, &json!({ "user": user.id }))
}

/// Ends all sessions of the person whose id is the body, and destroys the keys of their drafts.
pub async fn withdraw(
    State(portal): State<Arc<Portal>>,
    SignedIn(user): SignedIn,
    id: String,
) -> Result<StatusCode, Refusal> {
    let whose = USERS.iter().find(|other| other.id == id).ok_or_else(Refusal::not_found)?;
    if !may_withdraw(user, whose) {
        return Err(Refusal::new(StatusCode::FORBIDDEN, "Only the team manager does this for other people."));
    }
    portal.away(move |portal| Ok(portal.store.withdraw(whose.id)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn may_withdraw(user: &User, whose: &User) -> bool {
    user.id == whose.id || user.administers()
}
