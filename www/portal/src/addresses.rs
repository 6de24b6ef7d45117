//! Which address does what.

use crate::portal::Portal;
use crate::refusal::Refusal;
use crate::{
    account, assets, comments, copies, feedback, headers, meetings, package, plans, reader, report, requests,
    sign_in, submit,
};
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
        .route("/account", get(account::page))
        .route("/account/session.json", get(account::session))
        .route("/account/withdraw", post(account::withdraw))
        .route("/plans", get(plans::list))
        .route("/plans/{reference}", get(plans::page).post(submit::plan))
        .route("/plans/{reference}/data.json", get(plans::data))
        .route("/plans/{reference}/versions/{number}", get(plans::version_page))
        .route("/plans/{reference}/versions/{number}/data.json", get(plans::version_data))
        .route("/plans/{reference}/meetings", get(meetings::list))
        .route("/plans/{reference}/meetings/{meeting}", get(meetings::page).post(submit::meeting))
        .route("/plans/{reference}/meetings/{meeting}/data.json", get(meetings::data))
        .route("/plans/{reference}/meetings/{meeting}/versions/{number}/copy.json", get(meetings::copy))
        .route("/plans/{reference}/meetings/{meeting}/requests", post(requests::ask))
        .route("/plans/{reference}/meetings/{meeting}/requests.json", get(requests::list))
        .route("/plans/{reference}/requests/{id}/close", post(requests::close))
        .route("/plans/{reference}/requests/{id}/contribution.json", get(requests::contribution))
        .route("/plans/{reference}/copies", get(copies::page))
        .route("/plans/{reference}/copies/links.json", get(copies::links))
        .route("/plans/{reference}/copies/{copy}/links", post(copies::hand_out))
        .route("/plans/{reference}/links/{id}/revoke", post(copies::revoke))
        .route("/plans/{reference}/comments/{id}/read", post(comments::mark_read))
        .route("/read/{token}", get(reader::page))
        .route("/read/{token}/copy.json", get(reader::copy))
        .route("/read/{token}/plain", get(reader::plain))
        .route("/read/{token}/comments", post(reader::comment))
        .route("/report", get(report::by_file))
        .route("/report/{token}", get(report::page).post(report::answer))
        .route("/report/{token}/data.json", get(report::data))
        .route("/feedback", get(feedback::page))
        .route("/feedback/{reference}/{meeting}/feedback.json", get(feedback::file))
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
