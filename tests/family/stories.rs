//! Two real events, told with invented people: they cannot happen here.  domain.md 5.3, ICO reprimands

use crate::family::{ADDRESS, approve, copy, day, decide, id, out, record};
use team_around::reading::family::{Refusal, Why, prepared, release};
use team_around::record::report::AgencyReport;
use team_around::record::sharing::CopyDecision;
use team_around::record::{Link, Record, RowId};

/// One assessment went to a mother and to two of her former partners, each the father of one of her children.
#[test]
fn one_document_does_not_go_to_three_adults() {
    let mut record = record();
    let joint = copy(&mut record, &["p-carys", "p-dean", "p-joss"], &["c-tia", "c-rhys"]);
    assert!(refused(&record, &joint).contains(&Refusal::Joint));
    // Nor to two.
    let two = copy(&mut record, &["p-carys", "p-joss"], &["c-rhys"]);
    assert!(refused(&record, &two).contains(&Refusal::Joint));
}

#[test]
fn each_father_reads_of_his_own_child_and_nothing_of_where_anybody_is() {
    let mut record = record();
    let dean = copy(&mut record, &["p-dean"], &["c-tia"]);
    let joss = copy(&mut record, &["p-joss"], &["c-rhys"]);
    record.plan.why = "There has been shouting and hitting.".into();
    let (dean, joss) = (prepared(&record, &dean).unwrap(), prepared(&record, &joss).unwrap());
    for (copy, has, has_not) in [
        (&dean, ["Tia sleeps", "See Tia every week"], ["Rhys", "sleep clinic", "Carys", "Joss"]),
        (&joss, ["Rhys goes to school", "Walk Rhys to the bus"], ["Tia", "sleep clinic", "Carys", "Dean"]),
    ] {
        let text = out(copy);
        assert!(has.iter().all(|words| text.contains(words)), "{text}");
        assert!(has_not.iter().all(|words| !text.contains(words)), "{text}");
        assert!(
            ["Mill Street", "ZZ9", "Oda", "07700", "@"].iter().all(|words| !text.contains(words)),
            "{text}"
        );
        assert_eq!(copy.refused, []);
    }
    // Of the mother, whom Dean must not learn of, the whole action is left out, and the approver sees why.
    let left = dean.left_out.iter().find(|left| left.place.to_string() == "plan/actions/a-mother").unwrap();
    assert_eq!(left.why, Why::Apart);
}

/// An address stood in a medical report that was sent with the papers.
#[test]
fn an_address_in_a_report_stays_there() {
    let mut record = record();
    record.reports.push(AgencyReport {
        id: id("r-1"),
        health: format!("Seen at home, {ADDRESS}, on 3 February.").as_str().into(),
        family_summary: format!("We saw Tia at {ADDRESS}.").as_str().into(),
        agency: Link::default(),
        ..AgencyReport::default()
    });
    let dean = copy(&mut record, &["p-dean"], &["c-tia"]);
    record.plan.why = "There has been shouting and hitting.".into();
    let copy = prepared(&record, &dean).unwrap();
    assert!(!out(&copy).contains("Mill"), "{}", out(&copy));
    assert_eq!(copy.refused, []);
}

/// Somebody copies a sentence of that report into the plan.
#[test]
fn an_address_that_was_copied_into_the_plan_stops_the_copy() {
    for words in [
        "Seen at home, Flat 3, 18 Mill Street, in February.",
        "The flat in mill  street is warm.",
        "Post goes to ZZ94QT.",
        "Ring 07700900431 first.",
        "Carys takes her there.",
    ] {
        let mut record = record();
        record.plan.why = words.into();
        let dean = copy(&mut record, &["p-dean"], &["c-tia"]);
        let found = prepared(&record, &dean).unwrap();
        let leak = found.leaks.iter().find(|leak| leak.place.to_string() == "plan/why");
        assert!(leak.is_some_and(|leak| leak.restricted), "{words}: {:?}", found.leaks);
        // Nobody can confirm it away.
        decide(&mut record, &dean, "plan/why", CopyDecision::Confirm);
        approve(&mut record, &dean);
        assert!(refused(&record, &dean).contains(&Refusal::Leaks), "{words}");
        // Said in other words it goes, once it is approved again.
        decide(&mut record, &dean, "plan/why", CopyDecision::Reword);
        record.sharing.choices.last_mut().unwrap().wording = "There has been shouting and hitting.".into();
        approve(&mut record, &dean);
        assert_eq!(refused(&record, &dean), [], "{words}");
    }
}

/// What must be in no copy is found however it is written, and an address gives its postcode away without a comma.
#[test]
fn what_somebody_listed_is_found_with_a_slip_and_a_space() {
    for (listed, words) in [
        ("ZE24 TFD", "Look out for ze24tfd in the street."),
        ("01632 960 123", "They can be rung on 01632960123."),
        ("ZZ9 4QT", "Somewhere near ZZ94QT."),
        ("nia@refuge.example.org", "Write to nia at refuge dot example dot org."),
        ("21 Larch Road", "Post goes to no. 21, Larch Rd."),
        ("Brenda Overtheroad", "Brenda Over-the-road told us."),
        ("the blue door", "It has the Blue  Door."),
    ] {
        let mut record = record();
        record.sharing.never = format!("\n{listed}\n").as_str().into();
        record.plan.why = words.into();
        let joss = copy(&mut record, &["p-joss"], &["c-rhys"]);
        assert!(
            prepared(&record, &joss).unwrap().leaks.iter().any(|leak| leak.restricted),
            "{listed}: {words}"
        );
    }
    let mut record = record();
    record.people[0].address = "The flat over the shop Cattersby ZZ9 4QT".into();
    record.children.iter_mut().for_each(|child| child.address = "".into());
    record.plan.why = "Somewhere in zz94qt.".into();
    let joss = copy(&mut record, &["p-joss"], &["c-rhys"]);
    assert!(refused(&record, &joss).contains(&Refusal::Leaks));
}

fn refused(record: &Record, copy: &RowId) -> Vec<Refusal> {
    release(record, copy, day("2026-03-04").get().unwrap()).err().unwrap_or_default()
}
