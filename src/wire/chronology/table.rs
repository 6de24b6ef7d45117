//! A file as a table: CSV, or a JSON list of objects.

use super::refused::Refused;
use super::{COLUMNS, ROWS, separated};
use crate::wire::limits;
use crate::wire::problem::ProblemKind;
use crate::wire::tree::parse;
use crate::words::Words;
use serde_json::Value;

/// A table as a file has it: names of columns, and rows of cells. Every row has a cell for every column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns; empty for one that has none.
    pub columns: Vec<String>,
    /// The rows below the names, at most 2,000.
    pub rows: Vec<Vec<String>>,
    /// What was taken to stand between cells; `None` where the file is JSON.
    pub separator: Option<char>,
}

impl Table {
    /// Reads a file: UTF-8 text with or without a byte order mark, either JSON (a list of objects, the
    /// names of whose members are the columns) or cells between commas, semicolons or tabs with the
    /// names of the columns in the first row.
    ///
    /// # Errors
    /// Why it was not read: too large, not UTF-8, no rows, too many of them, or not such a file.
    pub fn read(bytes: &[u8]) -> Result<Self, Refused> {
        let text = text_of(bytes)?;
        let mut table =
            if text.trim_start().starts_with(['[', '{']) { from_json(text)? } else { separated::read(text)? };
        let columns = table.rows.iter().map(Vec::len).fold(table.columns.len(), usize::max);
        table.columns.resize(columns, String::new());
        table.rows.iter_mut().for_each(|row| row.resize(columns, String::new()));
        if table.rows.is_empty() { Err(Refused::NoRows) } else { Ok(table) }
    }

    /// How it was read, in a sentence or two: so many rows and columns, and what stands between cells.
    pub fn told(&self, words: &Words) -> String {
        let sort = match self.separator {
            Some(',') => "comma",
            Some(';') => "semicolon",
            Some(_) => "tab",
            None => "json",
        };
        let sort = words.label(&format!("import.separator.{sort}")).to_owned();
        let (rows, columns) = (self.rows.len().to_string(), self.columns.len().to_string());
        words.fill("import.table", &[("rows", &rows), ("columns", &columns), ("separator", &sort)])
    }
}

fn text_of(bytes: &[u8]) -> Result<&str, Refused> {
    match bytes {
        _ if bytes.len() > limits::BYTES => Err(Refused::TooLarge),
        [b'P', b'K', 3 | 5, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(Refused::Workbook),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, ..] | [_, 0, ..] => Err(Refused::Utf16),
        _ => {
            let text = std::str::from_utf8(bytes).map_err(|_| Refused::NotText)?;
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            if text.trim().is_empty() { Err(Refused::Empty) } else { Ok(text) }
        }
    }
}

fn from_json(text: &str) -> Result<Table, Refused> {
    let value = parse(text.as_bytes()).map_err(|problems| {
        let first = problems.into_iter().next();
        Refused::Json(first.map_or(ProblemKind::NotText, |problem| problem.what))
    })?;
    let Value::Array(items) = value else { return Err(Refused::NotRows(0)) };
    if items.len() > ROWS {
        return Err(Refused::TooManyRows);
    }
    let mut table = Table::default();
    for (at, item) in items.iter().enumerate() {
        let members = item.as_object().ok_or(Refused::NotRows(at + 1))?;
        let mut row = vec![String::new(); table.columns.len()];
        for (name, value) in members {
            set(&mut table.columns, &mut row, name, cell_of(value))?;
        }
        table.rows.push(row);
    }
    Ok(table)
}

/// Puts a cell under the column of its name, which may be new.
fn set(columns: &mut Vec<String>, row: &mut Vec<String>, name: &str, cell: String) -> Result<(), Refused> {
    let at = columns.iter().position(|column| column == name).unwrap_or(columns.len());
    if at == COLUMNS {
        return Err(Refused::TooManyColumns);
    }
    if at == columns.len() {
        columns.push(name.to_owned());
        row.push(String::new());
    }
    row.get_mut(at).into_iter().for_each(|place| place.clone_from(&cell));
    Ok(())
}

/// A value as a cell: text as it is, nothing for `null`, and anything else as JSON.
fn cell_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
