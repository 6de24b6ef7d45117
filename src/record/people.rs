//! The family, the household and the wider network.  domain.md 2.3 C

use super::Record;
use super::choice::{Choice, codes};
use super::codes::{DoneOrUnsafe, YesNo, YesNoUnknown};
use super::link::{APerson, Links, RowId};
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::Day;

codes! {
    /// How a person belongs to the child.
    Relationship "relationship" {
        Mother "mother", Father "father", StepParent "step-parent", PartnerOfParent "partner-of-parent",
        Grandparent "grandparent", Sibling "sibling", OtherRelative "other-relative", Carer "carer", Other "other",
    }
    /// Which copy of the plan a person may have. A recorded decision, not a right that follows from
    /// parental responsibility (domain.md 5.3).
    MayReceive "may-receive" { Full "full", Limited "limited", Nothing "none" }
}

section! {
    /// A member of the family or of the household.
    row Person "person" at "people" {
        /// Full name.
        name: Text, Family;
        /// Other names they go by.  domain.md 5.3
        known_as: Text, Restricted;
        /// How the person belongs to the child.
        relationship: Choice<Relationship>, Family;
        /// The relationship in words, where the list has none that fits.
        relationship_detail: Text, Family;
        /// Whether the person has parental responsibility.
        parental_responsibility: Choice<YesNoUnknown>, Professionals;
        /// Whether the person lives in the child's household.
        in_household: Choice<YesNo>, Professionals;
        /// Whether this is a key family member: a parent wherever they live, a partner, or somebody the child relies on.
        key_family: Choice<YesNo>, Professionals;
        /// Date of birth.
        date_of_birth: Day, Professionals;
        /// Whether the person was asked for their views.  HANTS-ASM-09
        views_sought: Choice<DoneOrUnsafe>, Professionals;
        /// Why not, or who decided that asking would be unsafe.
        views_not_sought_reason: Narrative, Professionals;
        /// Whether an interpreter or an accessible format is needed, and which.
        interpreter_or_format: Text, Family;
        /// Telephone or e-mail.
        contact: Text, Restricted;
        /// Whether it is safe to make contact this way.
        safe_to_contact: Choice<YesNo>, Restricted;
        /// When contact is safe, and what must not be left in a message.
        safe_times: Text, Restricted;
        /// Where the person lives.
        address: Narrative, Restricted;
        /// Whether the address must be kept from somebody.
        address_restricted: Choice<YesNo>, Restricted;
        /// Which copy of the plan the person may have.
        may_receive_plan: Choice<MayReceive>, Professionals;
        /// Why that was decided, and who decided.
        may_receive_reason: Narrative, Professionals;
        /// People who must not meet this person or learn about them.
        not_to_meet: Links<APerson>, Restricted;
    }

    /// Somebody in the wider network: friend, relative, neighbour, volunteer.  HANTS-ASM-11
    row Contact "contact" at "network" {
        /// Name.
        name: Text, Professionals;
        /// Other names they go by.  domain.md 5.3
        known_as: Text, Restricted;
        /// Who they are to the child or family.
        relationship: Text, Professionals;
        /// Basic contact details.
        contact: Text, Restricted;
        /// What they can offer.
        support: Narrative, Professionals;
    }
}

impl Person {
    /// The other names they go by.
    pub fn other_names(&self) -> impl Iterator<Item = &str> {
        self.known_as.split([',', ';', '\n']).map(str::trim).filter(|name| !name.is_empty())
    }

    /// Whether where they live, or they themselves, must be kept from somebody.  domain.md 5.3
    pub fn is_protected(&self) -> bool {
        self.address_restricted.is(YesNo::Yes) || !self.not_to_meet.is_blank()
    }

    /// Whether this is the child's mother or father, with or without parental responsibility, in the household or not.
    pub fn is_parent(&self) -> bool {
        matches!(self.relationship.given(), Some(Relationship::Mother | Relationship::Father))
    }

    /// Whether this is a parent or the partner of one, a step-parent among them.
    pub fn is_parent_or_partner(&self) -> bool {
        self.is_parent()
            || matches!(
                self.relationship.given(),
                Some(Relationship::StepParent | Relationship::PartnerOfParent)
            )
    }

    /// Whether this is a key family member: a parent or the partner of one, or marked as one.
    pub fn is_key_family(&self) -> bool {
        self.is_parent_or_partner() || self.key_family.is(YesNo::Yes)
    }
}

impl Record {
    /// Whether this is one of the family: a child, or a person of the household or the wider family.
    pub fn is_of_family(&self, id: Option<&RowId>) -> bool {
        let one = |known: &RowId| Some(known) == id;
        self.children.iter().any(|row| one(&row.id)) || self.people.iter().any(|row| one(&row.id))
    }
}
