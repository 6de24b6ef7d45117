//! A draft sealed and opened again. [`crate::wire::Envelope`] is another thing: it may lie inside, and
//! says who wrote the record.

use super::checksum::crc32c;
use super::header::{Cipher, Header, length_bytes};
use super::keys::{DataKey, WrongKey};
use super::written::{Pieces, Written};
use super::{MAGIC, VERSION};
use aes_gcm::Aes256Gcm;
use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::{Aead, AeadCore, AeadInOut, KeyInit, KeySizeUser, Nonce, Payload, consts::U32};
use serde::Deserialize;
use zeroize::Zeroizing;

/// What a sealed draft may take.
pub mod limits {
    /// The longest sealed draft, in bytes; its text is about three quarters of that.
    pub const BYTES: usize = 4 * 1024 * 1024;
    /// The text is filled up to whole steps of so many bytes, so that its length tells little.
    pub const STEP: usize = 1024;
}

/// Why a text could not be sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealFailed {
    /// The nonce has not as many bytes as [`Cipher::nonce_len`] says.
    Nonce,
    /// A member of the header lies out of its bounds: [`Header::is_sound`].
    Header,
    /// The sealed draft would be longer than [`limits::BYTES`].
    TooLong,
    /// The cipher did not do it.
    Cipher,
}

/// Why a text is no sealed draft that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It was never a draft of ours.
    NotOurs,
    /// A later version of this program sealed it.
    Newer {
        /// The version that it says.
        version: u32,
    },
    /// It was a draft of ours, and is cut off, changed or too long.
    Damaged,
}

/// A sealed draft that was read whole: its checksum agrees, and only a key is missing.
pub struct Envelope(Pieces);

/// Seals a text under its header, as one line of JSON. A nonce is never used twice with one key.
///
/// # Errors
/// When the nonce is of the wrong length, the header out of its bounds, or the text too long.
pub fn seal(header: &Header, key: &DataKey, nonce: &[u8], text: &str) -> Result<String, SealFailed> {
    if nonce.len() != header.cipher.nonce_len() {
        return Err(SealFailed::Nonce);
    }
    if !header.is_sound() {
        return Err(SealFailed::Header);
    }
    let filled = filled(text).ok_or(SealFailed::TooLong)?;
    let bound = header.bound_bytes(nonce);
    let sealed = Task { key, nonce, bound: &bound }.seal(header.cipher, filled).ok_or(SealFailed::Cipher)?;
    let written = Written::of(header, nonce, &sealed, checksum(&bound, &sealed));
    let line = serde_json::to_string(&written).map_err(|_| SealFailed::Cipher)?;
    if line.len() > limits::BYTES { Err(SealFailed::TooLong) } else { Ok(line) }
}

impl Envelope {
    /// Reads what [`seal`] wrote; spaces and the order of members do not matter. Nothing is opened.
    ///
    /// # Errors
    /// When the text is not ours, is of a later version, or is damaged.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let failed = if seems_ours(text) { Unreadable::Damaged } else { Unreadable::NotOurs };
        if text.len() > limits::BYTES {
            return Err(failed);
        }
        let told: Told = serde_json::from_str(text).map_err(|_| failed)?;
        if told.m != MAGIC {
            return Err(Unreadable::NotOurs);
        }
        if told.v > VERSION {
            return Err(Unreadable::Newer { version: told.v });
        }
        let written: Written = serde_json::from_str(text).map_err(|_| Unreadable::Damaged)?;
        let pieces = written.pieces().ok_or(Unreadable::Damaged)?;
        let crc = checksum(&pieces.header.bound_bytes(&pieces.nonce), &pieces.sealed);
        if crc == pieces.crc { Ok(Self(pieces)) } else { Err(Unreadable::Damaged) }
    }

    /// What stands beside the sealed text. Until [`Envelope::open`] succeeds it is only what the
    /// store says.
    pub fn header(&self) -> &Header {
        &self.0.header
    }

    /// The text, wiped from memory when it is dropped.
    ///
    /// # Errors
    /// [`WrongKey::Refused`] when another key sealed it, or anything of it or of its header was changed.
    pub fn open(&self, key: &DataKey) -> Result<Zeroizing<String>, WrongKey> {
        let Pieces { header, nonce, sealed, .. } = &self.0;
        let bound = header.bound_bytes(nonce);
        let task = Task { key, nonce, bound: &bound };
        let filled = task.open(header.cipher, sealed).map(Zeroizing::new).ok_or(WrongKey::Refused)?;
        emptied(&filled).ok_or(WrongKey::Refused)
    }
}

