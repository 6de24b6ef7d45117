//! Every row of the two source documents, and what became of it here.
//!
//! The rows stand in `catalogue.tsv`: an id for each sentence that asks something, its class
//! (`HR` decidable, `WN` decidable in part, `PR` a question, `REF` context) and its state.

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// A rule checks it.
    Rule,
    /// It is a figure or a condition of the rule that it softens.
    Parameter,
    /// The form asks it, and no rule does.
    Prompt,
    /// It is context: there is nothing to check in one record.
    Reference,
    /// No rule checks it yet.
    NotYet,
}

impl State {
    /// All states, in the order a reader wants them.
    pub const ALL: [Self; 5] = [Self::Rule, Self::Parameter, Self::Prompt, Self::Reference, Self::NotYet];

    /// The name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Parameter => "parameter",
            Self::Prompt => "prompt",
            Self::Reference => "reference",
            Self::NotYet => "not yet",
        }
    }
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatalogueRow {
    /// Its id, such as `HANTS-REV-01`.
    pub id: &'static str,
    /// How far it can be decided: `HR`, `WN`, `PR` or `REF`.
    pub class: &'static str,
    /// What became of it.
    pub state: State,
    /// The rule's code where the state is `rule` or `parameter`; otherwise what it waits for or
    /// belongs to, if anything.
    pub what: &'static str,
}

/// All rows, in the order of the documents.
pub fn catalogue() -> impl Iterator<Item = CatalogueRow> {
    include_str!("catalogue.tsv").lines().skip(1).filter_map(row)
}

fn row(line: &'static str) -> Option<CatalogueRow> {
    let mut cells = line.split('\t');
    let (id, class, state) = (cells.next()?, cells.next()?, cells.next()?);
    let state = State::ALL.into_iter().find(|known| known.name() == state)?;
    Some(CatalogueRow { id, class, state, what: cells.next().unwrap_or_default() })
}
