//! Packs put together: one weight for each rule, all its sources, and the stricter figures.

use super::finding::Severity;
use super::pack::{Departure, FigureName, Pack, PackDocument, PackRule, ReadingName, Weight, Word};
use super::rules::RULES;
use crate::calendar::{Interval, Unit};
use crate::record::CodeSet;
use crate::record::codes::{IntervalUnit, YesNo};
use crate::record::meeting::Framework;

/// Who says so, where, and with what word.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The pack.
    pub pack: String,
    /// The document.
    pub document: PackDocument,
    /// The rule as that pack has it: heading, word, departure and why.
    pub rule: PackRule,
}

impl Source {
    /// The document's own word.
    pub fn word(&self) -> Word {
        self.rule.word.get().unwrap_or(Word::Ours)
    }

    /// How much this pack says that the rule weighs.
    pub fn severity(&self) -> Option<Severity> {
        self.rule.severity.get().map(severity)
    }

    /// Whether this pack weighs the rule more or less than the word.
    pub fn departs(&self) -> Option<Departure> {
        self.rule.departs.get()
    }
}

/// A rule as the packs together have it.
#[derive(Clone, Debug)]
pub struct Ruling {
    /// The strictest weight among the packs.
    pub severity: Severity,
    /// The sources, the strictest first.
    pub sources: Vec<Source>,
}

/// Packs, composed.
#[derive(Clone, Debug, Default)]
pub struct Protocol {
    packs: Vec<Pack>,
    rulings: Vec<Option<Ruling>>,
}

impl Protocol {
    /// Puts packs together in the order given. Rules that this version does not know are left out;
    /// a pack that was checked has none.
    pub fn of(packs: Vec<Pack>) -> Self {
        let rulings = RULES.iter().map(|rule| ruling(&packs, rule.code)).collect();
        Self { packs, rulings }
    }

    /// The packs.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// The rule at this index of [`RULES`], where some pack has it.
    pub fn ruling(&self, index: usize) -> Option<&Ruling> {
        self.rulings.get(index)?.as_ref()
    }

    /// The rule with this code, where some pack has it.
    pub fn ruling_of(&self, code: &str) -> Option<&Ruling> {
        self.ruling(RULES.iter().position(|rule| rule.code == code)?)
    }

    /// A length of time: the shortest, where several packs state it.
    pub fn interval(&self, figure: FigureName) -> Option<Interval> {
        self.figures(figure)
            .filter_map(|row| {
                let mut interval = Interval::new(row.quantity.get()?, unit(row.unit.get()?));
                interval.count_anchor_day = row.count_anchor_day.is(YesNo::Yes);
                Some(interval)
            })
            .min_by_key(|interval| rough_length(*interval))
    }

    /// A number: the smallest, where several packs state it; of a quorum the largest.
    pub fn number(&self, figure: FigureName) -> Option<u32> {
        let stated = self.figures(figure).filter_map(|row| row.quantity.get());
        if figure == FigureName::Quorum { stated.max() } else { stated.min() }
    }

    /// How a doubtful place is read: as the first pack that says so, or the default.
    pub fn reading(&self, reading: ReadingName) -> &str {
        let rows = self.packs.iter().flat_map(|pack| &pack.readings);
        let said = rows.into_iter().find(|row| row.id.as_str() == reading.code());
        said.map_or(reading.values().first().copied().unwrap_or_default(), |row| row.value.trim())
    }

    /// The framework of a meeting's discussion: the first pack's that names one.
    pub fn framework(&self) -> Option<Framework> {
        self.packs.iter().find_map(|pack| pack.framework.get())
    }

    /// A council's own words for a key of `words/`, in English and Welsh: the first pack's that has some.
    pub fn label(&self, key: &str) -> Option<(&str, &str)> {
        let mut rows = self.packs.iter().flat_map(|pack| &pack.labels);
        let row = rows.find(|row| row.id.as_str().replace("--", ".") == key)?;
        Some((row.text.trim(), row.text_cy.trim()))
    }

    /// The phrases that say too little, in small letters, each with whether it must stand alone.
    pub fn phrases(&self) -> impl Iterator<Item = (&str, bool)> {
        let rows = self.packs.iter().flat_map(|pack| &pack.phrases);
        rows.map(|row| (row.text.trim(), row.alone.is(YesNo::Yes)))
    }

    fn figures(&self, figure: FigureName) -> impl Iterator<Item = &super::pack::Figure> {
        let rows = self.packs.iter().flat_map(|pack| &pack.figures);
        rows.filter(move |row| row.id.as_str() == figure.code())
    }
}

fn ruling(packs: &[Pack], code: &str) -> Option<Ruling> {
    let mut sources: Vec<(Severity, Source)> = Vec::new();
    for (severity, source) in packs.iter().filter_map(|pack| source(pack, code)) {
        let after = sources.partition_point(|(other, _)| *other >= severity);
        sources.insert(after, (severity, source));
    }
    let severity = sources.first()?.0;
    Some(Ruling { severity, sources: sources.into_iter().map(|(_, source)| source).collect() })
}

fn source(pack: &Pack, code: &str) -> Option<(Severity, Source)> {
    let rule = pack.rules.iter().find(|rule| rule.id.as_str() == code)?;
    let document = pack.documents.iter().find(|document| document.id.as_str() == rule.document.trim());
    let source = Source {
        pack: pack.id.to_string(),
        document: document.cloned().unwrap_or_default(),
        rule: rule.clone(),
    };
    Some((severity(rule.severity.get()?), source))
}

pub(super) fn severity(weight: Weight) -> Severity {
    match weight {
        Weight::Info => Severity::Info,
        Weight::Ask => Severity::Ask,
        Weight::Should => Severity::Should,
        Weight::Must => Severity::Must,
        Weight::Safety => Severity::Safety,
    }
}

/// The calendar's unit for a file's code.
pub fn unit(code: IntervalUnit) -> Unit {
    match code {
        IntervalUnit::Days => Unit::Days,
        IntervalUnit::WorkingDays => Unit::WorkingDays,
        IntervalUnit::Weeks => Unit::Weeks,
        IntervalUnit::Months => Unit::Months,
    }
}

/// About how many tenths of a day: only to tell which of two lengths is the shorter. Five working
/// days weigh as much as a week.
pub(super) fn rough_length(interval: Interval) -> u64 {
    let tenths = match interval.unit {
        Unit::Days => 10,
        Unit::WorkingDays => 14,
        Unit::Weeks => 70,
        Unit::Months => 305,
    };
    u64::from(interval.quantity) * tenths
}
