//! Other programs: started, listened to, and named when they fail.

use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::step::{Failure, Outcome};
use crate::workspace;

/// How much of a quiet program's log is shown when it fails.
const LINES_SHOWN: usize = 25;

/// The command for a program with its arguments.
pub fn program(name: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments);
    command
}

/// Runs a command that prints for itself.
///
/// # Errors
/// When it cannot start or does not end well.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("{} did not succeed.", named(command))))
}

/// Runs a command into a log file, of which the end is shown only when it fails.
///
/// # Errors
/// When it cannot start or does not end well.
pub fn run_quietly(command: &mut Command, log: &Path) -> Outcome {
    workspace::write(log, "")?;
    let file = File::create(log).map_err(|error| Failure::file(log, &error))?;
    let same = file.try_clone().map_err(|error| Failure::file(log, &error))?;
    let outcome = run(command.stdin(Stdio::null()).stdout(file).stderr(same));
    outcome.map_err(|failure| Failure::new(format!("{failure}\n{}", ending(log))))
}

/// What a command wrote to its standard output, or nothing when it did not succeed.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a command ends well; what it prints is not wanted.
pub fn succeeds(command: &mut Command) -> bool {
    answer(command).is_some()
}

/// The first place on PATH that holds a program.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
}

/// PATH with these folders before all others.
///
/// # Errors
/// When a folder's name holds the character that separates folders.
pub fn path_with(folders: Vec<PathBuf>) -> Result<std::ffi::OsString, Failure> {
    let before = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(folders.into_iter().chain(std::env::split_paths(&before)))
        .map_err(|error| Failure::new(format!("PATH cannot be extended: {error}.")))
}

fn ending(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let from = lines.len().saturating_sub(LINES_SHOWN);
    let shown = lines.get(from..).unwrap_or_default().join("\n");
    format!("{shown}\nThe whole log is {}.", log.display())
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    if error.kind() != ErrorKind::NotFound {
        return Failure::new(format!("{} could not start: {error}.", named(command)));
    }
    Failure::new(format!("{} was not found: install it, then run this again.", named(command)))
}

fn named(command: &Command) -> String {
    let name = command.get_program().to_string_lossy().into_owned();
    let arguments: Vec<_> = command.get_args().map(|argument| argument.to_string_lossy()).collect();
    format!("`{name} {}`", arguments.join(" "))
}
