//! Why there is no copy, or why one is not handed out.

/// A reason for which nothing goes out. Each has a sentence in `words/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// The record has no such copy.
    NoCopy,
    /// An answer on which it depends who learns what cannot be read.
    Unread,
    /// Nobody is named as its reader.
    NoReader,
    /// Its reader is not in the record.
    UnknownReader,
    /// It is for several readers, and somebody must be protected.
    Joint,
    /// Nobody has decided whether this reader may have the plan.
    Undecided,
    /// It was decided that this reader is to have none.
    MayNot,
    /// It is not said which of several children it is about.
    NoChildren,
    /// It is not said who prepared it.
    NoAuthor,
    /// Nobody has approved it.
    NotApproved,
    /// Who approved it has prepared it too.
    OwnApproval,
    /// Who approved it has reworded or allowed part of it too.
    OwnDecision,
    /// It, or the plan under it, was changed after it was approved.
    Changed,
    /// It has no last day.
    NoLastDay,
    /// Its last day is over.
    Expired,
    /// It was withdrawn.
    Withdrawn,
    /// Something in it would give somebody away.
    Leaks,
    /// It would say nothing.
    Empty,
}

impl Refusal {
    /// Every reason.
    pub const ALL: [Self; 18] = [
        Self::NoCopy,
        Self::Unread,
        Self::NoReader,
        Self::UnknownReader,
        Self::Joint,
        Self::Undecided,
        Self::MayNot,
        Self::NoChildren,
        Self::NoAuthor,
        Self::NotApproved,
        Self::OwnApproval,
        Self::OwnDecision,
        Self::Changed,
        Self::NoLastDay,
        Self::Expired,
        Self::Withdrawn,
        Self::Leaks,
        Self::Empty,
    ];

    /// Where its sentence stands in `words/`.
    pub fn words_key(self) -> &'static str {
        match self {
            Self::NoCopy => "copies.refused.no-copy",
            Self::Unread => "copies.refused.unread",
            Self::NoReader => "copies.refused.no-reader",
            Self::UnknownReader => "copies.refused.unknown-reader",
            Self::Joint => "copies.refused.joint",
            Self::Undecided => "copies.refused.undecided",
            Self::MayNot => "copies.refused.may-not",
            Self::NoChildren => "copies.refused.no-children",
            Self::NoAuthor => "copies.refused.no-author",
            Self::NotApproved => "copies.refused.not-approved",
            Self::OwnApproval => "copies.refused.own-approval",
            Self::OwnDecision => "copies.refused.own-decision",
            Self::Changed => "copies.refused.changed",
            Self::NoLastDay => "copies.refused.no-last-day",
            Self::Expired => "copies.refused.expired",
            Self::Withdrawn => "copies.refused.withdrawn",
            Self::Leaks => "copies.refused.leaks",
            Self::Empty => "copies.refused.empty",
        }
    }
}
