//! Entries of several agencies: in order, offered for joining, and joined without a lost sentence.
//! The pairs were written before the likeness was, and say what a person would say of them.

use crate::generated;
use proptest::prelude::*;
use team_around::record::chronology::{ChronologyEntry, Significance};
use team_around::record::codes::YesNo;
use team_around::record::professionals::Agency;
use team_around::record::{
    Links, Record, RowId, Typed, When, chronology_in_order, duplicates, join, keep_apart,
};

/// Two texts of the same thing, as a person would say.
const ALIKE: [(&str, &str); 22] = [
    (
        "Police called to the home after neighbours heard shouting.",
        "Neighbours heard shouting and the police were called to the home address.",
    ),
    (
        "Ola fell from the climbing frame and broke her left arm.",
        "Attended A&E with a broken left arm after a fall from a climbing frame.",
    ),
    (
        "Family moved to temporary accommodation in Hightown.",
        "FAMILY MOVED TO TEMPORARY ACCOMMODATION IN HIGHTOWN",
    ),
    (
        "Referral to Children’s Services by the school.",
        "School made a referral to Children's Services about neglect.",
    ),
    (
        "Mother arrested for assault.",
        "Mother arrested for assault and released without charge the next morning.",
    ),
    (
        "Initial planning meeting held at the school.",
        "The initial planning meeting was held at Ola's school; all agencies came.",
    ),
    (
        "Health visitor's two-year developmental check: speech delayed.",
        "Developmental check by the health visitor at two years. Speech was delayed.",
    ),
    (
        "Ola was excluded from school for three days for hitting another pupil.",
        "Fixed-term exclusion, three days: Ola excluded for hitting a pupil.",
    ),
    ("Father left the family home.", "Father left family home"),
    (
        "Eviction notice served on the family by the landlord.",
        "Landlord served the family with notice of eviction.",
    ),
    ("Symudodd y teulu i lety dros dro yn y Rhyl.", "Y teulu wedi symud: symudodd y teulu i lety dros dro."),
    (
        "Missed three appointments with the paediatrician.",
        "Three appointments with the paediatrician were missed; letter sent to the GP.",
    ),
    (
        "Strategy discussion: police, health and Children's Services agreed a joint visit.",
        "Joint visit agreed at a strategy discussion with police and health.",
    ),
    ("Grandmother died suddenly.", "Grandmother died suddenly"),
    (
        "Child protection plan ended; child in need plan began.",
        "Conference ended the child protection plan. A child in need plan began the same day.",
    ),
    (
        "Mother disclosed to the midwife that her partner hits her.",
        "Disclosure by mother to midwife of violence: partner hits her.",
    ),
    (
        "Ola reported missing at 21:00 and found at her aunt's at 23:30.",
        "Missing episode: reported 21:00, found 23:30 at aunt's.",
    ),
    ("Parents separated.", "Parents separated"),
    (
        "Called to the home after neighbours heard shouting.\nNobody hurt.",
        "Neighbours heard shouting and police were called to the home.",
    ),
    ("GP out.", "GP, out"),
    ("Ola did not attend her hearing test.", "Hearing test: Ola did not attend, no reason given."),
    (
        "Collapse of the tenancy: family evicted and placed in bed and breakfast.",
        "Evicted. Family placed in bed and breakfast.",
    ),
];

