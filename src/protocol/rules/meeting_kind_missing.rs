//! A meeting, and nothing on what kind it is.
//!
//! **Asks:** each meeting says which of the guide’s kinds it is: a core group, child in need meeting, team around the child, professionals
//! meeting or another, and another says in words what it is.
//! **Why:** the kind decides who is asked, and what the record needs.
//!
//! Source: CALD-SCOPE-02, introduction; CALD-MTG-01 to -05, Which meetings can the Good Practice Guide cover.

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::{Meeting, MeetingKind};

/// See the module.
pub static RULE: Rule = Rule { code: "meeting-kind-missing", topic: Topic::Meetings, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for meeting in report.meetings(in_hand(record, terms)) {
        report.wants(&meeting.kind, Meeting::kind.at(meeting));
        if meeting.kind.is(MeetingKind::Generic) {
            report.wants_saying("detail-missing", &meeting.kind_detail, Meeting::kind_detail.at(meeting));
        }
    }
}
