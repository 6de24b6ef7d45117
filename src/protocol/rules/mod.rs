//! The rules, one file each, listed in the order a manager reads their topics.
//!
//! Never here: a figure, a weight, a sentence or a document's name. Those are a pack's.

use super::rule::Rule;

macro_rules! rules {
    ($( $name:ident ),* $(,)?) => {
        $( pub mod $name; )*
        /// Every rule.
        pub static RULES: &[&Rule] = &[$( &$name::RULE ),*];
    };
}

rules! {
    action_without_owner,
}
