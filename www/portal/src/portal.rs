//! What every handler shares: the database, the package's folder, the day.

use crate::arguments::Arguments;
use crate::refusal::Refusal;
use crate::seed;
use crate::store::Store;
use chrono::{Local, NaiveDate, SecondsFormat, Utc};
use std::path::PathBuf;
use std::sync::Arc;

/// The portal.
pub struct Portal {
    /// The database.
    pub store: Store,
    /// The folder of the built package.
    pub package: PathBuf,
    /// The addresses that this portal's own pages come from.
    pub origins: [String; 2],
    /// After so many seconds without a request a session has ended.
    pub idle: u32,
    told: Option<NaiveDate>,
}

impl Portal {
    /// Opens the database, and puts the invented plans into an empty one.
    ///
    /// # Errors
    /// A sentence about what could not be opened.
    pub fn open(arguments: &Arguments, port: u16) -> Result<Self, String> {
        if !arguments.package.is_dir() {
            return Err(format!("There is no folder {}.", arguments.package.display()));
        }
        let store = Store::open(&arguments.data)
            .map_err(|error| format!("{} cannot be used: {error}", arguments.data.display()))?;
        let portal = Self {
            store,
            package: arguments.package.clone(),
            origins: [format!("http://127.0.0.1:{port}"), format!("http://localhost:{port}")],
            idle: arguments.idle,
            told: arguments.today,
        };
        seed::plant(&portal)?;
        Ok(portal)
    }

    /// The civil day. The form is told the same one, so that both count the same timescales.
    pub fn today(&self) -> NaiveDate {
        self.told.unwrap_or_else(|| Local::now().date_naive())
    }

    /// Does something that waits for the disk or takes a while, away from the thread that answers others.
    ///
    /// # Errors
    /// What `act` answered, or that it broke off.
    pub async fn away<T, F>(self: &Arc<Self>, act: F) -> Result<T, Refusal>
    where
        T: Send + 'static,
        F: FnOnce(&Self) -> Result<T, Refusal> + Send + 'static,
    {
        let portal = Arc::clone(self);
        tokio::task::spawn_blocking(move || act(&portal)).await.map_err(Refusal::broken)?
    }
}

/// This instant in UTC: `2026-03-16T09:30:00Z`.
pub fn now() -> String {
    Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true)
}
