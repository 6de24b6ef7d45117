//! What the writer of a draft is told, and what it answers with.

use super::Millis;

/// One of two places that are written in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The first.
    A,
    /// The second.
    B,
}

impl Slot {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// Why a store did not keep something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no room.
    Full,
    /// The browser does not allow it, or has no such store.
    Denied,
    /// Anything else: an error of the store, or what was read back was not what was written.
    Broken,
}

/// What the journal answers when it keeps nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Another tab has taken the draft over: this one must never write it again.
    Fenced,
    /// The store failed.
    Failed(Fault),
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Something was typed.
    Changed,
    /// Time has passed: the answer to [`Act::Wake`].
    Woken,
    /// The page is hidden, left or taken down: everything is written now.
    Leaving,
    /// What a slot answered to a write.
    Slot(Slot, u64, Result<(), Fault>),
    /// What the journal answered to a write.
    Journal(u64, Result<(), Refusal>),
    /// Another tab has taken the draft over.
    TakenOver,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Seal the text as it stands now under this number, put it into the slot, if there is one, and then
    /// into the journal; tell what each answered.
    Write(Write),
    /// Tell when this time has come; it is enough to keep the soonest.
    Wake(Millis),
    /// Give up the room that was kept free in the slots' store.
    FreeRoom,
    /// Keep the text as it stands as a copy of its own, beside the draft of the tab that took over.
    KeepCopy,
    /// Say to the person how it stands.
    Say(Standing),
}

/// One write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Write {
    /// Its number: each write of a draft has a higher one.
    pub seq: u64,
    /// Whose turn it is to write the draft.
    pub epoch: u64,
    /// The slot; `None` where the slots keep nothing any more.
    pub slot: Option<Slot>,
}

/// How the draft stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was typed yet.
    Untouched,
    /// Something is being written.
    Saving,
    /// Everything that was typed is in the journal, now.
    Saved,
    /// Everything is in a slot now, and not in the journal: a browser that is killed could lose a minute.
    InSlotOnly,
    /// Not everything is kept.
    NotSaved(Fault),
    /// Another tab writes this draft now.
    Elsewhere,
}

/// What was read when the draft was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Whose turn it is: higher than any before.
    pub epoch: u64,
    /// The highest number that was found.
    pub seq: u64,
    /// The slot with the older text, which is written first.
    pub older: Slot,
}
