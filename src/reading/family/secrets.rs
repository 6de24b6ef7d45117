//! What one reader must not learn, as it stands in the record.  domain.md 5.3, 4

use super::prepare::same_name;
use super::scope::Reader;
use super::shapes;
use crate::reading::leaks::{Secret, SecretKind, is_of_institution};
use crate::record::child::Child;
use crate::record::people::{Contact, Person, Relationship};
use crate::record::sharing::Sharing;
use crate::record::{Day, Place, Record, Row};

/// A secret, where it stands, and whether nobody may let it out.
pub(super) struct Kept {
    pub secret: Secret,
    pub place: Place,
    /// Whether it must not go out at all; else somebody may confirm, with a reason, that it may.
    pub restricted: bool,
}

/// Everything that this reader must not learn.
pub(super) fn secrets(record: &Record, reader: &Reader<'_>) -> Vec<Kept> {
    let mut kept = List(Vec::new());
    for person in record.people.iter().filter(|person| !reader.ids.contains(&person.id)) {
        of_person(&mut kept, person, reader);
    }
    for child in record.children.iter().filter(|child| !reader.ids.contains(&child.id)) {
        of_child(&mut kept, child, reader);
    }
    record.network.iter().for_each(|contact| of_contact(&mut kept, contact));
    let never = Place { home: Sharing::QUESTIONS.home, row: None, key: Some("never") };
    for words in record.sharing.never.lines() {
        kept.add(SecretKind::Words, words, never.clone(), true);
        kept.shaped(words, &never);
        if is_a_name(words) {
            kept.add(SecretKind::Informant, words, never.clone(), true);
        }
    }
    if reader.keeps {
        for meeting in &record.meetings {
            kept.add(SecretKind::Words, &meeting.venue, at(meeting, "venue"), false);
        }
    }
    kept.0
}

/// Whether words that somebody listed are somebody's name: two or three of them, each with a capital, and none
/// that says it is a school or a refuge.
fn is_a_name(words: &str) -> bool {
    let is_named =
        |word: &str| word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_ascii_digit());
    let count = words.split_whitespace().count();
    (2..=3).contains(&count) && words.split_whitespace().all(is_named) && !is_of_institution(words)
}

/// The fields of the names that may stand in this reader's copy; the scan takes from them what is a name.
pub(super) fn allowed<'a>(record: &'a Record, reader: &Reader<'_>) -> Vec<&'a str> {
    let people = record.people.iter().filter(|person| !reader.must_not_learn_of(&person.id));
    let children = record.children.iter().filter(|child| !reader.must_not_learn_of(&child.id));
    // Somebody of whom this reader must not learn may stand in another list too.
    let hidden: Vec<&str> = record
        .people
        .iter()
        .filter(|person| reader.must_not_learn_of(&person.id))
        .map(|person| &*person.name)
        .collect();
    let shown = |name: &&&str| !hidden.iter().any(|hidden| same_name(name, hidden));
    let names = people.map(|person| &*person.name);
    let names: Vec<&str> = names.chain(record.professionals.iter().map(|row| &*row.name)).collect();
    let names: Vec<&str> = names.iter().filter(shown).copied().collect();
    let names = names.into_iter().chain(children.flat_map(|child| [&*child.name, &*child.preferred_name]));
    names.map(|name| name.trim()).filter(|name| !name.is_empty()).collect()
}

fn of_person(kept: &mut List, person: &Person, reader: &Reader<'_>) {
    let apart = reader.apart.contains(&person.id);
    let restricted = apart || person.is_protected();
    kept.address(&person.address, at(person, "address"), restricted);
    kept.contact(&person.contact, &at(person, "contact"), restricted);
    if apart {
        kept.add(SecretKind::Name, &person.name, at(person, "name"), true);
        for name in person.other_names().flat_map(other_names) {
            kept.add(SecretKind::Alias, name, at(person, "known_as"), true);
        }
    }
    if apart || person.relationship.is(Relationship::Sibling) {
        kept.born(&person.date_of_birth, at(person, "date_of_birth"));
    }
}

