//! An address: the street with or without its number, in any order, or the name of the house.

use super::numbers::{Postcode, Spans, is_inward, is_outward};
use super::phrase::Phrase;
use super::places::{as_town, begins_street, is_house, is_part, is_street};
use super::sounds::{Grade, Word};
use super::spoken::{number, ordinal};
use super::streets::{is_figure, streets_in, without_unit};
use super::tokens::{Gap, Text};

/// How many words a house's number may stand from the street's name.
const NEAR: usize = 14;

/// An address in its parts; where somebody wrote two, of both.
pub(super) struct Address {
    streets: Vec<Street>,
    houses: Vec<House>,
    postcodes: Vec<Postcode>,
}

struct Street {
    /// The number of the house, as figures.
    number: Option<String>,
    /// Whether its kind is one that is often called after the town it leads to.
    leads: bool,
    whole: Phrase,
    /// Without the word for its kind.
    name: Phrase,
}

struct House {
    whole: Phrase,
    name: Phrase,
    /// The number of the flat, plot or pitch in it.
    units: Vec<String>,
}

impl Address {
    /// Takes parts with commas between them, and those that are written without; the town is no secret by itself.
    pub fn new(value: &str) -> Self {
        let mut address = Self { streets: Vec::new(), houses: Vec::new(), postcodes: Vec::new() };
        let mut units: Vec<String> = Vec::new();
        let parts: Vec<&str> = value.split([',', '\n', ';']).collect();
        let mut number = None; // one that stands alone is of the street that follows it
        for part in &parts {
            let text = Text::read(part);
            let words: Vec<&str> = (0..text.len()).map(|at| text.word(at)).collect();
            let (words, postcode) = words.split_at(postcode_from(&words));
            if let [_, ..] = postcode {
                address.postcodes.push(Postcode::new(&postcode.concat()));
            }
            let words = without_unit(words, &mut units);
            match words {
                // The postcode, or the flat, was all of it.
                [] => {}
                [figure] if is_figure(figure) => number = Some((*figure).to_owned()),
                _ => address.take(words, parts.len(), number.take()),
            }
        }
        for house in &mut address.houses {
            house.units.clone_from(&units);
        }
        address
    }

    /// Each street, or the name of a house before it.
    fn take(&mut self, words: &[&str], parts: usize, number: Option<String>) {
        let known = !self.streets.is_empty();
        let mut streets = streets_in(words);
        // Behind a street stands a town, which may be called after a heath or a green.
        let begins = |street: &[&str]| street.first().is_some_and(|word| begins_street(word));
        streets.retain(|(at, street)| !known || at.is_some() || begins(street));
        if !streets.is_empty() {
            let of = |(at, street): (Option<usize>, &[&str])| {
                let own = at.and_then(|at| words.get(at)).map(|word| (*word).to_owned());
                Street::new(own.or_else(|| number.clone()), street)
            };
            self.streets.extend(streets.into_iter().map(of));
            return;
        }
        let numbered = words.iter().take_while(|word| is_figure(word) || word.len() == 1).count();
        let after = words.get(numbered..).unwrap_or_default();
        let own = words.first().filter(|word| is_figure(word)).map(|word| (*word).to_owned()).or(number);
        let welsh = after.len() > 1 && begins(after);
        if known && (own.is_none() && !welsh || after.iter().any(|word| is_part(word))) {
            return;
        }
        if !after.is_empty() && (own.is_some() || welsh) {
            self.streets.push(Street::new(own, after));
        } else if after.len() > 1 || parts > 1 && self.houses.is_empty() && !after.is_empty() {
            self.houses.push(House::new(after));
        }
    }

    pub fn places(&self, text: &Text) -> Spans {
        let mut found: Spans = self.streets.iter().flat_map(|street| street.places(text)).collect();
        found.extend(self.houses.iter().flat_map(|house| house.places(text)));
        found.extend(self.postcodes.iter().flat_map(|postcode| postcode.places(text)));
        found
    }
}

impl Street {
    fn new(number: Option<String>, words: &[&str]) -> Self {
        let kind = words.len() > 1 && words.last().is_some_and(|word| is_street(word));
        let welsh = words.len() > 1 && words.first().is_some_and(|word| begins_street(word));
        let name =
            words.iter().skip(usize::from(welsh)).take(words.len() - usize::from(kind) - usize::from(welsh));
        let leads = |word: &&&str| {
            const LEADS: &str =
                " road rd street st lane ln way avenue ave drive dr terrace heol ffordd rhodfa lon ";
            LEADS.contains(&format!(" {word} "))
        };
        Self {
            number,
            leads: words.last().filter(leads).or(words.first().filter(leads)).is_some(),
            whole: Phrase::new(words.iter().copied(), Word::of_place),
            name: Phrase::new(name.copied(), Word::of_place),
        }
    }

    fn places(&self, text: &Text) -> Spans {
        let whole = self.whole.in_text(text);
        let mut found: Spans = whole
            .all()
            .into_iter()
            .filter(|one| self.is_meant(text, *one))
            .map(|(from, to, _)| (from, to))
            .collect();
        found.extend(whole.inside());
        let name = self.name.in_text(text).all();
        found.extend(name.into_iter().filter_map(|(from, to, grade)| {
            let number = self.number.as_ref().and_then(|number| number_before(text, from, number));
            let named = text.capital(from) || !self.name.ordinary();
            let told = grade > Grade::Sound && self.is_told(text, from, to);
            number.filter(|_| named).or(told.then_some(from)).map(|number| (number, to))
        }));
        let with_number = |span| self.number.as_ref().map_or(span, |number| with_number(text, span, number));
        found.into_iter().map(with_number).collect()
    }

