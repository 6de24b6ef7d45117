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

fn planned(name: &str, on_day: &str, follows: &str) -> Meeting {
    let status = Typed::Given(MeetingStatus::Planned);
    Meeting { status, follows: Link::to(&id(follows)), ..review(name, on_day) }
}

#[test]
fn a_prepared_meeting_that_was_moved_is_on_its_own_day_and_wants_notice_of_it() {
    let (notice, late) = ("notice-too-short", "review-set-too-late");
    // Set in the meeting for 6 May, six weeks later; then moved to the 20th.
    let mut record = held(|row| (row.next_on, row.next_set_in_meeting) = (on("2026-05-06"), yes()));
    assert_eq!(says(late, &record, "2026-03-26"), ["not applicable"]);
    record.meetings.push(planned("m2", "2026-05-06", "m1"));
    assert_eq!(
        says(notice, &record, "2026-03-26"),
        ["not applicable"],
        "the day that was set in the meeting"
    );
    record.meetings[1].on = on("2026-05-20");
    assert_eq!(says(late, &record, "2026-03-26"), ["unmet 2026-05-06 meetings/m2/on"]);
    // Ten clear working days before Wednesday 20 May, with no bank holiday between them: Tuesday 5 May.
    assert_eq!(says(notice, &record, "2026-03-26"), ["due 2026-05-05 meetings/m2/invitations_sent_on"]);
    record.meetings[1].invitations_sent_on = on("2026-05-05");
    assert_eq!(says(notice, &record, "2026-05-05"), ["met"]);
    record.meetings[1].invitations_sent_on = on("2026-05-06");
    assert_eq!(says(notice, &record, "2026-05-06"), ["unmet meetings/m2/on [offered]"]);
}

#[test]
fn a_meeting_about_something_else_is_neither_the_plans_last_nor_its_next() {
    let mut record = held(|row| (row.next_on, row.next_set_in_meeting) = (on("2026-06-10"), yes()));
    let late = says("review-set-too-late", &record, "2026-03-26");
    assert_eq!(late, ["unmet 2026-05-06 meetings/m1/next_on"]);
    for kind in [MeetingKind::Generic, MeetingKind::TeamAroundTheChild] {
        let other = Meeting { kind: Typed::Given(kind), ..planned("g1", "2026-04-20", "g0") };
        let mut record = record.clone();
        record.meetings.push(other.clone());
        assert_eq!(
            says("review-set-too-late", &record, "2026-03-26"),
            late,
            "one that is planned hides nothing"
        );
        record.meetings[1] = Meeting { status: Typed::Given(MeetingStatus::Held), ..other };
        assert_eq!(
            says("review-set-too-late", &record, "2026-04-21"),
            late,
            "one that was held is not the last"
        );
    }
    record.meetings[0].kind = Typed::Given(MeetingKind::Generic);
    assert_eq!(
        says("review-set-too-late", &record, "2026-03-26"),
        late,
        "where there are no others it is the plan’s"
    );
    record.meetings.push(planned("m2", "2026-09-01", "m0"));
    assert_eq!(
        says("review-set-too-late", &record, "2026-03-26"),
        late,
        "and stays so until another group has met about it"
    );
}
