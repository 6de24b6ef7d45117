//! A pack speaks about meetings of its own kinds, and of no others.

use crate::reader::named;
use chrono::NaiveDate;
use team_around::calendar::{Calendar, Nation};
use team_around::protocol::{Protocol, Status, Terms, review};
use team_around::record::Record;
use team_around::wire::read_record;

/// A meeting of this kind that nearly everything could be asked of: held and chaired by a teacher,
/// without the child, and with nobody asked. What it is for is known.
fn held(kind: &str) -> Record {
    let record = serde_json::json!({
        "children": [{ "id": "wren" }],
        "people": [{ "id": "mum", "relationship": "mother" }],
        "agencies": [{ "id": "school", "kind": "education", "key_agency": "yes", "in_contact_with_child": "yes" }, { "id": "other" }],
        "professionals": [{ "id": "teacher", "agency": "school", "role": "teacher" }],
        "meetings": [{ "id": "m", "kind": kind, "status": "held", "on": "2026-03-02", "chair": "teacher", "purpose": "Evenings." }],
        "attendance": [{ "id": "a", "person": "teacher", "meeting": "m", "attended": "present" }, { "id": "b", "person": "mum", "meeting": "m" }],
        "children_at_meetings": [{ "id": "c", "child": "wren", "meeting": "m", "can_attend": "no" }],
    });
    read_record(&record).record
}

/// The rules of a pack that find something at a meeting of this kind, or at whoever comes to it.
fn asking(pack: &str, kind: &str) -> Vec<&'static str> {
    const AT_A_MEETING: [&str; 9] = [
        "meetings/m/",
        "agenda",
        "attendance",
        "children_at_meetings",
        "exclusions",
        "reports",
        "escalations",
        "agencies/school/in_contact_with_child",
        "agencies/other/in_contact_with_child",
    ];
    let (protocol, calendar) = (Protocol::of(vec![named(pack)]), Calendar::built_in(Nation::EnglandAndWales));
    let today = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    let found =
        review(&held(kind), &Terms { today, calendar: &calendar, protocol: &protocol, meeting: None });
    let open = found.iter().filter(|one| matches!(one.status, Status::Unmet | Status::Due | Status::Unknown));
    let there = open.filter(|one| AT_A_MEETING.iter().any(|at| one.place.to_string().starts_with(at)));
    let mut rules: Vec<_> = there.flat_map(|one| std::iter::once(one.rule).chain(one.also.clone())).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

#[test]
fn hampshires_protocol_is_about_child_in_need_meetings() {
    for kind in ["cin-planning", "cin-review"] {
        let asked = asking("hampshire-cin-2018", kind);
        for rule in [
            "agency-cannot-speak-for-child",
            "chair-not-team-manager",
            "chair-outside-childrens-services",
            "child-support-not-answered",
            "invitations-not-from-childrens-services",
            "key-family-not-invited",
            "next-meeting-not-set",
            "venue-access-not-answered",
        ] {
            assert!(asked.contains(&rule), "{kind}: {rule} {asked:?}");
        }
    }
    for kind in ["core-group", "tac", "professionals", "generic"] {
        assert!(
            asking("hampshire-cin-2018", kind).is_empty(),
            "{kind}: {:?}",
            asking("hampshire-cin-2018", kind)
        );
    }
}

#[test]
fn calderdales_guide_is_about_its_five_and_says_so_of_the_four_that_it_is_not() {
    for kind in ["cin-planning", "cin-review", "core-group", "tac", "professionals", "generic"] {
        let asked = asking("calderdale-meetings-2017", kind);
        let common = ["absent-child-views-not-planned", "agenda-missing", "recording-not-settled"];
        assert!(common.iter().all(|rule| asked.contains(rule)), "{kind}: {asked:?}");
        assert!(!asked.contains(&"meeting-has-own-procedure"), "{kind}");
    }
    for kind in ["strategy-discussion", "initial-conference", "review-conference", "looked-after-review"] {
        assert_eq!(asking("calderdale-meetings-2017", kind), ["meeting-has-own-procedure"], "{kind}");
    }
}
