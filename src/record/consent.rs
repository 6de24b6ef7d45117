//! What was explained and agreed about sharing information.  domain.md 2.3 E, 5.4
//!
//! A signed form is kept as a record of what was explained and agreed. The lawful basis is a
//! separate answer: consent is usually not it (DfE 2024).

use super::Record;
use super::choice::{Choice, codes};
use super::codes::YesNo;
use super::link::{AFamilyMember, AnAgency, Link, Links, RowId};
use super::section::section;
use super::text::Narrative;
use super::typed::Day;

codes! {
    /// Why the information may lawfully be shared.
    LawfulBasis "lawful-basis" {
        PublicTask "public-task", LegalObligation "legal-obligation", VitalInterests "vital-interests",
        Consent "consent", Other "other",
    }
    /// What became of the form that the protocol calls "Consent to Share".
    ConsentStatus "consent-status" {
        Signed "signed", Refused "refused", Withdrawn "withdrawn", NotAsked "not-asked", NotAppropriate "not-appropriate",
    }
    /// How agreement was given.
    ConsentMethod "consent-method" { Paper "paper", Electronic "electronic", Spoken "spoken" }
}

section! {
    /// What one child or family member was told and agreed to.
    row Consent "consent" at "consents" {
        /// Whose agreement it is.
        person: Link<AFamilyMember>, Professionals;
        /// The lawful basis for sharing.
        lawful_basis: Choice<LawfulBasis>, Professionals;
        /// Whether the person agrees to receive the service; a different thing from data protection.
        agrees_to_service: Choice<YesNo>, Family;
        /// The day they agreed to the service.
        agreed_to_service_on: Day, Family;
        /// What became of the form.  HANTS-INFO-02, HANTS-INFO-03
        status: Choice<ConsentStatus>, Professionals;
        /// Why the person was not asked, or why the form is not appropriate.
        status_reason: Narrative, Professionals;
        /// The day the form was signed.  HANTS-INFO-04
        signed_on: Day, Professionals;
        /// How.
        method: Choice<ConsentMethod>, Professionals;
        /// Agencies that information may go to.
        agencies_included: Links<AnAgency>, Professionals;
        /// Agencies that the person does not want it to go to.
        agencies_excluded: Links<AnAgency>, Professionals;
        /// What was explained, in which language, with what leaflet.
        explained: Narrative, Professionals;
        /// The day agreement was withdrawn.
        withdrawn_on: Day, Professionals;
        /// For a child: how it was judged whether the child understands enough to decide.
        competence_note: Narrative, Professionals;
    }
}

impl Consent {
    /// Whether it says all that it must: signed and when, refused, withdrawn, or why the person was
    /// not asked or the form is not appropriate.
    pub fn is_complete(&self) -> bool {
        match self.status.get() {
            Some(ConsentStatus::Signed) => self.signed_on.given().is_some(),
            Some(ConsentStatus::Refused | ConsentStatus::Withdrawn) => true,
            Some(ConsentStatus::NotAsked | ConsentStatus::NotAppropriate) => !self.status_reason.is_blank(),
            None => false,
        }
    }
}

impl Record {
    /// What was recorded of this child's or family member's agreement.
    pub fn consents_of(&self, person: &RowId) -> impl Iterator<Item = &Consent> {
        self.consents.iter().filter(move |consent| consent.person.id() == Some(person))
    }
}
