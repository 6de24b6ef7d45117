//! Asking an agency for its report: what it is given, and what comes back.

use crate::generated;
use crate::portal::{Answer, Portal};
use crate::sent::{ADA, draft, meeting, record};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use team_around::record::codes::YesNo;
use team_around::record::{Choice, Link, Record, RowId};
use team_around::wire::{Envelope, EnvelopeKind, merge, read_record};

pub const REVIEW: &str = "/plans/CIN-1042/meetings/m-2";

/// Asks an agency; answers with the link.
pub fn ask(portal: &Portal, cookie: &str, meeting: &str, agency: &str) -> String {
    let answer = asked(portal, cookie, meeting, &json!({ "agency": agency }));
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.json()["link"].as_str().unwrap().to_owned()
}

pub fn asked(portal: &Portal, cookie: &str, meeting: &str, body: &Value) -> Answer {
    portal.post(&format!("{meeting}/requests"), &[("cookie", cookie)], body.to_string().as_bytes())
}

/// What an agency's worker writes into the request and sends, without a sign-in.
pub fn written(portal: &Portal, link: &str, kind: EnvelopeKind, says: &str) -> String {
    let data = portal.get(&format!("{link}/data.json"), "").json();
    let mut envelope = Envelope::read(&data["record"]).envelope;
    let report = &mut envelope.record.reports[0];
    report.author.write("Gwenllian Foulkes");
    report.author_role.write("Class teacher");
    report.involvement.write(says);
    report.shared_with_family = Choice::Given(team_around::record::codes::DoneOrUnsafe::Done);
    Envelope { kind: Choice::Given(kind), ..envelope }.write().to_string()
}

pub fn send(portal: &Portal, link: &str, after: u32, text: &str) -> Answer {
    portal.post(link, &[("if-match", &format!("\"{after}\""))], text.as_bytes())
}

/// The agency's entry in the list on the meeting's page.
fn entry(portal: &Portal, cookie: &str, agency: &str) -> Value {
    let list = portal.get(&format!("{REVIEW}/requests.json"), cookie).json();
    let rows = list["agencies"].as_array().unwrap().clone();
    rows.into_iter().find(|row| row["id"] == agency).unwrap()
}

