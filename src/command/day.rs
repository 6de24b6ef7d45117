//! The day on which a plan is looked at.

use chrono::NaiveDate;
use team_around::calendar::civil_date;

/// Which day.
#[derive(clap::Args)]
pub struct Today {
    /// The day on which the plan is looked at. Without it, this machine's own civil day.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    today: Option<NaiveDate>,
}

fn day(text: &str) -> Result<NaiveDate, &'static str> {
    civil_date(text).ok_or("not a day such as 2026-04-03")
}

impl Today {
    /// The day that was told, or else the machine's.
    pub fn day(&self) -> NaiveDate {
        self.today.unwrap_or_else(|| chrono::Local::now().date_naive())
    }
}
