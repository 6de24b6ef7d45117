//! What is remarked on beside an answer, where no rule of a pack asks anything.

use super::listen::is_still_within;
use super::markup::{Node, el};
use super::state::Form;
use crate::calendar::{Calendar, civil_date};
use crate::record::Place;
use crate::words::Words;
use chrono::{Datelike, NaiveDate, Weekday};
use leptos::prelude::{Get, RwSignal, Set, WithValue};

/// The days of a meeting on which people come together.
const MEET: [&str; 2] = ["on", "next_on"];

/// The boxes of a day; of one on which people meet, once they are left, also that nobody works then: it may be meant,
/// and it is easily mistyped.
pub fn remarked(form: Form, place: &Place, boxes: Node) -> Node {
    let is_of_a_meeting = place.home == "meetings" && place.key.is_some_and(|key| MEET.contains(&key));
    if !is_of_a_meeting {
        return boxes;
    }
    let place = place.clone();
    let said = {
        let place = place.clone();
        move || {
            let day = civil_date(&form.written(&place))?;
            form.inner.with_value(|inner| words(form.words, &inner.calendar, day))
        }
    };
    let remark = RwSignal::new(said());
    let told = el("p").class("govuk-hint").attr("role", "status");
    let heard = el("div").on("input", move |_| remark.set(None)).on("focusout", move |event| {
        if !is_still_within(&event, &place) {
            remark.set(said());
        }
    });
    heard.with(boxes).with(told.shows(move || remark.get().unwrap_or_default().into())).into()
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

#[cfg(test)]
mod tests {
    use super::words;
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
}
