//! What somebody is called beside the name.

use super::given_names::is_kin;
use super::known::Known;
use super::numbers::Spans;
use super::person::Person;
use super::phrase::Phrase;
use super::sounds::{Grade, Word};
use super::tokens::Text;

/// A name that a house, a street or a family gave somebody.
pub(super) struct Alias {
    phrase: Phrase,
    /// The part without the word for a person in a house.
    alone: Option<Person>,
    /// Whether an initial was left off that part, so that it is a name only with a capital.
    cut: bool,
    /// The last word's initial, where there are two words.
    initial: Option<(Phrase, char)>,
}

impl Alias {
    pub fn new(value: &str) -> Self {
        let text = Text::read(value);
        let words: Vec<&str> = (0..text.len()).map(|at| text.word(at)).collect();
        let telling: Vec<&str> = words.iter().filter(|word| !is_kin(word)).copied().collect();
        let alone = match (telling.as_slice(), words.len()) {
            ([one], 1 | 2) if words.len() == 1 || !super::ordinary::is_ordinary(one) => Person::new(one),
            ([one, initial], _) if initial.len() == 1 && one.len() > 3 => Person::new(one),
            _ => None,
        };
        let initial = match words.as_slice() {
            [first, last] => last.chars().next().map(|sign| (Phrase::new([*first], Word::of_person), sign)),
            _ => None,
        };
        let cut = telling.len() > 1;
        Self { phrase: Phrase::new(words.iter().copied(), Word::of_person), alone, cut, initial }
    }

    pub fn places(&self, text: &Text, known: &Known) -> Spans {
        let sought = self.phrase.in_text(text);
        let mut found: Spans = Vec::new();
        if self.phrase.len() > 1 {
            let sure = |from: usize, to: usize, grade: Grade| {
                grade > Grade::Slip || text.capital(from) || text.capital(to.saturating_sub(1))
            };
            let free = |from: usize, to: usize| (from..to).all(|at| !known.is_named(at));
            let all = sought
                .all()
                .into_iter()
                .filter(|(from, to, grade)| free(*from, *to) && sure(*from, *to, *grade));
            found.extend(all.map(|(from, to, _)| (from, to)));
            found.extend(sought.inside());
        }
        let alone = self.alone.iter().flat_map(|person| person.places(text, known));
        found.extend(alone.filter(|(from, _)| !self.cut || text.capital(*from)));
        if let Some((first, sign)) = &self.initial {
            let named = |from: usize, to: usize| {
                text.capital(from) && text.capital(to) && text.word(to).chars().eq([*sign])
            };
            let all = first.in_text(text).all().into_iter();
            found.extend(all.filter(|(from, to, _)| named(*from, *to)).map(|(from, to, _)| (from, to + 1)));
        }
        found
    }
}
