//! Handing a copy to one reader of the family: how far each copy has come, and the links.
//!
//! What a link opens is what `reading::family::release` lets out today: prepared by one person, approved
//! by another, unchanged since. That document and nothing else of the record waits behind the link, which
//! has a random token for one purpose. The link is shown once, to be sent to its one reader by a way
//! that is safe for them. It opens until its last day, or until somebody ends it: see `approvals.rs` for
//! what ends it with a new version of the plan.
//!
//! A second factor is for the council to add: a question that this reader alone can answer, or a code.

use crate::chance::{hash, secret};
use crate::copies_page::{self, Listed};
use crate::plans::{latest, of_latest, record_of};
use crate::portal::{Portal, now};
use crate::refusal::{Refusal, json_answer};
use crate::requests::{MOST_DAYS, USUAL_DAYS};
use crate::said::moment;
use crate::sign_in::{SignedIn, User};
use crate::store::{Ended, FamilyLink, Plan, Version};
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{Days, NaiveDate};
use maud::Markup;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use team_around::reading::family::{FamilyCopy, prepared, release, write_copy};
use team_around::record::sharing::PreparedCopy;
use team_around::record::{Record, RowId};
use team_around::words::{Language, Words};

type Shared = State<Arc<Portal>>;

/// The page with each copy of a plan.
pub async fn page(
    State(portal): Shared,
    SignedIn(user): SignedIn,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let act = move |portal: &Portal, plan: &Plan, version: &Version| {
        let record = record_of(version);
        let links = portal.store.family_links(&plan.reference)?;
        let listed = record.sharing.copies.iter().map(|row| listed(&record, row, &links, portal.today()));
        Ok(copies_page::page(user, plan, &listed.collect::<Vec<_>>()))
    };
    of_latest(&portal, reference, act).await
}

fn listed(record: &Record, row: &PreparedCopy, links: &[FamilyLink], today: NaiveDate) -> Listed {
    let refused = match release(record, &row.id, today) {
        Ok(_) => Vec::new(),
        Err(refused) => refused,
    };
    let found = prepared(record, &row.id).unwrap_or_default();
    let leaks = found.leaks.iter().filter(|leak| leak.stops());
    let mut leaks: Vec<String> = leaks.map(|leak| copies_page::leak(leak, record)).collect();
    // Two secrets that one sentence gives away are told in the same words.
    leaks.dedup();
    let named = |id: &RowId| match record.name_of(id) {
        "" => "somebody whose name is missing".to_owned(),
        name => name.to_owned(),
    };
    let names = |ids: &[RowId]| ids.iter().map(named).collect::<Vec<_>>();
    let own = links.iter().filter(|link| link.copy == row.id.as_str());
    Listed {
        row: row.clone(),
        readers: names(row.readers.ids()).join(" and "),
        children: names(row.children.ids()).join(" and "),
        several: row.readers.ids().len() > 1,
        refused,
        leaks,
        before_approval: found.refused,
        links: own.map(|link| (link.id, said(link, today), link.opens(today))).collect(),
    }
}

/// The links of each copy, for the page to show anew once one was made or ended.
pub async fn links(
    State(portal): Shared,
    SignedIn(_): SignedIn,
    Path(reference): Path<String>,
) -> Result<Response, Refusal> {
    let act = move |portal: &Portal, plan: &Plan, _: &Version| {
        let links = portal.store.family_links(&plan.reference)?;
        let today = portal.today();
        let told = links.iter().map(|link| {
            json!({ "id": link.id, "copy": link.copy, "said": said(link, today), "opens": link.opens(today) })
        });
        Ok(told.collect::<Value>())
    };
    Ok(json_answer(StatusCode::OK, &of_latest(&portal, reference, act).await?))
}

/// Who made a link, until when, and what became of it.
fn said(link: &FamilyLink, today: NaiveDate) -> String {
    let FamilyLink { by_name, by_role, made_at, first_opened, opens_until, .. } = link;
    let until = moment(opens_until);
    let state = match link.ended {
        Some(Ended::Revoked) => "It was revoked.".to_owned(),
        Some(Ended::Replaced) => "A newer link took its place.".to_owned(),
        Some(Ended::Approval) => "It ended when the approval changed.".to_owned(),
        Some(Ended::Withdrawn) => "It ended when the copy was withdrawn.".to_owned(),
        None if link.opens(today) => format!("It opens until {until}."),
        None => format!("It opened until {until}."),
    };
    let opened = match first_opened.as_str() {
        "" => "Nobody opened it.".to_owned(),
        first => format!("It was first opened on {}.", moment(first)),
    };
    format!("Link made by {by_name}, {by_role}, {}. {state} {opened}", moment(made_at))
}