fn of_child(kept: &mut List, child: &Child, reader: &Reader<'_>) {
    let protected = child.is_protected();
    kept.address(&child.address, at(child, "address"), protected);
    // A child who lives with somebody of whom this reader must not learn is found by the school as well.
    if protected || reader.keeps || reader.must_not_learn_of(&child.id) {
        kept.add(SecretKind::School, &child.school_or_setting, at(child, "school_or_setting"), protected);
        kept.add(SecretKind::Surgery, &child.gp, at(child, "gp"), protected);
    }
    if protected {
        kept.add(SecretKind::Words, &child.health_visitor, at(child, "health_visitor"), true);
    }
    if reader.must_not_learn_of(&child.id) {
        kept.add(SecretKind::ChildName, &child.name, at(child, "name"), false);
        kept.add(SecretKind::ChildName, &child.preferred_name, at(child, "preferred_name"), false);
        kept.born(&child.date_of_birth, at(child, "date_of_birth"));
        kept.born(&child.expected_date_of_birth, at(child, "expected_date_of_birth"));
    }
}

/// Third parties: a neighbour, a friend, whoever told somebody.
fn of_contact(kept: &mut List, contact: &Contact) {
    kept.add(SecretKind::Informant, &contact.name, at(contact, "name"), false);
    for name in contact.known_as.split([',', ';', '\n']).flat_map(other_names) {
        kept.add(SecretKind::Alias, name, at(contact, "known_as"), true);
    }
    kept.contact(&contact.contact, &at(contact, "contact"), true);
}

fn at<R: Row>(row: &R, key: &'static str) -> Place {
    Place { home: R::SHAPE.home, row: Some(row.id().clone()), key: Some(key) }
}

struct List(Vec<Kept>);

impl List {
    fn add(&mut self, kind: SecretKind, value: &str, place: Place, restricted: bool) {
        let value = value.trim();
        if !value.is_empty() {
            self.0.push(Kept { secret: Secret { kind, value: value.to_owned() }, place, restricted });
        }
    }

    /// An address, and its postcode by itself.
    fn address(&mut self, address: &str, place: Place, restricted: bool) {
        if let Some(postcode) = postcode(address) {
            self.add(SecretKind::Postcode, &postcode, place.clone(), restricted);
        }
        self.add(SecretKind::Address, address, place, restricted);
    }

    /// Telephone numbers, e-mail addresses, and where somebody lives, among words.
    fn contact(&mut self, contact: &str, place: &Place, restricted: bool) {
        for email in shapes::emails(contact) {
            self.add(SecretKind::Email, email, place.clone(), restricted);
        }
        for number in shapes::telephones(contact) {
            self.add(SecretKind::Telephone, &number, place.clone(), restricted);
        }
        for address in shapes::addresses(contact) {
            self.address(address, place.clone(), restricted);
        }
    }

    /// What somebody listed, by its shape, beside the words as they stand: a number, an address, a registration.
    fn shaped(&mut self, words: &str, place: &Place) {
        self.contact(words, place, true);
        if let Some(postcode) = postcode(words) {
            self.add(SecretKind::Postcode, &postcode, place.clone(), true);
        }
        for registration in shapes::registrations(words) {
            self.add(SecretKind::Registration, &registration, place.clone(), true);
        }
    }

    /// The birth date of a child for whom the reader has no copy.
    fn born(&mut self, day: &Day, place: Place) {
        if let Some(day) = day.get() {
            self.add(SecretKind::BirthDate, &day.format("%d/%m/%Y").to_string(), place, false);
        }
    }
}

/// The names in a list that people write by hand: "Bex or Becky", "Bex / Becky", "Bex aka Becky".
fn other_names(written: &str) -> impl Iterator<Item = &str> {
    let signs =
        written.split(['/', '|']).flat_map(|part| part.split(" or ")).flat_map(|part| part.split(" aka "));
    signs.map(str::trim)
}

/// The postcode in an address: an outward part with letters and figures, and an inward one of a figure and two letters.
fn postcode(address: &str) -> Option<String> {
    let words: Vec<&str> =
        address.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let inward = |word: &str| {
        let mut letters = word.chars();
        word.len() == 3
            && letters.next().is_some_and(|c| c.is_ascii_digit())
            && letters.all(|c| c.is_ascii_alphabetic())
    };
    let outward = |word: &str| {
        (2..=4).contains(&word.len())
            && word.starts_with(|c: char| c.is_ascii_alphabetic())
            && word.contains(|c: char| c.is_ascii_digit())
    };
    let two = words.windows(2).find_map(|pair| match pair {
        [out, inn] if outward(out) && inward(inn) => Some(format!("{out} {inn}")),
        _ => None,
    });
    two.or_else(|| {
        let one = |word: &&&str| {
            let cut = word.len().checked_sub(3).and_then(|at| word.split_at_checked(at));
            cut.is_some_and(|(out, inn)| outward(out) && inward(inn))
        };
        words.iter().find(one).map(|word| (*word).to_owned())
    })
}
