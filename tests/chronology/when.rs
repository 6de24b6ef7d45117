//! Times as people write them; what each means was worked out by hand.

use proptest::prelude::*;
use team_around::record::When;

/// What was typed, the first and the last day that it says, and whether it says "about".
const READ: [(&str, &str, &str, bool); 44] = [
    ("14/03/2025", "2025-03-14", "2025-03-14", false),
    ("2025-03-14", "2025-03-14", "2025-03-14", false),
    ("14 March 2025", "2025-03-14", "2025-03-14", false),
    ("14th March, 2025", "2025-03-14", "2025-03-14", false),
    ("14eg Mawrth 2025", "2025-03-14", "2025-03-14", false),
    ("1af Ionawr 2024", "2024-01-01", "2024-01-01", false),
    ("4/3/2025", "2025-03-04", "2025-03-04", false),
    ("29.02.2024", "2024-02-29", "2024-02-29", false),
    ("14 Mar 2025 10:30", "2025-03-14", "2025-03-14", false),
    ("14/03/2025 at 10:30am", "2025-03-14", "2025-03-14", false),
    ("14/03/2025 10:30:00", "2025-03-14", "2025-03-14", false),
    ("2025-03-14T10:30:00Z", "2025-03-14", "2025-03-14", false),
    ("2025-03-14 23:59:59.000+01:00", "2025-03-14", "2025-03-14", false),
    ("on 14 March 2025", "2025-03-14", "2025-03-14", false),
    ("March 2025", "2025-03-01", "2025-03-31", false),
    ("in March 2025", "2025-03-01", "2025-03-31", false),
    ("ym mis Mawrth 2025", "2025-03-01", "2025-03-31", false),
    ("03/2025", "2025-03-01", "2025-03-31", false),
    ("3/2025", "2025-03-01", "2025-03-31", false),
    ("2025-03", "2025-03-01", "2025-03-31", false),
    ("Feb 2024", "2024-02-01", "2024-02-29", false),
    ("Chwefror 2023", "2023-02-01", "2023-02-28", false),
    ("December 2100", "2100-12-01", "2100-12-31", false),
    ("2019", "2019-01-01", "2019-12-31", false),
    ("1900", "1900-01-01", "1900-12-31", false),
    ("about March 2025", "2025-03-01", "2025-03-31", true),
    ("Around 14 March 2025", "2025-03-14", "2025-03-14", true),
    ("c. 2019", "2019-01-01", "2019-12-31", true),
    ("c.2019", "2019-01-01", "2019-12-31", true),
    ("c2019", "2019-01-01", "2019-12-31", true),
    ("~2019", "2019-01-01", "2019-12-31", true),
    ("March 2025?", "2025-03-01", "2025-03-31", true),
    ("approx. 03/2025", "2025-03-01", "2025-03-31", true),
    ("tua Mawrth 2025", "2025-03-01", "2025-03-31", true),
    ("tua mis Thachwedd 2025", "2025-11-01", "2025-11-30", true),
    ("tua Thachwedd 2025", "2025-11-01", "2025-11-30", true),
    ("ODDEUTU 2019", "2019-01-01", "2019-12-31", true),
    ("early 2024", "2024-01-01", "2024-04-30", true),
    ("mid-2024", "2024-05-01", "2024-08-31", true),
    ("late 2024", "2024-09-01", "2024-12-31", true),
    ("diwedd 2024", "2024-09-01", "2024-12-31", true),
    ("early March 2025", "2025-03-01", "2025-03-10", true),
    ("canol Mawrth 2025", "2025-03-11", "2025-03-20", true),
    ("late February 2023", "2023-02-21", "2023-02-28", true),
];

