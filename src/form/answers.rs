//! What was answered on each page, shown on asking, with the way back to it.

use super::markup::{El, Node, button, el};
use super::pages::{Block, Keys, Page, Sheet};
use super::rows::Under;
use super::state::Form;
use crate::record::{Field, Place, Record, RowId, Section, Slot, State};
use crate::words::contents::{answer_words, row_name};
use leptos::prelude::*;

/// The answers of one page, shown on asking, with the way back to it.
pub fn answers(form: Form, index: usize, sheet: &'static Sheet, all: RwSignal<bool>) -> El {
    let words = form.words;
    let title = form.label(&format!("page.{}", sheet.key));
    let count = form.record(|record| answered(form, record, sheet));
    let open = RwSignal::new(false);
    let show = button(
        "ta-link-button",
        words.fill("form.answers.show", &[("count", &words.count("answer", count))]),
    )
    .live("aria-expanded", move || Some((open.get() || all.get()).to_string()))
    .on("click", move |_| open.update(|open| *open = !*open));
    let change = button("ta-link-button", words.label("form.change").to_owned())
        .attr("aria-label", words.fill("form.change.of", &[("what", &title)]))
        .on("click", move |_| form.go(Page::Sheet(index)));
    let head = el("div").class("govuk-summary-card__title-wrapper");
    let head = head.with(form.h(2).class("govuk-summary-card__title").text(title));
    let head =
        head.with(el("div").with((count > 0).then_some(show)).with((!form.is_read_only()).then_some(change)));
    let content = move || match count {
        0 => el("p").class("govuk-body ta-answers").text(words.label("form.not_answered").to_owned()).into(),
        _ if open.get() || all.get() => answered_groups(form, sheet),
        _ => Node::Nothing,
    };
    el("div").class("govuk-summary-card").with(head).with(el("div").shows(content))
}

fn answered_groups(form: Form, sheet: &'static Sheet) -> Node {
    let own = form.own();
    let hanging = form.hanging();
    let groups: Vec<Group> = form.record(|record| {
        let of = |block| groups(form, record, block, own.as_ref(), hanging.as_ref());
        sheet.blocks.iter().flat_map(of).collect()
    });
    el("div")
        .class("govuk-summary-card__content")
        .all(groups.into_iter().map(|group| answer_group(form, group)))
        .into()
}

/// How many questions of a page have been answered.
fn answered(form: Form, record: &Record, sheet: &'static Sheet) -> u32 {
    let mut count = 0;
    record.each_answer(&mut |place, field, answer| {
        let told = form.journey().tells(place.home, field) && !form.is_prepared(place);
        count += u32::from(answer.state() != State::Blank && told && form.stands_on(sheet, place));
    });
    count
}

/// What was said in one section or row.
struct Group {
    name: Option<String>,
    said: Vec<(String, String)>,
}

fn answer_group(form: Form, group: Group) -> Node {
    let rows = group.said.into_iter().map(|(label, said)| {
        el("div")
            .class("govuk-summary-list__row")
            .with(el("dt").class("govuk-summary-list__key").text(label))
            .with(el("dd").class("govuk-summary-list__value").with(el("bdi").text(said)))
    });
    let name = group.name.map(|name| form.h(3).class("govuk-heading-s").with(el("bdi").text(name)));
    Node::All(vec![name.into(), el("dl").class("govuk-summary-list").all(rows).into()])
}

fn groups(
    form: Form,
    record: &Record,
    block: &'static Block,
    own: Option<&RowId>,
    hanging: Option<&Under>,
) -> Vec<Group> {
    let homes = block.homes();
    match block {
        Block::Own(keys) => {
            let place = form.journey().about.zip(own);
            let place = place.map(|((home, _), id)| Place { home, row: Some(id.clone()), key: None });
            let row = place.and_then(|place| record.section(&place));
            row.map_or_else(Vec::new, |row| group(None, said(form, record, row, Some(keys))))
        }
        Block::Under(home) | Block::Lines(home, _) => rows_said(form, record, home, hanging),
        _ => homes.iter().flat_map(|home| section_said(form, record, home)).collect(),
    }
}

fn group(name: Option<String>, said: Vec<(String, String)>) -> Vec<Group> {
    if said.is_empty() { Vec::new() } else { vec![Group { name, said }] }
}

fn section_said(form: Form, record: &Record, home: &'static str) -> Vec<Group> {
    if record.rows(home).is_some() {
        return rows_said(form, record, home, None);
    }
    let section = record.section(&Place::home(home));
    section.map_or_else(Vec::new, |section| group(None, said(form, record, section, None)))
}

/// What was said in the rows of a list; only in those that hang on a row, where one is given.
fn rows_said(form: Form, record: &Record, home: &'static str, hanging: Option<&Under>) -> Vec<Group> {
    let Some(rows) = record.rows(home) else { return Vec::new() };
    let hangs = |row: &dyn Section| {
        hanging.is_none_or(|(key, to)| {
            let link = row.answer(key).map(|link| link.written().into_owned());
            link.as_deref() == to.as_ref().map(RowId::as_str)
        })
    };
    let each = (0..rows.len()).filter_map(|index| Some((index, rows.row(index)?)));
    each.filter(|(_, row)| hangs(*row))
        .map(|(index, row)| Group {
            name: Some(row_name(form.words, record, row, index)),
            said: said(form, record, row, None),
        })
        .filter(|group| !group.said.is_empty())
        .collect()
}

fn said(form: Form, record: &Record, section: &dyn Section, keys: Option<&Keys>) -> Vec<(String, String)> {
    let home = section.shape().home;
    let shown = |field: &'static Field| {
        keys.is_none_or(|keys| keys.contains(&field.key)) && form.journey().tells(home, field)
    };
    let fields = section.shape().fields.iter().enumerate();
    fields
        .filter_map(|(at, field)| {
            let Some(Slot::Answer(answer)) = section.slot(at).filter(|_| shown(field)) else {
                return None;
            };
            let said = answer_words(form.words, record, field, answer);
            let label = form.words.say(&field.words_key()).unwrap_or(field.key);
            (!said.trim().is_empty()).then(|| (label.to_owned(), said))
        })
        .collect()
}
