//! Where it is said: the form, drawn from the questions that the record declares.
//!
//! A page is a list of questions and lists of rows (`pages.rs`). One component prints a question
//! (`question.rs`), so accessibility is got right in one file. Findings are derived: the form only
//! chooses when to show them, after a question has been left or on asking to finish.
//!
//! Typing costs the write into the record and nothing else: boxes are never written back to while a
//! person is in them, listeners stand once at the root (`listen.rs`), and the review runs when the
//! threshold says that there is time.
//!
//! Never here: a label's text, storage, a window, a clock, or a rule.

mod answers;
mod app;
mod cards;
mod carried;
mod check;
mod controls;
mod copies;
#[cfg(any(not(target_arch = "wasm32"), feature = "copies"))]
pub mod copy;
mod findings;
mod labels;
mod listen;
mod look;
mod markup;
#[cfg(any(not(target_arch = "wasm32"), feature = "meetings"))]
mod meetings;
#[cfg(not(any(not(target_arch = "wasm32"), feature = "meetings")))]
#[path = "meetings_absent.rs"]
mod meetings;
mod moving;
mod pages;
mod put;
mod question;
mod remark;
mod removing;
mod reveal;
mod rows;
mod script;
mod section;
mod standing;
mod start;
mod state;
mod summary;
mod tasks;
mod timescales;
mod together;
mod woken;

pub use app::mount;
pub use pages::Page;
pub use standing::{HostError, Receipt, Standing};
pub use start::{Layout, Say, Start, Subject, User};
pub use state::Form;
