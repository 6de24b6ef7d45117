//! Who says that a copy is ready, who approves it, and who takes it back.  domain.md 5.3

use super::not_now::NotNow;
use super::one_person::may_be_one;
use super::prepare::{Prepared, prepare, same_name};
use super::refusal::Refusal;
use crate::record::sharing::{CopyDecision, PreparedCopy};
use crate::record::{Day, Record, RowId};
use chrono::{Months, NaiveDate};

/// How many months a copy may be read where nobody says until when. No document gives a figure: by then a
/// plan has been reviewed, and the copy shows an old one.
const MONTHS: u32 = 3;

/// Who acts, as the host says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Who<'a> {
    /// The host's id.
    pub id: &'a str,
    /// Full name.
    pub name: &'a str,
    /// Role.
    pub role: &'a str,
}

impl Who<'_> {
    /// What is written down of them: the name, or the id where there is none.
    pub fn called(&self) -> &str {
        [self.name.trim(), self.id.trim()].into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// Whether it is this person who is written down, by name or by id.
    pub fn is(&self, written: &str) -> bool {
        may_be_one(self.name, written) || same_name(self.id, written)
    }
}

/// How far a copy has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Nobody has said that it is ready.
    NotPrepared,
    /// It waits for somebody other than its author.
    Prepared,
    /// It may go to its reader.
    Approved,
    /// It, or the plan under it, was changed after it was approved.
    Changed,
    /// Its last day is over.
    Expired,
    /// It was withdrawn, and stays so.
    Withdrawn,
}

/// A copy as it is shown to whoever prepares or approves it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// What goes and what does not.
    pub prepared: Prepared,
    /// The seal of what is shown, and of what was allowed in it.
    pub seal: String,
    /// Who wrote other words for it, or allowed something in it.
    pub deciders: Vec<String>,
    /// The last day that is proposed, where nobody has said one; what is shown says it already.
    pub proposed: Option<NaiveDate>,
}

/// The copy of this id as it is shown on this day.
///
/// # Errors
/// Where the record has no such copy.
pub fn shown(record: &Record, id: &RowId, today: NaiveDate) -> Result<Shown, Refusal> {
    let row = record.sharing.copies.iter().find(|row| row.id == *id).ok_or(Refusal::NoCopy)?;
    let proposed = if row.expires_on.is_blank() { proposed(today) } else { None };
    let dated = PreparedCopy { expires_on: last_day(row, today), ..row.clone() };
    let prepared = prepare(record, &dated);
    let seal = prepared.seal.clone();
    Ok(Shown { prepared, seal, deciders: deciders(record, id), proposed })
}

/// Who decided what this copy says or gives away. Leaving out is everybody's: it says less.
pub fn deciders(record: &Record, copy: &RowId) -> Vec<String> {
    let own = record.sharing.choices.iter().filter(|row| row.copy.id() == Some(copy));
    let added = own.filter(|row| !row.decision.is(CopyDecision::LeaveOut) && !row.by.is_blank());
    added.map(|row| row.by.trim().to_owned()).collect()
}

fn proposed(today: NaiveDate) -> Option<NaiveDate> {
    today.checked_add_months(Months::new(MONTHS))
}

fn last_day(row: &PreparedCopy, today: NaiveDate) -> Day {
    match proposed(today) {
        Some(day) if row.expires_on.is_blank() => Day::Given(day),
        _ => row.expires_on.clone(),
    }
}

fn is_over(row: &PreparedCopy, today: NaiveDate) -> bool {
    row.expires_on.get().is_some_and(|last| today > last)
}

/// How far a copy has come; `seal` is that of what is shown.
pub fn stands(row: &PreparedCopy, seal: &str, today: NaiveDate) -> Stands {
    let approved = !row.approved_by.is_blank() && row.approved_on.get().is_some() && !row.approved.is_blank();
    if !row.withdrawn_on.is_blank() {
        Stands::Withdrawn
    } else if row.prepared_by.is_blank() || row.prepared_on.get().is_none() {
        Stands::NotPrepared
    } else if is_over(row, today) {
        Stands::Expired
    } else if !approved {
        Stands::Prepared
    } else if row.approved.trim() == seal {
        Stands::Approved
    } else {
        Stands::Changed
    }
}

/// Whether this person may say that the copy is ready for somebody else's look.
///
/// # Errors
/// Why they do not.
pub fn may_prepare(row: &PreparedCopy, shown: &Shown, who: &Who<'_>, today: NaiveDate) -> Result<(), NotNow> {
    match stands(row, &shown.seal, today) {
        Stands::Withdrawn => Err(NotNow::Withdrawn),
        Stands::Approved => Err(NotNow::Approved),
        _ if who.called().is_empty() => Err(NotNow::Unnamed),
        _ if !shown.prepared.refused.is_empty() => Err(NotNow::Refused),
        _ if shown.prepared.copy.expires_on.is_none() => Err(NotNow::LastDay),
        _ => Ok(()),
    }
}

