//! What a reader says comes to whoever leads the plan, and changes nothing in it.

use crate::copying::{handed_out, links, revoke, say, stored};
use crate::portal::Portal;
use serde_json::{Value, json};

const PLAN: &str = "/plans/CIN-1042";

fn wrong(text: &str) -> Value {
    json!({ "part": "actions", "kind": "wrong", "text": text })
}

/// The plan's page as somebody sees it.
fn page(portal: &Portal, user: &str) -> String {
    portal.get(PLAN, &portal.sign_in(user)).text().to_owned()
}

#[test]
fn the_lead_and_the_chair_read_it_with_its_part_its_reader_and_its_time() {
    let (portal, link) = handed_out();
    let before = stored(&portal);
    let answer = say(&portal, &link, &wrong("The gate came <b>last</b> week.\nI rang twice."));
    assert_eq!((answer.status, answer.text()), (204, ""));
    assert_eq!(answer.header("set-cookie"), "");
    say(&portal, &link, &json!({ "part": "voice", "kind": "add", "text": "He sleeps now." }));
    for user in ["ada", "bryn"] {
        let page = page(&portal, user);
        assert!(page.contains("<strong>I think this is wrong</strong>, on “Who will do what, and by when?” in the copy for Delyth Pryce"), "{page}");
        assert!(page.contains("on “What did Ifan, Mali say, and what happened with it?”"));
        assert!(page.contains("The gate came &lt;b&gt;last&lt;/b&gt; week.\nI rang twice."));
        assert!(
            portal
                .get("/plans", &portal.sign_in(user))
                .text()
                .contains("2 comments of the family that nobody has read")
        );
    }
    for user in ["cerys", "dilys"] {
        assert!(!page(&portal, user).contains("The gate came"), "{user}");
        assert!(!portal.get("/plans", &portal.sign_in(user)).text().contains("comments of the family"));
    }
    assert_eq!(stored(&portal), before, "the plan was changed");
    assert!(!portal.data(&portal.sign_in("ada")).to_string().contains("The gate came"));
}

#[test]
fn it_is_marked_as_read_by_whoever_was_first_and_stays() {
    let (portal, link) = handed_out();
    say(&portal, &link, &wrong("It was not like that."));
    let path = format!("{PLAN}/comments/1/read");
    assert_eq!(portal.post(&path, &[], b"").status, 401);
    for user in ["cerys", "dilys"] {
        assert_eq!(portal.post(&path, &[("cookie", &portal.sign_in(user))], b"").status, 403);
    }
    for user in ["bryn", "ada"] {
        assert_eq!(portal.post(&path, &[("cookie", &portal.sign_in(user))], b"").status, 204);
    }
    let ada = portal.sign_in("ada");
    for missing in [format!("{PLAN}/comments/2/read"), "/plans/CIN-1043/comments/1/read".to_owned()] {
        assert_eq!(portal.post(&missing, &[("cookie", &ada)], b"").status, 404);
    }
    revoke(&portal, "ada", &links(&portal)[0]);
    let page = page(&portal, "ada");
    assert!(
        page.contains("Read by Bryn Parry")
            && page.contains("It was not like that.")
            && page.contains("Everything is read.")
    );
    assert!(!portal.get("/plans", &ada).text().contains("comments of the family"));
}

#[test]
fn it_is_about_a_part_of_the_copy_and_limited_in_length_and_number() {
    let (portal, link) = handed_out();
    let refused = [
        (json!({ "part": "attendance", "kind": "wrong", "text": "x" }), 422),
        (json!({ "part": "plan/why", "kind": "wrong", "text": "x" }), 422),
        (json!({ "part": "why", "kind": "edit", "text": "x" }), 422),
        (json!({ "part": "why", "kind": "add", "text": " \n" }), 422),
        (json!({ "part": "why", "kind": "add" }), 422),
        (json!({ "part": "why", "kind": "add", "text": ["x"] }), 422),
        (json!([]), 422),
        (wrong(&"x".repeat(5001)), 422),
        (wrong(&"x".repeat(30_001)), 413),
    ];
    for (body, status) in refused {
        let answer = say(&portal, &link, &body);
        assert_eq!(answer.status, status, "{body:.60}");
        assert!(answer.message().ends_with('.'));
    }
    // The longest that the box takes, in letters that are three bytes each.
    assert_eq!(say(&portal, &link, &wrong(&"ẃ".repeat(5000))).status, 204);
    for _ in 1..30 {
        assert_eq!(say(&portal, &link, &wrong("Again.")).status, 204);
    }
    let full = say(&portal, &link, &wrong("Once too often."));
    assert_eq!(full.status, 429);
    assert!(!page(&portal, "ada").contains("Once too often."));
}

#[test]
fn it_comes_from_the_readers_own_page() {
    let (portal, link) = handed_out();
    let path = format!("{link}/comments");
    let body = wrong("From elsewhere.").to_string();
    for origin in [None, Some("null"), Some("https://elsewhere.example"), Some("http://127.0.0.1:1")] {
        let origin: Vec<_> = origin.map(|origin| ("origin", origin)).into_iter().collect();
        assert_eq!(portal.post_as_is(&path, &origin, body.as_bytes()).status, 403);
    }
    assert!(!page(&portal, "ada").contains("From elsewhere."));
}
