//! Codes of a list: radio buttons for a few, a select for more, checkboxes for several.

use crate::form::markup::{El, el};
use crate::form::question::Tie;
use crate::form::state::Form;
use crate::record::codes::YesNo;
use crate::record::{CodeList, CodeSet, Place};

/// A code with its words.
fn options(form: Form, list: &'static CodeList) -> impl Iterator<Item = (&'static str, String)> {
    list.codes.iter().map(move |code| (*code, form.words.label(&format!("{}.{code}", list.name)).to_owned()))
}

/// An option of a select.
pub fn option(value: impl Into<crate::form::markup::Words>, words: String, chosen: bool) -> El {
    el("option").attr("value", value).flag("selected", chosen).text(words)
}

/// A select. A code that the list does not have is shown as it came.
pub fn select(form: Form, place: &Place, list: &'static CodeList, tie: Tie) -> El {
    let chosen = form.written(place);
    let strange = !chosen.is_empty() && !list.codes.contains(&chosen.as_str());
    let select = el("select").class("govuk-select").flag("disabled", form.is_read_only()).answering(tie);
    select
        .with(option("", form.words.label("form.choose").to_owned(), false))
        .all(options(form, list).map(|(code, words)| option(code, words, chosen == code)))
        .with(strange.then(|| option(chosen.clone(), chosen.clone(), true)))
}

/// Radio buttons.
pub fn radios(form: Form, place: &Place, list: &'static CodeList) -> El {
    buttons(form, place, list, options(form, list).collect())
}

/// Radio buttons in a line with other questions, with the short words for their codes.
pub fn short_radios(form: Form, place: &Place, list: &'static CodeList) -> El {
    let short =
        |code: &&'static str| (*code, form.short_label(&format!("{}.{code}", list.name)).into_owned());
    buttons(form, place, list, list.codes.iter().map(short).collect())
}

fn buttons(form: Form, place: &Place, list: &'static CodeList, options: Vec<(&'static str, String)>) -> El {
    let (id, chosen) = (place.to_string(), form.written(place));
    let items = options.into_iter().map(|(code, words)| {
        let own = format!("{id}/{code}");
        let input = el("input")
            .class("govuk-radios__input")
            .attr("type", "radio")
            .attr("id", own.clone())
            .attr("name", id.clone())
            .attr("value", code)
            .attr("data-ask", id.clone())
            .flag("checked", chosen == code)
            .flag("disabled", form.is_read_only());
        let label = el("label").class("govuk-label govuk-radios__label").attr("for", own).text(words);
        el("div").class("govuk-radios__item").with(input).with(label)
    });
    let few = if list.codes.len() == 2 { " govuk-radios--inline" } else { "" };
    el("div").class(format!("govuk-radios govuk-radios--small{few}")).attr("id", id.clone()).all(items)
}

/// A box to tick: ticked is yes, and not ticked is not answered.
pub fn tick(form: Form, place: &Place, tie: Tie) -> El {
    let yes = YesNo::Yes.code();
    el("input")
        .class("govuk-checkboxes__input")
        .attr("type", "checkbox")
        .attr("value", yes)
        .attr("data-tick", place.to_string())
        .flag("checked", form.written(place) == yes)
        .flag("disabled", form.is_read_only())
        .answering(tie)
}

/// Checkboxes. A code that the list does not have is shown as it came: what has no box would go with the next tick.
pub fn checkboxes(form: Form, place: &Place, list: &'static CodeList) -> El {
    let strange = chosen(form, place).into_iter().filter(|code| !list.codes.contains(&code.as_str()));
    let strange = strange.map(|code| item(form, place, &code, |label| label.text(code.clone())));
    let known = options(form, list).map(|(code, words)| item(form, place, code, |label| label.text(words)));
    group(place).all(known.chain(strange))
}

/// What is chosen at a place, as it is written.
pub fn chosen(form: Form, place: &Place) -> Vec<String> {
    let written = form.written(place);
    written.split(',').filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

/// What several boxes of one question stand in.
pub fn group(place: &Place) -> El {
    el("div").class("govuk-checkboxes govuk-checkboxes--small").attr("id", place.to_string())
}

/// One of several boxes, with what is said beside it.
pub fn item(form: Form, place: &Place, value: &str, said: impl FnOnce(El) -> El) -> El {
    let own = format!("{place}/{value}");
    let input = el("input")
        .class("govuk-checkboxes__input")
        .attr("type", "checkbox")
        .attr("id", own.clone())
        .attr("value", value.to_owned())
        .attr("data-many", place.to_string())
        .flag("checked", chosen(form, place).iter().any(|chosen| chosen == value))
        .flag("disabled", form.is_read_only());
    let label = said(el("label").class("govuk-label govuk-checkboxes__label").attr("for", own));
    el("div").class("govuk-checkboxes__item").with(input).with(label)
}
