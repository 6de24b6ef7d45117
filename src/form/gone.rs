//! Takes things off the page.
//!
//! Chromium keeps a radio button that is taken out of a shadow root in that root's list of its group, and with it the
//! whole page on which it stood, with everything that was written there. One that has no name is in no group.

use wasm_bindgen::JsCast;
use web_sys::Element;

/// Takes what stands in an element out of it.
pub fn empty(element: &Element) {
    if element.has_child_nodes() {
        leave_groups(element);
        element.set_text_content(None);
    }
}

/// Takes an element off the page for good.
pub fn remove(element: &Element) {
    leave_groups(element);
    element.remove();
}

fn leave_groups(within: &Element) {
    let Ok(radios) = within.query_selector_all("input[type=radio]") else { return };
    let radios = (0..radios.length()).filter_map(|at| radios.item(at)?.dyn_into::<Element>().ok());
    radios.for_each(|radio| _ = radio.remove_attribute("name"));
}
