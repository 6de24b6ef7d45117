//! What is to be drawn, written down first, so that a whole page crosses to the browser in one call.
//!
//! A page has thousands of elements and three times as many attributes. To cross for each of them costs more than
//! the browser needs to make them. [`Script`] holds them as numbers beside one text; `draw.js` reads it, makes
//! elements by name, sets text as text, and hands back the elements that somebody asked for.

use super::markup::Words;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Node};

#[wasm_bindgen(raw_module = "./bridge.js")]
extern "C" {
    /// Draws what was written, at the end of `into` where there is one, and answers with what was asked for.
    /// `known` are the words of the code, by their numbers.
    fn draw(steps: &[u32], text: &str, known: &js_sys::Array, into: Option<&Node>) -> js_sys::Array;
}

// The steps, as `draw.js` reads them. What follows each: a word, or a length in UTF-16 units in the text.
const OPEN: u32 = 0; // an element: word
const CLOSE: u32 = 1; // it is whole
const ATTRIBUTE: u32 = 2; // word, length
const KNOWN_ATTRIBUTE: u32 = 3; // word, word
const TEXT: u32 = 4; // length
const ASKED: u32 = 5; // the element that is open is asked for

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// The words of the code itself (tags, names of attributes, classes), by where they stand in memory, where they stay.
/// Each crosses once.
#[derive(Default)]
struct Known {
    /// In the order of their places.
    numbers: Vec<((usize, usize), u32)>,
    words: js_sys::Array,
}

/// An element that a script makes: there once the script was played.
pub type Asked = Rc<OnceCell<Element>>;

/// What an element listens to.
type Listener = (Asked, &'static str, js_sys::Function);

#[derive(Default)]
struct Script {
    steps: Vec<u32>,
    text: String,
    asked: Vec<Asked>,
    listeners: Vec<Listener>,
}

/// What writes a script; cheap to copy.
#[derive(Clone, Default)]
pub struct Pen(Rc<RefCell<Script>>);

impl Pen {
    /// Begins an element.
    pub fn open(&self, tag: &'static str) {
        self.0.borrow_mut().steps.extend([OPEN, word(tag)]);
    }

    /// Ends the element that was begun last.
    pub fn close(&self) {
        self.0.borrow_mut().steps.push(CLOSE);
    }

    /// An attribute of the element that was begun last.
    pub fn attribute(&self, name: &'static str, value: Words) {
        let mut script = self.0.borrow_mut();
        let step = match value {
            Words::Borrowed(value) => [KNOWN_ATTRIBUTE, word(name), word(value)],
            Words::Owned(value) => [ATTRIBUTE, word(name), script.spell(&value)],
        };
        script.steps.extend(step);
    }

    /// Text in the element that was begun last.
    pub fn text(&self, text: &str) {
        let mut script = self.0.borrow_mut();
        let step = [TEXT, script.spell(text)];
        script.steps.extend(step);
    }

    /// Asks for the element that was begun last.
    pub fn ask(&self) -> Asked {
        let mut script = self.0.borrow_mut();
        let asked = Asked::default();
        script.steps.push(ASKED);
        script.asked.push(asked.clone());
        asked
    }

    /// What an element listens to from the beginning.
    pub fn listen(&self, element: &Asked, event: &'static str, act: js_sys::Function) {
        self.0.borrow_mut().listeners.push((element.clone(), event, act));
    }

    /// Draws what was written at the end of an element, or nowhere yet.
    pub fn play(self, into: Option<&Node>) {
        let Script { steps, text, asked, listeners } = self.0.take();
        if steps.is_empty() {
            return;
        }
        let made = KNOWN.with_borrow(|known| draw(&steps, &text, &known.words, into));
        for (asked, made) in asked.iter().zip(made.iter()) {
            let _ = asked.set(made.unchecked_into());
        }
        for (element, event, act) in listeners {
            if let Some(element) = element.get() {
                let _ = element.add_event_listener_with_callback(event, &act);
            }
        }
    }
}

impl Script {
    /// Adds to the text, and answers with the length in UTF-16 units, which is how a browser counts.
    fn spell(&mut self, text: &str) -> u32 {
        self.text.push_str(text);
        let length = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        length as u32
    }
}

/// The number of a word of the code.
fn word(word: &'static str) -> u32 {
    KNOWN.with_borrow_mut(|Known { numbers, words }| {
        let place = (word.as_ptr().addr(), word.len());
        match numbers.binary_search_by_key(&place, |(place, _)| *place) {
            Ok(at) => numbers[at].1,
            Err(at) => {
                let number = words.push(&word.into()) - 1;
                numbers.insert(at, (place, number));
                number
            }
        }
    })
}
