//! What is wrong with a pack, told to the person who writes it.

use super::finding::Severity;
use super::pack::{Departure, Figure, FigureName, Pack, PackRule, Phrase, Reading, ReadingName, Word};
use super::pack::{PackDocument, Weight};
use super::rules::RULES;
use crate::record::choice::codes;
use crate::record::{CodeSet, Place, Row, RowId, Section, Slot, State, Written};
use std::collections::HashSet;

codes! {
    /// A kind of fault. Its sentence stands in `words/` under `pack-fault.<code>`.
    PackFault "pack-fault" {
        /// The format is not `team-around-pack`.
        FormatWrong "format-wrong",
        /// The format's version is not 1.
        VersionUnknown "version-unknown",
        /// The id is blank, or holds something else than small letters, figures and `-`.
        IdMalformed "id-malformed",
        /// The pack has no title.
        TitleMissing "title-missing",
        /// A member that no pack has: most often a slip of the pen.
        MemberUnknown "member-unknown",
        /// A number or code that could not be read.
        NotRead "not-read",
        /// A document without a title.
        DocumentWithoutTitle "document-without-title",
        /// A figure that no rule asks for.
        FigureUnknown "figure-unknown",
        /// A figure said twice.
        FigureTwice "figure-twice",
        /// A figure without a number.
        FigureWithoutQuantity "figure-without-quantity",
        /// A length of time without a unit.
        FigureWithoutUnit "figure-without-unit",
        /// A reading that no rule asks for.
        ReadingUnknown "reading-unknown",
        /// A reading said twice.
        ReadingTwice "reading-twice",
        /// A value that this reading cannot have.
        ReadingValueUnknown "reading-value-unknown",
        /// A phrase without words.
        PhraseEmpty "phrase-empty",
        /// A rule that this version does not have.
        RuleUnknown "rule-unknown",
        /// A rule said twice.
        RuleTwice "rule-twice",
        /// A rule without a weight.
        SeverityMissing "severity-missing",
        /// A rule without the document's own word.
        WordMissing "word-missing",
        /// A rule that names no document.
        DocumentMissing "document-missing",
        /// A rule whose document is not on the pack's list.
        DocumentUnlisted "document-unlisted",
        /// A rule that names no heading.
        HeadingMissing "heading-missing",
        /// A weight that differs from the word, without saying so.
        DepartureUnmarked "departure-unmarked",
        /// A departure that says something else than the weight and the word do.
        DepartureMistaken "departure-mistaken",
        /// A departure without a reason in both languages.
        DepartureWithoutReason "departure-without-reason",
    }
}

/// Something wrong at one place of a pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What.
    pub what: PackFault,
    /// Where: a member of the pack, or of one row of its lists.
    pub place: Place,
    /// What stands there, or what its sentence needs to name; may be empty.
    pub typed: String,
}

impl Pack {
    /// All that is wrong with it: its head, then its documents, figures, readings, phrases and
    /// rules. A pack without faults can be composed without losing anything.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Faults(Vec::new());
        faults.head(self);
        faults.members(self);
        faults.unread(self);
        faults.documents(&self.documents);
        faults.figures(&self.figures);
        faults.readings(&self.readings);
        faults.phrases(&self.phrases);
        faults.rules(self);
        faults.0
    }
}

struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, what: PackFault, place: Place, typed: &str) {
        self.0.push(Fault { what, place, typed: typed.to_owned() });
    }

    fn add_if(&mut self, wrong: bool, what: PackFault, place: Place, typed: &str) {
        if wrong {
            self.add(what, place, typed);
        }
    }

    fn head(&mut self, pack: &Pack) {
        let format = pack.format.trim();
        self.add_if(format != "team-around-pack", PackFault::FormatWrong, Pack::format.here(), format);
        let version = pack.version.get().map_or(String::new(), |version| version.to_string());
        self.add_if(version != "1", PackFault::VersionUnknown, Pack::version.here(), &version);
        let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let malformed = pack.id.is_empty() || !pack.id.chars().all(sound);
        self.add_if(malformed, PackFault::IdMalformed, Pack::id.here(), &pack.id);
        self.add_if(pack.title.is_blank(), PackFault::TitleMissing, Pack::title.here(), "");
    }

    fn members(&mut self, pack: &dyn Section) {
        for (key, _) in pack.carried() {
            self.add(PackFault::MemberUnknown, Place::home(""), key);
        }
        for slot in (0..pack.shape().fields.len()).filter_map(|index| pack.slot(index)) {
            let Slot::Rows(rows) = slot else { continue };
            for row in (0..rows.len()).filter_map(|index| rows.row(index)) {
                let place = Place { home: rows.shape().home, row: row.row_id().cloned(), key: None };
                for (key, _) in row.carried() {
                    self.add(PackFault::MemberUnknown, place.clone(), key);
                }
            }
        }
    }

    fn unread(&mut self, pack: &dyn Section) {
        pack.each_answer(&mut |place, _, answer| {
            if answer.state() == State::Unread {
                self.add(PackFault::NotRead, place.clone(), &answer.written());
            }
        });
    }

    fn documents(&mut self, documents: &[PackDocument]) {
        for row in documents {
            let place = PackDocument::title.at(row);
            self.add_if(row.title.is_blank(), PackFault::DocumentWithoutTitle, place, row.id.as_str());
        }
    }

    fn figures(&mut self, figures: &[Figure]) {
        self.twice(figures, PackFault::FigureTwice);
        for row in figures {
            let Some(name) = FigureName::read(row.id.as_str()) else {
                self.add(PackFault::FigureUnknown, Place::row(row), row.id.as_str());
                continue;
            };
            let quantity = Figure::quantity.at(row);
            let no_unit = is_length(name) && row.unit.is_blank();
            self.add_if(row.quantity.is_blank(), PackFault::FigureWithoutQuantity, quantity, name.code());
            self.add_if(no_unit, PackFault::FigureWithoutUnit, Figure::unit.at(row), name.code());
        }
    }

    fn readings(&mut self, readings: &[Reading]) {
        self.twice(readings, PackFault::ReadingTwice);
        for row in readings {
            let Some(name) = ReadingName::read(row.id.as_str()) else {
                self.add(PackFault::ReadingUnknown, Place::row(row), row.id.as_str());
                continue;
            };
            let unknown = !name.values().contains(&row.value.trim());
            let known = name.values().join(", ");
            self.add_if(unknown, PackFault::ReadingValueUnknown, Reading::value.at(row), &known);
        }
    }

    fn phrases(&mut self, phrases: &[Phrase]) {
        for row in phrases {
            let empty = !row.text.chars().any(char::is_alphanumeric);
            self.add_if(empty, PackFault::PhraseEmpty, Phrase::text.at(row), "");
        }
    }

    fn rules(&mut self, pack: &Pack) {
        self.twice(&pack.rules, PackFault::RuleTwice);
        for row in &pack.rules {
            let code = row.id.as_str();
            let unknown = !RULES.iter().any(|rule| rule.code == code);
            self.add_if(unknown, PackFault::RuleUnknown, Place::row(row), code);
            let severity = PackRule::severity.at(row);
            self.add_if(row.severity.is_blank(), PackFault::SeverityMissing, severity, code);
            self.add_if(row.word.is_blank(), PackFault::WordMissing, PackRule::word.at(row), code);
            self.source(pack, row);
            self.departure(row);
        }
    }

    fn source(&mut self, pack: &Pack, row: &PackRule) {
        let (place, document) = (PackRule::document.at(row), row.document.trim());
        if document.is_empty() {
            self.add(PackFault::DocumentMissing, place, row.id.as_str());
        } else if !pack.documents.iter().any(|listed| listed.id.as_str() == document) {
            self.add(PackFault::DocumentUnlisted, place, document);
        }
        let heading = PackRule::heading.at(row);
        self.add_if(row.heading.is_blank(), PackFault::HeadingMissing, heading, row.id.as_str());
    }

    fn departure(&mut self, row: &PackRule) {
        let (place, code) = (PackRule::departs.at(row), row.id.as_str());
        let (Some(weight), Some(word)) = (row.severity.get(), row.word.get()) else { return };
        let expected = departure(weight, word);
        if expected.is_some() && row.departs.is_blank() {
            self.add(PackFault::DepartureUnmarked, place, code);
        } else if row.departs.get() != expected {
            self.add(PackFault::DepartureMistaken, place, code);
        }
        let unexplained = row.because.is_blank() || row.because_cy.is_blank();
        let wrong = unexplained && !row.departs.is_blank();
        self.add_if(wrong, PackFault::DepartureWithoutReason, PackRule::because.at(row), code);
    }

    fn twice<R: Row>(&mut self, rows: &[R], what: PackFault) {
        let mut seen: HashSet<&RowId> = HashSet::new();
        for row in rows {
            self.add_if(!seen.insert(row.id()), what, Place::row(row), row.id().as_str());
        }
    }
}

/// Whether a figure is a length of time; the others are plain numbers.
fn is_length(name: FigureName) -> bool {
    !matches!(name, FigureName::DistributionSoon | FigureName::FamilyActions | FigureName::Quorum)
}

/// Whether a weight departs from the document's word (audit.md: must, should, may → ask, a
/// description → info). What is ours has no word to depart from.
fn departure(weight: Weight, word: Word) -> Option<Departure> {
    let by_word = match word {
        Word::Must => Severity::Must,
        Word::Should => Severity::Should,
        Word::May => Severity::Ask,
        Word::Describes => Severity::Info,
        Word::Ours => return None,
    };
    match super::compose::severity(weight).cmp(&by_word) {
        std::cmp::Ordering::Greater => Some(Departure::Raised),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Less => Some(Departure::Lowered),
    }
}
