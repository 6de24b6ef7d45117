//! Puts pieces on the page, and keeps them as they should be while their owner lives.

use super::markup::{Act, El, Key, Node, Value, Within};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::untrack;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Node as Dom};

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
    let mut is_drawn = false;
    keep(Box::new(move || {
        let node = node();
        if std::mem::replace(&mut is_drawn, true) {
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
