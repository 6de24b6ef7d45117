//! What is stored outlives the program.

use crate::portal::Portal;
use crate::sent::{ADA, draft, record};

#[test]
fn a_stored_plan_its_versions_and_the_session_are_there_after_a_power_cut() {
    let mut portal = Portal::start();
    let cookie = portal.sign_in("ada");
    let before = portal.data(&cookie);
    let mut record = record(&before);
    record.plan.why.write("Kept.");
    assert_eq!(portal.send(&cookie, 1, &draft(&record, ADA)).status, 201);

    portal.restart();

    let after = portal.data(&cookie);
    assert_eq!(after["version"], 2);
    assert_eq!(after["record"]["plan"]["why"], "Kept.");
    assert_eq!(after["draftKey"], before["draftKey"]);
    assert_eq!(portal.get("/plans/CIN-1042/versions/1/data.json", &cookie).json()["version"], 1);
}

#[test]
fn each_user_has_a_draft_key_of_their_own_for_each_plan() {
    let portal = Portal::start();
    let (ada, bryn) = (portal.sign_in("ada"), portal.sign_in("bryn"));
    let other_plan = portal.get("/plans/CIN-1043/data.json", &ada).json();
    let keys = [&portal.data(&ada), &portal.data(&bryn), &other_plan].map(|data| data["draftKey"].clone());
    assert!(keys[0] != keys[1] && keys[0] != keys[2]);
    assert!(keys.iter().all(|key| key.as_str().is_some_and(|key| key.len() == 64)));
}
