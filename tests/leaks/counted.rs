//! How many planted secrets are found, and how many alarms are false.

use serde_json::Value;
use std::collections::BTreeMap;
use team_around::reading::leaks::{Scan, Secret, SecretKind};

fn kind(name: &str) -> SecretKind {
    match name {
        "address" => SecretKind::Address,
        "postcode" => SecretKind::Postcode,
        "telephone" => SecretKind::Telephone,
        "email" => SecretKind::Email,
        "name" => SecretKind::Name,
        "alias" => SecretKind::Alias,
        "school" => SecretKind::School,
        "surgery" => SecretKind::Surgery,
        "child-name" => SecretKind::ChildName,
        "child-birth-date" => SecretKind::BirthDate,
        "informant" => SecretKind::Informant,
        "registration" => SecretKind::Registration,
        _ => SecretKind::Words,
    }
}

fn secret(of: &Value, value: &str) -> Secret {
    Secret { kind: kind(of["kind"].as_str().unwrap()), value: of[value].as_str().unwrap().to_owned() }
}

fn rows(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

/// How many of the planted texts are found; the others are printed.
fn found(texts: &[Value]) -> usize {
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in texts {
        let scan = Scan::new(&[secret(row, "secret")], &[]);
        let found = !scan.hits(row["text"].as_str().unwrap()).is_empty();
        let count = kinds.entry(row["kind"].as_str().unwrap()).or_default();
        count.0 += usize::from(found);
        count.1 += 1;
        if !found {
            println!("missed: {} | {} | {}", row["kind"], row["secret"], row["text"]);
        }
    }
    for (kind, (found, all)) in &kinds {
        println!("{kind}: {found} of {all}");
    }
    kinds.values().map(|(found, _)| found).sum()
}

#[test]
fn planted_secrets_are_found() {
    let texts = rows(include_str!("planted.json"));
    let found = found(&texts);
    println!("found {found} of {}", texts.len());
    assert!(found >= 490, "found {found} of {}", texts.len());
}

/// The false alarms in clean plans by the kind of secret, and the plans that have any.
fn false_alarms() -> (BTreeMap<String, usize>, usize) {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut plans = 0;
    for plan in rows(include_str!("clean.json")) {
        let secrets: Vec<Secret> =
            plan["secrets"].as_array().unwrap().iter().map(|of| secret(of, "value")).collect();
        let allowed: Vec<&str> =
            plan["allowed"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let scan = Scan::new(&secrets, &allowed);
        let mut alarms = 0;
        for text in plan["texts"].as_array().unwrap().iter().filter_map(Value::as_str) {
            for hit in scan.hits(text) {
                let secret = &secrets[hit.secret];
                println!(
                    "alarm: {:?} | {} | {} | {text}",
                    secret.kind,
                    secret.value,
                    &text[hit.start..hit.end]
                );
                *kinds.entry(format!("{:?}", secret.kind)).or_default() += 1;
                alarms += 1;
            }
        }
        plans += usize::from(alarms > 0);
    }
    (kinds, plans)
}

#[test]
fn clean_plans_raise_few_alarms() {
    let (kinds, plans) = false_alarms();
    let all: usize = kinds.values().sum();
    println!("{all} false alarms in {plans} of 200 plans: {kinds:?}");
    assert!(all <= 4, "{all} false alarms in {plans} plans: {kinds:?}");
}

#[test]
fn the_second_set_is_counted_too() {
    let texts = rows(include_str!("second.json"));
    let found = found(&texts);
    println!("second set: found {found} of {}", texts.len());
    assert!(found >= 58, "found {found} of {}", texts.len());
}

/// A long text with a hundred secrets: printed, since the bound depends on the machine and the build.
#[test]
fn a_long_text_is_read_in_little_time() {
    let plans = rows(include_str!("clean.json"));
    let secrets: Vec<Secret> = plans
        .iter()
        .take(11)
        .flat_map(|plan| plan["secrets"].as_array().unwrap())
        .take(100)
        .map(|of| secret(of, "value"))
        .collect();
    let texts = plans.iter().flat_map(|plan| plan["texts"].as_array().unwrap()).filter_map(Value::as_str);
    let text: String = texts.flat_map(|text| [text, " "]).collect::<String>().chars().take(20_000).collect();
    let scan = Scan::new(&secrets, &[]);
    let began = std::time::Instant::now();
    let hits = scan.hits(&text).len();
    println!("{} secrets, {} bytes, {hits} hits: {:?}", secrets.len(), text.len(), began.elapsed());
}
