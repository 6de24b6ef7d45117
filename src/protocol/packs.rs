//! The packs that come with the product, as text.

/// A pack that comes with the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its id, as an element's `protocol` attribute has it.
    pub id: &'static str,
    /// Its file: JSON with the members of [`Pack`](super::Pack).
    pub text: &'static str,
}

/// The pack that every protocol holds, whatever else was asked for.
pub const ALWAYS: &str = "team-around-answers";

macro_rules! packs {
    ($( $id:literal ),+ $(,)?) => {
        /// All of them; the one that is always held comes first.
        pub static BUILT_IN: &[BuiltIn] = &[$(
            BuiltIn { id: $id, text: include_str!(concat!("packs/", $id, ".json")) }
        ),+];
    };
}

packs! {
    "team-around-answers",
    "calderdale-meetings-2017",
    "hampshire-cin-2018",
    "childrens-commissioner-2024",
    "example-contrasting-council",
    "example-core-group",
}

/// The pack with this id, if it comes with the product.
pub fn built_in(id: &str) -> Option<&'static BuiltIn> {
    BUILT_IN.iter().find(|pack| pack.id == id)
}
