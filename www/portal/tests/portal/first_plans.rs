//! The invented family's plan and the empty one.

use crate::portal::Portal;
use crate::sent::{findings, record};
use team_around::protocol::Finding;
use team_around::wire::{limits, read_text};

const FAMILY: &str = include_str!("../../seed/CIN-1042.json");
const EMPTY: &str = include_str!("../../seed/CIN-1043.json");

#[test]
fn both_are_read_without_a_problem_and_without_an_unknown_member() {
    for text in [FAMILY, EMPTY] {
        assert!(text.len() < limits::BYTES);
        let reading = read_text(text);
        assert_eq!(reading.problems, []);
        let written: serde_json::Value = serde_json::from_str(text).unwrap();
        let again = team_around::wire::write_record(&reading.record);
        assert_eq!(again, written);
        assert!(carries_nothing(&reading.record));
    }
}

/// An unknown member would be written back, so a misspelt key is looked for by hand.
fn carries_nothing(record: &team_around::record::Record) -> bool {
    !format!("{record:?}").contains("carried: [(")
}

#[test]
fn the_familys_plan_is_half_done() {
    let found = findings(&read_text(FAMILY).record);
    let open: Vec<_> = found.iter().filter(|finding| finding.is_open()).collect();
    assert!(open.iter().any(|finding| finding.stops()), "nothing stops it");
    let places: Vec<String> = open.iter().map(|finding| finding.place.to_string()).collect();
    assert!(places.iter().any(|place| place == "plan/actions/t-6/due"), "{places:#?}");
    assert!(found.iter().any(|finding| finding.set_aside.is_some()), "nothing is set aside");
    assert!(found.iter().filter(|finding| Finding::is_open(finding)).count() < 80, "too much is unmet");
}

#[test]
fn on_a_later_day_its_days_have_moved_by_whole_weeks() {
    let portal = Portal::start_on("2026-06-17");
    let moved = record(&portal.data(&portal.sign_in("ada")));
    // 93 days on: 13 weeks, and the plan began on a Tuesday.
    assert_eq!(moved.plan.start.get().unwrap().to_string(), "2026-05-26");
    assert_eq!(&*moved.overrides[0].at, "2026-06-03");
    let due: &dyn team_around::record::Answer = &moved.plan.actions[5].due;
    assert_eq!(due.written(), "end of April");
}
