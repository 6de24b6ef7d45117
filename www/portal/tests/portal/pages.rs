//! The portal's pages: who may open them, their headers, and what their addresses give away.

use crate::portal::Portal;

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

#[test]
fn without_sign_in_there_is_only_the_sign_in() {
    let portal = Portal::start();
    let paths = [
        "/plans",
        "/account",
        "/plans/CIN-1042",
        "/plans/CIN-1042/versions/1",
        "/plans/CIN-1042/meetings",
        "/plans/CIN-1042/meetings/m-2",
        "/plans/CIN-1042/copies",
        "/feedback",
    ];
    for path in paths {
        for cookie in ["", "portal_session=", "portal_session=0123456789abcdef"] {
            let answer = portal.get(path, cookie);
            assert_eq!(
                (answer.status, answer.header("location")),
                (303, format!("/sign-in?to={path}").as_str())
            );
        }
    }
    assert_eq!(portal.get("/plans/CIN-1042/data.json", "").status, 401);
    let sent = portal.post("/plans/CIN-1042", &[("if-match", "\"1\"")], b"{}");
    assert_eq!(sent.status, 401);
    assert!(sent.message().contains("signed out"));
    assert_eq!(portal.post("/sign-in", &[], b"nobody").status, 401);
}

#[test]
fn signing_out_ends_the_session_on_the_server_too() {
    let portal = Portal::start();
    let cookie = portal.sign_in("cerys");
    assert_eq!(portal.get("/plans", &cookie).status, 200);
    assert_eq!(portal.post("/sign-out", &[("cookie", &cookie)], b"").status, 204);
    assert_eq!(portal.get("/plans", &cookie).status, 303);
}

#[test]
fn the_cookie_is_for_this_site_and_for_no_script() {
    let portal = Portal::start();
    let answer = portal.post("/sign-in", &[], b"ada");
    let cookie = answer.header("set-cookie");
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert_ne!(portal.sign_in("ada"), portal.sign_in("ada"));
}

#[test]
fn the_list_shows_what_is_unmet_by_topic_and_what_was_set_aside() {
    let portal = Portal::start();
    let list = portal.get("/plans", &portal.sign_in("bryn"));
    let list = list.text();
    assert!(list.contains("CIN-1042") && list.contains("CIN-1043"));
    assert!(list.contains("<h3>Actions</h3>"), "{list}");
    assert!(list.contains("Who watches over contact is decided at the review"));
    assert!(list.contains("Version 1, sent by Ada Okafor"));
    // What is unmet is said with its place: this action has a date that cannot be read.
    assert!(list.contains(
        "Action “Finish the last four sessions of the course for fathers.”: Date it will be done by."
    ));
    assert!(!list.contains("rule."), "a sentence is missing: {list}");
}

#[test]
fn every_answer_has_the_policy() {
    let portal = Portal::start();
    let cookie = portal.sign_in("ada");
    let paths = [
        "/",
        "/sign-in",
        "/account",
        "/plans",
        "/plans/CIN-1042",
        "/plans/CIN-1042/data.json",
        "/plans/CIN-1042/versions/1",
        "/plans/CIN-1042/meetings",
        "/plans/CIN-1042/meetings/m-2",
        "/plans/CIN-1042/meetings/m-2/data.json",
        "/plans/CIN-1042/meetings/m-2/requests.json",
        "/plans/CIN-1042/copies",
        "/plans/CIN-1042/copies/links.json",
        "/report",
        "/report/none",
        "/read/none",
        "/feedback",
        "/plans/none",
        "/none",
        "/assets/own_report.js",
        "/assets/plan.js",
        "/assets/copies.js",
        "/assets/comments.js",
        "/assets/reader.js",
        "/assets/reader.css",
        "/assets/portal.css",
        "/assets/unsaved.js",
        "/package/team-around.js",
        "/package/none.js",
        "/pages/index.html",
        "/pages/plain.html",
        "/pages/two.html",
        "/pages/form.html",
        "/pages/hostile.html",
        "/pages/meeting.html",
        "/pages/report.html",
        "/pages/family.html",
        "/pages/assets/family-copy.json",
        "/pages/assets/form.js",
    ];
    for path in paths {
        let answer = portal.get(path, &cookie);
        assert_eq!(answer.header("content-security-policy"), POLICY, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
    }
    let refused = portal.post_as_is("/plans/CIN-1042", &[], b"");
    assert_eq!((refused.status, refused.header("content-security-policy")), (403, POLICY));
}

#[test]
fn what_is_about_a_child_is_not_kept_by_the_browser() {
    let portal = Portal::start();
    let cookie = portal.sign_in("ada");
    for path in
        ["/plans", "/plans/CIN-1042", "/plans/CIN-1042/data.json", "/plans/CIN-1042/versions/1/data.json"]
    {
        let answer = portal.get(path, &cookie);
        assert_eq!((answer.status, answer.header("cache-control")), (200, "no-store"), "{path}");
    }
}

#[test]
fn no_title_and_no_address_has_a_name_or_a_secret_in_it() {
    let portal = Portal::start();
    let cookie = portal.sign_in("ada");
    let key = portal.data(&cookie)["draftKey"].as_str().unwrap().to_owned();
    let meetings = ["/plans/CIN-1042/meetings", "/plans/CIN-1042/meetings/m-2", "/plans/CIN-1042/copies"];
    for path in ["/plans", "/plans/CIN-1042", "/plans/CIN-1042/versions/1"].into_iter().chain(meetings) {
        let answer = portal.get(path, &cookie);
        let page = answer.text();
        let title = page.split("<title>").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
        let addresses = page.split("href=\"").chain(page.split("src=\"")).skip(1);
        let addresses = addresses.filter_map(|rest| rest.split('"').next());
        for shown in addresses.chain([title]) {
            for secret in ["Ifan", "Mali", "Pryce", "Adeyemi", "Delyth", "Tunde", &cookie, &key] {
                assert!(!shown.contains(secret), "{secret} in {shown}");
            }
        }
        assert!(!page.contains(&key));
    }
}

#[test]
fn no_page_has_a_script_or_a_style_of_its_own_which_the_policy_would_stop() {
    let portal = Portal::start();
    let cookie = portal.sign_in("ada");
    let pages = [
        "/sign-in",
        "/plans",
        "/plans/CIN-1042",
        "/plans/CIN-1042/copies",
        "/pages/plain.html",
        "/pages/two.html",
        "/pages/form.html",
    ];
    for path in pages {
        let answer = portal.get(path, &cookie);
        let page = answer.text();
        assert!(
            !page.contains("<style") && !page.contains(" style=") && !page.contains(" onclick="),
            "{path}"
        );
        assert!(
            page.split("<script").skip(1).all(|rest| rest.contains("src=\"") && rest.contains("></script>"))
        );
    }
}
