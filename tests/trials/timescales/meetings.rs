//! The day of the next meeting, notice of it, and who chairs.  domain.md 1.5.5; decisions.md 4, 8, 9

use super::*;

/// A review held on Wednesday 25 March 2026.
fn held(change: impl Fn(&mut Meeting)) -> Record {
    let mut record = started();
    let mut meeting = review("m1", "2026-03-25");
    change(&mut meeting);
    record.meetings.push(meeting);
    record
}

#[test]
fn next_meeting_not_set() {
    let rule = "next-meeting-not-set";
    assert_eq!(says(rule, &started(), "2026-03-25"), ["not applicable"], "no meeting yet");
    let mut record = held(|_| {});
    assert_eq!(says(rule, &record, "2026-03-24"), ["not applicable"], "still to come");
    assert_eq!(says(rule, &record, "2026-03-25"), ["unmet meetings/m1/next_on"]);
    assert_eq!(says(rule, &held(|row| row.next_on = on("2026-05-05")), "2026-03-25"), ["met"]);
    let reason = held(|row| row.next_not_set_reason = "The school closes".into());
    assert_eq!(says(rule, &reason, "2026-03-25"), ["met"]);
    let unread = held(|row| row.next_on = Typed::Unread("31/4/2026".to_owned()));
    assert_eq!(says(rule, &unread, "2026-03-25"), ["unknown meetings/m1/next_on"]);
    let kind = Typed::Given(MeetingKind::Professionals);
    record.meetings.push(Meeting { kind, next_on: on("2026-05-05"), ..review("m2", "2026-04-01") });
    assert_eq!(says(rule, &record, "2026-04-01"), ["unmet meetings/m1/next_on"], "a professionals meeting");
    let status = Typed::Given(MeetingStatus::Planned);
    record.meetings.push(Meeting { status, ..review("m3", "2026-05-05") });
    assert_eq!(says(rule, &record, "2026-04-01"), ["met"], "the next meeting stands in the list");
    record.meetings.truncate(1);
    record.plan.ended_on = on("2026-04-01");
    assert_eq!(says(rule, &record, "2026-04-01"), ["not applicable"]);
}

#[test]
fn notice_too_short_by_clear_days() {
    let rule = "notice-too-short";
    let sent = |next: &str| {
        held(|row| {
            (row.next_set_in_meeting, row.next_on, row.notice_sent_on) = (no(), on(next), on("2026-03-25"));
        })
    };
    assert_eq!(says(rule, &sent("2026-04-10"), "2026-03-25"), ["unmet meetings/m1/next_on [offered]"]);
    assert_eq!(says(rule, &sent("2026-04-11"), "2026-03-25"), ["met"], "a Saturday");
    assert_eq!(says(rule, &sent("2026-04-13"), "2026-03-25"), ["met"]);
    let offered = fact(&findings(rule, &sent("2026-04-10"), "2026-03-25", &[])[0], "earliest");
    assert_eq!(offered, Some("Day(2026-04-13)".to_owned()));
    let lenient = [("notice-count", "exclude-notice-day-only")];
    assert_eq!(reads(rule, &sent("2026-04-10"), "2026-03-25", &lenient), ["met"]);
    assert_eq!(
        reads(rule, &sent("2026-04-09"), "2026-03-25", &lenient),
        ["unmet meetings/m1/next_on [offered]"]
    );
    assert_eq!(says(rule, &sent("2026-04-10"), "2026-04-11"), ["not applicable"], "it has been");
    let mut urgent = sent("2026-03-30");
    urgent.meetings[0].urgent = yes();
    assert_eq!(says(rule, &urgent, "2026-03-25"), ["met"]);
    let mut ended = sent("2026-04-10");
    ended.plan.ended_on = on("2026-03-25");
    assert_eq!(says(rule, &ended, "2026-03-25"), ["not applicable"]);
}

#[test]
fn notice_too_short_while_it_can_still_be_sent() {
    let rule = "notice-too-short";
    let record = held(|row| (row.next_set_in_meeting, row.next_on) = (no(), on("2026-04-13")));
    // From Thursday 26 March only nine working days lie between.
    assert_eq!(says(rule, &record, "2026-03-25"), ["due 2026-03-25 meetings/m1/notice_sent_on"]);
    assert_eq!(says(rule, &record, "2026-03-26"), ["unmet meetings/m1/next_on [offered]"]);
    let set = held(|row| (row.next_set_in_meeting, row.next_on) = (yes(), on("2026-03-30")));
    assert_eq!(says(rule, &set, "2026-03-25"), ["not applicable"], "set in the meeting");
    let unsaid = held(|row| row.next_on = on("2026-03-30"));
    assert_eq!(says(rule, &unsaid, "2026-03-25"), ["unknown meetings/m1/next_set_in_meeting"]);
    assert_eq!(says(rule, &held(|row| row.next_set_in_meeting = no()), "2026-03-25"), ["not applicable"]);
    let mut far = held(|row| (row.next_set_in_meeting, row.next_on) = (no(), on("2028-01-10")));
    far.meetings[0].notice_sent_on = on("2027-12-28");
    assert_eq!(says(rule, &far, "2027-12-28"), ["unknown meetings/m1/notice_sent_on [calendar]"]);
}

#[test]
fn chair_outside_childrens_services() {
    let rule = "chair-outside-childrens-services";
    let mut record = held(|row| row.chair = Link::to(&id("p1")));
    assert_eq!(says(rule, &started(), "2026-03-25"), ["not applicable"]);
    assert_eq!(says(rule, &record, "2026-03-25"), ["unknown meetings/m1/chair"], "nobody with that id");
    record.professionals.push(professional("p1", ProfessionalRole::Teacher));
    assert_eq!(says(rule, &record, "2026-03-25"), ["unknown professionals/p1/agency [no-agency]"]);
    record.agencies.push(row("a1"));
    assert_eq!(says(rule, &record, "2026-03-25"), ["unknown agencies/a1/kind [no-agency]"]);
    record.agencies = vec![agency(AgencyKind::Education)];
    assert_eq!(says(rule, &record, "2026-03-25"), ["unmet meetings/m1/chair"]);
    record.agencies = vec![agency(AgencyKind::ChildrensServices)];
    assert_eq!(says(rule, &record, "2026-03-25"), ["met"]);
    record.meetings[0].kind = Typed::Given(MeetingKind::Professionals);
    assert_eq!(says(rule, &record, "2026-03-25"), ["not applicable"]);
}

#[test]
fn chair_not_team_manager() {
    let rule = "chair-not-team-manager";
    let mut record = held(|row| row.chair = Link::to(&id("p1")));
    assert_eq!(says(rule, &record, "2026-03-25"), ["not applicable"], "who chairs is another rule's");
    record.professionals.push(professional("p1", ProfessionalRole::SocialWorker));
    assert_eq!(says(rule, &record, "2026-03-25"), ["unmet meetings/m1/chair_designated"]);
    record.meetings[0].chair_designated = yes();
    assert_eq!(says(rule, &record, "2026-03-25"), ["met"]);
    record.meetings[0].chair_designated = no();
    record.professionals[0].role = Typed::Given(ProfessionalRole::TeamManager);
    assert_eq!(says(rule, &record, "2026-03-25"), ["met"]);
    record.professionals[0].role = Typed::Blank;
    assert_eq!(says(rule, &record, "2026-03-25"), ["unknown professionals/p1/role"]);
}
