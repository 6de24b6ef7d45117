//! An agency that is asked with a file, and what the record says of who was asked.

use crate::portal::Portal;
use crate::requests::{REVIEW, ask, entry};
use crate::sent::{ADA, meeting, record};
use serde_json::json;
use team_around::record::report::{AgencyReport, ReportMode};
use team_around::record::{Choice, Link, RowId, Typed};
use team_around::wire::EnvelopeKind;

#[test]
fn an_agency_that_was_asked_with_a_file_is_not_said_to_be_unasked() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let mut full = record(&portal.data(&ada));
    let mut report = AgencyReport {
        id: RowId::new("by-file").unwrap(),
        agency: Link::to(&RowId::new("a-4").unwrap()),
        meeting: Link::to(&RowId::new("m-2").unwrap()),
        mode: Choice::Given(ReportMode::Awaited),
        ..AgencyReport::default()
    };
    full.reports.push(report.clone());
    let held = meeting(EnvelopeKind::Draft, &full, ADA, "m-2");
    assert_eq!(portal.send_to(REVIEW, &ada, 1, &held).status, 201);
    assert_eq!(entry(&portal, &ada, "a-4")["asked"], "Asked without a link. Its report is not here yet.");
    report.mode = Choice::Given(ReportMode::Written);
    full.reports = vec![report];
    let held = meeting(EnvelopeKind::Draft, &full, ADA, "m-2");
    assert_eq!(portal.send_to(REVIEW, &ada, 2, &held).status, 201);
    assert_eq!(entry(&portal, &ada, "a-4")["asked"], "Its report is in the record.");
}

#[test]
fn the_form_is_told_on_which_day_an_agency_was_asked() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let mut full = record(&portal.data(&ada));
    full.agencies.iter_mut().for_each(|row| row.information_requested_on = Typed::Blank);
    let held = meeting(EnvelopeKind::Draft, &full, ADA, "m-2");
    assert_eq!(portal.send_to(REVIEW, &ada, 1, &held).status, 201);
    ask(&portal, &ada, REVIEW, "a-3");
    let data = portal.get(&format!("{REVIEW}/data.json"), &ada).json();
    let asked = data["record"]["agencies"].as_array().unwrap().iter();
    let asked: Vec<_> = asked.filter(|row| !row["information_requested_on"].is_null()).collect();
    assert_eq!(asked.len(), 1, "only the one that was asked");
    assert_eq!((&asked[0]["id"], &asked[0]["information_requested_on"]), (&json!("a-3"), &data["today"]));
}

#[test]
fn the_page_for_a_request_by_file_needs_no_account_and_knows_nobody() {
    let portal = Portal::start();
    let page = portal.get("/report", "");
    assert_eq!(page.status, 200);
    assert!(page.text().contains("type=\"file\"") && page.text().contains("own_report.js"));
    for word in ["CIN-1042", "Ada", "Ifan", "Bryn Derw"] {
        assert!(!page.text().contains(word), "{word}");
    }
}
