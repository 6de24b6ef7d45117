//! A draft is never removed early, and never opened late, whatever the device's clock does.  reliability.md E1 to E3

use proptest::prelude::*;
use team_around::draft::{Age, Clocks, IDLE, LONGEST_KEPT, SECOND_LOOK, age, expires};

const NOON: u64 = 1_790_000_000_000;
const DAY: u64 = 86_400_000;

fn by_device(device: u64) -> Clocks {
    Clocks { device, host: None, seen: device }
}

#[test]
fn a_draft_lasts_fourteen_days_after_the_last_change_and_thirty_in_all() {
    assert_eq!(expires(NOON, NOON), NOON + 14 * DAY);
    assert_eq!(expires(NOON, NOON + 10 * DAY), NOON + 24 * DAY);
    assert_eq!(expires(NOON, NOON + 20 * DAY), NOON + 30 * DAY);
    assert_eq!((IDLE, LONGEST_KEPT, SECOND_LOOK), (14 * DAY, 30 * DAY, DAY));
}

#[test]
fn what_has_expired_is_hidden_first_and_removed_a_day_later() {
    let end = expires(NOON, NOON);
    assert_eq!(age(end, None, by_device(end)), Age::Kept);
    assert_eq!(age(end, None, by_device(end + 1)), Age::Hidden);
    assert_eq!(age(end, Some(end + 1), by_device(end + DAY)), Age::Hidden);
    assert_eq!(age(end, Some(end + 1), by_device(end + 1 + DAY)), Age::Over);
}

#[test]
fn a_clock_that_jumps_ten_years_ahead_and_back_removes_nothing() {
    let end = expires(NOON, NOON);
    let ahead = NOON + 3650 * DAY;
    assert_eq!(age(end, None, by_device(ahead)), Age::Hidden);
    let back = Clocks { device: NOON + DAY, host: None, seen: ahead };
    assert_eq!(age(end, Some(ahead), back), Age::Hidden, "not opened, and not removed");
    let noticed = Some(NOON + 2 * DAY); // once the clock was right again
    let later = Clocks { device: NOON + 4 * DAY, host: None, seen: ahead };
    assert_eq!(age(end, noticed, later), Age::Hidden, "it is four days old");
}

#[test]
fn a_clock_that_is_put_back_opens_nothing_again() {
    let end = expires(NOON, NOON);
    let back = Clocks { device: NOON, host: None, seen: end + 5 };
    assert_ne!(age(end, None, back), Age::Kept);
}

proptest! {
    #[test]
    fn with_the_hosts_clock_nothing_is_early_and_nothing_late(
        device in 0..4_000_000_000_000_u64, host in 0..4_000_000_000_000_u64, seen in 0..4_000_000_000_000_u64,
        noticed in prop::option::of(0..4_000_000_000_000_u64), created in 0..4_000_000_000_000_u64,
    ) {
        let end = expires(created, created);
        let age = age(end, noticed, Clocks { device, host: Some(host), seen });
        prop_assert_eq!(age, if host > end { Age::Over } else { Age::Kept });
    }

    #[test]
    fn without_it_a_draft_is_removed_only_on_a_second_look(
        device in 0..4_000_000_000_000_u64, ahead in 0..400 * DAY, noticed in prop::option::of(0..4_000_000_000_000_u64),
        created in 0..4_000_000_000_000_u64,
    ) {
        let end = expires(created, created);
        let now = Clocks { device, host: None, seen: device + ahead };
        if age(end, noticed, now) == Age::Over {
            prop_assert!(noticed.is_some_and(|noticed| device >= noticed + SECOND_LOOK));
            prop_assert!(device > end);
        }
    }
}
