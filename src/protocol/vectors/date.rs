//! Vectors of single dates, each asked of the smallest record that has the answer.

use super::{Outcome, Told, Unreadable, reading};
use crate::protocol::Terms;
use crate::protocol::timescales::{Timescales, timescales};
use crate::record::codes::YesNo;
use crate::record::meeting::{Meeting, MeetingStatus};
use crate::record::signoff::{Agreement, AgreementKind};
use crate::record::{Record, Typed};
use chrono::{Months, NaiveDate};
use serde_json::Value;

type Answer = fn(NaiveDate, Told<'_>) -> Option<NaiveDate>;

/// The names of the tables, and what answers them.
const ANSWERS: [(&str, Answer); 6] = [
    ("distribution_deadline", |day, told| at(&met(day), day, told).distribution.ok()?.deadline.date()),
    ("notice_earliest", |day, told| at(&met(day), day, told).notice.ok()?.earliest.date()),
    ("notice_earliest_working_day", |day, told| at(&met(day), day, told).notice.ok()?.earliest_working_day),
    ("six_month_boundary", |day, told| at(&started(day), day, told).boundary),
    ("three_months", |day, told| at(&reduced(day), day, told).review.ok()?.due.date()),
    ("last_working_day_on_or_before", |day, told| told.calendar.last_working_day_on_or_before(day).ok()),
];

/// Runs every table.
pub(super) fn tables(value: &Value, told: Told<'_>, outcome: &mut Outcome) -> Result<(), Unreadable> {
    for (name, rows) in reading::object(value, "vectors")? {
        let at = format!("vectors.{name}");
        let Some((_, answer)) = ANSWERS.iter().find(|(known, _)| known == name) else {
            outcome.unknown.push(at);
            continue;
        };
        for (index, row) in reading::list(rows, &at)?.iter().enumerate() {
            let at = format!("{at}[{index}]");
            let (given, expected) = reading::pair(row, &at)?;
            outcome.compare(&at, expected, &reading::written(answer(given, told)));
        }
    }
    Ok(())
}

fn at(record: &Record, today: NaiveDate, told: Told<'_>) -> Timescales {
    timescales(record, &Terms { today, calendar: told.calendar, protocol: told.protocol, meeting: None })
}

/// A meeting held on this day that agreed the plan, with notice of the next one sent the same day.
fn met(day: NaiveDate) -> Record {
    let mut meeting = held(day);
    meeting.plan_agreed = Typed::Given(YesNo::Yes);
    meeting.next_set_in_meeting = Typed::Given(YesNo::No);
    meeting.notice_sent_on = Typed::Given(day);
    Record { meetings: vec![meeting], ..Record::default() }
}

fn held(day: NaiveDate) -> Meeting {
    Meeting { status: Typed::Given(MeetingStatus::Held), on: Typed::Given(day), ..Meeting::default() }
}

fn started(day: NaiveDate) -> Record {
    let mut record = Record::default();
    record.plan.start = Typed::Given(day);
    record
}

/// A review on this day, a year into the plan, with a Team Manager's agreement of the same day.
fn reduced(day: NaiveDate) -> Record {
    let mut record = started(day.checked_sub_months(Months::new(12)).unwrap_or(day));
    let review = Meeting { plan_reviewed: Typed::Given(YesNo::Yes), ..held(day) };
    record.meetings.push(review);
    record.agreements.push(agreed(day));
    record
}

/// A Team Manager's agreement to three-monthly reviews on this day.
pub(super) fn agreed(day: NaiveDate) -> Agreement {
    Agreement {
        kind: Typed::Given(AgreementKind::ThreeMonthlyReview),
        name: "Vector".into(),
        role: "Team Manager".into(),
        on: Typed::Given(day),
        ..Agreement::default()
    }
}
