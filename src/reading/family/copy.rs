//! What one reader is given. Nothing else of the record can be held here.

use crate::record::codes::IntervalUnit;
use chrono::NaiveDate;

/// For whom it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Version {
    /// An adult of the family.
    #[default]
    Adult,
    /// A child.
    Child,
}

/// A copy for one reader.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FamilyCopy {
    /// Its id: nobody's name.
    pub id: String,
    /// What the reader is called.
    pub reader: String,
    /// What the children that it is about are called.
    pub children: Vec<String>,
    /// For whom it is written.
    pub version: Version,
    /// The language of its sentences, as a BCP 47 tag.
    pub language: String,
    /// The day whose plan it shows.
    pub as_at: Option<NaiveDate>,
    /// The last day on which it may be read.
    pub expires_on: Option<NaiveDate>,
    /// When it was approved; nothing before that.
    pub approval: Option<Approval>,
    /// What it says, by its headings, in their order. A heading without a sentence is not there.
    pub parts: Vec<Part>,
}

/// The approval of a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// The day.
    pub on: NaiveDate,
    /// The seal of what was approved.
    pub seal: String,
}

/// One heading with what stands under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The heading, a question of the family's.
    pub heading: Heading,
    /// What stands under it.
    pub items: Vec<Item>,
}

/// The questions of a family, in the order of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heading {
    /// Why is there a plan?
    Why,
    /// What are people worried about?
    Worries,
    /// What is going well?
    GoingWell,
    /// What needs to change?
    Change,
    /// Who will do what, and by when?
    Actions,
    /// What happens if things do not change?
    Otherwise,
    /// When do we meet next?
    Next,
    /// What did the child say, and what happened with it?
    Voice,
    /// Whom can I ring?
    Ring,
}

impl Heading {
    /// All of them, in the order of a page.
    pub const ALL: [Self; 9] = [
        Self::Why,
        Self::Worries,
        Self::GoingWell,
        Self::Change,
        Self::Actions,
        Self::Otherwise,
        Self::Next,
        Self::Voice,
        Self::Ring,
    ];

    /// Its code in a file, and the end of its key in `words/`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Why => "why",
            Self::Worries => "worries",
            Self::GoingWell => "going-well",
            Self::Change => "change",
            Self::Actions => "actions",
            Self::Otherwise => "otherwise",
            Self::Next => "next",
            Self::Voice => "voice",
            Self::Ring => "ring",
        }
    }

    /// The heading with this code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|heading| heading.code() == code)
    }
}

/// One thing that is said, with its facts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// The sentence or sentences; blank where the facts say all.
    pub said: Said,
    /// Its facts, in the order in which they are read.
    pub facts: Vec<Fact>,
}

/// Words, and their language where it is not that of the copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub words: String,
    /// Their language as a BCP 47 tag; blank where it is the copy's own.
    pub language: String,
}

/// A fact about one thing.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// The reader does it.
    You,
    /// Who does it.
    Who(Said),
    /// In what role.
    Role(Said),
    /// By when.
    By(NaiveDate),
    /// The day.
    On(NaiveDate),
    /// At what time, as it was written.
    At(Said),
    /// Again and again: at least every so many days, weeks or months.
    Every(u32, IntervalUnit),
    /// How everybody will know that it helped.
    Measure(Said),
    /// How things are now.
    Now(Said),
    /// A code, with the list that has its words: how far it has come, or a role.
    Code(String, String),
    /// Done on this day.
    Done(NaiveDate),
    /// What became of what was said.
    Then(Said),
    /// Why it was not followed, or only in part.
    Because(Said),
    /// What would start it.
    If(Said),
    /// What happens where somebody does not take part.
    Without(Said),
    /// When the plan ends.
    Ends(Said),
}

impl Fact {
    /// Its code in a file, and the end of its key in `words/`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::You => "you",
            Self::Who(_) => "who",
            Self::Role(_) => "role",
            Self::By(_) => "by",
            Self::On(_) => "on",
            Self::At(_) => "at",
            Self::Every(..) => "every",
            Self::Measure(_) => "measure",
            Self::Now(_) => "now",
            Self::Code(..) => "code",
            Self::Done(_) => "done",
            Self::Then(_) => "then",
            Self::Because(_) => "because",
            Self::If(_) => "if",
            Self::Without(_) => "without",
            Self::Ends(_) => "ends",
        }
    }

    /// Its words, where it is said in words that somebody wrote.
    pub fn said(&self) -> Option<&Said> {
        match self {
            Self::Who(said) | Self::Role(said) | Self::At(said) | Self::Measure(said) | Self::Now(said) => {
                Some(said)
            }
            Self::Then(said) | Self::Because(said) | Self::If(said) => Some(said),
            Self::Without(said) | Self::Ends(said) => Some(said),
            _ => None,
        }
    }
}

impl FamilyCopy {
    /// Every sentence that goes out, in the order of the page.
    pub fn sentences(&self) -> impl Iterator<Item = &Said> {
        self.parts
            .iter()
            .flat_map(|part| &part.items)
            .flat_map(|item| std::iter::once(&item.said).chain(item.facts.iter().filter_map(Fact::said)))
    }

    /// SHA-256 of all that the reader will see but for the approval itself, as hexadecimal: two copies with
    /// one seal say the same to the letter.
    pub fn seal(&self) -> String {
        let approved = Self { approval: None, ..self.clone() };
        super::seal::digest(&super::json::write_copy(&approved))
    }
}
