//! When a form locks after a pause: told what happened and what both clocks say, answers with what to do.
//! reliability.md 3.5 "Inactivity", WCAG 2.2.1
//!
//! A page's own clock stands still while a machine sleeps; the wall clock goes on, but may be put forward
//! or back at any time. So the pause is summed up from one look to the next, and of the two clocks the one
//! that shows more counts. A wall clock that was put back counts for nothing in that one step: the page's
//! clock goes on, so the form neither locks at once nor stays open for ever, and a sleep after it is seen
//! again. One that was put forward cannot be told from a sleep, and locks: that loses nothing.

use super::Millis;

const MINUTE: Millis = 60_000;
/// The pause after which a form locks, unless its host says otherwise.
pub const USUAL: Millis = 10 * MINUTE;
/// The shortest pause that a host can set. A shorter one is this long.
pub const SHORTEST: Millis = 2 * MINUTE;
/// The longest pause that a host can set. A longer one is this long.
pub const LONGEST: Millis = 60 * MINUTE;
/// So long before it locks, the person is warned. WCAG 2.2.1 asks for 20 seconds.
pub const WARNING: Millis = MINUTE;
/// So often the clocks are looked at, and other tabs are told at most that somebody is here.
pub const LOOK: Millis = 1_000;

/// What both clocks say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// Since the page was opened. It only goes on, and may stand still in a sleep.
    pub page: Millis,
    /// Since 1970, by this device's clock.
    pub wall: Millis,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The person pressed a key, typed, touched or scrolled.
    Active,
    /// The same in another tab of this user.
    ActiveElsewhere,
    /// Time has passed: the answer to [`Act::Wake`].
    Woken,
    /// The page is no longer seen.
    Hidden,
    /// The page is seen again, and nothing of it was painted yet.
    Resumed,
    /// Another tab of this user locked after a pause.
    PausedElsewhere,
    /// Another tab of this user was locked by its host.
    AskedElsewhere,
    /// The host locks the form: the person signs out, for one.
    Asked,
    /// The form was opened again.
    Unlocked,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Tell when the page's clock shows this; it is enough to keep the soonest.
    Wake(Millis),
    /// Warn: the form locks in so many seconds.
    Warn(u64),
    /// Take the warning away.
    Unwarn,
    /// Write everything that was typed. It always stands before [`Act::Lock`].
    Flush,
    /// Take the form and its keys away, and show that it is locked.
    Lock,
    /// Tell other tabs of this user that somebody is here.
    TellActive,
    /// Tell other tabs of this user that this one locked after a pause.
    TellPaused,
    /// Tell other tabs of this user that the host locked this one.
    TellAsked,
}

/// The lock of one form.
#[derive(Clone, Debug)]
pub struct Lock {
    after: Option<Millis>,
    last: Now,
    idle: Millis,
    /// When other tabs were last told that somebody is here, by the page's clock.
    told_active: Option<Millis>,
    warned: bool,
    hidden: bool,
    locked: bool,
}

/// The pause that an attribute asks for: whole minutes, `None` where it is `off`. What cannot be
/// read is the usual pause.
pub fn pause(attribute: &str) -> Option<Millis> {
    let written = attribute.trim();
    if written.eq_ignore_ascii_case("off") {
        return None;
    }
    let minutes: Option<i64> = written.parse().ok();
    // What is below nothing is as short as can be.
    let asked = minutes.map(|minutes| u64::try_from(minutes).unwrap_or_default().saturating_mul(MINUTE));
    let asked = asked.map(|asked| asked.clamp(SHORTEST, LONGEST));
    Some(asked.unwrap_or(USUAL))
}

impl Lock {
    /// A lock of a form that was just opened. `after` is the pause, or `None` where only the host locks it;
    /// it is kept within [`SHORTEST`] and [`LONGEST`].
    pub fn new(after: Option<Millis>, now: Now) -> Self {
        let after = after.map(|after| after.clamp(SHORTEST, LONGEST));
        Self { after, last: now, idle: 0, told_active: None, warned: false, hidden: false, locked: false }
    }

    /// Whether the form is locked.
    pub fn is_locked(&self) -> bool {
        self.locked
    }

    /// Hears what happened, and answers with what to do, in this order.
    pub fn told(&mut self, now: Now, told: Told) -> Vec<Act> {
        let mut acts = Vec::new();
        self.pass(now);
        if told == Told::Unlocked {
            *self = Self::new(self.after, now);
            self.wake(&mut acts);
        }
        if self.locked {
            return acts;
        }
        match told {
            Told::Hidden => self.hidden = true,
            Told::Resumed => self.hidden = false,
            _ => {}
        }
        match told {
            Told::Asked => self.lock(Some(Act::TellAsked), &mut acts),
            Told::AskedElsewhere => self.lock(None, &mut acts),
            // The pause is over before a key can end it: whoever presses it may be somebody else.
            _ if self.is_over() => self.lock(Some(Act::TellPaused), &mut acts),
            Told::Active | Told::ActiveElsewhere => self.active(told == Told::Active, &mut acts),
            // Nobody sees a warning here that was not shown, so a page that is seen goes on.
            Told::PausedElsewhere if self.warned || self.hidden => self.lock(None, &mut acts),
            _ => self.look(&mut acts),
        }
        acts
    }

    /// Sums the pause up since the last look.
    fn pass(&mut self, now: Now) {
        let page = now.page.saturating_sub(self.last.page);
        let wall = now.wall.saturating_sub(self.last.wall);
        self.idle = self.idle.saturating_add(page.max(wall));
        self.last = now;
    }

    fn is_over(&self) -> bool {
        self.after.is_some_and(|after| self.idle >= after)
    }

    fn lock(&mut self, tell: Option<Act>, acts: &mut Vec<Act>) {
        self.unwarn(acts);
        self.locked = true;
        acts.extend([Act::Flush, Act::Lock]);
        acts.extend(tell);
    }

    fn active(&mut self, here: bool, acts: &mut Vec<Act>) {
        let due = self.told_active.is_none_or(|told| self.last.page >= told + LOOK);
        if here && (due || self.warned) {
            self.told_active = Some(self.last.page);
            acts.push(Act::TellActive);
        }
        self.idle = 0;
        self.unwarn(acts);
        self.wake(acts);
    }

    fn look(&mut self, acts: &mut Vec<Act>) {
        let left = self.after.map(|after| after.saturating_sub(self.idle)).filter(|left| *left <= WARNING);
        match left {
            Some(left) => {
                self.warned = true;
                acts.push(Act::Warn(left.div_ceil(1_000)));
            }
            None => self.unwarn(acts),
        }
        self.wake(acts);
    }

    fn unwarn(&mut self, acts: &mut Vec<Act>) {
        if std::mem::take(&mut self.warned) {
            acts.push(Act::Unwarn);
        }
    }

    /// A sleep is seen at the next look, so there is one each second, and one when the time is over.
    fn wake(&self, acts: &mut Vec<Act>) {
        if let Some(after) = self.after {
            acts.push(Act::Wake(self.last.page + LOOK.min(after.saturating_sub(self.idle))));
        }
    }
}
