//! Long sentences. Where one ends is not always seen: a title with a stop makes two of one, so that a long
//! sentence may be missed, and a short one is never called long.

use super::{Hint, LONGEST, part, words};

/// How many words of a long sentence are told.
const BEGINS: usize = 6;

pub(super) fn long(text: &str) -> Vec<Hint> {
    let of = |sentence: &str| {
        let words = words(sentence);
        let first = words.first().map_or(0, |(from, _)| *from);
        let told = words.get(BEGINS - 1).map_or(sentence.len(), |(_, to)| *to);
        let begins = part(sentence, first, told).to_owned();
        (words.len() > LONGEST).then_some(Hint::Long { words: words.len(), begins })
    };
    sentences(text).into_iter().filter_map(of).collect()
}

/// The sentences of a text: each ends with a line, or with a stop and a space after it.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut from = 0;
        let mut letters = line.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let ends = matches!(letter, '.' | '!' | '?' | '…' | ';' | ':')
                && letters.peek().is_none_or(|(_, next)| next.is_whitespace());
            if ends {
                let to = at + letter.len_utf8();
                found.push(part(line, from, to));
                from = to;
            }
        }
        found.push(part(line, from, line.len()));
    }
    found
}
