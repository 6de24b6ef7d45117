//! Checking before sending: every answer, what is still open by topic, rules set aside, and the send button.

use super::carried::carried;
use super::findings::note;
use super::markup::{El, Node, button, el};
use super::pages::{Page, SHEETS, Sheet};
use super::section::{back, heading};
use super::standing::Standing;
use super::state::{Form, Say};
use crate::protocol::{Finding, Severity, Topic};
use crate::record::signoff::Override;
use crate::record::{Place, Record, Section, Slot, State};
use crate::words::contents::{answer_words, row_name};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// The last page.
pub fn check(form: Form) -> Node {
    let words = form.words;
    form.ask();
    let all = RwSignal::new(false);
    let answers = SHEETS.iter().enumerate().map(|(index, sheet)| answers(form, index, sheet, all));
    let show_all = button("ta-link-button", words.label("form.answers.show_all").to_owned())
        .live("aria-pressed", move || Some(all.get().to_string()))
        .on("click", move |_| all.update(|all| *all = !*all));
    let page = el("div")
        .class("ta-page")
        .with(open_points(form))
        .with(form.h(1).class("govuk-heading-m").text(words.label("form.answers").to_owned()))
        .with(show_all)
        .all(answers)
        .with(carried(form))
        .with((!form.is_read_only()).then(|| ways_on(form)));
    Node::All(vec![
        back(form).into(),
        heading(form, form.label(if form.is_read_only() { "form.answers" } else { "form.check_answers" }))
            .into(),
        page.into(),
    ])
}

fn ways_on(form: Form) -> El {
    let words = form.words;
    let sending = move || (form.standing.get() == Standing::Sending).then(|| "true".to_owned());
    let send = button("govuk-button", words.label("form.finish").to_owned()).live("aria-disabled", sending);
    let save = button("govuk-button govuk-button--secondary", words.label("form.save").to_owned());
    el("div")
        .class("govuk-button-group")
        .with(send.on("click", move |_| form.finish()))
        .with(save.on("click", move |_| form.tell(Say::Keep)))
}

/// What is open, by topic, the heaviest first within it.
fn open_points(form: Form) -> El {
    let words = form.words;
    // Drawn anew only when what is open has changed: a box that somebody writes in must stay.
    let seen = Memo::new(move |_| {
        form.looked.track();
        let seen = |finding: &Arc<Finding>| finding.is_open() || finding.set_aside.is_some();
        form.findings().into_iter().filter(seen).collect::<Vec<_>>()
    });
    let topics = move || {
        let findings = seen.get();
        let topics = Topic::ALL.iter().filter_map(|topic| {
            let mut of: Vec<_> = findings.iter().filter(|f| f.topic == *topic).cloned().collect();
            of.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
            (!of.is_empty()).then(|| open_topic(form, *topic, of))
        });
        let topics: Vec<Node> = topics.collect();
        match topics.is_empty() {
            true => el("p").class("govuk-body").text(words.label("form.findings.none").to_owned()).into(),
            false => Node::All(topics),
        }
    };
    let title = words.label("form.findings").to_owned();
    el("section")
        .attr("aria-label", title.clone())
        .with(
            form.h(1)
                .class("govuk-heading-m")
                .attr("tabindex", "-1")
                .attr("data-heading", "points")
                .text(title),
        )
        .with(el("div").shows(topics))
}

fn open_topic(form: Form, topic: Topic, findings: Vec<Arc<Finding>>) -> Node {
    let title = form.words.label(&format!("topic.{}", topic.name())).to_owned();
    let items = findings.into_iter().map(|finding| open_finding(form, finding));
    let list = el("ul").class("govuk-list ta-open").all(items);
    Node::All(vec![form.h(2).class("govuk-heading-s").text(title).into(), list.into()])
}

/// A finding with the way to its place, and the way to set it aside.
fn open_finding(form: Form, finding: Arc<Finding>) -> El {
    let words = form.words;
    let go = button("ta-link-button", words.label("form.go_there").to_owned())
        .attr("data-act", "go")
        .attr("data-at", finding.place.to_string());
    let go = super::pages::sheet_of(finding.place.home, finding.place.key).map(|_| go);
    let may = (finding.severity == Severity::Must || finding.set_aside.is_some()) && !form.is_read_only();
    let aside = may.then(|| match finding.set_aside {
        Some(_) => again(form, finding.clone()),
        None => set_aside(form, finding.clone()),
    });
    let at = form.record(|record| words.place(&finding.place, record));
    let at = el("p").class("ta-open__where").with(el("bdi").text(at));
    el("li").class("ta-open__item").with(at).with(note(form, finding)).with(go).with(aside)
}

