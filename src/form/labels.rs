//! What the form calls things: a council's own words first, then ours; and the levels of headings.

use super::state::Form;
use leptos::prelude::*;
use std::borrow::Cow;

impl Form {
    /// A heading's element, so many levels below the form's first.
    pub fn h(self, below: u8) -> super::markup::El {
        let level = self.inner.with_value(|inner| inner.layout.heading) + below;
        super::markup::el(match level {
            0 | 1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        })
    }

    /// The words under a key: a council's own, where its pack has some, or ours.
    pub fn label(self, key: &str) -> Cow<'static, str> {
        self.councils_own(key).unwrap_or_else(|| match self.words.say(key) {
            Some(words) => Cow::Borrowed(words),
            None => Cow::Owned(key.to_owned()),
        })
    }

    /// The short words under a key, where there are some: for a line with little room.
    pub fn short_label(self, key: &str) -> Cow<'static, str> {
        let short = self.words.say(&format!("{key}.short")).map(Cow::Borrowed);
        short.unwrap_or_else(|| self.label(key))
    }

    /// The hint of a question, where there is one.
    pub fn hint(self, key: &str) -> Option<Cow<'static, str>> {
        let key = format!("{key}.hint");
        self.councils_own(&key).or_else(|| self.words.say(&key).map(Cow::Borrowed))
    }

    fn councils_own(self, key: &str) -> Option<Cow<'static, str>> {
        self.inner.with_value(|inner| {
            let (english, welsh) = inner.protocol.label(key)?;
            Some(Cow::Owned(self.words.either(english, welsh).to_owned()))
        })
    }
}
