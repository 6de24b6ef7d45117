//! Which column of a table answers which question: guessed from the names, and changed by a person.

use super::import::significance;
use super::table::Table;
use crate::record::small_letter;

/// A question that a column of a table can answer. Its words stand under `import.column.<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// When it happened.
    When,
    /// What happened.
    Event,
    /// Whose entry it is.
    Agency,
    /// Where it is written down.
    Source,
    /// What it was for the child.
    Significance,
    /// What it meant for the child.
    Impact,
}

impl Column {
    /// All of them, in the order of a chronology that we write.
    pub const ALL: [Self; 6] =
        [Self::When, Self::Event, Self::Agency, Self::Source, Self::Significance, Self::Impact];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::Event => "event",
            Self::Agency => "agency",
            Self::Source => "source",
            Self::Significance => "significance",
            Self::Impact => "impact",
        }
    }

    /// What agencies call such a column, in small letters, in English and Welsh.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::When => &["when", "date", "pryd", "dyddiad"],
            Self::Event => &[
                "event",
                "what happened",
                "incident",
                "details",
                "description",
                "summary",
                "digwyddiad",
                "beth ddigwyddodd",
                "manylion",
                "disgrifiad",
                "crynodeb",
            ],
            Self::Agency => &["agency", "organisation", "service", "asiantaeth", "sefydliad", "gwasanaeth"],
            Self::Source => &["source", "evidence", "reference", "ffynhonnell", "tystiolaeth", "cyfeirnod"],
            Self::Significance => {
                &["significance", "positive", "arwyddocâd", "arwyddocad", "pwysigrwydd", "cadarnhaol"]
            }
            Self::Impact => &["impact", "effect", "effaith"],
        }
    }
}

/// The order in which a name that holds the names of several is tried: "Impact of the event" is the
/// impact, "Date of the event" the date.
const TRIED: [Column; 6] =
    [Column::When, Column::Impact, Column::Significance, Column::Agency, Column::Source, Column::Event];

/// Which column answers which question; none for a question that no column answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mapping([Option<usize>; 6]);

impl Mapping {
    /// A first guess from the names of the columns, for a person to look at: a name that is one of
    /// ours first, then one that holds it. Each column answers one question at most.
    pub fn guess(table: &Table) -> Self {
        let mut mapping = Self::default();
        let small = |name: &String| name.trim().chars().map(small_letter).collect();
        let names: Vec<String> = table.columns.iter().map(small).collect();
        for whole in [true, false] {
            for column in
                TRIED.into_iter().filter(|column| mapping.get(*column).is_none()).collect::<Vec<_>>()
            {
                let fits = |(at, name): (usize, &String)| {
                    !mapping.0.contains(&Some(at)) && calls(column, name, whole)
                };
                let found = names.iter().enumerate().position(fits);
                mapping.set(column, found);
            }
        }
        mapping.by_cells(table);
        mapping
    }

    /// A column of impact in which each cell is "positive", "negative" or "neutral" says what it was for the child.
    fn by_cells(&mut self, table: &Table) {
        let Some(at) = self.get(Column::Impact).filter(|_| self.get(Column::Significance).is_none()) else {
            return;
        };
        let cells = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.trim());
        let mut cells = cells.filter(|cell| !cell.is_empty()).peekable();
        if cells.peek().is_some() && cells.all(|cell| significance(cell).get().is_some()) {
            self.set(Column::Significance, Some(at));
            self.set(Column::Impact, None);
        }
    }

    /// The column that answers a question, counted from 0.
    pub fn get(&self, column: Column) -> Option<usize> {
        self.0.get(column as usize).copied().flatten()
    }

    /// Says which column answers a question.
    pub fn set(&mut self, column: Column, to: Option<usize>) {
        self.0.get_mut(column as usize).into_iter().for_each(|place| *place = to);
    }

    /// The columns that answer no question, and so are left out.
    pub fn unused(&self, table: &Table) -> Vec<usize> {
        (0..table.columns.len()).filter(|at| !self.0.contains(&Some(*at))).collect()
    }

    /// A row's cell that answers a question; empty where no column does.
    pub(super) fn cell<'a>(&self, row: &'a [String], column: Column) -> &'a str {
        self.get(column).and_then(|at| row.get(at)).map_or("", String::as_str)
    }
}

fn calls(column: Column, name: &str, whole: bool) -> bool {
    column.names().iter().any(|known| if whole { name == *known } else { name.contains(known) })
}
