//! A form with somebody before it, under clocks that stop, jump and come late.

use proptest::prelude::*;
use team_around::draft::Millis;
use team_around::draft::lock::{Act, Lock, Now, Told};

pub const MINUTE: Millis = 60_000;
pub const DAY: Millis = 24 * 60 * MINUTE;

/// One thing that happens.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// Time passes while the machine is awake; timers come as much later as is said.
    Pass(Millis, Millis),
    /// The machine sleeps: the page's clock stands still.
    Sleep(Millis),
    /// Somebody puts the wall clock forward or back.
    Jump(i64),
    Type,
    ElsewhereActive,
    Hide,
    Resume,
    PausedElsewhere,
}

/// A form with somebody before it, and what really happened since they last did something.
pub struct World {
    pub lock: Lock,
    pub now: Now,
    pub wake: Option<Millis>,
    /// Whether something was typed that no flush was asked for.
    pub unsaved: bool,
    pub open: bool,
    /// For how long the machine was awake, and asleep, since somebody was last active.
    pub awake: Millis,
    pub asleep: Millis,
    /// By how much the wall clock was put forward since then.
    pub forward: Millis,
    pub put_back: bool,
    /// Whether another tab said that it locked.
    pub told_to: bool,
    /// How long the warning has been there, by awake time.
    pub warned_at: Option<Millis>,
    pub locks: u32,
}

impl World {
    pub fn new(after: Millis) -> Self {
        let now = Now { page: 5_000, wall: 60 * DAY };
        let mut world = Self {
            lock: Lock::new(Some(after), now),
            now,
            wake: None,
            unsaved: false,
            open: true,
            awake: 0,
            asleep: 0,
            forward: 0,
            put_back: false,
            told_to: false,
            warned_at: None,
            locks: 0,
        };
        world.tell(Told::Active);
        world
    }

    pub fn tell(&mut self, told: Told) -> Vec<Act> {
        let acts = self.lock.told(self.now, told);
        for act in &acts {
            match act {
                Act::Wake(at) => self.wake = Some(*at),
                Act::Warn(_) => {
                    self.warned_at.get_or_insert(self.awake);
                }
                Act::Unwarn => self.warned_at = None,
                Act::Flush => self.unsaved = false,
                Act::Lock => {
                    assert!(!self.unsaved, "locked with text that nobody was asked to write");
                    assert!(self.open, "locked twice");
                    self.open = false;
                    self.locks += 1;
                }
                Act::TellActive | Act::TellPaused | Act::TellAsked => {}
            }
        }
        acts
    }

    /// Time passes in the small steps in which the page is woken.
    pub fn pass(&mut self, mut time: Millis, late: Millis) {
        while time > 0 {
            let due = self.wake.map_or(time, |at| (at + late).saturating_sub(self.now.page));
            let step = due.clamp(1, time);
            time -= step;
            self.now.page += step;
            self.now.wall += step;
            self.awake += step;
            if self.wake.is_some_and(|at| self.now.page >= at + late) {
                self.wake = None;
                self.tell(Told::Woken);
            }
        }
    }

    pub fn began_anew(&mut self) {
        (self.awake, self.asleep, self.forward) = (0, 0, 0);
        (self.put_back, self.told_to, self.warned_at) = (false, false, None);
    }

    fn active(&mut self, told: Told) {
        self.tell(told);
        if self.open {
            self.began_anew();
        }
    }

    pub fn step(&mut self, step: Step) {
        match step {
            Step::Pass(time, late) => self.pass(time, late),
            Step::Sleep(time) => {
                self.now.wall += time;
                self.asleep += time;
            }
            Step::Jump(by) => {
                self.now.wall = self.now.wall.saturating_add_signed(by);
                self.put_back |= by < 0;
                self.forward += u64::try_from(by).unwrap_or_default();
            }
            Step::Type => {
                // A key is heard by the lock before it is heard by the form.
                self.active(Told::Active);
                self.unsaved |= self.open;
            }
            Step::ElsewhereActive => self.active(Told::ActiveElsewhere),
            Step::Hide => drop(self.tell(Told::Hidden)),
            Step::Resume => drop(self.tell(Told::Resumed)),
            Step::PausedElsewhere => {
                self.told_to = true;
                self.tell(Told::PausedElsewhere);
            }
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    let time = prop_oneof![1..5_000_u64, Just(MINUTE), 1..3 * MINUTE, Just(9 * MINUTE)];
    let late = prop_oneof![8 => Just(0_u64), 1 => 0..2_000_u64, 1 => Just(MINUTE)];
    let jump = prop_oneof![-20_000..20_000_i64, Just(-3_600_000), Just(3_600_000), Just(-864_000_000)];
    prop_oneof![
        8 => (time, late).prop_map(|(time, late)| Step::Pass(time, late)),
        2 => prop_oneof![1..MINUTE, Just(20 * MINUTE), Just(8 * 60 * MINUTE)].prop_map(Step::Sleep),
        2 => jump.prop_map(Step::Jump),
        3 => Just(Step::Type),
        1 => Just(Step::ElsewhereActive),
        1 => Just(Step::Hide),
        1 => Just(Step::Resume),
        1 => Just(Step::PausedElsewhere),
    ]
}

pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..60)
}
