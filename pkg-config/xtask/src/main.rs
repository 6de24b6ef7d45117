//! The project's own commands: `cargo xtask setup | build | demo | test | size | bench | deep`.
//!
//! Each step says in one line what it does and about how long it may take.
//! What is already there, in the right version, is never installed again.

mod browser;
mod command;
mod debian;
mod deep;
mod demo;
mod faults;
mod made_from;
mod npm;
mod package;
mod readers;
mod size;
mod step;
mod test_run;
mod tools;
mod wasm_target;
mod workspace;

use std::process::ExitCode;

use step::{Failure, Outcome, complain, say};
use workspace::Workspace;

const USAGE: &str = "\
cargo xtask <command>

  setup                 install what is missing to build the package
  build                 build the npm package into target/package/team-around
  demo [--port 8080]    build, then serve the example portal on this machine
  test [--quick]        run every check; --quick leaves out the package and the browser
  size [--write]        compare the package's files with pkg-config/size.json, or accept them
  bench [phone]         measure the checks natively, and the package in a browser beside a page written by
                        hand; phone: only what a family's page and a plan's cost somebody on a telephone
  deep [properties | drafts | faults [NAME]]
                        hold every property against many more examples, and every fault at length;
                        all of it takes about three hours, and each part can be run alone
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Outcome {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let workspace = Workspace::find()?;
    match words.as_slice() {
        ["setup"] => package::set_up(&workspace).map(drop),
        ["build"] => package::build(&workspace).map(drop),
        ["demo"] => demo::serve(&workspace, demo::PORT),
        ["demo", "--port", port] => demo::serve(&workspace, demo::read_port(port)?),
        ["test"] => test_run::everything(&workspace),
        ["test", "--quick"] => test_run::quick(&workspace),
        ["size"] => size::compare_built(&workspace),
        ["size", "--write"] => size::accept_built(&workspace),
        ["bench"] => test_run::bench(&workspace),
        ["bench", "phone"] => test_run::bench_phone(&workspace),
        ["deep"] => deep::everything(&workspace),
        ["deep", "properties"] => deep::properties(&workspace),
        ["deep", "drafts"] => deep::drafts(&workspace),
        ["deep", "faults"] => deep::browsers(&workspace, ""),
        ["deep", "faults", named] => deep::browsers(&workspace, named),
        [] | ["help", ..] | [.., "--help" | "-h"] => {
            say(USAGE);
            Ok(())
        }
        _ => Err(Failure::new(format!("`{}` is not a command here.\n\n{USAGE}", words.join(" ")))),
    }
}
