//! What the reader of a copy must not learn, found in the sentences that go out: an address, a number,
//! a name, however it is spelt, spaced, said or misspelt.
//!
//! A false alarm makes who approves careless; a miss can cost a life. What leads to a door is rather
//! found too often; a name that is also a word of the language only where it stands as a name.

mod address;
mod alias;
mod code;
mod days;
mod dress;
mod email;
mod field;
mod given_names;
mod institution;
mod known;
mod letters;
mod listed;
mod months;
mod note;
mod numbers;
mod ordinary;
mod person;
mod phrase;
mod places;
mod sight;
mod sounds;
mod spoken;
mod streets;
mod tokens;

pub(super) use listed::is_of_institution;

use known::{Allowed, Known};
use numbers::Spans;
use tokens::Text;

/// What kind of secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SecretKind {
    /// Where somebody lives: parts with commas between them, the town last.
    Address,
    /// A postcode; its first half alone is looked for too.
    Postcode,
    /// A telephone number, also without the code for the area.
    Telephone,
    /// An e-mail address, also what stands before the @.
    Email,
    /// A person's name, first name first.
    Name,
    /// What somebody is called beside the name.
    Alias,
    /// A school or nursery.
    School,
    /// A surgery, clinic or dentist.
    Surgery,
    /// The name of another child.
    ChildName,
    /// The day another child was born, as `31/12/2020` or `2020-12-31`.
    BirthDate,
    /// Who told the authority, perhaps with a note in brackets.
    Informant,
    /// A vehicle's registration.
    Registration,
    /// A word or phrase that somebody listed as never to be in a copy.
    Words,
}

/// One thing that this reader must not learn, as it stands in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    /// What it is, which decides how it is looked for.
    pub kind: SecretKind,
    /// The value as the record has it.
    pub value: String,
}

/// Where in one text a secret shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Which of the secrets: its index in the list that the scan was made with.
    pub secret: usize,
    /// The first byte, at the beginning of a character.
    pub start: usize,
    /// The byte after the last, at the end of a character.
    pub end: usize,
    /// Whether it is only a part of what somebody listed, which may say less than the whole.
    pub part: bool,
}

/// Secrets and allowed names, prepared once for many texts.
pub struct Scan {
    sought: Vec<Sought>,
    allowed: Allowed,
}

struct Sought {
    /// All letters and figures of the value.
    glued: String,
    rule: Rule,
}

/// How a secret is looked for.
enum Rule {
    Address(address::Address),
    Alias(alias::Alias),
    Birth(days::Birth),
    Email(email::Email),
    Institution(institution::Institution),
    Listed(listed::Listed),
    Person(person::Person),
    Postcode(numbers::Postcode),
    Registration(numbers::Registration),
    Telephone(numbers::Telephone),
    /// The value is none of its kind: it is looked for as it stands.
    AsItStands,
}

impl Rule {
    fn new(secret: &Secret) -> Self {
        let value = secret.value.as_str();
        match secret.kind {
            SecretKind::Address => Self::Address(address::Address::new(value)),
            SecretKind::Alias => Self::Alias(alias::Alias::new(value)),
            SecretKind::BirthDate => days::Birth::new(value).map_or(Self::AsItStands, Self::Birth),
            SecretKind::Email => Self::Email(email::Email::new(value)),
            SecretKind::School | SecretKind::Surgery => {
                Self::Institution(institution::Institution::new(value))
            }
            SecretKind::Words => Self::Listed(listed::Listed::new(value)),
            SecretKind::Name | SecretKind::ChildName | SecretKind::Informant => {
                person::Person::new(value).map_or(Self::AsItStands, Self::Person)
            }
            SecretKind::Postcode => Self::Postcode(numbers::Postcode::new(value)),
            SecretKind::Registration => Self::Registration(numbers::Registration::new(value)),
            SecretKind::Telephone => Self::Telephone(numbers::Telephone::new(value)),
        }
    }

    fn places(&self, text: &Text, known: &Known) -> Spans {
        match self {
            Self::Address(address) => address.places(text),
            Self::Alias(alias) => alias.places(text, known),
            Self::Birth(birth) => birth.places(text),
            Self::Email(email) => email.places(text),
            Self::Institution(institution) => institution.places(text),
            Self::Listed(listed) => listed.places(text, known),
            Self::Person(person) => person.places(text, known),
            Self::Postcode(postcode) => postcode.places(text),
            Self::Registration(registration) => registration.places(text),
            Self::Telephone(telephone) => telephone.places(text),
            Self::AsItStands => Vec::new(),
        }
    }

    /// Where a part of a value shows that is no secret for certain.
    fn parts(&self, text: &Text, known: &Known) -> Spans {
        match self {
            Self::Listed(listed) => listed.parts(text, known),
            _ => Vec::new(),
        }
    }
}

impl Scan {
    /// Prepares a scan. `allowed` are the full names that may stand in this copy: the recipient, the
    /// child, the professionals; what else stands in their fields is not allowed with them. A value without a
    /// letter or figure is never found.
    pub fn new(secrets: &[Secret], allowed: &[&str]) -> Self {
        let sought =
            |secret: &Secret| Sought { glued: numbers::compact(&secret.value), rule: Rule::new(secret) };
        Self { sought: secrets.iter().map(sought).collect(), allowed: Allowed::new(allowed, secrets) }
    }

    /// Where the secrets show in one text, in its order; overlapping places of one secret are one.
    pub fn hits(&self, text: &str) -> Vec<Hit> {
        let read = Text::read(text);
        let known = self.allowed.in_text(&read);
        let mut hits = Vec::new();
        for (secret, sought) in self.sought.iter().enumerate().filter(|(_, sought)| !sought.glued.is_empty())
        {
            let mut spans = sought.rule.places(&read, &known);
            spans.extend(sought.as_it_stands(&read));
            let parts = sought.rule.parts(&read, &known).into_iter().map(|span| (span, true));
            let spans = spans.into_iter().map(|span| (span, false)).chain(parts);
            hits.extend(joined(spans.filter_map(|((from, to), part)| {
                let (start, end) = read.range(from, to.min(read.len()))?;
                Some(Hit { secret, start, end, part })
            })));
        }
        hits.sort_unstable_by_key(|hit| (hit.start, hit.end, hit.secret));
        hits
    }
}

/// The hits of one secret in the order of the text, of which those that overlap are one.
fn joined(hits: impl Iterator<Item = Hit>) -> Vec<Hit> {
    let mut hits: Vec<Hit> = hits.collect();
    hits.sort_unstable();
    let mut found: Vec<Hit> = Vec::new();
    for hit in hits {
        match found.last_mut() {
            Some(last) if hit.start < last.end => {
                last.end = last.end.max(hit.end);
                last.part &= hit.part;
            }
            _ => found.push(hit),
        }
    }
    found
}

impl Sought {
    /// The value itself: as the whole text always, among others where it is of more words than one.
    fn as_it_stands(&self, text: &Text) -> Spans {
        if matches!(self.rule, Rule::AsItStands) && self.glued.len() > 4 {
            return phrase::whole(text, &self.glued);
        }
        let all = phrase::whole_at(text, &self.glued, 0).filter(|to| *to == text.len());
        all.map(|to| (0, to)).into_iter().collect()
    }
}

/// The words of a text as plain small letters and figures, whatever they were dressed as.
pub(crate) fn folded_words(text: &str) -> Vec<String> {
    let read = Text::read(text);
    (0..read.len()).map(|at| read.word(at).to_owned()).collect()
}
