//! Reading: a text from its beginning to its end, or nothing.

use super::{DEPTH, Json};

/// The value that a JSON text is; `None` for anything else.
pub fn read(text: &str) -> Option<Json> {
    let mut reader = Reader { rest: text };
    let value = reader.value(DEPTH)?;
    reader.rest.is_empty().then_some(value)
}

/// What is still to be read.
struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    /// A value with the white space around it, and at most so many layers in it.
    fn value(&mut self, layers: usize) -> Option<Json> {
        self.space();
        let value = match self.next()? {
            b'{' => Json::Object(self.members(layers.checked_sub(1)?)?),
            b'[' => Json::List(self.items(layers.checked_sub(1)?)?),
            b'"' => Json::Text(self.text()?),
            b'-' | b'0'..=b'9' => Json::Number(self.number()?),
            _ => self.word()?,
        };
        self.space();
        Some(value)
    }

    fn items(&mut self, layers: usize) -> Option<Vec<Json>> {
        let mut items = Vec::new();
        self.take('[')?;
        self.space();
        if self.take(']').is_some() {
            return Some(items);
        }
        loop {
            items.push(self.value(layers)?);
            if self.take(']').is_some() {
                return Some(items);
            }
            self.take(',')?;
        }
    }

    fn members(&mut self, layers: usize) -> Option<Vec<(String, Json)>> {
        let mut members = Vec::new();
        self.take('{')?;
        self.space();
        if self.take('}').is_some() {
            return Some(members);
        }
        loop {
            self.space();
            let name = self.text()?;
            self.space();
            self.take(':')?;
            members.push((name, self.value(layers)?));
            if self.take('}').is_some() {
                return Some(members);
            }
            self.take(',')?;
        }
    }

    fn word(&mut self) -> Option<Json> {
        let words = [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))];
        let (word, value) = words.into_iter().find(|(word, _)| self.rest.starts_with(word))?;
        self.skip(word.len());
        Some(value)
    }

    /// A text between quotation marks.
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        self.take('"')?;
        loop {
            let plain = self.run(|byte| byte >= b' ' && byte != b'"' && byte != b'\\');
            text.push_str(plain);
            if self.take('"').is_some() {
                return Some(text);
            }
            self.take('\\')?;
            text.push(self.escaped()?);
        }
    }

    /// The letter that stands after a `\`.
    fn escaped(&mut self) -> Option<char> {
        let what = self.next()?;
        self.skip(1);
        Some(match what {
            b'"' | b'\\' | b'/' => char::from(what),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => self.numbered()?,
            _ => return None,
        })
    }

    /// A letter by its number, or by the two halves of it. Half a letter is none.
    fn numbered(&mut self) -> Option<char> {
        let high = self.four()?;
        if !(0xd800..0xdc00).contains(&high) {
            return char::from_u32(high);
        }
        self.take('\\')?;
        self.take('u')?;
        let low = self.four()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + low)
    }

    fn four(&mut self) -> Option<u32> {
        let digits = self.rest.get(..4)?;
        self.skip(4);
        digits.chars().try_fold(0, |number, digit| Some(number * 16 + digit.to_digit(16)?))
    }

    /// A number as it is written.
    fn number(&mut self) -> Option<String> {
        let begun = self.rest;
        let _ = self.take('-');
        if self.take('0').is_none() {
            self.digits()?;
        }
        if self.take('.').is_some() {
            self.digits()?;
        }
        if self.take('e').or_else(|| self.take('E')).is_some() {
            let _ = self.take('+').or_else(|| self.take('-'));
            self.digits()?;
        }
        begun.get(..begun.len() - self.rest.len()).map(str::to_owned)
    }

    fn digits(&mut self) -> Option<()> {
        let digits = self.run(|byte| byte.is_ascii_digit());
        (!digits.is_empty()).then_some(())
    }

    fn space(&mut self) {
        self.run(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    /// The text as far as its bytes are like this. Only ASCII ends it, so it ends between two letters.
    fn run(&mut self, like: fn(u8) -> bool) -> &'a str {
        let rest = self.rest;
        let length = rest.bytes().position(|byte| !like(byte)).unwrap_or(rest.len());
        self.skip(length);
        rest.get(..length).unwrap_or_default()
    }

    fn next(&self) -> Option<u8> {
        self.rest.bytes().next()
    }

    fn take(&mut self, sign: char) -> Option<()> {
        self.rest = self.rest.strip_prefix(sign)?;
        Some(())
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }
}
