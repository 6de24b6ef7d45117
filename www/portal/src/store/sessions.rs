//! Who is signed in, and the secrets under which the element seals drafts.

use super::{Fault, Store};
use rusqlite::{OptionalExtension, params};

impl Store {
    /// Begins a session. `begun` is in seconds since 1970.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn begin_session(&self, id_hash: &str, user: &str, begun: i64) -> Result<(), Fault> {
        let command = "INSERT INTO session (id_hash, user, begun, seen) VALUES (?1, ?2, ?3, ?3)";
        self.connection().execute(command, params![id_hash, user, begun]).map(drop)
    }

    /// Whose session this is, if it began at or after one second, and its browser last asked for something
    /// at or after another. It has asked now, at `now`.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn session(&self, id_hash: &str, begun: i64, seen: i64, now: i64) -> Result<Option<String>, Fault> {
        let command = "UPDATE session SET seen = ?4 WHERE id_hash = ?1 AND begun >= ?2 AND seen >= ?3
            RETURNING user";
        self.connection().query_row(command, params![id_hash, begun, seen, now], |row| row.get(0)).optional()
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn end_session(&self, id_hash: &str) -> Result<(), Fault> {
        self.connection().execute("DELETE FROM session WHERE id_hash = ?1", [id_hash]).map(drop)
    }

    /// Ends all sessions of a user, and destroys the secrets of their drafts: what was sealed under them
    /// opens for nobody from now on.
    ///
    /// # Errors
    /// When SQLite fails; then nothing was changed.
    pub fn withdraw(&self, user: &str) -> Result<(), Fault> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        transaction.execute("DELETE FROM session WHERE user = ?1", [user])?;
        transaction.execute("DELETE FROM draft_key WHERE user = ?1", [user])?;
        transaction.commit()?;
        // Nor in what was written last.
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
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
