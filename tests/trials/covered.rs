//! Trials of the rules on which meetings the guide covers.

use crate::preparation::planned;
use crate::spoken::says;
use crate::trial::on;
use team_around::record::meeting::MeetingKind;
use team_around::record::{Record, Typed};

const TODAY: &str = "2026-03-02";

#[test]
fn meeting_kind_missing() {
    let says = |record: &Record| says("meeting-kind-missing", record, TODAY);
    let mut record = planned("2026-03-20");
    for kind in [
        MeetingKind::CoreGroup,
        MeetingKind::ChildInNeedPlanning,
        MeetingKind::ChildInNeedReview,
        MeetingKind::TeamAroundTheChild,
        MeetingKind::Professionals,
    ] {
        record.meetings[0].kind = Typed::Given(kind);
        assert_eq!(says(&record), ["met"]);
    }
    record.meetings[0].kind = Typed::Given(MeetingKind::Generic);
    assert_eq!(says(&record), ["unmet meetings/m/kind_detail [detail-missing]"]);
    record.meetings[0].kind_detail = "A housing panel.".into();
    assert_eq!(says(&record), ["met"]);
    record.meetings[0].kind = Typed::Unread("a get-together".to_owned());
    assert_eq!(says(&record), ["unknown meetings/m/kind"]);
    record.meetings[0].kind = Typed::Blank;
    assert_eq!(says(&record), ["unmet meetings/m/kind"]);
}

#[test]
fn meeting_has_own_procedure() {
    let says = |record: &Record| says("meeting-has-own-procedure", record, TODAY);
    let mut record = planned("2026-03-20");
    assert_eq!(says(&record), ["met"]);
    for (kind, said) in [
        (MeetingKind::StrategyDiscussion, "strategy-discussion"),
        (MeetingKind::InitialConference, "initial-conference"),
        (MeetingKind::ReviewConference, "review-conference"),
        (MeetingKind::LookedAfterReview, "looked-after-review"),
    ] {
        record.meetings[0].kind = Typed::Given(kind);
        assert_eq!(says(&record), [format!("unmet meetings/m/kind [{said}]")]);
    }
    record.meetings[0].on = on("2026-03-01");
    assert_eq!(says(&record), ["met"], "planned for yesterday, and nobody says that it was held");
}
