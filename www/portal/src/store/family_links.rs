//! Copies for the family that were handed out: each to one reader, behind a link of its own.
//!
//! A copy has one link that opens, or none: a new one takes the place of the one before. What the
//! reader is given lies here as it was approved, and goes with the link: of one that has ended only who
//! was given what, and when, is left. Of the token only the hash is here.

use super::{Fault, Store, latest};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};

/// Why a link ended before its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Somebody revoked it.
    Revoked,
    /// A new link for the same copy took its place.
    Replaced,
    /// The copy was approved anew, or its approval was taken back.
    Approval,
    /// The copy was withdrawn, or its reader may have none any more.
    Withdrawn,
}

impl Ended {
    const ALL: [Self; 4] = [Self::Revoked, Self::Replaced, Self::Approval, Self::Withdrawn];

    fn code(self) -> &'static str {
        match self {
            Self::Revoked => "revoked",
            Self::Replaced => "replaced",
            Self::Approval => "approval",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A copy whose link is over with a new version of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Over {
    /// The copy.
    pub copy: String,
    /// Why.
    pub why: Ended,
}

/// A copy that was handed out.
#[derive(Clone, Debug)]
pub struct FamilyLink {
    /// The portal's number for it.
    pub id: i64,
    /// The plan.
    pub reference: String,
    /// The copy.
    pub copy: String,
    /// The one person who reads it.
    pub reader: String,
    /// The version of the plan from which it was made.
    pub version: u32,
    /// The copy's JSON as it was approved; blank once the link has ended.
    pub released: String,
    /// Who made the link.
    pub by_name: String,
    /// In what role.
    pub by_role: String,
    /// When, in UTC.
    pub made_at: String,
    /// The last day on which it opens.
    pub opens_until: String,
    /// When the copy was first asked for through it, in UTC; blank where it was not.
    pub first_opened: String,
    /// Why it opens no more, where it ended before its last day.
    pub ended: Option<Ended>,
}

impl FamilyLink {
    /// Whether the link opens on this day.
    pub fn opens(&self, today: NaiveDate) -> bool {
        self.ended.is_none() && self.opens_until >= today.to_string()
    }
}

impl Store {
    /// Keeps a copy under the hash of its token, and ends the link that it had before. What lies behind
    /// links whose last day is over goes too. Answers whether it did: not where another version of the plan
    /// was stored since this one was made.
    /// `new.id`, `first_opened` and `ended` are not read.
    ///
    /// # Errors
    /// When SQLite fails; then nothing was changed.
    pub fn hand_out(&self, token_hash: &str, new: &FamilyLink, today: NaiveDate) -> Result<bool, Fault> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if latest(&transaction, &new.reference)?.is_none_or(|version| version.number != new.version) {
            return Ok(false);
        }
        end(&transaction, &new.reference, &new.copy, Ended::Replaced)?;
        let over = "UPDATE family_link SET released = '' WHERE opens_until < ?1";
        transaction.execute(over, [today.to_string()])?;
        let command = "INSERT INTO family_link
            (reference, copy, reader, version, token_hash, released, by_name, by_role, made_at, opens_until)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        let FamilyLink { reference, copy, reader, version, released, .. } = new;
        let FamilyLink { by_name, by_role, made_at, opens_until, .. } = new;
        let values = params![
            reference,
            copy,
            reader,
            version,
            token_hash,
            released,
            by_name,
            by_role,
            made_at,
            opens_until
        ];
        transaction.execute(command, values)?;
        transaction.commit()?;
        Ok(true)
    }

    /// The links of a plan's copies, the latest first.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn family_links(&self, reference: &str) -> Result<Vec<FamilyLink>, Fault> {
        let connection = self.connection();
        let mut query =
            connection.prepare("SELECT * FROM family_link WHERE reference = ?1 ORDER BY id DESC")?;
        query.query_map([reference], link)?.collect()
    }

    /// The copy that a token opens on this day, whatever the reason where there is none.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn family_link(&self, token_hash: &str, today: NaiveDate) -> Result<Option<FamilyLink>, Fault> {
        opening(&self.connection(), token_hash, today)
    }

    /// The same, for a reader who is given the copy: the first time is kept.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn open_family_link(
        &self,
        token_hash: &str,
        today: NaiveDate,
        now: &str,
    ) -> Result<Option<FamilyLink>, Fault> {
        let connection = self.connection();
        let found = opening(&connection, token_hash, today)?;
        if let Some(link) = &found {
            let command = "UPDATE family_link SET first_opened = ?2 WHERE id = ?1 AND first_opened = ''";
            connection.execute(command, params![link.id, now])?;
        }
        Ok(found)
    }

    /// Ends a link: it opens nothing from now on. Answers whether there is such a link.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn revoke(&self, reference: &str, id: i64) -> Result<bool, Fault> {
        let connection = self.connection();
        let command = "UPDATE family_link SET released = '', ended = iif(ended = '', ?3, ended)
            WHERE reference = ?1 AND id = ?2";
        let changed = connection.execute(command, params![reference, id, Ended::Revoked.code()])?;
        Ok(changed > 0)
    }
}

/// The link under this hash, where it opens on this day.
pub(super) fn opening(
    connection: &Connection,
    token_hash: &str,
    today: NaiveDate,
) -> Result<Option<FamilyLink>, Fault> {
    let query = "SELECT * FROM family_link WHERE token_hash = ?1";
    let found = connection.query_row(query, [token_hash], link).optional()?;
    Ok(found.filter(|link| link.opens(today)))
}

/// Ends the link of a copy, if it has one.
pub(super) fn end(connection: &Connection, reference: &str, copy: &str, why: Ended) -> Result<(), Fault> {
    let command = "UPDATE family_link SET released = '', ended = ?3
        WHERE reference = ?1 AND copy = ?2 AND ended = ''";
    connection.execute(command, params![reference, copy, why.code()]).map(drop)
}

fn link(row: &Row<'_>) -> Result<FamilyLink, Fault> {
    let ended: String = row.get("ended")?;
    Ok(FamilyLink {
        id: row.get("id")?,
        reference: row.get("reference")?,
        copy: row.get("copy")?,
        reader: row.get("reader")?,
        version: row.get("version")?,
        released: row.get("released")?,
        by_name: row.get("by_name")?,
        by_role: row.get("by_role")?,
        made_at: row.get("made_at")?,
        opens_until: row.get("opens_until")?,
        first_opened: row.get("first_opened")?,
        ended: (!ended.is_empty())
            .then(|| Ended::ALL.into_iter().find(|why| why.code() == ended).unwrap_or(Ended::Revoked)),
    })
}
