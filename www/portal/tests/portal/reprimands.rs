//! Two real events, tried by everything that a person can do here.  domain.md 5.3, ICO reprimands

use crate::copying::{
    ADDRESS, DELYTHS, TUNDES, approve, asked, hand_out, handed_out, id, links, prepare_for_tunde, reword,
    row, seal, send, store, stored, write_approval,
};
use crate::portal::{Answer, Portal};
use crate::sent::{ADA, BRYN, meeting};
use serde_json::json;
use team_around::record::report::AgencyReport;
use team_around::record::{Link, Links, Record};
use team_around::wire::EnvelopeKind;

fn readers(record: &mut Record, copy: &str, to: &[&str]) {
    let ids: Vec<_> = to.iter().map(|text| id(text)).collect();
    row(record, copy).readers = Links::to(&ids.iter().collect::<Vec<_>>());
}

fn told(answer: &Answer) -> String {
    assert_eq!(answer.status, 422, "{}", answer.text());
    answer.text().to_owned()
}

/// One assessment went to a mother and to two of her former partners.
#[test]
fn one_copy_is_not_prepared_for_three_adults() {
    let portal = Portal::start();
    let (_, mut record) = stored(&portal);
    readers(&mut record, DELYTHS, &["p-1", "p-2", "p-3"]);
    // It may be written down; nobody can approve it, and nobody can hand it out.
    store(&portal, ADA, &record);
    write_approval(&mut record, DELYTHS, BRYN);
    assert!(told(&send(&portal, BRYN, &record)).contains("each reader needs a copy of their own"));
    assert!(
        told(&asked(&portal, "ada", DELYTHS, &json!({}))).contains("each reader needs a copy of their own")
    );
}

#[test]
fn an_approved_copy_does_not_come_to_a_second_reader() {
    let (portal, link) = handed_out();
    let (_, approved) = stored(&portal);
    for to in [&["p-2"][..], &["p-3"], &["p-1", "p-2"], &["p-2", "p-1", "p-3"]] {
        for by in [ADA, BRYN] {
            let mut record = approved.clone();
            readers(&mut record, DELYTHS, to);
            assert!(told(&send(&portal, by, &record)).contains("approved for one reader"), "{to:?}");
            // With a seal of the copy as it would be then, the approver's or one's own.
            write_approval(&mut record, DELYTHS, by);
            told(&send(&portal, by, &record));
        }
    }
    // The row once more, for somebody else, with the approval beside it.
    for by in [ADA, BRYN] {
        let mut record = approved.clone();
        let mut twin = row(&mut record, DELYTHS).clone();
        twin.id = id("z-3");
        record.sharing.copies.push(twin);
        readers(&mut record, "z-3", &["p-2"]);
        told(&send(&portal, by, &record));
        let forged = seal(&record, "z-3");
        row(&mut record, "z-3").approved = forged.as_str().into();
        told(&send(&portal, by, &record));
    }
    assert_eq!(stored(&portal).1, approved, "something was stored");
    assert_eq!(portal.get(&link, "").status, 200);
}

#[test]
fn a_link_is_of_one_copy_for_one_reader() {
    let (portal, delyths) = handed_out();
    let (_, mut record) = stored(&portal);
    prepare_for_tunde(&mut record);
    store(&portal, ADA, &record);
    approve(&portal, TUNDES);
    let tundes = hand_out(&portal, TUNDES);
    let copy = |link: &str| portal.get(&format!("{link}/copy.json"), "").json();
    assert_eq!(
        (copy(&delyths)["reader"].clone(), copy(&tundes)["reader"].clone()),
        (json!("Delyth Pryce"), json!("Tunde Adeyemi"))
    );
    // A second link for Delyth's copy, for whomever it is made, is the only one then.
    let again = hand_out(&portal, DELYTHS);
    assert_eq!([&delyths, &tundes, &again].map(|link| portal.get(link, "").status), [404, 200, 200]);
    let open: Vec<_> = links(&portal).into_iter().filter(|link| link["opens"] == true).collect();
    assert_eq!(open.len(), 2);
    // What Tunde reads is of himself and the children; of Delyth there is nothing.
    let text = copy(&tundes).to_string();
    assert!(text.contains("Finish the last four sessions"));
    for words in ["Delyth", "Eirlys", "stair gate", "lock that goes click", "999", ADDRESS] {
        assert!(!text.contains(words), "{words}");
    }
}

