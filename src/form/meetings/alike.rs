//! Entries that may tell of one thing: offered for joining, and kept as two once somebody says that they are two. In
//! the place of the pair that was last decided stands what was done, with the way back.

use super::chronology::{Said, find};
use super::years::Line;
use crate::form::markup::{El, Node, button, el};
use crate::form::state::Form;
use crate::record::chronology::ChronologyEntry;
use crate::record::{Dated, Record, RowId, When, alike, join, keep_apart};
use leptos::prelude::*;

/// Two entries, the one that stays first.
type Pair = (RowId, RowId);

/// What somebody decided last of a pair, and can take back.
pub(super) struct Decided {
    /// How many pairs were offered before it.
    at: usize,
    /// What is said of it.
    told: &'static str,
    /// The entry that stayed, as it was before and as it then stood.
    was: ChronologyEntry,
    stands: ChronologyEntry,
    /// The entry that was joined with it, and its place in the record.
    gone: Option<(usize, ChronologyEntry)>,
}

/// Two entries that may tell of one thing, as they stand.
#[derive(Clone, PartialEq)]
struct Offer {
    pair: Pair,
    one: Said,
    other: Said,
}

/// What is offered, and what is said of the pair that was last decided, with how many stand before it.
#[derive(Clone, Default, PartialEq)]
struct Offers {
    pairs: Vec<Offer>,
    decided: Option<(usize, &'static str)>,
}

/// Pairs that may tell of one thing, each with the way to join it. They are told in the words that stand there now, and
/// go once those are of two things; but only what was told otherwise is drawn anew.
pub fn offers(form: Form, line: Memo<Line>) -> El {
    let offers = Memo::new(move |_| {
        form.meetings.dated.track();
        let pairs = line.with(|line| line.alike.clone());
        if !pairs.is_empty() {
            form.looked.track();
        }
        let pairs = pairs.into_iter().filter(|_| !form.is_read_only());
        let pairs = form.record(|record| pairs.filter_map(|pair| Offer::of(form, record, pair)).collect());
        Offers { pairs, decided: form.decided() }
    });
    el("div").shows(move || {
        let Offers { pairs, decided } = offers.get();
        let mut drawn: Vec<Node> =
            pairs.iter().enumerate().map(|(at, offer)| offered_pair(form, offer, at).into()).collect();
        let is_none = drawn.is_empty();
        if let Some((at, told)) = decided {
            drawn.insert(at.min(drawn.len()), way_back(form, told).into());
        }
        if is_none { Node::All(drawn) } else { section(form, drawn).into() }
    })
}

fn section(form: Form, drawn: Vec<Node>) -> El {
    let title = form.label("import.alike");
    let heading = form.h(1).class("govuk-heading-m").attr("tabindex", "-1").attr("data-heading", "alike");
    el("section")
        .class("ta-list")
        .attr("aria-label", title.clone())
        .with(heading.text(title))
        .with(el("p").class("govuk-body").text(form.label("import.alike.meaning")))
        .all(drawn)
}

impl Offer {
    /// Nothing where one of them is gone, or they are not alike any more.
    fn of(form: Form, record: &Record, pair: Pair) -> Option<Self> {
        let (one, other) = (find(record, &pair.0)?, find(record, &pair.1)?);
        let both = [one, other].map(|entry| Dated { entry, when: When::read(&entry.when) });
        let said = |entry| Said::of(form, record, entry);
        (!alike(&both).is_empty()).then(|| Self { pair, one: said(one), other: said(other) })
    }
}

fn offered_pair(form: Form, Offer { pair, one, other }: &Offer, at: usize) -> El {
    let side = |said: &Said| {
        el("div")
            .with(el("strong").typed(said.when.clone()))
            .with(el("p").class("govuk-body ta-written").typed(said.event.clone()))
            .with(el("p").class("govuk-body-s").typed(said.from.clone()))
    };
    let of = [("one", one.name.as_str()), ("other", other.name.as_str())];
    let (joined, kept) = (pair.clone(), pair.clone());
    let joining = button("govuk-button govuk-button--secondary", form.label("import.join"))
        .attr("aria-label", form.words.fill("import.join.of", &of))
        .on("click", move |_| form.decide_on(&joined, at, "import.joined", join));
    let apart = button("ta-link-button", form.label("import.keep_apart"))
        .attr("aria-label", form.words.fill("import.keep_apart.of", &of))
        .on("click", move |_| form.decide_on(&kept, at, "import.kept_apart", keep_apart));
    let sides = el("div").class("ta-sides").with(side(one)).with(side(other));
    let ways = el("div").class("govuk-button-group").with(joining).with(apart);
    el("div").class("ta-row").with(el("div").class("ta-row__body").with(sides).with(ways))
}

/// What was decided, and the way back.
fn way_back(form: Form, told: &'static str) -> El {
    let undo = button("ta-link-button", form.label("form.undo")).on("click", move |_| form.take_back());
    // The sentence takes the focus, and not the button: who presses twice in a hurry takes nothing back.
    let told = el("p")
        .class("govuk-body")
        .attr("tabindex", "-1")
        .attr("data-heading", "decided")
        .text(form.label(told));
    el("div").class("ta-row ta-row--removed").with(told).with(undo)
}

/// Joins a pair or keeps it apart; whether there were two.
type Decision = fn(&mut Record, &RowId, &RowId) -> bool;

impl Form {
    /// What is said of the pair that was last decided, as long as what came of it is there.
    fn decided(self) -> Option<(usize, &'static str)> {
        if self.is_read_only() {
            return None;
        }
        self.inner.with_value(|inner| {
            let decided = inner.kept.decided.as_ref()?;
            find(&inner.record, &decided.stands.id)?;
            Some((decided.at, decided.told))
        })
    }

