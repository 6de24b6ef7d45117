//! One step of the work: what it does, how long it may take, how it ended.

use std::fmt;
use std::io::Write;
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

/// Prints, and goes on when nobody reads any more.
pub fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).ok();
}

/// Tells a failure on standard error.
pub fn complain(failure: &Failure) {
    writeln!(std::io::stderr(), "\n{failure}").ok();
}

/// Runs one step between its opening line and its closing one.
///
/// # Errors
/// Whatever the step itself reports.
pub fn step<T>(what: &str, about: &str, act: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    say(&format!("{what} (about {about})\n"));
    let started = Instant::now();
    let outcome = act();
    let ending = if outcome.is_ok() { "done in" } else { "failed after" };
    say(&format!("  {ending} {:.1} s\n", started.elapsed().as_secs_f64()));
    outcome
}

/// Says that nothing had to be done.
pub fn already(what: &str) {
    say(&format!("{what}: already there\n"));
}
