//! The copies for the family: their list, and the place where one is looked at. What is shown there is drawn by
//! what a plan's page fetches when somebody looks (`copy`), so that nobody else waits for it.

use super::markup::{El, Node, button, el};
use super::pages::{PRESSED, Sheet};
use super::rows::list;
use super::start::Say;
use super::state::Form;
use crate::record::sharing::{PreparedCopy, Sharing};
use crate::record::{Day, Place, Record, RowId};
use chrono::NaiveDate;
use leptos::prelude::*;

/// The list of the copies.
pub const HOME: &str = "sharing/copies";
/// Where an approval stands.
pub const APPROVED_BY: &str = "approved_by";

/// Whether a place says who approved a copy, in what role or when.
fn is_of_approval(place: &Place) -> bool {
    place.key.is_some_and(|key| key.starts_with("approved"))
}

/// The list of the copies, or the one that somebody looks at.
pub fn copies(form: Form) -> Node {
    let shown = move || match form.looking.get() {
        None => list(form, HOME),
        Some(_) => looked_at(form),
    };
    el("div").shows(shown).into()
}

/// Where a copy is shown, with the way back.
fn looked_at(form: Form) -> Node {
    let back = button("govuk-back-link ta-link-button", form.label("copies.back"))
        .on("click", move |_| form.look_at_copy(None));
    let coming = el("p").class("govuk-body").attr("role", "status").text(form.label("copies.coming"));
    Node::All(vec![back.into(), el("div").attr("data-copy", "").with(coming).into()])
}

/// What a closed card of a copy says and offers; nothing on the cards of other lists.
pub fn on_card(form: Form, place: &Place) -> Option<El> {
    let id = place.row.clone().filter(|_| place.home == HOME)?;
    let state = form.record(|record| {
        let row = record.sharing.copies.iter().find(|row| row.id == id)?;
        Some(state(form, row))
    })?;
    let look = form.words.fill("copies.look.of", &[("what", &form.name_at(place))]);
    let look = button("govuk-button govuk-button--secondary", form.label("copies.look"))
        .attr("aria-label", look)
        .on("click", move |_| form.look_at_copy(Some(id.clone())));
    Some(el("div").class("ta-row__copy").with(el("p").class("govuk-body").text(state)).with(look))
}

/// How far a copy has come, as far as its own row says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    NotPrepared,
    Waits,
    Approved,
    Over,
    Withdrawn,
}

impl Stage {
    fn of(row: &PreparedCopy, today: NaiveDate) -> Self {
        if !row.withdrawn_on.is_blank() {
            Self::Withdrawn
        } else if row.prepared_on.is_blank() {
            Self::NotPrepared
        } else if row.expires_on.get().is_some_and(|last| today > last) {
            Self::Over
        } else if row.approved_on.is_blank() {
            Self::Waits
        } else {
            Self::Approved
        }
    }
}

/// The same in a sentence.
fn state(form: Form, row: &PreparedCopy) -> String {
    let (key, name, day) = match Stage::of(row, form.author().1) {
        Stage::Withdrawn => ("copies.state.withdrawn", "", &row.withdrawn_on),
        Stage::Over => ("copies.state.over", "", &row.expires_on),
        Stage::Approved => ("copies.state.approved", row.approved_by.trim(), &row.approved_on),
        Stage::Waits => ("copies.state.prepared", row.prepared_by.trim(), &row.prepared_on),
        Stage::NotPrepared => ("copies.state.none", "", &Day::Blank),
    };
    let day = day.get().map(|day| form.words.day(day)).unwrap_or_default();
    form.words.fill(key, &[("name", name), ("day", &day)])
}

/// What there is still to do about copies, for the task of the page on which they stand: no rule asks for it, but a
/// reader waits.
pub fn still_to_do(form: Form, sheet: &'static Sheet) -> Vec<String> {
    if !sheet.homes().any(|home| home == HOME) {
        return Vec::new();
    }
    let (_, today) = form.author();
    let stages = [
        (Stage::Waits, "copies.task.waits"),
        (Stage::NotPrepared, "copies.task.none"),
        (Stage::Over, "copies.task.over"),
    ];
    let told = stages.into_iter().filter_map(|(stage, key)| {
        let here = |row: &&PreparedCopy| Stage::of(row, today) == stage;
        let count = form.record(|record| record.sharing.copies.iter().filter(here).count());
        (count > 0).then(|| form.words.fill(key, &[("n", &count.to_string())]))
    });
    told.collect()
}

impl Form {
    /// Shows a copy in place of the list, or the list again with the focus where it was.
    fn look_at_copy(self, id: Option<RowId>) {
        let before = self.looking.get_untracked();
        self.looking.set(id);
        self.tell(Say::Copy);
        if let Some(before) = before {
            self.want(Place { home: HOME, row: Some(before), key: None });
        }
    }

    /// The person goes elsewhere: the copy is not looked at any more.
    pub fn put_copy_away(self) {
        if self.looking.get_untracked().is_some() {
            self.looking.set(None);
            self.tell(Say::Copy);
        }
    }

    /// Goes to where a copy is looked at, if that is where a place is answered: by what is pressed there.
    pub fn seek_in_copy(self, place: &Place) -> bool {
        let pressed = place.home == PRESSED.0 && place.key.is_some_and(|key| PRESSED.1.contains(&key));
        let asked = self.all_open() || self.sheet_of(place).is_some();
        let Some(id) = place.row.clone().filter(|_| pressed && asked) else { return false };
        if self.looked_at().as_ref() != Some(&id) {
            self.turn_to(&Place::home(HOME));
            self.look_at_copy(Some(id));
        } else if is_of_approval(place) {
            self.want(Place { key: Some(APPROVED_BY), ..place.clone() });
        } else {
            self.want_heading("look");
        }
        true
    }

    /// Where somebody takes an approval back, if that is what a host refused.
    pub fn refused_approval(self, place: &Place) -> Option<Place> {
        let id = place.row.as_ref().filter(|_| place.home == HOME && is_of_approval(place))?;
        let own = |record: &Record| {
            record.sharing.copies.iter().any(|row| row.id == *id && !row.approved_by.is_blank())
        };
        self.record(own).then(|| Place { key: Some(APPROVED_BY), ..place.clone() })
    }

    /// The copy that is looked at; nothing where none is.
    pub fn looked_at(self) -> Option<RowId> {
        self.looking.get_untracked()
    }

    /// What was decided about copies takes the place of what stood here.
    pub fn take_sharing(self, sharing: Sharing) {
        if self.is_read_only() {
            return;
        }
        self.inner.update_value(|inner| {
            inner.record.sharing.copies = sharing.copies;
            inner.record.sharing.choices = sharing.choices;
        });
        self.changed_at_large();
        self.rows_changed(HOME);
        self.rows_changed("sharing/choices");
    }
}
