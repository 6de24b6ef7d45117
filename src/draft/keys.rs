//! The keys: one that seals a draft, and one that wraps it and is never stored.

use super::header::{Argon2Cost, DraftId, Header};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use base64ct::{Base64UrlUnpadded, Encoding};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::Sha256;
use std::fmt;
use zeroize::{Zeroize, Zeroizing};

const WRAP: &[u8] = b"team-around-draft/wrap/v1";
const KID: &[u8] = b"team-around-draft/kid/v1";
const HOST: &[u8] = b"team-around-draft/host/v1";

/// The key that seals the text of one draft: 256 random bits, wiped from memory when it is dropped.
pub struct DataKey(Zeroizing<[u8; 32]>);

impl DataKey {
    /// The key of these bytes, which the caller drew by lot.
    pub fn of(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey")
    }
}

/// The key that wraps a data key: 256 bits, wiped from memory when it is dropped.
#[derive(Clone)]
pub struct WrappingKey(Zeroizing<[u8; 32]>);

impl fmt::Debug for WrappingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WrappingKey")
    }
}

/// A host's secret of fewer than 16 bytes, which no key is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeakSecret;

/// Why a passphrase gave no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoKey {
    /// It has fewer than [`WrappingKey::SHORTEST_PASSPHRASE`] characters.
    TooShort,
    /// The cost lies below [`Argon2Cost::FLOOR`] or above [`Argon2Cost::CEILING`].
    Cost,
    /// The machine has not so much memory to give.
    Memory,
}

/// Why a key does not open what it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongKey {
    /// The draft names another key; this one was not tried.
    Another,
    /// The cipher refuses: another key or passphrase, or a draft that somebody changed.
    Refused,
}

impl WrappingKey {
    /// The shortest passphrase, in characters.
    pub const SHORTEST_PASSPHRASE: usize = 12;
    /// The shortest secret of a host, in bytes.
    pub const SHORTEST_SECRET: usize = 16;

    /// The key of these bytes, derived elsewhere: from a key that the browser does not give out, or
    /// by the browser's PBKDF2.
    pub fn of(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The key from a secret of the host, by HKDF-SHA256. The secret is random: no passphrase belongs here.
    ///
    /// # Errors
    /// When the secret has fewer than [`WrappingKey::SHORTEST_SECRET`] bytes.
    pub fn from_secret(secret: &[u8]) -> Result<Self, WeakSecret> {
        if secret.len() < Self::SHORTEST_SECRET {
            return Err(WeakSecret);
        }
        expand(secret, HOST).map(Self).ok_or(WeakSecret)
    }

    /// The key from a passphrase, by Argon2id version 1.3 over its UTF-8 as it is told. Letters with
    /// accents can be written in two ways: a caller who cannot be sure of one keyboard normalises to
    /// NFC first, and always.
    ///
    /// # Errors
    /// When the passphrase is too short, the cost out of bounds, or the memory not to be had.
    pub fn from_passphrase(pass: &str, salt: &[u8; 16], cost: Argon2Cost) -> Result<Self, NoKey> {
        if pass.chars().count() < Self::SHORTEST_PASSPHRASE {
            return Err(NoKey::TooShort);
        }
        if !cost.is_sound() {
            return Err(NoKey::Cost);
        }
        let parameters = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32));
        let parameters = parameters.map_err(|_| NoKey::Cost)?;
        let mut blocks = blocks(parameters.block_count()).ok_or(NoKey::Memory)?;
        let mut key = Zeroizing::new([0; 32]);
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters);
        let derived = argon.hash_password_into_with_memory(pass.as_bytes(), salt, &mut *key, &mut blocks);
        blocks.iter_mut().for_each(Zeroize::zeroize);
        derived.map(|()| Self(key)).map_err(|_| NoKey::Cost)
    }

    /// The key's own id: 11 characters that give nothing of it away, and tell another key from a
    /// damaged draft without opening anything.
    pub fn kid(&self) -> String {
        // A draft with an empty id is not written, so nothing could be named after no id at all.
        expand::<8>(&*self.0, KID).map(|id| Base64UrlUnpadded::encode_string(&*id)).unwrap_or_default()
    }

    /// The data key wrapped for this draft: the nonce, then XChaCha20-Poly1305 with the draft's id
    /// bound to it; 72 bytes. The nonce is drawn by lot each time.
    pub fn wrap(&self, data: &DataKey, draft: DraftId, nonce: [u8; 24]) -> Vec<u8> {
        let bound = bound_to(draft);
        let payload = Payload { msg: data.bytes(), aad: &bound };
        // 32 bytes are never too many for the cipher; were they, no header takes an empty key.
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload).unwrap_or_default();
        if sealed.is_empty() { sealed } else { [nonce.as_slice(), &sealed].concat() }
    }

    /// The data key of this draft.
    ///
    /// # Errors
    /// [`WrongKey::Refused`] when this key did not wrap it, or not for this draft.
    pub fn unwrap_key(&self, wrapped: &[u8], draft: DraftId) -> Result<DataKey, WrongKey> {
        let (nonce, sealed) = wrapped.split_first_chunk::<24>().ok_or(WrongKey::Refused)?;
        let bound = bound_to(draft);
        let payload = Payload { msg: sealed, aad: &bound };
        let opened = self.cipher().decrypt(&XNonce::from(*nonce), payload).map_err(|_| WrongKey::Refused)?;
        let opened = Zeroizing::new(opened);
        let bytes = opened.as_slice().try_into().map_err(|_| WrongKey::Refused)?;
        Ok(DataKey::of(bytes))
    }

    /// The data key of the draft with this header.
    ///
    /// # Errors
    /// [`WrongKey::Another`] when the header names another key, otherwise as [`WrappingKey::unwrap_key`].
    pub fn data_key(&self, header: &Header) -> Result<DataKey, WrongKey> {
        match header.wrapping.kid() {
            Some(kid) if kid != self.kid() => Err(WrongKey::Another),
            _ => self.unwrap_key(&header.wrapped, header.draft),
        }
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.0).into())
    }
}

fn bound_to(draft: DraftId) -> Vec<u8> {
    [WRAP, draft.bytes()].concat()
}

/// HKDF-SHA256 without salt; `None` only for more bytes than it can give.
fn expand<const BYTES: usize>(secret: &[u8], label: &[u8]) -> Option<Zeroizing<[u8; BYTES]>> {
    let mut out = Zeroizing::new([0; BYTES]);
    Hkdf::<Sha256>::new(None, secret).expand(label, &mut *out).ok().map(|()| out)
}

/// Memory asked for rather than taken, so that too little of it is an answer and not the end.
fn blocks(count: usize) -> Option<Vec<Block>> {
    let mut blocks = Vec::new();
    blocks.try_reserve_exact(count).ok()?;
    blocks.resize(count, Block::new());
    Some(blocks)
}
