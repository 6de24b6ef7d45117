//! What an approval names: all that the reader will see, and all that somebody allowed in it.  domain.md 5.3

use super::copy::FamilyCopy;
use super::scanned::{Gives, Leak};
use crate::record::sharing::CopyDecision;
use crate::record::{Record, RowId};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// SHA-256 of a text, as hexadecimal.
pub(super) fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Texts one after another, each with its length: no two lists make one text.
pub(super) fn in_a_row<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().fold(String::new(), |mut told, part| {
        let _ = write!(told, "{}:{part}", part.len());
        told
    })
}

/// The copy's own seal; where something in it that could give somebody away was allowed, with that of who allowed what
/// and why. Without it an author could allow alone what is found later, and it would go as if it had been approved.
///
/// What was allowed is told as it stands now: where it has become another meeting, or another secret, the approval is of
/// something else.
pub(super) fn seal(record: &Record, id: &RowId, copy: &FamilyCopy, leaks: &[Leak]) -> String {
    let own = record.sharing.choices.iter().filter(|row| row.copy.id() == Some(id));
    let allowed = own.filter(|row| row.decision.is(CopyDecision::Confirm));
    let mut allowed: Vec<[&str; 3]> =
        allowed.map(|row| [row.place.trim(), row.by.trim(), row.reason.trim()]).collect();
    if allowed.is_empty() {
        return copy.seal();
    }
    allowed.sort_unstable();
    let mut away: Vec<String> =
        leaks.iter().filter(|leak| leak.confirmed).map(|leak| given_away(record, leak)).collect();
    away.sort_unstable();
    let told = in_a_row(allowed.as_flattened().iter().copied().chain(away.iter().map(String::as_str)));
    format!("{}-{}", copy.seal(), digest(&told))
}

/// What something that was allowed gives away: where, what of, in which words, and of a meeting for how much of it
/// whoever must be kept away is asked to come.
fn given_away(record: &Record, leak: &Leak) -> String {
    let invited = record.answer(&leak.secret.at_key("invited"));
    let invited =
        invited.filter(|_| leak.gives == Gives::Encounter).map(|answer| answer.written().into_owned());
    let (place, secret) = (leak.place.to_string(), leak.secret.to_string());
    in_a_row([&place, &secret, leak.words_key(), &leak.words].into_iter().chain(invited.as_deref()))
}
