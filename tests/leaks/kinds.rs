//! Each kind of secret: ways in which it shows, and what only looks like it.

use team_around::reading::leaks::{Scan, Secret, SecretKind, SecretKind::*};

/// Who may be named in the copies of these cases.
const ALLOWED: [&str; 3] = ["Dilys Arkwright", "Owain Arkwright", "Marta Quennell"];

fn shown(kind: SecretKind, value: &str, text: &str) -> Vec<String> {
    let scan = Scan::new(&[Secret { kind, value: value.to_owned() }], &ALLOWED);
    scan.hits(text).into_iter().map(|hit| text[hit.start..hit.end].to_owned()).collect()
}

#[track_caller]
pub fn shows(kind: SecretKind, value: &str, text: &str, place: &str) {
    assert_eq!(shown(kind, value, text), [place], "{text}");
}

#[track_caller]
pub fn hidden(kind: SecretKind, value: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(shown(kind, value, text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn an_address_shows_by_its_street() {
    let value = "22 Cotterill Lane, Pendlow";
    shows(Address, value, "They moved to Cotterill Ln in May.", "Cotterill Ln");
    shows(Address, value, "Come to twenty-two Coterill Lane.", "twenty-two Coterill Lane");
    shows(Address, value, "Cotterill Lane, the door with 22 on it.", "Cotterill Lane, the door with 22");
    hidden(Address, value, &["The lane was closed at 22.", "Pendlow has a library.", "Room 22 is free."]);
}

#[test]
fn a_postcode_shows_in_parts() {
    let value = "XK4 7DB";
    shows(Postcode, value, "Somewhere in XK4, he said.", "XK4");
    shows(Postcode, value, "Post to xk47db please.", "xk47db");
    shows(Postcode, value, "It was ex kay four, seven dee bee.", "ex kay four, seven dee bee");
    hidden(Postcode, value, &["The hub is at XK4 2AA.", "He was 4 on the 7th."]);
}

#[test]
fn a_telephone_number_shows_without_its_area() {
    let value = "0118 496 0417";
    shows(Telephone, value, "Ring 496-0417.", "496-0417");
    shows(Telephone, value, "Ring +44 (0)118 4960417.", "44 (0)118 4960417");
    hidden(Telephone, value, &["Ring 0116 496 0417.", "Ring 0118 496 0418.", "0118 is the area."]);
}

#[test]
fn an_email_shows_by_its_first_half() {
    let value = "ivo.lark9@post.example.org";
    shows(
        Email,
        value,
        "ivo dot lark9 at post dot example dot org",
        "ivo dot lark9 at post dot example dot org",
    );
    shows(Email, value, "She is ivolark9 there.", "ivolark9");
    hidden(Email, value, &["Write to the team at post.example.org.", "Ivo saw a lark."]);
}

#[test]
fn a_name_shows_in_its_forms() {
    let value = "Leopold Winstanley";
    shows(Name, value, "Winstanley, L. was there.", "Winstanley, L");
    shows(Name, value, "Mr Winstandley rang.", "Winstandley");
    shows(Name, value, "Leo Winstanley's van", "Leo Winstanley's");
    hidden(Name, value, &["A lion called Leonard.", "Winston is a hamster."]);
}

#[test]
fn a_surname_that_is_shared_shows_only_with_more() {
    let value = "Bryn Arkwright";
    hidden(Name, value, &["The Arkwright family", "Dilys Arkwright rang.", "Owain and Marta Quennell met."]);
    shows(Name, value, "B. Arkwright rang.", "B. Arkwright");
    shows(Name, value, "Mr Arkwright rang.", "Arkwright");
}

#[test]
fn a_name_that_is_a_word_shows_only_as_a_name() {
    let value = "Grace Field";
    hidden(ChildName, value, &["Grace at table matters.", "The field has grace.", "We said grace."]);
    shows(ChildName, value, "She played with Grace today.", "Grace");
}

#[test]
fn an_informant_shows_by_house_or_relation() {
    shows(Informant, "Nora Beavis (paternal aunt)", "A paternal aunt told us.", "paternal aunt");
    shows(Informant, "Nora Beavis (neighbour at no. 9)", "The man at number 9 told us.", "number 9");
    hidden(Informant, "Nora Beavis (neighbour at no. 9)", &["There were 9 visits.", "Bus number 9 is late."]);
}

#[test]
fn an_alias_shows_as_a_whole_or_without_the_kin() {
    shows(Alias, "Uncle Bodger", "bodger came too.", "bodger");
    shows(Alias, "Little Red", "It was lil red who rang.", "lil red");
    hidden(Alias, "Red", &["Red is the best colour.", "in the red zone"]);
}

#[test]
fn schools_and_surgeries_show_by_what_tells_them() {
    shows(
        School,
        "Copperthwaite Lane Primary School",
        "He goes to Copperthwaite Lane.",
        "Copperthwaite Lane",
    );
    shows(School, "Moss End Primary School", "The MEPS bus is late.", "MEPS");
    hidden(School, "Castle Academy", &["The castle was shut.", "The academy has a hall."]);
    shows(Surgery, "Dr Esme Lockyer and Partners", "Dr Lockyer rang.", "Lockyer");
    hidden(Surgery, "Valley Surgery", &["After surgery she slept.", "The valley was green."]);
}

#[test]
fn a_birth_date_shows_without_its_year() {
    let value = "04/10/2018";
    shows(BirthDate, value, "Her party is on the fourth of October.", "fourth of October");
    shows(BirthDate, value, "Born 2018-10-04.", "2018-10-04");
    shows(BirthDate, value, "Her birthday, 4 October 2026, is a Sunday.", "4 October 2026");
    hidden(BirthDate, value, &["Review: 4 October 2026.", "The 4th of the month", "October was wet."]);
}

#[test]
fn a_registration_shows_in_halves() {
    let value = "YA21 LMN";
    shows(Registration, value, "It ends in LMN and begins with YA21.", "LMN and begins with YA21");
    shows(Registration, value, "ya2l lmn", "ya2l lmn");
    hidden(Registration, value, &["The YA21 form", "LMN is a group."]);
}

#[test]
fn listed_words_show_in_any_dress() {
    shows(Words, "safe house", "In the SAFE-HOUSE.", "SAFE-HOUSE");
    shows(Words, "refuge", "the réfuge\u{200b} garden", "réfuge");
    hidden(Words, "refuge", &["They refused."]);
}
