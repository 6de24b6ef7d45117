//! What is wrong with a pack, told in a sentence.

use super::Words;
use crate::protocol::Fault;
use crate::record::CodeSet;

impl Words {
    /// What a fault of a pack says.
    pub fn fault(&self, fault: &Fault) -> String {
        self.fill(&format!("pack-fault.{}", fault.what.code()), &[("typed", &fault.typed)])
    }
}
