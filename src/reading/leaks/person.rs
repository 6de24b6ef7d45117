//! A person's name: full, turned round, with initials or a title, or one half of it alone.

use super::given_names::is_title;
use super::known::Known;
use super::note::Note;
use super::numbers::Spans;
use super::phrase::Phrase;
use super::sight::Sight;
use super::sounds::Word;
use super::tokens::Text;

/// A name as the record has it.
pub(super) struct Person {
    pub first: Word,
    pub middle: Vec<Word>,
    /// The surname, and the halves of a double one.
    pub lasts: Vec<Word>,
    note: Option<Note>,
    glued: Phrase,
    /// The parts of a double first name, each of which may be written in another form.
    double: Option<Phrase>,
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
        let first = *parts.first().or(last.as_ref())?;
        let double: Vec<String> = first.split('-').map(joined).filter(|part| part.len() > 1).collect();
        let double = Some(double).filter(|parts| parts.len() > 1);
        let double = double.map(|parts| Phrase::new(parts.iter().map(String::as_str), Word::of_person));
        let first = Word::of_person(&joined(first));
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
        Some(Self { first, middle, lasts, note: Note::new(note), glued, double })
    }

    /// Where the text names this person. Who may be named is left out.
    pub fn places(&self, text: &Text, known: &Known) -> Spans {
        let sight = Sight::new(self, text, known);
        let mut found: Spans = (0..text.len()).filter_map(|at| sight.at(at)).collect();
        let double = self.double.iter().flat_map(|double| double.in_text(text).all());
        found.extend(double.filter(|one| sight.is_double(*one)).map(|(from, to, _)| (from, to)));
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
