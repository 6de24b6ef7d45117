//! The envelope keeps and reports like the record in it; the hash is RFC 8785's; every problem has its words.

use serde_json::{Value, json};
use team_around::protocol::Scope;
use team_around::wire::{
    Envelope, Loss, ProblemKind, VERSION, canonical, feedback_text, hash, may_be_hash_of, parse, read_text,
    whole_text, write_record, write_text,
};

const GOLDEN: &str = include_str!("wire/v1/envelope.json");

#[test]
fn an_envelope_of_a_newer_version_is_kept_and_flagged() {
    let mut document: Value = serde_json::from_str(GOLDEN).unwrap();
    document["version"] = json!(VERSION + 1);
    document["record"]["new"] = json!({ "a": 1 });
    let opened = Envelope::read(&document);
    assert!(opened.is_newer());
    assert_eq!(opened.problems[0].what, ProblemKind::Newer { version: VERSION + 1 });
    assert_eq!((opened.problems.len(), opened.loss()), (1, Loss::Nothing));
    assert_eq!(opened.envelope.write(), document);
}

#[test]
fn problems_of_an_envelope_stand_at_their_pointers() {
    let document = json!({
        "format": "team-around", "version": 1, "kind": 4, "protocol": [{ "id": 9 }, "x"], "engine": ["e"],
        "record": { "plan": { "start": "x" }, "overrides": [{ "id": "r-1" }] },
        "findings": [{ "constructor": 1 }], "overrides": [{ "id": "r-2" }], "made": { "on": "today", "by": [] }
    });
    let opened = Envelope::read(&document);
    let found: Vec<String> = opened.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "wrong-kind at \"/kind\"",
            "wrong-kind at \"/engine\"",
            "wrong-kind at \"/protocol/0/id\"",
            "wrong-kind at \"/protocol/1\"",
            "forbidden-key at \"/findings/0/constructor\"",
            "bad-day at \"/made/on\"",
            "wrong-kind at \"/made/by\"",
            "bad-day at \"/record/plan/start\"",
            "overrides-differ at \"/overrides\"",
        ]
    );
    let places: Vec<String> = opened
        .problems
        .iter()
        .filter_map(|problem| problem.place.as_ref())
        .map(ToString::to_string)
        .collect();
    assert_eq!(places, ["plan/start"], "only the record's own problems have a place on it");
    let written = opened.envelope.write();
    for kept in ["kind", "engine", "protocol"] {
        assert_eq!(written[kept], document[kept]);
    }
    assert_eq!(written["made"]["by"], json!([]));
    for refused in [json!({}), json!({ "format": "other" }), json!([]), json!({ "format": "team-around" })] {
        assert_eq!(Envelope::read(&refused).loss(), Loss::All);
    }
}

