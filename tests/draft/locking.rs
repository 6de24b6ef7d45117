//! The lock after a pause, under clocks that stop, jump and come late.
//! reliability.md 3.5 "Inactivity", L1 to L3; WCAG 2.2.1.

use crate::pause::{DAY, MINUTE, Step, World, steps};
use proptest::prelude::*;
use team_around::draft::Millis;
use team_around::draft::lock::{Act, LONGEST, LOOK, Lock, Now, SHORTEST, Told, USUAL, WARNING, pause};

const TEN: Millis = 10 * MINUTE;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000.max(ProptestConfig::default().cases), ..ProptestConfig::default() })]

    /// What was typed was always asked to be written before: checked at each lock.
    #[test]
    fn nothing_is_locked_away_before_it_was_to_be_written(steps in steps()) {
        let mut world = World::new(TEN);
        for step in steps {
            world.step(step);
            if !world.open {
                world.tell(Told::Unlocked);
                world.open = true;
                world.began_anew();
            }
        }
        prop_assert!(world.lock.is_locked() != world.open);
    }

    /// Awake time alone ends the pause, whatever the wall clock does meanwhile; with an honest wall
    /// clock a sleep does too, at the first look after it.
    #[test]
    fn no_form_stays_open_past_its_time(steps in steps(), told in prop_oneof![Just(Told::Woken), Just(Told::Resumed), Just(Told::Active)]) {
        let mut world = World::new(TEN);
        for step in steps {
            world.step(step);
            let real = world.awake + if world.put_back { 0 } else { world.asleep };
            if world.open && real >= TEN {
                world.tell(told);
                prop_assert!(!world.open, "{real} ms without anybody, and still open after {step:?}");
            }
            if !world.open {
                break;
            }
        }
    }

    #[test]
    fn no_form_locks_before_its_time(steps in steps()) {
        let mut world = World::new(TEN);
        for step in steps {
            world.step(step);
            let most = world.awake + world.asleep + world.forward;
            prop_assert!(world.open || world.told_to || most >= TEN, "locked after {most} ms by {step:?}");
            if !world.open {
                break;
            }
        }
    }

    /// Where the machine neither sleeps nor has its clock changed, the warning stands a minute.
    #[test]
    fn whoever_is_there_is_warned_a_minute_before(minutes in 2..=60_u64, typed in prop::collection::vec(1..MINUTE, 0..8)) {
        let mut world = World::new(minutes * MINUTE);
        for pause in typed {
            world.pass(pause, 0);
            world.step(Step::Type);
        }
        world.pass(minutes * MINUTE - 1, 0);
        prop_assert!(world.open);
        let warned = world.warned_at;
        world.pass(1, 0);
        prop_assert!(!world.open);
        prop_assert_eq!(warned, Some((minutes - 1) * MINUTE));
    }

    #[test]
    fn a_key_in_the_warning_extends_the_time_however_often(times in 1..40_u32) {
        let mut world = World::new(SHORTEST);
        for _ in 0..times {
            world.pass(SHORTEST - 1, 0);
            prop_assert!(world.open && world.warned_at.is_some());
            let acts = world.tell(Told::Active);
            world.began_anew();
            prop_assert_eq!(&acts[..2], &[Act::TellActive, Act::Unwarn][..]);
        }
        world.pass(SHORTEST, 0);
        prop_assert!(!world.open);
    }
}

fn opened(after: Millis) -> World {
    World::new(after)
}

#[test]
fn a_clock_put_back_neither_locks_at_once_nor_keeps_open_for_ever() {
    let mut world = opened(TEN);
    world.pass(5 * MINUTE, 0);
    world.step(Step::Jump(-i64::try_from(3 * DAY).unwrap()));
    world.pass(LOOK, 0);
    assert!(world.open, "at once");
    // A sleep after it is seen, though the clock shows an earlier day than before.
    let mut slept = World { lock: world.lock.clone(), ..opened(TEN) };
    (slept.now, slept.wake) = (world.now, world.wake);
    slept.step(Step::Sleep(TEN));
    slept.tell(Told::Resumed);
    assert!(!slept.open, "a sleep after the jump");
    world.pass(5 * MINUTE - LOOK, 0);
    assert!(!world.open, "for ever");
}