/// Whether this person may approve the copy as it is shown.
///
/// # Errors
/// Why they do not.
pub fn may_approve(row: &PreparedCopy, shown: &Shown, who: &Who<'_>, today: NaiveDate) -> Result<(), NotNow> {
    match stands(row, &shown.seal, today) {
        Stands::Withdrawn => Err(NotNow::Withdrawn),
        Stands::NotPrepared => Err(NotNow::NotPrepared),
        Stands::Approved => Err(NotNow::Approved),
        Stands::Expired => Err(NotNow::Expired),
        _ if who.called().is_empty() => Err(NotNow::Unnamed),
        _ if who.is(&row.prepared_by) => Err(NotNow::Own),
        _ if shown.deciders.iter().any(|by| who.is(by)) => Err(NotNow::Decided),
        _ if !shown.prepared.refused.is_empty() => Err(NotNow::Refused),
        _ if shown.prepared.copy.expires_on.is_none() => Err(NotNow::LastDay),
        _ => Ok(()),
    }
}

/// This person has prepared the copy: it waits for somebody else. An approval from before is none any more, and a
/// last day that is over is asked for anew.
///
/// # Errors
/// Why they do not. Nothing was written.
pub fn prepare_by(record: &mut Record, id: &RowId, who: &Who<'_>, today: NaiveDate) -> Result<(), NotNow> {
    let shown = shown(record, id, today).map_err(|_| NotNow::NoCopy)?;
    let row = row(record, id)?;
    may_prepare(row, &shown, who, today)?;
    row.prepared_by = who.called().into();
    row.prepared_on = Day::Given(today);
    without_approval(row);
    if is_over(row, today) {
        row.expires_on = Day::Blank;
    }
    Ok(())
}

/// This person approves the copy, which is still what they were shown: `seen` is the seal of that.
///
/// # Errors
/// Why they do not. Nothing was written.
pub fn approve(
    record: &mut Record,
    id: &RowId,
    who: &Who<'_>,
    today: NaiveDate,
    seen: &str,
) -> Result<(), NotNow> {
    let shown = shown(record, id, today).map_err(|_| NotNow::NoCopy)?;
    let row = row(record, id)?;
    may_approve(row, &shown, who, today)?;
    if shown.seal != seen {
        return Err(NotNow::Changed);
    }
    row.expires_on = last_day(row, today);
    row.approved_by = who.called().into();
    row.approved_role = who.role.trim().into();
    row.approved_on = Day::Given(today);
    row.approved = shown.seal.as_str().into();
    Ok(())
}

/// The copy is approved by nobody any more: it waits as it did before. A host may refuse an approval, and then the plan
/// is kept without it.
///
/// # Errors
/// Where the record has no such copy, nobody has approved it, or it was withdrawn. Nothing was written.
pub fn take_back(record: &mut Record, id: &RowId) -> Result<(), NotNow> {
    let row = row(record, id)?;
    match is_approved(row) {
        _ if !row.withdrawn_on.is_blank() => Err(NotNow::Withdrawn),
        false => Err(NotNow::NotApproved),
        true => {
            without_approval(row);
            Ok(())
        }
    }
}

/// Whether anything says that somebody approved it.
pub fn is_approved(row: &PreparedCopy) -> bool {
    let said = [row.approved_by.is_blank(), row.approved_on.is_blank(), row.approved.is_blank()];
    said.contains(&false)
}

fn without_approval(row: &mut PreparedCopy) {
    row.approved_by = "".into();
    row.approved_role = "".into();
    row.approved_on = Day::Blank;
    row.approved = "".into();
}

/// The copy is withdrawn from this day on: nobody is handed it any more.
///
/// # Errors
/// Where the record has no such copy, or it is withdrawn already.
pub fn withdraw(record: &mut Record, id: &RowId, today: NaiveDate) -> Result<(), NotNow> {
    let row = row(record, id)?;
    if !row.withdrawn_on.is_blank() {
        return Err(NotNow::Withdrawn);
    }
    row.withdrawn_on = Day::Given(today);
    Ok(())
}

fn row<'a>(record: &'a mut Record, id: &RowId) -> Result<&'a mut PreparedCopy, NotNow> {
    record.sharing.copies.iter_mut().find(|row| row.id == *id).ok_or(NotNow::NoCopy)
}
