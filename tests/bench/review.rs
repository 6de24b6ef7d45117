//! How long a review takes, and how that grows with the plan: `cargo bench --bench review`.
//!
//! Each plan is of the same kind: actions with an outcome, an owner, a day and a measure, one in
//! seven of them said vaguely, under the packs of a Hampshire council. A line for each size says the
//! median of many reviews; a review of 1,000 actions is to take at most 1 ms.

use std::hint::black_box;
use std::time::{Duration, Instant};
use team_around::calendar::{Calendar, Nation, civil_date};
use team_around::protocol::{Protocol, Terms, review};
use team_around::record::people::Person;
use team_around::record::plan::{Action, Outcome};
use team_around::record::{Link, Record, RowId, Typed};
use team_around::wire::{ANSWERS, built_in_pack};

const SIZES: [usize; 3] = [10, 100, 1_000];
const PACKS: [&str; 4] =
    [ANSWERS, "hampshire-cin-2018", "calderdale-meetings-2017", "childrens-commissioner-2024"];
const RUNS: usize = 301;
const LIMIT: Duration = Duration::from_millis(1);

fn main() {
    let protocol = Protocol::of(PACKS.into_iter().filter_map(built_in_pack).collect());
    let calendar = Calendar::built_in(Nation::EnglandAndWales);
    let today = civil_date("2026-03-26").unwrap();
    let terms = Terms { today, calendar: &calendar, protocol: &protocol, meeting: None };
    let mut before: Option<Duration> = None;
    for size in SIZES {
        let (median, findings) = measure(&plan(size), &terms);
        let micros = median.as_secs_f64() * 1e6;
        let growth = before.map_or(String::new(), |before| {
            format!(", {:.1} times the size before", median.as_secs_f64() / before.as_secs_f64())
        });
        println!("review of {size:>5} actions: {micros:>8.1} µs, {findings} findings{growth}");
        before = Some(median);
    }
    let within = if before.is_some_and(|last| last <= LIMIT) { "within" } else { "OVER" };
    println!("{within} the limit of {LIMIT:?} for the last");
}

/// The median of many reviews, and how many findings each has.
fn measure(record: &Record, terms: &Terms<'_>) -> (Duration, usize) {
    let mut times: Vec<Duration> = Vec::with_capacity(RUNS);
    let mut findings = 0;
    for _ in 0..RUNS {
        let begun = Instant::now();
        findings = black_box(review(black_box(record), terms)).len();
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    (times[RUNS / 2], findings)
}

/// A plan with so many actions, five outcomes and four people of the family.
fn plan(actions: usize) -> Record {
    let id = |what: &str, number: usize| RowId::new(&format!("{what}{number}")).unwrap();
    let person = |at| Person { id: id("p", at), name: "Mair".into(), ..Person::default() };
    let mut record = Record { people: (0..4).map(person).collect(), ..Record::default() };
    let outcome =
        |at| Outcome { id: id("o", at), what: "Iolo sleeps in his own bed.".into(), ..Outcome::default() };
    record.plan.outcomes = (0..5).map(outcome).collect();
    let action = |at: usize| Action {
        id: id("t", at),
        what: if at.is_multiple_of(7) {
            "Support the family as appropriate."
        } else {
            "Take Iolo to the clinic on Tuesday at four."
        }
        .into(),
        outcome: Link::to(&id("o", at % 5)),
        owner: Link::to(&id("p", at % 4)),
        due: Typed::Given(civil_date("2026-05-01").unwrap()),
        measure: "The clinic's letter says that he was seen.".into(),
        ..Action::default()
    };
    record.plan.actions = (0..actions).map(action).collect();
    record
}
