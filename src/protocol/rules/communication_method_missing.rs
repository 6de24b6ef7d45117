//! A baby, or a child with a disability, and nothing on how the child was heard.
//!
//! **Asks:** for each baby or infant, and for each child with any disability, the record says how that child was
//! observed and communicated with.
//! **Why:** a child who does not speak, or speaks in another way, is otherwise left out.
//!
//! Source: HANTS-ASM-05, Assessments. The age until which a child counts as an infant is a figure of the pack;
//! a child who is not born yet does not count.

use crate::protocol::pack::FigureName;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::child::Child;
use crate::record::codes::Disability;
use crate::record::{Answer, Place, Record, State};

/// See the module.
pub static RULE: Rule = Rule { code: "communication-method-missing", topic: Topic::Assessment, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    if record.children.is_empty() {
        report.unknown(Place::home("children"));
        return;
    }
    let mut applies = false;
    for child in record.children.iter().filter(|child| !child.is_unborn()) {
        let method = &child.communication_method;
        if !method.is_blank() || is_infant(child, terms) || is_disabled(child) {
            applies = true;
            report.wants(method, Child::communication_method.at(child));
        } else if let Some(place) = doubtful(child) {
            report.unknown(place);
        }
    }
    if !applies {
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
