//! What a meeting changed, in sentences: "The action “Weekly visit” was removed."

use super::Words;
use super::contents::{answer_words, row_name, shorten};
use crate::record::{Change, Changed, Kind, Place, Record, small_letter};

/// The questions that say who does what is added, the first that has an answer.
const WHO: [&str; 2] = ["owner", "owner_role"];
/// The questions that say by when.
const BY: [&str; 2] = ["due", "target_date"];

impl Words {
    /// A difference between two versions of a record, in a sentence with names and days.
    pub fn change(&self, change: &Change, before: &Record, after: &Record) -> String {
        match change.what {
            Changed::Added => self.added(&change.place, after),
            Changed::Removed => {
                let (one, name) = self.named_row(&change.place, before);
                self.fill("change.removed", &[("one", &one), ("name", &name)])
            }
            Changed::Answer => self.answer_changed(&change.place, before, after),
        }
    }

    fn added(&self, place: &Place, record: &Record) -> String {
        let (one, name) = self.named_row(place, record);
        let said = |keys: [&'static str; 2]| {
            let said = keys.map(|key| self.said(&place.at_key(key), record));
            said.into_iter().find(|said| !said.is_empty()).unwrap_or_default()
        };
        let (who, day) = (said(WHO), said(BY));
        let form = match (who.is_empty(), day.is_empty()) {
            (true, true) => "change.added",
            (false, true) => "change.added.who",
            (true, false) => "change.added.by",
            (false, false) => "change.added.who_by",
        };
        self.fill(form, &[("one", &one), ("name", &name), ("who", &who), ("day", &day)])
    }

    fn answer_changed(&self, place: &Place, before: &Record, after: &Record) -> String {
        let [was, is] = [before, after].map(|record| self.said(place, record));
        let [old, new] = [&was, &is].map(|said| self.quoted(place, &shorten(said)));
        let at = self.question_at(place, before);
        let form = match (was.is_empty(), is.is_empty()) {
            (true, _) => "change.answered",
            (_, true) => "change.cleared",
            _ if old == new => "change.reworded",
            _ if place.row.is_some() && shorten(&was) == self.named_row(place, before).1 => "change.renamed",
            _ => "change.changed",
        };
        let one = self.named_row(place, before).0;
        self.fill(form, &[("at", &at), ("one", &one), ("before", &old), ("after", &new)])
    }

    /// The question, and the row or the section that it is asked in.
    fn question_at(&self, place: &Place, record: &Record) -> String {
        let key = place.field().map(|field| field.words_key()).unwrap_or_default();
        let question = self.label(&key);
        let form = match (&place.row, question.ends_with('?')) {
            (None, _) => "change.at.part",
            (Some(_), false) => "change.at.row",
            (Some(_), true) => "change.at.row.asked",
        };
        let (one, name) = self.named_row(place, record);
        let title = format!("{}.title", place.shape().map_or("", |shape| shape.name));
        let title = self.label(&title).to_owned();
        self.fill(form, &[("question", question), ("one", &one), ("name", &name), ("title", &title)])
    }

    /// What a row is, as within a sentence, and what it is called.
    fn named_row(&self, place: &Place, record: &Record) -> (String, String) {
        let one = format!("{}.one", place.shape().map_or("", |shape| shape.name));
        let mut letters = self.label(&one).chars();
        let one = letters.next().map(small_letter).into_iter().chain(letters).collect();
        let find = || {
            let rows = record.rows(place.home)?;
            let index = rows.position(place.row.as_ref()?)?;
            Some(row_name(self, record, rows.row(index)?, index))
        };
        (one, find().unwrap_or_default())
    }

    /// An answer in words; empty where there is none.
    fn said(&self, place: &Place, record: &Record) -> String {
        let asked = place.field().zip(record.answer(place));
        asked
            .map(|(field, answer)| answer_words(self, record, field, answer).trim().to_owned())
            .unwrap_or_default()
    }

    /// Words and choices between quotation marks, without the stop that our sentence ends with; days, numbers and names as they are.
    fn quoted(&self, place: &Place, said: &str) -> String {
        match place.field().map(|field| field.kind) {
            Some(Kind::Day | Kind::Number | Kind::Link(_) | Kind::Links(_)) => said.to_owned(),
            _ => self.fill("change.quoted", &[("said", said.strip_suffix('.').unwrap_or(said))]),
        }
    }
}
