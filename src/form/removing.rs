//! Taking a row out, and putting it back. In the place where it stood stands what was taken out, with the way back.

use super::markup::{El, button, el};
use super::moving::among;
use super::rows::{Under, keys_under};
use super::state::Form;
use crate::record::{Place, RowId};
use leptos::prelude::{Set, UpdateValue, WithUntracked, WithValue};
use std::any::Any;
use web_sys::Element;

/// A row that was taken out and can be put back.
pub struct Removed {
    place: Place,
    name: String,
    index: usize,
    row: Box<dyn Any>,
    gap: Option<Gap>,
}

/// Where it stood on the page.
struct Gap {
    under: Option<Under>,
    after: Option<RowId>,
    /// The key of what stands there instead.
    key: RowId,
}

impl Removed {
    /// The row, where the way back does not stand in its place.
    pub fn elsewhere(&self) -> Option<&Place> {
        Some(&self.place).filter(|_| self.gap.is_none())
    }
}

impl Form {
    /// Takes a row out whose button was pressed; [`Form::put_back`] undoes it.
    pub fn remove(self, place: &Place, button: &Element) {
        let Some(id) = &place.row else { return };
        let name = self.name_at(place);
        let stood = among(button, place).map(|under| {
            let shown = self.standing_together(place.home, under.as_ref());
            let before = shown.iter().position(|row| row == id).and_then(|at| at.checked_sub(1));
            (under, before.and_then(|at| shown.get(at).cloned()))
        });
        let earlier = self.inner.try_update_value(|inner| {
            let gap = stood.map(|(under, after)| Gap { under, after, key: inner.ids.next_id() });
            let taken = inner.record.rows_mut(place.home).and_then(|rows| rows.take(id));
            let (place, name) = (place.clone(), name.clone());
            let removed = taken.map(|(index, row)| Removed { place, name, index, row, gap });
            std::mem::replace(&mut inner.removed, removed)
        });
        let earlier = earlier.flatten().map(|earlier| earlier.place.home);
        if let Some(home) = earlier.filter(|home| *home != place.home) {
            self.rows_changed(home);
        }
        self.status.set(self.words.fill("form.removed", &[("what", &name)]));
        self.rows_changed(place.home);
        self.order_changed(place.home);
        self.want_act(place.clone(), "undo");
    }

    /// What was said of the page that is left is said no longer, but for what stands beside a way back.
    pub(super) fn hush(self) {
        let elsewhere = self.inner.with_value(|inner| inner.removed.as_ref()?.elsewhere().cloned());
        if elsewhere.is_none() && !self.status.with_untracked(String::is_empty) {
            self.status.set(String::new());
        }
    }

    /// Puts back the row that was last taken out.
    pub fn put_back(self) {
        let back = self.inner.try_update_value(|inner| {
            let Removed { place, name, index, row, .. } = inner.removed.take()?;
            inner.record.rows_mut(place.home)?.put_back(index, row);
            Some((place, name))
        });
        if let Some((place, name)) = back.flatten() {
            self.status.set(self.words.fill("form.put_back", &[("what", &name)]));
            self.rows_changed(place.home);
            self.order_changed(place.home);
            self.want(place);
        }
    }
}

/// The ids of the rows that stand together, now and from now on, with a key for the one that was taken out of them.
pub fn keys_with_gap(
    form: Form,
    home: &'static str,
    under: Option<Under>,
) -> impl Fn() -> Vec<RowId> + 'static {
    let keys = keys_under(form, home, under.clone());
    move || {
        let mut keys = keys();
        form.inner.with_value(|inner| {
            let removed = inner.removed.as_ref().filter(|removed| removed.place.home == home);
            let gap = removed.and_then(|removed| removed.gap.as_ref());
            if let Some(gap) = gap.filter(|gap| gap.under == under) {
                let after = gap.after.as_ref().and_then(|id| keys.iter().position(|key| key == id));
                keys.insert(after.map_or(0, |at| at + 1), gap.key.clone());
            }
        });
        keys
    }
}

/// What stands in the place of the row that was taken out, where this is its key.
pub fn gap(form: Form, key: &RowId) -> Option<El> {
    let (place, name) = form.inner.with_value(|inner| {
        let removed = inner.removed.as_ref()?;
        let here = removed.gap.as_ref().is_some_and(|gap| gap.key == *key);
        here.then(|| (removed.place.clone(), removed.name.clone()))
    })?;
    let told = form.words.fill("form.removed", &[("what", &name)]);
    let told = el("p").class("govuk-body").with(el("bdi").text(told));
    Some(el("div").class("ta-row ta-row--removed").with(told).with(undo(form, &place)))
}

/// The way back.
pub fn undo(form: Form, place: &Place) -> El {
    let text = form.words.label("form.undo").to_owned();
    button("ta-link-button", text).attr("data-act", "undo").attr("data-at", place.to_string())
}
