//! One form: one record, one set of findings, one set of places that were left.

use super::controls::Candidates;
use super::meetings::{Kept, Signals, open};
use super::pages::{Journey, Page, Sheet};
use super::standing::{HostError, Standing};
use super::start::{Layout, Say, Start, User};
use super::woken::Woken;
use crate::calendar::Calendar;
use crate::protocol::{Finding, Protocol, Scope, Terms};
use crate::record::{Place, Record, RowId, RowIds, Target};
use crate::words::Words;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The findings at one place that are to be seen there.
pub type Shown = Vec<Arc<Finding>>;

pub(super) struct Inner {
    pub record: Record,
    pub protocol: Protocol,
    pub calendar: Calendar,
    pub today: NaiveDate,
    pub user: User,
    pub read_only: bool,
    pub ids: RowIds,
    pub layout: Layout,
    pub journey: &'static Journey,
    pub own: Option<RowId>,
    pub in_one: bool,
    pub kept: Kept,
    pub changes: u32,
    pub handed: u32,
    pub findings: Vec<Arc<Finding>>,
    pub host: Vec<HostError>,
    pub left: HashSet<Place>,
    pub shown: HashMap<Place, ArcRwSignal<Shown>>,
    pub lists: HashMap<&'static str, ArcRwSignal<Vec<RowId>>>,
    pub open: Option<Place>,
    pub opened: HashMap<Place, ArcRwSignal<bool>>,
    pub watched: HashMap<Place, ArcTrigger>,
    pub woken: Woken,
    pub candidates: HashMap<Target, ArcMemo<Candidates>>,
    pub root: Option<web_sys::Element>,
    pub wanted: Option<Place>,
    pub wanted_act: Option<&'static str>,
    pub wanted_heading: Option<&'static str>,
    pub removed: Option<super::removing::Removed>,
    pub tell: Box<dyn Fn(Say)>,
    pub clock: fn() -> String,
}

impl Inner {
    /// Whether this document answers for what a finding says.
    pub fn answers_for(&self, finding: &Finding) -> bool {
        self.journey.scope.answers_for(finding)
    }

    /// The meeting that the form is about, or whose report it is.
    pub fn meeting(&self) -> Option<&RowId> {
        let own = self.own.as_ref()?;
        match self.journey.scope {
            Scope::Plan => None,
            Scope::Meeting => Some(own),
            Scope::Report => self.record.reports.iter().find(|row| row.id == *own)?.meeting.id(),
        }
    }
}

/// A handle to the form, cheap to copy. Nothing outside `form/` may notice how it keeps what it holds.
#[derive(Clone, Copy)]
pub struct Form {
    pub(super) inner: StoredValue<Inner, LocalStorage>,
    /// The sentences.
    pub words: &'static Words,
    /// Which page is shown.
    pub page: RwSignal<Page>,
    /// Whether the person has asked to finish: then everything open is shown.
    pub asked: RwSignal<bool>,
    /// Whether the person has tried to send: then the summary says what stops it.
    pub tried: RwSignal<bool>,
    /// Counts the reviews done.
    pub looked: RwSignal<u32>,
    /// Counts the places that were sought: the focus goes there.
    pub sought: RwSignal<u32>,
    /// Whether the record was sent, and is only shown.
    pub locked: RwSignal<bool>,
    /// Where the form stands with the host.
    pub standing: RwSignal<Standing>,
    /// The copy for the family that somebody looks at.
    pub looking: RwSignal<Option<RowId>>,
    /// What only the forms of meetings and reports watch.
    pub(super) meetings: Signals,
    /// What was just done, for those who listen.
    pub status: RwSignal<String>,
}

impl Form {
    /// A form of this record. Call it inside the form's own reactive owner.
    pub fn new(start: Start) -> Self {
        let words = Words::of(start.language);
        let page = if start.layout.all_open { Page::All } else { Page::Tasks };
        let mut record = start.record;
        let kept = Kept::of(&record, start.before);
        let mut ids = RowIds::new(&start.ids);
        let writing = (!start.read_only).then_some(&mut ids);
        let own = open(&mut record, start.scope, &start.subject, start.today, writing);
        let inner = Inner {
            journey: Journey::of(start.scope),
            own,
            in_one: false,
            kept,
            changes: 0,
            handed: 0,
            record,
            protocol: start.protocol,
            calendar: start.calendar,
            today: start.today,
            user: start.user,
            read_only: start.read_only,
            ids,
            layout: start.layout,
            findings: Vec::new(),
            host: Vec::new(),
            left: HashSet::new(),
            shown: HashMap::new(),
            lists: HashMap::new(),
            open: None,
            opened: HashMap::new(),
            watched: HashMap::new(),
            woken: Woken::default(),
            candidates: HashMap::new(),
            root: None,
            wanted: None,
            wanted_act: None,
            wanted_heading: None,
            removed: None,
            tell: start.tell,
            clock: start.clock,
        };
        Self {
            inner: StoredValue::new_local(inner),
            words,
            page: RwSignal::new(page),
            asked: RwSignal::new(false),
            tried: RwSignal::new(false),
            looked: RwSignal::new(0),
            sought: RwSignal::new(0),
            locked: RwSignal::new(false),
            standing: RwSignal::new(Standing::Writing),
            looking: RwSignal::new(None),
            meetings: Signals::default(),
            status: RwSignal::new(String::new()),
        }
    }

