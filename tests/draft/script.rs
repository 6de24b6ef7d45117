//! A sealed draft opens in another language, by a script that knows the written form alone.

use crate::samples::{CIPHERS, data_key, header, sealed};
use std::path::Path;
use std::process::{Command, Output};
use team_around::draft::{Cipher, Header, Wrapping, WrappingKey};

const SECRET: &[u8] = b"a host's secret of some length";

/// What the script printed of a draft that was written to a file.
fn opened(draft: &str, name: &str, key: &[&str]) -> Output {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.draft"));
    std::fs::write(&file, draft).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/draft/open.mjs");
    let output = Command::new("node").arg(script).arg(file).args(key).output();
    output.unwrap_or_else(|error| {
        panic!("This test needs Node on the path, to run tests/draft/open.mjs: {error}")
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn opens(header: &Header, name: &str, key: &[&str]) {
    let text = format!("Siân — „Größe“ \u{1f98a} {}", "line\n".repeat(900));
    let output = opened(&sealed(header, &text), name, key);
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), text, "{name}");
}

fn name(cipher: Cipher, what: &str) -> String {
    format!("{what}-{}", cipher.code())
}

#[test]
fn a_script_opens_what_was_sealed() {
    for cipher in CIPHERS {
        opens(&header(cipher), &name(cipher, "bytes"), &[&hex(&[9; 32])]);
    }
}

#[test]
fn a_script_derives_the_key_from_a_hosts_secret() {
    for cipher in CIPHERS {
        let key = WrappingKey::from_secret(SECRET).unwrap();
        let mut header = header(cipher);
        header.wrapping = Wrapping::Host { kid: key.kid() };
        header.wrapped = key.wrap(&data_key(), header.draft, [5; 24]);
        opens(&header, &name(cipher, "secret"), &["--secret", &hex(SECRET)]);
    }
}

#[test]
fn a_script_reads_every_way_of_wrapping() {
    for (at, wrapping) in crate::samples::wrappings().into_iter().enumerate() {
        let header = Header { wrapping, ..header(CIPHERS[0]) };
        opens(&header, &format!("wrapping-{at}"), &[&hex(&[9; 32])]);
    }
}

#[test]
fn a_script_refuses_what_this_code_refuses() {
    let header = header(CIPHERS[1]);
    let draft = sealed(&header, "text");
    let other = opened(&draft, "other-key", &[&hex(&[8; 32])]);
    let changed = opened(&draft.replacen("\"seq\":418", "\"seq\":417", 1), "changed", &[&hex(&[9; 32])]);
    let later = crate::samples::forged(&Header { seq: 419, ..header }, &draft);
    let forged = opened(&later, "forged", &[&hex(&[9; 32])]);
    let said = [other, changed, forged].map(|output| {
        assert!(!output.status.success() && output.stdout.is_empty());
        String::from_utf8_lossy(&output.stderr).trim().to_owned()
    });
    assert_eq!(said, ["another key", "damaged", "wrong key"]);
}
