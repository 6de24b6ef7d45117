//! Which row here a row that came in is, or the id under which it is added.

use super::admit::Admitted;
use crate::protocol::Scope;
use crate::record::{Holds, Record, RowId, Rows, Section, Slot};
use std::collections::{HashMap, HashSet};

/// The lists whose rows tell what was done here with what came in: no file says it for this record.
pub(super) const TOLD: [&str; 2] = ["contributions", "differences"];

/// The questions whose answers make a row somebody's own: two rows of one id that differ in one are two rows.
const OWN: [(&str, &[&str]); 3] = [
    ("reports", &["agency", "meeting"]),
    ("reported_progress", &["report"]),
    ("need_views", &["agency", "report"]),
];

/// The rows that are taken, under the ids that they have here.
pub(super) struct Naming<'a> {
    record: &'a Record,
    admitted: &'a Admitted,
    /// Where each id stands here.
    homes: HashMap<RowId, &'static str>,
    /// Ids here by ids there.
    pub names: HashMap<RowId, RowId>,
    /// Ids that rows which came in have already.
    used: HashSet<RowId>,
    /// The reports there that are taken.
    reports: HashSet<RowId>,
    /// The rows that are taken, in the order of the file.
    pub rows: Vec<Named>,
    /// The rows that are not.
    pub left: Vec<Named>,
}

/// A row that came in: its list, where it stands there, and the id that it has here.
pub(super) struct Named {
    /// The list.
    pub home: &'static str,
    /// Its index there.
    pub index: usize,
    /// Its id here.
    pub id: RowId,
}

impl<'a> Naming<'a> {
    /// Names every row of what came in that this kind of document answers for.
    pub fn of(record: &'a Record, from: &Record, admitted: &'a Admitted) -> Self {
        let homes = homes(record);
        let names = admitted.children.clone();
        let (used, reports) = (HashSet::new(), HashSet::new());
        let (rows, left) = (Vec::new(), Vec::new());
        let mut naming = Self { record, admitted, homes, names, used, reports, rows, left };
        each_row(from, &mut |home, index, row| naming.name(home, index, row));
        naming
    }

    fn name(&mut self, home: &'static str, index: usize, row: &dyn Section) {
        let theirs = row.row_id().cloned().unwrap_or_default();
        if !self.belongs(home, row) {
            let id = self.admitted.children.get(&theirs).cloned().unwrap_or(theirs);
            self.left.push(Named { home, index, id });
            return;
        }
        let id = self.choose(home, row, &theirs);
        if home == "reports" {
            self.reports.insert(theirs.clone());
        }
        self.used.insert(id.clone());
        self.names.insert(theirs, id.clone());
        self.rows.push(Named { home, index, id });
    }

    /// Whether this document answers for the row, and its sender too.
    fn belongs(&self, home: &'static str, row: &dyn Section) -> bool {
        if !self.admitted.scope.takes(home) || TOLD.contains(&home) {
            return false;
        }
        if self.admitted.scope != Scope::Report {
            return true;
        }
        let is = |key: &str, id: &Option<RowId>| id.is_some() && link(row, key) == id.as_ref();
        let own_report = || link(row, "report").is_some_and(|id| self.reports.contains(id));
        match home {
            "reports" => is("agency", &self.admitted.agency) && is("meeting", &self.admitted.meeting),
            "reported_progress" => own_report(),
            "need_views" => {
                own_report() && (link(row, "agency").is_none() || is("agency", &self.admitted.agency))
            }
            _ => self.is_in_own_chronology(row),
        }
    }

    fn is_in_own_chronology(&self, row: &dyn Section) -> bool {
        match row.answer("agencies").map(|answer| answer.holds()) {
            Some(Holds::Rows(ids)) => {
                self.admitted.agency.as_ref().is_some_and(|agency| ids.contains(agency))
            }
            _ => false,
        }
    }

    /// The id that the row has here: its own, or where that is another row's one that follows from it.
    fn choose(&self, home: &'static str, row: &dyn Section, id: &RowId) -> RowId {
        let agency = self.admitted.agency.as_ref().map_or("", RowId::as_str);
        let mut choice = id.clone();
        let mut tried = 0_u32;
        while !self.is_free(home, row, &choice) {
            let word = home.rsplit('/').next().unwrap_or(home).replace('_', "-");
            choice = RowId::derived(&word, &[home, agency, id.as_str(), &tried.to_string()]);
            tried += 1;
        }
        choice
    }

    fn is_free(&self, home: &str, row: &dyn Section, id: &RowId) -> bool {
        if self.used.contains(id) {
            return false;
        }
        match self.homes.get(id) {
            None => true,
            Some(other) if *other != home => false,
            Some(home) => self.ours(home, id).is_none_or(|ours| self.is_one(home, ours, row)),
        }
    }

    fn ours(&self, home: &str, id: &RowId) -> Option<&dyn Section> {
        let rows = self.record.rows(home)?;
        rows.row(rows.position(id)?)
    }

    /// Whether a row here and one there of the same id are one row.
    fn is_one(&self, home: &str, ours: &dyn Section, theirs: &dyn Section) -> bool {
        if home == "chronology" && self.admitted.scope == Scope::Report {
            return self.is_in_own_chronology(ours);
        }
        let own = OWN.iter().find(|(of, _)| *of == home).map_or(&[] as &[_], |(_, keys)| keys);
        own.iter().all(|key| match (link(ours, key), link(theirs, key)) {
            (Some(ours), Some(theirs)) => self.names.get(theirs).unwrap_or(theirs) == ours,
            _ => true,
        })
    }
}

/// The row that an answer names.
pub(super) fn link<'a>(row: &'a dyn Section, key: &str) -> Option<&'a RowId> {
    match row.answer(key)?.holds() {
        Holds::Row(id) => Some(id),
        _ => None,
    }
}

/// Where each id of a record stands.
pub(super) fn homes(record: &Record) -> HashMap<RowId, &'static str> {
    let mut homes = HashMap::new();
    each_row(record, &mut |home, _, row| {
        homes.extend(row.row_id().map(|id| (id.clone(), home)));
    });
    homes
}

/// Visits every row with its list's home and its index, in the order of the file.
fn each_row(section: &dyn Section, visit: &mut dyn FnMut(&'static str, usize, &dyn Section)) {
    for index in 0..section.shape().fields.len() {
        match section.slot(index) {
            Some(Slot::Part(part)) => each_row(part, visit),
            Some(Slot::Rows(rows)) => in_list(rows, visit),
            _ => {}
        }
    }
}

fn in_list(rows: &dyn Rows, visit: &mut dyn FnMut(&'static str, usize, &dyn Section)) {
    for (index, row) in (0..rows.len()).filter_map(|index| Some((index, rows.row(index)?))) {
        visit(rows.shape().home, index, row);
    }
}
