//! What the record says of an informant in brackets: where they live, or who they are to the child.

use super::numbers::Spans;
use super::phrase::Phrase;
use super::sounds::Word;
use super::tokens::Text;

/// What the record says of somebody in brackets.
pub(super) enum Note {
    House(String),
    Relation(Phrase),
}

impl Note {
    /// Nothing where the note is empty or one word without a number.
    pub fn new(note: &str) -> Option<Self> {
        let text = Text::read(note);
        let words = |at: usize| text.word(at).to_owned();
        if let Some(at) = (0..text.len()).find(|at| text.is_number(*at)) {
            return Some(Self::House(words(at)));
        }
        let relation: Vec<String> = (0..text.len()).map(words).filter(|word| word != "the").collect();
        (relation.len() > 1)
            .then(|| Self::Relation(Phrase::new(relation.iter().map(String::as_str), Word::of_person)))
    }

    pub fn places(&self, text: &Text) -> Spans {
        match self {
            Self::Relation(phrase) => {
                phrase.in_text(text).all().into_iter().map(|(from, to, _)| (from, to)).collect()
            }
            Self::House(number) => {
                let house = |at: usize| {
                    let cue =
                        matches!(text.word(at.checked_sub(1)?), "no" | "number" | "house" | "flat" | "door");
                    let at_it = matches!(text.word(at.checked_sub(2)?), "at" | "from" | "in" | "of" | "to");
                    (cue && at_it && text.word(at) == number).then_some((at - 1, at + 1))
                };
                (0..text.len()).filter_map(house).collect()
            }
        }
    }
}
