//! Words that say too little.
//!
//! **Asks:** actions, measures and the contingency say what will be seen or done, without the phrases
//! that the pack lists ("as appropriate"). A phrase may count only when it is the whole answer.
//! **Why:** nobody can tell whether "ongoing" was done.
//!
//! Source: ours (decisions.md 11).

use crate::protocol::phrases::Phrases;
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::contingency::Contingency;
use crate::record::plan::{Action, Outcome};
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "vague-wording", topic: Topic::Actions, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let phrases = Phrases::of(terms);
    if phrases.is_empty() {
        return report.not_applicable();
    }
    let mut look = |text: &str, place: &dyn Fn() -> Place| {
        if let Some(phrase) = phrases.found(text) {
            report.unmet(place()).with("phrase", Fact::Words(phrase.to_owned()));
        }
    };
    for action in record.plan.actions.iter().filter(|action| action.is_open()) {
        look(&action.what, &|| Action::what.at(action));
        look(&action.measure, &|| Action::measure.at(action));
    }
    for outcome in record.plan.outcomes.iter().filter(|outcome| outcome.is_open()) {
        look(&outcome.measure, &|| Outcome::measure.at(outcome));
    }
    look(&record.contingency.action, &|| Contingency::action.here());
}
