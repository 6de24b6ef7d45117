//! The form's ears: one listener of each kind at the root, whatever the number of questions.
//!
//! A control says in an attribute whose answer it is: `data-ask` (its own), `data-day` (a box of
//! three), `data-many` (a box of several). A button says what it does in `data-act`.

use super::controls::{PARTS, join};
use super::findings::notes_id;
use super::markup::find;
use super::meetings::first_asked;
use super::pages::Page;
use super::state::Form;
use crate::record::{Kind, Place, RowId};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DocumentFragment, Element, Event, HtmlElement, HtmlInputElement};

impl Form {
    /// Something was typed or chosen.
    pub fn heard_input(self, event: &Event) {
        let Some(control) = target(event) else { return };
        if let Some((place, typed)) = typed(&control, event) {
            self.write(&place, &typed);
        }
    }

    /// A control was left: what is found there may be seen.
    pub fn heard_leaving(self, event: &Event) {
        let Some(place) = target(event).and_then(|control| asked_at(&control)) else { return };
        if is_still_within(event, &place) {
            return;
        }
        self.names_changed(place.home);
        if matches!(place.field(), Some(field) if matches!(field.kind, Kind::Link(_))) {
            self.links_changed(place.home);
        }
        self.leave(place);
    }

    /// A button was pressed.
    pub fn heard_press(self, event: &Event) {
        let Some(button) = target(event).and_then(|at| at.closest("[data-act]").ok().flatten()) else {
            return;
        };
        let at = button.get_attribute("data-at").and_then(|at| Place::read(&at));
        match (button.get_attribute("data-act").as_deref(), at) {
            (Some("open"), Some(place)) => self.seek(place),
            (Some("close"), Some(place)) => self.close(place),
            (Some("remove"), Some(place)) => self.remove(&place, &button),
            (Some("undo"), _) => self.put_back(),
            (Some("up"), Some(place)) => self.shift(&place, true, &button),
            (Some("down"), Some(place)) => self.shift(&place, false, &button),
            (Some("go"), Some(place)) => {
                event.prevent_default();
                self.seek(place);
            }
            (Some("add"), _) => self.heard_adding(&button),
            _ => {}
        }
    }

    fn heard_adding(self, button: &Element) {
        let home = button.get_attribute("data-home").and_then(|home| Place::read(&home));
        let under = button.get_attribute("data-under");
        let Some((home, shape)) = home.and_then(|place| Some((place.home, place.shape()?))) else { return };
        let link = under.as_deref().and_then(|under| {
            let (key, to) = under.split_once('=')?;
            Some((shape.field(key)?.1.key, RowId::new(to)?))
        });
        let Some(place) = self.add(home, link.as_ref().map(|(key, to)| (*key, to))) else { return };
        let also = button.get_attribute("data-also");
        let also = also.as_deref().and_then(|also| also.split_once('='));
        if let Some((key, written)) = also.and_then(|(key, written)| Some((shape.field(key)?.1.key, written)))
        {
            self.write(&place.at_key(key), written);
            self.links_changed(place.home);
        }
        match button.closest("[data-lines]").ok().flatten() {
            Some(_) => self.seek_first(place),
            None => self.want(place),
        }
    }

    /// Moves the focus to the first box of a row that stands on this page with its questions.
    pub(super) fn seek_first(self, place: Place) {
        let first = first_asked(place.home);
        self.want(first.map_or(place.clone(), |key| place.at_key(key)));
    }

    /// Moves the focus to the button that does this to a row: what was pressed may be drawn anew.
    pub(super) fn want_act(self, place: Place, act: &'static str) {
        self.inner.update_value(|inner| inner.wanted_act = Some(act));
        self.want(place);
    }

    pub(super) fn want(self, place: Place) {
        self.inner.update_value(|inner| inner.wanted = Some(place));
        self.sought.update(|count| *count = count.wrapping_add(1));
    }

    /// Goes to a place: its page, its row, its box.
    pub fn seek(self, place: Place) {
        if !self.seek_in_copy(&place) {
            self.turn_to(&place);
            self.want(place);
        }
    }

    /// Goes to the page and the row of a place; the focus stays where it is.
    pub fn turn_to(self, place: &Place) {
        let page = match self.page.get_untracked() {
            Page::All => Page::All,
            _ => self.sheet_of(place).map_or(Page::Tasks, Page::Sheet),
        };
        if self.page.get_untracked() != page {
            self.go(page);
        }
        // A copy that somebody looks at stands in the place of the list.
        self.put_copy_away();
        if place.row.is_some() {
            self.set_open(Some(Place { key: None, ..place.clone() }));
        }
    }