/// What says no day, month or year, or says it in a way that can mean two.
const UNREAD: [&str; 30] = [
    "",
    " ",
    "spring 2024",
    "14/03/25",
    "31/02/2025",
    "29 February 2023",
    "13/2025",
    "1899",
    "2101",
    "December 1899",
    "14 March 2101",
    "20255",
    "March",
    "14 March",
    "2025-2026",
    "2024/25",
    "14-15 March 2025",
    "between March and May 2025",
    "before 2024",
    "03/14/2025",
    "about",
    "tua",
    "mid 14 March 2025",
    "late",
    "c.",
    "???",
    "10:30",
    "when she was two",
    "٢٠٢٥",
    "２０２５",
];

#[test]
fn a_time_says_its_first_and_last_day_and_whether_it_is_certain() {
    for (typed, first, last, about) in READ {
        let when = When::read(typed).unwrap_or_else(|| panic!("{typed} is not read"));
        assert_eq!(
            (when.first.to_string(), when.last.to_string(), when.about),
            (first.into(), last.into(), about),
            "{typed}"
        );
        let spaced = format!("  {typed}\u{a0}");
        assert_eq!(When::read(&spaced), Some(when), "{spaced:?}");
    }
}

#[test]
fn what_says_no_time_or_two_is_not_read() {
    for typed in UNREAD {
        assert_eq!(When::read(typed), None, "{typed:?}");
    }
}

#[test]
fn the_first_possible_day_comes_first_and_of_two_the_more_certain() {
    let ordered = [
        "c. 2018",
        "2019",
        "1/1/2025",
        "about 1 January 2025",
        "January 2025",
        "about January 2025",
        "early 2025",
        "2025",
        "about 2025",
        "14/01/2025",
        "about March 2025",
        "2 March 2025",
        "late 2025",
    ];
    let mut times: Vec<When> = ordered.iter().filter_map(|typed| When::read(typed)).collect();
    let by_hand = times.clone();
    times.reverse();
    times.sort();
    assert_eq!((times.len(), times), (ordered.len(), by_hand));
}

#[test]
fn two_times_meet_where_they_can_be_one_day() {
    for (one, other, meet) in [
        ("14/03/2025", "14 March 2025", true),
        ("14/03/2025", "15/03/2025", false),
        ("14/03/2025", "March 2025", true),
        ("14/03/2025", "2025", true),
        ("1 April 2025", "March 2025", false),
        ("30 April 2025", "about March 2025", true),
        ("2 May 2025", "about March 2025", false),
        ("14/03/2025", "about 21/03/2025", true),
        ("14/03/2025", "about 22/03/2025", false),
        ("2018", "c. 2019", true),
        ("2017", "c. 2019", false),
    ] {
        let (first, second) = (When::read(one).unwrap(), When::read(other).unwrap());
        assert_eq!((first.can_meet(&second), second.can_meet(&first)), (meet, meet), "{one}, {other}");
    }
}

#[test]
fn a_text_without_end_takes_no_time() {
    let begun = std::time::Instant::now();
    for text in ["c ".repeat(2_000_000), "2025 ".repeat(1_000_000), ":".repeat(4_000_000)] {
        assert_eq!(When::read(&text), None);
    }
    assert!(begun.elapsed().as_secs() < 5);
}

proptest! {
    #[test]
    fn any_text_is_read_or_not_and_what_is_read_is_in_range(typed in "\\PC{0,24}|[0-9/:. tTz-]{0,24}|(c|about|late|mid)[ .-]?[0-9a-z ]{0,16}") {
        if let Some(When { first, last, .. }) = When::read(&typed) {
            prop_assert!(first <= last);
            prop_assert!(first.to_string().as_str() >= "1900-01-01" && last.to_string().as_str() <= "2100-12-31");
        }
    }

    #[test]
    fn every_day_reads_back(year in 1900..=2100, month in 1..=12u32, day in 1..=28u32) {
        for typed in [format!("{day}/{month}/{year}"), format!("{year}-{month:02}-{day:02}")] {
            let when = When::read(&typed).unwrap();
            prop_assert_eq!(when.first.to_string(), format!("{year}-{month:02}-{day:02}"));
            prop_assert_eq!((when.first, when.about), (when.last, false));
        }
    }
}
