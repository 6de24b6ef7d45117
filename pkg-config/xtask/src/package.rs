//! The npm package: the crate as wasm, its glue, the elements, the types, the styles.

use std::ffi::OsString;
use std::fs::{remove_file, write};
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::command::{answer, path_with, program, run, run_quietly};
use crate::step::{Failure, Outcome, already, step};
use crate::tools::{self, Tools};
use crate::wasm_target::{self, TARGET, WasmEnvironment};
use crate::workspace::Workspace;
use crate::{made_from, npm, size};

/// One of the modules that the crate makes for browsers.
struct Module {
    what: &'static str,
    feature: &'static str,
    name: &'static str,
}

/// A page with a plan fetches the first alone, which is a good deal smaller.
const MODULES: [Module; 5] = [
    Module { what: "The plan for the browser", feature: "element", name: "team_around" },
    Module {
        what: "Meetings and reports for the browser",
        feature: "meetings",
        name: "team_around_meetings",
    },
    Module { what: "A copy to be approved, for the browser", feature: "copies", name: "team_around_copies" },
    Module { what: "Drafts for the browser", feature: "device", name: "team_around_drafts" },
    Module { what: "A family’s copy for the browser", feature: "family", name: "team_around_family" },
];

/// Everything that a build needs.
pub struct Ready {
    tools: Tools,
    environment: WasmEnvironment,
}

/// Installs what is missing to build the package.
///
/// # Errors
/// The first thing that is missing and could not be installed, with its cure.
pub fn set_up(workspace: &Workspace) -> Result<Ready, Failure> {
    npm::require_node()?;
    let environment = wasm_target::ensure(workspace)?;
    let tools = tools::ensure(workspace)?;
    let what = "npm packages of the packaging (sass, esbuild, wasm-opt, govuk-frontend)";
    npm::install(workspace, &workspace.packaging(), what)?;
    Ok(Ready { tools, environment })
}

/// Sets up, builds and assembles the package.
///
/// # Errors
/// When a tool is missing or a step of the build fails.
pub fn build(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let ready = set_up(workspace)?;
    let mark = made_from::mark(workspace)?;
    for module in MODULES {
        let stamp = raw(workspace).join(format!("{}.made-from", module.name));
        if made_from::is_of(&stamp, &mark) && is_there(workspace, &module) {
            already(module.what);
            continue;
        }
        let _ = remove_file(&stamp); // there is none the first time
        let what = |step: &str| format!("{}: {step}", module.what);
        step(&what("wasm-pack"), "20 s to 4 min", || compile(workspace, &ready, &module))?;
        step(&what("its glue, wasm-bindgen"), "5 s", || bind(workspace, &ready, &module))?;
        step(&what("made small, wasm-opt"), "5 to 40 s", || shrink(workspace, &module))?;
        let _ = write(&stamp, &mark); // without it the module is made again the next time
    }
    step("The npm package: styles, types, .br files", "10 s", || assemble(workspace))?;
    size::print(workspace)?;
    Ok(workspace.package())
}

fn is_there(workspace: &Workspace, module: &Module) -> bool {
    let named = |ending: &str| raw(workspace).join(format!("{}{ending}", module.name));
    named("_bg.wasm").is_file() && named(".js").is_file()
}

fn compile(workspace: &Workspace, ready: &Ready, module: &Module) -> Outcome {
    let mut wasm_pack = program(&ready.tools.wasm_pack, &["build"]);
    wasm_pack
        .args(["--target", "web", "--release", "--mode", "no-install"])
        .args(["--no-pack", "--no-opt", "--out-dir"])
        .arg(raw(workspace))
        .args(["--out-name", module.name, "--", "--features", module.feature])
        .env("CARGO_TARGET_DIR", workspace.target())
        .env("PATH", path_with(folders(workspace, ready))?)
        .current_dir(workspace.root());
    ready.environment.apply(&mut wasm_pack);
    compiled_small(&ready.environment, &mut wasm_pack);
    quietly(workspace, &mut wasm_pack)
}

/// A hash is computed in rounds that are written once, and not sixty-four times: a form computes few.
const ROUNDS_ONCE: &str = " --cfg sha2_backend_soft=\"compact\"";

