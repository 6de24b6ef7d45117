//! What one reader must not learn, as it stands in the record.  domain.md 5.3, 4

use super::scope::Reader;
use crate::reading::leaks::{Secret, SecretKind};
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
        if let Some(kind) = kind_of(words) {
            kept.add(kind, words, never.clone(), true);
        }
    }
    kept.0
}

/// What words that somebody listed are beside words, so that a slip or a space does not hide them.
fn kind_of(words: &str) -> Option<SecretKind> {
    let signs: Vec<char> = words.chars().filter(char::is_ascii_alphanumeric).collect();
    let figures = signs.iter().filter(|sign| sign.is_ascii_digit()).count();
    let many = words.split_whitespace().count();
    let inward = matches!(signs.as_slice(), [.., figure, one, two]
        if figure.is_ascii_digit() && one.is_ascii_alphabetic() && two.is_ascii_alphabetic());
    match (figures, signs.len() - figures) {
        _ if words.contains('@') => Some(SecretKind::Email),
        (6.., 0) => Some(SecretKind::Telephone),
        (1.., 1..) if inward && (5..=7).contains(&signs.len()) => Some(SecretKind::Postcode),
        (1.., 1..) if signs.len() <= 7 && many < 3 => Some(SecretKind::Registration),
        (1.., 1..) => Some(SecretKind::Address),
        (0, _) if (2..=3).contains(&many) && is_named(words) => Some(SecretKind::Informant),
        _ => None,
    }
}

/// Whether each word begins with a capital, as a name's do.
fn is_named(words: &str) -> bool {
    words.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

/// The names that may stand in this reader's copy.
pub(super) fn allowed<'a>(record: &'a Record, reader: &Reader<'_>) -> Vec<&'a str> {
    let people = record.people.iter().filter(|person| !reader.must_not_learn_of(&person.id));
    let children = record.children.iter().filter(|child| !reader.must_not_learn_of(&child.id));
    let names = people.map(|person| &person.name);
    let names = names.chain(children.flat_map(|child| [&child.name, &child.preferred_name]));
    let names = names.chain(record.professionals.iter().map(|row| &row.name));
    names.map(|name| name.trim()).filter(|name| !name.is_empty()).collect()
}

fn of_person(kept: &mut List, person: &Person, reader: &Reader<'_>) {
    let apart = reader.apart.contains(&person.id);
    let restricted = apart || person.is_protected();
    kept.add(SecretKind::Address, &person.address, at(person, "address"), restricted);
    kept.contact(&person.contact, &at(person, "contact"), restricted);
    if apart {
        kept.add(SecretKind::Name, &person.name, at(person, "name"), true);
        for name in person.other_names() {
            kept.add(SecretKind::Alias, name, at(person, "known_as"), true);
        }
    }
    if person.relationship.is(Relationship::Sibling) {
        kept.born(&person.date_of_birth, at(person, "date_of_birth"));
    }
}

fn of_child(kept: &mut List, child: &Child, reader: &Reader<'_>) {
    let protected = child.is_protected();
    kept.add(SecretKind::Address, &child.address, at(child, "address"), protected);
    if protected {
        kept.add(SecretKind::School, &child.school_or_setting, at(child, "school_or_setting"), true);
        kept.add(SecretKind::Surgery, &child.gp, at(child, "gp"), true);
        kept.add(SecretKind::Words, &child.health_visitor, at(child, "health_visitor"), true);
    }
    if reader.must_not_learn_of(&child.id) {
        kept.add(SecretKind::ChildName, &child.name, at(child, "name"), false);
        kept.add(SecretKind::ChildName, &child.preferred_name, at(child, "preferred_name"), false);
        kept.born(&child.date_of_birth, at(child, "date_of_birth"));
    }
}

/// Third parties: a neighbour, a friend, whoever told somebody.
fn of_contact(kept: &mut List, contact: &Contact) {
    kept.add(SecretKind::Informant, &contact.name, at(contact, "name"), false);
    kept.add(SecretKind::Alias, &contact.known_as, at(contact, "known_as"), true);
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

    /// Telephone numbers and e-mail addresses, among words.
    fn contact(&mut self, contact: &str, place: &Place, restricted: bool) {
        for part in contact.split([',', ';', '/', '\n']) {
            let email = part.split_whitespace().find(|word| word.contains('@'));
            let figures: String =
                part.chars().filter(|c| c.is_ascii_digit() || " ()+-.".contains(*c)).collect();
            if let Some(email) = email {
                self.add(SecretKind::Email, email, place.clone(), restricted);
            } else if figures.chars().filter(char::is_ascii_digit).count() >= 6 {
                self.add(SecretKind::Telephone, &figures, place.clone(), restricted);
            }
        }
    }

    /// The birth date of a child for whom the reader has no copy.
    fn born(&mut self, day: &Day, place: Place) {
        if let Some(day) = day.get() {
            self.add(SecretKind::BirthDate, &day.format("%d/%m/%Y").to_string(), place, false);
        }
    }
}
