//! What people thought of the meetings: a table of its own, without names.

use super::{Fault, Store};
use rusqlite::{Connection, params};

/// One person's feedback on one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// The plan.
    pub reference: String,
    /// The row's id, by which the same feedback sent again is known.
    pub row: String,
    /// The meeting.
    pub meeting: String,
    /// The row's JSON.
    pub answers: String,
}

impl Store {
    /// All of it: by plan and meeting, and then in an order that does not tell who was first.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn feedback(&self) -> Result<Vec<Feedback>, Fault> {
        let connection = self.connection();
        let mut query = connection.prepare("SELECT * FROM feedback ORDER BY reference, meeting, answers")?;
        let rows = query.query_map([], |row| {
            Ok(Feedback {
                reference: row.get("reference")?,
                row: row.get("row")?,
                meeting: row.get("meeting")?,
                answers: row.get("answers")?,
            })
        });
        rows?.collect()
    }
}

/// Keeps what came with a version; a row that was there is replaced.
pub(super) fn keep(connection: &Connection, said: &[Feedback]) -> Result<(), Fault> {
    let command =
        "INSERT OR REPLACE INTO feedback (reference, row, meeting, answers) VALUES (?1, ?2, ?3, ?4)";
    for Feedback { reference, row, meeting, answers } in said {
        connection.execute(command, params![reference, row, meeting, answers])?;
    }
    Ok(())
}
