//! `pack check`: what is wrong with a pack.

use super::about_files::{line, refusal};
use super::input::Input;
use super::outcome::{Answer, Outcome};
use std::path::PathBuf;
use team_around::protocol::{Fault, Pack, PackFault};
use team_around::record::{RowId, Section, Slot};
use team_around::wire::{Problem, parse, read_pack_whole};
use team_around::words::Words;

/// Checks a pack: prints each thing that is wrong with it, and where.
///
/// Reads a pack as JSON (see `schema --pack`). Prints one line for each fault: the place in the file
/// and a sentence; or one line that says how many rules and figures a sound pack has.
#[derive(clap::Args)]
pub struct Arguments {
    /// The pack. Without it, or for `-`, standard input.
    file: Option<PathBuf>,
}

/// Checks the pack.
///
/// # Errors
/// A sentence, where the file is not JSON or nothing of it could be read.
pub fn run(arguments: &Arguments, words: &'static Words) -> Outcome {
    let input = Input::read(arguments.file.as_ref(), words)?;
    let value = parse(&input.bytes).map_err(|problems| refusal(&input, &problems, words))?;
    let (pack, problems) = read_pack_whole(&value).map_err(|problems| refusal(&input, &problems, words))?;
    let lines = wrong(&pack, &problems, words);
    if lines.is_empty() {
        return Ok(Answer::new(sound(&pack, words)));
    }
    let count = words.fill("command.pack.faults", &[("n", &lines.len().to_string())]);
    Ok(Answer::new(format!("{}{count}\n", lines.concat())).stopping(true))
}

fn sound(pack: &Pack, words: &Words) -> String {
    let (rules, figures) = (pack.rules.len().to_string(), pack.figures.len().to_string());
    let facts = [("id", pack.id.trim()), ("rules", &rules), ("figures", &figures)];
    format!("{}\n", words.fill("command.pack.sound", &facts))
}

/// A line for each problem, then for each fault that no problem speaks of already.
fn wrong(pack: &Pack, problems: &[Problem], words: &Words) -> Vec<String> {
    let unread = problems.iter().map(|problem| line(&problem.pointer, &problem.what.sentence(words)));
    let faults = pack.faults();
    let faults = faults.iter().map(|fault| (pointer(pack, fault), fault));
    let new = faults.filter(|(at, _)| !problems.iter().any(|problem| covers(&problem.pointer, at)));
    unread.chain(new.map(|(at, fault)| line(&at, &words.fault(fault)))).collect()
}

/// Whether a problem here leaves nothing more to say there: the same place, or one inside it. A row
/// whose id could not be used has been given another, of which nothing is to be said.
fn covers(problem: &str, fault: &str) -> bool {
    problem.strip_suffix("/id") == Some(fault)
        || fault.strip_prefix(problem).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The place of a fault as a JSON pointer into the pack.
fn pointer(pack: &Pack, fault: &Fault) -> String {
    let place = &fault.place;
    let row = place.row.as_ref().and_then(|id| row_index(pack, place.home, id));
    let unknown = (fault.what == PackFault::MemberUnknown).then_some(fault.typed.as_str());
    let home = Some(place.home).filter(|home| !home.is_empty());
    let parts = [home.map(str::to_owned), row.map(|index| index.to_string())];
    let keys = [place.key, unknown].map(|key| key.map(str::to_owned));
    parts.into_iter().chain(keys).flatten().map(|part| format!("/{}", escaped(&part))).collect()
}

/// A member's name as it stands in a pointer (RFC 6901).
fn escaped(part: &str) -> String {
    part.replace('~', "~0").replace('/', "~1")
}

fn row_index(pack: &dyn Section, home: &str, id: &RowId) -> Option<usize> {
    let (index, _) = pack.shape().field(home)?;
    match pack.slot(index)? {
        Slot::Rows(rows) => rows.position(id),
        _ => None,
    }
}
