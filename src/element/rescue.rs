//! A form that stopped, and the one that takes its place.
//!
//! After a panic, a trap or the end of the memory nothing may enter this module again, and nothing in it can
//! help itself: `rescue.js` is told, holds what was typed, and begins anew.

use crate::record::Place;
use crate::wire;
use std::panic::PanicHookInfo;
use wasm_bindgen::handler::set_on_abort;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "./bridge.js")]
extern "C" {
    /// This module has stopped. Without arguments, so that it needs no stack where that ran out.
    fn stopped();
    /// Where in the code a panic happened.
    #[wasm_bindgen(js_name = stoppedAt)]
    fn stopped_at(place: &str);
}

/// From now on `rescue.js` hears when this module stops. Called before anything is mounted.
pub fn tell_of_stops() {
    set_on_abort(stopped);
    std::panic::set_hook(Box::new(told));
}

/// A panic's own text may hold what a person typed: only the place in the code is told. The hook returns, and
/// the trap that follows is what ends the module; an exception thrown here would leave it open to be entered.
fn told(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map_or_else(String::new, |at| format!("{}:{}", at.file(), at.line()));
    stopped_at(&place);
}

/// A record with what was typed after it, as JSON text: `typed` is JSON text `{place: what stands in its boxes}`.
/// What has no place in the record is left out; a record that cannot be read stays as it is.
#[wasm_bindgen]
pub fn put(record: &str, typed: &str) -> String {
    let Ok(document) = wire::parse(record.as_bytes()) else { return record.to_owned() };
    let mut newer = wire::read_record(&document).record;
    let typed = wire::parse(typed.as_bytes()).unwrap_or_default();
    for (place, written) in typed.as_object().into_iter().flatten() {
        let Some((place, written)) = Place::read(place).zip(written.as_str()) else { continue };
        if let Some(answer) = newer.answer_mut(&place) {
            answer.write(written);
        }
    }
    wire::whole_text(&newer)
}
