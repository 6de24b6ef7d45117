//! What a page is made of, as values of one type; and the one function that puts it on the page.
//!
//! Signals, effects and owners are Leptos's. Its `view!` gives each piece of markup a type of its
//! own, and each type its own code: for this form that was 16,000 functions and three times the
//! bytes. Here an element is data, so there is one writer however many questions there are. It makes
//! elements by name and sets text as text: nothing is ever parsed as HTML.

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::untrack;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, HtmlElement, Node as Dom};

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
enum Value {
    Text(Words),
    Live(Box<dyn Fn() -> Option<String>>),
}

/// What happens at an event.
type Act = Box<dyn FnMut(Event)>;

/// What stands in an element.
enum Within {
    Nodes(Vec<Node>),
    Live(Box<dyn Fn() -> Node>),
    Keyed(Box<dyn Fn() -> Vec<Key>>, Rc<dyn Fn(&Key) -> El>),
}

/// What tells one item of a list from another.
pub type Key = crate::record::RowId;

/// An element.
pub struct El {
    tag: &'static str,
    attributes: Vec<(&'static str, Value)>,
    on: Vec<(&'static str, Act)>,
    within: Within,
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

    /// What somebody typed, and nothing else, within it: in whichever direction that is written.
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

/// Puts a piece at the end of an element. Its effects and listeners live as long as the current owner.
pub fn put(node: Node, parent: &Element) {
    if let Some(document) = parent.owner_document() {
        append(node, parent, &document);
    }
}

fn append(node: Node, parent: &Dom, document: &Document) {
    match node {
        Node::Nothing => {}
        Node::Text(text) => _ = parent.append_child(&document.create_text_node(&text)),
        Node::Element(element) => {
            if let Some(made) = make(element, document) {
                let _ = parent.append_child(&made);
            }
        }
        Node::All(nodes) => nodes.into_iter().for_each(|node| append(node, parent, document)),
    }
}

fn make(element: El, document: &Document) -> Option<Element> {
    let made = document.create_element(element.tag).ok()?;
    for (name, value) in element.attributes {
        match value {
            Value::Text(text) => _ = made.set_attribute(name, &text),
            Value::Live(value) => keep_attribute(made.clone(), name, value),
        }
    }
    for (event, act) in element.on {
        listen(&made, event, act);
    }
    match element.within {
        Within::Nodes(nodes) => nodes.into_iter().for_each(|node| append(node, &made, document)),
        Within::Live(node) => keep_content(made.clone(), document.clone(), node),
        Within::Keyed(keys, item) => keep_items(made.clone(), document.clone(), keys, item),
    }
    Some(made)
}

/// Runs now and whenever what it reads changes, as long as the current owner lives.
fn keep(act: Box<dyn FnMut()>) {
    let mut act = act;
    let effect = RenderEffect::new(move |_: Option<()>| act());
    StoredValue::new_local(effect);
}

fn keep_attribute(element: Element, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
    keep(Box::new(move || match value() {
        Some(value) => _ = element.set_attribute(name, &value),
        None => _ = element.remove_attribute(name),
    }));
}

fn keep_content(element: Element, document: Document, node: Box<dyn Fn() -> Node>) {
    keep(Box::new(move || {
        let node = node();
        if element.has_child_nodes() {
            element.set_text_content(None);
        }
        untrack(|| append(node, &element, &document));
    }));
}

fn listen(element: &Element, event: &str, act: Act) {
    let closure = Closure::wrap(act);
    let _ = element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    StoredValue::new_local(closure);
}

/// An item on the page, with the owner of its effects.
struct Item {
    element: Element,
    owner: Owner,
}

fn keep_items(
    list: Element,
    document: Document,
    keys: Box<dyn Fn() -> Vec<Key>>,
    item: Rc<dyn Fn(&Key) -> El>,
) {
    let outer = Owner::current();
    let mut items: HashMap<Key, Item> = HashMap::new();
    keep(Box::new(move || {
        let keys = keys();
        let wanted: HashSet<&Key> = keys.iter().collect();
        items.retain(|key, item| {
            let stays = wanted.contains(key);
            if !stays {
                item.element.remove();
                item.owner.cleanup();
            }
            stays
        });
        let mut next = list.first_child();
        for key in &keys {
            if let Some(known) = items.get(key) {
                next = place(&list, &known.element, next);
            } else if let Some(made) = make_item(outer.as_ref(), &document, item.as_ref(), key) {
                next = place(&list, &made.element, next);
                items.insert(key.clone(), made);
            }
        }
    }));
}

fn make_item(
    outer: Option<&Owner>,
    document: &Document,
    item: &dyn Fn(&Key) -> El,
    key: &Key,
) -> Option<Item> {
    let owner = outer.map_or_else(Owner::new, |outer| outer.with(Owner::new));
    let element = owner.with(|| untrack(|| make(item(key), document)))?;
    Some(Item { element, owner })
}

/// Puts an element before the next one, unless it stands there already; answers with the one after it.
fn place(list: &Element, element: &Element, next: Option<Dom>) -> Option<Dom> {
    match next {
        Some(next) if next.is_same_node(Some(element)) => next.next_sibling(),
        next => {
            let _ = list.insert_before(element, next.as_ref());
            next
        }
    }
}

/// The first element that a selector finds, as one that can have the focus.
pub fn find(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok()??.dyn_into().ok()
}
