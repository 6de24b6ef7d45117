//! The packs that a plan is checked against.

use team_around::protocol::Protocol;
use team_around::wire::{ANSWERS, PackStamp, built_in_pack, stamp};

/// The packs with these ids, between spaces, composed as the element composes them: with the one
/// about answers that cannot be read at the end.
///
/// # Errors
/// The id of a pack that does not come with the crate. A council's own pack is read from its file
/// with `wire::read_pack`, and given to the element as an object.
pub fn of(ids: &str) -> Result<Protocol, String> {
    let ids = ids.split_whitespace().chain([ANSWERS]);
    let packs = ids.map(|id| built_in_pack(id).ok_or_else(|| format!("There is no pack {id}.")));
    Ok(Protocol::of(packs.collect::<Result<_, _>>()?))
}

/// What an envelope says about each pack of a protocol.
pub fn stamps(protocol: &Protocol) -> Vec<PackStamp> {
    protocol.packs().iter().map(stamp).collect()
}
