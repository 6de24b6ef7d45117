//! Drafts of every released format open for ever.  reliability.md M1
//!
//! `golden/v1-*.json` were sealed by `written.mjs`, which knows the written form alone. A released format's
//! files are never made anew.

use std::path::{Path, PathBuf};
use team_around::draft::{Envelope, Unreadable, WrappingKey};
use team_around::record::Record;
use team_around::wire;

const SECRET: &[u8] = b"the secret of the golden drafts";

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/draft/golden").join(name)
}

fn read(name: &str) -> String {
    std::fs::read_to_string(golden(name)).unwrap()
}

fn opened(name: &str) -> String {
    let sealed = read(name);
    let envelope = Envelope::read(sealed.trim_end()).unwrap();
    let key = WrappingKey::from_secret(SECRET).unwrap();
    let key = key.data_key(envelope.header()).unwrap();
    envelope.open(&key).unwrap().to_string()
}

#[test]
fn the_first_format_opens_by_both_ciphers() {
    for name in ["v1-XC20P.json", "v1-A256GCM.json"] {
        assert_eq!(opened(name), read("v1.txt"), "{name}");
    }
}

#[test]
fn what_was_sealed_is_a_record_with_everything_in_it() {
    let held: serde_json::Value = serde_json::from_str(&opened("v1-XC20P.json")).unwrap();
    let opened = wire::Envelope::read_text(held["text"].as_str().unwrap());
    let written = wire::write_record(&opened.envelope.record).to_string();
    for word in ["Siân Invented", "2019-02-29", "„the dark“", "about March 2026"] {
        assert!(written.contains(word), "{word}: {written}");
    }
    assert_ne!(opened.envelope.record, Record::default());
    assert!(opened.envelope.write_around(&opened.envelope.record).to_string().contains("quieter, please"));
}

#[test]
fn a_later_form_of_the_envelope_is_told_apart_from_damage() {
    let later = read("v1-XC20P.json").replacen("\"v\":1", "\"v\":2", 1);
    assert_eq!(Envelope::read(later.trim_end()).err(), Some(Unreadable::Newer { version: 2 }));
}
