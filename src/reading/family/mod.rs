//! A copy of the plan for one reader of the family: a document of its own, made from a list.  domain.md 5.3
//!
//! What is not on the list ([`allowed`]) has no place in [`FamilyCopy`]: no address, no telephone number but
//! the one that was written for this reader, no agency's report, nothing of other children, nobody's secret.
//! [`prepare`] makes it with all that was left out and why, for whoever approves it; [`release`] hands it
//! out once somebody other than its author has approved exactly that, until its last day.
//!
//! Never here: a part of the record that is hidden instead of left out, files, the browser or a clock.

mod allowed;
mod approval;
mod copy;
mod decisions;
mod encounters;
mod json;
mod left_out;
mod not_now;
mod one_person;
mod parts;
mod prepare;
mod refusal;
mod release;
mod scanned;
mod scope;
mod seal;
mod secrets;
mod shapes;
mod unread;

pub use allowed::{ALLOWED, Sentence};
pub use approval::{
    Shown, Stands, Who, approve, deciders, is_approved, may_approve, may_prepare, prepare_by, shown, stands,
    take_back, withdraw,
};
pub use copy::{Approval, Fact, FamilyCopy, Heading, Item, Part, Said, Version};
pub use decisions::{Decision, Undecided, decide, decided, still_holds, undo};
pub use json::{NotACopy, read_copy, readable, write_copy};
pub use left_out::{LeftOut, Why};
pub use not_now::NotNow;
pub use one_person::may_be_one;
pub use prepare::{Prepared, prepare};
pub use refusal::Refusal;
pub use release::{prepared, release};
pub use scanned::{Gives, Leak};
