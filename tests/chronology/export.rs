//! A chronology written out: what a spreadsheet makes of it, and what comes back.

use crate::import::{agencies, id};
use proptest::prelude::*;
use team_around::record::chronology::{ChronologyEntry, Significance};
use team_around::record::{Links, Record, RowIds, Typed};
use team_around::wire::chronology::{Mapping, Table, chronology_csv, import};
use team_around::words::{Language, Words};

/// Cells that a spreadsheet can take for a formula (OWASP, CSV Injection), each with a variant that
/// hides its start.
const FORMULAE: [&str; 24] = [
    "=1+1",
    "=HYPERLINK(\"https://example.org\",\"click\")",
    "=cmd|' /C calc'!A0",
    "+44 1632 960000",
    "-1+1",
    "- a dash before a sentence",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\tText",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    " \u{a0}=1+1",
    "\"=1+1",
    "'=1+1",
    "''=1+1",
    "' \"=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "−1",
    "\u{feff}=1+1",
    "\u{200b}@SUM(A1)",
];

/// Cells that begin like one and are none.
const TEXTS: [&str; 6] = ["One = two", "a-b", "'quoted' words", "“Go away”", "14/03/2025", "é@"];

fn with(cells: &[&str]) -> Record {
    let mut record = agencies();
    let entry = |at: usize, cell: &&str| ChronologyEntry {
        id: id(&format!("e-{at}")),
        when: format!("{}", 1990 + at).as_str().into(),
        event: (*cell).into(),
        ..ChronologyEntry::default()
    };
    record.chronology = cells.iter().enumerate().map(|(at, cell)| entry(at, cell)).collect();
    record
}

/// The cells of a CSV, read by hand: cells in quotation marks or not, rows between CR LF.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = csv.strip_prefix('\u{feff}').unwrap().chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.push(letters.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && letters.peek() == Some(&'\n') => {
                letters.next();
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    assert!(row.is_empty() && cell.is_empty(), "the last row is ended");
    rows
}

fn back(csv: &str) -> Record {
    let mut record = agencies();
    let table = Table::read(csv.as_bytes()).unwrap();
    import(&mut record, &table, &Mapping::guess(&table), None, &mut RowIds::new("back"));
    record
}

/// What a chronology file says of each entry.
fn said(record: &Record) -> Vec<ChronologyEntry> {
    record.chronology.iter().map(|entry| ChronologyEntry { id: id("any"), ..entry.clone() }).collect()
}

#[test]
fn no_cell_begins_like_a_formula() {
    let record = with(&FORMULAE);
    let written = cells(&chronology_csv(&record, Words::of(Language::English)));
    for (row, original) in written.iter().skip(1).zip(FORMULAE) {
        assert_eq!(row[1], format!("'{original}"));
    }
    let written = cells(&chronology_csv(&with(&TEXTS), Words::of(Language::English)));
    assert_eq!(written.iter().skip(1).map(|row| row[1].as_str()).collect::<Vec<_>>(), TEXTS);
}

#[test]
fn every_column_is_guarded() {
    let mut record = with(&["=1"]);
    record.agencies[0].name = "=agency".into();
    let entry = &mut record.chronology[0];
    (entry.when, entry.source, entry.impact) = ("+1".into(), "@source".into(), "-1".into());
    entry.significance = Typed::Unread("=x".into());
    entry.agencies = Links::to(&[&id("police")]);
    let written = cells(&chronology_csv(&record, Words::of(Language::English)));
    assert_eq!(written[1], ["'+1", "'=1", "'=agency", "'@source", "'=x", "'-1"]);
}

#[test]
fn the_file_is_in_order_under_names_in_the_readers_language() {
    let mut record = with(&["Last, \"he\" said;\nso", "First"]);
    record.chronology[1].when = "about 1980".into();
    record.chronology[1].agencies = Links::to(&[&id("school"), &id("police")]);
    let csv = chronology_csv(&record, Words::of(Language::English));
    assert_eq!(
        csv,
        "\u{feff}When,What happened,Agency,Source,Significance,Impact on the child\r\n\
         about 1980,First,\"Hightown School; Northshire Police\",,,\r\n\
         1990,\"Last, \"\"he\"\" said;\nso\",,,,\r\n"
    );
    let welsh = chronology_csv(&record, Words::of(Language::Welsh));
    assert!(welsh.starts_with(
        "\u{feff}Pryd,Beth ddigwyddodd,Asiantaeth,Ffynhonnell,Arwyddocâd,Effaith ar y plentyn\r\n"
    ));
}

#[test]
fn what_is_written_comes_back_the_same_in_both_languages() {
    let all = [&FORMULAE[..], &TEXTS].concat();
    let mut record = with(&all);
    for (at, entry) in record.chronology.iter_mut().enumerate() {
        entry.significance = match at % 4 {
            0 => Typed::Given(Significance::Positive),
            1 => Typed::Given(Significance::Negative),
            2 => Typed::Given(Significance::Neutral),
            _ => Typed::Blank,
        };
        entry.agencies = Links::to(&[&id("school"), &id("health")][..at % 3]);
        (entry.source, entry.impact) = (all[(at + 1) % all.len()].into(), all[(at + 7) % all.len()].into());
    }
    for language in Language::ALL {
        let csv = chronology_csv(&record, Words::of(language));
        let came = said(&back(&csv));
        assert_eq!(came.len(), all.len());
        came.iter().zip(said(&record)).for_each(|(came, entry)| assert_eq!(*came, entry, "{language:?}"));
    }
}

proptest! {
    #[test]
    fn any_text_comes_back_from_any_column(
        event in "([=+@'\" ,;a\n\r\t-]|\\PC){1,12}", source in "([=+@'\" ,;a\n\r\t-]|\\PC){0,12}", impact in "([=+@'\" ,;a\n\r\t-]|\\PC){0,12}"
    ) {
        prop_assume!(!event.trim().is_empty());
        let mut record = with(&[&event]);
        (record.chronology[0].source, record.chronology[0].impact) = (source.as_str().into(), impact.as_str().into());
        let csv = chronology_csv(&record, Words::of(Language::English));
        prop_assert_eq!(said(&back(&csv)), said(&record));
        prop_assert_eq!(cells(&csv).len(), 2);
    }
}
