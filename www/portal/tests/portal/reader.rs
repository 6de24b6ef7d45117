//! What a reader's browser is given, without a sign-in: kept by nobody, and no more than it needs.

use crate::copying::{COPIES, DELYTHS, asked, handed_out, links};
use crate::portal::Portal;
use serde_json::json;
use sha2::{Digest, Sha256};

#[test]
fn nothing_behind_a_link_is_kept_listed_or_named() {
    let (portal, link) = handed_out();
    for path in ["", "/copy.json", "/plain"] {
        for cookie in ["", "portal_session=0123"] {
            let answer = portal.get(&format!("{link}{path}"), cookie);
            assert_eq!(answer.status, 200);
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert_eq!(answer.header("referrer-policy"), "no-referrer");
            assert_eq!(answer.header("x-robots-tag"), "noindex, nofollow");
            assert_eq!(answer.header("x-content-type-options"), "nosniff");
            assert_eq!(answer.header("set-cookie"), "");
            assert!(answer.header("content-security-policy").starts_with("default-src 'none'; "));
        }
    }
    let page = portal.get(&link, "");
    assert!(page.text().contains("<title>What was agreed</title>"), "{}", page.text());
    assert!(page.text().contains("<team-around-family today=\"2026-03-16\">"));
    assert!(page.text().contains(&format!("href=\"{link}/plain\"")));
    assert!(!page.text().contains("<style") && !page.text().contains(" style="));
}

/// The page without scripts may do one thing: use the styles that stand in it.
#[test]
fn the_page_without_scripts_has_the_hash_of_its_own_styles_in_its_policy() {
    let (portal, link) = handed_out();
    let plain = portal.get(&format!("{link}/plain"), "");
    let text = plain.text();
    assert!(!text.contains("<script") && !text.contains("src="));
    // The way out, and no other link.
    assert_eq!(text.matches("href=").count(), 1);
    assert!(text.contains("<title>What was agreed</title>"));
    let styles = text.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let policy = plain.header("content-security-policy");
    let named = policy.split("'sha256-").nth(1).unwrap().split('\'').next().unwrap();
    assert_eq!(bytes(named), Sha256::digest(styles).to_vec());
    assert!(
        !policy.contains("unsafe")
            && !policy.contains("script-src")
            && policy.contains("frame-ancestors 'none'")
    );
}

/// The bytes that base64 says.
fn bytes(base64: &str) -> Vec<u8> {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = base64.trim_end_matches('=').chars().map(|letter| LETTERS.find(letter).unwrap());
    let bits: String = bits.map(|six| format!("{six:06b}")).collect();
    let whole = bits.len() / 8;
    (0..whole).map(|at| u8::from_str_radix(&bits[8 * at..8 * at + 8], 2).unwrap()).collect()
}

#[test]
fn the_sessions_pages_are_not_opened_by_a_readers_address() {
    let (portal, link) = handed_out();
    let token = link.strip_prefix("/read/").unwrap();
    for path in [COPIES, "/plans/CIN-1042", "/plans"] {
        assert_eq!(portal.get(path, &format!("portal_session={token}")).status, 303);
    }
    assert_eq!(portal.get(&format!("/report/{token}"), "").status, 404);
    assert!(links(&portal)[0].get("token").is_none());
}

/// The copy may be read longer than this link opens: the reader learns which day is theirs, and sees it come.
#[test]
fn a_link_that_ends_before_its_copy_says_its_own_day_above_the_plan() {
    let (mut portal, link) = handed_out();
    let notice = |portal: &Portal| {
        let page = portal.get(&link, "").text().to_owned();
        let notice =
            page.split("<p slot=\"notice\"").nth(1).unwrap().split("</p>").next().unwrap().to_owned();
        assert!(notice.ends_with("print it, or ask for it on paper."), "{notice}");
        notice
    };
    let first =
        ">Your link opens until Monday 30 March 2026, which is sooner than the day that the copy names.";
    assert!(notice(&portal).starts_with(first), "{}", notice(&portal));
    for (day, said) in [
        ("2026-03-26", first),
        ("2026-03-27", " class=\"soon\">Your link opens for 3 more days, until Monday 30 March 2026."),
        ("2026-03-29", " class=\"soon\">Your link opens for 1 more day, until Monday 30 March 2026."),
        ("2026-03-30", " class=\"soon\">Today is the last day on which your link opens."),
    ] {
        portal.restart_on(day);
        assert!(notice(&portal).starts_with(said), "{day}: {}", notice(&portal));
    }
}

/// Of a link that opens as long as its copy nothing is said until the copy's own last days.
#[test]
fn a_link_that_ends_with_its_copy_says_so_at_its_end() {
    let (mut portal, _) = handed_out();
    let answer = asked(&portal, "ada", DELYTHS, &json!({ "days": 90 })).json();
    let link = answer["link"].as_str().unwrap();
    for (day, said) in
        [("2026-06-08", None), ("2026-06-09", Some("3 more days")), ("2026-06-12", Some("the last day"))]
    {
        portal.restart_on(day);
        let page = portal.get(link, "").text().to_owned();
        assert_eq!(page.contains("slot=\"notice\""), said.is_some(), "{day}");
        assert!(said.is_none_or(|said| page.contains(said)), "{day}: {page}");
    }
}

#[test]
fn a_link_is_made_from_an_object_or_not_at_all() {
    let (portal, link) = handed_out();
    for body in [json!([]), json!(null), json!("days")] {
        let answer = asked(&portal, "ada", DELYTHS, &body);
        assert!(answer.status == 422 && answer.message().contains("no JSON object"), "{body}");
    }
    assert_eq!(portal.get(&link, "").status, 200);
}
