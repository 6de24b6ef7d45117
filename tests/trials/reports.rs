//! Agencies' reports, absence in the order of its ladder, and core groups.

use crate::spoken::{facts, says};
use crate::trial::{day, findings, id, line, on, row};
use team_around::calendar::{Calendar, Nation};
use team_around::protocol::pack::{Pack, PackRule, Weight};
use team_around::protocol::{Finding, Protocol, Severity, Terms, review as look};
use team_around::record::attendance::{Attendance, Attended, Exclusion, Invited};
use team_around::record::codes::YesNo;
use team_around::record::discussion::{Escalation, EscalationAbout};
use team_around::record::meeting::{Meeting, MeetingKind, MeetingStatus};
use team_around::record::professionals::{Agency, AgencyKind, Professional};
use team_around::record::report::{AgencyReport, ReportMode};
use team_around::record::{Link, Record, Typed};
use team_around::wire::finding_json;
use team_around::words::{Language, Words};

const TODAY: &str = "2026-04-14";
const REPORT: &str = "agency-report-missing";
const AGENCY: &str = r#"[("agencies", Agencies([RowId(Some("School"))]))]"#;
const ESCALATE: &str = "no-show-not-escalated";

fn meeting(name: &str, status: MeetingStatus, day: &str) -> Meeting {
    Meeting {
        status: Typed::Given(status),
        on: on(day),
        kind: Typed::Given(MeetingKind::ChildInNeedReview),
        purpose: "To see how Mabli is".into(),
        ..row(name)
    }
}

fn agency(name: &str, kind: AgencyKind) -> Agency {
    let (key_agency, kind) = (Typed::Given(YesNo::Yes), Typed::Given(kind));
    Agency { name: name.into(), key_agency, kind, ..row(name) }
}

fn attends(name: &str, person: &str, attended: Attended) -> Attendance {
    Attendance {
        person: Link::to(&id(person)),
        meeting: Link::to(&id("m2")),
        attended: Typed::Given(attended),
        ..row(name)
    }
}

fn report(mode: ReportMode) -> AgencyReport {
    AgencyReport {
        agency: Link::to(&id("School")),
        meeting: Link::to(&id("m2")),
        mode: Typed::Given(mode),
        ..row("r1")
    }
}

#[test]
fn a_report_that_is_there_says_who_made_it_and_in_what_role() {
    let says = |record: &Record| says("report-unsigned", record, TODAY);
    assert_eq!(says(&Record::default()), ["not applicable"]);
    let mut record = Record { reports: vec![report(ReportMode::Awaited)], ..Record::default() };
    assert_eq!(says(&record), ["not applicable"], "it has not come");
    for mode in [ReportMode::Written, ReportMode::Verbal] {
        record.reports = vec![report(mode)];
        assert_eq!(says(&record), ["unmet reports/r1/author", "unmet reports/r1/author_role [role]"]);
        record.reports[0].author = "Gwenda Morfa".into();
        assert_eq!(says(&record), ["unmet reports/r1/author_role [role]"]);
        record.reports[0].author_role = "Head of year".into();
        assert_eq!(says(&record), ["met"]);
    }
}

/// A review on 13 April after a meeting on 2 March: the social worker came, and the teacher did not.
fn review(teacher: Attended) -> Record {
    let works = |name: &str, agency: &str| Professional { agency: Link::to(&id(agency)), ..row(name) };
    Record {
        meetings: vec![
            meeting("m1", MeetingStatus::Held, "2026-03-02"),
            meeting("m2", MeetingStatus::Held, "2026-04-13"),
        ],
        agencies: vec![agency("Own", AgencyKind::ChildrensServices), agency("School", AgencyKind::Education)],
        professionals: vec![works("sw", "Own"), works("teacher", "School")],
        attendance: vec![attends("a1", "sw", Attended::Present), attends("a2", "teacher", teacher)],
        ..Record::default()
    }
}

