//! Agencies, and the professionals who make up the group.  domain.md 2.3 D; audit.md part 3

use super::Record;
use super::choice::{Choice, codes};
use super::codes::YesNo;
use super::link::{AnAgency, Link, RowId};
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::{Day, Number};
use chrono::NaiveDate;

codes! {
    /// What an agency does.
    AgencyKind "agency-kind" {
        ChildrensServices "childrens-services", Education "education", Health "health", MentalHealth "mental-health",
        Police "police", Housing "housing", SubstanceMisuse "substance-misuse", YouthJustice "youth-justice",
        AdultServices "adult-services", EarlyHelp "early-help", Voluntary "voluntary", Other "other",
    }
    /// Why an agency is a key agency (Calderdale guide, footnote 2).
    KeyReason "key-reason" { CurrentlyRelevant "currently-relevant", AlreadyInvolved "already-involved", NeedsInvolving "needs-involving" }
    /// What a professional does in the group.
    ProfessionalRole "professional-role" {
        SocialWorker "social-worker", TeamManager "team-manager", FamilySupportWorker "family-support-worker",
        HealthVisitor "health-visitor", SchoolNurse "school-nurse", Teacher "teacher", Gp "gp", Police "police-officer",
        MentalHealthWorker "mental-health-worker", HousingOfficer "housing-officer", YouthWorker "youth-worker",
        EarlyHelpWorker "early-help-worker", Advocate "advocate", Other "other",
    }
    /// How a professional left the group.  HANTS-MEM-01, HANTS-MEM-02
    ExitRoute "exit-route" { ChairAgreed "chair-agreed", WroteToChair "wrote-to-chair", NotInWriting "not-in-writing" }
}

section! {
    /// An agency that works with the child or the family, or may need to.
    row Agency "agency" at "agencies" {
        /// The agency's name.
        name: Text, Family;
        /// What it does.
        kind: Choice<AgencyKind>, Professionals;
        /// Whether it is a key agency for this child.
        key_agency: Choice<YesNo>, Professionals;
        /// Why it is one.
        key_reason: Choice<KeyReason>, Professionals;
        /// Whether it gives or offers a service to the child or family now.  HANTS-ASM-12
        gives_service: Choice<YesNo>, Professionals;
        /// Whether it is already in contact with the child.  HANTS-PART-04
        in_contact_with_child: Choice<YesNo>, Professionals;
        /// The day it was asked for information for the assessment.  HANTS-ASM-12
        information_requested_on: Day, Professionals;
        /// What it can contribute so that the outcomes are achieved.  HANTS-ATT-03
        contribution: Narrative, Family;
    }

    /// A professional in the group.
    row Professional "professional" at "professionals" {
        /// Full name.
        name: Text, Family;
        /// What they do.
        role: Choice<ProfessionalRole>, Family;
        /// Their role in their own words.
        role_detail: Text, Family;
        /// Whom they work for.
        agency: Link<AnAgency>, Family;
        /// How the group reaches them between meetings.  HANTS-LEAD-02
        contact: Text, Professionals;
        /// Whether they are the child's allocated worker in Children's Services.  HANTS-LEAD-01
        allocated_worker: Choice<YesNo>, Professionals;
        /// Whether they are the lead professional.  HANTS-LEAD-01
        lead_professional: Choice<YesNo>, Family;
        /// Whether they do the direct work with the child.  HANTS-LEAD-03
        direct_worker: Choice<YesNo>, Family;
        /// The tier of the service, where one is used.  HANTS-PREC-02
        tier: Number, Professionals;
        /// The day they joined the group.  HANTS-MEM-03
        member_from: Day, Professionals;
        /// The day they left it.
        member_to: Day, Professionals;
        /// How they left it.
        exit_route: Choice<ExitRoute>, Professionals;
        /// The day the chair agreed, or the agency wrote to the chair.
        exit_notice_on: Day, Professionals;
    }
}

impl Professional {
    /// Whether they are marked as the lead professional.
    pub fn is_lead(&self) -> bool {
        self.lead_professional.is(YesNo::Yes)
    }

    /// Whether they are in the group on this day. The day they left is their last; a day that is
    /// missing or could not be read sets no limit.
    pub fn is_member_on(&self, day: NaiveDate) -> bool {
        self.member_from.get().is_none_or(|from| from <= day)
            && self.member_to.get().is_none_or(|to| day <= to)
    }
}

impl Record {
    /// Whether somebody of the same agency is in the group on this day in place of one who left it, of whose leaving
    /// nothing else is said: then the agency goes on (HANTS-MEM-01).
    pub fn is_replaced(&self, gone: &Professional, on: NaiveDate) -> bool {
        let agency =
            gone.agency.id().filter(|_| gone.exit_route.is_blank() && gone.member_to.get().is_some());
        let goes_on = |one: &Professional| one.id != gone.id && one.agency.id() == agency;
        agency.is_some() && self.group_on(on).any(goes_on)
    }

    /// The professionals in the group on this day.
    pub fn group_on(&self, day: NaiveDate) -> impl Iterator<Item = &Professional> {
        self.professionals.iter().filter(move |professional| professional.is_member_on(day))
    }

    /// The agency with this id.
    pub fn agency(&self, id: &RowId) -> Option<&Agency> {
        self.agencies.iter().find(|agency| agency.id == *id)
    }

    /// The agency that this professional works for, where the record names it.
    pub fn agency_of(&self, professional: &Professional) -> Option<&Agency> {
        self.agency(professional.agency.id()?)
    }
}
