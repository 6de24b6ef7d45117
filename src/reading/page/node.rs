//! A tree of elements and text, and how it is written as HTML.

use crate::reading::json::Json;

/// One part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Text as a person wrote it; nothing in it is markup.
    Text(String),
    /// An element with its attributes and what is in it.
    Element {
        /// Its name.
        name: &'static str,
        /// Its attributes.
        attributes: Vec<(&'static str, String)>,
        /// What is in it.
        children: Vec<Node>,
    },
}

impl Node {
    /// An element without attributes.
    pub fn of(name: &'static str, children: Vec<Node>) -> Self {
        Self::Element { name, attributes: Vec::new(), children }
    }

    /// An element with text in it.
    pub fn text(name: &'static str, text: impl Into<String>) -> Self {
        Self::of(name, vec![Self::Text(text.into())])
    }

    /// The same with one more attribute.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<String>) -> Self {
        if let Self::Element { attributes, .. } = &mut self {
            attributes.push((key, value.into()));
        }
        self
    }

    /// The tree as JSON: a text, or `[name, {attributes}, [children]]`.
    pub fn to_json(&self) -> Json {
        match self {
            Self::Text(text) => Json::text(text),
            Self::Element { name, attributes, children } => {
                let attributes = attributes.iter().map(|(key, value)| (*key, Json::text(value)));
                let children = children.iter().map(Self::to_json).collect();
                Json::List(vec![Json::text(name), Json::object(attributes), Json::List(children)])
            }
        }
    }

    /// Writes it as HTML.
    pub fn write(&self, html: &mut String) {
        match self {
            Self::Text(text) => escape(text, html),
            Self::Element { name, attributes, children } => {
                html.extend(["<", name]);
                for (key, value) in attributes {
                    html.extend([" ", key, "=\""]);
                    escape(value, html);
                    html.push('"');
                }
                html.push('>');
                children.iter().for_each(|child| child.write(html));
                html.extend(["</", name, ">"]);
            }
        }
    }
}

/// Writes text so that nothing in it is read as markup. What no page can hold is left out.
fn escape(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' | '\t' => html.push(letter),
            letter if letter.is_control() => {}
            letter => html.push(letter),
        }
    }
}
