//! `chronology` and `changes`: the order, the marks and the sentences, as they are printed.

use crate::program::{refuses, run, run_on};
use team_around::wire::chronology::{Column, Mapping, Table, preview};

const FILE: &str = "tests/data/command/chronology.json";
const AFTER: &str = "tests/data/command/chronology_after.json";

#[test]
fn the_list_is_in_order_with_a_mark_for_what_says_no_time() {
    let came = run(&["chronology", FILE]);
    assert_eq!((came.code, came.err.as_str()), (Some(0), ""));
    let text = came.out;
    for block in [
        "March 2025: Hightown School\n  Neighbours heard shouting and police were called to the home.\n  \
         Impact on the child: Ola was tired and tearful at school.\n\n14/03/2025: Northshire Police\n",
        "\n  Called to the home after neighbours heard shouting.\n  Nobody hurt.\n  Source: Log 12\n  Significance: ",
        "\n  Tells about somebody else, who may not know that it is written here.\n\nspring 2024: Northshire Police\n  \
         This date could not be read, so the entry stands last.\n  Stopped and searched with an older boy.\n\n\
         No date\n  =1+1\n",
        "\nEntries that may tell of one thing. Somebody must look at each pair.\n  \
         14/03/2025: Northshire Police [c-2] and March 2025: Hightown School [c-3]\n",
    ] {
        assert!(text.contains(block), "{block:?} in {text:?}");
    }
}

#[test]
fn csv_is_a_file_that_is_read_back() {
    let came = run(&["chronology", FILE, "--csv"]);
    assert_eq!((came.code, came.err.as_str()), (Some(0), ""));
    assert!(came.out.starts_with("\u{feff}When,What happened,Agency,"), "{:?}", came.out);
    assert_eq!(came.out.matches("\r\n").count(), 5);
    assert!(came.out.contains(",'=1+1,"));
    let table = Table::read(came.out.as_bytes()).unwrap();
    let rows = preview(&table, &Mapping::guess(&table), 9);
    let at = |column: Column| rows.iter().map(move |row| row.cells[column as usize]).collect::<Vec<_>>();
    assert_eq!(at(Column::When), ["March 2025", "14/03/2025", "spring 2024", ""]);
    assert_eq!(at(Column::Event)[3], "=1+1");
    let welsh = run(&["chronology", FILE, "--csv", "--lang", "cy"]);
    assert!(welsh.out.starts_with("\u{feff}Pryd,Beth ddigwyddodd,"));
}

#[test]
fn an_empty_chronology_says_so_and_a_terminal_takes_no_orders() {
    assert_eq!(run_on(b"{}", &["chronology"]).out, "There is nothing in the chronology yet.\n");
    let orders = br#"{"chronology": [{"id": "a", "when": "2025", "event": "\u001b[2J\u0007 One\tTwo"}]}"#;
    for csv in [false, true] {
        let came = run_on(orders, if csv { &["chronology", "--csv"] } else { &["chronology"] });
        assert!(!came.out.contains(['\u{1b}', '\u{7}']) && came.out.contains("One"), "{:?}", came.out);
    }
}

#[test]
fn changes_are_told_a_sentence_a_line() {
    let came = run(&["changes", FILE, AFTER]);
    assert_eq!((came.code, came.err.as_str()), (Some(0), ""));
    assert_eq!(
        came.out,
        "The agency “Hightown School” now says “Hightown Primary School”.\nThe agency “Hightown Surgery” was added.\n"
    );
    assert_eq!(run(&["changes", FILE, FILE]).out, "Nothing changed.\n");
    assert_eq!(run(&["changes", FILE, FILE, "--lang", "cy"]).out, "Ni newidiwyd dim.\n");
    let record = std::fs::read(AFTER).unwrap();
    assert_eq!(run_on(&record, &["changes", FILE]).out, came.out);
}

#[test]
fn what_does_not_fit_is_told_below() {
    let came = run_on(br#"{"chronology": 7}"#, &["chronology"]);
    assert!(came.out.contains("\n/chronology: "), "{}", came.out);
    let came = run_on(br#"{"chronology": 7}"#, &["changes", FILE]);
    assert!(came.out.contains("\n/chronology: "), "{}", came.out);
}

#[test]
fn files_that_cannot_be_read_are_refused() {
    refuses(&run(&["chronology", "tests/data/no-such-file.json"]), &["no-such-file.json", "no such file"]);
    refuses(&run(&["changes", FILE, "tests/data/no-such-file.json"]), &["no-such-file.json"]);
    refuses(&run(&["changes", "tests/data/no-such-file.json", FILE]), &["no-such-file.json"]);
    refuses(&run_on(b"not JSON", &["chronology", "--csv"]), &["standard input"]);
    assert_eq!(run(&["changes"]).code, Some(2));
}
