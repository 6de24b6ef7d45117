//! The strip of dates that the protocol asks for.

use super::state::Form;
use leptos::prelude::*;

/// The strip.
#[component]
pub fn Strip(form: Form) -> impl IntoView {
    let _ = form;
}
