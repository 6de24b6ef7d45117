//! What stands beside a sealed draft in the open: no name, no case number, nothing that was typed.

use super::{MAGIC, Millis, VERSION};
use base64ct::{Base64UrlUnpadded, Encoding};
use std::fmt;
use std::ops::RangeInclusive;

/// 128 random bits; written as 22 characters of base64url. No names, no case numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DraftId([u8; 16]);

impl DraftId {
    /// The id of these bytes, which the caller drew by lot.
    pub fn of(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// An id from its written form; `None` unless it is exactly what [`DraftId`] writes.
    pub fn read(text: &str) -> Option<Self> {
        exactly(text).map(Self)
    }

    /// Its 16 bytes.
    pub fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for DraftId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Base64UrlUnpadded::encode_string(&self.0))
    }
}

/// What base64url without padding stands for, if that is so many bytes.
pub(super) fn exactly<const BYTES: usize>(text: &str) -> Option<[u8; BYTES]> {
    Base64UrlUnpadded::decode_vec(text).ok()?.try_into().ok()
}

/// What seals the text of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cipher {
    /// The usual one: its nonces are long enough to be drawn by lot for ever.
    XChaCha20Poly1305,
    /// Where an approved cipher is asked for; at most 2^32 nonces for one key.
    Aes256Gcm,
}

impl Cipher {
    /// Its name in a sealed draft: `XC20P` or `A256GCM`.
    pub fn code(self) -> &'static str {
        match self {
            Self::XChaCha20Poly1305 => "XC20P",
            Self::Aes256Gcm => "A256GCM",
        }
    }

    /// The cipher of this name, if it is one.
    pub fn read(code: &str) -> Option<Self> {
        [Self::XChaCha20Poly1305, Self::Aes256Gcm].into_iter().find(|cipher| cipher.code() == code)
    }

    /// How many bytes its nonce takes: 24 or 12.
    pub fn nonce_len(self) -> usize {
        match self {
            Self::XChaCha20Poly1305 => 24,
            Self::Aes256Gcm => 12,
        }
    }
}

/// What a guess at a passphrase costs. What lies below [`Argon2Cost::FLOOR`] protects nothing; what
/// lies above [`Argon2Cost::CEILING`] would be a stranger's file asking for all of a page's memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argon2Cost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// How often the memory is gone through.
    pub passes: u32,
    /// How many lanes the memory has; they are gone through one after the other.
    pub lanes: u32,
}

impl Argon2Cost {
    /// What a new draft takes: 64 MiB, 3 passes, 1 lane (the second choice of RFC 9106 in one lane).
    pub const USUAL: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 };
    /// The least that is accepted, in each figure: 19 MiB, 2 passes, 1 lane (OWASP's minimum).
    pub const FLOOR: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
    /// The most that is accepted, in each figure.
    pub const CEILING: Self = Self { memory_kib: 256 * 1024, passes: 16, lanes: 4 };

    /// Whether each figure lies between the floor and the ceiling.
    pub fn is_sound(self) -> bool {
        let within =
            |figure: fn(Self) -> u32| (figure(Self::FLOOR)..=figure(Self::CEILING)).contains(&figure(self));
        within(|cost| cost.memory_kib) && within(|cost| cost.passes) && within(|cost| cost.lanes)
    }
}

impl Default for Argon2Cost {
    fn default() -> Self {
        Self::USUAL
    }
}

/// How many iterations of PBKDF2 are accepted; the least is OWASP's minimum for SHA-256.
pub const PBKDF2_ITERATIONS: RangeInclusive<u32> = 600_000..=10_000_000;

/// Where the key comes from that wraps the data key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrapping {
    /// The page's host hands it over after sign-in.
    Host {
        /// The wrapping key's id.
        kid: String,
    },
    /// The browser keeps it on this device.
    Device {
        /// The wrapping key's id.
        kid: String,
    },
    /// A passphrase, by Argon2id version 1.3.
    Argon2id {
        /// Drawn by lot for this draft.
        salt: [u8; 16],
        /// Memory, in KiB.
        memory_kib: u32,
        /// How often the memory is gone through.
        passes: u32,
        /// How many lanes the memory has.
        lanes: u32,
    },
    /// A passphrase, by the browser's PBKDF2 with HMAC-SHA-256.
    Pbkdf2Sha256 {
        /// Drawn by lot for this draft.
        salt: [u8; 16],
        /// How often it is gone through.
        iterations: u32,
    },
    /// Nothing: the data key dies with the page.
    Memory,
}

impl Wrapping {
    /// The id of the wrapping key, where one is written down.
    pub fn kid(&self) -> Option<&str> {
        match self {
            Self::Host { kid } | Self::Device { kid } => Some(kid),
            _ => None,
        }
    }

    /// Whether it comes from a passphrase: then nothing but the cipher tells a wrong one.
    pub fn is_passphrase(&self) -> bool {
        matches!(self, Self::Argon2id { .. } | Self::Pbkdf2Sha256 { .. })
    }

