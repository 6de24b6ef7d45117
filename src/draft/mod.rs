//! Drafts kept between two visits: sealed, so that whoever finds the store finds nothing to read.
//!
//! What stands here: the sealed form of a draft ([`Envelope`], written by [`seal`]), its [`Header`],
//! and the keys. A random [`DataKey`] seals one draft; a [`WrappingKey`], which comes from the host,
//! the device or a passphrase, wraps the data key and is itself never stored.
//!
//! # The written form
//!
//! One JSON object of these members and no others, in any order; bytes are base64url without padding:
//! `m` (`team-around-draft`), `v` (1), `alg` (`XC20P` or `A256GCM`), `kdf`, `wk` (the wrapped data
//! key), `nonce`, `did`, `schema`, `app`, `epoch`, `seq`, `created`, `updated`, `expires`, `seenMax`,
//! `ct` (cipher text and its tag of 16 bytes) and `crc`. Times are milliseconds since 1970 UTC.
//! `kdf` is `{"n":"host","kid":…}`, `{"n":"device","kid":…}`, `{"n":"argon2id","m":…,"t":…,"p":…,"salt":…}`,
//! `{"n":"pbkdf2-sha256","i":…,"salt":…}` or `{"n":"memory"}`.
//!
//! # The bound bytes
//!
//! Every member but `ct` and `crc` is associated data of the cipher, in this order: `m`, `v`, `alg`,
//! the members of `kdf` in the order above, `wk`, `nonce`, `did`, `schema`, `app`, `epoch`, `seq`,
//! `created`, `updated`, `expires`, `seenMax`. Each is its length in bytes (4 bytes, big-endian), then
//! the bytes: a text's UTF-8, a number's 8 bytes big-endian, and what base64url stands for.
//! `crc` is CRC-32C over the bound bytes followed by `ct` in the same manner, as a JSON number.
//!
//! What is sealed is the text's length in bytes (4 bytes, big-endian), the text, and zeros up to the
//! next whole KiB.
//!
//! # The wrapped key
//!
//! 24 bytes of nonce, then XChaCha20-Poly1305 of the data key under the wrapping key, whose associated
//! data is `team-around-draft/wrap/v1` and the 16 bytes of the draft's id. A wrapping key's id is
//! HKDF-SHA256 of it without salt for `team-around-draft/kid/v1`, 8 bytes; the key from a host's secret
//! is the same for `team-around-draft/host/v1`, 32 bytes.
//!
//! # A copy as a file
//!
//! A file that somebody saves for another device is one such object, wrapped by `argon2id` or
//! `pbkdf2-sha256`, with an id and a key of its own. Its text is JSON: `subject` (which form), `user`, `base`
//! (a hash of what the host gave) and `text` (the record with what stands beside it). It is opened however old
//! it is: `expires` says when whoever keeps the file is to remove it.
//!
//! # Keeping
//!
//! [`Writer`] says when a draft is written and where, [`Choice`] which copy is opened, [`age`] whether it
//! is still kept, [`lock`] when a form locks: state machines that are told what the stores and the clocks
//! answered, so that many thousands of faults can be played natively.
//!
//! Never here: a window, a store, a clock or randomness. Ids, nonces, keys and times are told by the
//! caller. No sentence is written, and no error says what a draft holds.

mod checksum;
mod choice;
mod envelope;
mod expiry;
mod header;
mod keys;
pub mod lock;
mod pace;
mod told;
mod tries;
mod unlock;
mod writer;
mod written;

pub use checksum::crc32c;
pub use choice::{Choice, Copy, Mark, Source};
pub use envelope::{Envelope, SealFailed, Unreadable, limits, seal};
pub use expiry::{Age, Clocks, IDLE, LONGEST_KEPT, SECOND_LOOK, age, expires};
pub use header::{Argon2Cost, Cipher, DraftId, Header, PBKDF2_ITERATIONS, Wrapping};
pub use keys::{DataKey, NoKey, WeakSecret, WrappingKey, WrongKey};
pub use told::{Act, Fault, Opened, Refusal, Slot, Standing, Told, Write};
pub use tries::{FIRST_WAIT, FREE_TRIES, LONGEST_WAIT, wait};
pub use unlock::{Closed, unlock};
pub use writer::{SLOW, Writer};

/// Milliseconds: since 1970, UTC, or since a page was opened.
pub type Millis = u64;

/// What the member `m` of every sealed draft says.
pub const MAGIC: &str = "team-around-draft";

/// The version of the sealed form that this code writes.
pub const VERSION: u32 = 1;
