//! What a plan is checked against: packs, and a calendar.

use super::about_files::refusal;
use super::input::{Input, refused, refused_at};
use super::outcome::Refused;
use serde_json::Value;
use std::path::{Path, PathBuf};
use team_around::calendar::{Calendar, Nation};
use team_around::protocol::{Pack, Protocol};
use team_around::wire::{ANSWERS, PackStamp, built_in_ids, built_in_pack, parse, read_pack_value, stamp};
use team_around::words::Words;

/// Which packs.
#[derive(clap::Args)]
pub struct Packs {
    /// A pack that comes with the command, by its name, or the file of another; may be given several
    /// times. Without it, the packs that the envelope names.
    #[arg(long, value_name = "ID|FILE.json", value_delimiter = ',')]
    protocol: Vec<String>,
}

/// Which bank holidays.
#[derive(clap::Args)]
pub struct Holidays {
    /// GOV.UK's bank-holidays.json, laid over the table that the command brings.
    #[arg(long, value_name = "FEED.json")]
    bank_holidays: Option<PathBuf>,
    /// Whose bank holidays count: england-and-wales, scotland or northern-ireland.
    #[arg(long, value_parser = nation, default_value = "england-and-wales")]
    nation: Nation,
}

fn nation(name: &str) -> Result<Nation, String> {
    let known = Nation::ALL.map(Nation::division).join(", ");
    Nation::from_division(name).ok_or(known)
}

impl Holidays {
    /// The calendar.
    ///
    /// # Errors
    /// A sentence about the feed.
    pub fn calendar(&self, words: &Words) -> Result<Calendar, Refused> {
        let Some(path) = &self.bank_holidays else { return Ok(Calendar::built_in(self.nation)) };
        let input = Input::read(Some(path), words)?;
        Calendar::from_govuk(input.text(words)?, self.nation).map_err(|error| match error.problems.first() {
            Some(problem) => {
                refused_at(&input.name, &problem.place, words.label(problem.fault.code()), words)
            }
            None => refused(&input.name, words.label("command.file.unreadable"), words),
        })
    }
}

impl Packs {
    /// Whether any were named.
    pub fn are_named(&self) -> bool {
        !self.protocol.is_empty()
    }

    /// The packs named on the command line, or else those of the envelope, with the one that every
    /// protocol is composed with.
    ///
    /// # Errors
    /// A sentence about what was named, or about nothing having been named.
    pub fn or_of(&self, stamps: &[PackStamp], words: &Words) -> Result<Protocol, Refused> {
        if self.are_named() {
            return self.named(words);
        }
        let packs = stamps.iter().map(|stamp| of_stamp(stamp, words)).collect::<Result<Vec<_>, _>>()?;
        if packs.is_empty() {
            return Err(Refused(words.fill("command.no_protocol", &[("packs", &known())])));
        }
        Ok(composed(packs))
    }

    /// The packs named on the command line, with the one that every protocol is composed with.
    ///
    /// # Errors
    /// A sentence about what was named.
    pub fn named(&self, words: &Words) -> Result<Protocol, Refused> {
        let packs = self.protocol.iter().map(|name| by_name(name, words)).collect::<Result<Vec<_>, _>>()?;
        Ok(composed(packs))
    }
}

/// These packs as one protocol.
pub fn composed(packs: Vec<Pack>) -> Protocol {
    let mut once: Vec<Pack> = Vec::new();
    for pack in packs.into_iter().chain(built_in_pack(ANSWERS)) {
        if !once.contains(&pack) {
            once.push(pack);
        }
    }
    Protocol::of(once)
}

fn of_stamp(stamp: &PackStamp, words: &Words) -> Result<Pack, Refused> {
    let id = stamp.id.trim();
    built_in_pack(id).ok_or_else(|| Refused(words.fill("command.pack_not_here", &[("id", id)])))
}

fn by_name(name: &str, words: &Words) -> Result<Pack, Refused> {
    match built_in_pack(name) {
        Some(pack) => Ok(pack),
        None if Path::new(name).exists() => from_file(name, words),
        None => Err(Refused(words.fill("command.no_such_pack", &[("id", name), ("packs", &known())]))),
    }
}

fn from_file(name: &str, words: &Words) -> Result<Pack, Refused> {
    let input = Input::read(Some(&PathBuf::from(name)), words)?;
    let pack = parse(&input.bytes).and_then(|value| read_pack_value(&value));
    let pack = pack.map_err(|problems| refusal(&input, &problems, words))?;
    if pack.faults().is_empty() {
        return Ok(pack);
    }
    Err(refused(&input.name, words.label("command.pack_with_faults"), words))
}

/// The names of the packs that come with the command, between commas.
fn known() -> String {
    built_in_ids().collect::<Vec<_>>().join(", ")
}

/// The ids of packs that the envelope names with another text than the protocol has.
pub fn other_texts<'a>(stamps: &'a [PackStamp], protocol: &Protocol) -> Vec<&'a str> {
    let used: Vec<PackStamp> = protocol.packs().iter().map(stamp).collect();
    let differs = |named: &&PackStamp| {
        let same = used.iter().find(|used| used.id.trim() == named.id.trim());
        same.is_some_and(|used| !named.hash.is_blank() && used.hash != named.hash)
    };
    stamps.iter().filter(differs).map(|stamp| stamp.id.trim()).collect()
}

/// The packs of a protocol in words.
pub fn packs_in_words(protocol: &Protocol, words: &Words) -> String {
    let told: Vec<String> = protocol.packs().iter().map(|pack| pack_in_words(pack, words)).collect();
    words.list(&told.iter().map(String::as_str).collect::<Vec<_>>())
}

fn pack_in_words(pack: &Pack, words: &Words) -> String {
    let title = words.either(&pack.title, &pack.title_cy);
    let title = if title.is_empty() { pack.id.trim() } else { title };
    words.fill("command.pack", &[("title", title), ("edition", pack.edition.trim())])
}

/// The packs of a protocol as JSON: `[{id, version, hash}]`.
pub fn packs_json(protocol: &Protocol) -> Value {
    let stamps = protocol.packs().iter().map(stamp);
    let told = stamps.map(|stamp| {
        serde_json::json!({ "id": stamp.id.trim(), "version": stamp.version.trim(), "hash": stamp.hash.trim() })
    });
    told.collect()
}
