//! Nobody has said whether everybody can get to the place, and into it.
//!
//! **Asks:** where people meet in person, it is answered; where the place is not accessible to all, it is said what is in the
//! way or what was arranged.
//! **Why:** whoever cannot get in cannot take part.
//!
//! Source: HANTS-PART-02, The Multi-Agency Planning Meeting and the Child in Need plan; decisions.md 8.

use crate::protocol::meetings::with_family;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::codes::YesNo;
use crate::record::meeting::{Meeting, MeetingFormat};

/// See the module.
pub static RULE: Rule = Rule { code: "venue-access-not-answered", topic: Topic::Preparation, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let in_person = |row: &&Meeting| !row.format.is(MeetingFormat::Virtual);
    let meetings = with_family(record, terms).into_iter().filter(in_person).collect();
    for meeting in report.meetings(meetings) {
        report.wants(&meeting.venue_accessible, Meeting::venue_accessible.at(meeting));
        if meeting.venue_accessible.is(YesNo::No) {
            let question = Meeting::venue_access_detail.at(meeting);
            report.wants_saying("detail-missing", &meeting.venue_access_detail, question);
        }
    }
}
