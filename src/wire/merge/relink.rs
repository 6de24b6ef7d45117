//! Links in what came in, made to name the rows by their ids here.

use crate::record::{Answer, Holds, Kind, RowId, Section, SlotMut};
use std::collections::HashMap;

/// Makes every link name its row by the id that the row has here.
pub(super) fn relink(section: &mut dyn Section, names: &HashMap<RowId, RowId>) {
    for index in 0..section.shape().fields.len() {
        match section.slot_mut(index) {
            Some(SlotMut::Answer(answer)) => rename(answer, names),
            Some(SlotMut::Part(part)) => relink(part, names),
            Some(SlotMut::Rows(rows)) => {
                for index in 0..rows.len() {
                    rows.row_mut(index).into_iter().for_each(|row| relink(row, names));
                }
            }
            None => {}
        }
    }
}

fn rename(answer: &mut dyn Answer, names: &HashMap<RowId, RowId>) {
    let named = |id: &RowId| names.get(id).unwrap_or(id).clone();
    let ids: Vec<RowId> = match answer.holds() {
        Holds::Row(id) => vec![named(id)],
        Holds::Rows(ids) => ids.iter().map(named).collect(),
        _ => return,
    };
    match (answer.kind(), ids.first()) {
        (Kind::Link(_), Some(id)) => answer.hold(Holds::Row(id)),
        _ => answer.hold(Holds::Rows(&ids)),
    }
}
