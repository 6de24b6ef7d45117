//! Looking at the record again: one review, and only the questions whose findings changed wake.

use super::question::stops;
use super::standing::{HostError, Standing};
use super::start::Say;
use super::state::{Form, Shown};
use crate::protocol::{Finding, Severity, Status, review};
use crate::record::Place;
use leptos::prelude::*;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

impl Form {
    /// Reviews the record and wakes what changed.
    pub fn look(self) {
        let scope = self.scope();
        let findings: Vec<Arc<Finding>> = self.terms(|record, terms| {
            let of_another = |finding: &Finding| scope.is_of_another(terms.meeting, &finding.place, record);
            let all = review(record, terms).into_iter();
            all.filter(|finding| !of_another(finding)).map(Arc::new).collect()
        });
        self.inner.update_value(|inner| inner.findings = findings);
        self.show();
        self.wake_rows();
        self.looked.update(|count| *count = count.wrapping_add(1));
        self.tell(Say::Looked);
    }

    /// Shows what is to be seen at each place on the page, and nothing else.
    pub fn show(self) {
        let asked = self.asked.get_untracked();
        let changed: Vec<(Place, ArcRwSignal<Shown>, Shown)> = self.inner.with_value(|inner| {
            let now = by_place(&inner.findings, &inner.left, asked);
            let now_at = |place: &Place| now.get(place).cloned().unwrap_or_default();
            let each =
                inner.shown.iter().map(|(place, signal)| (place.clone(), signal.clone(), now_at(place)));
            each.filter(|(_, signal, new)| signal.with_untracked(|old| old != new)).collect()
        });
        for (place, signal, new) in changed {
            self.mark(&place, stops(&new));
            signal.set(new);
        }
    }

    /// Marks the controls of a question as invalid, or no longer.
    fn mark(self, place: &Place, invalid: bool) {
        let Some(root) = self.inner.with_value(|inner| inner.root.clone()) else { return };
        for control in self.controls(&root, place) {
            let _ = match invalid {
                true => control.set_attribute("aria-invalid", "true"),
                false => control.remove_attribute("aria-invalid"),
            };
        }
    }

    /// The findings to be seen at a place, now and from now on.
    pub fn shown(self, place: &Place) -> ArcRwSignal<Shown> {
        let asked = self.asked.get_untracked();
        let signal = self.inner.try_update_value(|inner| {
            if let Some(signal) = inner.shown.get(place) {
                return signal.clone();
            }
            let seen = asked || inner.left.contains(place);
            let at = inner.findings.iter().filter(|finding| finding.place == *place);
            let now: Shown =
                if seen { at.filter(|finding| is_seen(finding)).cloned().collect() } else { Vec::new() };
            let signal = ArcRwSignal::new(now);
            inner.shown.insert(place.clone(), signal.clone());
            signal
        });
        signal.unwrap_or_default()
    }

    /// A question was left: what is found there may be seen.
    pub fn leave(self, place: Place) {
        let first = self.inner.try_update_value(|inner| inner.left.insert(place)).unwrap_or_default();
        if first {
            self.tell(Say::Left);
        }
    }

    /// The person asks to finish: everything open is shown.
    pub fn ask(self) {
        self.asked.set(true);
        self.look();
    }

    /// What is shown is another document now, which nobody has asked to finish or sent.
    pub fn begin_afresh(self) {
        self.inner.update_value(|inner| inner.left.clear());
        self.asked.set(false);
        self.tried.set(false);
        self.locked.set(false);
        self.standing.set(Standing::Writing);
    }

    /// The host refused, with its own sentences.
    pub fn refused(self, message: String, errors: Vec<HostError>) {
        self.stands(Standing::Refused(message, errors));
        self.want_heading("summary");
    }

    /// Where the form stands with the host: told now, or from before it was begun anew.
    pub fn stands(self, standing: Standing) {
        match &standing {
            Standing::Sent(_) => self.locked.set(true),
            Standing::Refused(_, errors) => self.inner.update_value(|inner| inner.host.clone_from(errors)),
            _ => {}
        }
        self.standing.set(standing);
    }

    /// What stops finalising now.
    pub fn stopping(self) -> usize {
        self.inner.with_value(|inner| {
            inner.findings.iter().filter(|finding| finding.stops() && inner.answers_for(finding)).count()
        })
    }
}

/// Whether a finding is to be seen beside a question: it is open, or somebody set it aside.
fn is_seen(finding: &Finding) -> bool {
    finding.status == Status::Unmet && finding.severity > Severity::Info
}

fn by_place<'a>(
    findings: &'a [Arc<Finding>],
    left: &HashSet<Place>,
    asked: bool,
) -> HashMap<&'a Place, Shown> {
    let mut at: HashMap<&Place, Shown> = HashMap::new();
    for finding in
        findings.iter().filter(|finding| is_seen(finding) && (asked || left.contains(&finding.place)))
    {
        at.entry(&finding.place).or_default().push(finding.clone());
    }
    at
}
