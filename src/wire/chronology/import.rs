//! Rows of a table as entries of the chronology. Nothing is added twice and nothing that is there is changed.

use super::imported::Imported;
use super::mapping::{Column, Mapping};
use super::table::Table;
use crate::record::chronology::{ChronologyEntry, Significance};
use crate::record::{AnAgency, CodeSet, Links, Record, RowId, RowIds, Typed, When, small_letter};
use crate::wire::limits;
use crate::words::{Language, Words};

/// The most agencies that one cell names.
const MOST: usize = 20;

/// A row as it would be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Previewed<'a> {
    /// Its cells, in the order of [`Column::ALL`]; empty where no column answers.
    pub cells: [&'a str; 6],
    /// When; `None` where the cell says no time, and the entry would stand last.
    pub when: Option<When>,
    /// Whether it says what happened: only such a row is added.
    pub is_entry: bool,
}

/// The first rows as they would be read with this mapping.
pub fn preview<'a>(table: &'a Table, mapping: &Mapping, rows: usize) -> Vec<Previewed<'a>> {
    let of = |row: &'a Vec<String>| {
        let cells = Column::ALL.map(|column| mapping.cell(row, column));
        let when = When::read(mapping.cell(row, Column::When));
        Previewed { cells, when, is_entry: !mapping.cell(row, Column::Event).trim().is_empty() }
    };
    table.rows.iter().take(rows).map(of).collect()
}

/// Adds each row that says what happened as an entry, at the end of the chronology.
///
/// A row whose agency's cell is blank is of `agency`, where one is given. A cell that names an
/// agency of the record, or several between semicolons, commas or strokes, is theirs; a name that
/// the record does not have is kept in the source, and told. A row that is there already, by time,
/// text and agency, is not added again, neither where it was joined with another agency's since.
pub fn import(
    record: &mut Record,
    table: &Table,
    mapping: &Mapping,
    agency: Option<&RowId>,
    ids: &mut RowIds,
) -> Imported {
    let mut imported = Imported::default();
    for (at, row) in table.rows.iter().enumerate() {
        let entry = entry_of(record, row, mapping, agency, &mut imported.unmatched);
        if entry.event.is_blank() {
            imported.without_event.push(at + 1);
        } else if record.chronology.iter().any(|known| has(known, &entry)) {
            imported.same += 1;
        } else if record.chronology.len() >= limits::LIST {
            imported.no_room.push(at + 1);
        } else {
            imported.take(at + 1, &entry);
            record.chronology.push(ChronologyEntry { id: ids.next_id(), ..entry });
        }
    }
    imported
}

/// Takes entries out again that a table added, as long as nobody has written in them since. Answers with how many
/// went, and how many stay because they are not as they were added.
pub fn take_out(record: &mut Record, added: &[ChronologyEntry]) -> [usize; 2] {
    let (before, mut stay) = (record.chronology.len(), 0);
    record.chronology.retain(|entry| match added.iter().find(|one| one.id == entry.id) {
        Some(one) if one == entry => false,
        Some(_) => {
            stay += 1;
            true
        }
        None => true,
    });
    [before - record.chronology.len(), stay]
}

fn entry_of(
    record: &Record,
    row: &[String],
    mapping: &Mapping,
    agency: Option<&RowId>,
    unmatched: &mut Vec<String>,
) -> ChronologyEntry {
    let cell = |column| mapping.cell(row, column);
    let named = cell(Column::Agency).trim();
    let (agencies, unknown) = agencies_of(record, named, agency);
    unmatched.extend(unknown.iter().filter(|name| !unmatched.contains(name)).cloned().collect::<Vec<_>>());
    let source = cell(Column::Source);
    let is_said = unknown.is_empty() || parts(source).any(|part| part == named);
    let source = match (is_said, source.trim().is_empty()) {
        (true, _) => source.to_owned(),
        (_, true) => named.to_owned(),
        _ => format!("{named}; {}", source.trim()),
    };
    ChronologyEntry {
        when: cell(Column::When).into(),
        event: cell(Column::Event).into(),
        agencies,
        source: source.as_str().into(),
        significance: significance(cell(Column::Significance).trim()),
        impact: cell(Column::Impact).into(),
        ..ChronologyEntry::default()
    }
}