    /// Whether these words are a street's name, and no words of the language that happen to be alike.
    fn is_meant(&self, text: &Text, (from, to, grade): (usize, usize, Grade)) -> bool {
        let capital = text.capital(from) && text.capital(to.saturating_sub(1));
        let slip = grade < Grade::Form && (text.ordinary(from) || self.name.ordinary());
        // Of two ordinary words, letter for letter, it is rather the street than not: "in mill street",
        // though "the green" is any green.
        let parted = (from + 1..to).any(|at| text.gap(at).has(Gap::COMMA));
        let at_it = from.checked_sub(1).is_some_and(|at| is_at(text.word(at)));
        let same = grade == Grade::Same && text.word(from) != "the" && at_it;
        let chance = self.whole.ordinary() && (parted || !same);
        if self.whole.ordinary() && parted {
            return false;
        }
        if self.whole.len() == 1 || chance || slip { capital } else { true }
    }
}

impl Street {
    /// Whether the name without its kind is meant: where the words around speak of a home, or where no
    /// other word is like it and the sentence is about a place.
    fn is_told(&self, text: &Text, from: usize, to: usize) -> bool {
        let before = |back: usize| from.checked_sub(back).map_or("", |at| text.word(at));
        let town = self.leads && (as_town(text, from) || before(1) == "at");
        let odd = !town && !self.name.ordinary() && self.name.glued.len() > 6 && !text.ordinary(from);
        let placed =
            is_at(before(1)) || before(1) == "called" || before(1) == "the" && text.word(to) == "one";
        text.stands_out(from) && (is_of_home(text, from, to) || odd && placed)
    }
}

/// Whether a place may follow this word.
fn is_at(word: &str) -> bool {
    const AT: &str = " in on at off to from down up along near by of round behind into ";
    !word.is_empty() && AT.contains(&format!(" {word} "))
}

/// Where the number of the house begins that stands directly before its street, with a letter at most.
fn number_before(text: &Text, from: usize, number: &str) -> Option<usize> {
    (1..=7).filter_map(|back| from.checked_sub(back)).find(|at| {
        let ends =
            |taken: usize| at + taken == from || at + taken + 1 == from && text.word(from - 1).len() < 3;
        let said = super::spoken::number(text, *at).filter(|(said, _)| said.to_string() == number);
        let plain = says(text, *at, number) && ends(1);
        plain || said.is_some_and(|(_, taken)| ends(taken))
    })
}

/// Whether the words around speak of where somebody lives.
fn is_of_home(text: &Text, from: usize, to: usize) -> bool {
    const HOME: &str = " road street lives living live address lane avenue house flat tenancy doorstep postcode \
        close row terrace cottage bungalow parade flats door called number ";
    let near = from.saturating_sub(8)..(to + 8).min(text.len());
    near.into_iter().any(|at| HOME.contains(&format!(" {} ", text.word(at))))
}

/// Whether this number is said here, in figures or words.
fn says(text: &Text, at: usize, wanted: &str) -> bool {
    let said = number(text, at).or_else(|| ordinal(text, at));
    text.word(at) == wanted || said.is_some_and(|(number, _)| number.to_string() == wanted)
}

/// The place with the number of the house near it.
fn with_number(text: &Text, (from, to): (usize, usize), number: &str) -> (usize, usize) {
    let near = from.saturating_sub(NEAR)..(to + NEAR).min(text.len());
    let at = near.into_iter().filter(|at| says(text, *at, number)).min_by_key(|at| at.abs_diff(from));
    at.map_or((from, to), |at| (from.min(at), to.max(at + 1)))
}

impl House {
    fn new(words: &[&str]) -> Self {
        let telling: Vec<&str> = words.iter().filter(|word| !is_house(word)).copied().collect();
        let name = if telling.is_empty() { words.to_vec() } else { telling };
        Self {
            whole: Phrase::new(words.iter().copied(), Word::of_place),
            name: Phrase::new(name, Word::of_place),
            units: Vec::new(),
        }
    }

    fn places(&self, text: &Text) -> Spans {
        let whole = self.whole.in_text(text);
        let mut found: Spans = whole.inside();
        for (from, to, grade) in whole.all() {
            let tight = (from + 1..to).all(|at| !text.apart(at));
            let capital = tight || (from..to).all(|at| text.capital(at) || text.word(at).len() < 4);
            let meant = if self.whole.ordinary() {
                capital && grade > Grade::Slip
            } else {
                text.capital(from) || self.whole.len() > 1
            };
            found.extend(meant.then_some((from, to)));
        }
        for (from, to, grade) in self.name.in_text(text).all() {
            let unit = (from..(to + 6).min(text.len()))
                .any(|at| self.units.iter().any(|unit| text.word(at) == unit));
            let odd = !self.name.ordinary() && self.name.glued.len() > 4 && text.capital(from);
            let sure = grade > Grade::Slip || self.name.glued.len() > 6;
            let kind = (1..3).filter_map(|back| from.checked_sub(back)).any(|at| is_house(text.word(at)));
            let odd = odd || kind && text.stands_out(from) && text.word(from) != "the";
            found.extend((sure && (odd || (unit && text.capital(from)))).then_some((from, to)));
        }
        found
    }
}

/// Where the postcode begins that these words end with; their number where they end with none. A postcode is
/// letters and figures in turn, so that it is two words or more: `zz 9 4 qt`.
fn postcode_from(words: &[&str]) -> usize {
    let ends = |from: &usize| words.get(*from..).is_some_and(|end| is_postcode(&end.concat()));
    (0..words.len()).rev().take(5).filter(ends).min().unwrap_or(words.len())
}

fn is_postcode(joined: &str) -> bool {
    let cut = joined.len().checked_sub(3).and_then(|at| joined.split_at_checked(at));
    cut.is_some_and(|(outward, inward)| is_outward(outward) && is_inward(inward))
}
