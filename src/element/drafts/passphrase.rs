//! Keys from a passphrase. How it is gone through crosses as the member `kdf` of a sealed draft is written.

use super::{Keys, millis};
use crate::draft::{NoKey, Wrapping, WrappingKey, wait};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Keys {
    /// From a passphrase in NFC, by Argon2id; about half a second.
    ///
    /// # Errors
    /// `short`, `memory` (the machine has not so much), or `way`, where that is not Argon2id at an accepted cost.
    pub fn argon2id(passphrase: &str, way: &str) -> Result<Self, String> {
        let wrapping = Wrapping::read(way).ok_or("way")?;
        let Wrapping::Argon2id { salt, memory_kib, passes, lanes } = wrapping else {
            return Err("way".to_owned());
        };
        let cost = crate::draft::Argon2Cost { memory_kib, passes, lanes };
        let key = WrappingKey::from_passphrase(passphrase, &salt, cost).map_err(|why| match why {
            NoKey::TooShort => "short",
            NoKey::Memory => "memory",
            NoKey::Cost => "way",
        })?;
        Ok(Self { key, wrapping })
    }

    /// From the 32 bytes that the browser's PBKDF2 made of a passphrase in this way.
    pub fn pbkdf2(bytes: &[u8], way: &str) -> Option<Self> {
        let wrapping = Wrapping::read(way)?;
        let key = WrappingKey::of(bytes.try_into().ok()?);
        matches!(wrapping, Wrapping::Pbkdf2Sha256 { .. }).then_some(Self { key, wrapping })
    }

    /// The key's own id, which gives nothing of it away.
    pub fn kid(&self) -> String {
        self.key.kid()
    }

    /// The same keys once more, for another form of this page; each is wiped when it is freed.
    pub fn again(&self) -> Self {
        Self { key: self.key.clone(), wrapping: self.wrapping.clone() }
    }
}

/// How a new passphrase is gone through, with 16 random bytes of salt; empty where there are not so many.
/// `approved` asks for an approved algorithm.
#[wasm_bindgen]
pub fn new_way(approved: bool, salt: &[u8]) -> String {
    salt.try_into().map_or_else(|_| String::new(), |salt| Wrapping::by_passphrase(salt, approved).json())
}

/// The shortest passphrase, in characters.
#[wasm_bindgen]
pub fn shortest_passphrase() -> usize {
    WrappingKey::SHORTEST_PASSPHRASE
}

/// How many milliseconds there are until the next try, after so many wrong ones, the last at that time.
#[wasm_bindgen]
#[expect(clippy::cast_precision_loss, reason = "an hour at most")]
pub fn passphrase_wait(wrong: u32, last: f64, now: f64) -> f64 {
    wait(wrong, millis(last), millis(now)) as f64
}
