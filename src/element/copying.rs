//! A family's copy for a plan's page: shown to whoever prepares or approves it, and as a file once it may go.
//!
//! Of the module of copies alone: a page fetches it when somebody looks at a copy or wants its file.

use crate::form::User;
use crate::form::copy::{Begin, Looking, Plan, own_page};
use crate::reading::family::{release, write_copy};
use crate::reading::page::{STYLES, document};
use crate::record::{Record, RowId, civil_date};
use crate::wire;
use crate::words::{Language, Words};
use js_sys::Function;
use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// What the view says to the script.
const RECORD: &str = "record";
const TAKE: &str = "take";
const FILE: &str = "file";

/// A copy that is shown. Freeing it disposes of everything that it holds.
#[wasm_bindgen]
pub struct CopyView {
    owner: Owner,
}

impl Drop for CopyView {
    fn drop(&mut self) {
        self.owner.cleanup();
    }
}

/// Shows the copy of this id in an element.
///
/// `settings` is JSON text `{copy, user: {id, name, role}, today, readOnly, lang, heading}`. `plan` is called with
/// `record` and answers with the plan's record as JSON text, with `take` and the JSON text of what was decided, and
/// with `file`. Nothing where the settings cannot be read.
#[wasm_bindgen]
pub fn copy_view(root: Element, settings: &str, plan: Function) -> Option<CopyView> {
    super::rescue::tell_of_stops();
    // Refused where another instance on the page has started it already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let settings: Value = serde_json::from_str(settings).ok()?;
    let begin = begin(&settings, plan)?;
    let owner = Owner::new();
    owner.with(|| Looking::begin(begin, &root));
    Some(CopyView { owner })
}

fn begin(settings: &Value, plan: Function) -> Option<Begin> {
    let text = |key: &str| settings.pointer(key).and_then(Value::as_str).unwrap_or_default();
    let user = |key: &str| text(&format!("/user/{key}")).to_owned();
    let level = settings.get("heading").and_then(Value::as_str).and_then(|level| level.parse().ok());
    Some(Begin {
        copy: RowId::new(text("/copy"))?,
        user: User { id: user("id"), name: user("name"), role: user("role"), agency: user("agency") },
        today: civil_date(text("/today"))?,
        read_only: settings.get("readOnly").and_then(Value::as_bool).unwrap_or_default(),
        words: Words::of(Language::from_tag(text("/lang"))),
        level: level.filter(|level| (1..=5).contains(level)).unwrap_or(2),
        ids: format!("c{:x}", (js_sys::Math::random() * 1e9) as u32),
        plan: asking(plan),
    })
}

fn asking(plan: Function) -> Plan {
    let said = |plan: &Function, word: &str, text: &str| {
        let answer = plan.call2(&JsValue::NULL, &JsValue::from_str(word), &JsValue::from_str(text));
        answer.ok().and_then(|answer| answer.as_string())
    };
    let (own, taken, file) = (plan.clone(), plan.clone(), plan);
    Plan {
        record: Box::new(move || said(&own, RECORD, "").map(|text| read(&text))),
        take: Box::new(move |record| {
            let decided = Record { sharing: record.sharing.clone(), ..Record::default() };
            let _ = said(&taken, TAKE, &wire::write_text(&decided));
        }),
        file: Box::new(move || _ = said(&file, FILE, "")),
    }
}

fn read(text: &str) -> Record {
    wire::parse(text.as_bytes()).map(|document| wire::read_record(&document).record).unwrap_or_default()
}

/// The styles of a copy's page.
#[wasm_bindgen]
pub fn copy_styles() -> String {
    STYLES.to_owned()
}

/// A copy as a file, as JSON text: `{text}`, or `{refused: [{code, message}]}` with every reason why it does not go.
/// `form` is `html` or `json`; the sentences about it are in English, or in Welsh for `cy`. `table` is a host's own table
/// of the page's sentences as JSON text, a sentence under each key, or blank.
#[wasm_bindgen]
pub fn copy_file(record: &str, copy: &str, today: &str, form: &str, language: &str, table: &str) -> String {
    let words = Words::of(Language::from_tag(language));
    let refused = |keys: Vec<&'static str>| {
        let told = keys.into_iter().map(|key| {
            let code = key.rsplit('.').next().unwrap_or_default();
            json!({ "code": code, "message": words.label(key) })
        });
        json!({ "refused": told.collect::<Value>() }).to_string()
    };
    let record = read(record);
    let Some((id, today)) = RowId::new(copy).zip(civil_date(today)) else {
        return refused(vec!["copies.refused.no-copy"]);
    };
    let table = (!table.is_empty()).then(|| serde_json::from_str(table).unwrap_or_default());
    if table.as_ref().is_some_and(|table| !is_a_table(table)) {
        return refused(vec!["copies.refused.table"]);
    }
    let own = table.map(|table| move |key: &str| Some(table.get(key)?.as_str()?.to_owned()));
    match release(&record, &id, today) {
        Ok(copy) if form == "json" => json!({ "text": write_copy(&copy) }).to_string(),
        Ok(copy) => {
            json!({ "text": own_page(&copy, own.as_ref().map(|own| own as _), document) }).to_string()
        }
        Err(reasons) => refused(reasons.into_iter().map(|reason| reason.words_key()).collect()),
    }
}

/// Whether a host's own table holds sentences and nothing else.
fn is_a_table(table: &Value) -> bool {
    table.as_object().is_some_and(|members| members.values().all(Value::is_string))
}
