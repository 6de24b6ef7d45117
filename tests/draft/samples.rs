//! Drafts to try things on.

use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::Value;
use team_around::draft::{
    Cipher, DataKey, DraftId, Envelope, Header, Unreadable, Wrapping, WrappingKey, crc32c, seal,
};

pub const CIPHERS: [Cipher; 2] = [Cipher::XChaCha20Poly1305, Cipher::Aes256Gcm];
pub const TEXT: &str = "{\"plan\":{\"what_we_heard\":\"Siân waits for the bus alone — every Tuesday\"}}";

pub fn data_key() -> DataKey {
    DataKey::of([7; 32])
}

pub fn wrapping_key() -> WrappingKey {
    WrappingKey::of([9; 32])
}

/// A nonce of the length that the cipher asks for.
pub fn nonce(cipher: Cipher) -> Vec<u8> {
    (0..24).take(cipher.nonce_len()).collect()
}

pub fn header(cipher: Cipher) -> Header {
    let draft = DraftId::of([3; 16]);
    let key = wrapping_key();
    Header {
        draft,
        cipher,
        wrapping: Wrapping::Host { kid: key.kid() },
        wrapped: key.wrap(&data_key(), draft, [5; 24]),
        schema: 12,
        app: "1.4.0".to_owned(),
        epoch: 7,
        seq: 418,
        created: 1_760_000_000_000,
        updated: 1_760_000_600_000,
        expires: 1_762_592_000_000,
        seen_max: 1_760_000_600_000,
    }
}

/// One of each way to wrap a key.
pub fn wrappings() -> [Wrapping; 5] {
    [
        Wrapping::Host { kid: wrapping_key().kid() },
        Wrapping::Device { kid: wrapping_key().kid() },
        Wrapping::Argon2id { salt: [1; 16], memory_kib: 65_536, passes: 3, lanes: 1 },
        Wrapping::Pbkdf2Sha256 { salt: [2; 16], iterations: 600_000 },
        Wrapping::Memory,
    ]
}

pub fn sealed(header: &Header, text: &str) -> String {
    seal(header, &data_key(), &nonce(header.cipher), text).unwrap()
}

/// What became of a text: the word is its class.
pub fn fate(text: &str) -> &'static str {
    match Envelope::read(text) {
        Err(Unreadable::NotOurs) => "not ours",
        Err(Unreadable::Newer { .. }) => "newer",
        Err(Unreadable::Damaged) => "damaged",
        Ok(envelope) => match envelope.open(&data_key()) {
            Err(_) => "wrong key",
            Ok(_) => "opens",
        },
    }
}

/// This header before the body of another draft, as a forger would write it: with the checksum mended,
/// so that only the cipher can tell.
pub fn forged(header: &Header, body: &str) -> String {
    let mut document: Value = serde_json::from_str(body).unwrap();
    let nonce = bytes(&document["nonce"]);
    let mut members: Value = serde_json::from_str(&seal(header, &data_key(), &nonce, "").unwrap()).unwrap();
    members["crc"] = checksum(header, body).into();
    members["ct"] = document["ct"].take();
    members.to_string()
}

/// The checksum that agrees with this header before the body of another draft.
pub fn checksum(header: &Header, body: &str) -> u32 {
    let document: Value = serde_json::from_str(body).unwrap();
    checksum_of(header, &bytes(&document["nonce"]), &bytes(&document["ct"]))
}

/// The checksum of a header, a nonce and a cipher text, put together here once more.
pub fn checksum_of(header: &Header, nonce: &[u8], sealed: &[u8]) -> u32 {
    let mut all = header.bound_bytes(nonce);
    all.extend(u32::try_from(sealed.len()).unwrap().to_be_bytes());
    all.extend(sealed);
    crc32c(&[&all])
}

/// What a member in base64url stands for.
pub fn bytes(member: &Value) -> Vec<u8> {
    Base64UrlUnpadded::decode_vec(member.as_str().unwrap()).unwrap()
}
