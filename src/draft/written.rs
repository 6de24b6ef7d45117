//! A sealed draft as it is written: the members of its JSON, and what they stand for.

use super::header::{Cipher, DraftId, Header, Wrapping, exactly};
use super::{MAGIC, VERSION};
use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Serialize};

/// No member more, none twice, none missing: what is not bound to the text has no place beside it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    m: String,
    v: u32,
    alg: String,
    kdf: Kdf,
    wk: String,
    nonce: String,
    did: String,
    schema: u32,
    app: String,
    epoch: u64,
    seq: u64,
    created: u64,
    updated: u64,
    expires: u64,
    #[serde(rename = "seenMax")]
    seen_max: u64,
    ct: String,
    crc: u32,
}

/// Each is written with braces, because serde lets a bare word have members that it does not know.
#[derive(Serialize, Deserialize)]
#[serde(tag = "n", deny_unknown_fields)]
enum Kdf {
    #[serde(rename = "host")]
    Host { kid: String },
    #[serde(rename = "device")]
    Device { kid: String },
    #[serde(rename = "argon2id")]
    Argon2id { m: u32, t: u32, p: u32, salt: String },
    #[serde(rename = "pbkdf2-sha256")]
    Pbkdf2Sha256 { i: u32, salt: String },
    #[serde(rename = "memory")]
    Memory {},
}

/// A sealed draft, taken apart.
pub(super) struct Pieces {
    pub header: Header,
    pub nonce: Vec<u8>,
    pub sealed: Vec<u8>,
    pub crc: u32,
}

impl Written {
    pub fn of(header: &Header, nonce: &[u8], sealed: &[u8], crc: u32) -> Self {
        Self {
            m: MAGIC.to_owned(),
            v: VERSION,
            alg: header.cipher.code().to_owned(),
            kdf: Kdf::of(&header.wrapping),
            wk: Base64UrlUnpadded::encode_string(&header.wrapped),
            nonce: Base64UrlUnpadded::encode_string(nonce),
            did: header.draft.to_string(),
            schema: header.schema,
            app: header.app.clone(),
            epoch: header.epoch,
            seq: header.seq,
            created: header.created,
            updated: header.updated,
            expires: header.expires,
            seen_max: header.seen_max,
            ct: Base64UrlUnpadded::encode_string(sealed),
            crc,
        }
    }

    /// The pieces, if every member is what it must be.
    pub fn pieces(self) -> Option<Pieces> {
        let header = Header {
            draft: DraftId::read(&self.did)?,
            cipher: Cipher::read(&self.alg)?,
            wrapping: self.kdf.wrapping()?,
            wrapped: Base64UrlUnpadded::decode_vec(&self.wk).ok()?,
            schema: self.schema,
            app: self.app,
            epoch: self.epoch,
            seq: self.seq,
            created: self.created,
            updated: self.updated,
            expires: self.expires,
            seen_max: self.seen_max,
        };
        let nonce = Base64UrlUnpadded::decode_vec(&self.nonce).ok()?;
        let sealed = Base64UrlUnpadded::decode_vec(&self.ct).ok()?;
        let ours = self.m == MAGIC && self.v == VERSION;
        let sound = ours && header.is_sound() && nonce.len() == header.cipher.nonce_len();
        sound.then_some(Pieces { header, nonce, sealed, crc: self.crc })
    }
}

impl Wrapping {
    /// As the member `kdf` writes it.
    pub fn json(&self) -> String {
        // It holds short texts and numbers alone, which are always written.
        serde_json::to_string(&Kdf::of(self)).unwrap_or_default()
    }

    /// What the member `kdf` says; `None` where it is not one, or asks for less or more than is accepted.
    pub fn read(json: &str) -> Option<Self> {
        let kdf: Kdf = serde_json::from_str(json).ok()?;
        kdf.wrapping().filter(Self::is_sound)
    }
}

impl Kdf {
    fn of(wrapping: &Wrapping) -> Self {
        match wrapping {
            Wrapping::Host { kid } => Self::Host { kid: kid.clone() },
            Wrapping::Device { kid } => Self::Device { kid: kid.clone() },
            Wrapping::Argon2id { salt, memory_kib, passes, lanes } => Self::Argon2id {
                m: *memory_kib,
                t: *passes,
                p: *lanes,
                salt: Base64UrlUnpadded::encode_string(salt),
            },
            Wrapping::Pbkdf2Sha256 { salt, iterations } => {
                Self::Pbkdf2Sha256 { i: *iterations, salt: Base64UrlUnpadded::encode_string(salt) }
            }
            Wrapping::Memory => Self::Memory {},
        }
    }

    fn wrapping(self) -> Option<Wrapping> {
        Some(match self {
            Self::Host { kid } => Wrapping::Host { kid },
            Self::Device { kid } => Wrapping::Device { kid },
            Self::Argon2id { m, t, p, salt } => {
                Wrapping::Argon2id { salt: exactly(&salt)?, memory_kib: m, passes: t, lanes: p }
            }
            Self::Pbkdf2Sha256 { i, salt } => Wrapping::Pbkdf2Sha256 { salt: exactly(&salt)?, iterations: i },
            Self::Memory {} => Wrapping::Memory,
        })
    }
}
