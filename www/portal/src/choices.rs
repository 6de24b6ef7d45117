//! Who decided about single things in a copy: what is left out, reworded, shared or let through.
//!
//! A choice is what the family is or is not told, and its name says whom to ask why. So a choice that is new, or
//! that says something else than before, is made in one's own name; what stands may be sent on by anybody, and
//! anybody may take a choice back.

use crate::refusal::FieldError;
use crate::said;
use team_around::record::sharing::CopyChoice;
use team_around::record::{Place, Record};

/// The choices of `after` that `before` has not, and that name somebody else than who is signed in, or nobody.
pub fn not_own(before: &Record, after: &Record, name: &str) -> Vec<FieldError> {
    let new = after.sharing.choices.iter().filter(|row| !before.sharing.choices.contains(row));
    let others = new.filter(|row| row.by.trim() != name);
    others.map(|row| not_own_one(row, after, name)).collect()
}

fn not_own_one(row: &CopyChoice, record: &Record, name: &str) -> FieldError {
    let about = Place::read(&row.place).map(|place| said::label(&place, record));
    let about = about.unwrap_or_else(|| "A copy for the family".to_owned());
    let whose = match row.by.trim() {
        "" => "nobody’s".to_owned(),
        other => format!("{other}’s"),
    };
    let message = format!(
        "{about}: this was decided in {whose} name. You can decide about a copy as {name} only. Look at the copy, and decide again."
    );
    FieldError { place: CopyChoice::by.at(row).to_string(), message }
}