/// What any version of a sealed draft says of itself.
#[derive(Deserialize)]
struct Told {
    m: String,
    v: u32,
}

/// Whether a text that is no JSON was a draft of ours once: it says so, or is the beginning of saying so.
fn seems_ours(text: &str) -> bool {
    let opening = format!("{{\"m\":\"{MAGIC}\"");
    text.contains(MAGIC) || (!text.is_empty() && opening.starts_with(text))
}

fn checksum(bound: &[u8], sealed: &[u8]) -> u32 {
    crc32c(&[bound, &length_bytes(sealed), sealed])
}

/// How many bytes say how long the text is.
const LENGTH: usize = size_of::<u32>();
/// How many bytes say that nothing was changed, in both ciphers.
const TAG: usize = 16;

/// The text behind its length, filled up with zeros; `None` if it is longer than any sealed draft.
fn filled(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let length = u32::try_from(text.len()).ok().filter(|_| text.len() <= limits::BYTES)?;
    let whole = (LENGTH + text.len()).next_multiple_of(limits::STEP);
    // Sealed in its place, with the tag behind it.
    let mut filled = Zeroizing::new(Vec::with_capacity(whole + TAG));
    filled.extend(length.to_be_bytes());
    filled.extend(text.as_bytes());
    filled.resize(whole, 0);
    Some(filled)
}

/// The text that [`filled`] filled up.
fn emptied(filled: &[u8]) -> Option<Zeroizing<String>> {
    let (length, rest) = filled.split_first_chunk::<LENGTH>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (text, zeros) = rest.split_at_checked(length)?;
    let ours = zeros.len() < limits::STEP && zeros.iter().all(|byte| *byte == 0);
    let text = std::str::from_utf8(text).ok().filter(|_| ours)?;
    Some(Zeroizing::new(text.to_owned()))
}

/// What seals and opens.
struct Task<'a> {
    key: &'a DataKey,
    nonce: &'a [u8],
    bound: &'a [u8],
}

impl Task<'_> {
    /// What was to be sealed is gone afterwards: it is sealed where it stands.
    fn seal(&self, cipher: Cipher, bytes: Zeroizing<Vec<u8>>) -> Option<Vec<u8>> {
        match cipher {
            Cipher::XChaCha20Poly1305 => self.seal_by::<XChaCha20Poly1305>(bytes),
            Cipher::Aes256Gcm => self.seal_by::<Aes256Gcm>(bytes),
        }
    }

    fn open(&self, cipher: Cipher, bytes: &[u8]) -> Option<Vec<u8>> {
        match cipher {
            Cipher::XChaCha20Poly1305 => self.open_by::<XChaCha20Poly1305>(bytes),
            Cipher::Aes256Gcm => self.open_by::<Aes256Gcm>(bytes),
        }
    }

    fn seal_by<C: AeadInOut + KeyInit + KeySizeUser<KeySize = U32>>(
        &self,
        mut bytes: Zeroizing<Vec<u8>>,
    ) -> Option<Vec<u8>> {
        let cipher = C::new(self.key.bytes().into());
        cipher.encrypt_in_place(&self.nonce_of::<C>()?, self.bound, &mut *bytes).ok()?;
        Some(std::mem::take(&mut *bytes))
    }

    fn open_by<C: Aead + KeyInit + KeySizeUser<KeySize = U32>>(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let payload = Payload { msg: bytes, aad: self.bound };
        C::new(self.key.bytes().into()).decrypt(&self.nonce_of::<C>()?, payload).ok()
    }

    fn nonce_of<C: AeadCore>(&self) -> Option<Nonce<C>> {
        Nonce::<C>::try_from(self.nonce).ok()
    }
}
