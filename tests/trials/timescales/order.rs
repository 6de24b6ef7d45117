//! Findings stand at rows' ids: moving rows moves none of them.

use super::*;
use std::collections::BTreeSet;

const RULES: [&str; 12] = [
    "review-overdue",
    "review-set-too-late",
    "review-date-not-agreed",
    "next-meeting-not-set",
    "notice-too-short",
    "visit-frequency-missing",
    "visit-interval-too-long",
    "visit-overdue",
    "visit-late",
    "child-not-seen-at-visit",
    "plan-not-distributed",
    "chair-not-team-manager",
];

fn busy() -> Record {
    let mut record = started();
    record.professionals =
        ["p1", "p2", "p3"].map(|name| professional(name, ProfessionalRole::SocialWorker)).to_vec();
    record.meetings = vec![
        Meeting { sequence: Typed::Blank, ..review("m1", "2026-04-10") },
        Meeting { chair: Link::to(&id("p1")), ..review("m2", "2026-05-20") },
        Meeting { chair: Link::to(&id("p2")), ..review("m3", "2026-05-20") },
        Meeting { status: Typed::Given(MeetingStatus::Planned), ..review("m4", "2026-07-20") },
    ];
    record.visits = ["2026-03-30", "2026-04-25", "2026-04-25", "2026-06-30"]
        .iter()
        .enumerate()
        .map(|(at, day)| visit(&format!("v{at}"), day))
        .collect();
    record.visits[3].child_seen = no();
    record.visit_schedules = vec![
        schedule("s1", "p1", 5, IntervalUnit::Weeks),
        schedule("s2", "p2", 5, IntervalUnit::Weeks),
        VisitSchedule { unit: Typed::Blank, ..schedule("s3", "p3", 5, IntervalUnit::Weeks) },
    ];
    record
}

#[test]
fn reordering_rows_moves_no_finding() {
    let (before, mut after) = (busy(), busy());
    after.meetings.reverse();
    after.visits.reverse();
    after.visit_schedules.reverse();
    after.professionals.reverse();
    let mut fired = 0;
    for rule in RULES {
        for today in ["2026-06-01", "2026-07-10", "2026-08-01"] {
            let lines = |record| says(rule, record, today).into_iter().collect::<BTreeSet<_>>();
            assert_eq!(lines(&before), lines(&after), "{rule} on {today}");
            fired += usize::from(lines(&before).iter().any(|line| line.starts_with("unmet")));
        }
    }
    assert!(fired > 20, "{fired}");
}
