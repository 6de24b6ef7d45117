//! What a page is made of, as values of one type, which one function puts on the page (`put.rs`).
//!
//! Signals, effects and owners are Leptos's. Its `view!` gives each piece of markup a type of its
//! own, and each type its own code: for this form that was 16,000 functions and three times the
//! bytes. Here an element is data, so there is one writer however many questions there are. It makes
//! elements by name and sets text as text: nothing is ever parsed as HTML.

use std::borrow::Cow;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// Text that is known beforehand or made on the way.
pub type Words = Cow<'static, str>;

/// A piece of a page.
#[derive(Default)]
pub enum Node {
    /// Nothing.
    #[default]
    Nothing,
    /// Text.
    Text(Words),
    /// An element.
    Element(El),
    /// Several pieces.
    All(Vec<Node>),
}

/// An attribute's value.
pub(super) enum Value {
    Text(Words),
    Live(Box<dyn Fn() -> Option<String>>),
}

/// What happens at an event.
pub(super) type Act = Box<dyn FnMut(Event)>;

/// What stands in an element.
pub(super) enum Within {
    Nodes(Vec<Node>),
    Live(Box<dyn Fn() -> Node>),
    Keyed(Box<dyn Fn() -> Vec<Key>>, Rc<dyn Fn(&Key) -> El>),
}

/// What tells one item of a list from another.
pub type Key = crate::record::RowId;

/// An element.
pub struct El {
    pub(super) tag: &'static str,
    pub(super) attributes: Vec<(&'static str, Value)>,
    pub(super) on: Vec<(&'static str, Act)>,
    pub(super) within: Within,
}

/// An element of this name.
pub fn el(tag: &'static str) -> El {
    El { tag, attributes: Vec::new(), on: Vec::new(), within: Within::Nodes(Vec::new()) }
}

/// A button that does not submit the host's form.
pub fn button(class: &'static str, text: impl Into<Words>) -> El {
    el("button").attr("type", "button").class(class).text(text)
}

impl El {
    /// Its class.
    pub fn class(self, class: impl Into<Words>) -> Self {
        self.attr("class", class)
    }

    /// An attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<Words>) -> Self {
        self.attributes.push((name, Value::Text(value.into())));
        self
    }

    /// An attribute, where there is a value for it.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<Words>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that is there or not.
    pub fn flag(self, name: &'static str, set: bool) -> Self {
        self.maybe(name, set.then_some(""))
    }

    /// An attribute that changes; it goes where there is no value.
    pub fn live(mut self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.attributes.push((name, Value::Live(Box::new(value))));
        self
    }

    /// What happens at an event.
    pub fn on(mut self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.on.push((event, Box::new(act)));
        self
    }

    /// A piece within it, after the others.
    pub fn with(mut self, node: impl Into<Node>) -> Self {
        if let Within::Nodes(nodes) = &mut self.within {
            nodes.push(node.into());
        }
        self
    }

    /// Text within it.
    pub fn text(self, text: impl Into<Words>) -> Self {
        self.with(Node::Text(text.into()))
    }

    /// What somebody typed within it, alone or in a sentence of ours: in whichever direction that begins.
    pub fn typed(self, text: impl Into<Words>) -> Self {
        self.attr("dir", "auto").text(text)
    }

    /// Pieces within it.
    pub fn all<N: Into<Node>>(self, nodes: impl IntoIterator<Item = N>) -> Self {
        self.with(nodes.into_iter().map(Into::into).collect::<Vec<Node>>())
    }

    /// What stands in it changes as a whole.
    pub fn shows(mut self, node: impl Fn() -> Node + 'static) -> Self {
        self.within = Within::Live(Box::new(node));
        self
    }

    /// An item for each key; an item stays what it is while its key stays.
    pub fn each(
        mut self,
        keys: impl Fn() -> Vec<Key> + 'static,
        item: impl Fn(&Key) -> El + 'static,
    ) -> Self {
        self.within = Within::Keyed(Box::new(keys), Rc::new(item));
        self
    }
}

impl From<El> for Node {
    fn from(element: El) -> Self {
        Self::Element(element)
    }
}

impl From<Vec<Node>> for Node {
    fn from(nodes: Vec<Node>) -> Self {
        Self::All(nodes)
    }
}

impl<N: Into<Node>> From<Option<N>> for Node {
    fn from(node: Option<N>) -> Self {
        node.map_or(Self::Nothing, Into::into)
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

/// The first element that a selector finds, as one that can have the focus.
pub fn find(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok()??.dyn_into().ok()
}
