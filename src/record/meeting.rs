//! The meetings: prepared, held and written up.  domain.md 2.3 F
//!
//! What there is one of for each meeting stands here. What there are several of (who comes, what is
//! on the agenda, what was decided) are lists of their own, each row naming its meeting.

use super::Record;
use super::choice::{Choice, codes};
use super::codes::{IntervalUnit, YesNo};
use super::link::{AMeeting, AProfessional, Anyone, Link, RowId};
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::{Day, Number};
use chrono::NaiveDate;

codes! {
    /// What kind of meeting (Calderdale guide, Which meetings can the guide cover). The last four have
    /// a procedure of their own, and the guide does not cover them (the same, introduction).
    MeetingKind "meeting-kind" {
        ChildInNeedPlanning "cin-planning", ChildInNeedReview "cin-review", TeamAroundTheChild "tac",
        CoreGroup "core-group", Professionals "professionals", Generic "generic",
        StrategyDiscussion "strategy-discussion", InitialConference "initial-conference",
        ReviewConference "review-conference", LookedAfterReview "looked-after-review",
    }
    /// What became of the meeting. Only one that was held counts for the plan's dates (domain.md 1.5.3).
    MeetingStatus "meeting-status" { Planned "planned", Held "held", Inquorate "inquorate", Cancelled "cancelled" }
    /// How people meet.
    MeetingFormat "meeting-format" { InPerson "in-person", Virtual "virtual", Hybrid "hybrid" }
    /// Whether help to come was offered to the family.  HANTS-PART-03
    HelpToAttend "help-to-attend" { Offered "offered", NotNeeded "not-needed", NotYet "not-yet" }
    /// The framework that gives the discussion its headings (Calderdale guide, How is the discussion structured).
    Framework "framework" {
        SignsOfSafety "signs-of-safety", StrengtheningFamilies "strengthening-families", Other "other",
    }
}

section! {
    /// A meeting of the people around the child.
    row Meeting "meeting" at "meetings" {
        /// What kind.  CALD-SCOPE-02, CALD-SCOPE-03, CALD-MTG-01 to 05
        kind: Choice<MeetingKind>, Family;
        /// What kind, in words, for one that has no name of its own.  CALD-MTG-05
        kind_detail: Text, Family;
        /// Its number in the series, from 1.
        sequence: Number, Professionals;
        /// What became of it.
        status: Choice<MeetingStatus>, Professionals;
        /// The day it takes or took place; the last day if it ran over two.
        on: Day, Family;
        /// When it begins and ends, as the invitation has it.
        at_time: Text, Family;
        /// How people meet.
        format: Choice<MeetingFormat>, Family;
        /// Where.
        venue: Text, Professionals;
        /// Whether everybody can get to the place and into it.  HANTS-PART-02
        venue_accessible: Choice<YesNo>, Professionals;
        /// What is in the way, or what was arranged.
        venue_access_detail: Narrative, Professionals;
        /// What the meeting is for.  CALD-MEET-03
        purpose: Narrative, Family;
        /// How often the group must meet: the number.  CALD-PREP-01
        frequency_every: Number, Professionals;
        /// What that is counted in.
        frequency_unit: Choice<IntervalUnit>, Professionals;
        /// Why that is often enough for the child's needs and risks, and can be kept.  CALD-PREP-02
        frequency_realistic: Narrative, Professionals;
        /// Who sets the agenda.  CALD-PREP-06
        agenda_owner: Link<AProfessional>, Professionals;
        /// Whether the agenda is sent out beforehand.  CALD-PREP-04
        agenda_in_advance: Choice<YesNo>, Professionals;
        /// How many days before the meeting; the guide gives no number.  CALD-PREP-05
        agenda_days_before: Number, Professionals;
        /// The day it was sent.
        agenda_sent_on: Day, Professionals;
        /// How discussion and decisions are recorded.  CALD-PREP-07
        recorded_how: Text, Professionals;
        /// Who records them.  CALD-PREP-07
        recorder: Link<AProfessional>, Professionals;
        /// Who sends the papers round.  CALD-PREP-08
        circulated_by: Link<AProfessional>, Professionals;
        /// How the members are told all this.  CALD-PREP-09
        members_told_how: Text, Professionals;
        /// Who sent the invitations.  HANTS-INV-01
        invitations_sent_by: Link<AProfessional>, Professionals;
        /// The day they were sent.
        invitations_sent_on: Day, Professionals;
        /// Whether the family was offered practical or financial help to come.  HANTS-PART-03
        help_to_attend: Choice<HelpToAttend>, Professionals;
        /// What was offered.
        help_to_attend_detail: Narrative, Professionals;
        /// Who chaired it.  HANTS-CHAIR-01
        chair: Link<AProfessional>, Family;
        /// Whether the Team Manager asked this person to chair, where it is not the Team Manager.  HANTS-CHAIR-02
        chair_designated: Choice<YesNo>, Professionals;
        /// Whether enough agencies were there, by the pack's own figure where it has one.
        quorate: Choice<YesNo>, Professionals;
        /// Why the meeting went on all the same.
        inquorate_reason: Narrative, Professionals;
        /// Whether it was said what is confidential, and what is not.
        confidentiality_said: Choice<YesNo>, Professionals;
        /// What is expected of the group.  CALD-MEET-01
        expected_of_group: Narrative, Family;
        /// What is expected of parents and carers.  CALD-MEET-01
        expected_of_parents: Narrative, Family;
        /// What is expected of the child.  CALD-MEET-01
        expected_of_child: Narrative, Family;
        /// How everybody was told their part.  CALD-MEET-02
        roles_told_how: Narrative, Professionals;
        /// What happens where members disagree with a decision.  CALD-MEET-06
        disagreement_route: Narrative, Professionals;
        /// The framework of the discussion.  CALD-STR-01
        framework: Choice<Framework>, Professionals;
        /// How views were obtained, where the family is not there: a professionals meeting (decisions.md 8).
        family_views_how: Narrative, Professionals;
        /// Whether the plan was agreed at it.
        plan_agreed: Choice<YesNo>, Professionals;
        /// Whether the plan was reviewed at it.
        plan_reviewed: Choice<YesNo>, Professionals;
        /// The day of the next meeting.  HANTS-NEXT-01
        next_on: Day, Family;
        /// Whether that day was set in this meeting.
        next_set_in_meeting: Choice<YesNo>, Professionals;
        /// Why no day could be set.
        next_not_set_reason: Narrative, Professionals;
        /// The day notice of the next meeting was sent, where its day was set or changed later.  HANTS-NEXT-02
        notice_sent_on: Day, Professionals;
        /// Whether the next meeting was called at short notice because the risk has changed.
        urgent: Choice<YesNo>, Professionals;
        /// Who checked the record before it went out.
        record_checked_by: Link<AProfessional>, Professionals;
        /// The day of that.
        record_checked_on: Day, Professionals;
        /// The meeting from which this one was prepared; what came from it is marked.
        follows: Link<AMeeting>, System;
    }

    /// Something on a meeting's agenda.  CALD-PREP-03
    row AgendaItem "agenda-item" at "agenda" {
        /// What.
        what: Text, Family;
        /// Who leads it.
        led_by: Link<Anyone>, Family;
        /// The meeting.
        meeting: Link<AMeeting>, Family;
    }
}

