//! Words that somebody listed as never to be in a copy: the line as it stands, and each part that tells as much.

use super::institution::Institution;
use super::known::Known;
use super::numbers::Spans;
use super::phrase::Phrase;
use super::places::{as_town, is_generic, is_part, told};
use super::sounds::{Grade, Word};
use super::tokens::{Gap, Text};

/// Words for a school or a surgery, one of which says that a line names one.
const INSTITUTIONS: &str = " school nursery surgery academy college ysgol meddygfa preschool playgroup clinic hospital \
    dentist infants kindergarten meithrin feithrin gynradd uwchradd ";

/// Words for a house where somebody is safe, which alone do not say which house.
const REFUGES: &str = " refuge refuges hostel hostels shelter lloches sanctuary aid ";

/// Words that tell nothing at the ends of a part: small ones, what a refuge is called beside its name, whole countries.
const SMALL: &str = " a an the in at on of to from near by with and or for is are was her his their our my she he they \
    we it who now new this that yn y yr o i ger ac womens safe house flat wales cymru england scotland ireland \
    uk road street area town village city staying stays living lives moved \
    missed misses missing refused refuses skipped skips late changed changes attends attended left started new ";

/// A line that is never to be in a copy.
pub(super) struct Listed {
    phrase: Phrase,
    /// Each name in it, which gives away what the line says also without the other words; and whether it is a
    /// school's, so that "Mary" is not "St Mary's".
    names: Vec<(Phrase, bool)>,
    institutions: Vec<Institution>,
    /// The telling words of each part, two or more, and whether they say where: then small letters say it too.
    telling: Vec<(Phrase, bool)>,
    /// Places that are named in it by one word.
    towns: Vec<Phrase>,
}

/// Whether a line names a school, a surgery or a refuge, and so no person.
pub(in crate::reading) fn is_of_institution(line: &str) -> bool {
    let text = Text::read(line);
    (0..text.len()).any(|at| told(INSTITUTIONS, text.word(at)) || told(REFUGES, text.word(at)))
}

impl Listed {
    pub fn new(value: &str) -> Self {
        let text = Text::read(value);
        let words = (0..text.len()).map(|at| text.word(at));
        let mut listed = Self {
            phrase: Phrase::new(words, Word::plain),
            names: Vec::new(),
            institutions: Vec::new(),
            telling: Vec::new(),
            towns: Vec::new(),
        };
        for (from, to) in pieces(&text) {
            listed.take(&Piece::new(&text, from, to));
        }
        listed
    }

    /// What one part of the line tells: an institution by its name, a place, or the words together.
    fn take(&mut self, piece: &Piece) {
        let Piece { text, from, to, school, refuge } = *piece;
        let is_name = |at: &usize| text.stands_out(*at) && !text.ordinary(*at) && text.word(*at).len() > 4;
        let names = (from.max(1)..to).filter(is_name);
        self.names.extend(names.map(|at| (Phrase::new([text.word(at)], Word::plain), school)));
        let (first, end) = piece.telling();
        if end - first == text.len() || !piece.tells(first, end) {
            return;
        }
        if school && text.capital(first) {
            let all = (from..to).map(|at| text.word(at)).skip_while(|word| told(SMALL, word));
            self.institutions.push(Institution::new(&all.collect::<Vec<_>>().join(" ")));
        }
        let words: Vec<&str> = (first..end).map(|at| text.word(at)).collect();
        match words.as_slice() {
            [word] if from > 0 || refuge => self.towns.push(Phrase::new([*word], Word::plain)),
            [_] => {}
            words => {
                let place = school || refuge || from > 0 || text.is_number(0);
                self.telling.push((Phrase::new(words.iter().copied(), Word::of_place), place));
            }
        }
    }

    /// Where the line stands, with a slip in a long one, and where a name in it does.
    pub fn places(&self, text: &Text, known: &Known) -> Spans {
        let sought = self.phrase.in_text(text);
        let sure = |from: usize, grade: Grade| {
            grade > Grade::Sound || (self.phrase.glued.len() > 6 && !text.ordinary(from))
        };
        let all = sought.all().into_iter().filter(|(from, _, grade)| sure(*from, *grade));
        let whole = all.map(|(from, to, _)| (from, to)).chain(sought.inside());
        whole.chain(self.named(text, known)).collect()
    }

