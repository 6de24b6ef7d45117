//! What is kept on a worker's machine, while browsers are killed, stores damaged and windows race.  tests/faults

use std::path::PathBuf;

use crate::command::{program, run};
use crate::step::{Failure, Outcome, complain, say, step};
use crate::workspace::{self, Workspace};
use crate::{browser, npm};

/// One test: its script, what it is told in an ordinary run and in a long one, and how long that one takes.
struct Fault {
    script: &'static str,
    what: &'static str,
    quick: &'static [&'static str],
    deep: &'static [&'static str],
    about: &'static str,
}

const FAULTS: [Fault; 8] = [
    Fault {
        script: "kill.mjs",
        what: "Chromium killed",
        quick: &["20", "4", "--at-once", "3"],
        deep: &["200", "12"],
        about: "15 to 20 min",
    },
    Fault {
        script: "kill.mjs",
        what: "Firefox killed",
        quick: &["3", "4", "--browser", "firefox"],
        deep: &["20", "10", "--browser", "firefox"],
        about: "3 to 5 min",
    },
    Fault { script: "left.mjs", what: "pages that go", quick: &["1"], deep: &["6"], about: "2 to 3 min" },
    Fault {
        script: "damaged.mjs",
        what: "stores damaged",
        quick: &["12", "1"],
        deep: &["240", "12"],
        about: "5 to 7 min",
    },
    Fault { script: "full.mjs", what: "no room left", quick: &["5"], deep: &["30"], about: "2 to 3 min" },
    Fault {
        script: "tabs.mjs",
        what: "windows that race",
        quick: &["1", "30", "--tabs", "2,4"],
        deep: &["6", "120"],
        about: "5 to 8 min",
    },
    Fault { script: "degraded.mjs", what: "stores denied", quick: &["1"], deep: &["3"], about: "1 to 2 min" },
    Fault {
        script: "canary.mjs",
        what: "words looked for in the profile",
        quick: &["1", "3"],
        deep: &["2", "60"],
        about: "2 to 3 min",
    },
];

/// Each test in short: about three and a half minutes in all on two cores.
///
/// # Errors
/// When a mark was missed; all are run all the same.
pub fn quick(workspace: &Workspace) -> Outcome {
    all(workspace, |fault| (fault.quick, "10 s to 1 min"))
}

/// Each test at length, and a table of what was found: some 35 to 50 minutes, as each alone suggests.
///
/// # Errors
/// When a mark was missed; all are run all the same.
pub fn deep(workspace: &Workspace) -> Outcome {
    all(workspace, |fault| (fault.deep, fault.about))
}

fn all(workspace: &Workspace, told: impl Fn(&Fault) -> (&'static [&'static str], &'static str)) -> Outcome {
    let chromium = browser::ensure(workspace)?;
    npm::install(workspace, &workspace.browser_tests(), "npm packages of the browser tests")?;
    let table: PathBuf = workspace.scratch().join("faults.txt");
    workspace::write(&table, "")?;
    let mut failed = 0;
    for fault in &FAULTS {
        let (numbers, about) = told(fault);
        let outcome = step(&format!("  {}", fault.what), about, || {
            let mut node = program("node", &[&format!("tests/faults/{}", fault.script)]);
            node.args(numbers).env("CHROMIUM", &chromium).env("FAULTS_TABLE", &table);
            run(node.env("TEAM_AROUND_PACKAGE", workspace.package()).current_dir(workspace.root()))
        });
        if let Err(failure) = outcome {
            complain(&failure);
            failed += 1;
        }
    }
    say(&format!("\n{}", workspace::read(&table)?));
    match failed {
        0 => Ok(()),
        _ => Err(Failure::new(format!("{failed} of {} fault tests missed their mark.", FAULTS.len()))),
    }
}
