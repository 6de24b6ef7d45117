//! Records that say in every answer which question it answers, with readers, restrictions and shares by chance.

use crate::generated::{self, Dice};
use crate::marks::Marks;
use team_around::record::codes::YesNo;
use team_around::record::meeting::MeetingStatus;
use team_around::record::people::{MayReceive, Relationship};
use team_around::record::sharing::{CopyChoice, CopyDecision, CopyVersion};
use team_around::record::{Link, Links, Record, RowId, Typed};

pub fn id(text: &str) -> RowId {
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

/// A full record whose readers, restrictions, shares and links follow from a seed, with a mark in every answer
/// that holds words, a day or a number.
pub fn arranged(seed: u64) -> (Record, Marks) {
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
    let marks = Marks::into(&mut record);
    (record, marks)
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
    copy.version = Typed::Given([CopyVersion::Adult, CopyVersion::Child][dice.below(2)]);
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
            wording: "for its mark".into(),
            ..CopyChoice::default()
        });
    }
}
