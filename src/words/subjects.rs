//! The files that hold the sentences. A new subject is one more name here, and one file per language.

macro_rules! subjects {
    ($($name:literal),+ $(,)?) => {
        /// The English files.
        pub const ENGLISH: &[&str] = &[$( include_str!(concat!("en/", $name, ".txt")) ),+];
        /// The Welsh files; none in the element, which is taught them when a reader wants Welsh.
        #[cfg(not(all(feature = "element", target_arch = "wasm32")))]
        pub const WELSH: &[&str] = &[$( include_str!(concat!("cy/", $name, ".txt")) ),+];
        /// The Welsh files; none in the element, which is taught them when a reader wants Welsh.
        #[cfg(all(feature = "element", target_arch = "wasm32"))]
        pub const WELSH: &[&str] = &[];
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