#[test]
fn a_key_after_a_sleep_locks_and_is_nobodys_word_that_they_stay() {
    let mut world = opened(TEN);
    world.step(Step::Sleep(8 * 60 * MINUTE));
    assert_eq!(world.tell(Told::Active), [Act::Flush, Act::Lock, Act::TellPaused]);
    assert_eq!(world.tell(Told::Active), []);
}

#[test]
fn the_seconds_are_counted_down() {
    let mut world = opened(TEN);
    world.pass(TEN - WARNING - 1, 0);
    let mut seen = Vec::new();
    for _ in 0..4 {
        world.now = Now { page: world.now.page + LOOK, wall: world.now.wall + LOOK };
        seen.extend(world.tell(Told::Woken).into_iter().filter(|act| matches!(act, Act::Warn(_))));
    }
    assert_eq!(seen, [Act::Warn(60), Act::Warn(59), Act::Warn(58), Act::Warn(57)]);
}

#[test]
fn the_host_locks_at_once_and_other_tabs_are_told_once() {
    let mut world = opened(TEN);
    assert_eq!(world.tell(Told::Asked), [Act::Flush, Act::Lock, Act::TellAsked]);
    assert_eq!(world.tell(Told::Asked), []);
    let mut other = opened(TEN);
    assert_eq!(other.tell(Told::AskedElsewhere), [Act::Flush, Act::Lock]);
    let mut never = Lock::new(None, world.now);
    assert_eq!(never.told(Now { page: DAY, wall: 90 * DAY }, Told::Woken), []);
    assert_eq!(never.told(world.now, Told::AskedElsewhere), [Act::Flush, Act::Lock]);
}

#[test]
fn another_tabs_pause_locks_where_nobody_is_and_nobody_is_cut_off_without_a_warning() {
    let mut seen = opened(TEN);
    seen.pass(5 * MINUTE, 0);
    seen.tell(Told::PausedElsewhere);
    assert!(seen.open, "somebody may read here");
    seen.pass(4 * MINUTE, 0);
    seen.tell(Told::PausedElsewhere);
    assert!(!seen.open, "it was warned");
    let mut hidden = opened(TEN);
    hidden.tell(Told::Hidden);
    hidden.tell(Told::PausedElsewhere);
    assert!(!hidden.open);
}

#[test]
fn other_tabs_are_told_of_a_person_once_a_second() {
    let mut world = opened(TEN);
    let mut told = 0;
    for _ in 0..30 {
        world.pass(100, 0);
        told += world.tell(Told::Active).iter().filter(|act| **act == Act::TellActive).count();
    }
    assert_eq!(told, 3);
    assert!(!world.tell(Told::ActiveElsewhere).contains(&Act::TellActive), "no echo");
}

#[test]
fn a_host_sets_two_to_sixty_minutes_or_none() {
    let cases = [
        ("", Some(USUAL)),
        ("five", Some(USUAL)),
        ("NaN", Some(USUAL)),
        ("5", Some(5 * MINUTE)),
        (" 15 ", Some(15 * MINUTE)),
        ("2.5", Some(USUAL)),
        ("999999999999999999", Some(LONGEST)),
        ("1", Some(SHORTEST)),
        ("-3", Some(SHORTEST)),
        ("61", Some(LONGEST)),
        ("off", None),
        ("OFF", None),
    ];
    for (attribute, expected) in cases {
        assert_eq!(pause(attribute), expected, "{attribute:?}");
    }
    assert_eq!((USUAL, SHORTEST, LONGEST), (10 * MINUTE, 2 * MINUTE, 60 * MINUTE));
    let mut shorter = World::new(1);
    shorter.pass(2 * MINUTE - 1, 0);
    assert!(shorter.open);
    let mut longer = World::new(DAY);
    longer.pass(60 * MINUTE, 0);
    assert!(!longer.open);
}
