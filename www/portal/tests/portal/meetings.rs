//! A meeting from the list to its record: one record with the plan's, checked for what it answers for.

use crate::portal::Portal;
use crate::sent::{ADA, BRYN, DILYS, draft, findings, meeting, record, set_aside_what_stops, submission};
use team_around::protocol::Finding;
use team_around::record::{Choice, Record, civil_date};
use team_around::wire::{Envelope, EnvelopeKind, merge};

const LIST: &str = "/plans/CIN-1042/meetings";
const REVIEW: &str = "/plans/CIN-1042/meetings/m-2";

/// What stands in the list about one meeting.
fn listed(portal: &Portal, cookie: &str, id: &str) -> String {
    let page = portal.get(LIST, cookie);
    let part = page.text().split(&format!("<article id=\"{id}\">")).nth(1).unwrap().to_owned();
    part.split("</article>").next().unwrap().to_owned()
}

#[test]
fn the_list_has_each_meeting_with_its_day_kind_and_state() {
    let portal = Portal::start();
    let cookie = portal.sign_in("dilys");
    let review = listed(&portal, &cookie, "m-2");
    assert!(review.contains("2 April 2026") && review.contains("Being prepared"), "{review}");
    assert!(review.contains("eview"), "{review}");
    // Held on Tuesday 24 February: ten working days end on Tuesday 10 March, six days before today.
    let first = listed(&portal, &cookie, "m-1");
    assert!(first.contains("24 February 2026") && first.contains("Held"), "{first}");
    assert!(first.contains("by 10 March 2026: 6 days ago"), "{first}");
}

#[test]
fn the_days_left_to_send_are_counted_and_go_once_everybody_has_it() {
    let portal = Portal::start_on("2026-03-16");
    let ada = portal.sign_in("ada");
    let mut record = record(&portal.data(&ada));
    record.meetings[0].on = team_around::record::Day::Given(civil_date("2026-03-10").unwrap());
    assert_eq!(portal.send(&ada, 1, &draft(&record, ADA)).status, 201);
    // Ten working days after Tuesday 10 March end on Tuesday 24 March.
    let first = listed(&portal, &ada, "m-1");
    assert!(first.contains("by 24 March 2026: 8 days left"), "{first}");

    send_to_everybody(&mut record);
    assert_eq!(portal.send(&ada, 2, &draft(&record, ADA)).status, 201);
    let first = listed(&portal, &ada, "m-1");
    assert!(first.contains(">Sent<") && !first.contains("left"), "{first}");
}

