//! Hostile text is refused at once, with a code, and never stops the program.

use std::time::{Duration, Instant};
use team_around::wire::{Loss, ProblemKind, limits, parse, read_text};

/// reliability.md F1: no hang longer than this.
const PATIENCE: Duration = Duration::from_millis(500);
/// What an unoptimised build on a busy machine may take for a document that has to be read to its end.
const SLOW_BUILD: u32 = 4;

fn refused(text: &[u8]) -> &'static str {
    let begun = Instant::now();
    let problems = parse(text).expect_err("refused");
    assert!(begun.elapsed() < PATIENCE, "took {:?}", begun.elapsed());
    assert!(problems.iter().all(|problem| problem.loss == Loss::All));
    problems[0].what.code()
}

#[test]
fn text_that_is_json_is_read() {
    let pair = r#"["\ud83d\ude00"]"#;
    let texts = [
        "{}",
        "[]",
        " [ ] ",
        "null",
        "\"\"",
        "[-0]",
        "[1E+2]",
        "[1e-2]",
        "[123.456789]",
        "[-1]",
        "{\"\":0}",
        "{\"a\":[]}",
        "[\"\\u0060\\u012a\\u12AB\"]",
        "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
        "[\"\\u0000\"]",
        pair,
        "[\"\\uFFFF\"]",
        "[\"\u{7f}\"]",
        "[null,1,\"1\",{}]",
        "\u{feff}{}",
        "[\"[[[[\\\\\"]",
        "{\"a\":{\"a\":{\"a\":1}}}",
    ];
    for text in texts {
        assert!(parse(text.as_bytes()).is_ok(), "{text}");
    }
}

#[test]
fn text_that_is_not_json_is_refused() {
    let texts = [
        "",
        " ",
        "[1,]",
        "[,1]",
        "[1,,2]",
        "{'a':0}",
        "[NaN]",
        "[Infinity]",
        "[-Infinity]",
        "[01]",
        "[1.]",
        "[.5]",
        "[+1]",
        "[0x1]",
        "[1e]",
        "[-]",
        "{\"a\":1,}",
        "{\"a\" \"b\"}",
        "{\"a\":}",
        "{1:1}",
        "{\"a\"",
        "[\"a\tb\"]",
        "[\"\u{0}\"]",
        "[\"\\x00\"]",
        "[\"\\u00\"]",
        "[\"\\uqqqq\"]",
        "[\"",
        "\"\\",
        "[",
        "]",
        "[1]x",
        "[1][2]",
        "nul",
        "True",
        "[/*a*/]",
        "# a",
        "{\"a\":1}}",
        "\u{a0}[]",
        "[\u{2060}]",
        "[1e999]",
    ];
    for text in texts {
        assert_eq!(refused(text.as_bytes()), "not-json", "{text}");
    }
    assert_eq!(refused(b"[\"\xff\"]"), "not-text");
    assert_eq!(refused(b"\xff\xfe{\0}\0"), "not-text");
}

#[test]
fn the_line_and_column_say_where_json_ends() {
    let problems = parse(b"{\n  \"a\": 1 x}").expect_err("refused");
    assert_eq!(problems[0].what, ProblemKind::NotJson { line: 2, column: 10 });
}

#[test]
fn half_a_character_is_refused() {
    for text in [
        r#"["\ud800"]"#,
        r#"["\uDFAA"]"#,
        r#"["\ud800\ud800"]"#,
        r#"["\ud800\u0041"]"#,
        r#"["\ud800\n"]"#,
        r#"{"\udc00":1}"#,
    ] {
        assert_eq!(refused(text.as_bytes()), "lone-surrogate", "{text}");
    }
    let problems = parse(b"[\n \"ab\\ud800\"]").expect_err("refused");
    assert_eq!(problems[0].what, ProblemKind::LoneSurrogate { line: 2, column: 5 });
}

#[test]
fn depth_is_limited() {
    for (open, inner, close) in [("[", "", "]"), ("{\"a\":", "1", "}")] {
        let nested = |depth: usize| format!("{}{inner}{}", open.repeat(depth), close.repeat(depth));
        assert!(parse(nested(10).as_bytes()).is_ok());
        assert!(parse(nested(limits::DEPTH).as_bytes()).is_ok());
        for depth in [limits::DEPTH + 1, 100, 127, 128, 1_000, 10_000, 100_000, 1_000_000] {
            assert_eq!(refused(nested(depth).as_bytes()), "too-deep", "{depth}");
            assert_eq!(refused(open.repeat(depth).as_bytes()), "too-deep", "{depth}");
        }
    }
}

#[test]
fn size_and_number_of_values_are_limited() {
    let long = format!("\"{}\"", "a".repeat(100 * 1024 * 1024));
    assert_eq!(refused(long.as_bytes()), "too-large");
    assert_eq!(refused(format!("[{}1]", "1,".repeat(999_999)).as_bytes()), "too-many");
    assert_eq!(refused(format!("[{}[]]", "[],".repeat(999_999)).as_bytes()), "too-many");
    let members: Vec<String> = (0..limits::MEMBERS + 1).map(|number| format!("\"{number}\":0")).collect();
    assert_eq!(refused(format!("{{{}}}", members.join(",")).as_bytes()), "too-many");
    assert!(parse(format!("{{{}}}", members[1..].join(",")).as_bytes()).is_ok());
}

#[test]
fn a_name_said_twice_is_refused_at_its_pointer() {
    let text = r#"{"plan":{"needs":[{},{"id":"a","what":1,"\u0077hat":2}],"a/b":1,"a/b":2},"plan":{}}"#;
    let found: Vec<String> =
        parse(text.as_bytes()).expect_err("refused").iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "duplicate-key at \"/plan/needs/1/what\"",
            "duplicate-key at \"/plan/a~1b\"",
            "duplicate-key at \"/plan\""
        ]
    );
    let deep = format!("{}\"b\":1,\"b\":2{}", "{\"a\":".repeat(31) + "{", "}".repeat(32));
    let problems = parse(deep.as_bytes()).expect_err("refused");
    assert_eq!(problems[0].pointer, "/a".repeat(31) + "/b");
}

#[test]
fn the_list_of_problems_cannot_be_made_to_grow_past_its_limits() {
    let key = "k".repeat(1_000_000);
    let text = format!("{{\"{key}\":[{}{{}}]}}", "{\"a\":1,\"a\":2},".repeat(100_000));
    let begun = Instant::now();
    let problems = parse(text.as_bytes()).expect_err("refused");
    assert!(begun.elapsed() < SLOW_BUILD * PATIENCE, "took {:?}", begun.elapsed());
    assert!(problems.iter().map(|problem| problem.pointer.len()).sum::<usize>() <= limits::POINTERS);
    assert_eq!(problems.last().unwrap().what, ProblemKind::More { count: 100_000 - (problems.len() - 1) });
}

#[test]
fn a_file_at_every_limit_is_read_in_time() {
    let rows: Vec<String> = (0..limits::LIST)
        .map(|row| format!("{{\"id\":\"r{row}\",\"what\":\"{}\"}}", "a ".repeat(2_000)))
        .collect();
    let text = format!("{{\"plan\":{{\"actions\":[{}]}}}}", rows.join(","));
    assert!(text.len() > limits::BYTES - 1024 * 1024 && text.len() <= limits::BYTES);
    let begun = Instant::now();
    let reading = read_text(&text);
    assert!(begun.elapsed() < SLOW_BUILD * PATIENCE, "took {:?}", begun.elapsed());
    assert_eq!((reading.record.plan.actions.len(), reading.problems.len()), (limits::LIST, 0));
}
