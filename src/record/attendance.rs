//! Who was asked to a meeting, who came, and who was left out.  domain.md 2.3 F and H

use super::Record;
use super::child::Child;
use super::choice::{Choice, codes};
use super::codes::{YesNo, YesNoUnknown};
use super::held::first_by_id;
use super::link::{AChild, AMeeting, AnAgency, Anyone, Link, RowId};
use super::meeting::Meeting;
use super::professionals::Agency;
use super::section::section;
use super::text::{Narrative, Text};
use std::collections::HashSet;

codes! {
    /// Whether somebody was asked to come, and for how much of it.  HANTS-INV-03, HANTS-INV-04
    Invited "invited" { Whole "whole", Part "part", No "no", Unsafe "unsafe" }
    /// Whether somebody came. Apologies and staying away without a word are two things (HANTS-ESC-01).
    Attended "attended" { Present "present", InPart "in-part", Apologies "apologies", NoShow "no-show" }
    /// Why a child is not there ("unable/inappropriate" in the Calderdale guide; "declined" is ours).
    ChildAbsence "child-absence" { Unable "unable", Inappropriate "inappropriate", Declined "declined", Other "other" }
    /// How a child took part, as the Standard Safeguarding Dataset has it (codes PN0 to PN7).
    Participation "participation" {
        Under4 "PN0", SpokeThemselves "PN1", AdvocateSpoke "PN2", Symbols "PN3", AttendedSilent "PN4",
        AbsentAdvocate "PN5", AbsentViewsConveyed "PN6", AbsentNoViews "PN7",
    }
}

section! {
    /// An adult at a meeting: family member or professional.
    row Attendance "attendance" at "attendance" {
        /// Who.
        person: Link<Anyone>, Family;
        /// Whether they were asked to come.  HANTS-INV-04
        invited: Choice<Invited>, Professionals;
        /// Why they were not, or who decided that asking them would be unsafe.
        not_invited_reason: Narrative, Professionals;
        /// Whether they came.
        attended: Choice<Attended>, Professionals;
        /// Whether they knew the case well enough to take part.  CALD-PREP-14
        briefed: Choice<YesNo>, Professionals;
        /// Whether they could contribute to the discussion.  CALD-PREP-14
        can_contribute: Choice<YesNo>, Professionals;
        /// Whether they could comment on progress, unmet need and risk.  CALD-PREP-14
        can_comment: Choice<YesNo>, Professionals;
        /// Whether they could say what the child wishes and feels.  HANTS-PART-04
        can_represent_child: Choice<YesNo>, Professionals;
        /// Whether they know their own part in the plan.  CALD-MEET-02
        knows_own_part: Choice<YesNo>, Professionals;
        /// The meeting.
        meeting: Link<AMeeting>, Family;
        /// The meeting from which this was carried forward.
        carried_from: Link<AMeeting>, System;
    }

    /// A child and a meeting: whether the child comes, and who speaks for a child who does not.
    row ChildAtMeeting "child-at-meeting" at "children_at_meetings" {
        /// Which child.
        child: Link<AChild>, Family;
        /// Whether the child is asked to come, for all of it or a part.  HANTS-INV-03
        invited: Choice<Invited>, Family;
        /// Whether the child can come.  CALD-PREP-19
        can_attend: Choice<YesNo>, Family;
        /// Why the child is not there.
        absence: Choice<ChildAbsence>, Professionals;
        /// The reason in words.
        absence_detail: Narrative, Professionals;
        /// Whether the child needs support to take part.  HANTS-PART-01
        needs_support: Choice<YesNoUnknown>, Family;
        /// What support, and from whom.
        support: Narrative, Family;
        /// Whether the child has an advocate at this meeting.  CALD-PREP-20
        advocate: Link<Anyone>, Family;
        /// How the views of a child who does not come are found out.  CALD-PREP-21
        views_found_out_how: Narrative, Family;
        /// Who represents the child's views, wishes and feelings.  CALD-PREP-22
        represented_by: Link<Anyone>, Family;
        /// How they are presented.  CALD-PREP-23
        presented_how: Narrative, Family;
        /// Whether the child came.
        attended: Choice<Attended>, Family;
        /// How the child took part.
        participation: Choice<Participation>, Professionals;
        /// The meeting.
        meeting: Link<AMeeting>, Family;
        /// The meeting from which this was carried forward.
        carried_from: Link<AMeeting>, System;
    }

    /// A key agency that was not asked to a meeting, and why.  CALD-PREP-11, CALD-PREP-12
    row Exclusion "exclusion" at "exclusions" {
        /// Which agency.
        agency: Link<AnAgency>, Professionals;
        /// Why it is left out.
        reason: Narrative, Professionals;
        /// Who decided.
        decided_by: Text, Professionals;
        /// The meeting in whose record this stands.
        meeting: Link<AMeeting>, Professionals;
    }
}

