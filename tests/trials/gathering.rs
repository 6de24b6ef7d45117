//! A small group, its child and its first meeting, for trials of the rules on who comes.

use crate::trial::{day, id, on, row};
use team_around::record::attendance::{Attendance, ChildAtMeeting};
use team_around::record::codes::YesNo;
use team_around::record::meeting::{Meeting, MeetingKind, MeetingStatus};
use team_around::record::people::Relationship;
use team_around::record::{Link, Record, Typed};

/// The day of the first meeting, on which it is looked at.
pub const TODAY: &str = "2026-03-02";

/// The rules on who comes, each with what it says of a meeting at which nobody is listed.
pub const NOBODY: [(&str, &str); 11] = [
    ("group-member-not-invited", "unmet attendance"),
    ("key-agency-not-invited", "unmet exclusions"),
    ("exclusion-without-reason", "unmet exclusions"),
    ("exclusion-not-in-first-record", "unmet exclusions"),
    ("key-family-not-invited", "unmet attendance [unlisted]"),
    ("child-invitation-not-answered", "unmet children_at_meetings"),
    ("child-attendance-not-answered", "unmet children_at_meetings"),
    ("child-support-not-answered", "unmet children_at_meetings"),
    ("child-not-represented", "unmet children_at_meetings"),
    ("child-views-presentation-missing", "unmet children_at_meetings"),
    ("absent-child-views-not-planned", "unmet children_at_meetings"),
];

/// A review, held where its day has come, otherwise planned.
pub fn meeting(name: &str, number: u32, held_on: &str) -> Meeting {
    let mut meeting: Meeting = row(name);
    meeting.kind = Typed::Given(MeetingKind::ChildInNeedReview);
    meeting.sequence = Typed::Given(number);
    meeting.on = on(held_on);
    let held = day(held_on) <= day(TODAY);
    meeting.status = Typed::Given(if held { MeetingStatus::Held } else { MeetingStatus::Planned });
    meeting.purpose = "To agree the plan.".into();
    meeting
}

/// Wren and her mother; the school, a key agency, and its teacher; and the first meeting, held today.
pub fn group() -> Record {
    let mut record = Record { meetings: vec![meeting("m", 1, TODAY)], ..Record::default() };
    record.children = vec![row("wren")];
    record.people = vec![row("mum")];
    record.people[0].name = "Iris Tallow".into();
    record.people[0].relationship = Typed::Given(Relationship::Mother);
    record.agencies = vec![row("school")];
    record.agencies[0].name = "Elm Road School".into();
    record.agencies[0].key_agency = Typed::Given(YesNo::Yes);
    record.professionals = vec![row("teacher")];
    record.professionals[0].name = "Ade Fenn".into();
    record.professionals[0].agency = Link::to(&id("school"));
    record
}

/// Somebody's row at a meeting.
pub fn attendance(name: &str, person: &str, at: &str) -> Attendance {
    let mut attendance: Attendance = row(name);
    attendance.person = Link::to(&id(person));
    attendance.meeting = Link::to(&id(at));
    attendance
}

/// The same, with the meeting still to come.
pub fn to_come(mut record: Record) -> Record {
    record.meetings[0].status = Typed::Given(MeetingStatus::Planned);
    record
}

/// The group with Wren's row at the meeting.
pub fn with_wren() -> Record {
    let mut record = group();
    record.children_at_meetings = vec![row("w")];
    record.children_at_meetings[0].child = Link::to(&id("wren"));
    record.children_at_meetings[0].meeting = Link::to(&id("m"));
    record
}

/// Wren's row.
pub fn wren(record: &mut Record) -> &mut ChildAtMeeting {
    &mut record.children_at_meetings[0]
}

/// A professionals meeting for the one rule that looks only at children who are not there.
pub fn kind_for(rule: &str, record: &mut Record) {
    if rule == "absent-child-views-not-planned" {
        record.meetings.iter_mut().for_each(|row| row.kind = Typed::Given(MeetingKind::Professionals));
    }
}
