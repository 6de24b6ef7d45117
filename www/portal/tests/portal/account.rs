//! Sessions that end, and drafts' keys that are withdrawn.

use crate::portal::Portal;
use serde_json::Value;
use std::thread::sleep;
use std::time::Duration;

fn key(portal: &Portal, cookie: &str, path: &str) -> String {
    portal.get(path, cookie).json()["draftKey"].as_str().unwrap().to_owned()
}

const PLAN: &str = "/plans/CIN-1042/data.json";
const MEETING: &str = "/plans/CIN-1042/meetings/m-2/data.json";

#[test]
fn a_session_ends_after_its_time_without_a_request_and_each_request_extends_it() {
    let mut portal = Portal::start();
    portal.restart_idle("3");
    let cookie = portal.sign_in("ada");
    for _ in 0..4 {
        sleep(Duration::from_millis(1_200));
        assert_eq!(portal.get("/plans", &cookie).status, 200);
    }
    let before = portal.data(&cookie);
    sleep(Duration::from_millis(4_200));
    let refused = portal.send(&cookie, 1, "{}");
    assert_eq!(refused.status, 401);
    assert!(refused.message().contains("nothing was stored"), "{}", refused.message());
    assert_eq!(portal.get("/plans/CIN-1042", &cookie).header("location"), "/sign-in?to=/plans/CIN-1042");
    assert_eq!(portal.get(PLAN, &cookie).status, 401);
    // Whoever signs in again has the same key, so the draft opens.
    let again = portal.sign_in("ada");
    assert_eq!(portal.data(&again)["draftKey"], before["draftKey"]);
    assert_ne!(before["draftKey"], Value::Null);
}

#[test]
fn who_withdraws_their_keys_is_signed_out_everywhere_and_the_old_keys_are_gone() {
    let portal = Portal::start();
    let [here, there, bryn] = ["ada", "ada", "bryn"].map(|user| portal.sign_in(user));
    let old = [PLAN, MEETING].map(|path| key(&portal, &here, path));
    let others = key(&portal, &bryn, PLAN);
    assert_eq!(portal.post("/account/withdraw", &[("cookie", &here)], b"ada").status, 204);
    for cookie in [&here, &there] {
        assert_eq!(portal.get(PLAN, cookie).status, 401);
    }
    let again = portal.sign_in("ada");
    for (path, old) in [PLAN, MEETING].into_iter().zip(&old) {
        assert_ne!(key(&portal, &again, path), *old);
    }
    assert_eq!(key(&portal, &bryn, PLAN), others, "nobody else's");
    // Nor are they anywhere in the database's files.
    let held = |key: &str| {
        let files = ["", "-wal"].map(|end| format!("{}{end}", portal.data_file().display()));
        let holds = |file: &String| {
            std::fs::read(file).unwrap().windows(key.len()).any(|part| part == key.as_bytes())
        };
        files.iter().any(holds)
    };
    assert!(held(&others), "the search finds a key that is there");
    assert!(!old.iter().any(|old| held(old)), "an old key is in a file");
}

#[test]
fn only_who_administers_withdraws_for_somebody_else() {
    let portal = Portal::start();
    let [ada, bryn, dilys] = ["ada", "bryn", "dilys"].map(|user| portal.sign_in(user));
    let old = key(&portal, &ada, PLAN);
    let withdraw = |cookie: &str, whose: &str| {
        portal.post("/account/withdraw", &[("cookie", cookie)], whose.as_bytes()).status
    };
    assert_eq!(withdraw(&dilys, "ada"), 403);
    assert_eq!(withdraw("", "ada"), 401);
    assert_eq!(key(&portal, &ada, PLAN), old);
    assert_eq!(withdraw(&bryn, "nobody"), 404);
    assert_eq!(withdraw(&bryn, "ada"), 204);
    assert_eq!(portal.get(PLAN, &ada).status, 401);
    assert_ne!(key(&portal, &portal.sign_in("ada"), PLAN), old);
    let page = |cookie: &str| portal.get("/account", cookie).text().to_owned();
    assert!(page(&bryn).contains("Cerys Hughes") && !page(&dilys).contains("Cerys Hughes"));
}

#[test]
fn a_tab_that_comes_back_hears_whose_session_it_is_and_that_it_is_over() {
    let portal = Portal::start();
    let bryn = portal.sign_in("bryn");
    let asked = |cookie: &str| portal.get("/account/session.json", cookie);
    assert_eq!(asked(&bryn).json(), serde_json::json!({ "user": "bryn" }));
    assert!(portal.get("/plans", &bryn).text().contains("id=\"sign-out\" type=\"button\" value=\"bryn\""));
    assert_eq!(portal.post("/sign-out", &[("cookie", &bryn)], b"").status, 204);
    assert_eq!((asked(&bryn).status, asked("").status), (401, 401));
}
