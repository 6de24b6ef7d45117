//! The review: every rule of the composed packs over one record.

use super::finding::{Finding, Severity, Status};
use super::rule::Report;
use super::rules::RULES;
use super::scope::Scope;
use super::terms::Terms;
use super::topic::Topic;
use crate::record::signoff::Override;
use crate::record::{Place, Record};
use std::collections::HashMap;

/// What the protocol finds in a record: a pure function of what was said and what is told.
///
/// Each rule of the packs answers at least once: unmet, due or unknown at a place, or met or not
/// applicable for the whole record. Findings of one topic at one place are one message that cites
/// all its sources and weighs as the strictest (domain/decisions.md 14).
pub fn review(record: &Record, terms: &Terms<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, rule) in RULES.iter().enumerate() {
        let Some(ruling) = terms.protocol.ruling(index) else { continue };
        let mut report = Report::new(rule, ruling.severity);
        (rule.check)(record, terms, &mut report);
        findings.extend(report.fitting(ruling, record, terms));
    }
    let mut findings = merge(findings);
    set_aside(&record.overrides, &mut findings);
    findings
}

/// What one document answers for of that: something that it asks, and of its own meeting where `terms` names one.
pub fn review_of(scope: Scope, record: &Record, terms: &Terms<'_>) -> Vec<Finding> {
    let mut findings = review(record, terms);
    findings.retain(|finding| {
        scope.answers_for(finding) && !scope.is_of_another(terms.meeting, &finding.place, record)
    });
    findings
}

/// One message for one topic at one place.
fn merge(findings: Vec<Finding>) -> Vec<Finding> {
    let mut merged: Vec<Finding> = Vec::with_capacity(findings.len());
    let mut at: HashMap<(Topic, Place, Status), usize> = HashMap::new();
    for finding in findings {
        let mergeable = matches!(finding.status, Status::Unmet | Status::Due);
        let key = (finding.topic, finding.place.clone(), finding.status);
        match at.get(&key).and_then(|index| merged.get_mut(*index)).filter(|_| mergeable) {
            Some(first) => join(first, finding),
            None => {
                at.insert(key, merged.len());
                merged.push(finding);
            }
        }
    }
    merged
}

fn join(first: &mut Finding, mut second: Finding) {
    if second.severity > first.severity {
        std::mem::swap(first, &mut second);
        first.also.append(&mut second.also);
    }
    first.never_stops &= second.never_stops || second.severity < first.severity;
    if second.rule != first.rule && !first.also.contains(&second.rule) {
        first.also.push(second.rule);
    }
}

/// Marks the findings that somebody set aside with a reason, a name and a role. Those of severity
/// `safety` cannot be.
fn set_aside(overrides: &[Override], findings: &mut [Finding]) {
    for row in overrides.iter().filter(|row| is_complete(row)) {
        let found = findings.iter_mut().find(|finding| {
            finding.severity < Severity::Safety
                && finding.rule == row.rule.trim()
                && finding.place.to_string() == row.place.trim()
        });
        if let Some(finding) = found {
            finding.set_aside = Some(row.id.clone());
        }
    }
}

fn is_complete(row: &Override) -> bool {
    !(row.reason.is_blank() || row.name.is_blank() || row.role.is_blank() || row.at.is_blank())
}
