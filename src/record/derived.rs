//! Ids that follow from what they stand for: the same row has the same id wherever it is made.

use super::link::RowId;
use sha2::{Digest, Sha256};

impl RowId {
    /// The id of what these texts name together, such as a report by its meeting and its agency: a
    /// word for people who read files, and 24 figures of a hash.
    ///
    /// Letters, figures and hyphens of the word are kept, up to 15 of them.
    pub fn derived(word: &str, of: &[&str]) -> Self {
        let mut digest = Sha256::new();
        for part in of {
            // Each part's length goes before it, so that "ab" with "c" is not "a" with "bc".
            digest.update(part.len().to_string());
            digest.update(":");
            digest.update(part);
        }
        let figures = digest.finalize();
        let figures: String =
            figures.iter().take(12).flat_map(|byte| [byte >> 4, byte & 15]).map(figure).collect();
        let word: String = word.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(15).collect();
        Self::new(&format!("{word}-{figures}")).unwrap_or(Self::BLANK)
    }
}

fn figure(value: u8) -> char {
    char::from_digit(u32::from(value), 16).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::RowId;

    #[test]
    fn the_same_parts_make_the_same_id_and_others_another() {
        let id = RowId::derived("report", &["m-1", "a-1"]);
        assert_eq!(id, RowId::derived("report", &["m-1", "a-1"]));
        assert!(id.as_str().starts_with("report-") && id.as_str().len() == 31, "{id}");
        for other in [&["m-1a", "-1"][..], &["m-1"], &["m-1", "a-1", ""], &["a-1", "m-1"]] {
            assert_ne!(id, RowId::derived("report", other));
        }
        let long = RowId::derived("a word / that is far too long", &["x"]);
        assert!(long.as_str().len() <= RowId::LONGEST && RowId::new(long.as_str()).is_some());
    }
}
