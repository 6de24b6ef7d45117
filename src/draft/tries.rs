//! How long somebody waits who gave wrong passphrases.  reliability.md 3.5
//!
//! It slows down who sits at the device. Who has copied its files pays the passphrase's own cost, and nothing else.

use super::Millis;

/// So many tries need no waiting.
pub const FREE_TRIES: u32 = 5;
/// The wait after the last of them; twice as long after each further one.
pub const FIRST_WAIT: Millis = 30_000;
/// The longest wait: who has the right passphrase after all is not kept out for a day.
pub const LONGEST_WAIT: Millis = 60 * 60 * 1_000;

/// How long it is until the next try, after so many wrong ones in a row, the last of them at that time. A
/// clock that was set back prolongs nothing beyond the wait itself.
pub fn wait(wrong: u32, last: Millis, now: Millis) -> Millis {
    let Some(further) = wrong.checked_sub(FREE_TRIES) else { return 0 };
    let whole = FIRST_WAIT.saturating_mul(1 << further.min(16)).min(LONGEST_WAIT);
    whole.saturating_sub(now.saturating_sub(last))
}
