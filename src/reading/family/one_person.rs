//! Whether two names that somebody wrote may be one person's.

use crate::reading::leaks::folded_words;

/// Whether two names may be one person's, however they are written: turned round, with an initial, with a first name
/// alone, in letters that only look like others. Where it cannot be told, they are: who approves a copy has to be
/// somebody else than who prepared it, and not only to look so.
pub fn may_be_one(one: &str, other: &str) -> bool {
    let (one, other) = (folded_words(one), folded_words(other));
    let (few, mut many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let all = few.iter().all(|word| {
        let found =
            many.iter().position(|of| of == word).or_else(|| many.iter().position(|of| is_initial(word, of)));
        found.map(|at| many.swap_remove(at)).is_some()
    });
    !few.is_empty() && all
}

fn is_initial(one: &str, other: &str) -> bool {
    let is = |short: &str, long: &str| {
        short.chars().count() == 1 && short.starts_with(char::is_alphabetic) && long.starts_with(short)
    };
    is(one, other) || is(other, one)
}
