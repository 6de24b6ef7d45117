//! Merging as a chair meets it: an agency's report comes back, the minute-taker has another copy, and a person decides.

use serde_json::{Value, json};
use team_around::reading::request;
use team_around::record::contribution::DifferenceDecision;
use team_around::record::plan::Outcome;
use team_around::record::{Links, Place, Record, RowId, duplicates};
use team_around::wire::{
    Envelope, Merged, Opened, Refusal, Unsettled, VERSION, merge, merge_opened, read_record, settle,
    write_record,
};
use team_around::words::{Language, Words};

fn id(text: &str) -> RowId {
    RowId::new(text).unwrap()
}

/// The chair's record: a child, two agencies, one meeting to come, one need and one outcome.
fn chair() -> Record {
    read_record(&json!({
        "children": [{ "id": "c-1", "name": "Osian Vance", "date_of_birth": "2017-05-09" }],
        "people": [{ "id": "p-1", "name": "Carys Vance" }],
        "agencies": [{ "id": "ag-school", "name": "Ysgol Bryn", "kind": "education" },
                     { "id": "ag-health", "name": "Bryn Surgery", "kind": "health" }],
        "professionals": [{ "id": "w-1", "name": "Ines Corbel", "agency": "ag-school" }],
        "plan": { "needs": [{ "id": "n-1", "what": "To be at school" }],
                  "outcomes": [{ "id": "o-1", "what": "Osian is at school every day" }] },
        "meetings": [{ "id": "m-1", "kind": "cin-review", "on": "2026-04-13" }],
        "reports": [{ "id": "r-h", "agency": "ag-health", "mode": "verbal", "worries": "Missed two appointments",
                      "meeting": "m-1" }],
        "need_views": [{ "id": "v-h", "need": "n-1", "view": "Tired in the mornings", "agency": "ag-health", "report": "r-h" }],
        "chronology": [{ "id": "ch-h", "when": "March 2026", "event": "Missed appointment", "agencies": ["ag-health"] }],
    }))
    .record
}

/// What the school sends back, as the file that its form saves, after this was done to its record.
fn school(chair: &Record, fill: impl FnOnce(&mut Value)) -> Value {
    let sent = request(chair, &id("m-1"), &id("ag-school")).unwrap();
    let mut file = Envelope::request(sent, &id("m-1"), &id("ag-school")).write();
    file["kind"] = json!("contribution");
    file["made"] = json!({ "on": "2026-04-02", "by": { "name": "Ines Corbel", "role": "Teacher" } });
    fill(&mut file["record"]);
    file
}

fn filled(chair: &Record) -> Value {
    school(chair, |record| {
        record["reports"][0]["worries"] = json!("Late twice a week");
        record["reported_progress"][0]["status"] = json!("some-progress");
        record["need_views"] = json!([{ "id": "v-s", "need": "n-1", "view": "Keen once he is here",
                                        "report": record["reports"][0]["id"] }]);
        record["chronology"] =
            json!([{ "id": "ch-s", "when": "2 March 2026", "event": "Late", "agencies": ["ag-school"] }]);
    })
}

fn merged(record: &Record, file: &Value) -> Merged {
    merge_opened(record, &Envelope::read(file)).unwrap()
}

fn refused(record: &Record, file: &Value) -> Refusal {
    merge_opened(record, &Envelope::read(file)).unwrap_err()
}

fn places(places: &[Place]) -> Vec<String> {
    places.iter().map(ToString::to_string).collect()
}

#[test]
fn a_report_comes_back_and_every_agency_keeps_its_own_view() {
    let chair = chair();
    let merged = merged(&chair, &filled(&chair));
    let record = &merged.record;
    assert_eq!(
        (merged.left_out.clone(), merged.differences.clone(), merged.already),
        (vec![], vec![], false)
    );
    let school = record.reports.iter().find(|row| row.agency.id() == Some(&id("ag-school"))).unwrap();
    assert_eq!(
        (&*school.worries.0, &*school.author.0, &*school.author_role.0),
        ("Late twice a week", "Ines Corbel", "Teacher")
    );
    let views: Vec<_> =
        record.need_views.iter().map(|row| (row.agency.id().unwrap().as_str(), &*row.view.0)).collect();
    assert_eq!(views, [("ag-health", "Tired in the mornings"), ("ag-school", "Keen once he is here")]);
    assert_eq!(record.chronology.len(), 2);
    assert_eq!(record.reported_progress[0].report.id(), Some(&school.id));
    let note = &record.contributions[0];
    assert_eq!((note.agency.id(), note.meeting.id()), (Some(&id("ag-school")), Some(&id("m-1"))));
    assert_eq!(
        (&*note.by.0, &*note.role.0, note.made_on.get().unwrap().to_string()),
        ("Ines Corbel", "Teacher", "2026-04-02".to_owned())
    );
    assert_eq!((note.hash.len(), merged.added.len()), (64, 4));
    assert_eq!(record.people, chair.people);
    assert_eq!(record.children, chair.children);
}

