//! Trials of the rules on which adults are asked to a meeting, and come.

use crate::gathering::{NOBODY, TODAY, attendance, group, kind_for, meeting, to_come, with_wren, wren};
use crate::spoken::{facts, says};
use crate::trial::{id, on, row};
use team_around::record::attendance::{Attended, Exclusion, Invited};
use team_around::record::codes::{YesNo, YesNoUnknown};
use team_around::record::meeting::{MeetingKind, MeetingStatus};
use team_around::record::people::Relationship;
use team_around::record::report::{AgencyReport, ReportMode};
use team_around::record::{Link, Record, RowIds, Typed};

fn exclusion(name: &str, at: &str, reason: &str) -> Exclusion {
    let mut exclusion: Exclusion = row(name);
    exclusion.agency = Link::to(&id("school"));
    exclusion.meeting = Link::to(&id(at));
    exclusion.reason = reason.into();
    exclusion
}

#[test]
fn a_meeting_at_which_nobody_is_listed_is_asked_for_all() {
    for (rule, line) in NOBODY {
        let mut record = group();
        kind_for(rule, &mut record);
        assert_eq!(says(rule, &record, TODAY)[0], line, "{rule}");
    }
}

#[test]
fn a_meeting_named_by_its_day_alone_is_asked_for_nobody() {
    for (rule, _) in NOBODY {
        let mut record = group();
        kind_for(rule, &mut record);
        record.meetings[0].purpose = "".into();
        assert_eq!(says(rule, &record, TODAY), ["not applicable"], "{rule}");
    }
}

#[test]
fn who_came_to_an_older_meeting_is_history() {
    for (rule, _) in
        NOBODY.into_iter().chain([("representative-not-briefed", ""), ("agency-cannot-speak-for-child", "")])
    {
        let mut record = with_wren();
        wren(&mut record).can_attend = Typed::Given(YesNo::No);
        record.attendance.push(attendance("t", "teacher", "m"));
        record.attendance[0].attended = Typed::Given(Attended::Present);
        record.agencies[0].in_contact_with_child = Typed::Given(YesNo::Yes);
        record.agencies.push(row("clinic"));
        record.agencies[1].key_agency = Typed::Given(YesNo::Yes);
        kind_for(rule, &mut record);
        let mut later = meeting("later", 2, TODAY);
        later.kind = record.meetings[0].kind.clone();
        later.purpose = "".into();
        record.meetings[0].on = on("2026-01-12");
        assert_ne!(says(rule, &record, TODAY), ["not applicable"], "{rule}: the last that was held");
        record.meetings.push(later);
        assert_eq!(says(rule, &record, TODAY), ["not applicable"], "{rule}");
    }
}

#[test]
fn a_professionals_meeting_is_without_the_family() {
    for rule in [
        "key-family-not-invited",
        "child-invitation-not-answered",
        "child-attendance-not-answered",
        "child-support-not-answered",
        "agency-cannot-speak-for-child",
    ] {
        let mut record = group();
        record.meetings[0].kind = Typed::Given(MeetingKind::Professionals);
        assert_eq!(says(rule, &record, TODAY), ["not applicable"], "{rule}");
    }
}

#[test]
fn group_member_not_invited() {
    let rule = "group-member-not-invited";
    let says = |record: &Record| says(rule, record, TODAY);
    let mut record = group();
    assert_eq!(says(&record), ["unmet attendance"]);
    assert!(facts(rule, &record, TODAY).contains("Ade Fenn"));
    record.attendance.push(attendance("t", "teacher", "m"));
    assert_eq!(says(&record), ["met"], "listed, whatever was answered");
    record.attendance.clear();
    record.meetings[0].chair = Link::to(&id("teacher"));
    assert_eq!(says(&record), ["met"], "the chair");
    record.meetings[0].chair = Link::default();
    record.exclusions.push(exclusion("e", "m", "Wren starts there in September."));
    assert_eq!(says(&record), ["met"], "the agency is left out for a reason");
}

#[test]
fn who_left_the_group_or_was_not_in_it_yet_need_not_be_listed() {
    let says = |record: &Record| says("group-member-not-invited", record, TODAY);
    let mut record = group();
    record.professionals[0].member_to = on(TODAY);
    assert_eq!(says(&record), ["unmet attendance"], "the last day in the group");
    record.professionals[0].member_to = on("2026-03-01");
    assert_eq!(says(&record), ["met"]);
    record.professionals[0].member_to = Typed::Blank;
    record.meetings[0].on = on("2026-02-23");
    record.professionals[0].member_from = on("2026-02-24");
    assert_eq!(says(&record), ["met"], "joined after the meeting");
}

