//! Trials of the rules on the child and a meeting: who is asked, who comes, and who speaks for a child who does not.

use crate::gathering::{NOBODY, TODAY, attendance, kind_for, to_come, with_wren, wren};
use crate::spoken::{facts, says};
use crate::trial::{id, on, row};
use team_around::record::attendance::{Attended, ChildAbsence, ChildAtMeeting, Invited};
use team_around::record::attendance::{Participation, Participation::SpokeThemselves};
use team_around::record::codes::{YesNo, YesNoUnknown};
use team_around::record::meeting::{MeetingKind, MeetingStatus};
use team_around::record::{Link, Record, Typed};

#[test]
fn rules_on_the_children_ask_after_each_child_who_is_born() {
    for (rule, line) in NOBODY.into_iter().filter(|(_, line)| line.contains("children_at")) {
        let mut record = with_wren();
        kind_for(rule, &mut record);
        record.children.push(row("robin"));
        assert!(says(rule, &record, TODAY).contains(&line.to_owned()), "{rule}: nothing is said of Robin");
        record.children[1].expected_date_of_birth = on("2026-06-01");
        assert!(!says(rule, &record, TODAY).contains(&line.to_owned()), "{rule}: Robin is not born yet");
        record.children.remove(0);
        assert_eq!(says(rule, &record, TODAY), ["not applicable"], "{rule}: nobody is");
        record.children.clear();
        assert_eq!(says(rule, &record, TODAY)[0], "unknown children_at_meetings", "{rule}");
    }
}

#[test]
fn child_invitation_not_answered() {
    let says = |record: &Record| says("child-invitation-not-answered", record, TODAY);
    let mut record = with_wren();
    assert_eq!(says(&record), ["unmet children_at_meetings/w/invited"]);
    for invited in [Invited::Whole, Invited::Part] {
        wren(&mut record).invited = Typed::Given(invited);
        assert_eq!(says(&record), ["met"]);
    }
    wren(&mut record).invited = Typed::Given(Invited::No);
    assert_eq!(says(&record), ["unmet children_at_meetings/w/absence [reason-missing]"]);
    wren(&mut record).absence = Typed::Given(ChildAbsence::Inappropriate);
    assert_eq!(says(&record), ["met"]);
    wren(&mut record).invited = Typed::Given(Invited::Unsafe);
    assert_eq!(says(&record), ["unmet children_at_meetings/w/absence_detail [unsafe-without-reason]"]);
    wren(&mut record).absence_detail = "The Team Manager: her father may be there.".into();
    assert_eq!(says(&record), ["met"]);
    wren(&mut record).invited = Typed::Unread("maybe".to_owned());
    assert_eq!(says(&record), ["unknown children_at_meetings/w/invited"]);
}

#[test]
fn child_attendance_not_answered() {
    let says = |record: &Record| says("child-attendance-not-answered", record, TODAY);
    let mut record = with_wren();
    assert_eq!(says(&record), ["unmet children_at_meetings/w/invited"]);
    for can in [YesNo::Yes, YesNo::No] {
        wren(&mut record).can_attend = Typed::Given(can);
        assert_eq!(says(&record), ["met"]);
    }
    wren(&mut record).can_attend = Typed::Unread("perhaps".to_owned());
    assert_eq!(says(&record), ["unknown children_at_meetings/w/can_attend"]);
    wren(&mut record).can_attend = Typed::Blank;
    wren(&mut record).invited = Typed::Given(Invited::Part);
    assert_eq!(says(&record), ["met"], "it was decided that she is asked");
}

#[test]
fn child_support_not_answered() {
    let says = |record: &Record| says("child-support-not-answered", record, TODAY);
    let mut record = with_wren();
    let support = "unmet children_at_meetings/w/needs_support";
    assert_eq!(says(&record), [support, "unmet voices [advocate]"]);
    record.voices.push(row("v"));
    assert_eq!(says(&record), [support, "unmet voices/v/needs_advocate [advocate]"]);
    record.voices[0].needs_advocate = Typed::Given(YesNoUnknown::No);
    assert_eq!(says(&record), [support]);
    wren(&mut record).needs_support = Typed::Given(YesNoUnknown::Yes);
    assert_eq!(says(&record), ["unmet children_at_meetings/w/support [support-missing]"]);
    wren(&mut record).support = "Her key worker sits beside her.".into();
    assert_eq!(says(&record), ["met"]);
    record.voices.clear();
    wren(&mut record).advocate = Link::to(&id("teacher"));
    assert_eq!(says(&record), ["met"], "an advocate at this meeting");
}

