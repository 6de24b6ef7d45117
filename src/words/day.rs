//! Days in words.

use super::Words;
use crate::calendar::civil_date;
use chrono::{Datelike, NaiveDate};

impl Words {
    /// "26 March 2026", "26 Mawrth 2026".
    pub fn day(&self, day: NaiveDate) -> String {
        format!("{} {} {}", day.day(), self.month(day), day.year())
    }

    /// "Thursday 26 March 2026"; in Welsh, as within a sentence, "dydd Iau 26 Mawrth 2026".
    pub fn full_day(&self, day: NaiveDate) -> String {
        format!("{} {}", self.weekday(day), self.day(day))
    }

    /// "Thu 26 Mar", "Iau 26 Maw": for a strip or a table whose year is plain.
    pub fn short_day(&self, day: NaiveDate) -> String {
        let weekday = self.named("weekday", day.weekday().number_from_monday(), ".short");
        format!("{weekday} {} {}", day.day(), self.named("month", day.month(), ".short"))
    }

    /// "Thursday", "dydd Iau".
    pub fn weekday(&self, day: NaiveDate) -> String {
        self.named("weekday", day.weekday().number_from_monday(), "")
    }

    /// "March", "Mawrth".
    pub fn month(&self, day: NaiveDate) -> String {
        self.named("month", day.month(), "")
    }

    fn named(&self, what: &str, number: u32, form: &str) -> String {
        self.label(&format!("{what}.{number}{form}")).to_owned()
    }

    /// A host's ISO time as "26 March 2026, 14:32", with the zone it came with; other text as it came.
    pub fn time(&self, iso: &str) -> String {
        let day = iso.get(..10).and_then(civil_date);
        match (day, iso.get(11..16)) {
            (Some(day), Some(time)) => format!("{}, {time}", self.day(day)),
            _ => iso.to_owned(),
        }
    }
}
