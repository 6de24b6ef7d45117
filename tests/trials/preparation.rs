//! Trials of the rules on preparing a meeting.

use crate::spoken::says;
use crate::trial::{day, id, on, row};
use team_around::record::codes::{IntervalUnit, YesNo};
use team_around::record::meeting::{HelpToAttend, Meeting, MeetingFormat, MeetingKind, MeetingStatus};
use team_around::record::professionals::AgencyKind;
use team_around::record::{Link, Record, Typed};

const TODAY: &str = "2026-03-02";

/// The rules on preparing, each with what it says of a meeting of which only the kind, the day and the purpose are known.
const BLANK: [(&str, &str); 11] = [
    ("meeting-frequency-missing", "meetings/m/frequency_every"),
    ("agenda-missing", "agenda"),
    ("agenda-sending-not-answered", "meetings/m/agenda_in_advance"),
    ("agenda-owner-missing", "meetings/m/agenda_owner"),
    ("recording-not-settled", "meetings/m/recorded_how"),
    ("circulation-owner-missing", "meetings/m/circulated_by"),
    ("members-not-told-how", "meetings/m/members_told_how"),
    ("invitations-not-from-childrens-services", "attendance"),
    ("venue-access-not-answered", "meetings/m/venue_accessible"),
    ("help-to-attend-not-offered", "meetings/m/help_to_attend"),
    ("meeting-kind-missing", "meetings/m/kind"),
];

fn meeting(name: &str, kind: MeetingKind, held_on: &str) -> Meeting {
    let mut meeting: Meeting = row(name);
    meeting.kind = Typed::Given(kind);
    meeting.on = on(held_on);
    let held = day(held_on) <= day(TODAY);
    meeting.status = Typed::Given(if held { MeetingStatus::Held } else { MeetingStatus::Planned });
    meeting.purpose = "To agree the plan.".into();
    meeting
}

/// A review that is planned for the day `held_on`, or was held on it.
pub fn planned(held_on: &str) -> Record {
    let meetings = vec![meeting("m", MeetingKind::ChildInNeedReview, held_on)];
    Record { meetings, ..Record::default() }
}

fn kindless(rule: &str, mut record: Record) -> Record {
    if rule == "meeting-kind-missing" {
        record.meetings.iter_mut().for_each(|row| row.kind = Typed::Blank);
    }
    record
}

#[test]
fn a_meeting_of_which_nothing_is_known_is_asked_for_everything() {
    for (rule, place) in BLANK {
        let said = says(rule, &kindless(rule, planned("2026-03-20")), TODAY);
        assert!(said[0].starts_with(&format!("unmet {place}")), "{rule}: {said:?}");
        let said = says(rule, &kindless(rule, planned(TODAY)), TODAY);
        assert!(said[0].starts_with("unmet "), "{rule}: the last that was held: {said:?}");
    }
}

#[test]
fn a_meeting_named_by_its_day_alone_is_asked_for_nothing() {
    for (rule, _) in BLANK.into_iter().chain([("meeting-has-own-procedure", "")]) {
        let mut record = kindless(rule, planned("2026-03-20"));
        record.meetings[0].purpose = "".into();
        if rule == "meeting-has-own-procedure" {
            record.meetings[0].kind = Typed::Given(MeetingKind::StrategyDiscussion);
        }
        let silent = if rule == "meeting-has-own-procedure" { ["met"] } else { ["not applicable"] };
        assert_eq!(says(rule, &record, TODAY), silent, "{rule}");
        assert_eq!(says(rule, &Record::default(), TODAY), silent, "{rule}");
    }
}

#[test]
fn an_older_meeting_is_history() {
    for (rule, place) in BLANK {
        let mut record = planned("2026-01-12");
        record.meetings.push(meeting("later", MeetingKind::ChildInNeedReview, "2026-02-23"));
        let said = says(rule, &kindless(rule, record), TODAY);
        assert!(said.iter().all(|line| !line.contains("meetings/m/")), "{rule}: {said:?}");
        assert!(
            place == "agenda" || place == "attendance" || said[0].contains("meetings/later/"),
            "{said:?}"
        );
    }
}

#[test]
fn a_meeting_with_a_procedure_of_its_own_is_asked_for_nothing_else() {
    for (rule, _) in BLANK {
        let mut record = planned("2026-03-20");
        record.meetings[0].kind = Typed::Given(MeetingKind::InitialConference);
        assert_eq!(says(rule, &record, TODAY), ["not applicable"], "{rule}");
    }
}

