//! Handing a copy to its one reader: who may, what goes, and until when.

use crate::copying::{
    COPIES, DELYTHS, TUNDES, approve, asked, hand_out, handed_out, id, links, prepare_for_tunde, revoke, row,
    store, stored, write_approval,
};
use crate::portal::Portal;
use crate::sent::{ADA, BRYN};
use rusqlite::Connection;
use serde_json::json;
use std::fs;
use team_around::calendar::civil_date;
use team_around::reading::family::{release, write_copy};
use team_around::record::Typed;
use team_around::record::people::MayReceive;

#[test]
fn the_lead_social_worker_and_the_chair_hand_out_and_nobody_else() {
    let portal = Portal::start();
    approve(&portal, DELYTHS);
    for (user, status) in [("ada", 201), ("bryn", 201), ("cerys", 403), ("dilys", 403)] {
        assert_eq!(asked(&portal, user, DELYTHS, &json!({})).status, status, "{user}");
    }
    for user in ["cerys", "dilys"] {
        assert_eq!(revoke(&portal, user, &links(&portal)[0]).status, 403);
        assert!(!portal.get(COPIES, &portal.sign_in(user)).text().contains("<button class=\"hand-out\""));
    }
    assert_eq!(portal.post(&format!("{COPIES}/{DELYTHS}/links"), &[], b"{}").status, 401);
    assert_eq!(asked(&portal, "ada", "z-9", &json!({})).status, 404);
    for days in [json!(0), json!(91), json!(-1), json!("x"), json!(1.5), json!(null)] {
        let answer = asked(&portal, "ada", DELYTHS, &json!({ "days": days }));
        assert!(answer.status == 422 && answer.message().contains("1 to 90 days"), "{days}");
    }
}

#[test]
fn what_goes_is_what_was_released_and_nothing_else_of_the_record() {
    let (portal, link) = handed_out();
    let (_, record) = stored(&portal);
    let today = civil_date(crate::portal::TODAY).unwrap();
    let released = release(&record, &id(DELYTHS), today).unwrap();

    let (page, copy, plain) = (
        portal.get(&link, ""),
        portal.get(&format!("{link}/copy.json"), ""),
        portal.get(&format!("{link}/plain"), ""),
    );

    assert_eq!([page.status, copy.status, plain.status], [200; 3]);
    assert_eq!(copy.text(), write_copy(&released));
    for words in [
        "They live somewhere safer now",
        "You say how you slept.",
        "Friday 22 May 2026",
        "I like the new house",
    ] {
        assert!(plain.text().contains(words), "{words}");
    }
    // Each of these stands in the plan, and none of them is Delyth's to read.
    let kept = [
        "Rhes yr Afon",
        "07700",
        "Heol Las",
        "by the hair",
        "Marked as",
        "Rhian",
        "keep_private_from",
        "Wellcomm",
        "Monitor contact",
        "Tunde",
        "Cerys",
        "CIN-1042",
        "PA104201",
        "1993",
        "2018-05-09",
        "never leave a voicemail",
        "Official Sensitive",
        "plan/actions",
        "w-5",
        "c-1",
        "Decided by Bryn",
        "Ifan drew it for his mother",
    ];
    for answer in [&page, &copy, &plain] {
        for words in kept {
            assert!(!answer.text().contains(words), "{words}");
        }
    }
    for words in ["Delyth", "Ifan", "Mali", "Ada", "z-1"] {
        assert!(!page.text().contains(words) && !link.contains(words), "the page itself names {words}");
    }
}

#[test]
fn nothing_is_handed_out_before_somebody_approved_it_and_the_reason_is_said() {
    let portal = Portal::start();
    let said = |copy: &str| {
        let answer = asked(&portal, "ada", copy, &json!({}));
        assert_eq!(answer.status, 422);
        answer.message()
    };
    assert_eq!(said(DELYTHS), "Nobody has approved this copy yet.");
    assert!(said(TUNDES).contains("Say who prepared this copy"), "{}", said(TUNDES));
    approve(&portal, DELYTHS);
    let (_, mut record) = stored(&portal);
    record.plan.why = "They have seen too much.".into();
    store(&portal, ADA, &record);
    assert_eq!(said(DELYTHS), "The copy was changed after it was approved. It needs another look.");
}

#[test]
fn a_link_opens_until_its_last_day_and_never_longer_than_its_copy() {
    let portal = Portal::start();
    approve(&portal, DELYTHS);
    let until = |days: u32| asked(&portal, "ada", DELYTHS, &json!({ "days": days })).json()["until"].clone();
    // 14 days after 16 March, and the copy's own last day, 12 June, 88 days after it.
    assert_eq!(asked(&portal, "ada", DELYTHS, &json!({})).json()["until"], "30 March 2026");
    assert_eq!(
        (until(87), until(88), until(89)),
        (json!("11 June 2026"), json!("12 June 2026"), json!("12 June 2026"))
    );
    let mut portal = portal;
    let link =
        asked(&portal, "ada", DELYTHS, &json!({ "days": 90 })).json()["link"].as_str().unwrap().to_owned();
    for (day, status) in [("2026-06-12", 200), ("2026-06-13", 404)] {
        portal.restart_on(day);
        assert_eq!(portal.get(&link, "").status, status, "{day}");
    }
}

