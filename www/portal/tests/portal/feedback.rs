//! What people thought of a meeting is kept apart from the plan, and names nobody.

use crate::portal::Portal;
use crate::sent::{DILYS, meeting, record};
use rusqlite::Connection;
use team_around::wire::{EnvelopeKind, read_text};

const REVIEW: &str = "/plans/CIN-1042/meetings/m-2";
const SAID: &str = r#"{"feedback":[
    {"id":"kq-7","from":"child","child_listened":"partly","child_change":"Biscuits that are not all plain.","meeting":"m-2"},
    {"id":"kq-8","from":"family","family_understood":"yes","family_wrong":"The bus is every two hours.","meeting":"m-2"}]}"#;

/// A portal with feedback that the minute-taker typed.
fn with_feedback() -> (Portal, String) {
    let portal = Portal::start();
    let dilys = portal.sign_in("dilys");
    let mut record = record(&portal.data(&dilys));
    record.feedback = read_text(SAID).record.feedback;
    let text = meeting(EnvelopeKind::Draft, &record, DILYS, "m-2");
    assert!(text.contains("Biscuits"));
    let stored = portal.send_to(REVIEW, &dilys, 1, &text);
    assert_eq!(stored.status, 201, "{}", stored.text());
    (portal, text)
}

#[test]
fn it_is_in_no_version() {
    let (portal, _) = with_feedback();
    let dilys = portal.sign_in("dilys");
    for path in ["/plans/CIN-1042/data.json", "/plans/CIN-1042/versions/2/data.json", REVIEW] {
        assert!(!portal.get(path, &dilys).text().contains("Biscuits"), "{path}");
    }
    let data = Connection::open(portal.data_file()).unwrap();
    let kept = "SELECT count(*) FROM version WHERE record LIKE '%feedback%' OR received LIKE '%feedback%'";
    assert_eq!(data.query_row(kept, [], |row| row.get::<_, u32>(0)).unwrap(), 0);
    let apart = "SELECT count(*) FROM feedback WHERE answers LIKE '%Biscuits%' AND meeting = 'm-2'";
    assert_eq!(data.query_row(apart, [], |row| row.get::<_, u32>(0)).unwrap(), 1);
    let sitting = "SELECT count(*) FROM feedback WHERE answers LIKE '%kq-%' OR row LIKE 'kq-%'";
    assert_eq!(data.query_row(sitting, [], |row| row.get::<_, u32>(0)).unwrap(), 0);
}

#[test]
fn the_manager_alone_reads_it_by_meeting_and_as_a_file() {
    let (portal, _) = with_feedback();
    let bryn = portal.sign_in("bryn");
    let page = portal.get("/feedback", &bryn);
    assert!(page.text().contains("meeting of 2 April 2026"), "{}", page.text());
    assert!(page.text().contains("Did people listen to you?") && page.text().contains("Partly"));
    assert!(page.text().contains("The bus is every two hours."));
    for name in ["Dilys", "Delyth", "Ifan", "Tunde"] {
        assert!(!page.text().contains(name), "{name}");
    }
    let path = "/feedback/CIN-1042/m-2/feedback.json";
    let file = portal.get(path, &bryn);
    assert!(file.header("content-disposition").starts_with("attachment"));
    assert_eq!(file.json()["feedback"].as_array().unwrap().len(), 2);
    assert_eq!(file.json()["format"], "team-around-feedback");
    for other in ["ada", "cerys", "dilys"] {
        let cookie = portal.sign_in(other);
        assert_eq!((portal.get("/feedback", &cookie).status, portal.get(path, &cookie).status), (403, 403));
    }
}

#[test]
fn sent_again_it_is_there_once() {
    let (portal, text) = with_feedback();
    let dilys = portal.sign_in("dilys");
    assert_eq!(portal.send_to(REVIEW, &dilys, 2, &text).status, 201);
    let file = portal.get("/feedback/CIN-1042/m-2/feedback.json", &portal.sign_in("bryn"));
    assert_eq!(file.json()["feedback"].as_array().unwrap().len(), 2);
}
