//! The calendar: which days are working days, and how many lie between two days.

use super::bank_holidays::{FIRST_YEAR, LAST_YEAR, listed};
use super::{Beyond, FeedError, Holiday, Nation, Span, Title, govuk};
use chrono::{Datelike, NaiveDate, Weekday};

/// The working days of one nation: Monday to Friday less its bank holidays and the days that the
/// council itself is closed. It answers for whole covered years and for nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    nation: Nation,
    spans: Vec<Span>,
    // Weekdays in order, one entry a day, so that a search and a subtraction answer everything.
    holidays: Vec<Holiday>,
}

impl Calendar {
    /// The shipped table: 1 January 2014 to 31 December 2027.
    pub fn built_in(nation: Nation) -> Calendar {
        let holidays = listed(nation).collect();
        Calendar { nation, spans: Span::join(FIRST_YEAR..=LAST_YEAR), holidays }
    }

    /// The shipped table with the host's newer list laid over it.
    ///
    /// `json` is the GOV.UK feed's own text (`bank-holidays.json`, English titles). It covers
    /// 1 January of the first to 31 December of the last year that has events, and replaces
    /// those years whole: a date of the shipped table that the feed leaves out becomes a working
    /// day. Other years keep the shipped table. Years between the two that neither has stay unknown.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the division, each with its place; nothing is taken over
    /// from such a feed. A year with fewer holidays than the law gives the nation is wrong too,
    /// because the missing ones would be counted as working days.
    pub fn from_govuk(json: &str, nation: Nation) -> Result<Calendar, FeedError> {
        let feed = govuk::read(json, nation)?;
        let replaced: Vec<i32> = feed.iter().map(|holiday| holiday.date.year()).collect();
        let listed = listed(nation).filter(|holiday| !replaced.contains(&holiday.date.year()));
        let mut holidays: Vec<Holiday> = listed.collect();
        for holiday in feed {
            holiday.put_among(&mut holidays);
        }
        let (first, last) = (replaced.first().copied(), replaced.last().copied());
        let all = first.map_or(FIRST_YEAR, |first| first.min(FIRST_YEAR))
            ..=last.map_or(LAST_YEAR, |last| last.max(LAST_YEAR));
        let years = all.filter(|year| replaced.contains(year) || (FIRST_YEAR..=LAST_YEAR).contains(year));
        Ok(Calendar { nation, spans: Span::join(years), holidays })
    }

    /// The same calendar with days on which the council counts no working day. A day at a
    /// weekend, or one that is a holiday already, changes nothing.
    #[must_use]
    pub fn with_closures(mut self, days: impl IntoIterator<Item = NaiveDate>) -> Calendar {
        for date in days.into_iter().filter(|date| is_weekday(*date)) {
            let closure = Holiday { date, title: Title::LocalClosure, substitute: false };
            closure.put_among(&mut self.holidays);
        }
        self
    }

    /// Whose holidays these are.
    pub const fn nation(&self) -> Nation {
        self.nation
    }

    /// The covered years in order: one span, unless a feed leaves a gap after the shipped table.
    pub fn covered(&self) -> &[Span] {
        &self.spans
    }

    /// Whether the day is a working day; `None` outside the covered years.
    pub fn is_working_day(&self, date: NaiveDate) -> Option<bool> {
        self.span_of(date).ok().map(|_| self.works(date))
    }

    /// The holiday or closure on that weekday, if there is one. At a weekend there is none: a
    /// holiday that falls there is listed on its substitute day.
    pub fn holiday(&self, date: NaiveDate) -> Option<&Holiday> {
        let place = self.holidays.binary_search_by_key(&date, |holiday| holiday.date).ok()?;
        self.holidays.get(place)
    }

    /// Working days after `after`, up to and with `through`; none where `through` is not later.
    ///
    /// # Errors
    ///
    /// How far the table reaches, where one of those days is not covered.
    pub fn working_days_between(&self, after: NaiveDate, through: NaiveDate) -> Result<u32, Beyond> {
        let first = match after.succ_opt() {
            Some(first) if first <= through => first,
            _ => return Ok(0),
        };
        let span = self.span_of(first)?;
        if through > span.last {
            return Err(Beyond::Past(span.last));
        }
        let weekdays = weekdays_up_to(through) - weekdays_up_to(after);
        let holidays = self.holidays_in(first, through).len();
        Ok(u32::try_from(weekdays).unwrap_or(0).saturating_sub(count(holidays)))
    }

    /// The day itself if it is a working day, otherwise the next that is.
    ///
    /// # Errors
    ///
    /// How far the table reaches, where it ends before such a day.
    pub fn first_working_day_on_or_after(&self, date: NaiveDate) -> Result<NaiveDate, Beyond> {
        self.working_day_from(date, 0)
    }

    /// The day itself if it is a working day, otherwise the last before it: what is offered
    /// where a deadline falls on a day when nobody works (domain 1.5.1).
    ///
    /// # Errors
    ///
    /// How far the table reaches, where it begins after such a day.
    pub fn last_working_day_on_or_before(&self, date: NaiveDate) -> Result<NaiveDate, Beyond> {
        let span = self.span_of(date)?;
        std::iter::successors(Some(date), NaiveDate::pred_opt)
            .take_while(|day| *day >= span.first)
            .find(|day| self.works(*day))
            .ok_or(Beyond::Before(span.first))
    }

    /// The working day that comes `further` working days after the first on or after `first`.
    pub(super) fn working_day_from(&self, first: NaiveDate, further: u32) -> Result<NaiveDate, Beyond> {
        let span = self.span_of(first)?;
        std::iter::successors(Some(first), NaiveDate::succ_opt)
            .take_while(|day| *day <= span.last)
            .filter(|day| self.works(*day))
            .nth(usize::try_from(further).unwrap_or(usize::MAX))
            .ok_or(Beyond::Past(span.last))
    }

    /// The weekday holidays from `first` to `last`, both included.
    pub(super) fn holidays_in(&self, first: NaiveDate, last: NaiveDate) -> &[Holiday] {
        let from = self.holidays.partition_point(|holiday| holiday.date < first);
        let to = self.holidays.partition_point(|holiday| holiday.date <= last);
        self.holidays.get(from..to).unwrap_or_default()
    }

    fn works(&self, date: NaiveDate) -> bool {
        is_weekday(date) && self.holiday(date).is_none()
    }

    fn span_of(&self, date: NaiveDate) -> Result<Span, Beyond> {
        let span = self.spans.iter().find(|span| span.contains(date));
        span.copied().ok_or_else(|| self.edge_near(date))
    }

    fn edge_near(&self, date: NaiveDate) -> Beyond {
        let earlier = self.spans.iter().rev().find(|span| span.last < date);
        let before = || Beyond::Before(self.spans.first().map_or(date, |span| span.first));
        earlier.map_or_else(before, |span| Beyond::Past(span.last))
    }
}

pub(super) fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}

pub(super) fn is_weekday(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Weekdays from the first Monday of the common era, which was day 1, up to and with the day.
fn weekdays_up_to(date: NaiveDate) -> i32 {
    let days = date.num_days_from_ce();
    days.div_euclid(7) * 5 + days.rem_euclid(7).min(5)
}
