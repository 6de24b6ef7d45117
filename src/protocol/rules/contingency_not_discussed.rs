//! A contingency plan that the parents do not know.
//!
//! **Asks:** where there is one, it was talked over with the parents, and whether they agreed is
//! recorded; or talking it over would put somebody at risk, and who decided that is recorded.
//! **Why:** a consequence that comes as a surprise is a threat, and one that was agreed is a plan.
//!
//! Source: CALD-CONT-03, What if progress is not being made?

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::codes::DoneOrUnsafe;
use crate::record::contingency::Contingency;
use crate::record::{Record, Typed};

/// See the module.
pub static RULE: Rule = Rule { code: "contingency-not-discussed", topic: Topic::Contingency, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let contingency = &record.contingency;
    if contingency.is_missing() {
        return report.not_applicable();
    }
    match contingency.discussed_with_parents {
        Typed::Blank | Typed::Given(DoneOrUnsafe::NotYet) => {
            report.unmet(Contingency::discussed_with_parents.here());
        }
        Typed::Unread(_) => {
            report.unknown(Contingency::discussed_with_parents.here());
        }
        Typed::Given(DoneOrUnsafe::Unsafe) if contingency.not_discussed_reason.is_blank() => {
            report.unmet(Contingency::not_discussed_reason.here()).saying("unsafe-without-reason");
        }
        Typed::Given(DoneOrUnsafe::Done) if contingency.agreed_by_parents.is_blank() => {
            report.unmet(Contingency::agreed_by_parents.here()).saying("agreement");
        }
        Typed::Given(_) => {}
    }
}
