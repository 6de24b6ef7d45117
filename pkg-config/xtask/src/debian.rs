//! Debian's compiler for the browser, for machines that cannot download rustup's target.
//!
//! The packages bring a compiler and the source of its standard library. That library is
//! compiled once, laid into the compiler's own folder, and linked as a rustup toolchain.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{answer, on_path, program, run, run_quietly, succeeds};
use crate::step::{Failure, Outcome, already, step};
use crate::wasm_target::{TARGET, WasmEnvironment, has_target};
use crate::workspace::{Workspace, write};

const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];
const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const LIBRARY: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";
const TOOLCHAIN: &str = "team-around-wasm";

/// What cargo and rustup tell their children about the other compiler.
const NOT_INHERITED: [&str; 4] = ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH"];

/// An empty crate outside our workspace, built for its standard library alone.
const NOTHING: &str =
    "[package]\nname = \"nothing\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n";

/// Whether this machine installs Debian packages.
pub fn possible() -> bool {
    on_path("apt-get").is_some() && on_path("dpkg-query").is_some()
}

/// Whether every part is in place, so that nothing has to be tried or downloaded.
pub fn ready() -> bool {
    library_ready() && linked()
}

/// Installs the packages, compiles the standard library and links the toolchain.
///
/// # Errors
/// When a part cannot be had; without the rights to install, the command to run instead.
pub fn set_up(workspace: &Workspace) -> Outcome {
    install(&PACKAGES, "35 s to 2 min", workspace)?;
    if !library_ready() {
        let built = step(&format!("The standard library for {TARGET}: compile"), "1 to 3 min", || {
            build_library(workspace)
        })?;
        lay_library(&built)?;
    }
    if !linked() {
        step("The rustup toolchain of that compiler: link", "1 s", || {
            run(&mut program("rustup", &["toolchain", "link", TOOLCHAIN, "/usr"]))
        })?;
    }
    Ok(())
}

/// The environment that chooses Debian's compiler and linker.
pub fn environment() -> WasmEnvironment {
    let set = vec![
        ("RUSTUP_TOOLCHAIN", TOOLCHAIN.into()),
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19".into()),
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-C linker-flavor=wasm-ld".into()),
    ];
    WasmEnvironment::new(set, vec!["CARGO", "RUSTC", "LD_LIBRARY_PATH"])
}

/// Installs those Debian packages that are missing.
///
/// # Errors
/// When apt fails, or when it takes root to install: then the command to run.
pub fn install(packages: &[&str], about: &str, workspace: &Workspace) -> Outcome {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !installed(package)).collect();
    let names = missing.join(" ");
    if missing.is_empty() {
        already(&format!("Debian packages {}", packages.join(" ")));
        return Ok(());
    }
    if answer(&mut program("id", &["-u"])).as_deref() != Some("0") {
        return Err(Failure::new(format!(
            "Debian packages are missing: run `sudo sh -c 'apt-get update && apt-get install -y {names}'`, then run this again."
        )));
    }
    step(&format!("Debian packages {names}: apt-get install"), about, || apt(&missing, workspace))
}

fn apt(packages: &[&str], workspace: &Workspace) -> Outcome {
    let log = workspace.scratch().join("apt.log");
    run_quietly(program("apt-get", &["update", "-q"]).env("DEBIAN_FRONTEND", "noninteractive"), &log)?;
    let mut install = program("apt-get", &["install", "-y", "-q"]);
    run_quietly(install.args(packages).env("DEBIAN_FRONTEND", "noninteractive"), &log)
}

fn installed(package: &str) -> bool {
    answer(&mut program("dpkg-query", &["-W", "-f=${Status}", package]))
        .is_some_and(|status| status == "install ok installed")
}

/// A library built by another version of the compiler is refused by the compiler itself, so asking it is enough.
fn library_ready() -> bool {
    has_target(own(RUSTC).args(["-C", "linker=wasm-ld-19", "-C", "linker-flavor=wasm-ld"]))
}

/// Without rustup, Debian's compiler is the only one and needs no name.
fn linked() -> bool {
    on_path("rustup").is_none() || succeeds(own("rustup").args(["run", TOOLCHAIN, "rustc", "--version"]))
}

/// A program that must not hear of the compiler that runs xtask.
fn own(name: &str) -> Command {
    let mut command = program(name, &[]);
    for variable in NOT_INHERITED {
        command.env_remove(variable);
    }
    command
}

fn build_library(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let crate_folder = workspace.scratch().join("nothing");
    let target = workspace.scratch().join("std");
    write(&crate_folder.join("Cargo.toml"), NOTHING)?;
    write(&crate_folder.join("src").join("lib.rs"), "//! Nothing.\n")?;
    let mut cargo = own(CARGO);
    cargo
        .args(["build", "--release", "-Zbuild-std=std,panic_abort,test", "--target", TARGET])
        .env("RUSTC", RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", &target)
        .current_dir(&crate_folder);
    run_quietly(&mut cargo, &workspace.scratch().join("std.log"))?;
    Ok(target.join(TARGET).join("release").join("deps"))
}

fn lay_library(built: &Path) -> Outcome {
    lay(built, Path::new(LIBRARY)).map_err(|error| {
        Failure::new(format!(
            "{LIBRARY} could not be written ({error}): run \
             `sudo sh -c 'mkdir -p {LIBRARY} && cp {}/*.rlib {LIBRARY}/'`, then run this again.",
            built.display()
        ))
    })
}

/// Replaces what an earlier compiler left there.
fn lay(built: &Path, library: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(library)?;
    for old in rlibs(library)? {
        std::fs::remove_file(old)?;
    }
    for new in rlibs(built)? {
        if let Some(name) = new.file_name() {
            std::fs::copy(&new, library.join(name))?;
        }
    }
    Ok(())
}

fn rlibs(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "rlib") {
            found.push(path);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::lay;

    #[test]
    fn a_library_is_laid_whole_and_the_old_one_is_gone() -> std::io::Result<()> {
        let folder = std::env::temp_dir().join(format!("team-around-lay-{}", std::process::id()));
        let (built, library) = (folder.join("built"), folder.join("library"));
        std::fs::create_dir_all(&built)?;
        std::fs::create_dir_all(&library)?;
        std::fs::write(built.join("libstd-new.rlib"), "new")?;
        std::fs::write(built.join("libstd-new.d"), "not a library")?;
        std::fs::write(library.join("libstd-old.rlib"), "old")?;
        lay(&built, &library)?;
        let mut names: Vec<_> = std::fs::read_dir(&library)?
            .map(|entry| entry.map(|it| it.file_name()))
            .collect::<Result<_, _>>()?;
        names.sort();
        std::fs::remove_dir_all(&folder)?;
        assert_eq!(names, ["libstd-new.rlib"]);
        Ok(())
    }
}
