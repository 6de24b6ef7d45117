//! Every check in turn, and a table of how each ended.

use std::path::Path;
use std::time::Instant;

use crate::command::{program, run};
use crate::step::{Failure, Outcome, complain, say, step};
use crate::workspace::Workspace;
use crate::{browser, demo, faults, npm, package, readers, size, tools};

type Act = fn(&Workspace) -> Outcome;

/// A step of the run: its name, about how long it takes, what it does.
struct Part(&'static str, &'static str, Act);

const CODE: [Part; 10] = [
    Part("format", "2 s", |w| cargo(w, &["fmt", "--all", "--check"])),
    Part("clippy", "10 s to 1 min", |w| clippy(w, &[])),
    Part("clippy, command", "10 s to 1 min", |w| clippy(w, &["--features", "command"])),
    Part("clippy, drafts", "10 s to 1 min", |w| clippy(w, &["--features", "drafts"])),
    Part("clippy, element", "10 s to 3 min", |w| clippy(w, &["--features", "element,device,family"])),
    Part("clippy, xtask and portal", "10 s to 3 min", |w| {
        clippy(w, &["--package", "xtask", "--package", "portal"])
    }),
    Part("tests, default features", "20 s to 2 min", |w| cargo(w, &["test"])),
    // What the command adds. The rest of the library is the same with it, and was tried above.
    Part("tests, command", "20 s to 2 min", |w| {
        cargo(w, &["test", "--features", "command", "--lib", "--bins", "--test", "command"])
    }),
    Part("tests, drafts", "20 s to 2 min", |w| {
        cargo(w, &["test", "--features", "drafts", "--test", "draft"])
    }),
    Part("tests, xtask and portal", "10 s to 3 min", |w| {
        cargo(w, &["test", "--package", "xtask", "--package", "portal"])
    }),
];

const PACKAGE: [Part; 5] = [
    Part("package", "1 to 20 min the first time", |w| package::build(w).map(drop)),
    Part("tests of the styles", "2 s", style_tests),
    Part("sizes", "1 s", size::compare_built),
    Part("browser tests", "6 to 20 min", browser_tests),
    Part("fault tests", "2 to 4 min", faults::quick),
];

/// Every check: the code, the package, the browser.
///
/// # Errors
/// When any part failed; all parts are run all the same.
pub fn everything(workspace: &Workspace) -> Outcome {
    tools::ensure_lints()?;
    run_all(workspace, CODE.iter().chain(&PACKAGE))
}

/// The checks of the code alone.
///
/// # Errors
/// When any part failed; all parts are run all the same.
pub fn quick(workspace: &Workspace) -> Outcome {
    tools::ensure_lints()?;
    run_all(workspace, CODE.iter())
}

/// The figures: the checks natively, then the package in a browser.
///
/// # Errors
/// When a measurement cannot be made.
pub fn bench(workspace: &Workspace) -> Outcome {
    let native = ["bench", "--bench", "review", "--bench", "chronology"];
    step("Review and chronology, native: cargo bench", "1 to 5 min", || cargo(workspace, &native))?;
    let package = package::build(workspace)?;
    measured(workspace, &package, "The forms beside the same by hand, browser", "6 to 10 min", "bench")?;
    measured(workspace, &package, PHONE, "1 min", "phone")
}

const PHONE: &str = "A family’s copy beside a plan, on a telephone";

/// The bytes that a family’s page and a plan’s fetch, and the time until each can be read on a telephone.
///
/// # Errors
/// When a measurement cannot be made.
pub fn bench_phone(workspace: &Workspace) -> Outcome {
    let package = package::build(workspace)?;
    measured(workspace, &package, PHONE, "1 min", "phone")
}

/// Runs a script of `tests/bench` with the package in a browser.
fn measured(workspace: &Workspace, package: &Path, what: &str, about: &str, script: &str) -> Outcome {
    let chromium = browser::ensure(workspace)?;
    npm::install(workspace, &workspace.browser_tests(), "npm packages of the browser tests")?;
    demo::build_portal(workspace)?;
    let script = format!("tests/bench/{script}.mjs");
    step(&format!("{what}: {script}"), about, || {
        let mut node = program("node", &[&script]);
        node.env("TEAM_AROUND_PACKAGE", package).env("PORTAL", workspace.portal()).env("CHROMIUM", chromium);
        run(node.current_dir(workspace.root()))
    })
}

fn cargo(workspace: &Workspace, arguments: &[&str]) -> Outcome {
    run(program("cargo", arguments).current_dir(workspace.root()))
}

fn clippy(workspace: &Workspace, selection: &[&str]) -> Outcome {
    let mut arguments = vec!["clippy", "--quiet", "--all-targets"];
    arguments.extend(selection);
    arguments.extend(["--", "-D", "warnings"]);
    cargo(workspace, &arguments)
}

fn style_tests(workspace: &Workspace) -> Outcome {
    let mut node = program("node", &["--test", "css.test.mjs"]);
    run(node.current_dir(workspace.packaging()))
}

fn browser_tests(workspace: &Workspace) -> Outcome {
    let folder = workspace.browser_tests();
    let chromium = browser::ensure(workspace)?;
    npm::install(workspace, &folder, "npm packages of the browser tests")?;
    demo::build_portal(workspace)?;
    readers::write(workspace, readers::QUICK)?;
    run(npm::npm(&["test"])
        .current_dir(folder)
        .env("TEAM_AROUND_PACKAGE", workspace.package())
        .env("PORTAL", workspace.portal())
        .env("FAMILY_CASES", readers::file(workspace))
        .env("CHROMIUM", chromium))
}

/// How one part ended.
struct Ended {
    name: &'static str,
    seconds: f64,
    failed: bool,
}

fn run_all<'a>(workspace: &Workspace, parts: impl Iterator<Item = &'a Part>) -> Outcome {
    let ended: Vec<Ended> = parts.map(|part| run_part(workspace, part)).collect();
    say(&format!("\n{}", summary(&ended)));
    let failed = ended.iter().filter(|part| part.failed).count();
    match failed {
        0 => Ok(()),
        _ => Err(Failure::new(format!("{failed} of {} steps failed.", ended.len()))),
    }
}

fn run_part(workspace: &Workspace, Part(name, about, act): &Part) -> Ended {
    let started = Instant::now();
    let outcome = step(name, about, || act(workspace));
    if let Err(failure) = &outcome {
        complain(failure);
    }
    Ended { name, seconds: started.elapsed().as_secs_f64(), failed: outcome.is_err() }
}

fn summary(ended: &[Ended]) -> String {
    ended
        .iter()
        .map(|part| {
            let ending = if part.failed { "FAILED" } else { "passed" };
            format!("{:<28} {ending} {:>7.1} s\n", part.name, part.seconds)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Ended, summary};

    #[test]
    fn the_summary_names_each_step_and_how_it_ended() {
        let ended = [("format", 1.04, false), ("sizes", 12.0, true)].map(|(name, seconds, failed)| Ended {
            name,
            seconds,
            failed,
        });
        let text = summary(&ended);
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(lines, [["format", "passed", "1.0", "s"], ["sizes", "FAILED", "12.0", "s"]]);
    }
}
