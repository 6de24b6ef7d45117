//! The portal's database: one SQLite file. Each version that was ever accepted is kept.
//!
//! One connection behind a lock: a plan is small, a write takes a millisecond, and one writer is
//! what SQLite has anyway. A council's own system does the same with its own database; what
//! matters is [`Store::put`], which compares the version and writes in one transaction.

mod comments;
mod family_links;
mod feedback;
mod requests;
mod sessions;
mod tables;

pub use comments::{Comment, Heard};
pub use family_links::{Ended, FamilyLink, Over};
pub use feedback::Feedback;
pub use requests::{Answer, Kept, Request};

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What SQLite could not do.
pub type Fault = rusqlite::Error;

/// A plan's protocol: the ids of its packs, between spaces, as the element's `protocol` attribute has them.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The council's reference; never a name, for it stands in addresses and titles.
    pub reference: String,
    /// The packs that it is checked against.
    pub protocol: String,
}

/// One stored version of a plan.
#[derive(Clone, Debug)]
pub struct Version {
    /// Counts from 1.
    pub number: u32,
    /// `draft` or `submission`.
    pub kind: String,
    /// The record's JSON.
    pub record: String,
    /// What the browser sent, letter for letter but for feedback, which is kept apart.
    pub received: String,
    /// SHA-256 of `received`, in hexadecimal.
    pub hash: String,
    /// The receipt's number.
    pub receipt: String,
    /// Who sent it.
    pub by_name: String,
    /// In what role.
    pub by_role: String,
    /// When, in UTC: `2026-03-16T09:30:00Z`.
    pub at: String,
    /// The document in which it was written: `plan` or `meeting`.
    pub document: String,
    /// The meeting, where it was a meeting's record; else empty.
    pub meeting: String,
}

/// What became of a version that was to be stored.
pub enum Put {
    /// It is stored.
    Stored,
    /// Somebody stored another version first.
    Stale,
}

/// The database.
pub struct Store {
    connection: Mutex<Connection>,
}

impl Store {
    /// Opens the file, or makes it.
    ///
    /// # Errors
    /// When it cannot be opened, or is not such a database.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let mut connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", "ON")?;
        // A key that is withdrawn is not to be found in the file's free pages.
        connection.pragma_update(None, "secure_delete", "ON")?;
        tables::bring_up_to_date(&mut connection)?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The plans, in the order of their references.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn plans(&self) -> Result<Vec<Plan>, Fault> {
        let connection = self.connection();
        let mut query = connection.prepare("SELECT reference, protocol FROM plan ORDER BY reference")?;
        query.query_map([], plan)?.collect()
    }

    /// The plan with this reference.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn plan(&self, reference: &str) -> Result<Option<Plan>, Fault> {
        let query = "SELECT reference, protocol FROM plan WHERE reference = ?1";
        self.connection().query_row(query, [reference], plan).optional()
    }

    /// Adds a plan with its first version.
    ///
    /// # Errors
    /// When SQLite fails, or there is such a plan.
    pub fn add(&self, plan: &Plan, first: &Version) -> Result<(), Fault> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        transaction.execute(
            "INSERT INTO plan (reference, protocol) VALUES (?1, ?2)",
            [&plan.reference, &plan.protocol],
        )?;
        insert(&transaction, &plan.reference, first)?;
        transaction.commit()
    }

    /// The latest version of a plan.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn latest(&self, reference: &str) -> Result<Option<Version>, Fault> {
        latest(&self.connection(), reference)
    }

    /// One version of a plan.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn version(&self, reference: &str, number: u32) -> Result<Option<Version>, Fault> {
        let query = "SELECT * FROM version WHERE reference = ?1 AND number = ?2";
        self.connection().query_row(query, params![reference, number], version).optional()
    }

    /// The latest version of a plan that somebody sent.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn latest_by(&self, reference: &str, name: &str) -> Result<Option<Version>, Fault> {
        let query =
            "SELECT * FROM version WHERE reference = ?1 AND by_name = ?2 ORDER BY number DESC LIMIT 1";
        self.connection().query_row(query, [reference, name], version).optional()
    }

    /// Every version of a plan, the first one first.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn versions(&self, reference: &str) -> Result<Vec<Version>, Fault> {
        let connection = self.connection();
        let mut query = connection.prepare("SELECT * FROM version WHERE reference = ?1 ORDER BY number")?;
        query.query_map([reference], version)?.collect()
    }

    /// The rules that the versions of a plan set aside: each list that any version has, as JSON.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn set_aside(&self, reference: &str) -> Result<Vec<String>, Fault> {
        let connection = self.connection();
        let mut query = connection.prepare(
            "SELECT DISTINCT json_extract(record, '$.overrides') AS list FROM version
             WHERE reference = ?1 AND list IS NOT NULL",
        )?;
        query.query_map([reference], |row| row.get(0))?.collect()
    }

    /// The version that stood before a meeting's record was first stored; `None` before that.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn before(&self, reference: &str, meeting: &str) -> Result<Option<Version>, Fault> {
        let query = "SELECT * FROM version WHERE reference = ?1 AND number < (
                SELECT min(number) FROM version WHERE reference = ?1 AND document = 'meeting' AND meeting = ?2)
             ORDER BY number DESC LIMIT 1";
        self.connection().query_row(query, [reference, meeting], version).optional()
    }

    /// Stores a version with the feedback that came with it, and ends the links of copies that may not be
    /// read any more, unless the latest version is no longer the one before it.
    ///
    /// The transaction takes the write lock before it looks, so of two that race one is told.
    ///
    /// # Errors
    /// When SQLite fails; then nothing was stored.
    pub fn put(
        &self,
        reference: &str,
        new: &Version,
        said: &[Feedback],
        over: &[Over],
    ) -> Result<Put, Fault> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        match latest(&transaction, reference)? {
            Some(theirs) if theirs.number.saturating_add(1) != new.number => Ok(Put::Stale),
            _ => {
                insert(&transaction, reference, new)?;
                feedback::keep(&transaction, said)?;
                for Over { copy, why } in over {
                    family_links::end(&transaction, reference, copy, *why)?;
                }
                transaction.commit()?;
                Ok(Put::Stored)
            }
        }
    }
}

fn latest(connection: &Connection, reference: &str) -> Result<Option<Version>, Fault> {
    let query = "SELECT * FROM version WHERE reference = ?1 ORDER BY number DESC LIMIT 1";
    connection.query_row(query, [reference], version).optional()
}

fn insert(connection: &Connection, reference: &str, new: &Version) -> Result<(), Fault> {
    let command = "INSERT INTO version
        (reference, number, kind, record, received, hash, receipt, by_name, by_role, at, document, meeting)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    let Version { number, kind, record, received, hash, receipt, by_name, by_role, at, document, meeting } =
        new;
    let values = params![
        reference, number, kind, record, received, hash, receipt, by_name, by_role, at, document, meeting
    ];
    connection.execute(command, values).map(drop)
}

fn plan(row: &Row<'_>) -> Result<Plan, Fault> {
    Ok(Plan { reference: row.get("reference")?, protocol: row.get("protocol")? })
}

fn version(row: &Row<'_>) -> Result<Version, Fault> {
    Ok(Version {
        number: row.get("number")?,
        kind: row.get("kind")?,
        record: row.get("record")?,
        received: row.get("received")?,
        hash: row.get("hash")?,
        receipt: row.get("receipt")?,
        by_name: row.get("by_name")?,
        by_role: row.get("by_role")?,
        at: row.get("at")?,
        document: row.get("document")?,
        meeting: row.get("meeting")?,
    })
}