#[test]
fn a_prepared_row_of_progress_in_which_the_agency_wrote_nothing_does_not_come_in() {
    let mut chair = chair();
    chair.plan.outcomes.push(Outcome { id: id("o-2"), ..chair.plan.outcomes[0].clone() });
    let silent = school(&chair, |record| record["reports"][0]["worries"] = json!("Late twice a week"));
    let merged_first = merged(&chair, &silent);
    assert_eq!(merged_first.record.reported_progress, []);
    assert_eq!((places(&merged_first.left_out), merged_first.added.len()), (vec![], 1));

    let told = school(&chair, |record| record["reported_progress"][1]["note"] = json!("He stays all day"));
    let both = merged(&merged_first.record, &told).record;
    let of: Vec<_> = both.reported_progress.iter().map(|row| row.outcome.id().unwrap().as_str()).collect();
    assert_eq!(of, ["o-2"]);
    let other_way = merged(&merged(&chair, &told).record, &silent).record;
    assert_eq!(both.reported_progress, other_way.reported_progress);

    // What this version does not know was written by somebody.
    let newer = school(&chair, |record| record["reported_progress"][0]["smiles"] = json!(3));
    assert_eq!(merged(&chair, &newer).record.reported_progress.len(), 1);
}

#[test]
fn what_was_added_is_named_by_what_it_is_about() {
    let chair = chair();
    let words = Words::of(Language::English);
    let told = |record: &Record, file: &Value| {
        merged(record, file).sentences(words, &Envelope::read(file).envelope.record)
    };
    let mut file = filled(&chair);
    let added = told(&chair, &file);
    let [added] = added.as_slice() else { panic!("{added:?}") };
    for name in ["‘Ysgol Bryn’", "‘Osian is at school every day’", "‘To be at school’", "‘2 March 2026’"]
    {
        assert!(added.contains(name), "{added}");
    }
    let ids: Vec<RowId> = merged(&chair, &file).added.into_iter().filter_map(|place| place.row).collect();
    assert_eq!(ids.len(), 4);
    let first = merged(&chair, &file).record;
    assert!(ids.iter().all(|id| !added.contains(id.as_str())), "{added}");

    file["record"]["reports"][0]["health"] = json!("Well");
    assert!(told(&first, &file).concat().contains("‘Ysgol Bryn’, "), "what was filled in is named");
    file["record"]["chronology"] = (0..12)
        .map(|n| json!({ "id": format!("ch-{n}"), "when": format!("Day {n}"), "event": "x", "agencies": ["ag-school"] }))
        .collect();
    let many = told(&first, &file).concat();
    assert!(many.contains("‘Day 9’") && !many.contains("‘Day 10’") && many.contains("and 2 more"), "{many}");

    file["record"]["reports"] = json!([]);
    let left = told(&chair, &file).concat();
    assert!(left.contains("‘Osian is at school every day’") && !left.contains("progress-"), "{left}");
}

#[test]
fn a_report_that_is_awaited_here_is_the_one_that_comes() {
    let mut chair = chair();
    chair.reports.push(
        read_record(&json!({ "reports": [
        { "id": "r-s", "agency": "ag-school", "mode": "awaited", "meeting": "m-1" }] }))
        .record
        .reports
        .remove(0),
    );
    let merged = merged(&chair, &filled(&chair));
    assert_eq!(merged.differences, []);
    assert_eq!(merged.record.reports.len(), 2);
    assert_eq!(write_record(&merged.record)["reports"][1]["mode"], "written");
    assert!(places(&merged.taken).contains(&"reports/r-s/worries".to_owned()));
    let words = Words::of(Language::English);
    let told = merged.sentences(words, &Envelope::read(&filled(&chair)).envelope.record).concat();
    let count = words.count("answer", u32::try_from(merged.taken.len()).unwrap());
    assert!(told.contains(&format!("‘Ysgol Bryn’: {count}")) && !told.contains("What worries you"), "{told}");
}

#[test]
fn what_the_agency_does_not_answer_for_is_named_and_not_taken() {
    let chair = chair();
    let mut file = filled(&chair);
    file["record"]["children"][0]["name"] = json!("Osian Vans");
    file["record"]["plan"]["outcomes"][0]["status"] = json!("achieved");
    file["record"]["people"] = json!([{ "id": "p-9", "name": "A neighbour" }, { "id": "p-8" }]);
    file["record"]["assessment"] = json!({ "analysis": "Ours" });
    file["record"]["reports"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "r-h", "agency": "ag-health", "meeting": "m-1", "worries": "None at all" }));
    file["record"]["chronology"].as_array_mut().unwrap().push(json!({ "id": "ch-x", "event": "Nobody's" }));
    file["record"]["need_views"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "v-x", "need": "n-1", "view": "For another", "agency": "ag-health" }));
    file["record"]["new"] = json!({ "from": "a newer form" });
    file["feedback"] = json!([{ "id": "f-1", "from": "child" }]);
    let merged = merged(&chair, &file);
    let mut left = places(&merged.left_out);
    left.sort_unstable();
    assert_eq!(
        left,
        [
            "",
            "assessment/analysis",
            "children/c-1/name",
            "chronology/ch-x",
            "feedback/f-1",
            "need_views/v-x",
            "people/p-9",
            "plan/outcomes/o-1/status",
            "reports/r-h/worries"
        ]
    );
    assert_eq!(&*merged.record.children[0].name.0, "Osian Vance");
    assert_eq!(&*merged.record.reports[0].worries.0, "Missed two appointments");
}

