//! What the task list says of the meeting or the report that it is about.

use super::lines::NAMED_BY;
use crate::form::markup::{El, button, el};
use crate::form::pages::{Block, IN_MINUTES, Keys, Part, Sheet};
use crate::form::state::Form;
use crate::protocol::Scope;
use crate::record::child::Child;
use crate::record::meeting::MeetingStatus;
use crate::record::report::{AgencyReport, ReportMode};
use crate::record::{CodeSet, Place, Record, Section};
use crate::words::contents::answer_words;

/// Which meeting, or which agency's report.
pub fn about(form: Form) -> Option<El> {
    let place = form.own_place()?;
    let shape = place.shape()?;
    let name = form.record(|record| {
        let row = record.section(&place)?;
        let keys: &[&str] = if place.home == "meetings" { &["on", "status"] } else { &["meeting", "author"] };
        let said = keys.iter().filter_map(|key| {
            let (_, field) = place.shape()?.field(key)?;
            Some(answer_words(form.words, record, field, row.answer(key)?))
        });
        let said: Vec<String> = said.filter(|said| !said.trim().is_empty()).collect();
        // A row of which little is known has its name from what is said beside it.
        let name = Some(form.name_at(&place)).filter(|name| !said.contains(name));
        let name = name.unwrap_or_else(|| form.label(&format!("{}.one", shape.name)).into_owned());
        Some(std::iter::once(name).chain(said).collect::<Vec<_>>().join(" · "))
    })?;
    let name = el("p").class("govuk-body-l").with(el("bdi").text(name));
    let asked = (form.scope() == Scope::Report).then(|| asked_about(form));
    Some(el("div").with(name).with(asked))
}

/// What the author of a report must know before writing: which child, which meeting and what for,
/// and what the agency itself had undertaken.
fn asked_about(form: Form) -> El {
    let lines = form.record(|record| {
        let born = |child: &Child| {
            let day = child.date_of_birth.get().map(|day| form.words.day(day)).unwrap_or_default();
            [child.name.trim(), &day]
                .iter()
                .filter(|part| !part.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join(", ")
        };
        let children = record.children.iter().map(born).collect::<Vec<_>>().join("; ");
        let mut lines = vec![(form.label("child.many").into_owned(), children)];
        lines.extend(of_meeting(form, record));
        let open = record.plan.actions.iter().filter(|action| action.is_open());
        let actions: Vec<String> = open.map(|action| action.what.trim().to_owned()).collect();
        lines.push((form.label("minutes.own_actions").into_owned(), actions.join("\n")));
        lines
    });
    let line = |(label, said): (String, String)| {
        let row = el("div").class("govuk-summary-list__row");
        let key = el("dt").class("govuk-summary-list__key").text(form.words.begin(&label));
        row.with(key).with(el("dd").class("govuk-summary-list__value").with(el("bdi").text(said)))
    };
    let said = lines.into_iter().filter(|(_, said)| !said.trim().is_empty());
    el("dl").class("govuk-summary-list").all(said.map(line))
}

/// When and where the meeting of this report is, and what it is for.
fn of_meeting(form: Form, record: &Record) -> Vec<(String, String)> {
    let meeting = form.subject().meeting.and_then(|id| record.meeting(&id));
    let Some(row) = meeting.map(|meeting| meeting as &dyn Section) else { return Vec::new() };
    let said = ["on", "at_time", "venue", "purpose"].into_iter().filter_map(|key| {
        let (_, field) = row.shape().field(key)?;
        Some((
            form.label(&field.words_key()).into_owned(),
            answer_words(form.words, record, field, row.answer(key)?),
        ))
    });
    said.collect()
}

/// That a meeting of this kind has a procedure of its own, and which (CALD-SCOPE-03).
pub fn own_procedure(form: Form) -> Option<El> {
    let id = form.own().filter(|_| form.journey().scope == Scope::Meeting)?;
    let kind = form.record(|record| record.meeting(&id)?.kind.get())?;
    let told = || {
        let told = form.label(&format!("minutes.own-procedure.{}", kind.code()));
        el("div").class("govuk-inset-text").attr("role", "alert").text(told)
    };
    kind.has_own_procedure().then(told)
}

/// Whether the minute-taker's screen asks this too, of a row of this meeting: its own page is another one.
pub fn is_minuted(form: Form, sheet: &Sheet, place: &Place) -> bool {
    let is_name = place.key.is_some_and(|key| NAMED_BY.contains(&(place.home, key)));
    let said = place.key.filter(|_| !is_name);
    let asked =
        |(home, keys): &(&str, Keys)| *home == place.home && said.is_some_and(|key| keys.contains(&key));
    let link = if place.home == "plan/actions" { "agreed_at" } else { "meeting" };
    sheet.blocks.contains(&Block::Drawn(Part::Minutes))
        && IN_MINUTES.iter().any(asked)
        && form.own().is_some_and(|own| form.written(&place.at_key(link)) == own.as_str())
}

/// How many reports to this meeting were asked for and are not here, on the page of reports.
pub fn awaited(form: Form, sheet: &Sheet) -> Option<String> {
    let own = form.own().filter(|_| sheet.blocks.contains(&Block::Drawn(Part::Contributions)))?;
    let waits = |row: &&AgencyReport| row.meeting.id() == Some(&own) && row.mode.is(ReportMode::Awaited);
    let count = form.record(|record| record.reports.iter().filter(waits).count());
    (count > 0).then(|| form.words.fill("merging.awaited_count", &[("n", &count.to_string())]))
}

/// What a request says of the report beforehand (`reading::request`).
const ASKED_BEFORE: [(&str, &str); 4] = [
    ("reports", "period_from"),
    ("reports", "knowledge"),
    ("reported_progress", "outcome"),
    ("reported_progress", "report"),
];

impl Form {
    /// Whether an answer of a report came with the request: a page with nothing else is not begun.
    pub fn is_prepared(self, place: &Place) -> bool {
        let asked = |key| ASKED_BEFORE.contains(&(place.home, key));
        self.journey().scope == Scope::Report && place.key.is_some_and(asked)
    }
}

/// The way to the meeting after one that was held: it begins with what this one left.
pub fn next_meeting(form: Form) -> Option<El> {
    let id = form.own().filter(|_| form.journey().scope == Scope::Meeting && form.may_be_written())?;
    let held =
        form.record(|record| record.meeting(&id).is_some_and(|row| row.status.is(MeetingStatus::Held)));
    let next = || {
        button("govuk-button govuk-button--secondary", form.label("minutes.prepare_next"))
            .on("click", move |_| form.prepare_next())
    };
    held.then(next)
}
