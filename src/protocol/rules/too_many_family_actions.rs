//! A plan that asks more of the family than a family can do.
//!
//! **Asks:** the family has no more open actions than the pack says.
//! **Why:** a list too long to be done sets a family up to fail.
//!
//! Source: ours, after the limit in several early help templates (domain.md 2.2, 2.3 K).

use crate::protocol::pack::FigureName;
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::{Place, Record, RowId};
use std::collections::HashSet;

/// See the module.
pub static RULE: Rule = Rule { code: "too-many-family-actions", topic: Topic::Actions, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let Some(most) = terms.number(FigureName::FamilyActions) else { return report.not_applicable() };
    let children = record.children.iter().map(|child| &child.id);
    let family: HashSet<&RowId> = children.chain(record.people.iter().map(|person| &person.id)).collect();
    let open = record.plan.actions.iter().filter(|action| action.is_open());
    let theirs = open.filter_map(|action| action.owner.id()).filter(|owner| family.contains(owner)).count();
    let count = u32::try_from(theirs).unwrap_or(u32::MAX);
    if count > most {
        let finding = report.unmet(Place::home("plan/actions"));
        finding.with("count", Fact::Count(count)).with("most", Fact::Count(most));
    }
}
