//! What in a copy would give somebody away.  domain.md 5.3, 4

use super::allowed::{Gate, Sentence};
use super::copy::FamilyCopy;
use super::scope::Reader;
use super::secrets::{allowed, secrets};
use crate::reading::leaks::{Scan, Secret, SecretKind};
use crate::record::sharing::CopyDecision;
use crate::record::{Place, Record};

/// What a place gives away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// A secret, by its words.
    Secret(SecretKind),
    /// When somebody comes who must be kept from this reader.
    Encounter,
}

/// A place in a copy that gives something away.
#[derive(Clone, Debug, PartialEq)]
pub struct Leak {
    /// The place of the sentence.
    pub place: Place,
    /// The words that give it away, as they stand there.
    pub words: String,
    /// What kind of thing they give away.
    pub gives: Gives,
    /// Where that stands in the record.
    pub secret: Place,
    /// Whether it must not go out at all: then the sentence has to be said in other words, or left out.
    pub restricted: bool,
    /// Whether somebody has confirmed, with a reason, that this reader may read it.
    pub confirmed: bool,
}

impl Leak {
    /// Whether the copy cannot go out because of it.
    pub fn stops(&self) -> bool {
        self.restricted || !self.confirmed
    }

    /// Where the sentence stands in `words/` that says what is found; a meeting's day is not told by its figures.
    pub fn found_key(&self) -> &'static str {
        match self.gives {
            Gives::Encounter => "copies.leak.found.day",
            Gives::Secret(_) => "copies.leak.found",
        }
    }

    /// Where the sentence stands in `words/` that says what can be done: a day is a day in whatever words.
    pub fn way_key(&self) -> &'static str {
        match (self.restricted, self.gives) {
            (true, _) => "copies.leak.stops",
            (false, Gives::Encounter) => "copies.leak.confirm.day",
            (false, Gives::Secret(_)) => "copies.leak.confirm",
        }
    }

    /// Where the words for what is given away stand in `words/`.
    pub fn words_key(&self) -> &'static str {
        let kind = match self.gives {
            Gives::Secret(kind) => kind,
            Gives::Encounter => return "copies.leak.encounter",
        };
        match kind {
            SecretKind::Address => "copies.leak.address",
            SecretKind::Postcode => "copies.leak.postcode",
            SecretKind::Telephone => "copies.leak.telephone",
            SecretKind::Email => "copies.leak.email",
            SecretKind::Name => "copies.leak.name",
            SecretKind::Alias => "copies.leak.alias",
            SecretKind::School => "copies.leak.school",
            SecretKind::Surgery => "copies.leak.surgery",
            SecretKind::ChildName => "copies.leak.child-name",
            SecretKind::BirthDate => "copies.leak.birth-date",
            SecretKind::Informant => "copies.leak.informant",
            SecretKind::Registration => "copies.leak.registration",
            SecretKind::Words => "copies.leak.words",
        }
    }
}

/// Looks through every sentence that goes out for everything that this reader must not learn.
pub(super) fn leaks(
    record: &Record,
    reader: &Reader<'_>,
    copy: &FamilyCopy,
    sentences: &[Sentence],
) -> Vec<Leak> {
    let kept = secrets(record, reader);
    let secrets: Vec<Secret> = kept.iter().map(|kept| kept.secret.clone()).collect();
    let scan = Scan::new(&secrets, &allowed(record, reader));
    let gate = Gate::new(record, reader);
    // Each sentence of the copy comes from one place; whatever would not, is looked through all the same.
    let known: Vec<&str> = sentences.iter().map(|sentence| sentence.words.as_str()).collect();
    let own = Place { home: "sharing/copies", row: Some(reader.copy.id.clone()), key: None };
    let said = copy.sentences().map(|said| said.words.as_str()).chain([copy.id.as_str()]);
    let strange = said.filter(|words| !known.contains(words));
    let all =
        sentences.iter().map(|it| (&it.place, it.words.as_str())).chain(strange.map(|words| (&own, words)));
    let mut found = Vec::new();
    for (place, words) in all {
        let confirmed = gate.choice(place, CopyDecision::Confirm);
        let confirmed = confirmed.is_some_and(|choice| !choice.reason.is_blank() && !choice.by.is_blank());
        for hit in scan.hits(words) {
            let Some(kept) = kept.get(hit.secret) else { continue };
            found.push(Leak {
                place: place.clone(),
                words: words.get(hit.start..hit.end).unwrap_or(words).to_owned(),
                gives: Gives::Secret(kept.secret.kind),
                secret: kept.place.clone(),
                restricted: kept.restricted && !hit.part,
                confirmed,
            });
        }
    }
    found
}
