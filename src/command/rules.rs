//! `rules`: every rule, what it says, who asks for it, and what no rule checks yet.

use super::against::{Packs, composed};
use super::outcome::{Answer, Outcome, Refused};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use team_around::protocol::catalogue::{CatalogueRow, State, catalogue};
use team_around::protocol::rules::RULES;
use team_around::protocol::{Pack, Protocol, Rule, Ruling};
use team_around::wire::{built_in_ids, built_in_pack, source_json};
use team_around::words::Words;

/// Lists every rule: its code, title, topic and sentences; how each pack weighs it and why; and the
/// rows of the documents that no rule checks yet.
///
/// Reads nothing but the packs that are named; without --protocol, those that come with the command.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    packs: Packs,
    /// Print JSON: {rules, not_yet, counts}.
    #[arg(long)]
    json: bool,
}

/// Lists the rules.
///
/// # Errors
/// A sentence about a pack that was named.
pub fn run(arguments: &Arguments, words: &'static Words) -> Outcome {
    let listed = Listed { packs: packs(arguments, words)?, words };
    Ok(if arguments.json { Answer::json(&listed.json()) } else { Answer::new(listed.text()) })
}

/// Each pack by itself, so that each shows its own weight.
fn packs(arguments: &Arguments, words: &Words) -> Result<Vec<Protocol>, Refused> {
    let packs: Vec<Pack> = if arguments.packs.are_named() {
        arguments.packs.named(words)?.packs().to_vec()
    } else {
        composed(built_in_ids().filter_map(built_in_pack).collect()).packs().to_vec()
    };
    Ok(packs.into_iter().map(|pack| Protocol::of(vec![pack])).collect())
}

/// What is listed, in which words.
struct Listed {
    packs: Vec<Protocol>,
    words: &'static Words,
}

impl Listed {
    fn title(&self, rule: &Rule) -> String {
        self.words.label(&format!("rule.{}.title", rule.code)).to_owned()
    }

    /// The rule's sentences, each with the key's last part; without its title.
    fn sentences(&self, rule: &Rule) -> Vec<(&'static str, &'static str)> {
        let start = format!("rule.{}.", rule.code);
        let own = self.words.under(&start);
        let said = own.filter_map(|(key, sentence)| Some((key.strip_prefix(&start)?, sentence)));
        said.filter(|(says, _)| *says != "title").collect()
    }

    /// What each pack that has the rule says of it.
    fn rulings<'a>(&'a self, rule: &'a Rule) -> impl Iterator<Item = &'a Ruling> {
        self.packs.iter().filter_map(|pack| pack.ruling_of(rule.code))
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for rule in RULES {
            self.rule(rule, &mut text);
        }
        let _ = writeln!(text, "{}", self.words.label("command.rules.not_yet"));
        for (subject, rows) in not_yet() {
            let _ = writeln!(text, "  {subject} ({}): {}", rows.len(), rows.join(", "));
        }
        let counts = counts();
        let count = |of: &str| counts.get(of).copied().unwrap_or(0).to_string();
        let facts = [("rules", count("rules")), ("rows", count("rows")), ("not_yet", count("not yet"))];
        let facts: Vec<(&str, &str)> = facts.iter().map(|(name, n)| (*name, n.as_str())).collect();
        let _ = writeln!(text, "\n{}", self.words.fill("command.rules.total", &facts));
        text
    }

    fn rule(&self, rule: &Rule, text: &mut String) {
        let words = self.words;
        let topic = format!("topic.{}", rule.topic.name());
        let _ = writeln!(text, "{}: {} ({})", rule.code, self.title(rule), words.label(&topic));
        for (says, sentence) in self.sentences(rule) {
            let _ = writeln!(text, "  {says}: {sentence}");
        }
        for ruling in self.rulings(rule) {
            let severity = words.severity(ruling.severity);
            for source in &ruling.sources {
                let _ = writeln!(text, "  {}: {severity}. {}", source.pack, words.cited(source));
            }
        }
        let rows = rows_of(rule);
        if !rows.is_empty() {
            let _ = writeln!(text, "  {}: {}", words.label("command.rules.catalogue"), rows.join(", "));
        }
        text.push('\n');
    }

    fn json(&self) -> Value {
        let not_yet = not_yet()
            .into_iter()
            .map(|(subject, rows)| json!({ "waits_for": subject, "count": rows.len(), "rows": rows }));
        json!({
            "rules": RULES.iter().map(|rule| self.rule_json(rule)).collect::<Vec<_>>(),
            "not_yet": not_yet.collect::<Vec<_>>(),
            "counts": counts(),
        })
    }

    fn rule_json(&self, rule: &Rule) -> Value {
        let sentences = self.sentences(rule).into_iter();
        let sentences: Map<String, Value> =
            sentences.map(|(says, sentence)| (says.to_owned(), sentence.into())).collect();
        let packs = self.rulings(rule).flat_map(|ruling| {
            ruling.sources.iter().map(|source| {
                let mut told = source_json(source, self.words);
                if let Some(members) = told.as_object_mut() {
                    members.insert("severity".to_owned(), ruling.severity.name().into());
                }
                told
            })
        });
        json!({
            "code": rule.code,
            "title": self.title(rule),
            "topic": rule.topic.name(),
            "sentences": sentences,
            "packs": packs.collect::<Vec<_>>(),
            "rows": rows_of(rule),
        })
    }
}

/// The rows of the documents that a rule checks, or that soften it.
fn rows_of(rule: &Rule) -> Vec<&'static str> {
    let of_rule = |row: &CatalogueRow| {
        matches!(row.state, State::Rule | State::Parameter)
            && row.what.split_whitespace().any(|code| code == rule.code)
    };
    catalogue().filter(of_rule).map(|row| row.id).collect()
}

/// The rows that no rule checks yet, by what they wait for.
fn not_yet() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut waiting: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in catalogue().filter(|row| row.state == State::NotYet) {
        waiting.entry(row.what).or_default().push(row.id);
    }
    waiting
}

/// How many rules and rows there are, and rows of each state.
fn counts() -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::from([("rules", RULES.len()), ("rows", catalogue().count())]);
    for state in State::ALL {
        counts.insert(state.name(), catalogue().filter(|row| row.state == state).count());
    }
    counts
}