impl Attendance {
    /// Whether they were there, for all of it or a part.
    pub fn came(&self) -> bool {
        matches!(self.attended.given(), Some(Attended::Present | Attended::InPart))
    }

    /// Whether they were asked to come, for all of it or a part.
    pub fn was_invited(&self) -> bool {
        matches!(self.invited.given(), Some(Invited::Whole | Invited::Part))
    }

    /// Whether they were asked to come, or must have been: they came, or sent apologies.
    pub fn was_asked(&self) -> bool {
        let unsaid = self.invited.given().is_none() && self.attended.given().is_some();
        self.was_invited() || self.came() || unsaid
    }

    /// Whether they came, or, where the meeting is still to be held, are asked and have not declined.
    pub fn comes(&self, held: bool) -> bool {
        self.came() || !held && self.was_asked() && self.attended.is_blank()
    }

    /// Whether it was decided not to ask them.
    pub fn was_left_out(&self) -> bool {
        !self.came() && matches!(self.invited.given(), Some(Invited::No | Invited::Unsafe))
    }
}

impl ChildAtMeeting {
    /// Whether the child was there, for all of it or a part.
    pub fn came(&self) -> bool {
        matches!(self.attended.given(), Some(Attended::Present | Attended::InPart))
    }

    /// Whether the child said or showed for themselves what they wish and feel.
    pub fn spoke(&self) -> bool {
        matches!(self.participation.given(), Some(Participation::SpokeThemselves | Participation::Symbols))
    }

    /// Whether the child was not, or will not be, there.
    pub fn is_absent(&self) -> bool {
        match self.attended.given() {
            Some(attended) => matches!(attended, Attended::Apologies | Attended::NoShow),
            None => {
                self.can_attend.is(YesNo::No)
                    || matches!(self.invited.given(), Some(Invited::No | Invited::Unsafe))
            }
        }
    }

    /// Whether the child was not there, or, as far as it is known before, will not be: also where the child could come and
    /// would rather not (HANTS-PART-04).
    pub fn stays_away(&self) -> bool {
        self.is_absent() || self.attended.given().is_none() && self.absence.given().is_some()
    }
}

impl Record {
    /// The adults of one meeting.
    pub fn attendance_at<'a>(&'a self, meeting: &'a Meeting) -> impl Iterator<Item = &'a Attendance> {
        self.attendance.iter().filter(|row| row.meeting.id() == Some(&meeting.id))
    }

    /// The children of one meeting.
    pub fn children_at<'a>(&'a self, meeting: &'a Meeting) -> impl Iterator<Item = &'a ChildAtMeeting> {
        self.children_at_meetings.iter().filter(|row| row.meeting.id() == Some(&meeting.id))
    }

    /// The rows of those who speak for one agency at one meeting.
    pub fn attendance_of<'a>(
        &'a self,
        agency: &'a Agency,
        meeting: &'a Meeting,
    ) -> impl Iterator<Item = &'a Attendance> {
        let works_there = self.professionals.iter().filter(|one| one.agency.id() == Some(&agency.id));
        let those: HashSet<&RowId> = works_there.map(|one| &one.id).collect();
        self.attendance_at(meeting).filter(move |row| row.person.id().is_some_and(|id| those.contains(id)))
    }

    /// This child's row at this meeting. Where the record names one child only, a row that names
    /// nobody is that child's.
    pub fn child_at(&self, child: &Child, meeting: &Meeting) -> Option<&ChildAtMeeting> {
        let rows = || self.children_at_meetings.iter().filter(|row| row.meeting.id() == Some(&meeting.id));
        let only = |row: &&ChildAtMeeting| row.child.is_blank() && self.children.len() == 1;
        let of = first_by_id(rows().filter(|row| row.child.id() == Some(&child.id)));
        of.or_else(|| first_by_id(rows().filter(only)))
    }
}
