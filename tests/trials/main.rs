//! Rule trials: each rule fires where it should, and does not where it should not.

mod assessment;
mod family;
mod group;
mod sharing;
#[allow(dead_code)]
mod trial;
mod voice;

use team_around::record::{Link, Record};
use trial::{id, row, says};

#[test]
fn action_without_owner() {
    let mut record = Record { ..Record::default() };
    record.plan.actions.push(row("a1"));
    assert_eq!(says("action-without-owner", &record, "2026-03-02"), ["unmet plan/actions/a1/owner"]);
    record.plan.actions[0].owner = Link::to(&id("p1"));
    assert_eq!(says("action-without-owner", &record, "2026-03-02"), ["met"]);
}
