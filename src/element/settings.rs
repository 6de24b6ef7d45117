//! What a host tells the element, as one JSON text.
//!
//! `{record, protocol: [id or pack], today, bankHolidays, user: {id, name, role, agency}, readOnly,
//! lang, open: "all", questions: ["action.what"], heading, nation, document, meeting, agency, before, page, at, stood}`

use super::handle::{problems_json, standing_of};
use crate::calendar::{Calendar, Nation, civil_date};
use crate::form::{Layout, Standing, Subject, User};
use crate::protocol::{Pack, Protocol, Scope};
use crate::record::{Carried, CodeSet, Place, Record, RowId, Written};
use crate::wire::{self, Envelope, Loss, Problem};
use crate::words::{Language, Words};
use chrono::NaiveDate;
use serde_json::{Value, json};

/// The settings, read.
pub struct Settings {
    /// The record.
    pub record: Record,
    /// What the envelope it came in held beside it that this version does not know.
    pub carried: Carried,
    /// The packs.
    pub protocol: Protocol,
    /// The working days.
    pub calendar: Calendar,
    /// The day.
    pub today: NaiveDate,
    /// Who writes.
    pub user: User,
    /// Whether it may only be read.
    pub read_only: bool,
    /// The language.
    pub language: Language,
    /// The layout.
    pub layout: Layout,
    /// Which form it is.
    pub scope: Scope,
    /// What it is about.
    pub subject: Subject,
    /// The plan as it was before the meeting.
    pub before: Option<Record>,
    /// The page where the person was who writes, by its name; empty where that is not known.
    pub page: String,
    /// A place on it.
    pub at: Option<Place>,
    /// Where the form stands with the host, where it is begun anew.
    pub standing: Option<Standing>,
}

impl Settings {
    /// Reads the settings.
    ///
    /// # Errors
    ///
    /// The problems as JSON: `[{pointer, code, message}]`. Nothing is shown from what cannot be used whole.
    pub fn read(text: &str) -> Result<Self, Value> {
        let settings =
            wire::parse(text.as_bytes()).map_err(|problems| problems_json(&problems, words(&Value::Null)))?;
        let words = words(&settings);
        let (record, carried, told) = record(&settings, words)?;
        Ok(Self {
            record,
            carried,
            protocol: protocol(&settings, words)?,
            calendar: calendar(&settings, words)?,
            today: today(&settings).ok_or_else(|| fault("/today", "today", words))?,
            user: user(&settings),
            read_only: settings.get("readOnly").and_then(Value::as_bool).unwrap_or_default(),
            language: words.language(),
            layout: layout(&settings),
            scope: scope(&settings),
            subject: subject(&settings, told),
            before: before(&settings),
            page: settings.get("page").and_then(Value::as_str).unwrap_or_default().to_owned(),
            standing: settings.get("stood").and_then(standing_of),
            at: settings.get("at").and_then(Value::as_str).and_then(Place::read),
        })
    }
}

fn words(settings: &Value) -> &'static Words {
    Words::of(Language::from_tag(settings.get("lang").and_then(Value::as_str).unwrap_or_default()))
}

fn fault(pointer: &str, code: &str, words: &Words) -> Value {
    json!([{ "pointer": pointer, "code": code, "message": words.label(&format!("settings.{code}")) }])
}

/// A bare record, or a whole envelope. What would lose a part of the host's document is refused.
fn record(settings: &Value, words: &Words) -> Result<(Record, Carried, Subject), Value> {
    let refuse = |problems: &[Problem]| Err(problems_json(problems, words));
    let given = match settings.get("record") {
        None | Some(Value::Null) => return Ok((Record::default(), Carried::new(), Subject::default())),
        Some(Value::String(text)) => match wire::parse(text.as_bytes()) {
            Ok(value) => value,
            Err(problems) => return refuse(&problems),
        },
        Some(value) => value.clone(),
    };
    if given.get("format").is_some() {
        let opened = Envelope::read(&given);
        if opened.loss() > Loss::Nothing {
            return refuse(&opened.problems);
        }
        let Envelope { record, carried, meeting, agency, .. } = opened.envelope;
        let told = Subject { row: None, meeting: meeting.id().cloned(), agency: agency.id().cloned() };
        return Ok((record, carried, told));
    }
    let known = |members: &serde_json::Map<String, Value>| {
        members.keys().any(|key| Record::QUESTIONS.field(key).is_some())
    };
    if given.as_object().is_some_and(|members| !members.is_empty() && !known(members)) {
        return Err(fault("/record", "no-record", words));
    }
    let reading = wire::read_record(&given);
    if reading.loss() > Loss::Nothing {
        refuse(&reading.problems)
    } else {
        Ok((reading.record, Carried::new(), Subject::default()))
    }
}

