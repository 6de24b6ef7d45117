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
#[cfg(all(feature = "element", any(not(target_arch = "wasm32"), feature = "meetings")))]
mod copying;
#[cfg(feature = "device")]
pub mod drafts;
#[cfg(feature = "family")]
pub mod family;
#[cfg(feature = "element")]
mod handle;
#[cfg(all(feature = "element", any(not(target_arch = "wasm32"), feature = "meetings")))]
mod meetings;
#[cfg(any(feature = "element", feature = "device", feature = "family"))]
mod memory;
#[cfg(feature = "element")]
mod rescue;
#[cfg(feature = "element")]
mod settings;

#[cfg(feature = "element")]
pub use handle::{Handle, mount, teach};
#[cfg(any(feature = "element", feature = "device"))]
pub use memory::wash;
#[cfg(feature = "element")]
pub use rescue::put;
