//! A finding told in sentences: what is asked, who asks it, and how its day was counted.

use super::Words;
use crate::calendar::{Interval, Unit, Working};
use crate::protocol::pack::{Departure, DocumentKind, Word};
use crate::protocol::{Fact, Finding, Protocol, Severity, Source, Status};
use crate::record::{CodeSet, Record, RowId};

impl Words {
    /// What a finding says, in a sentence or two.
    pub fn sentence(&self, finding: &Finding, record: &Record, protocol: &Protocol) -> String {
        let key = format!("rule.{}.{}", finding.rule, finding.says);
        let mut facts: Vec<(&str, String)> =
            finding.facts.iter().map(|(name, fact)| (*name, self.fact(fact, record))).collect();
        facts.extend(finding.due_on.map(|day| ("due", self.day(day))));
        let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        match self.own_message(finding, protocol) {
            Some(message) => message,
            None if self.say(&key).is_some() => self.fill(&key, &facts),
            None => self.general(finding),
        }
    }

    /// A council's own sentence for what is not done, where its pack has one.
    fn own_message(&self, finding: &Finding, protocol: &Protocol) -> Option<String> {
        let ruling = protocol.ruling_of(finding.rule).filter(|_| finding.says == "unmet")?;
        let own =
            ruling.sources.iter().map(|source| self.either(&source.rule.message, &source.rule.message_cy));
        own.into_iter().find(|message| !message.is_empty()).map(str::to_owned)
    }

    /// What stands in for a sentence: the rule's title and the status.
    fn general(&self, finding: &Finding) -> String {
        let title = format!("rule.{}.title", finding.rule);
        format!("{}: {}", self.label(&title), self.status(finding))
    }

    fn fact(&self, fact: &Fact, record: &Record) -> String {
        match fact {
            Fact::Words(words) => words.clone(),
            Fact::Day(day) => self.day(*day),
            Fact::Count(number) => number.to_string(),
            Fact::Interval(interval) => self.length(*interval),
            Fact::Person(id) => match record.name_of(id) {
                "" => self.label("form.unnamed").to_owned(),
                name => name.to_owned(),
            },
            Fact::Agencies(ids) => {
                let names: Vec<&str> = ids.iter().map(|id| self.agency(id, record)).collect();
                self.list(&names)
            }
        }
    }

    fn agency<'a>(&'a self, id: &RowId, record: &'a Record) -> &'a str {
        let name = record.agency(id).map(|agency| agency.name.trim());
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| self.label("form.unnamed_agency"))
    }

    /// "6 weeks", "10 working days".
    pub fn length(&self, interval: Interval) -> String {
        let thing = match interval.unit {
            Unit::WorkingDays => "working-day",
            Unit::Days => "day",
            Unit::Weeks => "week",
            Unit::Months => "month",
        };
        self.count(thing, interval.quantity)
    }

    /// How a day was counted: "Day 1 is Thursday 26 March 2026. Good Friday and Easter Monday skipped."
    pub fn working(&self, working: &Working) -> String {
        let counted = self.length(working.counted);
        let from = self.full_day(working.anchor);
        let mut told =
            vec![self.fill("form.working.counted_from", &[("interval", &counted), ("day", &from)])];
        if working.counted.unit == Unit::WorkingDays {
            told.push(self.fill("form.working.day_one", &[("day", &self.full_day(working.day_one))]));
        }
        if !working.skipped.is_empty() {
            let names: Vec<String> =
                working.skipped.iter().map(|holiday| self.holiday(holiday.title.key())).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            told.push(self.fill("form.working.skipped", &[("holidays", &self.list(&names))]));
        }
        if working.clamped {
            told.push(self.label("form.working.clamped").to_owned());
        }
        told.iter().map(|sentence| format!("{sentence}.")).collect::<Vec<_>>().join(" ")
    }

    pub fn holiday(&self, key: &str) -> String {
        self.say(&format!("holiday.{key}")).unwrap_or(key).to_owned()
    }

    /// Where a source stands: "Hampshire protocol 2018, version 3, April 2018, Reviewing the plan".
    pub fn source(&self, source: &Source) -> String {
        if source.document.kind.is(DocumentKind::Ours) {
            return self.label("form.source.none").to_owned();
        }
        let document = self.either(&source.document.short, &source.document.short_cy);
        let parts = [document, source.document.edition.trim(), source.rule.heading.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// The document's own word, and why a pack weighs the rule otherwise.
    pub fn force(&self, source: &Source) -> String {
        let key = format!("form.word.{}", source.word().code());
        let mut told = match source.word() {
            Word::Ours | Word::Describes => self.label(&key).to_owned(),
            _ => self.fill("form.source.word", &[("word", self.label(&key))]),
        };
        if let Some(departure) = source.departs() {
            let because = self.either(&source.rule.because, &source.rule.because_cy);
            let weight = source.rule.severity.get().map_or("", CodeSet::code);
            let key = match departure {
                Departure::Raised => "form.source.raised",
                Departure::Lowered => "form.source.lowered",
            };
            let severity = self.label(&format!("form.severity.{weight}")).to_owned();
            told = format!("{told}. {}", self.fill(key, &[("severity", &severity), ("reason", because)]));
        }
        told
    }

    /// What was found, in a word or two: "Not met", "Due by 4 May 2026".
    pub fn status(&self, finding: &Finding) -> String {
        match (finding.status, finding.due_on) {
            (Status::Due, Some(day)) => self.fill("form.status.due", &[("date", &self.day(day))]),
            (status, _) => self.label(&format!("form.status.{}", status.name().replace(' ', "_"))).to_owned(),
        }
    }

    /// A source and its force as sentences; what is our own advice has no document to name.
    pub fn cited(&self, source: &Source) -> String {
        let (at, force) = (self.source(source), self.force(source));
        let is_ours = source.document.kind.is(DocumentKind::Ours) && source.departs().is_none();
        let parts = if is_ours { vec![at] } else { vec![at, force] };
        let stopped = |part: String| if part.ends_with(['.', '?', '!']) { part } else { format!("{part}.") };
        parts.into_iter().map(stopped).collect::<Vec<_>>().join(" ")
    }

    /// Who asks for what was found: each source [`cited`](Self::cited), without saying one twice.
    pub fn sources(&self, finding: &Finding, protocol: &Protocol) -> Vec<String> {
        let rules = std::iter::once(finding.rule).chain(finding.also.iter().copied());
        let rulings = rules.filter_map(|rule| protocol.ruling_of(rule));
        let mut told = Vec::new();
        for source in rulings.flat_map(|ruling| &ruling.sources) {
            let source = self.cited(source);
            if !told.contains(&source) {
                told.push(source);
            }
        }
        told
    }

    /// Who set a finding aside, and why, where somebody did.
    pub fn set_aside(&self, finding: &Finding, record: &Record) -> Option<String> {
        let id = finding.set_aside.as_ref()?;
        let row = record.overrides.iter().find(|row| row.id == *id)?;
        let facts = [("name", row.name.trim()), ("role", row.role.trim()), ("reason", row.reason.trim())];
        Some(self.fill("form.override.by", &facts))
    }

    /// A severity's name.
    pub fn severity(&self, severity: Severity) -> String {
        self.label(&format!("form.severity.{}", severity.name())).to_owned()
    }

    /// The Welsh text for a Welsh reader, where there is one.
    pub fn either<'a>(&self, english: &'a str, welsh: &'a str) -> &'a str {
        let welsh = welsh.trim();
        if self.language() == super::Language::Welsh && !welsh.is_empty() { welsh } else { english.trim() }
    }
}
