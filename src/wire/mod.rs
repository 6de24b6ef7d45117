//! How a record is kept and sent: reading and writing JSON, its limits, its schema and its envelope.
//!
//! Draft, event, file, server and command share one format. Reading never loses what it can hold:
//! whatever does not fit is a [`Problem`] at its place, and the rest is read. One walker over
//! [`Section`](crate::record::Section) does the work for every section.
//!
//! Never here: a clock, the browser, files, sentences, or what the protocol asks.

mod answers;
pub mod chronology;
mod envelope;
mod findings;
mod hash;
mod merge;
mod open;
mod overlay;
mod pack;
mod problem;
mod read;
mod rows;
mod scan;
mod schema;
mod schema_envelope;
mod schema_pack;
mod serde;
mod text;
mod told;
mod tree;
mod write;

pub use envelope::{Author, Envelope, EnvelopeKind, Made, PackStamp};
pub use findings::{finding_json, source_json, working_json};
pub use hash::{canonical, hash, may_be_hash_of};
pub use merge::{Merged, Refusal, Unsettled, merge, merge_opened, settle};
pub use open::Opened;
pub use overlay::only_what_it_answers_for;
pub use pack::{ANSWERS, built_in_ids, built_in_pack, read_pack, read_pack_value, read_pack_whole, stamp};
pub use problem::{Loss, Problem, ProblemKind};
pub use read::{Reading, read_record, read_text};
pub use schema::{schema, schema_in_words};
pub use schema_envelope::envelope_schema;
pub use schema_pack::pack_schema;
pub use text::{whole_text, write_text};
pub use told::problem_json;
pub use tree::parse;
pub use write::{feedback_text, write_record};

/// The version of the format that this code writes.
pub const VERSION: u32 = 1;

/// What a document may hold.  reliability.md 3.7, with domain/decisions.md 13
pub mod limits {
    /// The longest document, in bytes.
    pub const BYTES: usize = 8 * 1024 * 1024;
    /// How deep objects and lists may stand in one another.
    pub const DEPTH: usize = 32;
    /// The most values in one document.
    pub const VALUES: usize = 500_000;
    /// The most members of one object.
    pub const MEMBERS: usize = 2_000;
    /// The most rows, codes or links in one list.
    pub const LIST: usize = 2_000;
    /// The longest answer on one line, and the longest answer that could not be read, in characters.
    pub const LINE: usize = 200;
    /// The longest answer of several sentences, in characters.
    pub const NARRATIVE: usize = 20_000;
    /// The most members of one section that this version does not know.
    pub const UNKNOWN: usize = 50;
    /// The most problems reported one by one.
    pub const PROBLEMS: usize = 1_000;
    /// The most bytes that the pointers of all reported problems take together.
    pub const POINTERS: usize = 1024 * 1024;
}

/// Names that no member of an object may have, because a host page's scripts give them a meaning.
pub const FORBIDDEN: [&str; 3] = ["__proto__", "constructor", "prototype"];
