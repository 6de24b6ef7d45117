//! Reads a pack's JSON by the pack's own questions.

use serde_json::{Map, Value};
use team_around::protocol::Pack;
use team_around::protocol::packs::{BUILT_IN, built_in};
use team_around::record::{RowId, Rows, Section, SlotMut};

/// Every built-in pack.
pub fn all() -> Vec<Pack> {
    BUILT_IN.iter().map(|pack| pack_of(pack.text)).collect()
}

/// One built-in pack.
pub fn named(id: &str) -> Pack {
    pack_of(built_in(id).unwrap_or_else(|| panic!("no pack {id}")).text)
}

/// A pack from its text.
pub fn pack_of(text: &str) -> Pack {
    let mut pack = Pack::default();
    read(&mut pack, serde_json::from_str::<Value>(text).unwrap().as_object().unwrap());
    pack
}

fn read(section: &mut dyn Section, members: &Map<String, Value>) {
    for (key, value) in members {
        if key == "id" && section.row_id().is_some() {
            continue;
        }
        let Some((index, _)) = section.shape().field(key) else {
            section.carried_mut().push((key.clone(), value.clone()));
            continue;
        };
        match section.slot_mut(index).unwrap() {
            SlotMut::Answer(answer) => drop(answer.read_json(value)),
            SlotMut::Rows(rows) => read_rows(rows, value.as_array().unwrap()),
            SlotMut::Part(_) => panic!("a pack holds no parts"),
        }
    }
}

fn read_rows(rows: &mut dyn Rows, items: &[Value]) {
    for (index, item) in items.iter().enumerate() {
        rows.insert(index, RowId::new(item["id"].as_str().unwrap()).unwrap());
        read(rows.row_mut(index).unwrap(), item.as_object().unwrap());
    }
}
