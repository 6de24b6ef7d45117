//! The list of what a copy for the family is made from, and the one gate through which all of it goes.

use super::copy::Said;
use super::decisions::{WORDS, decided, still_holds};
use super::left_out::{LeftOut, Why};
use super::scope::Reader;
use crate::record::codes::YesNo;
use crate::record::sharing::{CopyChoice, CopyDecision};
use crate::record::{Audience, Holds, Place, Record, RowId, State, language_tag, straight};

/// The questions whose answers may be in a copy: each list or section, and its keys. A question that is not
/// here is in no copy, whoever may read its answer; one that is here must be for the family to read.
pub const ALLOWED: [(&str, &[&str]); 14] = [
    ("children", &["name", "preferred_name"]),
    ("people", &["name"]),
    ("professionals", &["name", "role", "role_detail"]),
    ("analysis", &["strengths", "existing_safety", "if_nothing_changes", "bottom_lines"]),
    ("analysis/dangers", &["statement", "safety_goal"]),
    (OWN_WORDS, &WORDS),
    ("plan", &["why", "parent_summary", "review_on", "exit_criteria"]),
    ("plan/needs", &["what"]),
    ("plan/outcomes", &["what", "baseline", "measure", "target_date", "status"]),
    (
        "plan/actions",
        &[
            "what",
            "family_wording",
            "owner",
            "owner_role",
            "due",
            "repeats_every",
            "repeats_unit",
            "measure",
            "status",
            "completed_on",
        ],
    ),
    ("visit_schedules", &["professional", "visits", "every", "unit", "purpose"]),
    ("contingency", &["trigger", "by", "action", "owner", "non_cooperation", "emergency_contact"]),
    ("meetings", &["on", "at_time"]),
    ("sharing/copies", &["ring"]),
];

/// A child's own words: they are shared only where somebody decided so, and that it is safe.  domain.md 5.3, 6
const OWN_WORDS: &str = "voices";

/// One sentence that goes out, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// The place of its answer in the record.
    pub place: Place,
    /// The words as they go out.
    pub words: String,
}

/// Reads the record for one reader: what it answers with goes out, and what it does not is noted.
pub(super) struct Gate<'a> {
    pub record: &'a Record,
    pub reader: &'a Reader<'a>,
    pub sentences: Vec<Sentence>,
    /// The places of all that goes out: sentences, and facts such as a day.
    pub goes: Vec<Place>,
    pub left: Vec<LeftOut>,
    /// The row that says who does something, while that is read.
    pub said_by: Option<Place>,
}

impl<'a> Gate<'a> {
    pub fn new(record: &'a Record, reader: &'a Reader<'a>) -> Self {
        Self { record, reader, sentences: Vec::new(), goes: Vec::new(), left: Vec::new(), said_by: None }
    }

    /// The words at a place, as they go out; nothing where there are none or they do not go.
    pub fn say(&mut self, place: &Place) -> Option<Said> {
        if !self.goes(place) {
            return None;
        }
        let answer = self.record.answer(place)?;
        let Holds::Words(words) = answer.holds() else { return None };
        let choice = self.choice(place, CopyDecision::Reword);
        let (words, language) = match choice.filter(|choice| !choice.wording.is_blank()) {
            Some(choice) => (&*choice.wording, language_tag(&choice.language)),
            None => (words, String::new()),
        };
        let said = Said { words: straight(words).trim().to_owned(), language };
        (!said.words.is_empty()).then(|| {
            self.sentences.push(Sentence { place: place.clone(), words: said.words.clone() });
            said
        })
    }

    /// Whether the answer at a place goes out. Where it does not, why is noted.
    pub fn goes(&mut self, place: &Place) -> bool {
        let blank = self.record.answer(place).is_none_or(|answer| answer.state() == State::Blank);
        if blank {
            return false;
        }
        let why = self.why_not(place);
        match why {
            Some(why) => self.leave(place, why),
            None => self.goes.push(place.clone()),
        }
        why.is_none()
    }

    /// Notes once that an answer does not go, with each row that would say it.
    fn leave(&mut self, place: &Place, why: Why) {
        let at = self.left.iter().position(|left| left.place == *place && left.why == why);
        let at = at.unwrap_or(self.left.len());
        if at == self.left.len() {
            self.left.push(LeftOut::new(place.clone(), why));
        }
        let beside = self.said_by.clone().filter(|row| (row.home, &row.row) != (place.home, &place.row));
        if let (Some(row), Some(left)) = (beside, self.left.get_mut(at))
            && !left.beside.contains(&row)
        {
            left.beside.push(row);
        }
    }

    fn why_not(&self, place: &Place) -> Option<Why> {
        let listed = ALLOWED
            .iter()
            .any(|(home, keys)| *home == place.home && place.key.is_some_and(|key| keys.contains(&key)));
        match place.field().map(|field| field.audience) {
            Some(Audience::Family) if listed => {}
            Some(Audience::Restricted) => return Some(Why::Restricted),
            Some(Audience::Family) => return Some(Why::NoPlace),
            _ => return Some(Why::Professionals),
        }
        if self.record.answer(place).is_some_and(|answer| answer.state() == State::Unread) {
            return Some(Why::Unread);
        }
        if self.choice(place, CopyDecision::LeaveOut).is_some() {
            return Some(Why::Decided);
        }
        if place.home == OWN_WORDS { self.why_not_said(place) } else { None }
    }

    /// Why a child's own words do not go out.
    fn why_not_said(&self, place: &Place) -> Option<Why> {
        let row = place.row.as_ref();
        let private = self.record.voices.iter().any(|voice| {
            Some(&voice.id) == row && self.reader.selves.iter().any(|id| voice.keep_private_from.has(id))
        });
        if private {
            return Some(Why::KeptPrivate);
        }
        let whole = Place { key: None, ..place.clone() };
        let (own, row) = (place.to_string(), whole.to_string());
        // What was decided of other words than those that stand there now was decided of others. Where somebody wrote other
        // words for this copy, those go, and the child's own are asked about no less.
        let shares = |choice: &&CopyChoice| {
            let at = choice.place.trim();
            let is_it = choice.decision.is(CopyDecision::Share) && (at == own || at == row);
            is_it && still_holds(self.record, choice, if at == own { place } else { &whole })
        };
        let mut decided = self.reader.choices().filter(shares).peekable();
        if decided.peek().is_none() {
            return Some(Why::NotDecided);
        }
        // Of two who decided, the one who sees a risk is heard.
        if decided.all(|choice| choice.risk.is(YesNo::No)) { None } else { Some(Why::AtRisk) }
    }

    /// What was decided about a place in this copy, or about its whole row.
    pub fn choice(&self, place: &Place, decision: CopyDecision) -> Option<&'a CopyChoice> {
        decided(self.record, &self.reader.copy.id, place, decision)
    }

    /// Whether a row goes out: it is about one of this copy's children, and nobody decided to leave it out.
    pub fn takes_row(&mut self, home: &'static str, row: &RowId, children: &[RowId]) -> bool {
        let place = Place { home, row: Some(row.clone()), key: None };
        let other =
            !children.is_empty() && !children.iter().any(|child| self.reader.children.contains(child));
        let why = if other {
            Some(Why::OtherChild)
        } else {
            self.choice(&place, CopyDecision::LeaveOut).map(|_| Why::Decided)
        };
        self.left.extend(why.map(|why| LeftOut::new(place, why)));
        why.is_none()
    }
}
