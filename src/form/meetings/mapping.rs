//! A table that somebody chose: which column is which, and some rows as they would be read, before
//! anything of it is taken.

use super::contributions::told;
use crate::form::controls::option;
use crate::form::markup::{El, Node, button, el};
use crate::form::state::Form;
use crate::form::together::together;
use crate::record::{RowId, Target};
use crate::wire::chronology::{Column, Mapping, Table, import, preview, take_out};
use leptos::prelude::*;

/// How many rows are shown beforehand.
const SHOWN: usize = 5;

/// A table on offer.
pub struct Offer {
    table: Table,
    mapping: Mapping,
    agency: Option<RowId>,
}

/// The table on offer, where there is one.
pub fn offered(form: Form) -> Node {
    form.meetings.offers.track();
    let described =
        form.inner.with_value(|inner| inner.kept.offer.as_ref().map(|offer| offer.table.told(form.words)));
    let Some(described) = described else { return Node::All(vec![told(form), undo(form).into()]) };
    let title = form.label("import.columns");
    el("div")
        .class("govuk-inset-text")
        .with(
            form.h(1)
                .class("govuk-heading-m")
                .attr("tabindex", "-1")
                .attr("data-heading", "offer")
                .text(title),
        )
        .with(el("p").class("govuk-body").text(described))
        .with(agency(form))
        .with(together(form, "ta-line__asked").all(Column::ALL.map(|column| choice(form, column))))
        .with(
            el("div")
                .class("ta-scroll")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", form.label("import.preview"))
                .shows(move || rows(form)),
        )
        .with(ways(form))
        .into()
}

/// Whose chronology it is, where the table itself does not say.
fn agency(form: Form) -> El {
    let chosen =
        form.inner.with_value(|inner| inner.kept.offer.as_ref().and_then(|offer| offer.agency.clone()));
    let rows = form.candidates(Target::Agencies).get_untracked().into_iter().map(|(id, name)| {
        let is_chosen = chosen.as_ref().is_some_and(|chosen| chosen.as_str() == id);
        option(id, name, is_chosen)
    });
    let select = el("select")
        .class("govuk-select")
        .attr("autocomplete", "off")
        .attr("id", "import/whose")
        .with(option("", form.words.label("form.choose_agency").to_owned(), chosen.is_none()))
        .all(rows)
        .on("change", move |event| {
            let agency = RowId::new(&event_target_value(&event));
            form.change_offer(|offer| offer.agency = agency);
        });
    let label = el("label").class("govuk-label").attr("for", "import/whose").text(form.label("import.whose"));
    el("div").class("govuk-form-group").with(label).with(select)
}

/// Which column answers one question.
fn choice(form: Form, column: Column) -> El {
    let id = format!("import/{}", column.name());
    let options = form.inner.with_value(|inner| {
        let offer = inner.kept.offer.as_ref()?;
        let chosen = offer.mapping.get(column);
        let named = offer.table.columns.iter().enumerate().map(|(at, name)| {
            let name = match name.trim() {
                "" => form.words.fill("import.column_number", &[("n", &(at + 1).to_string())]),
                name => name.to_owned(),
            };
            option(at.to_string(), name, chosen == Some(at))
        });
        Some(named.collect::<Vec<El>>())
    });
    let select = el("select")
        .class("govuk-select")
        .attr("autocomplete", "off")
        .attr("id", id.clone())
        .with(option("", form.words.label("import.no_column").to_owned(), false))
        .all(options.unwrap_or_default())
        .on("change", move |event| {
            let to = event_target_value(&event).parse().ok();
            form.change_offer(|offer| offer.mapping.set(column, to));
        });
    let label = form.label(&format!("import.column.{}", column.name()));
    el("div")
        .class("govuk-form-group")
        .with(el("label").class("govuk-label").attr("for", id).text(label))
        .with(select)
}

