//! Answers chosen from a list: one code, or several.

use super::answer::{Answer, Holds};
use super::field::Kind;
use super::held::{Held, Slot, SlotMut};
use super::typed::{Typed, Written};

/// A list of codes under one name; the words for each stand in `words/` under `<name>.<code>`.
#[derive(Debug, PartialEq, Eq)]
pub struct CodeList {
    /// The list's name.
    pub name: &'static str,
    /// Its codes in the order a form shows them.
    pub codes: &'static [&'static str],
}

impl CodeList {
    /// Where a code stands in the list.
    pub fn position(&self, code: &str) -> Option<usize> {
        self.codes.iter().position(|known| *known == code)
    }
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
    fn kind(&self) -> Kind {
        Self::KIND
    }

    fn holds(&self) -> Holds<'_> {
        Holds::Codes(self.0.iter().map(Answer::holds).collect())
    }

    fn hold(&mut self, what: Holds<'_>) {
        self.0.clear();
        if let Holds::Codes(codes) = what {
            for code in codes {
                let mut one = Typed::Blank;
                one.hold(code);
                self.0.push(one);
            }
        }
    }
}

impl<E: CodeSet> Held for Choices<E> {
    const KIND: Kind = Kind::Choices(E::LIST);
    const BLANK: Self = Self(Vec::new());
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
                Self::LIST.codes.get(self as usize).copied().unwrap_or_default()
            }
        }

        impl $crate::record::Written for $Name {
            const KIND: $crate::record::Kind =
                $crate::record::Kind::Choice(<Self as $crate::record::CodeSet>::LIST);
            fn holds(&self) -> $crate::record::Holds<'static> {
                $crate::record::Holds::Code(*self as usize)
            }
            fn of(what: &$crate::record::Holds<'_>) -> Option<Self> {
                match what {
                    $crate::record::Holds::Code(index) => [$( Self::$Code ),+].get(*index).copied(),
                    _ => None,
                }
            }
        }
    )+ };
}
pub(crate) use codes;
