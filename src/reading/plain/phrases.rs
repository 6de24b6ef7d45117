//! Words and phrases of professionals, with where plainer ones stand. The list is data: a key, and how it is
//! written, a line each way.

use super::{Hint, part, words};

const LIST: &str = include_str!("phrases.tsv");

/// The keys of the list, each with one of the ways in which it is written.
pub fn entries() -> impl Iterator<Item = (&'static str, &'static str)> {
    LIST.lines().filter_map(|line| line.split_once('\t'))
}

pub(super) fn found(text: &str) -> Vec<Hint> {
    let places = words(text);
    let plain: Vec<String> =
        places.iter().map(|(from, to)| part(text, *from, *to).to_lowercase().replace('\'', "’")).collect();
    let mut hints: Vec<Hint> = Vec::new();
    for (key, written) in entries() {
        let wanted: Vec<&str> = written.split(' ').collect();
        let said = |hint: &Hint| matches!(hint, Hint::Phrase { key: known, .. } if *known == key);
        let at = plain.windows(wanted.len()).position(|run| run == wanted);
        let span = at.and_then(|at| Some((places.get(at)?.0, places.get(at + wanted.len() - 1)?.1)));
        if let Some((from, to)) = span.filter(|_| !hints.iter().any(said)) {
            hints.push(Hint::Phrase { found: part(text, from, to).to_owned(), key });
        }
    }
    hints
}
