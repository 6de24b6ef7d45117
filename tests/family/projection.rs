//! A record that says in every field which field it is, and thousands of readers: only what they may read goes out.

use crate::generated::{self, Dice};
use std::collections::BTreeSet;
use team_around::reading::family::{ALLOWED, prepared, write_copy};
use team_around::reading::page::{Phrases, document};
use team_around::record::codes::YesNo;
use team_around::record::meeting::MeetingStatus;
use team_around::record::people::{MayReceive, Relationship};
use team_around::record::sharing::{CopyChoice, CopyDecision};
use team_around::record::{Audience, Link, Links, Place, Record, RowId, State, Typed};
use team_around::wire::whole_text;
use team_around::words::{Language, Words};

/// The long run takes 2,000.
fn cases() -> u64 {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    asked.unwrap_or(0).clamp(150, 2_000)
}

/// What a family may ever read, as the project's sixth room tells it: headings, and the questions under them.
/// Written by hand: it is not the list that makes the copies.
const EVER: [&str; 29] = [
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
];
/// A child's own words, which somebody has to share.
const OWN: [&str; 4] =
    ["voice.views_now", "voice.influence", "voice.not_followed_reason", "voice.how_obtained_next"];
/// All that the short copy has.
const SHORT: [&str; 11] = [
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
];

fn id(text: &str) -> RowId {
    RowId::new(text).unwrap()
}

fn row(home: &str, dice: &mut Dice) -> RowId {
    generated::row_id(home, 1 + dice.below(2))
}

fn some(homes: &[&str], dice: &mut Dice) -> Vec<RowId> {
    let all = homes.iter().flat_map(|home| [1, 2].map(|number| generated::row_id(home, number)));
    all.filter(|_| dice.below(2) == 0).collect()
}

fn links<L>(ids: &[RowId]) -> Links<L> {
    Links::to(&ids.iter().collect::<Vec<_>>())
}

fn yes(dice: &mut Dice) -> Typed<YesNo> {
    [Typed::Given(YesNo::Yes), Typed::Given(YesNo::No), Typed::Blank][dice.below(3)].clone()
}

/// A full record whose readers, restrictions, shares and links follow from a seed.
fn arranged(seed: u64) -> Record {
    let mut record = generated::full(2);
    let dice = &mut Dice(seed);
    for person in &mut record.people {
        let may = [
            Typed::Given(MayReceive::Full),
            Typed::Given(MayReceive::Limited),
            Typed::Given(MayReceive::Full),
            Typed::Blank,
        ];
        person.may_receive_plan = may[dice.below(4)].clone();
        person.address_restricted = yes(dice);
        person.not_to_meet = links(&some(&["people"], dice));
        person.relationship = Typed::Given([Relationship::Mother, Relationship::Sibling][dice.below(2)]);
    }
    for child in &mut record.children {
        child.address_restricted = yes(dice);
    }
    for need in &mut record.plan.needs {
        need.children = links(&some(&["children"], dice));
    }
    for outcome in &mut record.plan.outcomes {
        outcome.children = links(&some(&["children"], dice));
    }
    for action in &mut record.plan.actions {
        action.owner = Link::to(&row(["children", "people", "professionals"][dice.below(3)], dice));
        action.outcome = Link::to(&row("plan/outcomes", dice));
        if dice.below(2) == 0 {
            action.family_wording = "".into();
        }
        if dice.below(4) == 0 {
            action.owner = Link::default();
        }
    }
    for voice in &mut record.voices {
        voice.child = Link::to(&row("children", dice));
        voice.keep_private_from = links(&some(&["people"], dice));
    }
    record.contingency.owner = Link::to(&row(["children", "people", "professionals"][dice.below(3)], dice));
    for visit in &mut record.visit_schedules {
        visit.visits = yes(dice);
    }
    for meeting in &mut record.meetings {
        meeting.status =
            [Typed::Given(MeetingStatus::Planned), Typed::Given(MeetingStatus::Held)][dice.below(2)].clone();
    }
    share(&mut record, dice);
    record
}

fn share(record: &mut Record, dice: &mut Dice) {
    let copy = &mut record.sharing.copies[0];
    let readers = if dice.below(8) == 0 {
        some(&["people", "children"], dice)
    } else {
        vec![row(["people", "people", "children"][dice.below(3)], dice)]
    };
    copy.readers = links(&readers);
    copy.children = links(&some(&["children"], dice));
    let places = [
        "voices/voices-1",
        "voices/voices-2/views_now",
        "plan/why",
        "plan/actions/plan-actions-1",
        "plan/outcomes/plan-outcomes-2",
        "analysis/strengths",
        "people/people-1/address",
        "assessment/history",
    ];
    record.sharing.choices.clear();
    for (number, place) in places.iter().enumerate() {
        let decisions =
            [CopyDecision::Share, CopyDecision::LeaveOut, CopyDecision::Reword, CopyDecision::Confirm];
        record.sharing.choices.push(CopyChoice {
            id: id(&format!("choice-{number}")),
            copy: Link::to(&row("sharing/copies", dice)),
            place: (*place).into(),
            decision: Typed::Given(decisions[dice.below(4)]),
            risk: yes(dice),
            wording: format!("canary copy-choice.wording choice-{number}").as_str().into(),
            ..CopyChoice::default()
        });
    }
}

