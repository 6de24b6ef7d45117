//! Why somebody does not prepare, approve or withdraw a copy now.

/// Why somebody does not say that a copy is ready, or does not approve it, now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNow {
    /// The record has no such copy.
    NoCopy,
    /// It is not known who they are.
    Unnamed,
    /// Nobody has said that it is ready.
    NotPrepared,
    /// Nobody has approved it.
    NotApproved,
    /// They prepared it themselves.
    Own,
    /// They wrote or allowed part of what it says.
    Decided,
    /// Something stops it.
    Refused,
    /// It is not what they were shown.
    Changed,
    /// It is approved as it is.
    Approved,
    /// What stands as its last day is none.
    LastDay,
    /// Its last day is over.
    Expired,
    /// It was withdrawn.
    Withdrawn,
}

impl NotNow {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::NoCopy,
        Self::Unnamed,
        Self::NotPrepared,
        Self::NotApproved,
        Self::Own,
        Self::Decided,
        Self::Refused,
        Self::Changed,
        Self::Approved,
        Self::LastDay,
        Self::Expired,
        Self::Withdrawn,
    ];

    /// Where its sentence stands in `words/`.
    pub fn words_key(self) -> &'static str {
        match self {
            Self::NoCopy => "copies.refused.no-copy",
            Self::Unnamed => "look.not.unnamed",
            Self::NotPrepared => "look.not.prepared",
            Self::NotApproved => "copies.refused.not-approved",
            Self::Own => "look.not.own",
            Self::Decided => "look.not.decided",
            Self::Refused => "look.not.refused",
            Self::Changed => "look.not.changed",
            Self::Approved => "look.not.approved",
            Self::LastDay => "look.not.last-day",
            Self::Expired => "look.not.expired",
            Self::Withdrawn => "look.not.withdrawn",
        }
    }
}
