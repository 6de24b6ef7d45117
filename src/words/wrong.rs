//! What does not fit in a file, told in sentences.

use super::Words;
use crate::protocol::Fault;
use crate::record::CodeSet;
use crate::wire::ProblemKind;

impl Words {
    /// What a problem with a document says. Where it stands is the reader's to add.
    pub fn problem(&self, what: &ProblemKind) -> String {
        let details: Vec<(&str, String)> =
            what.details().into_iter().map(|(name, value)| (name, self.detail(name, value))).collect();
        let details: Vec<(&str, &str)> =
            details.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.fill(&format!("problem.{}", what.code()), &details)
    }

    /// A kind of value is named in words; anything else stands as it is.
    fn detail(&self, name: &str, value: String) -> String {
        if name != "wanted" {
            return value;
        }
        self.say(&format!("problem.wanted.{value}")).map_or(value, str::to_owned)
    }

    /// What a fault of a pack says.
    pub fn fault(&self, fault: &Fault) -> String {
        self.fill(&format!("pack-fault.{}", fault.what.code()), &[("typed", &fault.typed)])
    }
}
