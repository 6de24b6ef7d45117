//! Taking what came in: rows that are not here, answers that are blank here, and a note where two differ.

use super::Merged;
use super::admit::Admitted;
use super::answers::{Came, bring, carry, is_blank, is_same};
use super::naming::{Named, Naming, homes};
use super::relink::relink;
use super::sign::Sender;
use super::untouched::is_untouched;
use super::withdrawn::{is_later, withdrawn};
use crate::protocol::Scope;
use crate::record::chronology::ChronologyEntry;
use crate::record::contribution::{Contribution, Difference, DifferenceDecision};
use crate::record::{Link, Links, Place, Record, RowId, Section, Slot, SlotMut};
use crate::wire::chronology::has;
use crate::wire::{Envelope, limits};
use std::collections::{HashMap, HashSet};

/// An answer here and another that came in.
pub(super) struct Two {
    /// Where.
    pub place: Place,
    /// The one here, as written.
    pub ours: String,
    /// The one that came in, as written; blank where a later report no longer has it.
    pub theirs: String,
}

impl Two {
    /// The id of their difference: what was taken back is known by what it was.
    fn id(&self, homes: &HashMap<RowId, &'static str>) -> RowId {
        let (place, theirs) = (self.place.to_string(), self.theirs.trim());
        let parts =
            if theirs.is_empty() { vec![&*place, "", self.ours.trim()] } else { vec![&*place, theirs] };
        free_id("difference", "differences", homes, &parts)
    }
}

struct Taking {
    scope: Scope,
    sender: Sender,
    merged: Merged,
    differing: Vec<Two>,
}

/// Takes from an envelope that may be merged what its document answers for.
pub(super) fn take(record: &Record, from: &Envelope, admitted: &Admitted, hash: &str) -> Merged {
    let Naming { names, mut rows, left, .. } = Naming::of(record, &from.record, admitted);
    if admitted.scope == Scope::Report {
        rows.retain(|row| !is_untouched(&from.record, row));
    }
    let sender = Sender::of(from, admitted);
    let mut theirs = from.record.clone();
    if admitted.scope == Scope::Report {
        sender.sign(&mut theirs, &rows, record);
    }
    relink(&mut theirs, &names);
    let merged = Merged { record: record.clone(), ..Merged::default() };
    let mut taking = Taking { scope: admitted.scope, sender, merged, differing: Vec::new() };
    if let Some(agency) = admitted.agency.as_ref().filter(|_| admitted.scope == Scope::Report) {
        rows.iter().for_each(|row| taking.own_entry(&mut theirs, row, agency));
    }
    taking.parts(&theirs);
    rows.iter().for_each(|row| taking.row(&theirs, row));
    if is_later(&taking.merged.record, from, admitted) {
        let agency = admitted.agency.as_ref();
        taking.differing.extend(withdrawn(&taking.merged.record, &theirs, &rows, agency));
    }
    taking.raise();
    for row in &left {
        if let Some(theirs) = row_of(&theirs, row) {
            taking.leave(theirs, &place_of(row));
        }
    }
    taking.merged.stands = !rows.is_empty() || taking.merged.record != *record;
    if taking.merged.stands {
        taking.note(admitted.meeting.as_ref(), hash);
    }
    taking.merged
}

/// The row of what came in.
pub(super) fn row_of<'a>(theirs: &'a Record, row: &Named) -> Option<&'a dyn Section> {
    theirs.rows(row.home)?.row(row.index)
}

fn place_of(row: &Named) -> Place {
    Place { home: row.home, row: Some(row.id.clone()), key: None }
}

impl Taking {
    /// Makes an entry that came in its agency's own: whether other agencies have it too is theirs to say.
    fn own_entry(&mut self, theirs: &mut Record, row: &Named, agency: &RowId) {
        let entry = theirs.chronology.get_mut(row.index).filter(|_| row.home == "chronology");
        let Some(entry) = entry else { return };
        let here = self.merged.record.chronology.iter().find(|ours| ours.id == row.id);
        let known = here.map_or_else(|| Links::to(&[agency]), |ours| ours.agencies.clone());
        if entry.agencies.ids().iter().any(|id| !known.has(id)) {
            self.merged.left_out.push(place_of(row).at_key("agencies"));
        }
        entry.agencies = known;
    }

    /// The answers that stand in no row.
    fn parts(&mut self, theirs: &dyn Section) {
        let here = Place::home(theirs.shape().home);
        if !here.home.is_empty() && self.scope.covers(&here) {
            self.section(theirs, &here);
        } else {
            self.leave(theirs, &here);
        }
        for index in 0..theirs.shape().fields.len() {
            if let Some(Slot::Part(part)) = theirs.slot(index) {
                self.parts(part);
            }
        }
    }

    fn row(&mut self, theirs: &Record, row: &Named) {
        if self.is_joined_here(theirs, row) {
            return;
        }
        let Some(theirs) = row_of(theirs, row) else { return };
        let here = place_of(row);
        let is_here = self.merged.record.section(&here).is_some();
        match is_here {
            true => self.section(theirs, &here),
            false => self.add(theirs, here),
        }
    }

    /// Whether an entry of the chronology was joined here with another agency's, so that all of it is said already:
    /// what a person decided about it does not come undone with the next file.
    fn is_joined_here(&self, theirs: &Record, row: &Named) -> bool {
        let Some(entry) = theirs.chronology.get(row.index).filter(|_| row.home == "chronology") else {
            return false;
        };
        let joined = |known: &&ChronologyEntry| known.agencies.ids().len() > entry.agencies.ids().len();
        let mut known = self.merged.record.chronology.iter().filter(joined);
        !entry.agencies.is_blank() && known.any(|known| has(known, entry))
    }

