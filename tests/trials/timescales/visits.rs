//! Visits planned and made.  domain.md 1.5.6; decisions.md 1, 3, 10

use super::*;
use team_around::record::codes::IntervalUnit::{Days, Months, Weeks, WorkingDays};

/// The plan of 2 March 2026 with a social worker, p1, and these visits of theirs.
fn visited(days: &[&str]) -> Record {
    let mut record = started();
    record.professionals.push(professional("p1", ProfessionalRole::SocialWorker));
    record.visits = days.iter().enumerate().map(|(at, day)| visit(&format!("v{at}"), day)).collect();
    record
}

#[test]
fn visit_overdue_from_the_day_after_the_last_day() {
    let rule = "visit-overdue";
    assert_eq!(says(rule, &visited(&[]), "2026-03-23"), ["due 2026-03-23 visits"]);
    assert_eq!(says(rule, &visited(&[]), "2026-03-24"), ["unmet 2026-03-23 visits"]);
    assert_eq!(says(rule, &visited(&["2026-03-23"]), "2026-04-13"), ["due 2026-04-13 visits"]);
    assert_eq!(
        says(rule, &visited(&["2026-08-20"]), "2026-09-11"),
        ["unmet 2026-09-10 visits"],
        "the cautious limit"
    );
    assert_eq!(says(rule, &visited(&["2026-09-02"]), "2026-09-11"), ["due 2026-10-14 visits"]);
    let reading = [("interval-selected-by", "due-date")];
    assert_eq!(reads(rule, &visited(&["2026-08-20"]), "2026-09-11", &reading), ["due 2026-10-01 visits"]);
    let mut ended = visited(&[]);
    ended.plan.ended_on = on("2026-03-24");
    assert_eq!(says(rule, &ended, "2026-03-24"), ["not applicable"]);
    assert_eq!(says(rule, &Record::default(), "2026-03-24"), ["unknown plan/start"]);
}

#[test]
fn visit_overdue_by_the_plans_own_figure_where_it_is_shorter() {
    let rule = "visit-overdue";
    let mut record = visited(&["2026-03-09"]);
    record.visit_schedules = vec![schedule("s1", "p1", 1, Weeks)];
    assert_eq!(says(rule, &record, "2026-03-17"), ["unmet 2026-03-16 visits"]);
    record.visit_schedules = vec![schedule("s1", "p1", 5, Weeks)];
    assert_eq!(says(rule, &record, "2026-03-17"), ["due 2026-03-30 visits"], "a longer one does not count");
    record.visit_schedules = vec![schedule("s1", "p2", 1, Weeks)];
    record.professionals.push(professional("p2", ProfessionalRole::HealthVisitor));
    assert_eq!(says(rule, &record, "2026-03-17"), ["due 2026-03-30 visits"], "another role's");
}

#[test]
fn visit_overdue_counts_visits_in_person_by_the_two_roles_at_which_the_child_was_seen() {
    let rule = "visit-overdue";
    let says = |change: &dyn Fn(&mut Visit), role| {
        let mut record = visited(&["2026-03-20"]);
        record.professionals[0].role = Typed::Given(role);
        change(&mut record.visits[0]);
        says(rule, &record, "2026-03-24")
    };
    let worker = ProfessionalRole::SocialWorker;
    assert_eq!(says(&|_| {}, worker), ["due 2026-04-10 visits"]);
    assert_eq!(says(&|_| {}, ProfessionalRole::FamilySupportWorker), ["due 2026-04-10 visits"]);
    let overdue = ["unmet 2026-03-23 visits"];
    assert_eq!(says(&|_| {}, ProfessionalRole::HealthVisitor), overdue);
    assert_eq!(says(&|row| row.child_seen = no(), worker), overdue);
    assert_eq!(says(&|row| row.format = Typed::Given(VisitFormat::Virtual), worker), overdue);
    assert_eq!(says(&|row| row.result = Typed::Given(VisitResult::Refused), worker), overdue);
    assert_eq!(says(&|row| row.on = on("2026-03-01"), worker), overdue, "before the plan");
    assert_eq!(says(&|row| row.on = on("2026-03-25"), worker), overdue, "after today");
    let open = says(&|row| row.child_seen = Typed::Blank, worker);
    assert_eq!(open, ["unmet 2026-03-23 visits/v0/child_seen [unsettled]"]);
    assert_eq!(says(&|row| row.on = Typed::Blank, worker), ["unknown visits/v0/on [undated]"]);
    let mut record = visited(&["2026-03-20"]);
    record.visits[0].format = Typed::Given(VisitFormat::Virtual);
    assert_eq!(reads(rule, &record, "2026-03-24", &[("virtual-visits", "yes")]), ["due 2026-04-10 visits"]);
}

