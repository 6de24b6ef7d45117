//! wasm-bindgen and wasm-pack, in the versions that the project asks for.

use std::path::{Path, PathBuf};

use crate::command::{answer, on_path, program, run, run_quietly, succeeds};
use crate::step::{Failure, Outcome, already, step};
use crate::workspace::{Workspace, read};

const WASM_PACK: &str = "0.15.1";

/// The two programs that make the browser's module out of the crate.
pub struct Tools {
    /// Of exactly the version in `Cargo.lock`.
    pub wasm_bindgen: PathBuf,
    /// Of the 0.15 line.
    pub wasm_pack: PathBuf,
}

struct Wanted<'a> {
    program: &'static str,
    package: &'static str,
    version: &'a str,
    accepts: fn(found: &str, wanted: &str) -> bool,
    about: &'static str,
}

/// Finds both programs, and installs below `target/tools` what is not there.
///
/// # Errors
/// When `Cargo.lock` names no wasm-bindgen, or a program cannot be installed.
pub fn ensure(workspace: &Workspace) -> Result<Tools, Failure> {
    let lock = read(&workspace.root().join("Cargo.lock"))?;
    let bindgen = locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| Failure::new("Cargo.lock names no wasm-bindgen: run `cargo update`."))?;
    let wasm_bindgen = Wanted {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: &bindgen,
        accepts: |found, wanted| found == wanted,
        about: "2 to 6 min",
    };
    let wasm_pack = Wanted {
        program: "wasm-pack",
        package: "wasm-pack",
        version: WASM_PACK,
        accepts: same_line,
        about: "2 to 5 min",
    };
    Ok(Tools {
        wasm_bindgen: find_or_install(workspace, &wasm_bindgen)?,
        wasm_pack: find_or_install(workspace, &wasm_pack)?,
    })
}

/// Makes sure that rustfmt and clippy are there.
///
/// # Errors
/// When they are missing and rustup cannot add them.
pub fn ensure_lints() -> Outcome {
    let there = |name| succeeds(&mut program("cargo", &[name, "--version"]));
    if there("fmt") && there("clippy") {
        already("rustfmt and clippy");
        return Ok(());
    }
    let added = step("rustfmt and clippy: rustup component add", "20 s", || {
        run(&mut program("rustup", &["component", "add", "rustfmt", "clippy"]))
    });
    added.map_err(|_| {
        Failure::new(
            "rustfmt and clippy are needed: run `rustup component add rustfmt clippy`, then run this again.",
        )
    })
}

fn find_or_install(workspace: &Workspace, wanted: &Wanted) -> Result<PathBuf, Failure> {
    let title = format!("{} {}", wanted.program, wanted.version);
    if let Some(found) = find(workspace, wanted) {
        already(&title);
        return Ok(found);
    }
    step(&format!("{title}: cargo install into target/tools"), wanted.about, || install(workspace, wanted))?;
    find(workspace, wanted).ok_or_else(|| Failure::new(format!("{title} was installed and does not start.")))
}

fn find(workspace: &Workspace, wanted: &Wanted) -> Option<PathBuf> {
    places(workspace, wanted.program)
        .into_iter()
        .find(|path| version_of(path).is_some_and(|it| (wanted.accepts)(&it, wanted.version)))
}

fn places(workspace: &Workspace, name: &str) -> Vec<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let own = workspace.tools().join("bin").join(&file);
    let home = std::env::home_dir().map(|home| home.join(".cargo").join("bin").join(&file));
    [Some(own), on_path(name), home].into_iter().flatten().filter(|path| path.is_file()).collect()
}

/// The lock file of wasm-bindgen-cli may name versions that a registry's mirror lacks, so it is not used.
fn install(workspace: &Workspace, wanted: &Wanted) -> Outcome {
    let root = workspace.tools();
    let log = workspace.scratch().join(format!("{}.log", wanted.program));
    let mut cargo = program("cargo", &["install", wanted.package]);
    cargo
        .args(["--version", wanted.version, "--force", "--root"])
        .arg(root)
        .current_dir(std::env::temp_dir());
    run_quietly(&mut cargo, &log)
}

fn version_of(path: &Path) -> Option<String> {
    let line = answer(&mut program(path, &["--version"]))?;
    line.split_whitespace().nth(1).map(str::to_owned)
}

/// Whether two versions share their first two numbers.
fn same_line(found: &str, wanted: &str) -> bool {
    let line = |version: &str| {
        let mut numbers = version.split('.').map(str::to_owned);
        (numbers.next(), numbers.next())
    };
    line(found) == line(wanted)
}

/// The version of a package in the text of a `Cargo.lock`.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let after = lock.lines().skip_while(|line| *line != name).nth(1)?;
    after.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{locked_version, same_line};

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.2.9\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"s\"\n";

    #[test]
    fn the_locked_version_is_that_of_the_package_with_the_whole_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "bindgen"), None);
    }

    #[test]
    fn a_later_fix_of_the_same_line_is_accepted_and_another_line_is_not() {
        assert!(same_line("0.15.4", "0.15.1"));
        assert!(!same_line("0.14.1", "0.15.1"));
    }
}
