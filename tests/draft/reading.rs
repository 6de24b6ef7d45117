//! What is read, what is not, and what is never written.

use crate::samples::{CIPHERS, TEXT, data_key, fate, forged, header, nonce, sealed, wrappings};
use serde_json::{Value, json};
use team_around::draft::{
    Cipher, DraftId, Envelope, Header, MAGIC, SealFailed, Unreadable, Wrapping, limits, seal,
};

#[test]
fn what_was_never_a_draft_is_not_ours() {
    let texts = ["null", "{}", "[]", "\u{0}", "0", "{\"m\":\"another\",\"v\":1}", "{\"v\":1}", "hello"];
    for text in texts {
        assert_eq!(fate(text), "not ours", "{text}");
    }
}

#[test]
fn a_later_version_is_told_whatever_else_it_holds() {
    let text = json!({ "m": MAGIC, "v": 2, "post": "quantum", "ct": 7 }).to_string();
    assert_eq!(Envelope::read(&text).err(), Some(Unreadable::Newer { version: 2 }));
    for version in ["0", "-1", "1.0", "\"1\"", "4294967296", "null"] {
        assert_eq!(fate(&format!("{{\"m\":\"{MAGIC}\",\"v\":{version}}}")), "damaged", "{version}");
    }
}

#[test]
fn spaces_and_the_order_of_members_do_not_matter() {
    let text = sealed(&header(CIPHERS[0]), TEXT);
    let members: serde_json::Map<String, Value> = serde_json::from_str(&text).unwrap();
    let turned: serde_json::Map<String, Value> = members.into_iter().rev().collect();
    assert_eq!(fate(&serde_json::to_string_pretty(&turned).unwrap()), "opens");
    assert!(!text.contains('\n') && !text.contains("\": "));
}

#[test]
fn no_member_may_be_missing_twice_or_more() {
    let text = sealed(&header(CIPHERS[0]), TEXT);
    let members: serde_json::Map<String, Value> = serde_json::from_str(&text).unwrap();
    for name in members.keys() {
        let mut fewer = members.clone();
        fewer.remove(name);
        assert_ne!(fate(&Value::from(fewer).to_string()), "opens", "without {name}");
        let twice = format!("{{\"{name}\":{},{}", members[name], &text[1..]);
        assert_eq!(fate(&twice), "damaged", "{name} twice");
    }
    for (from, to) in [("{\"m\"", "{\"x\":1,\"m\""), ("{\"n\"", "{\"x\":1,\"n\"")] {
        assert_eq!(fate(&text.replacen(from, to, 1)), "damaged", "{to}");
    }
    let memory = Header { wrapping: Wrapping::Memory, wrapped: Vec::new(), ..header(CIPHERS[0]) };
    let text = sealed(&memory, TEXT);
    assert_eq!(fate(&text), "opens");
    assert_eq!(fate(&text.replacen("{\"n\"", "{\"x\":1,\"n\"", 1)), "damaged");
}

/// One header beyond each bound; none is written.
fn beyond() -> Vec<Header> {
    let header = header(CIPHERS[0]);
    let exact = (1 << 53) - 1;
    let wrapped = |wrapping| Header { wrapping, ..header.clone() };
    let argon =
        |memory_kib, passes, lanes| wrapped(Wrapping::Argon2id { salt: [0; 16], memory_kib, passes, lanes });
    vec![
        Header { seq: exact + 1, ..header.clone() },
        Header { epoch: u64::MAX, ..header.clone() },
        Header { created: exact + 1, ..header.clone() },
        Header { updated: exact + 1, ..header.clone() },
        Header { expires: exact + 1, ..header.clone() },
        Header { seen_max: exact + 1, ..header.clone() },
        Header { app: "1".repeat(65), ..header.clone() },
        Header { wrapped: vec![0; 257], ..header.clone() },
        wrapped(Wrapping::Host { kid: String::new() }),
        wrapped(Wrapping::Device { kid: "k".repeat(65) }),
        wrapped(Wrapping::Pbkdf2Sha256 { salt: [0; 16], iterations: 599_999 }),
        wrapped(Wrapping::Pbkdf2Sha256 { salt: [0; 16], iterations: u32::MAX }),
        argon(19_455, 2, 1),
        argon(19_456, 1, 1),
        argon(19_456, 2, 0),
        argon(u32::MAX, 3, 1),
    ]
}

