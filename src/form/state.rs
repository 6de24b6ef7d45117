//! One form: one record, one set of findings, one set of places that were left.

use super::pages::Page;
use super::standing::{HostError, Standing};
use crate::calendar::Calendar;
use crate::protocol::{Finding, Protocol, Terms};
use crate::record::{Place, Record, RowId, RowIds};
use crate::words::{Language, Words};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The person who writes, as the host says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct User {
    /// The host's id.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Role, in the host's words.
    pub role: String,
    /// Agency, in the host's words.
    pub agency: String,
}

/// How the form is laid out.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Everything on one page, every row open: to read through, to print, to compare.
    pub all_open: bool,
    /// Only these questions (`action.what`) and lists (`plan/actions`); all where it is empty.
    pub only: HashSet<String>,
    /// The level of the form's first heading, 1 to 5.
    pub heading: u8,
}

/// What a form begins with.
pub struct Start {
    /// The record.
    pub record: Record,
    /// The packs, composed.
    pub protocol: Protocol,
    /// The working days.
    pub calendar: Calendar,
    /// The day.
    pub today: NaiveDate,
    /// Who writes.
    pub user: User,
    /// Whether it may only be read.
    pub read_only: bool,
    /// The language.
    pub language: Language,
    /// How it is laid out.
    pub layout: Layout,
    /// What new rows' ids begin with; drawn by lot.
    pub ids: String,
    /// What the form tells the threshold.
    pub tell: Box<dyn Fn(Say)>,
    /// The threshold's clock: the time now as ISO text, for a rule that is set aside.
    pub clock: fn() -> String,
}

/// What the form tells the threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Say {
    /// An answer changed. The threshold calls [`Form::look`] when there is time.
    Changed,
    /// Findings are new.
    Looked,
    /// The person wants to hand the record over to be kept, finished or not.
    Keep,
    /// The person has finished and sends the record.
    Send,
    /// The person wants a file of it.
    Export,
}

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
    pub findings: Vec<Arc<Finding>>,
    pub host: Vec<HostError>,
    pub left: HashSet<Place>,
    pub shown: HashMap<Place, ArcRwSignal<Shown>>,
    pub lists: HashMap<&'static str, ArcRwSignal<Vec<RowId>>>,
    pub watched: HashMap<Place, ArcTrigger>,
    pub root: Option<web_sys::Element>,
    pub wanted: Option<Place>,
    pub wanted_heading: Option<&'static str>,
    pub removed: Option<super::rows::Removed>,
    pub tell: Box<dyn Fn(Say)>,
    pub clock: fn() -> String,
}

/// A handle to the form, cheap to copy. Nothing outside `form/` may notice how it keeps what it holds.
#[derive(Clone, Copy)]
pub struct Form {
    pub(super) inner: StoredValue<Inner, LocalStorage>,
    /// The sentences.
    pub words: &'static Words,
    /// Which page is shown.
    pub page: RwSignal<Page>,
    /// The row that is open; at most one, except where everything is.
    pub open: RwSignal<Option<Place>>,
    /// Whether the person has asked to finish: then everything open is shown.
    pub asked: RwSignal<bool>,
    /// Whether the person has tried to send: then the summary says what stops it.
    pub tried: RwSignal<bool>,
    /// Counts the reviews done.
    pub looked: RwSignal<u32>,
    /// Counts the changes of names and rows that links choose among.
    pub named: RwSignal<u32>,
    /// Counts the changes of what rows are linked to.
    pub linked: RwSignal<u32>,
    /// Counts the places that were sought: the focus goes there.
    pub sought: RwSignal<u32>,
    /// Whether the record was sent, and is only shown.
    pub locked: RwSignal<bool>,
    /// Where the form stands with the host.
    pub standing: RwSignal<Standing>,
    /// What was just done, for those who listen.
    pub status: RwSignal<String>,
}

