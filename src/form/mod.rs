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

mod afterwards;
mod answers;
mod app;
mod cards;
mod carried;
mod check;
mod chronology;
mod contributions;
mod controls;
mod differences;
mod drawn;
mod findings;
mod lines;
mod listen;
mod look;
mod mapping;
mod markup;
mod minutes;
mod opening;
mod pages;
mod question;
mod reveal;
mod rows;
mod section;
mod shortcuts;
mod standing;
mod start;
mod state;
mod summary;
mod tasks;
mod timescales;

pub use app::mount;
pub use pages::Page;
pub use standing::{HostError, Receipt, Standing};
pub use start::{Layout, Say, Start, Subject, User};
pub use state::Form;
