//! Who what came in is from.

use super::admit::Admitted;
use super::naming::Named;
use crate::protocol::Scope;
use crate::record::{Day, Link, Record, RowId, Text};
use crate::wire::Envelope;

/// Who sent it, from which agency, and when it was made.
pub(super) struct Sender {
    /// Name: the user's or, where the host named none, the report's author.
    pub by: Text,
    /// Role.
    pub role: Text,
    /// The agency's row here.
    pub agency: Option<RowId>,
    /// The day.
    pub made_on: Day,
}

impl Sender {
    /// The sender of an envelope.
    pub fn of(from: &Envelope, admitted: &Admitted) -> Self {
        let made = &from.made;
        let author = from.record.reports.iter().find(|row| row.agency.id() == admitted.agency.as_ref());
        let or = |said: &Text, author: Option<&Text>| {
            author.filter(|_| said.is_blank() && admitted.scope == Scope::Report).unwrap_or(said).clone()
        };
        Self {
            by: or(&made.by.name, author.map(|row| &row.author)),
            role: or(&made.by.role, author.map(|row| &row.author_role)),
            agency: admitted.agency.clone(),
            made_on: made.on.clone(),
        }
    }

    /// Writes the sender where a report that is new here, or a view, does not say whose it is.
    pub fn sign(&self, theirs: &mut Record, taken: &[Named], ours: &Record) {
        for row in taken {
            match row.home {
                "reports" if ours.reports.iter().any(|report| report.id == row.id) => {}
                "reports" => self.sign_report(theirs, row.index),
                "need_views" => self.sign_view(theirs, row.index),
                _ => {}
            }
        }
    }

    fn sign_report(&self, theirs: &mut Record, index: usize) {
        let Some(report) = theirs.reports.get_mut(index) else { return };
        for (said, sender) in [(&mut report.author, &self.by), (&mut report.author_role, &self.role)] {
            if said.is_blank() {
                said.clone_from(sender);
            }
        }
    }

    fn sign_view(&self, theirs: &mut Record, index: usize) {
        let Some(view) = theirs.need_views.get_mut(index) else { return };
        if view.agency.is_blank() {
            view.agency = self.agency.as_ref().map(Link::to).unwrap_or_default();
        }
    }
}
