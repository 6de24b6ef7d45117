//! Timescales as JSON. A day that is not known is `null`.

use super::super::about_files;
use super::super::against::packs_json;
use super::super::document::Document;
use super::stopped;
use serde_json::{Map, Value, json};
use team_around::calendar::{Interval, Worked};
use team_around::protocol::timescales::{
    CopyState, Distribution, NoticeClock, Recipient, ReviewClock, Stopped, VisitClock,
};
use team_around::protocol::{Terms, Timescales};
use team_around::wire::working_json;
use team_around::words::Words;

/// Everything that the timescales say.
pub fn told(came: &Timescales, document: &Document, terms: &Terms<'_>, words: &Words) -> Value {
    json!({
        "as_of": written(terms.today),
        "protocol": packs_json(terms.protocol),
        "plan_start": came.plan_start.map(written),
        "boundary": came.boundary.map(written),
        "ended": came.ended,
        "review": or_stopped(&came.review, |clock| review(clock, words)),
        "visits": or_stopped(&came.visits, |clock| visits(clock, words)),
        "distribution": or_stopped(&came.distribution, |clock| distribution(clock, words)),
        "notice": or_stopped(&came.notice, |clock| notice(clock, words)),
        "problems": about_files::to_json(&document.problems, words),
    })
}

fn written(what: impl ToString) -> String {
    what.to_string()
}

fn or_stopped<T>(came: &Result<T, Stopped>, told: impl Fn(&T) -> Value) -> Value {
    match came {
        Ok(clock) => told(clock),
        Err(why) => json!({ "stopped": stopped(*why) }),
    }
}

fn interval(interval: Interval) -> Value {
    json!({ "quantity": interval.quantity, "unit": interval.unit, "count_anchor_day": interval.count_anchor_day })
}

/// A day under this name with its `working`; `null` with the edge of the calendar where it lies past that.
fn with_day(name: &str, day: &Worked, words: &Words, rest: Value) -> Value {
    let mut members = Map::new();
    members.insert(name.to_owned(), day.date().map(written).into());
    let (key, how) = match day {
        Worked::Known { working, .. } => ("working", working_json(working, words)),
        Worked::Unknown(beyond) => ("calendar_known_to", Value::from(written(beyond.edge()))),
    };
    members.insert(key.to_owned(), how);
    if let Value::Object(rest) = rest {
        members.extend(rest);
    }
    Value::Object(members)
}

fn review(clock: &ReviewClock, words: &Words) -> Value {
    let rest = json!({
        "last_working_day": clock.last_working_day.map(written),
        "overdue": clock.overdue,
        "last": written(clock.last),
        "meeting": clock.meeting.as_ref().map(written),
        "interval": interval(clock.interval),
        "reduced": clock.reduced,
        "agreement": clock.agreement.as_ref().map(written),
        "may_be_reduced": clock.may_be_reduced,
        "unsettled": clock.unsettled.as_ref().map(written),
        "undated": clock.undated.as_ref().map(written),
    });
    with_day("due", &clock.due, words, rest)
}

fn visits(clock: &VisitClock, words: &Words) -> Value {
    let late = clock.late.iter().map(|gap| {
        json!({ "visit": written(&gap.visit), "from": written(gap.from), "to": written(gap.to),
                "due": written(gap.due), "limit": interval(gap.limit) })
    });
    let rest = json!({
        "overdue": clock.overdue,
        "last": written(clock.last),
        "visit": clock.visit.as_ref().map(written),
        "interval": interval(clock.limit),
        "late": late.collect::<Vec<_>>(),
        "unsettled": clock.unsettled.as_ref().map(written),
        "undated": clock.undated.as_ref().map(written),
    });
    with_day("due", &clock.due, words, rest)
}

fn distribution(clock: &Distribution, words: &Words) -> Value {
    let rest = json!({
        "overdue": clock.overdue(),
        "passed": clock.passed,
        "soon": clock.soon,
        "meeting": written(&clock.meeting),
        "held_on": written(clock.held_on),
        "recipients": clock.recipients.iter().map(recipient).collect::<Vec<_>>(),
        "undecided": clock.undecided.iter().map(written).collect::<Vec<_>>(),
    });
    with_day("due", &clock.deadline, words, rest)
}

fn recipient(row: &Recipient) -> Value {
    let (copy, sent_on) = match row.copy {
        CopyState::NotYet => ("not-yet", None),
        CopyState::Unexplained => ("unexplained", None),
        CopyState::SentUndated => ("sent", None),
        CopyState::Withheld => ("withheld", None),
        CopyState::Sent(day) => ("sent", Some(written(day))),
    };
    json!({ "who": written(&row.who), "child": row.is_child, "copy": copy, "sent_on": sent_on,
            "place": row.row.as_ref().map(written) })
}

fn notice(clock: &NoticeClock, words: &Words) -> Value {
    let rest = json!({
        "earliest_working_day": clock.earliest_working_day.map(written),
        "next_on": clock.next_on.map(written),
        "in_time": clock.in_time,
        "send_by": clock.send_by.map(written),
        "sent": clock.sent.map(written),
        "meeting": written(&clock.meeting),
        "urgent": clock.urgent,
    });
    with_day("earliest", &clock.earliest, words, rest)
}