#[test]
fn key_agency_not_invited() {
    let rule = "key-agency-not-invited";
    let says = |record: &Record| says(rule, record, TODAY);
    let mut record = to_come(group());
    assert_eq!(says(&record), ["unmet exclusions"]);
    assert!(facts(rule, &record, TODAY).contains("Elm Road School"));
    record.attendance.push(attendance("t", "teacher", "m"));
    assert_eq!(says(&record), ["unknown attendance/t/invited"]);
    for invited in [Invited::Whole, Invited::Part] {
        record.attendance[0].invited = Typed::Given(invited);
        assert_eq!(says(&record), ["met"]);
    }
    record.attendance[0].invited = Typed::Given(Invited::No);
    assert_eq!(says(&record), ["unmet attendance/t/not_invited_reason"]);
    record.attendance[0].not_invited_reason = "Wren starts there in September.".into();
    assert_eq!(says(&record), ["met"], "a recorded reason settles it");
    record.attendance.clear();
    record.exclusions.push(exclusion("e", "m", ""));
    assert_eq!(says(&record), ["unmet exclusions/e/reason"]);
    record.exclusions[0].reason = "Wren starts there in September.".into();
    assert_eq!(says(&record), ["met"]);
    record.agencies[0].key_agency = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["not applicable"]);
}

#[test]
fn an_agency_whose_worker_came_or_chairs_was_not_left_out() {
    for rule in ["key-agency-not-invited", "exclusion-without-reason", "exclusion-not-in-first-record"] {
        let said = if rule == "key-agency-not-invited" { "met" } else { "not applicable" };
        let mut record = group();
        record.attendance.push(attendance("t", "teacher", "m"));
        record.attendance[0].attended = Typed::Given(Attended::Apologies);
        assert_eq!(says(rule, &record, TODAY), [said], "whoever sends apologies was asked: {rule}");
        record.attendance.clear();
        record.meetings[0].chair = Link::to(&id("teacher"));
        assert_eq!(says(rule, &record, TODAY), [said], "{rule}");
    }
}

#[test]
fn exclusion_without_reason() {
    let says = |record: &Record| says("exclusion-without-reason", record, TODAY);
    assert_eq!(says(&group()), ["unmet exclusions"], "held without the school");
    let mut record = to_come(group());
    assert_eq!(says(&record), ["not applicable"], "nothing is decided yet");
    record.exclusions.push(exclusion("e", "m", " "));
    assert_eq!(says(&record), ["unmet exclusions/e/reason"]);
    record.exclusions[0].reason = "Wren starts there in September.".into();
    assert_eq!(says(&record), ["met"]);
    record.exclusions[0].meeting = Link::default();
    record.attendance.push(attendance("t", "teacher", "m"));
    record.attendance[0].invited = Typed::Given(Invited::No);
    assert_eq!(says(&record), ["met"], "a reason, though it names no meeting");
}

#[test]
fn exclusion_not_in_first_record() {
    let says = |record: &Record| says("exclusion-not-in-first-record", record, TODAY);
    let mut record = group();
    record.exclusions.push(exclusion("e", "later", "Wren starts there in September."));
    record.meetings.push(meeting("later", 2, "2026-04-13"));
    assert_eq!(says(&record), ["unmet exclusions"], "the reason stands in the second meeting's record");
    record.exclusions[0].meeting = Link::default();
    assert_eq!(says(&record), ["unmet exclusions/e/meeting"]);
    record.exclusions[0].meeting = Link::to(&id("m"));
    assert_eq!(says(&record), ["met"]);
    record.exclusions[0].reason = "".into();
    assert_eq!(says(&record), ["unmet exclusions/e/reason"]);
}

#[test]
fn where_the_first_meeting_is_past_a_later_record_will_do() {
    let says = |record: &Record| says("exclusion-not-in-first-record", record, TODAY);
    let mut record = group();
    record.meetings[0].on = on("2026-01-19");
    record.meetings.push(meeting("later", 2, TODAY));
    assert_eq!(says(&record), ["unmet exclusions should"], "the agency may have become key since");
    for at in ["m", "later"] {
        record.exclusions = vec![exclusion("e", at, "Wren starts there in September.")];
        assert_eq!(says(&record), ["met"], "{at}");
    }
}

