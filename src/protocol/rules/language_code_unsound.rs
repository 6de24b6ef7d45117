//! A copy's language that is no code of one.
//!
//! **Asks:** the language of a copy for the family is a code such as cy, pl, ur or ar.
//! **Why:** a voice that reads the page aloud, and the side from which it is written, hang on it; with any other word the
//! page is read as English.
//!
//! Source: ours, after BCP 47 (domain.md 5.2).

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::sharing::PreparedCopy;
use crate::record::{Record, language_tag};

/// See the module.
pub static RULE: Rule = Rule { code: "language-code-unsound", topic: Topic::Answers, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for copy in &record.sharing.copies {
        if !copy.language.is_blank() && language_tag(&copy.language).is_empty() {
            report.unmet(PreparedCopy::language.at(copy));
        }
    }
}