/// Every canary in a text: the question and the row that it names.
fn canaries(text: &str) -> BTreeSet<(String, String)> {
    let words = |text: &str| text.split(['"', ',', '\\']).next().unwrap_or_default().to_owned();
    text.split("canary ")
        .skip(1)
        .map(|rest| {
            let said = words(rest);
            let (question, row) = said.split_once(' ').unwrap_or((&said, ""));
            (question.to_owned(), row.to_owned())
        })
        .collect()
}

/// Every canary in a page, whose sentences go on after a name.
fn canaries_of_a_page(html: &str) -> BTreeSet<(String, String)> {
    let texts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    let found = texts.flat_map(|text| text.split("canary ").skip(1));
    let words = found.map(|rest| {
        let mut words = rest.split_whitespace().map(|word| word.trim_end_matches(['.', ',']));
        (
            words.next().unwrap_or_default().to_owned(),
            words.next().filter(|row| row.contains('-')).unwrap_or_default().to_owned(),
        )
    });
    words.collect()
}

/// What of these canaries the reader of the first copy may not have: from the rules, not from what makes the copies.
fn wrong(record: &Record, found: &BTreeSet<(String, String)>) -> Vec<(String, String)> {
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
        "outcome.what" | "outcome.baseline" | "outcome.measure" => {
            about(record.plan.outcomes.iter().find(|it| it.id.as_str() == row).unwrap().children.ids())
        }
        "need.what" => {
            about(record.plan.needs.iter().find(|it| it.id.as_str() == row).unwrap().children.ids())
        }
        "action.what" | "action.family_wording" | "action.measure" | "action.owner_role" => {
            let action = record.plan.actions.iter().find(|it| it.id.as_str() == row).unwrap();
            let owner = action.owner.id();
            let outcome = record.plan.outcomes.iter().find(|it| Some(&it.id) == action.outcome.id()).unwrap();
            !owner.is_some_and(&stranger)
                && about(outcome.children.ids())
                && (!short || owner.is_some_and(|id| readers.contains(id)))
        }
        "person.name" | "child.preferred_name" => !stranger(&id(row)),
        "contingency.action" => !stranger(record.contingency.owner.id().unwrap()),
        "family-copy.ring" => row == copy.id.as_str(),
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

#[test]
fn only_what_a_reader_may_read_goes_out() {
    let mut seen = BTreeSet::new();
    for seed in 0..cases() {
        let record = arranged(seed);
        let made = prepared(&record, &id("sharing-copies-1")).unwrap();
        let text = write_copy(&made.copy);
        let found = canaries(&text);
        let wrong = wrong(&record, &found);
        assert!(wrong.is_empty(), "seed {seed}: {wrong:?}\n{text}");
        // The page says what the copy says, and nothing else of the record.
        let words = Words::of(Language::English);
        let say = |key: &str| words.say(key).map(str::to_owned);
        let html = document(&made.copy, &Phrases { say: &say, language: "en" });
        let shown = canaries_of_a_page(&html);
        assert!(shown.is_subset(&found), "seed {seed}: {:?}", shown.difference(&found).collect::<Vec<_>>());
        seen.extend(found.into_iter().map(|(question, _)| question));
        // Whoever approves sees of each answer that it goes, or why not.
        let left: BTreeSet<String> = made.left_out.iter().map(|left| left.place.to_string()).collect();
        let goes: BTreeSet<String> = made.goes.iter().map(Place::to_string).collect();
        record.each_answer(&mut |place, field, answer| {
            let row = Place { key: None, ..place.clone() }.to_string();
            let told =
                left.contains(&place.to_string()) || left.contains(&row) || goes.contains(&place.to_string());
            let aside = ["sharing/copies", "sharing/choices"].contains(&place.home)
                || field.audience == Audience::System;
            assert!(told || aside || answer.state() == State::Blank, "seed {seed}: {place}");
        });
        assert!(left.is_disjoint(&goes), "seed {seed}: {:?}", left.intersection(&goes).collect::<Vec<_>>());
    }
    // The suite would find nothing wrong in copies that say nothing: each question of the list is read by somebody.
    let never: Vec<&&str> = EVER.iter().chain(&OWN).filter(|question| !seen.contains(**question)).collect();
    assert!(never.is_empty(), "{never:?}");
}

#[test]
fn a_copy_that_only_hides_what_is_not_to_be_read_is_found_out() {
    let record = arranged(1);
    let hidden = format!("<style>.no{{display:none}}</style><div class=no>{}</div>", whole_text(&record));
    assert!(wrong(&record, &canaries(&hidden)).len() > 100);
}

#[test]
fn what_is_listed_is_for_the_family() {
    for (home, keys) in ALLOWED {
        for key in keys {
            let place = Place { home, row: None, key: Some(key) };
            let field = place.field().unwrap_or_else(|| panic!("{home}/{key} is no question"));
            assert!(field.audience == Audience::Family, "{home}/{key} is for {:?}", field.audience);
        }
    }
}
