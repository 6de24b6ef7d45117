//! The npm package: the crate as wasm, its glue, the elements, the types, the styles.

use std::path::PathBuf;
use std::process::Command;

use crate::command::{path_with, program, run, run_quietly};
use crate::step::{Failure, Outcome, step};
use crate::tools::{self, Tools};
use crate::wasm_target::{self, TARGET, WasmEnvironment};
use crate::workspace::Workspace;
use crate::{npm, size};

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
    step("The crate for the browser: wasm-pack", "1 to 4 min", || {
        compile(workspace, &ready)
    })?;
    step("Its glue: wasm-bindgen", "5 s", || bind(workspace, &ready))?;
    step("The module, made small: wasm-opt", "5 to 40 s", || {
        shrink(workspace)
    })?;
    step("The npm package: styles, types, .br files", "10 s", || {
        assemble(workspace)
    })?;
    size::print(workspace)?;
    Ok(workspace.package())
}

fn compile(workspace: &Workspace, ready: &Ready) -> Outcome {
    let mut wasm_pack = program(&ready.tools.wasm_pack, &["build"]);
    wasm_pack
        .args(["--target", "web", "--release", "--mode", "no-install"])
        .args(["--no-pack", "--no-opt", "--out-dir"])
        .arg(raw(workspace))
        .args(["--", "--features", "element"])
        .env("CARGO_TARGET_DIR", workspace.target())
        .env("PATH", path_with(folders(workspace, ready))?)
        .current_dir(workspace.root());
    ready.environment.apply(&mut wasm_pack);
    quietly(workspace, &mut wasm_pack)
}

/// wasm-pack cannot pass on the flag that lets JavaScript hear of a crash, so the glue is made once more with it.
fn bind(workspace: &Workspace, ready: &Ready) -> Outcome {
    let module = workspace
        .target()
        .join(TARGET)
        .join("release")
        .join("team_around.wasm");
    let mut wasm_bindgen = program(&ready.tools.wasm_bindgen, &["--target", "web"]);
    wasm_bindgen
        .args(["--force-enable-abort-handler", "--out-name", "team_around"])
        .arg("--out-dir")
        .arg(raw(workspace))
        .arg(module);
    quietly(workspace, &mut wasm_bindgen)
}

/// All features are named because the module no longer says which it uses.
fn shrink(workspace: &Workspace) -> Outcome {
    let module = raw(workspace).join("team_around_bg.wasm");
    let mut wasm_opt = program(
        npm::programs(workspace).join("wasm-opt"),
        &["-Oz", "--all-features"],
    );
    wasm_opt.arg(&module).arg("-o").arg(&module);
    quietly(workspace, &mut wasm_opt)
}

fn assemble(workspace: &Workspace) -> Outcome {
    let script = workspace.packaging().join("pack.mjs");
    run(program("node", &[])
        .arg(script)
        .arg(raw(workspace))
        .arg(workspace.package()))
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
    let mut folders: Vec<PathBuf> = tools
        .iter()
        .filter_map(|tool| tool.parent())
        .map(PathBuf::from)
        .collect();
    folders.push(npm::programs(workspace));
    folders
}
