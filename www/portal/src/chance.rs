//! Random text that nobody can guess, and hashes.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// So many random bytes as hexadecimal; `None` where the machine has no randomness to give.
pub fn secret<const BYTES: usize>() -> Option<String> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).ok()?;
    Some(hexadecimal(&bytes))
}

/// SHA-256 as hexadecimal.
pub fn hash(text: &[u8]) -> String {
    hexadecimal(&Sha256::digest(text))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
