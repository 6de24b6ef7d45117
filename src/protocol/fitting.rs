//! Which meetings a pack speaks about: a protocol for children in need does not ask who was invited
//! to a core group.

use super::compose::{Ruling, Source};
use super::finding::{Finding, Severity, Status};
use super::meetings::in_hand;
use super::pack::Pack;
use super::terms::Terms;
use super::timescales::distribution;
use super::topic::Topic;
use crate::record::meeting::{Meeting, MeetingKind};
use crate::record::{Place, Record, RowId};
use std::cell::OnceCell;

/// Topics that are about one meeting; sending is about the one whose plan is sent. What the plan's own dates ask of meetings is not among them.
const ABOUT_A_MEETING: [Topic; 7] = [
    Topic::Preparation,
    Topic::Attendance,
    Topic::AgencyReports,
    Topic::Discussion,
    Topic::Decisions,
    Topic::Escalation,
    Topic::Distribution,
];

/// Leaves out what a rule found at meetings of kinds that none of its packs is about, and weighs the
/// rest as the packs do that are. A pack that names no kinds is about all of them, and so is one
/// where the meeting's own kind is not known yet, or has a procedure of its own: what is found there
/// is that it does not belong here.
pub fn fit(findings: &mut Vec<Finding>, ruling: &Ruling, record: &Record, terms: &Terms<'_>) {
    let all = || ruling.sources.iter().all(|source| kinds(source, terms).is_empty());
    let sent = OnceCell::new();
    let sent =
        || sent.get_or_init(|| distribution(record, terms).ok().map(|sending| sending.meeting)).as_ref();
    findings.retain_mut(|finding| {
        if finding.status == Status::NotApplicable || !is_about_a_meeting(finding) || all() {
            return true;
        }
        let meetings = match finding.topic {
            Topic::Distribution => sent().and_then(|id| record.meeting(id)).into_iter().collect(),
            _ => meetings_of(&finding.place, record, terms),
        };
        // A plan of whose meetings none is looked at says nothing of the kind of its group.
        if finding.topic == Topic::Group && meetings.is_empty() {
            return true;
        }
        let speaks = |source: &&Source| {
            let kinds = kinds(source, terms);
            let of = |meeting: &&Meeting| {
                let kind = meeting.kind.get();
                kind.is_none_or(|kind| kind.has_own_procedure() || kinds.contains(&kind))
            };
            kinds.is_empty() || meetings.iter().any(of)
        };
        let weight = ruling.sources.iter().filter(speaks).filter_map(Source::severity).max();
        finding.severity = finding.severity.min(weight.unwrap_or(Severity::Info));
        weight.is_some()
    });
}

/// By its topic, or because it stands at a question of one meeting or of somebody who comes to one:
/// who chairs, when the next is, who can speak for the child.
fn is_about_a_meeting(finding: &Finding) -> bool {
    let place = &finding.place;
    ABOUT_A_MEETING.contains(&finding.topic)
        || finding.topic == Topic::Meetings && place.home == "meetings" && place.row.is_some()
        || finding.topic == Topic::Group && ["agencies", "professionals"].contains(&place.home)
        || ["attendance", "children_at_meetings"].contains(&place.home)
}

fn kinds(source: &Source, terms: &Terms<'_>) -> Vec<MeetingKind> {
    let pack = terms.protocol.packs().iter().find(|pack: &&Pack| *pack.id == *source.pack);
    pack.map_or_else(Vec::new, |pack| pack.meeting_kinds.0.iter().filter_map(|kind| kind.get()).collect())
}

/// The meeting that a row belongs to; for a whole list, the meetings that rules look at.
fn meetings_of<'a>(place: &Place, record: &'a Record, terms: &Terms<'_>) -> Vec<&'a Meeting> {
    let Some(row) = &place.row else { return in_hand(record, terms) };
    if place.home == "meetings" {
        return record.meeting(row).into_iter().collect();
    }
    let section = record.section(&Place { key: None, ..place.clone() });
    let named = section.and_then(|row| row.answer("meeting")).and_then(|link| RowId::new(&link.written()));
    match named.and_then(|id| record.meeting(&id)) {
        Some(meeting) => vec![meeting],
        None => in_hand(record, terms),
    }
}
