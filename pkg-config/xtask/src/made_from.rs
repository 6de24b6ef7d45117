//! What the modules were made from, so that they are not made again from the same.
//!
//! The five are one crate with other features, and take each other's place in cargo's folder: cargo would compile every
//! one of them anew, whatever changed.

use std::fs::{self, read, read_dir};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::command::{answer, program};
use crate::step::Failure;
use crate::workspace::Workspace;

/// Beside the crate's own files: what they are made with, and how.
const BESIDE: [&str; 7] = [
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "pkg-config/package-lock.json",
    "pkg-config/xtask/src/package.rs",
    "pkg-config/xtask/src/tools.rs",
    "pkg-config/xtask/src/wasm_target.rs",
];

/// A mark of everything that the modules are made from, the compiler too.
///
/// # Errors
/// When a file of the crate cannot be read.
pub fn mark(workspace: &Workspace) -> Result<String, Failure> {
    let root = workspace.root();
    let mut files = BESIDE.map(|name| root.join(name)).to_vec();
    within(&root.join("src"), &mut files).map_err(|error| {
        Failure::new(format!("The crate’s files in {} cannot be read: {error}.", root.join("src").display()))
    })?;
    let compiler = answer(&mut program("rustc", &["-vV"])).unwrap_or_default();
    Ok(marked(&compiler, files.iter().map(|file| (file.as_path(), read(file).ok()))))
}

/// Whether what stands there was made from this.
pub fn is_of(stamp: &Path, mark: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|made_from| made_from == mark)
}

/// The files of a folder and all within it, in an order that does not change; scripts go into the package as they are.
fn within(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let mut found = read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    found.sort();
    for path in found {
        if path.is_dir() {
            within(&path, files)?;
        } else if path.extension().is_none_or(|ending| ending != "js") {
            files.push(path);
        }
    }
    Ok(())
}

fn marked<'a>(compiler: &str, files: impl Iterator<Item = (&'a Path, Option<Vec<u8>>)>) -> String {
    let mut hasher = DefaultHasher::new();
    compiler.hash(&mut hasher);
    files.for_each(|file| file.hash(&mut hasher));
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::{is_of, marked};
    use std::path::Path;

    #[test]
    fn another_compiler_file_name_or_letter_is_another_mark() {
        let of = |compiler, name, text: Option<&str>| {
            marked(compiler, std::iter::once((Path::new(name), text.map(|text| text.as_bytes().to_vec()))))
        };
        let marks = [
            of("1.88", "a.rs", Some("fn a() {}")),
            of("1.89", "a.rs", Some("fn a() {}")),
            of("1.88", "b.rs", Some("fn a() {}")),
            of("1.88", "a.rs", Some("fn b() {}")),
            of("1.88", "a.rs", None),
        ];
        let different: std::collections::HashSet<&String> = marks.iter().collect();
        assert_eq!(different.len(), marks.len());
        assert_eq!(marks[0], of("1.88", "a.rs", Some("fn a() {}")));
    }

    #[test]
    fn what_has_no_mark_is_made() {
        assert!(!is_of(Path::new("there-is-no-such-file"), "0"));
    }
}