#[test]
fn one_answer_settles_what_is_one_question() {
    type Settle = fn(&mut Record);
    let settled: [(&str, Settle); 5] = [
        ("agenda-sending-not-answered", |record| {
            record.meetings[0].agenda_in_advance = Typed::Given(YesNo::No)
        }),
        ("agenda-owner-missing", |record| record.meetings[0].agenda_owner = Link::to(&id("sw"))),
        ("circulation-owner-missing", |record| record.meetings[0].circulated_by = Link::to(&id("sw"))),
        ("members-not-told-how", |record| record.meetings[0].members_told_how = "By secure e-mail".into()),
        ("agenda-missing", |record| {
            record.agenda.push(row("a"));
            record.agenda[0].meeting = Link::to(&id("m"));
            record.agenda[0].what = "School".into();
        }),
    ];
    for (rule, settle) in settled {
        let mut record = planned("2026-03-20");
        settle(&mut record);
        assert_eq!(says(rule, &record, TODAY), ["met"], "{rule}");
    }
}

#[test]
fn meeting_frequency_missing() {
    let says = |record: &Record| says("meeting-frequency-missing", record, TODAY);
    let mut record = planned("2026-03-20");
    assert_eq!(says(&record), ["unmet meetings/m/frequency_every"]);
    record.meetings[0].frequency_every = Typed::Given(6);
    assert_eq!(says(&record), ["unmet meetings/m/frequency_unit [unit-missing]"]);
    record.meetings[0].frequency_unit = Typed::Given(IntervalUnit::Weeks);
    assert_eq!(says(&record), ["met"]);
    record.meetings[0].frequency_every = Typed::Unread("often".to_owned());
    assert_eq!(says(&record), ["unknown meetings/m/frequency_every"]);
}

#[test]
fn an_agenda_item_without_words_is_no_agenda() {
    let says = |record: &Record| says("agenda-missing", record, TODAY);
    let mut record = planned("2026-03-20");
    record.agenda.push(row("a"));
    record.agenda[0].what = "School".into();
    assert_eq!(says(&record), ["unmet agenda"], "an item of no meeting");
    record.agenda[0].meeting = Link::to(&id("m"));
    record.agenda[0].what = " ".into();
    assert_eq!(says(&record), ["unmet agenda/a/what"]);
}

/// The guide gives no number: the group's own is five days before the meeting of 20 March.
fn five_days_before() -> Record {
    let mut record = planned("2026-03-20");
    record.meetings[0].agenda_in_advance = Typed::Given(YesNo::Yes);
    record.meetings[0].agenda_days_before = Typed::Given(5);
    record
}

#[test]
fn agenda_not_in_time() {
    let says = |record: &Record, today: &str| says("agenda-not-in-time", record, today);
    let mut record = five_days_before();
    assert_eq!(says(&record, TODAY), ["due 2026-03-15 meetings/m/agenda_sent_on"]);
    assert_eq!(says(&record, "2026-03-15"), ["due 2026-03-15 meetings/m/agenda_sent_on"], "the last day");
    assert_eq!(says(&record, "2026-03-16"), ["unmet 2026-03-15 meetings/m/agenda_sent_on [not-sent]"]);
    record.meetings[0].agenda_sent_on = on("2026-03-15");
    assert_eq!(says(&record, "2026-03-16"), ["met"], "exactly five days before");
    record.meetings[0].agenda_sent_on = on("2026-03-16");
    assert_eq!(says(&record, "2026-03-16"), ["unmet 2026-03-15 meetings/m/agenda_sent_on [late]"]);
    record.meetings[0].status = Typed::Given(MeetingStatus::Held);
    assert_eq!(says(&record, "2026-03-20"), ["met"], "late and since held is history");
    record.meetings[0].agenda_days_before = Typed::Blank;
    assert_eq!(says(&record, "2026-03-20"), ["unmet meetings/m/agenda_days_before"]);
}

#[test]
fn an_agenda_is_timed_only_where_it_goes_out_beforehand_and_the_day_is_known() {
    let says = |record: &Record| says("agenda-not-in-time", record, TODAY);
    let mut record = five_days_before();
    record.meetings[0].on = Typed::Blank;
    assert_eq!(says(&record), ["unknown meetings/m/agenda_sent_on [no-day]"]);
    record.meetings[0].on = on("2026-03-20");
    record.meetings[0].agenda_sent_on = Typed::Unread("Tuesday".to_owned());
    assert_eq!(says(&record), ["unknown meetings/m/agenda_sent_on"]);
    record.meetings[0].agenda_days_before = Typed::Unread("a few".to_owned());
    assert_eq!(says(&record), ["unknown meetings/m/agenda_days_before"]);
    record.meetings[0].agenda_days_before = Typed::Given(u32::MAX);
    assert_eq!(says(&record), ["unknown meetings/m/agenda_days_before"]);
    record.meetings[0].agenda_days_before = Typed::Given(0);
    record.meetings[0].agenda_sent_on = on("2026-03-20");
    assert_eq!(says(&record), ["met"], "on the day itself, where the group says none before");
    record.meetings[0].agenda_in_advance = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["not applicable"]);
    record.meetings[0].purpose = "".into();
    record.meetings[0].agenda_in_advance = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["not applicable"], "named by its day alone");
}