#[test]
fn why_one_person_was_not_asked_once_is_no_reason_for_the_next_meeting() {
    let mut record = group();
    record.attendance.push(attendance("t", "teacher", "m"));
    record.attendance[0].invited = Typed::Given(Invited::No);
    record.attendance[0].not_invited_reason = "On leave that week.".into();
    assert_eq!(says("key-agency-not-invited", &record, TODAY), ["met"]);
    record.meetings.push(meeting("later", 2, "2026-04-13"));
    assert_eq!(says("key-agency-not-invited", &record, TODAY), ["unmet exclusions"]);
    record.exclusions.push(exclusion("e", "m", "Wren starts there in September."));
    assert_eq!(says("key-agency-not-invited", &record, TODAY), ["met"], "an agency's exclusion stands");
}

#[test]
fn a_professionals_meeting_is_the_first_of_its_own() {
    let says = |record: &Record| says("exclusion-not-in-first-record", record, TODAY);
    let mut record = group();
    record.meetings[0].on = on("2026-01-19");
    record.meetings.push(meeting("later", 2, TODAY));
    record.meetings.iter_mut().for_each(|row| {
        row.kind = Typed::Given(MeetingKind::Professionals);
        row.sequence = Typed::Blank;
    });
    assert_eq!(says(&record), ["unmet exclusions"]);
}

#[test]
fn representative_not_briefed() {
    let says = |record: &Record| says("representative-not-briefed", record, TODAY);
    let mut record = group();
    assert_eq!(says(&record), ["met"], "nobody came: the agency's report is another rule's");
    record.attendance.push(attendance("t", "teacher", "m"));
    record.attendance[0].attended = Typed::Given(Attended::Present);
    assert_eq!(
        says(&record),
        ["briefed", "can_contribute", "can_comment"].map(|key| format!("unmet attendance/t/{key}"))
    );
    let row = &mut record.attendance[0];
    (row.briefed, row.can_contribute) = (Typed::Given(YesNo::Yes), Typed::Given(YesNo::Yes));
    row.can_comment = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["unmet attendance/t/can_comment [not-able]"]);
    record.reports.push(AgencyReport {
        agency: record.professionals[0].agency.clone(),
        meeting: Link::to(&id("m")),
        mode: Typed::Given(ReportMode::Awaited),
        ..crate::trial::row("r")
    });
    assert_eq!(says(&record), ["unmet attendance/t/can_comment [not-able]"], "a report that is awaited");
    record.reports[0].mode = Typed::Given(ReportMode::Verbal);
    assert_eq!(says(&record), ["met"], "the guide asks for one or the other");
    record.reports.clear();
    record.attendance[0].can_comment = Typed::Unread("perhaps".to_owned());
    assert_eq!(says(&record), ["unknown attendance/t/can_comment"]);
    record.attendance[0].can_comment = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["met"]);
}

#[test]
fn before_a_meeting_only_a_plain_no_says_that_somebody_is_not_briefed() {
    let says = |record: &Record| says("representative-not-briefed", record, TODAY);
    let mut record = to_come(group());
    record.attendance.push(attendance("t", "teacher", "m"));
    record.attendance[0].invited = Typed::Given(Invited::Whole);
    assert_eq!(says(&record), ["met"]);
    record.attendance[0].briefed = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["unmet attendance/t/briefed [not-able]"]);
    record.attendance[0].attended = Typed::Given(Attended::Apologies);
    assert_eq!(says(&record), ["met"], "does not come");
    record.agencies[0].key_agency = Typed::Blank;
    assert_eq!(says(&record), ["not applicable"]);
}

#[test]
fn key_family_not_invited() {
    let rule = "key-family-not-invited";
    let says = |record: &Record| says(rule, record, TODAY);
    let mut record = group();
    assert_eq!(says(&record), ["unmet attendance [unlisted]"]);
    assert!(facts(rule, &record, TODAY).contains("Iris Tallow"));
    record.attendance.push(attendance("a", "mum", "m"));
    assert_eq!(says(&record), ["unmet attendance/a/invited"]);
    record.attendance[0].invited = Typed::Given(Invited::No);
    assert_eq!(says(&record), ["unmet attendance/a/not_invited_reason [reason-missing]"]);
    record.attendance[0].invited = Typed::Given(Invited::Unsafe);
    assert_eq!(says(&record), ["unmet attendance/a/not_invited_reason [unsafe-without-reason]"]);
    record.attendance[0].not_invited_reason = "The Team Manager: he may follow her home.".into();
    assert_eq!(says(&record), ["met"], "unsafe, with who decided, is met");
    record.attendance[0].invited = Typed::Given(Invited::Part);
    assert_eq!(says(&record), ["met"]);
    record.people.clear();
    assert_eq!(says(&record), ["unknown attendance"]);
}

