//! The write path under faults: stores that fail, hang and forget, tabs that take over, browsers that die.
//! reliability.md 3.6, R4.

use proptest::prelude::*;
use std::collections::{BTreeSet, HashMap};
use team_around::draft::{
    Act, Choice, Copy, Fault, Mark, Millis, Refusal, Slot, Source, Standing, Told, Write, Writer,
};

/// What was typed: each change is one number.
type Text = BTreeSet<u32>;

/// One thing that goes right or wrong.
#[derive(Clone, Copy, Debug)]
enum Step {
    Type,
    Pass(Millis),
    /// The oldest unanswered write of the journal is answered.
    Journal(Option<Fault>),
    /// What the slots answer from now on.
    Slots(Option<Fault>),
    Leave,
    /// The browser is killed: the slots go back to what the disk has.
    Kill,
    TakeOver,
    /// A slot is damaged on the disk.
    Damage(bool),
}

#[derive(Clone, Debug)]
struct Kept {
    mark: Mark,
    text: Text,
}

struct Tab {
    writer: Writer,
    text: Text,
    wake: Option<Millis>,
    /// Writes that the journal has not answered, with what they hold.
    asked: Vec<(Write, Text)>,
    /// Whether it was told that another tab has the turn.
    fenced: bool,
}

#[derive(Default)]
struct World {
    now: Millis,
    typed: u32,
    slots: HashMap<Slot, Option<Kept>>,
    damaged: Vec<Slot>,
    on_disk: HashMap<Slot, Option<Kept>>,
    slot_fault: Option<Fault>,
    journal: Option<Kept>,
    fence: u64,
    copies: Vec<Text>,
    /// What was said to be saved.
    acknowledged: Text,
    writers_of_epoch: HashMap<u64, usize>,
    tabs: Vec<Tab>,
    made: usize,
}

impl World {
    fn new() -> Self {
        let mut world = Self { now: 1_000_000, ..Self::default() };
        world.open();
        world
    }

    fn copy(&self, slot: Slot) -> Copy {
        if self.damaged.contains(&slot) {
            return Copy::Damaged;
        }
        let kept = self.slots.get(&slot).and_then(Option::as_ref);
        kept.map_or(Copy::Missing, |kept| Copy::Whole(kept.mark))
    }

    /// A tab opens the draft and takes the next turn, as one transaction of the journal.
    fn open(&mut self) {
        let journal = self.journal.as_ref().map_or(Copy::Missing, |kept| Copy::Whole(kept.mark));
        let choice = Choice::of(self.copy(Slot::A), self.copy(Slot::B), journal);
        let text = match choice.newest {
            None => Text::new(),
            Some((Source::Journal, _)) => self.journal.as_ref().unwrap().text.clone(),
            Some((Source::Slot(slot), _)) => self.slots[&slot].as_ref().unwrap().text.clone(),
        };
        let mut opened = choice.opened;
        opened.epoch = opened.epoch.max(self.fence + 1);
        self.fence = opened.epoch;
        self.made += 1;
        self.writers_of_epoch.insert(opened.epoch, self.made);
        self.tabs.push(Tab {
            writer: Writer::new(opened),
            text,
            wake: None,
            asked: Vec::new(),
            fenced: false,
        });
    }

    fn tell(&mut self, tab: usize, told: Told) {
        let acts = self.tabs[tab].writer.told(self.now, told);
        for act in acts {
            match act {
                Act::Wake(at) => {
                    let wake = &mut self.tabs[tab].wake;
                    *wake = Some(wake.map_or(at, |earlier| earlier.min(at)));
                }
                Act::Write(write) => self.write(tab, write),
                Act::FreeRoom => {}
                Act::KeepCopy => {
                    let text = self.tabs[tab].text.clone();
                    self.copies.push(text);
                }
                Act::Say(Standing::Saved) => {
                    let text = self.tabs[tab].text.clone();
                    self.acknowledged.extend(text);
                }
                Act::Say(_) => {}
            }
        }
    }

    fn write(&mut self, tab: usize, write: Write) {
        assert!(!self.tabs[tab].fenced, "I4: a tab that lost its turn never writes");
        let text = self.tabs[tab].text.clone();
        let kept =
            Kept { mark: Mark { epoch: write.epoch, seq: write.seq, at: self.now }, text: text.clone() };
        self.tabs[tab].asked.push((write, text));
        let Some(slot) = write.slot else { return };
        let answer = self.slot_fault.map_or(Ok(()), Err);
        if answer.is_ok() {
            self.slots.insert(slot, Some(kept));
            self.damaged.retain(|one| *one != slot);
        }
        self.tell(tab, Told::Slot(slot, write.seq, answer));
    }

