//! The portal as a browser meets it: the built program on a free port, asked over HTTP.

mod answers;
mod conflict;
mod first_plans;
mod kept;
mod pages;
mod portal;
mod refusals;
mod sent;
mod submit;