/// audit.md 1a.22: not the holders of parental responsibility, but the key family members.
#[test]
fn a_grandmother_marked_as_key_family_is_asked_and_an_aunt_who_is_not_need_not_be() {
    let says = |record: &Record| says("key-family-not-invited", record, TODAY);
    let mut record = group();
    record.people[0].relationship = Typed::Given(Relationship::OtherRelative);
    record.people[0].parental_responsibility = Typed::Given(YesNoUnknown::Yes);
    assert_eq!(says(&record), ["met"]);
    record.people[0].relationship = Typed::Given(Relationship::Grandparent);
    record.people[0].key_family = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["unmet attendance [unlisted]"]);
    record.people[0].key_family = Typed::Blank;
    record.people[0].relationship = Typed::Given(Relationship::Father);
    record.people[0].parental_responsibility = Typed::Given(YesNoUnknown::No);
    assert_eq!(says(&record), ["unmet attendance [unlisted]"]);
}

#[test]
fn why_somebody_was_not_asked_to_one_meeting_says_nothing_of_the_next() {
    let mut record = group();
    record.attendance = vec![attendance("i", "mum", "m"), attendance("t", "teacher", "m")];
    record.attendance[0].invited = Typed::Given(Invited::No);
    record.attendance[0].not_invited_reason = "Abroad that week.".into();
    record.attendance[1].invited = Typed::Given(Invited::Unsafe);
    record.attendance[1].not_invited_reason =
        "He is the person she is afraid of. Decided by the manager.".into();
    let next = record.prepare_next(&id("m"), &mut RowIds::new("n")).unwrap();
    let carried = |record: &Record, person: &str| {
        let row = record
            .attendance
            .iter()
            .find(|row| row.person.id() == Some(&id(person)) && row.meeting.id() == Some(&next));
        row.map(|row| (row.invited.get(), row.not_invited_reason.to_string())).unwrap()
    };
    assert_eq!(carried(&record, "mum"), (None, String::new()), "she is asked anew");
    let (invited, reason) = carried(&record, "teacher");
    assert!(
        invited == Some(Invited::Unsafe) && reason.contains("afraid"),
        "what is unsafe stays so until somebody says otherwise"
    );
}

#[test]
fn an_agency_that_was_left_out_once_and_is_asked_now_owes_a_report_where_it_stays_away() {
    let mut record = group();
    record.exclusions = vec![row("x")];
    record.exclusions[0].agency = Link::to(&id("school"));
    record.exclusions[0].reason = "On the waiting list.".into();
    record.attendance = vec![attendance("t", "teacher", "m")];
    record.attendance[0].attended = Typed::Given(Attended::NoShow);
    assert_eq!(says("agency-report-missing", &record, TODAY), ["met"], "left out for a reason");
    record.attendance[0].invited = Typed::Given(Invited::Whole);
    assert_eq!(
        says("agency-report-missing", &record, TODAY),
        ["unmet reports"],
        "asked all the same (decisions.md 5)"
    );
}

#[test]
fn a_meeting_to_which_too_few_came_is_asked_who_came() {
    let mut record = group();
    record.meetings[0].status = Typed::Given(MeetingStatus::Inquorate);
    record.attendance = vec![attendance("t", "teacher", "m")];
    record.attendance[0].invited = Typed::Given(Invited::Whole);
    record.attendance[0].attended = Typed::Given(Attended::NoShow);
    assert_eq!(says("agency-report-missing", &record, TODAY), ["unmet reports"]);
    assert_ne!(says("no-show-not-escalated", &record, TODAY), ["not applicable"]);
    for rule in ["meeting-not-quorate", "roles-not-told", "record-not-checked"] {
        assert_eq!(says(rule, &record, TODAY), ["not applicable"], "{rule}: it did not go on");
    }
}

#[test]
fn a_first_meeting_without_a_number_stays_the_first_once_the_next_is_prepared() {
    let mut record = group();
    record.meetings[0].sequence = Typed::Blank;
    for next_on in ["2026-04-13", ""] {
        record.meetings[0].next_on = if next_on.is_empty() { Typed::Blank } else { on(next_on) };
        let mut record = record.clone();
        assert!(record.meetings[0].is_first(&record));
        record.prepare_next(&id("m"), &mut RowIds::new("n")).unwrap();
        assert_eq!(
            record.meetings.iter().map(|row| row.is_first(&record)).collect::<Vec<_>>(),
            [true, false],
            "{next_on}"
        );
    }
}