/// A word for each question: every text between quotation marks that says which question it answers.
fn canaries(text: &str) -> BTreeSet<String> {
    let words = text.split("canary ").skip(1);
    words.map(|rest| rest.split([' ', '"', '\\', '<']).next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_link_gives_away_only_what_the_agency_must_see() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let mut full = generated::full(2);
    full.feedback.clear();
    full.overrides.clear();
    full.document.reference.write("CIN-1042");
    // The first action is for a worker of the agency; the other is for somebody else, and stays here.
    full.plan.actions[0].owner = Link::to(&full.professionals[0].id);
    full.professionals[1].agency = Link::to(&full.agencies[1].id);
    let stored = portal.send(&ada, 1, &draft(&full, ADA));
    assert_eq!(stored.status, 201, "{}", stored.text());
    let held = meeting(EnvelopeKind::Draft, &full, ADA, "meetings-1");
    let stored = portal.send_to("/plans/CIN-1042/meetings/meetings-1", &ada, 2, &held);
    assert_eq!(stored.status, 201, "{}", stored.text());
    let link = ask(&portal, &ada, "/plans/CIN-1042/meetings/meetings-1", "agencies-1");

    let (page, data) = (portal.get(&link, ""), portal.get(&format!("{link}/data.json"), ""));

    assert_eq!((page.status, data.status), (200, 200));
    assert_eq!(canaries(page.text()), BTreeSet::new());
    // Written out from what the guide and the contract of a request say, not from the code.
    let allowed = [
        "child.name",
        "child.preferred_name",
        "agency.name",
        "professional.name",
        "professional.role_detail",
        "need.what",
        "outcome.what",
        "outcome.baseline",
        "outcome.measure",
        "action.what",
        "action.measure",
        "meeting.kind_detail",
        "meeting.at_time",
        "meeting.venue",
        "meeting.purpose",
    ];
    assert_eq!(canaries(data.text()), allowed.map(str::to_owned).into());
    for other in ["agency.name agencies-2", "professional.name professionals-2", "action.what plan-actions-2"]
    {
        assert!(!data.text().contains(other), "somebody else's row went too: {other}");
    }
    assert!(!data.text().contains("CIN-1042"), "the plan's reference went too");
    let members: Vec<String> = data.json().as_object().unwrap().keys().cloned().collect();
    assert_eq!(members, ["answers", "record", "protocol", "today", "meeting", "agency"]);
}

#[test]
fn a_report_comes_back_through_the_link_and_is_brought_in() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    assert_eq!(entry(&portal, &ada, "a-2")["asked"], "Not asked.");
    let link = ask(&portal, &ada, REVIEW, "a-2");
    let begun = written(&portal, &link, EnvelopeKind::Draft, "Ifan is in school every d");
    assert_eq!(send(&portal, &link, 0, &begun).status, 201);
    assert_eq!(entry(&portal, &ada, "a-2")["came"], Value::Null, "a draft is not a report");

    let text = written(&portal, &link, EnvelopeKind::Contribution, "Ifan is in school every day.");
    let receipt = send(&portal, &link, 1, &text);

    assert_eq!((receipt.status, receipt.json()["answers"].as_u64()), (201, Some(2)), "{}", receipt.text());
    let there = entry(&portal, &ada, "a-2");
    let came = there["came"].as_str().unwrap();
    assert!(came.starts_with("Came from Gwenllian Foulkes, Class teacher, Ysgol Bryn Derw"), "{came}");
    assert_eq!(there["inRecord"], false);
    let path = format!("/plans/CIN-1042/requests/{}/contribution.json", there["request"]);
    assert_eq!(portal.get(&path, "").status, 401);
    let came = portal.get(&path, &ada);
    assert_eq!(came.text(), text);
    let merged = merge(&record(&portal.data(&ada)), &Envelope::read_text(came.text()).envelope).unwrap();
    assert_eq!(merged.record.reports[0].involvement.trim(), "Ifan is in school every day.");
    let held = meeting(EnvelopeKind::Draft, &merged.record, ADA, "m-2");
    assert_eq!(portal.send_to(REVIEW, &ada, 1, &held).status, 201);
    assert_eq!(entry(&portal, &ada, "a-2")["inRecord"], true);
}

#[test]
fn the_author_may_come_back_and_change_the_answer() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let link = ask(&portal, &ada, REVIEW, "a-2");
    let first = written(&portal, &link, EnvelopeKind::Contribution, "First.");
    assert_eq!(send(&portal, &link, 0, &first).status, 201);
    let again = portal.get(&format!("{link}/data.json"), "").json();
    assert_eq!(again["record"]["record"]["reports"][0]["involvement"], "First.");
    assert_eq!(again["answers"], 1);

    let second = written(&portal, &link, EnvelopeKind::Contribution, "Second.");
    let late = send(&portal, &link, 0, &second);
    assert_eq!(late.status, 409, "somebody else's answer would be lost");
    assert_eq!(send(&portal, &link, 1, &second).status, 201);

    let number = &entry(&portal, &ada, "a-2")["request"];
    let came = portal.get(&format!("/plans/CIN-1042/requests/{number}/contribution.json"), &ada);
    assert_eq!(came.text(), second);
}

#[test]
fn only_the_report_that_was_asked_for_is_taken() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let (school, housing) = (ask(&portal, &ada, REVIEW, "a-2"), ask(&portal, &ada, REVIEW, "a-4"));
    let of_school = written(&portal, &school, EnvelopeKind::Contribution, "Ours.");
    assert_eq!(send(&portal, &housing, 0, &of_school).status, 422);
    let whole = draft(&record(&portal.data(&ada)), ADA);
    for text in [whole.as_str(), "{}", "", "[]"] {
        assert!([400, 422].contains(&send(&portal, &school, 0, text).status), "{text:.40}");
    }
    let unasked = portal.post(&school, &[], of_school.as_bytes());
    assert_eq!(unasked.status, 428);
    assert_eq!(portal.post_as_is(&school, &[("if-match", "\"0\"")], of_school.as_bytes()).status, 403);
    assert_eq!(portal.get(&format!("{school}/data.json"), "").json()["answers"], 0);
}