impl MeetingKind {
    /// Whether the guide leaves this kind to a procedure of its own.  CALD-SCOPE-03
    pub fn has_own_procedure(self) -> bool {
        matches!(
            self,
            Self::StrategyDiscussion
                | Self::InitialConference
                | Self::ReviewConference
                | Self::LookedAfterReview
        )
    }

    /// What meetings of a series have in common: planning and review of a child in need plan are one
    /// series; a professionals meeting is one of its own (decisions.md 8).
    pub fn series(self) -> Self {
        if self == Self::ChildInNeedReview { Self::ChildInNeedPlanning } else { self }
    }
}

impl Meeting {
    /// Whether it is the first of its series: number 1, or without a number the earliest.
    pub fn is_first(&self, record: &Record) -> bool {
        let comes_later = |other: &Self| match (self.on.get(), other.on.get()) {
            (Some(day), Some(later)) => day < later,
            (Some(_), None) => other.follows.id() == Some(&self.id),
            (None, _) => false,
        };
        let mut others =
            record.meetings.iter().filter(|other| other.id != self.id && other.is_of_series(self));
        match self.sequence.get() {
            Some(number) => number == 1,
            None => others.all(comes_later),
        }
    }

    /// What puts meetings in the order in which they took place; on one day by their number, then by id.
    pub fn order(&self) -> (Option<NaiveDate>, Option<u32>, &RowId) {
        (self.on.get(), self.sequence.get(), &self.id)
    }

    /// Whether the two are of one series.
    pub fn is_of_series(&self, other: &Self) -> bool {
        let series = |meeting: &Self| meeting.kind.get().map(MeetingKind::series);
        series(self) == series(other)
    }
}

impl Record {
    /// The meeting with this id.
    pub fn meeting(&self, id: &RowId) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.id == *id)
    }

    /// The meeting that comes next: the first that is to be held today or later, or whose day is not
    /// set yet. None where the last one was held, or its day has passed.
    pub fn meeting_ahead(&self, today: NaiveDate) -> Option<&Meeting> {
        let ahead = |row: &&Meeting| {
            let over = row.status.is(MeetingStatus::Held) || row.status.is(MeetingStatus::Cancelled);
            !over && row.on.get().is_none_or(|day| day >= today)
        };
        self.meetings.iter().filter(ahead).min_by_key(|row| (row.on.get().is_none(), row.on.get()))
    }
}