#[test]
fn the_page_says_how_far_each_copy_has_come() {
    let portal = Portal::start();
    let page = || portal.get(COPIES, &portal.sign_in("ada")).text().to_owned();
    let both = page();
    assert!(
        both.contains("Ada Okafor prepared it on 13 March 2026. It waits for somebody else to approve it."),
        "{both}"
    );
    assert!(
        both.contains("It is not prepared yet.") && both.contains("Something in it would give someone away.")
    );
    assert!(
        both.contains("For Delyth Pryce")
            && both.contains("About Ifan Pryce-Adeyemi and Mali Pryce-Adeyemi.")
    );
    assert!(both.contains(
        "“Delyth” gives away a name that this reader must not learn. Say it in other words, or leave it out."
    ));
    assert!(both.contains("What a link does not protect from"));
    approve(&portal, DELYTHS);
    assert!(page().contains(
        "Bryn Parry, Team manager, approved it on 16 March 2026. It can be read until 12 June 2026."
    ));
    let answer = asked(&portal, "ada", DELYTHS, &json!({})).json();
    assert_eq!(answer["reader"], "Delyth Pryce");
    assert!(answer["way"].as_str().unwrap().contains("Text first. Never leave a voicemail"), "{answer}");
    let link = answer["link"].as_str().unwrap();
    assert!(
        page().contains("Link made by Ada Okafor, Social worker") && page().contains("Nobody opened it.")
    );
    // A preview of a message asks for the page, and nobody has read the copy then.
    portal.get(link, "");
    assert!(page().contains("Nobody opened it."));
    portal.get(&format!("{link}/plain"), "");
    assert!(page().contains("It was first opened on"));
    revoke(&portal, "ada", &links(&portal)[0]);
    assert!(page().contains("It was revoked.") && page().contains("It was first opened on"));
    let (_, mut record) = stored(&portal);
    row(&mut record, DELYTHS).withdrawn_on = Typed::Given(civil_date("2026-03-16").unwrap());
    store(&portal, BRYN, &record);
    assert!(page().contains("It was withdrawn on 16 March 2026."));
    let title = page().split("<title>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert!(title.starts_with("Copies for the family: CIN-1042"), "{title}");
}

#[test]
fn a_token_differs_each_time_and_neither_it_nor_what_ended_is_in_the_database() {
    let (portal, first) = handed_out();
    let words = "They live somewhere safer now";
    let second = hand_out(&portal, DELYTHS);
    let token = |link: &str| link.strip_prefix("/read/").unwrap().to_owned();
    for link in [&first, &second] {
        assert!(token(link).len() == 64 && token(link).chars().all(|c| c.is_ascii_hexdigit()), "{link}");
    }
    assert_ne!(first, second);
    let data = Connection::open(portal.data_file()).unwrap();
    let kept = || {
        let query = "SELECT count(*) FROM family_link WHERE instr(released, ?1) > 0";
        data.query_row(query, [words], |row| row.get::<_, u32>(0)).unwrap()
    };
    assert_eq!(kept(), 1);
    revoke(&portal, "ada", &links(&portal)[0]);
    assert_eq!(kept(), 0);
    data.query_row("PRAGMA wal_checkpoint(FULL)", [], |_| Ok(())).unwrap();
    let bytes = fs::read(portal.data_file()).unwrap();
    let is_in = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(is_in("family_link") && !is_in(&token(&first)) && !is_in(&token(&second)));
}

#[test]
fn a_copy_for_two_readers_together_has_no_link() {
    let portal = Portal::start();
    let (_, mut record) = stored(&portal);
    // A family in which nobody has to be protected.
    for person in &mut record.people {
        person.address_restricted = Typed::Blank;
        person.not_to_meet = Default::default();
        person.may_receive_plan = Typed::Given(MayReceive::Full);
    }
    for child in &mut record.children {
        child.address_restricted = Typed::Blank;
    }
    prepare_for_tunde(&mut record);
    row(&mut record, TUNDES).readers = team_around::record::Links::to(&[&id("p-2"), &id("p-3")]);
    store(&portal, ADA, &record);
    write_approval(&mut record, TUNDES, BRYN);
    store(&portal, BRYN, &record);
    let answer = asked(&portal, "ada", TUNDES, &json!({}));
    assert_eq!(
        (answer.status, answer.message().as_str()),
        (422, "A link is for one reader. Prepare a copy for each of them.")
    );
    assert!(
        portal
            .get(COPIES, &portal.sign_in("ada"))
            .text()
            .contains("It is for several readers, and a link is for one.")
    );
}

#[test]
fn a_meeting_is_told_once_in_words_and_a_name_that_is_missing_is_said_to_be() {
    let portal = Portal::start();
    let page = portal.get(COPIES, &portal.sign_in("ada")).text().to_owned();
    let told = "its day and time give away when someone comes to a meeting who must be kept from this reader. Leave it out, or confirm with a reason that this reader may know it.";
    assert_eq!(page.matches(told).count(), 1, "{page}");
    assert!(!page.contains("2026-04-"), "a day as a file has it");
    let (_, mut record) = stored(&portal);
    record.children[0].name = "".into();
    store(&portal, ADA, &record);
    let page = portal.get(COPIES, &portal.sign_in("ada")).text().to_owned();
    assert!(page.contains("About somebody whose name is missing and Mali"), "{page}");
}
