//! How long a draft is kept.  reliability.md 3.5
//!
//! A draft that has expired is hidden at once, and is removed only when that is certain: when the host's
//! clock says so, or when this device's says so twice, a day apart. A clock that jumps destroys nothing.

use super::Millis;

const DAY: Millis = 24 * 60 * 60 * 1_000;
/// So long after the last change.
pub const IDLE: Millis = 14 * DAY;
/// So long after it was begun, however often it was changed.
pub const LONGEST_KEPT: Millis = 30 * DAY;
/// So long after a draft was first seen to have expired it may be removed.
pub const SECOND_LOOK: Millis = DAY;

/// When a draft expires.
pub fn expires(created: Millis, updated: Millis) -> Millis {
    updated.saturating_add(IDLE).min(created.saturating_add(LONGEST_KEPT))
}

/// What the clocks say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// This device's.
    pub device: Millis,
    /// The host's, where it tells it.
    pub host: Option<Millis>,
    /// The latest time that this person was ever seen here: a clock that was put back does not make a draft younger.
    pub seen: Millis,
}

/// Whether a draft is still kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// It is.
    Kept,
    /// It has expired as far as this device can tell: it is hidden, and not yet removed.
    Hidden,
    /// It has expired for certain.
    Over,
}

/// How old a draft is; `noticed` is when it was first seen to have expired, if it was.
pub fn age(expires: Millis, noticed: Option<Millis>, clocks: Clocks) -> Age {
    if let Some(host) = clocks.host {
        return if host > expires { Age::Over } else { Age::Kept };
    }
    let now = clocks.device.max(clocks.seen);
    if now <= expires {
        return Age::Kept;
    }
    // Counted on this device's own clock: only real days pass twice, and a time that was once seen may have been wrong.
    match noticed {
        Some(noticed) if clocks.device > expires && clocks.device >= noticed.saturating_add(SECOND_LOOK) => {
            Age::Over
        }
        _ => Age::Hidden,
    }
}
