//! What a reader is not given, and why: for whoever approves, never for the reader.

use crate::record::Place;

/// An answer that is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// Where it stands in the record.
    pub place: Place,
    /// Why.
    pub why: Why,
    /// The rows of the copy that would say it, where it would stand in more than its own: a name stands wherever its
    /// owner does something.
    pub beside: Vec<Place>,
}

impl LeftOut {
    /// An answer that would stand nowhere else.
    pub fn new(place: Place, why: Why) -> Self {
        Self { place, why, beside: Vec::new() }
    }
}

/// Why an answer is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// It is for professionals.
    Professionals,
    /// It is for named people only: addresses, telephone numbers, what must not be told.
    Restricted,
    /// The family may read it, but a copy has no place for it.
    NoPlace,
    /// It is about a child for whom this reader has no copy.
    OtherChild,
    /// It names somebody of whom this reader must not learn.
    Apart,
    /// A child's own words, which nobody has decided to share.
    NotDecided,
    /// A child's own words, which could put the child at risk.
    AtRisk,
    /// The child does not want this reader to have them.
    KeptPrivate,
    /// Somebody decided to leave it out.
    Decided,
    /// This reader has the short copy.
    Short,
    /// What was typed could not be read as a day or a number.
    Unread,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 11] = [
        Self::Professionals,
        Self::Restricted,
        Self::NoPlace,
        Self::OtherChild,
        Self::Apart,
        Self::NotDecided,
        Self::AtRisk,
        Self::KeptPrivate,
        Self::Decided,
        Self::Short,
        Self::Unread,
    ];

    /// Where its sentence stands in `words/`.
    pub fn words_key(self) -> &'static str {
        match self {
            Self::Professionals => "copies.left.professionals",
            Self::Restricted => "copies.left.restricted",
            Self::NoPlace => "copies.left.no-place",
            Self::OtherChild => "copies.left.other-child",
            Self::Apart => "copies.left.apart",
            Self::NotDecided => "copies.left.not-decided",
            Self::AtRisk => "copies.left.at-risk",
            Self::KeptPrivate => "copies.left.kept-private",
            Self::Decided => "copies.left.decided",
            Self::Short => "copies.left.short",
            Self::Unread => "copies.left.unread",
        }
    }
}
