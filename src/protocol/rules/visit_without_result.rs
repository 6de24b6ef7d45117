//! A visit of which nobody said whether it took place.
//!
//! **Asks:** once its day has come, a visit says what became of it.
//! **Why:** a visit counts only when it is known to have taken place.
//! Source: ours.

use crate::protocol::timescales::has_come;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::visits::Visit;

/// See the module.
pub static RULE: Rule = Rule { code: "visit-without-result", topic: Topic::Visits, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for row in record.visits.iter().filter(|row| has_come(&row.on, terms) && row.result.get().is_none()) {
        let question = Visit::result.at(row);
        if row.result.is_blank() {
            report.unmet(question)
        } else {
            report.unknown(question)
        };
    }
}
