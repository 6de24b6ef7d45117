//! Nobody has said whether the child needs support, or an advocate, to take part.
//!
//! **Asks:** for each child who is born, whether the child needs support at the meeting, and which; and whether an advocate.
//! **Why:** some children can say what matters to them only with somebody beside them.
//!
//! Source: HANTS-PART-01, The Multi-Agency Planning Meeting and the Child in Need plan; domain/audit.md 1a.30; decisions.md 8.

use crate::protocol::meetings::with_family;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::attendance::ChildAtMeeting;
use crate::record::child::Child;
use crate::record::codes::{YesNo, YesNoUnknown};
use crate::record::voice::Voice;
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "child-support-not-answered", topic: Topic::Voice, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for at in report.children_at(record, with_family(record, terms)) {
        if let Some(row) = at.wanted(report) {
            support(row, report);
        }
        if at.row.is_none_or(|row| row.advocate.is_blank()) {
            advocate(record, at.child, report);
        }
    }
}

fn support(row: &ChildAtMeeting, report: &mut Report) {
    if let Some(finding) = report.wants(&row.needs_support, ChildAtMeeting::needs_support.at(row)) {
        finding.about(Topic::Attendance);
    }
    if row.needs_support.is(YesNoUnknown::Yes)
        && let Some(finding) = report.wants(&row.support, ChildAtMeeting::support.at(row))
    {
        finding.saying("support-missing").about(Topic::Attendance);
    }
}

fn advocate(record: &Record, child: &Child, report: &mut Report) {
    let Some(voice) = record.voice_of(child) else {
        report.unmet(Place::home("voices")).saying("advocate").about(Topic::Voice);
        return;
    };
    if !voice.has_advocate.is(YesNo::Yes)
        && let Some(finding) = report.wants(&voice.needs_advocate, Voice::needs_advocate.at(voice))
    {
        finding.saying("advocate").about(Topic::Voice);
    }
}
