//! Telephone numbers, postcodes and registrations: whole, in parts, and with a slip.

use super::code::{Code, goes_on};
use super::tokens::{Gap, Text};

/// Places in a text: from the first word up to, not with, the last.
pub(super) type Spans = Vec<(usize, usize)>;

/// The letters and figures of a value.
pub(super) fn compact(value: &str) -> String {
    let text = Text::read(value);
    text.tokens
        .iter()
        .filter_map(|token| text.entries.get(token.entry))
        .map(|entry| entry.word.as_str())
        .collect()
}

/// A telephone number.
pub(super) struct Telephone {
    whole: Vec<Code>,
    local: Vec<Code>,
}

impl Telephone {
    /// Takes a number in any way of writing it; one from abroad is looked for as it stands.
    pub fn new(value: &str) -> Self {
        let figures: String = compact(value).chars().filter(char::is_ascii_digit).collect();
        let plain =
            figures.strip_prefix("0044").or(figures.strip_prefix("44").filter(|_| figures.len() > 10));
        let national = plain.or(figures.strip_prefix('0')).unwrap_or(&figures);
        let national = national.strip_prefix('0').unwrap_or(national);
        let starts: &[&str] =
            if national.len() == figures.len() { &[""] } else { &["0", "44", "440", "0044", "00440", ""] };
        let whole = starts.iter().map(|start| Code::lookalike(&format!("{start}{national}"))).collect();
        let area = match national.as_bytes() {
            [b'2' | b'8', ..] => 2,
            [b'1', b'1', ..] | [b'1', _, b'1', ..] | [b'3', ..] => 3,
            _ => 4,
        };
        let parts = [area, area + 1].map(|from| national.get(from..).unwrap_or_default());
        let local = parts.into_iter().filter(|part| (6..=8).contains(&part.len())).map(Code::lookalike);
        Self { whole, local: if national.len() > 8 { local.collect() } else { Vec::new() } }
    }

    pub fn places(&self, text: &Text) -> Spans {
        let mut found: Spans = self.whole.iter().flat_map(|code| code.all(text)).collect();
        let local = self.local.iter().flat_map(|code| code.all(text));
        found.extend(local.filter(|(from, to)| !goes_on(text, *from) && !follows(text, *to)));
        found
    }
}

/// Whether more figures follow in the same number.
fn follows(text: &Text, to: usize) -> bool {
    goes_on(text, to) && to < text.len() && text.is_number(to) && !text.gap(to).has(Gap::COMMA | Gap::STOP)
}

/// A postcode.
pub(super) struct Postcode {
    whole: Vec<Code>,
    outward: String,
    inward: String,
}

impl Postcode {
    /// A value that is no postcode in form is looked for whole only.
    pub fn new(value: &str) -> Self {
        let all = compact(value);
        let at = all.len().saturating_sub(3);
        let (outward, inward) = (all.get(..at).unwrap_or_default(), all.get(at..).unwrap_or_default());
        let formed = is_outward(outward) && is_inward(inward);
        let mut whole = vec![Code::lookalike(&all)];
        whole.extend(swapped_end(&all, 2).filter(|_| formed).map(|all| Code::lookalike(&all)));
        let part = |part: &str| if formed { part.to_owned() } else { String::new() };
        Self { whole, outward: part(outward), inward: part(inward) }
    }

    pub fn places(&self, text: &Text) -> Spans {
        let mut found: Spans = self.whole.iter().flat_map(|code| code.all(text)).collect();
        if !self.outward.is_empty() {
            found.extend((0..text.len()).filter_map(|at| self.outward_at(text, at)));
            found.extend((0..text.len()).filter_map(|at| self.inward_at(text, at)));
        }
        found
    }

    /// The outward part, alone or with the sector, where it is not that of another postcode.
    fn outward_at(&self, text: &Text, from: usize) -> Option<(usize, usize)> {
        let long = self.outward.len() > 3 && text.capitals(from);
        let to = literal(text, from, &self.outward)
            .or_else(|| spaced(text, from, &self.outward, 2).filter(|_| long))?;
        let next = text.word(to);
        let other =
            next.len() == 1 && text.is_number(to) && text.word(to + 1).len() == 2 && !text.apart(to + 1);
        if other || (is_inward(next) && text.is_number(to)) {
            return None;
        }
        let sector = self.inward.starts_with(next) && !next.is_empty() && text.is_number(to);
        let long = self.outward.len() > 2 || sector;
        (long || text.capital(from)).then_some((from, to + usize::from(sector)))
    }

