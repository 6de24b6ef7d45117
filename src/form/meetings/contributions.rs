//! Asking agencies for their reports, and bringing in what came back.

use crate::form::markup::{El, Node, button, el, find};
use crate::form::pages::{Block, Page, Part};
use crate::form::start::Say;
use crate::form::state::Form;
use crate::record::contribution::Contribution;
use crate::record::professionals::AgencyKind;
use crate::record::report::ReportMode;
use crate::record::{AnAgency, Day, Link, Record, RowId, Text};
use crate::wire::{Loss, Merged, Opened, ProblemKind, Refusal, merge_opened};
use crate::words::Words;
use leptos::prelude::*;

/// What an agency's report has come to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    NotAsked,
    Awaited,
    Here,
}

/// The agencies, each with its report's state and the way to ask for it; and the way to bring one in.
pub fn contributions(form: Form) -> Node {
    let title = form.words.label("merging.title").to_owned();
    let agencies = Memo::new(move |_| {
        form.looked.track();
        form.record(|record| agencies(form, record))
    });
    let none = Memo::new(move |_| agencies.with(Vec::is_empty));
    let empty = el("div").shows(move || {
        none.get().then(|| el("p").class("govuk-body").text(form.label("merging.no_agencies"))).into()
    });
    let keys = move || agencies.with(|rows| rows.iter().map(|row| row.id.clone()).collect());
    let list = el("ul").class("govuk-list ta-agencies").each(keys, move |id| {
        agencies
            .with(|rows| rows.iter().find(|row| row.id == *id).cloned())
            .map_or_else(|| el("li"), |row| agency(form, agencies, row))
    });
    el("section")
        .class("ta-list")
        .attr("aria-label", title.clone())
        .with(form.h(1).class("govuk-heading-m").text(title))
        .with(el("p").class("govuk-body").text(form.label("merging.meaning")))
        .with(empty)
        .with(list)
        .with((!form.is_read_only()).then(|| file_box(form, "contribution", "merging.bring_in")))
        .with(el("div").attr("role", "status").shows(move || told(form)))
        .with(brought_in(form))
        .into()
}

/// A box for a file. The threshold reads it, whatever its form.
pub fn file_box(form: Form, what: &'static str, label: &'static str) -> El {
    let id = format!("file/{what}");
    let input = el("input")
        .class("govuk-file-upload")
        .attr("type", "file")
        .attr("id", id.clone())
        .attr("data-file", what)
        .attr("aria-describedby", format!("{id}/hint"));
    let hint = el("div").class("govuk-hint").attr("id", format!("{id}/hint"));
    el("div")
        .class("govuk-form-group ta-no-print")
        .with(el("label").class("govuk-label").attr("for", id).text(form.label(label)))
        .with(hint.text(form.label(&format!("{label}.hint"))))
        .with(input)
}

#[derive(Clone, PartialEq, Eq)]
struct AgencyRow {
    id: RowId,
    name: String,
    stands: Stands,
}

/// Every agency but Children's Services, whose record this is.
fn agencies(form: Form, record: &Record) -> Vec<AgencyRow> {
    let meeting = form.own();
    let own = |id: &RowId| {
        let mut of = record.reports.iter().filter(|row| row.agency.id() == Some(id));
        of.rfind(|row| row.meeting.id() == meeting.as_ref()).map(|row| row.mode.get())
    };
    let others = record.agencies.iter().filter(|row| !row.kind.is(AgencyKind::ChildrensServices));
    let row = |(index, row): (usize, &crate::record::professionals::Agency)| AgencyRow {
        id: row.id.clone(),
        name: crate::words::contents::row_name(form.words, record, row, index),
        stands: match own(&row.id) {
            None => Stands::NotAsked,
            Some(Some(ReportMode::Written | ReportMode::Verbal)) => Stands::Here,
            Some(_) => Stands::Awaited,
        },
    };
    others.enumerate().map(row).collect()
}

impl Stands {
    /// What is said of it.
    fn key(self) -> &'static str {
        match self {
            Self::NotAsked => "merging.not_asked",
            Self::Awaited => "merging.awaited",
            Self::Here => "merging.here",
        }
    }
}

fn agency(form: Form, rows: Memo<Vec<AgencyRow>>, row: AgencyRow) -> El {
    let (id, name) = (row.id.clone(), row.name.clone());
    // Only what is said changes: the focus may be on the button beside it.
    let state = move || {
        let now = rows.with(|rows| rows.iter().find(|other| other.id == row.id).map(|row| row.stands));
        now.map(|stands| Node::Text(form.label(stands.key()))).unwrap_or_default()
    };
    let ask = button("ta-link-button", form.label("merging.request.make"))
        .attr("aria-label", form.words.fill("merging.request.make.of", &[("agency", &name)]))
        .on("click", move |_| form.request(id.clone()));
    el("li")
        .class("ta-agencies__row")
        .with(el("strong").with(el("bdi").text(row.name.clone())))
        .with(el("span").shows(state))
        .with((!form.is_read_only()).then_some(ask))
}

/// What the last file that was brought in came to.
pub fn told(form: Form) -> Node {
    let lines = form.meetings.told.get();
    let item = |line: String| el("li").text(line);
    let list = || {
        el("div")
            .class("govuk-inset-text")
            .attr("tabindex", "-1")
            .attr("data-heading", "told")
            .with(el("ul").class("govuk-list").all(lines.iter().cloned().map(item)))
    };
    (!lines.is_empty()).then(list).into()
}

