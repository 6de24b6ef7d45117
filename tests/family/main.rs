//! A copy for one reader holds what that reader may read, and nothing else.  domain.md 5.3, reliability.md V1

#[path = "../generated/mod.rs"]
mod generated;

mod approval;
mod approving;
mod arranged;
mod attacked;
mod cases;
mod deciding;
mod encounters;
mod family;
mod hidden;
mod holes;
mod json;
mod long;
mod marks;
mod may_read;
mod one_person;
mod page;
mod plain;
mod projection;
mod signs;
mod stories;
mod unread;
