//! What a reader of the family may have, told by the rules and not by what makes the copies.

use crate::arranged::id;
use crate::marks::Name;
use std::collections::BTreeSet;
use team_around::reading::family::ALLOWED;
use team_around::record::codes::YesNo;
use team_around::record::people::MayReceive;
use team_around::record::sharing::CopyDecision;
use team_around::record::{Record, RowId};

/// What a family may ever read, as the project's sixth room tells it: headings, and the questions under them.
/// Written by hand: it is not the list that makes the copies.
pub const EVER: [&str; 33] = [
    "plan.why",
    "plan.parent_summary",
    "plan.exit_criteria",
    "need.what",
    "outcome.what",
    "outcome.baseline",
    "outcome.measure",
    "action.what",
    "action.family_wording",
    "action.owner_role",
    "action.measure",
    "danger.statement",
    "danger.safety_goal",
    "analysis.strengths",
    "analysis.existing_safety",
    "analysis.if_nothing_changes",
    "analysis.bottom_lines",
    "visit-schedule.purpose",
    "contingency.trigger",
    "contingency.action",
    "contingency.non_cooperation",
    "contingency.emergency_contact",
    "meeting.at_time",
    "family-copy.ring",
    "copy-choice.wording",
    "professional.name",
    "professional.role_detail",
    "person.name",
    "child.preferred_name",
    "outcome.target_date",
    "contingency.by",
    "meeting.on",
    "plan.review_on",
];
/// What is said of an action beside its words, and how often somebody comes.
pub const BESIDE: [&str; 4] =
    ["action.due", "action.completed_on", "action.repeats_every", "visit-schedule.every"];
/// When a copy was prepared and approved, and until when it may be read.
const OF_THE_COPY: [&str; 3] =
    ["family-copy.prepared_on", "family-copy.approved_on", "family-copy.expires_on"];
/// A child's own words, which somebody has to share.
pub const OWN: [&str; 4] =
    ["voice.views_now", "voice.influence", "voice.not_followed_reason", "voice.how_obtained_next"];
/// All that the short copy has.
const SHORT: [&str; 19] = [
    "plan.why",
    "plan.parent_summary",
    "action.what",
    "action.family_wording",
    "action.owner_role",
    "action.measure",
    "meeting.at_time",
    "family-copy.ring",
    "contingency.emergency_contact",
    "copy-choice.wording",
    "child.preferred_name",
    "action.due",
    "action.completed_on",
    "action.repeats_every",
    "meeting.on",
    "plan.review_on",
    "family-copy.prepared_on",
    "family-copy.approved_on",
    "family-copy.expires_on",
];

/// All that the reader of the first copy may have.
pub fn may_have(record: &Record, all: &BTreeSet<Name>) -> BTreeSet<Name> {
    let wrong: BTreeSet<Name> = wrong(record, all).into_iter().collect();
    all - &wrong
}

/// What of these answers the reader of the first copy may not have: from the rules, not from what makes the copies.
pub fn wrong(record: &Record, found: &BTreeSet<Name>) -> Vec<Name> {
    let copy = &record.sharing.copies[0];
    let readers = copy.readers.ids();
    let child = readers.iter().find(|reader| reader.as_str().starts_with("children"));
    let mine = |id: &RowId| match child {
        Some(_) => readers.contains(id),
        None => copy.children.has(id),
    };
    let apart = |id: &RowId| {
        let person = record.people.iter().find(|person| person.id == *id);
        !readers.contains(id)
            && person.is_some_and(|person| readers.iter().any(|reader| person.not_to_meet.has(reader)))
    };
    let stranger =
        |id: &RowId| apart(id) || id.as_str().starts_with("children") && !mine(id) && !readers.contains(id);
    let short = record
        .people
        .iter()
        .any(|person| readers.contains(&person.id) && person.may_receive_plan.is(MayReceive::Limited));
    let about = |ids: &[RowId]| ids.is_empty() || ids.iter().any(&mine);
    let decided = |row: &str, decision: CopyDecision| {
        record.sharing.choices.iter().any(|choice| {
            choice.copy.id() == Some(&copy.id)
                && choice.place.contains(row)
                && choice.decision.is(decision)
                && choice.risk.is(YesNo::No)
        })
    };
    let allowed = |question: &str, row: &str| match question {
        "outcome.what" | "outcome.baseline" | "outcome.measure" | "outcome.target_date" => {
            about(record.plan.outcomes.iter().find(|it| it.id.as_str() == row).unwrap().children.ids())
        }
        "need.what" => {
            about(record.plan.needs.iter().find(|it| it.id.as_str() == row).unwrap().children.ids())
        }
        question
            if question.starts_with("action.")
                && (EVER.contains(&question) || BESIDE.contains(&question)) =>
        {
            let action = record.plan.actions.iter().find(|it| it.id.as_str() == row).unwrap();
            let owner = action.owner.id();
            let outcome = record.plan.outcomes.iter().find(|it| Some(&it.id) == action.outcome.id()).unwrap();
            !owner.is_some_and(&stranger)
                && about(outcome.children.ids())
                && (!short || owner.is_some_and(|id| readers.contains(id)))
        }
        "person.name" | "child.preferred_name" => !stranger(&id(row)),
        "contingency.action" | "contingency.by" => !stranger(record.contingency.owner.id().unwrap()),
        "family-copy.ring" => row == copy.id.as_str(),
        question if OF_THE_COPY.contains(&question) => row == copy.id.as_str(),
        "visit-schedule.every" => true,
        "copy-choice.wording" => {
            let choice = record.sharing.choices.iter().find(|it| it.id.as_str() == row).unwrap();
            choice.copy.id() == Some(&copy.id)
                && choice.decision.is(CopyDecision::Reword)
                && ALLOWED.iter().any(|(home, _)| choice.place.starts_with(home))
        }
        question if OWN.contains(&question) => {
            let voice = record.voices.iter().find(|it| it.id.as_str() == row).unwrap();
            mine(voice.child.id().unwrap())
                && !readers.iter().any(|reader| voice.keep_private_from.has(reader))
                && (decided(row, CopyDecision::Share) || decided(row, CopyDecision::Reword))
        }
        question => EVER.contains(&question),
    };
    let short_too = |question: &str| {
        !short
            || SHORT.contains(&question)
            || question == "person.name"
            || question.starts_with("professional")
    };
    found.iter().filter(|(question, row)| !(allowed(question, row) && short_too(question))).cloned().collect()
}
