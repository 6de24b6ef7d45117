//! Trials of the rules on what the child says and what comes of it.

use crate::trial::{id, on, row, says};
use team_around::record::codes::{YesNo, YesNoUnknown};
use team_around::record::meeting::{Meeting, MeetingKind, MeetingStatus};
use team_around::record::voice::{Reflects, ViewSource, Voice};
use team_around::record::{Choices, Link, Record, Typed};

const TODAY: &str = "2026-03-02";

fn voice(name: &str, child: &str) -> Voice {
    let mut voice: Voice = row(name);
    voice.child = Link::to(&id(child));
    voice
}

/// A record of two children, one of whom has an empty row of views, and of one who is not born yet.
fn siblings() -> Record {
    let children = vec![row("c1"), row("c2"), row("c3")];
    let mut record = Record { children, voices: vec![voice("v1", "c1")], ..Record::default() };
    record.children[2].expected_date_of_birth = on("2026-06-01");
    record
}

/// A rule that asks one thing of each child who is born.
fn per_child(rule: &str, key: &str, answer: impl Fn(&mut Voice)) {
    let says = |record: &Record| says(rule, record, TODAY);
    assert_eq!(says(&Record::default()), ["unknown children"]);
    let mut record = siblings();
    assert_eq!(says(&record), ["unmet voices".to_owned(), format!("unmet voices/v1/{key}")]);
    answer(&mut record.voices[0]);
    assert_eq!(says(&record), ["unmet voices"]);
    record.voices.push(voice("v2", "c2"));
    assert_eq!(says(&record), [format!("unmet voices/v2/{key}")]);
    answer(&mut record.voices[1]);
    assert_eq!(says(&record), ["met"]);
    record.children.drain(..2);
    assert_eq!(says(&record), ["not applicable"], "nobody is born yet");
}

#[test]
fn child_views_now_missing() {
    per_child("child-views-now-missing", "views_now", |voice| voice.views_now = "Home is loud.".into());
}

#[test]
fn views_of_an_only_child_need_not_name_the_child() {
    let mut record = Record::default();
    record.children.push(row("c1"));
    record.voices.push(row("v1"));
    assert_eq!(says("child-views-now-missing", &record, TODAY), ["unmet voices/v1/views_now"]);
    record.children.push(row("c2"));
    assert_eq!(says("child-views-now-missing", &record, TODAY), ["unmet voices"]);
}

#[test]
fn child_views_past_missing() {
    let rule = "child-views-past-missing";
    per_child(rule, "views_past", |voice| voice.views_past = "We moved three times.".into());
    per_child(rule, "views_past", |voice| voice.views_past_not_explored = "Aged five months.".into());
}

#[test]
fn views_without_influence() {
    per_child("views-without-influence", "influence", |voice| {
        voice.influence = "Contact on Saturdays.".into()
    });
}

#[test]
fn views_method_missing() {
    per_child("views-method-missing", "how_obtained_next", |voice| {
        voice.how_obtained_next = "Her key worker asks before each review.".into();
    });
}

#[test]
fn view_sources_missing() {
    per_child("view-sources-missing", "sources", |voice| {
        voice.sources = Choices(vec![Typed::Given(ViewSource::Observation)]);
    });
}

#[test]
fn other_sources_are_said_in_words() {
    let says = |record: &Record| says("view-sources-missing", record, TODAY);
    let mut record = Record::default();
    record.children.push(row("c1"));
    record.voices.push(voice("v1", "c1"));
    record.voices[0].sources =
        Choices(vec![Typed::Given(ViewSource::Statements), Typed::Given(ViewSource::Other)]);
    assert_eq!(says(&record), ["unmet voices/v1/sources_detail [detail-missing]"]);
    record.voices[0].sources_detail = "A film she made.".into();
    assert_eq!(says(&record), ["met"]);
    record.voices[0].sources = Choices(vec![Typed::Unread("dreams".to_owned())]);
    assert_eq!(says(&record), ["unknown voices/v1/sources"]);
}

#[test]
fn views_not_followed_without_reason() {
    let says = |record: &Record| says("views-not-followed-without-reason", record, TODAY);
    assert_eq!(says(&Record::default()), ["not applicable"]);
    let mut record = siblings();
    assert_eq!(says(&record), ["unknown voices/v1/reflects"]);
    record.voices[0].reflects = Typed::Given(Reflects::Yes);
    assert_eq!(says(&record), ["not applicable"]);
    for reflects in [Reflects::Partly, Reflects::No] {
        record.voices[0].reflects = Typed::Given(reflects);
        record.voices[0].not_followed_reason = "".into();
        assert_eq!(says(&record), ["unmet voices/v1/not_followed_reason"]);
        record.voices[0].not_followed_reason = "It is not safe at Dad's yet.".into();
        assert_eq!(says(&record), ["met"]);
    }
}

