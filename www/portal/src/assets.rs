//! The portal's own styles and scripts, and the pages that show each way of embedding the element.
//! They are part of the program, so the portal is one file to copy.

use crate::package::mime;
use crate::refusal::Refusal;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};

type Files = &'static [(&'static str, &'static str)];

macro_rules! files {
    ($folder:literal: $($name:literal),+ $(,)?) => { &[$( ($name, include_str!(concat!($folder, $name))) ),+] };
}

const OWN: Files = files!("../assets/": "account.js", "comments.js", "copies.js", "icon.svg", "meeting.js", "own_report.js", "plan.js", "portal.css", "reader.css", "reader.js", "report.js", "sign_in.js", "sign_out.js", "unsaved.js");
const PAGES: Files = files!("../../pages/": "bench.html", "bench-meeting.html", "by-hand.html", "family.html", "form.html", "hostile.html", "index.html", "meeting.html", "plain.html", "report.html", "two.html");
const OF_PAGES: Files = files!("../../pages/assets/": "bench.js", "bench-meeting.js", "by-hand.css", "by-hand.js", "family-copy.json", "family.js", "form.js", "given.js", "hostile.css", "pages.css", "two.js");

/// `/assets/…`
pub async fn own(Path(name): Path<String>) -> Result<Response, Refusal> {
    answer(OWN, &name)
}

/// `/pages/…`: no sign-in, and nothing that is stored.
pub async fn page(Path(name): Path<String>) -> Result<Response, Refusal> {
    answer(PAGES, &name)
}

/// `/pages/assets/…`
pub async fn of_pages(Path(name): Path<String>) -> Result<Response, Refusal> {
    answer(OF_PAGES, &name)
}

fn answer(files: Files, name: &str) -> Result<Response, Refusal> {
    let found = files.iter().find(|(own, _)| *own == name);
    let (_, text) = found.ok_or_else(Refusal::not_found)?;
    let mime = mime(name).ok_or_else(Refusal::not_found)?;
    Ok(([(header::CONTENT_TYPE, mime), (header::CACHE_CONTROL, "no-cache")], *text).into_response())
}
