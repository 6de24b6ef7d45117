//! A meeting to which somebody comes whom its reader must not meet, or must not be able to follow home.  domain.md 5.3, 3 and 5
//!
//! No word gives this away: a day and a time do, by who else is asked. So it is told from the lists of who comes. It is
//! not restricted: both may come to one meeting for a part each, and whoever arranged that says so.

use super::allowed::Gate;
use super::prepare::same_name;
use super::scanned::{Gives, Leak};
use super::scope::Reader;
use crate::record::attendance::{Attendance, Attended};
use crate::record::codes::YesNo;
use crate::record::meeting::Meeting;
use crate::record::people::Person;
use crate::record::sharing::CopyDecision;
use crate::record::{Place, Record, Row, RowId, iso};

/// The meetings whose day or time goes out, and to which somebody comes who must be kept from this reader.
pub(super) fn encounters(record: &Record, reader: &Reader<'_>, goes: &[Place]) -> Vec<Leak> {
    let gate = Gate::new(record, reader);
    let mut found = Vec::new();
    for meeting in &record.meetings {
        let place = of(meeting);
        if !goes.iter().any(|goes| goes.home == place.home && goes.row == place.row) {
            continue;
        }
        let choice = gate.choice(&place, CopyDecision::Confirm);
        let confirmed = choice.is_some_and(|choice| !choice.reason.is_blank() && !choice.by.is_blank());
        found.extend(who_comes(record, reader, meeting).into_iter().map(|secret| Leak {
            place: place.clone(),
            words: when(meeting),
            gives: Gives::Encounter,
            secret,
            restricted: false,
            confirmed,
        }));
    }
    found
}

/// Where the record says that somebody comes who must be kept from this reader.
fn who_comes(record: &Record, reader: &Reader<'_>, meeting: &Meeting) -> Vec<Place> {
    let people = record.people.iter();
    let kept: Vec<&Person> = people.filter(|person| reader.keeps_away(person)).collect();
    let is_one_of_them = |id: &RowId| {
        kept.iter().any(|person| person.id == *id || same_name(&person.name, record.name_of(id)))
    };
    let adults = record.attendance_at(meeting).filter(|row| may_come(row));
    let adults = adults.filter(|row| row.person.id().is_some_and(is_one_of_them));
    let mut places: Vec<Place> = adults.map(|row| Attendance::person.at(row)).collect();
    if lives_elsewhere(record, reader) {
        let children = record.children.iter().filter(|child| child.is_protected());
        let children = children.filter(|child| !reader.ids.contains(&child.id));
        let rows = children.filter_map(|child| record.child_at(child, meeting));
        places.extend(rows.filter(|row| !row.is_absent()).map(of));
    }
    places
}

/// Whether somebody must be kept from this reader, who does not live at a secret address too: then a child whose
/// address is a secret is followed home as well.
fn lives_elsewhere(record: &Record, reader: &Reader<'_>) -> bool {
    let hidden = |person: &&Person| person.address_restricted.is(YesNo::Yes);
    let own = |person: &&Person| reader.selves.contains(&person.id);
    reader.keeps && !record.people.iter().filter(own).any(|person| hidden(&person))
}

/// Whether somebody who is listed may come: nobody decided otherwise, and they have not declined.
fn may_come(row: &Attendance) -> bool {
    let declined = matches!(row.attended.given(), Some(Attended::Apologies | Attended::NoShow));
    !declined && !row.was_left_out()
}

fn of<R: Row>(row: &R) -> Place {
    Place { home: R::SHAPE.home, row: Some(row.id().clone()), key: None }
}

/// The day and the time, as they are written.
fn when(meeting: &Meeting) -> String {
    let day = meeting.on.get().map(iso).unwrap_or_default();
    let parts = [day.as_str(), meeting.at_time.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