#[test]
fn advocate_not_answered() {
    let says = |record: &Record| says("advocate-not-answered", record, TODAY);
    let mut record = Record::default();
    record.children.push(row("c1"));
    assert_eq!(says(&record), ["unmet voices"]);
    record.voices.push(voice("v1", "c1"));
    let need = "unmet voices/v1/needs_advocate [need-missing]";
    assert_eq!(says(&record), ["unmet voices/v1/has_advocate", need]);
    record.voices[0].has_advocate = Typed::Given(YesNo::No);
    assert_eq!(says(&record), [need], "two questions");
    record.voices[0].needs_advocate = Typed::Given(YesNoUnknown::Unknown);
    assert_eq!(says(&record), ["met"]);
    record.voices[0].has_advocate = Typed::Given(YesNo::Yes);
    record.voices[0].needs_advocate = Typed::Blank;
    assert_eq!(says(&record), ["met"], "who has one is not asked whether they need one");
}

/// A meeting of one series, held or still to come.
fn meeting(name: &str, on_day: &str, status: MeetingStatus) -> Meeting {
    let kind = Typed::Given(MeetingKind::ChildInNeedReview);
    let purpose = "To see how things are.".into();
    Meeting { kind, purpose, on: on(on_day), status: Typed::Given(status), ..row(name) }
}

#[test]
fn views_from_before_the_last_meeting_are_not_those_of_now() {
    let says = |record: &Record| says("child-views-not-current", record, TODAY);
    let mut record = Record { children: vec![row("c1")], ..Record::default() };
    record.voices.push(voice("v1", "c1"));
    record.voices[0].views_now = "Nights are loud.".into();
    record.meetings.push(meeting("m1", "2026-01-20", MeetingStatus::Held));
    assert_eq!(says(&record), ["not applicable"], "there is no meeting before the first");

    record.meetings.push(meeting("m2", "2026-03-09", MeetingStatus::Planned));
    assert_eq!(says(&record), ["due 2026-03-09 voices/v1/heard_on [undated-due]"]);
    record.voices[0].heard_on = on("2026-01-20");
    assert_eq!(says(&record), ["due 2026-03-09 voices/v1/heard_on"]);
    record.voices[0].heard_on = on("2026-01-21");
    assert_eq!(says(&record), ["met"]);

    record.meetings[1] = meeting("m2", "2026-03-02", MeetingStatus::Held);
    assert_eq!(says(&record), ["met"], "heard between the two");
    record.voices[0].heard_on = on("2026-01-18");
    assert_eq!(says(&record), ["unmet voices/v1/heard_on"]);
    record.voices[0].heard_on = Typed::Blank;
    assert_eq!(says(&record), ["unmet voices/v1/heard_on [undated]"]);
    record.voices[0].heard_on = Typed::Unread("in spring".into());
    assert_eq!(says(&record), ["unknown voices/v1/heard_on"]);

    record.voices[0].heard_on = on("2026-02-20");
    record.meetings.push(meeting("m3", "2026-04-20", MeetingStatus::Planned));
    assert_eq!(
        says(&record),
        ["due 2026-04-20 voices/v1/heard_on"],
        "the next one wants to hear the child again"
    );
    record.voices[0].heard_on = on("2026-01-02");
    assert_eq!(says(&record), ["unmet voices/v1/heard_on"], "what is missing already is said once");
    record.voices[0].views_now = "".into();
    assert_eq!(says(&record), ["not applicable"], "that nothing is written is another rule's");
}

#[test]
fn a_meeting_without_a_day_cannot_tell_how_old_the_views_are() {
    let says = |record: &Record| says("child-views-not-current", record, TODAY);
    let mut record =
        Record { children: vec![row("c1")], voices: vec![voice("v1", "c1")], ..Record::default() };
    record.voices[0].views_now = "Nights are loud.".into();
    record.voices[0].heard_on = on("2026-01-18");
    record.meetings.push(meeting("m1", "2026-01-20", MeetingStatus::Held));
    record.meetings.push(Meeting { on: Typed::Blank, ..meeting("m2", "2026-03-09", MeetingStatus::Planned) });
    assert_eq!(says(&record), ["not applicable"]);
}
