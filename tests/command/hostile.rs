//! Whatever is given, the program ends with a sentence and 2, never with a panic.

use crate::program::{Answer, refuses, run, run_on};
use std::process::{Command, Stdio};

const HAMPSHIRE: [&str; 2] = ["--protocol", "hampshire-cin-2018"];

/// Each subcommand that reads a file, on this file.
fn each(file: &str) -> [Answer; 6] {
    [
        run(&[&["check", file][..], &HAMPSHIRE].concat()),
        run(&[&["timescales", file][..], &HAMPSHIRE].concat()),
        run(&["pack", "check", file]),
        run(&["vectors", file]),
        run(&["chronology", file]),
        run(&["changes", "tests/data/command/plan.json", file]),
    ]
}

/// Each subcommand that reads a file, on standard input.
fn each_on(input: &[u8]) -> [Answer; 6] {
    [
        run_on(input, &[&["check"][..], &HAMPSHIRE].concat()),
        run_on(input, &[&["timescales"][..], &HAMPSHIRE].concat()),
        run_on(input, &["pack", "check"]),
        run_on(input, &["vectors"]),
        run_on(input, &["chronology", "--csv"]),
        run_on(input, &["changes", "tests/data/command/plan.json"]),
    ]
}

#[test]
fn what_cannot_be_read_is_said_in_one_sentence() {
    each("tests/data/no-such-file.json")
        .iter()
        .for_each(|came| refuses(came, &["no-such-file.json", "no such file"]));
    each("tests/data").iter().for_each(|came| refuses(came, &["tests/data", "folder"]));
    for (input, said) in [
        (&b""[..], "empty"),
        (b" \n\t ", "empty"),
        (b"\xff\xfe{}", "not text"),
        (b"not JSON", ""),
        (b"{\"plan\": ", ""),
        (b"[1, 2]", ""),
        (b"7", ""),
    ] {
        each_on(input).iter().for_each(|came| refuses(came, &["standard input", said]));
    }
}

#[test]
fn a_place_in_the_text_is_named() {
    let came = run_on(b"{\n  \"plan\": }", &[&["check"][..], &HAMPSHIRE].concat());
    refuses(&came, &["line 2", "column 11"]);
    let twice = run_on(br#"{"plan":{"why":"a","why":"b"}}"#, &[&["check"][..], &HAMPSHIRE].concat());
    refuses(&twice, &["/plan/why"]);
}

#[test]
fn a_document_that_is_too_deep_or_too_large_is_refused() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    each_on(deep.as_bytes()).iter().for_each(|came| refuses(came, &["standard input"]));
    let deep = format!("{}1{}", "{\"a\":".repeat(5_000), "}".repeat(5_000));
    each_on(deep.as_bytes()).iter().for_each(|came| refuses(came, &["standard input"]));
    let large = format!("{{\"a\":\"{}\"}}", "x".repeat(8 * 1024 * 1024));
    each_on(large.as_bytes()).iter().for_each(|came| refuses(came, &["8 MB"]));
}

#[test]
fn what_it_is_checked_against_must_be_known() {
    let plan = "tests/data/command/plan.json";
    refuses(&run(&["check", plan]), &["--protocol", "hampshire-cin-2018"]);
    refuses(&run(&["check", plan, "--protocol", "nowhere-2020"]), &["“nowhere-2020”", "hampshire-cin-2018"]);
    refuses(&run(&["check", plan, "--protocol", plan]), &[plan]);
    refuses(
        &run(&["check", "src/protocol/packs/hampshire-cin-2018.json", HAMPSHIRE[0], HAMPSHIRE[1]]),
        &["pack"],
    );
    let feed = ["--bank-holidays", "tests/data/command/closed_years.json"];
    let came = run(&[&["check", plan][..], &HAMPSHIRE, &feed].concat());
    refuses(&came, &["closed_years.json", "/england-and-wales/events", "fewer bank holidays"]);
    let came = run(&[&["check", plan][..], &HAMPSHIRE, &["--bank-holidays", plan]].concat());
    refuses(&came, &[plan, "/england-and-wales"]);
}

#[test]
fn arguments_that_cannot_be_used_end_with_two() {
    for arguments in [
        &["check", "--today", "31/03/2026"][..],
        &["check", "--today", "2026-02-30"],
        &["check", "--nation", "france"],
        &["check", "--lang", "fr"],
        &["schema", "--pack", "--envelope"],
        &["conjure"],
        &[],
    ] {
        let came = run(arguments);
        assert_eq!((came.code, came.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(!came.err.is_empty() && !came.err.contains("panicked"), "{arguments:?}: {}", came.err);
    }
}

#[test]
fn days_at_the_ends_of_time_are_no_trouble() {
    for day in ["0000-01-01", "1900-01-01", "2099-12-31", "9999-12-31"] {
        for task in ["check", "timescales"] {
            let came =
                run(&[&[task, "tests/data/command/plan.json", "--today", day][..], &HAMPSHIRE].concat());
            assert!(came.code.is_some_and(|code| code < 2), "{task} {day}: {}", came.err);
        }
    }
}

#[test]
fn a_reader_who_leaves_is_not_told_of_it() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_team-around"));
    let mut child = command
        .args(["schema"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn help_says_what_each_reads_and_how_it_ends() {
    assert!(run(&["--help"]).out.contains("It ends with"), "{}", run(&["--help"]).out);
    for task in [
        &["check"][..],
        &["timescales"],
        &["chronology"],
        &["changes"],
        &["schema"],
        &["rules"],
        &["pack", "check"],
        &["vectors"],
    ] {
        let came = run(&[task, &["--help"]].concat());
        assert_eq!(came.code, Some(0), "{task:?}");
        assert!(came.out.contains("rint") && came.out.contains("--lang"), "{task:?}: {}", came.out);
    }
}
