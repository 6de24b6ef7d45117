//! A person's name before one text: which of its words name that person.

use super::given_names::{is_cut, is_given, is_kin, is_title};
use super::known::Known;
use super::person::Person;
use super::phrase::{End, Graded};
use super::sounds::{Grade, Word};
use super::tokens::{Entry, Gap, Text};

/// A name before one text.
pub(super) struct Sight<'a> {
    of: &'a Person,
    text: &'a Text,
    known: &'a Known<'a>,
    first: Graded<'a>,
    /// Which different words of the text are the first name cut short.
    short: Vec<Option<Grade>>,
    middle: Vec<Graded<'a>>,
    lasts: Vec<Graded<'a>>,
}

impl<'a> Sight<'a> {
    pub fn new(of: &'a Person, text: &'a Text, known: &'a Known<'a>) -> Self {
        let graded = |words: &'a [Word]| words.iter().map(|word| Graded::new(word, text)).collect();
        Self {
            of,
            text,
            known,
            first: Graded::new(&of.first, text),
            short: text.entries.iter().map(|entry| cut_short(entry, &of.first.text)).collect(),
            middle: graded(&of.middle),
            lasts: graded(&of.lasts),
        }
    }

    /// The place that begins here.
    pub fn at(&self, at: usize) -> Option<(usize, usize)> {
        if !self.may(at) || self.known.is_named(at) {
            return None;
        }
        let first = self.first_at(at).and_then(|first| {
            self.first_then_last(at, first).or_else(|| self.first_alone(at, first).then_some(first.0))
        });
        let last = || self.initials_then_last(at).or_else(|| self.last_first(at));
        let to = first.or_else(last).or_else(|| self.middle_alone(at)).or_else(|| self.initials_alone(at))?;
        Some((at, to))
    }

