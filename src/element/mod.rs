//! The threshold: where the form meets a page. The only clock, store and window.
//!
//! [`Handle`] is one mounted form. The class that extends `HTMLElement` is `element.js`, because that
//! is what it is. What is kept on the device is a module of its own ([`drafts`]) with `drafts.js`
//! beside it: it outlives a form that stopped, which `rescue.js` begins anew.
//!
//! Never here: a question's name, a rule, or a sentence.

#[cfg(all(feature = "element", any(not(target_arch = "wasm32"), feature = "meetings")))]
mod compare;
#[cfg(feature = "element")]
pub mod contract;
#[cfg(all(feature = "element", any(not(target_arch = "wasm32"), feature = "copies")))]
mod copying;
#[cfg(feature = "device")]
pub mod drafts;
#[cfg(feature = "family")]
pub mod family;
#[cfg(all(feature = "element", any(not(target_arch = "wasm32"), not(feature = "copies"))))]
mod handle;
#[cfg(all(feature = "element", any(not(target_arch = "wasm32"), feature = "meetings")))]
mod meetings;
#[cfg(any(feature = "element", feature = "device", feature = "family"))]
mod memory;
#[cfg(feature = "element")]
mod rescue;
#[cfg(all(feature = "element", any(not(target_arch = "wasm32"), not(feature = "copies"))))]
mod settings;
#[cfg(feature = "element")]
mod welsh;

#[cfg(all(feature = "element", any(not(target_arch = "wasm32"), not(feature = "copies"))))]
pub use handle::{Handle, mount};
#[cfg(any(feature = "element", feature = "device"))]
pub use memory::wash;
#[cfg(feature = "element")]
pub use rescue::put;
#[cfg(feature = "element")]
pub use welsh::teach;
