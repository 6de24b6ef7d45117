//! The bytes of the package's files, raw and as brotli, against those accepted in `pkg-config/size.json`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Map, Value, json};

use crate::command::{answer, program};
use crate::step::{Failure, Outcome, say};
use crate::workspace::{Workspace, read, write};
use crate::{npm, package};

/// Two compilers of nearly the same age differ by less than this.
const TOLERANCE_PER_CENT: u64 = 3;

/// What a phone on a poor connection is asked to fetch before the plan form stands, in bytes of brotli.
const FIRST_LOAD_GOAL: u64 = 110_000;

/// The same for the page that a family reads.
const FAMILY_GOAL: u64 = 40_000;

/// Bytes of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Size {
    raw: u64,
    brotli: u64,
}

type Sizes = BTreeMap<String, Size>;

/// Prints the sizes of the package that was just built.
///
/// # Errors
/// When the package cannot be measured.
pub fn print(workspace: &Workspace) -> Outcome {
    say(&table(&measure(workspace)?));
    Ok(())
}

/// Compares the built package with the accepted sizes, building it first if there is none.
///
/// # Errors
/// Lists each file that differs, and says how to accept the difference.
pub fn compare_built(workspace: &Workspace) -> Outcome {
    let measured = measure_or_build(workspace)?;
    say(&table(&measured));
    let accepted = parse(&read(&accepted_file(workspace))?)?;
    let differences = compare(&measured, &accepted);
    say(&goals(&measured));
    if differences.is_empty() {
        say(&format!("  sizes as accepted, within {TOLERANCE_PER_CENT} %\n"));
        return Ok(());
    }
    Err(Failure::new(format!(
        "{}\nIf a difference is meant, run `cargo xtask size --write` and commit pkg-config/size.json.",
        differences.join("\n")
    )))
}

/// Writes the built package's sizes to `pkg-config/size.json`.
///
/// # Errors
/// When the package cannot be measured or the file not written.
pub fn accept_built(workspace: &Workspace) -> Outcome {
    let measured = measure_or_build(workspace)?;
    say(&table(&measured));
    write(&accepted_file(workspace), &to_json(&measured))
}

fn accepted_file(workspace: &Workspace) -> PathBuf {
    workspace.packaging().join("size.json")
}

fn measure_or_build(workspace: &Workspace) -> Result<Sizes, Failure> {
    if !workspace.package().join("package.json").is_file() {
        package::build(workspace)?;
    }
    measure(workspace)
}

/// Node compresses, since its standard library can.
fn measure(workspace: &Workspace) -> Result<Sizes, Failure> {
    npm::require_node()?;
    let script = workspace.packaging().join("measure.mjs");
    let mut node = program("node", &[]);
    let lines = answer(node.arg(script).arg(workspace.package()))
        .ok_or_else(|| Failure::new("The package could not be measured: run `cargo xtask build`."))?;
    parse(&lines)
}

/// Reads `{"files": {NAME: {"raw": N, "brotli": N}}}`.
fn parse(text: &str) -> Result<Sizes, Failure> {
    let unread = || Failure::new("The sizes are not the JSON that `cargo xtask size --write` writes.");
    let value: Value = serde_json::from_str(text).map_err(|_| unread())?;
    let files = value.get("files").and_then(Value::as_object).ok_or_else(unread)?;
    files
        .iter()
        .map(|(name, entry)| {
            let number = |key| entry.get(key).and_then(Value::as_u64).ok_or_else(unread);
            let size = Size { raw: number("raw")?, brotli: number("brotli")? };
            Ok((name.clone(), size))
        })
        .collect()
}

fn to_json(sizes: &Sizes) -> String {
    let files: Map<String, Value> = sizes
        .iter()
        .map(|(name, size)| (name.clone(), json!({ "raw": size.raw, "brotli": size.brotli })))
        .collect();
    format!("{:#}\n", json!({ "files": files }))
}

/// One sentence for each file that is new, gone, or outside the tolerance in its compressed bytes.
fn compare(measured: &Sizes, accepted: &Sizes) -> Vec<String> {
    let changed = measured.iter().filter_map(|(name, now)| {
        let Some(before) = accepted.get(name) else {
            return Some(format!("{name} is new: {} bytes of brotli.", now.brotli));
        };
        (!within(now.brotli, before.brotli))
            .then(|| format!("{name} is {} bytes of brotli; {} were accepted.", now.brotli, before.brotli))
    });
    let gone = accepted
        .keys()
        .filter(|name| !measured.contains_key(*name))
        .map(|name| format!("{name} is no longer in the package."));
    changed.chain(gone).collect()
}

/// How far what pages fetch is from the goals. It is said each time and fails nothing: what fails is a
/// file that grows past what was accepted.
fn goals(measured: &Sizes) -> String {
    let plan = against("first load of a plan", total(measured, is_first), FIRST_LOAD_GOAL);
    plan + &against("of a family’s copy", total(measured, is_of_a_family), FAMILY_GOAL)
}