/// Two texts of two things, as a person would say, though they have words in common.
const OTHER: [(&str, &str); 20] = [
    ("School nurse visited Ola at home.", "Health visitor visited Ola's home and met the father."),
    ("Ola attended school every day this week.", "Ola did not attend school this week."),
    (
        "Police called to the home after neighbours heard shouting.",
        "Family moved to temporary accommodation.",
    ),
    ("Missed two appointments with the dentist.", "Missed 5 appointments with the speech therapist."),
    ("Referral to speech and language therapy.", "Referral to Children's Services by the school."),
    ("Mother arrested for assault.", "Father arrested for drink driving."),
    ("Planning meeting held.", "Planning meeting cancelled because nobody came."),
    ("Home visit.", "Home visit: nobody answered the door."),
    ("Ola’s brother Sami was born at 36 weeks.", "Ola started nursery and settled well."),
    ("Housing benefit stopped.", "Child benefit claimed for the first time."),
    ("Mother began treatment for depression.", "Father began treatment for alcohol dependency."),
    ("3 missed appointments with the paediatrician.", "8 missed appointments with the paediatrician."),
    ("Dechreuodd Ola yn yr ysgol feithrin.", "Galwyd yr heddlu i'r cartref yn y nos."),
    ("", ""),
    ("Mother disclosed violence to the midwife.", "Mother attended the antenatal clinic with the midwife."),
    ("Ola seen by the GP for a chest infection.", "Ola seen by the GP for her asthma review."),
    (
        "Review meeting: all agencies reported progress.",
        "Review meeting put off because the social worker was ill.",
    ),
    ("Sami started nursery.", "Ola started nursery."),
    (
        "Mother attended the meeting about housing arrears.",
        "Mother never attended the meeting about housing arrears. Letter sent.",
    ),
    ("Police called: shouting heard by neighbours.", "Police called: mother reported a burglary."),
];

fn id(text: &str) -> RowId {
    RowId::new(text).unwrap()
}

fn entry(row: &str, when: &str, event: &str, agency: &str) -> ChronologyEntry {
    let agencies = if agency.is_empty() { Links::default() } else { Links::to(&[&id(agency)]) };
    ChronologyEntry {
        id: id(row),
        when: when.into(),
        event: event.into(),
        agencies,
        ..ChronologyEntry::default()
    }
}

fn record(entries: Vec<ChronologyEntry>) -> Record {
    let agency = |row: &str, name: &str| Agency { id: id(row), name: name.into(), ..Agency::default() };
    let agencies =
        vec![agency("police", "Police"), agency("school", "Hightown School"), agency("health", "")];
    Record { agencies, chronology: entries, ..Record::default() }
}

fn two(one: (&str, &str), other: (&str, &str)) -> Record {
    record(vec![entry("a", one.0, one.1, "police"), entry("b", other.0, other.1, "school")])
}

#[test]
fn texts_of_the_same_thing_are_offered_and_texts_of_two_things_are_not() {
    let offered =
        |one: &str, other: &str| !duplicates(&two(("14/03/2025", one), ("March 2025", other))).is_empty();
    let missed: Vec<_> =
        ALIKE.iter().filter(|(one, other)| !offered(one, other) || !offered(other, one)).collect();
    let false_ones: Vec<_> =
        OTHER.iter().filter(|(one, other)| offered(one, other) || offered(other, one)).collect();
    assert!(missed.is_empty() && false_ones.is_empty(), "missed {missed:#?}\nfalse {false_ones:#?}");
}

#[test]
fn only_different_agencies_at_times_that_can_meet_are_offered() {
    let text = "Ola fell from the climbing frame and broke her arm.";
    for (one, other, offered) in [
        ("14/03/2025", "14 March 2025", true),
        ("14/03/2025", "about March 2025", true),
        ("14/03/2025", "15/03/2025", false),
        ("spring 2024", "Spring 2024 ", true),
        ("spring 2024", "2024", false),
        ("", "", false),
        ("14/03/2025", "", false),
    ] {
        assert_eq!(
            duplicates(&two((one, text), (other, text))).len(),
            usize::from(offered),
            "{one}, {other}"
        );
    }
    let of =
        |one: &str, other: &str| record(vec![entry("a", "2025", text, one), entry("b", "2025", text, other)]);
    assert_eq!(duplicates(&of("police", "police")), []);
    assert_eq!(duplicates(&of("police", "")), [(id("a"), id("b"))]);
    assert_eq!(duplicates(&of("", "")), []);
    let mut named = of("", "");
    named.chronology[0].source = "Northshire Police".into();
    assert_eq!(duplicates(&named).len(), 1, "each is of somebody whom the record does not know as an agency");
}

