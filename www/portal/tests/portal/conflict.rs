//! Two people write at once: nobody's words are overwritten.

use crate::portal::Portal;
use crate::sent::{ADA, BRYN, draft, record};
use serde_json::{Value, json};
use std::thread;

#[test]
fn whoever_is_second_is_shown_both_versions() {
    let portal = Portal::start();
    let (ada, bryn) = (portal.sign_in("ada"), portal.sign_in("bryn"));
    let (mut mine, mut theirs) = (record(&portal.data(&ada)), record(&portal.data(&bryn)));
    theirs.contingency.emergency_contact.write("01632 960999");
    mine.plan.actions.iter_mut().find(|action| action.id.as_str() == "t-1").unwrap().owner.write("w-1");
    assert_eq!(portal.send(&bryn, 1, &draft(&theirs, BRYN)).status, 201);

    let refused = portal.send(&ada, 1, &draft(&mine, ADA));

    assert_eq!(refused.status, 409);
    let conflict = &refused.json()["conflict"];
    assert_eq!(conflict["yours"]["after"], 1);
    assert_eq!(conflict["yours"]["by"]["name"], "Ada Okafor");
    assert_eq!(conflict["theirs"]["version"], 2);
    assert_eq!(conflict["theirs"]["by"], json!({ "name": "Bryn Parry", "role": "Team manager" }));
    assert_eq!(
        differences(conflict),
        [
            ("plan/actions/t-1/owner", "Ada Okafor", "Marcus Oyelaran"),
            ("contingency/emergency_contact", "Duty team, day and night: 01632 960300", "01632 960999"),
        ]
    );
    let label = conflict["differences"][0]["label"].as_str().unwrap();
    assert_eq!(label, "Action “Fit a stair gate and a door chain.”: Who will do it");
}

#[test]
fn after_seeing_both_mine_may_be_sent_as_a_new_version_and_theirs_is_kept() {
    let portal = Portal::start();
    let (ada, bryn) = (portal.sign_in("ada"), portal.sign_in("bryn"));
    let (mine, mut theirs) = (record(&portal.data(&ada)), record(&portal.data(&bryn)));
    theirs.plan.exit_criteria.write("Said by Bryn.");
    assert_eq!(portal.send(&bryn, 1, &draft(&theirs, BRYN)).status, 201);
    assert_eq!(portal.send(&ada, 1, &draft(&mine, ADA)).status, 409);

    assert_eq!(portal.send(&ada, 2, &draft(&mine, ADA)).status, 201);

    assert_eq!(portal.data(&ada)["version"], 3);
    let kept = portal.get("/plans/CIN-1042/versions/2/data.json", &ada).json();
    assert_eq!(kept["record"]["plan"]["exit_criteria"], "Said by Bryn.");
    assert_eq!(kept["readOnly"], true);
    assert!(kept.get("draftKey").is_none());
}

#[test]
fn of_eight_that_race_exactly_one_wins() {
    let portal = Portal::start();
    let cookie = portal.sign_in("ada");
    let record = record(&portal.data(&cookie));
    let send = |number: usize| {
        let mut mine = record.clone();
        mine.plan.why.write(&format!("Written in window {number}."));
        portal.send(&cookie, 1, &draft(&mine, ADA)).status
    };

    let statuses: Vec<u16> = thread::scope(|scope| {
        let send = &send;
        let racing: Vec<_> = (0..8).map(|number| scope.spawn(move || send(number))).collect();
        racing.into_iter().map(|racer| racer.join().unwrap()).collect()
    });

    assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 7, "{statuses:?}");
    assert_eq!(portal.data(&cookie)["version"], 2);
}

#[test]
fn nobody_is_asked_about_rows_that_only_were_moved() {
    let portal = Portal::start();
    let (ada, bryn) = (portal.sign_in("ada"), portal.sign_in("bryn"));
    let (mine, mut theirs) = (record(&portal.data(&ada)), record(&portal.data(&bryn)));
    theirs.plan.actions.reverse();
    assert_eq!(portal.send(&bryn, 1, &draft(&theirs, BRYN)).status, 201);

    assert_eq!(portal.send(&ada, 1, &draft(&mine, ADA)).status, 201);
}

fn differences(conflict: &Value) -> Vec<(&str, &str, &str)> {
    let text = |value: &'_ Value| -> &'static str { value.as_str().unwrap().to_owned().leak() };
    let rows = conflict["differences"].as_array().unwrap();
    rows.iter().map(|row| (text(&row["place"]), text(&row["yours"]), text(&row["theirs"]))).collect()
}