#[test]
fn two_answers_that_differ_stand_side_by_side_until_somebody_decides() {
    let chair = chair();
    let first = merged(&chair, &filled(&chair)).record;
    let mut file = filled(&chair);
    file["record"]["reports"][0]["worries"] = json!("Late once a week");
    let second = merged(&first, &file);
    let report = second.record.reports[1].id.clone();
    assert_eq!(&*second.record.reports[1].worries.0, "Late twice a week", "what is here stays");
    let row = &second.record.differences[0];
    assert_eq!(second.differences, std::slice::from_ref(&row.id));
    assert_eq!(&*row.place.0, format!("reports/{report}/worries"));
    assert_eq!((&*row.ours.0, &*row.theirs.0), ("Late twice a week", "Late once a week"));
    assert_eq!(
        (&*row.by.0, &*row.role.0, row.agency.id()),
        ("Ines Corbel", "Teacher", Some(&id("ag-school")))
    );
    assert_eq!((second.record.contributions.len(), second.record.differences.len()), (2, 1));

    let mut settled = second.record.clone();
    let difference = row.id.clone();
    settle(&mut settled, &difference, DifferenceDecision::KeepOurs, "Priya Shah").unwrap();
    file["record"]["reports"][0]["health"] = json!("Well");
    let third = merged(&settled, &file);
    assert_eq!(third.differences, [], "what was decided is not raised again");
    assert_eq!(third.record.differences, settled.differences);
    assert_eq!(&*third.record.reports[1].health.0, "Well");
}

#[test]
fn a_decision_can_be_changed_until_the_answer_is() {
    let chair = chair();
    let first = merged(&chair, &filled(&chair)).record;
    let mut file = filled(&chair);
    file["record"]["reports"][0]["worries"] = json!("Late once a week");
    file["record"]["reports"][0]["period_to"] = json!("2026-04-01");
    file["record"]["reports"][0]["author"] = json!("Sam Okoro");
    let mut record = merged(&first, &file).record;
    let differences: Vec<RowId> = record.differences.iter().map(|row| row.id.clone()).collect();
    let [author, worries] = differences.as_slice() else { panic!("{differences:?}") };
    let said = |record: &Record| record.reports[1].worries.to_string();

    settle(&mut record, worries, DifferenceDecision::TakeTheirs, "Priya Shah").unwrap();
    assert_eq!(said(&record), "Late once a week");
    settle(&mut record, worries, DifferenceDecision::KeepBoth, "Priya Shah").unwrap();
    assert_eq!(said(&record), "Late twice a week\n\nLate once a week");
    settle(&mut record, worries, DifferenceDecision::KeepOurs, "Priya Shah").unwrap();
    assert_eq!(said(&record), "Late twice a week");
    let row = record.differences.iter().find(|row| row.id == *worries).unwrap();
    assert_eq!(
        (&*row.ours.0, &*row.theirs.0, &*row.decided_by.0),
        ("Late twice a week", "Late once a week", "Priya Shah")
    );

    record.reports[1].worries = "Never late".into();
    let before = record.clone();
    let again = settle(&mut record, worries, DifferenceDecision::TakeTheirs, "Priya Shah");
    assert_eq!((again, &record), (Err(Unsettled::ChangedSince), &before));
    settle(&mut record, author, DifferenceDecision::KeepBoth, "Priya Shah").unwrap();
    assert_eq!(&*record.reports[1].author.0, "Ines Corbel / Sam Okoro");
    assert_eq!(
        settle(&mut record, &id("d-9"), DifferenceDecision::KeepOurs, ""),
        Err(Unsettled::NoDifference)
    );
    record.reports.pop();
    assert_eq!(settle(&mut record, author, DifferenceDecision::KeepOurs, ""), Err(Unsettled::NoAnswer));
}

#[test]
fn what_was_typed_here_before_deciding_is_kept_beside_what_is_taken() {
    let chair = chair();
    let first = merged(&chair, &filled(&chair)).record;
    let mut file = filled(&chair);
    file["record"]["reports"][0]["worries"] = json!("Late once a week");
    let mut record = merged(&first, &file).record;
    record.reports[1].worries = "Late on Mondays".into();
    let difference = record.differences[0].id.clone();
    settle(&mut record, &difference, DifferenceDecision::TakeTheirs, "Priya Shah").unwrap();
    assert_eq!(&*record.differences[0].ours.0, "Late on Mondays");
}

