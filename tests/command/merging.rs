//! `request` and `merge`: a chair's server asks an agency, and takes in what comes back.

use crate::program::{Answer, refuses, run, run_on};
use serde_json::{Value, json};
use team_around::wire::Envelope;

const FILE: &str = "tests/data/command/meeting.json";
const FILE_TEXT: &str = include_str!("../data/command/meeting.json");

fn asked(more: &[&str]) -> Answer {
    let arguments = ["request", FILE, "--meeting", "m-2", "--agency", "ag-1", "--today", "2026-04-01"];
    run(&[&arguments[..], more].concat())
}

/// What comes back, saved in a file of its own for as long as the test runs.
struct Back(std::path::PathBuf);

impl Back {
    fn new(name: &str, change: impl FnOnce(&mut Value)) -> Self {
        let mut file = asked(&[]).json();
        file["kind"] = json!("contribution");
        file["made"]["by"] = json!({ "name": "Ines Corbel", "role": "Teacher" });
        change(&mut file);
        let path = std::env::temp_dir().join(format!("team-around-{}-{name}.json", std::process::id()));
        std::fs::write(&path, file.to_string()).unwrap();
        Self(path)
    }

    fn merged(&self, more: &[&str]) -> Answer {
        run(&[&["merge", FILE, self.0.to_str().unwrap()], more].concat())
    }
}

impl Drop for Back {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn a_request_is_an_envelope_with_what_the_agency_needs() {
    let answer = asked(&[]);
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""));
    let json = answer.json();
    for (key, expected) in [
        ("kind", "request"),
        ("document", "report"),
        ("meeting", "m-2"),
        ("agency", "ag-1"),
        ("format", "team-around"),
    ] {
        assert_eq!(json[key], expected);
    }
    assert_eq!(json["made"]["on"], "2026-04-01");
    assert_eq!(json["protocol"][0]["id"], "hampshire-cin-2018");
    assert_eq!(json["record"]["reports"][0]["period_from"], "2026-03-02");
    assert!(!answer.out.contains("Mill Lane") && !answer.out.contains("Bryn Surgery"), "{}", answer.out);
    assert_eq!(Envelope::read(&json).problems, []);
    assert_eq!(asked(&[]).out, answer.out);
}

#[test]
fn a_report_that_comes_back_is_in_the_envelope_and_told_on_standard_error() {
    let back = Back::new("sound", |file| {
        file["record"]["reports"][0]["worries"] = json!("Late twice a week \u{9b}31m");
        file["record"]["reported_progress"][0]["status"] = json!("some-progress");
    });
    let answer = back.merged(&[]);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    let json = answer.json();
    assert_eq!(json["record"]["reports"][0]["worries"], "Late twice a week \u{9b}31m", "nothing is replaced");
    assert!(!answer.out.contains('\u{9b}'), "and nothing is an order to a terminal");
    assert_eq!((json["made"]["by"]["name"].clone(), json["new"].clone()), (json!("Priya Shah"), json!([1])));
    assert_eq!(json["feedback"], json!([{ "id": "f-1", "from": "child", "child_listened": "yes" }]));
    assert!(json["findings"].as_array().unwrap().is_empty(), "they were about the record before");
    assert!(answer.err.contains("Entries added: 2\n") && answer.err.contains("Not taken"), "{}", answer.err);
    let again = run_on(answer.out.as_bytes(), &["merge", "-", back.0.to_str().unwrap()]);
    assert_eq!((again.code, again.out), (Some(0), answer.out));
    assert_eq!(again.err, "This file was merged before, so nothing has changed.\n");
    let welsh =
        run_on(again_input(&back).as_bytes(), &["merge", "-", back.0.to_str().unwrap(), "--lang", "cy"]);
    assert_eq!(welsh.err, "Cafodd y ffeil hon ei chyfuno o’r blaen, felly nid oes dim wedi newid.\n");
}

fn again_input(back: &Back) -> String {
    back.merged(&[]).out
}

#[test]
fn what_a_person_has_to_look_at_ends_with_one_and_names_its_places() {
    let back = Back::new("other", |file| {
        file["record"]["children"][0]["name"] = json!("Osian Vans");
    });
    let answer = back.merged(&[]);
    assert_eq!(answer.code, Some(1));
    assert!(answer.err.contains("[children/c-1/name]"), "{}", answer.err);
    let path = back.0.to_str().unwrap();
    let mut changed = answer.json();
    changed["record"]["reports"][0]["period_from"] = json!("2026-03-03");
    changed["record"]["contributions"] = json!([]);
    let differs = run_on(changed.to_string().as_bytes(), &["merge", "-", path]);
    let report = changed["record"]["reports"][0]["id"].as_str().unwrap();
    assert_eq!(differs.code, Some(1));
    assert!(differs.err.contains(&format!("[reports/{report}/period_from]")), "{}", differs.err);
    assert_eq!(differs.json()["record"]["differences"][0]["theirs"], "2026-03-02");
}

#[test]
fn what_cannot_be_used_is_refused_with_one_sentence() {
    let at = |meeting: &str, agency: &str| run(&["request", FILE, "--meeting", meeting, "--agency", agency]);
    refuses(&at("m-9", "ag-1"), &["This meeting is not in the record."]);
    refuses(&at("m-2", "ag-9"), &["This agency is not in the record."]);
    assert_eq!(at("not an id", "ag-1").code, Some(2));
    let wrong = Back::new("wrong", |file| file["meeting"] = json!("m-9"));
    refuses(&wrong.merged(&[]), &["wrong.json", "for a meeting that is not in this record"]);
    let newer = Back::new("newer", |file| file["version"] = json!(99));
    refuses(&newer.merged(&[]), &["newer version (99)"]);
    let lossy = Back::new("lossy", |file| file["record"]["constructor"] = json!(1));
    refuses(&lossy.merged(&[]), &["took nothing from it"]);
    refuses(&run(&["merge", FILE, "tests/data/command/plan.json"]), &["not an agency’s report"]);
    refuses(&run(&["merge", FILE, "tests/data/command/none.json"]), &["There is no such file."]);
    refuses(&run_on(b"{}", &["merge", FILE, "-"]), &["not an agency’s report"]);
    refuses(&run_on(b"[1", &["merge", FILE, "-"]), &["standard input"]);
    let sound = Back::new("into", |_| {});
    let into = |text: &str| run_on(text.as_bytes(), &["merge", "-", sound.0.to_str().unwrap()]);
    refuses(&into(&FILE_TEXT.replacen("\"version\": 1", "\"version\": 2", 1)), &["newer version (2)"]);
    refuses(&into(&FILE_TEXT.replacen("\"plan\"", "\"prototype\": 1, \"plan\"", 1)), &["cannot be merged"]);
}
