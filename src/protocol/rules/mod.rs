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
    answer_unread,
    answer_too_long,
    link_to_nothing,
    birth_and_expected_birth,
    birth_in_the_future,
    plan_ends_before_it_starts,
    la_child_id_unsound,
    child_missing,
    needs_or_outcomes_missing,
    outcomes_missing,
    outcome_without_need,
    outcome_without_target_date,
    outcome_without_measure,
    outcome_without_baseline,
    action_without_owner,
    action_owned_by_role,
    action_without_date,
    action_without_outcome,
    action_without_measure,
    too_many_family_actions,
    vague_wording,
    progress_not_recorded,
    progress_measure_missing,
    progress_measurer_missing,
    contingency_missing,
    contingency_incomplete,
    contingency_not_discussed,
    non_cooperation_not_covered,
    family_group_conference_not_answered,
    contingency_options_not_considered,
    referral_without_referrer,
    referral_declined_not_in_writing,
    exit_criteria_missing,
    ending_route_missing,
    outcomes_open_at_closure,
    closure_meeting_missing,
    closure_agreement_not_in_advance,
    agency_not_told_of_closure,
    family_not_told_of_closure,
    joint_visit_incomplete,
    step_down_meeting_incomplete,
    step_up_reason_missing,
}
