//! A weekday on which nobody counts a working day, and what it is called.

use chrono::NaiveDate;

/// One non-working weekday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// The day itself, always Monday to Friday.
    pub date: NaiveDate,
    /// What it is called.
    pub title: Title,
    /// It stands in for a holiday that fell at a weekend.
    pub substitute: bool,
}

impl Holiday {
    /// Puts it among others that stand in order, one a day; whether its day was not among them.
    pub(super) fn put_among(self, others: &mut Vec<Holiday>) -> bool {
        let place = others.partition_point(|other| other.date < self.date);
        let new = others.get(place).is_none_or(|other| other.date != self.date);
        if new {
            others.insert(place, self);
        }
        new
    }
}

macro_rules! titles {
    ($($name:ident = $key:literal, $listed:literal;)*) => {
        /// What a holiday is called: a key that the words room knows in both languages, or the
        /// host's own wording where GOV.UK lists a holiday that we do not know yet.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Title {
            $($name,)*
            /// A day that the council itself adds to the list.
            LocalClosure,
            /// A title from the host's list, as it stands there.
            Given(String),
        }

        impl Title {
            /// The title's key, such as `good-friday`; for [`Title::Given`] the host's wording.
            pub fn key(&self) -> &str {
                match self {
                    $(Title::$name => $key,)*
                    Title::LocalClosure => "local-closure",
                    Title::Given(text) => text,
                }
            }

            /// The keys of all titles of the built-in table.
            pub const KEYS: &'static [&'static str] = &[$($key),*];

            pub(super) fn from_key(key: &str) -> Option<Title> {
                match key {
                    $($key => Some(Title::$name),)*
                    _ => None,
                }
            }

            /// The title that GOV.UK's English list gives a holiday.
            pub(super) fn from_listed(text: &str) -> Title {
                match text.trim().replace('’', "'").to_ascii_lowercase().as_str() {
                    $($listed => Title::$name,)*
                    _ => Title::Given(text.trim().to_owned()),
                }
            }
        }
    };
}

titles! {
    NewYearsDay = "new-years-day", "new year's day";
    SecondJanuary = "second-january", "2nd january";
    StPatricksDay = "st-patricks-day", "st patrick's day";
    GoodFriday = "good-friday", "good friday";
    EasterMonday = "easter-monday", "easter monday";
    EarlyMay = "early-may", "early may bank holiday";
    EarlyMayVeDay = "early-may-ve-day", "early may bank holiday (ve day)";
    Coronation = "coronation", "bank holiday for the coronation of king charles iii";
    Spring = "spring", "spring bank holiday";
    PlatinumJubilee = "platinum-jubilee", "platinum jubilee bank holiday";
    WorldCup = "world-cup", "world cup bank holiday";
    BattleOfTheBoyne = "battle-of-the-boyne", "battle of the boyne (orangemen's day)";
    Summer = "summer", "summer bank holiday";
    StateFuneral = "state-funeral", "bank holiday for the state funeral of queen elizabeth ii";
    StAndrewsDay = "st-andrews-day", "st andrew's day";
    ChristmasDay = "christmas-day", "christmas day";
    BoxingDay = "boxing-day", "boxing day";
}
