//! One step of the work: what it does, how long it may take, how it ended.

use std::fmt;
use std::time::Instant;

/// Why a step stopped, in a sentence that says what to do.
#[derive(Debug)]
pub struct Failure(String);

/// What a step hands back when there is nothing to hand back.
pub type Outcome = Result<(), Failure>;

impl Failure {
    /// A failure told in `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Failure(sentence.into())
    }

    /// A file that could not be read or written.
    pub fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Failure(format!("{}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Runs one step between its opening line and its closing one.
///
/// # Errors
/// Whatever the step itself reports.
pub fn step<T>(
    what: &str,
    about: &str,
    act: impl FnOnce() -> Result<T, Failure>,
) -> Result<T, Failure> {
    println!("{what} (about {about})");
    let started = Instant::now();
    let outcome = act();
    let ending = if outcome.is_ok() {
        "done in"
    } else {
        "failed after"
    };
    println!("  {ending} {:.1} s", started.elapsed().as_secs_f64());
    outcome
}

/// Says that nothing had to be done.
pub fn already(what: &str) {
    println!("{what}: already there");
}
