//! Another key told apart from damage, for each way of wrapping.

use super::envelope::Envelope;
use super::header::Wrapping;
use super::keys::WrappingKey;
use zeroize::Zeroizing;

/// Why a sealed draft stays closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// It is another person's or of another passphrase, and whole as far as anybody can tell.
    AnotherKey,
    /// The key is right, and it does not open.
    Damaged,
}

/// The text of a draft, by a key and where that key comes from.
///
/// A wrapped key with no id beside it that does not open is of another passphrase: the checksum has ruled
/// out accidents, and what it holds is not given up for lost.
///
/// # Errors
/// [`Closed`], with nothing of the draft in it.
pub fn unlock(
    envelope: &Envelope,
    key: &WrappingKey,
    wrapping: &Wrapping,
) -> Result<Zeroizing<String>, Closed> {
    let header = envelope.header();
    if header.wrapping != *wrapping {
        return Err(Closed::AnotherKey);
    }
    let refused = if wrapping.is_passphrase() { Closed::AnotherKey } else { Closed::Damaged };
    let data = key.data_key(header).map_err(|_| refused)?;
    envelope.open(&data).map_err(|_| Closed::Damaged)
}
