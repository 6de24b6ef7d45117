//! The rules, one file each, listed in the order a manager reads their topics.
//!
//! Never here: a figure, a weight, a sentence or a document's name. Those are a pack's.

use super::rule::Rule;

macro_rules! rules {
    ($( $name:ident ),* $(,)?) => {
        $( pub mod $name; )*
        /// Every rule.
        pub static RULES: &[&Rule] = &[$( &$name::RULE ),*];
    };
}

rules! {
    action_without_owner,
    visit_frequency_missing,
    visit_interval_too_long,
    visit_overdue,
    visit_late,
    child_not_seen_at_visit,
    visit_without_result,
    plan_start_missing,
    review_overdue,
    review_set_too_late,
    review_date_not_agreed,
    chair_outside_childrens_services,
    chair_not_team_manager,
    next_meeting_not_set,
    notice_too_short,
    plan_not_distributed,
    child_copy_not_settled,
    distribution_owner_missing,
}