#[test]
fn a_sentence_that_a_later_report_no_longer_has_is_for_a_person_to_decide() {
    let chair = chair();
    let first = merged(&chair, &filled(&chair)).record;
    let mut file = filled(&chair);
    let report = &mut file["record"]["reports"][0];
    report.as_object_mut().unwrap().remove("worries");
    file["record"]["need_views"] = json!([]);
    let second = merged(&first, &file);
    let rows = &second.record.differences;
    let mut at: Vec<_> = rows.iter().map(|row| (&*row.place.0, &*row.ours.0, &*row.theirs.0)).collect();
    at.sort_unstable();
    let worries = format!("reports/{}/worries", second.record.reports[1].id);
    assert_eq!(
        at,
        [("need_views/v-s/view", "Keen once he is here", ""), (&worries, "Late twice a week", "")]
    );
    assert_eq!(&*second.record.reports[1].worries.0, "Late twice a week", "until somebody decides");
    assert_eq!(second.record.reports[0], first.reports[0], "another agency's report is not asked about");

    let mut settled = second.record.clone();
    let difference = rows.iter().find(|row| *row.place.0 == *worries).unwrap().id.clone();
    let both = settle(&mut settled, &difference, DifferenceDecision::KeepBoth, "Priya Shah");
    assert_eq!(both, Err(Unsettled::NotBoth));
    settle(&mut settled, &difference, DifferenceDecision::TakeTheirs, "Priya Shah").unwrap();
    assert_eq!(&*settled.reports[1].worries.0, "");

    let back = merged(&settled, &filled(&chair));
    assert!(!back.already, "the first text is the last word again");
    assert_eq!(&*back.record.reports[1].worries.0, "Late twice a week");
    let again = merged(&back.record, &file);
    assert_eq!(again.differences, [difference], "and so is taking it back");
    assert_eq!(again.record.contributions.len(), 2);
    assert!(merged(&again.record, &file).already);
}

#[test]
fn an_older_report_that_comes_late_takes_nothing_back() {
    let chair = chair();
    let first = merged(&chair, &filled(&chair)).record;
    let mut file = school(&chair, |_| {});
    file["made"]["on"] = json!("2026-04-01");
    assert_eq!(merged(&first, &file).differences, []);
    file["made"]["on"] = json!("2026-04-02");
    assert_ne!(merged(&first, &file).differences, []);
}

#[test]
fn a_decision_to_take_is_asked_for_again_where_another_text_came_to_stand() {
    let chair = chair();
    let mut record = merged(&chair, &filled(&chair)).record;
    let once = |worries: &str| {
        let mut file = filled(&chair);
        file["record"]["reports"][0]["worries"] = json!(worries);
        file
    };
    for worries in ["Late once a week", "Late twice a week", "Late once a week"] {
        let came = merged(&record, &once(worries));
        assert_eq!(came.differences.len(), 1, "{worries}");
        record = came.record;
        settle(&mut record, &came.differences[0], DifferenceDecision::TakeTheirs, "Priya Shah").unwrap();
        assert_eq!(&*record.reports[1].worries.0, worries);
    }
}

#[test]
fn days_choices_and_links_are_one_or_the_other() {
    let chair = chair();
    let mut file = filled(&chair);
    let rows = &mut file["record"];
    rows["reports"][0]["period_to"] = json!("2026-04-01");
    rows["reports"][0]["presented_by"] = json!("w-1");
    let first = merged(&chair, &file).record;
    file["record"]["reports"][0]["period_to"] = json!({ "unread": "31/04/2026" });
    file["record"]["reports"][0]["presented_by"] = json!("p-1");
    file["record"]["reports"][0]["knowledge"] = json!(["health", "education"]);
    file["record"]["reported_progress"][0]["status"] = json!("worse");
    let mut record = merged(&first, &file).record;
    let differences: Vec<RowId> = record.differences.iter().map(|row| row.id.clone()).collect();
    assert_eq!(differences.len(), 4);
    for difference in &differences {
        let both = settle(&mut record, difference, DifferenceDecision::KeepBoth, "Priya Shah");
        assert_eq!(both, Err(Unsettled::NotBoth));
        settle(&mut record, difference, DifferenceDecision::TakeTheirs, "Priya Shah").unwrap();
    }
    let written = write_record(&record);
    let report = &written["reports"][1];
    assert_eq!(report["period_to"], json!({ "unread": "31/04/2026" }));
    assert_eq!(
        (report["presented_by"].clone(), report["knowledge"].clone()),
        (json!("p-1"), json!(["health", "education"]))
    );
    assert_eq!(written["reported_progress"][0]["status"], "worse");
}

#[test]
fn an_id_that_is_somebody_elses_gets_another_and_links_follow() {
    let chair = chair();
    let mut file = filled(&chair);
    let record = &mut file["record"];
    record["reports"][0]["id"] = json!("r-h");
    record["reported_progress"][0]["report"] = json!("r-h");
    record["need_views"][0]["id"] = json!("v-h");
    record["need_views"][0]["report"] = json!("r-h");
    record["chronology"] = json!([
        { "id": "ch-h", "event": "Late", "agencies": ["ag-school"] },
        { "id": "p-1", "event": "Very late", "agencies": ["ag-school"] },
    ]);
    let once = merged(&chair, &file);
    let rows = &once.record;
    assert_eq!((once.differences.clone(), once.left_out.clone()), (vec![], vec![]));
    assert_eq!((rows.reports.len(), rows.need_views.len(), rows.chronology.len()), (2, 2, 3));
    assert_eq!(write_record(rows)["reports"][0], write_record(&chair)["reports"][0]);
    assert_ne!(rows.reports[1].id, id("r-h"));
    assert_eq!(rows.need_views[1].report.id(), Some(&rows.reports[1].id));
    assert_eq!(rows.reported_progress[0].report.id(), Some(&rows.reports[1].id));
    assert!(rows.chronology.iter().all(|row| row.id != id("p-1")));
    let mut forgotten = once.record.clone();
    forgotten.contributions.clear();
    assert_eq!(merged(&forgotten, &file).record, once.record);
    let saved = write_record(rows);
    assert_eq!(read_record(&saved).problems, [], "no id stands twice");
}

