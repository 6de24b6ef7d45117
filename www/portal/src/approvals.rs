//! Who prepared a copy for the family, and who approved it: the session says so, not the page.
//!
//! The form fills these answers in, but whatever comes over the network may have been made by something
//! else. Whoever changes a preparation or an approval can do it in their own name alone; an approval is
//! today's, by somebody else than who prepared the copy, and of exactly the copy that our own crate makes
//! of the record that will be stored. Taking something back, and withdrawing a copy, is for everybody.
//!
//! A name can be typed; a session cannot. So the words that are approved must also be those that stood in
//! the plan when whoever prepared them sent it last: nobody approves what they wrote themselves.

use crate::choices;
use crate::portal::Portal;
use crate::refusal::{FieldError, Refusal};
use crate::sign_in::User;
use crate::store::{Ended, Over};
use crate::wrote::wrote;
use chrono::NaiveDate;
use team_around::reading::family::{FamilyCopy, Prepared, Refusal as Reason, deciders, may_be_one, prepared};
use team_around::record::people::MayReceive;
use team_around::record::sharing::PreparedCopy;
use team_around::record::{Answer, Ask, Record, RowId};
use team_around::wire::read_text;
use team_around::words::{Language, Words};

/// A version that somebody is about to store, with the one that stands before it.
pub struct Storing<'a> {
    /// The portal.
    pub portal: &'a Portal,
    /// The plan.
    pub reference: &'a str,
    /// Who is signed in.
    pub user: &'a User,
    /// What is stored.
    pub before: &'a Record,
    /// What is to be stored.
    pub after: &'a Record,
}

