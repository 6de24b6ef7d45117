//! The README's counts are the catalogue's.

use crate::source::text;
use team_around::protocol::catalogue::{State, catalogue};
use team_around::protocol::rules::RULES;

fn count(state: State) -> usize {
    catalogue().filter(|row| row.state == state).count()
}

#[test]
fn the_readme_counts_as_the_catalogue_does() {
    let readme = text("README.md");
    let says = |sentence: String| assert!(readme.contains(&sentence), "README.md does not say: {sentence}");
    says(format!("| a rule checks it | {} |", count(State::Rule)));
    says(format!("| a figure or condition of another rule | {} |", count(State::Parameter)));
    says(format!("| the form asks it, no rule does | {} |", count(State::Prompt)));
    says(format!("| context: nothing to check in one record | {} |", count(State::Reference)));
    says(format!("| not yet | {} |", count(State::NotYet)));
    says(format!("{} rows", catalogue().count()));
    says(format!("{} rules", RULES.len()));
}

#[test]
fn the_readme_says_what_each_row_waits_for() {
    let readme = text("README.md");
    let mut waits: Vec<&str> =
        catalogue().filter(|row| row.state == State::NotYet).map(|row| row.what).collect();
    waits.sort_unstable();
    for each in waits.chunk_by(|one, other| one == other) {
        let sentence = format!("`{}` {}", each[0], each.len());
        assert!(readme.contains(&sentence), "README.md does not say: {sentence}");
    }
}

#[test]
fn the_pictures_and_files_that_the_readme_names_are_there() {
    let readme = text("README.md");
    for target in readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        let local = !target.contains("://") && !target.starts_with('#');
        assert!(!local || crate::source::root().join(target).exists(), "{target}");
    }
}