/// The packs named or given, and always the one about answers. A host's own pack is used whole or not at all.
fn protocol(settings: &Value, words: &Words) -> Result<Protocol, Value> {
    let named = settings.get("protocol").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut packs = Vec::new();
    for (index, one) in named.iter().enumerate() {
        let pointer = format!("/protocol/{index}");
        packs.push(pack(one, &pointer, words)?);
    }
    packs.extend(wire::built_in_pack(wire::ANSWERS));
    Ok(Protocol::of(packs))
}

fn pack(one: &Value, pointer: &str, words: &Words) -> Result<Pack, Value> {
    if let Some(id) = one.as_str() {
        return wire::built_in_pack(id).ok_or_else(|| fault(pointer, "no-such-pack", words));
    }
    let (pack, problems) = wire::read_pack_whole(one).map_err(|problems| problems_json(&problems, words))?;
    let faults = pack.faults();
    if problems.is_empty() && faults.is_empty() {
        return Ok(pack);
    }
    let said = problems.iter().map(|problem| wire::problem_json(problem, words));
    let meant = faults.iter().map(|fault| {
        json!({ "pointer": format!("{pointer}/{}", fault.place), "code": fault.what.code(), "message": words.fault(fault) })
    });
    Err(said.chain(meant).collect())
}

fn calendar(settings: &Value, words: &Words) -> Result<Calendar, Value> {
    let nation = settings.get("nation").and_then(Value::as_str).and_then(Nation::from_division);
    let nation = nation.unwrap_or(Nation::EnglandAndWales);
    match settings.get("bankHolidays") {
        None | Some(Value::Null) => Ok(Calendar::built_in(nation)),
        Some(feed) => Calendar::from_govuk(&feed.to_string(), nation).map_err(|error| {
            let told = error.problems.iter().map(|problem| {
                let code = problem.fault.code();
                json!({ "pointer": format!("/bankHolidays{}", problem.place), "code": code, "message": words.label(code) })
            });
            told.collect()
        }),
    }
}

fn today(settings: &Value) -> Option<NaiveDate> {
    civil_date(settings.get("today")?.as_str()?)
}

fn user(settings: &Value) -> User {
    let text =
        |key: &str| settings.pointer(&format!("/user/{key}")).and_then(Value::as_str).unwrap_or_default();
    User {
        id: text("id").into(),
        name: text("name").into(),
        role: text("role").into(),
        agency: text("agency").into(),
    }
}

fn scope(settings: &Value) -> Scope {
    let named = settings.get("document").and_then(Value::as_str);
    named.and_then(Scope::read).unwrap_or(Scope::Plan)
}

/// What the host names, or else what the envelope is for.
fn subject(settings: &Value, told: Subject) -> Subject {
    let row = |key: &str| settings.get(key).and_then(Value::as_str).and_then(RowId::new);
    let (meeting, agency) = (row("meeting").or(told.meeting), row("agency").or(told.agency));
    let is_meeting = scope(settings) == Scope::Meeting;
    Subject { row: meeting.clone().filter(|_| is_meeting), meeting, agency }
}

/// What cannot be read here is as good as not given: it only serves to say what changed.
fn before(settings: &Value) -> Option<Record> {
    let given = settings.get("before").filter(|given| !given.is_null())?;
    let given = match given.as_str() {
        Some(text) => wire::parse(text.as_bytes()).ok()?,
        None => given.clone(),
    };
    let record = given.get("record").cloned().unwrap_or(given);
    Some(wire::read_record(&record).record)
}

fn layout(settings: &Value) -> Layout {
    let only = settings.get("questions").and_then(Value::as_array).cloned().unwrap_or_default();
    Layout {
        all_open: settings.get("open").and_then(Value::as_str) == Some("all"),
        only: only.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        heading: heading(settings),
    }
}

/// The level of the form's first heading: 2, unless the host says otherwise.
fn heading(settings: &Value) -> u8 {
    let said = settings.get("heading").and_then(Value::as_str).and_then(|level| level.parse().ok());
    said.filter(|level| (1..=5).contains(level)).unwrap_or(2)
}
