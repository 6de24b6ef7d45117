//! A look at a text's bytes before any value is made of them: how deep, how many, and no half characters.

use super::limits;
use super::problem::ProblemKind;

/// Refuses a text that is too deep, has too many values, or escapes half a character. That the text
/// is JSON is not checked here.
pub(super) fn scan(text: &[u8]) -> Result<(), ProblemKind> {
    let (mut at, mut depth, mut values) = (0, 0_usize, 1_usize);
    while let Some(byte) = text.get(at) {
        at += 1;
        match byte {
            b'"' => at = string(text, at).map_err(|lone| lone_surrogate(text, lone))?,
            b'[' | b'{' => (depth, values) = (depth + 1, values + 1),
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if depth > limits::DEPTH {
            return Err(ProblemKind::TooDeep { limit: limits::DEPTH });
        }
        if values > limits::VALUES {
            return Err(ProblemKind::TooMany { limit: limits::VALUES });
        }
    }
    Ok(())
}

/// Where the string ends that began before `at`; an error says where half a character stands.
fn string(text: &[u8], mut at: usize) -> Result<usize, usize> {
    loop {
        match text.get(at) {
            None | Some(b'"') => return Ok(at + 1),
            Some(b'\\') => at = escape(text, at)?,
            Some(_) => at += 1,
        }
    }
}

/// Where the escape ends that begins at `at`.
fn escape(text: &[u8], at: usize) -> Result<usize, usize> {
    match unit(text, at) {
        None => Ok(at + 2),
        Some(0xD800..=0xDBFF) => match unit(text, at + 6) {
            Some(0xDC00..=0xDFFF) => Ok(at + 12),
            _ => Err(at),
        },
        Some(0xDC00..=0xDFFF) => Err(at),
        Some(_) => Ok(at + 6),
    }
}

/// The UTF-16 unit of a `\uXXXX` that begins at `at`.
fn unit(text: &[u8], at: usize) -> Option<u16> {
    let figures = text.get(at..at + 6)?.strip_prefix(b"\\u")?;
    let sound = figures.iter().all(u8::is_ascii_hexdigit);
    std::str::from_utf8(figures)
        .ok()
        .filter(|_| sound)
        .and_then(|figures| u16::from_str_radix(figures, 16).ok())
}

fn lone_surrogate(text: &[u8], at: usize) -> ProblemKind {
    let before = text.get(..at).unwrap_or_default();
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
    ProblemKind::LoneSurrogate { line, column }
}
