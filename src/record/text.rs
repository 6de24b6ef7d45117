//! Answers in words: a line, or a narrative of several paragraphs.

use super::answer::{Answer, Holds};
use super::field::Kind;
use super::held::{Held, Slot, SlotMut};
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

            /// Takes what a person typed.
            pub fn write(&mut self, typed: &str) {
                self.hold(Holds::Words(typed));
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
            fn kind(&self) -> Kind {
                $kind
            }
            fn holds(&self) -> Holds<'_> {
                Holds::Words(&self.0)
            }
            fn hold(&mut self, what: Holds<'_>) {
                self.0.clear();
                if let Holds::Words(words) = what {
                    self.0.push_str(words);
                }
            }
        }

        impl Held for $Name {
            const KIND: Kind = $kind;
            const BLANK: Self = Self(String::new());
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