impl Storing<'_> {
    /// What is said of deciding about copies, of preparing and of approving them, and is not so.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn untrue(&self) -> Result<Vec<FieldError>, Refusal> {
        let mut untrue = choices::not_own(self.before, self.after, self.user.name);
        for row in &self.after.sharing.copies {
            let before = copy_of(self.before, &row.id).cloned().unwrap_or_default();
            let prepares = is_new(&preparation(&before), &preparation(row));
            let approves = is_new(&approval(&before), &approval(row));
            if prepares {
                untrue.extend(self.not_prepared(row));
            }
            if approves {
                untrue.extend(self.not_approved(row)?);
            } else if !row.approved.is_blank() {
                untrue.extend(carried_over(&before, row));
            }
            if (prepares || approves) && may_be_one(&row.approved_by, &row.prepared_by) {
                let message = format!(
                    "{} prepared this copy. Somebody else has to approve it.",
                    row.prepared_by.trim()
                );
                untrue.push(at(PreparedCopy::approved_by, row, message));
            }
        }
        Ok(untrue)
    }

    /// Whoever prepares a copy does so in their own name, and not for a day that is still to come.
    fn not_prepared(&self, row: &PreparedCopy) -> Vec<FieldError> {
        let mut untrue = Vec::new();
        if !row.prepared_by.is_blank() && row.prepared_by.trim() != self.user.name {
            let message = format!(
                "You can prepare a copy as {} only. Somebody else does it from their own page.",
                self.user.name
            );
            untrue.push(at(PreparedCopy::prepared_by, row, message));
        }
        if row.prepared_on.get().is_some_and(|day| day > self.today()) {
            let message = "A copy cannot be prepared on a day that is still to come.".to_owned();
            untrue.push(at(PreparedCopy::prepared_on, row, message));
        }
        untrue
    }

    fn not_approved(&self, row: &PreparedCopy) -> Result<Vec<FieldError>, Refusal> {
        let mut untrue = Vec::new();
        let own = self.user.name;
        if !self.user.approves_copies() {
            let message =
                "A copy is approved by whoever leads the plan, chairs its meetings or manages the service."
                    .to_owned();
            untrue.push(at(PreparedCopy::approved_by, row, message));
        }
        if row.approved_by.trim() != own {
            let message =
                format!("You can approve a copy as {own} only. Somebody else does it from their own page.");
            untrue.push(at(PreparedCopy::approved_by, row, message));
        }
        if row.approved_role.trim() != self.user.role {
            let message = format!("You approve a copy as {}.", self.user.role);
            untrue.push(at(PreparedCopy::approved_role, row, message));
        }
        if row.approved_on.get() != Some(self.today()) {
            let message = "A copy is approved on the day on which it is sent. Approve it again.".to_owned();
            untrue.push(at(PreparedCopy::approved_on, row, message));
        }
        if row.prepared_by.is_blank() {
            let message = "Nobody has prepared this copy yet, so it cannot be approved.".to_owned();
            untrue.push(at(PreparedCopy::prepared_by, row, message));
        }
        untrue.extend(self.not_what_was_seen(row));
        untrue.extend(self.not_what_was_prepared(row)?);
        untrue.extend(self.not_decided(row));
        untrue.extend(self.not_their_own(row)?);
        Ok(untrue)
    }

    /// The approver saw exactly what our crate makes of this record, and it may go out.
    fn not_what_was_seen(&self, row: &PreparedCopy) -> Vec<FieldError> {
        let Ok(Prepared { seal, refused, .. }) = prepared(self.after, &row.id) else { return Vec::new() };
        let words = Words::of(Language::English);
        let mut told: Vec<String> =
            refused.iter().map(|refusal| words.label(refusal.words_key()).to_owned()).collect();
        if row.approved.trim() != seal {
            told.push("What was approved is not what this plan says now. Look at the copy again.".to_owned());
        }
        told.into_iter().map(|message| at(PreparedCopy::approved_by, row, message)).collect()
    }

    /// The words are those that whoever prepared the copy sent last.
    fn not_what_was_prepared(&self, row: &PreparedCopy) -> Result<Option<FieldError>, Refusal> {
        let author = row.prepared_by.trim();
        let sent = self.portal.store.latest_by(self.reference, author)?;
        let theirs = sent.map(|version| read_text(&version.record).record).unwrap_or_default();
        let same =
            words_of(&theirs, &row.id).is_some_and(|theirs| Some(theirs) == words_of(self.after, &row.id));
        if same || row.prepared_by.is_blank() {
            return Ok(None);
        }
        let message = format!(
            "This copy says something else than when {author} sent the plan last. {author} looks at it again and saves. Then it can be approved."
        );
        Ok(Some(at(PreparedCopy::prepared_by, row, message)))
    }

    /// Nobody approves what they put in other words or allowed themselves; leaving out says less, and is everybody's.
    fn not_decided(&self, row: &PreparedCopy) -> Option<FieldError> {
        let own = |by: &String| may_be_one(by, self.user.name);
        deciders(self.after, &row.id).iter().any(own).then(|| {
            let message =
                "You reworded or allowed part of this copy. Somebody else has to approve it.".to_owned();
            at(PreparedCopy::approved_by, row, message)
        })
    }

    /// Nobody approves a sentence, a day or a number that they brought themselves, whoever has saved the plan since.
    fn not_their_own(&self, row: &PreparedCopy) -> Result<Option<FieldError>, Refusal> {
        let versions = self.portal.store.versions(self.reference)?;
        let sentence = wrote(&versions, self.user.name, self.after, &row.id);
        Ok(sentence.map(|sentence| {
            let message = format!("You wrote “{sentence}”, which this copy says. Somebody else has to approve it: another manager, or a colleague who knows the family.");
            at(PreparedCopy::approved_by, row, message)
        }))
    }

    fn today(&self) -> NaiveDate {
        self.portal.today()
    }

    /// The copies whose links open nothing once this is stored.
    ///
    /// An approved copy stays what it was, whatever is changed in the plan meanwhile: its reader has it
    /// already. Its link ends where the approval is a new one or is taken back, where the copy is
    /// withdrawn or removed, and where it is decided that its reader is to have none.
    pub fn over(&self) -> Vec<Over> {
        let ended = self.before.sharing.copies.iter().filter_map(|before| {
            let why = why_over(before, copy_of(self.after, &before.id), self.after)
                .or_else(|| self.is_unsafe_now(before).then_some(Ended::Approval))?;
            Some(Over { copy: before.id.to_string(), why })
        });
        ended.collect()
    }

    /// Whether what was handed out would give somebody away now, and did not before: somebody is protected since, or lives
    /// elsewhere. Its link opens no more, for its reader may not have read it yet (domain.md 5.3, 3 and 9). What is written
    /// in the plan since is not in it.
    fn is_unsafe_now(&self, copy: &PreparedCopy) -> bool {
        let gives = |record: &Record| {
            let stops = |why: &Reason| matches!(why, Reason::Leaks | Reason::Unread | Reason::Joint);
            prepared(record, &copy.id).is_ok_and(|prepared| prepared.refused.iter().any(stops))
        };
        let protecting = || {
            let mut record = self.before.clone();
            record.people.clone_from(&self.after.people);
            record.children.clone_from(&self.after.children);
            record.network.clone_from(&self.after.network);
            record.attendance.clone_from(&self.after.attendance);
            record.children_at_meetings.clone_from(&self.after.children_at_meetings);
            record.sharing.never.clone_from(&self.after.sharing.never);
            record
        };
        !copy.approved.is_blank() && !gives(self.before) && gives(&protecting())
    }
}

