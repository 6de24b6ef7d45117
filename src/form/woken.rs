//! Who is told when something changes: the names of rows, what rows hang on, how much is open in each.
//!
//! A page may have hundreds of rows. What is typed in one wakes that row, and those that bear its name.

use super::state::{Form, Inner};
use crate::record::{Kind, Place, Target};
use leptos::prelude::*;
use std::collections::{HashMap, HashSet};

/// Who waits for something about a row or a list.
type Waiting = HashMap<Place, ArcTrigger>;

/// Who waits for what.
#[derive(Default)]
pub(super) struct Woken {
    /// By row: what was said in it.
    rows: Waiting,
    /// By list: what its rows are called.
    names: Waiting,
    /// By list: which place each row has in it.
    order: Waiting,
    /// By list: what its rows hang on.
    links: Waiting,
    /// By row: how many findings are open in it.
    points: HashMap<Place, ArcRwSignal<u32>>,
    /// The rows in which something was typed since the last look.
    typed: HashSet<Place>,
    /// Whether more than that changed.
    more: bool,
}

impl Form {
    /// Wakes what runs now whenever a row's name, or what a card says of the row, may be another.
    pub fn track_row(self, place: &Place) {
        let row = Place { key: None, ..place.clone() };
        let linked = row.shape().into_iter().flat_map(|shape| shape.fields);
        let homes = linked.filter_map(|field| match field.kind {
            Kind::Link(target) | Kind::Links(target) => Some(target.homes()),
            _ => None,
        });
        homes.flatten().for_each(|home| self.track_names(home));
        self.track(|woken| &mut woken.order, Place::home(row.home));
        self.track(|woken| &mut woken.rows, row);
    }

    /// Wakes what runs now whenever the rows of a list may be called otherwise.
    pub fn track_names(self, home: &'static str) {
        self.track(|woken| &mut woken.names, Place::home(home));
    }

    /// Wakes what runs now whenever the rows of a list may hang on others.
    pub fn track_links(self, home: &'static str) {
        self.track(|woken| &mut woken.links, Place::home(home));
    }

    /// What the rows of this list are called may have changed: for those that choose among them.
    pub fn names_changed(self, home: &'static str) {
        if Target::ALL.iter().any(|target| target.homes().contains(&home)) {
            self.wake(|woken| &woken.names, &Place::home(home));
        }
    }

    /// What the rows of this list hang on may have changed.
    pub fn links_changed(self, home: &'static str) {
        self.wake(|woken| &woken.links, &Place::home(home));
    }

    /// The rows of this list have other places in it.
    pub fn order_changed(self, home: &'static str) {
        self.wake(|woken| &woken.order, &Place::home(home));
    }

    /// How many findings are open in a row, now and from now on.
    pub fn points(self, place: &Place) -> ArcRwSignal<u32> {
        let signal = self.inner.try_update_value(|inner| {
            let now = open_in(inner, Some(place)).get(place).copied().unwrap_or_default();
            inner.woken.points.entry(place.clone()).or_insert_with(|| ArcRwSignal::new(now)).clone()
        });
        signal.unwrap_or_default()
    }

    /// Something was typed at a place.
    pub(super) fn typed_at(self, place: &Place) {
        let row = Place { key: None, ..place.clone() };
        self.inner.update_value(|inner| _ = inner.woken.typed.insert(row));
    }

    /// More changed than what was typed at some places.
    pub(super) fn changed_at_large(self) {
        self.inner.update_value(|inner| inner.woken.more = true);
    }

    /// Wakes the rows that changed since this was called last, and the counts that are others by now.
    pub(super) fn wake_rows(self) {
        let rows = self.inner.try_update_value(|inner| {
            let typed = std::mem::take(&mut inner.woken.typed);
            let all = std::mem::take(&mut inner.woken.more);
            let waits = inner.woken.rows.iter().filter(|(row, _)| all || typed.contains(row));
            waits.map(|(_, waiting)| waiting.clone()).collect::<Vec<_>>()
        });
        rows.iter().flatten().for_each(ArcTrigger::notify);
        let counts: Vec<(ArcRwSignal<u32>, u32)> = self.inner.with_value(|inner| {
            let now = open_in(inner, None);
            let counts = inner.woken.points.iter();
            counts.map(|(row, count)| (count.clone(), now.get(row).copied().unwrap_or_default())).collect()
        });
        for (count, now) in counts {
            if count.get_untracked() != now {
                count.set(now);
            }
        }
    }

    /// Nothing of the page that was shown waits any more.
    pub(super) fn forget_waiting(self) {
        self.inner.update_value(|inner| {
            let Woken { typed, more, .. } = std::mem::take(&mut inner.woken);
            inner.woken = Woken { typed, more, ..Woken::default() };
        });
    }

    fn track(self, of: fn(&mut Woken) -> &mut Waiting, place: Place) {
        let waiting =
            self.inner.try_update_value(|inner| of(&mut inner.woken).entry(place).or_default().clone());
        if let Some(waiting) = waiting {
            waiting.track();
        }
    }

    fn wake(self, of: fn(&Woken) -> &Waiting, place: &Place) {
        let waiting = self.inner.with_value(|inner| of(&inner.woken).get(place).cloned());
        if let Some(waiting) = waiting {
            waiting.notify();
        }
    }
}

/// How many findings are open in each row, or in one of them.
fn open_in(inner: &Inner, only: Option<&Place>) -> HashMap<Place, u32> {
    let mut counts = HashMap::new();
    for finding in inner.findings.iter().filter(|finding| finding.is_open() && inner.answers_for(finding)) {
        let row = Place { key: None, ..finding.place.clone() };
        if row.row.is_some() && only.is_none_or(|only| *only == row) {
            *counts.entry(row).or_insert(0) += 1;
        }
    }
    counts
}