#[test]
fn a_report_without_a_row_of_its_own_is_refused() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let link = ask(&portal, &ada, REVIEW, "a-2");
    for kind in [EnvelopeKind::Draft, EnvelopeKind::Contribution] {
        let written = Envelope::read_text(&written(&portal, &link, kind, "Ours.")).envelope;
        let empty = Envelope { record: Record::default(), ..written.clone() };
        let mut foreign = written;
        foreign.record.reports[0].agency = Link::to(&RowId::new("a-3").unwrap());
        for text in [empty, foreign].map(|envelope| envelope.write().to_string()) {
            assert_eq!(send(&portal, &link, 0, &text).status, 422, "{text:.60}");
        }
    }
    let page = portal.get(&link, "");
    assert!(page.text().contains("type=\"file\""), "a file that was saved here cannot be opened again");
}

#[test]
fn the_lead_social_worker_and_the_chair_ask_and_nobody_else() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    for (user, status) in [("ada", 201), ("bryn", 201), ("cerys", 403), ("dilys", 403)] {
        let cookie = portal.sign_in(user);
        assert_eq!(asked(&portal, &cookie, REVIEW, &json!({ "agency": "a-3" })).status, status, "{user}");
    }
    assert_eq!(asked(&portal, "", REVIEW, &json!({ "agency": "a-3" })).status, 401);
    let dilys = portal.sign_in("dilys");
    let list = portal.get(&format!("{REVIEW}/requests.json"), &dilys).json();
    assert_eq!(list["mayAsk"], false);
    let close = format!("/plans/CIN-1042/requests/{}/close", entry(&portal, &ada, "a-3")["request"]);
    assert_eq!(portal.post(&close, &[("cookie", &dilys)], b"{}").status, 403);
    for body in [json!({ "agency": "a-99" }), json!({}), json!({ "agency": "a-3", "days": 0 })] {
        assert!([400, 422].contains(&asked(&portal, &ada, REVIEW, &body).status), "{body}");
    }
    assert_eq!(asked(&portal, &ada, "/plans/CIN-1042/meetings/m-9", &json!({ "agency": "a-3" })).status, 404);
}

#[test]
fn days_that_cannot_be_are_refused_with_a_sentence() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    for days in [json!(-1), json!(1.5), json!("x"), json!(""), json!(null), json!(0), json!(91)] {
        let answer = asked(&portal, &ada, REVIEW, &json!({ "agency": "a-3", "days": days }));
        assert_eq!(answer.status, 422, "{days}");
        assert!(answer.message().contains("1 to 90 days"), "{days}: {}", answer.message());
    }
    for days in [1, 90] {
        let answer = asked(&portal, &ada, REVIEW, &json!({ "agency": "a-3", "days": days }));
        assert_eq!(answer.status, 201);
    }
}

/// Changes where the meeting is, and adds an outcome.
fn move_meeting(portal: &Portal, cookie: &str, after: u32) {
    let mut record = record(&portal.data(cookie));
    record.meetings[1].venue.write("The new hall, Abercastell");
    let text = r#"{"plan":{"outcomes":[{"id":"o-new","what":"Ifan sleeps through."}]}}"#;
    record.plan.outcomes.extend(team_around::wire::read_text(text).record.plan.outcomes);
    let held = meeting(EnvelopeKind::Draft, &record, ADA, "m-2");
    assert_eq!(portal.send_to(REVIEW, cookie, after, &held).status, 201);
}

#[test]
fn a_new_link_shows_the_request_as_it_is_now_with_what_was_written() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let link = ask(&portal, &ada, REVIEW, "a-2");
    let text = written(&portal, &link, EnvelopeKind::Draft, "Begun by the first.");
    assert_eq!(send(&portal, &link, 0, &text).status, 201);
    move_meeting(&portal, &ada, 1);

    let link = ask(&portal, &ada, REVIEW, "a-2");

    let data = portal.get(&format!("{link}/data.json"), "").json();
    let given = &data["record"]["record"];
    assert_eq!(given["meetings"][0]["venue"], "The new hall, Abercastell");
    assert_eq!(given["reports"][0]["involvement"], "Begun by the first.");
    let rows = given["reported_progress"].as_array().unwrap();
    assert_eq!(rows.iter().filter(|row| row["outcome"] == "o-new").count(), 1, "{rows:?}");
    let sent = written(&portal, &link, EnvelopeKind::Contribution, "Ended by the first.");
    assert_eq!(send(&portal, &link, 1, &sent).status, 201);
}