/// A panic says where in a crate it happened. Where the crates stand on this machine concerns nobody
/// who loads the module.
fn compiled_small(environment: &WasmEnvironment, compiler: &mut Command) {
    const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
    let mut flags = environment.get(FLAGS).map_or_else(OsString::new, ToOwned::to_owned);
    flags.push(ROUNDS_ONCE);
    let given = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    if let Some(home) = given.or_else(|| Some(std::env::home_dir()?.join(".cargo"))) {
        flags.push(" --remap-path-prefix=");
        flags.push(home.join("registry").join("src"));
        flags.push("=");
    }
    compiler.env(FLAGS, flags);
}

/// wasm-pack cannot pass on the flags that let JavaScript hear of a crash and begin anew with the module that it
/// has, so the glue is made once more with them.
fn bind(workspace: &Workspace, ready: &Ready, module: &Module) -> Outcome {
    let compiled = workspace.target().join(TARGET).join("release").join("team_around.wasm");
    let mut wasm_bindgen = program(&ready.tools.wasm_bindgen, &["--target", "web"]);
    let draws_forms = ["element", "meetings", "copies"].contains(&module.feature);
    // A family's page has one function and nothing that a crash could lose. Without the handler, which is
    // written for browsers of the last year, an older telephone can read it.
    wasm_bindgen
        .args((module.feature != "family").then_some("--force-enable-abort-handler"))
        .args(draws_forms.then_some("--experimental-reset-state-function"))
        .args(["--out-name", module.name])
        .arg("--out-dir")
        .arg(raw(workspace))
        .arg(compiled);
    quietly(workspace, &mut wasm_bindgen)
}

fn shrink(workspace: &Workspace, module: &Module) -> Outcome {
    let module = raw(workspace).join(format!("{}_bg.wasm", module.name));
    let mut wasm_opt = program(npm::installed(workspace, "wasm-opt"), &[]);
    wasm_opt.args(optimiser_flags(workspace)?).arg(&module).arg("-o").arg(&module);
    quietly(workspace, &mut wasm_opt)
}

/// The flags stand in `Cargo.toml`, where wasm-pack reads them too.
fn optimiser_flags(workspace: &Workspace) -> Result<Vec<String>, Failure> {
    let mut cargo = program("cargo", &["metadata", "--no-deps", "--format-version", "1"]);
    answer(cargo.current_dir(workspace.root())).and_then(|metadata| read_flags(&metadata)).ok_or_else(|| {
        Failure::new("Cargo.toml has no wasm-opt under [package.metadata.wasm-pack.profile.release].")
    })
}

fn read_flags(metadata: &str) -> Option<Vec<String>> {
    let value: Value = serde_json::from_str(metadata).ok()?;
    let packages = value.get("packages")?.as_array()?;
    let flags = packages
        .iter()
        .find_map(|package| package.pointer("/metadata/wasm-pack/profile/release/wasm-opt"))?;
    flags.as_array()?.iter().map(|flag| flag.as_str().map(str::to_owned)).collect()
}

fn assemble(workspace: &Workspace) -> Outcome {
    let script = workspace.packaging().join("pack.mjs");
    run(program("node", &[]).arg(script).arg(raw(workspace)).arg(workspace.package()))
}

fn quietly(workspace: &Workspace, command: &mut Command) -> Outcome {
    run_quietly(command, &workspace.scratch().join("package.log"))
}

/// What the Rust tools wrote, before it is assembled.
fn raw(workspace: &Workspace) -> PathBuf {
    workspace.target().join("package").join("raw")
}

fn folders(workspace: &Workspace, ready: &Ready) -> Vec<PathBuf> {
    let tools = [&ready.tools.wasm_bindgen, &ready.tools.wasm_pack];
    let mut folders: Vec<PathBuf> =
        tools.iter().filter_map(|tool| tool.parent()).map(PathBuf::from).collect();
    folders.push(npm::programs(workspace));
    folders
}

#[cfg(test)]
mod tests {
    use super::read_flags;

    #[test]
    fn the_flags_are_those_of_the_package_that_has_them() {
        let metadata = r#"{"packages":[{"metadata":null},{"metadata":{"wasm-pack":
            {"profile":{"release":{"wasm-opt":["-Oz","--enable-sign-ext"]}}}}}]}"#;
        let flags = read_flags(metadata).unwrap_or_default();
        assert_eq!(flags, ["-Oz", "--enable-sign-ext"]);
    }

    #[test]
    fn no_flags_are_not_guessed() {
        assert_eq!(read_flags(r#"{"packages":[{"metadata":null}]}"#), None);
    }
}
