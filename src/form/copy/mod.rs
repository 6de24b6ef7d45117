//! One reader's copy as whoever prepares or approves it sees it: what stops it, what would give somebody away,
//! what the reader will see beside what is left out and why, and what can be done there and then.
//!
//! A plan's page fetches this to look at a copy, and draws nothing of it itself. What is decided goes back to the
//! plan at once, as rows of `sharing`; what is shown is made anew from the plan after each decision.

mod boxes;
mod goes;
mod heads;
mod hinted;
mod leaks;
mod left;
mod next;
mod sees;
mod voices;

pub use sees::own_page;

use crate::form::app::show;
use crate::form::markup::{El, Node, el, find};
use crate::form::put::put;
use crate::form::start::User;
use crate::reading::family::{Decision, Shown, Who, decide, shown, undo};
use crate::record::sharing::PreparedCopy;
use crate::record::{Place, Record, RowId, RowIds, straight};
use crate::words::Words;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::collections::HashMap;
use web_sys::{Element, HtmlElement};

/// The heading of the whole.
const TITLE: &str = "look";

/// What the view asks of the plan that it belongs to.
pub struct Plan {
    /// The record as it stands now.
    pub record: Box<dyn Fn() -> Option<Record>>,
    /// What was decided: the record's copies, and the choices about them.
    pub take: Box<dyn Fn(&Record)>,
    /// The person wants the copy as a file.
    pub file: Box<dyn Fn()>,
}

/// What a view begins with.
pub struct Begin {
    /// Which copy.
    pub copy: RowId,
    /// Who looks.
    pub user: User,
    /// The day.
    pub today: NaiveDate,
    /// Whether the plan may only be read.
    pub read_only: bool,
    /// The sentences.
    pub words: &'static Words,
    /// The level of its first heading.
    pub level: u8,
    /// What new rows' ids begin with; drawn by lot.
    pub ids: String,
    /// The plan.
    pub plan: Plan,
}

pub(super) struct Inner {
    begin: Begin,
    ids: RowIds,
    record: Record,
    shown: Shown,
    /// What was typed and not decided yet, by the box's id.
    typed: HashMap<String, String>,
    /// What somebody unfolded or folded, by its id.
    open: HashMap<String, bool>,
    /// What is said of a box.
    lacks: Option<(String, &'static str)>,
    root: Element,
    content: Option<(Element, Owner)>,
    said: Option<Element>,
}

/// A view, cheap to copy.
#[derive(Clone, Copy)]
pub struct Looking {
    inner: StoredValue<Inner, LocalStorage>,
    /// The sentences.
    pub words: &'static Words,
}

impl Looking {
    /// Shows a copy in an element. Call it inside an owner of its own.
    pub fn begin(begin: Begin, root: &Element) -> Self {
        let words = begin.words;
        let inner = Inner {
            ids: RowIds::new(&begin.ids),
            begin,
            record: Record::default(),
            shown: Shown::default(),
            typed: HashMap::new(),
            open: HashMap::new(),
            lacks: None,
            root: root.clone(),
            content: None,
            said: None,
        };
        let looking = Self { inner: StoredValue::new_local(inner), words };
        looking.stand(root);
        looking.look_again();
        looking.draw();
        looking.focus(&[]);
        looking
    }

    /// The part that is drawn anew, and the line that says what was done, which stays.
    fn stand(self, root: &Element) {
        root.set_text_content(None);
        put(el("div").class("ta-look").attr("data-look", "").into(), root);
        put(el("p").attr("role", "status").class("ta-look__said").attr("data-look-said", "").into(), root);
        let [content, said] =
            ["[data-look]", "[data-look-said]"].map(|selector| find(root, selector).map(Element::from));
        self.inner.update_value(|inner| {
            inner.content = content.map(|content| (content, Owner::new()));
            inner.said = said;
        });
    }

    /// Makes what is shown from the plan as it stands now.
    fn look_again(self) {
        self.inner.update_value(|inner| {
            if let Some(record) = (inner.begin.plan.record)() {
                inner.record = record;
            }
            inner.shown = shown(&inner.record, &inner.begin.copy, inner.begin.today).unwrap_or_default();
        });
    }

