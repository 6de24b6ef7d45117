//! How a subcommand ends: with an answer to print, or with a sentence about what could not be used.

use serde_json::Value;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;
use team_around::words::Words;

/// What a subcommand prints, and whether it says that something is not as it should be.
pub struct Answer {
    text: String,
    aside: String,
    stops: bool,
    /// Whether the text is a file, to be written as it is.
    is_file: bool,
}

impl Answer {
    /// Text that says that all is well.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), aside: String::new(), stops: false, is_file: false }
    }

    /// The text of a file, every character of which is written: it brings no others than a file of
    /// its kind has.
    pub fn file(text: String) -> Self {
        Self { is_file: true, ..Self::new(text) }
    }

    /// JSON, laid out for people, that says that all is well.
    pub fn json(value: &Value) -> Self {
        Self::new(format!("{value:#}\n"))
    }

    /// A document that a program reads again: what a terminal could take as an order is escaped, not replaced.
    pub fn document(value: &Value) -> Self {
        let mut text = String::new();
        for c in format!("{value:#}\n").chars() {
            match c {
                '\n' => text.push(c),
                c if c.is_control() => text.push_str(&format!("\\u{:04x}", u32::from(c))),
                c => text.push(c),
            }
        }
        Self::new(text)
    }

    /// How many bytes it prints.
    pub fn length(&self) -> usize {
        self.text.len()
    }

    /// The same, with sentences about it on standard error.
    #[must_use]
    pub fn saying(self, aside: String) -> Self {
        Self { aside, ..self }
    }

    /// The same, saying that something is not as it should be where `stops`.
    #[must_use]
    pub fn stopping(self, stops: bool) -> Self {
        Self { stops, ..self }
    }
}

/// What was given could not be used: one sentence with the file and the place.
#[derive(Debug)]
pub struct Refused(pub String);

/// How a subcommand ends.
pub type Outcome = Result<Answer, Refused>;

/// Prints how it ended. A reader who has left wants no more, and is not told so.
pub fn print(outcome: Outcome, words: &Words) -> ExitCode {
    let answer = match outcome {
        Ok(answer) => answer,
        Err(Refused(sentence)) => return refuse(&sentence),
    };
    let _ = write!(std::io::stderr(), "{}", plain(&answer.aside));
    let text = if answer.is_file { answer.text } else { plain(&answer.text) };
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => refuse(words.label("command.output")),
        _ => ExitCode::from(u8::from(answer.stops)),
    }
}

/// What a record holds is shown, never obeyed: a terminal takes no orders from it.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}

/// A sentence on standard error; where nobody reads that either, nothing more can be done.
fn refuse(sentence: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "team-around: {}", plain(sentence));
    ExitCode::from(2)
}