#[test]
fn a_key_agency_with_nobody_there_gives_a_report() {
    let rule = "agency-report-missing";
    assert_eq!(says(rule, &Record::default(), TODAY), ["not applicable"]);
    for attended in [Attended::Present, Attended::InPart] {
        assert_eq!(says(rule, &review(attended), TODAY), ["met"]);
    }
    for absent in [Attended::Apologies, Attended::NoShow] {
        let mut record = review(absent);
        assert_eq!(says(rule, &record, TODAY), ["unmet reports"]);
        assert_eq!(facts(rule, &record, TODAY), AGENCY);
        for mode in [ReportMode::Written, ReportMode::Verbal] {
            record.reports = vec![report(mode)];
            assert_eq!(says(rule, &record, TODAY), ["met"]);
        }
        record.reports[0].meeting = Link::to(&id("m1"));
        assert_eq!(says(rule, &record, TODAY), ["unmet reports"], "a report to another meeting");
    }
}

#[test]
fn an_agency_that_nobody_listed_is_named_with_the_others() {
    let mut record = review(Attended::Apologies);
    record.agencies.push(agency("Clinic", AgencyKind::Health));
    assert_eq!(says(REPORT, &record, TODAY), ["unmet reports"]);
    assert_eq!(
        facts(REPORT, &record, TODAY),
        r#"[("agencies", Agencies([RowId(Some("Clinic")), RowId(Some("School"))]))]"#
    );
    record.agencies[2].key_agency = Typed::Given(YesNo::No);
    assert_eq!(facts(REPORT, &record, TODAY), AGENCY);
}

#[test]
fn an_agency_left_out_for_a_reason_owes_no_report() {
    let mut record = review(Attended::Apologies);
    let exclusion = Exclusion { agency: Link::to(&id("School")), ..row("x1") };
    record.exclusions.push(exclusion);
    assert_eq!(says(REPORT, &record, TODAY), ["unmet reports"], "no reason is recorded");
    record.exclusions[0].reason = "It has met the child once, in 2019.".into();
    assert_eq!(says(REPORT, &record, TODAY), ["met"]);
    record.exclusions[0].meeting = Link::to(&id("m1"));
    assert_eq!(says(REPORT, &record, TODAY), ["met"], "as the first meeting recorded it");
    record.meetings[0].kind = Typed::Given(MeetingKind::Professionals);
    record.meetings[0].status = Typed::Given(MeetingStatus::Cancelled);
    assert_eq!(says(REPORT, &record, TODAY), ["unmet reports"], "a meeting of another series");
    record.exclusions.clear();
    record.attendance[1].invited = Typed::Given(Invited::No);
    assert_eq!(says(REPORT, &record, TODAY), ["unmet reports"], "should have been asked");
    record.attendance[1].not_invited_reason = "It has met the child once, in 2019.".into();
    assert_eq!(says(REPORT, &record, TODAY), ["met"]);
}

#[test]
fn an_awaited_report_is_due_until_the_meetings_day() {
    let mut record = review(Attended::Apologies);
    record.reports.push(report(ReportMode::Awaited));
    assert_eq!(says(REPORT, &record, "2026-04-13"), ["due 2026-04-13 reports/r1/mode [awaited-due]"]);
    assert_eq!(says(REPORT, &record, "2026-04-14"), ["unmet reports/r1/mode [awaited]"]);
    record.reports[0].mode = Typed::Unread("by pigeon".into());
    assert_eq!(says(REPORT, &record, TODAY), ["unknown reports/r1/mode [unread]"]);
}