#[test]
fn absent_child_views_not_planned() {
    let says = |record: &Record| says("absent-child-views-not-planned", record, TODAY);
    let mut record = with_wren();
    assert_eq!(says(&record), ["not applicable"], "nothing says that she is not there");
    wren(&mut record).can_attend = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["unmet children_at_meetings/w/views_found_out_how"]);
    wren(&mut record).views_found_out_how = "Her teacher asks her on Monday.".into();
    assert_eq!(says(&record), ["met"]);
    wren(&mut record).views_found_out_how = "".into();
    wren(&mut record).attended = Typed::Given(Attended::InPart);
    assert_eq!(says(&record), ["not applicable"], "she came all the same");
    record.meetings[0].kind = Typed::Given(MeetingKind::Professionals);
    assert_eq!(says(&record), ["unmet children_at_meetings/w/views_found_out_how"], "as if she were absent");
    record.meetings[0].family_views_how = "The social worker saw both on Friday.".into();
    assert_eq!(says(&record), ["met"]);
}

/// audit.md 1a.7: whether or not the child comes.
#[test]
fn a_childs_views_are_brought_whether_or_not_the_child_comes() {
    type Settle = fn(&mut ChildAtMeeting);
    let rules: [(&str, &str, Settle); 2] = [
        ("child-not-represented", "represented_by", |row| row.represented_by = Link::to(&id("wren"))),
        ("child-views-presentation-missing", "presented_how", |row| row.presented_how = "A drawing.".into()),
    ];
    for (rule, key, settle) in rules {
        for attended in [Typed::Blank, Typed::Given(Attended::Present), Typed::Given(Attended::Apologies)] {
            let mut record = with_wren();
            wren(&mut record).attended = attended;
            assert_eq!(says(rule, &record, TODAY), [format!("unmet children_at_meetings/w/{key}")]);
            settle(wren(&mut record));
            assert_eq!(says(rule, &record, TODAY), ["met"]);
        }
        let mut record = with_wren();
        wren(&mut record).participation = Typed::Given(SpokeThemselves);
        assert_eq!(says(rule, &record, TODAY), ["met"], "she spoke for herself");
        wren(&mut record).participation = Typed::Given(Participation::AttendedSilent);
        assert_eq!(says(rule, &record, TODAY), [format!("unmet children_at_meetings/w/{key}")]);
    }
}

#[test]
fn agency_cannot_speak_for_child() {
    let rule = "agency-cannot-speak-for-child";
    let says = |record: &Record| says(rule, record, TODAY);
    let mut record = with_wren();
    assert_eq!(says(&record), ["not applicable"]);
    wren(&mut record).attended = Typed::Given(Attended::Apologies);
    assert_eq!(says(&record), ["unknown agencies/school/in_contact_with_child"]);
    record.agencies[0].in_contact_with_child = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["unmet attendance [nobody-held]"]);
    assert!(facts(rule, &record, TODAY).contains("Elm Road School"));
    record.attendance.push(attendance("t", "teacher", "m"));
    record.attendance[0].invited = Typed::Given(Invited::Whole);
    assert_eq!(
        says(&record),
        ["unmet attendance [nobody-held]"],
        "asked, and nothing says that anybody came"
    );
    record.attendance[0].attended = Typed::Given(Attended::Present);
    assert_eq!(says(&record), ["unmet attendance/t/can_represent_child"]);
    record.attendance[0].can_represent_child = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["unmet attendance/t/can_represent_child [cannot-held]"]);
    record.attendance[0].can_represent_child = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["met"]);
    record.agencies.push(row("clinic"));
    record.agencies[1].in_contact_with_child = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["unmet attendance [nobody-held]"], "each agency, not one for all");
    record.agencies[1].in_contact_with_child = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["met"]);

    record.meetings[0].status = Typed::Given(MeetingStatus::Planned);
    let row = &mut record.children_at_meetings[0];
    (row.attended, row.can_attend) = (Typed::Blank, Typed::Given(YesNo::Yes));
    record.attendance.clear();
    assert_eq!(says(&record), ["not applicable"], "the child comes");
    record.children_at_meetings[0].absence = Typed::Given(ChildAbsence::Declined);
    assert_eq!(
        says(&record),
        ["unmet attendance [nobody]"],
        "the child could, and would rather not (HANTS-PART-04)"
    );
    let views = "absent-child-views-not-planned";
    assert_eq!(
        crate::spoken::says(views, &record, TODAY),
        ["unmet children_at_meetings/w/views_found_out_how"]
    );
}

#[test]
fn before_a_meeting_whoever_is_asked_and_has_not_declined_is_coming() {
    let says = |record: &Record| says("agency-cannot-speak-for-child", record, TODAY);
    let mut record = to_come(with_wren());
    wren(&mut record).invited = Typed::Given(Invited::No);
    record.agencies[0].in_contact_with_child = Typed::Given(YesNo::Yes);
    record.attendance.push(attendance("t", "teacher", "m"));
    record.attendance[0].can_represent_child = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["unmet attendance [nobody]"], "not asked yet");
    record.attendance[0].invited = Typed::Given(Invited::Part);
    assert_eq!(says(&record), ["met"]);
    record.attendance[0].attended = Typed::Given(Attended::Apologies);
    assert_eq!(says(&record), ["unmet attendance [nobody]"]);
}
