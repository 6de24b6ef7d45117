//! The tables, and the steps that bring a database of an earlier portal to them.

use super::Fault;
use rusqlite::types::Type;
use rusqlite::{Connection, TransactionBehavior};

/// Each step is done once; `user_version` counts those that are done. A step that was released is
/// never changed. The first one makes its tables only where they are not there, because the first
/// portal did not count.
const STEPS: [&str; 7] = [PLANS, MEETINGS, READERS, SEEN, FAMILY, AUTHORS, ANSWERS];

const PLANS: &str = "
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

/// What people thought of a meeting names nobody: neither who said it, nor when, nor in which version.
const MEETINGS: &str = "
    ALTER TABLE version ADD COLUMN document TEXT NOT NULL DEFAULT 'plan';
    ALTER TABLE version ADD COLUMN meeting TEXT NOT NULL DEFAULT '';
    CREATE TABLE feedback (
        reference TEXT NOT NULL REFERENCES plan,
        row TEXT NOT NULL,
        meeting TEXT NOT NULL,
        answers TEXT NOT NULL,
        PRIMARY KEY (reference, row)
    ) STRICT;
    CREATE TABLE request (
        id INTEGER PRIMARY KEY,
        reference TEXT NOT NULL REFERENCES plan,
        meeting TEXT NOT NULL,
        agency TEXT NOT NULL,
        token_hash TEXT NOT NULL UNIQUE,
        envelope TEXT NOT NULL,
        by_name TEXT NOT NULL,
        by_role TEXT NOT NULL,
        asked_on TEXT NOT NULL,
        opens_until TEXT NOT NULL,
        closed INTEGER NOT NULL DEFAULT 0,
        answers INTEGER NOT NULL DEFAULT 0,
        UNIQUE (reference, meeting, agency)
    ) STRICT;
    CREATE TABLE answer (
        request INTEGER NOT NULL REFERENCES request,
        kind TEXT NOT NULL,
        number INTEGER NOT NULL,
        received TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (request, kind)
    ) STRICT;
";

/// The language of a link's page, and after which answer its reader begins anew.
const READERS: &str = "
    ALTER TABLE request ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
    ALTER TABLE request ADD COLUMN empty_after INTEGER NOT NULL DEFAULT 0;
";

/// When a session's browser last asked for something.
const SEEN: &str = "
    ALTER TABLE session ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
";

/// Copies that were handed out, each behind a link of its own, and what their readers said.
const FAMILY: &str = "
    CREATE TABLE family_link (
        id INTEGER PRIMARY KEY,
        reference TEXT NOT NULL REFERENCES plan,
        copy TEXT NOT NULL,
        reader TEXT NOT NULL,
        version INTEGER NOT NULL,
        token_hash TEXT NOT NULL UNIQUE,
        released TEXT NOT NULL,
        by_name TEXT NOT NULL,
        by_role TEXT NOT NULL,
        made_at TEXT NOT NULL,
        opens_until TEXT NOT NULL,
        first_opened TEXT NOT NULL DEFAULT '',
        ended TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE UNIQUE INDEX one_link_at_a_time ON family_link (reference, copy) WHERE ended = '';
    CREATE TABLE family_comment (
        id INTEGER PRIMARY KEY,
        link INTEGER NOT NULL REFERENCES family_link,
        part TEXT NOT NULL,
        kind TEXT NOT NULL,
        said TEXT NOT NULL,
        at TEXT NOT NULL,
        read_by TEXT NOT NULL DEFAULT '',
        read_at TEXT NOT NULL DEFAULT ''
    ) STRICT;
";

/// For whom the drafts of a link's page are kept on a device: somebody else, once a link begins empty.
const AUTHORS: &str = "
    ALTER TABLE request ADD COLUMN author TEXT NOT NULL DEFAULT '';
";

/// What came through a link before it began empty stays beside what comes after.
const ANSWERS: &str = "
    CREATE TABLE answer_of_each (
        request INTEGER NOT NULL REFERENCES request,
        kind TEXT NOT NULL,
        number INTEGER NOT NULL,
        received TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (request, kind, number)
    ) STRICT;
    INSERT INTO answer_of_each SELECT request, kind, number, received, at FROM answer;
    DROP TABLE answer;
    ALTER TABLE answer_of_each RENAME TO answer;
";

/// Does the steps that are not done yet, all of them or none.
///
/// # Errors
/// When SQLite fails, or a newer portal has been at work here.
pub fn bring_up_to_date(connection: &mut Connection) -> Result<(), Fault> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done: usize = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if done > STEPS.len() {
        let sentence = "a newer portal has changed this database".into();
        return Err(Fault::FromSqlConversionFailure(0, Type::Integer, sentence));
    }
    for step in STEPS.iter().skip(done) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", STEPS.len())?;
    transaction.commit()
}
