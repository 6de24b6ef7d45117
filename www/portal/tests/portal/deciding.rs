//! Who decided what one reader is told is said by the session; what is in another's name is not stored.

use crate::copying::{DELYTHS, reword, send, store, stored};
use crate::portal::Portal;
use crate::sent::{ADA, BRYN, DILYS, meeting};
use team_around::record::sharing::{CopyChoice, CopyDecision};
use team_around::record::{Record, Typed};
use team_around::wire::EnvelopeKind;

type Who = (&'static str, &'static str, &'static str);

/// Bryn sends the plan with a change; it is refused, with these names' places and sentences.
fn refused(portal: &Portal, change: impl FnOnce(&mut Record)) -> Vec<(String, String)> {
    let (version, mut record) = stored(portal);
    change(&mut record);
    let answer = send(portal, BRYN, &record);
    assert_eq!(answer.status, 422, "{}", answer.text());
    assert!(answer.message().contains("Nothing you typed is lost"), "{}", answer.message());
    assert_eq!(stored(portal).0, version, "it was stored");
    let errors = answer.json()["errors"].as_array().unwrap().clone();
    let text = |error: &serde_json::Value, key: &str| error[key].as_str().unwrap().to_owned();
    errors.iter().map(|error| (text(error, "place"), text(error, "message"))).collect()
}

fn bryn_decides(record: &mut Record, by: Who) {
    reword(record, by, DELYTHS, "plan/why", "In other words.");
}

#[test]
fn a_choice_is_made_in_ones_own_name() {
    let portal = Portal::start();
    let next = format!("sharing/choices/choice-{}/by", stored(&portal).1.sharing.choices.len());
    for by in [ADA, DILYS, ("bryn", "bryn parry", ""), ("bryn", "Head of service", ""), ("", "", "")] {
        let told = refused(&portal, |record| bryn_decides(record, by));
        let [(place, message)] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!(*place, next);
        assert!(message.contains("You can decide about a copy as Bryn Parry only."), "{message}");
        assert!(message.contains(if by.1.is_empty() { "nobody’s" } else { by.1 }), "{message}");
    }
    let (_, mut record) = stored(&portal);
    bryn_decides(&mut record, BRYN);
    store(&portal, BRYN, &record);
    // What stands is Bryn's, whoever sends it on.
    store(&portal, ADA, &stored(&portal).1);
    assert_eq!(stored(&portal).1.sharing.choices.last().unwrap().by.trim(), BRYN.1);
}

type Change = fn(&mut CopyChoice);

/// Ada decided it, and Bryn makes it say something else in her name.
#[test]
fn a_choice_that_says_something_else_is_a_new_one() {
    let portal = Portal::start();
    let changes: [Change; 7] = [
        |row| row.wording = "In other words.".into(),
        |row| row.decision = Typed::Given(CopyDecision::Share),
        |row| row.reason = "Another reason.".into(),
        |row| row.place = "plan/why".into(),
        |row| row.language = "cy".into(),
        |row| row.by = DILYS.1.into(),
        |row| row.id = crate::copying::id("zc-99"),
    ];
    for change in changes {
        let told = refused(&portal, |record| change(&mut record.sharing.choices[2]));
        let id = &told[0].0;
        assert!(
            told.len() == 1 && ["sharing/choices/zc-3/by", "sharing/choices/zc-99/by"].contains(&id.as_str())
        );
    }
    let (_, mut record) = stored(&portal);
    record.sharing.choices[2].wording = "In other words.".into();
    record.sharing.choices[2].by = BRYN.1.into();
    store(&portal, BRYN, &record);
}

#[test]
fn what_is_said_names_the_place_in_words() {
    let told = refused(&Portal::start(), |record| bryn_decides(record, ADA));
    let expected = "Why there is a plan: this was decided in Ada Okafor’s name. You can decide about a copy as Bryn Parry only. Look at the copy, and decide again.";
    assert!(told[0].1.ends_with(expected), "{}", told[0].1);
    let told = refused(&Portal::start(), |record| {
        bryn_decides(record, ADA);
        record.sharing.choices.last_mut().unwrap().place = "nowhere at all".into();
    });
    assert!(told[0].1.starts_with("A copy for the family: this was decided"), "{}", told[0].1);
}

#[test]
fn taking_a_choice_back_is_for_everybody_and_a_meetings_page_decides_nothing() {
    let portal = Portal::start();
    let (version, mut record) = stored(&portal);
    let before = record.sharing.choices.len();
    bryn_decides(&mut record, ADA);
    let text = meeting(EnvelopeKind::Draft, &record, BRYN, "m-2");
    let answer = portal.send_to("/plans/CIN-1042/meetings/m-2", &portal.sign_in("bryn"), version, &text);
    assert_eq!(answer.status, 201, "{}", answer.text());
    let (_, mut record) = stored(&portal);
    assert_eq!(record.sharing.choices.len(), before);
    record.sharing.choices.clear();
    store(&portal, BRYN, &record);
    assert_eq!(stored(&portal).1.sharing.choices, []);
}
