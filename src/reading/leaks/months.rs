//! Months and feasts by their names, in English and Welsh, with a slip in a long one.

use super::ordinary::is_ordinary;
use super::sounds::distance;

/// Each line: a month in English and in Welsh, with what Welsh makes of it after another word.
const MONTHS: [&str; 12] = [
    "january jan ionawr ion",
    "february feb chwefror chwef",
    "march mar mawrth fawrth",
    "april apr ebrill ebr",
    "may mai fai",
    "june jun mehefin fehefin meh",
    "july jul gorffennaf orffennaf ngorffennaf gorff",
    "august aug awst",
    "september sept sep medi fedi",
    "october oct hydref hyd",
    "november nov tachwedd dachwedd nhachwedd tach",
    "december dec rhagfyr ragfyr rhag",
];

/// Days by their names, folded: the words, the day and the month.
pub(super) const FEASTS: [(&str, u32, u32); 19] = [
    ("valentine day", 14, 2),
    ("valentines day", 14, 2),
    ("boxing day", 26, 12),
    ("christmas day", 25, 12),
    ("xmas day", 25, 12),
    ("christmas eve", 24, 12),
    ("xmas eve", 24, 12),
    ("new years day", 1, 1),
    ("new years eve", 31, 12),
    ("halloween", 31, 10),
    ("bonfire night", 5, 11),
    ("guy fawkes night", 5, 11),
    ("st davids day", 1, 3),
    ("st patricks day", 17, 3),
    ("st georges day", 23, 4),
    ("st andrews day", 30, 11),
    ("april fools day", 1, 4),
    ("leap day", 29, 2),
    ("dydd nadolig", 25, 12),
];

/// The month that this folded word names, also with one slip in a name of six letters or more.
pub(super) fn of(word: &str) -> Option<u32> {
    let named = |like: &dyn Fn(&str) -> bool| MONTHS.iter().position(|names| names.split(' ').any(like));
    let slip = |name: &str| {
        name.len() > 5 && name.as_bytes().first() == word.as_bytes().first() && distance(name, word, 1)
    };
    let long = word.len() > 4 && !is_ordinary(word);
    let found = named(&|name| name == word).or_else(|| if long { named(&slip) } else { None })?;
    Some(found as u32 + 1)
}

/// Whether a feast's name may begin with this word.
pub(super) fn begins_feast(word: &str) -> bool {
    FEASTS.iter().any(|(name, _, _)| name.split(' ').next() == Some(word))
}
