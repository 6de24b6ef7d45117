//! The children whom a rule about a meeting asks after, each with the row that tells of them.

use super::rule::Report;
use super::topic::Topic;
use crate::record::attendance::ChildAtMeeting;
use crate::record::child::Child;
use crate::record::meeting::Meeting;
use crate::record::{Place, Record};

/// A child who is born, and a meeting.
pub struct ChildAt<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The child.
    pub child: &'a Child,
    /// What the record says of the two, where it has a row for them.
    pub row: Option<&'a ChildAtMeeting>,
}

impl Report {
    /// Each child who is born, at each of these meetings. Where there is no meeting, or nobody is
    /// born yet, the rule does not apply; where no child is named, it cannot be told.
    pub fn children_at<'a>(&mut self, record: &'a Record, meetings: Vec<&'a Meeting>) -> Vec<ChildAt<'a>> {
        if meetings.is_empty() || record.all_unborn() {
            self.not_applicable();
        } else if record.children.is_empty() {
            self.unknown(Place::home("children_at_meetings"));
        }
        let mut found = Vec::new();
        for meeting in meetings {
            for child in record.children.iter().filter(|child| !child.is_unborn()) {
                found.push(ChildAt { meeting, child, row: record.child_at(child, meeting) });
            }
        }
        found
    }
}

impl<'a> ChildAt<'a> {
    /// The row; where there is none, that is unmet at the list.
    pub fn wanted(&self, report: &mut Report) -> Option<&'a ChildAtMeeting> {
        if self.row.is_none() {
            report.unmet(Place::home("children_at_meetings")).about(Topic::Attendance);
        }
        self.row
    }
}
