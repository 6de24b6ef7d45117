//! Copies of the invented family's plan, as its people prepare, approve and hand them out.

use crate::portal::{Answer, Portal, TODAY};
use crate::sent::{ADA, BRYN, draft, record};
use serde_json::{Value, json};
use team_around::calendar::civil_date;
use team_around::reading::family::prepared;
use team_around::record::sharing::{CopyChoice, CopyDecision, PreparedCopy};
use team_around::record::{Link, Record, RowId, Typed};

/// Delyth's copy: Ada has prepared it in the first version of the plan.
pub const DELYTHS: &str = "z-1";
/// Tunde's: nobody has prepared it yet.
pub const TUNDES: &str = "z-2";
/// Where Delyth lives, which nobody may tell Tunde.
pub const ADDRESS: &str = "14 Rhes yr Afon, Abercastell";
pub const COPIES: &str = "/plans/CIN-1042/copies";

pub fn id(text: &str) -> RowId {
    RowId::new(text).unwrap()
}

pub fn row<'a>(record: &'a mut Record, copy: &str) -> &'a mut PreparedCopy {
    record.sharing.copies.iter_mut().find(|row| row.id.as_str() == copy).unwrap()
}

/// The plan as it is stored.
pub fn stored(portal: &Portal) -> (u32, Record) {
    let data = portal.data(&portal.sign_in("ada"));
    (u32::try_from(data["version"].as_u64().unwrap()).unwrap(), record(&data))
}

/// Sends the plan as this person, after the latest version.
pub fn send(portal: &Portal, by: (&str, &str, &str), record: &Record) -> Answer {
    let (version, _) = stored(portal);
    portal.send(&portal.sign_in(by.0), version, &draft(record, by))
}

/// The same, and it is stored.
pub fn store(portal: &Portal, by: (&str, &str, &str), record: &Record) {
    let answer = send(portal, by, record);
    assert_eq!(answer.status, 201, "{}", answer.text());
}

/// What the server itself says that the approver sees.
pub fn seal(record: &Record, copy: &str) -> String {
    prepared(record, &id(copy)).unwrap().seal
}

/// Writes an approval into the record as the form does.
pub fn write_approval(record: &mut Record, copy: &str, by: (&str, &str, &str)) {
    let seal = seal(record, copy);
    let row = row(record, copy);
    row.approved_by = by.1.into();
    row.approved_role = by.2.into();
    row.approved_on = Typed::Given(civil_date(TODAY).unwrap());
    row.approved = seal.as_str().into();
}

/// Bryn approves Delyth's copy as it stands.
pub fn approve(portal: &Portal, copy: &str) {
    let (_, mut record) = stored(portal);
    write_approval(&mut record, copy, BRYN);
    store(portal, BRYN, &record);
}

/// Ada prepares Tunde's copy, so that nothing in it would give Delyth away.
pub fn prepare_for_tunde(record: &mut Record) {
    let wording = "Tunde will finish his course and see the children with family.";
    reword(record, ADA, TUNDES, "plan/parent_summary", wording);
    // Delyth comes to the same meeting.
    confirm(record, ADA, TUNDES, "meetings/m-2", "He comes to the second half, when she has left.");
    let row = row(record, TUNDES);
    row.prepared_by = ADA.1.into();
    row.prepared_on = Typed::Given(civil_date(TODAY).unwrap());
    row.expires_on = Typed::Given(civil_date("2026-06-12").unwrap());
}

pub fn reword(record: &mut Record, by: (&str, &str, &str), copy: &str, place: &str, wording: &str) {
    let reason = "Said for this reader.".into();
    decide(
        record,
        by,
        copy,
        place,
        CopyChoice { wording: wording.into(), reason, ..of(CopyDecision::Reword) },
    );
}

/// Lets this reader know what a place gives away.
pub fn confirm(record: &mut Record, by: (&str, &str, &str), copy: &str, place: &str, reason: &str) {
    decide(record, by, copy, place, CopyChoice { reason: reason.into(), ..of(CopyDecision::Confirm) });
}

fn of(decision: CopyDecision) -> CopyChoice {
    CopyChoice { decision: Typed::Given(decision), ..CopyChoice::default() }
}

fn decide(record: &mut Record, by: (&str, &str, &str), copy: &str, place: &str, choice: CopyChoice) {
    let id_of_row = id(&format!("choice-{}", record.sharing.choices.len()));
    let by = by.1.into();
    record.sharing.choices.push(CopyChoice {
        id: id_of_row,
        copy: Link::to(&id(copy)),
        place: place.into(),
        by,
        ..choice
    });
}

/// Asks for a link.
pub fn asked(portal: &Portal, user: &str, copy: &str, body: &Value) -> Answer {
    let cookie = portal.sign_in(user);
    portal.post(&format!("{COPIES}/{copy}/links"), &[("cookie", &cookie)], body.to_string().as_bytes())
}

/// The address behind which an approved copy waits.
pub fn hand_out(portal: &Portal, copy: &str) -> String {
    let answer = asked(portal, "ada", copy, &json!({}));
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.json()["link"].as_str().unwrap().to_owned()
}

/// A portal in which Delyth's copy is approved, and its address.
pub fn handed_out() -> (Portal, String) {
    let portal = Portal::start();
    approve(&portal, DELYTHS);
    let link = hand_out(&portal, DELYTHS);
    (portal, link)
}

/// The links of a plan's copies, the latest first.
pub fn links(portal: &Portal) -> Vec<Value> {
    let list = portal.get(&format!("{COPIES}/links.json"), &portal.sign_in("ada")).json();
    list.as_array().unwrap().clone()
}

pub fn revoke(portal: &Portal, user: &str, link: &Value) -> Answer {
    let path = format!("/plans/CIN-1042/links/{}/revoke", link["id"]);
    portal.post(&path, &[("cookie", &portal.sign_in(user))], b"{}")
}

/// What a reader says, without a sign-in.
pub fn say(portal: &Portal, link: &str, body: &Value) -> Answer {
    portal.post(&format!("{link}/comments"), &[], body.to_string().as_bytes())
}
