//! Who may ask an agency for its report, for how long, and what the list and the form tell of it.

use crate::portal::Portal;
use crate::requests::{REVIEW, ask, asked, entry, send, written};
use crate::sent::{ADA, meeting, record};
use serde_json::{Value, json};
use team_around::record::{Link, RowId};
use team_around::wire::{Envelope, EnvelopeKind, merge};

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
fn what_a_second_author_sends_stands_beside_what_the_first_one_sent() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let link = ask(&portal, &ada, REVIEW, "a-2");
    let text = written(&portal, &link, EnvelopeKind::Contribution, "By the first author.");
    assert_eq!(send(&portal, &link, 0, &text).status, 201);
    let text = written(&portal, &link, EnvelopeKind::Contribution, "By the first author, who looked again.");
    assert_eq!(send(&portal, &link, 1, &text).status, 201);
    let answer = asked(&portal, &ada, REVIEW, &json!({ "agency": "a-2", "empty": true }));
    let link = answer.json()["link"].as_str().unwrap().to_owned();
    let text = written(&portal, &link, EnvelopeKind::Contribution, "By the second author.");
    assert_eq!(send(&portal, &link, 2, &text).status, 201);
    let request = entry(&portal, &ada, "a-2")["request"].clone();
    let came = portal.get(&format!("/plans/CIN-1042/requests/{request}/contribution.json"), &ada);
    let came = came.text();
    assert!(
        came.contains("By the first author, who looked again."),
        "what is not in the record yet comes first: {came}"
    );
    let path = format!("/plans/CIN-1042/requests/{request}/contribution.json");
    for (at, said) in [(1, "By the first author, who looked again."), (2, "By the second author.")] {
        let came = portal.get(&path, &ada);
        assert!(came.text().contains(said), "{said}: {}", came.text());
        let merged = merge(&record(&portal.data(&ada)), &Envelope::read_text(came.text()).envelope).unwrap();
        let held = meeting(EnvelopeKind::Draft, &merged.record, ADA, "m-2");
        assert_eq!(portal.send_to(REVIEW, &ada, at, &held).status, 201);
    }
    assert_eq!(entry(&portal, &ada, "a-2")["inRecord"], true, "and then it is done");
}

/// On one device a draft is shown to whom it is kept for: two links are two people, and one that begins empty is a third.
#[test]
fn what_is_kept_on_a_device_is_not_shown_behind_an_empty_link() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let author = |link: &str| portal.get(&format!("{link}/data.json"), "").json()["user"]["id"].clone();
    let again = |agency: &str, empty: bool| {
        let answer = asked(&portal, &ada, REVIEW, &json!({ "agency": agency, "empty": empty }));
        author(answer.json()["link"].as_str().unwrap())
    };
    let first = author(&ask(&portal, &ada, REVIEW, "a-2"));
    assert!(first.as_str().is_some_and(|id| id.len() > 12), "{first}");
    assert_eq!(again("a-2", false), first, "the same author, with a new link");
    let other = author(&ask(&portal, &ada, REVIEW, "a-4"));
    let empty = again("a-2", true);
    assert!(other != first && empty != first && empty != other, "{first} {other} {empty}");
    assert_eq!(again("a-2", false), empty);
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
