//! Source files, and what a reader of them sees: code without comments and trials, and its texts.

use std::path::{Path, PathBuf};

/// One file of the repository.
pub struct Source {
    /// Where it is, from the repository's root, with `/` between.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file, by its path from the root.
pub fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file below a folder whose name ends so, in the order of their paths.
pub fn below(folder: &str, ending: &str) -> Vec<Source> {
    let mut found = Vec::new();
    walk(&root().join(folder), ending, &mut found);
    assert!(!found.is_empty(), "no {ending} below {folder}");
    found.sort_unstable();
    found.into_iter().map(|path| Source { text: text(&path), path }).collect()
}

fn walk(folder: &Path, ending: &str, found: &mut Vec<String>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = name_of(&path);
        if path.is_dir() {
            if !["target", "node_modules", ".git"].contains(&name.as_str()) {
                walk(&path, ending, found);
            }
        } else if name.ends_with(ending) {
            found.push(path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/"));
        }
    }
}

fn name_of(path: &PathBuf) -> String {
    Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned()
}

impl Source {
    /// What is compiled into the product: no comments, and nothing from `#[cfg(test)]` on, which
    /// stands last in a file.
    pub fn code(&self) -> String {
        self.parts().into_iter().map(|part| part.text).collect()
    }

    /// The texts between quotation marks in what is compiled into the product.
    pub fn quoted(&self) -> Vec<String> {
        self.parts().into_iter().filter(|part| part.quoted).map(|part| part.text).collect()
    }

    fn parts(&self) -> Vec<Part> {
        let product = self.text.split("#[cfg(test)]").next().unwrap_or_default();
        split(product)
    }
}

/// A piece of code, or of a text between quotation marks.
struct Part {
    text: String,
    quoted: bool,
}

/// Splits code at its quotation marks and leaves out its comments.
fn split(code: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = code;
    let mut plain = String::new();
    while let Some(next) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if next == '"' {
            let inside = &rest[1..];
            let end = end_of_text(inside);
            parts.push(Part { text: std::mem::take(&mut plain), quoted: false });
            parts.push(Part { text: inside[..end].to_owned(), quoted: true });
            end + 2
        } else {
            let length = if rest.starts_with("'\"'") { 3 } else { next.len_utf8() };
            plain.push_str(&rest[..length]);
            length
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    parts.push(Part { text: plain, quoted: false });
    parts
}

/// Where the quotation mark stands that ends a text: the first that no `\` goes before.
fn end_of_text(inside: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in inside.char_indices() {
        match letter {
            '"' if !escaped => return at,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    inside.len()
}

#[test]
fn comments_and_trials_are_left_out_and_texts_are_found() {
    let text =
        "let a = \"one // \\\"two\\\"\"; // \"no\"\nlet b = '\"'; let c = \"é\";\n#[cfg(test)]\n\"no\"";
    let source = Source { path: String::new(), text: text.to_owned() };
    assert_eq!(source.quoted(), ["one // \\\"two\\\"", "é"]);
    assert_eq!(source.code(), "let a = one // \\\"two\\\"; \nlet b = '\"'; let c = é;\n");
}
