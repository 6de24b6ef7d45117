//! The child, or each child of a sibling group.  domain.md 2.3 B, 3.4; audit.md part 3

use super::Record;
use super::choice::{Choice, Choices};
use super::codes::{Disability, Ethnicity, LegalStatus, PrimaryNeed, Sex, YesNo};
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::Day;

section! {
    /// A child on the plan. Names of members follow DfE's and the Standard Safeguarding Dataset's.
    row Child "child" at "children" {
        /// Full name.
        name: Text, Family;
        /// The name the child likes to be called.
        preferred_name: Text, Family;
        /// Date of birth.
        date_of_birth: Day, Family;
        /// The day the birth is expected, for an unborn child. Never together with a date of birth (DfE rule 8525Q).
        expected_date_of_birth: Day, Family;
        /// The local authority's id for the child: at most 20 letters and figures (DfE rules 1570, 1580).
        la_child_id: Text, Professionals;
        /// Sex.
        sex: Choice<Sex>, Professionals;
        /// Ethnicity.
        ethnicity: Choice<Ethnicity>, Family;
        /// Culture, in the family's own words.  HANTS-ASM-14
        culture: Narrative, Family;
        /// Religion or belief.
        religion: Text, Family;
        /// First language.
        first_language: Text, Family;
        /// Whether an interpreter is needed.
        interpreter_needed: Choice<YesNo>, Family;
        /// Disabilities.
        disabilities: Choices<Disability>, Family;
        /// How the child communicates best, and what helps.
        communication_needs: Narrative, Family;
        /// Whether the child was seen for the assessment.  HANTS-ASM-03
        seen: Choice<YesNo>, Professionals;
        /// The day the child was last seen.  HANTS-ASM-03
        last_seen_on: Day, Professionals;
        /// How a baby, or a child with a disability, was observed and communicated with.  HANTS-ASM-05
        communication_method: Narrative, Professionals;
        /// School, nursery or college.
        school_or_setting: Text, Professionals;
        /// General practice.
        gp: Text, Professionals;
        /// Health visitor or school nurse.
        health_visitor: Text, Professionals;
        /// Legal status.
        legal_status: Choice<LegalStatus>, Professionals;
        /// Primary need code.
        primary_need: Choice<PrimaryNeed>, Professionals;
        /// Where the child lives.
        address: Narrative, Restricted;
        /// Whether the address must be kept from somebody.
        address_restricted: Choice<YesNo>, Restricted;
    }
}

impl Child {
    /// Whether the record says that the child is not born yet: a day on which the birth is expected, and no date of birth.
    pub fn is_unborn(&self) -> bool {
        self.date_of_birth.is_blank() && !self.expected_date_of_birth.is_blank()
    }

    /// Whether where the child lives and goes must be kept from somebody.
    pub fn is_protected(&self) -> bool {
        self.address_restricted.is(YesNo::Yes)
    }
}

impl Record {
    /// Whether every child that the record names is not born yet; false where it names none.
    pub fn all_unborn(&self) -> bool {
        !self.children.is_empty() && self.children.iter().all(Child::is_unborn)
    }
}
