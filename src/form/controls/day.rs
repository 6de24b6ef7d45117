//! A day in three boxes: day, month, year. What cannot be read stays in them as it was typed.

use crate::calendar::civil_date;
use crate::form::markup::{El, el};
use crate::form::question::Tie;
use crate::form::state::Form;
use crate::record::Place;
use chrono::Datelike;

/// The parts of a day, in the order of the boxes, with the width of each.
pub const PARTS: [(&str, &str); 3] =
    [("day", "govuk-input--width-2"), ("month", "govuk-input--width-2"), ("year", "govuk-input--width-4")];

/// The three boxes.
pub fn boxes(form: Form, place: &Place, tie: Tie) -> El {
    let values = split(&form.written(place));
    let (id, invalid) = (tie.id, tie.invalid);
    let boxes = PARTS.into_iter().zip(values).map(|((part, width), value)| {
        let own = format!("{id}/{part}");
        let longest = if part == "year" { 4 } else { 2 };
        let width = if value.len() > longest { "govuk-input--width-10" } else { width };
        let label = form.words.label(&format!("form.{part}")).to_owned();
        let input = el("input")
            .class(format!("govuk-input govuk-date-input__input {width}"))
            .attr("inputmode", "numeric")
            .attr("id", own.clone())
            .attr("data-day", id.clone())
            .attr("autocomplete", "off")
            .attr("value", value)
            .maybe("aria-invalid", invalid.then_some("true"))
            .flag("readonly", form.is_read_only());
        let label = el("label").class("govuk-label govuk-date-input__label").attr("for", own).text(label);
        el("div").class("govuk-date-input__item").with(label).with(input)
    });
    el("div").class("govuk-date-input").attr("id", id.clone()).all(boxes)
}

/// Day, month and year as they go into the boxes; what is no day and has no three parts between strokes goes whole into
/// the first.
fn split(written: &str) -> [String; 3] {
    if let Some(day) = civil_date(written) {
        return [day.day().to_string(), day.month().to_string(), day.year().to_string()];
    }
    let slashed: Vec<&str> = written.split('/').collect();
    match slashed.as_slice() {
        [day, month, year] => [(*day).to_owned(), (*month).to_owned(), (*year).to_owned()],
        _ => [written.to_owned(), String::new(), String::new()],
    }
}

/// The three boxes' contents as one answer; nothing where all are empty.
pub fn join(parts: [&str; 3]) -> String {
    let parts = parts.map(str::trim);
    match parts {
        ["", "", ""] => String::new(),
        [only, "", ""] if !only.chars().all(|c| c.is_ascii_digit()) => only.to_owned(),
        _ => parts.join("/"),
    }
}

#[cfg(test)]
mod tests {
    use super::{join, split};

    #[test]
    fn what_was_typed_comes_back_into_its_boxes() {
        assert_eq!(split("2026-03-02"), ["2", "3", "2026"]);
        assert_eq!(split(&join(["31", "02", "2026"])), ["31", "02", "2026"]);
        assert_eq!(split(&join(["", "3", ""])), ["", "3", ""]);
        assert_eq!(split(&join(["as soon as possible", "", ""])), ["as soon as possible", "", ""]);
        assert_eq!(join([" ", "", ""]), "");
        for unread in ["soon-to-be", "2026-03-02T10:00", "2026-00-15", "2026-02-31", "9999-1-1", "12-02-2026"]
        {
            let [day, month, year] = split(unread);
            assert_eq!(join([&day, &month, &year]), unread);
        }
    }
}
