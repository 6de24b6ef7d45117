//! The links behind which requests wait: one purpose, a last day, and one answer where nothing opens.

use crate::portal::{Answer, Portal};
use crate::requests::{REVIEW, ask, asked, send, written};
use rusqlite::Connection;
use serde_json::json;
use std::fs;
use team_around::wire::EnvelopeKind;

/// Everything that a stranger sees of an answer, but for the time of day: status, text, headers.
pub type Seen = (u16, String, Vec<(String, String)>);

pub fn seen(answer: &Answer) -> Seen {
    let headers = answer.headers.iter().filter(|(name, _)| *name != "date");
    let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
    (answer.status, answer.text().to_owned(), headers.collect())
}

/// What a link answers to each way of asking.
fn answers(portal: &Portal, link: &str, text: &str) -> [Seen; 4] {
    [
        portal.get(link, ""),
        portal.get(&format!("{link}/data.json"), ""),
        send(portal, link, 0, text),
        portal.post(link, &[], b"not even a report"),
    ]
    .map(|answer| seen(&answer))
}

fn close(portal: &Portal, cookie: &str, agency: &str) {
    let list = portal.get(&format!("{REVIEW}/requests.json"), cookie).json();
    let row = list["agencies"].as_array().unwrap().iter().find(|row| row["id"] == agency).unwrap().clone();
    let path = format!("/plans/CIN-1042/requests/{}/close", row["request"]);
    assert_eq!(portal.post(&path, &[("cookie", cookie)], b"{}").status, 204);
}

#[test]
fn unknown_expired_closed_and_replaced_links_are_answered_alike() {
    let mut portal = Portal::start();
    let ada = portal.sign_in("ada");
    let expired = ask(&portal, &ada, REVIEW, "a-2");
    let text = written(&portal, &expired, EnvelopeKind::Contribution, "A report.");
    // These would still open on the day on which the first one has expired.
    let ask_long = |agency: &str| {
        let answer = asked(&portal, &ada, REVIEW, &json!({ "agency": agency, "days": 30 }));
        answer.json()["link"].as_str().unwrap().to_owned()
    };
    let closed = ask_long("a-3");
    close(&portal, &ada, "a-3");
    let (replaced, new) = (ask_long("a-4"), ask_long("a-4"));
    portal.restart_on("2026-03-31");
    assert_eq!(portal.get(&new, "").status, 200);

    let unknown = answers(&portal, &format!("/report/{}", "0".repeat(64)), &text);

    assert!(unknown.iter().all(|(status, body, _)| {
        *status == 404
            && body.contains("This link does not open anything")
            && !body.contains("team-around-report")
    }));
    assert!(unknown.windows(2).all(|two| two[0] == two[1]), "{unknown:#?}");
    for link in [expired.as_str(), &closed, &replaced, "/report/x", "/report/a%00b"] {
        assert_eq!(answers(&portal, link, &text), unknown, "{link}");
    }
}

#[test]
fn a_link_opens_up_to_and_with_its_last_day() {
    let mut portal = Portal::start();
    let ada = portal.sign_in("ada");
    let answer = asked(&portal, &ada, REVIEW, &json!({ "agency": "a-2" })).json();
    // Fourteen days after 16 March.
    assert_eq!(answer["until"], "30 March 2026");
    let link = answer["link"].as_str().unwrap();
    portal.restart_on("2026-03-30");
    assert_eq!(portal.get(link, "").status, 200);
    portal.restart_on("2026-03-31");
    assert_eq!(portal.get(link, "").status, 404);
}

#[test]
fn what_was_written_through_a_link_is_there_after_it_was_closed_and_behind_a_new_one() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let link = ask(&portal, &ada, REVIEW, "a-2");
    let text = written(&portal, &link, EnvelopeKind::Contribution, "Kept.");
    assert_eq!(send(&portal, &link, 0, &text).status, 201);
    close(&portal, &ada, "a-2");
    let list = portal.get(&format!("{REVIEW}/requests.json"), &ada);
    assert!(
        list.text().contains("Came from Gwenllian Foulkes") && list.text().contains("The link is closed.")
    );
    let new = ask(&portal, &ada, REVIEW, "a-2");
    let data = portal.get(&format!("{new}/data.json"), "").json();
    assert_eq!(data["record"]["record"]["reports"][0]["involvement"], "Kept.");
}

#[test]
fn the_page_is_neutral_and_kept_by_nobody() {
    let portal = Portal::start();
    let link = ask(&portal, &portal.sign_in("ada"), REVIEW, "a-2");
    let (page, data) = (portal.get(&link, ""), portal.get(&format!("{link}/data.json"), ""));
    for answer in [&page, &data] {
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("x-robots-tag"), "noindex, nofollow");
        assert_eq!(answer.header("set-cookie"), "");
    }
    let page = page.text();
    assert!(page.contains("<title>Report</title>") && page.contains("name=\"robots\" content=\"noindex"));
    assert!(page.contains("30 March 2026"));
    for secret in ["Ifan", "Mali", "Pryce", "Derw", "CIN-1042", "/plans", "a-2", "m-2"] {
        assert!(!page.contains(secret), "{secret}");
        assert!(!link.contains(secret));
    }
}

#[test]
fn the_page_begins_in_the_language_that_was_chosen_and_has_a_switch() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let page = |language: &str| {
        let body = json!({ "agency": "a-2", "language": language });
        let link = asked(&portal, &ada, REVIEW, &body).json()["link"].as_str().unwrap().to_owned();
        portal.get(&link, "").text().to_owned()
    };
    let (english, welsh) = (page("en"), page("cy"));
    assert!(english.contains("<html lang=\"en\">") && english.contains("id=\"report\" lang=\"en\""));
    assert!(welsh.contains("<html lang=\"cy\">") && welsh.contains("id=\"report\" lang=\"cy\""));
    assert!(welsh.contains("<span lang=\"en\" data-said hidden>Report to a meeting</span>"), "{welsh}");
    assert!(english.contains("<span lang=\"cy\" data-said hidden>Adroddiad i gyfarfod</span>"), "{english}");
    assert!(welsh.contains("30 Mawrth 2026") && english.contains("30 March 2026"));
    assert!(english.contains("id=\"language\"") && welsh.contains("id=\"language\""));
    let other = asked(&portal, &ada, REVIEW, &json!({ "agency": "a-2", "language": "fr" }));
    assert_eq!(other.status, 422);
}

#[test]
fn a_links_token_is_long_differs_each_time_and_is_not_in_the_database() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let links = ["a-2", "a-3", "a-4", "a-4"].map(|agency| ask(&portal, &ada, REVIEW, agency));
    let tokens: Vec<&str> = links.iter().map(|link| link.strip_prefix("/report/").unwrap()).collect();
    for (index, token) in tokens.iter().enumerate() {
        assert!(token.len() == 64 && token.chars().all(|c| c.is_ascii_hexdigit()), "{token}");
        assert!(!tokens[..index].contains(token));
    }
    // Everything is brought into the one file, where it would be found.
    let data = Connection::open(portal.data_file()).unwrap();
    data.query_row("PRAGMA wal_checkpoint(FULL)", [], |_| Ok(())).unwrap();
    let bytes = fs::read(portal.data_file()).unwrap();
    let is_in = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(is_in("CIN-1042"), "the file is not the database");
    assert!(!tokens.iter().any(|token| is_in(token)), "a token is in the database");
}
