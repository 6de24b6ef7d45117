//! After the meeting: what it changed in the plan, told in sentences, and who is to be sent it.

use crate::form::markup::{El, Node, button, el};
use crate::form::start::Say;
use crate::form::state::Form;
use crate::protocol::timescales::{Recipient, distribution_of, is_planning};
use crate::record::distribution::PlanCopy;
use crate::record::{Link, Place, RowId, Typed, changes};
use leptos::prelude::*;

/// The lists and sections of which it is told what the meeting changed: the plan itself.
const PLAN: [&str; 6] =
    ["plan", "plan/needs", "plan/outcomes", "plan/actions", "contingency", "professionals"];

/// What the meeting changed in the plan.
pub fn changed(form: Form) -> Node {
    let title = form.words.label("form.what_changed").to_owned();
    let covers = |place: &Place| PLAN.contains(&place.home);
    let told: Vec<String> = form.inner.with_value(|inner| {
        let found = changes(&inner.kept.before, &inner.record, &covers);
        found.iter().map(|change| form.words.change(change, &inner.kept.before, &inner.record)).collect()
    });
    let list = match told.is_empty() {
        true => el("p").class("govuk-body").text(form.words.label("form.nothing_changed").to_owned()),
        false => el("ul").class("govuk-list govuk-list--bullet").all(told.into_iter().map(sentence)),
    };
    el("section")
        .class("ta-list")
        .attr("aria-label", title.clone())
        .with(form.h(1).class("govuk-heading-m").text(title))
        .with(list)
        .into()
}

fn sentence(text: String) -> El {
    el("li").with(el("bdi").text(text))
}

/// Who should be sent the plan of this meeting and is not on the list yet: the adults and the
/// children each with one press, and those of whom nobody decided whether they may receive it.
pub fn recipients(form: Form) -> Node {
    if form.is_read_only() {
        return Node::Nothing;
    }
    let Unlisted { adults, children, undecided } = form.unlisted();
    let count = form.words.count("recipient", u32::try_from(adults.len()).unwrap_or(u32::MAX));
    let told = |key: &str, name: &str, value: &str| {
        el("p").class("govuk-body").text(form.words.fill(key, &[(name, value)]))
    };
    let names = form.names(&undecided);
    let left = (!undecided.is_empty()).then(|| told("form.distribution_undecided", "names", &names));
    let adults = (!adults.is_empty()).then(|| {
        let text = told("form.distribution_unlisted", "count", &count);
        el("div").with(text).with(listing(form, "form.distribution_list_all", adults))
    });
    let names = form.names(&children);
    let children = (!children.is_empty()).then(|| {
        let text = told("form.distribution_children", "names", &names);
        el("div").with(text).with(listing(form, "form.distribution_list_children", children))
    });
    let any = adults.is_some() || children.is_some() || left.is_some();
    any.then(|| el("div").class("govuk-inset-text").with(adults).with(left).with(children)).into()
}

fn listing(form: Form, label: &'static str, who: Vec<RowId>) -> El {
    button("govuk-button govuk-button--secondary", form.label(label))
        .on("click", move |_| form.list_recipients(&who))
}

/// Those who have no line in the list yet.
#[derive(Default)]
struct Unlisted {
    adults: Vec<RowId>,
    children: Vec<RowId>,
    undecided: Vec<RowId>,
}

impl Form {
    /// Those who should be sent the plan of this meeting (decisions.md 2) and have no line yet.
    fn unlisted(self) -> Unlisted {
        let own = self.own();
        self.terms(|record, terms| {
            // Nothing of a professionals meeting goes to the family (decisions.md 8).
            let meeting =
                own.and_then(|id| record.meeting(&id)).filter(|meeting| is_planning(record, meeting));
            let Some(clock) = meeting.and_then(|meeting| distribution_of(record, meeting, terms)) else {
                return Unlisted::default();
            };
            let none = clock.recipients.into_iter().filter(|one| one.row.is_none());
            let (children, adults): (Vec<_>, Vec<_>) = none.partition(|one| one.is_child);
            let ids = |rows: Vec<Recipient>| rows.into_iter().map(|one| one.who).collect();
            Unlisted { adults: ids(adults), children: ids(children), undecided: clock.undecided }
        })
    }

    /// Their names, one after another.
    fn names(self, who: &[RowId]) -> String {
        self.record(|record| {
            let name = |id: &RowId| match record.name_of(id) {
                "" => self.label("form.unnamed").into_owned(),
                name => name.to_owned(),
            };
            let names: Vec<String> = who.iter().map(name).collect();
            self.words.list(&names.iter().map(String::as_str).collect::<Vec<_>>())
        })
    }

    fn list_recipients(self, who: &[RowId]) {
        let Some(own) = self.own() else { return };
        self.inner.update_value(|inner| {
            for who in who {
                let (id, recipient, meeting) = (inner.ids.next_id(), Link::to(who), Link::to(&own));
                let form = inner.record.copy_form(who).map_or(Typed::Blank, Typed::Given);
                let copy = PlanCopy { id, recipient, meeting, form, ..PlanCopy::default() };
                inner.record.distribution.copies.push(copy);
            }
        });
        self.tell(Say::Changed);
        self.look();
        self.again(self.page.get_untracked());
    }
}