    /// Where a name in it stands by itself.
    fn named(&self, text: &Text, known: &Known) -> Spans {
        let mut found = Spans::new();
        for (name, school) in &self.names {
            let free = |from: usize| !known.is_named(from) && !known.is_part(text.word(from));
            let named = |from: usize, to: usize| {
                let ordinary = to == from + 1 && text.ordinary(from);
                text.capital(from) && !ordinary && free(from) && !as_town(text, from)
            };
            let drawn = |from: usize, to: usize| to > from + 1 && (from + 1..to).all(|at| !text.apart(at));
            let all = name.in_text(text).all().into_iter();
            let all = all.filter(|(from, _, _)| !school || text.word(*from) == name.glued);
            let all = all.filter(|(from, to, _)| named(*from, *to) || drawn(*from, *to));
            found.extend(all.map(|(from, to, _)| (from, to)));
        }
        found
    }

    /// Where a part of it stands that gives away what it says.
    pub fn parts(&self, text: &Text, known: &Known) -> Spans {
        let mut found: Spans = self.institutions.iter().flat_map(|one| one.places(text)).collect();
        found.retain(|(from, to)| !(*from..*to).all(|at| known.is_named(at)));
        for (telling, place) in &self.telling {
            let sought = telling.in_text(text);
            let meant = sought.all().into_iter().filter(|one| is_meant(telling, *place, text, *one));
            found.extend(meant.map(|(from, to, _)| (from, to)).chain(sought.inside()));
        }
        for town in &self.towns {
            let all = town.in_text(text).all().into_iter();
            let all = all.filter(|one| !known.is_named(one.0) && is_town(town, text, *one));
            found.extend(all.map(|(from, to, _)| (from, to)));
        }
        found
    }
}

/// One part of a line.
struct Piece<'a> {
    text: &'a Text,
    from: usize,
    to: usize,
    school: bool,
    refuge: bool,
}

impl<'a> Piece<'a> {
    fn new(text: &'a Text, from: usize, to: usize) -> Self {
        let has = |list: &str| (from..to).any(|at| told(list, text.word(at)));
        Self { text, from, to, school: has(INSTITUTIONS), refuge: has(REFUGES) }
    }

    /// From the first word that tells something up to, not with, the one after the last.
    fn telling(&self) -> (usize, usize) {
        let idle = |at: &usize| {
            let word = self.text.word(*at);
            let small = told(SMALL, word) || told(REFUGES, word) || is_part(word);
            small || self.text.is_number(*at) || self.school && is_generic(word)
        };
        let first = (self.from..self.to).find(|at| !idle(at)).unwrap_or(self.to);
        (first, (first..self.to).rev().find(|at| !idle(at)).map_or(first, |last| last + 1))
    }

    /// Whether those words name something: by a capital that is not the line's own, or in small letters where
    /// they stand beside a word for a refuge and are no words of the language.
    fn tells(&self, first: usize, end: usize) -> bool {
        let text = self.text;
        let institution = self.school || self.refuge;
        let capital = |at: usize| text.capital(at) && (at > 0 || institution || text.capital(1));
        let named = (first..end).any(capital);
        let odd = self.refuge && end > first + 1 && (first..end).all(|at| !text.ordinary(at));
        let signs = (first..end).flat_map(|at| text.word(at).chars());
        signs.filter(|sign| sign.is_alphabetic()).count() > 3 && (named || odd)
    }
}

/// The parts of a line: between commas and the like, and before and after a word for where something is.
fn pieces(text: &Text) -> Vec<(usize, usize)> {
    const WHERE: &str = " in at near from to by with yn ger ";
    let mut found = Vec::new();
    let mut from = 0;
    for at in 1..=text.len() {
        let comma = text.gap(at).has(Gap::COMMA | Gap::LINE | Gap::COLON | Gap::OTHER | Gap::SLASH);
        if at == text.len() || comma || told(WHERE, text.word(at)) {
            found.push((from, at));
            from = at;
        }
    }
    found
}

/// Whether words that are a part of a line are meant as in it.
fn is_meant(telling: &Phrase, place: bool, text: &Text, (from, to, grade): (usize, usize, Grade)) -> bool {
    if telling.ordinary() || !place {
        return grade > Grade::Slip && (from..to).all(|at| text.capital(at) || text.word(at).len() < 4);
    }
    grade > Grade::Sound || telling.glued.len() > 6 && !text.ordinary(from)
}

/// Whether one word is meant as the place: with its capital, or letter for letter after a word for where.
fn is_town(town: &Phrase, text: &Text, (from, to, grade): (usize, usize, Grade)) -> bool {
    let before = from.checked_sub(1).map_or("", |at| text.word(at));
    let placed = grade == Grade::Same && town.glued.len() > 5 && told(" in at near to from yn ", before);
    let whole = to > from + 1 || !text.ordinary(from);
    !town.ordinary() && whole && grade > Grade::Slip && (text.capital(from) || placed)
}