/// RFC 8785, 3.2.3 (order of names) and appendix B (numbers).
#[test]
fn canonical_json_is_as_the_rfc_has_it() {
    let names =
        json!({ "\u{20ac}": 1, "\r": 2, "\u{fb33}": 3, "1": 4, "\u{1f600}": 5, "\u{80}": 6, "\u{f6}": 7 });
    assert_eq!(
        canonical(&names),
        "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"\u{f6}\":7,\"\u{20ac}\":1,\"\u{1f600}\":5,\"\u{fb33}\":3}"
    );
    for (bits, expected) in [
        (0x0000_0000_0000_0000_u64, "0"),
        (0x8000_0000_0000_0000, "0"),
        (0x0000_0000_0000_0001, "5e-324"),
        (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
        (0x4340_0000_0000_0000, "9007199254740992"),
        (0x4430_0000_0000_0000, "295147905179352830000"),
        (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
        (0x44b5_2d02_c7e1_4af6, "1e+23"),
        (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
        (0x444b_1ae4_d6e2_ef50, "1e+21"),
        (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
        (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
        (0x41b3_de43_5555_5553, "333333333.3333332"),
        (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
        (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ] {
        assert_eq!(canonical(&json!(f64::from_bits(bits))), expected);
    }
}

/// The SHA-256 of the two bytes `{}` and of `{"a":[1,true,null],"b":"é"}`, from coreutils.
#[test]
fn a_receipt_is_for_this_text_by_its_bytes_or_its_canonical_json_or_it_says_no_hash() {
    let text = "{ \"b\": 1, \"a\": 2 }";
    // Both by `sha256sum`.
    let of_bytes = "43138fc0ecbd2bbf004b3de0245357f08c8fc94b194580f5a14faab47e49fbe9";
    let of_canonical = "d3626ac30a87e6f7a6428233b3c68299976865fa5508e4267c5415c76af7a772";
    for hash in [of_bytes, of_canonical, &of_bytes.to_uppercase(), " row 17 ", ""] {
        assert!(may_be_hash_of(text, hash), "{hash}");
    }
    let other = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    assert!(!may_be_hash_of(text, other));
    assert!(!may_be_hash_of("no JSON", other));
}

#[test]
fn a_hash_does_not_depend_on_order_or_white_space() {
    assert_eq!(hash(&json!({})), "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    let one = parse(br#" { "b" : "\u00e9", "a": [1.0, true, null] } "#).unwrap();
    assert_eq!(hash(&one), "6eab153701ef60c995351765c772011bca6739878254f313acc3f11e1fef476b");
}

#[test]
fn every_problem_has_a_sentence_in_both_languages_with_its_own_placeholders() {
    let (line, column, limit) = (1, 1, 1);
    let kinds = [
        ProblemKind::NotText,
        ProblemKind::NotJson { line, column },
        ProblemKind::LoneSurrogate { line, column },
        ProblemKind::TooLarge { limit },
        ProblemKind::TooDeep { limit },
        ProblemKind::DuplicateKey,
        ProblemKind::WrongKind { wanted: "day" },
        ProblemKind::TooLong { limit },
        ProblemKind::TooMany { limit },
        ProblemKind::BadDay,
        ProblemKind::BadId,
        ProblemKind::NoId,
        ProblemKind::DuplicateId,
        ProblemKind::TooManyUnknown { limit },
        ProblemKind::ForbiddenKey,
        ProblemKind::NumberOutOfRange,
        ProblemKind::NotOurs,
        ProblemKind::Newer { version: 2 },
        ProblemKind::NoRecord,
        ProblemKind::OverridesDiffer,
        ProblemKind::More { count: 2 },
    ];
    for text in [include_str!("../src/words/en/problems.txt"), include_str!("../src/words/cy/problems.txt")] {
        let words: Vec<(&str, &str)> = text.lines().filter_map(|line| line.split_once(" = ")).collect();
        let sentence =
            |key: String| words.iter().find(|(found, _)| *found == key).unwrap_or_else(|| panic!("{key}")).1;
        for kind in &kinds {
            let filled = kind
                .details()
                .into_iter()
                .fold(sentence(format!("problem.{}", kind.code())).to_owned(), |text, (name, value)| {
                    text.replace(&format!("{{{name}}}"), &value)
                });
            assert!(!filled.contains('{'), "{filled}");
        }
        for wanted in [
            "line",
            "narrative",
            "day",
            "number",
            "choice",
            "choices",
            "link",
            "links",
            "part",
            "row",
            "rows",
        ] {
            sentence(format!("problem.wanted.{wanted}"));
        }
        assert_eq!(words.len(), kinds.len() + 11);
    }
}

#[test]
fn an_envelope_says_which_document_it_is_and_for_which_meeting_and_agency() {
    let document = json!({
        "format": "team-around", "version": 1, "kind": "contribution", "document": "report",
        "meeting": "m-1", "agency": "a-1", "engine": "", "protocol": [], "record": {}, "findings": [],
        "overrides": [], "made": {},
    });
    let opened = Envelope::read(&document);
    assert_eq!((opened.problems.len(), opened.envelope.scope()), (0, Scope::Report));
    assert_eq!(opened.envelope.meeting.id().unwrap().as_str(), "m-1");
    assert_eq!(opened.envelope.agency.id().unwrap().as_str(), "a-1");
    let written = opened.envelope.write();
    for key in ["kind", "document", "meeting", "agency"] {
        assert_eq!(written[key], document[key]);
    }
    let plan = Envelope::read_text(GOLDEN);
    assert_eq!((plan.envelope.scope(), plan.envelope.document.is_blank()), (Scope::Plan, true));
    let mut unknown = document.clone();
    unknown["document"] = json!("poster");
    unknown["meeting"] = json!("not an id");
    let opened = Envelope::read(&unknown);
    assert_eq!(opened.loss(), Loss::Nothing);
    assert_eq!(opened.envelope.write()["document"], json!({ "unread": "poster" }));
    assert_eq!(opened.envelope.write()["meeting"], "not an id");
}

#[test]
fn feedback_stands_beside_the_record_and_is_read_from_both_places_once() {
    let row = |id: &str, said: &str| json!({ "id": id, "from": "child", "child_change": said });
    let document = json!({
        "format": "team-around", "version": 1,
        "record": { "feedback": [row("f-1", "Talk to me first"), row("f-2", "Shorter")] },
        "feedback": [row("f-2", "Shorter"), row("f-3", "Fewer people"), row("f-1", "Another")],
    });
    let opened = Envelope::read(&document);
    let found: Vec<String> = opened.problems.iter().map(ToString::to_string).collect();
    assert_eq!(found, ["duplicate-id at \"/feedback/2/id\""]);
    let record = opened.envelope.record.clone();
    let said: Vec<&str> = record.feedback.iter().map(|row| &*row.child_change.0).collect();
    assert_eq!(said, ["Talk to me first", "Shorter", "Fewer people", "Another"]);
    assert_eq!(write_text(&record), "{}");
    assert_eq!(read_text(&whole_text(&record)).record, record, "a writer’s own copy has all of it");
    assert_eq!(write_record(&record), json!({}));
    let written = opened.envelope.write();
    assert_eq!((written["record"].clone(), written["feedback"].as_array().unwrap().len()), (json!({}), 4));
    assert_eq!(Envelope::read(&written).envelope.record, record);
    let apart: Value = serde_json::from_str(&feedback_text(&record)).unwrap();
    assert_eq!(apart["format"], "team-around-feedback");
    assert_eq!(
        (apart["version"].clone(), apart["feedback"].clone()),
        (json!(1), written["feedback"].clone())
    );
    assert_eq!(read_text(r#"{"feedback":[{"id":"f-1"}]}"#).record.feedback.len(), 1);
    let odd = json!({ "format": "team-around", "record": {}, "feedback": "none" });
    assert_eq!(Envelope::read(&odd).envelope.write()["feedback"], "none");
    let many: Vec<Value> = (0..2001).map(|n| row(&format!("g-{n}"), "x")).collect();
    let full = json!({ "format": "team-around", "record": {}, "feedback": many });
    let opened = Envelope::read(&full);
    assert_eq!((opened.loss(), opened.envelope.record.feedback.len()), (Loss::Part, 2000));
}
