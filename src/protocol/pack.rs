//! A pack: one document's rules as data. Which apply, with what figures, what the document's own
//! word is, how much each weighs and why that departs from the word, and where it stands.

use crate::record::choice::codes;
use crate::record::codes::{IntervalUnit, YesNo};
use crate::record::meeting::{Framework, MeetingKind};
use crate::record::section::section;
use crate::record::{Choice, Choices, Narrative, Number, Text};

codes! {
    /// How much a rule weighs.
    Weight "weight" {
        /// Shown, nothing more.
        Info "info",
        /// A question.
        Ask "ask",
        /// A warning.
        Should "should",
        /// Stops finalising unless a reason is recorded.
        Must "must",
        /// Stops finalising whatever is recorded.
        Safety "safety",
    }
    /// The document's own word for a duty.
    Word "word" {
        /// Must, required, always, "will" as a duty.
        Must "must",
        /// Should, expected, "it is important".
        Should "should",
        /// May, can, usually, ideally, a question.
        May "may",
        /// A description.
        Describes "describes",
        /// The document does not say it; we add it.
        Ours "ours",
    }
    /// Whether a rule weighs more or less than the document's word.
    Departure "departure" {
        /// More.
        Raised "raised",
        /// Less.
        Lowered "lowered",
    }
    /// Who says so.
    DocumentKind "document-kind" {
        /// An Act or regulation.
        Statute "statute",
        /// Statutory guidance.
        Guidance "guidance",
        /// What local partners agreed.
        LocalProtocol "local-protocol",
        /// Advice on good practice.
        GoodPractice "good-practice",
        /// What somebody found out.
        Research "research",
        /// Nobody but us.
        Ours "ours",
    }
    /// The names of the figures that rules ask for.
    FigureName "figure" {
        /// How long after a plan's start the first period lasts.
        FirstPeriod "first-period",
        /// The longest time between reviews in the first period.
        Review "review",
        /// The longest time between reviews after it, with a Team Manager's agreement.
        ReviewReduced "review-reduced",
        /// The longest time between visits in the first period.
        Visit "visit",
        /// The longest time between visits after it.
        VisitReduced "visit-reduced",
        /// By when after the meeting the plan is sent.
        Distribution "distribution",
        /// From how many working days before that day on it is shown as pressing.
        DistributionSoon "distribution-soon",
        /// The shortest notice of a meeting, in working days.
        Notice "notice",
        /// Until what age a child counts as a baby or infant.
        InfantUntil "infant-until",
        /// The most open actions of the family that a plan may hold without asking too much of them.
        FamilyActions "family-actions",
        /// How many agencies other than Children’s Services a meeting needs.
        Quorum "quorum",
        /// How long after the conference the first core group meets at the latest.
        FirstCoreGroup "first-core-group",
        /// The longest time between core groups.
        CoreGroup "core-group",
    }
    /// The doubtful places that a council may read one way or another.
    ReadingName "reading" {
        /// `previous-event` (the default) or `due-date`: what decides whether the first period's interval applies.
        IntervalSelectedBy "interval-selected-by",
        /// `clear` (the default) or `exclude-notice-day-only`: which days count as notice.
        NoticeCount "notice-count",
        /// `before` (the default) or `same-day`: the latest day of an agreement in advance of the last task.
        ClosureAgreement "closure-agreement",
        /// `no` (the default) or `yes`: whether a visit by video counts.
        VirtualVisits "virtual-visits",
        /// `no` (the default) or `yes`: whether going to the longer review interval needs no agreement.
        ReducedWithoutAgreement "reduced-without-agreement",
    }
}

impl ReadingName {
    /// The values that a pack may choose, the default first.
    pub fn values(self) -> &'static [&'static str] {
        match self {
            Self::IntervalSelectedBy => &["previous-event", "due-date"],
            Self::NoticeCount => &["clear", "exclude-notice-day-only"],
            Self::ClosureAgreement => &["before", "same-day"],
            Self::VirtualVisits | Self::ReducedWithoutAgreement => &["no", "yes"],
        }
    }
}

section! {
    /// One document's rules, as data.
    part Pack "pack" at "" {
        /// Always `team-around-pack`.
        format: Text, System;
        /// The format's version: 1.
        version: Number, System;
        /// The pack's name in an element's `protocol` attribute: small letters, figures and `-`.
        id: Text, System;
        /// The pack's own edition.
        edition: Text, System;
        /// What people call it.
        title: Text, System;
        /// The same in Welsh.
        title_cy: Text, System;
        /// Whether it only shows what a pack can say.
        example: Choice<YesNo>, System;
        /// A sentence shown with every form that uses the pack.
        notice: Narrative, System;
        /// The same in Welsh.
        notice_cy: Narrative, System;
        /// The kinds of meeting that it covers.
        meeting_kinds: Choices<MeetingKind>, System;
        /// The framework of a meeting's discussion, where the meeting itself names none.
        framework: Choice<Framework>, System;
        /// The documents it cites.
        documents: Vec<PackDocument>, System;
        /// Its figures.
        figures: Vec<Figure>, System;
        /// How it reads doubtful places.
        readings: Vec<Reading>, System;
        /// Phrases that say too little.
        phrases: Vec<Phrase>, System;
        /// Words of its own for questions and sections.
        labels: Vec<Label>, System;
        /// Its rules.
        rules: Vec<PackRule>, System;
    }

    /// A document that a pack cites.
    row PackDocument "pack-document" at "documents" {
        /// Its full title.
        title: Text, System;
        /// What people call it.
        short: Text, System;
        /// The same in Welsh.
        short_cy: Text, System;
        /// Version and date.
        edition: Text, System;
        /// Who says so.
        kind: Choice<DocumentKind>, System;
        /// Where it can be read, if anywhere.
        url: Text, System;
    }

    /// A figure; its id is one of [`FigureName`]'s codes.
    row Figure "pack-figure" at "figures" {
        /// How many.
        quantity: Number, System;
        /// Of what; none for a plain number.
        unit: Choice<IntervalUnit>, System;
        /// Whether the day counted from is day 1.
        count_anchor_day: Choice<YesNo>, System;
    }

    /// How a doubtful place is read; its id is one of [`ReadingName`]'s codes.
    row Reading "pack-reading" at "readings" {
        /// One of [`ReadingName::values`].
        value: Text, System;
    }

    /// A phrase that says too little.
    row Phrase "pack-phrase" at "phrases" {
        /// The phrase, in small letters.
        text: Text, System;
        /// Whether it is only too little when it is all that was written.
        alone: Choice<YesNo>, System;
    }

    /// Words of a council's own; its id is a key of `words/` with `--` for `.`.
    row Label "pack-label" at "labels" {
        /// In English.
        text: Text, System;
        /// In Welsh.
        text_cy: Text, System;
    }

    /// A rule; its id is the rule's code.
    row PackRule "pack-rule" at "rules" {
        /// How much it weighs.
        severity: Choice<Weight>, System;
        /// The document's own word.
        word: Choice<Word>, System;
        /// Whether the weight departs from the word.
        departs: Choice<Departure>, System;
        /// Why it departs.
        because: Narrative, System;
        /// The same in Welsh.
        because_cy: Narrative, System;
        /// The document, by its id in `documents`.
        document: Text, System;
        /// The heading in it.
        heading: Text, System;
        /// The catalogue's ids, between spaces.
        rows: Text, System;
        /// A sentence of the council's own for "unmet".
        message: Narrative, System;
        /// The same in Welsh.
        message_cy: Narrative, System;
    }
}