#[test]
fn a_report_speaks_in_its_own_agencys_chronology_alone() {
    let mut chair = chair();
    let here = json!({ "chronology": [
        { "id": "ch-c", "event": "Visit" },
        { "id": "ch-2", "event": "Late", "agencies": ["ag-school", "ag-health"] },
    ] });
    chair.chronology.extend(read_record(&here).record.chronology);
    let mut file = filled(&chair);
    file["record"]["chronology"] = json!([
        { "id": "ch-s", "event": "Absent", "agencies": ["ag-health", "ag-school"] },
        { "id": "ch-c", "event": "Visit", "impact": "He was afraid", "significance": "negative", "agencies": ["ag-school"] },
        { "id": "ch-2", "event": "Late", "agencies": ["ag-school", "ag-health"] },
    ]);
    let once = merged(&chair, &file);
    let record = &once.record;
    assert_eq!(record.chronology[..3], chair.chronology[..], "what the school does not say stays as it was");
    let own: Vec<_> = record.chronology[3..].iter().map(|row| (&*row.event.0, row.agencies.ids())).collect();
    let school = [id("ag-school")];
    assert_eq!(own, [("Absent", &school[..]), ("Visit", &school[..])]);
    assert_eq!(places(&once.left_out), ["chronology/ch-s/agencies"]);
    assert_eq!(once.differences, []);
    let mut forgotten = record.clone();
    forgotten.contributions.clear();
    assert_eq!(merged(&forgotten, &file).record, once.record);
}

#[test]
fn two_entries_that_were_joined_stay_joined_when_either_agency_sends_again() {
    let mut chair = chair();
    let here = json!({ "chronology": [
        { "id": "ch-p", "when": "2 March 2026", "event": "Found on the road", "impact": "He was cold", "agencies": ["ag-health"] },
    ] });
    chair.chronology.extend(read_record(&here).record.chronology);
    let file = filled(&chair);
    let mut record = merged(&chair, &file).record;
    let school = record.chronology.iter().find(|row| &*row.event.0 == "Late").unwrap().id.clone();
    assert!(team_around::record::join(&mut record, &id("ch-p"), &school));
    let joined = record.chronology.clone();
    let mut again = filled(&chair);
    again["record"]["reports"][0]["worries"] = json!("Late three times a week");
    let came = merged(&record, &again);
    assert_eq!(came.record.chronology, joined, "nothing stands twice");
    assert!(came.record.differences.iter().all(|row| !row.place.starts_with("chronology/")));
    for (key, more) in [
        ("impact", "He missed the test"),
        ("source", "Register"),
        ("significance", "negative"),
        ("third_party", "yes"),
    ] {
        let mut more_said = again.clone();
        more_said["record"]["chronology"][0][key] = json!(more);
        let came = merged(&record, &more_said);
        assert_eq!(
            came.record.chronology.len(),
            joined.len() + 1,
            "{key}: what is not said here yet comes in"
        );
    }
}

#[test]
fn a_child_that_another_place_knows_by_another_id_is_known_by_name_and_birth() {
    let chair = chair();
    let mut file = filled(&chair);
    file["record"]["children"] =
        json!([{ "id": "kid-7", "name": " osian  VANCE", "date_of_birth": "2017-05-09" }]);
    file["record"]["chronology"][0]["children"] = json!(["kid-7"]);
    let merged = merged(&chair, &file);
    assert_eq!(merged.record.chronology[1].children.ids(), [id("c-1")]);
    file["record"]["children"][0]["date_of_birth"] = json!("2017-05-10");
    assert_eq!(refused(&chair, &file), Refusal::OtherChild);
    let other = json!([{ "id": "c-1", "name": "Mali Pritchard", "date_of_birth": "2019-01-02" }]);
    file["record"]["children"] = other;
    assert_eq!(refused(&chair, &file), Refusal::OtherChild, "one id for two children");
    file["record"]["children"] = json!([]);
    assert_eq!(refused(&chair, &file), Refusal::OtherChild);
}

#[test]
fn an_id_alone_does_not_say_which_child_a_file_is_about() {
    let chair = chair();
    let with = |child: Value| {
        let mut file = filled(&chair);
        file["record"]["children"] = json!([child]);
        merge_opened(&chair, &Envelope::read(&file)).map(|_| ())
    };
    let other = Err(Refusal::OtherChild);
    assert_eq!(with(json!({ "id": "c-1", "name": "Somebody Else" })), other);
    assert_eq!(with(json!({ "id": "c-1" })), other);
    assert_eq!(with(json!({ "id": "c-1", "date_of_birth": "2019-01-02" })), other);
    assert_eq!(with(json!({ "id": "c-1", "name": "Osian Vance" })), Ok(()));
    assert_eq!(with(json!({ "id": "c-1", "date_of_birth": "2017-05-09" })), Ok(()));
    assert_eq!(with(json!({ "id": "c-1", "name": "Osian Vans", "date_of_birth": "2017-05-09" })), Ok(()));
}

