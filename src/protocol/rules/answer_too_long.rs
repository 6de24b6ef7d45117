//! An answer longer than a file may hold.
//!
//! **Asks:** a line has at most 200 characters and a narrative at most 20,000.
//! **Why:** longer ones are refused when the file is read.
//!
//! Source: ours (reliability.md 3.7).

use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::{Kind, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "answer-too-long", topic: Topic::Answers, check };

const LONGEST_LINE: u32 = 200;
const LONGEST_NARRATIVE: u32 = 20_000;

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    record.each_answer(&mut |place, field, answer| {
        let most = match field.kind {
            Kind::Line => LONGEST_LINE,
            Kind::Narrative => LONGEST_NARRATIVE,
            _ => return,
        };
        let length = u32::try_from(answer.written().chars().count()).unwrap_or(u32::MAX);
        if length > most {
            let finding = report.unmet(place.clone());
            finding.with("length", Fact::Count(length)).with("most", Fact::Count(most));
        }
    });
}
