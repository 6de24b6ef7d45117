//! Where what came in differs from what stands here: both beside each other, and a person decides.

use super::contributions::signature;
use crate::form::markup::{El, Node, button, el};
use crate::form::start::Say;
use crate::form::state::Form;
use crate::record::contribution::{Difference, DifferenceDecision};
use crate::record::{CodeSet, Kind, Place, Record, RowId};
use crate::wire::settle;
use crate::words::contents::written_words;
use leptos::prelude::*;

/// What is to be decided, and what was.
pub fn differences(form: Form) -> Node {
    let title = form.words.begin(&form.label("difference.many"));
    let ids: Vec<RowId> = form.record(|record| {
        let mut rows: Vec<&Difference> = record.differences.iter().collect();
        rows.sort_by_key(|row| row.decision.get().is_some());
        rows.into_iter().map(|row| row.id.clone()).collect()
    });
    let section = || {
        el("section")
            .class("ta-list")
            .attr("aria-label", title.clone())
            .with(
                form.h(1)
                    .class("govuk-heading-m")
                    .attr("tabindex", "-1")
                    .attr("data-heading", "differences")
                    .text(title),
            )
            .all(ids.iter().filter_map(|id| difference(form, id)))
    };
    (!ids.is_empty()).then(section).into()
}

/// One difference, as it is shown.
struct Shown {
    name: String,
    ours: String,
    theirs: String,
    from: String,
    is_text: bool,
    decision: Option<DifferenceDecision>,
    decided_by: String,
}

fn shown(form: Form, record: &Record, id: &RowId) -> Option<Shown> {
    let row = record.differences.iter().find(|row| row.id == *id)?;
    let place = Place::read(row.place.trim());
    let field = place.as_ref().and_then(Place::field);
    let told = |written: &str| {
        field.map_or_else(|| written.to_owned(), |field| written_words(form.words, record, field, written))
    };
    Some(Shown {
        name: place.as_ref().map_or_else(|| row.place.to_string(), |place| form.words.place(place, record)),
        ours: or_nothing(form, told(&row.ours)),
        theirs: match row.theirs.is_blank() {
            true => form.label("merging.withdrawn").into_owned(),
            false => or_nothing(form, told(&row.theirs)),
        },
        from: signature(form, record, [&row.by, &row.role], &row.agency, &row.made_on),
        is_text: !row.theirs.is_blank()
            && field.is_some_and(|field| matches!(field.kind, Kind::Line | Kind::Narrative)),
        decision: row.decision.get(),
        decided_by: row.decided_by.to_string(),
    })
}

fn or_nothing(form: Form, said: String) -> String {
    if said.trim().is_empty() { form.label("form.not_answered").into_owned() } else { said }
}

fn difference(form: Form, id: &RowId) -> Option<El> {
    let shown = form.record(|record| shown(form, record, id))?;
    let side = |title: String, text: String| {
        el("div")
            .with(form.h(3).class("govuk-heading-s").text(title))
            .with(el("p").class("govuk-body ta-written").with(el("bdi").text(text)))
    };
    let theirs = form.words.fill("merging.theirs", &[("from", &shown.from)]);
    let sides = el("div")
        .class("ta-sides")
        .with(side(form.label("merging.ours").into_owned(), shown.ours))
        .with(side(theirs, shown.theirs));
    let decided = shown.decision.map(|decision| {
        let what = form.label(&format!("difference-decision.{}", decision.code())).into_owned();
        let facts = [("what", what.as_str()), ("name", shown.decided_by.as_str())];
        el("p").class("govuk-body").text(form.words.fill("merging.decided", &facts))
    });
    Some(
        el("article")
            .class("ta-row")
            .attr("tabindex", "-1")
            .attr("id", format!("differences/{id}"))
            .with(form.h(2).class("ta-row__title ta-row__head").with(el("bdi").text(shown.name.clone())))
            .with(el("div").class("ta-row__body").with(sides).with(decided).with(ways(
                form,
                id,
                shown.is_text,
                &shown.name,
            ))),
    )
}

/// The ways to decide it.
fn ways(form: Form, id: &RowId, is_text: bool, name: &str) -> Option<El> {
    use DifferenceDecision::{KeepBoth, KeepOurs, TakeTheirs};
    let ways = [KeepOurs, TakeTheirs, KeepBoth].into_iter().filter(|way| is_text || *way != KeepBoth);
    let way = |way: DifferenceDecision| {
        let words = form.label(&format!("difference-decision.{}", way.code()));
        let id = id.clone();
        button("govuk-button govuk-button--secondary", words.clone())
            .attr("aria-label", format!("{words}: {name}"))
            .on("click", move |_| form.decide(&id, way))
    };
    (!form.is_read_only()).then(|| el("div").class("govuk-button-group").all(ways.map(way)))
}

impl Form {
    fn decide(self, id: &RowId, decision: DifferenceDecision) {
        let by = self.author().0.name;
        let settled = self
            .inner
            .try_update_value(|inner| settle(&mut inner.record, id, decision, &by))
            .unwrap_or(Ok(()));
        match settled {
            Ok(()) => {
                self.tell(Say::Changed);
                self.look();
                self.again(self.page.get_untracked());
                self.want_heading("differences");
            }
            Err(why) => self.status.set(self.words.label(why.words_key()).to_owned()),
        }
    }
}