#[test]
fn a_copy_that_was_changed_after_its_approval_is_not_handed_out() {
    let portal = Portal::start();
    approve(&portal, DELYTHS);
    let (_, approved) = stored(&portal);
    let mut record = approved.clone();
    reword(&mut record, ADA, DELYTHS, "plan/exit_criteria", "Also this.");
    record.plan.exit_criteria = "When all is well.".into();
    store(&portal, ADA, &record);
    assert!(told(&asked(&portal, "bryn", DELYTHS, &json!({}))).contains("changed after it was approved"));
    // A seal put in its place is the approver's to put.
    let forged = seal(&record, DELYTHS);
    row(&mut record, DELYTHS).approved = forged.as_str().into();
    assert!(told(&send(&portal, ADA, &record)).contains("You can approve a copy as Ada Okafor only"));
}

type Paste = fn(&mut Record, &str);

/// An address stood in a medical report that was sent with the papers.
#[test]
fn an_address_that_somebody_pastes_is_neither_approved_nor_handed_out() {
    let places: [(&str, Paste); 4] = [
        ("an action's text", |record, words| {
            let action = record.plan.actions.iter_mut().find(|action| action.id.as_str() == "t-6").unwrap();
            action.what = words.into();
        }),
        ("whom to ring", |record, words| row(record, TUNDES).ring = words.into()),
        ("other words", |record, words| reword(record, ADA, TUNDES, "plan/actions/t-6/what", words)),
        ("why there is a plan", |record, words| record.plan.why = words.into()),
    ];
    let portal = Portal::start();
    let (_, mut prepared) = stored(&portal);
    prepare_for_tunde(&mut prepared);
    for (where_, paste) in places {
        for written in [
            "Pick them up at 14 Rhes yr Afon, Abercastell.",
            "They are in rhes  yr AFON now.",
            "Ring 07700 900142.",
        ] {
            let mut record = prepared.clone();
            paste(&mut record, written);
            store(&portal, ADA, &record);
            write_approval(&mut record, TUNDES, BRYN);
            let refused = told(&send(&portal, BRYN, &record));
            assert!(refused.contains("would give someone away"), "{where_}: {refused}");
            assert!(
                told(&asked(&portal, "ada", TUNDES, &json!({}))).contains("would give someone away"),
                "{where_}"
            );
        }
    }
}

#[test]
fn an_address_that_is_pasted_later_is_not_in_what_was_approved_and_stops_the_next_link() {
    let portal = Portal::start();
    let (_, mut record) = stored(&portal);
    prepare_for_tunde(&mut record);
    store(&portal, ADA, &record);
    approve(&portal, TUNDES);
    let link = hand_out(&portal, TUNDES);
    let (_, mut record) = stored(&portal);
    record.plan.actions[5].what = format!("Come to {ADDRESS}.").as_str().into();
    store(&portal, ADA, &record);
    for path in ["", "/copy.json", "/plain"] {
        assert!(!portal.get(&format!("{link}{path}"), "").text().contains("Rhes"));
    }
    told(&asked(&portal, "ada", TUNDES, &json!({})));
    assert_eq!(portal.get(&link, "").status, 200);
}

#[test]
fn an_agencys_report_is_in_nobodys_copy() {
    let portal = Portal::start();
    let (version, mut record) = stored(&portal);
    record.reports.push(AgencyReport {
        id: id("r-1"),
        agency: Link::to(&id("a-3")),
        meeting: Link::to(&id("m-2")),
        health: format!("Seen at {ADDRESS} on 3 March.").as_str().into(),
        family_summary: format!("We saw Mali at {ADDRESS}.").as_str().into(),
        ..AgencyReport::default()
    });
    let text = meeting(EnvelopeKind::Draft, &record, BRYN, "m-2");
    let answer = portal.send_to("/plans/CIN-1042/meetings/m-2", &portal.sign_in("bryn"), version, &text);
    assert_eq!(answer.status, 201, "{}", answer.text());
    let (_, mut record) = stored(&portal);
    assert_eq!(record.reports.len(), 1);
    prepare_for_tunde(&mut record);
    store(&portal, ADA, &record);
    for copy in [DELYTHS, TUNDES] {
        approve(&portal, copy);
        let link = hand_out(&portal, copy);
        for path in ["", "/copy.json", "/plain"] {
            let text = portal.get(&format!("{link}{path}"), "").text().to_owned();
            assert!(!text.contains("Rhes") && !text.contains("Seen at"), "{copy}{path}");
        }
    }
}
