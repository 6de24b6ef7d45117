//! Reading answers: each is held as far as it can be, and a value of another kind is carried.

use super::limits;
use super::problem::{Loss, ProblemKind};
use super::read::Reader;
use crate::record::{Answer, Kind, RowId, State};
use serde_json::Value;

impl Reader<'_> {
    /// Fills an answer; whether it holds the whole value.
    pub(super) fn answer(&mut self, answer: &mut dyn Answer, kind: Kind, value: &Value) -> bool {
        if let (Kind::Choices(_) | Kind::Links(_), Value::Array(items)) = (kind, value)
            && !self.items(kind, items)
        {
            return false;
        }
        let fits = answer.read_json(value).is_ok();
        let held = fits || answer.state() == State::Unread;
        if !fits {
            self.unfit(kind, value, held);
        }
        self.length(kind, answer);
        if answer.state() == State::Unread && answer.written().is_empty() {
            answer.write("");
        }
        held
    }

    fn unfit(&mut self, kind: Kind, value: &Value, held: bool) {
        let what = match kind {
            Kind::Day if held => ProblemKind::BadDay,
            Kind::Link(_) if value.is_string() => ProblemKind::BadId,
            Kind::Choice(_) if held => return,
            _ => ProblemKind::WrongKind { wanted: kind.name() },
        };
        self.report(what, Loss::Nothing);
    }

    fn length(&mut self, kind: Kind, answer: &dyn Answer) {
        let limit = match kind {
            Kind::Narrative => limits::NARRATIVE,
            Kind::Choices(_) | Kind::Links(_) => return,
            _ => limits::LINE,
        };
        let written = answer.written();
        if written.len() > limit && written.chars().count() > limit {
            self.report(ProblemKind::TooLong { limit }, Loss::Nothing);
        }
    }

    /// Whether each of several codes or links can be held. A list that holds anything else is carried whole.
    fn items(&mut self, kind: Kind, items: &[Value]) -> bool {
        if items.len() > limits::LIST {
            self.report(ProblemKind::TooMany { limit: limits::LIST }, Loss::Nothing);
            return false;
        }
        let mut sound = true;
        for (index, item) in items.iter().enumerate() {
            if let Some(what) = unfit_item(kind, item) {
                sound = false;
                self.within(&index.to_string(), |reader| reader.report(what, Loss::Nothing));
            }
        }
        sound
    }
}

/// Why this cannot be one of several codes or links.
fn unfit_item(kind: Kind, item: &Value) -> Option<ProblemKind> {
    match (kind, item) {
        (Kind::Links(_), Value::String(id)) => RowId::new(id).is_none().then_some(ProblemKind::BadId),
        (Kind::Links(_), _) => Some(ProblemKind::WrongKind { wanted: "link" }),
        (_, Value::String(_)) => None,
        (_, Value::Object(members))
            if members.len() == 1 && members.get("unread").is_some_and(Value::is_string) =>
        {
            None
        }
        _ => Some(ProblemKind::WrongKind { wanted: "choice" }),
    }
}
