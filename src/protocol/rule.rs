//! A rule: its code, its topic and one function; and the report that the function fills.

use super::compose::Ruling;
use super::finding::{Finding, Severity, Status};
use super::fitting::fit;
use super::terms::Terms;
use super::topic::Topic;
use crate::calendar::Working;
use crate::record::{Place, Record};
use chrono::NaiveDate;

/// One thing that a protocol asks. Named after what is wrong, never after the cure.
///
/// Its weight, its figures, the document's own word and its sources are a pack's.
pub struct Rule {
    /// The code: the file's name with `-` for `_`.
    pub code: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// Looks at the record, and reports.
    pub check: fn(&Record, &Terms<'_>, &mut Report),
}

/// What a rule has found so far.
pub struct Report {
    rule: &'static str,
    topic: Topic,
    severity: Severity,
    applies: bool,
    found: Vec<Finding>,
}

impl Report {
    /// An empty report of a rule that weighs this much.
    pub fn new(rule: &Rule, severity: Severity) -> Self {
        Self { rule: rule.code, topic: rule.topic, severity, applies: true, found: Vec::new() }
    }

    /// What the rule asks is not done at this place.
    pub fn unmet(&mut self, place: Place) -> &mut Finding {
        self.add(Status::Unmet, "unmet", place)
    }

    /// It is not done, and there is still time until and with this day.
    pub fn due(&mut self, place: Place, day: NaiveDate, working: Option<Working>) -> &mut Finding {
        self.add(Status::Due, "due", place).by(day, working)
    }

    /// It cannot be told yet.
    pub fn unknown(&mut self, place: Place) -> &mut Finding {
        self.add(Status::Unknown, "unknown", place)
    }

    /// It is done, and worth saying where.
    pub fn met(&mut self, place: Place) -> &mut Finding {
        self.add(Status::Met, "met", place)
    }

    /// The rule does not apply to this record now.
    pub fn not_applicable(&mut self) {
        self.applies = false;
    }

    fn add(&mut self, status: Status, says: &'static str, place: Place) -> &mut Finding {
        let at = self.found.len();
        self.found.push(Finding {
            rule: self.rule,
            says,
            topic: self.topic,
            severity: self.severity,
            status,
            place,
            facts: Vec::new(),
            due_on: None,
            working: None,
            also: Vec::new(),
            set_aside: None,
            never_stops: false,
        });
        &mut self.found[at]
    }

    /// What was found at meetings that the rule's packs are about.
    pub fn fitting(mut self, ruling: &Ruling, record: &Record, terms: &Terms<'_>) -> Vec<Finding> {
        let found = self.found.len();
        fit(&mut self.found, ruling, record, terms);
        self.applies &= found == 0 || !self.found.is_empty();
        self.finish()
    }

    /// What was found; where nothing was, that the rule is met or does not apply.
    pub fn finish(mut self) -> Vec<Finding> {
        if self.found.is_empty() {
            let (status, says) =
                if self.applies { (Status::Met, "met") } else { (Status::NotApplicable, "not-applicable") };
            self.add(status, says, Place::home(""));
        }
        self.found
    }
}