    fn decide_on(self, (stays, other): &Pair, at: usize, told: &'static str, decision: Decision) {
        let decided = self.inner.try_update_value(|inner| {
            let was = find(&inner.record, stays)?.clone();
            let index = inner.record.chronology.iter().position(|entry| entry.id == *other)?;
            let gone = inner.record.chronology.get(index)?.clone();
            decision(&mut inner.record, stays, other).then_some(())?;
            let stands = find(&inner.record, stays)?.clone();
            let gone = find(&inner.record, other).is_none().then_some((index, gone));
            inner.kept.decided = Some(Decided { at, told, was, stands, gone });
            Some(())
        });
        if decided.flatten().is_some() {
            self.pairs_changed(told);
            self.want_heading("decided");
        }
    }

    /// Takes back what was decided last. What was written since stays.
    fn take_back(self) {
        let decided = self.inner.try_update_value(|inner| {
            let decided = inner.kept.decided.take()?;
            decided.take_back(&mut inner.record.chronology);
            Some(())
        });
        if decided.flatten().is_some() {
            self.pairs_changed("import.undone");
            self.want_heading("alike");
        }
    }

    fn pairs_changed(self, told: &'static str) {
        self.status.set(self.words.label(told).to_owned());
        self.meetings.joined.update(|count| *count = count.wrapping_add(1));
        self.chronology_changed();
    }
}

impl Decided {
    /// Makes two of a pair again, that may be one. An entry that was written in since keeps what is in it, and one that
    /// came back with a file stands once.
    fn take_back(self, entries: &mut Vec<ChronologyEntry>) {
        let Some(entry) = entries.iter_mut().find(|entry| entry.id == self.stands.id) else { return };
        if *entry == self.stands {
            *entry = self.was;
        } else {
            entry.apart_from = self.was.apart_from;
        }
        let gone = self.gone.filter(|(_, gone)| entries.iter().all(|entry| entry.id != gone.id));
        if let Some((index, gone)) = gone {
            entries.insert(index.min(entries.len()), gone);
        }
    }
}