    fn draw(self) {
        let content = self.inner.try_update_value(|inner| {
            let (content, owner) = inner.content.take()?;
            let next = owner.parent().map_or_else(Owner::new, |outer| outer.with(Owner::new));
            owner.cleanup();
            inner.content = Some((content.clone(), next.clone()));
            Some((content, next))
        });
        if let Some((content, owner)) = content.flatten() {
            content.set_text_content(None);
            owner.with(|| put(page(self), &content));
        }
    }

    /// Draws anew once the event that asked for it is over, and puts the focus at the first of these that is there.
    fn again(self, focus: Vec<String>) {
        queue_microtask(move || {
            self.draw();
            self.focus(&focus);
        });
    }

    fn focus(self, wanted: &[String]) {
        let root = self.inner.with_value(|inner| inner.root.clone());
        let at = |name: &str| find(&root, &format!("[data-heading=\"{name}\"], [id=\"{name}\"]"));
        // What is folded away takes no focus.
        let seen = |found: &HtmlElement| matches!(found.closest("details:not([open])"), Ok(None));
        let names = wanted.iter().map(String::as_str).chain([TITLE]);
        if let Some(found) = names.filter_map(at).find(seen) {
            show(&found);
        }
    }

    /// Says what was done.
    fn say(self, sentence: &str) {
        if let Some(said) = self.inner.with_value(|inner| inner.said.clone()) {
            said.set_text_content(Some(sentence));
        }
    }

    fn read<T>(self, read: impl FnOnce(&Inner) -> T) -> T {
        self.inner.with_value(read)
    }

    /// What a place is called.
    fn called(self, place: &Place) -> String {
        self.read(|inner| straight(&self.words.place(place, &inner.record)))
    }

    /// Whether nothing may be changed here.
    fn is_read_only(self) -> bool {
        self.read(|inner| inner.begin.read_only || inner.who().called().is_empty())
    }

    /// A heading's element, so many levels below the view's first.
    fn h(self, below: u8) -> El {
        heading(self.read(|inner| inner.begin.level) + below)
    }

    /// Writes what was decided about a place, and shows the copy anew.
    fn decide(self, place: &Place, decision: Decision, done: &'static str, at: &str, focus: Vec<String>) {
        self.look_again();
        let what = self.called(place);
        let written = self.inner.try_update_value(|inner| {
            let (id, by) = (inner.ids.next_id(), inner.who().called().to_owned());
            decide(&mut inner.record, &inner.begin.copy.clone(), place, (decision, &by), id)
        });
        match written {
            Some(Ok(())) => {
                self.closed(at);
                self.taken(self.words.fill(done, &[("what", &what)]), focus);
            }
            Some(Err(lacks)) => {
                // What was done before is said no longer: it is not what happened now.
                self.say("");
                self.lacks(at, lacks.words_key());
            }
            None => {}
        }
    }

    /// Takes a decision back.
    fn undo(self, choice: &RowId, what: &str, focus: Vec<String>) {
        self.look_again();
        let undone = self.inner.try_update_value(|inner| undo(&mut inner.record, choice));
        if undone == Some(true) {
            self.taken(self.words.fill("look.done.undone", &[("what", what)]), focus);
        }
    }

    /// The plan takes what was decided.
    fn taken(self, sentence: String, focus: Vec<String>) {
        self.read(|inner| (inner.begin.plan.take)(&inner.record));
        self.look_again();
        self.say(&sentence);
        self.again(focus);
    }
}

impl Inner {
    fn who(&self) -> Who<'_> {
        let User { id, name, role, .. } = &self.begin.user;
        Who { id, name, role }
    }

    fn row(&self) -> Option<&PreparedCopy> {
        self.record.sharing.copies.iter().find(|row| row.id == self.begin.copy)
    }
}

fn heading(level: u8) -> El {
    el(match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    })
}

fn page(looking: Looking) -> Node {
    let sides = el("div").class("ta-look__sides").with(sees::sees(looking)).with(left::left(looking));
    Node::All(vec![
        heads::head(looking),
        heads::stops(looking).into(),
        leaks::leaks(looking).into(),
        voices::voices(looking).into(),
        sides.into(),
        goes::goes(looking).into(),
        next::next(looking).into(),
    ])
}
