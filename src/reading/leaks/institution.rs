//! A school or surgery: its name in full or shortened, or its initials.

use super::numbers::Spans;
use super::phrase::Phrase;
use super::places::{is_generic, is_institution};
use super::sounds::{Grade, Word};
use super::tokens::{Gap, Text};

/// A school or surgery by its name.
pub(super) struct Institution {
    whole: Phrase,
    /// The words that tell it from others, from the longest run to the shortest.
    telling: Vec<Phrase>,
    initials: Vec<String>,
    /// The surname of the doctor it is called after.
    doctor: Option<Phrase>,
}

/// Initials that everybody in a plan uses for something else.
const USED: &str = " camhs taf tac cin cic cp gp sen senco ehcp ehc marac mash nhs pip dwp la cla lac pru eal mdt iro pep \
    pcso lado mappa asd adhd nspcc phse pshe sats dbs esa hmrc cafcass uasc ";

impl Institution {
    pub fn new(value: &str) -> Self {
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
            telling: runs(&telling).into_iter().map(|run| Phrase::new(run, Word::of_place)).collect(),
            initials: initials(
                &words,
                telling.len() + words.iter().take_while(|word| is_generic(word)).count(),
            ),
            doctor: doctor.map(|surname| Phrase::new([*surname], Word::of_place)),
        }
    }

    pub fn places(&self, text: &Text) -> Spans {
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
    let capital = text.capital(from);
    if run.len() > 1 {
        let all = (from..to).all(|at| text.capital(at) || text.word(at).len() < 4);
        return kind
            || if run.ordinary() || grade < Grade::Form { all } else { capital || run.glued.len() > 5 };
    }
    let odd = !run.ordinary() && !text.ordinary(from);
    let shaped = capital && run.glued.len() > 3;
    (kind && (odd || grade > Grade::Slip))
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
