//! A person's name: full, turned round, with initials or a title, or one half of it alone.

use super::given_names::{is_diminutive, is_given, is_kin, is_title};
use super::known::Known;
use super::note::Note;
use super::numbers::Spans;
use super::phrase::{End, Graded, Phrase};
use super::sounds::{Grade, Word};
use super::tokens::{Gap, Text};

/// A name as the record has it.
pub(super) struct Person {
    first: Word,
    middle: Vec<Word>,
    /// The surname, and the halves of a double one.
    lasts: Vec<Word>,
    note: Option<Note>,
    glued: Phrase,
}

impl Person {
    /// Takes "Title First Middle Last (note)"; nothing where there is no letter.
    pub fn new(value: &str) -> Option<Self> {
        let (name, note) = value.split_once('(').unwrap_or((value, ""));
        let joined = |part: &str| -> String { super::numbers::compact(part) };
        let parts: Vec<&str> = name.split_whitespace().filter(|part| !joined(part).is_empty()).collect();
        let titled = parts.first().is_some_and(|part| is_title(&joined(part)) && parts.len() > 1);
        let mut parts: Vec<&str> = parts.into_iter().skip(usize::from(titled)).collect();
        if let [.., before, last] = parts.as_slice()
            && parts.len() > 2
            && is_particle(&joined(before))
        {
            let whole = name.get(name.find(before)?..).unwrap_or(last);
            parts.truncate(parts.len() - 2);
            parts.push(whole);
        }
        let last = if parts.len() > 1 || titled { parts.pop() } else { None };
        let first = parts.first().or(last.as_ref()).map(|part| Word::of_person(&joined(part)))?;
        let mut lasts: Vec<Word> = last.iter().map(|last| Word::of_person(&joined(last))).collect();
        let halves = last
            .iter()
            .flat_map(|last| last.split('-'))
            .filter(|_| last.is_some_and(|last| last.contains('-')));
        lasts.extend(halves.map(|half| Word::of_person(&joined(half))).filter(|half| half.len() > 2));
        let middle = parts.iter().skip(1).map(|part| Word::of_person(&joined(part))).collect();
        let glued = Phrase::new(
            [first.text.as_str()].into_iter().chain(lasts.first().map(|l| l.text.as_str())),
            Word::of_person,
        );
        Some(Self { first, middle, lasts, note: Note::new(note), glued })
    }

    /// Where the text names this person. Who may be named is left out.
    pub fn places(&self, text: &Text, known: &Known) -> Spans {
        let graded = |words: &[Word]| -> Vec<usize> { (0..words.len()).collect() };
        let lasts = graded(&self.lasts)
            .into_iter()
            .filter_map(|at| self.lasts.get(at))
            .map(|word| Graded::new(word, text));
        let sight = Sight {
            of: self,
            text,
            known,
            first: Graded::new(&self.first, text),
            short: text.entries.iter().map(|entry| cut_short(&entry.word, &self.first.text)).collect(),
            middle: self.middle.iter().map(|word| Graded::new(word, text)).collect(),
            lasts: lasts.collect(),
        };
        let mut found: Spans = (0..text.len()).filter_map(|at| sight.at(at)).collect();
        if self.glued.len() > 1 {
            found.extend(self.glued.in_text(text).inside());
        }
        found.extend(self.note.iter().flat_map(|note| note.places(text)));
        found
    }
}

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "ni" | "nic"
            | "mac"
            | "mc"
            | "de"
            | "du"
            | "van"
            | "von"
            | "der"
            | "al"
            | "el"
            | "bin"
            | "ap"
            | "ab"
            | "st"
            | "la"
            | "le"
    )
}

/// A name before one text.
struct Sight<'a> {
    of: &'a Person,
    text: &'a Text,
    known: &'a Known<'a>,
    first: Graded<'a>,
    /// Which different words of the text are the first name cut short.
    short: Vec<Option<Grade>>,
    middle: Vec<Graded<'a>>,
    lasts: Vec<Graded<'a>>,
}

