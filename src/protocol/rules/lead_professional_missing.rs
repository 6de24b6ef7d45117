//! No lead professional, more than one, or one who is not the allocated worker.
//!
//! **Asks:** exactly one professional in the group is the lead professional; that is the child's allocated
//! worker, who works for Children's Services.
//! **Why:** a family and a group need one person who holds the plan together.
//!
//! Source: HANTS-LEAD-01, The Multi-Agency Planning Meeting and the Child in Need plan; domain/audit.md part 2
//! (identity, not presence).

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::codes::YesNo;
use crate::record::professionals::{Agency, AgencyKind, Professional};
use crate::record::{Place, Record, first_by_id};

/// See the module.
pub static RULE: Rule = Rule { code: "lead-professional-missing", topic: Topic::Group, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let group: Vec<&Professional> = record.group_on(terms.today).collect();
    let leads: Vec<&Professional> = group.iter().copied().filter(|one| one.is_lead()).collect();
    match leads.as_slice() {
        [] => {
            let allocated = first_by_id(group.iter().copied().filter(|one| one.allocated_worker.is(YesNo::Yes)));
            let place = allocated.map(|one| Professional::lead_professional.at(one));
            report.unmet(place.unwrap_or_else(|| Place::home("professionals"))).saying("none");
        }
        [lead] => {
            is_allocated(lead, &group, report);
            is_of_childrens_services(lead, record, report);
        }
        several => {
            for lead in several {
                report.unmet(Professional::lead_professional.at(lead)).saying("several");
            }
        }
    }
}

fn is_allocated(lead: &Professional, group: &[&Professional], report: &mut Report) {
    let other = group.iter().any(|one| one.id != lead.id && one.allocated_worker.is(YesNo::Yes));
    match lead.allocated_worker.get() {
        Some(YesNo::Yes) => {}
        None if !other => {
            report.unknown(Professional::allocated_worker.at(lead));
        }
        _ => {
            report.unmet(Professional::lead_professional.at(lead)).saying("not-allocated-worker");
        }
    }
}

fn is_of_childrens_services(lead: &Professional, record: &Record, report: &mut Report) {
    let Some(agency) = record.agency_of(lead) else {
        report.unknown(Professional::agency.at(lead));
        return;
    };
    match agency.kind.get() {
        Some(AgencyKind::ChildrensServices) => {}
        Some(_) => {
            report.unmet(Professional::agency.at(lead)).saying("not-childrens-services");
        }
        None => {
            report.unknown(Agency::kind.at(agency));
        }
    }
}
