//! Which of the copies of a draft is opened: the newest that is whole.  reliability.md 3.1, 3.5

use super::Millis;
use super::told::{Opened, Slot};

/// Where a copy of the draft stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// In a slot.
    Slot(Slot),
    /// In the journal.
    Journal,
}

/// What stands at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copy {
    /// Nothing.
    Missing,
    /// A whole one.
    Whole(Mark),
    /// Something that cannot be opened, though the key is right. It is put aside, and never overwritten.
    Damaged,
    /// A whole one in a newer format, which this code does not write over.
    Newer,
}

/// Which write a copy is of; a later turn is newer whatever its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Whose turn it was.
    pub epoch: u64,
    /// Its number in that turn.
    pub seq: u64,
    /// When it was written.
    pub at: Millis,
}

/// What is opened, and how it is written from then on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The newest whole copy; `None` where there is none.
    pub newest: Option<(Source, Mark)>,
    /// The places whose copy is damaged.
    pub damaged: Vec<Source>,
    /// The place of a copy in a newer format: then nothing may be written.
    pub newer: Option<Source>,
    /// Where the writer goes on, in the turn after the last.
    pub opened: Opened,
}

impl Choice {
    /// Chooses among what stands in the two slots and the journal.
    pub fn of(a: Copy, b: Copy, journal: Copy) -> Self {
        let all = [(Source::Slot(Slot::A), a), (Source::Slot(Slot::B), b), (Source::Journal, journal)];
        let whole = |copy: &(Source, Copy)| match copy {
            (source, Copy::Whole(mark)) => Some((*source, *mark)),
            _ => None,
        };
        let newest = all.iter().filter_map(whole).max_by_key(|(_, mark)| *mark);
        let at = |kind: Copy| all.iter().filter(move |(_, copy)| *copy == kind).map(|(source, _)| *source);
        let last = newest.map_or((0, 0), |(_, mark)| (mark.epoch, mark.seq));
        Self {
            newest,
            damaged: at(Copy::Damaged).collect(),
            newer: at(Copy::Newer).next(),
            opened: Opened { epoch: last.0 + 1, seq: last.1, older: older(a, b) },
        }
    }
}

/// The slot whose loss would lose less: the one to write first. What is damaged there was put aside.
fn older(a: Copy, b: Copy) -> Slot {
    let age = |copy| match copy {
        Copy::Whole(mark) => Some(mark),
        Copy::Missing | Copy::Damaged | Copy::Newer => None,
    };
    if age(a) <= age(b) { Slot::A } else { Slot::B }
}
