//! The files that hold the sentences. A new subject is one more name here, and one file per language.

// What a browser fetches is kept small: the element has the English of the form alone, and is
// taught Welsh when a reader wants it.
macro_rules! subjects {
    ($($name:literal),+; of meetings: $($own:literal),+; the command alone: $($command:literal),+) => {
        /// The English files.
        #[cfg(not(all(feature = "element", target_arch = "wasm32")))]
        pub const ENGLISH: &[&str] =
            &[$( english!($name) ,)+ $( english!($own) ,)+ $( english!($command) ),+];
        /// The Welsh files.
        #[cfg(not(all(feature = "element", target_arch = "wasm32")))]
        pub const WELSH: &[&str] = &[$( welsh!($name) ,)+ $( welsh!($own) ,)+ $( welsh!($command) ),+];
        /// The English files.
        #[cfg(all(feature = "element", target_arch = "wasm32"))]
        pub const ENGLISH: &[&str] =
            &[$( english!($name) ,)+ $( #[cfg(any(feature = "meetings", feature = "copies"))] english!($own) ),+];
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
    "calendar",
    "child",
    "codes",
    "consent",
    "contingency",
    "days",
    "distribution",
    "document",
    "element",
    "ending",
    "form",
    "holidays",
    "meeting",
    "pack",
    "pages",
    "people",
    "plan",
    "problems",
    "professionals",
    "progress",
    "referrals",
    "rules-answers",
    "rules-assessment",
    "rules-ending",
    "rules-group",
    "rules-plan",
    "rules-timescales",
    "rules-voice",
    "sharing",
    "signoff",
    "visits",
    "voice";
    of meetings: "family", "looking", "minutes", "attendance", "chronology", "contribution", "discussion", "feedback", "changes", "merging", "report", "rules-meeting", "rules-preparation";
    the command alone: "command", "vectors"
}