#[test]
fn before_the_meeting_a_report_can_only_be_due() {
    let mut record = review(Attended::Apologies);
    record.meetings[1].status = Typed::Given(MeetingStatus::Planned);
    record.meetings[1].on = on("2026-04-20");
    let due = "due 2026-04-20 reports";
    assert_eq!(says(REPORT, &record, "2026-04-20"), [due, "unknown attendance"]);
    record.meetings.remove(0);
    assert_eq!(says(REPORT, &record, TODAY), [due]);
    record.attendance[1].attended = Typed::Blank;
    assert_eq!(says(REPORT, &record, TODAY), ["met"], "nobody has said that they cannot come");
    record.reports.push(report(ReportMode::Awaited));
    assert_eq!(says(REPORT, &record, TODAY), ["due 2026-04-20 reports/r1/mode [awaited-due]"]);
    record.meetings[0].on = Typed::Blank;
    assert_eq!(says(REPORT, &record, TODAY), ["unknown reports/r1/mode [undated]"]);
    record.reports.clear();
    record.attendance[1].attended = Typed::Given(Attended::Apologies);
    assert_eq!(says(REPORT, &record, TODAY), ["unknown reports [undated]"]);
}

#[test]
fn who_came_has_to_be_said_first() {
    let mut record = review(Attended::Present);
    record.attendance[1].attended = Typed::Blank;
    assert_eq!(says(REPORT, &record, TODAY), ["unknown attendance/a2/attended"]);
    record.attendance.clear();
    assert_eq!(says(REPORT, &record, TODAY), ["unknown attendance"]);
}

#[test]
fn who_chairs_was_there() {
    let mut record = review(Attended::Apologies);
    record.meetings[1].chair = Link::to(&id("teacher"));
    assert_eq!(says(REPORT, &record, TODAY), ["met"]);
    record.meetings[1].chair = Link::to(&id("sw"));
    assert_eq!(says(REPORT, &record, TODAY), ["unmet reports"]);
}

#[test]
fn agencies_are_named_in_both_languages_even_without_a_name() {
    let mut record = review(Attended::Apologies);
    record.agencies.push(Agency { name: "".into(), ..agency("c", AgencyKind::Health) });
    let found = findings(REPORT, &record, TODAY, &[]);
    for (language, named) in [
        (Language::English, "an agency without a name yet and School"),
        (Language::Welsh, "asiantaeth heb enw eto a School"),
    ] {
        let told = Words::of(language).sentence(&found[0], &record, &Protocol::default());
        assert!(told.contains(named), "{told}");
    }
}

/// decisions.md 6: no-shows are taken further, apologies never.
#[test]
fn only_staying_away_without_a_word_is_taken_further() {
    let rule = "no-show-not-escalated";
    for attended in [Attended::Present, Attended::InPart, Attended::Apologies] {
        assert_eq!(says(rule, &review(attended), TODAY), ["not applicable"]);
    }
    let mut record = review(Attended::NoShow);
    assert_eq!(says(rule, &record, TODAY), ["unmet escalations"]);
    assert_eq!(facts(rule, &record, TODAY), AGENCY);
    record.agencies[1].key_agency = Typed::Given(YesNo::No);
    assert_eq!(says(rule, &record, TODAY), ["unmet escalations"], "any agency that was to come");
    record.attendance[1].person = Link::to(&id("mum"));
    assert_eq!(says(rule, &record, TODAY), ["not applicable"], "one of the family");
    record.attendance[1].person = Link::to(&id("teacher"));
    record.attendance[1].invited = Typed::Given(Invited::No);
    assert_eq!(says(rule, &record, TODAY), ["not applicable"], "who was not asked has not failed to come");
}

