//! What holds of every text and every secret.

use proptest::prelude::*;
use team_around::reading::leaks::{Hit, Scan, Secret, SecretKind};

const KINDS: [SecretKind; 13] = [
    SecretKind::Address,
    SecretKind::Postcode,
    SecretKind::Telephone,
    SecretKind::Email,
    SecretKind::Name,
    SecretKind::Alias,
    SecretKind::School,
    SecretKind::Surgery,
    SecretKind::ChildName,
    SecretKind::BirthDate,
    SecretKind::Informant,
    SecretKind::Registration,
    SecretKind::Words,
];

fn all_kinds(value: &str) -> Vec<Secret> {
    KINDS.iter().map(|kind| Secret { kind: *kind, value: value.to_owned() }).collect()
}

/// Signs that are hard for whatever reads them: unpaired marks, emoji, right to left, no width, ligatures.
fn hard() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[a-zA-Z' .,@0-9-]{0,30}",
        "[0-9OolI ()+/-]{0,20}",
        "[\u{300}-\u{30a}\u{200b}-\u{200f}\u{202a}-\u{202e}%'’a-c]{0,12}",
        Just("👩‍👧‍👦🏳️‍🌈".to_owned()),
        Just("שלום مرحبا ١٢٣".to_owned()),
        Just("ﬁﬃ ßÆŒ İıſ".to_owned()),
        Just("Mr Dr St 1 Mill Lane, Flat 2".to_owned()),
        Just("double hundred and for a twenty oh".to_owned()),
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn ranges_are_sound(text: &str, hits: &[Hit], secrets: usize) {
    for hit in hits {
        assert!(hit.start < hit.end && text.get(hit.start..hit.end).is_some() && hit.secret < secrets);
    }
    assert!(hits.is_sorted_by_key(|hit| (hit.start, hit.end)));
    for secret in 0..secrets {
        let own: Vec<&Hit> = hits.iter().filter(|hit| hit.secret == secret).collect();
        assert!(own.windows(2).all(|two| two[0].end <= two[1].start), "{own:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_text_and_any_secret_are_read(text in hard(), value in hard(), name in hard()) {
        let secrets = all_kinds(&value);
        let hits = Scan::new(&secrets, &[&name]).hits(&text);
        ranges_are_sound(&text, &hits, secrets.len());
        let own = Scan::new(&secrets, &[&name]).hits(&value);
        ranges_are_sound(&value, &own, secrets.len());
    }

    #[test]
    fn a_text_that_is_the_value_is_always_hit(value in "[\\p{Latin}0-9]{5,12}( [\\p{Latin}0-9'.-]{1,9}){0,3}") {
        let hits = Scan::new(&all_kinds(&value), &[]).hits(&value);
        prop_assert_eq!(all_found(&hits), KINDS.len(), "{:?}", hits);
    }

    #[test]
    fn case_and_spaces_never_matter(value in "[a-zA-Z0-9]{5,12}( [a-zA-Z0-9]{1,9}){0,3}", wide in any::<bool>()) {
        let scan = Scan::new(&all_kinds(&value), &[]);
        let gap = if wide { "   " } else { "\u{a0}\n" };
        let spaced: String = value.chars().flat_map(|sign| [sign.to_string(), " ".to_owned()]).collect();
        for text in [value.to_uppercase(), value.to_lowercase(), value.replace(' ', ""), value.replace(' ', gap), spaced] {
            prop_assert_eq!(all_found(&scan.hits(&text)), KINDS.len(), "{}", text);
        }
    }

    #[test]
    fn a_number_is_found_among_words_however_it_is_grouped(
        figures in "07[0-9]{9}", cuts in proptest::collection::vec(1usize..11, 0..4), gap in "[ ./–_-]",
    ) {
        let grouped: String = figures.char_indices()
            .flat_map(|(at, sign)| [if cuts.contains(&at) { gap.clone() } else { String::new() }, sign.to_string()])
            .collect();
        let scan = Scan::new(&[Secret { kind: SecretKind::Telephone, value: figures }], &[]);
        let text = format!("Please ring {grouped} after six.");
        prop_assert_eq!(scan.hits(&text).len(), 1, "{}", text);
    }
}

fn all_found(hits: &[Hit]) -> usize {
    let mut found: Vec<usize> = hits.iter().map(|hit| hit.secret).collect();
    found.sort_unstable();
    found.dedup();
    found.len()
}

#[test]
fn long_and_empty_texts_are_read() {
    let long = "double oh ".repeat(500) + &"a ".repeat(500) + &"7".repeat(500);
    for value in ["", "a", "…", "00000000000", "oooooo", "double oh", &"a".repeat(500)] {
        let scan = Scan::new(&all_kinds(value), &["", "a", "."]);
        for text in ["", "a", "?!", &long] {
            ranges_are_sound(text, &scan.hits(text), KINDS.len());
        }
    }
}
