//! Who may be named in this copy.

use super::field::name_in;
use super::given_names::{forms, is_title};
use super::tokens::Text;
use super::{Secret, SecretKind};
use std::collections::HashSet;

/// The names that may stand in a copy, prepared for many texts.
pub(super) struct Allowed {
    names: Vec<Vec<String>>,
    firsts: HashSet<String>,
    lasts: HashSet<String>,
}

impl Allowed {
    /// Takes the fields in which full names stand; a name of one word is a first name. A word by which
    /// somebody of whom the reader must not learn is called is no surname of others.
    pub fn new(fields: &[&str], secrets: &[Secret]) -> Self {
        let hidden: Vec<Vec<String>> =
            secrets.iter().filter(|secret| is_of_person(secret.kind)).map(called).collect();
        let names = fields.iter().map(|field| free(words(&name_in(field)), &hidden));
        let names: Vec<Vec<String>> = names.filter(|words| !words.is_empty()).collect();
        let firsts: HashSet<String> = names.iter().filter_map(|name| name.first().cloned()).collect();
        let lasts = names.iter().filter_map(|name| name.get(1..)).flatten().cloned().collect();
        Self { names, firsts, lasts }
    }

    /// Marks in one text the words that name somebody who may be named.
    pub fn in_text(&self, text: &Text) -> Known<'_> {
        let mut named = vec![false; text.len()];
        for name in self.names.iter().filter(|name| name.len() > 1) {
            for from in 0..text.len() {
                let is = |(at, word): (usize, &String)| {
                    let there = text.word(from + at);
                    there == word || there.strip_suffix('s') == Some(word)
                };
                if name.iter().enumerate().all(is) {
                    named.iter_mut().skip(from).take(name.len()).for_each(|mark| *mark = true);
                }
            }
        }
        Known { allowed: self, named }
    }
}

fn words(name: &str) -> Vec<String> {
    let text = Text::read(name);
    (0..text.len()).map(|at| text.word(at).to_owned()).collect()
}

fn is_of_person(kind: SecretKind) -> bool {
    matches!(kind, SecretKind::Name | SecretKind::Alias | SecretKind::ChildName | SecretKind::Informant)
}

/// What somebody of whom the reader must not learn is called, without a title or a note.
fn called(secret: &Secret) -> Vec<String> {
    let name = words(secret.value.split('(').next().unwrap_or_default());
    name.into_iter().skip_while(|word| is_title(word)).collect()
}

/// A name without what is another's: nothing is left of one that holds that other's first name and surname,
/// and a first name is nobody's surname. Two people may share a first name, or a surname.
fn free(name: Vec<String>, hidden: &[Vec<String>]) -> Vec<String> {
    let surname = |word: &String| hidden.iter().any(|other| other.len() > 1 && other.last() == Some(word));
    let first = |word: &String| hidden.iter().any(|other| other.first() == Some(word));
    let same =
        |other: &Vec<String>| other.len() > 1 && name.first() == other.first() && name.last() == other.last();
    if hidden.iter().any(same) {
        return Vec::new();
    }
    let own = |(at, word): &(usize, String)| *at == 0 || surname(word) || !first(word);
    name.into_iter().enumerate().filter(own).map(|(_, word)| word).collect()
}

/// Who may be named, in one text.
pub(super) struct Known<'a> {
    allowed: &'a Allowed,
    named: Vec<bool>,
}

impl Known<'_> {
    /// Whether this word is part of a full name that may be named.
    pub fn is_named(&self, at: usize) -> bool {
        self.named.get(at) == Some(&true)
    }

    /// Whether somebody who may be named is called so, or by another form of it.
    pub fn is_first(&self, word: &str) -> bool {
        let firsts = &self.allowed.firsts;
        let told = |word: &str| {
            firsts.contains(word) || word.strip_suffix('s').is_some_and(|less| firsts.contains(less))
        };
        told(word) || forms(word).into_iter().any(|form| firsts.contains(form))
    }

    /// Whether somebody who may be named bears this surname.
    pub fn is_last(&self, word: &str) -> bool {
        self.allowed.lasts.contains(word)
    }

    /// Whether this is a word of a name that may be named, and so no slip for another.
    pub fn is_part(&self, word: &str) -> bool {
        let told = |word: &str| self.allowed.firsts.contains(word) || self.is_last(word);
        told(word) || word.strip_suffix('s').is_some_and(told)
    }
}
