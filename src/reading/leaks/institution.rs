//! A school or surgery: its name in full or shortened, or its initials.

use super::numbers::Spans;
use super::ordinary::is_ordinary;
use super::phrase::Phrase;
use super::places::{as_town, is_generic, is_institution};
use super::sounds::{Grade, Word};
use super::tokens::{Gap, Text};

/// A school or surgery by its names: "Dr Lockyer and Partners, The Old Mill Surgery" has two.
pub(super) struct Institution(Vec<Named>);

/// One name of a school or surgery.
struct Named {
    whole: Phrase,
    /// The words that tell it from others, from the longest run to the shortest.
    telling: Vec<Phrase>,
    /// Each word of several that no other name is likely to have, and whether it is the one people use.
    odd: Vec<(Phrase, bool)>,
    initials: Vec<String>,
    /// The surname of the doctor it is called after.
    doctor: Option<Phrase>,
}

/// Initials that everybody in a plan uses for something else.
const USED: &str = " camhs taf tac cin cic cp gp sen senco ehcp ehc marac mash nhs pip dwp la cla lac pru eal mdt iro pep \
    pcso lado mappa asd adhd nspcc phse pshe sats dbs esa hmrc cafcass uasc ";

impl Institution {
    /// Takes a name, or several with commas between them; a part that is no name of its kind is where it stands.
    pub fn new(value: &str) -> Self {
        let parts: Vec<&str> = value.split([',', ';', '\n', '(']).collect();
        let named = |part: &&&str| {
            let text = Text::read(part);
            (0..text.len()).any(|at| is_generic(text.word(at)) && text.word(at).len() > 1)
        };
        let names: Vec<&&str> = parts.iter().filter(named).collect();
        match names.as_slice() {
            [] | [_] => Self(vec![Named::new(value)]),
            several => Self(several.iter().map(|part| Named::new(part)).collect()),
        }
    }

    pub fn places(&self, text: &Text) -> Spans {
        self.0.iter().flat_map(|named| named.places(text)).collect()
    }
}

impl Named {
    fn new(value: &str) -> Self {
        let text = Text::read(value);
        let words: Vec<&str> = (0..text.len()).map(|at| text.word(at)).collect();
        let end = (0..text.len()).position(|at| ends_name(&text, at)).unwrap_or(words.len());
        let telling: Vec<&str> =
            words.iter().take(end).skip_while(|word| is_generic(word)).copied().collect();
        let trimmed = telling.len() - telling.iter().rev().take_while(|word| is_generic(word)).count();
        let telling: Vec<&str> = telling.into_iter().take(trimmed).collect();
        let doctor = words.iter().position(|word| matches!(*word, "dr" | "doctor" | "doctors" | "drs"));
        let doctor = doctor.filter(|_| telling.len() > 1).and_then(|_| telling.last());
        Self {
            whole: Phrase::new(words.iter().copied(), Word::of_place),
            odd: odd(&words, &telling),
            telling: runs(&telling).into_iter().map(|run| Phrase::new(run, Word::of_place)).collect(),
            initials: initials(
                &words,
                telling.len() + words.iter().take_while(|word| is_generic(word)).count(),
            ),
            doctor: doctor.map(|surname| Phrase::new([*surname], Word::of_place)),
        }
    }

    fn places(&self, text: &Text) -> Spans {
        let whole = self.whole.in_text(text);
        let mut found: Spans = whole.all().into_iter().map(|(from, to, _)| (from, to)).collect();
        found.extend(whole.inside());
        for run in &self.telling {
            let sought = run.in_text(text);
            let meant = sought.all().into_iter().filter(|one| is_meant(run, text, *one));
            found.extend(meant.map(|(from, to, _)| (from, to)));
            if run.len() > 1 {
                found.extend(sought.inside());
            }
        }
        for (word, usual) in &self.odd {
            let all = word.in_text(text).all().into_iter();
            found.extend(all.filter(|one| is_odd(word, *usual, text, *one)).map(|(from, to, _)| (from, to)));
        }
        if let Some(doctor) = &self.doctor {
            let odd = |from: usize, grade: Grade| {
                text.capital(from) && (grade > Grade::Slip || !text.ordinary(from))
            };
            let all = doctor.in_text(text).all().into_iter().filter(|(from, _, grade)| odd(*from, *grade));
            found.extend(all.map(|(from, to, _)| (from, to)));
        }
        found.extend((0..text.len()).filter(|at| self.is_initials(text, *at)).map(|at| (at, at + 1)));
        found
    }

    fn is_initials(&self, text: &Text, at: usize) -> bool {
        let word = text.word(at);
        let joined = text.gap(at).has(Gap::DASH | Gap::OTHER) && !text.apart(at);
        (joined || text.capitals(at) && !text.shouts)
            && self
                .initials
                .iter()
                .any(|initials| initials == word || super::sounds::less_s(word) == initials)
    }
}

