//! What is kept on a worker's machine, while browsers are killed, stores damaged and windows race.  tests/faults

use std::path::PathBuf;

use crate::command::{program, run};
use crate::step::{Failure, Outcome, complain, say, step};
use crate::workspace::{self, Workspace};
use crate::{browser, demo, npm, readers};

/// What a test is told, and about how long it takes.
type Told = (&'static [&'static str], &'static str);

/// One test: its script, what it is told in an ordinary run and in a long one, and how long that one takes.
struct Fault {
    script: &'static str,
    what: &'static str,
    /// Nothing where it is no part of an ordinary run.
    quick: Option<&'static [&'static str]>,
    deep: &'static [&'static str],
    about: &'static str,
    /// Whether it has a guard taken away, and is to fail.
    fails: bool,
}

impl Fault {
    const fn new(
        what: &'static str,
        script: &'static str,
        quick: Option<&'static [&'static str]>,
        deep: &'static [&'static str],
        about: &'static str,
    ) -> Self {
        Self { script, what, quick, deep, about, fails: false }
    }

    /// The same with a guard taken away, which is to fail: in the long run alone.
    const fn without(
        what: &'static str,
        script: &'static str,
        deep: &'static [&'static str],
        about: &'static str,
    ) -> Self {
        Self { fails: true, ..Self::new(what, script, None, deep, about) }
    }

    /// A room of the browser tests, which an ordinary run has gone through already.
    const fn again(what: &'static str, deep: &'static [&'static str], about: &'static str) -> Self {
        Self::new(what, "again.mjs", None, deep, about)
    }
}

/// The one for which readers have to be written first.
const READERS: &str = "V1, readers of a family’s copy";

const FAULTS: [Fault; 23] = [
    Fault::new(
        "Chromium killed",
        "kill.mjs",
        Some(&["20", "4", "--at-once", "3"]),
        &["200", "12", "--at-once", "3"],
        "15 to 20 min",
    ),
    Fault::without(
        "Chromium killed, and no journal",
        "kill.mjs",
        &["6", "6", "--without-journal", "--at-once", "3"],
        "1 min",
    ),
    Fault::new(
        "Firefox killed",
        "kill.mjs",
        Some(&["3", "4", "--browser", "firefox"]),
        &["20", "10", "--browser", "firefox"],
        "3 to 5 min",
    ),
    Fault::new("pages that go", "left.mjs", Some(&["1"]), &["10"], "4 to 6 min"),
    Fault::without("pages that go, and are not told", "left.mjs", &["3", "--without-leaving"], "1 min"),
    Fault::new("stores damaged", "damaged.mjs", Some(&["12", "1"]), &["240", "50"], "10 to 15 min"),
    Fault::new("no room left", "full.mjs", Some(&["5"]), &["50"], "4 to 6 min"),
    Fault::without(
        "no room left, and a store that denies it",
        "full.mjs",
        &["15", "--without-journal"],
        "1 min",
    ),
    Fault::new(
        "windows that race",
        "tabs.mjs",
        Some(&["1", "30", "--tabs", "2,4"]),
        &["50", "40"],
        "20 to 30 min",
    ),
    Fault::without(
        "windows that race, and only a lock between them",
        "tabs.mjs",
        &["12", "40", "--tabs", "4", "--without-fence"],
        "3 to 5 min",
    ),
    Fault::new("stores denied", "degraded.mjs", Some(&["1"]), &["3"], "1 to 2 min"),
    Fault::new(
        "words looked for in the profile",
        "canary.mjs",
        Some(&["1", "3"]),
        &["2", "60"],
        "2 to 3 min",
    ),
    Fault::again("P1 to P3, forms that stop", &["rescue,plain", "5"], "4 to 6 min"),
    Fault::without(
        "P1, forms that stop, and nobody looks",
        "again.mjs",
        &["rescue", "1", "--only", "stops while somebody types", "--without-guard", "abort"],
        "1 min",
    ),
    Fault::again(
        "P2, no memory and no stack",
        &["rescue", "10", "--only", "without memory or stack"],
        "1 min",
    ),
    Fault::again("L1 to L4, locks", &["lock", "7", "--only", "^L[1-4]:"], "3 to 5 min"),
    Fault::again("S1, receipts", &["receipts", "5", "--only", "^S1:"], "1 min"),
    Fault::again("M3, newer drafts", &["kept", "20", "--only", "newer version"], "2 min"),
    Fault::again("M1, drafts as they were written", &["kept", "5", "--only", "another program"], "1 min"),
    Fault::new("a meeting of four hours", "soak.mjs", None, &["10000"], "8 to 15 min"),
    Fault::without(
        "a meeting of four hours, and a page that keeps all",
        "soak.mjs",
        &["4000", "--keep-all"],
        "2 to 4 min",
    ),
    Fault::again(READERS, &["canaries", "1"], "30 to 60 min"),
    Fault::again("V2, leaving a family’s copy", &["leaving", "4"], "1 to 2 min"),
];

/// Each test in short: about three and a half minutes in all on two cores.
///
/// # Errors
/// When a mark was missed; all are run all the same.
pub fn quick(workspace: &Workspace) -> Outcome {
    all(workspace, |fault| fault.quick.map(|told| (told, "10 s to 1 min")))
}

/// Each test whose name holds `named` at length, and a table of what was found: some 130 to 200 minutes for
/// all, as each alone suggests.
///
/// # Errors
/// When a mark was missed; all are run all the same.
pub fn deep(workspace: &Workspace, named: &str) -> Outcome {
    demo::build_portal(workspace)?;
    if READERS.contains(named) {
        readers::write(workspace, readers::DEEP)?;
    }
    all(workspace, |fault| fault.what.contains(named).then_some((fault.deep, fault.about)))
}

fn all(workspace: &Workspace, told: impl Fn(&Fault) -> Option<Told>) -> Outcome {
    let chromium = browser::ensure(workspace)?;
    npm::install(workspace, &workspace.browser_tests(), "npm packages of the browser tests")?;
    let table: PathBuf = workspace.scratch().join("faults.txt");
    workspace::write(&table, "")?;
    let mut failed = 0;
    let asked: Vec<_> = FAULTS.iter().filter_map(|fault| Some((fault, told(fault)?))).collect();
    for (fault, (numbers, about)) in &asked {
        let outcome = step(&format!("  {}", fault.what), about, || {
            let mut node = program("node", &[&format!("tests/faults/{}", fault.script)]);
            node.args(*numbers).env("CHROMIUM", &chromium).env("FAULTS_TABLE", &table);
            if fault.fails {
                node.env("FAULTS_MUST_FAIL", "1");
            }
            node.env("TEAM_AROUND_PACKAGE", workspace.package()).env("PORTAL", workspace.portal());
            node.env("FAMILY_CASES", readers::file(workspace));
            as_meant(fault, run(node.current_dir(workspace.root())))
        });
        if let Err(failure) = outcome {
            complain(&failure);
            failed += 1;
        }
    }
    say(&format!("\n{}", workspace::read(&table)?));
    match failed {
        0 => Ok(()),
        _ => Err(Failure::new(format!("{failed} of {} fault tests missed their mark.", asked.len()))),
    }
}

/// What a test came to, where one with a guard taken away is to fail.
fn as_meant(fault: &Fault, outcome: Outcome) -> Outcome {
    match outcome {
        Ok(()) if fault.fails => Err(Failure::new(format!(
            "{} passed without the guard that it is to miss: it tests nothing.",
            fault.what
        ))),
        Err(_) if fault.fails => Ok(()),
        outcome => outcome,
    }
}
