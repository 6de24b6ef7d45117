//! The package's files, as a browser asks for them.

use crate::portal::Portal;

#[test]
fn a_browser_that_takes_brotli_is_given_it() {
    let portal = Portal::start();
    let packed = portal.get_with("/package/team-around.js", ("accept-encoding", "gzip, deflate, br;q=1.0"));
    assert_eq!((packed.status, packed.header("content-encoding"), packed.text()), (200, "br", "packed"));
    assert_eq!(packed.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(packed.header("vary"), "accept-encoding");
    for accepted in ["gzip", "br;q=0", "brotli"] {
        let plain = portal.get_with("/package/team-around.js", ("accept-encoding", accepted));
        assert_eq!((plain.header("content-encoding"), plain.text()), ("", "export {};"));
    }
}

#[test]
fn webassembly_has_its_own_kind() {
    let portal = Portal::start();
    let wasm = portal.get_with("/package/team_around_bg.wasm", ("accept-encoding", "br"));
    assert_eq!((wasm.status, wasm.header("content-type")), (200, "application/wasm"));
    assert_eq!(wasm.header("content-encoding"), "");
}

#[test]
fn a_file_that_has_not_changed_is_not_sent_again() {
    let portal = Portal::start();
    let first = portal.get("/package/team-around.js", "");
    assert_eq!(first.header("cache-control"), "no-cache");
    let again = portal.get_with("/package/team-around.js", ("if-none-match", first.header("etag")));
    assert_eq!((again.status, again.bytes.len()), (304, 0));
    let other = portal.get_with("/package/team-around.js", ("if-none-match", "\"another\""));
    assert_eq!(other.status, 200);
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let portal = Portal::start();
    for path in [
        "..%2Fsecret.js",
        "%2e%2e%2fsecret.js",
        "..%5csecret.js",
        ".secret.js",
        "team-around.js.br",
        "none.js",
        "package",
    ] {
        assert_eq!(portal.get(&format!("/package/{path}"), "").status, 404, "{path}");
    }
}
