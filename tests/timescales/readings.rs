//! Figures and readings that a pack may choose, and what each clock says besides its day.

use crate::{day, england, figures, protocol, row};
use team_around::calendar::{Interval, Unit};
use team_around::protocol::pack::{FigureName, Pack};
use team_around::protocol::timescales::Stopped;
use team_around::protocol::{Protocol, Terms, Timescales, timescales};
use team_around::record::codes::IntervalUnit::{Months, WorkingDays};
use team_around::record::codes::YesNo;
use team_around::record::meeting::{Meeting, MeetingStatus};
use team_around::record::{Record, Typed};

/// A plan of Monday 2 March 2026, agreed at a meeting held that day.
fn agreed() -> Record {
    let held = Meeting {
        status: Typed::Given(MeetingStatus::Held),
        on: Typed::Given(day("2026-03-02")),
        plan_agreed: Typed::Given(YesNo::Yes),
        ..row("m1")
    };
    let mut record = Record { meetings: vec![held], ..Record::default() };
    record.plan.start = Typed::Given(day("2026-03-02"));
    record
}

fn at(record: &Record, today: &str, protocol: &Protocol) -> Timescales {
    timescales(record, &Terms { today: day(today), calendar: &england(), protocol, meeting: None })
}

#[test]
fn the_day_counted_from_may_be_day_one() {
    let mut counted = figures(Some((FigureName::Distribution, 20, WorkingDays)));
    let plain = Protocol::of(vec![Pack { figures: counted.clone(), ..Pack::default() }]);
    counted.iter_mut().for_each(|figure| figure.count_anchor_day = Typed::Given(YesNo::Yes));
    let counted = Protocol::of(vec![Pack { figures: counted, ..Pack::default() }]);
    let deadline = |protocol| at(&agreed(), "2026-03-02", protocol).distribution.unwrap().deadline.date();
    assert_eq!(deadline(&plain), Some(day("2026-03-30")));
    assert_eq!(deadline(&counted), Some(day("2026-03-27")));
    let came = at(&agreed(), "2026-03-02", &counted);
    assert_eq!(came.boundary, Some(day("2026-09-01")));
    assert_eq!(came.review.unwrap().due.date(), Some(day("2026-04-12")));
    assert_eq!(came.visits.unwrap().due.date(), Some(day("2026-03-22")));
}

#[test]
fn two_packs_make_the_stricter_figure() {
    let monthly = Pack { figures: figures(Some((FigureName::Review, 1, Months))), ..Pack::default() };
    let both = Protocol::of(vec![Pack { figures: figures(None), ..Pack::default() }, monthly]);
    let review = at(&agreed(), "2026-03-02", &both).review.unwrap();
    assert_eq!(
        (review.interval, review.due.date()),
        (Interval::new(1, Unit::Months), Some(day("2026-04-02")))
    );
}

#[test]
fn a_last_day_on_a_holiday_is_kept_and_the_working_day_before_it_offered() {
    let mut record = agreed();
    let review = Meeting { plan_reviewed: Typed::Given(YesNo::Yes), ..record.meetings[0].clone() };
    record.meetings.push(Meeting { on: Typed::Given(day("2026-04-13")), ..review });
    let review = at(&record, "2026-05-25", &protocol(None, &[])).review.unwrap();
    assert_eq!(
        (review.due.date(), review.last_working_day),
        (Some(day("2026-05-25")), Some(day("2026-05-22")))
    );
    assert_eq!((review.last, review.overdue), (day("2026-04-13"), Some(false)));
}

#[test]
fn what_cannot_be_told_says_why() {
    let hampshire = protocol(None, &[]);
    let mut record = agreed();
    record.plan.start = Typed::Unread("2 Marhc 2026".to_owned());
    let came = at(&record, "2026-03-02", &hampshire);
    assert_eq!((came.plan_start, came.boundary), (None, None));
    assert_eq!((came.review.err(), came.visits.err()), (Some(Stopped::NoStart), Some(Stopped::NoStart)));
    assert!(came.distribution.is_ok());
    let mut record = agreed();
    record.plan.ended_on = Typed::Given(day("2026-06-01"));
    let came = at(&record, "2026-06-01", &hampshire);
    let stopped = [came.review.err(), came.visits.err(), came.notice.err()];
    assert_eq!(stopped, [Some(Stopped::Ended); 3]);
    assert!(came.ended && came.distribution.is_ok());
    let none = at(&agreed(), "2026-03-02", &Protocol::default());
    assert_eq!(
        (none.review.err(), none.visits.err()),
        (Some(Stopped::NothingToCount), Some(Stopped::NothingToCount))
    );
}
