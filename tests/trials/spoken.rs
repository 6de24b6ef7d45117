//! What a rule says on one record, once it is certain that there are words for it in both languages.

use crate::trial::{findings, line};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;
use team_around::protocol::{Finding, Status};
use team_around::record::Record;

type Table = BTreeMap<String, String>;

/// The sentences of both languages, read without the product's own reader.
fn tables() -> &'static [(&'static str, Table); 2] {
    static TABLES: OnceLock<[(&'static str, Table); 2]> = OnceLock::new();
    TABLES.get_or_init(|| [("en", table("en")), ("cy", table("cy"))])
}

fn table(language: &str) -> Table {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words").join(language);
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let texts = files.map(|file| std::fs::read_to_string(file).unwrap());
    let lines = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    lines
        .filter_map(|line| line.split_once(" = ").map(|(key, said)| (key.to_owned(), said.to_owned())))
        .collect()
}

/// The names between braces.
fn names(sentence: &str) -> Vec<&str> {
    sentence.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

/// Fails where a finding that a person sees has no sentence, or one that names a fact it lacks.
fn can_be_said(finding: &Finding) {
    if matches!(finding.status, Status::Met | Status::NotApplicable) {
        return;
    }
    for (language, table) in tables() {
        assert!(table.contains_key(&format!("rule.{}.title", finding.rule)), "{language} {}", finding.rule);
        let key = format!("rule.{}.{}", finding.rule, finding.says);
        let sentence = table.get(&key).unwrap_or_else(|| panic!("no sentence {key} in {language}"));
        for name in names(sentence) {
            let known = name == "due" && finding.due_on.is_some()
                || finding.facts.iter().any(|(fact, _)| *fact == name);
            assert!(known, "{language} {key} names {name}");
        }
    }
}

/// The findings of one rule as lines, under these readings.
pub fn reading(rule: &str, record: &Record, today: &str, readings: &[(&str, &str)]) -> Vec<String> {
    let found = findings(rule, record, today, readings);
    found.iter().for_each(can_be_said);
    found.iter().map(line).collect()
}

/// The findings of one rule as lines.
pub fn says(rule: &str, record: &Record, today: &str) -> Vec<String> {
    reading(rule, record, today, &[])
}

/// The facts of one finding, as a test writes them.
pub fn facts(rule: &str, record: &Record, today: &str) -> String {
    format!("{:?}", findings(rule, record, today, &[])[0].facts)
}
