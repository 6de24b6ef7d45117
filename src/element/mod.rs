//! The threshold: the only clock, store and window. Never here: a question's name.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// One mounted form. Freeing it disposes of everything that the form holds.
#[wasm_bindgen]
pub struct Handle {
    _mounted: Box<dyn core::any::Any>,
}

/// Mounts a form into `root`, an element inside the shadow root.
#[wasm_bindgen]
pub fn mount(root: HtmlElement) -> Handle {
    let mounted = mount_to(root, || view! { <p class="govuk-body">"Team Around"</p> });
    Handle {
        _mounted: Box::new(mounted),
    }
}
