//! Which draft on this device is of this form and this person, and what else is kept here.

use super::acts::slot_word;
use super::places::Kept;
use super::{Keys, millis};
use crate::draft::{Age, DraftId, Header, Millis, Slot, Source};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

/// What is kept on this device, and which of it is of this subject and user and opened by the key.
///
/// `asked` is JSON text `{dids, rows: {did: {text?, noticed?}}, subject, user, slots}`. Answers with two lists:
///
/// - `drafts`: those of this form that are still kept, the newest first:
///   `[{did, epoch, older, created, text, base, at, until, damaged, newer, aside}]`. `newer` says that a newer
///   version of the program wrote here: it is read, and not written. `aside` holds the damaged copies,
///   `[{place, text}]`.
/// - `kept`: every draft, without its text: `[{did, state, subject?, at?, until?, age, notice}]`. `state` is
///   `own`, `sealed` (somebody else's, or the key is gone), `damaged` or `newer`; `age` is `kept`, `hidden` or
///   `over`; `notice` asks for the time to be written down.
#[wasm_bindgen]
pub fn find(keys: &Keys, asked: &str, now: f64) -> String {
    let asked: Value = serde_json::from_str(asked).unwrap_or_default();
    let dids = asked.get("dids").and_then(Value::as_array).into_iter().flatten();
    let row =
        |did: DraftId| asked.get("rows").and_then(|rows| rows.get(did.to_string())).unwrap_or(&Value::Null);
    let slots = asked.get("slots").and_then(Value::as_bool) == Some(true);
    let all: Vec<Kept> = dids
        .filter_map(|did| DraftId::read(did.as_str()?))
        .map(|did| Kept::read(keys, did, row(did), slots))
        .filter(Kept::is_there)
        .collect();
    let mut looked = Look { asked: &asked, now: millis(now), seen: 0 };
    // What somebody else wrote while a clock was ahead says nothing of this person's drafts.
    let own = all.iter().filter(|kept| looked.is_own(kept)).flat_map(Kept::headers);
    looked.seen = own.map(|header| header.seen_max).max().unwrap_or(0);
    let mut found: Vec<_> = all.iter().filter_map(|kept| looked.mine(kept)).collect();
    found.retain(|found| looked.age(found.kept) == Age::Kept);
    found.sort_by_key(|found| std::cmp::Reverse(found.header.updated));
    let drafts: Value = found.iter().map(Found::json).collect();
    let kept: Value = all.iter().map(|kept| looked.listed(kept)).collect();
    json!({ "drafts": drafts, "kept": kept }).to_string()
}

/// Who looks, for what, and when.
struct Look<'a> {
    asked: &'a Value,
    now: Millis,
    seen: Millis,
}

/// A draft of the form and the person that was asked for.
struct Found<'a> {
    kept: &'a Kept,
    header: &'a Header,
    held: &'a Value,
}

impl Look<'_> {
    fn same(&self, held: &Value, key: &str) -> bool {
        held.get(key) == self.asked.get(key)
    }

    fn is_own(&self, kept: &Kept) -> bool {
        kept.newest().is_some_and(|(_, held)| self.same(held, "user"))
    }

    fn mine<'a>(&self, kept: &'a Kept) -> Option<Found<'a>> {
        let (header, held) = kept.newest()?;
        let mine = self.same(held, "subject") && self.same(held, "user");
        mine.then_some(Found { kept, header, held })
    }

    fn age(&self, kept: &Kept) -> Age {
        kept.age(self.now, self.seen)
    }

    fn listed(&self, kept: &Kept) -> Value {
        let newest = kept.newest().filter(|(_, held)| self.same(held, "user"));
        let state = match newest {
            Some(_) => "own",
            None if kept.headers().next().is_some() => "sealed",
            None if kept.is_newer() => "newer",
            None => "damaged",
        };
        let age = self.age(kept);
        json!({
            "did": kept.did.to_string(),
            "state": state,
            "subject": newest.and_then(|(_, held)| held.get("subject")),
            "at": kept.headers().map(|header| header.updated).max(),
            "until": kept.until(),
            "age": age_word(age),
            "notice": kept.is_unnoticed(age),
        })
    }
}

impl Found<'_> {
    fn json(&self) -> Value {
        let held = |key: &str| self.held.get(key).cloned().unwrap_or_default();
        let choice = self.kept.choice();
        json!({
            "did": self.kept.did.to_string(),
            "epoch": choice.opened.epoch,
            "older": slot_word(choice.opened.older),
            "created": self.header.created,
            "at": self.header.updated,
            "until": self.kept.until(),
            "text": held("text"),
            "base": held("base"),
            "damaged": !choice.damaged.is_empty(),
            "newer": self.kept.is_newer(),
            "aside": aside(self.kept),
        })
    }
}

fn aside(kept: &Kept) -> Value {
    let place = |source| match source {
        Source::Slot(Slot::A) => "a",
        Source::Slot(Slot::B) => "b",
        Source::Journal => "j",
    };
    kept.damaged().map(|(source, text)| json!({ "place": place(source), "text": text })).collect()
}

fn age_word(age: Age) -> &'static str {
    match age {
        Age::Kept => "kept",
        Age::Hidden => "hidden",
        Age::Over => "over",
    }
}
