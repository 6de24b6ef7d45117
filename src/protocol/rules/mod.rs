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
    family_views_not_sought,
    network_missing,
    parent_summary_missing,
    agencies_not_identified,
    key_agency_without_reason,
    agency_contribution_missing,
    lead_professional_missing,
    lead_contact_missing,
    direct_worker_missing,
    member_left_without_agreement,
    withdrawal_not_in_writing,
    parent_without_consent_record,
    child_without_consent_record,
    consent_signed_late,
    assessment_not_shared,
    assessment_basis_incomplete,
    child_not_seen,
    relationships_not_observed,
    communication_method_missing,
    parents_involvement_missing,
    engagement_attempts_missing,
    information_not_requested,
    identity_not_explored,
    analysis_missing,
    analysis_not_explained,
    assessment_not_signed_off,
    risk_not_shared_with_parents,
    risk_not_shared_with_manager,
    child_views_now_missing,
    child_views_past_missing,
    views_without_influence,
    views_not_followed_without_reason,
    views_method_missing,
    view_sources_missing,
    advocate_not_answered,
    action_without_owner,
    other_plans_not_answered,
    other_plan_continuation_not_answered,
    tier_four_plan_without_fit,
}