#[test]
fn a_child_who_was_not_born_is_known_by_the_day_that_was_expected() {
    let mut chair = chair();
    let child = |name: &str| json!({ "id": "c-1", "name": name, "expected_date_of_birth": "2026-06-01" });
    chair.children = read_record(&json!({ "children": [child("Baby Vance")] })).record.children;
    let mut file = filled(&chair);
    file["record"]["children"] = json!([child("Unborn baby of Carys")]);
    assert_eq!(merged(&chair, &file).record.reports.len(), 2);
}

/// What a request for a report holds of the child is enough to know the child again.
#[test]
fn a_report_on_a_child_who_is_not_born_or_named_yet_comes_in() {
    let asked = json!({ "id": "c-1", "expected_date_of_birth": "2026-06-01" });
    let now = [
        (asked.clone(), asked.clone(), true),
        (asked.clone(), json!({ "id": "c-1", "name": "Ava Vance", "date_of_birth": "2026-05-20" }), true),
        (asked.clone(), json!({ "id": "c-1", "name": "Ava Vance", "date_of_birth": "2024-05-20" }), false),
        (asked.clone(), json!({ "id": "c-1", "expected_date_of_birth": "2026-06-20" }), true),
        (asked.clone(), json!({ "id": "c-1", "expected_date_of_birth": "2026-12-15" }), false),
        (
            json!({ "id": "c-1", "name": "Ben Other", "expected_date_of_birth": "2026-06-10" }),
            json!({ "id": "c-1", "name": "Ava Vance", "date_of_birth": "2026-05-20" }),
            false,
        ),
        (
            json!({ "id": "c-1", "name": "Baby Vance", "expected_date_of_birth": "2026-06-10" }),
            json!({ "id": "c-1", "name": "Ava Vance", "date_of_birth": "2026-05-20" }),
            true,
        ),
        (json!({ "id": "c-1" }), json!({ "id": "c-1" }), true),
        (json!({ "id": "c-1" }), json!({ "id": "c-1", "name": "Ava Vance" }), false),
    ];
    for (before, later, comes_in) in now {
        let mut chair = chair();
        chair.children = read_record(&json!({ "children": [before] })).record.children;
        // What goes to the agency is what comes back: see `school`, which makes the request.
        let file = filled(&chair);
        chair.children = read_record(&json!({ "children": [later] })).record.children;
        let opened = merge(&chair, &Envelope::read(&file).envelope);
        assert_eq!(opened.is_ok(), comes_in, "{before} {later}");
    }
}

#[test]
fn a_report_that_was_saved_and_not_finished_is_a_report_too() {
    let chair = chair();
    let mut file = filled(&chair);
    let finished = merged(&chair, &file).record;
    file["kind"] = json!("draft");
    assert_eq!(merged(&chair, &file).record, finished);
}

#[test]
fn each_refusal_has_its_code_and_a_sentence_that_says_what_to_do() {
    let chair = chair();
    let with = |key: &str, value: Value| {
        let mut file = filled(&chair);
        file[key] = value;
        refused(&chair, &file)
    };
    assert_eq!(with("kind", json!("request")), Refusal::NotAContribution);
    assert_eq!(with("kind", json!("submission")), Refusal::NotAContribution);
    assert_eq!(with("document", json!("plan")), Refusal::NotAContribution);
    assert_eq!(with("document", Value::Null), Refusal::NotAContribution);
    assert_eq!(with("version", json!(VERSION + 1)), Refusal::Newer { version: VERSION + 1 });
    assert_eq!(with("meeting", json!("m-9")), Refusal::OtherMeeting);
    assert_eq!(with("agency", json!("ag-9")), Refusal::UnknownAgency);
    let mut file = filled(&chair);
    file["record"]["reports"][0]["__proto__"] = json!(1);
    assert_eq!(refused(&chair, &file), Refusal::Losses);
    assert_eq!(refused(&chair, &json!({ "children": [{ "id": "c-1" }] })), Refusal::NotAContribution);
    assert_eq!(merge_opened(&chair, &Opened::default()), Err(Refusal::NotAContribution));
    for words in Language::ALL.map(Words::of) {
        for refusal in [
            Refusal::NotAContribution,
            Refusal::Newer { version: 2 },
            Refusal::OtherChild,
            Refusal::OtherMeeting,
            Refusal::UnknownAgency,
            Refusal::Losses,
            Refusal::TooLarge,
        ] {
            let sentence = refusal.sentence(words);
            assert!(sentence.matches(". ").count() == 1 && !sentence.contains('{'), "{sentence}");
        }
        for unsettled in [
            Unsettled::NoDifference,
            Unsettled::NoAnswer,
            Unsettled::NotBoth,
            Unsettled::ChangedSince,
            Unsettled::NotTaken,
        ] {
            assert!(words.say(unsettled.words_key()).is_some());
        }
    }
}

