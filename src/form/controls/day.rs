//! A day in three boxes: day, month, year. What cannot be read stays in them as it was typed.

use crate::calendar::{Calendar, civil_date};
use crate::form::listen::is_still_within;
use crate::form::markup::{El, el};
use crate::form::question::Tie;
use crate::form::state::Form;
use crate::record::Place;
use crate::words::Words;
use chrono::{Datelike, NaiveDate, Weekday};
use leptos::prelude::{Get, RwSignal, Set, WithValue};

/// The parts of a day, in the order of the boxes, with the width of each.
pub const PARTS: [(&str, &str); 3] =
    [("day", "govuk-input--width-2"), ("month", "govuk-input--width-2"), ("year", "govuk-input--width-4")];

/// The days of a meeting on which people come together.
const MEET: [&str; 2] = ["on", "next_on"];

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
    let boxes = el("div").class("govuk-date-input").attr("id", id.clone()).all(boxes);
    let is_of_a_meeting = place.home == "meetings" && place.key.is_some_and(|key| MEET.contains(&key));
    if is_of_a_meeting { remarked(form, place.clone(), boxes) } else { boxes }
}

/// The boxes, and once they are left that nobody works on that day: it may be meant, and it is easily mistyped.
fn remarked(form: Form, place: Place, boxes: El) -> El {
    let said = {
        let place = place.clone();
        move || {
            let day = civil_date(&form.written(&place))?;
            form.inner.with_value(|inner| words(form.words, &inner.calendar, day))
        }
    };
    let remark = RwSignal::new(said());
    let told = el("p").class("govuk-hint").attr("role", "status");
    let boxes = boxes.on("input", move |_| remark.set(None)).on("focusout", move |event| {
        if !is_still_within(&event, &place) {
            remark.set(said());
        }
    });
    el("div").with(boxes).with(told.shows(move || remark.get().unwrap_or_default().into()))
}

fn words(words: &Words, calendar: &Calendar, day: NaiveDate) -> Option<String> {
    match (day.weekday(), calendar.holiday(day)) {
        (Weekday::Sat, _) => Some(words.label("form.day.saturday").to_owned()),
        (Weekday::Sun, _) => Some(words.label("form.day.sunday").to_owned()),
        (_, Some(holiday)) => {
            Some(words.fill("form.day.off", &[("name", &words.holiday(holiday.title.key()))]))
        }
        _ => None,
    }
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
    use super::{join, split, words};
    use crate::calendar::{Calendar, Nation, civil_date};
    use crate::words::{Language, Words};

    #[test]
    fn a_day_on_which_nobody_works_is_remarked_on() {
        let calendar = Calendar::built_in(Nation::EnglandAndWales);
        let said = |day: &str, language| {
            words(Words::of(language), &calendar, civil_date(day).unwrap()).unwrap_or_default()
        };
        let english = ["2026-03-07", "2026-03-08", "2026-03-09", "2026-04-03", "2026-04-05"];
        assert_eq!(
            english.map(|day| said(day, Language::English)),
            [
                "That is a Saturday.",
                "That is a Sunday.",
                "",
                "That is not a working day: Good Friday.",
                "That is a Sunday."
            ]
        );
        assert_eq!(said("2026-03-08", Language::Welsh), "Dydd Sul yw’r diwrnod hwnnw.");
    }

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