    /// Goes where somebody was before the form was begun anew: the page of this name, and the row of a place on it. A
    /// place alone may stand on several.
    pub fn turn_back(self, page: &str, at: Option<&Place>) {
        let page = Page::named(page, self.journey()).filter(|_| !self.all_open());
        if let Some(page) = page {
            self.go(page);
            self.set_open(at.filter(|at| at.row.is_some()).map(|at| Place { key: None, ..at.clone() }));
        } else if let Some(at) = at {
            self.turn_to(at);
        }
    }

    fn close(self, place: Place) {
        self.set_open(None);
        self.look();
        self.want(place);
    }

    /// The element at the place that was sought: its box, its heading, or the whole of it.
    pub(super) fn sought_element(self, root: &Element) -> Option<HtmlElement> {
        let wanted = self.inner.try_update_value(|inner| (inner.wanted.take(), inner.wanted_act.take()));
        let (place, act) = wanted.and_then(|(place, act)| Some((place?, act)))?;
        let act = act.and_then(|act| find(root, &format!("[data-act=\"{act}\"][data-at=\"{place}\"]")));
        if act.is_some() {
            return act;
        }
        let control = self.controls(root, &place).into_iter().next();
        let control = control.and_then(|control| control.dyn_into().ok());
        let rest = [
            format!("[data-heading=\"{place}\"]"),
            format!("[id=\"{place}\"]"),
            format!("[id=\"{}\"]", notes_id(&place.to_string())),
        ];
        control.or_else(|| rest.iter().find_map(|selector| find(root, selector)))
    }

    /// The boxes of a question, as far as they are on the page. Looked up by id: a page may have
    /// thousands of elements, and a selector would read them all.
    pub(super) fn controls(self, root: &Element, place: &Place) -> Vec<Element> {
        let tree = root.get_root_node().dyn_into::<DocumentFragment>().ok().filter(|_| place.key.is_some());
        let Some(control) = tree.and_then(|tree| tree.get_element_by_id(&place.to_string())) else {
            return Vec::new();
        };
        if is_box(&control) {
            return vec![control];
        }
        let Ok(found) = control.query_selector_all("input") else { return Vec::new() };
        (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
    }
}

fn is_box(element: &Element) -> bool {
    matches!(element.local_name().as_str(), "input" | "textarea" | "select")
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()
}

/// The place whose answer a control holds.
fn asked_at(control: &Element) -> Option<Place> {
    let names = ["data-ask", "data-day", "data-many", "data-tick"];
    let several = names.iter().find_map(|name| control.get_attribute(name));
    let own = || is_box(control).then(|| control.id());
    Place::read(&several.or_else(own)?).filter(|place| place.key.is_some())
}

/// The place, and the whole answer as it now stands in the control and its neighbours.
fn typed(control: &Element, event: &Event) -> Option<(Place, String)> {
    let place = asked_at(control)?;
    if control.has_attribute("data-day") {
        return Some((place, day_typed(control)?));
    }
    if control.has_attribute("data-many") {
        return Some((place, many_typed(control)?));
    }
    if control.has_attribute("data-tick") {
        let ticked = control.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked);
        return Some((place, if ticked { event_target_value(event) } else { String::new() }));
    }
    Some((place, event_target_value(event)))
}

fn day_typed(control: &Element) -> Option<String> {
    let group = control.closest(".govuk-date-input").ok()??;
    let inputs = group.query_selector_all("input").ok()?;
    let value = |index: usize| {
        let node = inputs.item(u32::try_from(index).ok()?)?;
        Some(node.dyn_into::<HtmlInputElement>().ok()?.value())
    };
    let parts: Vec<String> = (0..PARTS.len()).filter_map(value).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    Some(join([day, month, year]))
}

fn many_typed(control: &Element) -> Option<String> {
    let group = control.closest(".govuk-checkboxes").ok()??;
    let inputs = group.query_selector_all("input:checked").ok()?;
    let values =
        (0..inputs.length()).filter_map(|index| inputs.item(index)?.dyn_into::<HtmlInputElement>().ok());
    Some(values.map(|input| input.value()).collect::<Vec<_>>().join(","))
}

/// Whether the focus goes to another box of the same question.
pub(super) fn is_still_within(event: &Event, place: &Place) -> bool {
    let next = event.dyn_ref::<web_sys::FocusEvent>().and_then(web_sys::FocusEvent::related_target);
    let next = next.and_then(|next| next.dyn_into::<Element>().ok());
    next.and_then(|next| asked_at(&next)).is_some_and(|next| next == *place)
}
