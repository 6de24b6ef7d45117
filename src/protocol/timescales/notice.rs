//! Notice of the next meeting.  domain.md 1.5.5; HANTS-NEXT-02; decisions.md 4

use super::events::last_planning_meeting;
use super::review::prepared_after;
use super::{Stopped, has_ended};
use crate::calendar::{Interval, Worked, add_days};
use crate::protocol::Terms;
use crate::protocol::pack::{FigureName, ReadingName};
use crate::record::codes::YesNo;
use crate::record::meeting::Meeting;
use crate::record::{Place, Record, RowId};
use chrono::NaiveDate;

/// Notice of the meeting after the last that was held, where its day was not set in that meeting, or was changed since.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeClock {
    /// The last meeting, which says when the next one is.
    pub meeting: RowId,
    /// The day notice was sent.
    pub sent: Option<NaiveDate>,
    /// The question that says when it was sent.
    pub sending: Place,
    /// Whether something stands there that is no day.
    pub unread: bool,
    /// The question that says when the next meeting is.
    pub day: Place,
    /// Whether it is not known yet if that day was set in the last meeting.
    pub unsaid: bool,
    /// The earliest day in time, whatever weekday, after the day notice was sent; where it was not
    /// sent, after today.
    pub earliest: Worked,
    /// The first such working day, which the form offers.
    pub earliest_working_day: Option<NaiveDate>,
    /// The day of the next meeting.
    pub next_on: Option<NaiveDate>,
    /// Whether that day is in time; `None` where it or the earliest day is not known.
    pub in_time: Option<bool>,
    /// The last day on which notice of that day would be in time.
    pub send_by: Option<NaiveDate>,
    /// Whether it was called at short notice because the risk has changed.
    pub urgent: bool,
}

/// Notice of the next meeting.
///
/// # Errors
///
/// Why none is asked for.
pub fn notice(record: &Record, terms: &Terms<'_>) -> Result<NoticeClock, Stopped> {
    if has_ended(record, terms) {
        return Err(Stopped::Ended);
    }
    let meeting = last_planning_meeting(record, terms).ok_or(Stopped::NothingToCount)?;
    let length = terms.interval(FigureName::Notice).ok_or(Stopped::NothingToCount)?;
    // A day that was changed since was not set in that meeting, whatever was said there.
    let moved = prepared_after(record, meeting).filter(|row| row.on.get() != meeting.next_on.get());
    if moved.is_none() && meeting.next_set_in_meeting.is(YesNo::Yes) {
        return Err(Stopped::NothingToCount);
    }
    let (next_on, sending, notified) = match moved {
        Some(row) => (&row.on, Meeting::invitations_sent_on.at(row), &row.invitations_sent_on),
        None => (&meeting.next_on, Meeting::notice_sent_on.at(meeting), &meeting.notice_sent_on),
    };
    let day = moved.map_or_else(|| Meeting::next_on.at(meeting), |row| Meeting::on.at(row));
    let (sent, next_on) = (notified.get(), next_on.get());
    let earliest = earliest(sent.unwrap_or(terms.today), length, terms);
    let first = earliest.date();
    Ok(NoticeClock {
        meeting: meeting.id.clone(),
        sent,
        sending,
        unread: sent.is_none() && !notified.is_blank(),
        day,
        unsaid: moved.is_none() && meeting.next_set_in_meeting.get().is_none(),
        earliest_working_day: first.and_then(|day| terms.calendar.first_working_day_on_or_after(day).ok()),
        earliest,
        next_on,
        in_time: next_on.zip(first).map(|(next, first)| next >= first),
        send_by: next_on.and_then(|next| send_by(next, length, terms)),
        urgent: meeting.urgent.is(YesNo::Yes),
    })
}

/// The earliest day in time after notice was sent: clear days leave both the day of notice and the
/// day of the meeting out.
fn earliest(sent: NaiveDate, length: Interval, terms: &Terms<'_>) -> Worked {
    let clear = length.quantity > 0 && !terms.reads(ReadingName::NoticeCount, "exclude-notice-day-only");
    match length.after(sent, terms.calendar) {
        Worked::Known { date, working } if clear => Worked::Known { date: add_days(date, 1), working },
        worked => worked,
    }
}

/// The last day on which notice is in time, looked for at most a year back.
fn send_by(next: NaiveDate, length: Interval, terms: &Terms<'_>) -> Option<NaiveDate> {
    let back = std::iter::successors(next.pred_opt(), NaiveDate::pred_opt).take(366);
    let mut found = back.map(|day| (day, earliest(day, length, terms).date()));
    found.find(|(_, first)| first.is_some_and(|first| first <= next)).map(|(day, _)| day)
}
