//! What does not fit in a file: as a refusal, as lines, and as JSON.

use super::input::{Input, refused_at};
use super::outcome::Refused;
use serde_json::Value;
use team_around::wire::{Loss, Problem, problem_json};
use team_around::words::Words;

/// A refusal that names the first problem, and how many more there are.
pub fn refusal(input: &Input, problems: &[Problem], words: &Words) -> Refused {
    let first = problems.iter().max_by_key(|problem| problem.loss == Loss::All);
    let (place, sentence) = first
        .map_or_else(Default::default, |problem| (problem.pointer.clone(), problem.what.sentence(words)));
    let more = problems.len().saturating_sub(1);
    let told = words.fill("command.more", &[("sentence", &sentence), ("n", &more.to_string())]);
    refused_at(&input.name, &place, if more > 0 { &told } else { &sentence }, words)
}

/// One line for each problem: its pointer and its sentence.
pub fn lines(problems: &[Problem], words: &Words) -> String {
    problems.iter().map(|problem| line(&problem.pointer, &problem.what.sentence(words))).collect()
}

/// What does not fit, below what was printed of the file; nothing where all fits.
pub fn below(problems: &[Problem], words: &Words) -> String {
    if problems.is_empty() {
        return String::new();
    }
    format!("\n{}\n{}", words.label("command.problems"), lines(problems, words))
}

/// A place and a sentence on one line.
pub fn line(place: &str, sentence: &str) -> String {
    let place = if place.is_empty() { "/" } else { place };
    format!("{place}: {sentence}\n")
}

/// The problems as JSON: `[{pointer, code, message, lost}]`.
pub fn to_json(problems: &[Problem], words: &Words) -> Value {
    problems.iter().map(|problem| problem_json(problem, words)).collect()
}
