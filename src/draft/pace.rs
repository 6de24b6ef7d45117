//! How soon a draft is written after it was changed: the sooner, the slower this machine's journal answers.
//!
//! Nothing that was typed more than a second ago may be lost (reliability.md R1). A fixed pause leaves a fixed rest
//! of that second for the timer, the seal and the disk, and a slow machine needs more of it than a fast one.

use super::Millis;

/// So long after the last change a draft is written.
pub const QUIET: Millis = 300;
/// So long after the first change that is not written, however fast somebody types, where the journal is quick.
pub const LONGEST: Millis = 500;
/// The same where it is slow: sooner than this, one write would follow the other without a pause.
pub const SHORTEST: Millis = 100;
/// What is to be over a little before the second is.
const WITHIN: Millis = 800;
/// How late the journal is thought to be until it has answered once.
const UNKNOWN: Millis = 300;

/// What one writer has learned of the journal's answers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    late: Millis,
}

impl Pace {
    pub fn new() -> Self {
        Self { late: UNKNOWN }
    }

    /// How long what was typed may wait for a write. One answer may take twice as long as those before it.
    pub fn longest(self) -> Millis {
        WITHIN.saturating_sub(self.late.saturating_mul(2)).clamp(SHORTEST, LONGEST)
    }

    /// Hears how long after a write was due its answer came. A slow answer counts at once, and is forgotten slowly.
    pub fn heard(&mut self, late: Millis) {
        self.late = late.max(self.late.saturating_mul(3).saturating_add(late) / 4);
    }
}
