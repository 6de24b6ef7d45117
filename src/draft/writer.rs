//! When a draft is written, where, and what may be said of it: told what happened, answers with what to do.
//!
//! Every write goes to two places: one of two slots, in turn, so that a write that is cut off leaves the
//! other whole; and the journal, which alone survives a browser that is killed. "Saved" is said only once
//! the journal has answered.  reliability.md 3.1, 3.4

use super::Millis;
use super::pace::{Pace, QUIET};
use super::told::{Act, Fault, Opened, Refusal, Slot, Standing, Told, Write};

/// So long without an answer, and "saving" is not said any more.
pub const SLOW: Millis = 5_000;
/// So long after a store failed it is tried again; twice as long after each further failure.
const RETRY: Millis = 2_000;
/// The longest time between two tries.
const PATIENCE: Millis = 30_000;

/// Writes one draft from one tab.
#[derive(Clone, Debug)]
pub struct Writer {
    epoch: u64,
    seq: u64,
    slot: Option<Slot>,
    room_given: bool,
    /// When the first change that is in no write was made.
    waiting_since: Option<Millis>,
    changed: Millis,
    /// When the last write was made, while the journal has not answered it.
    in_flight: Option<Millis>,
    /// When that write was due: the timer may have been late.
    was_due: Millis,
    pace: Pace,
    /// The last write that a slot has kept.
    in_slot: u64,
    failures: u32,
    retry: Option<Millis>,
    fenced: bool,
    standing: Standing,
}

impl Writer {
    /// A writer of a draft that was read: nothing can be written before.
    pub fn new(opened: Opened) -> Self {
        Self {
            epoch: opened.epoch,
            seq: opened.seq,
            slot: Some(opened.older),
            room_given: false,
            waiting_since: None,
            changed: 0,
            in_flight: None,
            was_due: 0,
            pace: Pace::new(),
            in_slot: 0,
            failures: 0,
            retry: None,
            fenced: false,
            standing: Standing::Untouched,
        }
    }

    /// How the draft stands.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// Whether something was typed that is not in the journal.
    pub fn is_behind(&self) -> bool {
        self.waiting_since.is_some() || self.in_flight.is_some() || self.retry.is_some()
    }

    /// Hears what happened, and answers with what to do, in this order. `at` is a time that only goes on:
    /// since the page was opened, not the time of day.
    pub fn told(&mut self, at: Millis, told: Told) -> Vec<Act> {
        let mut acts = Vec::new();
        if self.fenced {
            // What is typed after a take-over goes to the copy alone.
            let typed = matches!(told, Told::Changed);
            acts.extend(typed.then_some(Act::KeepCopy));
            return acts;
        }
        match told {
            Told::Changed => self.changed(at, &mut acts),
            Told::Woken => self.woken(at, &mut acts),
            Told::Leaving => self.leaving(at, &mut acts),
            Told::Slot(slot, seq, answer) => self.slot_answered(slot, seq, answer, &mut acts),
            Told::Journal(seq, answer) => self.journal_answered(at, seq, answer, &mut acts),
            Told::TakenOver => self.fence(&mut acts),
        }
        acts
    }

    fn changed(&mut self, at: Millis, acts: &mut Vec<Act>) {
        self.changed = at;
        let first = self.waiting_since.is_none();
        self.waiting_since.get_or_insert(at);
        if first {
            acts.push(Act::Wake(self.due(at)));
        }
        if !matches!(self.standing, Standing::NotSaved(_) | Standing::InSlotOnly) {
            self.say(Standing::Saving, acts);
        }
    }

    /// When what waits is to be written: after a pause, and never much later than it was typed.
    fn due(&self, now: Millis) -> Millis {
        self.waiting_since.map_or(now, |first| (self.changed + QUIET).min(first + self.pace.longest()))
    }

    fn woken(&mut self, at: Millis, acts: &mut Vec<Act>) {
        if let Some(since) = self.in_flight {
            if at < since + SLOW {
                acts.push(Act::Wake(since + SLOW));
                return;
            }
            self.failed(at, Fault::Broken, acts);
        }
        let waiting = self.waiting_since.is_some().then(|| self.due(at));
        // The sooner of what waits to be written and what waits to be tried again.
        match waiting.into_iter().chain(self.retry).min() {
            Some(due) if at >= due => self.write(at, acts),
            Some(due) => acts.push(Act::Wake(due)),
            None => {}
        }
    }

    fn leaving(&mut self, at: Millis, acts: &mut Vec<Act>) {
        if self.waiting_since.is_some() || self.retry.is_some() {
            self.write(at, acts);
        }
    }

    fn write(&mut self, at: Millis, acts: &mut Vec<Act>) {
        self.seq += 1;
        self.was_due = self.due(at).min(at);
        self.waiting_since = None;
        self.retry = None;
        self.in_flight = Some(at);
        acts.push(Act::Write(Write { seq: self.seq, epoch: self.epoch, slot: self.slot }));
        acts.push(Act::Wake(at + SLOW));
    }

    fn slot_answered(&mut self, slot: Slot, seq: u64, answer: Result<(), Fault>, acts: &mut Vec<Act>) {
        match answer {
            Ok(()) => {
                self.in_slot = self.in_slot.max(seq);
                self.slot = Some(slot.other());
            }
            // A slot that could not be written holds what it held before, and is still the older one.
            Err(Fault::Full) if !self.room_given => {
                self.room_given = true;
                acts.push(Act::FreeRoom);
            }
            Err(Fault::Full | Fault::Denied) => self.slot = None,
            Err(Fault::Broken) => {}
        }
    }

    fn journal_answered(&mut self, at: Millis, seq: u64, answer: Result<(), Refusal>, acts: &mut Vec<Act>) {
        match answer {
            Err(Refusal::Fenced) => self.fence(acts),
            // A newer write holds what this one held, and has its own answer.
            _ if seq != self.seq => {}
            Ok(()) => {
                self.pace.heard(at.saturating_sub(self.was_due));
                self.in_flight = None;
                self.retry = None;
                self.failures = 0;
                match self.waiting_since {
                    None => self.say(Standing::Saved, acts),
                    Some(_) => self.woken(at, acts),
                }
            }
            Err(Refusal::Failed(fault)) => self.failed(at, fault, acts),
        }
    }

    /// Nothing was kept, or nothing was answered: what was written is written again later.
    fn failed(&mut self, at: Millis, fault: Fault, acts: &mut Vec<Act>) {
        self.in_flight = None;
        let wait = RETRY.saturating_mul(1 << self.failures.min(4)).min(PATIENCE);
        self.failures = self.failures.saturating_add(1);
        self.retry = Some(at + wait);
        acts.push(Act::Wake(at + wait));
        let in_slot = self.in_slot == self.seq && self.waiting_since.is_none();
        self.say(if in_slot { Standing::InSlotOnly } else { Standing::NotSaved(fault) }, acts);
        // What was typed meanwhile is not held up by a journal that fails.
        if self.waiting_since.is_some() {
            acts.push(Act::Wake(self.due(at)));
        }
    }

    fn fence(&mut self, acts: &mut Vec<Act>) {
        let behind = self.is_behind();
        self.fenced = true;
        acts.extend(behind.then_some(Act::KeepCopy));
        self.say(Standing::Elsewhere, acts);
    }

    fn say(&mut self, standing: Standing, acts: &mut Vec<Act>) {
        // The slots keep more with each write; the rest is said once.
        if self.standing != standing || standing == Standing::InSlotOnly {
            self.standing = standing;
            acts.push(Act::Say(standing));
        }
    }
}
