//! An e-mail address: whole, spelt out, broken, with a slip, or only what stands before the @.

use super::code::Code;
use super::numbers::{Spans, compact};
use super::ordinary::is_ordinary;
use super::sounds::distance;
use super::tokens::{Gap, Text};

/// An address in two halves.
pub(super) struct Email {
    whole: Code,
    local: String,
    /// The first word after the @.
    host: String,
    /// Whether the first half alone says whose it is.
    telling: bool,
    figures: bool,
}

impl Email {
    pub fn new(value: &str) -> Self {
        let (before, after) = value.split_once('@').unwrap_or((value, ""));
        let local = compact(before);
        let host = compact(after.split('.').next().unwrap_or_default());
        let parts = Text::read(before).len();
        let telling = local.len() > 4 && (parts > 1 || (local.len() > 5 && !is_ordinary(&local)));
        let figures = local.bytes().any(|sign| sign.is_ascii_digit());
        Self { whole: Code::exact(&compact(value)), local, host, telling, figures }
    }

    pub fn places(&self, text: &Text) -> Spans {
        let mut found = self.whole.all(text);
        found.extend((0..text.len()).filter_map(|at| self.part_at(text, at)));
        found
    }

    /// The first half, with or without the second.
    fn part_at(&self, text: &Text, from: usize) -> Option<(usize, usize)> {
        let (to, slips) = self.local_at(text, from)?;
        let sign = text.gap(to).has(Gap::AT);
        let after = if sign { to } else { to + 1 };
        let said = sign || text.word(to) == "at";
        let host = said
            && !self.host.is_empty()
            && distance(text.word(after), &self.host, u32::from(self.host.len() > 4));
        if host {
            return Some((from, after + 1));
        }
        let alone = slips == 0 && self.telling && (sign || self.is_one_word(text, from, to));
        alone.then_some((from, to))
    }

    /// Where the first half ends if it begins here, and with how many slips.
    fn local_at(&self, text: &Text, from: usize) -> Option<(usize, u32)> {
        let near = || (from + 1..from + 8).any(|at| text.gap(at).has(Gap::AT));
        if !self.local.starts_with(text.word(from)) && !near() {
            return None;
        }
        let mut built = String::new();
        for at in from..text.len() {
            built.push_str(text.word(at));
            if built == self.local {
                return Some((at + 1, 0));
            }
            let ends = text.gap(at + 1).has(Gap::AT);
            if ends && built.len() > 4 && self.local.len() > 5 && distance(&built, &self.local, 1) {
                return Some((at + 1, 1));
            }
            if built.len() > self.local.len() {
                return None;
            }
        }
        None
    }

    /// Whether the first half stands as one name: without spaces, or with figures in it.
    fn is_one_word(&self, text: &Text, from: usize, to: usize) -> bool {
        let tight = (from + 1..to).all(|at| !text.apart(at));
        let handle = text.gap(from).has(Gap::AT);
        let joined = (from + 1..to).any(|at| text.gap(at) != Gap::default());
        handle || self.figures || (tight && (joined || to == from + 1))
    }
}
