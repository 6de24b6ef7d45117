//! Writing: without white space, members in their order, and no more escaped than must be.

use super::Json;

impl Json {
    /// The value as JSON text.
    pub fn write(&self) -> String {
        let mut text = String::new();
        self.write_to(&mut text);
        text
    }

    fn write_to(&self, text: &mut String) {
        match self {
            Self::Null => text.push_str("null"),
            Self::Bool(true) => text.push_str("true"),
            Self::Bool(false) => text.push_str("false"),
            Self::Number(written) => text.push_str(written),
            Self::Text(own) => quote(own, text),
            Self::List(items) => {
                text.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        text.push(',');
                    }
                    item.write_to(text);
                }
                text.push(']');
            }
            Self::Object(members) => {
                text.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    if index > 0 {
                        text.push(',');
                    }
                    quote(name, text);
                    text.push(':');
                    value.write_to(text);
                }
                text.push('}');
            }
        }
    }
}

/// Writes a text between quotation marks.
fn quote(own: &str, text: &mut String) {
    text.push('"');
    for letter in own.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\u{c}' => text.push_str("\\f"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\u{0}'..' ' => text.extend(["\\u00", if letter < '\u{10}' { "0" } else { "1" }, low(letter)]),
            _ => text.push(letter),
        }
    }
    text.push('"');
}

/// The second figure of a control character's number.
fn low(letter: char) -> &'static str {
    const FIGURES: [&str; 16] =
        ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f"];
    FIGURES.get(letter as usize % 16).copied().unwrap_or_default()
}
