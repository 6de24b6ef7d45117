//! Moving a row by buttons: past the next row that stands in the same list on the page.
//!
//! Actions are one list of the record and stand under many outcomes on the page. A press that moved one past rows under
//! other outcomes would seem to do nothing.

use super::rows::Under;
use super::state::Form;
use crate::record::{Place, RowId};
use leptos::prelude::{Set, UpdateValue, untrack};
use web_sys::Element;

/// The attribute by which rows that stand together say of which list they are, and what they hang on: `list`, or
/// `list key=id` with no id for what hangs on nothing that is there.
pub const AMONG: &str = "data-among";

/// What rows that stand together say.
pub fn among_text(home: &str, under: Option<&Under>) -> String {
    match under {
        Some((key, to)) => format!("{home} {key}={}", to.as_ref().map(RowId::as_str).unwrap_or_default()),
        None => home.to_owned(),
    }
}

/// What the rows hang on among which an element of this row stands: nothing where they are the whole list, and nothing
/// at all where they do not stand together.
pub fn among(element: &Element, place: &Place) -> Option<Option<Under>> {
    let text = element.closest(&format!("[{AMONG}]")).ok()??.get_attribute(AMONG)?;
    if text == place.home {
        return Some(None);
    }
    let (key, to) = text.strip_prefix(place.home)?.strip_prefix(' ')?.split_once('=')?;
    Some(Some((place.shape()?.field(key)?.1.key, RowId::new(to))))
}

impl Form {
    /// Moves a row past the one that stands before or after it among the rows that hang on the same.
    pub fn shift(self, place: &Place, up: bool, button: &Element) {
        let Some(id) = &place.row else { return };
        let shown = self.standing_together(place.home, among(button, place).flatten().as_ref());
        let at = shown.iter().position(|row| row == id);
        let to = at.and_then(|at| if up { at.checked_sub(1) } else { Some(at + 1) });
        let Some((to, past)) = to.and_then(|to| Some((to, shown.get(to)?))) else { return };
        let name = self.name_at(place);
        let moved = self.inner.try_update_value(|inner| {
            let rows = inner.record.rows_mut(place.home)?;
            let to = rows.position(past)?;
            Some(rows.shift(id, to))
        });
        if moved.flatten() == Some(true) {
            let (n, total) = ((to + 1).to_string(), shown.len().to_string());
            let facts = [("what", name.as_str()), ("n", &n), ("total", &total)];
            self.status.set(self.words.fill("form.moved", &facts));
            self.rows_changed(place.home);
            self.order_changed(place.home);
            self.want_act(place.clone(), if up { "up" } else { "down" });
        }
    }

    /// The rows of a list that stand together on the page: all of them, or those that hang on the same.
    pub(super) fn standing_together(self, home: &'static str, under: Option<&Under>) -> Vec<RowId> {
        match under {
            Some((key, to)) => untrack(|| self.linked(home, key, to.as_ref())),
            None => self.without_others(home, self.record(|record| super::rows::ids(record, home))),
        }
    }
}
