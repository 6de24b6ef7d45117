//! The blocks of a story, read from its Markdown.

use serde_json::Value;

/// One block of a story.
pub enum Block {
    /// The file that it begins with.
    On(String),
    /// Names and values.
    Terms(Vec<(String, String)>),
    /// A part of the record.
    Record(Value),
    /// What is to be found.
    Findings(Vec<String>),
}

/// The blocks, each with the number of its first line.
pub fn blocks(text: &str) -> Vec<(usize, Block)> {
    let mut found = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        if let Some(other) = line.strip_prefix("on: ") {
            found.push((number + 1, Block::On(other.trim().to_owned())));
        } else if let Some(kind) = line.strip_prefix("```") {
            let inside: Vec<&str> =
                lines.by_ref().map(|(_, line)| line).take_while(|line| !line.starts_with("```")).collect();
            found.push((number + 1, block(kind, &inside, number + 1)));
        }
    }
    found
}

fn block(kind: &str, inside: &[&str], number: usize) -> Block {
    let said = || inside.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    match kind.trim() {
        "terms" => Block::Terms(said().map(|line| term(line, number)).collect()),
        "findings" => Block::Findings(said().map(str::to_owned).collect()),
        "json record" => Block::Record(
            serde_json::from_str(&inside.join("\n")).unwrap_or_else(|error| panic!("line {number}: {error}")),
        ),
        other => panic!("line {number}: no block is called `{other}`"),
    }
}

fn term(line: &str, number: usize) -> (String, String) {
    let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("after line {number}: {line}"));
    (name.trim().to_owned(), value.trim().to_owned())
}
