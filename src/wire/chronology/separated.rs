//! Cells between commas, semicolons or tabs (RFC 4180).

use super::export::unguarded;
use super::refused::Refused;
use super::table::Table;
use super::{COLUMNS, ROWS};
use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

/// What may stand between cells; of two that the first line has as often, the first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// A last row of our own: where it is not read as one, a quotation mark before it was left open.
const LAST: &str = "end";

/// The table in this text, with the names of its columns in the first row.
pub(super) fn read(text: &str) -> Result<Table, Refused> {
    let separator = separator(text);
    let mut rows = rows_of(text, separator)?;
    if rows.pop().is_none_or(|row| row != [LAST]) {
        return Err(Refused::NotClosed);
    }
    if rows.is_empty() {
        return Err(Refused::Empty);
    }
    let columns = rows.remove(0).iter().map(|name| name.trim().to_owned()).collect();
    Ok(Table { columns, rows, separator: Some(char::from(separator)) })
}

/// The separator that stands most often in the first line, outside quotation marks.
fn separator(text: &str) -> u8 {
    let mut counts = [0_usize; SEPARATORS.len()];
    let mut quoted = false;
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => SEPARATORS
                .iter()
                .zip(&mut counts)
                .for_each(|(one, count)| *count += usize::from(*one == byte)),
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    SEPARATORS.iter().zip(counts).find(|(_, count)| *count == most).map_or(b',', |(one, _)| *one)
}

/// The rows in which anything stands; a spreadsheet may end with many in which nothing does.
fn rows_of(text: &str, separator: u8) -> Result<Vec<Vec<String>>, Refused> {
    let bytes = [text, "\n", LAST, "\n"].concat().into_bytes();
    let mut reader = ReaderBuilder::new().delimiter(separator).build();
    let (mut rows, mut row, mut rest) = (Vec::new(), Vec::new(), bytes.as_slice());
    let mut room = vec![0; bytes.len()];
    while let Some((cell, ends)) = next(&mut reader, &mut rest, &mut room) {
        row.push(cell);
        if row.len() > COLUMNS {
            return Err(Refused::TooManyColumns);
        }
        if ends {
            let whole = std::mem::take(&mut row);
            rows.extend(Some(whole).filter(|row| row.iter().any(|cell| !cell.trim().is_empty())));
        }
        // The names of the columns and the last row are not counted.
        if rows.len() > ROWS + 2 {
            return Err(Refused::TooManyRows);
        }
    }
    Ok(rows)
}

/// The next cell, and whether it ends its row; `None` at the end.
fn next(reader: &mut Reader, rest: &mut &[u8], room: &mut [u8]) -> Option<(String, bool)> {
    let mut filled = 0;
    loop {
        let (came, read, wrote) = reader.read_field(rest, room.get_mut(filled..)?);
        *rest = rest.get(read..)?;
        filled += wrote;
        match came {
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::Field { record_end } => {
                let cell = String::from_utf8_lossy(room.get(..filled)?);
                return Some((unguarded(&cell).to_owned(), record_end));
            }
            ReadFieldResult::OutputFull | ReadFieldResult::End => return None,
        }
    }
}
