//! Requests for reports, each behind a link of its own, and what came back through it.
//!
//! One agency is asked once for one meeting: a new link takes the place of the one before, and what
//! was written through that one stays. Of the link's token only the hash is here, so nobody who
//! reads the database can open it.

use super::{Fault, Store};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};

/// What an agency was asked.
#[derive(Clone, Debug)]
pub struct Request {
    /// The portal's number for it.
    pub id: i64,
    /// The plan.
    pub reference: String,
    /// The meeting.
    pub meeting: String,
    /// The agency.
    pub agency: String,
    /// The envelope that the agency is given, as JSON text.
    pub envelope: String,
    /// Who asks.
    pub by_name: String,
    /// In what role.
    pub by_role: String,
    /// The day on which it was asked.
    pub asked_on: String,
    /// The last day on which the link opens.
    pub opens_until: String,
    /// Whether it was closed before that day.
    pub closed: bool,
    /// How many answers came, drafts too: what the next one follows.
    pub answers: u32,
    /// The language that the page begins in: `en` or `cy`.
    pub language: String,
    /// For whom drafts of its page are kept on a device, in letters that say nothing of them: who has a link that
    /// begins empty is another than who had the one before.
    pub author: String,
    /// Whether whoever has the link begins with nothing of what was written before; read when it is made.
    pub empty: bool,
}

/// What came through a link.
#[derive(Clone, Debug)]
pub struct Answer {
    /// `draft` or `contribution`.
    pub kind: String,
    /// What the browser sent, letter for letter.
    pub received: String,
    /// When, in UTC.
    pub at: String,
}

/// What became of an answer.
pub enum Kept {
    /// It is stored, as the answer of this number.
    Stored(u32),
    /// Another answer came through the same link first.
    Stale,
    /// The link no longer opens.
    Shut,
}

impl Request {
    /// Whether the link opens on this day.
    pub fn opens(&self, today: NaiveDate) -> bool {
        !self.closed && self.opens_until >= today.to_string()
    }
}

impl Store {
    /// Keeps a request under the hash of its token. `new.id`, `closed` and `answers` are not read.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn ask(&self, token_hash: &str, new: &Request) -> Result<(), Fault> {
        let command = "INSERT INTO request
            (reference, meeting, agency, token_hash, envelope, by_name, by_role, asked_on, opens_until, language, author)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?12)
            ON CONFLICT (reference, meeting, agency) DO UPDATE SET
            token_hash = excluded.token_hash, envelope = excluded.envelope, by_name = excluded.by_name,
            by_role = excluded.by_role, asked_on = excluded.asked_on, opens_until = excluded.opens_until,
            language = excluded.language, empty_after = iif(?11, answers, empty_after),
            author = iif(?11, excluded.author, author), closed = 0";
        let Request { reference, meeting, agency, envelope, by_name, by_role, asked_on, opens_until, .. } =
            new;
        let values = params![
            reference,
            meeting,
            agency,
            token_hash,
            envelope,
            by_name,
            by_role,
            asked_on,
            opens_until,
            new.language,
            new.empty,
            new.author
        ];
        self.connection().execute(command, values).map(drop)
    }

    /// The request that a token opens on this day, whatever the reason where there is none.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn opened(&self, token_hash: &str, today: NaiveDate) -> Result<Option<Request>, Fault> {
        opened(&self.connection(), token_hash, today)
    }

    /// The requests for one meeting.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn requests(&self, reference: &str, meeting: &str) -> Result<Vec<Request>, Fault> {
        let connection = self.connection();
        let mut query = connection.prepare("SELECT * FROM request WHERE reference = ?1 AND meeting = ?2")?;
        query.query_map([reference, meeting], request)?.collect()
    }

    /// One request of a plan.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn request(&self, reference: &str, id: i64) -> Result<Option<Request>, Fault> {
        let query = "SELECT * FROM request WHERE reference = ?1 AND id = ?2";
        self.connection().query_row(query, params![reference, id], request).optional()
    }

    /// Closes a request: its link opens nothing from now on. Answers whether there is such a request.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn close(&self, reference: &str, id: i64) -> Result<bool, Fault> {
        let command = "UPDATE request SET closed = 1 WHERE reference = ?1 AND id = ?2";
        self.connection().execute(command, params![reference, id]).map(|changed| changed > 0)
    }

    /// The answers of one kind that came through a link, one of each author, the last one last.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn answers(&self, request: i64, kind: &str) -> Result<Vec<Answer>, Fault> {
        let connection = self.connection();
        let mut query = connection.prepare(
            "SELECT kind, received, at FROM answer WHERE request = ?1 AND kind = ?2 ORDER BY number",
        )?;
        query.query_map(params![request, kind], answer)?.collect()
    }

    /// What whoever has the link wrote last, of one kind or, without a kind, of any; nothing where they
    /// are to begin anew.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn begun(&self, request: i64, kind: Option<&str>) -> Result<Option<Answer>, Fault> {
        let query = "SELECT answer.* FROM answer JOIN request ON request.id = answer.request
            WHERE request.id = ?1 AND number > empty_after AND kind = ifnull(?2, kind)
            ORDER BY number DESC LIMIT 1";
        self.connection().query_row(query, params![request, kind], answer).optional()
    }

    /// Keeps an answer in the place of the same author's of its kind, unless another came after the one that
    /// it follows, or the link was shut meanwhile.
    ///
    /// # Errors
    /// When SQLite fails; then nothing was stored.
    pub fn take_answer(
        &self,
        token_hash: &str,
        today: NaiveDate,
        follows: u32,
        new: &Answer,
    ) -> Result<Kept, Fault> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let Some(request) = opened(&transaction, token_hash, today)? else { return Ok(Kept::Shut) };
        if request.answers != follows {
            return Ok(Kept::Stale);
        }
        let number = follows.saturating_add(1);
        transaction.execute("UPDATE request SET answers = ?2 WHERE id = ?1", params![request.id, number])?;
        transaction.execute(
            "DELETE FROM answer WHERE request = ?1 AND kind = ?2
                AND number > (SELECT empty_after FROM request WHERE id = ?1)",
            params![request.id, new.kind],
        )?;
        transaction.execute(
            "INSERT INTO answer (request, kind, number, received, at) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![request.id, new.kind, number, new.received, new.at],
        )?;
        transaction.commit()?;
        Ok(Kept::Stored(number))
    }
}

fn opened(connection: &Connection, token_hash: &str, today: NaiveDate) -> Result<Option<Request>, Fault> {
    let query = "SELECT * FROM request WHERE token_hash = ?1";
    let found = connection.query_row(query, [token_hash], request).optional()?;
    Ok(found.filter(|request| request.opens(today)))
}

fn answer(row: &Row<'_>) -> Result<Answer, Fault> {
    Ok(Answer { kind: row.get("kind")?, received: row.get("received")?, at: row.get("at")? })
}

fn request(row: &Row<'_>) -> Result<Request, Fault> {
    Ok(Request {
        id: row.get("id")?,
        reference: row.get("reference")?,
        meeting: row.get("meeting")?,
        agency: row.get("agency")?,
        envelope: row.get("envelope")?,
        by_name: row.get("by_name")?,
        by_role: row.get("by_role")?,
        asked_on: row.get("asked_on")?,
        opens_until: row.get("opens_until")?,
        closed: row.get("closed")?,
        answers: row.get("answers")?,
        language: row.get("language")?,
        author: row.get("author")?,
        empty: false,
    })
}
