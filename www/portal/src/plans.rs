//! The list of plans with their unmet points, the page with the element, and the data it is given.

use crate::chance::secret;
use crate::pages::{self, Listed};
use crate::portal::Portal;
use crate::refusal::{Refusal, json_answer};
use crate::sign_in::{SignedIn, User};
use crate::store::{Plan, Version};
use crate::{comments, findings, protocol};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::Markup;
use serde_json::{Value, json};
use std::sync::Arc;
use team_around::protocol::Scope;
use team_around::record::{Number, Record};
use team_around::wire::{read_text, write_record};

type Shared = State<Arc<Portal>>;

/// The list.
pub async fn list(State(portal): Shared, SignedIn(user): SignedIn) -> Result<Markup, Refusal> {
    let listed = portal
        .away(move |portal| {
            portal
                .store
                .plans()?
                .into_iter()
                .filter_map(|plan| listed(portal, user, plan).transpose())
                .collect()
        })
        .await?;
    Ok(pages::list(user, listed))
}

/// A plan as the list shows it: the stored record, reviewed again today.
fn listed(portal: &Portal, user: &User, plan: Plan) -> Result<Option<Listed>, Refusal> {
    let Some(version) = portal.store.latest(&plan.reference)? else { return Ok(None) };
    let record = read_text(&version.record).record;
    let protocol = protocol::of(&plan.protocol).map_err(Refusal::broken)?;
    let mut findings = findings::of(&record, &protocol, portal.today());
    findings.retain(|finding| finding.is_open() && Scope::Plan.answers_for(finding));
    let comments = comments::unread(portal, user, &plan.reference)?;
    Ok(Some(Listed { reference: plan.reference, version, record, protocol, findings, comments }))
}

/// The page with the element.
pub async fn page(
    State(portal): Shared,
    SignedIn(user): SignedIn,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let act = move |portal: &Portal, plan: &Plan, version: &Version| {
        let comments = comments::section(portal, user, &plan.reference, &record_of(version))?;
        Ok(pages::plan(user, plan, version, &comments))
    };
    of_latest(&portal, reference, act).await
}

/// What the page's script gives the element.
pub async fn data(
    State(portal): Shared,
    SignedIn(user): SignedIn,
    Path(reference): Path<String>,
) -> Result<Response, Refusal> {
    let act = move |portal: &Portal, plan: &Plan, version: &Version| {
        let mut given = given(portal, user, plan, version);
        given["draftKey"] = Value::from(draft_key(portal, user, &plan.reference)?);
        Ok(given)
    };
    Ok(json_answer(StatusCode::OK, &of_latest(&portal, reference, act).await?))
}

/// The page of one stored version, to read.
pub async fn version_page(
    State(portal): Shared,
    SignedIn(user): SignedIn,
    Path((reference, number)): Path<(String, u32)>,
) -> Result<Markup, Refusal> {
    let (plan, version) = portal.away(move |portal| one(portal, &reference, number)).await?;
    Ok(pages::version(user, &plan, &version))
}

/// What that page's script gives the element: no draft key, for nothing is written there.
pub async fn version_data(
    State(portal): Shared,
    SignedIn(user): SignedIn,
    Path((reference, number)): Path<(String, u32)>,
) -> Result<Response, Refusal> {
    let given = portal.away(move |portal| {
        let (plan, version) = one(portal, &reference, number)?;
        let mut given = given(portal, user, &plan, &version);
        given["readOnly"] = Value::from(true);
        if !version.meeting.is_empty() {
            given["meeting"] = Value::from(version.meeting);
        }
        Ok(given)
    });
    Ok(json_answer(StatusCode::OK, &given.await?))
}

/// The secret for one user's drafts of one document.
///
/// # Errors
/// When SQLite fails, or the machine gives no random numbers.
pub fn draft_key(portal: &Portal, user: &User, document: &str) -> Result<String, Refusal> {
    let offered = secret::<32>().ok_or_else(|| Refusal::broken("This machine gives no random numbers."))?;
    Ok(portal.store.draft_key(user.id, document, &offered)?)
}

/// A plan with its latest version.
///
/// # Errors
/// That there is no such plan.
pub fn latest(portal: &Portal, reference: &str) -> Result<(Plan, Version), Refusal> {
    let plan = portal.store.plan(reference)?.ok_or_else(Refusal::not_found)?;
    let version = portal.store.latest(reference)?.ok_or_else(Refusal::not_found)?;
    Ok((plan, version))
}

/// Does something with a plan and its latest version, away from the thread that answers others.
///
/// # Errors
/// That there is no such plan, or what `act` answered.
pub async fn of_latest<T, F>(portal: &Arc<Portal>, reference: String, act: F) -> Result<T, Refusal>
where
    T: Send + 'static,
    F: FnOnce(&Portal, &Plan, &Version) -> Result<T, Refusal> + Send + 'static,
{
    let of_plan = move |portal: &Portal| {
        let (plan, version) = latest(portal, &reference)?;
        act(portal, &plan, &version)
    };
    portal.away(of_plan).await
}

fn one(portal: &Portal, reference: &str, number: u32) -> Result<(Plan, Version), Refusal> {
    let plan = portal.store.plan(reference)?.ok_or_else(Refusal::not_found)?;
    let version = portal.store.version(reference, number)?.ok_or_else(Refusal::not_found)?;
    Ok((plan, version))
}

/// The element's properties under their own names, and the version that goes into `If-Match`.
pub fn given(portal: &Portal, user: &User, plan: &Plan, version: &Version) -> Value {
    json!({
        "version": version.number,
        "record": record(version),
        "protocol": plan.protocol.split_whitespace().collect::<Vec<_>>(),
        "today": portal.today().to_string(),
        "user": user.json(),
    })
}

/// The record with the version that the portal counted.
pub fn record(version: &Version) -> Value {
    write_record(&record_of(version))
}

/// The same, to read.
pub fn record_of(version: &Version) -> Record {
    let mut record = read_text(&version.record).record;
    record.document.version = Number::Given(version.number);
    record
}