    /// The inward part alone, in capitals, where it is no ordinal, time or weight.
    fn inward_at(&self, text: &Text, from: usize) -> Option<(usize, usize)> {
        let to = literal(text, from, &self.inward).or_else(|| spaced(text, from, &self.inward, 1))?;
        let letters = self.inward.get(1..).unwrap_or_default();
        let measure = match letters {
            "st" => self.inward.starts_with('1'),
            "nd" => self.inward.starts_with('2'),
            "rd" => self.inward.starts_with('3'),
            _ => matches!(letters, "th" | "am" | "pm" | "kg" | "mm" | "cm" | "km" | "ft" | "lb" | "oz"),
        };
        let alone = from.checked_sub(1).is_none_or(|before| !text.is_number(before) || text.apart(from));
        let capital = text.capital(to.saturating_sub(1)) && text.capital(to.saturating_sub(2).max(from + 1));
        (!measure && alone && capital && !text.shouts).then_some((from, to))
    }
}

/// Where these signs end if they stand here without a gap between them.
fn literal(text: &Text, from: usize, signs: &str) -> Option<usize> {
    let mut left = signs;
    let mut at = from;
    while !left.is_empty() {
        let word = text.word(at);
        let glued = at == from || text.tokens.get(at)?.gap == Gap::default();
        left = left.strip_prefix(word).filter(|_| glued && !word.is_empty())?;
        at += 1;
    }
    (at > from).then_some(at)
}

/// Where these signs end if they stand here in pieces of so many signs, with a space between them.
fn spaced(text: &Text, from: usize, signs: &str, piece: usize) -> Option<usize> {
    let mut left = signs;
    let mut at = from;
    while !left.is_empty() {
        let word = text.word(at);
        let near = at == from || text.gap(at).is_space();
        left = left.strip_prefix(word).filter(|_| near && word.len() == piece)?;
        at += 1;
    }
    (at > from).then_some(at)
}

pub(super) fn is_outward(part: &str) -> bool {
    let letters = part.bytes().take_while(u8::is_ascii_lowercase).count();
    (2..=4).contains(&part.len())
        && (1..=2).contains(&letters)
        && part.as_bytes().get(letters).is_some_and(u8::is_ascii_digit)
}

pub(super) fn is_inward(part: &str) -> bool {
    matches!(part.as_bytes(), [figure, one, two]
        if figure.is_ascii_digit() && one.is_ascii_lowercase() && two.is_ascii_lowercase())
}

/// The code with two neighbours among its last signs changed round.
fn swapped_end(all: &str, last: usize) -> impl Iterator<Item = String> {
    let signs: Vec<char> = all.chars().collect();
    let from = signs.len().saturating_sub(last);
    let given = all.to_owned();
    (from..signs.len().saturating_sub(1))
        .map(move |at| {
            let mut other = signs.clone();
            other.swap(at, at + 1);
            other.into_iter().collect::<String>()
        })
        .filter(move |other| *other != given)
}

/// A vehicle's registration.
pub(super) struct Registration {
    whole: Vec<Code>,
    halves: Option<(String, String)>,
}

impl Registration {
    pub fn new(value: &str) -> Self {
        let all = compact(value);
        let letters = all.bytes().rev().take_while(u8::is_ascii_lowercase).count();
        let mut whole = vec![Code::lookalike(&all)];
        let ends = letters == 3 && all.len() > 4;
        whole.extend(swapped_end(&all, 3).filter(|_| ends).map(|all| Code::lookalike(&all)));
        let cut = all.len().saturating_sub(letters);
        let halves = all.get(..cut).zip(all.get(cut..)).filter(|_| ends);
        Self { whole, halves: halves.map(|(first, last)| (first.to_owned(), last.to_owned())) }
    }

    /// Whole, or both halves near each other in any order.
    pub fn places(&self, text: &Text) -> Spans {
        let mut found: Spans = self.whole.iter().flat_map(|code| code.all(text)).collect();
        let Some((first, last)) = &self.halves else { return found };
        for at in 0..text.len() {
            let Some(to) = literal(text, at, first) else { continue };
            let near = at.saturating_sub(12)..(to + 12).min(text.len());
            let other =
                near.into_iter().find(|other| text.word(*other) == last && (*other < at || *other >= to));
            found.extend(other.map(|other| (at.min(other), to.max(other + 1))));
        }
        found
    }
}