    /// Reads the record.
    pub fn record<T>(self, read: impl FnOnce(&Record) -> T) -> T {
        self.inner.with_value(|inner| read(&inner.record))
    }

    /// The findings of the last review.
    pub fn findings(self) -> Vec<Arc<Finding>> {
        self.inner.with_value(|inner| inner.findings.clone())
    }

    /// The terms of a review now.
    pub fn terms<T>(self, read: impl FnOnce(&Record, &Terms<'_>) -> T) -> T {
        self.inner.with_value(|inner| {
            let terms = Terms {
                today: inner.today,
                calendar: &inner.calendar,
                protocol: &inner.protocol,
                meeting: inner.meeting(),
            };
            read(&inner.record, &terms)
        })
    }

    /// The answer at a place as it stands in its box.
    pub fn written(self, place: &Place) -> String {
        self.record(|record| {
            record.answer(place).map_or_else(String::new, |answer| answer.written().into_owned())
        })
    }

    /// Writes what a person typed, and wakes only what watches this answer.
    pub fn write(self, place: &Place, typed: &str) {
        let followed = self.inner.try_update_value(|inner| {
            inner.record.answer_mut(place)?.write(typed);
            inner.record.follow_progress(place)
        });
        if let Some(outcome) = followed.flatten() {
            self.typed_at(&outcome);
        }
        if let Some(watcher) = self.inner.with_value(|inner| inner.watched.get(place).cloned()) {
            watcher.notify();
        }
        self.typed_at(place);
        self.tell_changed();
    }

    /// The answer at a place, for what must change with it.
    pub fn watch(self, place: &Place) -> String {
        let watcher = self.inner.try_update_value(|inner| {
            inner.watched.entry(place.clone()).or_insert_with(ArcTrigger::new).clone()
        });
        if let Some(watcher) = watcher {
            watcher.track();
        }
        self.written(place)
    }

    /// The pages of this form.
    pub fn journey(self) -> &'static Journey {
        self.inner.with_value(|inner| inner.journey)
    }

    /// Which document of the planning file this is.
    pub fn scope(self) -> Scope {
        self.journey().scope
    }

    /// The row that the form is about.
    pub fn own(self) -> Option<RowId> {
        self.inner.with_value(|inner| inner.own.clone())
    }

    /// The place of the row that the form is about.
    pub fn own_place(self) -> Option<Place> {
        let (home, _) = self.journey().about?;
        Some(Place { home, row: Some(self.own()?), key: None })
    }

    /// The page on which a place stands.
    pub fn sheet_of(self, place: &Place) -> Option<usize> {
        self.inner.with_value(|inner| inner.journey.sheet_of(place, inner.own.as_ref()))
    }

    /// Whether a place stands on a page.
    pub fn stands_on(self, sheet: &'static Sheet, place: &Place) -> bool {
        self.inner.with_value(|inner| inner.journey.stands_on(sheet, place, inner.own.as_ref()))
    }

    /// Whether this document answers for what a finding says.
    pub fn answers_for(self, finding: &Finding) -> bool {
        self.inner.with_value(|inner| inner.answers_for(finding))
    }

    /// Tells the threshold.
    pub fn tell(self, say: Say) {
        if say == Say::Changed {
            self.changed_at_large();
            self.changed();
        }
        self.inner.with_value(|inner| (inner.tell)(say));
    }

    /// Tells the threshold of a change whose rows are known: they were woken, or will be.
    pub(super) fn tell_changed(self) {
        self.changed();
        self.inner.with_value(|inner| (inner.tell)(Say::Changed));
    }

    /// Something is not stored any more as it stands.
    fn changed(self) {
        self.inner.update_value(|inner| inner.changes = inner.changes.wrapping_add(1));
        if self.standing.with_untracked(|standing| matches!(standing, Standing::Kept(_))) {
            self.standing.set(Standing::Writing);
        }
    }

    /// Whether nothing may be changed: the host says so, or the record was sent.
    pub fn is_read_only(self) -> bool {
        self.locked.get_untracked() || !self.may_be_written()
    }

    /// Whether the host lets it be written, also where what was written is sent and only shown.
    pub fn may_be_written(self) -> bool {
        self.inner.with_value(|inner| !inner.read_only)
    }

    /// Whether everything stands on one page.
    pub fn all_open(self) -> bool {
        self.inner.with_value(|inner| inner.layout.all_open)
    }

    /// Whether a question or a list is among those that the host wants.
    pub fn wants(self, key: &str) -> bool {
        self.inner.with_value(|inner| inner.layout.only.is_empty() || inner.layout.only.contains(key))
    }

    /// Who writes, and on what day.
    pub fn author(self) -> (User, NaiveDate) {
        self.inner.with_value(|inner| (inner.user.clone(), inner.today))
    }
}