/// Whether what follows is no part of the name by which people call it.
fn ends_name(text: &Text, at: usize) -> bool {
    let word = text.word(at);
    let next = (at..text.len()).all(|at| is_generic(text.word(at)));
    next && is_generic(word) && at > 0
}

/// The words of a name of several that are no words of the language. People use the first of them, or the
/// saint's name: "Puddleducks", "Wulfhilda's". The others may be where it stands.
fn odd(words: &[&str], telling: &[&str]) -> Vec<(Phrase, bool)> {
    let several = telling.len() > 1 || words.first().is_some_and(|word| matches!(*word, "st" | "saint"));
    let odd = |word: &&str| word.len() > 3 && !is_ordinary(word) && !is_generic(word);
    let mut found = Vec::new();
    for word in telling.iter().filter(|word| several && odd(word)) {
        let usual = found.is_empty() && telling.first().is_some_and(|first| first == word || first.len() < 6);
        found.push((Phrase::new([*word], Word::of_place), usual));
    }
    found
}

/// Whether one word of a name of several is meant as that name.
fn is_odd(word: &Phrase, usual: bool, text: &Text, (from, to, grade): (usize, usize, Grade)) -> bool {
    let kind =
        |at: usize| is_institution(text.word(at)) || is_institution(super::sounds::less_s(text.word(at)));
    let after = kind(to) || kind(to + 1) && is_generic(text.word(to));
    let beside = from.checked_sub(1).is_some_and(kind) || after;
    let long = word.glued.len() > 6 && grade > Grade::Slip;
    let whole = to == from + 1;
    let named = whole || (from..to).all(|at| text.capital(at));
    let kindly = beside && (grade > Grade::Slip || text.capital(from)) && (whole || text.capital(from));
    !(whole && text.ordinary(from)) && (kindly || usual && long && named && !as_town(text, from))
}

/// The run of telling words, and its beginnings and ends of two words or more.
fn runs<'a>(telling: &[&'a str]) -> Vec<Vec<&'a str>> {
    let light = |word: &str| word.len() < 3 || is_generic(word);
    let heavy = |run: &[&str]| run.iter().filter(|word| !light(word)).count();
    let mut runs = vec![telling.to_vec()];
    for at in 1..telling.len() {
        let (head, tail) = telling.split_at(at);
        let ends = [head, tail]
            .into_iter()
            .filter(|run| heavy(run) > 1 && !run.last().is_some_and(|word| light(word)));
        runs.extend(ends.map(<[&str]>::to_vec));
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Whether a name without the word for its kind is meant as a name.
fn is_meant(run: &Phrase, text: &Text, (from, to, grade): (usize, usize, Grade)) -> bool {
    let before =
        from.checked_sub(1).is_some_and(|at| is_institution(text.word(at)) && !text.gap(from).has(Gap::STOP));
    let kind = before
        || (to..to + 2)
            .any(|at| is_institution(super::sounds::less_s(text.word(at))) || is_institution(text.word(at)));
    let beside = before || is_institution(text.word(to));
    let capital = text.capital(from);
    if run.len() > 1 {
        let all = (from..to).all(|at| text.capital(at) || text.word(at).len() < 4);
        return kind
            || if run.ordinary() || grade < Grade::Form { all } else { capital || run.glued.len() > 5 };
    }
    let odd = !run.ordinary() && !text.ordinary(from);
    let shaped = capital && run.glued.len() > 3;
    (kind && odd || (beside || kind && text.stands_out(from)) && grade > Grade::Slip)
        || (shaped && (odd || (grade > Grade::Slip && text.stands_out(from))))
}

/// The initials of all words, without small ones, and of the telling words.
fn initials(words: &[&str], telling: usize) -> Vec<String> {
    let of = |words: &[&str], all: bool| -> String {
        let small = |word: &&&str| all || !matches!(**word, "of" | "the" | "and" | "at" | "y" | "yr");
        words.iter().filter(small).filter_map(|word| word.chars().next()).collect()
    };
    let first = words.get(..telling.min(words.len())).unwrap_or_default();
    let last = words.get(telling.min(words.len()).saturating_sub(1)..).unwrap_or_default();
    let mut found = vec![of(words, true), of(words, false), of(first, true), of(last, false)];
    let generic = words.iter().position(|word| is_generic(word)).and_then(|at| words.get(at..));
    found.extend(generic.map(|rest| of(rest, false)));
    found.retain(|initials| initials.len() > 2 && !USED.contains(&format!(" {initials} ")));
    found.sort();
    found.dedup();
    found
}
