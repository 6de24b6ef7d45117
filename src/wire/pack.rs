//! Packs from JSON: the built-in ones, and a council's own.

use super::problem::Problem;
use super::read::{Reader, object};
use super::tree::parse;
use super::write::write_section;
use super::{PackStamp, hash};
use crate::protocol::Pack;
use crate::protocol::packs::{BUILT_IN, built_in};
use serde_json::Value;

/// The pack that every protocol is composed with: answers that cannot be read, or contradict each other.
pub const ANSWERS: &str = "team-around-answers";

/// The ids of the packs that come with the crate.
pub fn built_in_ids() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|pack| pack.id)
}

/// A pack that comes with the crate.
pub fn built_in_pack(id: &str) -> Option<Pack> {
    read_pack(built_in(id)?.text).ok()
}

/// Reads a pack from JSON text.
///
/// # Errors
///
/// Everything that does not fit the format, each with its place. What the pack says is another
/// matter: see [`Pack::faults`].
pub fn read_pack(text: &str) -> Result<Pack, Vec<Problem>> {
    read_pack_value(&parse(text.as_bytes())?)
}

/// Reads a pack from a tree of values; see [`read_pack`].
///
/// # Errors
///
/// The same.
pub fn read_pack_value(document: &Value) -> Result<Pack, Vec<Problem>> {
    let (pack, problems) = read_pack_whole(document)?;
    if problems.is_empty() { Ok(pack) } else { Err(problems) }
}

/// Reads as much of a pack as can be held, and what does not fit: for telling its writer everything
/// at once. A pack with problems is not to be used.
///
/// # Errors
///
/// The problem for which nothing could be read.
pub fn read_pack_whole(document: &Value) -> Result<(Pack, Vec<Problem>), Vec<Problem>> {
    let mut pack = Pack::default();
    let members = object(document).map_err(super::problem::refusal)?;
    let mut reader = Reader::of(document);
    reader.section(&mut pack, members, None);
    Ok((pack, reader.problems.finish()))
}

/// What an envelope says of a pack: its id, its edition, and the hash of what it says.
pub fn stamp(pack: &Pack) -> PackStamp {
    let written = Value::Object(write_section(pack));
    PackStamp {
        id: pack.id.clone(),
        version: pack.edition.clone(),
        hash: hash(&written).as_str().into(),
        ..PackStamp::default()
    }
}
