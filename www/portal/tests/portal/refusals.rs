//! What may not be stored is refused with a sentence, and with the places where there are any.

use crate::portal::{Answer, Portal};
use crate::sent::{ADA, BRYN, draft, envelope, record, set_aside_what_stops, submission};
use serde_json::{Value, json};
use team_around::wire::EnvelopeKind;

/// A submission of Bryn's that would be stored, changed before it is sent.
fn tampered(change: impl FnOnce(&mut Value)) -> Answer {
    let portal = Portal::start();
    let cookie = portal.sign_in("bryn");
    let mut record = record(&portal.data(&cookie));
    set_aside_what_stops(&mut record, BRYN);
    let mut sent = envelope(EnvelopeKind::Submission, &record, BRYN).write();
    change(&mut sent);
    let answer = portal.send(&cookie, 1, &sent.to_string());
    assert_eq!(portal.data(&cookie)["version"], 1, "it was stored");
    answer
}

#[test]
fn findings_that_were_left_out_are_named_by_place() {
    let mut left_out = String::new();
    let answer = tampered(|sent| {
        let findings = sent["findings"].as_array_mut().unwrap();
        let weighs = |finding: &Value| finding["status"] == "unmet" && finding["severity"] != "info";
        let index = findings.iter().position(weighs).unwrap();
        left_out = findings.remove(index)["place"].as_str().unwrap().to_owned();
    });
    assert_eq!(answer.status, 422);
    assert_eq!(answer.places(), [left_out]);
}

#[test]
fn a_finding_that_was_made_up_is_named_by_place() {
    let made_up = json!({ "rule": "action-without-owner", "topic": "actions", "severity": "must", "status": "unmet",
        "place": "plan/actions/t-2/owner", "message": "" });
    let answer = tampered(|sent| sent["findings"].as_array_mut().unwrap().push(made_up));
    assert_eq!((answer.status, answer.places()), (422, vec!["plan/actions/t-2/owner".to_owned()]));
}

#[test]
fn a_record_changed_behind_its_findings_is_named_by_place() {
    let answer = tampered(|sent| {
        let actions = sent["record"]["plan"]["actions"].as_array_mut().unwrap();
        let action = actions.iter_mut().find(|action| action["id"] == "t-1").unwrap();
        action.as_object_mut().unwrap().shift_remove("owner");
    });
    assert_eq!(answer.status, 422);
    assert!(answer.places().contains(&"plan/actions/t-1/owner".to_owned()), "{:?}", answer.places());
}

#[test]
fn a_pack_that_says_something_else_than_ours_is_refused() {
    let answer = tampered(|sent| sent["protocol"][0]["hash"] = json!("0".repeat(64)));
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("The local protocol has changed"));
    assert_eq!(tampered(|sent| sent["protocol"] = json!([])).status, 422);
}

#[test]
fn a_rule_is_set_aside_in_ones_own_name_alone() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let mut record = record(&portal.data(&ada));
    record.overrides.clear();
    set_aside_what_stops(&mut record, BRYN);
    let expected: Vec<String> =
        record.overrides.iter().map(|row| format!("overrides/{}/name", row.id)).collect();
    assert!(!expected.is_empty());
    for text in [draft(&record, ADA), submission(&record, ADA)] {
        let answer = portal.send(&ada, 1, &text);
        assert_eq!((answer.status, answer.places()), (422, expected.clone()));
    }
}

#[test]
fn somebody_elses_form_and_another_plans_form_are_refused() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let mut record = record(&portal.data(&ada));
    let answer = portal.send(&ada, 1, &draft(&record, BRYN));
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("You are signed in as Ada Okafor"), "{}", answer.text());
    record.document.reference.write("CIN-1043");
    let answer = portal.send(&ada, 1, &draft(&record, ADA));
    assert_eq!((answer.status, answer.places()), (422, vec!["document/reference".to_owned()]));
}

#[test]
fn an_answer_of_another_kind_is_refused_at_its_place() {
    let answer = tampered(|sent| sent["record"]["plan"]["start"] = json!(["2026-02-24"]));
    assert_eq!((answer.status, answer.places()), (422, vec!["plan/start".to_owned()]));
}

#[test]
fn a_draft_that_would_lose_something_is_refused() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let mut sent = envelope(EnvelopeKind::Draft, &record(&portal.data(&ada)), ADA).write();
    sent["record"]["plan"]["constructor"] = json!({ "a": 1 });
    assert_eq!(portal.send(&ada, 1, &sent.to_string()).status, 422);
}

#[test]
fn what_is_not_ours_is_refused_with_a_sentence() {
    let portal = Portal::start();
    let cookie = portal.sign_in("ada");
    let too_large = "a".repeat(9 * 1024 * 1024);
    let cases = [("{\"plan\":", 400), ("", 400), ("{}", 422), ("[1, 2]", 422), (&too_large, 413)];
    for (text, status) in cases {
        let answer = portal.send(&cookie, 1, text);
        assert_eq!(answer.status, status, "{}", answer.text());
        assert!(answer.message().ends_with('.') && answer.message().contains(' '), "{}", answer.message());
    }
    let request = portal.post("/plans/CIN-1042", &[("cookie", &cookie)], b"{}");
    assert_eq!(request.status, 428);
    assert_eq!(portal.post("/plans/CIN-9", &[("cookie", &cookie), ("if-match", "\"1\"")], b"{}").status, 404);
}

#[test]
fn what_does_not_come_from_our_own_pages_is_refused() {
    let portal = Portal::start();
    let cookie = portal.sign_in("ada");
    let text = draft(&record(&portal.data(&cookie)), ADA);
    let headers = [("cookie", cookie.as_str()), ("if-match", "\"1\"")];
    for origin in [None, Some("null"), Some("https://elsewhere.example"), Some("http://127.0.0.1:1")] {
        let origin: Vec<_> = origin.map(|origin| ("origin", origin)).into_iter().collect();
        let answer = portal.post_as_is("/plans/CIN-1042", &[&origin, &headers[..]].concat(), text.as_bytes());
        assert_eq!(answer.status, 403);
    }
    assert_eq!(portal.data(&cookie)["version"], 1);
}