/// Who has contributed to this meeting, and when.
fn brought_in(form: Form) -> Option<El> {
    let own = form.own();
    let lines: Vec<String> = form.record(|record| {
        let here = |row: &&Contribution| row.meeting.id().is_none_or(|meeting| Some(meeting) == own.as_ref());
        let rows = record.contributions.iter().filter(here);
        rows.map(|row| signature(form, record, [&row.by, &row.role], &row.agency, &row.made_on)).collect()
    });
    let list = || {
        el("div").with(form.h(2).class("govuk-heading-s").text(form.label("merging.brought_in"))).with(
            el("ul")
                .class("govuk-list govuk-list--bullet")
                .all(lines.iter().map(|line| el("li").with(el("bdi").text(line.clone())))),
        )
    };
    (!lines.is_empty()).then(list)
}

/// Who wrote something, in what role, for which agency, on what day: what of it is known.
pub fn signature(
    form: Form,
    record: &Record,
    [by, role]: [&Text; 2],
    agency: &Link<AnAgency>,
    on: &Day,
) -> String {
    let agency = agency.id().and_then(|id| record.agency(id));
    let day = on.get().map(|day| form.words.day(day)).unwrap_or_default();
    let parts = [by.trim(), role.trim(), agency.map_or("", |agency| agency.name.trim()), &day];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

impl Form {
    /// Whether the focus is in a box of words.
    fn is_typing(self) -> bool {
        let root = self.inner.with_value(|inner| inner.root.clone());
        root.is_some_and(|root| {
            ["textarea:focus", "input:not([type=file]):focus"]
                .iter()
                .any(|box_of| find(&root, box_of).is_some())
        })
    }

    /// The page on which a part stands; the one that is shown where everything is on one page.
    fn page_with(self, part: Part) -> Page {
        let sheets = self.journey().sheets;
        let found = sheets.iter().position(|sheet| sheet.blocks.contains(&Block::Drawn(part)));
        match (self.page.get_untracked(), found) {
            (Page::All, _) | (_, None) => self.page.get_untracked(),
            (_, Some(index)) => Page::Sheet(index),
        }
    }

    /// The chair asks for a request: the threshold makes the file, and the report is awaited from then on.
    fn request(self, agency: RowId) {
        let changed = self.inner.try_update_value(|inner| {
            inner.kept.requested = Some(agency.clone());
            Some(inner.record.await_report(inner.own.as_ref()?, &agency, inner.today))
        });
        self.tell(Say::Request);
        if changed.flatten() == Some(true) {
            self.rows_changed("reports");
            self.look();
        }
    }

    /// The agency for which a request was asked for.
    pub fn requested(self) -> Option<RowId> {
        self.inner.with_value(|inner| inner.kept.requested.clone())
    }

    /// Brings in an agency's report, or another person's copy of this meeting, and says what came of it.
    pub fn contribute(self, opened: &Opened) -> Brought {
        if self.is_read_only() {
            return Brought::nothing(vec![self.label("form.read_only").into_owned()]);
        }
        let brought = match self.record(|record| merge_opened(record, opened)) {
            Err(refusal) => Brought::nothing(vec![why(self.words, opened, refusal)]),
            Ok(merged) => {
                let brought = Brought::of(&merged, merged.sentences(self.words, &opened.envelope.record));
                self.inner.update_value(|inner| {
                    inner.record = merged.record;
                    inner.kept.imported.clear();
                });
                self.tell(Say::Changed);
                self.look();
                brought
            }
        };
        self.meetings.told.set(brought.sentences.clone());
        // Somebody who is typing is told, and goes on: what they write in is not drawn anew.
        if self.is_typing() {
            self.status.set(self.words.label("merging.look_later").to_owned());
            return brought;
        }
        self.again(self.page_with(Part::Contributions));
        self.want_heading("told");
        brought
    }
}

/// What came of a file that was to be brought in.
pub struct Brought {
    /// Whether something of it stands in the form now: it was taken, or was there before.
    pub taken: bool,
    /// What is said of it.
    pub sentences: Vec<String>,
    /// How many rows were added.
    pub added: usize,
    /// How many answers were filled in where nothing stood.
    pub filled: usize,
    /// How many differences are for a person to decide.
    pub differences: usize,
    /// How many rows and answers were not taken.
    pub left_out: usize,
}

impl Brought {
    fn nothing(sentences: Vec<String>) -> Self {
        Self { taken: false, sentences, added: 0, filled: 0, differences: 0, left_out: 0 }
    }

    fn of(merged: &Merged, sentences: Vec<String>) -> Self {
        Self {
            taken: merged.stands,
            sentences,
            added: merged.added.len(),
            filled: merged.taken.len(),
            differences: merged.differences.len(),
            left_out: merged.left_out.len(),
        }
    }
}

/// Why nothing was taken. A file that could not be opened at all is told from one that lost a part.
fn why(words: &Words, opened: &Opened, refusal: Refusal) -> String {
    use ProblemKind::{LoneSurrogate, NoRecord, NotJson, NotOurs, NotText};
    let whole = opened.problems.iter().find(|problem| problem.loss == Loss::All);
    match whole.map(|problem| &problem.what) {
        None => refusal.sentence(words),
        Some(NotText | NotJson { .. } | LoneSurrogate { .. } | NotOurs | NoRecord) => {
            Refusal::NotAContribution.sentence(words)
        }
        Some(what) => what.sentence(words),
    }
}
