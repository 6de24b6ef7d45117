//! Where things are: the workspace's root, and what is built below `target`.

use std::path::{Path, PathBuf};

use crate::step::Failure;

/// The folders that the commands work in.
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Looks upwards from this crate, or from the current folder, for the workspace.
    ///
    /// # Errors
    /// When no folder above holds a `Cargo.lock`.
    pub fn find() -> Result<Self, Failure> {
        let start = std::env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .or_else(|| std::env::current_dir().ok())
            .unwrap_or_default();
        let root = start
            .ancestors()
            .find(|folder| folder.join("Cargo.lock").is_file())
            .ok_or_else(|| Failure::new("Run this inside the project: no Cargo.lock was found."))?
            .to_path_buf();
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |given| root.join(given));
        Ok(Workspace { root, target })
    }

    /// The folder that holds the product's `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's target folder.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Our packaging: styles, template, lock file of the npm tools.
    pub fn packaging(&self) -> PathBuf {
        self.root.join("pkg-config")
    }

    /// Where tools are installed that stay between runs.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// Where xtask keeps its logs and its own builds.
    pub fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// The npm package as it would be published.
    pub fn package(&self) -> PathBuf {
        self.target.join("package").join("team-around")
    }

    /// The browser tests.
    pub fn browser_tests(&self) -> PathBuf {
        self.root.join("tests").join("browser")
    }

    /// The portal's program, once built in the development profile.
    pub fn portal(&self) -> PathBuf {
        let name = format!("portal{}", std::env::consts::EXE_SUFFIX);
        self.target.join("debug").join(name)
    }
}

/// Reads a text file.
///
/// # Errors
/// Names the file that could not be read.
pub fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| Failure::file(path, &error))
}

/// Writes a text file, making the folders above it.
///
/// # Errors
/// Names the file that could not be written.
pub fn write(path: &Path, text: &str) -> Result<(), Failure> {
    make_room(path)?;
    std::fs::write(path, text).map_err(|error| Failure::file(path, &error))
}

/// Makes the folders above a file that another program will write.
///
/// # Errors
/// Names the file that has no room.
pub fn make_room(path: &Path) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| Failure::file(path, &error))
}