#[test]
fn a_new_link_may_begin_empty_and_what_came_stays() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let link = ask(&portal, &ada, REVIEW, "a-2");
    let text = written(&portal, &link, EnvelopeKind::Contribution, "By the first author.");
    assert_eq!(send(&portal, &link, 0, &text).status, 201);

    let answer = asked(&portal, &ada, REVIEW, &json!({ "agency": "a-2", "empty": true }));

    let link = answer.json()["link"].as_str().unwrap().to_owned();
    let data = portal.get(&format!("{link}/data.json"), "");
    assert!(!data.text().contains("By the first author."), "{}", data.text());
    assert!(entry(&portal, &ada, "a-2")["came"].as_str().unwrap().contains("Gwenllian Foulkes"));
    let second = written(&portal, &link, EnvelopeKind::Draft, "By the second author.");
    assert_eq!(send(&portal, &link, 1, &second).status, 201);
    assert!(portal.get(&format!("{link}/data.json"), "").text().contains("By the second author."));
}

#[test]
fn the_form_tells_that_a_report_is_awaited_and_takes_what_comes_in_its_place() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let data = || portal.get(&format!("{REVIEW}/data.json"), &ada).json();
    let of_housing = |data: &Value| {
        let rows: Vec<Value> = data["record"]["reports"].as_array().cloned().unwrap_or_default();
        rows.into_iter().filter(|row| row["agency"] == "a-4" && row["meeting"] == "m-2").collect::<Vec<_>>()
    };
    assert_eq!(of_housing(&data()), Vec::<Value>::new());
    let link = ask(&portal, &ada, REVIEW, "a-4");
    let rows = of_housing(&data());
    assert_eq!((rows.len(), rows[0]["mode"].as_str()), (1, Some("awaited")), "{rows:?}");
    let held = meeting(EnvelopeKind::Draft, &record(&data()), ADA, "m-2");
    assert_eq!(portal.send_to(REVIEW, &ada, 1, &held).status, 201);
    assert_eq!(of_housing(&data()), rows, "once, after it was stored too");

    let text = written(&portal, &link, EnvelopeKind::Contribution, "The tenancy is safe.");
    let merged = merge(&record(&data()), &Envelope::read_text(&text).envelope).unwrap();
    let came: Vec<_> = merged
        .record
        .reports
        .iter()
        .filter(|row| row.agency == Link::to(&RowId::new("a-4").unwrap()))
        .collect();
    assert_eq!(came.len(), 1);
    assert_eq!(came[0].involvement.trim(), "The tenancy is safe.");
}

#[test]
fn the_list_leaves_out_childrens_services_whose_record_it_is() {
    let portal = Portal::start();
    let list = portal.get(&format!("{REVIEW}/requests.json"), &portal.sign_in("ada")).json();
    let names: Vec<&str> =
        list["agencies"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    let others = [
        "Ysgol Bryn Derw",
        "Health visiting, Glan Nant",
        "Abercastell Housing",
        "Llwybrau domestic abuse support",
    ];
    assert_eq!(names, others);
}

#[test]
fn a_request_is_what_the_crate_makes_of_the_record() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let link = ask(&portal, &ada, REVIEW, "a-2");
    let data = portal.get(&format!("{link}/data.json"), "").json();
    let id = |id: &str| RowId::new(id).unwrap();
    let stored: Record = record(&portal.data(&ada));
    let expected = team_around::reading::request(&stored, &id("m-2"), &id("a-2")).unwrap();
    assert_eq!(read_record(&data["record"]["record"]).record, expected);
    assert_eq!(data["record"]["kind"], "request");
    assert_eq!(data["record"]["made"]["by"]["name"], "Ada Okafor");
    assert!(data["record"]["made"]["by"].get("id").is_none());
    assert!(stored.agencies.iter().all(|row| row.key_agency.is(YesNo::Yes)));
    assert_eq!(expected.reports[0].agency, Link::to(&id("a-2")));
}
