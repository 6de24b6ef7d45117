//! A document about one meeting answers for that one alone.

use crate::preparation::planned;
use crate::trial::{day, id, on, protocol, row};
use team_around::calendar::{Calendar, Nation};
use team_around::protocol::{Scope, Terms, review_of};
use team_around::record::meeting::{Meeting, MeetingStatus};
use team_around::record::{Link, Record, RowId, Typed};

const TODAY: &str = "2026-03-02";

/// A review that was held today, and the next that is prepared already.
fn two() -> Record {
    let mut record = planned(TODAY);
    let mut next: Meeting = record.meetings[0].clone();
    next.id = id("next");
    next.status = Typed::Given(MeetingStatus::Planned);
    next.on = on("2026-04-13");
    record.meetings.push(next);
    record
}

/// What the form of a document finds with this rule, as the form and the server keep it.
fn found(rule: &str, record: &Record, scope: Scope, meeting: Option<&RowId>) -> Vec<String> {
    let calendar = Calendar::built_in(Nation::EnglandAndWales);
    let protocol = protocol(rule, &[]);
    let terms = Terms { today: day(TODAY), calendar: &calendar, protocol: &protocol, meeting };
    let all = review_of(scope, record, &terms);
    all.iter().filter(|finding| finding.stops()).map(|finding| finding.place.to_string()).collect()
}

#[test]
fn each_meeting_is_asked_in_its_own_form() {
    let record = two();
    for own in ["m", "next"] {
        let place = format!("meetings/{own}/agenda_owner");
        assert_eq!(found("agenda-owner-missing", &record, Scope::Meeting, Some(&id(own))), [place]);
    }
    let both = found("agenda-owner-missing", &record, Scope::Meeting, None);
    assert_eq!(both, ["meetings/m/agenda_owner", "meetings/next/agenda_owner"]);
}

#[test]
fn what_is_said_of_a_whole_list_is_of_the_meeting_in_hand() {
    let mut record = two();
    let mut listed: team_around::record::meeting::AgendaItem = row("i");
    listed.meeting = Link::to(&id("next"));
    listed.what = "What has changed".into();
    record.agenda.push(listed);
    assert_eq!(found("agenda-missing", &record, Scope::Meeting, Some(&id("m"))), ["agenda"]);
    assert!(found("agenda-missing", &record, Scope::Meeting, Some(&id("next"))).is_empty());
}

#[test]
fn an_answer_that_cannot_be_read_stops_the_form_in_which_it_stands() {
    let mut record = two();
    record.meetings[0].on = Typed::Unread("the 31st".into());
    let mut decided: team_around::record::discussion::Decision = row("d");
    decided.meeting = Link::to(&id("m"));
    decided.tell_child_on = Typed::Unread("soon".into());
    record.decisions.push(decided);
    let own = found("answer-unread", &record, Scope::Meeting, Some(&id("m")));
    assert_eq!(own, ["meetings/m/on", "decisions/d/tell_child_on"]);
    assert!(found("answer-unread", &record, Scope::Meeting, Some(&id("next"))).is_empty());
    // The plan asks for the day of each meeting.
    assert_eq!(found("answer-unread", &record, Scope::Plan, Some(&id("next"))), ["meetings/m/on"]);
}

#[test]
fn an_earlier_meeting_is_still_asked_in_its_own_form_and_nowhere_else() {
    let mut record = two();
    record.meetings[0].status = Typed::Given(MeetingStatus::Held);
    record.meetings[0].on = on("2026-01-19");
    record.meetings[1].status = Typed::Given(MeetingStatus::Held);
    record.meetings[1].on = on(TODAY);
    let of = |record: &Record, own: Option<&str>| {
        found("agenda-owner-missing", record, Scope::Meeting, own.map(id).as_ref())
    };
    assert_eq!(of(&record, Some("m")), ["meetings/m/agenda_owner"]);
    assert_eq!(of(&record, Some("next")), ["meetings/next/agenda_owner"]);
    assert_eq!(of(&record, None), ["meetings/next/agenda_owner"], "history for everybody else");
    // Its day has passed, and nobody said whether it was held.
    record.meetings[0].status = Typed::Given(MeetingStatus::Planned);
    assert_eq!(of(&record, Some("m")), ["meetings/m/agenda_owner"]);
    record.meetings[0].status = Typed::Given(MeetingStatus::Cancelled);
    assert!(of(&record, Some("m")).is_empty());
}
