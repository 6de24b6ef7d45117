//! The contract with a host page: said once in `contract.rs`, and kept by the script and the types.

use crate::source::{below, text};
use std::collections::BTreeSet;

type Names = BTreeSet<String>;

/// The texts between quotation marks after this beginning, until this end.
fn quoted(source: &str, begin: &str, end: &str) -> Names {
    let (_, after) = source.split_once(begin).unwrap_or_else(|| panic!("no {begin}"));
    let (list, _) = after.split_once(end).unwrap();
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn contract(list: &str) -> Names {
    quoted(&text("src/element/contract.rs"), &format!("pub const {list}: &[&str] ="), ";")
}

/// The events of the contract, each with its detail's members.
fn events() -> Vec<(String, Names, bool)> {
    let contract = text("src/element/contract.rs");
    let (_, after) = contract.split_once("pub const EVENTS").unwrap();
    let (list, _) = after.split_once("];").unwrap();
    let lines = list.lines().filter(|line| line.contains("\"ta-"));
    let named = |line: &str| line.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    lines
        .map(|line| {
            let mut names = named(line).into_iter();
            (names.next().unwrap(), names.collect(), line.contains("cancelable: true"))
        })
        .collect()
}

fn event_names() -> Names {
    events().into_iter().map(|(name, ..)| name).collect()
}

fn script() -> String {
    text("src/element/element.js")
}

/// What takes the host's properties and attributes.
fn host() -> String {
    text("src/element/host.js")
}

/// The element, its form's life, and what keeps drafts and hands over for it.
fn telling() -> String {
    ["life", "keeping", "handing"].map(|name| text(&format!("src/element/{name}.js"))).join("") + &script()
}

/// The type of an event in the `.d.ts`: what stands after its name, up to the next one's.
fn typed(types: &str, event: &str) -> String {
    let (_, after) =
        types.split_once(&format!("\"{event}\": CustomEvent<")).unwrap_or_else(|| panic!("{event}"));
    after.split("\"ta-").next().unwrap().split("\n}\n").next().unwrap().to_owned()
}

#[test]
fn the_script_watches_the_attributes_of_the_contract() {
    assert_eq!(quoted(&host(), "const ATTRIBUTES = [", "]"), contract("ATTRIBUTES"));
    assert!(script().contains("static observedAttributes = ATTRIBUTES;"));
}

#[test]
fn the_script_takes_the_properties_of_the_contract() {
    assert_eq!(quoted(&host(), "const PROPERTIES = [", "]"), contract("PROPERTIES"));
}

#[test]
fn the_script_has_the_methods_of_the_contract() {
    let own = [
        "constructor",
        "connectedCallback",
        "disconnectedCallback",
        "adoptedCallback",
        "attributeChangedCallback",
        "formAssociatedCallback",
        "formDisabledCallback",
        "formResetCallback",
    ];
    let script = script();
    let lines = script.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let methods: Names = lines
        .filter(|line| line.ends_with(") {"))
        .map(|line| line.trim().trim_start_matches("async ").split('(').next().unwrap().to_owned())
        .filter(|name| name.chars().all(char::is_alphanumeric) && !own.contains(&name.as_str()))
        .collect();
    assert_eq!(methods, contract("METHODS"));
}

#[test]
fn the_script_tells_the_events_of_the_contract() {
    let script = telling();
    let told: Names =
        script.split("tell(\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    assert_eq!(told, event_names());
    for (name, detail, cancelable) in events() {
        let (_, call) = script.split_once(&format!("tell(\"{name}\"")).unwrap();
        assert_eq!(call.split(';').next().unwrap().contains("true)"), cancelable, "{name}");
        for member in detail {
            assert!(script.contains(&member), "{name}: {member}");
        }
    }
}

#[test]
fn the_script_hears_words_that_the_form_says() {
    let contract = text("src/element/contract.rs");
    let said = quoted(&contract, "match say {", "\n    }");
    let script = script();
    let heard: Names =
        script.split("word === \"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    assert!(heard.is_subset(&said), "{:?}", heard.difference(&said));
    assert!(!heard.is_empty());
}

#[test]
fn the_types_have_every_property_method_and_event() {
    let types = text("pkg-config/npm/element.d.ts");
    for name in contract("PROPERTIES").iter().filter(|name| *name != "record") {
        assert!(types.contains(&format!("\n  {name}?: ")), "{name}");
    }
    assert!(types.contains("\n  get record(): ") && types.contains("\n  set record("));
    for name in contract("METHODS") {
        assert!(types.contains(&format!("\n  {name}(")), "{name}");
    }
    for name in contract("ATTRIBUTES") {
        assert!(types.contains(&format!("`{name}`")), "{name}");
    }
    let typed_events: Names = types
        .split("\"ta-")
        .skip(1)
        .filter_map(|rest| Some(format!("ta-{}", rest.split_once("\": CustomEvent<")?.0)))
        .collect();
    assert_eq!(typed_events, event_names());
    for (name, detail, _) in events() {
        let typed = typed(&types, &name);
        for member in detail {
            let there = [":", "?:", "("].iter().any(|after| typed.contains(&format!("{member}{after}")));
            assert!(there, "{name}: {member}");
        }
    }
}

#[test]
fn no_other_file_of_the_threshold_names_an_event() {
    for source in
        below("src/element", ".rs").into_iter().filter(|source| !source.path.ends_with("element/contract.rs"))
    {
        let quoted = source.quoted();
        let named: Vec<_> = event_names().into_iter().filter(|name| quoted.contains(name)).collect();
        assert!(named.is_empty(), "{}: {named:?}", source.path);
    }
}

#[test]
fn the_elements_bear_their_names_everywhere() {
    for name in contract("ELEMENTS") {
        let document = name.strip_prefix("team-around-").unwrap();
        assert!(script().contains(&format!("static document = \"{document}\"")), "{name}");
        let class = format!("TeamAround{}{}", document[..1].to_uppercase(), &document[1..]);
        assert!(text("pkg-config/npm/element.d.ts").contains(&format!("\"{name}\": {class};")), "{name}");
    }
    assert!(script().contains("const name = `team-around-${form.document}`;"));
}
