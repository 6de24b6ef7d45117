//! The command line.

use chrono::NaiveDate;
use std::path::PathBuf;
use team_around::calendar::civil_date;

/// How to start the portal.
pub const USAGE: &str = "portal --package DIR --data FILE [--port 8080] [--today YYYY-MM-DD] [--idle 1800]

  --package DIR   the built package: team-around.js and what belongs to it
  --data FILE     the SQLite file; it is made, with two invented plans, where there is none
  --port NUMBER   where to listen on 127.0.0.1; 0 takes any free port
  --today DAY     the day on which plans are checked, for tests; else this machine's day
  --idle SECONDS  so long without a request ends a session";

/// What the command line said.
#[derive(Debug, Default)]
pub struct Arguments {
    /// The port.
    pub port: u16,
    /// The folder of the built package.
    pub package: PathBuf,
    /// The SQLite file.
    pub data: PathBuf,
    /// The day, where it was told.
    pub today: Option<NaiveDate>,
    /// After so many seconds without a request a session has ended.
    pub idle: u32,
}

impl Arguments {
    /// Reads them.
    ///
    /// # Errors
    /// A sentence about the argument that cannot be used.
    pub fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut arguments = Self { port: 8080, idle: 30 * 60, ..Self::default() };
        while let Some(name) = words.next() {
            let value = words.next().ok_or_else(|| format!("Nothing follows {name}."))?;
            arguments.take(&name, &value)?;
        }
        for (name, path) in [("--package", &arguments.package), ("--data", &arguments.data)] {
            if path.as_os_str().is_empty() {
                return Err(format!("{name} is missing."));
            }
        }
        Ok(arguments)
    }

    fn take(&mut self, name: &str, value: &str) -> Result<(), String> {
        match name {
            "--port" => self.port = value.parse().map_err(|_| format!("{value} is not a port."))?,
            "--package" => self.package = PathBuf::from(value),
            "--data" => self.data = PathBuf::from(value),
            "--today" => {
                let day =
                    civil_date(value).ok_or_else(|| format!("{value} is not a day like 2026-03-16."))?;
                self.today = Some(day);
            }
            "--idle" => {
                self.idle = value.parse().map_err(|_| format!("{value} is not a number of seconds."))?;
            }
            _ => return Err(format!("{name} is not known.")),
        }
        Ok(())
    }
}
