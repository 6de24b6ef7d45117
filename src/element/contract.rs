//! The words that cross the boundary, said once. `element.js` uses the same ones.

use crate::form::Say;

/// What made an envelope: the crate and its version.
pub const ENGINE: &str = concat!("team-around ", env!("CARGO_PKG_VERSION"));

/// What the element hears.
pub fn word(say: Say) -> &'static str {
    match say {
        Say::Changed => "changed",
        Say::Looked => "looked",
        Say::Keep => "keep",
        Say::Send => "send",
        Say::Export => "export",
    }
}