    /// Takes the answers of a section or row that is here.
    fn section(&mut self, theirs: &dyn Section, here: &Place) {
        let Some(ours) = self.merged.record.section_mut(here) else { return };
        for (index, field) in theirs.shape().fields.iter().enumerate() {
            let (Some(Slot::Answer(theirs)), Some(SlotMut::Answer(ours))) =
                (theirs.slot(index), ours.slot_mut(index))
            else {
                continue;
            };
            let place = here.at_key(field.key);
            match bring(ours, theirs) {
                Came::Nothing => {}
                Came::Taken => self.merged.taken.push(place),
                Came::Differs { ours, theirs } => self.differing.push(Two { place, ours, theirs }),
            }
        }
        if !carry(ours, theirs) {
            self.merged.left_out.push(here.clone());
        }
    }

    /// Adds a row that is not here, as long as its list has room.
    fn add(&mut self, theirs: &dyn Section, here: Place) {
        let Some(rows) = self.merged.record.rows_mut(here.home).filter(|rows| rows.len() < limits::LIST)
        else {
            self.merged.left_out.push(here);
            return;
        };
        let end = rows.len();
        rows.insert(end, here.row.clone().unwrap_or_default());
        let Some(ours) = rows.row_mut(end) else { return };
        for index in 0..theirs.shape().fields.len() {
            if let (Some(Slot::Answer(theirs)), Some(SlotMut::Answer(ours))) =
                (theirs.slot(index), ours.slot_mut(index))
            {
                bring(ours, theirs);
            }
        }
        ours.carried_mut().clone_from(theirs.carried());
        self.merged.added.push(here);
    }

    /// Lists what is not taken, unless it is here already.
    fn leave(&mut self, theirs: &dyn Section, here: &Place) {
        let left = &mut self.merged.left_out;
        let Some(ours) = self.merged.record.section(here) else {
            left.extend(Some(here.clone()).filter(|_| !is_blank(theirs)));
            return;
        };
        for (index, field) in theirs.shape().fields.iter().enumerate() {
            if let (Some(Slot::Answer(theirs)), Some(Slot::Answer(ours))) =
                (theirs.slot(index), ours.slot(index))
                && !is_same(ours, theirs)
            {
                left.push(here.at_key(field.key));
            }
        }
        if theirs.carried().iter().any(|member| !ours.carried().contains(member)) {
            left.push(here.clone());
        }
    }

    /// Notes both answers where two differ, once, and not again after somebody decided.
    fn raise(&mut self) {
        let homes = homes(&self.merged.record);
        let mut known: HashSet<RowId> =
            self.merged.record.differences.iter().map(|row| row.id.clone()).collect();
        for two in std::mem::take(&mut self.differing) {
            let id = two.id(&homes);
            if known.contains(&id) {
                self.ask_again(&id, &two);
                continue;
            }
            let rows = &mut self.merged.record.differences;
            if rows.len() >= limits::LIST {
                self.merged.left_out.push(two.place);
                continue;
            }
            known.insert(id.clone());
            rows.push(self.sender.difference(&id, &two));
            self.merged.differences.push(id);
        }
    }

    /// Asks again where a report's text was to be taken and another came to stand since.
    fn ask_again(&mut self, id: &RowId, two: &Two) {
        let mut rows = self.merged.record.differences.iter_mut().filter(|_| self.scope == Scope::Report);
        let row = rows.find(|row| row.id == *id && row.decision.is(DifferenceDecision::TakeTheirs));
        if let Some(row) = row {
            *row =
                Difference { carried: std::mem::take(&mut row.carried), ..self.sender.difference(id, two) };
            self.merged.differences.push(id.clone());
        }
    }

    /// Notes that this was merged, from whom and when, as the last that was.
    fn note(&mut self, meeting: Option<&RowId>, hash: &str) {
        let id = free_id("contribution", "contributions", &homes(&self.merged.record), &[hash]);
        let rows = &mut self.merged.record.contributions;
        rows.retain(|row| row.id != id);
        if rows.len() >= limits::LIST {
            self.merged.left_out.push(Place::home("contributions"));
            return;
        }
        rows.push(self.sender.contribution(id, meeting, hash));
    }
}

/// The id that follows from these parts, unless a row of another list has it.
fn free_id(word: &str, home: &str, homes: &HashMap<RowId, &'static str>, parts: &[&str]) -> RowId {
    let mut id = RowId::derived(word, parts);
    let mut tried = 0_u32;
    while homes.get(&id).is_some_and(|other| *other != home) {
        id = RowId::derived(word, &[parts, &[&tried.to_string()]].concat());
        tried += 1;
    }
    id
}

impl Sender {
    fn difference(&self, id: &RowId, two: &Two) -> Difference {
        Difference {
            id: id.clone(),
            place: two.place.to_string().as_str().into(),
            ours: two.ours.as_str().into(),
            theirs: two.theirs.as_str().into(),
            by: self.by.clone(),
            role: self.role.clone(),
            agency: self.agency.as_ref().map(Link::to).unwrap_or_default(),
            made_on: self.made_on.clone(),
            ..Difference::default()
        }
    }

    fn contribution(&self, id: RowId, meeting: Option<&RowId>, hash: &str) -> Contribution {
        Contribution {
            id,
            agency: self.agency.as_ref().map(Link::to).unwrap_or_default(),
            by: self.by.clone(),
            role: self.role.clone(),
            made_on: self.made_on.clone(),
            hash: hash.into(),
            meeting: meeting.map(Link::to).unwrap_or_default(),
            ..Contribution::default()
        }
    }
}