/// Records why a rule does not fit here, with name, role and time.
fn set_aside(form: Form, finding: Arc<Finding>) -> Node {
    let words = form.words;
    let open = RwSignal::new(false);
    let id = format!("aside/{}/{}", finding.place, finding.rule);
    let (user, _) = form.author();
    let texts = [("reason", String::new()), ("name", user.name), ("role", user.role)];
    let texts = texts.map(|(part, text)| (part, RwSignal::new(text)));
    let set = move |_| {
        let told = texts.map(|(_, text)| text.get_untracked());
        if told.iter().all(|text| !text.trim().is_empty()) {
            form.set_aside(&finding, &told);
        } else {
            form.status.set(words.label("form.override.incomplete").to_owned());
        }
    };
    let set = Rc::new(set);
    let toggle = button("ta-link-button", words.label("form.override").to_owned())
        .live("aria-expanded", move || Some(open.get().to_string()))
        .on("click", move |_| open.update(|open| *open = !*open));
    let more = el("div").shows(move || {
        let set = set.clone();
        let boxes = texts.map(|(part, text)| override_box(form, &format!("{id}/{part}"), part, text));
        let save = button("govuk-button govuk-button--secondary", words.label("form.override").to_owned());
        let inset = el("div").class("govuk-inset-text");
        let inset =
            inset.with(el("p").class("govuk-body").text(words.label("form.override.meaning").to_owned()));
        open.get().then(|| inset.all(boxes).with(save.on("click", move |event| set(event)))).into()
    });
    Node::All(vec![toggle.into(), more.into()])
}

fn override_box(form: Form, id: &str, part: &str, text: RwSignal<String>) -> El {
    let label = form.words.label(&format!("form.override.{part}")).to_owned();
    let input = el("input")
        .class("govuk-input")
        .attr("id", id.to_owned())
        .attr("autocomplete", "off")
        .attr("value", text.get_untracked())
        .on("input", move |event| text.set(event_target_value(&event)));
    let label = el("label").class("govuk-label").attr("for", id.to_owned()).text(label);
    el("div").class("govuk-form-group").with(label).with(input)
}

fn again(form: Form, finding: Arc<Finding>) -> Node {
    let words = form.words.label("form.override.undo").to_owned();
    button("ta-link-button", words).on("click", move |_| form.apply_again(&finding)).into()
}

impl Form {
    /// Sends, where nothing stops it; otherwise the summary says what does.
    fn finish(self) {
        if self.standing.with_untracked(|standing| *standing == Standing::Sending) {
            return;
        }
        self.tried.set(true);
        self.ask();
        if self.stopping() == 0 {
            self.tell(Say::Send);
        } else {
            self.status.set(self.words.label("form.still_stopping").to_owned());
            self.want_heading("summary");
        }
    }

    fn set_aside(self, finding: &Finding, [reason, name, role]: &[String; 3]) {
        self.inner.update_value(|inner| {
            let row = Override {
                id: inner.ids.next_id(),
                rule: finding.rule.into(),
                place: finding.place.to_string().as_str().into(),
                reason: reason.trim().into(),
                name: name.trim().into(),
                role: role.trim().into(),
                at: (inner.clock)().as_str().into(),
                ..Override::default()
            };
            inner.record.overrides.push(row);
        });
        self.tell(Say::Changed);
        self.look();
        self.want_heading("points");
    }

    fn apply_again(self, finding: &Finding) {
        self.inner.update_value(|inner| {
            inner.record.overrides.retain(|row| finding.set_aside.as_ref() != Some(&row.id));
        });
        self.tell(Say::Changed);
        self.look();
        self.want_heading("points");
    }
}

/// The answers of one page, shown on asking, with the way back to it.
fn answers(form: Form, index: usize, sheet: &'static Sheet, all: RwSignal<bool>) -> El {
    let words = form.words;
    let title = form.label(&format!("page.{}", sheet.key));
    let count = form.record(|record| answered(record, sheet));
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
    let head = head.with(el("div").with((count > 0).then_some(show)).with(change));
    let content = move || match count {
        0 => el("p").class("govuk-body ta-answers").text(words.label("form.not_answered").to_owned()).into(),
        _ if open.get() || all.get() => answered_groups(form, sheet),
        _ => Node::Nothing,
    };
    el("div").class("govuk-summary-card").with(head).with(el("div").shows(content))
}

fn answered_groups(form: Form, sheet: &Sheet) -> Node {
    let groups: Vec<Group> =
        form.record(|record| sheet.homes().flat_map(|home| groups(form, record, home)).collect());
    el("div")
        .class("govuk-summary-card__content")
        .all(groups.into_iter().map(|group| answer_group(form, group)))
        .into()
}

/// How many questions of a page have been answered.
fn answered(record: &Record, sheet: &Sheet) -> u32 {
    let mut count = 0;
    record.each_answer(&mut |place, _, answer| {
        let here = answer.state() != State::Blank && sheet.homes().any(|home| home == place.home);
        count += u32::from(here);
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

fn groups(form: Form, record: &Record, home: &'static str) -> Vec<Group> {
    let Some(rows) = record.rows(home) else {
        let section = record.section(&Place::home(home));
        let said = section.map_or_else(Vec::new, |section| said(form, record, section));
        return if said.is_empty() { Vec::new() } else { vec![Group { name: None, said }] };
    };
    let each = (0..rows.len()).filter_map(|index| Some((index, rows.row(index)?)));
    each.map(|(index, row)| Group {
        name: Some(row_name(form.words, record, row, index)),
        said: said(form, record, row),
    })
    .collect()
}

fn said(form: Form, record: &Record, section: &dyn Section) -> Vec<(String, String)> {
    let fields = section.shape().fields.iter().enumerate();
    fields
        .filter_map(|(at, field)| {
            let Some(Slot::Answer(answer)) = section.slot(at) else { return None };
            let said = answer_words(form.words, record, field, answer);
            let label = form.words.say(&field.words_key()).unwrap_or(field.key);
            (!said.trim().is_empty()).then(|| (label.to_owned(), said))
        })
        .collect()
}
