//! Boxes for words and numbers.

use crate::form::markup::{El, el};
use crate::form::question::Tie;
use crate::form::state::Form;
use crate::record::Place;

/// A line. An answer of several, which a host may have, would lose its breaks in a box for one.
pub fn line(form: Form, place: &Place, tie: Tie) -> El {
    if form.written(place).contains(['\n', '\r']) {
        return short_narrative(form, place, tie);
    }
    let input = el("input").class("govuk-input");
    input.attr("value", form.written(place)).flag("readonly", form.is_read_only()).answering(tie)
}

/// A whole number.
pub fn number(form: Form, place: &Place, tie: Tie) -> El {
    let input = el("input")
        .class("govuk-input govuk-input--width-5")
        .attr("type", "text")
        .attr("inputmode", "numeric");
    input.attr("value", form.written(place)).flag("readonly", form.is_read_only()).answering(tie)
}

/// Several sentences.
pub fn narrative(form: Form, place: &Place, tie: Tie) -> El {
    let area = el("textarea").class("govuk-textarea").attr("rows", "3");
    area.flag("readonly", form.is_read_only()).answering(tie).text(form.written(place))
}

/// Several sentences, in a line with other questions: two rows, and more as the browser's own handle is drawn.
pub fn short_narrative(form: Form, place: &Place, tie: Tie) -> El {
    let area = el("textarea").class("govuk-textarea").attr("rows", "2");
    area.flag("readonly", form.is_read_only()).answering(tie).text(form.written(place))
}
