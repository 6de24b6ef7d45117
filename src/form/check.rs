//! Checking before sending: every answer, what is still open by topic, rules set aside, and the send button.

use super::contents::{answer_words, row_name};
use super::findings::{Note, set_aside_words};
use super::pages::{Page, SHEETS, Sheet};
use super::standing::Standing;
use super::state::{Form, Say};
use crate::protocol::{Finding, Severity, Topic};
use crate::record::signoff::Override;
use crate::record::{Place, Record, Section, Slot};
use leptos::prelude::*;
use std::sync::Arc;

/// The last page.
#[component]
pub fn Check(form: Form) -> impl IntoView {
    let words = form.words;
    form.ask();
    let finish = move |_| {
        form.ask();
        if form.stopping() == 0 {
            form.tell(Say::Send);
        } else {
            form.inner.update_value(|inner| inner.wanted = None);
            form.status.set(words.label("form.still_stopping").to_owned());
        }
    };
    view! {
        <button type="button" class="govuk-back-link ta-link-button" on:click=move |_| form.go(Page::Tasks)>
            {words.label("form.task_list")}
        </button>
        <h2 class="govuk-heading-l" tabindex="-1" data-heading="page">{words.label("form.check_answers")}</h2>
        <div class="ta-page">
            <Open form/>
            <h3 class="govuk-heading-m">{words.label("form.answers")}</h3>
            {SHEETS.iter().enumerate().map(|(index, sheet)| view! { <Answers form index sheet/> }).collect_view()}
            {(!form.is_read_only()).then(|| view! {
                <div class="govuk-button-group">
                    <button type="button" class="govuk-button" on:click=finish disabled=move || form.standing.get() == Standing::Sending>
                        {words.label("form.finish")}
                    </button>
                    <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| form.tell(Say::Keep)>
                        {words.label("form.save")}
                    </button>
                </div>
            })}
        </div>
    }
}

/// What is open, by topic, the heaviest first within it.
#[component]
fn Open(form: Form) -> impl IntoView {
    let words = form.words;
    let topics = move || {
        form.looked.track();
        let findings = form.findings();
        let open = |finding: &&Arc<Finding>| finding.is_open() || finding.set_aside.is_some();
        Topic::ALL
            .iter()
            .filter_map(|topic| {
                let mut of: Vec<_> =
                    findings.iter().filter(|f| f.topic == *topic).filter(open).cloned().collect();
                of.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
                (!of.is_empty()).then(|| view! { <OpenTopic form topic=*topic findings=of/> })
            })
            .collect::<Vec<_>>()
    };
    let none = move || {
        form.looked.track();
        super::summary::counts(form).is_empty().then(|| words.label("form.findings.none"))
    };
    view! {
        <section aria-label=words.label("form.findings")>
            <h3 class="govuk-heading-m">{words.label("form.findings")}</h3>
            <p class="govuk-body">{none}</p>
            {topics}
        </section>
    }
}

#[component]
fn OpenTopic(form: Form, topic: Topic, findings: Vec<Arc<Finding>>) -> impl IntoView {
    let title = form.words.label(&format!("topic.{}", topic.name())).to_owned();
    let items = findings.into_iter().map(|finding| view! { <OpenFinding form finding/> }).collect_view();
    view! {
        <h4 class="govuk-heading-s">{title}</h4>
        <ul class="govuk-list ta-open">{items}</ul>
    }
}

/// A finding with the way to its place, and the way to set it aside.
#[component]
fn OpenFinding(form: Form, finding: Arc<Finding>) -> impl IntoView {
    let words = form.words;
    let place = finding.place.to_string();
    let go = super::pages::sheet_of(finding.place.home).map(|_| {
        view! {
            <button type="button" class="ta-link-button" data-act="go" data-at=place.clone()>
                {words.label("form.go_there")}
            </button>
        }
    });
    let may = finding.severity == Severity::Must && !form.is_read_only();
    let aside = may.then(|| match set_aside_words(form, &finding) {
        Some(_) => view! { <Undo form finding=finding.clone()/> }.into_any(),
        None => view! { <SetAside form finding=finding.clone()/> }.into_any(),
    });
    view! { <li class="ta-open__item"><Note form finding=finding.clone()/>{go}{aside}</li> }
}

