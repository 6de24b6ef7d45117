//! The record holds whatever was typed, finds every answer by its place, and says every question once.

use std::collections::BTreeSet;
use team_around::record::plan::{Action, Plan};
use team_around::record::{Kind, Place, Record, RowId, Shape, State};

fn shapes(shape: &'static Shape, homes: &mut Vec<&'static Shape>) {
    homes.push(shape);
    for field in shape.fields {
        if let Kind::Part(inner) | Kind::Rows(inner) = field.kind {
            shapes(inner(), homes);
        }
    }
}

fn all() -> Vec<&'static Shape> {
    let mut found = Vec::new();
    shapes(&Record::QUESTIONS, &mut found);
    found
}

#[test]
fn a_day_that_does_not_exist_is_kept_as_typed() {
    let mut record = Record::default();
    let place = Plan::start.here();
    record.answer_mut(&place).unwrap().write("31/02/2026");
    assert_eq!(record.answer(&place).unwrap().state(), State::Unread);
    assert_eq!(record.answer(&place).unwrap().written(), "31/02/2026");
    record.answer_mut(&place).unwrap().write("2 Mawrth 2026");
    assert_eq!(record.answer(&place).unwrap().written(), "2026-03-02");
}

#[test]
fn each_home_is_where_its_shape_stands() {
    for shape in all() {
        let place = Place::home(shape.home);
        assert_eq!(place.shape().map(|found| found.name), Some(shape.name), "{}", shape.home);
    }
}

#[test]
fn each_shape_and_each_home_is_named_once_and_rows_hold_no_rows() {
    let shapes = all();
    assert_eq!(shapes.iter().map(|shape| shape.home).collect::<BTreeSet<_>>().len(), shapes.len());
    assert_eq!(shapes.iter().map(|shape| shape.name).collect::<BTreeSet<_>>().len(), shapes.len());
    for shape in shapes.iter().filter(|shape| shape.row) {
        assert!(shape.fields.iter().all(|field| !matches!(field.kind, Kind::Part(_) | Kind::Rows(_))));
    }
}

#[test]
fn a_place_reads_back_as_it_was_written() {
    let mut record = Record::default();
    for shape in all().into_iter().filter(|shape| shape.row) {
        record.rows_mut(shape.home).unwrap().insert(0, RowId::new("r-1").unwrap());
    }
    record.each_answer(&mut |place, field, _| {
        assert_eq!(Place::read(&place.to_string()).as_ref(), Some(place));
        assert_eq!(place.field().map(|found| found.key), Some(field.key));
    });
    let action = &record.plan.actions[0];
    assert_eq!(Action::owner.at(action).to_string(), "plan/actions/r-1/owner");
    assert_eq!(Place::read("plan/actions/r-1/colour"), None);
    assert_eq!(Place::read("plan/start/x"), None);
}

#[test]
fn the_copy_of_a_family_member_is_the_one_that_was_decided() {
    use team_around::record::distribution::CopyForm;
    let reading = team_around::wire::read_record(&serde_json::json!({
        "children": [{ "id": "c-1", "name": "Osian Vance" }],
        "people": [{ "id": "p-1", "may_receive_plan": "full" }, { "id": "p-2", "may_receive_plan": "limited" },
                   { "id": "p-3", "may_receive_plan": "none" }, { "id": "p-4" }],
    }));
    let form = |id: &str| reading.record.copy_form(&RowId::new(id).unwrap());
    assert_eq!((form("p-1"), form("p-2")), (Some(CopyForm::AgreedPlan), Some(CopyForm::FamilyCopy)));
    assert_eq!([form("p-3"), form("p-4"), form("c-1")], [None, None, None]);
}
