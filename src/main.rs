//! The command: what a council's server, a developer or a build asks of Team Around without a form.
//!
//! It reads files or standard input and prints text or JSON. It ends with
//!
//! - 0 where nothing stops the plan from being made final, or everything passed;
//! - 1 where something does, a pack has faults, or an expectation of a file of vectors did not come true;
//! - 2 where what was given could not be used, with one sentence about it on standard error.
//!
//! Never here: the web, a rule's logic, or a file that is written.

mod command;

fn main() -> std::process::ExitCode {
    command::run()
}
