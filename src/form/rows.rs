//! A list of rows: a card each, one open at a time; adding, removing with undo, moving by buttons.

pub use super::contents::row_name;
use super::contents::row_summary;
use super::findings::Notes;
use super::question::Question;
use super::state::{Form, Say};
use crate::record::{Place, RowId, Shape};
use leptos::prelude::*;
use std::any::Any;

/// A row that was taken out and can be put back.
pub struct Removed {
    home: &'static str,
    index: usize,
    row: Box<dyn Any>,
}

/// Only the rows whose link `key` names this row; `None` for those that name none that exists.
pub type Under = (&'static str, Option<RowId>);

impl Form {
    /// The ids of a list's rows, now and from now on.
    pub fn list(self, home: &'static str) -> ArcRwSignal<Vec<RowId>> {
        let signal = self.inner.try_update_value(|inner| {
            let ids = ids(&inner.record, home);
            inner.lists.entry(home).or_insert_with(|| ArcRwSignal::new(ids)).clone()
        });
        signal.unwrap_or_default()
    }

    /// Adds an empty row at the end and opens it; `under` sets its link.
    pub fn add(self, home: &'static str, under: Option<(&'static str, &RowId)>) -> Option<Place> {
        let place = self.inner.try_update_value(|inner| {
            let id = inner.ids.next_id();
            let rows = inner.record.rows_mut(home)?;
            rows.insert(rows.len(), id.clone());
            let place = Place { home, row: Some(id), key: None };
            if let Some((key, to)) = under {
                inner.record.answer_mut(&place.at_key(key))?.write(to.as_str());
            }
            Some(place)
        })??;
        self.open.set(Some(place.clone()));
        self.rows_changed(home);
        Some(place)
    }

    /// Takes a row out; [`Form::put_back`] undoes it.
    pub fn remove(self, place: &Place) {
        let Some(id) = &place.row else { return };
        let name = self.name_at(place);
        self.inner.update_value(|inner| {
            let taken = inner.record.rows_mut(place.home).and_then(|rows| rows.take(id));
            inner.removed = taken.map(|(index, row)| Removed { home: place.home, index, row });
        });
        self.status.set(self.words.fill("form.removed", &[("what", &name)]));
        self.rows_changed(place.home);
    }

    /// Puts back the row that was last taken out.
    pub fn put_back(self) {
        let home = self.inner.try_update_value(|inner| {
            let removed = inner.removed.take()?;
            inner.record.rows_mut(removed.home)?.put_back(removed.index, removed.row);
            Some(removed.home)
        });
        if let Some(home) = home.flatten() {
            self.status.set(String::new());
            self.rows_changed(home);
        }
    }

    /// Moves a row one place up or down.
    pub fn shift(self, place: &Place, up: bool) {
        let Some(id) = &place.row else { return };
        let name = self.name_at(place);
        let moved = self.inner.try_update_value(|inner| {
            let rows = inner.record.rows_mut(place.home)?;
            let from = rows.position(id)?;
            let to = if up { from.checked_sub(1)? } else { from + 1 };
            rows.shift(id, to).then_some((to + 1, rows.len()))
        });
        if let Some((n, total)) = moved.flatten() {
            let facts = [("what", name.as_str()), ("n", &n.to_string()), ("total", &total.to_string())];
            self.status.set(self.words.fill("form.moved", &facts));
            self.rows_changed(place.home);
        }
    }

    /// What the row at a place is called.
    pub fn name_at(self, place: &Place) -> String {
        self.record(|record| {
            let index = record.rows(place.home).and_then(|rows| rows.position(place.row.as_ref()?));
            let row = record.section(&Place { key: None, ..place.clone() });
            row.map_or_else(String::new, |row| row_name(self.words, record, row, index.unwrap_or_default()))
        })
    }

    fn rows_changed(self, home: &'static str) {
        let now = self.record(|record| ids(record, home));
        let signal = self.inner.with_value(|inner| inner.lists.get(home).cloned());
        if let Some(signal) = signal {
            signal.set(now);
        }
        self.named.update(|count| *count = count.wrapping_add(1));
        self.tell(Say::Changed);
    }
}

fn ids(record: &crate::record::Record, home: &str) -> Vec<RowId> {
    let rows = record.rows(home);
    rows.map_or_else(Vec::new, |rows| {
        (0..rows.len()).filter_map(|index| rows.row(index)?.row_id().cloned()).collect()
    })
}

/// A list with its heading, its cards and the button that adds.
#[component]
pub fn List(form: Form, home: &'static str, #[prop(optional)] under: Option<Under>) -> impl IntoView {
    let shape = Place::home(home).shape()?;
    let many = form.words.label(&format!("{}.many", shape.name)).to_owned();
    let add = form.words.label(&format!("{}.add", shape.name)).to_owned();
    let link = under.as_ref().and_then(|(key, to)| Some(format!("{key}={}", to.as_ref()?)));
    Some(view! {
        <section class="ta-list" aria-label=many.clone()>
            {under.is_none().then(|| view! { <h3 class="govuk-heading-m">{form.words.begin(&many)}</h3> })}
            <Notes form place=Place::home(home)/>
            <Cards form home shape under=under.clone()/>
            {(!form.is_read_only()).then(|| view! {
                <button type="button" class="govuk-button govuk-button--secondary" data-act="add" data-home=home
                    data-under=link>{add}</button>
            })}
        </section>
    })
}

