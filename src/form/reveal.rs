//! Questions that are asked only after a certain answer to another one of the same section.
//!
//! What was answered before stays in the record when a question is no longer asked.

/// (section, question, asked only where this other question …, … has one of these answers; none: any answer)
type When = (&'static str, &'static str, &'static str, &'static [&'static str]);

static WHEN: &[When] = &[
    ("child", "last_seen_on", "seen", &["yes"]),
    ("person", "relationship_detail", "relationship", &["other-relative", "other", "carer"]),
    ("person", "views_not_sought_reason", "views_sought", &["not-yet", "unsafe"]),
    ("agency", "key_reason", "key_agency", &["yes"]),
    ("agency", "information_requested_on", "gives_service", &["yes"]),
    ("professional", "exit_route", "member_to", &[]),
    ("professional", "exit_notice_on", "member_to", &[]),
    ("consent", "status_reason", "status", &["refused", "not-asked", "not-appropriate"]),
    ("consent", "signed_on", "status", &["signed", "withdrawn"]),
    ("consent", "method", "status", &["signed", "withdrawn"]),
    ("consent", "withdrawn_on", "status", &["withdrawn"]),
    ("consent", "agreed_to_service_on", "agrees_to_service", &["yes"]),
    ("assessment", "identity_impact", "identity_explored", &["explored"]),
    ("assessment", "explained_unsafe_reason", "explained_to_family", &["unsafe"]),
    ("assessment", "shared_with_family_on", "shared_with_family", &["done"]),
    ("assessment", "shared_unsafe_reason", "shared_with_family", &["unsafe"]),
    ("risk", "unsafe_reason", "shared_with_parents", &["unsafe"]),
    ("voice", "sources_detail", "sources", &["other"]),
    ("voice", "not_followed_reason", "reflects", &["partly", "no"]),
    ("voice", "needs_advocate", "has_advocate", &["no"]),
    ("outcome", "removed_reason", "status", &["removed"]),
    ("action", "completed_on", "status", &["done"]),
    ("action", "repeats_unit", "repeats_every", &[]),
    ("visit-schedule", "every", "visits", &["yes"]),
    ("visit-schedule", "unit", "visits", &["yes"]),
    ("visit-schedule", "purpose", "visits", &["yes"]),
    ("visit-schedule", "location", "visits", &["yes"]),
    ("visit-schedule", "unannounced", "visits", &["yes"]),
    ("visit", "seen_alone", "child_seen", &["yes"]),
    ("contingency", "discussed_on", "discussed_with_parents", &["done"]),
    ("contingency", "agreed_by_parents", "discussed_with_parents", &["done"]),
    ("contingency", "not_discussed_reason", "discussed_with_parents", &["not-yet", "unsafe"]),
    ("meeting", "kind_detail", "kind", &["generic"]),
    ("meeting", "venue_access_detail", "venue_accessible", &["no"]),
    ("meeting", "agenda_days_before", "agenda_in_advance", &["yes"]),
    ("meeting", "agenda_sent_on", "agenda_in_advance", &["yes"]),
    ("meeting", "help_to_attend_detail", "help_to_attend", &["offered"]),
    ("meeting", "inquorate_reason", "quorate", &["no"]),
    ("meeting", "family_views_how", "kind", &["professionals"]),
    ("meeting", "next_not_set_reason", "next_set_in_meeting", &["no"]),
    ("meeting", "notice_sent_on", "next_set_in_meeting", &["no"]),
    ("meeting", "urgent", "next_set_in_meeting", &["no"]),
    ("attendance", "not_invited_reason", "invited", &["no", "unsafe"]),
    ("child-at-meeting", "absence_detail", "absence", &[]),
    ("child-at-meeting", "support", "needs_support", &["yes"]),
    ("agency-report", "taken_down_by", "mode", &["verbal"]),
    ("agency-report", "education_attendance", "knowledge", &["education"]),
    ("agency-report", "education_attainment", "knowledge", &["education"]),
    ("agency-report", "health", "knowledge", &["health"]),
    ("agency-report", "mental_health", "knowledge", &["mental-health"]),
    ("agency-report", "substance_misuse", "knowledge", &["substance-misuse"]),
    ("agency-report", "housing", "knowledge", &["housing"]),
    ("agency-report", "other_knowledge", "knowledge", &["other"]),
    ("agency-report", "shared_on", "shared_with_family", &["done"]),
    ("agency-report", "shared_by", "shared_with_family", &["done", "unsafe"]),
    ("decision", "not_followed_reason", "reflects", &["partly", "no"]),
    ("feedback", "child_listened", "from", &["child"]),
    ("feedback", "child_knows_next", "from", &["child"]),
    ("feedback", "child_change", "from", &["child"]),
    ("feedback", "family_understood", "from", &["family"]),
    ("feedback", "family_listened", "from", &["family"]),
    ("feedback", "family_wrong", "from", &["family"]),
    ("feedback", "professional_focus", "from", &["professional"]),
    ("feedback", "professional_part", "from", &["professional"]),
    ("feedback", "professional_change", "from", &["professional"]),
    ("difference", "decided_by", "decision", &[]),
    ("referral", "declined_in_writing_on", "outcome", &["declined"]),
    ("referral", "declined_reasons", "outcome", &["declined"]),
    ("plan-copy", "sent_on", "status", &["sent"]),
    ("plan-copy", "method", "status", &["sent"]),
    ("plan-copy", "reason", "status", &["withheld", "not-appropriate"]),
    ("ending", "reason", "route", &[]),
    ("ending", "closure_route", "route", &["closure"]),
    ("ending", "meeting", "route", &["closure", "step-down"]),
    ("ending", "team_manager", "closure_route", &["team-manager"]),
    ("ending", "agreed_on", "closure_route", &["team-manager"]),
    ("ending", "tasks", "closure_route", &["team-manager"]),
    ("ending", "last_task_done_on", "closure_route", &["team-manager"]),
    ("ending", "step_down_route", "route", &["step-down"]),
    ("ending", "joint_visit_on", "step_down_route", &["joint-visit"]),
    ("ending", "social_care_attended", "step_down_route", &["joint-visit"]),
    ("ending", "early_help_attended", "step_down_route", &["joint-visit"]),
    ("ending", "receiving_service", "route", &["step-down"]),
    ("ending", "new_lead", "route", &["step-down"]),
    ("ending", "step_up_reasons", "route", &["step-up"]),
    ("closure-notice", "sent_on", "status", &["sent"]),
    ("closure-notice", "unsafe_reason", "status", &["unsafe"]),
];

/// The question on whose answer this one waits, with the answers that call for it.
pub fn waits_on(section: &str, key: &str) -> Option<(&'static str, &'static [&'static str])> {
    let found = WHEN.iter().find(|(of, question, ..)| *of == section && *question == key)?;
    Some((found.2, found.3))
}

/// Whether an answer, as written, calls for the question that waits on it.
pub fn calls(answers: &[&str], written: &str) -> bool {
    if answers.is_empty() {
        !written.is_empty()
    } else {
        written.split(',').any(|code| answers.contains(&code))
    }
}

#[cfg(test)]
mod tests {
    use super::WHEN;
    use crate::record::{CodeList, Kind, Record, Shape};

    /// A shape and every shape inside it.
    fn walk(shape: &'static Shape) -> Vec<&'static Shape> {
        let inner = shape.fields.iter().flat_map(|field| match field.kind {
            Kind::Part(inner) | Kind::Rows(inner) => walk(inner()),
            _ => Vec::new(),
        });
        std::iter::once(shape).chain(inner).collect()
    }

    #[test]
    fn every_line_names_questions_and_answers_that_exist() {
        let shapes = walk(&Record::QUESTIONS);
        for (of, question, other, answers) in WHEN {
            let shape = shapes.iter().find(|shape| shape.name == *of).unwrap_or_else(|| panic!("{of}"));
            assert!(shape.field(question).is_some(), "{of}.{question}");
            let (_, other) = shape.field(other).unwrap_or_else(|| panic!("{of}.{other}"));
            if let Kind::Choice(CodeList { codes, .. }) | Kind::Choices(CodeList { codes, .. }) = other.kind {
                assert!(answers.iter().all(|answer| codes.contains(answer)), "{of}.{question}");
            }
        }
    }
}