fn send_to_everybody(record: &mut Record) {
    let all = record.people.iter().map(|row| &row.id).chain(record.professionals.iter().map(|row| &row.id));
    let copies: Vec<String> = all
        .map(|id| {
            format!(
                r#"{{"id":"y-{id}","recipient":"{id}","meeting":"m-1","status":"sent","sent_on":"2026-03-12"}}"#
            )
        })
        .collect();
    let text = format!(r#"{{"distribution":{{"copies":[{}]}}}}"#, copies.join(","));
    record.distribution.copies = team_around::wire::read_text(&text).record.distribution.copies;
}

#[test]
fn next_is_the_meeting_that_comes_next_or_a_new_one() {
    let portal = Portal::start();
    let cookie = portal.sign_in("ada");
    let next = portal.get("/plans/CIN-1042/meetings/next", &cookie);
    assert_eq!((next.status, next.header("location")), (303, REVIEW));
    let new = portal.get("/plans/CIN-1043/meetings/next", &cookie);
    assert_eq!(new.status, 200);
    assert!(new.text().contains("A new meeting") && new.text().contains("<details id=\"reports\" hidden"));
    assert_eq!(portal.get("/plans/CIN-1043/meetings/next/data.json", &cookie).json().get("meeting"), None);
    assert_eq!(portal.get("/plans/CIN-1042/meetings/m-9", &cookie).status, 404);
}

#[test]
fn where_no_next_meeting_is_planned_the_list_says_so_and_how_to_prepare_it() {
    let mut portal = Portal::start();
    let ada = portal.sign_in("ada");
    assert!(portal.get(LIST, &ada).text().contains("Go to the next meeting"));
    // The day of the review, 2 April, has passed.
    portal.restart_on("2026-04-03");
    let next = portal.get("/plans/CIN-1042/meetings/next", &ada);
    assert_eq!((next.status, next.header("location")), (303, LIST));
    let list = portal.get(LIST, &ada);
    assert!(list.text().contains("No next meeting is planned."), "{}", list.text());
    assert!(!list.text().contains("Go to the next meeting"));
    assert!(list.text().contains(&format!("<a href=\"{REVIEW}\">Prepare it from the last meeting</a>")));
    assert!(portal.get("/plans/CIN-1043/meetings", &ada).text().contains("Prepare the first meeting"));
}

#[test]
fn a_new_meeting_is_known_by_its_own_id_once_it_is_stored() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let data = portal.get("/plans/CIN-1043/meetings/next/data.json", &ada).json();
    let mut record = record(&data);
    record.meetings = team_around::wire::read_text(r#"{"meetings":[{"id":"k-1"}]}"#).record.meetings;
    let text = meeting(EnvelopeKind::Draft, &record, ADA, "k-1");
    let stored = portal.send_to("/plans/CIN-1043/meetings/next", &ada, 1, &text);
    assert_eq!((stored.status, stored.json()["meeting"].as_str()), (201, Some("k-1")));
    assert_eq!(portal.get("/plans/CIN-1043/meetings/k-1", &ada).status, 200);
}

#[test]
fn a_meeting_that_was_prepared_on_anothers_page_is_named_in_the_receipt() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let mut record = record(&portal.data(&ada));
    let next = r#"{"meetings":[{"id":"m-3","kind_detail":"Second review","on":"2026-05-14"}]}"#;
    record.meetings.extend(team_around::wire::read_text(next).record.meetings);
    let text = meeting(EnvelopeKind::Draft, &record, ADA, "m-3");
    let stored = portal.send_to("/plans/CIN-1042/meetings/m-1", &ada, 1, &text).json();
    assert_eq!(
        (stored["meeting"].as_str(), stored["title"].as_str()),
        (Some("m-3"), Some("Second review, 14 May 2026"))
    );
    let page = portal.get("/plans/CIN-1042/meetings/m-3", &ada);
    assert!(page.text().contains("<h1>Second review, 14 May 2026</h1>"));
    assert!(page.text().contains("<details id=\"reports\">"));
}

#[test]
fn three_people_work_on_one_meeting_and_what_it_changed_is_told_from_before_it() {
    let portal = Portal::start();
    let [ada, bryn, dilys] = ["ada", "bryn", "dilys"].map(|user| portal.sign_in(user));
    let mut row = record(&portal.data(&ada));
    row.plan.actions[0].what.write("As it stood before the meeting.");
    assert_eq!(portal.send(&ada, 1, &draft(&row, ADA)).status, 201);
    let send = |cookie: &str, after: u32, by, purpose: &str| {
        let data = portal.get(&format!("{REVIEW}/data.json"), cookie).json();
        assert_eq!((data["meeting"].as_str(), data["version"].as_u64()), (Some("m-2"), Some(after.into())));
        let mut changed = record(&data);
        changed.plan.actions[0].what.write("Changed in the meeting.");
        changed.meetings[1].purpose.write(purpose);
        portal.send_to(REVIEW, cookie, after, &meeting(EnvelopeKind::Draft, &changed, by, "m-2")).status
    };
    assert_eq!(send(&ada, 2, ADA, "Prepared."), 201);
    assert_eq!(send(&dilys, 3, DILYS, "Written down."), 201);
    assert_eq!(send(&bryn, 4, BRYN, "Checked."), 201);

    let data = portal.get(&format!("{REVIEW}/data.json"), &bryn).json();

    assert_eq!(data["version"], 5);
    assert_eq!(data["user"]["role"], "Team manager");
    assert_eq!(data["record"]["meetings"][1]["purpose"], "Checked.");
    assert_eq!(data["record"]["plan"]["actions"][0]["what"], "Changed in the meeting.");
    assert_eq!(data["planBefore"]["plan"]["actions"][0]["what"], "As it stood before the meeting.");
    // A plan's page shows the same record, as a draft: it changed in the meeting.
    assert_eq!(portal.data(&ada)["record"]["plan"]["actions"][0]["what"], "Changed in the meeting.");
}

/// The first parts of the places, each once.
fn homes(places: &[String]) -> Vec<&str> {
    let mut homes: Vec<&str> = places.iter().filter_map(|place| place.split('/').next()).collect();
    homes.dedup();
    homes
}

