//! The page as one file: no script, nothing that is asked for, and it prints well.

use super::{Phrases, tree};
use crate::reading::family::FamilyCopy;

/// The styles of the page: the element adopts the same file.
const STYLES: &str = include_str!("family.css");

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
    super::Node::text("title", phrases.say("family.title")).write(&mut html);
    html.push_str(&format!("\n<style>\n{STYLES}</style>\n<body>\n"));
    tree(copy, phrases).write(&mut html);
    html.push_str("\n</body>\n</html>\n");
    html
}

/// A tag as it may stand in an attribute.
fn sound(tag: &str) -> String {
    tag.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect()
}
