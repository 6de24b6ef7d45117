//! What somebody listed as never to be in a copy, as people would write it.

use team_around::reading::leaks::{Hit, Scan, Secret, SecretKind};

/// What shows of a line, and whether that is only a part of it which may say less. A name in it says as much as all of it.
fn shown(line: &str, text: &str) -> Vec<(String, bool)> {
    let scan = Scan::new(&[Secret { kind: SecretKind::Words, value: line.to_owned() }], &["Dilys Arkwright"]);
    let of = |hit: Hit| (text[hit.start..hit.end].to_owned(), hit.part);
    scan.hits(text).into_iter().map(of).collect()
}

#[track_caller]
fn part(line: &str, text: &str, place: &str) {
    assert_eq!(shown(line, text), [(place.to_owned(), true)], "{line}: {text}");
}

#[track_caller]
fn whole(line: &str, text: &str, place: &str) {
    assert_eq!(shown(line, text), [(place.to_owned(), false)], "{line}: {text}");
}

#[track_caller]
fn hidden(line: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(shown(line, text), [], "{line}: {text}");
    }
}

#[test]
fn a_refuge_shows_by_its_name() {
    let line = "Refuge Hafan Wen";
    whole(line, "She is at refuge hafan wen now.", "refuge hafan wen");
    part(line, "She is at hafan wen now.", "hafan wen");
    part(line, "hafanwen", "hafanwen");
    whole(line, "She likes Hafan.", "Hafan");
    part("Hafan Wen hostel", "They went to HafanWen.", "HafanWen");
    part("refuge hafan wen", "He is at Hafan Wen.", "Hafan Wen");
    hidden(line, &["A refuge was full.", "Wen is a word.", "The Refuge Service rang."]);
}

#[test]
fn a_school_shows_without_the_words_for_its_kind() {
    part("St Mary's Primary School", "She starts at st marys in January.", "st marys");
    whole("St Mary's Primary School", "Saint Mary’s rang.", "Saint Mary’s");
    part("Ysgol Gymraeg Maes Glas", "He starts at Maes Glas in January.", "Maes Glas");
    part("Puddleduck Nursery", "A place at Puddleduck.", "Puddleduck");
    whole("the Larkhill Surgery", "Larkhill rang.", "Larkhill");
    whole("St Mary's Primary School", "She goes to Marys.", "Marys");
    hidden("St Mary's Primary School", &["Mary is at school.", "The primary school is shut."]);
    hidden("missed school on Mondays", &["Missed calls matter.", "Monday is fine.", "She is at school."]);
    part("Dr Arkwright, Larkhill Surgery", "Dr Arkwright rang.", "Dr Arkwright");
    hidden("Dr Arkwright, Larkhill Surgery", &["Dilys Arkwright rang.", "The surgery rang."]);
    hidden("Hospital appointment on Monday", &["An appointment was kept.", "The hospital rang on Monday."]);
    hidden("hospital appointment letters", &["Appointment letters came.", "An appointment"]);
    hidden("his mental health", &["Her mental arithmetic", "the health visitor"]);
    hidden("stealing from the youth group", &["The youth is ten.", "Stealing is wrong."]);
}

#[test]
fn a_place_shows_alone() {
    part("Refuge in Llanelli", "They are in Llanelli.", "Llanelli");
    part("Refuge in Llanelli", "They live in llanelli now.", "llanelli");
    whole("works nights at Cawdwell", "He is at Cawdwell.", "Cawdwell");
    part("22 Heol y Felin, Pontardawe", "They are in Pontardawe.", "Pontardawe");
    part("22 Heol y Felin, Pontardawe", "It is on heol y felin.", "heol y felin");
    hidden("Refuge in Llanelli", &["They live in London.", "The refuge rang."]);
    hidden("starts in January", &["It begins in January.", "In January we meet."]);
    part("Mum moved to Llanelli with Kev", "They are in Llanelli.", "Llanelli");
    part("Swansea Women's Aid", "She is in Swansea.", "Swansea");
    hidden("Swansea Women's Aid", &["Women's Aid rang."]);
    hidden("with her mum, at night", &["At night he wakes.", "Her mum rang."]);
    hidden("Her Health Visitor, Ann", &["The health visitor rang.", "Ann rang."]);
}

#[test]
fn ordinary_words_of_a_line_are_no_alarm() {
    let line = "red Corsa QX07 ZZP";
    whole(line, "They drove off in a red C0rsa.", "C0rsa");
    whole(line, "A Corsa was seen.", "Corsa");
    hidden(line, &["She likes red.", "Red is a colour.", "the red book", "Room 07"]);
    hidden("works nights", &["She wakes most nights.", "Nobody works on Sunday.", "He works hard."]);
    hidden("the house with the red door", &["The red house", "A red door", "She shut the door."]);
    hidden("safe house", &["She is safe.", "At her house", "The House is safe."]);
    hidden("22 Heol y Felin, Pontardawe", &["Room 22 is free.", "y mae hi"]);
}