/// The cards of a list.
#[component]
pub fn Cards(form: Form, home: &'static str, shape: &'static Shape, under: Option<Under>) -> impl IntoView {
    let list = form.list(home);
    let shown = move || {
        let ids = list.get();
        let Some(under) = under.clone() else { return ids };
        ids.into_iter().filter(|id| is_under(form, home, id, &under)).collect()
    };
    view! {
        <For each=shown key=|id| id.clone() children=move |id| {
            let place = Place { home, row: Some(id), key: None };
            view! { <Card form place shape/> }
        }/>
    }
}

impl Form {
    /// Whether a row's link names this row, or, for `None`, names no row that exists.
    pub fn links_to(self, home: &'static str, id: &RowId, key: &'static str, to: Option<&RowId>) -> bool {
        is_under(self, home, id, &(key, to.cloned()))
    }
}

fn is_under(form: Form, home: &'static str, id: &RowId, (key, to): &Under) -> bool {
    let place = Place { home, row: Some(id.clone()), key: Some(key) };
    let linked = form.written(&place);
    match to {
        Some(to) => linked == to.as_str(),
        None => form.record(|record| {
            let target = place.field().map(|field| field.kind);
            let homes = match target {
                Some(crate::record::Kind::Link(target)) => target.homes(),
                _ => &[],
            };
            let id = RowId::new(&linked);
            !homes
                .iter()
                .filter_map(|home| record.rows(home))
                .any(|rows| id.as_ref().is_some_and(|id| rows.position(id).is_some()))
        }),
    }
}

/// A row: its card, and when it is open its questions.
#[component]
pub fn Card(form: Form, place: Place, shape: &'static Shape) -> impl IntoView {
    let id = place.to_string();
    let at = place.clone();
    let is_open = move || form.all_open() || form.open.with(|open| open.as_ref() == Some(&at));
    let open = Memo::new(move |_| is_open());
    let (head, body) = (place.clone(), place.clone());
    view! {
        <article class="ta-row" class:ta-row--open=move || open.get() id=id.clone() data-row=id tabindex="-1">
            {move || if open.get() {
                view! { <Questions form place=body.clone() shape/> }.into_any()
            } else {
                view! { <Summary form place=head.clone()/> }.into_any()
            }}
        </article>
    }
}

/// A closed card.
#[component]
fn Summary(form: Form, place: Place) -> impl IntoView {
    let at = place.clone();
    let said = Memo::new(move |_| {
        form.looked.track();
        form.record(|record| {
            let row = record.section(&at)?;
            let index =
                record.rows(at.home).and_then(|rows| rows.position(at.row.as_ref()?)).unwrap_or_default();
            Some((row_name(form.words, record, row, index), row_summary(form.words, record, row)))
        })
        .unwrap_or_default()
    });
    let at = place.clone();
    let open_points = Memo::new(move |_| {
        form.looked.track();
        form.inner.with_value(|inner| {
            let here = |finding: &&std::sync::Arc<crate::protocol::Finding>| {
                finding.is_open() && finding.place.home == at.home && finding.place.row == at.row
            };
            u32::try_from(inner.findings.iter().filter(here).count()).unwrap_or(u32::MAX)
        })
    });
    view! {
        <div class="ta-row__head">
            <h4 class="ta-row__title"><bdi>{move || said.get().0}</bdi></h4>
            <Actions form place/>
        </div>
        <dl class="ta-row__said">
            {move || said.get().1.into_iter().map(|(label, said)| view! {
                <div><dt>{label}</dt><dd><bdi>{said}</bdi></dd></div>
            }).collect::<Vec<_>>()}
        </dl>
        {move || (open_points.get() > 0).then(|| view! {
            <p class="ta-row__points">{form.words.fill("form.findings.count", &[("count", &form.words.count("point", open_points.get()))])}</p>
        })}
    }
}

/// What can be done with a closed card.
#[component]
fn Actions(form: Form, place: Place) -> impl IntoView {
    let id = place.to_string();
    let named = {
        let place = place.clone();
        Memo::new(move |_| {
            form.looked.track();
            form.name_at(&place)
        })
    };
    let buttons: &'static [(&'static str, &'static str)] = if form.is_read_only() {
        &[("open", "form.show")]
    } else {
        &[
            ("open", "form.change"),
            ("up", "form.move_up"),
            ("down", "form.move_down"),
            ("remove", "form.remove"),
        ]
    };
    let buttons = buttons
        .iter()
        .map(|(act, key)| {
            let full = move || form.words.fill(&format!("{key}.of"), &[("what", &named.get())]);
            view! {
                <button type="button" class="ta-link-button" data-act=*act data-at=id.clone() aria-label=full>
                    {form.words.label(key).to_owned()}
                </button>
            }
        })
        .collect_view();
    view! { <div class="ta-row__actions">{buttons}</div> }
}

/// An open row.
#[component]
fn Questions(form: Form, place: Place, shape: &'static Shape) -> impl IntoView {
    let one = form.words.begin(form.words.label(&format!("{}.one", shape.name)));
    let questions = shape
        .fields
        .iter()
        .filter(|field| form.wants(&field.words_key()))
        .map(|field| view! { <Question form place=place.at_key(field.key) field/> })
        .collect_view();
    let (id, at) = (place.to_string(), place.clone());
    view! {
        <div class="ta-row__body" role="group" aria-label=move || form.name_at(&at)>
            <h4 class="ta-row__title" tabindex="-1" data-heading=id.clone()>{one}</h4>
            <Notes form place=place.clone()/>
            {questions}
            {(!form.all_open()).then(|| view! {
                <button type="button" class="govuk-button" data-act="close" data-at=id.clone()>
                    {form.words.label("form.done")}
                </button>
            })}
        </div>
    }
}
