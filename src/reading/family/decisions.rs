//! What a person decides about single things in one copy: rows of `sharing/choices`, and no other store.

use super::seal::{digest, in_a_row};
use crate::record::codes::YesNo;
use crate::record::sharing::{CopyChoice, CopyDecision};
use crate::record::{Link, Place, Record, RowId, Typed, language_tag, straight};

/// The answers of a child's row that a copy can have.
pub(super) const WORDS: [&str; 4] = ["views_now", "influence", "not_followed_reason", "how_obtained_next"];

/// What somebody decides about one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It is not in this copy.
    LeaveOut,
    /// It stands in this copy in other words, and in their language where that is not the copy's own.
    Reword {
        /// The words.
        words: String,
        /// Their language as a BCP 47 tag; blank where it is that of the copy.
        language: String,
    },
    /// This reader may know what the sentence gives away.
    Confirm {
        /// Why.
        reason: String,
    },
    /// A child's own words, with the answer to whether somebody who reads them could put the child at risk.
    Share {
        /// The answer.
        risk: Option<YesNo>,
        /// Why, where somebody says so.
        reason: String,
    },
}

/// What a decision lacks. Nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undecided {
    /// It is not known who decides.
    NoName,
    /// There are no other words.
    NoWords,
    /// The language is no tag of one.
    NoLanguage,
    /// There is no reason.
    NoReason,
    /// The question about the child’s safety is not answered.
    NoRisk,
}

impl Undecided {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::NoName, Self::NoWords, Self::NoLanguage, Self::NoReason, Self::NoRisk];

    /// Where its sentence stands in `words/`.
    pub fn words_key(self) -> &'static str {
        match self {
            Self::NoName => "look.lacks.name",
            Self::NoWords => "look.lacks.words",
            Self::NoLanguage => "look.lacks.language",
            Self::NoReason => "look.lacks.reason",
            Self::NoRisk => "look.lacks.risk",
        }
    }
}

impl Decision {
    fn code(&self) -> CopyDecision {
        match self {
            Self::LeaveOut => CopyDecision::LeaveOut,
            Self::Reword { .. } => CopyDecision::Reword,
            Self::Confirm { .. } => CopyDecision::Confirm,
            Self::Share { .. } => CopyDecision::Share,
        }
    }

    /// Whether an earlier decision about the same place ends with this one. What somebody confirmed was said of
    /// other words than those that stand there now, and what is shared is not left out.
    fn ends(&self, earlier: CopyDecision) -> bool {
        let too = match self {
            Self::Reword { .. } => Some(CopyDecision::Confirm),
            Self::Share { .. } => Some(CopyDecision::LeaveOut),
            Self::LeaveOut | Self::Confirm { .. } => None,
        };
        earlier == self.code() || too == Some(earlier)
    }

    fn lacks(&self, by: &str) -> Option<Undecided> {
        let blank = |text: &String| straight(text).trim().is_empty();
        match self {
            _ if by.trim().is_empty() => Some(Undecided::NoName),
            Self::Reword { words, .. } if blank(words) => Some(Undecided::NoWords),
            Self::Reword { language, .. } if !blank(language) && language_tag(language).is_empty() => {
                Some(Undecided::NoLanguage)
            }
            Self::Confirm { reason } if blank(reason) => Some(Undecided::NoReason),
            Self::Share { risk: None, .. } => Some(Undecided::NoRisk),
            _ => None,
        }
    }

    fn row(self, id: RowId, copy: &RowId, at: &str, by: &str) -> CopyChoice {
        let decision = Typed::Given(self.code());
        let row = CopyChoice {
            id,
            copy: Link::to(copy),
            place: at.into(),
            decision,
            by: by.trim().into(),
            ..CopyChoice::default()
        };
        match self {
            Self::LeaveOut => row,
            Self::Reword { words, language } => CopyChoice {
                wording: words.trim().into(),
                language: language_tag(&language).as_str().into(),
                ..row
            },
            Self::Confirm { reason } => CopyChoice { reason: reason.trim().into(), ..row },
            Self::Share { risk, reason } => CopyChoice {
                risk: risk.map_or(Typed::Blank, Typed::Given),
                reason: reason.trim().into(),
                ..row
            },
        }
    }
}

/// Writes what somebody decided about a place of one copy, in the place of what was decided there before.
///
/// # Errors
/// What the decision lacks.
pub fn decide(
    record: &mut Record,
    copy: &RowId,
    place: &Place,
    (decision, by): (Decision, &str),
    id: RowId,
) -> Result<(), Undecided> {
    if let Some(lacks) = decision.lacks(by) {
        return Err(lacks);
    }
    let at = place.to_string();
    record.sharing.choices.retain(|row| {
        let here = row.copy.id() == Some(copy) && row.place.trim() == at;
        !(here && row.decision.get().is_some_and(|earlier| decision.ends(earlier)))
    });
    let is_shared = matches!(decision, Decision::Share { .. });
    let about = if is_shared { words_at(record, place) } else { String::new() };
    let row = decision.row(id, copy, &at, by);
    record.sharing.choices.push(CopyChoice { about: about.as_str().into(), ..row });
    Ok(())
}

/// Whether the words at a place, or in its row, are those that somebody decided about. Where the decision does not say
/// what it was about, it is taken at its word.
pub fn still_holds(record: &Record, choice: &CopyChoice, place: &Place) -> bool {
    choice.about.is_blank() || *choice.about == *words_at(record, place)
}

/// A child's words at a place, or all in its row that can go out, as SHA-256.
fn words_at(record: &Record, place: &Place) -> String {
    let keys = place.key.map_or_else(|| WORDS.to_vec(), |key| vec![key]);
    let written = |key| record.answer(&place.at_key(key)).map(|answer| answer.written().into_owned());
    let said: Vec<String> = keys.into_iter().map(|key| written(key).unwrap_or_default()).collect();
    digest(&in_a_row(said.iter().map(String::as_str)))
}

/// Takes a decision back; whether there was such a one.
pub fn undo(record: &mut Record, choice: &RowId) -> bool {
    let before = record.sharing.choices.len();
    record.sharing.choices.retain(|row| row.id != *choice);
    record.sharing.choices.len() < before
}

/// The decision of this kind that holds for a place in one copy: about the place itself, or about its whole row.
pub fn decided<'a>(
    record: &'a Record,
    copy: &RowId,
    place: &Place,
    decision: CopyDecision,
) -> Option<&'a CopyChoice> {
    let whole = Place { key: None, ..place.clone() };
    let about = |at: &Place| {
        let at = at.to_string();
        let mut rows = record.sharing.choices.iter().filter(|row| row.copy.id() == Some(copy));
        rows.find(|row| row.decision.is(decision) && row.place.trim() == at)
    };
    // Other words are those of one answer, and what somebody allowed is what they saw there.
    let is_of_one = matches!(decision, CopyDecision::Reword | CopyDecision::Confirm);
    about(place).or_else(|| about(&whole).filter(|_| !is_of_one))
}
