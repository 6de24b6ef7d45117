//! The words of an address by what they are: the part of a building, the number, the street.

use super::places::{begins_street, is_house, is_part, is_street};

/// Whether a word is a number, or begins with one: "12", "12a".
pub(super) fn is_figure(word: &str) -> bool {
    word.starts_with(|sign: char| sign.is_ascii_digit())
}

/// What follows the words for a part of a building, "flat 2 12 larch road", and the name or number of that part.
pub(super) fn without_unit<'a, 'b>(words: &'a [&'b str], units: &mut Vec<String>) -> &'a [&'b str] {
    let Some((_, rest)) = words.split_first().filter(|(word, _)| is_part(word)) else { return words };
    let is_short = |word: &&str| is_figure(word) || word.len() == 1;
    // Where no more than that follows, or no street does, all of it is what the part is called.
    let count =
        rest.iter().take(2).take_while(|word| is_short(word)).count().min(rest.len().saturating_sub(2));
    let count = if count > 1 && is_figure(rest.get(1).copied().unwrap_or_default()) { 1 } else { count };
    let after = rest.get(count..).unwrap_or_default();
    let called = if streets_in(after).is_empty() { rest } else { rest.get(..count).unwrap_or_default() };
    units.extend(called.iter().map(|word| (*word).to_owned()));
    if called.len() == rest.len() { &[] } else { after }
}

/// The streets that words name, by the word for their kind: each from the number before it, with where that stands.
/// A town or the name of a house may stand before or behind.
pub(super) fn streets_in<'a, 'b>(words: &'a [&'b str]) -> Vec<(Option<usize>, &'a [&'b str])> {
    let number_before =
        |at: usize| (0..at).rev().find(|at| words.get(*at).is_some_and(|word| is_figure(word)));
    let kinds = (0..words.len()).filter(|at| {
        let word = words.get(*at).copied().unwrap_or_default();
        is_street(word) && !is_house(word)
    });
    let of = |at: usize| {
        let number = number_before(at);
        let from = number.map_or(0, |number| number + 1);
        // A letter after the number is the number's: "12 a larch road".
        let letter = number.is_some() && words.get(from).is_some_and(|word| word.len() == 1);
        let from = from + usize::from(letter && from + 1 < at);
        // In the middle of words without a number it is a saint rather than a street.
        let saint = words.get(at) == Some(&"st") && at + 1 < words.len() && number.is_none();
        (from < at && !saint).then(|| Some((number, words.get(from..=at)?))).flatten()
    };
    // A Welsh street begins with its kind, and nothing tells where it ends.
    let welsh = (0..words.len())
        .filter(|at| words.get(*at).is_some_and(|word| begins_street(word)) && at + 1 < words.len());
    let welsh = welsh.filter_map(|at| Some((number_before(at), words.get(at..)?)));
    kinds.filter_map(of).chain(welsh).collect()
}
