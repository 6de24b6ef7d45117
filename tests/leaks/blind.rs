//! A set that was written before the rules were read, and one of the kinds that were missed of it, written
//! after those were mended: what of each is found, and what is a false alarm.

use serde_json::Value;
use std::collections::BTreeMap;
use team_around::reading::leaks::{Scan, Secret, SecretKind};

fn blind() -> Value {
    serde_json::from_str(include_str!("blind_set.json")).unwrap()
}

fn mended() -> Value {
    serde_json::from_str(include_str!("mended_set.json")).unwrap()
}

/// What the record makes of one thing to keep: an address is looked for with its postcode by itself.
fn secrets(of: &Value) -> Vec<Secret> {
    let given = |key: &str| of[key].as_str().map(str::to_owned);
    let kinds = [
        ("address", SecretKind::Address),
        ("phone", SecretKind::Telephone),
        ("email", SecretKind::Email),
        ("name", SecretKind::Name),
        ("school", SecretKind::School),
        ("surgery", SecretKind::Surgery),
        ("child", SecretKind::ChildName),
        ("born", SecretKind::BirthDate),
        ("informant", SecretKind::Informant),
        ("car", SecretKind::Registration),
        ("never", SecretKind::Words),
    ];
    let mut found: Vec<Secret> =
        kinds.into_iter().filter_map(|(key, kind)| Some(Secret { kind, value: given(key)? })).collect();
    let postcode = given("address").and_then(|address| Some(address.rsplit_once(", ")?.1.to_owned()));
    found.extend(postcode.map(|value| Secret { kind: SecretKind::Postcode, value }));
    let kind = if of["child"].is_string() { SecretKind::ChildName } else { SecretKind::Alias };
    let others = of["aliases"].as_array().into_iter().flatten().filter_map(Value::as_str);
    found.extend(others.map(|name| Secret { kind, value: name.to_owned() }));
    found
}

/// How many of what is planted are found; the others are printed.
fn found(set: &Value) -> usize {
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in set["planted"].as_array().unwrap() {
        let scan = Scan::new(&secrets(&row["secret"]), &[]);
        let found = !scan.hits(row["says"].as_str().unwrap()).is_empty();
        let count = kinds.entry(row["kind"].as_str().unwrap()).or_default();
        count.0 += usize::from(found);
        count.1 += 1;
        if !found {
            println!("missed ({}): {} | {} | {}", row["lead"], row["kind"], row["secret"], row["says"]);
        }
    }
    for (kind, (found, all)) in &kinds {
        println!("{kind}: {found} of {all}");
    }
    kinds.values().map(|(found, _)| found).sum()
}

/// How many alarms the clean texts raise, and how many texts raise any; each is printed.
fn alarms(set: &Value) -> (usize, usize) {
    let (mut all, mut texts) = (0, 0);
    for (home, given) in set["homes"].as_object().unwrap() {
        let sought: Vec<Secret> = given.as_array().unwrap().iter().flat_map(secrets).collect();
        let scan = Scan::new(&sought, &[]);
        for row in set["clean"].as_array().unwrap().iter().filter(|row| row["home"] == **home) {
            let said = row["says"].as_str().unwrap();
            let hits = scan.hits(said);
            for hit in &hits {
                let secret = &sought[hit.secret];
                println!(
                    "alarm: {:?} | {} | {} | {said}",
                    secret.kind,
                    secret.value,
                    &said[hit.start..hit.end]
                );
            }
            all += hits.len();
            texts += usize::from(!hits.is_empty());
        }
    }
    (all, texts)
}

#[test]
fn what_is_planted_blind_is_found() {
    let found = found(&blind());
    println!("blind set: found {found} of 756; at the first try 673");
    assert!(found >= 742, "found {found}");
}

#[test]
fn what_only_looks_dangerous_is_counted() {
    let (all, texts) = alarms(&blind());
    println!("blind set: {all} false alarms in {texts} of 284 texts; at the first try 8 in 7");
    assert!(all <= 2, "{all} false alarms in {texts} texts");
}

#[test]
fn what_was_mended_holds_for_other_words() {
    let found = found(&mended());
    println!("mended set: found {found} of 129; at the first try 125, before the rules were mended 28");
    assert!(found >= 125, "found {found}");
}

#[test]
fn what_was_mended_alarms_no_more_than_before() {
    let (all, texts) = alarms(&mended());
    println!(
        "mended set: {all} false alarms in {texts} of 72 texts; at the first try 12, before the rules were mended 5"
    );
    assert!(all <= 5, "{all} false alarms in {texts} texts");
}