#[test]
fn entries_stand_by_their_first_possible_day_and_those_without_last() {
    let rows = [
        ("a", "spring 2024"),
        ("b", "about March 2025"),
        ("c", "14/03/2025"),
        ("d", ""),
        ("e", "March 2025"),
        ("f", "2024"),
        ("g", "1 March 2025"),
        ("h", "14 March 2025"),
    ];
    let record = record(rows.iter().map(|(row, when)| entry(row, when, "", "")).collect());
    let order: Vec<(&str, bool)> =
        chronology_in_order(&record).iter().map(|one| (one.entry.id.as_str(), one.when.is_some())).collect();
    let read = ["f", "g", "e", "b", "c", "h"].map(|row| (row, true));
    assert_eq!(order, [&read[..], &[("a", false), ("d", false)]].concat());
}

#[test]
fn a_joined_entry_keeps_both_agencies_texts_sources_and_impacts_and_the_more_exact_time() {
    let mut record = two(
        ("about March 2025", "Ola broke her arm."),
        ("14/03/2025", "Attended A&E with a broken arm.\nPlaster for six weeks."),
    );
    let [one, other] = record.chronology.as_mut_slice() else { panic!() };
    (one.source, other.source) = ("Log 12".into(), "Letter from A&E".into());
    (one.impact, other.impact) = ("In pain.".into(), "Missed swimming.".into());
    one.significance = Typed::Given(Significance::Negative);
    other.third_party = Typed::Given(YesNo::Yes);
    one.children = Links::to(&[&id("ola")]);
    other.children = Links::to(&[&id("ola"), &id("sami")]);
    assert!(join(&mut record, &id("a"), &id("b")));
    let [joined] = record.chronology.as_slice() else { panic!("{:?}", record.chronology) };
    assert_eq!(joined.id, id("a"));
    assert_eq!(&*joined.when, "14/03/2025");
    assert_eq!(
        &*joined.event,
        "Police: Ola broke her arm.\n\nHightown School: Attended A&E with a broken arm.\nPlaster for six weeks."
    );
    assert_eq!(&*joined.source, "Log 12; Letter from A&E; Police: about March 2025");
    assert_eq!(&*joined.impact, "Police: In pain.\n\nHightown School: Missed swimming.");
    assert_eq!(joined.agencies.ids(), [id("police"), id("school")]);
    assert_eq!(joined.children.ids(), [id("ola"), id("sami")]);
    assert!(joined.significance.is(Significance::Negative) && joined.third_party.is(YesNo::Yes));
    let once = record.clone();
    assert!(!join(&mut record, &id("a"), &id("b")) && !join(&mut record, &id("a"), &id("a")));
    assert_eq!(record, once, "joined again, nothing changes");
}

#[test]
fn two_that_somebody_kept_apart_are_not_offered_again_nor_once_one_of_them_was_joined() {
    let text = "Ola fell from the climbing frame and broke her arm.";
    let mut record = two(("2025", text), ("2025", text));
    record.chronology.push(entry("c", "2025", text, "health"));
    assert_eq!(duplicates(&record).len(), 3);
    assert!(keep_apart(&mut record, &id("b"), &id("c")));
    assert_eq!(duplicates(&record), [(id("a"), id("b")), (id("a"), id("c"))]);
    let once = record.clone();
    assert!(keep_apart(&mut record, &id("b"), &id("c")), "said twice, nothing changes");
    assert!(!keep_apart(&mut record, &id("b"), &id("b")) && !keep_apart(&mut record, &id("b"), &id("gone")));
    assert_eq!(record, once);
    let mut other = record.clone();
    assert!(join(&mut record, &id("a"), &id("b")) && join(&mut other, &id("a"), &id("c")));
    assert_eq!((duplicates(&record), duplicates(&other)), (vec![], vec![]));
}

#[test]
fn what_is_the_same_is_said_once_and_what_contains_the_other_stands_alone() {
    let mut record =
        two(("14/03/2025", "Ola broke her arm."), ("14 March 2025", "Ola broke her arm. Plaster."));
    record.chronology.iter_mut().for_each(|one| one.source = "Log".into());
    assert!(join(&mut record, &id("a"), &id("b")));
    let joined = &record.chronology[0];
    assert_eq!((&*joined.event, &*joined.source), ("Ola broke her arm. Plaster.", "Log"));
}

