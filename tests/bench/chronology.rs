//! How long a chronology of four agencies takes to read, order, compare and write: `cargo bench --bench chronology`.
//!
//! Each agency has 125 entries, and of the second's and the fourth's every fifth tells in other words
//! what the agency before it tells. All together is to take at most a quarter of a second.

use std::hint::black_box;
use std::time::{Duration, Instant};
use team_around::record::professionals::Agency;
use team_around::record::{Record, RowId, RowIds, chronology_in_order, duplicates};
use team_around::wire::chronology::{Mapping, Table, chronology_csv, import};
use team_around::words::{Language, Words};

const AGENCIES: usize = 4;
const ENTRIES: usize = 125;
const RUNS: usize = 21;
const LIMIT: Duration = Duration::from_millis(250);
const THINGS: [&str; 5] = ["shouting", "a fall", "an appointment missed", "a visit", "a letter about rent"];

fn main() {
    let files: Vec<String> = (0..AGENCIES).map(file).collect();
    let mut times: Vec<Duration> = Vec::with_capacity(RUNS);
    let mut found = (0, 0, 0);
    for _ in 0..RUNS {
        let begun = Instant::now();
        found = black_box(all(black_box(&files)));
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    let median = times[RUNS / 2];
    let (entries, pairs, bytes) = found;
    println!("chronology of {entries} entries: {median:.1?}, {pairs} pairs offered, {bytes} bytes written");
    println!("{} the limit of {LIMIT:?}", if median <= LIMIT { "within" } else { "OVER" });
}

/// Reads the files, orders, compares and writes: how many entries, pairs and bytes.
fn all(files: &[String]) -> (usize, usize, usize) {
    let mut record = Record::default();
    for (at, file) in files.iter().enumerate() {
        let id = RowId::new(&format!("agency-{at}")).unwrap();
        record.agencies.push(Agency {
            id: id.clone(),
            name: format!("Agency {at}").as_str().into(),
            ..Agency::default()
        });
        let table = Table::read(file.as_bytes()).unwrap();
        import(&mut record, &table, &Mapping::guess(&table), Some(&id), &mut RowIds::new(&format!("a{at}")));
    }
    let pairs = duplicates(&record).len();
    let csv = chronology_csv(&record, Words::of(Language::English));
    (chronology_in_order(&record).len(), pairs, csv.len())
}

fn file(agency: usize) -> String {
    let mut file = "Date,What happened,Source\n".to_owned();
    for at in 0..ENTRIES {
        let told_before = at % 5 == 0 && agency % 2 == 1;
        let (teller, order) =
            if told_before { (agency - 1, "Recorded by us too") } else { (agency, "Recorded") };
        let (day, month) = (1 + at % 28, 1 + at % 12);
        let thing = THINGS[at % THINGS.len()];
        file += &format!(
            "{day:02}/{month:02}/20{:02},\"{order}: {thing}, matter number {at}, case file {teller}, told by the worker on duty\",Log {at}\n",
            10 + (at + 4 * teller) % 15
        );
    }
    file
}
