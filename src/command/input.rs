//! Files and standard input, read whole once they are known to be small enough.

use super::outcome::Refused;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use team_around::wire::{ProblemKind, limits};
use team_around::words::Words;

/// What was read, and what to call it.
pub struct Input {
    /// The file's name as it was given, or the words for standard input.
    pub name: String,
    /// Its bytes: never empty, and at most [`limits::BYTES`].
    pub bytes: Vec<u8>,
}

impl Input {
    /// Reads a file; standard input where there is none, or it is `-`.
    ///
    /// # Errors
    /// A sentence: there is no such file, it is a folder, it is empty, too large, or cannot be opened.
    pub fn read(path: Option<&PathBuf>, words: &Words) -> Result<Self, Refused> {
        match path.filter(|path| path.as_os_str() != "-") {
            Some(path) => Self::file(path, words),
            None => {
                let name = words.label("command.standard_input").to_owned();
                Self::take(name, std::io::stdin().lock(), words)
            }
        }
    }

    fn file(path: &Path, words: &Words) -> Result<Self, Refused> {
        let name = path.display().to_string();
        let refuse = |key| refused(&name, words.label(key), words);
        if path.is_dir() {
            return Err(refuse("command.file.folder"));
        }
        let file = File::open(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => refuse("command.file.missing"),
            _ => refuse("command.file.unreadable"),
        })?;
        Self::take(name, file, words)
    }

    /// Reads at most one byte more than a document may have.
    fn take(name: String, source: impl Read, words: &Words) -> Result<Self, Refused> {
        let mut bytes = Vec::new();
        let most = u64::try_from(limits::BYTES).unwrap_or(u64::MAX).saturating_add(1);
        if source.take(most).read_to_end(&mut bytes).is_err() {
            return Err(refused(&name, words.label("command.file.unreadable"), words));
        }
        if bytes.len() > limits::BYTES {
            let sentence = ProblemKind::TooLarge { limit: limits::BYTES }.sentence(words);
            return Err(refused(&name, &sentence, words));
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(refused(&name, words.label("command.file.empty"), words));
        }
        Ok(Self { name, bytes })
    }

    /// Its text.
    ///
    /// # Errors
    /// A sentence, where it is not UTF-8.
    pub fn text(&self, words: &Words) -> Result<&str, Refused> {
        let text = std::str::from_utf8(&self.bytes);
        text.map(|text| text.strip_prefix('\u{feff}').unwrap_or(text))
            .map_err(|_| refused(&self.name, &ProblemKind::NotText.sentence(words), words))
    }
}

/// A refusal of this file.
pub fn refused(file: &str, sentence: &str, words: &Words) -> Refused {
    Refused(words.fill("command.in", &[("file", file), ("sentence", sentence)]))
}

/// A refusal of this file because of one place in it.
pub fn refused_at(file: &str, place: &str, sentence: &str, words: &Words) -> Refused {
    if place.is_empty() {
        return refused(file, sentence, words);
    }
    Refused(words.fill("command.at", &[("file", file), ("place", place), ("sentence", sentence)]))
}
