//! Records made by walking the questions: one with every answer given, and as many arbitrary ones as there are seeds.
#![allow(dead_code)]

use serde_json::{Value, json};
use team_around::record::{Answer, Field, Kind, Record, RowId, Section, Shape, SlotMut};

/// All sections and rows of a record, the record itself first.
pub fn shapes() -> Vec<&'static Shape> {
    fn below(shape: &'static Shape, found: &mut Vec<&'static Shape>) {
        found.push(shape);
        for field in shape.fields {
            if let Kind::Part(inner) | Kind::Rows(inner) = field.kind {
                below(inner(), found);
            }
        }
    }
    let mut found = Vec::new();
    below(&Record::QUESTIONS, &mut found);
    found
}

/// The id of a list's row: `plan-actions-1` for the first row of `plan/actions`.
pub fn row_id(home: &str, number: usize) -> RowId {
    RowId::new(&format!("{}-{number}", home.replace('/', "-"))).unwrap()
}

/// A record in which every answer is given and every list has this many rows. Each text says which
/// question it answers: `canary action.what plan-actions-1`.
pub fn full(rows: usize) -> Record {
    let mut record = Record::default();
    fill(&mut record, &mut |_| rows, &mut |section, field, answer| {
        let value = canary(field, section);
        answer.read_json(&value).unwrap_or_else(|misfit| panic!("{field:?} {misfit:?} {value}"));
    });
    record
}

fn canary(field: &Field, row: &str) -> Value {
    match field.kind {
        Kind::Line | Kind::Narrative => json!(format!("canary {}.{} {row}", field.of, field.key).trim_end()),
        Kind::Day => json!("2026-03-02"),
        Kind::Number => json!(6),
        Kind::Choice(list) => json!(list.codes.last()),
        Kind::Choices(list) => json!(list.codes),
        Kind::Link(target) => json!(row_id(target.homes()[0], 1).as_str()),
        Kind::Links(target) => target.homes().iter().map(|home| row_id(home, 1).to_string()).collect(),
        Kind::Part(_) | Kind::Rows(_) => unreachable!(),
    }
}

/// Walks every answer of a record, making rows as it is told.
fn fill(
    section: &mut dyn Section,
    rows_of: &mut dyn FnMut(&'static Shape) -> usize,
    give: &mut dyn FnMut(&str, &'static Field, &mut dyn Answer),
) {
    let row = section.row_id().map(|id| id.to_string()).unwrap_or_default();
    for (index, field) in section.shape().fields.iter().enumerate() {
        match section.slot_mut(index).unwrap() {
            SlotMut::Answer(answer) => give(&row, field, answer),
            SlotMut::Part(part) => fill(part, rows_of, give),
            SlotMut::Rows(rows) => {
                for number in 0..rows_of(rows.shape()) {
                    rows.insert(number, row_id(rows.shape().home, number + 1));
                    fill(rows.row_mut(number).unwrap(), rows_of, give);
                }
            }
        }
    }
}

/// An arbitrary record that a form could hold: answers given, unread and blank, and members from a
/// newer version. The same seed always makes the same record; no list has more rows than `rows`.
pub fn record(seed: u64, rows: usize) -> Record {
    let mut record = Record::default();
    let mut dice = Dice(seed);
    let mut counts = Dice(!seed);
    fill(&mut record, &mut |_| counts.below(rows + 1), &mut |_, field, answer| {
        answer_by(&mut dice, field, answer)
    });
    carry(&mut dice, &mut record);
    record
}

/// An arbitrary record whose rows all stand in these lists, with an answer here and there elsewhere;
/// no list has more than `rows`. It is small, so that many can be tried.
pub fn record_in(seed: u64, rows: usize, homes: &[&str]) -> Record {
    let mut record = Record::default();
    let mut dice = Dice(seed);
    let mut counts = Dice(!seed);
    let mut rows_of =
        |shape: &'static Shape| if homes.contains(&shape.home) { counts.below(rows + 1) } else { 0 };
    fill(&mut record, &mut rows_of, &mut |row, field, answer| {
        if !row.is_empty() || dice.below(12) == 0 {
            answer_by(&mut dice, field, answer);
        }
    });
    carry(&mut dice, &mut record);
    record
}

/// Blanks every answer of which a seed says so.
pub fn thin(record: &mut Record, blank: &mut dyn FnMut(&'static str, &Field) -> bool) {
    thin_section(record, blank);
}

fn thin_section(section: &mut dyn Section, blank: &mut dyn FnMut(&'static str, &Field) -> bool) {
    let home = section.shape().home;
    for (index, field) in section.shape().fields.iter().enumerate() {
        match section.slot_mut(index).unwrap() {
            SlotMut::Answer(answer) if blank(home, field) => answer.write(""),
            SlotMut::Answer(_) => {}
            SlotMut::Part(part) => thin_section(part, blank),
            SlotMut::Rows(rows) => {
                (0..rows.len()).for_each(|row| thin_section(rows.row_mut(row).unwrap(), blank))
            }
        }
    }
}

fn answer_by(dice: &mut Dice, field: &Field, answer: &mut dyn Answer) {
    let text = dice.text();
    match (dice.below(4), field.kind) {
        (0, _) => {}
        (1, Kind::Line | Kind::Narrative) | (2, _) => answer.write(&text),
        (_, Kind::Choice(list)) => answer.write(list.codes[dice.below(list.codes.len())]),
        (_, Kind::Choices(list)) => answer.write(&list.codes[dice.below(list.codes.len())..].join(",")),
        (_, Kind::Day) => answer.write(&format!(
            "{}-{:02}-{:02}",
            1900 + dice.below(201),
            1 + dice.below(12),
            1 + dice.below(28)
        )),
        (_, Kind::Number) => answer.write(&dice.below(1_000_000_000).to_string()),
        (_, Kind::Link(target) | Kind::Links(target)) => {
            answer.write(row_id(target.homes()[0], 1 + dice.below(4)).as_str());
        }
        _ => answer.write(&text.repeat(3)),
    }
}

/// Gives some sections members that only a newer version knows.
fn carry(dice: &mut Dice, section: &mut dyn Section) {
    if dice.below(4) == 0 {
        let value = json!({ "new": [dice.text(), dice.below(1000), 0.5, null, true], "": {} });
        section.carried_mut().push(("from_a_newer_version".to_owned(), value));
    }
    for index in 0..section.shape().fields.len() {
        match section.slot_mut(index).unwrap() {
            SlotMut::Answer(_) => {}
            SlotMut::Part(part) => carry(dice, part),
            SlotMut::Rows(rows) => (0..rows.len()).for_each(|row| carry(dice, rows.row_mut(row).unwrap())),
        }
    }
}

/// Numbers that follow from a seed (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from((self.next() >> 11) % limit as u64).unwrap()
    }

    /// A text that is awkward to keep.
    pub fn text(&mut self) -> String {
        const PIECES: [&str; 16] = [
            "Mia",
            " ",
            "\"",
            "\\",
            "\n",
            "\u{202e}",
            "\u{0}",
            "é",
            "e\u{301}",
            "👩‍👧",
            "<b>",
            "__proto__",
            ",",
            "31/02/2026",
            "row-1",
            "{\"unread\":",
        ];
        (0..self.below(7)).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }
}
