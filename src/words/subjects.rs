//! The files that hold the sentences. A new subject is one more name here, and one file per language.

macro_rules! subjects {
    ($($name:literal),+ $(,)?) => {
        /// The English files.
        pub const ENGLISH: &[&str] = &[$( include_str!(concat!("en/", $name, ".txt")) ),+];
        /// The Welsh files.
        pub const WELSH: &[&str] = &[$( include_str!(concat!("cy/", $name, ".txt")) ),+];
    };
}

subjects! {
    "assessment",
    "calendar",
    "child",
    "codes",
    "command",
    "consent",
    "contingency",
    "distribution",
    "document",
    "element",
    "ending",
    "form",
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
    "signoff",
    "vectors",
    "visits",
    "voice",
}
