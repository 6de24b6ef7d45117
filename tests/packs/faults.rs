//! Each fault a pack can have is found where it is, and has its sentence in both languages.

use crate::reader::pack_of;
use std::collections::BTreeSet;
use team_around::protocol::PackFault;
use team_around::record::CodeSet;

const SOUND: &str = r#"{
  "format": "team-around-pack", "version": 1, "id": "vale-2026", "edition": "1", "title": "Vale",
  "documents": [{ "id": "d", "title": "A procedure", "short": "procedure", "kind": "local-protocol" }],
  "figures": [{ "id": "review", "quantity": 6, "unit": "weeks" }, { "id": "family-actions", "quantity": 8 }],
  "readings": [{ "id": "notice-count", "value": "clear" }],
  "phrases": [{ "id": "p", "text": "ongoing" }],
  "rules": [{ "id": "outcomes-missing", "severity": "must", "word": "should", "departs": "raised",
    "because": "Because", "because_cy": "Oherwydd", "document": "d", "heading": "Plans" }]
}"#;

/// The faults of the sound pack with one text replaced by another.
fn faults(sound: &str, broken: &str) -> Vec<String> {
    assert!(SOUND.contains(sound), "{sound}");
    let found = pack_of(&SOUND.replacen(sound, broken, 1)).faults();
    found.iter().map(|fault| format!("{} {} {}", fault.what.code(), fault.place, fault.typed)).collect()
}

/// What is replaced, by what, and the faults that follow.
const BROKEN: &[(&str, &str, &[&str])] = &[
    ("team-around-pack", "pack", &["format-wrong format pack"]),
    (r#""version": 1"#, r#""version": 2"#, &["version-unknown version 2"]),
    (r#""version": 1,"#, "", &["version-unknown version "]),
    ("vale-2026", "Vale 2026", &["id-malformed id Vale 2026"]),
    (r#""id": "vale-2026","#, "", &["id-malformed id "]),
    (r#""title": "Vale""#, r#""title": " ""#, &["title-missing title "]),
    (r#""edition""#, r#""editoin""#, &["member-unknown  editoin"]),
    (
        r#""severity""#,
        r#""weight""#,
        &[
            "member-unknown rules/outcomes-missing weight",
            "severity-missing rules/outcomes-missing/severity outcomes-missing",
        ],
    ),
    (r#""severity": "must""#, r#""severity": "high""#, &["not-read rules/outcomes-missing/severity high"]),
    (r#""quantity": 6"#, r#""quantity": "six""#, &["not-read figures/review/quantity six"]),
    (r#""title": "A procedure""#, r#""title": """#, &["document-without-title documents/d/title d"]),
    (r#""id": "review""#, r#""id": "reviews""#, &["figure-unknown figures/reviews reviews"]),
    (
        r#""id": "family-actions""#,
        r#""id": "review", "unit": "weeks""#,
        &["figure-twice figures/review review"],
    ),
    (
        r#""quantity": 8"#,
        r#""carried": 8"#,
        &[
            "member-unknown figures/family-actions carried",
            "figure-without-quantity figures/family-actions/quantity family-actions",
        ],
    ),
    (r#", "unit": "weeks""#, "", &["figure-without-unit figures/review/unit review"]),
    ("notice-count", "notice", &["reading-unknown readings/notice notice"]),
    (
        r#""readings": ["#,
        r#""readings": [{ "id": "notice-count", "value": "clear" },"#,
        &["reading-twice readings/notice-count notice-count"],
    ),
    (
        r#""value": "clear""#,
        r#""value": "clearly""#,
        &["reading-value-unknown readings/notice-count/value clear, exclude-notice-day-only"],
    ),
    (r#""text": "ongoing""#, r#""text": "...""#, &["phrase-empty phrases/p/text "]),
    (
        r#""id": "outcomes-missing""#,
        r#""id": "outcome-missing""#,
        &["rule-unknown rules/outcome-missing outcome-missing"],
    ),
    (r#""word": "should","#, "", &["word-missing rules/outcomes-missing/word outcomes-missing"]),
    (r#""document": "d","#, "", &["document-missing rules/outcomes-missing/document outcomes-missing"]),
    (r#""document": "d""#, r#""document": "e""#, &["document-unlisted rules/outcomes-missing/document e"]),
    (
        r#""heading": "Plans""#,
        r#""heading": """#,
        &["heading-missing rules/outcomes-missing/heading outcomes-missing"],
    ),
    (r#""departs": "raised","#, "", &["departure-unmarked rules/outcomes-missing/departs outcomes-missing"]),
    (
        r#""departs": "raised""#,
        r#""departs": "lowered""#,
        &["departure-mistaken rules/outcomes-missing/departs outcomes-missing"],
    ),
    (
        r#""word": "should""#,
        r#""word": "must""#,
        &["departure-mistaken rules/outcomes-missing/departs outcomes-missing"],
    ),
    (
        r#""word": "should""#,
        r#""word": "ours""#,
        &["departure-mistaken rules/outcomes-missing/departs outcomes-missing"],
    ),
    (
        r#""because_cy": "Oherwydd","#,
        "",
        &["departure-without-reason rules/outcomes-missing/because outcomes-missing"],
    ),
    (
        r#""rules": ["#,
        r#""rules": [{ "id": "outcomes-missing", "severity": "should", "word": "should", "document": "d", "heading": "Plans" },"#,
        &["rule-twice rules/outcomes-missing outcomes-missing"],
    ),
];

#[test]
fn a_sound_pack_has_none() {
    assert_eq!(pack_of(SOUND).faults(), []);
}

#[test]
fn each_break_is_found_where_it_is_and_nothing_else() {
    for (sound, broken, expected) in BROKEN {
        assert_eq!(faults(sound, broken), *expected, "{sound} → {broken}");
    }
}

#[test]
fn each_kind_of_fault_was_provoked() {
    let codes = BROKEN.iter().flat_map(|(_, _, expected)| expected.iter());
    let provoked: BTreeSet<&str> = codes.map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(provoked, PackFault::LIST.codes.iter().copied().collect());
}

#[test]
fn each_kind_of_fault_has_a_sentence_in_both_languages() {
    for words in [include_str!("../../src/words/en/pack.txt"), include_str!("../../src/words/cy/pack.txt")] {
        for code in PackFault::LIST.codes {
            assert_eq!(words.matches(&format!("pack-fault.{code} = ")).count(), 1, "{code}");
        }
    }
}