#[test]
fn no_link_comes_to_mean_another_child() {
    let mut chair = chair();
    chair.children.push(
        read_record(
            &json!({ "children": [{ "id": "c-2", "name": "Mali Vance", "date_of_birth": "2019-01-02" }] }),
        )
        .record
        .children
        .remove(0),
    );
    let mut file = filled(&chair);
    file["record"]["children"] = json!([
        { "id": "c-2", "name": "Osian Vance", "date_of_birth": "2017-05-09" },
        { "id": "c-1", "name": "Deio Parri", "date_of_birth": "2014-11-30" },
    ]);
    file["record"]["chronology"][0]["children"] = json!(["c-2", "c-1"]);
    let merged = merged(&chair, &file);
    let linked = merged.record.chronology[1].children.ids();
    assert_eq!(linked[0], id("c-1"), "Osian");
    assert!(linked[1] != id("c-1") && linked[1] != id("c-2"), "Deio is not here");
    assert_eq!(merged.left_out.len(), 1, "{:?}", merged.left_out);
}

#[test]
fn two_that_together_could_not_be_opened_again_are_not_merged() {
    let chair = chair();
    let long = "\u{1}".repeat(20_000);
    let rows = |word: &str| -> Vec<Value> {
        let row = |n| json!({ "id": format!("{word}-{n}"), "event": long, "agencies": ["ag-school"] });
        (0..40).map(row).collect()
    };
    let mut ours = chair.clone();
    ours.chronology = read_record(&json!({ "chronology": rows("old") })).record.chronology;
    let mut file = filled(&chair);
    file["record"]["chronology"] = json!(rows("new"));
    assert_eq!(refused(&ours, &file), Refusal::TooLarge);
    file["record"]["chronology"] = json!(rows("new")[..20]);
    assert_eq!(merged(&ours, &file).record.chronology.len(), 60);
}

/// The minute-taker's copy of the meeting's record, from the chair's.
fn minutes(chair: &Record) -> Value {
    let mut file = Envelope { record: chair.clone(), ..Envelope::default() }.write();
    file["kind"] = json!("draft");
    file["document"] = json!("meeting");
    file["meeting"] = json!("m-1");
    file["made"] = json!({ "on": "2026-04-13", "by": { "name": "Tomos Rhys", "role": "Minute-taker", "agency": "bryn surgery" } });
    file
}

#[test]
fn the_minute_takers_copy_and_the_chairs_become_one() {
    let mut chair = chair();
    let mut file = minutes(&chair);
    let record = &mut file["record"];
    record["attendance"] =
        json!([{ "id": "at-1", "person": "p-1", "attended": "present", "meeting": "m-1" }]);
    record["decisions"] = json!([{ "id": "de-1", "what": "Breakfast club from Monday", "meeting": "m-1" }]);
    record["meetings"][0]["venue"] = json!("The school hall");
    record["meetings"][0]["status"] = json!("held");
    record["contingency"] = json!({ "trigger": "Two more missed weeks" });
    record["plan"]["why"] = json!("Not the minutes' to say");
    file["feedback"] = json!([{ "id": "f-1", "from": "child", "child_listened": "yes", "meeting": "m-1" }]);
    chair.meetings[0].venue = "Room 2".into();
    chair.discussion.push(
        read_record(&json!({ "discussion": [{ "id": "di-1", "said": "He likes the club" }] }))
            .record
            .discussion
            .remove(0),
    );
    let merged = merged(&chair, &file);
    let record = &merged.record;
    assert_eq!(record.discussion, chair.discussion, "what is only here stays");
    assert_eq!((record.attendance.len(), record.decisions.len(), record.feedback.len()), (1, 1, 1));
    assert_eq!(&*record.contingency.trigger.0, "Two more missed weeks");
    assert_eq!(write_record(record)["meetings"][0]["status"], "held");
    assert_eq!(&*record.meetings[0].venue.0, "Room 2");
    assert_eq!(
        (&*record.differences[0].theirs.0, record.differences[0].agency.id()),
        ("The school hall", Some(&id("ag-health")))
    );
    assert_eq!(places(&merged.left_out), ["plan/why"]);
    assert_eq!((record.contributions.len(), &*record.contributions[0].by.0), (1, "Tomos Rhys"));
    file["meeting"] = json!("m-9");
    assert_eq!(refused(&chair, &file), Refusal::OtherMeeting);
}

#[test]
fn somebody_whom_the_minute_taker_added_comes_with_what_was_said_of_them() {
    let chair = chair();
    let mut file = minutes(&chair);
    let mut people = file["record"]["professionals"].as_array().cloned().unwrap_or_default();
    people.push(json!({ "id": "p-new", "name": "Ines Corbel" }));
    file["record"]["professionals"] = people.into();
    file["record"]["attendance"] =
        json!([{ "id": "at-9", "person": "p-new", "attended": "present", "meeting": "m-1" }]);
    let merged = merged(&chair, &file);
    assert_eq!(merged.record.name_of(&id("p-new")), "Ines Corbel");
    assert!(places(&merged.left_out).iter().all(|place| !place.starts_with("professionals")));
}

