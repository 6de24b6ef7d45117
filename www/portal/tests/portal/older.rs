//! The database of an earlier portal opens, with everything in it.

use crate::copying::{DELYTHS, approve, hand_out};
use crate::portal::{Portal, TODAY};
use rusqlite::Connection;

/// The tables of the portal before there were meetings, as it made them.
const BEFORE_MEETINGS: &str = "
    CREATE TABLE plan (reference TEXT PRIMARY KEY, protocol TEXT NOT NULL) STRICT;
    CREATE TABLE version (
        reference TEXT NOT NULL REFERENCES plan, number INTEGER NOT NULL, kind TEXT NOT NULL,
        record TEXT NOT NULL, received TEXT NOT NULL, hash TEXT NOT NULL, receipt TEXT NOT NULL UNIQUE,
        by_name TEXT NOT NULL, by_role TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (reference, number)
    ) STRICT;
    CREATE TABLE session (id_hash TEXT PRIMARY KEY, user TEXT NOT NULL, begun INTEGER NOT NULL) STRICT;
    CREATE TABLE draft_key (
        user TEXT NOT NULL, reference TEXT NOT NULL, secret TEXT NOT NULL, PRIMARY KEY (user, reference)
    ) STRICT;
    INSERT INTO plan VALUES ('CIN-7', 'hampshire-cin-2018');
    INSERT INTO version VALUES ('CIN-7', 1, 'submission',
        '{\"document\":{\"reference\":\"CIN-7\"},\"plan\":{\"why\":\"Kept.\"},\"meetings\":[{\"id\":\"m-1\"}]}',
        '{}', 'ab', 'cd', 'Ada Okafor', 'Social worker', '2026-03-01T09:00:00Z');
    INSERT INTO draft_key VALUES ('ada', 'CIN-7', 'a secret that drafts are sealed under');
";

fn before_meetings() -> Portal {
    Portal::start_over(TODAY, |path| Connection::open(path).unwrap().execute_batch(BEFORE_MEETINGS).unwrap())
}

#[test]
fn a_database_from_before_meetings_opens_with_its_plans_versions_and_keys() {
    let mut portal = before_meetings();
    for _ in 0..2 {
        let ada = portal.sign_in("ada");
        let data = portal.get("/plans/CIN-7/data.json", &ada).json();
        assert_eq!(
            (data["version"].as_u64(), data["record"]["plan"]["why"].as_str()),
            (Some(1), Some("Kept."))
        );
        assert_eq!(data["draftKey"], "a secret that drafts are sealed under");
        assert!(portal.get("/plans", &ada).text().contains("Final"), "its plan was final");
        assert_eq!(portal.get("/plans/CIN-7/meetings/m-1", &ada).status, 200);
        assert_eq!(portal.get("/plans/CIN-1042", &ada).status, 404, "the invented plans were added to it");
        portal.restart();
    }
}

#[test]
fn a_database_from_before_copies_were_handed_out_opens_too() {
    let mut portal = Portal::start();
    let data = Connection::open(portal.data_file()).unwrap();
    let before = "DROP TABLE family_comment; DROP TABLE family_link;
        ALTER TABLE request DROP COLUMN author; PRAGMA user_version = 4;";
    data.execute_batch(before).unwrap();
    drop(data);
    portal.restart();
    approve(&portal, DELYTHS);
    assert_eq!(portal.get(&hand_out(&portal, DELYTHS), "").status, 200);
}

#[test]
fn a_database_of_a_newer_portal_is_left_alone() {
    let portal = Portal::start();
    let data = Connection::open(portal.data_file()).unwrap();
    data.pragma_update(None, "user_version", 99).unwrap();
    let started = std::process::Command::new(env!("CARGO_BIN_EXE_portal"))
        .args(["--port", "0", "--package"])
        .arg(portal.data_file().parent().unwrap())
        .arg("--data")
        .arg(portal.data_file())
        .output()
        .unwrap();
    assert!(!started.status.success());
    let said = String::from_utf8_lossy(&started.stderr).into_owned();
    assert!(said.contains("newer portal"), "{said}");
}
