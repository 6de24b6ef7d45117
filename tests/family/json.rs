//! The small reader and writer of JSON take, refuse and write what serde_json does: a seal is taken of the text.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use team_around::reading::family::{read_copy, write_copy};
use team_around::reading::json::{Json, read};

/// What is read, as serde_json has it.
fn known(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::from(*flag),
        Json::Number(written) => serde_json::from_str(written).unwrap(),
        Json::Text(text) => Value::from(text.as_str()),
        Json::List(items) => items.iter().map(known).collect(),
        Json::Object(members) => {
            let members = members.iter().map(|(name, value)| (name.clone(), known(value)));
            Value::Object(members.collect::<Map<_, _>>())
        }
    }
}

/// Reads a text with both, and they agree; whether it was read.
fn agreed(text: &str) -> bool {
    match (read(text), serde_json::from_str::<Value>(text)) {
        (Some(ours), Ok(theirs)) => {
            assert_eq!(known(&ours), theirs, "{text:?}");
            true
        }
        (None, Err(_)) => false,
        // A number is held as it is written, so none is too large.
        (Some(_), Err(error)) if error.to_string().contains("out of range") => true,
        (ours, theirs) => panic!("{text:?}: {ours:?}, {theirs:?}"),
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[\u{0}-\u{7f}]{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let member = (prop_oneof![any::<String>(), Just("a".to_owned())], inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Value::from),
            prop::collection::vec(member, 0..6).prop_map(|members| members.into_iter().collect()),
        ]
    })
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_and_written_alike(value in any_json()) {
        let text = value.to_string();
        prop_assert!(agreed(&text));
        prop_assert_eq!(read(&text).unwrap().write(), text);
        let spaced = format!("{value:#}");
        prop_assert!(agreed(&spaced));
    }

    #[test]
    fn any_text_is_read_by_both_or_by_neither(text in "[\\[\\]{}\",:0-2eE+.\\\\u/dDaAcCbBfnultrs\u{1}é\n -]{0,16}") {
        agreed(&text);
        agreed(&format!("\"{text}\""));
        agreed(&format!("[{text}]"));
    }

    #[test]
    fn a_text_that_was_damaged_is_read_by_both_or_by_neither(value in any_json(), at in 0usize..200, put in ".{0,2}", cut in 0usize..3) {
        let letters: Vec<char> = value.to_string().chars().collect();
        let at = at.min(letters.len());
        let rest = letters.iter().skip(at + cut);
        let text: String = letters.iter().take(at).chain(&put.chars().collect::<Vec<_>>()).chain(rest).collect();
        agreed(&text);
    }
}

#[test]
fn what_is_no_json_is_not_read() {
    for text in [
        "",
        " ",
        "nul",
        "nulls",
        "true false",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "'a'",
        "01",
        "-",
        "+1",
        "1.",
        ".5",
        "1e",
        "1e+",
        "0x1",
        "--1",
        "NaN",
        "\"",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u+123\"",
        "\"\\ud800\"",
        "\"\\ud800\\n\"",
        "\"\\ud800\\ud800\"",
        "\"\\udc00\"",
        "\"\u{1}\"",
        "\"\n\"",
        "\u{feff}1",
        "[",
        "]",
        "{",
        "1]",
        "[1}",
    ] {
        assert!(!agreed(text), "{text:?}");
    }
}

#[test]
fn what_is_json_is_read_to_the_letter() {
    let both = "\"\\ud83d\\ude00 \\u00e9 \\/ \\b\\f\\n\\r\\t\\u0000 \u{7f}\u{2028}é😀\"";
    for text in [" \t\r\n1 ", "-0", "-0.5e-3", "1E+2", "[ ]", "{ }", "[[],{}]", "{\"a\":1,\"a\":2}", both] {
        assert!(agreed(text), "{text:?}");
    }
    assert_eq!(read("{\"a\":1,\"a\":2}").unwrap().get("a").unwrap().as_number(), Some(2));
    for (written, number) in [("1", Some(1)), ("1.0", None), ("-1", None), ("18446744073709551616", None)] {
        assert_eq!(read(written).unwrap().as_number(), number, "{written}");
        assert_eq!(serde_json::from_str::<Value>(written).unwrap().as_u64(), number, "{written}");
    }
}

#[test]
fn layers_without_end_are_refused_and_no_copy_comes_near() {
    let nested = |layers: usize| "[".repeat(layers) + &"]".repeat(layers);
    assert!(read(&nested(64)).is_some() && read(&nested(65)).is_none() && read(&nested(1_000_000)).is_none());
    assert!(read(&"{\"a\":".repeat(1_000_000)).is_none());
}

/// What a version before this reader wrote, and somebody approved, is read as long as its time lasts.
#[test]
fn a_copy_that_was_approved_before_is_read_and_has_the_same_text() {
    let file = include_str!("../../www/pages/assets/family-copy.json");
    let copy = read_copy(file).unwrap();
    assert_eq!(write_copy(&copy), serde_json::from_str::<Value>(file).unwrap().to_string());
    let loose = format!("{:#}", serde_json::from_str::<Value>(file).unwrap());
    assert_eq!(read_copy(&loose), Ok(copy.clone()));
    let sealed = json!(copy.approval.as_ref().unwrap().seal);
    assert_eq!(json!(copy.seal()), sealed);
}
