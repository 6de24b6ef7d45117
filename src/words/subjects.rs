//! The files that hold the sentences. A new subject is one more name here, and one file per language.

// What a browser fetches is kept small: the element has the English of the form alone, and is
// taught Welsh when a reader wants it.
macro_rules! subjects {
    ($($name:literal),+; the command alone: $($own:literal),+) => {
        /// The English files.
        #[cfg(not(all(feature = "element", target_arch = "wasm32")))]
        pub const ENGLISH: &[&str] = &[$( english!($name) ,)+ $( english!($own) ),+];
        /// The Welsh files.
        #[cfg(not(all(feature = "element", target_arch = "wasm32")))]
        pub const WELSH: &[&str] = &[$( welsh!($name) ,)+ $( welsh!($own) ),+];
        /// The English files.
        #[cfg(all(feature = "element", target_arch = "wasm32"))]
        pub const ENGLISH: &[&str] = &[$( english!($name) ),+];
        /// The Welsh files.
        #[cfg(all(feature = "element", target_arch = "wasm32"))]
        pub const WELSH: &[&str] = &[];
    };
}

macro_rules! english {
    ($name:literal) => {
        include_str!(concat!("en/", $name, ".txt"))
    };
}

#[cfg(not(all(feature = "element", target_arch = "wasm32")))]
macro_rules! welsh {
    ($name:literal) => {
        include_str!(concat!("cy/", $name, ".txt"))
    };
}

subjects! {
    "assessment",
    "attendance",
    "calendar",
    "changes",
    "child",
    "chronology",
    "codes",
    "consent",
    "contingency",
    "contribution",
    "discussion",
    "distribution",
    "document",
    "element",
    "ending",
    "feedback",
    "form",
    "holidays",
    "meeting",
    "merging",
    "minutes",
    "pack",
    "pages",
    "people",
    "plan",
    "problems",
    "professionals",
    "progress",
    "referrals",
    "report",
    "rules-answers",
    "rules-assessment",
    "rules-ending",
    "rules-group",
    "rules-meeting",
    "rules-plan",
    "rules-preparation",
    "rules-timescales",
    "rules-voice",
    "signoff",
    "visits",
    "voice";
    the command alone: "command", "vectors"
}