/// The agencies of the record that a cell names, and the names that it does not know.
fn agencies_of(record: &Record, named: &str, agency: Option<&RowId>) -> (Links<AnAgency>, Vec<String>) {
    if named.is_empty() {
        return (agency.map_or_else(Links::default, |id| Links::to(&[id])), Vec::new());
    }
    let find = |name: &str| {
        let name = small(name);
        let is_it = |known: &str| !known.trim().is_empty() && small(known) == name;
        record.agencies.iter().find(|agency| is_it(&agency.name)).map(|agency| &agency.id)
    };
    if let Some(id) = find(named) {
        return (Links::to(&[id]), Vec::new());
    }
    let several = named.split([';', ',', '/', '\n']).map(str::trim).filter(|name| !name.is_empty());
    let several = several.take(MOST).map(|name| (name, find(name)));
    let (known, unknown): (Vec<_>, Vec<_>) = several.partition(|(_, id)| id.is_some());
    let mut found: Vec<&RowId> = Vec::new();
    for id in known.iter().filter_map(|(_, id)| *id) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    if found.is_empty() {
        return (Links::default(), vec![told(named)]);
    }
    (Links::to(&found), unknown.iter().map(|(name, _)| told(name)).collect())
}

/// A name as it is told, which a cell can make as long as a file.
fn told(name: &str) -> String {
    name.chars().take(limits::LINE).collect()
}

fn small(text: &str) -> String {
    text.trim().chars().map(small_letter).collect()
}

/// A code, or its words in either language; anything else is kept as typed.
pub(super) fn significance(typed: &str) -> Typed<Significance> {
    let is_code = |code: &str| {
        let said = Language::ALL.map(|language| Words::of(language).say(&format!("significance.{code}")));
        small(typed) == code || said.into_iter().flatten().any(|said| small(said) == small(typed))
    };
    let code = Significance::LIST.codes.iter().find(|code| is_code(code));
    let mut answer = Typed::Blank;
    let held: &mut dyn crate::record::Answer = &mut answer;
    held.write(code.copied().unwrap_or(typed));
    answer
}

/// Whether all that a new entry says is in this one: what it was for the child, what it meant and where it is written no
/// less than what happened.
pub(in crate::wire) fn has(known: &ChronologyEntry, new: &ChronologyEntry) -> bool {
    let sources = || parts(&new.source).all(|part| parts(&known.source).any(|other| other == part));
    let is_whose = if new.agencies.is_blank() {
        known.agencies.is_blank()
    } else {
        new.agencies.ids().iter().all(|agency| known.agencies.has(agency))
    };
    let several = known.agencies.ids().len() > new.agencies.ids().len();
    let said = |known: &str, new: &str| {
        let (known, new) = (known.trim(), new.trim());
        new.is_empty() || known == new || several && known.contains(new)
    };
    // Where two agencies differ, a joining leaves what each said for a person to settle.
    let was = match (&known.significance, &new.significance) {
        (Typed::Unread(both), Typed::Given(one)) if several => both.contains(one.code()),
        (known, new) => *new == Typed::Blank || known == new,
    };
    let is_settled = was && (new.third_party.is_blank() || known.third_party == new.third_party);
    let is_told = said(&known.event, &new.event) && said(&known.impact, &new.impact);
    is_whose && is_told && is_settled && sources() && is_then(known, new, several)
}

/// Whether the two are of one time; of a joined entry, whether they can be.
fn is_then(known: &ChronologyEntry, new: &ChronologyEntry, is_joined: bool) -> bool {
    match (When::read(&known.when), When::read(&new.when)) {
        // A joining keeps the more exact time, and names the other one among the sources.
        (Some(when), Some(other)) if is_joined => {
            when.can_meet(&other) && (when == other || known.source.contains(new.when.trim()))
        }
        (Some(when), Some(other)) => when == other,
        _ => known.when.trim() == new.when.trim(),
    }
}

fn parts(source: &str) -> impl Iterator<Item = &str> {
    source.split("; ").map(str::trim).filter(|part| !part.is_empty())
}
