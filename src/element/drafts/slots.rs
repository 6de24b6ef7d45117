//! The two slots of each draft, in the browser's local storage. Keys that are not ours are never read,
//! and never removed.

use super::acts::slot_word;
use crate::draft::{DraftId, Fault, Slot};
use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage};

fn name(draft: DraftId, slot: Slot) -> String {
    format!("ta-draft:v1:{draft}:{}", slot_word(slot))
}

/// The name of the room that is kept free.
const ROOM: &str = "ta-draft:room";
/// So many characters are kept free, where so many more are.
const KEPT_FREE: usize = 64 * 1024;
const PLENTY: usize = 5 * KEPT_FREE;

/// Keeps some room free, unless the store is nearly full: the host's page needs it more.
pub fn keep_room() {
    let there: Result<String, _> = LocalStorage::get(ROOM);
    if there.is_ok() {
        return;
    }
    let plenty = LocalStorage::set(ROOM, " ".repeat(PLENTY));
    LocalStorage::delete(ROOM);
    if plenty.is_ok() {
        // Where it fails after all, nothing is kept free.
        let _ = LocalStorage::set(ROOM, " ".repeat(KEPT_FREE));
    }
}

/// Gives the room up.
pub fn free_room() {
    LocalStorage::delete(ROOM);
}

/// A slot from its word.
pub fn read(word: &str) -> Option<Slot> {
    [Slot::A, Slot::B].into_iter().find(|slot| slot_word(*slot) == word)
}

/// What stands in a slot; `None` where nothing does. What was damaged is read as it stands.
pub fn get(draft: DraftId, slot: Slot) -> Option<String> {
    let name = name(draft, slot);
    let raw = || LocalStorage::raw().get_item(&name).ok().flatten();
    LocalStorage::get(&name).ok().or_else(raw)
}

/// Puts a sealed text into a slot and reads it back: a host page may have changed what the store does.
pub fn put(draft: DraftId, slot: Slot, sealed: &str) -> Result<(), Fault> {
    let name = name(draft, slot);
    LocalStorage::set(&name, sealed).map_err(|error| match error {
        StorageError::JsError(error) if error.name == "QuotaExceededError" => Fault::Full,
        StorageError::JsError(error) if error.name == "SecurityError" => Fault::Denied,
        _ => Fault::Broken,
    })?;
    // As it stands, which is JSON as gloo writes it: what is long is not read only to be compared.
    let stands = LocalStorage::raw().get_item(&name).ok().flatten();
    let written = serde_json::to_string(sealed).ok();
    if stands.is_some() && stands == written { Ok(()) } else { Err(Fault::Broken) }
}

/// Takes a draft out of both slots.
pub fn forget(draft: DraftId) {
    [Slot::A, Slot::B].into_iter().for_each(|slot| LocalStorage::delete(name(draft, slot)));
}
