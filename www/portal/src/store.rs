//! The portal's database: one SQLite file. Each version that was ever accepted is kept.
//!
//! One connection behind a lock: a plan is small, a write takes a millisecond, and one writer is
//! what SQLite has anyway. A council's own system does the same with its own database; what
//! matters is [`Store::put`], which compares the version and writes in one transaction.

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What SQLite could not do.
pub type Fault = rusqlite::Error;

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS plan (
        reference TEXT PRIMARY KEY,
        protocol TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS version (
        reference TEXT NOT NULL REFERENCES plan,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        record TEXT NOT NULL,
        received TEXT NOT NULL,
        hash TEXT NOT NULL,
        receipt TEXT NOT NULL UNIQUE,
        by_name TEXT NOT NULL,
        by_role TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (reference, number)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS session (
        id_hash TEXT PRIMARY KEY,
        user TEXT NOT NULL,
        begun INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS draft_key (
        user TEXT NOT NULL,
        reference TEXT NOT NULL,
        secret TEXT NOT NULL,
        PRIMARY KEY (user, reference)
    ) STRICT;
";

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
    /// What the browser sent, letter for letter.
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
}

/// What became of a version that was to be stored.
pub enum Put {
    /// It is stored.
    Stored,
    /// Somebody stored another version first: this one.
    Stale(Box<Version>),
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
        let connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", "ON")?;
        connection.execute_batch(TABLES)?;
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

    /// Stores a version, unless the latest one is no longer the one before it.
    ///
    /// The transaction takes the write lock before it looks, so of two that race one is told.
    ///
    /// # Errors
    /// When SQLite fails; then nothing was stored.
    pub fn put(&self, reference: &str, new: &Version) -> Result<Put, Fault> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        match latest(&transaction, reference)? {
            Some(theirs) if theirs.number.saturating_add(1) != new.number => Ok(Put::Stale(Box::new(theirs))),
            _ => {
                insert(&transaction, reference, new)?;
                transaction.commit()?;
                Ok(Put::Stored)
            }
        }
    }

    /// Begins a session. `begun` is in seconds since 1970.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn begin_session(&self, id_hash: &str, user: &str, begun: i64) -> Result<(), Fault> {
        let command = "INSERT INTO session (id_hash, user, begun) VALUES (?1, ?2, ?3)";
        self.connection().execute(command, params![id_hash, user, begun]).map(drop)
    }

    /// Whose session this is, if it began at or after the given second.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn session(&self, id_hash: &str, since: i64) -> Result<Option<String>, Fault> {
        let query = "SELECT user FROM session WHERE id_hash = ?1 AND begun >= ?2";
        self.connection().query_row(query, params![id_hash, since], |row| row.get(0)).optional()
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn end_session(&self, id_hash: &str) -> Result<(), Fault> {
        self.connection().execute("DELETE FROM session WHERE id_hash = ?1", [id_hash]).map(drop)
    }

    /// The secret under which the element seals one user's drafts of one plan; the offered one is
    /// kept if there is none yet.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn draft_key(&self, user: &str, reference: &str, offered: &str) -> Result<String, Fault> {
        let connection = self.connection();
        let keep = "INSERT OR IGNORE INTO draft_key (user, reference, secret) VALUES (?1, ?2, ?3)";
        connection.execute(keep, [user, reference, offered])?;
        let query = "SELECT secret FROM draft_key WHERE user = ?1 AND reference = ?2";
        connection.query_row(query, [user, reference], |row| row.get(0))
    }
}

fn latest(connection: &Connection, reference: &str) -> Result<Option<Version>, Fault> {
    let query = "SELECT * FROM version WHERE reference = ?1 ORDER BY number DESC LIMIT 1";
    connection.query_row(query, [reference], version).optional()
}

fn insert(connection: &Connection, reference: &str, new: &Version) -> Result<(), Fault> {
    let command = "INSERT INTO version
        (reference, number, kind, record, received, hash, receipt, by_name, by_role, at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let Version { number, kind, record, received, hash, receipt, by_name, by_role, at } = new;
    let values = params![reference, number, kind, record, received, hash, receipt, by_name, by_role, at];
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
    })
}
