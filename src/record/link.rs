//! Rows that name other rows, by id.

use super::answer::{Answer, Holds};
use super::field::{Kind, Target};
use super::held::{Held, Slot, SlotMut};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::Arc;

/// The id of a row: unique in the record, and the same after reordering, merging and reading back.
#[derive(Clone, Debug, Default)]
pub struct RowId(Option<Arc<str>>);

impl RowId {
    /// The longest id, in characters.
    pub const LONGEST: usize = 40;
    /// The id of a row that was given none: `-`.
    pub const BLANK: Self = Self(None);

    /// An id from its text; `None` unless it is 1 to 40 ASCII letters, figures, `-` or `_`.
    pub fn new(text: &str) -> Option<Self> {
        let sound = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        (!text.is_empty() && text.len() <= Self::LONGEST && text.chars().all(sound))
            .then(|| Self(Some(text.into())))
    }

    /// As it stands in a file, a place and the page's ids.
    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or("-")
    }
}

impl PartialEq for RowId {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for RowId {}

impl Hash for RowId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl PartialOrd for RowId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for RowId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Makes ids that no other place makes: a prefix that the caller drew by lot, and a count.
#[derive(Clone, Debug)]
pub struct RowIds {
    prefix: String,
    made: u32,
}

impl RowIds {
    /// Ids that begin with these letters and figures; anything else in the prefix is left out.
    pub fn new(prefix: &str) -> Self {
        let prefix = prefix.chars().filter(char::is_ascii_alphanumeric).take(20).collect();
        Self { prefix, made: 0 }
    }

    /// The next id.
    pub fn next_id(&mut self) -> RowId {
        self.made = self.made.saturating_add(1);
        RowId(Some(format!("{}-{}", self.prefix, self.made).into()))
    }
}

/// What a link names.
pub trait Linked: 'static {
    /// The lists whose rows it may name.
    const TARGET: Target;
}

macro_rules! targets {
    ($( $(#[$doc:meta])* $Name:ident => $Target:ident; )+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $Name;
        impl Linked for $Name { const TARGET: Target = Target::$Target; }
    )+ };
}

targets! {
    /// A child on the plan.
    AChild => Children;
    /// A member of the family or household.
    APerson => People;
    /// A professional.
    AProfessional => Professionals;
    /// Anybody the record names: child, family member or professional.
    Anyone => Anyone;
    /// A child or a family member.
    AFamilyMember => Family;
    /// An agency.
    AnAgency => Agencies;
    /// A need.
    ANeed => Needs;
    /// An outcome.
    AnOutcome => Outcomes;
    /// A meeting.
    AMeeting => Meetings;
    /// An agency's report.
    AReport => Reports;
    /// A decision of a meeting.
    ADecision => Decisions;
    /// A copy for the family.
    ACopy => Copies;
    /// An entry of the chronology.
    AnEvent => Events;
}

/// One row named by its id.
#[derive(Clone, Debug, PartialEq)]
pub struct Link<L> {
    to: Option<RowId>,
    of: PhantomData<L>,
}

/// Several rows named by their ids.
#[derive(Clone, Debug, PartialEq)]
pub struct Links<L> {
    to: Vec<RowId>,
    of: PhantomData<L>,
}

impl<L> Default for Link<L> {
    fn default() -> Self {
        Self { to: None, of: PhantomData }
    }
}

impl<L> Default for Links<L> {
    fn default() -> Self {
        Self { to: Vec::new(), of: PhantomData }
    }
}

impl<L> Link<L> {
    /// A link to this row.
    pub fn to(id: &RowId) -> Self {
        Self { to: Some(id.clone()), of: PhantomData }
    }

    /// The row it names, if any.
    pub fn id(&self) -> Option<&RowId> {
        self.to.as_ref()
    }

    /// Whether it names no row.
    pub fn is_blank(&self) -> bool {
        self.to.is_none()
    }

    /// Takes an id as typed; what is no id leaves it blank.
    pub fn write(&mut self, typed: &str) {
        self.to = RowId::new(typed.trim());
    }
}

impl<L> Links<L> {
    /// Links to these rows.
    pub fn to(ids: &[&RowId]) -> Self {
        Self { to: ids.iter().map(|id| (*id).clone()).collect(), of: PhantomData }
    }

    /// The rows they name, in order.
    pub fn ids(&self) -> &[RowId] {
        &self.to
    }

    /// Whether they name no row.
    pub fn is_blank(&self) -> bool {
        self.to.is_empty()
    }

    /// Whether this row is among them.
    pub fn has(&self, id: &RowId) -> bool {
        self.to.contains(id)
    }
}

impl<L: Linked> Answer for Link<L> {
    fn kind(&self) -> Kind {
        Self::KIND
    }
    fn holds(&self) -> Holds<'_> {
        self.to.as_ref().map_or(Holds::Blank, Holds::Row)
    }
    fn hold(&mut self, what: Holds<'_>) {
        self.to = if let Holds::Row(id) = what { Some(id.clone()) } else { None };
    }
}

impl<L: Linked> Answer for Links<L> {
    fn kind(&self) -> Kind {
        Self::KIND
    }
    fn holds(&self) -> Holds<'_> {
        Holds::Rows(&self.to)
    }
    fn hold(&mut self, what: Holds<'_>) {
        self.to = if let Holds::Rows(ids) = what { ids.to_vec() } else { Vec::new() };
    }
}

impl<L: Linked> Held for Link<L> {
    const KIND: Kind = Kind::Link(L::TARGET);
    const BLANK: Self = Self { to: None, of: PhantomData };
    fn slot(&self) -> Slot<'_> {
        Slot::Answer(self)
    }
    fn slot_mut(&mut self) -> SlotMut<'_> {
        SlotMut::Answer(self)
    }
}

impl<L: Linked> Held for Links<L> {
    const KIND: Kind = Kind::Links(L::TARGET);
    const BLANK: Self = Self { to: Vec::new(), of: PhantomData };
    fn slot(&self) -> Slot<'_> {
        Slot::Answer(self)
    }
    fn slot_mut(&mut self) -> SlotMut<'_> {
        SlotMut::Answer(self)
    }
}
