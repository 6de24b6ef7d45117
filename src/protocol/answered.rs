//! Whether a question was answered: the few ways in which many rules ask that of a record.

use super::finding::Finding;
use super::rule::Report;
use crate::record::codes::DoneOrUnsafe;
use crate::record::meeting::Meeting;
use crate::record::voice::Voice;
use crate::record::{Answer, Choice, Narrative, Place, Record, State};

impl Report {
    /// Asks for an answer: unmet where nothing was typed, unknown where what was typed could not
    /// be read. The finding is given back where it is unmet, to be said in other words.
    pub fn wants(&mut self, answer: &dyn Answer, place: Place) -> Option<&mut Finding> {
        match answer.state() {
            State::Given => None,
            State::Blank => Some(self.unmet(place)),
            State::Unread => {
                self.unknown(place);
                None
            }
        }
    }

    /// The same, said with another of the rule's sentences.
    pub fn wants_saying(&mut self, says: &'static str, answer: &dyn Answer, place: Place) {
        if let Some(finding) = self.wants(answer, place) {
            finding.saying(says);
        }
    }

    /// Asks that something was done, or left undone because it is unsafe, with who decided and why
    /// (domain/audit.md: it is then met). Whether it was done.
    pub fn wants_done(
        &mut self,
        (answer, place): (&Choice<DoneOrUnsafe>, Place),
        (reason, reason_place): (&Narrative, Place),
    ) -> bool {
        match answer.given() {
            Some(DoneOrUnsafe::Done) => return true,
            Some(DoneOrUnsafe::NotYet) => {
                self.unmet(place);
            }
            Some(DoneOrUnsafe::Unsafe) => self.wants_saying("unsafe-without-reason", reason, reason_place),
            None => {
                self.wants(answer, place);
            }
        }
        false
    }

    /// These meetings. Where there are none, the rule does not apply.
    pub fn meetings<'a>(&mut self, meetings: Vec<&'a Meeting>) -> Vec<&'a Meeting> {
        if meetings.is_empty() {
            self.not_applicable();
        }
        meetings
    }

    /// The views of each child who is born. A child without any is unmet at the list of views;
    /// where the record names no child it cannot be told whose views to look for.
    pub fn wants_voices<'a>(&mut self, record: &'a Record) -> Vec<&'a Voice> {
        if record.children.is_empty() {
            self.unknown(Place::home("children"));
        } else if record.all_unborn() {
            self.not_applicable();
        }
        let mut found = Vec::new();
        for child in record.children.iter().filter(|child| !child.is_unborn()) {
            match record.voice_of(child) {
                Some(voice) => found.push(voice),
                None => {
                    self.unmet(Place::home("voices"));
                }
            }
        }
        found
    }
}
