//! What is told and what is to be done, in the words that `drafts.js` uses.

use crate::draft::{Act, Fault, Refusal, Slot, Standing, Told};
use serde_json::{Value, json};

/// What happened, from its word.
pub fn told(what: &str) -> Option<Told> {
    match what {
        "changed" => Some(Told::Changed),
        "woken" => Some(Told::Woken),
        "leaving" => Some(Told::Leaving),
        "taken" => Some(Told::TakenOver),
        _ => None,
    }
}

/// What the journal answered, from its word.
pub fn journal_answer(word: &str) -> Result<(), Refusal> {
    match word {
        "ok" => Ok(()),
        "fenced" => Err(Refusal::Fenced),
        "full" => Err(Refusal::Failed(Fault::Full)),
        "denied" => Err(Refusal::Failed(Fault::Denied)),
        _ => Err(Refusal::Failed(Fault::Broken)),
    }
}

/// What is to be done, in order.
pub fn acts_json(acts: Vec<Act>) -> Value {
    acts.into_iter().filter_map(act_json).collect()
}

fn act_json(act: Act) -> Option<Value> {
    Some(match act {
        Act::Wake(at) => json!({ "do": "wake", "at": at }),
        Act::Write(write) => json!({ "do": "write", "seq": write.seq, "slot": write.slot.map(slot_word) }),
        // Done already, where the slot was written.
        Act::FreeRoom => return None,
        Act::KeepCopy => json!({ "do": "copy" }),
        Act::Say(standing) => say_json(standing),
    })
}

/// The word of a slot.
pub fn slot_word(slot: Slot) -> &'static str {
    match slot {
        Slot::A => "a",
        Slot::B => "b",
    }
}

fn say_json(standing: Standing) -> Value {
    let (state, reason) = match standing {
        Standing::Untouched => ("untouched", None),
        Standing::Saving => ("saving", None),
        Standing::Saved => ("saved", None),
        Standing::InSlotOnly => ("slot", None),
        Standing::NotSaved(fault) => ("failed", Some(fault_word(fault))),
        Standing::Elsewhere => ("elsewhere", None),
    };
    json!({ "do": "say", "state": state, "reason": reason })
}

fn fault_word(fault: Fault) -> &'static str {
    match fault {
        Fault::Full => "full",
        Fault::Denied => "denied",
        Fault::Broken => "broken",
    }
}
