//! The review that a story prepares by hand, beside the one that is prepared from the meeting before.

use super::{Block, blocks, folder, tell};
use serde_json::{Map, Value};
use team_around::record::{RowId, RowIds};
use team_around::wire::{read_record, write_record};

/// The lists that a meeting is carried forward into; the meeting itself stands in the first.
const LISTS: [&str; 6] = ["meetings", "agenda", "attendance", "children_at_meetings", "progress", "reviews"];

/// The rows of one meeting, without what only tells them apart.
fn rows(record: &Value, list: &str, meeting: &str) -> Vec<String> {
    let of = |row: &&Map<String, Value>| {
        row.get(if list == "meetings" { "id" } else { "meeting" }).is_some_and(|id| id == meeting)
    };
    let rows = record[list].as_array().unwrap().iter().filter_map(Value::as_object).filter(of);
    let mut rows: Vec<String> = rows
        .map(|row| {
            let mut row = row.clone();
            row.retain(|key, _| key != "id" && key != "meeting");
            row.sort_keys();
            Value::Object(row).to_string()
        })
        .collect();
    rows.sort_unstable();
    rows
}

#[test]
fn a_review_is_carried_forward_as_its_story_tells_it() {
    let (mut told, _) = tell("kerenza_3_sent.md");
    let mut record = read_record(told.record()).record;
    let next = record.prepare_next(&RowId::new("m-1").unwrap(), &mut RowIds::new("n")).unwrap();
    let carried = write_record(&record);
    let text = std::fs::read_to_string(folder().join("kerenza_4_carried.md")).unwrap();
    let by_hand = blocks(&text).into_iter().find_map(|(_, block)| match block {
        Block::Record(part) => Some(part),
        _ => None,
    });
    told.merge(&by_hand.unwrap());
    let told = write_record(&read_record(told.record()).record);
    for list in LISTS {
        let expected = rows(&told, list, "m-2");
        assert!(!expected.is_empty(), "{list}");
        assert_eq!(rows(&carried, list, next.as_str()), expected, "{list}");
    }
}
