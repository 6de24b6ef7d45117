//! Passphrases: what opens and what does not, told apart from damage, and how long a wrong one waits.

use crate::samples::{CIPHERS, TEXT, bytes, checksum_of, data_key, header, sealed, wrapping_key, wrappings};
use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::Value;
use team_around::draft::{
    Argon2Cost, Closed, Envelope, FIRST_WAIT, Header, LONGEST_WAIT, Wrapping, WrappingKey, unlock, wait,
};

const QUICK: Argon2Cost = Argon2Cost::FLOOR;
const PASSPHRASE: &str = "pump brass otter lamp";
/// What the element exported, of an invented child.
const COPY: &str = include_str!("copy.json");

fn argon2id(salt: u8) -> Wrapping {
    let Argon2Cost { memory_kib, passes, lanes } = QUICK;
    Wrapping::Argon2id { salt: [salt; 16], memory_kib, passes, lanes }
}

fn key(passphrase: &str) -> WrappingKey {
    WrappingKey::from_passphrase(passphrase, &[6; 16], QUICK).unwrap()
}

/// A draft under a key, as it is written.
fn under(key: &WrappingKey, wrapping: Wrapping) -> String {
    let header = header(CIPHERS[0]);
    let wrapped = key.wrap(&data_key(), header.draft, [5; 24]);
    sealed(&Header { wrapping, wrapped, ..header }, TEXT)
}

fn fate(text: &str, key: &WrappingKey, wrapping: &Wrapping) -> Result<String, Closed> {
    unlock(&Envelope::read(text).unwrap(), key, wrapping).map(|text| (*text).clone())
}

/// The draft with another cipher text or wrapped key, and a checksum that agrees.
fn changed(text: &str, header: impl Fn(&mut Header), flip: Option<usize>) -> String {
    let mut members: Value = serde_json::from_str(text).unwrap();
    let mut told = Envelope::read(text).unwrap().header().clone();
    header(&mut told);
    let mut ct = bytes(&members["ct"]);
    if let Some(at) = flip {
        ct[at] ^= 1;
    }
    let other: Value = serde_json::from_str(&sealed(&told, TEXT)).unwrap();
    let written = Base64UrlUnpadded::encode_string(&ct);
    members["wk"] = other["wk"].clone();
    members["ct"] = written.into();
    members["crc"] = checksum_of(&told, &bytes(&members["nonce"]), &ct).into();
    members.to_string()
}

#[test]
fn another_passphrase_is_told_apart_from_damage() {
    let (right, wrong) = (key(PASSPHRASE), key("pump brass otter lamq"));
    let text = under(&right, argon2id(6));
    assert_eq!(fate(&text, &right, &argon2id(6)).unwrap(), TEXT);
    assert_eq!(fate(&text, &wrong, &argon2id(6)), Err(Closed::AnotherKey));
    // Another person of this device, or another passphrase of the same one: the salt differs.
    assert_eq!(fate(&text, &right, &argon2id(7)), Err(Closed::AnotherKey));
    let rotten = changed(&text, |_| {}, Some(40));
    assert_eq!(fate(&rotten, &right, &argon2id(6)), Err(Closed::Damaged));
    assert_eq!(fate(&rotten, &wrong, &argon2id(6)), Err(Closed::AnotherKey));
}

#[test]
fn a_key_with_an_id_that_does_not_open_finds_damage() {
    let (ours, other) = (wrapping_key(), WrappingKey::of([8; 32]));
    for wrapping in [Wrapping::Host { kid: ours.kid() }, Wrapping::Device { kid: ours.kid() }] {
        let text = under(&ours, wrapping.clone());
        assert_eq!(fate(&text, &ours, &wrapping).unwrap(), TEXT);
        let theirs = Wrapping::Host { kid: other.kid() };
        assert_eq!(fate(&text, &other, &theirs), Err(Closed::AnotherKey));
        let torn = changed(&text, |header| header.wrapped[30] ^= 1, None);
        assert_eq!(fate(&torn, &ours, &wrapping), Err(Closed::Damaged));
    }
}

/// Neither a key of the host nor one of a passphrase stands in for the other.
#[test]
fn the_way_of_wrapping_is_part_of_the_key() {
    let key = wrapping_key();
    let all = wrappings();
    for written in all.iter().filter(|way| **way != Wrapping::Memory) {
        for asked in &all {
            let opened = fate(&under(&key, written.clone()), &key, asked);
            assert_eq!(opened.is_ok(), written == asked, "{written:?} by {asked:?}");
            assert!(opened.is_ok() || opened == Err(Closed::AnotherKey));
        }
    }
}

#[test]
fn a_way_is_read_as_it_is_written_and_only_within_its_bounds() {
    for way in wrappings() {
        assert_eq!(Wrapping::read(&way.json()), Some(way));
    }
    let argon2id = "{\"n\":\"argon2id\",\"m\":65536,\"t\":3,\"p\":1,\"salt\":\"AQEBAQEBAQEBAQEBAQEBAQ\"}";
    assert_eq!(Wrapping::by_passphrase([1; 16], false).json(), argon2id);
    let pbkdf2 = "{\"n\":\"pbkdf2-sha256\",\"i\":600000,\"salt\":\"AQEBAQEBAQEBAQEBAQEBAQ\"}";
    assert_eq!(Wrapping::by_passphrase([1; 16], true).json(), pbkdf2);
    for (from, to) in [("65536", "19455"), ("65536", "999999"), ("\"t\":3", "\"t\":1"), ("AQE", "AQ")] {
        assert_eq!(Wrapping::read(&argon2id.replacen(from, to, 1)), None, "{to}");
    }
    assert_eq!(Wrapping::read(&pbkdf2.replace("600000", "599999")), None);
    assert_eq!(Wrapping::read("{}"), None);
}

#[test]
fn a_copy_that_the_element_exported_opens_here() {
    let envelope = Envelope::read(COPY.trim()).unwrap();
    let Wrapping::Argon2id { salt, memory_kib, passes, lanes } = envelope.header().wrapping else {
        panic!("another way");
    };
    assert_eq!((memory_kib, passes, lanes), (64 * 1024, 3, 1));
    let key = WrappingKey::from_passphrase(PASSPHRASE, &salt, Argon2Cost::USUAL).unwrap();
    let text = unlock(&envelope, &key, &envelope.header().wrapping).unwrap();
    let held: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(held["subject"], "plan\nc-1\n\n");
    assert!(held["text"].as_str().unwrap().contains("Mali Typed"));
}

/// Five tries, then 30 seconds, then twice as long each time, and never for a day.
#[test]
fn a_wrong_passphrase_waits_from_the_fifth_on() {
    let at = 1_760_000_000_000;
    for wrong in 0..5 {
        assert_eq!(wait(wrong, at, at), 0);
    }
    let waits: Vec<u64> = (5..9).map(|wrong| wait(wrong, at, at)).collect();
    assert_eq!(waits, [30_000, 60_000, 120_000, 240_000]);
    assert_eq!(wait(5, at, at + 29_999), 1);
    assert_eq!(wait(5, at, at + 30_000), 0);
    assert_eq!((FIRST_WAIT, wait(u32::MAX, at, at)), (30_000, LONGEST_WAIT));
    assert_eq!(LONGEST_WAIT, 60 * 60 * 1_000);
    assert_eq!(wait(5, at, at - 86_400_000), 30_000, "a clock that was set back prolongs nothing");
}