#[test]
fn headers_out_of_bounds_are_not_written() {
    for header in beyond() {
        let written = seal(&header, &data_key(), &nonce(header.cipher), TEXT);
        assert_eq!(written, Err(SealFailed::Header), "{header:?}");
    }
    let edge = Header { seq: (1 << 53) - 1, app: "1".repeat(64), ..header(CIPHERS[0]) };
    assert_eq!(fate(&sealed(&edge, TEXT)), "opens");
}

/// The same bounds hold for what is read, with a checksum that agrees.
#[test]
fn headers_out_of_bounds_are_not_read() {
    let body = sealed(&header(CIPHERS[0]), TEXT);
    let sound = Header { seq: (1 << 53) - 1, ..header(CIPHERS[0]) };
    let text = forged(&sound, &body);
    assert_eq!(fate(&text), "wrong key");
    let mut document: Value = serde_json::from_str(&text).unwrap();
    document["seq"] = (1u64 << 53).into();
    let beyond = Header { seq: 1 << 53, ..sound };
    document["crc"] = crate::samples::checksum(&beyond, &body).into();
    assert_eq!(fate(&document.to_string()), "damaged");
}

#[test]
fn a_nonce_of_the_wrong_length_seals_nothing() {
    for cipher in CIPHERS {
        for length in (0..40).filter(|length| *length != cipher.nonce_len()) {
            let sealed = seal(&header(cipher), &data_key(), &vec![0; length], TEXT);
            assert_eq!(sealed, Err(SealFailed::Nonce));
        }
    }
    assert_eq!(CIPHERS.map(Cipher::code), ["XC20P", "A256GCM"]);
    assert_eq!(CIPHERS.map(Cipher::nonce_len), [24, 12]);
}

#[test]
fn the_length_of_a_text_shows_only_in_steps_of_a_kibibyte() {
    let length = |bytes: usize| sealed(&header(CIPHERS[0]), &"x".repeat(bytes)).len();
    // The checksum is a number, so its figures may be one or two fewer.
    let cipher_text = |bytes: usize| {
        let document: Value = serde_json::from_str(&sealed(&header(CIPHERS[0]), &"x".repeat(bytes))).unwrap();
        document["ct"].as_str().unwrap().len()
    };
    assert!(length(0).abs_diff(length(1_020)) < 10);
    for bytes in 0..=1_020 {
        assert_eq!(cipher_text(bytes), cipher_text(0), "{bytes}");
    }
    for bytes in [1_021, 1_500, 2_044] {
        assert_eq!(cipher_text(bytes), (2_048 + 16usize).div_ceil(3) * 4, "{bytes}");
    }
    assert!(cipher_text(2_045) > cipher_text(2_044));
}

#[test]
fn a_text_beyond_four_mebibytes_is_neither_written_nor_read() {
    let header = header(CIPHERS[0]);
    let fits = "x".repeat(3_000_000);
    let text = sealed(&header, &fits);
    assert!(text.len() < limits::BYTES);
    assert_eq!(fate(&text), "opens");
    for bytes in [3_146_000, limits::BYTES + 1] {
        let long = seal(&header, &data_key(), &[0; 24], &"x".repeat(bytes));
        assert_eq!(long, Err(SealFailed::TooLong));
    }
    let spaced = format!("{text}{}", " ".repeat(limits::BYTES));
    assert_eq!(fate(&spaced), "damaged");
    assert_eq!(fate(&" ".repeat(limits::BYTES + 1)), "not ours");
    assert_eq!(fate(&"[".repeat(limits::BYTES)), "not ours");
}

#[test]
fn a_drafts_id_is_written_in_one_way_only() {
    let id = DraftId::of([0xfb; 16]);
    let text = id.to_string();
    assert_eq!((text.len(), DraftId::read(&text)), (22, Some(id)));
    assert_eq!(DraftId::of([0; 16]).to_string(), "A".repeat(22));
    // The last letter stands for two bits and four that must be nothing.
    for other in ["AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAA==", "", "A A"] {
        assert_eq!(DraftId::read(other), None, "{other}");
    }
    assert_eq!(DraftId::read(&text.replace('-', "+").replace('_', "/")), None);
}

#[test]
fn every_way_of_wrapping_is_read_back() {
    for cipher in CIPHERS {
        for wrapping in wrappings() {
            let header = Header { wrapping, ..header(cipher) };
            let envelope = Envelope::read(&sealed(&header, TEXT)).unwrap();
            assert_eq!(envelope.header(), &header);
            assert_eq!(*envelope.open(&data_key()).unwrap(), TEXT);
        }
    }
}
