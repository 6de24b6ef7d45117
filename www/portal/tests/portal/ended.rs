//! What ends the link of a copy, and what does not; nobody learns from its address that there ever was one.

use crate::copying::{
    COPIES, DELYTHS, approve, hand_out, handed_out, links, revoke, row, say, store, stored,
};
use crate::links::{Seen, seen};
use crate::portal::{Answer, Portal};
use crate::sent::ADA;
use serde_json::json;
use team_around::calendar::civil_date;
use team_around::record::people::MayReceive;
use team_around::record::{Record, Typed};

/// What a link answers to each way of asking.
fn answers(portal: &Portal, link: &str) -> Vec<Seen> {
    let comment = json!({ "part": "why", "kind": "wrong", "text": "No." });
    let asked = [
        portal.get(link, ""),
        portal.get(&format!("{link}/copy.json"), ""),
        portal.get(&format!("{link}/plain"), ""),
        say(portal, link, &comment),
        portal.post(&format!("{link}/comments"), &[], b"not even a comment"),
        portal.post(&format!("{link}/comments"), &[], &[b'x'; 100_000]),
    ];
    asked.iter().map(|answer: &Answer| seen(answer)).collect()
}

type Change = fn(&mut Record);

#[test]
fn whatever_ended_a_link_its_addresses_answer_as_if_there_never_was_one() {
    let unknown = answers(&Portal::start(), &format!("/read/{}", "0".repeat(64)));
    assert!(unknown.iter().all(|one| *one == unknown[0]), "{unknown:#?}");
    let (status, text, headers) = &unknown[0];
    assert_eq!(*status, 404);
    assert!(text.contains("Not available") && text.len() < 1000, "{text}");
    assert!(headers.iter().any(|(name, value)| name == "cache-control" && value == "no-store"));
    let changes: [(&str, Change); 7] = [
        ("withdrawn", |record| {
            row(record, DELYTHS).withdrawn_on = Typed::Given(civil_date("2026-03-16").unwrap())
        }),
        ("taken back", |record| row(record, DELYTHS).approved = "".into()),
        ("removed", |record| record.sharing.copies.clear()),
        ("may not", |record| record.people[0].may_receive_plan = Typed::Given(MayReceive::Nothing)),
        ("undecided", |record| record.people[0].may_receive_plan = Typed::Blank),
        ("must not learn it any more", |record| record.sharing.never = record.plan.why.trim().into()),
        ("gone", |record| drop(record.people.remove(0))),
    ];
    for (what, change) in changes {
        let (portal, link) = handed_out();
        let (_, mut record) = stored(&portal);
        change(&mut record);
        store(&portal, ADA, &record);
        assert_eq!(answers(&portal, &link), unknown, "{what}");
    }
    let (portal, link) = handed_out();
    assert_eq!(revoke(&portal, "bryn", &links(&portal)[0]).status, 204);
    assert_eq!(answers(&portal, &link), unknown, "revoked");
    let replaced = hand_out(&portal, DELYTHS);
    hand_out(&portal, DELYTHS);
    assert_eq!(answers(&portal, &replaced), unknown, "replaced");
    let (mut portal, link) = handed_out();
    portal.restart_on("2026-03-31");
    assert_eq!(answers(&portal, &link), unknown, "over");
    for link in ["/read/x", "/read/a%00b", "/read/..%2f"] {
        assert_eq!(answers(&portal, link), unknown, "{link}");
    }
}

#[test]
fn what_ended_does_not_come_back() {
    let (portal, link) = handed_out();
    let (_, with) = stored(&portal);
    let mut without = with.clone();
    row(&mut without, DELYTHS).approved = "".into();
    store(&portal, ADA, &without);
    // Approved again, to the letter as before.
    approve(&portal, DELYTHS);
    assert_eq!(stored(&portal).1.sharing, with.sharing);
    assert_eq!(portal.get(&link, "").status, 404);
    assert_eq!(portal.get(&hand_out(&portal, DELYTHS), "").status, 200);
}

#[test]
fn an_approved_copy_stays_as_it_was_approved_while_the_plan_goes_on() {
    let (portal, link) = handed_out();
    let before = portal.get(&format!("{link}/copy.json"), "").text().to_owned();
    let (_, mut record) = stored(&portal);
    record.plan.why = "Something new was found out.".into();
    store(&portal, ADA, &record);
    assert_eq!(portal.get(&format!("{link}/copy.json"), "").text(), before);
    let page = portal.get(COPIES, &portal.sign_in("ada"));
    assert!(
        page.text().contains("Needs another look") && page.text().contains("still shows what was approved")
    );
    assert!(!page.text().contains("class=\"hand-out\""), "a link can be made for it");
}

#[test]
fn a_new_approval_ends_the_links_of_the_one_before() {
    let (portal, link) = handed_out();
    let (_, mut record) = stored(&portal);
    row(&mut record, DELYTHS).ring = "Ada Okafor, 01632 960201.".into();
    store(&portal, ADA, &record);
    assert_eq!(portal.get(&link, "").status, 200);
    approve(&portal, DELYTHS);
    assert_eq!(portal.get(&link, "").status, 404);
    assert!(links(&portal)[0]["said"].as_str().unwrap().contains("It ended when the approval changed."));
}
