//! One rule on one record: what it says, as short lines.

use chrono::NaiveDate;
use team_around::calendar::{Calendar, Nation};
use team_around::protocol::pack::{Figure, FigureName, Pack, PackRule, Phrase, Reading, Weight};
use team_around::protocol::{Finding, Protocol, Terms, review};
use team_around::record::codes::IntervalUnit::{self, Months, Weeks, WorkingDays};
use team_around::record::{CodeSet, Record, Row, RowId, Typed};

/// A day, written as a file has it.
pub fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

/// A day as an answer.
pub fn on(text: &str) -> Typed<NaiveDate> {
    Typed::Given(day(text))
}

/// An id.
pub fn id(text: &str) -> RowId {
    RowId::new(text).unwrap()
}

/// A row with this id.
pub fn row<R: Row>(name: &str) -> R {
    let mut row = R::default();
    row.set_row_id(id(name));
    row
}

/// The figures of the Hampshire protocol of 2018 (domain.md 1.3), and the defaults that fill its silences.
fn figures() -> Vec<Figure> {
    let figure = |name: FigureName, quantity: u32, unit: Option<IntervalUnit>| {
        let mut figure: Figure = row(name.code());
        figure.quantity = Typed::Given(quantity);
        figure.unit = unit.map_or(Typed::Blank, Typed::Given);
        figure
    };
    vec![
        figure(FigureName::FirstPeriod, 6, Some(Months)),
        figure(FigureName::Review, 6, Some(Weeks)),
        figure(FigureName::ReviewReduced, 3, Some(Months)),
        figure(FigureName::Visit, 3, Some(Weeks)),
        figure(FigureName::VisitReduced, 6, Some(Weeks)),
        figure(FigureName::Distribution, 10, Some(WorkingDays)),
        figure(FigureName::DistributionSoon, 3, None),
        figure(FigureName::Notice, 10, Some(WorkingDays)),
        figure(FigureName::InfantUntil, 24, Some(Months)),
        figure(FigureName::FamilyActions, 8, None),
        figure(FigureName::Quorum, 2, None),
        figure(FigureName::FirstCoreGroup, 10, Some(WorkingDays)),
        figure(FigureName::CoreGroup, 6, Some(Weeks)),
    ]
}

/// A protocol of this one rule at severity `must`, with readings other than the defaults.
pub fn protocol(rule: &str, readings: &[(&str, &str)]) -> Protocol {
    let mut only: PackRule = row(rule);
    only.severity = Typed::Given(Weight::Must);
    let readings = readings.iter().map(|(name, value)| {
        let mut reading: Reading = row(name);
        reading.value = (*value).into();
        reading
    });
    let phrases = ["as appropriate", "ongoing", "asap", "monitor"].iter().enumerate().map(|(index, text)| {
        let mut phrase: Phrase = row(&format!("p{index}"));
        phrase.text = (*text).into();
        phrase
    });
    Protocol::of(vec![Pack {
        rules: vec![only],
        figures: figures(),
        readings: readings.collect(),
        phrases: phrases.collect(),
        ..Pack::default()
    }])
}

/// The findings of one rule on this day.
pub fn findings(rule: &str, record: &Record, today: &str, readings: &[(&str, &str)]) -> Vec<Finding> {
    let calendar = Calendar::built_in(Nation::EnglandAndWales);
    let protocol = protocol(rule, readings);
    review(record, &Terms { today: day(today), calendar: &calendar, protocol: &protocol, meeting: None })
}

/// The same as lines: `unmet plan/actions/a1/owner`, `due 2026-04-10 distribution`, `met`. A sentence
/// other than the status's own stands in brackets, a lighter weight than `must` after it.
pub fn says(rule: &str, record: &Record, today: &str) -> Vec<String> {
    findings(rule, record, today, &[]).iter().map(line).collect()
}

/// A finding as a line.
pub fn line(finding: &Finding) -> String {
    let mut words = vec![finding.status.name().to_owned()];
    words.extend(finding.due_on.map(|day| day.to_string()));
    let place = finding.place.to_string();
    words.extend((!place.is_empty()).then_some(place));
    if finding.says != finding.status.name() && finding.says != "not-applicable" {
        words.push(format!("[{}]", finding.says));
    }
    if finding.severity.name() != "must" {
        words.push(finding.severity.name().to_owned());
    }
    words.join(" ")
}
