//! Envelopes as the element makes them.

use crate::portal::TODAY;
use serde_json::Value;
use team_around::calendar::{Calendar, Nation, civil_date};
use team_around::protocol::{Finding, Protocol, Scope, Status, Terms, review, review_of};
use team_around::record::signoff::Override;
use team_around::record::{Link, Record, RowId, Typed};
use team_around::wire::{
    ANSWERS, Author, Envelope, EnvelopeKind, Made, built_in_pack, finding_json, read_record, stamp,
};
use team_around::words::{Language, Words};

pub const ADA: (&str, &str, &str) = ("ada", "Ada Okafor", "Social worker");
pub const DILYS: (&str, &str, &str) = ("dilys", "Dilys Amadi", "Minute-taker");
pub const CERYS: (&str, &str, &str) = ("cerys", "Cerys Hughes", "Health visitor");
pub const GWEN: (&str, &str, &str) = ("gwen", "Gwen Hopcyn", "Service manager");
pub const BRYN: (&str, &str, &str) = ("bryn", "Bryn Parry", "Team manager");

/// The record that the portal gave.
pub fn record(data: &Value) -> Record {
    let reading = read_record(&data["record"]);
    assert_eq!(reading.problems, []);
    reading.record
}

pub fn protocol() -> Protocol {
    let ids = ["hampshire-cin-2018", "calderdale-meetings-2017", "childrens-commissioner-2024", ANSWERS];
    Protocol::of(ids.iter().filter_map(|id| built_in_pack(id)).collect())
}

pub fn findings(record: &Record) -> Vec<Finding> {
    told(record, None, review)
}

fn told(
    record: &Record,
    meeting: Option<&RowId>,
    review: impl Fn(&Record, &Terms<'_>) -> Vec<Finding>,
) -> Vec<Finding> {
    let calendar = Calendar::built_in(Nation::EnglandAndWales);
    let today = civil_date(TODAY).unwrap();
    review(record, &Terms { today, calendar: &calendar, protocol: &protocol(), meeting })
}

pub fn envelope(kind: EnvelopeKind, record: &Record, by: (&str, &str, &str)) -> Envelope {
    with_findings(kind, record, by, findings(record))
}

fn with_findings(
    kind: EnvelopeKind,
    record: &Record,
    by: (&str, &str, &str),
    told: Vec<Finding>,
) -> Envelope {
    let protocol = protocol();
    let told = told.iter().filter(|f| matches!(f.status, Status::Unmet | Status::Due | Status::Unknown));
    let words = Words::of(Language::English);
    let author = Author { id: by.0.into(), name: by.1.into(), role: by.2.into(), ..Author::default() };
    Envelope {
        kind: Typed::Given(kind),
        protocol: protocol.packs().iter().map(stamp).collect(),
        engine: "team-around 0.1.0".into(),
        record: record.clone(),
        findings: told.map(|finding| finding_json(finding, record, &protocol, words)).collect(),
        made: Made { on: Typed::Given(civil_date(TODAY).unwrap()), by: author, ..Made::default() },
        ..Envelope::default()
    }
}

pub fn draft(record: &Record, by: (&str, &str, &str)) -> String {
    envelope(EnvelopeKind::Draft, record, by).write().to_string()
}

pub fn submission(record: &Record, by: (&str, &str, &str)) -> String {
    envelope(EnvelopeKind::Submission, record, by).write().to_string()
}

/// An envelope of a meeting's record.
pub fn meeting(kind: EnvelopeKind, record: &Record, by: (&str, &str, &str), id: &str) -> String {
    let id = RowId::new(id).unwrap();
    let own = with_findings(
        kind,
        record,
        by,
        told(record, Some(&id), |record, terms| review_of(Scope::Meeting, record, terms)),
    );
    Envelope { document: Typed::Given(Scope::Meeting), meeting: Link::to(&id), ..own }.write().to_string()
}

/// The record with every rule that stops it set aside by this person.
pub fn set_aside_what_stops(record: &mut Record, by: (&str, &str, &str)) {
    while let Some(finding) = findings(record).into_iter().find(Finding::stops) {
        let id = RowId::new(&format!("aside-{}", record.overrides.len())).unwrap();
        record.overrides.push(Override {
            id,
            rule: finding.rule.into(),
            place: finding.place.to_string().as_str().into(),
            reason: "Agreed by telephone with the family.".into(),
            name: by.1.into(),
            role: by.2.into(),
            at: TODAY.into(),
            ..Override::default()
        });
        assert!(record.overrides.len() < 200, "{} cannot be set aside", finding.rule);
    }
}
