//! Puts pieces on the page, and keeps them as they should be while their owner lives.

use super::markup::{Act, El, Key, Node, Value, Within};
use super::script::{Asked, Pen};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::untrack;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Node as Dom};

/// Puts a piece at the end of an element. Its effects and listeners live as long as the current owner.
pub fn put(node: Node, parent: &Element) {
    let pen = Pen::default();
    write(node, &pen);
    pen.play(Some(parent));
}

fn write(node: Node, pen: &Pen) {
    match node {
        Node::Nothing => {}
        Node::Text(text) => pen.text(&text),
        Node::Element(element) => write_element(element, pen),
        Node::All(nodes) => nodes.into_iter().for_each(|node| write(node, pen)),
    }
}

fn write_element(element: El, pen: &Pen) {
    pen.open(element.tag);
    write_within(element, pen);
    pen.close();
}

/// What stands in an element's tag, and all that stands in the element.
fn write_within(element: El, pen: &Pen) {
    for (name, value) in element.attributes {
        match value {
            Value::Text(text) => pen.attribute(name, text),
            Value::Live(value) => keep_attribute(pen, name, value),
        }
    }
    for (event, act) in element.on {
        listen(pen, event, act);
    }
    match element.within {
        Within::Nodes(nodes) => nodes.into_iter().for_each(|node| write(node, pen)),
        Within::Live(node) => keep_content(pen, node),
        Within::Keyed(keys, item) => keep_items(pen, keys, item),
    }
}

/// Runs now and whenever what it reads changes, as long as the current owner lives. The first time it has the pen, for
/// what it keeps is being written; afterwards that stands on the page.
fn keep(pen: &Pen, act: impl FnMut(Option<Pen>) + 'static) {
    keep_boxed(pen.clone(), Box::new(act));
}

fn keep_boxed(pen: Pen, mut act: Box<dyn FnMut(Option<Pen>)>) {
    let mut first = Some(pen);
    let effect = RenderEffect::new(move |_: Option<()>| act(first.take()));
    StoredValue::new_local(effect);
}

fn keep_attribute(pen: &Pen, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
    let element = pen.ask();
    keep(pen, move |pen| match (value(), pen, element.get()) {
        (Some(value), Some(pen), _) => pen.attribute(name, value.into()),
        (Some(value), None, Some(element)) => _ = element.set_attribute(name, &value),
        (None, None, Some(element)) => _ = element.remove_attribute(name),
        _ => {}
    });
}

fn keep_content(pen: &Pen, node: Box<dyn Fn() -> Node>) {
    let element = pen.ask();
    keep(pen, move |pen| {
        let node = node();
        untrack(|| match (pen, element.get()) {
            (Some(pen), _) => write(node, &pen),
            (None, Some(element)) => {
                element.set_text_content(None);
                put(node, element);
            }
            (None, None) => {}
        });
    });
}

fn listen(pen: &Pen, event: &'static str, act: Act) {
    let closure = Closure::wrap(act);
    pen.listen(&pen.ask(), event, closure.as_ref().unchecked_ref::<js_sys::Function>().clone());
    StoredValue::new_local(closure);
}

/// An item on the page, with the owner of its effects.
struct Item {
    element: Asked,
    owner: Owner,
}

fn keep_items(pen: &Pen, keys: Box<dyn Fn() -> Vec<Key>>, item: Rc<dyn Fn(&Key) -> El>) {
    let list = pen.ask();
    let outer = Owner::current();
    let mut items: HashMap<Key, Item> = HashMap::new();
    keep(pen, move |pen| {
        let keys = keys();
        let write_new = |items: &mut HashMap<Key, Item>, pen: &Pen| {
            for key in &keys {
                if !items.contains_key(key) {
                    items.insert(key.clone(), write_item(outer.as_ref(), pen, item.as_ref(), key));
                }
            }
        };
        if let Some(pen) = pen {
            return write_new(&mut items, &pen);
        }
        let Some(list) = list.get() else { return };
        leave_out(&mut items, &keys);
        let pen = Pen::default();
        write_new(&mut items, &pen);
        pen.play(None);
        let elements = keys.iter().filter_map(|key| items.get(key)?.element.get());
        elements.fold(list.first_child(), |next, element| place(list, element, next));
    });
}

/// Takes the items off the page whose keys are gone.
fn leave_out(items: &mut HashMap<Key, Item>, keys: &[Key]) {
    let wanted: HashSet<&Key> = keys.iter().collect();
    items.retain(|key, item| {
        let stays = wanted.contains(key);
        if !stays {
            item.element.get().iter().for_each(|element| element.remove());
            item.owner.cleanup();
        }
        stays
    });
}

fn write_item(outer: Option<&Owner>, pen: &Pen, item: &dyn Fn(&Key) -> El, key: &Key) -> Item {
    let owner = outer.map_or_else(Owner::new, |outer| outer.with(Owner::new));
    let element = owner.with(|| {
        untrack(|| {
            let item = item(key);
            pen.open(item.tag);
            let element = pen.ask();
            write_within(item, pen);
            pen.close();
            element
        })
    });
    Item { element, owner }
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
