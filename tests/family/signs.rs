//! What nobody sees turns nothing round: whoever approves a copy reads what a search reads, and what goes.  reliability.md T18

use crate::family::{approve, copy, day, id, out, record};
use team_around::reading::family::{Decision, Undecided, decide, prepared, release};
use team_around::reading::page::{Phrases, document};
use team_around::record::{Place, Record, RowId};
use team_around::words::{Language, Words};

const UNSEEN: [char; 12] = [
    '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}',
    '\u{2069}', '\u{200e}', '\u{200f}', '\u{61c}',
];

fn dean(words: &str) -> (Record, RowId) {
    let mut record = record();
    let dean = copy(&mut record, &["p-dean"], &["c-tia"]);
    record.plan.why = "There has been shouting and hitting.".into();
    let reworded = Decision::Reword { words: words.into(), language: String::new() };
    let place = Place::read("plan/why").unwrap();
    decide(&mut record, &dean, &place, (reworded, "Sioned Notreal"), id("d-1")).unwrap();
    (record, dean)
}

#[test]
fn words_that_are_turned_round_go_as_they_are_searched() {
    let (mut record, dean) =
        dean("They are at \u{202e}teertS lliM 81\u{202c} now, in \u{2067}a flat\u{2069}.");
    let made = prepared(&record, &dean).unwrap();
    let words = "They are at teertS lliM 81 now, in a flat.";
    assert!(made.sentences.iter().any(|said| said.words == words), "{:?}", made.sentences);
    approve(&mut record, &dean);
    let given = release(&record, &dean, day("2026-03-04").get().unwrap()).unwrap();
    let say = |key: &str| Words::of(Language::English).say(key).map(str::to_owned);
    let html = document(&given, &Phrases { say: &say, language: "en" });
    assert!(html.contains(&format!("<p dir=\"auto\">{words}</p>")), "{html}");
    assert!(!out(&made).contains(UNSEEN) && !html.contains(UNSEEN));
    // What was typed stays in the record as it was typed.
    assert!(record.sharing.choices[0].wording.contains('\u{202e}'));
}

#[test]
fn an_address_that_is_hidden_among_them_is_found() {
    for words in ["At 18 \u{202d}Mill\u{202c} Street.", "At 18 M\u{200f}ill St\u{2066}reet\u{2069}."] {
        let (record, dean) = dean(words);
        let found = prepared(&record, &dean).unwrap();
        assert!(!found.leaks.is_empty(), "{words:?}");
        assert!(found.leaks.iter().all(|leak| leak.words == "18 Mill Street"), "{:?}", found.leaks);
    }
}

/// Among letters that run from the left a mark only turns numbers round: this one was read as 07700 900 431.
#[test]
fn a_mark_turns_no_number_round_and_stays_where_it_is_of_use() {
    let urdu = "ٹیا اچھا سوتی ہے\u{200f}!";
    for (words, goes) in [("\u{200f}Ring 431\u{200f} 900\u{200f} 07700", "Ring 431 900 07700"), (urdu, urdu)]
    {
        let (record, dean) = dean(words);
        let made = prepared(&record, &dean).unwrap();
        assert!(made.sentences.iter().any(|said| said.words == goes), "{words:?}: {:?}", made.sentences);
    }
}

#[test]
fn a_name_is_straight_wherever_it_stands() {
    let (mut record, dean) = dean("There has been shouting.");
    record.people[1].name = "Dean \u{202e}Madeup".into();
    record.children[0].preferred_name = "\u{2067}Tia\u{2069}".into();
    record.plan.actions[0].owner = team_around::record::Link::to(&id("p-dean"));
    let copy = prepared(&record, &dean).unwrap().copy;
    assert_eq!((copy.reader.as_str(), copy.children), ("Dean Madeup", vec!["Tia".to_owned()]));
}

#[test]
fn nothing_but_what_nobody_sees_is_no_other_words() {
    let (mut record, dean) = dean("There has been shouting.");
    let nothing = Decision::Reword { words: "\u{202e} \u{200f}".into(), language: String::new() };
    let place = Place::read("plan/why").unwrap();
    let lacks = decide(&mut record, &dean, &place, (nothing, "Sioned Notreal"), id("d-2"));
    assert_eq!(lacks, Err(Undecided::NoWords));
}