/// Makes a link for an approved copy, and answers with it.
pub async fn hand_out(
    State(portal): Shared,
    SignedIn(user): SignedIn,
    Path((reference, copy)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Refusal> {
    only_who_hands_out(user)?;
    let wanted: Map<String, Value> = serde_json::from_slice(&body).map_err(|_| {
        refuse("What was sent is no JSON object. Nothing was made, and the link before stays.")
    })?;
    let days = wanted.get("days").map_or(Some(USUAL_DAYS), Value::as_u64);
    let days = days.filter(|days| (1..=MOST_DAYS).contains(days)).ok_or_else(|| {
        refuse(&format!("A link opens for 1 to {MOST_DAYS} days. Give a whole number of days."))
    })?;
    let copy = RowId::new(&copy).ok_or_else(Refusal::not_found)?;
    let act = move |portal: &Portal| make(portal, user, &reference, &copy, days);
    Ok(json_answer(StatusCode::CREATED, &portal.away(act).await?))
}

fn only_who_hands_out(user: &User) -> Result<(), Refusal> {
    let sentence = "The lead social worker and the chair hand copies to the family.";
    if user.hands_out_copies() { Ok(()) } else { Err(Refusal::new(StatusCode::FORBIDDEN, sentence)) }
}

fn refuse(sentence: &str) -> Refusal {
    Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, sentence)
}

fn make(portal: &Portal, user: &User, reference: &str, id: &RowId, days: u64) -> Result<Value, Refusal> {
    let (plan, version) = latest(portal, reference)?;
    let record = record_of(&version);
    let (reader, released) = released(&record, id, portal.today())?;
    let token = secret::<32>().ok_or_else(|| Refusal::broken("This machine gives no random numbers."))?;
    let today = portal.today();
    let until = today.checked_add_days(Days::new(days)).unwrap_or(today);
    let until = released.expires_on.map_or(until, |last| last.min(until));
    let new = FamilyLink {
        id: 0,
        reference: plan.reference,
        copy: id.to_string(),
        reader: reader.to_string(),
        version: version.number,
        released: write_copy(&released),
        by_name: user.name.to_owned(),
        by_role: user.role.to_owned(),
        made_at: now(),
        opens_until: until.to_string(),
        first_opened: String::new(),
        ended: None,
    };
    if !portal.store.hand_out(&hash(token.as_bytes()), &new, today)? {
        let sentence = "The plan was changed at this moment. Look at the copy again, then make the link.";
        return Err(Refusal::new(StatusCode::CONFLICT, sentence));
    }
    Ok(json!({
        "link": format!("/read/{token}"),
        "until": moment(&new.opens_until),
        "reader": record.name_of(&reader),
        "way": copies_page::way(&record, &reader),
    }))
}

/// The copy as it goes out today, with its one reader.
fn released(record: &Record, id: &RowId, today: NaiveDate) -> Result<(RowId, FamilyCopy), Refusal> {
    let row = record.sharing.copies.iter().find(|row| row.id == *id).ok_or_else(Refusal::not_found)?;
    let released = release(record, id, today).map_err(|refused| {
        let words = Words::of(Language::English);
        let told: Vec<&str> = refused.iter().map(|refusal| words.label(refusal.words_key())).collect();
        refuse(&told.join(" "))
    })?;
    match row.readers.ids() {
        [reader] => Ok((reader.clone(), released)),
        _ => Err(refuse("A link is for one reader. Prepare a copy for each of them.")),
    }
}

/// Ends a link: it opens nothing from now on. What its reader said stays.
pub async fn revoke(
    State(portal): Shared,
    SignedIn(user): SignedIn,
    Path((reference, id)): Path<(String, i64)>,
) -> Result<Response, Refusal> {
    only_who_hands_out(user)?;
    let revoked = portal.away(move |portal| Ok(portal.store.revoke(&reference, id)?)).await?;
    if revoked { Ok(StatusCode::NO_CONTENT.into_response()) } else { Err(Refusal::not_found()) }
}
