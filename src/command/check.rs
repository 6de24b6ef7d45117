//! `check`: what a protocol finds in a plan.

use super::about_files;
use super::against::{Holidays, Packs, other_texts, packs_in_words, packs_json};
use super::day::Today;
use super::document::Document;
use super::outcome::{Answer, Outcome};
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::PathBuf;
use team_around::protocol::{Finding, Scope, Status, Terms, Topic, review, review_of};
use team_around::record::Record;
use team_around::wire::finding_json;
use team_around::words::Words;

/// Checks a plan: prints what is not met, what is still in time and what cannot be told, by topic.
///
/// Reads a record or an envelope as JSON. Each finding has its weight, its sentence, its place, the
/// document that asks for it and, where a day was counted, how. What somebody set aside is shown
/// with who did so and why. Counts stand at the end.
#[derive(clap::Args)]
pub struct Arguments {
    /// The plan: a record or an envelope. Without it, or for `-`, standard input.
    file: Option<PathBuf>,
    #[command(flatten)]
    packs: Packs,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    holidays: Holidays,
    /// Print JSON: {as_of, protocol, findings, stopping, problems}.
    #[arg(long)]
    json: bool,
    /// Print what is met and what does not apply as well.
    #[arg(long)]
    all: bool,
}

/// What was found, and what it was found in.
struct Checked<'a> {
    document: &'a Document,
    terms: Terms<'a>,
    /// Everything that was found.
    found: &'a [Finding],
    /// What is to be printed of it.
    shown: Vec<&'a Finding>,
    words: &'a Words,
}

/// Checks the plan.
///
/// # Errors
/// A sentence about the file, the packs or the calendar.
pub fn run(arguments: &Arguments, words: &'static Words) -> Outcome {
    let document = Document::read(arguments.file.as_ref(), words)?;
    let protocol = arguments.packs.or_of(&document.stamps, words)?;
    let calendar = arguments.holidays.calendar(words)?;
    let meeting = document.meeting.as_ref().filter(|_| document.scope != Some(Scope::Plan));
    let terms = Terms { today: arguments.today.day(), calendar: &calendar, protocol: &protocol, meeting };
    // An envelope of a meeting does not answer for the plan's consents or another meeting, nor a plan for an agenda.
    let found = match document.scope {
        Some(scope) => review_of(scope, &document.record, &terms),
        None => review(&document.record, &terms),
    };
    let shown = found.iter().filter(|finding| arguments.all || is_told(finding)).collect();
    let checked = Checked { document: &document, terms, found: &found, shown, words };
    let answer = if arguments.json { Answer::json(&checked.json()) } else { Answer::new(checked.text()) };
    Ok(answer.stopping(checked.stopping() > 0))
}

/// Whether a finding is printed without being asked for.
fn is_told(finding: &Finding) -> bool {
    matches!(finding.status, Status::Unmet | Status::Due | Status::Unknown)
}

impl Checked<'_> {
    fn record(&self) -> &Record {
        &self.document.record
    }

    fn stopping(&self) -> usize {
        self.count(Finding::stops)
    }

    fn count(&self, of: impl Fn(&Finding) -> bool) -> usize {
        self.found.iter().filter(|finding| of(finding)).count()
    }

    fn json(&self) -> Value {
        let told = |finding: &&Finding| finding_json(finding, self.record(), self.terms.protocol, self.words);
        json!({
            "as_of": self.terms.today.to_string(),
            "protocol": packs_json(self.terms.protocol),
            "findings": self.shown.iter().map(told).collect::<Vec<_>>(),
            "stopping": self.stopping(),
            "problems": about_files::to_json(&self.document.problems, self.words),
        })
    }

    fn text(&self) -> String {
        let mut text = self.head();
        for topic in Topic::ALL {
            let mut of: Vec<_> = self.shown.iter().filter(|finding| finding.topic == *topic).collect();
            of.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
            if !of.is_empty() {
                let title = format!("topic.{}", topic.name());
                let _ = writeln!(text, "\n{}", self.words.label(&title));
                of.iter().for_each(|finding| self.finding(finding, &mut text));
            }
        }
        text.push_str(&about_files::below(&self.document.problems, self.words));
        self.totals(&mut text);
        text
    }

    fn head(&self) -> String {
        let (words, protocol) = (self.words, self.terms.protocol);
        let packs = packs_in_words(protocol, words);
        let mut text = format!(
            "{}\n{}\n",
            words.fill("command.as_of", &[("day", &words.full_day(self.terms.today))]),
            words.fill("command.against", &[("packs", &packs)]),
        );
        for pack in protocol.packs() {
            let notice = words.either(&pack.notice, &pack.notice_cy);
            let _ = if notice.is_empty() { Ok(()) } else { writeln!(text, "{notice}") };
        }
        for id in other_texts(&self.document.stamps, protocol) {
            let _ = writeln!(text, "{}", words.fill("command.another_text", &[("id", id)]));
        }
        text
    }

    fn finding(&self, finding: &Finding, text: &mut String) {
        let words = self.words;
        let said = [
            ("severity", words.severity(finding.severity)),
            ("status", words.status(finding)),
            ("sentence", words.sentence(finding, self.record(), self.terms.protocol)),
        ];
        let said: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let _ = writeln!(text, "  {}", words.fill("command.finding", &said));
        let place = words.place(&finding.place, self.record());
        let _ = match finding.place.to_string() {
            written if written.is_empty() => writeln!(text, "    {}: {place}", words.label("command.where")),
            written => writeln!(text, "    {}: {place} [{written}]", words.label("command.where")),
        };
        self.why(finding, text);
        if let Some(aside) = words.set_aside(finding, self.record()) {
            let _ = writeln!(text, "    {aside}");
        }
    }

    /// Who asks for it, and how its day was counted.
    fn why(&self, finding: &Finding, text: &mut String) {
        let words = self.words;
        for source in words.sources(finding, self.terms.protocol) {
            let _ = writeln!(text, "    {}: {source}", words.label("command.source"));
        }
        if let Some(working) = &finding.working {
            let _ = writeln!(text, "    {}: {}", words.label("form.working"), words.working(working));
        }
    }

    fn totals(&self, text: &mut String) {
        let totals = [
            ("stopping", self.stopping()),
            ("open", self.count(|finding| finding.is_open() && !finding.stops())),
            ("due", self.count(|finding| finding.status == Status::Due)),
            ("unknown", self.count(|finding| finding.status == Status::Unknown)),
            ("set_aside", self.count(|finding| finding.set_aside.is_some())),
            ("problems", self.document.problems.len()),
        ];
        text.push('\n');
        for (name, n) in totals {
            let key = format!("command.total.{name}");
            let _ = writeln!(text, "{}", self.words.fill(&key, &[("n", &n.to_string())]));
        }
    }
}
