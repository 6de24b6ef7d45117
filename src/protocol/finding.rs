//! A finding: what a rule found at one place. A code and facts, never a sentence.

use super::topic::Topic;
use crate::calendar::{Interval, Working};
use crate::record::{Place, RowId};
use chrono::NaiveDate;

/// How much a finding weighs. Later ones weigh more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Shown, nothing more.
    Info,
    /// A question worth asking.
    Ask,
    /// A visible warning; never stops anything.
    Should,
    /// Stops finalising and sharing unless a reason is recorded with name, role and time.
    Must,
    /// Stops finalising and sharing; no reason sets it aside. Protected addresses and family copies only.
    Safety,
}

impl Severity {
    /// All, the lightest first.
    pub const ALL: [Self; 5] = [Self::Info, Self::Ask, Self::Should, Self::Must, Self::Safety];

    /// The name in packs and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Ask => "ask",
            Self::Should => "should",
            Self::Must => "must",
            Self::Safety => "safety",
        }
    }
}

/// What a rule found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// What the protocol asks is done.
    Met,
    /// It is not done.
    Unmet,
    /// It is not done, and there is still time until [`Finding::due_on`]. Never stops anything.
    Due,
    /// It cannot be told yet: something it hangs on is not answered, or lies past the calendar's end.
    Unknown,
    /// It does not apply to this record now.
    NotApplicable,
}

impl Status {
    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Unmet => "unmet",
            Self::Due => "due",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not applicable",
        }
    }
}

/// Something a sentence needs to name.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// Words that a person wrote: a name, a vague phrase.
    Words(String),
    /// A day.
    Day(NaiveDate),
    /// A number.
    Count(u32),
    /// A length of time.
    Interval(Interval),
    /// A person of the record, by id.
    Person(RowId),
    /// Agencies of the record, by id.
    Agencies(Vec<RowId>),
}

/// What one rule found at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule's code.
    pub rule: &'static str,
    /// Which of the rule's sentences says it: `rule.<code>.<says>` in `words/`.
    pub says: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// How much it weighs.
    pub severity: Severity,
    /// What was found.
    pub status: Status,
    /// Where.
    pub place: Place,
    /// What the sentence names.
    pub facts: Vec<(&'static str, Fact)>,
    /// The last day on which doing it is in time.
    pub due_on: Option<NaiveDate>,
    /// How that day was counted.
    pub working: Option<Working>,
    /// Other rules of the same topic that found the same thing at the same place.
    pub also: Vec<&'static str>,
    /// The row of `overrides` that sets it aside.
    pub set_aside: Option<RowId>,
    /// Whether finishing a document never waits for it, because what it asks follows the meeting
    /// (audit.md part 2, HANTS-ESC-01).
    pub never_stops: bool,
}

impl Finding {
    /// Whether it stops finalising and sharing. Nothing ever stops saving.
    pub fn stops(&self) -> bool {
        self.status == Status::Unmet
            && !self.never_stops
            && (self.severity == Severity::Safety
                || self.severity == Severity::Must && self.set_aside.is_none())
    }

    /// Whether a person needs to see it: it is unmet and weighs more than `info`.
    pub fn is_open(&self) -> bool {
        self.status == Status::Unmet && self.severity > Severity::Info && self.set_aside.is_none()
    }

    /// Names a fact for the sentence.
    pub fn with(&mut self, name: &'static str, fact: Fact) -> &mut Self {
        self.facts.push((name, fact));
        self
    }

    /// Names several people or agencies in `who`, each once and in an order that does not hang on the rows'.
    pub fn naming(&mut self, mut names: Vec<&str>) -> &mut Self {
        names.sort_unstable();
        names.dedup();
        self.with("who", Fact::Words(names.join(", ")))
    }

    /// Says it with another of the rule's sentences.
    pub fn saying(&mut self, says: &'static str) -> &mut Self {
        self.says = says;
        self
    }

    /// It is about something else than the rule is as a rule: findings of one topic at one place are one message.
    pub fn about(&mut self, topic: Topic) -> &mut Self {
        self.topic = topic;
        self
    }

    /// Weighs at most this much here.
    pub fn at_most(&mut self, severity: Severity) -> &mut Self {
        self.severity = self.severity.min(severity);
        self
    }

    /// Finishing a document never waits for it.
    pub fn never_stopping(&mut self) -> &mut Self {
        self.never_stops = true;
        self
    }

    /// The last day on which doing it was or is in time, and how it was counted.
    pub fn by(&mut self, day: NaiveDate, working: Option<Working>) -> &mut Self {
        self.due_on = Some(day);
        self.working = working;
        self
    }
}
