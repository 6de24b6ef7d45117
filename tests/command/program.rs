//! The program, run once, and what it answered.

use std::io::Write;
use std::process::{Command, Stdio};

/// What the program answered.
pub struct Answer {
    /// How it ended.
    pub code: Option<i32>,
    /// Its standard output.
    pub out: String,
    /// Its standard error.
    pub err: String,
}

/// Runs the program with these arguments and nothing on standard input.
pub fn run(arguments: &[&str]) -> Answer {
    run_on(b"", arguments)
}

/// Runs the program with these arguments and this on standard input.
pub fn run_on(input: &[u8], arguments: &[&str]) -> Answer {
    let mut command = Command::new(env!("CARGO_BIN_EXE_team-around"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // A program that has read enough closes its end, which is not the test's concern.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Answer { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// Fails unless the program refused with one sentence on standard error that holds each of these.
pub fn refuses(answer: &Answer, holding: &[&str]) {
    assert_eq!((answer.code, answer.out.as_str()), (Some(2), ""), "{}", answer.err);
    assert_eq!(answer.err.lines().count(), 1, "{}", answer.err);
    for text in holding {
        assert!(answer.err.contains(text), "{text} in {}", answer.err);
    }
    assert!(!answer.err.contains("panicked"), "{}", answer.err);
}

impl Answer {
    /// The answer as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }
}
