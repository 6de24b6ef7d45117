//! One answer here and one that came in.

use crate::record::report::ReportMode;
use crate::record::{Answer, CodeSet, Holds, Kind, RowId, Section, Slot, State, Target};
use crate::wire::limits;
use crate::wire::read::FORMER_ID;
use std::collections::BTreeSet;

/// What an answer that came in does to the one here.
pub(super) enum Came {
    /// Nothing: it is blank, or the same.
    Nothing,
    /// It was taken, because there was none here.
    Taken,
    /// The two differ, as written.
    Differs {
        /// The one here.
        ours: String,
        /// The one that came in.
        theirs: String,
    },
}

/// Takes an answer where there is none here.
pub(super) fn bring(ours: &mut dyn Answer, theirs: &dyn Answer) -> Came {
    if is_same(ours, theirs) || (says_nothing(theirs) && ours.state() != State::Blank) {
        return Came::Nothing;
    }
    if says_nothing(ours) {
        ours.hold(theirs.holds());
        return Came::Taken;
    }
    if matches!(ours.kind(), Kind::Links(Target::Events)) {
        return bring_more(ours, theirs);
    }
    Came::Differs { ours: ours.written().into_owned(), theirs: theirs.written().into_owned() }
}

/// Takes what is not here yet: what either keeps apart is kept apart, and nobody need decide that. In the order of the
/// ids, whoever came first.
fn bring_more(ours: &mut dyn Answer, theirs: &dyn Answer) -> Came {
    let (Holds::Rows(here), Holds::Rows(there)) = (ours.holds(), theirs.holds()) else {
        return Came::Nothing;
    };
    if there.iter().all(|id| here.contains(id)) {
        return Came::Nothing;
    }
    let both: BTreeSet<&RowId> = here.iter().chain(there).collect();
    let both: Vec<RowId> = both.into_iter().cloned().collect();
    ours.hold(Holds::Rows(&both));
    Came::Taken
}

/// Whether what came in is blank, or says the same as what is here: white space around it and the
/// order of several codes or links say nothing.
pub(super) fn is_same(ours: &dyn Answer, theirs: &dyn Answer) -> bool {
    if theirs.state() == State::Blank {
        return true;
    }
    let (one, other) = (ours.written(), theirs.written());
    match ours.kind() {
        Kind::Choices(_) | Kind::Links(_) => several(&one) == several(&other),
        _ => one.trim() == other.trim(),
    }
}

fn several(written: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = written.split(',').collect();
    parts.sort_unstable();
    parts
}

/// Whether an answer is blank, or says only that a report is awaited.
pub(super) fn says_nothing(answer: &dyn Answer) -> bool {
    let awaited = matches!(answer.kind(), Kind::Choice(list) if list.name == ReportMode::LIST.name)
        && answer.written() == ReportMode::Awaited.code();
    awaited || answer.state() == State::Blank
}

/// Whether a section or row holds nothing but its id.
pub(super) fn is_blank(section: &dyn Section) -> bool {
    let slots = (0..section.shape().fields.len()).filter_map(|index| section.slot(index));
    let mut answers =
        slots.filter_map(|slot| if let Slot::Answer(answer) = slot { Some(answer) } else { None });
    section.carried().is_empty() && answers.all(|answer| answer.state() == State::Blank)
}

/// Takes the members that this version does not know; whether all of them are here now.
pub(super) fn carry(ours: &mut dyn Section, theirs: &dyn Section) -> bool {
    let mut all = true;
    for (key, value) in theirs.carried() {
        match ours.carried().iter().find(|(known, _)| known == key) {
            Some((_, here)) => all &= here == value,
            None if is_answered(ours, key) => all = false,
            None if ours.carried().len() >= limits::UNKNOWN && key != FORMER_ID => all = false,
            None => ours.carried_mut().push((key.clone(), value.clone())),
        }
    }
    all
}

/// Whether there is an answer under this key, so that nothing else can be written there.
fn is_answered(section: &dyn Section, key: &str) -> bool {
    let slot = section.shape().field(key).and_then(|(index, _)| section.slot(index));
    match slot {
        None => false,
        Some(Slot::Answer(answer)) => answer.state() != State::Blank,
        Some(Slot::Part(_)) => true,
        Some(Slot::Rows(rows)) => !rows.is_empty(),
    }
}