impl Form {
    /// A form of this record. Call it inside the form's own reactive owner.
    pub fn new(start: Start) -> Self {
        let words = Words::of(start.language);
        let page = if start.layout.all_open { Page::All } else { Page::Tasks };
        let inner = Inner {
            record: start.record,
            protocol: start.protocol,
            calendar: start.calendar,
            today: start.today,
            user: start.user,
            read_only: start.read_only,
            ids: RowIds::new(&start.ids),
            layout: start.layout,
            findings: Vec::new(),
            host: Vec::new(),
            left: HashSet::new(),
            shown: HashMap::new(),
            lists: HashMap::new(),
            watched: HashMap::new(),
            root: None,
            wanted: None,
            wanted_heading: None,
            removed: None,
            tell: start.tell,
            clock: start.clock,
        };
        Self {
            inner: StoredValue::new_local(inner),
            words,
            page: RwSignal::new(page),
            open: RwSignal::new(None),
            asked: RwSignal::new(false),
            tried: RwSignal::new(false),
            looked: RwSignal::new(0),
            named: RwSignal::new(0),
            linked: RwSignal::new(0),
            sought: RwSignal::new(0),
            locked: RwSignal::new(false),
            standing: RwSignal::new(Standing::Writing),
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
            let terms = Terms { today: inner.today, calendar: &inner.calendar, protocol: &inner.protocol };
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
        self.inner.update_value(|inner| {
            if let Some(answer) = inner.record.answer_mut(place) {
                answer.write(typed);
            }
        });
        if let Some(watcher) = self.inner.with_value(|inner| inner.watched.get(place).cloned()) {
            watcher.notify();
        }
        self.tell(Say::Changed);
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

    /// Tells the threshold.
    pub fn tell(self, say: Say) {
        self.inner.with_value(|inner| (inner.tell)(say));
    }

    /// Whether nothing may be changed: the host says so, or the record was sent.
    pub fn is_read_only(self) -> bool {
        self.locked.get_untracked() || self.inner.with_value(|inner| inner.read_only)
    }

    /// Whether everything stands on one page.
    pub fn all_open(self) -> bool {
        self.inner.with_value(|inner| inner.layout.all_open)
    }

    /// Whether a question or a list is among those that the host wants.
    pub fn wants(self, key: &str) -> bool {
        self.inner.with_value(|inner| inner.layout.only.is_empty() || inner.layout.only.contains(key))
    }

    /// Goes to a page; a row that was open is closed.
    pub fn go(self, page: Page) {
        self.inner.update_value(|inner| {
            inner.shown.clear();
            inner.watched.clear();
            inner.lists.clear();
        });
        self.open.set(None);
        self.page.set(page);
    }

    /// A heading's element, so many levels below the form's first.
    pub fn h(self, below: u8) -> super::markup::El {
        let level = self.inner.with_value(|inner| inner.layout.heading) + below;
        super::markup::el(match level {
            0 | 1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        })
    }

    /// The words under a key: a council's own, where its pack has some, or ours.
    pub fn label(self, key: &str) -> Cow<'static, str> {
        self.own(key).unwrap_or_else(|| match self.words.say(key) {
            Some(words) => Cow::Borrowed(words),
            None => Cow::Owned(key.to_owned()),
        })
    }

    /// The hint of a question, where there is one.
    pub fn hint(self, key: &str) -> Option<Cow<'static, str>> {
        let key = format!("{key}.hint");
        self.own(&key).or_else(|| self.words.say(&key).map(Cow::Borrowed))
    }

    fn own(self, key: &str) -> Option<Cow<'static, str>> {
        self.inner.with_value(|inner| {
            let (english, welsh) = inner.protocol.label(key)?;
            Some(Cow::Owned(self.words.either(english, welsh).to_owned()))
        })
    }

    /// Who writes, and on what day.
    pub fn author(self) -> (User, NaiveDate) {
        self.inner.with_value(|inner| (inner.user.clone(), inner.today))
    }
}
