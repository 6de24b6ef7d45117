//! Reviews, visits, meetings' days and sending the plan. The days are those of domain.md 1.5.3 to 1.5.8.

mod distribution;
mod meetings;
mod order;
mod reviews;
mod visits;

use crate::trial::{day, findings, id, line, on, row};
use team_around::protocol::{Finding, Status};
use team_around::record::codes::{IntervalUnit, YesNo};
use team_around::record::meeting::{Meeting, MeetingKind, MeetingStatus};
use team_around::record::professionals::{Agency, AgencyKind, Professional, ProfessionalRole};
use team_around::record::signoff::{Agreement, AgreementKind};
use team_around::record::visits::{Visit, VisitFormat, VisitResult, VisitSchedule};
use team_around::record::{Link, Record, Typed};

const SENTENCES: &str = include_str!("../../../src/words/en/rules-timescales.txt");

/// What the rule says, as lines; each must have a sentence, and every fact that the sentence names.
fn says(rule: &str, record: &Record, today: &str) -> Vec<String> {
    reads(rule, record, today, &[])
}

fn reads(rule: &str, record: &Record, today: &str, readings: &[(&str, &str)]) -> Vec<String> {
    let found = findings(rule, record, today, readings);
    found.iter().for_each(has_its_words);
    found.iter().map(line).collect()
}

fn has_its_words(finding: &Finding) {
    if matches!(finding.status, Status::Met | Status::NotApplicable) {
        return;
    }
    let key = format!("rule.{}.{} = ", finding.rule, finding.says);
    let sentence = SENTENCES.lines().find_map(|line| line.strip_prefix(&key));
    for fact in sentence.unwrap_or_else(|| panic!("no {key}")).split('{').skip(1) {
        let name = fact.split('}').next().unwrap();
        let due = name == "due" && finding.due_on.is_some();
        assert!(due || finding.facts.iter().any(|(fact, _)| *fact == name), "{key}{{{name}}}");
    }
}

fn fact(finding: &Finding, name: &str) -> Option<String> {
    finding.facts.iter().find(|(fact, _)| *fact == name).map(|(_, fact)| format!("{fact:?}"))
}

fn yes() -> Typed<YesNo> {
    Typed::Given(YesNo::Yes)
}

fn no() -> Typed<YesNo> {
    Typed::Given(YesNo::No)
}

/// A record whose plan started on Monday 2 March 2026.
fn started() -> Record {
    let mut record = Record::default();
    record.plan.start = on("2026-03-02");
    record
}

/// A review meeting held on this day.
fn review(name: &str, day: &str) -> Meeting {
    Meeting {
        kind: Typed::Given(MeetingKind::ChildInNeedReview),
        status: Typed::Given(MeetingStatus::Held),
        on: on(day),
        plan_reviewed: yes(),
        ..row(name)
    }
}

fn agreement(day: &str) -> Agreement {
    Agreement {
        kind: Typed::Given(AgreementKind::ThreeMonthlyReview),
        name: "Eleri Vaughan".into(),
        role: "Team Manager".into(),
        on: on(day),
        ..row("g1")
    }
}

fn professional(name: &str, role: ProfessionalRole) -> Professional {
    Professional { role: Typed::Given(role), agency: Link::to(&id("a1")), ..row(name) }
}

fn agency(kind: AgencyKind) -> Agency {
    Agency { kind: Typed::Given(kind), ..row("a1") }
}

/// A visit on this day that counts, by p1.
fn visit(name: &str, day: &str) -> Visit {
    Visit {
        on: on(day),
        by: Link::to(&id("p1")),
        result: Typed::Given(VisitResult::Completed),
        format: Typed::Given(VisitFormat::InPerson),
        child_seen: yes(),
        ..row(name)
    }
}

fn schedule(name: &str, who: &str, every: u32, unit: IntervalUnit) -> VisitSchedule {
    VisitSchedule {
        professional: Link::to(&id(who)),
        visits: yes(),
        every: Typed::Given(every),
        unit: Typed::Given(unit),
        ..row(name)
    }
}