#[test]
fn another_copys_decided_differences_do_not_decide_ours() {
    let mut chair = chair();
    chair.meetings[0].venue = "Room 2".into();
    let mut file = minutes(&chair);
    file["record"]["meetings"][0]["venue"] = json!("The school hall");
    let first = merged(&chair, &file).record;
    let mut theirs = Envelope::read(&file).envelope;
    theirs.record.differences.clone_from(&first.differences);
    let difference = first.differences[0].id.clone();
    settle(&mut theirs.record, &difference, DifferenceDecision::TakeTheirs, "Tomos Rhys").unwrap();
    let second = merge(&first, &theirs).unwrap();
    assert!(second.record.differences[0].decision.is_blank());
    assert_eq!(&*second.record.meetings[0].venue.0, "Room 2");
}

#[test]
fn what_a_file_says_was_brought_in_or_differs_is_not_believed() {
    let mut chair = chair();
    let father =
        json!({ "people": [{ "id": "p-2", "name": "Rhodri Vance", "may_receive_plan": "limited" }] });
    chair.people.push(read_record(&father).record.people.remove(0));
    let mut file = minutes(&chair);
    let place = "people/p-2/may_receive_plan";
    file["record"]["differences"] = json!([{ "id": "d-1", "place": place, "ours": "limited", "theirs": "full",
                                             "by": "Bryn Parry", "role": "Team Manager" }]);
    file["record"]["contributions"] = json!([{ "id": "k-1", "by": "Bryn Parry", "meeting": "m-1" }]);
    let merged = merged(&chair, &file);
    assert_eq!(merged.record.differences, []);
    assert!(merged.record.contributions.iter().all(|row| row.id != id("k-1")));
    let mut left = places(&merged.left_out);
    left.sort_unstable();
    assert_eq!(left, ["contributions/k-1", "differences/d-1"]);

    chair.differences = Envelope::read(&file).envelope.record.differences;
    let settled = settle(&mut chair, &id("d-1"), DifferenceDecision::TakeTheirs, "Priya Shah");
    assert_eq!(settled, Err(Unsettled::NotTaken));
    assert_eq!(write_record(&chair)["people"][1]["may_receive_plan"], "limited");
}

#[test]
fn only_a_file_of_which_something_stands_here_is_noted() {
    let chair = chair();
    let mut file = school(&chair, |record| {
        record["reports"] = json!([]);
        record["reported_progress"] = json!([]);
        record["people"] = json!([{ "id": "p-9", "name": "A neighbour" }]);
    });
    let nothing = merged(&chair, &file);
    assert_eq!(places(&nothing.left_out), ["people/p-9"]);
    assert_eq!((nothing.stands, &nothing.record), (false, &chair));
    file["record"] = filled(&chair)["record"].clone();
    let first = merged(&chair, &file);
    assert!(first.stands);
    file["record"]["people"] = json!([{ "id": "p-9", "name": "A neighbour" }]);
    let same = merged(&first.record, &file);
    assert_eq!((same.stands, same.record.contributions.len()), (true, 2));
}

#[test]
fn a_list_that_is_full_takes_no_more_and_says_so() {
    let chair = chair();
    let mut file = filled(&chair);
    let rows = |count: usize, word: &str| -> Vec<Value> {
        (0..count)
            .map(|n| json!({ "id": format!("{word}-{n}"), "event": "x", "agencies": ["ag-school"] }))
            .collect()
    };
    let full = read_record(&json!({ "chronology": rows(1_999, "old") })).record.chronology;
    let mut ours = chair.clone();
    ours.chronology = full;
    file["record"]["chronology"] = json!(rows(3, "new"));
    let merged = merged(&ours, &file);
    assert_eq!(merged.record.chronology.len(), 2_000);
    assert_eq!(places(&merged.left_out), ["chronology/new-1", "chronology/new-2"]);
}

#[test]
fn what_either_keeps_apart_in_the_chronology_is_kept_apart_and_nobody_is_asked() {
    let mut chair = chair();
    let text = "Called to the house at night";
    let entries = json!([
        { "id": "ev-1", "when": "2025", "event": text, "agencies": ["ag-school"] },
        { "id": "ev-2", "when": "2025", "event": text, "agencies": ["ag-health"] },
        { "id": "ev-3", "when": "2025", "event": text, "agencies": ["ag-police"] },
    ]);
    chair.chronology = read_record(&json!({ "chronology": entries })).record.chronology;
    let mut file = minutes(&chair);
    file["record"]["chronology"][0]["apart_from"] = json!(["ev-3"]);
    file["record"]["chronology"][1]["apart_from"] = json!(["ev-3"]);
    chair.chronology[0].apart_from = Links::to(&[&id("ev-2")]);
    let merged = merged(&chair, &file);
    assert_eq!(merged.record.chronology[0].apart_from.ids(), [id("ev-2"), id("ev-3")]);
    assert_eq!(merged.record.chronology[1].apart_from.ids(), [id("ev-3")]);
    assert_eq!((merged.record.differences.len(), duplicates(&merged.record)), (0, vec![]));
}
