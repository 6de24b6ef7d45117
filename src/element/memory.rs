//! A module's memory is never given back to the browser, so what was in it is written over.

#[cfg(any(feature = "element", feature = "device"))]
use wasm_bindgen::prelude::*;

/// What is freed is filled with zeros: an answer that was taken away is not to be found any more.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// So much of the stack is written over, in bytes; a module has 1 MiB of it.
#[cfg(any(feature = "element", feature = "device"))]
const DEEP: usize = 896 * 1024;

/// Writes over what calls that have ended left on the stack: copies of a key, for one. Called once a form
/// is locked and everything of it is freed.
#[cfg(any(feature = "element", feature = "device"))]
#[wasm_bindgen]
#[inline(never)]
pub fn wash() {
    let mut stack = [0_u8; DEEP];
    std::hint::black_box(&mut stack);
}
