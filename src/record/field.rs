//! A question, declared once: its key, what kind of answer it takes, and who may read that answer.

use super::choice::CodeList;

/// Who may read the answer to a question. There is no default: the author of a question says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// May go to the family, once a copy is approved for one recipient.
    Family,
    /// The professionals who work with the child.
    Professionals,
    /// Named recipients only: addresses, safe contact, what must not be disclosed.
    Restricted,
    /// Nobody reads it as content: ids and versions.
    System,
}

impl Audience {
    /// The name a file and the schema have for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Professionals => "professionals",
            Self::Restricted => "restricted",
            Self::System => "system",
        }
    }
}

/// The lists whose rows a link may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// `children`
    Children,
    /// `people`
    People,
    /// `professionals`
    Professionals,
    /// `children`, `people` and `professionals`
    Anyone,
    /// `children` and `people`
    Family,
    /// `agencies`
    Agencies,
    /// `plan/needs`
    Needs,
    /// `plan/outcomes`
    Outcomes,
    /// `meetings`
    Meetings,
    /// `reports`
    Reports,
    /// `decisions`
    Decisions,
    /// `sharing/copies`
    Copies,
    /// `chronology`
    Events,
}

impl Target {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Children,
        Self::People,
        Self::Professionals,
        Self::Anyone,
        Self::Family,
        Self::Agencies,
        Self::Needs,
        Self::Outcomes,
        Self::Meetings,
        Self::Reports,
        Self::Decisions,
        Self::Copies,
        Self::Events,
    ];

    /// The homes of the lists, as in [`Shape::home`].
    pub fn homes(self) -> &'static [&'static str] {
        match self {
            Self::Children => &["children"],
            Self::People => &["people"],
            Self::Professionals => &["professionals"],
            Self::Anyone => &["children", "people", "professionals"],
            Self::Family => &["children", "people"],
            Self::Agencies => &["agencies"],
            Self::Needs => &["plan/needs"],
            Self::Outcomes => &["plan/outcomes"],
            Self::Meetings => &["meetings"],
            Self::Reports => &["reports"],
            Self::Decisions => &["decisions"],
            Self::Copies => &["sharing/copies"],
            Self::Events => &["chronology"],
        }
    }
}

/// What kind of answer a question takes.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A short answer on one line.
    Line,
    /// Several sentences.
    Narrative,
    /// A civil day.
    Day,
    /// A whole number.
    Number,
    /// One code of a list.
    Choice(&'static CodeList),
    /// Several codes of a list.
    Choices(&'static CodeList),
    /// The id of one row.
    Link(Target),
    /// The ids of several rows.
    Links(Target),
    /// A group of questions.
    Part(fn() -> &'static Shape),
    /// A list of rows, each with the same questions.
    Rows(fn() -> &'static Shape),
}

impl Kind {
    /// What it asks for, as a code for messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Narrative => "narrative",
            Self::Day => "day",
            Self::Number => "number",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::Link(_) => "link",
            Self::Links(_) => "links",
            Self::Part(_) => "part",
            Self::Rows(_) => "rows",
        }
    }

    /// The list that it offers, where it asks for codes.
    pub fn codes(self) -> Option<&'static CodeList> {
        match self {
            Self::Choice(list) | Self::Choices(list) => Some(list),
            _ => None,
        }
    }
}

/// One question. Its label and hint stand in `words/` under [`Field::words_key`].
#[derive(Debug)]
pub struct Field {
    /// The section or row it belongs to, as in [`Shape::name`].
    pub of: &'static str,
    /// Its key: the member's name in JSON.
    pub key: &'static str,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// Who may read the answer.
    pub audience: Audience,
}

impl Field {
    /// Where its label stands in `words/`; the hint stands under the same key with `.hint`.
    pub fn words_key(&self) -> String {
        format!("{}.{}", self.of, self.key)
    }
}

/// The questions of one section, or of each row of one list.
#[derive(Debug)]
pub struct Shape {
    /// The name that its questions' keys in `words/` begin with.
    pub name: &'static str,
    /// Where it stands in the record: `plan`, or `plan/actions` for the rows of that list.
    pub home: &'static str,
    /// Whether it is the shape of a list's rows, which have ids.
    pub row: bool,
    /// The questions, in the order a file and a form have them.
    pub fields: &'static [Field],
}

impl Shape {
    /// The question with this key, and its index.
    pub fn field(&self, key: &str) -> Option<(usize, &'static Field)> {
        self.fields.iter().enumerate().find(|(_, field)| field.key == key)
    }
}
