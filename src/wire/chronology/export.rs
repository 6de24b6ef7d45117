//! The chronology as CSV that a spreadsheet opens as text, and never as a formula.

use super::mapping::Column;
use crate::record::chronology::ChronologyEntry;
use crate::record::{CodeSet, Record, Typed, chronology_in_order};
use crate::words::Words;

/// What a cell may not begin with (OWASP, CSV Injection): `=`, `+`, `-` and `@`, in any width, and
/// what a spreadsheet takes away before it looks.
const FORMULA: [char; 17] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', '−', '﹢', '﹣', '﹦', '﹫'];

/// The chronology in order, under the names of the columns in the reader's language: UTF-8 with a
/// byte order mark, cells between commas (RFC 4180), rows between CR LF. A cell that a spreadsheet
/// could take for a formula has an apostrophe before it, which an import takes away again.
pub fn chronology_csv(record: &Record, words: &Words) -> String {
    let names = Column::ALL.map(|column| words.label(&format!("import.column.{}", column.name())).to_owned());
    let mut text = "\u{feff}".to_owned();
    line(&mut text, &names);
    for dated in chronology_in_order(record) {
        line(&mut text, &Column::ALL.map(|column| cell_of(record, dated.entry, column, words)));
    }
    text
}

fn cell_of(record: &Record, entry: &ChronologyEntry, column: Column, words: &Words) -> String {
    match column {
        Column::When => entry.when.0.clone(),
        Column::Event => entry.event.0.clone(),
        Column::Agency => agencies(record, entry),
        Column::Source => entry.source.0.clone(),
        Column::Significance => match &entry.significance {
            Typed::Given(code) => {
                words.say(&format!("significance.{}", code.code())).unwrap_or(code.code()).to_owned()
            }
            Typed::Unread(typed) => typed.clone(),
            Typed::Blank => String::new(),
        },
        Column::Impact => entry.impact.0.clone(),
    }
}

/// The names of an entry's agencies, between semicolons.
fn agencies(record: &Record, entry: &ChronologyEntry) -> String {
    let of = entry.agencies.ids().iter().filter_map(|id| record.agency(id));
    of.map(|agency| agency.name.trim()).filter(|name| !name.is_empty()).collect::<Vec<_>>().join("; ")
}

fn line(text: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        text.push_str(if at > 0 { "," } else { "" });
        put(text, cell);
    }
    text.push_str("\r\n");
}

fn put(text: &mut String, cell: &str) {
    let quotes = cell.contains(['"', ',', ';', '\t', '\r', '\n']) || cell.trim().len() < cell.len();
    let mark = if quotes { "\"" } else { "" };
    text.push_str(mark);
    text.push_str(if is_formula(cell) { "'" } else { "" });
    for c in cell.chars() {
        match c {
            '"' => text.push_str("\"\""),
            '\t' | '\r' | '\n' => text.push(c),
            _ if c.is_control() => text.push('\u{fffd}'),
            _ => text.push(c),
        }
    }
    text.push_str(mark);
}

/// Whether a spreadsheet could take a cell for a formula, behind spaces, quotation marks and what nobody sees.
fn is_formula(cell: &str) -> bool {
    let passed = |c: char| {
        matches!(c, ' ' | '\u{a0}' | '\u{3000}' | '\'' | '"' | '`' | '‘'..='‟' | '＇' | '＂')
            || matches!(c, '\u{2000}'..='\u{200f}' | '\u{202a}'..='\u{202f}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    cell.trim_start_matches(passed).starts_with(FORMULA)
}

/// A cell without the apostrophe that kept it from being a formula.
pub(super) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}
