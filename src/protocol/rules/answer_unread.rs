//! An answer that could not be read.
//!
//! **Asks:** what was typed for a day, a number or a choice can be read as one.
//! **Why:** nothing typed is thrown away, and nothing is guessed from it either.
//!
//! Source: ours (DESIGN, the record).

use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::{Record, State};

/// See the module.
pub static RULE: Rule = Rule { code: "answer-unread", topic: Topic::Answers, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    record.each_answer(&mut |place, _, answer| {
        if answer.state() == State::Unread {
            let typed = Fact::Words(answer.written().trim().to_owned());
            report.unmet(place.clone()).with("typed", typed);
        }
    });
}