#[test]
fn visit_late() {
    let rule = "visit-late";
    assert_eq!(says(rule, &visited(&["2026-03-23", "2026-04-13"]), "2026-04-14"), ["met"]);
    let late = visited(&["2026-03-24", "2026-04-13"]);
    assert_eq!(says(rule, &late, "2026-04-14"), ["unmet 2026-03-23 visits/v0/on should"]);
    assert_eq!(says(rule, &visited(&[]), "2026-06-01"), ["met"], "the open gap is another rule's");
    let across = visited(&["2026-03-23", "2026-04-13", "2026-08-20", "2026-09-11"]);
    let lines = ["unmet 2026-05-04 visits/v2/on should", "unmet 2026-09-10 visits/v3/on should"];
    assert_eq!(says(rule, &across, "2026-09-12"), lines);
    assert_eq!(says(rule, &Record::default(), "2026-09-12"), ["unknown plan/start"]);
}

#[test]
fn visit_interval_too_long() {
    let rule = "visit-interval-too-long";
    let planned = |every, unit, today: &str| {
        let mut record = visited(&[]);
        record.visit_schedules = vec![schedule("s1", "p1", every, unit)];
        says(rule, &record, today)
    };
    assert_eq!(planned(3, Weeks, "2026-03-02"), ["met"]);
    assert_eq!(planned(21, Days, "2026-03-02"), ["met"]);
    assert_eq!(planned(15, WorkingDays, "2026-03-02"), ["met"]);
    let long = ["unmet visit_schedules/s1/every"];
    assert_eq!(planned(22, Days, "2026-03-02"), long);
    assert_eq!(planned(1, Months, "2026-03-02"), long);
    assert_eq!(planned(6, Weeks, "2026-09-01"), long, "the last day of the first six months");
    assert_eq!(planned(6, Weeks, "2026-09-02"), ["met"]);
    assert_eq!(planned(43, Days, "2026-09-02"), long);
}

#[test]
fn visit_interval_too_long_where_either_role_may_keep_it() {
    let rule = "visit-interval-too-long";
    let mut record = visited(&[]);
    record.professionals.push(professional("p2", ProfessionalRole::FamilySupportWorker));
    record.visit_schedules = vec![schedule("s1", "p1", 6, Weeks), schedule("s2", "p2", 2, Weeks)];
    assert_eq!(says(rule, &record, "2026-03-02"), ["met"]);
    record.professionals[1].member_to = on("2026-03-01");
    assert_eq!(says(rule, &record, "2026-03-02"), ["unmet visit_schedules/s1/every"], "who has left");
    record.visit_schedules = vec![VisitSchedule { visits: no(), ..schedule("s1", "p1", 1, Weeks) }];
    assert_eq!(says(rule, &record, "2026-03-02"), ["unmet visit_schedules/s1/visits [nobody]"]);
    record.professionals[1].member_to = Typed::Blank;
    assert_eq!(says(rule, &record, "2026-03-02"), ["not applicable"], "the other is still to say");
    record.visit_schedules = vec![schedule("s1", "p1", 6, Weeks)];
    record.plan.start = Typed::Blank;
    assert_eq!(says(rule, &record, "2026-03-02"), ["unknown plan/start"]);
}

