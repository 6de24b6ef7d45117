//! A module is taught its Welsh: only those who read it fetch it.

use crate::words::Words;
use wasm_bindgen::prelude::*;

/// Teaches the form its Welsh sentences: the text of the files in `words/cy`, one after another.
/// Called before the first form in Welsh is mounted; until then such a form is in English.
#[wasm_bindgen]
pub fn teach(welsh: String) {
    Words::teach(&[welsh.leak()]);
}
