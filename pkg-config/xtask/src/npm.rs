//! Node and the npm packages that the packaging and the browser tests need.

use std::path::{Path, PathBuf};

use crate::command::{answer, program, run_quietly};
use crate::step::{Failure, Outcome, already, step};
use crate::workspace::{Workspace, read, write};

const NODE_NEEDED: u32 = 20;
const STAMP: &str = ".installed-from";

/// Checks that Node is new enough.
///
/// # Errors
/// Says which version is needed and how to get it.
pub fn require_node() -> Outcome {
    let found = answer(&mut program("node", &["--version"]));
    if found.as_deref().and_then(major).unwrap_or_default() >= NODE_NEEDED {
        return Ok(());
    }
    Err(Failure::new(format!(
        "Node {NODE_NEEDED} or newer is needed: install it from your package manager \
         (Debian: apt-get install nodejs npm), then run this again."
    )))
}

/// Installs a folder's packages exactly as its lock file says.
///
/// # Errors
/// When Node is missing or the packages cannot be had.
pub fn install(workspace: &Workspace, folder: &Path, what: &str) -> Outcome {
    require_node()?;
    let lock = read(&folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules").join(STAMP);
    if read(&stamp).is_ok_and(|installed| installed == lock) {
        already(what);
        return Ok(());
    }
    step(&format!("{what}: npm ci"), "10 to 60 s", || {
        let log = workspace.scratch().join("npm.log");
        let mut npm = npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        run_quietly(npm.current_dir(folder), &log)?;
        write(&stamp, &lock)
    })
}

/// The npm command, by the name it has on this system.
pub fn npm(arguments: &[&str]) -> std::process::Command {
    program(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments)
}

/// The folder of the packaging's own programs, `wasm-opt` among them.
pub fn programs(workspace: &Workspace) -> PathBuf {
    workspace.packaging().join("node_modules").join(".bin")
}

/// One of those programs, by the name it has on this system.
pub fn installed(workspace: &Workspace, name: &str) -> PathBuf {
    let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    programs(workspace).join(file)
}

/// The first number of `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_of_node_is_its_first_number() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.1"), Some(8));
        assert_eq!(major("node"), None);
    }
}