/// Records why a rule does not fit here, with name, role and time.
#[component]
fn SetAside(form: Form, finding: Arc<Finding>) -> impl IntoView {
    let words = form.words;
    let open = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let id = format!("{}/{}/reason", finding.place, finding.rule);
    let user = form.inner.with_value(|inner| inner.user.clone());
    let (name, role) = (RwSignal::new(user.name), RwSignal::new(user.role));
    let boxes = [("reason", reason), ("name", name), ("role", role)];
    let set = move |_| {
        let texts = boxes.map(|(_, text)| text.get_untracked());
        if texts.iter().all(|text| !text.trim().is_empty()) {
            form.set_aside(&finding, &texts);
        } else {
            form.status.set(words.label("form.override.incomplete").to_owned());
        }
    };
    let set = StoredValue::new_local(set);
    view! {
        <button type="button" class="ta-link-button" aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)>
            {words.label("form.override")}
        </button>
        {move || open.get().then(|| view! {
            <div class="govuk-inset-text">
                <p class="govuk-body">{words.label("form.override.meaning")}</p>
                {boxes.map(|(part, text)| {
                    let id = format!("{id}/{part}");
                    view! {
                        <div class="govuk-form-group">
                            <label class="govuk-label" for=id.clone()>{words.label(&format!("form.override.{part}")).to_owned()}</label>
                            <input class="govuk-input" id=id autocomplete="off" value=text.get_untracked()
                                on:input=move |event| text.set(event_target_value(&event))/>
                        </div>
                    }
                })}
                <button type="button" class="govuk-button govuk-button--secondary" on:click=move |event| set.with_value(|set| set(event))>
                    {words.label("form.override")}
                </button>
            </div>
        })}
    }
}

#[component]
fn Undo(form: Form, finding: Arc<Finding>) -> impl IntoView {
    view! {
        <button type="button" class="ta-link-button" on:click=move |_| form.apply_again(&finding)>
            {form.words.label("form.override.undo")}
        </button>
    }
}

impl Form {
    fn set_aside(self, finding: &Finding, [reason, name, role]: &[String; 3]) {
        self.inner.update_value(|inner| {
            let row = Override {
                id: inner.ids.next_id(),
                rule: finding.rule.into(),
                place: finding.place.to_string().as_str().into(),
                reason: reason.trim().into(),
                name: name.trim().into(),
                role: role.trim().into(),
                at: inner.today.to_string().as_str().into(),
                ..Override::default()
            };
            inner.record.overrides.push(row);
        });
        self.tell(Say::Changed);
        self.look();
    }

    fn apply_again(self, finding: &Finding) {
        self.inner.update_value(|inner| {
            inner.record.overrides.retain(|row| finding.set_aside.as_ref() != Some(&row.id));
        });
        self.tell(Say::Changed);
        self.look();
    }
}

/// The answers of one page, with the way back to it.
#[component]
fn Answers(form: Form, index: usize, sheet: &'static Sheet) -> impl IntoView {
    let words = form.words;
    let title = words.label(&format!("page.{}", sheet.key)).to_owned();
    let groups: Vec<Group> =
        form.record(|record| sheet.homes().flat_map(|home| groups(form, record, home)).collect());
    let body = if groups.is_empty() {
        view! { <p class="govuk-body">{words.label("form.not_answered")}</p> }.into_any()
    } else {
        groups.into_iter().map(|group| view! { <AnswerGroup group/> }).collect_view().into_any()
    };
    view! {
        <div class="govuk-summary-card">
            <div class="govuk-summary-card__title-wrapper">
                <h4 class="govuk-summary-card__title">{title.clone()}</h4>
                <button type="button" class="ta-link-button" aria-label=words.fill("form.change.of", &[("what", &title)])
                    on:click=move |_| form.go(Page::Sheet(index))>{words.label("form.change")}</button>
            </div>
            <div class="govuk-summary-card__content">{body}</div>
        </div>
    }
}

/// What was said in one section or row.
struct Group {
    name: Option<String>,
    said: Vec<(String, String)>,
}

#[component]
fn AnswerGroup(group: Group) -> impl IntoView {
    let rows = group.said.into_iter().map(|(label, said)| {
        view! {
            <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{label}</dt>
                <dd class="govuk-summary-list__value"><bdi>{said}</bdi></dd>
            </div>
        }
    });
    view! {
        {group.name.map(|name| view! { <h5 class="govuk-heading-s"><bdi>{name}</bdi></h5> })}
        <dl class="govuk-summary-list">{rows.collect_view()}</dl>
    }
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
