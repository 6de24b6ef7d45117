//! Where a place is, in words, for somebody who is elsewhere on the form.

use super::pages::{SHEETS, sheet_of};
use crate::record::{Place, Record};
use crate::words::Words;
use crate::words::contents::row_name;

/// Where a place is, for somebody who is elsewhere: the row's name, or the page's title.
pub fn whereabouts(words: &Words, record: &Record, place: &Place) -> Option<String> {
    if let Some(id) = &place.row {
        let rows = record.rows(place.home)?;
        let index = rows.position(id)?;
        return Some(row_name(words, record, rows.row(index)?, index));
    }
    let sheet = SHEETS.get(sheet_of(place.home)?)?;
    Some(words.label(&format!("page.{}", sheet.key)).to_owned())
}
