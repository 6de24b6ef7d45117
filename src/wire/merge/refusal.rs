//! Why nothing of a file is merged.

use crate::words::Words;

/// Why nothing of a file is merged. Its sentence says what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Neither an agency's report that came back, nor another copy of a meeting's record.
    NotAContribution,
    /// A newer version of the format wrote it.
    Newer {
        /// That version.
        version: u32,
    },
    /// No child in it is a child of this record.
    OtherChild,
    /// This record does not know its meeting.
    OtherMeeting,
    /// This record does not know its agency.
    UnknownAgency,
    /// Part of it could not be read.
    Losses,
    /// The two together would be larger than a document may be.
    TooLarge,
}

impl Refusal {
    /// Its code: the sentence stands in `words/` under `merging.refused.<code>`.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAContribution => "not-a-contribution",
            Self::Newer { .. } => "newer",
            Self::OtherChild => "other-child",
            Self::OtherMeeting => "other-meeting",
            Self::UnknownAgency => "unknown-agency",
            Self::Losses => "losses",
            Self::TooLarge => "too-large",
        }
    }

    /// What it says, and what to do.
    pub fn sentence(self, words: &Words) -> String {
        let version = if let Self::Newer { version } = self { version.to_string() } else { String::new() };
        words.fill(&format!("merging.refused.{}", self.code()), &[("version", &version)])
    }
}
