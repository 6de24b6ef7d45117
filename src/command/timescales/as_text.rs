//! Timescales as lines for people.

use super::super::about_files;
use super::super::against::packs_in_words;
use super::super::document::Document;
use super::stopped;
use chrono::NaiveDate;
use std::fmt::Write;
use team_around::calendar::Worked;
use team_around::protocol::timescales::{
    Distribution, NoticeClock, Recipient, ReviewClock, Stopped, VisitClock,
};
use team_around::protocol::{Terms, Timescales};
use team_around::record::{Place, RowId};
use team_around::words::Words;

/// What is told of, and in which words.
pub struct Told<'a> {
    /// The plan.
    pub document: &'a Document,
    /// The terms.
    pub terms: Terms<'a>,
    /// The words.
    pub words: &'a Words,
}

impl Told<'_> {
    /// Everything that the timescales say.
    pub fn text(&self, came: &Timescales) -> String {
        let words = self.words;
        let packs = packs_in_words(self.terms.protocol, words);
        let mut text = format!(
            "{}\n{}\n\n",
            words.fill("command.as_of", &[("day", &words.full_day(self.terms.today))]),
            words.fill("command.against", &[("packs", &packs)]),
        );
        self.known_day(&mut text, "", "command.start", came.plan_start);
        self.known_day(&mut text, "", "command.boundary", came.boundary);
        self.section(&mut text, "topic.reviews", &came.review, Self::review);
        self.section(&mut text, "topic.visits", &came.visits, Self::visits);
        self.section(&mut text, "topic.distribution", &came.distribution, Self::distribution);
        self.section(&mut text, "topic.meetings", &came.notice, Self::notice);
        text.push_str(&about_files::below(&self.document.problems, words));
        text
    }

    fn section<T>(
        &self,
        text: &mut String,
        title: &str,
        came: &Result<T, Stopped>,
        tell: impl Fn(&Self, &T, &mut String),
    ) {
        let _ = writeln!(text, "\n{}", self.words.label(title));
        match came {
            Ok(clock) => tell(self, clock, text),
            Err(why) => {
                let key = format!("command.stopped.{}", stopped(*why));
                let _ = writeln!(text, "  {}", self.words.label(&key));
            }
        }
    }

    fn review(&self, clock: &ReviewClock, text: &mut String) {
        let words = self.words;
        self.due(text, "form.timescale.review", &clock.due);
        if let Some(day) = clock.last_working_day.filter(|day| Some(*day) != clock.due.date()) {
            let day = words.full_day(day);
            let _ = writeln!(text, "  {}", words.fill("form.timescale.last_working_day", &[("day", &day)]));
        }
        self.standing(text, clock.overdue, clock.due.date());
        self.last(text, "command.last_review", clock.meeting.is_some(), clock.last);
        let interval = format!("{} ({})", words.length(clock.interval), self.why(clock));
        self.line(text, "command.interval", &interval);
        self.source(text, "review-overdue");
        self.hangs_on(text, clock.unsettled.iter().chain(&clock.undated));
    }

    /// By which rule the interval applies.
    fn why(&self, clock: &ReviewClock) -> String {
        let agreements = &self.document.record.agreements;
        let agreed = clock.agreement.as_ref().and_then(|id| agreements.iter().find(|row| row.id == *id));
        match agreed {
            Some(row) => {
                let day = row.on.get().map(|day| self.words.day(day)).unwrap_or_default();
                let facts = [("name", row.name.trim()), ("role", row.role.trim()), ("day", day.as_str())];
                self.words.fill("command.by.agreed", &facts)
            }
            None if clock.reduced => self.words.label("command.by.longer").to_owned(),
            None if clock.may_be_reduced => self.words.label("command.by.not_agreed").to_owned(),
            None => self.words.label("command.by.first").to_owned(),
        }
    }

    fn visits(&self, clock: &VisitClock, text: &mut String) {
        let words = self.words;
        self.due(text, "form.timescale.visit", &clock.due);
        self.standing(text, clock.overdue, clock.due.date());
        self.last(text, "command.last_visit", clock.visit.is_some(), clock.last);
        let interval = format!("{} ({})", words.length(clock.limit), words.label("command.by.visits"));
        self.line(text, "command.interval", &interval);
        self.source(text, "visit-overdue");
        for gap in &clock.late {
            let (day, due) = (words.full_day(gap.to), words.full_day(gap.due));
            let facts = [("day", day.as_str()), ("due", due.as_str())];
            let _ = writeln!(text, "  {}", words.fill("command.late_visit", &facts));
        }
        self.hangs_on(text, clock.unsettled.iter().chain(&clock.undated));
    }

    fn distribution(&self, clock: &Distribution, text: &mut String) {
        let words = self.words;
        self.line(text, "command.met_on", &words.full_day(clock.held_on));
        self.due(text, "form.timescale.send", &clock.deadline);
        self.standing(text, clock.overdue(), clock.deadline.date());
        self.source(text, "plan-not-distributed");
        let waiting: Vec<String> = clock.recipients.iter().filter_map(|row| self.waiting(row)).collect();
        match waiting.is_empty() {
            true => _ = writeln!(text, "  {}", words.label("command.everybody_has_it")),
            false => self.line(text, "command.no_copy", &waiting.join(", ")),
        }
        if !clock.undecided.is_empty() {
            let names: Vec<String> = clock.undecided.iter().map(|id| self.name(id)).collect();
            let told = words.fill("command.undecided", &[("names", &names.join(", "))]);
            let _ = writeln!(text, "  {told}");
        }
    }

    /// The name of somebody whose copy is not settled.
    fn waiting(&self, row: &Recipient) -> Option<String> {
        use team_around::protocol::timescales::CopyState::Unexplained;
        let name = (row.copy <= Unexplained).then(|| self.name(&row.who))?;
        let child = || self.words.fill("command.copy.child", &[("name", &name)]);
        Some(if row.is_child { child() } else { name })
    }

    fn name(&self, id: &RowId) -> String {
        match self.document.record.name_of(id) {
            "" => format!("{} [{id}]", self.words.label("form.unnamed")),
            name => name.to_owned(),
        }
    }

    fn notice(&self, clock: &NoticeClock, text: &mut String) {
        let words = self.words;
        self.known_day(text, "  ", "command.notice.sent", clock.sent);
        self.due(text, "command.notice.earliest", &clock.earliest);
        self.known_day(text, "  ", "command.notice.next", clock.next_on);
        if let Some(day) = clock.send_by {
            self.line(text, "form.timescale.notice", &words.full_day(day));
        }
        if let Some(in_time) = clock.in_time {
            let key = if in_time { "command.notice.in_time" } else { "command.notice.late" };
            let _ = writeln!(text, "  {}", words.label(key));
        }
        self.source(text, "notice-too-short");
    }

    /// A day with how it was counted, or how far the calendar reaches.
    fn due(&self, text: &mut String, label: &str, day: &Worked) {
        let words = self.words;
        match day {
            Worked::Known { date, working } => {
                self.line(text, label, &words.full_day(*date));
                self.line(text, "form.working", &words.working(working));
            }
            Worked::Unknown(_) => self.line(text, label, words.label("form.working.past_table")),
        }
    }

    fn standing(&self, text: &mut String, overdue: Option<bool>, due: Option<NaiveDate>) {
        let told = match (overdue, due) {
            (Some(true), Some(day)) => self.words.fill("command.overdue", &[("day", &self.words.day(day))]),
            (Some(false), _) => self.words.label("command.in_time").to_owned(),
            _ => self.words.label("form.status.unknown").to_owned(),
        };
        let _ = writeln!(text, "  {told}");
    }

    fn last(&self, text: &mut String, label: &str, is_event: bool, day: NaiveDate) {
        let told = if is_event {
            self.words.full_day(day)
        } else {
            self.words.label("command.from_start").to_owned()
        };
        self.line(text, label, &told);
    }

    /// The documents that ask for it, each with its own word.
    fn source(&self, text: &mut String, rule: &str) {
        let rulings = self.terms.protocol.ruling_of(rule).into_iter();
        for source in rulings.flat_map(|ruling| &ruling.sources) {
            self.line(text, "command.source", &self.words.cited(source));
        }
    }

    fn hangs_on<'a>(&self, text: &mut String, places: impl Iterator<Item = &'a Place>) {
        for place in places {
            let place = self.words.place(place, &self.document.record);
            let _ = writeln!(text, "  {}", self.words.fill("command.hangs_on", &[("place", &place)]));
        }
    }

    fn known_day(&self, text: &mut String, before: &str, label: &str, day: Option<NaiveDate>) {
        let told = day
            .map_or_else(|| self.words.label("form.not_answered").to_owned(), |day| self.words.full_day(day));
        let _ = writeln!(text, "{before}{}: {told}", self.words.label(label));
    }

    fn line(&self, text: &mut String, label: &str, told: &str) {
        let _ = writeln!(text, "  {}: {told}", self.words.label(label));
    }
}