impl Sight<'_> {
    /// The place that begins here.
    fn at(&self, at: usize) -> Option<(usize, usize)> {
        if self.known.is_named(at) {
            return None;
        }
        let first = self.first_at(at).and_then(|first| {
            self.first_then_last(at, first).or_else(|| self.first_alone(at, first).then_some(first.0))
        });
        let to = first.or_else(|| self.initials_then_last(at)).or_else(|| self.last_first(at))?;
        Some((at, to))
    }

    fn first_at(&self, at: usize) -> Option<End> {
        let word = self.text.word(at);
        let own =
            || self.first.at(at).filter(|(_, grade)| *grade > Grade::Sound || !self.known.is_part(word));
        let short = || {
            let token = self.text.tokens.get(at)?;
            self.short.get(token.entry).copied().flatten().map(|grade| (at + 1, grade))
        };
        let found = own().or_else(short)?;
        let slip = found.1 < Grade::Form && self.text.ordinary(at) && !self.text.capital(at);
        (!slip).then_some(found)
    }

    fn last_at(&self, at: usize) -> Option<End> {
        if self.known.is_named(at) {
            return None;
        }
        let found = self.lasts.iter().filter_map(|last| last.at(at)).max_by_key(|(_, grade)| *grade)?;
        let other =
            found.1 < Grade::Form && (self.known.is_part(self.text.word(at)) || self.text.ordinary(at));
        (!other).then_some(found)
    }

    fn last_is_ordinary(&self) -> bool {
        self.of.lasts.first().is_some_and(|last| last.ordinary)
    }

    /// First name, perhaps others or their initials, and the surname or its initial.
    fn first_then_last(&self, at: usize, (to, grade): End) -> Option<usize> {
        let mut next = to;
        for middle in &self.middle {
            let initial =
                self.text.word(next).len() == 1 && middle.word.text.starts_with(self.text.word(next));
            next = middle.at(next).map_or(next + usize::from(initial), |(end, _)| end);
        }
        let initial =
            self.text.word(next).len() == 1 && !self.text.is_number(next) && self.last_at(next + 1).is_some();
        next += usize::from(initial);
        if let Some((end, last)) = self.last_at(next) {
            let said = self.text.capital(next) || self.text.shouts;
            let sure = grade == Grade::Same
                && last == Grade::Same
                && !(self.of.first.ordinary && self.last_is_ordinary());
            let plain = !self.last_is_ordinary() || said || sure;
            let alike = grade < Grade::Form && self.last_is_ordinary() && !self.text.capital(at);
            return (plain && !alike).then_some(end);
        }
        let capital = self.text.capital(to) && self.text.word(to).len() == 1;
        let initial = self.of.lasts.first().is_some_and(|last| last.text.starts_with(self.text.word(to)));
        let pronoun = self.text.word(to) == "i" && !self.text.gap(to + 1).has(Gap::STOP);
        let sure = self.text.capital(at) && !self.text.gap(to).has(Gap::STOP | Gap::COMMA);
        (capital && initial && !pronoun && sure && grade > Grade::Slip).then_some(to + 1)
    }

    fn first_alone(&self, at: usize, (to, grade): End) -> bool {
        let text = self.text;
        let word = text.word(at);
        if self.known.is_first(word) || is_kin(word) || self.of.first.len() < 3 {
            return false;
        }
        let quoted = text.quoted(at);
        let single = self.of.lasts.is_empty();
        let letters: usize = (at..to).map(|at| text.word(at).len()).sum();
        match grade {
            _ if to > at + 1 => self.pieces(at, to) && letters >= 4 && !self.of.first.ordinary,
            Grade::Same if text.ordinary(at) => {
                let sole = single && (quoted || self.is_called(at));
                !is_calendar(word) && (text.stands_out(at) || sole)
            }
            Grade::Same => text.capital(at) || letters >= 5,
            Grade::Form => {
                let ordinary = text.ordinary(at);
                text.capital(at) && letters > 2 && !is_calendar(word) && (!ordinary || text.stands_out(at))
            }
            _ => {
                text.capital(at)
                    && letters >= 4
                    && !text.ordinary(at)
                    && (grade == Grade::Sound && single || self.of.first.len() >= 5 && !is_given(word))
            }
        }
    }

    /// Whether somebody is addressed so in a quotation, or something is said to be this person's.
    fn is_called(&self, at: usize) -> bool {
        let text = self.text;
        let addressed = text.gap(at).has(Gap::QUOTE) && text.gap(at + 1).has(Gap::DASH | Gap::COMMA);
        let owns =
            text.capital(at) && !text.shouts && text.word(at).strip_suffix('s') == Some(&self.of.first.text);
        addressed || owns
    }

    /// "G. Pugh", "P A Holroyd", "I.P. Petrosyan": initials, the first or second of them the person's.
    fn initials_then_last(&self, at: usize) -> Option<usize> {
        let mut next = at;
        while next < at + 4 && self.is_initial(next) {
            next += 1;
        }
        let own = self.text.word(at) == self.of.first.text.get(..1)? || next > at + 1;
        let (end, _) = self.last_at(next).filter(|_| next > at && own)?;
        let said = self.text.capital(next) || !self.last_is_ordinary();
        (said && !self.text.gap(next).has(Gap::COMMA)).then_some(end)
    }

    fn is_initial(&self, at: usize) -> bool {
        self.text.capital(at) && self.text.word(at).len() == 1
    }

    /// The surname: before the first name, after a title, or alone.
    fn last_first(&self, at: usize) -> Option<usize> {
        let (to, grade) = self.last_at(at)?;
        let comma = self.text.gap(to).has(Gap::COMMA);
        let said = !self.last_is_ordinary() || (self.text.capital(at) && (comma || self.text.capitals(at)));
        if let Some((end, _)) = self.first_at(to).filter(|_| said && !self.known.is_named(to)) {
            return Some(end);
        }
        let initial = self.is_initial(to) && self.of.first.text.starts_with(self.text.word(to));
        if initial && comma && said {
            return Some(to + 1);
        }
        let titled = at.checked_sub(1).is_some_and(|before| is_title(self.text.word(before)));
        let near = grade > Grade::Slip || self.of.lasts.first().is_some_and(|last| last.len() > 4);
        if titled && near && (self.text.capital(at) || !self.last_is_ordinary()) {
            return Some(to);
        }
        self.last_alone(at, to, grade).then_some(to)
    }

    /// A word in pieces is a name where no piece is a small word of the language.
    fn pieces(&self, at: usize, to: usize) -> bool {
        let single = |at: usize| self.text.word(at).len() == 1;
        to == at + 1 || (at..to).all(|at| single(at) || self.text.capital(at))
    }

    fn last_alone(&self, at: usize, to: usize, grade: Grade) -> bool {
        let text = self.text;
        let letters: usize = (at..to).map(|at| text.word(at).len()).sum();
        let free = self.of.lasts.iter().all(|last| !self.known.is_last(&last.text));
        let odd =
            free && self.pieces(at, to) && !self.last_is_ordinary() && !text.ordinary(at) && letters > 3;
        odd && match grade {
            Grade::Same => text.capital(at) || letters > 5,
            Grade::Form => false,
            _ => text.capital(at) && letters > 4 && !is_given(text.word(at)),
        }
    }
}

/// Whether a word is a name cut short, as people do it or as a slip.
fn cut_short(word: &str, name: &str) -> Option<Grade> {
    if is_diminutive(word, name) {
        return Some(Grade::Form);
    }
    let cut = word.len() > 2 && word.len() + 1 < name.len() && name.starts_with(word);
    cut.then_some(Grade::Slip)
}

/// Whether a capital comes from the calendar, not from a name.
fn is_calendar(word: &str) -> bool {
    const DAYS: &str = " january february march april may june july august september october november december \
        monday tuesday wednesday thursday friday saturday sunday easter christmas ";
    DAYS.contains(&format!(" {word} "))
}