    fn journal_answers(&mut self, tab: usize, fault: Option<Fault>) {
        if self.tabs[tab].asked.is_empty() {
            return;
        }
        let (write, text) = self.tabs[tab].asked.remove(0);
        let answer = match fault {
            Some(fault) => Err(Refusal::Failed(fault)),
            None if self.fence > write.epoch => Err(Refusal::Fenced),
            None => Ok(()),
        };
        if answer.is_ok() {
            let mark = Mark { epoch: write.epoch, seq: write.seq, at: self.now };
            let before = self.journal.as_ref().map(|kept| (kept.mark.epoch, kept.mark.seq));
            assert!(before < Some((mark.epoch, mark.seq)), "I2: numbers only rise");
            self.journal = Some(Kept { mark, text });
        }
        self.tabs[tab].fenced |= answer == Err(Refusal::Fenced);
        self.tell(tab, Told::Journal(write.seq, answer));
    }

    fn pass(&mut self, tab: usize, to: Millis) {
        while let Some(at) = self.tabs[tab].wake.filter(|at| *at <= to) {
            self.tabs[tab].wake = None;
            self.now = self.now.max(at);
            self.tell(tab, Told::Woken);
        }
        self.now = self.now.max(to);
    }

    fn step(&mut self, step: Step) {
        let tab = self.tabs.len() - 1;
        match step {
            Step::Type => {
                self.typed += 1;
                let typed = self.typed;
                // The tab that lost its turn may be typed in as well.
                for tab in 0..self.tabs.len() {
                    self.tabs[tab].text.insert(typed * 10 + u32::try_from(tab).unwrap());
                    self.tell(tab, Told::Changed);
                }
            }
            Step::Pass(time) => (0..self.tabs.len()).for_each(|tab| self.pass(tab, self.now + time)),
            Step::Journal(fault) => (0..self.tabs.len()).for_each(|tab| self.journal_answers(tab, fault)),
            Step::Slots(fault) => self.slot_fault = fault,
            Step::Leave => self.tell(tab, Told::Leaving),
            Step::Kill => {
                self.slots.clone_from(&self.on_disk);
                self.tabs.clear();
                self.open();
            }
            Step::TakeOver => {
                self.on_disk.clone_from(&self.slots);
                self.open();
            }
            Step::Damage(first) => self.damaged.push(if first { Slot::A } else { Slot::B }),
        }
        self.check();
    }

    /// I1 and I3.
    fn check(&self) {
        let makers: BTreeSet<_> = self.writers_of_epoch.values().collect();
        assert_eq!(makers.len(), self.writers_of_epoch.len(), "I1: one tab a turn");
        let mut kept: Text = self.copies.iter().flatten().copied().collect();
        kept.extend(self.journal.iter().flat_map(|kept| kept.text.iter().copied()));
        let lost: Vec<_> = self.acknowledged.difference(&kept).collect();
        assert!(lost.is_empty(), "I3: said to be saved, and lost: {lost:?}");
        for tab in self.tabs.iter().filter(|tab| tab.fenced) {
            let lost: Vec<_> = tab.text.difference(&kept).collect();
            assert!(lost.is_empty(), "I3: typed where the turn was lost, and in no copy: {lost:?}");
        }
    }
}

fn fault() -> impl Strategy<Value = Option<Fault>> {
    prop_oneof![
        4 => Just(None),
        1 => prop_oneof![Just(Fault::Full), Just(Fault::Denied), Just(Fault::Broken)].prop_map(Some),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => Just(Step::Type),
        6 => prop_oneof![0..400_u64, Just(1_000), Just(6_000), Just(40_000)].prop_map(Step::Pass),
        6 => fault().prop_map(Step::Journal),
        1 => fault().prop_map(Step::Slots),
        1 => Just(Step::Leave),
        1 => Just(Step::Kill),
        1 => Just(Step::TakeOver),
        1 => any::<bool>().prop_map(Step::Damage),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000.max(ProptestConfig::default().cases), ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_was_said_to_be_saved_is_lost(steps in prop::collection::vec(step(), 1..80)) {
        let mut world = World::new();
        steps.into_iter().for_each(|step| world.step(step));
        // What is opened afterwards holds it too.
        world.tabs.clear();
        world.open();
        let opened = &world.tabs[0].text;
        let copies: Text = world.copies.iter().flatten().copied().collect();
        let there: Text = opened.union(&copies).copied().collect();
        let lost: Vec<_> = world.acknowledged.difference(&there).collect();
        prop_assert!(lost.is_empty(), "not opened: {lost:?}");
    }

    #[test]
    fn everything_typed_is_saved_once_the_stores_work_again(steps in prop::collection::vec(step(), 1..60)) {
        let mut world = World::new();
        steps.into_iter().for_each(|step| world.step(step));
        let tab = world.tabs.len() - 1;
        for _ in 0..20 {
            world.step(Step::Pass(40_000));
            while !world.tabs[tab].asked.is_empty() {
                world.step(Step::Journal(None));
            }
        }
        let tab = &world.tabs[tab];
        prop_assert!(!tab.writer.is_behind());
        let kept = world.journal.as_ref().map(|kept| kept.text.clone()).unwrap_or_default();
        prop_assert!(tab.text.is_subset(&kept) || tab.writer.standing() == Standing::Untouched);
    }
}
