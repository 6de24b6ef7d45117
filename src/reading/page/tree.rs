//! The headings and sentences of a copy as a tree.

use super::explained::explained;
use super::{Node, Phrases, direction};
use crate::reading::family::{Fact, FamilyCopy, Heading, Item, Part, Said, Version};
use crate::record::codes::IntervalUnit;
use crate::record::straight;

/// The page of a copy: one `main` with a heading, a section for each question, and what is told around them.
pub fn tree(copy: &FamilyCopy, phrases: &Phrases<'_>) -> Node {
    let mut children = head(copy, phrases);
    children.extend(copy.parts.iter().map(|part| section(part, copy, phrases)));
    children.extend(words(copy, phrases));
    let told = ["family.partly", "family.private"].map(|key| Node::text("p", phrases.say(key)));
    children.push(Node::of("footer", told.to_vec()));
    Node::of("main", children)
        .with("class", "ta-family")
        .with("lang", phrases.language)
        .with("dir", phrases.direction())
}

fn head(copy: &FamilyCopy, phrases: &Phrases<'_>) -> Vec<Node> {
    let names = copy.children.join(", ");
    let heading = match copy.version {
        Version::Child => phrases.say("family.heading.child"),
        Version::Adult => phrases.fill("family.heading", &[("names", &names)]),
    };
    let mut told = vec![phrases.fill("family.made", &[("reader", &copy.reader)])];
    told.extend(copy.as_at.map(|day| phrases.fill("family.as_at", &[("day", &phrases.day(day))])));
    told.extend(copy.expires_on.map(|day| phrases.fill("family.until", &[("day", &phrases.day(day))])));
    vec![Node::text("h1", heading), Node::text("p", told.join(" ")).with("class", "ta-family__made")]
}

fn section(part: &Part, copy: &FamilyCopy, phrases: &Phrases<'_>) -> Node {
    let id = format!("ta-{}", part.heading.code());
    let mut children = vec![Node::text("h2", question(part.heading, copy, phrases)).with("id", id.as_str())];
    // Things with facts are a list; what is said between them is a paragraph.
    for items in part.items.chunk_by(|one, other| one.facts.is_empty() == other.facts.is_empty()) {
        match items {
            [first, ..] if first.facts.is_empty() => {
                children.extend(items.iter().flat_map(|item| shown(item, copy, phrases)));
            }
            _ => {
                let things = items.iter().map(|item| Node::of("li", shown(item, copy, phrases)));
                children.push(Node::of("ul", things.collect()).with("role", "list"));
            }
        }
    }
    Node::of("section", children).with("aria-labelledby", id).with("data-part", part.heading.code())
}

fn question(heading: Heading, copy: &FamilyCopy, phrases: &Phrases<'_>) -> String {
    if heading == Heading::Voice && copy.version == Version::Adult {
        return phrases.fill("family.question.voice.other", &[("names", &copy.children.join(", "))]);
    }
    phrases.say(&format!("family.question.{}", heading.code()))
}

fn shown(item: &Item, copy: &FamilyCopy, phrases: &Phrases<'_>) -> Vec<Node> {
    let tongue = |node: Node, said: &Said| tongue(node, said, copy, phrases);
    let mut shown = paragraphs(&item.said, &tongue);
    let facts: Vec<Node> = item.facts.iter().map(|fact| row(fact, phrases, &tongue)).collect();
    if !facts.is_empty() {
        shown.push(Node::of("dl", facts));
    }
    shown
}

/// Says of a node in which language its words were written.
type Tongue<'a> = &'a dyn Fn(Node, &Said) -> Node;

/// A paragraph for each line, in the language that it was written in, whichever way that is.
fn paragraphs(said: &Said, tongue: Tongue<'_>) -> Vec<Node> {
    let lines = said.words.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| tongue(Node::text("p", straight(line)), said)).collect()
}

/// The page may be in another language than what was written: a voice that reads it aloud has to know.
fn tongue(node: Node, said: &Said, copy: &FamilyCopy, phrases: &Phrases<'_>) -> Node {
    // English where a copy says nothing.
    let own = if copy.language.is_empty() { "en" } else { copy.language.as_str() };
    match said.language.as_str() {
        "" if own == phrases.language => node.with("dir", "auto"),
        "" => node.with("lang", own).with("dir", "auto"),
        language => node.with("lang", language).with("dir", direction(language)),
    }
}

fn row(fact: &Fact, phrases: &Phrases<'_>, tongue: Tongue<'_>) -> Node {
    let label = match fact {
        Fact::Code(list, _) if list == "professional-role" => phrases.say("family.fact.role"),
        _ => phrases.say(&format!("family.fact.{}", fact.code())),
    };
    let value = match fact {
        Fact::You => Node::text("dd", phrases.say("family.you")),
        Fact::By(day) | Fact::On(day) | Fact::Done(day) => Node::text("dd", phrases.day(*day)),
        Fact::Every(number, unit) => {
            let interval = interval(*number, *unit, phrases);
            Node::text("dd", phrases.fill("family.every", &[("interval", &interval)]))
        }
        Fact::Code(list, code) => Node::text("dd", phrases.say(&format!("family.code.{list}.{code}"))),
        _ => fact
            .said()
            .map_or(Node::of("dd", Vec::new()), |said| tongue(Node::text("dd", straight(&said.words)), said)),
    };
    Node::of("div", vec![Node::text("dt", label), value])
}

fn interval(number: u32, unit: IntervalUnit, phrases: &Phrases<'_>) -> String {
    let thing = match unit {
        IntervalUnit::Days => "day",
        IntervalUnit::WorkingDays => "working-day",
        IntervalUnit::Weeks => "week",
        IntervalUnit::Months => "month",
    };
    let own = match number {
        1 => "one",
        2 => "two",
        3 => "three",
        6 => "six",
        _ => "other",
    };
    let key = [own, "other"].map(|form| format!("count.{thing}.{form}"));
    let key = key.iter().find(|key| (phrases.say)(key).is_some()).cloned().unwrap_or_default();
    phrases.fill(&key, &[("n", &number.to_string())])
}

fn words(copy: &FamilyCopy, phrases: &Phrases<'_>) -> Option<Node> {
    let found = explained(copy, phrases);
    if found.is_empty() {
        return None;
    }
    let rows = found
        .into_iter()
        .map(|(initials, means)| Node::of("div", vec![Node::text("dt", initials), Node::text("dd", means)]));
    let heading = Node::text("h2", phrases.say("family.explained")).with("id", "ta-explained");
    Some(
        Node::of("section", vec![heading, Node::of("dl", rows.collect())])
            .with("aria-labelledby", "ta-explained"),
    )
}
