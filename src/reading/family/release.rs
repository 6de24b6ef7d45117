//! Handing a copy out: approved by somebody other than its author, unchanged since, and not yet over.

use super::approval::deciders;
use super::copy::{Approval, FamilyCopy};
use super::one_person::may_be_one;
use super::prepare::{Prepared, prepare};
use super::refusal::Refusal;
use crate::record::sharing::PreparedCopy;
use crate::record::{Record, RowId};
use chrono::NaiveDate;

/// The copy of this id as it stands now, with all that is left out.
///
/// # Errors
/// Where the record has no such copy.
pub fn prepared(record: &Record, id: &RowId) -> Result<Prepared, Refusal> {
    row(record, id).map(|copy| prepare(record, copy))
}

/// The copy that goes to its reader on this day.
///
/// # Errors
/// Every reason why it does not, in the order in which they are worth mending.
pub fn release(record: &Record, id: &RowId, today: NaiveDate) -> Result<FamilyCopy, Vec<Refusal>> {
    let row = row(record, id).map_err(|refusal| vec![refusal])?;
    let Prepared { copy, seal, mut refused, .. } = prepare(record, row);
    refused.extend(not_yet(row, &seal, today));
    if deciders(record, id).iter().any(|by| may_be_one(by, &row.approved_by)) {
        refused.push(Refusal::OwnDecision);
    }
    refused.extend(no_more(row, today));
    match (row.approved_on.get(), refused.is_empty()) {
        (Some(on), true) => {
            let approval = Approval { on, seal: copy.seal() };
            Ok(FamilyCopy { approval: Some(approval), ..copy })
        }
        _ => Err(refused),
    }
}

/// What its approval lacks. A day that is still to come is none.
fn not_yet(row: &PreparedCopy, seal: &str, today: NaiveDate) -> Vec<Refusal> {
    let mut refused = Vec::new();
    let (prepared_on, approved_on) = (row.prepared_on.get(), row.approved_on.get());
    if row.prepared_by.is_blank() || prepared_on.is_none_or(|day| day > today) {
        refused.push(Refusal::NoAuthor);
    }
    let in_order =
        approved_on.is_some_and(|day| day <= today && prepared_on.is_none_or(|before| before <= day));
    if row.approved_by.is_blank() || !in_order || row.approved.is_blank() {
        refused.push(Refusal::NotApproved);
    } else if row.approved.trim() != seal {
        refused.push(Refusal::Changed);
    }
    if may_be_one(&row.approved_by, &row.prepared_by) {
        refused.push(Refusal::OwnApproval);
    }
    refused
}

/// Whether its time is over.
fn no_more(row: &PreparedCopy, today: NaiveDate) -> Option<Refusal> {
    if !row.withdrawn_on.is_blank() {
        return Some(Refusal::Withdrawn);
    }
    match row.expires_on.get() {
        None => Some(Refusal::NoLastDay),
        Some(last) if today > last => Some(Refusal::Expired),
        Some(_) => None,
    }
}

fn row<'a>(record: &'a Record, id: &RowId) -> Result<&'a PreparedCopy, Refusal> {
    record.sharing.copies.iter().find(|row| row.id == *id).ok_or(Refusal::NoCopy)
}
