//! Who reads a copy, which children it is about, and of whom its reader must not learn.

use super::prepare::same_name;
use super::refusal::Refusal;
use crate::record::attendance::Invited;
use crate::record::child::Child;
use crate::record::codes::YesNo;
use crate::record::meeting::{Meeting, MeetingKind};
use crate::record::people::{MayReceive, Person};
use crate::record::sharing::{CopyChoice, PreparedCopy};
use crate::record::{Choice, Record, RowId};

/// The reader of one copy.
pub(super) struct Reader<'a> {
    record: &'a Record,
    pub copy: &'a PreparedCopy,
    /// Who reads it: one person, or several where nobody must be protected.
    pub ids: Vec<RowId>,
    /// The same people, with each other row of the family that bears their name.
    pub selves: Vec<RowId>,
    /// The children that it is about.
    pub children: Vec<RowId>,
    /// The people of whom this reader must not learn.
    pub apart: Vec<RowId>,
    /// Whether somebody, or where somebody is, must be kept from this reader: by name, or because an address is kept and
    /// nobody is named from whom. Then it may be any reader who does not live there.
    pub keeps: bool,
    /// Whether this reader has the short copy.
    pub short: bool,
}

impl<'a> Reader<'a> {
    /// The reader of a copy, and why there is none for them; with a reason the rest still says what it can.
    pub fn of(record: &'a Record, copy: &'a PreparedCopy) -> (Self, Vec<Refusal>) {
        let ids = copy.readers.ids().to_vec();
        let mut refused = Vec::new();
        let people: Vec<&Person> = record.people.iter().filter(|row| ids.contains(&row.id)).collect();
        let young: Vec<RowId> =
            record.children.iter().map(|row| row.id.clone()).filter(|id| ids.contains(id)).collect();
        if ids.is_empty() {
            refused.push(Refusal::NoReader);
        } else if people.len() + young.len() < ids.len() {
            refused.push(Refusal::UnknownReader);
        }
        if ids.len() > 1 && somebody_is_protected(record) {
            refused.push(Refusal::Joint);
        }
        refused.extend(people.iter().filter_map(|person| match person.may_receive_plan.get() {
            None => Some(Refusal::Undecided),
            Some(MayReceive::Nothing) => Some(Refusal::MayNot),
            Some(MayReceive::Full | MayReceive::Limited) => None,
        }));
        let short = people.iter().any(|person| person.may_receive_plan.is(MayReceive::Limited));
        let children = children(record, copy, &young);
        if children.is_empty() {
            refused.push(Refusal::NoChildren);
        }
        let reads = |row: &&Person| {
            ids.contains(&row.id) || people.iter().any(|reader| same_name(&row.name, &reader.name))
        };
        let mut selves = ids.clone();
        selves.extend(record.people.iter().filter(reads).map(|row| row.id.clone()));
        let apart = record.people.iter().filter(|person| {
            !selves.contains(&person.id) && selves.iter().any(|id| person.not_to_meet.has(id))
        });
        let apart = apart.map(|person| person.id.clone()).collect();
        let mut reader = Self { record, copy, ids, selves, children, apart, keeps: false, short };
        // A child's address is kept from whom the adults name; where they name nobody, from each who does not live there.
        let nobody = record.people.iter().all(|person| person.not_to_meet.is_blank());
        let child = |child: &Child| {
            nobody
                && child.is_protected()
                && !reader.ids.contains(&child.id)
                && !reader.lives_at(&child.address)
        };
        reader.keeps =
            record.people.iter().any(|person| reader.keeps_away(person)) || record.children.iter().any(child);
        (reader, refused)
    }

    /// Whether a person must be kept from this reader. Where an address is a secret and nobody is named from whom, it may
    /// be any reader who does not live there.
    pub fn keeps_away(&self, person: &Person) -> bool {
        let from_somebody = person.address_restricted.is(YesNo::Yes) && person.not_to_meet.is_blank();
        let is_secret = from_somebody && !self.lives_at(&person.address);
        !self.selves.contains(&person.id) && (self.apart.contains(&person.id) || is_secret)
    }

    /// Whether the reader lives at an address, as far as both are written alike.
    fn lives_at(&self, address: &str) -> bool {
        let mut own = self.record.people.iter().filter(|own| self.selves.contains(&own.id));
        own.any(|own| same_name(&own.address, address))
    }

    /// Whether a meeting is one that this reader may know of: not one to which no family comes, such as a strategy
    /// discussion, nor one to which somebody decided not to ask this reader.  decisions.md 8; domain.md 5.3, 5 and 8
    pub fn may_know_of(&self, meeting: &Meeting) -> bool {
        let without_family =
            meeting.kind.is(MeetingKind::Professionals) || meeting.kind.is(MeetingKind::StrategyDiscussion);
        let own = |id: Option<&RowId>| id.is_some_and(|id| self.selves.contains(id));
        let left_out = |invited: &Choice<Invited>| invited.is(Invited::No) || invited.is(Invited::Unsafe);
        let mut adults = self.record.attendance_at(meeting);
        let mut children = self.record.children_at(meeting);
        !without_family
            && !adults.any(|row| own(row.person.id()) && left_out(&row.invited))
            && !children.any(|row| own(row.child.id()) && left_out(&row.invited))
    }

    /// What was decided about single things in this copy.
    pub fn choices(&self) -> impl Iterator<Item = &'a CopyChoice> {
        let id = &self.copy.id;
        self.record.sharing.choices.iter().filter(move |choice| choice.copy.id() == Some(id))
    }

    /// Whether this reader must not learn of somebody, or has no copy about them.
    pub fn must_not_learn_of(&self, id: &RowId) -> bool {
        let other = self.record.children.iter().any(|child| child.id == *id) && !self.children.contains(id);
        self.apart.contains(id) || other && !self.ids.contains(id)
    }
}

/// The children whom a copy is about: those that were chosen; for a child that child alone; where the
/// record has one child only, that one.
fn children(record: &Record, copy: &PreparedCopy, young: &[RowId]) -> Vec<RowId> {
    let all = record.children.iter().map(|child| child.id.clone());
    let chosen = |id: &RowId| copy.children.has(id);
    match (young, copy.children.is_blank()) {
        ([_, ..], _) => young.to_vec(),
        (_, false) => all.filter(chosen).collect(),
        (_, true) if record.children.len() == 1 => all.collect(),
        (_, true) => Vec::new(),
    }
}

/// Whether anybody's address must be kept from somebody, or anybody must not be met or told.  domain.md 5.3, 3
fn somebody_is_protected(record: &Record) -> bool {
    let person = |person: &Person| person.is_protected() || person.may_receive_plan.is(MayReceive::Nothing);
    record.people.iter().any(person) || record.children.iter().any(Child::is_protected)
}
