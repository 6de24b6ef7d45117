//! A Chromium for the tests that need one.

use std::path::PathBuf;

use crate::command::on_path;
use crate::debian;
use crate::step::{Failure, already};
use crate::workspace::Workspace;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Finds Chromium, or installs Debian's.
///
/// # Errors
/// When there is none, and how to name one.
pub fn ensure(workspace: &Workspace) -> Result<PathBuf, Failure> {
    if let Some(found) = named()?.or_else(installed) {
        already(&format!("Chromium ({})", found.display()));
        return Ok(found);
    }
    if debian::possible() {
        debian::install(&["chromium"], "1 to 3 min", workspace)?;
    }
    installed().ok_or_else(|| {
        Failure::new(
            "Chromium or Google Chrome is needed for the browser tests: install it, \
             or set CHROMIUM to its path, then run this again.",
        )
    })
}

fn named() -> Result<Option<PathBuf>, Failure> {
    let Some(path) = std::env::var_os("CHROMIUM").map(PathBuf::from) else {
        return Ok(None);
    };
    if path.is_file() {
        return Ok(Some(path));
    }
    Err(Failure::new(format!(
        "CHROMIUM names {}, which is not there: correct it or unset it.",
        path.display()
    )))
}

fn installed() -> Option<PathBuf> {
    NAMES.iter().find_map(|name| on_path(name))
}
