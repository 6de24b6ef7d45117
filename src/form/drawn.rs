//! The parts of a page that are more than questions.

use super::markup::Node;
use super::minutes::minutes;
use super::pages::Part;
use super::state::Form;
use super::timescales::strip;

/// A part of a page.
pub fn drawn(form: Form, part: Part) -> Node {
    match part {
        Part::Minutes => minutes(form),
        Part::Strip => strip(form).into(),
        _ => Node::Nothing,
    }
}
