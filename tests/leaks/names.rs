//! A field for a name that holds more than a name: what else stands there is not allowed with it.

use team_around::reading::leaks::{Scan, Secret, SecretKind::*};

fn secrets() -> Vec<Secret> {
    let of = |(kind, value): (_, &str)| Secret { kind, value: value.to_owned() };
    [
        (Name, "Delyth Pryce"),
        (ChildName, "Mali Pryce"),
        (Informant, "Rhian Cadwaladr"),
        (Words, "Refuge Hafan Wen"),
    ]
    .map(of)
    .into()
}

/// What shows in a text where these are the fields of who may be named.
fn shown(allowed: &str, text: &str) -> Vec<String> {
    let hits = Scan::new(&secrets(), &["Ifan Pryce", allowed]).hits(text);
    hits.into_iter().map(|hit| text[hit.start..hit.end].to_owned()).collect()
}

#[test]
fn what_else_stands_in_the_field_of_a_name_is_not_allowed() {
    for (field, place) in [
        ("Eirlys Pryce (Delyth's mum)", "Delyth's"),
        ("Tunde Adeyemi, ex of Delyth Pryce", "Delyth Pryce"),
        ("Tunde Adeyemi ex of Delyth Pryce", "Delyth Pryce"),
        ("Ifan at Hafan Wen", "Hafan Wen"),
        ("Ifan, says Rhian Cadwaladr", "Rhian Cadwaladr"),
        ("Ifan says Rhian Cadwaladr", "Rhian Cadwaladr"),
        ("Ifan and Mali", "Mali"),
        ("Ifan a Mali", "Mali"),
        ("Ifan & Mali", "Mali"),
        ("Delyth's mum Eirlys", "Delyth's"),
        ("Ifan - Delyth", "Delyth"),
        ("Ifan Delyth Pryce", "Delyth Pryce"),
        ("Ifan Delyth", "Delyth"),
        ("Ifan Hafan Wen", "Hafan Wen"),
        ("mum of Delyth", "Delyth"),
        ("ifan and delyth", "delyth"),
        ("Ifan/Mali", "Mali"),
        ("Ifan\nMali", "Mali"),
    ] {
        let shown = shown(field, field);
        assert!(shown.iter().any(|words| words == place), "{field}: {shown:?}");
    }
    assert_eq!(shown("Delyth's mum Eirlys", "He saw Delyth's mum Eirlys."), ["Delyth's"]);
}

#[test]
fn a_name_that_is_only_a_name_is_allowed() {
    for name in [
        "Eirlys Pryce",
        "Ifan Pryce",
        "Delyth Owen",
        "Tunde Adeyemi",
        "Maria de la Cruz",
        "Owain ap Rhys",
        "Seán O'Brien",
        "Lee-Roy Pryce",
        "Dr Gwen Pryce",
        "ifan pryce",
        "IFAN PRYCE",
        "Ifan (Iffy) Pryce",
    ] {
        assert_eq!(shown(name, name), Vec::<String>::new(), "{name}");
    }
    assert_eq!(shown("Eirlys Pryce (Delyth's mum)", "Eirlys Pryce rang."), Vec::<String>::new());
    assert_eq!(shown("Delyth Owen", "Delyth rang."), Vec::<String>::new());
}