#[test]
fn a_third_agency_joins_and_each_text_keeps_its_name() {
    let mut record = two(("2025", "One."), ("2025", "Two."));
    record.chronology.push(entry("c", "2025", "Three.", "health"));
    record.chronology.push(entry("d", "2025", "Four.", "police"));
    for other in ["b", "c", "d"] {
        assert!(join(&mut record, &id("a"), &id(other)));
    }
    let joined = &record.chronology[0];
    assert_eq!(&*joined.event, "Police: One.\n\nHightown School: Two.\n\nThree.\n\nPolice: Four.");
    assert_eq!(joined.agencies.ids(), [id("police"), id("school"), id("health")]);
}

#[test]
fn a_difference_in_what_it_was_for_the_child_is_left_for_a_person() {
    let mut record = two(("2025", "One."), ("2025", "One."));
    record.chronology[0].significance = Typed::Given(Significance::Positive);
    record.chronology[1].significance = Typed::Given(Significance::Negative);
    record.chronology[0].children = Links::to(&[&id("ola")]);
    assert!(join(&mut record, &id("a"), &id("b")));
    assert_eq!(record.chronology[0].significance, Typed::Unread("positive, negative".into()));
    assert!(record.chronology[0].children.is_blank(), "one of them is about all the children");
}

/// Times that can meet some of the others, or none of them.
const TIMES: [&str; 12] = [
    "14/03/2025",
    "15 March 2025",
    "March 2025",
    "2025",
    "about 20 March 2025",
    "c. 2024",
    "late 2024",
    "29/12/2024",
    "spring 2024",
    "Spring, 2024",
    "",
    " ",
];
const EVENTS: [&str; 4] = [
    "Ola was taken to hospital with a broken arm.",
    "Taken to the hospital: broken arm, Ola.",
    "No broken arm was seen at the hospital by Ola's teacher.",
    "The house was cold.",
];

proptest! {
    #[test]
    fn what_is_offered_of_many_is_what_is_offered_of_each_two_of_them(
        told in prop::collection::vec((0..TIMES.len(), 0..EVENTS.len(), 0..3_usize), 0..14)
    ) {
        let entries = told.iter().enumerate().map(|(at, (time, event, agency))| {
            entry(&format!("e{at:02}"), TIMES[*time], EVENTS[*event], ["police", "school", "health"][*agency])
        });
        let record = Record { chronology: entries.collect(), ..Record::default() };
        let mut expected = Vec::new();
        for (at, one) in record.chronology.iter().enumerate() {
            for other in &record.chronology[at + 1..] {
                let both = Record { chronology: vec![one.clone(), other.clone()], ..Record::default() };
                expected.extend(duplicates(&both));
            }
        }
        prop_assert_eq!(duplicates(&record), expected);
    }

    #[test]
    fn joining_any_two_entries_loses_no_text_no_agency_and_no_other_entry(seed in any::<u64>()) {
        let mut record = generated::record(seed, 4);
        let [one, other] = match record.chronology.as_slice() {
            [one, .., other] => [one.clone(), other.clone()],
            _ => return Ok(()),
        };
        let rows = record.chronology.len();
        prop_assert!(join(&mut record, &one.id, &other.id));
        prop_assert_eq!(record.chronology.len(), rows - 1);
        let joined = record.chronology.iter().find(|row| row.id == one.id).unwrap();
        for from in [&one, &other] {
            prop_assert!(joined.event.contains(from.event.trim()) && joined.impact.contains(from.impact.trim()));
            prop_assert!(joined.source.contains(from.source.trim()));
            prop_assert!(from.agencies.ids().iter().all(|agency| joined.agencies.has(agency)));
            prop_assert!(When::read(&joined.when) == When::read(&from.when) || *joined.when == *from.when || joined.source.contains(from.when.trim()));
            for carried in &from.carried {
                prop_assert!(joined.carried.iter().any(|kept| kept.1 == carried.1));
            }
        }
        let after = record.clone();
        prop_assert!(!join(&mut record, &one.id, &other.id));
        prop_assert_eq!(&after, &record);
        prop_assert!(duplicates(&record).iter().all(|(one, other)| one != other));
    }
}