#[test]
fn each_document_is_stopped_by_what_is_asked_in_it_alone() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let mut record = record(&portal.data(&ada));
    record.overrides.clear();
    // Nobody has said whether the grandmother is asked to come: for the meeting's record alone.
    record.attendance[2].invited = Choice::Blank;
    // A day that cannot be read is asked about in both; how Mali was talked with in the plan alone.
    let plan = portal.send(&ada, 1, &submission(&record, ADA));
    let held = portal.send_to(REVIEW, &ada, 1, &meeting(EnvelopeKind::Submission, &record, ADA, "m-2"));
    assert_eq!((plan.status, held.status), (422, 422));
    assert!(held.message().contains("record of the meeting cannot be finished"), "{}", held.message());
    let (plan, held) = (plan.places(), held.places());
    assert!(plan.contains(&"plan/actions/t-6/due".to_owned()), "{plan:?}");
    assert!(held.contains(&"plan/actions/t-6/due".to_owned()), "{held:?}");
    assert!(homes(&plan).contains(&"children") && !homes(&held).contains(&"children"), "{held:?}");
    assert!(homes(&held).contains(&"attendance") && !homes(&plan).contains(&"attendance"), "{plan:?}");
}

#[test]
fn a_meetings_record_is_finished_while_the_plan_is_not() {
    let portal = Portal::start();
    let bryn = portal.sign_in("bryn");
    let mut record = record(&portal.data(&bryn));
    set_aside_what_stops(&mut record, BRYN);
    record.overrides.retain(|row| !row.place.starts_with("children/"));
    assert!(findings(&record).iter().any(Finding::stops), "the plan is not stopped");
    assert_eq!(portal.send(&bryn, 1, &submission(&record, BRYN)).status, 422);

    let text = meeting(EnvelopeKind::Submission, &record, BRYN, "m-2");
    let stored = portal.send_to(REVIEW, &bryn, 1, &text);

    assert_eq!(stored.status, 201, "{}", stored.text());
    let plans = portal.get("/plans", &bryn);
    assert!(!plans.text().contains("Final"), "the plan is shown as final");
}

#[test]
fn a_document_is_sent_from_its_own_page() {
    let portal = Portal::start();
    let ada = portal.sign_in("ada");
    let record = record(&portal.data(&ada));
    let (plan, held) = (draft(&record, ADA), meeting(EnvelopeKind::Draft, &record, ADA, "m-2"));
    for answer in [portal.send(&ada, 1, &held), portal.send_to(REVIEW, &ada, 1, &plan)] {
        assert_eq!(answer.status, 422);
        assert!(answer.text().contains("from its own page"), "{}", answer.text());
    }
}

#[test]
fn whoever_is_second_can_bring_the_other_version_in() {
    let portal = Portal::start();
    let (ada, dilys) = (portal.sign_in("ada"), portal.sign_in("dilys"));
    let (mut mine, mut theirs) = (record(&portal.data(&ada)), record(&portal.data(&dilys)));
    mine.meetings[1].members_told_how.write("By letter.");
    theirs.meetings[1].frequency_realistic.write("Every six weeks is what the family can manage.");
    let sent = |row: &Record, by| meeting(EnvelopeKind::Draft, row, by, "m-2");
    assert_eq!(portal.send_to(REVIEW, &dilys, 1, &sent(&theirs, DILYS)).status, 201);
    let refused = portal.send_to(REVIEW, &ada, 1, &sent(&mine, ADA));
    assert_eq!(refused.status, 409);
    let other = &refused.json()["conflict"]["theirs"];
    assert_eq!(other["page"], "/plans/CIN-1042/versions/2");

    let copy = portal.get(&format!("{REVIEW}/versions/2/copy.json"), &ada);
    let merged = merge(&mine, &Envelope::read_text(copy.text()).envelope).unwrap();

    assert_eq!(merged.differences, []);
    assert_eq!(merged.record.meetings[1].members_told_how.trim(), "By letter.");
    assert!(merged.record.meetings[1].frequency_realistic.contains("six weeks"));
    assert_eq!(merged.record.contributions[0].by.trim(), "Dilys Amadi");
    assert_eq!(portal.send_to(REVIEW, &ada, 2, &sent(&merged.record, ADA)).status, 201);
}
