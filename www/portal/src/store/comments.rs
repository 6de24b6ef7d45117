//! What readers of the family said of their copies. It stays beside the plan, and after the link has ended.

use super::family_links::opening;
use super::{Fault, Store};
use chrono::NaiveDate;
use rusqlite::{Row, TransactionBehavior, params};

/// What a reader said of one part of a copy.
#[derive(Clone, Debug)]
pub struct Comment {
    /// The portal's number for it.
    pub id: i64,
    /// Who reads the copy.
    pub reader: String,
    /// Under which heading of the copy, as its code.
    pub part: String,
    /// `wrong` or `add`.
    pub kind: String,
    /// The words.
    pub said: String,
    /// When, in UTC.
    pub at: String,
    /// Who marked it as read; blank where nobody did.
    pub read_by: String,
    /// When, in UTC.
    pub read_at: String,
}

/// What became of a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is kept.
    Kept,
    /// As many came through this link as are taken.
    Full,
    /// The link no longer opens.
    Shut,
}

impl Store {
    /// Keeps what came through a link, up to so many. `new.id`, `reader` and who read it are not read.
    ///
    /// # Errors
    /// When SQLite fails; then nothing was stored.
    pub fn hear(&self, token_hash: &str, today: NaiveDate, most: u32, new: &Comment) -> Result<Heard, Fault> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let Some(link) = opening(&transaction, token_hash, today)? else { return Ok(Heard::Shut) };
        let count = "SELECT count(*) FROM family_comment WHERE link = ?1";
        if transaction.query_row(count, [link.id], |row| row.get::<_, u32>(0))? >= most {
            return Ok(Heard::Full);
        }
        let Comment { part, kind, said, at, .. } = new;
        let command = "INSERT INTO family_comment (link, part, kind, said, at) VALUES (?1, ?2, ?3, ?4, ?5)";
        transaction.execute(command, params![link.id, part, kind, said, at])?;
        transaction.commit()?;
        Ok(Heard::Kept)
    }

    /// What readers said of a plan's copies: what nobody has read first, then the latest first.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn comments(&self, reference: &str) -> Result<Vec<Comment>, Fault> {
        let connection = self.connection();
        let mut query = connection.prepare(
            "SELECT family_comment.*, reader FROM family_comment JOIN family_link ON family_link.id = link
             WHERE reference = ?1 ORDER BY read_by <> '', family_comment.id DESC",
        )?;
        query.query_map([reference], comment)?.collect()
    }

    /// Marks a comment as read, by whoever was first. Answers whether there is such a comment.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn mark_read(&self, reference: &str, id: i64, by: &str, at: &str) -> Result<bool, Fault> {
        let command = "UPDATE family_comment
            SET read_at = iif(read_by = '', ?4, read_at), read_by = iif(read_by = '', ?3, read_by)
            WHERE id = ?2 AND link IN (SELECT id FROM family_link WHERE reference = ?1)";
        self.connection().execute(command, params![reference, id, by, at]).map(|changed| changed > 0)
    }
}

fn comment(row: &Row<'_>) -> Result<Comment, Fault> {
    Ok(Comment {
        id: row.get("id")?,
        reader: row.get("reader")?,
        part: row.get("part")?,
        kind: row.get("kind")?,
        said: row.get("said")?,
        at: row.get("at")?,
        read_by: row.get("read_by")?,
        read_at: row.get("read_at")?,
    })
}
