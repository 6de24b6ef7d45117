//! A baby, or a child with a disability, and nothing on how the child was heard.
//!
//! **Asks:** for a baby or infant, and for a child with any disability, the record says how the child was
//! observed and communicated with.
//! **Why:** a child who does not speak, or speaks in another way, is otherwise left out.
//!
//! Source: HANTS-ASM-05, Assessments. The age until which a child counts as an infant is a figure of the pack;
//! a child who is not born yet does not count.

use crate::protocol::pack::FigureName;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::assessment::Assessment;
use crate::record::child::Child;
use crate::record::codes::Disability;
use crate::record::{Answer, Place, Record, State};

/// See the module.
pub static RULE: Rule = Rule { code: "communication-method-missing", topic: Topic::Assessment, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let method = &record.assessment.communication_method;
    if record.children.is_empty() {
        report.unknown(Place::home("children"));
        return;
    }
    let born = || record.children.iter().filter(|child| !child.is_unborn());
    let doubt = || born().filter_map(doubtful).min();
    if born().any(|child| is_infant(child, terms) || is_disabled(child)) {
        report.wants(method, Assessment::communication_method.here());
    } else if let Some(place) = doubt().filter(|_| method.is_blank()) {
        report.unknown(place);
    } else if method.is_blank() {
        report.not_applicable();
    }
}

/// Whether the child has not yet come to the age until which a child counts as an infant.
fn is_infant(child: &Child, terms: &Terms<'_>) -> bool {
    let born = child.date_of_birth.get();
    let grown = born.and_then(|born| terms.due(born, FigureName::InfantUntil)?.date());
    grown.is_some_and(|grown| terms.today < grown)
}

fn is_disabled(child: &Child) -> bool {
    let codes = child.disabilities.0.iter().filter_map(|code| code.get());
    codes.into_iter().any(|code| code != Disability::None)
}

/// The question whose answer could still make the child one of those.
fn doubtful(child: &Child) -> Option<Place> {
    if child.date_of_birth.given().is_none() {
        return Some(Child::date_of_birth.at(child));
    }
    let disabilities: &dyn Answer = &child.disabilities;
    (disabilities.state() != State::Given).then(|| Child::disabilities.at(child))
}
