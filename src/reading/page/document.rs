//! The page as one file: no script, nothing that is asked for, and it prints well.

use super::{Node, Phrases, tree};
use crate::reading::family::FamilyCopy;

/// The styles of the page: the element adopts the same file.
pub const STYLES: &str = include_str!("family.css");

/// Where the way out leads: a page that anybody may be seen on, and that is asked for only when it is chosen.
const NEUTRAL: &str = "https://www.bbc.co.uk/weather";

/// The whole file. Its title names nobody; a browser that opens it can ask nobody for anything.
pub fn document(copy: &FamilyCopy, phrases: &Phrases<'_>) -> String {
    let mut html = String::from("<!doctype html>\n");
    html.push_str(&format!("<html lang=\"{}\" dir=\"{}\">\n", sound(phrases.language), phrases.direction()));
    html.push_str("<meta charset=\"utf-8\">\n");
    html.push_str(concat!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        "<meta name=\"robots\" content=\"noindex, nofollow\">\n",
        "<meta name=\"referrer\" content=\"no-referrer\">\n",
        "<meta name=\"format-detection\" content=\"telephone=no\">\n",
    ));
    Node::text("title", phrases.say("family.title")).write(&mut html);
    html.push_str(&format!("\n<style>\n{STYLES}</style>\n<body>\n"));
    way_out(phrases).write(&mut html);
    tree(copy, phrases).write(&mut html);
    html.push_str("\n</body>\n</html>\n");
    html
}

/// What a link can do without a script: it leaves, but the file and the way back to it stay, and it says so.
fn way_out(phrases: &Phrases<'_>) -> Node {
    let link = Node::text("a", phrases.say("family.exit"))
        .with("class", "ta-family__exit")
        .with("href", NEUTRAL)
        .with("rel", "noreferrer");
    let bar = Node::of("div", vec![link]).with("class", "ta-family__top");
    let told = Node::text("p", phrases.say("family.file.told")).with("class", "ta-family__told");
    Node::of("header", vec![bar, told]).with("class", "ta-family__way-out")
}

/// A tag as it may stand in an attribute.
fn sound(tag: &str) -> String {
    tag.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect()
}