/// The first rows as they would be read.
fn rows(form: Form) -> Node {
    form.meetings.previewed.track();
    let cells: Vec<[String; 6]> = form.inner.with_value(|inner| {
        let Some(offer) = &inner.kept.offer else { return Vec::new() };
        let shown = preview(&offer.table, &offer.mapping, SHOWN);
        shown.iter().map(|row| row.cells.map(str::to_owned)).collect()
    });
    let head = Column::ALL.map(|column| {
        let name = form.label(&format!("import.column.{}", column.name()));
        el("th").class("govuk-table__header").attr("scope", "col").text(name)
    });
    let row = |cells: [String; 6]| {
        let cell = |cell: String| el("td").class("govuk-table__cell").with(el("bdi").text(cell));
        el("tr").class("govuk-table__row").all(cells.map(cell))
    };
    el("table")
        .class("govuk-table")
        .with(
            el("caption")
                .class("govuk-table__caption govuk-table__caption--s")
                .text(form.label("import.preview")),
        )
        .with(el("thead").class("govuk-table__head").with(el("tr").class("govuk-table__row").all(head)))
        .with(el("tbody").class("govuk-table__body").all(cells.into_iter().map(row)))
        .into()
}

/// The way back from a table whose rows were added.
fn undo(form: Form) -> Option<El> {
    let added = form.inner.with_value(|inner| inner.kept.imported.len());
    let label = || form.words.fill("import.undo", &[("n", &added.to_string())]);
    let undo = || button("ta-link-button", label()).on("click", move |_| form.take_out());
    (added > 0).then(|| el("p").class("govuk-body").with(undo()))
}

fn ways(form: Form) -> El {
    let take = button("govuk-button", form.label("import.take")).on("click", move |_| form.take_offer());
    let leave = button("ta-link-button", form.label("import.leave")).on("click", move |_| form.leave_offer());
    el("div").class("govuk-button-group").with(take).with(leave)
}

impl Form {
    /// Offers a table that somebody chose, or says why it cannot be read.
    pub fn offer(self, bytes: &[u8]) {
        if self.is_read_only() {
            return;
        }
        // The way back is from the last file alone.
        self.inner.update_value(|inner| inner.kept.imported.clear());
        match Table::read(bytes) {
            Err(refused) => {
                self.meetings.told.set(vec![refused.sentence(self.words)]);
                self.leave_offer();
                self.want_heading("told");
            }
            Ok(table) => {
                let mapping = Mapping::guess(&table);
                self.meetings.told.set(Vec::new());
                self.inner
                    .update_value(|inner| inner.kept.offer = Some(Offer { table, mapping, agency: None }));
                self.meetings.offers.update(|count| *count = count.wrapping_add(1));
                self.want_heading("offer");
            }
        }
    }

    fn change_offer(self, change: impl FnOnce(&mut Offer)) {
        self.inner.update_value(|inner| {
            if let Some(offer) = &mut inner.kept.offer {
                change(offer);
            }
        });
        self.meetings.previewed.update(|count| *count = count.wrapping_add(1));
    }

    fn take_offer(self) {
        let imported = self.inner.try_update_value(|inner| {
            let offer = inner.kept.offer.take()?;
            let (agency, before) = (offer.agency.as_ref(), inner.record.chronology.len());
            let imported = import(&mut inner.record, &offer.table, &offer.mapping, agency, &mut inner.ids);
            inner.kept.imported = inner.record.chronology.iter().skip(before).cloned().collect();
            Some(imported)
        });
        if let Some(imported) = imported.flatten() {
            self.meetings.told.set(imported.sentences(self.words));
            self.leave_offer();
            self.chronology_changed();
            self.look();
            self.want_heading("told");
        }
    }

    /// Takes out again what the last table added, but for what somebody has written in since.
    fn take_out(self) {
        let gone = self.inner.try_update_value(|inner| {
            let added = std::mem::take(&mut inner.kept.imported);
            take_out(&mut inner.record, &added)
        });
        let Some([gone, stay]) = gone else { return };
        let said = |key, n: usize| self.words.fill(key, &[("n", &n.to_string())]);
        let stays = (stay > 0).then(|| said("import.written_since", stay));
        self.meetings.told.set([said("import.taken_out", gone)].into_iter().chain(stays).collect());
        self.leave_offer();
        self.chronology_changed();
        self.look();
        self.want_heading("told");
    }

    fn leave_offer(self) {
        self.inner.update_value(|inner| inner.kept.offer = None);
        self.meetings.offers.update(|count| *count = count.wrapping_add(1));
    }
}
