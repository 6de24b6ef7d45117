//! What stands under each heading.

use super::allowed::Gate;
use super::copy::{Fact, Heading, Item, Part, Said};
use super::left_out::{LeftOut, Why};
use crate::record::codes::{IntervalUnit, YesNo};
use crate::record::meeting::MeetingStatus;
use crate::record::plan::{Action, Outcome};
use crate::record::{CodeSet, Day, Number, Place, Record, Row, RowId, Typed};
use chrono::NaiveDate;

type Collect = fn(&mut Gate<'_>) -> Vec<Item>;

/// The headings of the whole copy, and those of the short one.
const WHOLE: [(Heading, Collect); 9] = [
    (Heading::Why, why),
    (Heading::Worries, worries),
    (Heading::GoingWell, going_well),
    (Heading::Change, change),
    (Heading::Actions, actions),
    (Heading::Otherwise, otherwise),
    (Heading::Next, next),
    (Heading::Voice, voice),
    (Heading::Ring, ring),
];
const SHORT: [Heading; 4] = [Heading::Why, Heading::Actions, Heading::Next, Heading::Ring];

/// All that goes out, by its headings.
pub(super) fn parts(gate: &mut Gate<'_>) -> Vec<Part> {
    let short = gate.reader.short;
    let asked = WHOLE.iter().filter(|(heading, _)| !short || SHORT.contains(heading));
    let collected = asked.map(|(heading, collect)| Part { heading: *heading, items: collect(gate) });
    collected.filter(|part| !part.items.is_empty()).collect()
}

fn here(home: &'static str, key: &'static str) -> Place {
    Place { home, row: None, key: Some(key) }
}

fn at<R: Row>(row: &R, key: &'static str) -> Place {
    Place { home: R::SHAPE.home, row: Some(row.id().clone()), key: Some(key) }
}

fn item(said: Said) -> Item {
    Item { said, facts: Vec::new() }
}

/// A fact that stands by itself.
fn alone(fact: Fact) -> Item {
    Item { said: Said::default(), facts: vec![fact] }
}

/// An item for each of these answers of one section.
fn each(gate: &mut Gate<'_>, home: &'static str, keys: &[&'static str]) -> Vec<Item> {
    keys.iter().filter_map(|key| gate.say(&here(home, key))).map(item).collect()
}

fn why(gate: &mut Gate<'_>) -> Vec<Item> {
    each(gate, "plan", &["why"])
}

fn worries(gate: &mut Gate<'_>) -> Vec<Item> {
    let rows = &gate.record.analysis.dangers;
    rows.iter().filter_map(|row| gate.say(&at(row, "statement"))).map(item).collect()
}

fn going_well(gate: &mut Gate<'_>) -> Vec<Item> {
    each(gate, "analysis", &["strengths", "existing_safety"])
}

fn change(gate: &mut Gate<'_>) -> Vec<Item> {
    let record = gate.record;
    let mut items = Vec::new();
    for need in &record.plan.needs {
        if gate.takes_row("plan/needs", &need.id, need.children.ids()) {
            items.extend(gate.say(&at(need, "what")).map(item));
        }
    }
    for outcome in &record.plan.outcomes {
        if !gate.takes_row("plan/outcomes", &outcome.id, &children_of_outcome(record, outcome)) {
            continue;
        }
        let Some(said) = gate.say(&at(outcome, "what")) else { continue };
        let mut facts = Vec::new();
        facts.extend(gate.say(&at(outcome, "baseline")).map(Fact::Now));
        facts.extend(gate.say(&at(outcome, "measure")).map(Fact::Measure));
        facts.extend(day(gate, &at(outcome, "target_date"), &outcome.target_date).map(Fact::By));
        facts.extend(code(gate, &at(outcome, "status"), &outcome.status));
        items.push(Item { said, facts });
    }
    for danger in &record.analysis.dangers {
        items.extend(gate.say(&at(danger, "safety_goal")).map(item));
    }
    items.extend(gate.say(&here("plan", "exit_criteria")).map(Fact::Ends).map(alone));
    items
}

fn actions(gate: &mut Gate<'_>) -> Vec<Item> {
    let record = gate.record;
    let mut items = each(gate, "plan", &["parent_summary"]);
    for action in &record.plan.actions {
        let owner = action.owner.id();
        let mine = owner.is_some_and(|id| gate.reader.ids.contains(id));
        if gate.reader.short && !mine {
            leave_row(gate, "plan/actions", &action.id, Why::Short);
        } else if owner.is_some_and(|id| gate.reader.must_not_learn_of(id)) {
            leave_row(gate, "plan/actions", &action.id, Why::Apart);
        } else if gate.takes_row("plan/actions", &action.id, &children_of(gate, action)) {
            items.extend(one_action(gate, action));
        }
    }
    for visit in &record.visit_schedules {
        let comes = visit.visits.is(YesNo::Yes) && !gate.reader.short;
        if !comes || !gate.takes_row("visit_schedules", &visit.id, &[]) {
            continue;
        }
        let mut facts = who(gate, &at(visit, "professional"), visit.professional.id());
        facts.extend(every(gate, [at(visit, "every"), at(visit, "unit")], &visit.every, visit.unit.get()));
        let said = gate.say(&at(visit, "purpose")).unwrap_or_default();
        if !facts.is_empty() || !said.words.is_empty() {
            items.push(Item { said, facts });
        }
    }
    items
}

/// The children whom an action is about: those of the outcome it leads to.
fn children_of(gate: &Gate<'_>, action: &Action) -> Vec<RowId> {
    let mut outcomes = gate.record.plan.outcomes.iter();
    let outcome = outcomes.find(|outcome| Some(&outcome.id) == action.outcome.id());
    outcome.map(|outcome| children_of_outcome(gate.record, outcome)).unwrap_or_default()
}

/// The children whom an outcome is about: those it names, or those of the need it answers.
fn children_of_outcome(record: &Record, outcome: &Outcome) -> Vec<RowId> {
    let need = record.plan.needs.iter().find(|need| Some(&need.id) == outcome.need.id());
    let named = Some(&outcome.children).filter(|children| !children.is_blank());
    named.or(need.map(|need| &need.children)).map(|children| children.ids().to_vec()).unwrap_or_default()
}

fn one_action(gate: &mut Gate<'_>, action: &Action) -> Option<Item> {
    let worded = if action.family_wording.is_blank() { "what" } else { "family_wording" };
    let said = gate.say(&at(action, worded))?;
    let mut facts = who(gate, &at(action, "owner"), action.owner.id());
    if facts.is_empty() {
        facts.extend(gate.say(&at(action, "owner_role")).map(Fact::Who));
    }
    facts.extend(day(gate, &at(action, "due"), &action.due).map(Fact::By));
    facts.extend(every(
        gate,
        [at(action, "repeats_every"), at(action, "repeats_unit")],
        &action.repeats_every,
        action.repeats_unit.get(),
    ));
    facts.extend(gate.say(&at(action, "measure")).map(Fact::Measure));
    facts.extend(code(gate, &at(action, "status"), &action.status));
    facts.extend(day(gate, &at(action, "completed_on"), &action.completed_on).map(Fact::Done));
    Some(Item { said, facts })
}

fn otherwise(gate: &mut Gate<'_>) -> Vec<Item> {
    let contingency = &gate.record.contingency;
    let mut items = each(gate, "analysis", &["if_nothing_changes", "bottom_lines"]);
    let trigger = gate.say(&here("contingency", "trigger")).map(Fact::If);
    let owner = contingency.owner.id();
    if owner.is_some_and(|id| gate.reader.must_not_learn_of(id)) {
        let place = here("contingency", "action");
        gate.left.push(LeftOut::new(place, Why::Apart));
        items.extend(trigger.map(alone));
    } else if let Some(said) = gate.say(&here("contingency", "action")) {
        let mut facts: Vec<Fact> = trigger.into_iter().collect();
        facts.extend(who(gate, &here("contingency", "owner"), owner));
        facts.extend(day(gate, &here("contingency", "by"), &contingency.by).map(Fact::By));
        items.push(Item { said, facts });
    } else {
        items.extend(trigger.map(alone));
    }
    items.extend(gate.say(&here("contingency", "non_cooperation")).map(Fact::Without).map(alone));
    items
}

/// The next meeting that is arranged, or else the day on which the plan is looked at again. Never where.
fn next(gate: &mut Gate<'_>) -> Vec<Item> {
    let record = gate.record;
    let from = gate.reader.copy.prepared_on.get();
    let open = record.meetings.iter().filter(|row| {
        (row.status.is_blank() || row.status.is(MeetingStatus::Planned)) && gate.reader.may_know_of(row)
    });
    let coming =
        open.filter_map(|row| Some((row.on.get()?, row))).filter(|(on, _)| from.is_none_or(|day| *on >= day));
    let facts = match coming.min_by_key(|(on, _)| *on) {
        Some((_, meeting)) => {
            let mut facts: Vec<Fact> =
                day(gate, &at(meeting, "on"), &meeting.on).map(Fact::On).into_iter().collect();
            facts.extend(gate.say(&at(meeting, "at_time")).map(Fact::At));
            facts
        }
        None => {
            day(gate, &here("plan", "review_on"), &record.plan.review_on).map(Fact::On).into_iter().collect()
        }
    };
    if facts.is_empty() { Vec::new() } else { vec![Item { said: Said::default(), facts }] }
}

fn voice(gate: &mut Gate<'_>) -> Vec<Item> {
    let record = gate.record;
    let mut items = Vec::new();
    for voice in &record.voices {
        let child: Vec<RowId> = voice.child.id().cloned().into_iter().collect();
        // Words of a child who is not named are one child's only where there is one.
        if child.is_empty() && record.children.len() > 1 {
            leave_row(gate, "voices", &voice.id, Why::OtherChild);
            continue;
        }
        if !gate.takes_row("voices", &voice.id, &child) {
            continue;
        }
        let Some(said) = gate.say(&at(voice, "views_now")) else { continue };
        let mut facts = Vec::new();
        facts.extend(gate.say(&at(voice, "influence")).map(Fact::Then));
        facts.extend(gate.say(&at(voice, "not_followed_reason")).map(Fact::Because));
        items.push(Item { said, facts });
        items.extend(gate.say(&at(voice, "how_obtained_next")).map(item));
    }
    items
}

fn ring(gate: &mut Gate<'_>) -> Vec<Item> {
    let own = at(gate.reader.copy, "ring");
    let mut items: Vec<Item> = gate.say(&own).map(item).into_iter().collect();
    items.extend(each(gate, "contingency", &["emergency_contact"]));
    items
}

/// Who does it, and in what role; the reader is "you".
fn who(gate: &mut Gate<'_>, place: &Place, id: Option<&RowId>) -> Vec<Fact> {
    gate.said_by = Some(place.clone());
    let facts = named(gate, place, id);
    gate.said_by = None;
    facts
}

fn named(gate: &mut Gate<'_>, place: &Place, id: Option<&RowId>) -> Vec<Fact> {
    let Some(id) = id.filter(|_| gate.goes(place)) else { return Vec::new() };
    if gate.reader.ids.contains(id) {
        return vec![Fact::You];
    }
    let record = gate.record;
    if let Some(row) = record.professionals.iter().find(|row| row.id == *id) {
        let mut facts: Vec<Fact> = gate.say(&at(row, "name")).map(Fact::Who).into_iter().collect();
        match gate.say(&at(row, "role_detail")) {
            Some(detail) => facts.push(Fact::Role(detail)),
            None => facts.extend(code(gate, &at(row, "role"), &row.role)),
        }
        return facts;
    }
    if let Some(row) = record.children.iter().find(|row| row.id == *id) {
        let liked = gate.say(&at(row, "preferred_name"));
        return liked.or_else(|| gate.say(&at(row, "name"))).map(Fact::Who).into_iter().collect();
    }
    let person = record.people.iter().find(|row| row.id == *id);
    person.and_then(|row| gate.say(&at(row, "name"))).map(Fact::Who).into_iter().collect()
}

fn day(gate: &mut Gate<'_>, place: &Place, day: &Day) -> Option<NaiveDate> {
    if gate.goes(place) { day.get() } else { None }
}

fn every(
    gate: &mut Gate<'_>,
    places: [Place; 2],
    number: &Number,
    unit: Option<IntervalUnit>,
) -> Option<Fact> {
    let [number_goes, unit_goes] = places.map(|place| gate.goes(&place));
    if number_goes && unit_goes { Some(Fact::Every(number.get()?, unit?)) } else { None }
}

fn code<E: CodeSet>(gate: &mut Gate<'_>, place: &Place, choice: &Typed<E>) -> Option<Fact> {
    if !gate.goes(place) {
        return None;
    }
    Some(Fact::Code(E::LIST.name.to_owned(), choice.get()?.code().to_owned()))
}

fn leave_row(gate: &mut Gate<'_>, home: &'static str, row: &RowId, why: Why) {
    gate.left.push(LeftOut::new(Place { home, row: Some(row.clone()), key: None }, why));
}