#[test]
fn recording_not_settled() {
    let says = |record: &Record| says("recording-not-settled", record, TODAY);
    let mut record = planned("2026-03-20");
    let recorder = "unmet meetings/m/recorder [recorder-missing]";
    assert_eq!(says(&record), ["unmet meetings/m/recorded_how", recorder]);
    record.meetings[0].recorded_how = "Typed notes on this form".into();
    assert_eq!(says(&record), [recorder]);
    record.meetings[0].recorder = Link::to(&id("sw"));
    assert_eq!(says(&record), ["met"]);
}

/// A review to which the school's teacher is asked, and whose invitations somebody sent.
fn invited_by(kind: AgencyKind) -> Record {
    let mut record = planned("2026-03-20");
    record.agencies = vec![row("own"), row("school")];
    record.agencies[0].kind = Typed::Given(kind);
    record.professionals = vec![row("sw"), row("teacher")];
    record.professionals[0].agency = Link::to(&id("own"));
    record.professionals[1].agency = Link::to(&id("school"));
    record.attendance = vec![row("t")];
    record.attendance[0].person = Link::to(&id("teacher"));
    record.attendance[0].meeting = Link::to(&id("m"));
    record.attendance[0].invited = Typed::Given(team_around::record::attendance::Invited::Part);
    record.meetings[0].invitations_sent_by = Link::to(&id("sw"));
    record
}

#[test]
fn invitations_not_from_childrens_services() {
    let says = |record: &Record| says("invitations-not-from-childrens-services", record, TODAY);
    let sender = "meetings/m/invitations_sent_by";
    let mut record = invited_by(AgencyKind::ChildrensServices);
    assert_eq!(says(&record), ["met"]);
    record.meetings[0].invitations_sent_by = Link::to(&id("teacher"));
    assert_eq!(says(&record), [format!("unknown {sender}")], "what the school does is not said");
    record.agencies[1].kind = Typed::Given(AgencyKind::Education);
    assert_eq!(says(&record), [format!("unmet {sender} [other-agency]")]);
    record.meetings[0].invitations_sent_by = Link::default();
    assert_eq!(says(&record), [format!("unmet {sender}")]);
    record.attendance[0].person = Link::to(&id("mother"));
    assert_eq!(says(&record), ["unmet attendance [nobody-invited]".to_owned(), format!("unmet {sender}")]);
    for kind in [MeetingKind::Professionals, MeetingKind::TeamAroundTheChild] {
        record.meetings[0].kind = Typed::Given(kind);
        assert_eq!(says(&record), ["not applicable"]);
    }
}

#[test]
fn venue_access_not_answered() {
    let says = |record: &Record| says("venue-access-not-answered", record, TODAY);
    let mut record = planned("2026-03-20");
    for format in [MeetingFormat::InPerson, MeetingFormat::Hybrid] {
        record.meetings[0].format = Typed::Given(format);
        assert_eq!(says(&record), ["unmet meetings/m/venue_accessible"]);
    }
    record.meetings[0].venue_accessible = Typed::Given(YesNo::Yes);
    assert_eq!(says(&record), ["met"]);
    record.meetings[0].venue_accessible = Typed::Given(YesNo::No);
    assert_eq!(says(&record), ["unmet meetings/m/venue_access_detail [detail-missing]"]);
    record.meetings[0].venue_access_detail = "A ramp is borrowed for the day.".into();
    assert_eq!(says(&record), ["met"]);
    record.meetings[0].venue_accessible = Typed::Blank;
    record.meetings[0].format = Typed::Given(MeetingFormat::Virtual);
    assert_eq!(says(&record), ["not applicable"]);
    record.meetings[0].format = Typed::Blank;
    record.meetings[0].kind = Typed::Given(MeetingKind::Professionals);
    assert_eq!(says(&record), ["not applicable"]);
}

#[test]
fn help_to_attend_not_offered() {
    let says = |record: &Record| says("help-to-attend-not-offered", record, TODAY);
    let mut record = planned("2026-03-20");
    assert_eq!(says(&record), ["unmet meetings/m/help_to_attend"]);
    record.meetings[0].help_to_attend = Typed::Given(HelpToAttend::NotYet);
    assert_eq!(says(&record), ["unmet meetings/m/help_to_attend [not-yet]"]);
    for help in [HelpToAttend::Offered, HelpToAttend::NotNeeded] {
        record.meetings[0].help_to_attend = Typed::Given(help);
        assert_eq!(says(&record), ["met"]);
    }
    record.meetings[0].kind = Typed::Given(MeetingKind::Professionals);
    assert_eq!(says(&record), ["not applicable"]);
}