#[test]
fn what_was_taken_further_says_to_whom_and_when() {
    let mut record = review(Attended::NoShow);
    let about = Typed::Given(EscalationAbout::NoShow);
    record.escalations.push(Escalation { about, agency: Link::to(&id("Own")), ..row("e1") });
    assert_eq!(says(ESCALATE, &record, TODAY), ["unmet escalations"], "another agency's");
    record.escalations[0].agency = Link::to(&id("School"));
    let both = ["unmet escalations/e1/to [to-whom]", "unmet escalations/e1/on [on-what-day]"];
    assert_eq!(says(ESCALATE, &record, TODAY), both);
    record.escalations[0].to = "Mr Ely, deputy head".into();
    record.escalations[0].on = Typed::Unread("soon".into());
    assert_eq!(says(ESCALATE, &record, TODAY), ["unknown escalations/e1/on"]);
    record.escalations[0].on = on("2026-04-14");
    assert_eq!(says(ESCALATE, &record, TODAY), ["met"]);
    record.escalations[0].meeting = Link::to(&id("m1"));
    assert_eq!(says(ESCALATE, &record, TODAY), ["unmet escalations"], "an earlier meeting's");
}

/// The ladder: a report or an apology of anybody in the agency ends it.
#[test]
fn a_report_or_a_colleague_ends_the_ladder() {
    let mut record = review(Attended::NoShow);
    record.reports.push(report(ReportMode::Awaited));
    assert_eq!(says(ESCALATE, &record, TODAY), ["unmet escalations"]);
    assert_eq!(says(REPORT, &record, TODAY), ["unmet reports/r1/mode [awaited]"]);
    record.reports[0].mode = Typed::Given(ReportMode::Written);
    assert_eq!(says(ESCALATE, &record, TODAY), ["met"]);
    record.reports.clear();
    record.professionals.push(Professional { agency: Link::to(&id("School")), ..row("head") });
    for (attended, said) in
        [(Attended::Present, "met"), (Attended::Apologies, "met"), (Attended::NoShow, "unmet escalations")]
    {
        record.attendance.truncate(2);
        record.attendance.push(attends("a3", "head", attended));
        assert_eq!(says(ESCALATE, &record, TODAY), [said]);
    }
    record.attendance[2].attended = Typed::Blank;
    assert_eq!(says(ESCALATE, &record, TODAY), ["unknown attendance/a3/attended"]);
}

/// audit.md part 2: must, and it cannot hold up finalising.
#[test]
fn staying_away_weighs_must_and_holds_nothing_up() {
    let record = review(Attended::NoShow);
    let found = findings(ESCALATE, &record, TODAY, &[]);
    assert_eq!(found[0].severity, Severity::Must);
    assert!(!found[0].stops() && found[0].is_open());
    assert!(findings(REPORT, &record, TODAY, &[])[0].stops(), "as every other must");
}

/// What both documents ask of the row about a no-show, where Calderdale's question weighs this much.
fn asked_twice(calderdale: Weight) -> (Record, Vec<Finding>) {
    let rules = [("no-show-not-escalated", Weight::Must), ("escalation-incomplete", calderdale)];
    let rules = rules.map(|(code, weight)| PackRule { severity: Typed::Given(weight), ..row(code) });
    let mut record = review(Attended::NoShow);
    let about = Typed::Given(EscalationAbout::NoShow);
    record.escalations.push(Escalation { about, agency: Link::to(&id("School")), ..row("e1") });
    let protocol = Protocol::of(vec![Pack { rules: rules.to_vec(), ..Pack::default() }]);
    let calendar = Calendar::built_in(Nation::EnglandAndWales);
    let found =
        look(&record, &Terms { today: day(TODAY), calendar: &calendar, protocol: &protocol, meeting: None });
    (record, found)
}

/// One message of the stricter weight, which still holds nothing up and says so on the wire.
#[test]
fn both_documents_ask_once_to_whom_it_went() {
    let (record, found) = asked_twice(Weight::Ask);
    let whole = [
        "unmet escalations/e1/to [to-whom]",
        "unmet escalations/e1/on [on-what-day]",
        "unmet escalations/e1/next_step [next-step] ask",
    ];
    assert_eq!(found.iter().map(line).collect::<Vec<_>>(), whole);
    assert_eq!(found[0].also, ["escalation-incomplete"]);
    assert!(found.iter().all(|one| !one.stops()));
    let told = |one: &Finding| {
        finding_json(one, &record, &Protocol::default(), Words::of(Language::English))["never_stops"].clone()
    };
    assert_eq!(told(&found[0]), true);
    assert!(told(&found[2]).is_null());
}

