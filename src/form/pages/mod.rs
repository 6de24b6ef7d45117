//! The pages of each form, as data: which questions and lists stand on each, in what order.

#[cfg(any(not(target_arch = "wasm32"), feature = "meetings"))]
mod meeting;
mod plan;
#[cfg(any(not(target_arch = "wasm32"), feature = "meetings"))]
mod report;

#[cfg(any(not(target_arch = "wasm32"), feature = "meetings"))]
pub use meeting::IN_MINUTES;

use crate::protocol::Scope;
use crate::record::{Audience, Field, Place, RowId};

/// Questions of one row, by their keys.
pub type Keys = &'static [&'static str];

/// What a page is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// The questions of the section with this home.
    Questions(&'static str),
    /// The list with this home.
    List(&'static str),
    /// Needs, under each its outcomes, under each its actions.
    Tree,
    /// These questions of the row that the form is about: the meeting, or the report.
    Own(Keys),
    /// The rows of the list with this home that hang on that row.
    Under(&'static str),
    /// The same, each with these questions in one line.
    Lines(&'static str, Keys),
    /// A part that is drawn by hand.
    Drawn(Part),
}

/// A part of a page that is more than questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The minute-taker's screen.
    Minutes,
    /// The dates.
    Strip,
    /// Asking agencies for reports, and bringing them in.
    Contributions,
    /// Where contributions differ.
    Differences,
    /// What happened when.
    Chronology,
    /// What the meeting changed in the plan.
    Changes,
    /// A file of the feedback.
    FeedbackFile,
    /// The needs, each with this agency's view.
    NeedViews,
    /// Listing everybody who should be sent the plan.
    Recipients,
    /// The copies for the family, and one of them to be looked at.
    Copies,
}

/// One page.
#[derive(Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its key: the title stands in `words/` under `page.<key>`.
    pub key: &'static str,
    /// The group it stands in on the task list, under `pages.<group>`.
    pub group: &'static str,
    /// What it is made of.
    pub blocks: &'static [Block],
}

/// The pages of one of the forms.
#[derive(Debug)]
pub struct Journey {
    /// What it answers for.
    pub scope: Scope,
    /// The groups of its task list.
    pub groups: &'static [&'static str],
    /// Its pages.
    pub sheets: &'static [Sheet],
    /// The list whose one row it is about, and the key by which other rows name that row.
    pub about: Option<(&'static str, &'static str)>,
}

/// Where the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The task list.
    Tasks,
    /// The page at this index of the journey.
    Sheet(usize),
    /// Everything on one page.
    All,
    /// The answers, to be checked before sending.
    Check,
}

impl Page {
    /// What a page is called where the form is begun anew; everything on one page needs no name.
    pub fn name(self, journey: &Journey) -> Option<&'static str> {
        match self {
            Self::Tasks => Some("tasks"),
            Self::Sheet(index) => journey.sheets.get(index).map(|sheet| sheet.key),
            Self::Check => Some("check"),
            Self::All => None,
        }
    }

    /// The page of this name.
    pub fn named(name: &str, journey: &Journey) -> Option<Self> {
        let sheets = (0..journey.sheets.len()).map(Self::Sheet);
        sheets.chain([Self::Tasks, Self::Check]).find(|page| page.name(journey) == Some(name))
    }
}

impl Journey {
    /// The pages of this document's form.
    pub fn of(scope: Scope) -> &'static Self {
        match scope {
            #[cfg(any(not(target_arch = "wasm32"), feature = "meetings"))]
            Scope::Meeting => &meeting::MEETING,
            #[cfg(any(not(target_arch = "wasm32"), feature = "meetings"))]
            Scope::Report => &report::REPORT,
            _ => &plan::PLAN,
        }
    }

    /// The page on which a place stands; `None` for what no page asks. `own` is the row it is about.
    pub fn sheet_of(&self, place: &Place, own: Option<&RowId>) -> Option<usize> {
        self.sheets.iter().position(|sheet| self.stands_on(sheet, place, own))
    }

    /// Whether a place stands on one of its pages.
    pub fn stands_on(&self, sheet: &'static Sheet, place: &Place, own: Option<&RowId>) -> bool {
        let home = moved(place).unwrap_or(place.home);
        sheet.blocks.iter().any(|block| match block {
            Block::Own(keys) => {
                let about = self.about.is_some_and(|(about, _)| about == home);
                let row = place.row.is_none() || place.row.as_ref() == own;
                about && row && place.key.is_none_or(|key| keys.contains(&key))
            }
            block => block.homes().contains(&home),
        })
    }

    /// Whether a form asks this question of a row. What only the system writes is not asked, nor, in
    /// a form about one row, which row that is.
    pub fn asks(&self, home: &'static str, field: &'static Field) -> bool {
        let place = Place { home, row: None, key: Some(field.key) };
        // A list that stands beside what the document answers for is asked whole.
        let beside = !self.scope.covers(&Place::home(home)) && self.scope.takes(home);
        let pressed = PRESSED.0 == home && PRESSED.1.contains(&field.key);
        self.tells(home, field) && !pressed && (beside || self.scope.covers(&place))
    }

    /// Whether an answer says something to whoever checks the answers: not what only the system writes, nor, in a form
    /// about one row, which row that is.
    pub fn tells(&self, home: &'static str, field: &'static Field) -> bool {
        let link = self.about.is_some_and(|(about, key)| field.key == key && home != about);
        field.audience != Audience::System && !link
    }
}

impl Sheet {
    /// The homes of the sections and lists that stand on this page.
    pub fn homes(&'static self) -> impl Iterator<Item = &'static str> {
        self.blocks.iter().flat_map(Block::homes).copied()
    }

    /// Whether answers stand on this page, and not only on others.
    pub fn asks(&'static self) -> bool {
        self.homes().next().is_some() || self.blocks.iter().any(|block| matches!(block, Block::Own(_)))
    }
}

impl Block {
    /// The homes of the sections and lists that it shows.
    pub fn homes(&'static self) -> &'static [&'static str] {
        match self {
            Self::Questions(home) | Self::List(home) | Self::Under(home) | Self::Lines(home, _) => {
                std::slice::from_ref(home)
            }
            Self::Tree => &["plan/needs", "plan/outcomes", "plan/actions"],
            Self::Own(_) => &[],
            Self::Drawn(part) => part.homes(),
        }
    }
}

impl Part {
    /// The homes of the lists that it shows and that stand on no other page.
    fn homes(self) -> &'static [&'static str] {
        match self {
            Self::Chronology => &["chronology"],
            Self::Differences => &["differences"],
            Self::NeedViews => &["need_views"],
            Self::Contributions => &["contributions"],
            Self::Copies => &["sharing/copies", "sharing/choices"],
            Self::Minutes | Self::Strip | Self::Changes | Self::FeedbackFile | Self::Recipients => &[],
        }
    }
}

/// Questions to which nobody types an answer: who prepared a copy, who approved it and when it was withdrawn is
/// written by what they press while they look at it.
pub static PRESSED: (&str, Keys) = (
    "sharing/copies",
    &["prepared_by", "prepared_on", "approved_by", "approved_role", "approved_on", "withdrawn_on"],
);

/// Questions that are asked before those of another section: when a plan ended is asked with how.
pub static MOVED: &[(&str, &str, &str)] = &[("plan", "ended_on", "ending")];

/// The section before whose questions a question is asked instead of its own.
fn moved(place: &Place) -> Option<&'static str> {
    let found = MOVED.iter().find(|(from, key, _)| place.home == *from && place.key == Some(*key))?;
    Some(found.2)
}
