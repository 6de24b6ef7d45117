//! Which address does what.

use crate::portal::Portal;
use crate::refusal::Refusal;
use crate::{assets, headers, package, plans, sign_in, submit};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Redirect;
use axum::routing::{get, post};
use std::sync::Arc;

/// The portal's addresses. No address has a name in it: addresses are logged, and stay in a
/// browser's history.
pub fn router(portal: Arc<Portal>) -> Router {
    Router::new()
        .route("/", get(async || Redirect::to("/plans")))
        .route("/sign-in", get(sign_in::page).post(sign_in::begin))
        .route("/sign-out", post(sign_in::end))
        .route("/plans", get(plans::list))
        .route("/plans/{reference}", get(plans::page).post(submit::submit))
        .route("/plans/{reference}/data.json", get(plans::data))
        .route("/plans/{reference}/versions/{number}", get(plans::version_page))
        .route("/plans/{reference}/versions/{number}/data.json", get(plans::version_data))
        .route("/package/{file}", get(package::file))
        .route("/assets/{file}", get(assets::own))
        .route("/pages/{file}", get(assets::page))
        .route("/pages/assets/{file}", get(assets::of_pages))
        .fallback(async || Refusal::not_found())
        .layer(DefaultBodyLimit::max(submit::LARGEST))
        .layer(from_fn_with_state(Arc::clone(&portal), headers::own_pages_only))
        .layer(from_fn(headers::add))
        .with_state(portal)
}
