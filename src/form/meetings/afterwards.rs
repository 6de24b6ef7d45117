//! After the meeting: what it changed in the plan, told in sentences, and who is to be sent it.

use crate::form::markup::{El, Node, button, el};
use crate::form::start::Say;
use crate::form::state::Form;
use crate::protocol::Scope;
use crate::protocol::timescales::{distribution_of, is_planning};
use crate::record::distribution::PlanCopy;
use crate::record::{Link, Place, RowId, changes};
use leptos::prelude::*;

/// The lists and sections of which it is told what the meeting changed: the plan itself.
const PLAN: [&str; 6] =
    ["plan", "plan/needs", "plan/outcomes", "plan/actions", "contingency", "professionals"];

/// What the meeting changed in the plan.
pub fn changed(form: Form) -> Node {
    let title = form.words.label("form.what_changed").to_owned();
    let covers = |place: &Place| Scope::Plan.covers(place) && PLAN.contains(&place.home);
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

/// Who should be sent the plan of this meeting and is not on the list yet; one press lists them all.
pub fn recipients(form: Form) -> Node {
    let missing = form.unlisted();
    let count = form.words.count("recipient", u32::try_from(missing.len()).unwrap_or(u32::MAX));
    let listing = || {
        let add = button("govuk-button govuk-button--secondary", form.label("form.distribution_list_all"))
            .on("click", move |_| form.list_recipients());
        el("div")
            .class("govuk-inset-text")
            .with(
                el("p")
                    .class("govuk-body")
                    .text(form.words.fill("form.distribution_unlisted", &[("count", &count)])),
            )
            .with(add)
    };
    (!missing.is_empty() && !form.is_read_only()).then(listing).into()
}

impl Form {
    /// Those who should be sent the plan of this meeting (decisions.md 2) and have no line yet.
    fn unlisted(self) -> Vec<RowId> {
        let own = self.own();
        self.terms(|record, terms| {
            // Nothing of a professionals meeting goes to the family (decisions.md 8).
            let meeting = own.and_then(|id| record.meeting(&id)).filter(|meeting| is_planning(meeting));
            let clock = meeting.and_then(|meeting| distribution_of(record, meeting, terms));
            let recipients = clock.map(|clock| clock.recipients).unwrap_or_default();
            let none = recipients.into_iter().filter(|one| one.row.is_none());
            none.map(|one| one.who).collect()
        })
    }

    fn list_recipients(self) {
        let missing = self.unlisted();
        let Some(own) = self.own() else { return };
        self.inner.update_value(|inner| {
            for who in missing {
                let (id, recipient, meeting) = (inner.ids.next_id(), Link::to(&who), Link::to(&own));
                let copy = PlanCopy { id, recipient, meeting, ..PlanCopy::default() };
                inner.record.distribution.copies.push(copy);
            }
        });
        self.tell(Say::Changed);
        self.look();
        self.again(self.page.get_untracked());
    }
}
