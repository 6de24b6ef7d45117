//! Whatever a file holds, it is read or refused, and never takes the program or the record with it.

use crate::generated;
use crate::import::{agencies, id};
use proptest::prelude::*;
use team_around::record::{RowIds, chronology_in_order, duplicates};
use team_around::wire::chronology::{Column, Mapping, Table, chronology_csv, import, preview};
use team_around::words::{Language, Words};

fn read_and_take(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(table) = Table::read(bytes) else { return Ok(()) };
    prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    prop_assert!(table.columns.len() <= 64 && table.rows.len() <= 2_000);
    let mut mapping = Mapping::guess(&table);
    if mapping.get(Column::Event).is_none() {
        mapping.set(Column::Event, Some(0));
    }
    preview(&table, &mapping, 5);
    let mut record = agencies();
    let came = import(&mut record, &table, &mapping, Some(&id("police")), &mut RowIds::new("h"));
    prop_assert_eq!(came.added, record.chronology.len());
    prop_assert_eq!(came.added + came.same + came.without_event.len() + came.no_room.len(), table.rows.len());
    let again = import(&mut record, &table, &mapping, Some(&id("police")), &mut RowIds::new("i"));
    prop_assert_eq!((again.added, record.chronology.len()), (0, came.added));
    prop_assert_eq!(chronology_in_order(&record).len(), came.added);
    duplicates(&record);
    came.sentences(Words::of(Language::Welsh));
    chronology_csv(&record, Words::of(Language::English));
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        read_and_take(&bytes)?;
    }

    #[test]
    fn any_text_of_signs_is_read_or_refused(text in "([\",;\t\r\n'=]|date|event|agency|source|2025|\\PC){0,60}") {
        read_and_take(text.as_bytes())?;
    }

    #[test]
    fn any_json_is_read_or_refused(text in "\\[(\\{(\"(date|event|agency)\":(\"[a-z0-9 ]{0,6}\"|1|null|\\[\\]),?){0,4}\\},?){0,5}\\]?") {
        read_and_take(text.as_bytes())?;
    }

    #[test]
    fn any_record_is_written_and_read_again(seed in any::<u64>()) {
        let record = generated::record(seed, 5);
        let csv = chronology_csv(&record, Words::of(Language::English));
        read_and_take(csv.as_bytes())?;
        let table = Table::read(csv.as_bytes());
        if !record.chronology.is_empty() {
            let rows = record.chronology.iter().filter(|entry| !entry.event.trim().is_empty()).count();
            prop_assert!(rows == 0 || table.unwrap().rows.len() >= rows);
        }
    }
}