#[test]
fn a_council_that_holds_the_record_up_for_it_still_does() {
    let (_, found) = asked_twice(Weight::Must);
    assert!(found.iter().all(Finding::stops), "{found:#?}");
}

/// decisions.md 8 for professionals meetings; a planned or an older meeting is not looked at.
#[test]
fn other_meetings_are_not_taken_further() {
    let mut record = review(Attended::NoShow);
    record.meetings[1].kind = Typed::Given(MeetingKind::Professionals);
    assert_eq!(says(ESCALATE, &record, TODAY), ["not applicable"]);
    let mut record = review(Attended::NoShow);
    record.meetings.push(meeting("m3", MeetingStatus::Held, "2026-04-14"));
    assert_eq!(says(ESCALATE, &record, TODAY), ["not applicable"], "an older meeting");
    let mut record = review(Attended::NoShow);
    record.meetings[1].status = Typed::Given(MeetingStatus::Planned);
    assert_eq!(says(ESCALATE, &record, "2026-04-13"), ["not applicable"], "not held yet");
    let mut record = review(Attended::NoShow);
    record.professionals[1].agency = Link::default();
    assert_eq!(says(ESCALATE, &record, TODAY), ["unknown professionals/teacher/agency [no-agency]"]);
}

#[test]
fn a_report_that_is_there_has_its_three_parts() {
    let empty = [
        ("report-without-involvement", "unmet reports/r1/involvement"),
        ("report-without-progress", "unmet reports/r1/progress_analysis"),
        ("report-without-risk", "unmet reports/r1/risk_and_unmet_need"),
    ];
    for (rule, said) in empty {
        let mut record = review(Attended::Apologies);
        assert_eq!(says(rule, &record, TODAY), ["not applicable"]);
        record.reports.push(report(ReportMode::Awaited));
        assert_eq!(says(rule, &record, TODAY), ["not applicable"], "it has not come");
        record.reports[0].mode = Typed::Given(ReportMode::Verbal);
        assert_eq!(says(rule, &record, TODAY), [said]);
        record.reports[0].involvement = "Breakfast club, three days a week.".into();
        record.reports[0].progress_analysis = "At school on nine days of ten.".into();
        record.reports[0].risk_and_unmet_need = "None seen.".into();
        assert_eq!(says(rule, &record, TODAY), ["met"]);
    }
}

/// domain.md 1.5.7: a report tells about the time after the previous meeting, up to this one.
#[test]
fn a_report_leaves_no_gap_after_the_last_meeting() {
    let rule = "report-without-involvement";
    let mut record = review(Attended::Apologies);
    record.reports.push(report(ReportMode::Written));
    record.reports[0].involvement = "Breakfast club.".into();
    for from in ["2026-01-05", "2026-03-02", "2026-03-03"] {
        record.reports[0].period_from = on(from);
        assert_eq!(says(rule, &record, TODAY), ["met"], "{from}");
    }
    record.reports[0].period_from = on("2026-03-04");
    assert_eq!(says(rule, &record, TODAY), ["unmet reports/r1/period_from [gap]"]);
    let named = r#"[("from", Day(2026-03-04)), ("last", Day(2026-03-02))]"#;
    assert_eq!(facts(rule, &record, TODAY), named);
    record.reports[0].period_from = Typed::Unread("spring".into());
    assert_eq!(says(rule, &record, TODAY), ["unknown reports/r1/period_from"]);
    record.reports[0].period_from = on("2026-03-04");
    record.meetings[0].status = Typed::Given(MeetingStatus::Cancelled);
    assert_eq!(says(rule, &record, TODAY), ["met"], "no meeting was held before");
}

