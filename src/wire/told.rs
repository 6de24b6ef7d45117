//! What does not fit in a document, told in sentences and as JSON.

use super::problem::{Loss, Problem, ProblemKind};
use crate::words::Words;
use serde_json::{Value, json};

impl ProblemKind {
    /// What it says. Where it stands is the reader's to add.
    pub fn sentence(&self, words: &Words) -> String {
        let details = self.details().into_iter();
        let details: Vec<(&str, String)> =
            details.map(|(name, value)| (name, detail(name, value, words))).collect();
        let details: Vec<(&str, &str)> =
            details.iter().map(|(name, value)| (*name, value.as_str())).collect();
        words.fill(&format!("problem.{}", self.code()), &details)
    }
}

/// A kind of value is named in words; anything else stands as it is.
fn detail(name: &str, value: String, words: &Words) -> String {
    if name != "wanted" {
        return value;
    }
    words.say(&format!("problem.wanted.{value}")).map_or(value, str::to_owned)
}

/// A problem as JSON, told in these words: `{pointer, code, message, lost}`.
pub fn problem_json(problem: &Problem, words: &Words) -> Value {
    json!({
        "pointer": problem.pointer,
        "code": problem.what.code(),
        "message": problem.what.sentence(words),
        "lost": problem.loss > Loss::Nothing,
    })
}
