//! JSON in small: what a family's copy is written in and read from.
//!
//! The copy is read on somebody's telephone, which fetches whatever reads it. The general reader, with its
//! fractions, its maps and its messages, is several times as long as this one, which holds a number as it was
//! written and says of a text that it cannot be read no more than that. What both write is the same to the
//! letter, since the seal of a copy is taken of its text.
//!
//! Never here: what a copy says, or a record.

mod read;
mod write;

pub use read::read;

/// How many lists and objects may stand in one another.
const DEPTH: usize = 64;

/// A value.
#[derive(Clone, Debug)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Members, in their order.
    Object(Vec<(String, Json)>),
}

/// The members of an object may stand in any order; each has to be there once.
impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(one), Self::Bool(other)) => one == other,
            (Self::Number(one), Self::Number(other)) | (Self::Text(one), Self::Text(other)) => one == other,
            (Self::List(one), Self::List(other)) => one == other,
            (Self::Object(one), Self::Object(all)) => {
                let has = |(name, value): &(String, Self)| other.get(name) == Some(value);
                one.len() == all.len() && one.iter().all(has)
            }
            _ => false,
        }
    }
}

impl Json {
    /// An object with these members.
    pub fn object<'a>(members: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// The member of this name, where this is an object that has one; of two the last.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().rev().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// The text, where it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items, where it is a list.
    pub fn as_list(&self) -> Option<&[Self]> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// The number, where it is a whole one that is not too large.
    pub fn as_number(&self) -> Option<u64> {
        match self {
            Self::Number(written) => written.parse().ok(),
            _ => None,
        }
    }
}
