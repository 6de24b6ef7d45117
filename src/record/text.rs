//! Answers in words: a line, or a narrative of several paragraphs.

use super::answer::{Answer, Misfit, State};
use super::field::Kind;
use super::held::{Held, Slot, SlotMut};
use serde_json::Value;
use std::borrow::Cow;
use std::ops::Deref;

/// A short answer on one line: a name, a role, a telephone number. At most 200 characters in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub String);

/// An answer of several sentences. At most 20,000 characters in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrative(pub String);

macro_rules! words {
    ($Name:ident, $kind:expr) => {
        impl $Name {
            /// Whether nothing but white space was written.
            pub fn is_blank(&self) -> bool {
                self.0.trim().is_empty()
            }
        }

        impl Deref for $Name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $Name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl Answer for $Name {
            fn state(&self) -> State {
                if self.is_blank() { State::Blank } else { State::Given }
            }
            fn written(&self) -> Cow<'_, str> {
                Cow::Borrowed(&self.0)
            }
            fn write(&mut self, typed: &str) {
                typed.clone_into(&mut self.0);
            }
            fn to_json(&self) -> Value {
                if self.0.is_empty() { Value::Null } else { Value::from(self.0.as_str()) }
            }
            fn read_json(&mut self, value: &Value) -> Result<(), Misfit> {
                match value {
                    Value::String(text) => self.0.clone_from(text),
                    Value::Null => self.0.clear(),
                    _ => return Err(Misfit::of($kind)),
                }
                Ok(())
            }
        }

        impl Held for $Name {
            const KIND: Kind = $kind;
            fn slot(&self) -> Slot<'_> {
                Slot::Answer(self)
            }
            fn slot_mut(&mut self) -> SlotMut<'_> {
                SlotMut::Answer(self)
            }
        }
    };
}

words!(Text, Kind::Line);
words!(Narrative, Kind::Narrative);
