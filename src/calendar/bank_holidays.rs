//! The table that is shipped: bank holidays of the three divisions, 2014 to 2027.
//!
//! `bank_holidays.txt` has a line for each date and title: the date, the letters of the nations
//! that keep it (E England and Wales, S Scotland, N Northern Ireland), the title's key, and
//! `substitute` where it stands in for a day at a weekend. A year is added by adding its lines
//! and moving [`LAST_YEAR`].

use super::{Holiday, Nation, Title};
use crate::record::civil_date;

pub(super) const FIRST_YEAR: i32 = 2014;
pub(super) const LAST_YEAR: i32 = 2027;

static TABLE: &str = include_str!("bank_holidays.txt");

/// The nation's lines, in order of date.
pub(super) fn listed(nation: Nation) -> impl Iterator<Item = Holiday> {
    TABLE.lines().filter_map(move |line| read(line, nation))
}

fn read(line: &str, nation: Nation) -> Option<Holiday> {
    let mut words = line.split(' ');
    let date = civil_date(words.next()?)?;
    words.next()?.contains(nation.letter()).then_some(())?;
    let title = Title::from_key(words.next()?)?;
    Some(Holiday { date, title, substitute: words.next() == Some("substitute") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_belongs_to_a_nation_and_is_in_order() {
        let lines: Vec<&str> = TABLE.lines().collect();
        assert!(lines.is_sorted());
        for line in lines {
            let read = Nation::ALL.iter().filter_map(|nation| read(line, *nation)).count();
            let letters = line.split(' ').nth(1).map_or(0, str::len);
            assert_eq!(read, letters, "{line}");
        }
    }
}
