//! Checking before sending: every answer, what is still open by topic, rules set aside, and the send button.

use super::answers::answers;
use super::carried::carried;
use super::findings::note;
use super::markup::{El, Node, button, el};
use super::section::{back, heading};
use super::standing::Standing;
use super::start::Say;
use super::state::Form;
use crate::protocol::{Finding, Severity, Topic};
use crate::record::signoff::Override;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// The last page.
pub fn check(form: Form) -> Node {
    let words = form.words;
    form.ask();
    let all = RwSignal::new(false);
    // What a page only draws of others' answers, as the minute-taker's does, stands with those.
    let sheets = form.journey().sheets.iter().enumerate().filter(|(_, sheet)| sheet.asks());
    let answers = sheets.map(|(index, sheet)| answers(form, index, sheet, all));
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
    let begun = Begun::default();
    // Drawn anew only when what is open has changed: a box that somebody writes in must stay.
    let seen = Memo::new(move |_| {
        form.looked.track();
        let seen = |finding: &Arc<Finding>| {
            form.answers_for(finding) && (finding.is_open() || finding.set_aside.is_some())
        };
        form.findings().into_iter().filter(seen).collect::<Vec<_>>()
    });
    let topics = move || {
        let findings = seen.get();
        if findings.is_empty() {
            return el("p").class("govuk-body").text(words.label("form.findings.none").to_owned()).into();
        }
        let topics = by_topic(&findings).into_iter().map(|(topic, of)| open_topic(form, &begun, topic, of));
        Node::All(std::iter::once(stopping(form, &findings).into()).chain(topics).collect())
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

/// The findings by topic, the gravest first in each; what stops sending comes before all else.
fn by_topic(findings: &[Arc<Finding>]) -> Vec<(Topic, Vec<Arc<Finding>>)> {
    let topics = Topic::ALL.iter().map(|topic| {
        let mut of: Vec<_> = findings.iter().filter(|finding| finding.topic == *topic).cloned().collect();
        of.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        (*topic, of)
    });
    let topics = topics.filter(|(_, of)| !of.is_empty());
    let (mut first, rest): (Vec<_>, Vec<_>) =
        topics.partition(|(_, of)| of.iter().any(|finding| finding.stops()));
    first.extend(rest);
    first
}

/// How much stops sending, so that nobody has to look for it among the rest.
fn stopping(form: Form, findings: &[Arc<Finding>]) -> Option<El> {
    let count = findings.iter().filter(|finding| finding.stops()).count();
    let key = if count == 1 { "form.findings.stopping.one" } else { "form.findings.stopping" };
    let told = || form.words.fill(key, &[("n", &count.to_string())]);
    (count > 0).then(|| el("p").class("govuk-body").text(told()))
}

fn open_topic(form: Form, begun: &Begun, topic: Topic, findings: Vec<Arc<Finding>>) -> Node {
    let title = form.words.label(&format!("topic.{}", topic.name())).to_owned();
    let items = findings.into_iter().map(|finding| open_finding(form, begun, finding));
    let list = el("ul").class("govuk-list ta-open").all(items);
    Node::All(vec![form.h(2).class("govuk-heading-s").text(title).into(), list.into()])
}

/// A finding with the way to its place, and the way to set it aside.
fn open_finding(form: Form, begun: &Begun, finding: Arc<Finding>) -> El {
    let words = form.words;
    let go = button("ta-link-button", words.label("form.go_there").to_owned())
        .attr("data-act", "go")
        .attr("data-at", finding.place.to_string());
    let go = form.sheet_of(&finding.place).map(|_| go);
    let may = (finding.severity == Severity::Must || finding.set_aside.is_some()) && !form.is_read_only();
    let aside = may.then(|| match finding.set_aside {
        Some(_) => again(form, finding.clone()),
        None => set_aside(form, begun, finding.clone()),
    });
    let at = form.record(|record| words.place(&finding.place, record));
    let at = el("p").class("ta-open__where").with(el("bdi").text(at));
    el("li").class("ta-open__item").with(at).with(note(form, finding)).with(go).with(aside)
}

/// What somebody has begun to write about rules that do not fit here, by the rule and its place: the points are drawn anew
/// when one of them is set aside.
type Begun = Rc<RefCell<Vec<(String, Aside)>>>;

/// Why one rule does not fit here, as far as it is written.
#[derive(Clone)]
struct Aside {
    open: ArcRwSignal<bool>,
    texts: [(&'static str, ArcRwSignal<String>); 3],
}

impl Aside {
    fn new(form: Form) -> Self {
        let (user, _) = form.author();
        let texts = [("reason", String::new()), ("name", user.name), ("role", user.role)];
        Self {
            open: ArcRwSignal::new(false),
            texts: texts.map(|(part, text)| (part, ArcRwSignal::new(text))),
        }
    }
}

fn begun_at(form: Form, begun: &Begun, id: &str) -> Aside {
    let mut all = begun.borrow_mut();
    if let Some((_, known)) = all.iter().find(|(known, _)| known == id) {
        return known.clone();
    }
    let new = Aside::new(form);
    all.push((id.to_owned(), new.clone()));
    new
}

/// Records why a rule does not fit here, with name, role and time.
fn set_aside(form: Form, begun: &Begun, finding: Arc<Finding>) -> Node {
    let words = form.words;
    let id = format!("aside/{}/{}", finding.place, finding.rule);
    let Aside { open, texts } = begun_at(form, begun, &id);
    let written = texts.clone();
    let set = move |_| {
        let told = written.each_ref().map(|(_, text)| text.get_untracked());
        if told.iter().all(|text| !text.trim().is_empty()) {
            form.set_aside(&finding, &told);
        } else {
            form.status.set(words.label("form.override.incomplete").to_owned());
        }
    };
    let set = Rc::new(set);
    let (is_open, turned) = (open.clone(), open.clone());
    let toggle = button("ta-link-button", words.label("form.override").to_owned())
        .live("aria-expanded", move || Some(is_open.get().to_string()))
        .on("click", move |_| turned.update(|open| *open = !*open));
    let more = el("div").shows(move || {
        let set = set.clone();
        let boxes = texts.clone();
        let boxes = boxes.map(|(part, text)| override_box(form, &format!("{id}/{part}"), part, text));
        let save = button("govuk-button govuk-button--secondary", words.label("form.override").to_owned());
        let inset = el("div").class("govuk-inset-text");
        let inset =
            inset.with(el("p").class("govuk-body").text(words.label("form.override.meaning").to_owned()));
        open.get().then(|| inset.all(boxes).with(save.on("click", move |event| set(event)))).into()
    });
    Node::All(vec![toggle.into(), more.into()])
}

fn override_box(form: Form, id: &str, part: &str, text: ArcRwSignal<String>) -> El {
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
