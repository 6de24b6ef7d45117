//! When a draft is written on machines of every speed: nothing typed more than a second ago is in no journal
//! (reliability.md R1, 3.4).

use std::collections::VecDeque;
use team_around::draft::{Act, Choice, Copy, Millis, Told, Write, Writer};

/// Nothing older may be lost.
const MARK: Millis = 1_000;
/// A fast typist's pause between two keys.
const KEYS: Millis = 80;

/// Somebody types for `time` without a pause, while each answer of the journal comes `late` milliseconds after its
/// write was asked for, of which the timer takes half. Answers how old the oldest word in no journal ever was.
fn oldest(time: Millis, late: impl Fn(usize) -> Millis) -> Millis {
    let mut writer = Writer::new(Choice::of(Copy::Missing, Copy::Missing, Copy::Missing).opened);
    let (mut wake, mut asked, mut writes, mut worst) = (None, None::<(Millis, Write, Millis)>, 0, 0);
    let mut waiting = VecDeque::new(); // when each word was typed that no journal has
    for now in 0..time {
        let mut acts = Vec::new();
        if now % KEYS == 0 {
            waiting.push_back(now);
            acts.extend(writer.told(now, Told::Changed));
        }
        if wake.is_some_and(|at| now >= at + late(writes) / 2) {
            wake = None;
            acts.extend(writer.told(now, Told::Woken));
        }
        if let Some((_, write, before)) = asked.filter(|(at, ..)| now >= *at) {
            asked = None;
            waiting.retain(|typed| *typed > before);
            acts.extend(writer.told(now, Told::Journal(write.seq, Ok(()))));
        }
        for act in acts {
            match act {
                Act::Wake(at) => wake = Some(at),
                Act::Write(write) => {
                    assert!(asked.is_none(), "one write at a time, or the second has nothing to add");
                    asked = Some((now + late(writes) / 2, write, now));
                    writes += 1;
                }
                _ => {}
            }
        }
        worst = worst.max(waiting.front().map_or(0, |typed| now - typed));
    }
    worst
}

#[test]
fn no_word_is_older_than_a_second_before_it_is_kept() {
    for late in (0..=450).step_by(10) {
        let worst = oldest(20_000, |_| late);
        assert!(worst <= MARK, "{worst} ms where the journal answers after {late}");
    }
}

#[test]
fn one_slow_answer_among_quick_ones_is_within_the_second_too() {
    for slow in (0..=450).step_by(10) {
        let worst = oldest(20_000, |write| if write % 7 == 3 { slow } else { 30 });
        assert!(worst <= MARK, "{worst} ms where one answer in seven takes {slow}");
    }
}

#[test]
fn a_quick_journal_is_not_written_more_than_twice_a_second() {
    let mut writer = Writer::new(Choice::of(Copy::Missing, Copy::Missing, Copy::Missing).opened);
    let (mut wake, mut writes) = (Millis::MAX, 0);
    for now in (0..20_000).step_by(10) {
        let mut acts = if now % KEYS == 0 { writer.told(now, Told::Changed) } else { Vec::new() };
        if now >= wake {
            wake = Millis::MAX;
            acts.extend(writer.told(now, Told::Woken));
        }
        while let Some(act) = acts.pop() {
            match act {
                Act::Wake(at) => wake = wake.min(at).max(now),
                Act::Write(write) => {
                    writes += 1;
                    acts.extend(writer.told(now, Told::Journal(write.seq, Ok(()))));
                }
                _ => {}
            }
        }
    }
    assert!((30..=42).contains(&writes), "{writes} writes in twenty seconds");
}

#[test]
fn a_pause_is_written_after_three_tenths_of_a_second() {
    let mut writer = Writer::new(Choice::of(Copy::Missing, Copy::Missing, Copy::Missing).opened);
    for seq in 1..=30 {
        let at = seq * 10_000;
        writer.told(at, Told::Changed);
        let acts = writer.told(at + 300, Told::Woken);
        assert!(acts.iter().any(|act| matches!(act, Act::Write(_))), "write {seq}: {acts:?}");
        writer.told(at + 310, Told::Journal(seq, Ok(())));
    }
}
