//! Whatever is changed in a sealed draft, it does not open, and the reason is told apart.

use crate::samples::{CIPHERS, TEXT, bytes, checksum_of, fate, forged, header, nonce, sealed, wrappings};
use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::Value;
use team_around::draft::{DraftId, Header, Wrapping};

/// A text whose sealed form takes about 2 KB.
fn two_kilobytes() -> String {
    "x".repeat(1_000)
}

/// A store gives text, so a byte that is no longer UTF-8 comes back as the sign for that.
#[test]
fn no_single_changed_bit_opens() {
    for cipher in CIPHERS {
        let text = sealed(&header(cipher), &two_kilobytes());
        assert!((1_800..2_300).contains(&text.len()), "{}", text.len());
        let mut bytes = text.clone().into_bytes();
        let mut damaged = 0;
        for bit in 0..bytes.len() * 8 {
            bytes[bit / 8] ^= 1 << (bit % 8);
            let fate = fate(&String::from_utf8_lossy(&bytes));
            let at = bit / 8;
            let expected: &[&str] = match fate {
                // The name and the version are all that is asked before the checksum.
                _ if at < 24 => &["damaged", "not ours"],
                _ if text[..at].ends_with("\"v\":") => &["damaged", "newer"],
                _ => &["damaged"],
            };
            assert!(expected.contains(&fate), "bit {bit}, at {}: {fate}", &text[at.saturating_sub(9)..=at]);
            damaged += usize::from(fate == "damaged");
            bytes[bit / 8] ^= 1 << (bit % 8);
        }
        assert!(damaged > bytes.len() * 8 - 400, "{damaged}");
        assert_eq!(fate(&text), "opens");
    }
}

#[test]
fn a_draft_that_was_cut_off_is_damaged_wherever_it_was_cut() {
    for cipher in CIPHERS {
        let text = sealed(&header(cipher), TEXT);
        assert_eq!(fate(""), "not ours");
        for length in 1..text.len() {
            assert_eq!(fate(&text[..length]), "damaged", "{length}");
        }
    }
}

/// Every bit of the cipher text and its tag, with the checksum mended: only the cipher is left to refuse.
#[test]
fn the_cipher_refuses_what_the_checksum_was_mended_for() {
    for cipher in CIPHERS {
        let header = header(cipher);
        let text = sealed(&header, TEXT);
        let whole: Value = serde_json::from_str(&text).unwrap();
        let written = whole["ct"].as_str().unwrap();
        let crc = format!("\"crc\":{}", whole["crc"]);
        let mut cipher_text = bytes(&whole["ct"]);
        for bit in 0..cipher_text.len() * 8 {
            cipher_text[bit / 8] ^= 1 << (bit % 8);
            let mended = format!("\"crc\":{}", checksum_of(&header, &nonce(cipher), &cipher_text));
            let changed = text.replace(written, &Base64UrlUnpadded::encode_string(&cipher_text));
            assert_eq!(fate(&changed.replace(&crc, &mended)), "wrong key", "{bit}");
            cipher_text[bit / 8] ^= 1 << (bit % 8);
        }
    }
}

/// The same header with one member changed, each member in its turn.
fn changed(header: &Header) -> Vec<Header> {
    let with = |change: &dyn Fn(&mut Header)| {
        let mut changed = header.clone();
        change(&mut changed);
        changed
    };
    let mut all = vec![
        with(&|header| header.draft = DraftId::of([4; 16])),
        with(&|header| header.wrapped[30] ^= 1),
        with(&|header| header.wrapped.push(0)),
        with(&|header| header.schema += 1),
        with(&|header| header.app.push('1')),
        with(&|header| header.epoch += 1),
        with(&|header| header.seq -= 1),
        with(&|header| header.created -= 1),
        with(&|header| header.updated += 1),
        with(&|header| header.expires += 86_400_000),
        with(&|header| header.seen_max -= 1),
        with(&|header| std::mem::swap(&mut header.created, &mut header.updated)),
        with(&|header| header.wrapping = Wrapping::Host { kid: "another".to_owned() }),
    ];
    let others = wrappings().into_iter().filter(|wrapping| *wrapping != header.wrapping);
    all.extend(others.map(|wrapping| with(&|header| header.wrapping = wrapping.clone())));
    all
}

#[test]
fn no_member_of_the_header_can_be_changed() {
    for cipher in CIPHERS {
        let header = header(cipher);
        let body = sealed(&header, TEXT);
        assert_eq!(fate(&forged(&header, &body)), "opens");
        for changed in changed(&header) {
            assert_eq!(fate(&forged(&changed, &body)), "wrong key", "{changed:?}");
        }
    }
}

#[test]
fn the_header_of_one_draft_does_not_open_the_body_of_another() {
    for cipher in CIPHERS {
        let ours = header(cipher);
        let theirs = Header { draft: DraftId::of([8; 16]), ..ours.clone() };
        for (header, body) in [(&ours, &theirs), (&theirs, &ours)] {
            assert_eq!(fate(&forged(header, &sealed(body, TEXT))), "wrong key");
        }
    }
}

#[test]
fn a_draft_with_another_nonce_does_not_open() {
    for cipher in CIPHERS {
        let header = header(cipher);
        let mut other = nonce(cipher);
        other[0] ^= 1;
        let mut body: Value = serde_json::from_str(&sealed(&header, TEXT)).unwrap();
        body["nonce"] = Base64UrlUnpadded::encode_string(&other).into();
        assert_eq!(fate(&forged(&header, &body.to_string())), "wrong key");
    }
}

/// The lengths bind each piece to its place: what moves from one member to the next is another header.
#[test]
fn bytes_cannot_move_from_one_member_to_the_next() {
    let header = header(CIPHERS[0]);
    let mut moved = header.clone();
    let last = moved.wrapped.pop().unwrap();
    let nonce = nonce(header.cipher);
    let shifted: Vec<u8> = [last].into_iter().chain(nonce.iter().copied()).collect();
    assert_ne!(header.bound_bytes(&nonce), moved.bound_bytes(&shifted));
}
