//! The strip of dates that the protocol asks for: each with its state in words and its working.

use super::markup::{El, Node, button, el};
use super::state::Form;
use crate::calendar::{Worked, Working};
use crate::protocol::timescales::{Distribution, NoticeClock, ReviewClock, Stopped, VisitClock};
use crate::protocol::{Scope, Timescales, timescales};
use chrono::NaiveDate;
use leptos::prelude::*;

/// One date of the strip.
#[derive(Clone, PartialEq)]
struct Item {
    /// What it is called.
    name: String,
    /// `met`, `due`, `overdue` or `unknown`.
    state: &'static str,
    /// The day, in words; empty where there is none.
    day: String,
    /// The state in words.
    said: String,
    /// How the day was counted.
    working: Option<String>,
}

/// The strip. It is worked out anew after each look at the record.
pub fn strip(form: Form) -> El {
    let items = Memo::new(move |_| {
        form.looked.track();
        let clocks = form.terms(timescales);
        let today = form.author().1;
        if clocks.ended { Vec::new() } else { items(form, &clocks, today) }
    });
    let title = form.words.label("form.timescales").to_owned();
    let list = move || {
        let items = items.get();
        match items.is_empty() {
            true => {
                el("p").class("govuk-body").text(form.words.label("form.timescale.none").to_owned()).into()
            }
            false => {
                el("ul").class("ta-timescales").all(items.into_iter().map(|item| shown(form, item))).into()
            }
        }
    };
    el("section")
        .class("ta-strip")
        .attr("aria-label", title.clone())
        .with(form.h(1).class("govuk-heading-s").text(title))
        .with(el("div").shows(list))
}

fn shown(form: Form, item: Item) -> El {
    let name = item.name;
    let item_class = format!("ta-timescales__item ta-timescales__item--{}", item.state);
    let working = item.working.map(|working| how(form, &name, working));
    el("li")
        .class(item_class)
        .with(el("span").class("ta-timescales__name").text(name))
        .with(el("span").class("ta-timescales__day").text(item.day))
        .with(el("span").class("ta-timescales__state").text(item.said))
        .with(working)
}

/// How a day was counted, on asking.
fn how(form: Form, name: &str, working: String) -> Node {
    let open = RwSignal::new(false);
    let words = form.words.label("form.timescale.how").to_owned();
    let ask = button("ta-link-button ta-timescales__how", words.clone())
        .attr("aria-label", format!("{words}: {name}"))
        .live("aria-expanded", move || Some(open.get().to_string()))
        .on("click", move |_| open.update(|open| *open = !*open));
    let told = move || open.get().then(|| el("p").class("ta-finding__working").text(working.clone())).into();
    Node::All(vec![ask.into(), el("div").shows(told).into()])
}

fn items(form: Form, clocks: &Timescales, today: NaiveDate) -> Vec<Item> {
    let strip = Strip { form, today };
    [
        clocks.distribution.as_ref().ok().map(|clock| strip.distribution(clock)),
        strip.clock("form.timescale.review", &clocks.review, Strip::review),
        strip.clock("form.timescale.visit", &clocks.visits, Strip::visit),
        clocks.notice.as_ref().ok().and_then(|clock| strip.notice(clock)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What an item needs to be told.
struct Strip {
    form: Form,
    today: NaiveDate,
}

impl Strip {
    fn clock<T>(
        &self,
        name: &'static str,
        clock: &Result<T, Stopped>,
        told: fn(&Self, &T) -> Item,
    ) -> Option<Item> {
        match clock {
            Ok(clock) => Some(told(self, clock)),
            Err(Stopped::NoStart) => Some(self.unknown(name, "form.timescale.no_start")),
            Err(Stopped::Ended | Stopped::NothingToCount) => None,
        }
    }

    fn unknown(&self, name: &'static str, said: &str) -> Item {
        let said = self.form.words.label(said).to_owned();
        let name = self.form.words.label(name).to_owned();
        Item { name, state: "unknown", day: String::new(), said, working: None }
    }

    /// A day by which something is to be done.
    fn by(&self, name: &'static str, worked: &Worked, done: bool) -> Item {
        let Worked::Known { date, working } = worked else {
            return self.unknown(name, "form.working.past_table");
        };
        let (state, said) = self.state(*date, done);
        let name = self.form.words.label(name).to_owned();
        Item { name, state, day: self.day(*date), said, working: Some(self.working(working)) }
    }

    fn state(&self, day: NaiveDate, done: bool) -> (&'static str, String) {
        let words = self.form.words;
        let left = (day - self.today).num_days();
        let days = |n: i64| words.count("day", u32::try_from(n).unwrap_or(u32::MAX));
        match left {
            _ if done => ("met", words.label("form.status.met").to_owned()),
            0 => ("due", words.label("form.timescale.today").to_owned()),
            1.. => ("due", words.fill("form.timescale.left", &[("days", &days(left))])),
            _ => ("overdue", words.fill("form.timescale.late", &[("days", &days(-left))])),
        }
    }

    fn day(&self, day: NaiveDate) -> String {
        self.form.words.begin(&format!("{} {}", self.form.words.short_day(day), year(day)))
    }

    fn working(&self, working: &Working) -> String {
        self.form.words.working(working)
    }

    fn review(&self, clock: &ReviewClock) -> Item {
        let mut item = self.by("form.timescale.review", &clock.due, false);
        let earlier = clock.last_working_day.filter(|day| Some(*day) != clock.due.date());
        if let (Some(day), Some(working)) = (earlier, item.working.as_mut()) {
            let last = self
                .form
                .words
                .fill("form.timescale.last_working_day", &[("day", &self.form.words.day(day))]);
            working.extend([" ", &last, "."]);
        }
        item
    }

    fn visit(&self, clock: &VisitClock) -> Item {
        self.by("form.timescale.visit", &clock.due, false)
    }

    fn distribution(&self, clock: &Distribution) -> Item {
        let done = clock.outstanding().next().is_none() && clock.undecided.is_empty();
        let mut item = self.by("form.timescale.send", &clock.deadline, done);
        // In the form of a meeting, the plan of an earlier one may still be due.
        let own = self.form.own().filter(|_| self.form.scope() == Scope::Meeting);
        if own.is_some_and(|own| own != clock.meeting) {
            let day = self.form.words.day(clock.held_on);
            item.name = self.form.words.fill("form.timescale.send_of", &[("day", &day)]);
        }
        item
    }

    /// The last day for notice of the day that was set; whether notice was in time is known once it was sent.
    fn notice(&self, clock: &NoticeClock) -> Option<Item> {
        let name = self.form.words.label("form.timescale.notice").to_owned();
        let day = clock.send_by.filter(|_| !clock.urgent)?;
        let (state, said) = match clock.sent.and(clock.in_time) {
            Some(true) => self.state(day, true),
            Some(false) => ("overdue", self.form.words.label("form.timescale.notice.late").to_owned()),
            None => self.state(day, false),
        };
        Some(Item { name, state, day: self.day(day), said, working: None })
    }
}

fn year(day: NaiveDate) -> i32 {
    chrono::Datelike::year(&day)
}
