//! How long one review takes, natively: `cargo run --release --example review_bench`.
//!
//! Prints the median of many reviews of plans with 10, 100 and 1,000 actions under every built-in pack.
//! It should grow with the number of actions and no faster.

use serde_json::{Value, json};
use std::time::{Duration, Instant};
use team_around::calendar::{Calendar, Nation, civil_date};
use team_around::protocol::packs::BUILT_IN;
use team_around::protocol::{Protocol, Terms, review};
use team_around::record::Record;
use team_around::wire::{built_in_pack, read_record};

fn main() {
    let packs = BUILT_IN
        .iter()
        .filter(|pack| !pack.id.starts_with("example"))
        .filter_map(|pack| built_in_pack(pack.id));
    let (protocol, calendar) = (Protocol::of(packs.collect()), Calendar::built_in(Nation::EnglandAndWales));
    let Some(today) = civil_date("2026-05-11") else { return };
    let terms = Terms { today, calendar: &calendar, protocol: &protocol };
    println!("actions  findings  median of one review");
    for actions in [10, 100, 1_000] {
        let record = plan(actions);
        let (took, findings) = median(&record, &terms);
        println!("{actions:>7}  {findings:>8}  {:.3} ms", took.as_secs_f64() * 1_000.0);
    }
}

/// A plan in which two actions in five lack an owner or a day.
fn plan(actions: usize) -> Record {
    let action = |index: usize| {
        json!({
            "id": format!("a-{index}"),
            "what": format!("Walk to school with Corin in week {index}, and ask how the mornings are."),
            "outcome": "o-1",
            "owner": if index % 5 == 4 { Value::Null } else { json!("p-1") },
            "due": if index % 5 == 2 { Value::Null } else { json!("2026-06-01") },
            "measure": "In before nine, by the register.",
        })
    };
    let record = json!({
        "children": [{ "id": "c-1", "name": "Corin Vale", "date_of_birth": "2017-02-20" }],
        "people": [{ "id": "p-1", "name": "Alda Vale", "relationship": "mother" }],
        "plan": {
            "start": "2026-03-02",
            "outcomes": [{ "id": "o-1", "what": "Corin is in school every day." }],
            "actions": (0..actions).map(action).collect::<Vec<_>>(),
        },
    });
    read_record(&record).record
}

fn median(record: &Record, terms: &Terms<'_>) -> (Duration, usize) {
    let mut findings = 0;
    let mut took: Vec<Duration> = (0..200)
        .map(|_| {
            let begun = Instant::now();
            findings = std::hint::black_box(review(std::hint::black_box(record), terms)).len();
            begun.elapsed()
        })
        .collect();
    took.sort_unstable();
    (took.get(took.len() / 2).copied().unwrap_or_default(), findings)
}