fn against(name: &str, total: Size, goal: u64) -> String {
    let said = if total.brotli <= goal {
        "reached".to_owned()
    } else {
        let times = total.brotli * 10 / goal;
        format!("this is {}.{} times as much", times / 10, times % 10)
    };
    format!("  {name:<24} the goal is {goal} bytes of brotli: {said}\n")
}

fn within(now: u64, before: u64) -> bool {
    now.abs_diff(before) * 100 <= before * TOLERANCE_PER_CENT
}

fn table(sizes: &Sizes) -> String {
    let mut lines: String = sizes.iter().map(|(name, size)| line(name, *size)).collect();
    lines.push_str(&line("first load of a plan", total(sizes, is_first)));
    let is_of_a_meeting = |name: &str| {
        name.starts_with("team_around_meetings") || is_first(name) && !name.starts_with("team_around")
    };
    lines.push_str(&line("of a meeting", total(sizes, is_of_a_meeting)));
    lines.push_str(&line("once a form is shown", total(sizes, is_of_drafts)));
    lines.push_str(&line("when a copy is looked at", total(sizes, is_of_copies)));
    lines.push_str(&line("of a family’s copy", total(sizes, is_of_a_family)));
    lines
}

/// Whether a page with a plan fetches it before it shows the form.
fn is_first(name: &str) -> bool {
    let others = [is_of_drafts, is_of_copies, is_of_a_family];
    !name.starts_with("team_around_meetings") && !others.iter().any(|is_of| is_of(name))
}

/// Whether a page fetches it when somebody looks at a family's copy, to prepare or to approve it.
fn is_of_copies(name: &str) -> bool {
    name.starts_with("team_around_copies")
}

/// Whether a family's page fetches it; it fetches nothing else.
fn is_of_a_family(name: &str) -> bool {
    name.contains("family")
}

/// Whether a page fetches it after it shows a form, to keep what is typed.
fn is_of_drafts(name: &str) -> bool {
    name.starts_with("team_around_drafts")
}

fn total(sizes: &Sizes, counts: impl Fn(&str) -> bool) -> Size {
    let counted = sizes.iter().filter(|(name, _)| counts(name)).map(|(_, size)| size);
    counted.fold(Size { raw: 0, brotli: 0 }, |sum, size| Size {
        raw: sum.raw + size.raw,
        brotli: sum.brotli + size.brotli,
    })
}

fn line(name: &str, size: Size) -> String {
    format!("  {name:<24} {:>9} bytes {:>8} brotli\n", size.raw, size.brotli)
}

#[cfg(test)]
mod tests {
    use super::{Size, Sizes, compare, goals, parse, to_json};

    fn sizes(entries: &[(&str, u64)]) -> Sizes {
        let size = |brotli| Size { raw: brotli * 3, brotli };
        entries.iter().map(|(name, brotli)| ((*name).to_owned(), size(*brotli))).collect()
    }

    #[test]
    fn three_per_cent_is_within_and_more_is_not() {
        let accepted = sizes(&[("a.wasm", 1000)]);
        assert!(compare(&sizes(&[("a.wasm", 1030)]), &accepted).is_empty());
        assert!(compare(&sizes(&[("a.wasm", 970)]), &accepted).is_empty());
        let over = compare(&sizes(&[("a.wasm", 1031)]), &accepted);
        assert_eq!(over, ["a.wasm is 1031 bytes of brotli; 1000 were accepted."]);
        let under = compare(&sizes(&[("a.wasm", 969)]), &accepted);
        assert_eq!(under, ["a.wasm is 969 bytes of brotli; 1000 were accepted."]);
    }

    #[test]
    fn each_load_is_held_against_its_own_goal() {
        let family = ("team-around-family.js", 39_999);
        let told = goals(&sizes(&[("a", 60_000), ("b", 50_000), family, ("team_around_family_bg.wasm", 1)]));
        assert_eq!(told.matches(": reached").count(), 2, "{told}");
        let told =
            goals(&sizes(&[("a", 120_000), ("b", 100_000), family, ("team_around_family_bg.wasm", 2)]));
        let lines: Vec<&str> = told.lines().collect();
        assert!(lines.len() == 2 && lines[0].ends_with(": this is 2.0 times as much"), "{told}");
        assert!(lines[1].ends_with("40000 bytes of brotli: this is 1.0 times as much"), "{told}");
    }

    #[test]
    fn a_file_that_came_or_went_is_a_difference() {
        let differences = compare(&sizes(&[("b.js", 7)]), &sizes(&[("a.js", 7)]));
        assert_eq!(differences, ["b.js is new: 7 bytes of brotli.", "a.js is no longer in the package."]);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let written = sizes(&[("a.js", 7), ("b.wasm", 9)]);
        assert_eq!(parse(&to_json(&written)).ok(), Some(written));
    }

    #[test]
    fn sizes_that_are_not_numbers_are_refused() {
        assert!(parse("{\"files\":{\"a.js\":{\"raw\":\"7\",\"brotli\":7}}}").is_err());
        assert!(parse("[]").is_err());
    }
}
