//! The portal as a browser meets it: the built program on a free port, asked over HTTP.

mod account;
mod allowing;
mod answers;
mod approvals;
mod asking;
mod by_file;
mod comments;
mod conflict;
mod copies;
mod copying;
mod deciding;
mod ended;
mod feedback;
mod first_plans;
#[path = "../../../../tests/generated/mod.rs"]
mod generated;
mod kept;
mod links;
mod meetings;
mod older;
mod pages;
mod portal;
mod reader;
mod refusals;
mod reprimands;
mod requests;
mod sent;
mod submit;
mod together;