#[test]
fn an_agency_tells_what_its_kind_knows() {
    let rule = "report-without-agency-knowledge";
    let mut record = review(Attended::Apologies);
    assert_eq!(says(rule, &record, TODAY), ["not applicable"]);
    record.reports.push(report(ReportMode::Written));
    for (kind, said) in [
        (AgencyKind::Education, "unmet reports/r1/education_attendance [education]"),
        (AgencyKind::Health, "unmet reports/r1/health [health]"),
        (AgencyKind::MentalHealth, "unmet reports/r1/mental_health [mental-health]"),
        (AgencyKind::SubstanceMisuse, "unmet reports/r1/substance_misuse [substance-misuse]"),
        (AgencyKind::Housing, "unmet reports/r1/housing [housing]"),
        (AgencyKind::Police, "met"),
    ] {
        record.agencies[1].kind = Typed::Given(kind);
        assert_eq!(says(rule, &record, TODAY), [said]);
    }
    let told = &mut record.reports[0];
    told.education_attainment = "Reads well.".into();
    (told.health, told.mental_health) = ("Well.".into(), "Sleeps badly.".into());
    (told.substance_misuse, told.housing) = ("None known.".into(), "A tenancy until 2028.".into());
    for kind in [AgencyKind::Education, AgencyKind::Health, AgencyKind::MentalHealth, AgencyKind::Housing] {
        record.agencies[1].kind = Typed::Given(kind);
        assert_eq!(says(rule, &record, TODAY), ["met"]);
    }
    record.agencies[1].kind = Typed::Blank;
    assert_eq!(says(rule, &record, TODAY), ["unknown reports/r1/knowledge"]);
    record.meetings[1].kind = Typed::Given(MeetingKind::Professionals);
    assert_eq!(says(rule, &record, TODAY), ["not applicable"], "decisions.md 8");
}

#[test]
fn a_spoken_report_was_taken_down_by_somebody() {
    let rule = "report-without-agency-knowledge";
    let mut record = review(Attended::Apologies);
    record.reports.push(report(ReportMode::Verbal));
    record.reports[0].education_attendance = "Nine days of ten.".into();
    assert_eq!(says(rule, &record, TODAY), ["unmet reports/r1/taken_down_by [spoken]"]);
    record.reports[0].taken_down_by = Link::to(&id("sw"));
    assert_eq!(says(rule, &record, TODAY), ["met"]);
}

/// domain.md 3.2: the first within ten working days of the conference, then within six weeks. Day 1
/// after Wednesday 25 March 2026 is the 26th; day 10, over Easter, is 10 April (domain.md 1.5.8).
#[test]
fn core_groups_follow_the_conference() {
    let rule = "core-group-overdue";
    let mut record =
        Record { meetings: vec![meeting("c", MeetingStatus::Held, "2026-03-25")], ..Record::default() };
    assert_eq!(says(rule, &record, TODAY), ["not applicable"], "no conference");
    record.meetings[0].kind = Typed::Given(MeetingKind::InitialConference);
    assert_eq!(says(rule, &record, "2026-04-10"), ["due 2026-04-10 meetings"]);
    assert_eq!(says(rule, &record, "2026-04-11"), ["unmet 2026-04-10 meetings"]);
    record.meetings.push(meeting("g", MeetingStatus::Held, "2026-04-14"));
    record.meetings[1].kind = Typed::Given(MeetingKind::CoreGroup);
    assert_eq!(says(rule, &record, "2026-05-26"), ["due 2026-05-26 meetings [next-due]"], "late is history");
    assert_eq!(says(rule, &record, "2026-05-27"), ["unmet 2026-05-26 meetings [next]"]);
    record.plan.ended_on = on("2026-05-20");
    assert_eq!(says(rule, &record, "2026-05-27"), ["not applicable"]);
    record.plan.ended_on = Typed::Blank;
    record.meetings[1].on = Typed::Blank;
    assert_eq!(says(rule, &record, "2026-05-27"), ["unknown meetings/g/on"]);
}