#[test]
fn visit_frequency_missing() {
    let rule = "visit-frequency-missing";
    let mut record = started();
    assert_eq!(says(rule, &record, "2026-03-02"), ["not applicable"]);
    record.professionals =
        vec![professional("p1", ProfessionalRole::SocialWorker), professional("p2", ProfessionalRole::Gp)];
    assert_eq!(says(rule, &record, "2026-03-02"), ["unmet visit_schedules"]);
    let counted = |record: &Record| fact(&findings(rule, record, "2026-03-02", &[])[0], "count");
    assert_eq!(counted(&record), Some("Count(2)".to_owned()));
    let nothing = VisitSchedule { professional: Link::to(&id("p2")), visits: no(), ..row("s2") };
    record.visit_schedules = vec![schedule("s1", "p1", 3, Weeks), nothing];
    assert_eq!(says(rule, &record, "2026-03-02"), ["met"], "no visits is an answer");
    let begun = |change: &dyn Fn(&mut VisitSchedule)| {
        let mut record = record.clone();
        change(&mut record.visit_schedules[0]);
        says(rule, &record, "2026-03-02")
    };
    assert_eq!(begun(&|row| row.unit = Typed::Blank), ["unmet visit_schedules/s1/unit [begun]"]);
    assert_eq!(begun(&|row| row.every = Typed::Blank), ["unmet visit_schedules/s1/every [begun]"]);
    assert_eq!(begun(&|row| row.every = Typed::Given(0)), ["unmet visit_schedules/s1/every [begun]"]);
    assert_eq!(
        begun(&|row| row.every = Typed::Unread("often".to_owned())),
        ["unknown visit_schedules/s1/every"]
    );
    let blank = begun(&|row| (row.visits, row.every) = (Typed::Blank, Typed::Blank));
    assert_eq!(blank, ["unmet visit_schedules/s1/visits [begun]"]);
    record.visit_schedules.truncate(1);
    record.professionals[1].member_to = on("2026-03-01");
    assert_eq!(says(rule, &record, "2026-03-02"), ["met"], "who has left");
    record.visit_schedules.clear();
    record.plan.ended_on = on("2026-03-02");
    assert_eq!(says(rule, &record, "2026-03-01"), ["unmet visit_schedules"]);
    assert_eq!(says(rule, &record, "2026-03-02"), ["not applicable"], "the plan has ended");
}

#[test]
fn child_not_seen_at_visit() {
    let rule = "child-not-seen-at-visit";
    let unseen = |change: &dyn Fn(&mut Visit), more: &[&str]| {
        let days = [&["2026-03-20"], more].concat();
        let mut record = visited(&days);
        change(&mut record.visits[0]);
        says(rule, &record, "2026-03-31")
    };
    assert_eq!(unseen(&|_| {}, &[]), ["met"]);
    assert_eq!(unseen(&|row| row.child_seen = no(), &[]), ["unmet visits/v0/child_seen"]);
    assert_eq!(unseen(&|row| row.child_seen = no(), &["2026-03-21"]), ["met"], "seen since");
    let refused = unseen(&|row| row.result = Typed::Given(VisitResult::Refused), &[]);
    assert_eq!(refused, ["unmet visits/v0/result [no-access]"]);
    let nobody = unseen(&|row| row.result = Typed::Given(VisitResult::NobodyHome), &[]);
    assert_eq!(nobody, ["unmet visits/v0/result [no-access]"]);
    assert_eq!(unseen(&|row| row.result = Typed::Given(VisitResult::Cancelled), &[]), ["met"]);
    assert_eq!(unseen(&|row| row.child_seen = Typed::Blank, &[]), ["unknown visits/v0/child_seen"]);
}

#[test]
fn visit_without_result() {
    let rule = "visit-without-result";
    let mut record = visited(&["2026-03-20"]);
    assert_eq!(says(rule, &record, "2026-03-20"), ["met"]);
    record.visits[0].result = Typed::Blank;
    assert_eq!(says(rule, &record, "2026-03-19"), ["met"], "its day has not come");
    assert_eq!(says(rule, &record, "2026-03-20"), ["unmet visits/v0/result"]);
    record.visits[0].result = Typed::Unread("maybe".to_owned());
    assert_eq!(says(rule, &record, "2026-03-20"), ["unknown visits/v0/result"]);
}