    /// Whether the name can begin with this word at all.
    fn may(&self, at: usize) -> bool {
        let short = || self.text.tokens.get(at).and_then(|token| self.short.get(token.entry)?.as_ref());
        let words = || self.lasts.iter().chain(&self.middle).any(|word| word.may_begin(at));
        self.first.may_begin(at) || self.is_initial(at) || short().is_some() || words()
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
                let thing = !single && at.checked_sub(1).is_some_and(|at| is_pointing(text.word(at)));
                !is_calendar(word) && !thing && (text.stands_out(at) || sole)
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

    /// A word in pieces is a name where no piece is a small word of the language, or where they hang together.
    fn pieces(&self, at: usize, to: usize) -> bool {
        let text = self.text;
        let single = |at: usize| text.word(at).len() == 1;
        let odd = |at: usize| text.word(at).len() > 2 && !text.ordinary(at);
        let tight = |at: usize| !text.apart(at) || text.gap(at).has(Gap::DASH) && text.gap(at).has(Gap::LINE);
        to == at + 1
            || (at..to).all(|at| single(at) || text.capital(at))
            || (at + 1..to).all(tight)
            || (at..to).all(odd)
            || text.capital(at) && (at..to).all(|at| !is_a_word(text.word(at)) && !is_given(text.word(at)))
            || (at..to).any(|at| text.apart(at) && is_no_word(text.word(at)))
    }

    /// Whether a double first name in its parts is this person's.
    pub fn is_double(&self, (from, to, grade): (usize, usize, Grade)) -> bool {
        let free = !self.known.is_named(from) && !self.known.is_first(self.text.word(from));
        free && to > from + 1 && self.text.capital(from) && grade > Grade::Slip
    }

    /// A second first name by which nobody else is likely to be called.
    fn middle_alone(&self, at: usize) -> Option<usize> {
        let text = self.text;
        let (to, middle) = self.middle.iter().find_map(|middle| Some((middle.at(at)?.0, middle.word)))?;
        let odd = |word: &str| word.len() > 4 && !self.known.is_part(word) && !is_given(word);
        let own = !middle.ordinary && odd(&middle.text);
        (own && to == at + 1 && text.capital(at) && !text.ordinary(at) && odd(text.word(at))).then_some(to)
    }

    /// "G.P." for Gwen Pugh: two initials with stops, which are no abbreviation that everybody uses.
    fn initials_alone(&self, at: usize) -> Option<usize> {
        const USED: &str = " am pm gp pe sw hv ta uk us it tv po mp eg ie nb ad bc cv id ok pc rc ";
        let text = self.text;
        let last = self.of.lasts.first()?.text.get(..1)?;
        let own = text.word(at) == self.of.first.text.get(..1)? && text.word(at + 1) == last;
        let stops = text.gap(at + 1) == Gap::only(Gap::STOP) && text.gap(at + 2).has(Gap::STOP);
        let whole = (at == 0 || text.apart(at)) && text.word(at + 2).len() != 1;
        let used = USED.contains(&format!(" {}{last} ", text.word(at)));
        (own && stops && whole && !used && self.is_initial(at) && self.is_initial(at + 1)).then_some(at + 2)
    }

    fn last_alone(&self, at: usize, to: usize, grade: Grade) -> bool {
        let text = self.text;
        let letters: usize = (at..to).map(|at| text.word(at).len()).sum();
        let free = self.of.lasts.iter().all(|last| !self.known.is_last(&last.text));
        let parted = to > at + 1 && text.word(at).len() == 1 && !is_a_word(text.word(at));
        let own = !self.last_is_ordinary() && (parted || !text.ordinary(at));
        let odd = free && self.pieces(at, to) && own && letters > 3;
        odd && match grade {
            Grade::Same => text.capital(at) || letters > 5,
            Grade::Form => false,
            _ => text.capital(at) && letters > 4 && !is_given(text.word(at)),
        }
    }
}

/// Whether a word is a name cut short, as people do it or as a slip.
fn cut_short(entry: &Entry, name: &str) -> Option<Grade> {
    let word = entry.word.as_str();
    if word.as_bytes().first() != name.as_bytes().first() {
        return None;
    }
    if entry.stem.as_deref().is_some_and(|stem| is_cut(stem, name)) {
        return Some(Grade::Form);
    }
    let cut = word.len() > 2 && word.len() + 1 < name.len() && name.starts_with(word);
    cut.then_some(Grade::Slip)
}

/// Whether a piece of a name is a word by itself: "Ian to ring" is no Ianto, "Ann a lift" no Anna.
fn is_a_word(piece: &str) -> bool {
    const SMALL: &str = " a i o y ad ag ah am an ar as at ax be by da do ei ex go ha he hi id if in is it la ma me mi \
        mo my na ni no of oh ok on or os ox oy pa re sa si so ti to ty un up us we ye yn yr yw ant arm bag ban bat bed \
        ben bet bit box boy bus but can cap car cup day den did dog ear eat egg end era eye fan far fed few fin fit \
        for fun gas get got had ham hat her hid him his hot its let man men met net our out own pan pen pet ran sad \
        sat see set she sit son ten tea the thin tie too two van was way wet who win yes yet you ";
    SMALL.contains(&format!(" {piece} ")) || piece.len() > 1 && super::ordinary::is_ordinary(piece)
}

/// Whether no word is written so: two letters or more without a vowel, and nothing that people write short.
fn is_no_word(piece: &str) -> bool {
    const SHORT: &str = " mr mrs ms dr st pm tv hv sw sg pc ft km kg cm mm ll nd rd bbc nhs dvd gps ";
    piece.len() > 1
        && !piece.contains(|sign| "aeiouwy".contains(sign))
        && !SHORT.contains(&format!(" {piece} "))
}

/// Whether a thing follows this word rather than somebody's name: "the Summer term".
fn is_pointing(word: &str) -> bool {
    matches!(word, "the" | "this" | "last" | "next" | "every" | "a")
}

/// Whether a capital comes from the calendar, not from a name.
fn is_calendar(word: &str) -> bool {
    const DAYS: &str = " january february march april may june july august september october november december \
        monday tuesday wednesday thursday friday saturday sunday easter christmas ";
    DAYS.contains(&format!(" {word} "))
}
