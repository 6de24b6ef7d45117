//! What in a copy would give somebody away.  domain.md 5.3, 4

use super::allowed::{Gate, Sentence};
use super::copy::FamilyCopy;
use super::scope::Reader;
use super::secrets::{Kept, allowed, secrets};
use crate::reading::leaks::{Hit, Scan, Secret, SecretKind};
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
    let names = allowed(record, reader);
    let gate = Gate::new(record, reader);
    let whole = Look::new(kept.iter().collect(), &names, &gate);
    // Each sentence of the copy comes from one place; whatever would not, is looked through all the same.
    let known: Vec<&str> = sentences.iter().map(|sentence| sentence.words.as_str()).collect();
    let own = Place { home: "sharing/copies", row: Some(reader.copy.id.clone()), key: None };
    let said = copy.sentences().map(|said| said.words.as_str()).chain([copy.id.as_str()]);
    let strange = said.filter(|words| !known.contains(words));
    let all =
        sentences.iter().map(|it| (&it.place, it.words.as_str())).chain(strange.map(|words| (&own, words)));
    let mut found: Vec<Leak> = all.flat_map(|(place, words)| whole.at(place, words)).collect();
    let halves = Look::new(kept.iter().filter(|kept| has_halves(kept.secret.kind)).collect(), &names, &gate);
    found.extend(neighbours(sentences).flat_map(|(first, second)| halves.across(first, second)));
    found
}

/// Whether people would say half of it in one place and half in the next: where somebody is, or how to ring them.
fn has_halves(kind: SecretKind) -> bool {
    matches!(kind, SecretKind::Address | SecretKind::Postcode | SecretKind::Telephone)
}

/// Each sentence with the one after it in its own row, and with the one that a reader sees next in its list.
fn neighbours(sentences: &[Sentence]) -> impl Iterator<Item = (&Sentence, &Sentence)> {
    sentences.iter().enumerate().flat_map(|(at, first)| {
        let after = || sentences.iter().skip(at + 1).filter(|next| next.place.home == first.place.home);
        let own = after().find(|next| next.place.row == first.place.row);
        let next = after().next().filter(|next| next.place.row != first.place.row);
        own.into_iter().chain(next).map(move |second| (first, second))
    })
}

/// Secrets made ready for the sentences of one copy.
struct Look<'a> {
    kept: Vec<&'a Kept>,
    scan: Scan,
    gate: &'a Gate<'a>,
}

impl<'a> Look<'a> {
    fn new(kept: Vec<&'a Kept>, names: &[&str], gate: &'a Gate<'a>) -> Self {
        let secrets: Vec<Secret> = kept.iter().map(|kept| kept.secret.clone()).collect();
        Self { scan: Scan::new(&secrets, names), kept, gate }
    }

    /// What one sentence gives away.
    fn at(&self, place: &Place, words: &str) -> Vec<Leak> {
        let hits = self.scan.hits(words);
        hits.into_iter().filter_map(|hit| self.leak(place, words, hit)).collect()
    }

    /// What two sentences give away together, and neither of them alone: its place is the first's.
    fn across(&self, first: &Sentence, second: &Sentence) -> Vec<Leak> {
        let joined = format!("{} {}", first.words, second.words);
        let end = first.words.len();
        let mut hits = self.scan.hits(&joined);
        hits.retain(|hit| hit.start < end && hit.end > end + 1);
        if !hits.is_empty() {
            let alone = [self.scan.hits(&first.words), self.scan.hits(&second.words)].concat();
            hits.retain(|hit| !alone.iter().any(|one| one.secret == hit.secret));
        }
        hits.into_iter().filter_map(|hit| self.leak(&first.place, &joined, hit)).collect()
    }

    fn leak(&self, place: &Place, words: &str, hit: Hit) -> Option<Leak> {
        let kept = self.kept.get(hit.secret)?;
        let confirmed = self.gate.choice(place, CopyDecision::Confirm);
        let confirmed = confirmed.is_some_and(|choice| !choice.reason.is_blank() && !choice.by.is_blank());
        Some(Leak {
            place: place.clone(),
            words: words.get(hit.start..hit.end).unwrap_or(words).to_owned(),
            gives: Gives::Secret(kept.secret.kind),
            secret: kept.place.clone(),
            restricted: kept.restricted && !hit.part,
            confirmed,
        })
    }
}