fn why_over(before: &PreparedCopy, after: Option<&PreparedCopy>, record: &Record) -> Option<Ended> {
    let Some(after) = after else { return Some(Ended::Withdrawn) };
    let may_not = |id: &RowId| {
        let may = record.people.iter().find(|person| person.id == *id).map(|person| &person.may_receive_plan);
        let none = may.is_some_and(|may| may.is_blank() || may.is(MayReceive::Nothing));
        none || may.is_none() && !record.children.iter().any(|child| child.id == *id)
    };
    if !after.withdrawn_on.is_blank() || before.readers.ids().iter().any(may_not) {
        Some(Ended::Withdrawn)
    } else if approval(before) != approval(after) || before.readers != after.readers {
        Some(Ended::Approval)
    } else {
        None
    }
}

/// What an approval does not hold for: another reader, or a copy that was withdrawn.
fn carried_over(before: &PreparedCopy, row: &PreparedCopy) -> Vec<FieldError> {
    let mut untrue = Vec::new();
    if (&before.readers, &before.children) != (&row.readers, &row.children) {
        let message = "This copy was approved for one reader. Prepare another copy for somebody else.";
        untrue.push(at(PreparedCopy::readers, row, message.to_owned()));
    }
    if !before.withdrawn_on.is_blank() && row.withdrawn_on.is_blank() {
        let message = "This copy was withdrawn. Prepare a new one, and have that approved.";
        untrue.push(at(PreparedCopy::withdrawn_on, row, message.to_owned()));
    }
    untrue
}

/// All that a reader would see but for its days, and who reads it.
fn words_of(record: &Record, id: &RowId) -> Option<(Vec<RowId>, FamilyCopy)> {
    let readers = copy_of(record, id)?.readers.ids().to_vec();
    let copy = prepared(record, id).ok()?.copy;
    Some((readers, FamilyCopy { as_at: None, expires_on: None, ..copy }))
}

fn copy_of<'a>(record: &'a Record, id: &RowId) -> Option<&'a PreparedCopy> {
    record.sharing.copies.iter().find(|row| row.id == *id)
}

fn preparation(row: &PreparedCopy) -> [String; 2] {
    [written(&row.prepared_by), written(&row.prepared_on)]
}

fn approval(row: &PreparedCopy) -> [String; 4] {
    [
        written(&row.approved_by),
        written(&row.approved_role),
        written(&row.approved_on),
        written(&row.approved),
    ]
}

fn written(answer: &dyn Answer) -> String {
    answer.written().trim().to_owned()
}

/// Whether anything is said that was not said before; what is only taken away is not.
fn is_new(before: &[String], after: &[String]) -> bool {
    before.iter().zip(after).any(|(before, after)| before != after && !after.is_empty())
}

fn at(ask: Ask<PreparedCopy>, row: &PreparedCopy, message: String) -> FieldError {
    FieldError { place: ask.at(row).to_string(), message }
}