    /// What a new passphrase costs: Argon2id as [`Argon2Cost::USUAL`] says or, where approved algorithms are
    /// demanded, the least of [`PBKDF2_ITERATIONS`].
    pub fn by_passphrase(salt: [u8; 16], approved: bool) -> Self {
        if approved {
            return Self::Pbkdf2Sha256 { salt, iterations: *PBKDF2_ITERATIONS.start() };
        }
        let Argon2Cost { memory_kib, passes, lanes } = Argon2Cost::USUAL;
        Self::Argon2id { salt, memory_kib, passes, lanes }
    }

    pub(super) fn is_sound(&self) -> bool {
        match *self {
            Self::Host { ref kid } | Self::Device { ref kid } => is_short(kid) && !kid.is_empty(),
            Self::Argon2id { memory_kib, passes, lanes, .. } => {
                Argon2Cost { memory_kib, passes, lanes }.is_sound()
            }
            Self::Pbkdf2Sha256 { iterations, .. } => PBKDF2_ITERATIONS.contains(&iterations),
            Self::Memory => true,
        }
    }

    fn bind(&self, bound: &mut Bound) {
        match self {
            Self::Host { kid } => bound.text("host").text(kid),
            Self::Device { kid } => bound.text("device").text(kid),
            Self::Argon2id { salt, memory_kib, passes, lanes } => bound
                .text("argon2id")
                .number((*memory_kib).into())
                .number((*passes).into())
                .number((*lanes).into())
                .bytes(salt),
            Self::Pbkdf2Sha256 { salt, iterations } => {
                bound.text("pbkdf2-sha256").number((*iterations).into()).bytes(salt)
            }
            Self::Memory => bound.text("memory"),
        };
    }
}

/// What stands beside a sealed draft, bound to it by the cipher: none of it can be changed or
/// exchanged without the draft refusing to open. Times are milliseconds since 1970 UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Which draft it is.
    pub draft: DraftId,
    /// What seals the text.
    pub cipher: Cipher,
    /// What wraps the data key.
    pub wrapping: Wrapping,
    /// The wrapped data key, at most 256 bytes; none only for [`Wrapping::Memory`].
    pub wrapped: Vec<u8>,
    /// The version of the sealed text's own format.
    pub schema: u32,
    /// The version of the program that wrote it, at most 64 bytes.
    pub app: String,
    /// Whose turn it was: each window that takes the draft over has a higher one.
    pub epoch: u64,
    /// The write's number; each write of a draft has a higher one.
    pub seq: u64,
    /// When the draft was begun.
    pub created: Millis,
    /// When it was last written.
    pub updated: Millis,
    /// When it is to be removed.
    pub expires: Millis,
    /// The latest time that the draft ever saw, so that a clock set back does not prolong it.
    pub seen_max: Millis,
}

/// The longest key id or program version, in bytes.
const SHORT: usize = 64;
/// The longest wrapped key, in bytes.
const WRAPPED: usize = 256;
/// The largest number that a script of the page holds exactly.
const EXACT: u64 = (1 << 53) - 1;

fn is_short(text: &str) -> bool {
    text.len() <= SHORT
}

impl Header {
    /// Whether every member lies within its bounds; only such a header is written or read.
    pub fn is_sound(&self) -> bool {
        let numbers = [self.epoch, self.seq, self.created, self.updated, self.expires, self.seen_max];
        let stored = !self.wrapped.is_empty() || self.wrapping == Wrapping::Memory;
        stored
            && self.wrapped.len() <= WRAPPED
            && self.wrapping.is_sound()
            && is_short(&self.app)
            && numbers.into_iter().all(|number| number <= EXACT)
    }

    /// The bound bytes, as the [room](super) describes them.
    pub fn bound_bytes(&self, nonce: &[u8]) -> Vec<u8> {
        let mut bound = Bound::default();
        bound.text(MAGIC).number(VERSION.into()).text(self.cipher.code());
        self.wrapping.bind(&mut bound);
        bound.bytes(&self.wrapped).bytes(nonce).bytes(self.draft.bytes());
        bound.number(self.schema.into()).text(&self.app).number(self.epoch).number(self.seq);
        bound.number(self.created).number(self.updated).number(self.expires).number(self.seen_max);
        bound.0
    }
}

/// Pieces one after the other, each behind its length.
#[derive(Default)]
struct Bound(Vec<u8>);

impl Bound {
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend(length_bytes(bytes));
        self.0.extend(bytes);
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes())
    }

    fn number(&mut self, number: u64) -> &mut Self {
        self.bytes(&number.to_be_bytes())
    }
}

/// What stands before each piece: how long it is. Every piece is shorter than the longest envelope, so it fits.
pub(super) fn length_bytes(piece: &[u8]) -> [u8; 4] {
    u32::try_from(piece.len()).unwrap_or(u32::MAX).to_be_bytes()
}
