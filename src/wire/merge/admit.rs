//! Whether a file is one that this record can be merged with.

use super::Refusal;
use crate::protocol::Scope;
use crate::record::child::Child;
use crate::record::{Day, Record, RowId, small_letter};
use crate::wire::{Envelope, EnvelopeKind, VERSION};
use chrono::NaiveDate;
use std::collections::HashMap;

/// What is known of a file that may be merged.
pub(super) struct Admitted {
    /// The document that it is.
    pub scope: Scope,
    /// The meeting of a report.
    pub meeting: Option<RowId>,
    /// The agency that it comes from; a meeting's record may come from nobody's.
    pub agency: Option<RowId>,
    /// The ids here of the children there.
    pub children: HashMap<RowId, RowId>,
}

/// Looks at what a file is, and whom and which meeting it is about.
pub(super) fn admit(record: &Record, from: &Envelope) -> Result<Admitted, Refusal> {
    if from.version > VERSION {
        return Err(Refusal::Newer { version: from.version });
    }
    let scope = scope(from).ok_or(Refusal::NotAContribution)?;
    let children = children(record, &from.record).ok_or(Refusal::OtherChild)?;
    let meeting = meeting(record, from, scope).ok_or(Refusal::OtherMeeting)?;
    let agency = agency(record, from, scope)?;
    Ok(Admitted { scope, meeting: Some(meeting), agency, children })
}

fn scope(from: &Envelope) -> Option<Scope> {
    match (from.kind.get()?, from.document.get()?) {
        // An agency may send what it saved, and not what it finished: that is its report too.
        (EnvelopeKind::Contribution | EnvelopeKind::Draft, Scope::Report) => Some(Scope::Report),
        (EnvelopeKind::Draft | EnvelopeKind::Submission, Scope::Meeting) => Some(Scope::Meeting),
        _ => None,
    }
}

/// The meeting that the file names or, where it names none, the one that its rows show.
fn meeting(record: &Record, from: &Envelope, scope: Scope) -> Option<RowId> {
    let known = |id: &&RowId| record.meeting(id).is_some();
    if let Some(id) = from.meeting.id() {
        return Some(id).filter(known).cloned();
    }
    if scope == Scope::Report {
        return from.record.reports.iter().find_map(|row| row.meeting.id()).filter(known).cloned();
    }
    from.record.meetings.iter().map(|row| &row.id).find(known).cloned()
}

fn agency(record: &Record, from: &Envelope, scope: Scope) -> Result<Option<RowId>, Refusal> {
    if scope == Scope::Report {
        let named = from.agency.id().or_else(|| from.record.reports.iter().find_map(|row| row.agency.id()));
        let known = named.filter(|id| record.agencies.iter().any(|row| row.id == **id));
        return known.cloned().map(Some).ok_or(Refusal::UnknownAgency);
    }
    let name = plain(&from.made.by.agency);
    let named = record.agencies.iter().find(|row| !name.is_empty() && plain(&row.name) == name);
    Ok(named.map(|row| row.id.clone()))
}

/// The id here of each child of the file; `None` where none of them is a child here.
fn children(record: &Record, from: &Record) -> Option<HashMap<RowId, RowId>> {
    let mut other = HashMap::new();
    let mut any = false;
    for theirs in &from.children {
        let by_id = record.children.iter().find(|ours| ours.id == theirs.id && is_known(ours, theirs));
        let found = by_id.or_else(|| record.children.iter().find(|ours| is_same(ours, theirs)));
        any |= found.is_some();
        let id = found.map_or_else(|| stranger(record, &theirs.id), |ours| ours.id.clone());
        other.insert(theirs.id.clone(), id);
    }
    any.then_some(other)
}

/// The id of a child that is not here: another than any child's here, so that no link comes to mean the wrong one.
fn stranger(record: &Record, id: &RowId) -> RowId {
    if record.children.iter().any(|ours| ours.id == *id) {
        return RowId::derived("child", &["another", id.as_str()]);
    }
    id.clone()
}

/// Whether two children have the same name and date of birth.
fn is_same(one: &Child, other: &Child) -> bool {
    let day = one.date_of_birth.given();
    day.is_some()
        && day == other.date_of_birth.given()
        && !plain(&one.name).is_empty()
        && plain(&one.name) == plain(&other.name)
}

/// Whether a child of one id is one child: an id alone shows nothing, so the name, the day of birth
/// or the day on which it is expected has to be the same, unless nothing of them stands here yet. Of a child who was asked
/// about before birth, the day of birth is near the one that was expected.
fn is_known(ours: &Child, theirs: &Child) -> bool {
    let name = plain(&ours.name);
    let days = [
        (&ours.date_of_birth, &theirs.date_of_birth),
        (&ours.expected_date_of_birth, &theirs.expected_date_of_birth),
    ];
    let told = |child: &Child| !child.name.is_blank() || !child.date_of_birth.is_blank();
    let one_day = |(one, other): (&Day, &Day)| one.given().is_some() && one.given() == other.given();
    (!name.is_empty() && name == plain(&theirs.name))
        || days.into_iter().any(one_day)
        || (!told(ours) && !are_far(ours.expected_date_of_birth.get(), theirs.expected_date_of_birth.get()))
        || (is_one_family(ours, theirs)
            && theirs.date_of_birth.is_blank()
            && is_near(ours.date_of_birth.get(), theirs.expected_date_of_birth.get()))
}

/// Whether two days on which a child is expected are those of two children: a scan moves one by some weeks at most.
fn are_far(one: Option<NaiveDate>, other: Option<NaiveDate>) -> bool {
    one.zip(other).is_some_and(|(one, other)| (one - other).num_days().abs() > 42)
}

/// Whether a child who had no name yet, or that of a baby of the family, can be this one.
fn is_one_family(ours: &Child, theirs: &Child) -> bool {
    let last = |name: &str| plain(name).rsplit(' ').next().map(str::to_owned).unwrap_or_default();
    theirs.name.is_blank() || last(&ours.name) == last(&theirs.name)
}

/// Whether somebody born on a day can be whom this day was expected for: four months early at most, or six weeks late.
fn is_near(born: Option<NaiveDate>, expected: Option<NaiveDate>) -> bool {
    let late = born.zip(expected).map(|(born, expected)| (born - expected).num_days());
    late.is_some_and(|days| (-120..=42).contains(&days))
}

/// A name without capitals and with single spaces.
fn plain(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").chars().map(small_letter).collect()
}
