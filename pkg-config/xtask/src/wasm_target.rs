//! A Rust compiler that can build for the browser: whichever route this machine allows.
//!
//! The ordinary route is rustup's target. Where it cannot be downloaded, Debian's own
//! compiler is used for these steps alone; see `pkg-config/BUILDING.md`.

use std::ffi::OsString;
use std::process::{Command, Stdio};

use crate::command::{program, succeeds};
use crate::debian;
use crate::step::{Failure, already, step};
use crate::workspace::Workspace;

/// The target that browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Chooses a route by hand: `rustup` or `debian`.
const CHOICE: &str = "TEAM_AROUND_RUST";

/// How this machine comes to a compiler for the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Route {
    /// The active toolchain has the target.
    Active,
    /// Debian's compiler has been set up before.
    DebianReady,
    /// rustup may still fetch the target.
    Rustup,
    /// Debian's packages can be installed.
    Debian,
    /// Neither rustup nor Debian is here.
    None,
}

/// What is known about the machine before choosing.
#[derive(Default)]
struct Facts<'a> {
    chosen: Option<&'a str>,
    active_has_target: bool,
    rustup: bool,
    debian: bool,
    debian_ready: bool,
}

/// The environment of the steps that build for the browser, and of no others.
#[derive(Default)]
pub struct WasmEnvironment {
    set: Vec<(&'static str, OsString)>,
    remove: Vec<&'static str>,
}

impl WasmEnvironment {
    /// An environment with these variables, and without those.
    pub fn new(set: Vec<(&'static str, OsString)>, remove: Vec<&'static str>) -> Self {
        WasmEnvironment { set, remove }
    }

    /// What this environment sets a variable to.
    pub fn get(&self, name: &str) -> Option<&OsString> {
        self.set.iter().find(|(set, _)| *set == name).map(|(_, value)| value)
    }

    /// Puts a command into this environment.
    pub fn apply(&self, command: &mut Command) {
        for name in &self.remove {
            command.env_remove(name);
        }
        for (name, value) in &self.set {
            command.env(name, value);
        }
    }
}

/// Makes sure that some compiler can build for the browser, and says how to call it.
///
/// # Errors
/// When no route is open, with the sentence that opens one.
pub fn ensure(workspace: &Workspace) -> Result<WasmEnvironment, Failure> {
    let chosen = std::env::var(CHOICE).ok();
    let mut facts = Facts {
        chosen: chosen.as_deref(),
        active_has_target: has_target(&mut program("rustc", &[])),
        rustup: succeeds(&mut program("rustup", &["--version"])),
        debian: debian::possible(),
        debian_ready: debian::ready(),
    };
    let mut route = choose(&facts);
    if route == Route::Rustup && !add_target() {
        facts.rustup = false;
        route = choose(&facts);
    }
    follow(route, workspace)
}

fn follow(route: Route, workspace: &Workspace) -> Result<WasmEnvironment, Failure> {
    let title = format!("Rust for {TARGET}");
    match route {
        Route::Active => already(&title),
        Route::Rustup => {}
        Route::DebianReady => {
            already(&format!("{title}, from Debian's packages"));
            return Ok(debian::environment());
        }
        Route::Debian => {
            debian::set_up(workspace)?;
            return Ok(debian::environment());
        }
        Route::None => return Err(no_route()),
    }
    Ok(WasmEnvironment::default())
}

/// The order of the routes: what is there already, then the ordinary one, then Debian's.
fn choose(facts: &Facts) -> Route {
    let rustup_allowed = facts.chosen != Some("debian");
    let debian_allowed = facts.chosen != Some("rustup");
    if facts.active_has_target && rustup_allowed {
        Route::Active
    } else if facts.debian_ready && debian_allowed {
        Route::DebianReady
    } else if facts.rustup && rustup_allowed {
        Route::Rustup
    } else if facts.debian && debian_allowed {
        Route::Debian
    } else {
        Route::None
    }
}

/// Whether a compiler finds its standard library and a linker for the browser, tried with an empty crate.
pub fn has_target(rustc: &mut Command) -> bool {
    let out = std::env::temp_dir().join(format!("team-around-probe-{}.wasm", std::process::id()));
    rustc
        .args(["--target", TARGET, "--crate-type=cdylib"])
        .arg("-o")
        .arg(&out)
        .arg("-")
        .stderr(Stdio::null());
    let found = succeeds(rustc);
    std::fs::remove_file(&out).ok();
    found
}

fn add_target() -> bool {
    let what = format!("Rust for {TARGET}: rustup target add");
    let added = step(&what, "10 to 60 s", || {
        if succeeds(&mut program("rustup", &["target", "add", TARGET])) {
            Ok(())
        } else {
            Err(Failure::new("rustup could not add the target."))
        }
    });
    added.is_ok()
}

fn no_route() -> Failure {
    Failure::new(format!(
        "Rust cannot build for the browser here: run `rustup target add {TARGET}`, then run this again. \
         pkg-config/BUILDING.md says what to do where that download is not possible."
    ))
}

#[cfg(test)]
mod tests {
    use super::{Facts, Route, choose};

    fn facts() -> Facts<'static> {
        Facts { rustup: true, debian: true, ..Facts::default() }
    }

    #[test]
    fn a_target_that_is_there_needs_nothing_else() {
        let facts = Facts { active_has_target: true, debian_ready: true, ..facts() };
        assert_eq!(choose(&facts), Route::Active);
    }

    #[test]
    fn rustup_is_tried_before_debian_is_set_up() {
        assert_eq!(choose(&facts()), Route::Rustup);
    }

    #[test]
    fn debian_follows_when_rustup_cannot() {
        let facts = Facts { rustup: false, ..facts() };
        assert_eq!(choose(&facts), Route::Debian);
    }

    #[test]
    fn a_debian_set_up_before_is_not_delayed_by_another_download() {
        let facts = Facts { debian_ready: true, ..facts() };
        assert_eq!(choose(&facts), Route::DebianReady);
    }

    #[test]
    fn a_route_chosen_by_hand_is_the_only_one() {
        let everything =
            Facts { active_has_target: true, debian_ready: true, chosen: Some("debian"), ..facts() };
        assert_eq!(choose(&everything), Route::DebianReady);
        let ordinary = Facts { debian_ready: true, chosen: Some("rustup"), rustup: false, ..facts() };
        assert_eq!(choose(&ordinary), Route::None);
    }

    #[test]
    fn without_rustup_or_debian_no_route_is_open() {
        assert_eq!(choose(&Facts::default()), Route::None);
    }
}
