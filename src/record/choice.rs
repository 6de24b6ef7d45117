//! Answers chosen from a list: one code, or several.

use super::answer::{Answer, Misfit, State};
use super::field::Kind;
use super::held::{Held, Slot, SlotMut};
use super::typed::{Typed, Written};
use serde_json::Value;
use std::borrow::Cow;

/// A list of codes under one name; the words for each stand in `words/` under `<name>.<code>`.
#[derive(Debug, PartialEq, Eq)]
pub struct CodeList {
    /// The list's name.
    pub name: &'static str,
    /// Its codes in the order a form shows them.
    pub codes: &'static [&'static str],
}

/// A closed list of codes, as an enum.
pub trait CodeSet: Written + Copy {
    /// The list.
    const LIST: &'static CodeList;
    /// The code as a file has it.
    fn code(self) -> &'static str;
}

/// One code of a list. A code that we do not know is kept as typed and flagged.
pub type Choice<E> = Typed<E>;

/// Several codes of a list, in the order they were chosen. A code that we do not know is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices<E>(pub Vec<Typed<E>>);

impl<E> Default for Choices<E> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<E: CodeSet> Choices<E> {
    /// Whether this code is among the chosen.
    pub fn has(&self, code: E) -> bool {
        self.0.iter().any(|chosen| chosen.is(code))
    }

    /// Whether nothing was chosen.
    pub fn is_blank(&self) -> bool {
        self.0.is_empty()
    }
}

impl<E: CodeSet> Answer for Choices<E> {
    fn state(&self) -> State {
        match self.0.as_slice() {
            [] => State::Blank,
            chosen if chosen.iter().any(|code| code.given().is_none()) => State::Unread,
            _ => State::Given,
        }
    }

    fn written(&self) -> Cow<'_, str> {
        let codes: Vec<Cow<'_, str>> = self.0.iter().map(Answer::written).collect();
        Cow::Owned(codes.join(","))
    }

    fn write(&mut self, typed: &str) {
        self.0 = typed.split(',').filter(|code| !code.trim().is_empty()).map(one).collect();
    }

    fn to_json(&self) -> Value {
        if self.0.is_empty() { Value::Null } else { self.0.iter().map(Answer::to_json).collect() }
    }

    fn read_json(&mut self, value: &Value) -> Result<(), Misfit> {
        let list = match value {
            Value::Array(list) => list.as_slice(),
            Value::Null => &[],
            _ => return Err(Misfit::of(Self::KIND)),
        };
        let mut result = Ok(());
        self.0.clear();
        for item in list {
            let mut code = Typed::Blank;
            result = result.and(code.read_json(item));
            if !code.is_blank() {
                self.0.push(code);
            }
        }
        result
    }
}

/// One code as typed.
fn one<E: CodeSet>(typed: &str) -> Typed<E> {
    let mut code = Typed::Blank;
    code.write(typed);
    code
}

impl<E: CodeSet> Held for Choices<E> {
    const KIND: Kind = Kind::Choices(E::LIST);
    fn slot(&self) -> Slot<'_> {
        Slot::Answer(self)
    }
    fn slot_mut(&mut self) -> SlotMut<'_> {
        SlotMut::Answer(self)
    }
}

/// Declares a closed list of codes: `codes! { /// what it says  Progress "progress" { NotStarted "not-started", … } }`.
macro_rules! codes {
    ($( $(#[$doc:meta])* $Name:ident $name:literal {
        $( $(#[$vdoc:meta])* $Code:ident $code:literal ),+ $(,)?
    } )+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum $Name { $( $(#[$vdoc])* $Code ),+ }

        impl $crate::record::CodeSet for $Name {
            const LIST: &'static $crate::record::CodeList =
                &$crate::record::CodeList { name: $name, codes: &[$( $code ),+] };
            fn code(self) -> &'static str {
                match self { $( Self::$Code => $code ),+ }
            }
        }

        impl $crate::record::Written for $Name {
            const KIND: $crate::record::Kind =
                $crate::record::Kind::Choice(<Self as $crate::record::CodeSet>::LIST);
            fn read(typed: &str) -> Option<Self> {
                match typed { $( $code => Some(Self::$Code), )+ _ => None }
            }
            fn written(&self) -> std::borrow::Cow<'_, str> {
                std::borrow::Cow::Borrowed($crate::record::CodeSet::code(*self))
            }
        }
    )+ };
}
pub(crate) use codes;
