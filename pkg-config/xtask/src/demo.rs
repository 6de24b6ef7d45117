//! The example portal, on this machine.

use std::path::Path;
use std::process::Command;

use crate::command::{program, run};
use crate::package;
use crate::step::{Failure, Outcome, say, step};
use crate::workspace::{self, Workspace};

/// Where the portal listens unless told otherwise.
pub const PORT: u16 = 8080;

/// Builds the package and the portal, and serves until it is stopped.
///
/// # Errors
/// When something cannot be built, or the portal ends badly.
pub fn serve(workspace: &Workspace, port: u16) -> Outcome {
    let package = package::build(workspace)?;
    build_portal(workspace)?;
    let data = workspace.target().join("demo").join("portal.sqlite");
    workspace::make_room(&data)?;
    say(&format!("\nThe portal: http://127.0.0.1:{port}  (Ctrl+C ends it)\n\n"));
    run(&mut command(workspace, port, &package, &data))
}

/// Builds the portal in the development profile.
///
/// # Errors
/// When it does not compile.
pub fn build_portal(workspace: &Workspace) -> Outcome {
    step("The portal: cargo build", "10 s to 2 min", || {
        let mut cargo = program("cargo", &["build", "--quiet", "--package", "portal"]);
        run(cargo.current_dir(workspace.root()))
    })
}

/// Reads a port number.
///
/// # Errors
/// When it is not a number from 1 to 65535.
pub fn read_port(text: &str) -> Result<u16, Failure> {
    text.parse()
        .ok()
        .filter(|port| *port > 0)
        .ok_or_else(|| Failure::new(format!("`{text}` is not a port: give a number from 1 to 65535.")))
}

fn command(workspace: &Workspace, port: u16, package: &Path, data: &Path) -> Command {
    let mut portal = program(workspace.portal(), &["--port", &port.to_string()]);
    portal.arg("--package").arg(package).arg("--data").arg(data).current_dir(workspace.root());
    portal
}

#[cfg(test)]
mod tests {
    use super::read_port;

    #[test]
    fn a_port_is_a_number_that_can_be_listened_to() {
        assert_eq!(read_port("8081").ok(), Some(8081));
        assert!(read_port("0").is_err());
        assert!(read_port("65536").is_err());
        assert!(read_port("eighty").is_err());
    }
}
