//! What the default build holds, and what no file may say.

use crate::source::{below, root, text};
use std::collections::BTreeSet;
use std::process::Command;

/// The crates of the back end's library, without their versions, which are the lock file's.
#[test]
fn the_default_builds_dependencies_are_those_on_the_list() {
    let mut tree = Command::new(env!("CARGO"));
    tree.args(["tree", "--package", "team-around", "--edges", "normal", "--no-default-features"]);
    tree.args(["--prefix", "none", "--locked", "--offline", "--target", "x86_64-unknown-linux-gnu"]);
    let output = tree.current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).unwrap();
    let crates: BTreeSet<&str> = printed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let snapshot = text("tests/data/dependencies.txt");
    let listed: BTreeSet<&str> = snapshot.lines().collect();
    assert_eq!(crates, listed);
}

/// Written in two parts each, so that this file does not hold what it looks for.
fn never_said() -> Vec<String> {
    [
        ("registry.npm", "js"),
        ("crates.io", "/api"),
        ("index.crates", ".io"),
        ("npmmirror", ".com"),
        ("/wo", "rk/"),
        ("/tm", "p/"),
        ("/ro", "ot/"),
        ("/ho", "me/"),
        ("/Us", "ers/"),
    ]
    .map(|(start, end)| format!("{start}{end}"))
    .into()
}

#[test]
fn no_file_names_a_registry_or_a_folder_of_somebodys_machine() {
    let mut found = Vec::new();
    for source in texts() {
        found.extend(
            never_said()
                .iter()
                .filter(|said| source.text.contains(*said))
                .map(|said| format!("{}: {said}", source.path)),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// Port 1 is nobody's: the portal's tests use it as a stranger's address. 8080 is where the
/// documents say that the demonstration listens.
#[test]
fn no_file_fixes_a_port() {
    let mut found = Vec::new();
    for source in texts() {
        for after in source.text.split("127.0.0.1:").skip(1) {
            let port: String = after.chars().take_while(char::is_ascii_digit).collect();
            let documented = port == "8080" && source.path.ends_with(".md");
            if !(port.is_empty() || port == "0" || port == "1" || documented) {
                found.push(format!("{}: {port}", source.path));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

fn texts() -> Vec<crate::source::Source> {
    let endings = [
        ".rs", ".toml", ".lock", ".json", ".md", ".mjs", ".js", ".ts", ".html", ".css", ".scss", ".txt",
        ".tsv", "run",
    ];
    endings.into_iter().flat_map(|ending| below("", ending)).collect()
}
