//! A professional of the group who is not on a meeting’s list.
//!
//! **Asks:** each professional in the group is on the list of who comes to the meeting, whatever was answered there. A member
//! of an agency that was left out for a reason, and whoever chairs, need not be.
//! **Why:** somebody whom nobody thought of asking does not appear anywhere, not even as absent.
//!
//! Source: ours.

use crate::protocol::invited::has_reason;
use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::meeting::Meeting;
use crate::record::professionals::Professional;
use crate::record::{Place, Record, RowId};
use std::collections::HashSet;

/// See the module.
pub static RULE: Rule = Rule { code: "group-member-not-invited", topic: Topic::Group, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let mut unlisted: Vec<&str> = Vec::new();
    for meeting in report.meetings(in_hand(record, terms)) {
        let listed: HashSet<&RowId> =
            record.attendance_at(meeting).filter_map(|row| row.person.id()).collect();
        let unlisted_here = record.group_on(terms.today).filter(|one| !listed.contains(&one.id));
        let missing = unlisted_here.filter(|one| is_missing(record, one, meeting));
        unlisted.extend(missing.map(|one| one.name.trim()));
    }
    if !unlisted.is_empty() {
        report.unmet(Place::home("attendance")).naming(unlisted);
    }
}

/// Whether somebody who is not listed ought to be.
fn is_missing(record: &Record, one: &Professional, meeting: &Meeting) -> bool {
    let member_then = meeting.on.get().is_none_or(|day| one.is_member_on(day));
    let chairs = meeting.chair.id() == Some(&one.id);
    let left_out = || record.agency_of(one).is_some_and(|agency| has_reason(record, agency, meeting));
    member_then && !chairs && !left_out()
}
