//! What an approval names: all that the reader will see, and all that somebody allowed in it.  domain.md 5.3

use super::copy::FamilyCopy;
use crate::record::sharing::CopyDecision;
use crate::record::{Record, RowId};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// SHA-256 of a text, as hexadecimal.
pub(super) fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The copy's own seal; where something in it that could give somebody away was allowed, with that of who allowed what
/// and why. Without it an author could allow alone what is found later, and it would go as if it had been approved.
pub(super) fn seal(record: &Record, id: &RowId, copy: &FamilyCopy) -> String {
    let own = record.sharing.choices.iter().filter(|row| row.copy.id() == Some(id));
    let allowed = own.filter(|row| row.decision.is(CopyDecision::Confirm));
    let mut allowed: Vec<[&str; 3]> =
        allowed.map(|row| [row.place.trim(), row.by.trim(), row.reason.trim()]).collect();
    if allowed.is_empty() {
        return copy.seal();
    }
    allowed.sort_unstable();
    // Each with its length: no two lists make one text.
    let told = allowed.as_flattened().iter().fold(String::new(), |mut told, part| {
        let _ = write!(told, "{}:{part}", part.len());
        told
    });
    format!("{}-{}", copy.seal(), digest(&told))
}
