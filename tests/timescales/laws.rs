//! What must hold whatever the dates.

use crate::{day, england, protocol, row};
use chrono::NaiveDate;
use proptest::prelude::*;
use team_around::calendar::add_days;
use team_around::protocol::timescales::LateGap;
use team_around::protocol::{Terms, timescales};
use team_around::record::codes::YesNo;
use team_around::record::meeting::{Meeting, MeetingStatus};
use team_around::record::professionals::{Professional, ProfessionalRole};
use team_around::record::signoff::{Agreement, AgreementKind};
use team_around::record::visits::{Visit, VisitFormat, VisitResult};
use team_around::record::{Link, Record, RowId, Typed};

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u32..365 * 200 + 48).prop_map(|days| add_days(day("1900-01-01"), days))
}

/// Days close enough together that one is often in time for another.
fn near_day() -> impl Strategy<Value = NaiveDate> {
    (0_u32..700).prop_map(|days| add_days(day("2025-01-01"), days))
}

fn typed(day: impl Strategy<Value = NaiveDate>) -> impl Strategy<Value = Typed<NaiveDate>> {
    prop_oneof![
        12 => day.prop_map(Typed::Given),
        1 => Just(Typed::Blank),
        1 => Just(Typed::Unread("31/02/2026".to_owned())),
    ]
}

fn said<T: Clone + std::fmt::Debug + 'static>(usual: T, other: T) -> impl Strategy<Value = Typed<T>> {
    prop_oneof![8 => Just(Typed::Given(usual)), 1 => Just(Typed::Given(other)), 1 => Just(Typed::Blank)]
}

fn meeting(day: impl Strategy<Value = NaiveDate> + Clone) -> impl Strategy<Value = Meeting> {
    let status = said(MeetingStatus::Held, MeetingStatus::Planned);
    let next = (typed(day.clone()), typed(day.clone()), said(YesNo::No, YesNo::Yes));
    (typed(day), status, said(YesNo::Yes, YesNo::No), next).prop_map(|(on, status, plan_reviewed, next)| {
        let (next_on, notice_sent_on, next_set_in_meeting) = next;
        Meeting {
            on,
            status,
            plan_reviewed,
            next_on,
            notice_sent_on,
            next_set_in_meeting,
            ..Meeting::default()
        }
    })
}

fn visit(day: impl Strategy<Value = NaiveDate>) -> impl Strategy<Value = Visit> {
    let result = said(VisitResult::Completed, VisitResult::Refused);
    let format = said(VisitFormat::InPerson, VisitFormat::Virtual);
    (typed(day), result, format, said(YesNo::Yes, YesNo::No)).prop_map(|(on, result, format, child_seen)| {
        let by = Link::to(&RowId::new("p1").unwrap());
        Visit { on, by, result, format, child_seen, ..Visit::default() }
    })
}

fn agreement(day: impl Strategy<Value = NaiveDate>) -> impl Strategy<Value = Agreement> {
    typed(day).prop_map(|on| Agreement {
        kind: Typed::Given(AgreementKind::ThreeMonthlyReview),
        name: "Eleri Vaughan".into(),
        role: "Team Manager".into(),
        on,
        ..Agreement::default()
    })
}

fn record(day: impl Strategy<Value = NaiveDate> + Clone + 'static) -> impl Strategy<Value = Record> {
    let start = typed(day.clone());
    let meetings = prop::collection::vec(meeting(day.clone()), 0..8);
    let visits = prop::collection::vec(visit(day.clone()), 0..12);
    let agreements = prop::collection::vec(agreement(day), 0..3);
    (start, meetings, visits, agreements).prop_map(|(start, mut meetings, mut visits, mut agreements)| {
        let id = |letter: &str, at: usize| RowId::new(&format!("{letter}{at}")).unwrap();
        meetings.iter_mut().enumerate().for_each(|(at, row)| row.id = id("m", at));
        visits.iter_mut().enumerate().for_each(|(at, row)| row.id = id("v", at));
        agreements.iter_mut().enumerate().for_each(|(at, row)| row.id = id("a", at));
        let worker = Professional { role: Typed::Given(ProfessionalRole::SocialWorker), ..row("p1") };
        let mut record =
            Record { meetings, visits, agreements, professionals: vec![worker], ..Record::default() };
        record.plan.start = start;
        record
    })
}

proptest! {
    #[test]
    fn the_order_of_rows_changes_nothing(
        before in record(near_day().boxed()), today in near_day(), turn in 0_usize..8
    ) {
        let (calendar, protocol) = (england(), protocol(None, &[]));
        let terms = Terms { today, calendar: &calendar, protocol: &protocol, meeting: None };
        let mut after = before.clone();
        after.meetings.reverse();
        after.visits.reverse();
        after.agreements.reverse();
        let turn = turn.min(after.meetings.len());
        after.meetings.rotate_left(turn);
        prop_assert_eq!(timescales(&before, &terms), timescales(&after, &terms));
    }

    #[test]
    fn nothing_is_due_before_what_it_counts_from(record in record(near_day().boxed()), today in near_day()) {
        let (calendar, protocol) = (england(), protocol(None, &[]));
        let came = timescales(&record, &Terms { today, calendar: &calendar, protocol: &protocol, meeting: None });
        if let Ok(review) = came.review {
            let due = review.due.date().unwrap();
            prop_assert!(due >= add_days(review.last, 42), "{:?}", review);
            prop_assert!(!review.reduced || due > add_days(review.last, 42));
            prop_assert!(review.last_working_day.is_none_or(|day| day <= due));
            prop_assert!(review.overdue != Some(true) || today > due);
        }
        if let Ok(visits) = came.visits {
            prop_assert!(visits.due.date().unwrap() >= add_days(visits.last, 21));
            let late = |gap: &LateGap| gap.from <= gap.due && gap.due < gap.to && gap.to <= today;
            prop_assert!(visits.late.iter().all(late));
        }
        if let Ok(notice) = came.notice {
            prop_assert!(notice.earliest.date() > notice.sent.or(Some(today)));
        }
    }

    #[test]
    fn any_dates_can_be_counted(record in record(any_day().boxed()), today in any_day()) {
        let (calendar, protocol) = (england(), protocol(None, &[]));
        let came = timescales(&record, &Terms { today, calendar: &calendar, protocol: &protocol, meeting: None });
        prop_assert_eq!(came.plan_start.is_none(), came.review.is_err());
        prop_assert_eq!(came.plan_start.is_none(), came.visits.is_err());
    }
}
