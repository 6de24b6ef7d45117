//! What one document of a planning file may store: the places that it answers for, and no others.
//!
//! The plan and the record of a meeting are one record, written on two pages at the same time. What a
//! page sends holds the other page's answers too, as old as they were when it was opened.

use crate::protocol::{OF_A_PLAN, Scope};
use crate::record::signoff::Override;
use crate::record::{Kind, Place, Record, Row, RowId, Rows, Section, SlotMut, State};
use std::collections::HashSet;

/// The latest record with what was sent at the places that the document answers for.
///
/// A list that it takes is taken whole, and so are the rules set aside at its places. Of the meetings
/// a plan takes the questions that it asks ([`OF_A_PLAN`]), and it removes one only where nothing else
/// was said of it.
pub fn only_what_it_answers_for(latest: &Record, sent: &Record, scope: Scope) -> Record {
    let (mut stored, mut sent) = (latest.clone(), sent.clone());
    let rest = overrides(&stored.overrides, &sent.overrides, scope);
    let of_a_meeting = of_a_meeting(latest);
    let taking = Taking { scope, of_a_meeting };
    taking.section(&mut stored, &mut sent);
    stored.overrides = rest;
    stored
}

struct Taking {
    scope: Scope,
    of_a_meeting: HashSet<RowId>,
}

impl Taking {
    fn section(&self, stored: &mut dyn Section, sent: &mut dyn Section) {
        let taken = self.scope.takes(stored.shape().home);
        for index in 0..stored.shape().fields.len() {
            match (stored.slot_mut(index), sent.slot_mut(index)) {
                (Some(SlotMut::Answer(ours)), Some(SlotMut::Answer(sent))) if taken => {
                    ours.hold(sent.holds())
                }
                (Some(SlotMut::Part(ours)), Some(SlotMut::Part(sent))) => self.section(ours, sent),
                (Some(SlotMut::Rows(ours)), Some(SlotMut::Rows(sent))) => self.rows(ours, sent),
                _ => {}
            }
        }
        if taken {
            stored.carried_mut().clone_from(sent.carried());
        }
    }

    fn rows(&self, stored: &mut dyn Rows, sent: &mut dyn Rows) {
        let home = stored.shape().home;
        if self.scope == Scope::Plan && home == "meetings" {
            self.meetings(stored, sent);
        } else if self.scope.takes(home) {
            while stored.take_at(0).is_some() {}
            while let Some(row) = sent.take_at(0) {
                stored.put_back(usize::MAX, row);
            }
        }
    }

    /// The meetings as a plan has them: its own questions, and the rows that nothing else was said of.
    fn meetings(&self, stored: &mut dyn Rows, sent: &dyn Rows) {
        for id in ids(stored).iter().filter(|id| sent.position(id).is_none()) {
            if !self.of_a_meeting.contains(id) {
                stored.take(id);
            }
        }
        for row in (0..sent.len()).filter_map(|index| sent.row(index)) {
            let Some(id) = row.row_id() else { continue };
            if stored.position(id).is_none() {
                stored.insert(usize::MAX, id.clone());
            }
            let index = stored.position(id).unwrap_or(usize::MAX);
            if let Some(ours) = stored.row_mut(index) {
                of_a_plan(ours, row);
            }
        }
    }
}

fn ids(rows: &dyn Rows) -> Vec<RowId> {
    (0..rows.len()).filter_map(|index| rows.row(index)?.row_id().cloned()).collect()
}

fn of_a_plan(ours: &mut dyn Section, sent: &dyn Section) {
    for key in OF_A_PLAN {
        if let (Some(ours), Some(sent)) = (ours.answer_mut(key), sent.answer(key)) {
            ours.hold(sent.holds());
        }
    }
}

/// The meetings of which more is said than a plan asks: in their rows, or in what names them.
fn of_a_meeting(record: &Record) -> HashSet<RowId> {
    let mut found = HashSet::new();
    record.each_answer(&mut |place, field, answer| match field.kind {
        _ if Scope::Plan.covers(place) || answer.state() == State::Blank => {}
        _ if place.home == "meetings" => found.extend(place.row.clone()),
        Kind::Link(_) | Kind::Links(_) => found.extend(answer.written().split(',').filter_map(RowId::new)),
        _ => {}
    });
    record.each_carried(&mut |place, _, _| {
        found.extend(place.row.clone().filter(|_| place.home == "meetings"))
    });
    found
}

/// The rules set aside: those at the places of this document as they were sent, and the others' own.
fn overrides(latest: &[Override], sent: &[Override], scope: Scope) -> Vec<Override> {
    let own = |row: &&Override| {
        Place::read(&row.place).is_none_or(|place| place.home.is_empty() || scope.covers(&place))
    };
    let others: Vec<&Override> = latest.iter().filter(|row| !own(row)).collect();
    let taken = sent.iter().filter(own).filter(|row| others.iter().all(|other| other.id() != row.id()));
    others.iter().copied().chain(taken).cloned().collect()
}
