//! What a page asks of a meeting's or a report's form beside what it asks of each.

use super::handle::Handle;
use crate::reading;
use crate::record::{Record, RowId};
use crate::wire::{self, Envelope};
use serde_json::json;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Handle {
    /// The agency for which a request was asked for; empty where none was.
    pub fn requested(&self) -> String {
        self.form.requested().map_or_else(String::new, |agency| agency.to_string())
    }

    /// The request for one agency's report as JSON text; empty where there is none.
    pub fn request(&self, agency: &str) -> String {
        let (Some(meeting), Some(agency)) = (self.form.own(), RowId::new(agency)) else {
            return String::new();
        };
        match self.form.record(|record| reading::request(record, &meeting, &agency)) {
            Ok(asked) => {
                let request = Envelope::request(Record::default(), &meeting, &agency);
                self.stamped(request).write_around(&asked).to_string()
            }
            Err(refused) => {
                self.say(self.form.words.label(refused.words_key()));
                String::new()
            }
        }
    }

    /// Takes a file that somebody chose: `contribution` or `chronology`. What came of a contribution
    /// is JSON text `{taken, message, added, filled, differences, leftOut}`; a chronology is offered first.
    pub fn take(&self, what: &str, bytes: &[u8]) -> String {
        if what != "contribution" {
            self.form.offer(bytes);
            return String::new();
        }
        let brought = self.form.contribute(&opened(bytes));
        let said = json!({
            "taken": brought.taken,
            "message": brought.sentences.join(" "),
            "added": brought.added,
            "filled": brought.filled,
            "differences": brought.differences,
            "leftOut": brought.left_out,
        });
        said.to_string()
    }

    /// The feedback as JSON text.
    pub fn feedback(&self) -> String {
        self.form.record(wire::feedback_text)
    }

    /// What happened when, as a table in CSV.
    pub fn chronology(&self) -> String {
        self.form.record(|record| wire::chronology::chronology_csv(record, self.form.words))
    }
}

/// An envelope from a file's bytes; what is no text or no JSON is a problem of it.
fn opened(bytes: &[u8]) -> wire::Opened {
    match wire::parse(bytes) {
        Ok(document) => Envelope::read(&document),
        Err(problems) => wire::Opened { problems, ..wire::Opened::default() },
    }
}
