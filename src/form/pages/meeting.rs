//! The pages of a meeting: prepared, held, written up.

use super::Block::{Drawn, List, Own, Questions, Tree, Under};
use super::{Journey, Keys, Part, Sheet};
use crate::protocol::Scope;

/// The meeting.
pub static MEETING: Journey = Journey {
    scope: Scope::Meeting,
    groups: &["prepare", "meet", "after", "beside"],
    about: Some(("meetings", "meeting")),
    sheets: &[
        Sheet {
            key: "the-meeting",
            group: "prepare",
            blocks: &[Own(&[
                "kind",
                "kind_detail",
                "sequence",
                "status",
                "on",
                "at_time",
                "format",
                "venue",
                "venue_accessible",
                "venue_access_detail",
                "purpose",
            ])],
        },
        Sheet {
            key: "papers",
            group: "prepare",
            blocks: &[
                Own(&["frequency_every", "frequency_unit", "frequency_realistic", "agenda_owner"]),
                Under("agenda"),
                Own(&[
                    "agenda_in_advance",
                    "agenda_days_before",
                    "agenda_sent_on",
                    "recorded_how",
                    "recorder",
                    "circulated_by",
                    "members_told_how",
                ]),
            ],
        },
        Sheet {
            key: "agencies",
            group: "prepare",
            blocks: &[List("agencies"), List("professionals"), Under("exclusions")],
        },
        Sheet {
            key: "invitations",
            group: "prepare",
            blocks: &[
                Own(&[
                    "invitations_sent_by",
                    "invitations_sent_on",
                    "help_to_attend",
                    "help_to_attend_detail",
                    "family_views_how",
                ]),
                Under("attendance"),
            ],
        },
        Sheet { key: "child-there", group: "prepare", blocks: &[Under("children_at_meetings")] },
        Sheet {
            key: "reports",
            group: "prepare",
            blocks: &[
                Drawn(Part::Contributions),
                Under("reports"),
                List("reported_progress"),
                List("need_views"),
                Drawn(Part::Differences),
            ],
        },
        Sheet { key: "minutes", group: "meet", blocks: &[Drawn(Part::Minutes)] },
        Sheet {
            key: "expectations",
            group: "meet",
            blocks: &[Own(&[
                "chair",
                "chair_designated",
                "quorate",
                "inquorate_reason",
                "confidentiality_said",
                "framework",
                "expected_of_group",
                "expected_of_parents",
                "expected_of_child",
                "roles_told_how",
                "disagreement_route",
            ])],
        },
        Sheet { key: "discussion", group: "meet", blocks: &[Under("discussion")] },
        Sheet {
            key: "decisions",
            group: "meet",
            blocks: &[Under("decisions"), Under("dissents"), Under("escalations")],
        },
        Sheet { key: "voice", group: "meet", blocks: &[List("voices")] },
        Sheet {
            key: "plan",
            group: "meet",
            blocks: &[Tree, Under("progress"), Under("reviews"), Questions("contingency")],
        },
        Sheet {
            key: "next-meeting",
            group: "after",
            blocks: &[
                Drawn(Part::Strip),
                Own(&[
                    "plan_agreed",
                    "plan_reviewed",
                    "next_on",
                    "next_set_in_meeting",
                    "next_not_set_reason",
                    "notice_sent_on",
                    "urgent",
                ]),
            ],
        },
        Sheet {
            key: "record-checked",
            group: "after",
            blocks: &[Drawn(Part::Changes), Own(&["record_checked_by", "record_checked_on"])],
        },
        Sheet {
            key: "distribution",
            group: "after",
            blocks: &[Questions("distribution"), Drawn(Part::Recipients), Under("distribution/copies")],
        },
        Sheet { key: "chronology", group: "beside", blocks: &[Drawn(Part::Chronology)] },
        Sheet { key: "feedback", group: "beside", blocks: &[Under("feedback"), Drawn(Part::FeedbackFile)] },
    ],
};

/// What the minute-taker's screen asks of each list, in one line a row.
pub static IN_MINUTES: &[(&str, Keys)] = &[
    ("attendance", &["person", "attended", "briefed", "can_contribute", "can_comment"]),
    ("children_at_meetings", &["child", "attended", "participation"]),
    ("discussion", &["said", "impact", "outcome"]),
    ("progress", &["outcome", "status", "note", "measured_how", "measured_by"]),
    (
        "decisions",
        &[
            "what",
            "reason",
            "reflects",
            "not_followed_reason",
            "tell_child_how",
            "tell_child_by",
            "tell_child_on",
            "dissent",
        ],
    ),
    ("dissents", &["agency", "reason", "decision"]),
    ("plan/actions", &["what", "owner", "due", "outcome"]),
    ("escalations", &["issue", "about", "agency", "to", "on", "next_step"]),
];
