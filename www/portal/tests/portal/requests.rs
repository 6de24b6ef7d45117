//! Asking an agency for its report: what it is given, and what comes back.

use crate::generated;
use crate::portal::{Answer, Portal};
use crate::sent::{ADA, draft, meeting, record};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use team_around::record::codes::YesNo;
use team_around::record::report::AgencyReport;
use team_around::record::{Choice, Link, Record, RowId, Typed};
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
pub fn entry(portal: &Portal, cookie: &str, agency: &str) -> Value {
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
    // Who decided, who prepared and who approved a copy is the session's to say.
    full.sharing.choices.iter_mut().for_each(|row| row.by = ADA.1.into());
    for row in &mut full.sharing.copies {
        for text in [&mut row.prepared_by, &mut row.approved_by, &mut row.approved_role, &mut row.approved] {
            text.write("");
        }
        (row.prepared_on, row.approved_on) = (Typed::Blank, Typed::Blank);
    }
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
    assert_eq!(members, ["answers", "record", "protocol", "today", "meeting", "agency", "user"]);
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
        let mut both = Envelope::read_text(&written(&portal, &link, kind, "Ours.")).envelope;
        let another = AgencyReport {
            id: RowId::new("theirs").unwrap(),
            agency: Link::to(&RowId::new("a-3").unwrap()),
            ..both.record.reports[0].clone()
        };
        both.record.reports.push(another);
        assert_eq!(
            send(&portal, &link, 0, &both.write().to_string()).status,
            422,
            "another agency's report beside it"
        );
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

#[test]
fn whoever_comes_back_is_told_that_the_report_was_sent() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let link = ask(&portal, &ada, REVIEW, "a-2");
    let told = |text: &str| portal.get(&link, "").text().contains(text);
    assert!(!told("id=\"sent\""), "nothing was sent yet");
    let begun = written(&portal, &link, EnvelopeKind::Draft, "Ifan is in school every d");
    assert_eq!(send(&portal, &link, 0, &begun).status, 201);
    assert!(!told("id=\"sent\""), "a draft was saved, not sent");

    let report = written(&portal, &link, EnvelopeKind::Contribution, "Ifan is in school every day.");
    assert_eq!(send(&portal, &link, 1, &report).status, 201);
    assert!(
        told("This report was sent on")
            && told("<span id=\"as-sent\">")
            && told("<span id=\"since\" hidden>")
    );
    assert!(told("Anfonwyd yr adroddiad hwn ar"));

    let more = written(&portal, &link, EnvelopeKind::Draft, "Ifan is in school every day but");
    assert_eq!(send(&portal, &link, 2, &more).status, 201);
    assert!(told("This report was sent on") && told("<span id=\"as-sent\" hidden>"));

    let empty = asked(&portal, &ada, REVIEW, &json!({ "agency": "a-2", "empty": true }));
    let anew = empty.json()["link"].as_str().unwrap().to_owned();
    assert!(!portal.get(&anew, "").text().contains("id=\"sent\""), "somebody else begins anew");
}
