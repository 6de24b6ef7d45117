//! Who may approve a copy at all: not who allowed something in it, or brought a day that it says.

use crate::approvals::{at, refused};
use crate::copying::{DELYTHS, TUNDES, confirm, id, prepare_for_tunde, store, stored, write_approval};
use crate::portal::Portal;
use crate::sent::{ADA, BRYN, CERYS, DILYS, GWEN};
use team_around::reading::family::prepared;
use team_around::record::Record;

/// Bryn confirms what the scan found, and approves it at once: in one step, and a version later.
#[test]
fn nobody_approves_what_they_allowed_themselves() {
    let portal = Portal::start();
    let (_, mut record) = stored(&portal);
    prepare_for_tunde(&mut record);
    store(&portal, ADA, &record);
    let allows = |record: &mut Record| {
        record.sharing.choices.retain(|row| row.place.trim() != "meetings/m-2");
        confirm(record, BRYN, TUNDES, "meetings/m-2", "They come one after the other.");
    };
    let at_once = refused(&portal, BRYN, |record| {
        allows(record);
        write_approval(record, TUNDES, BRYN);
    });
    assert!(at_once.contains(&"sharing/copies/z-2/approved_by".to_owned()), "{at_once:?}");
    let (_, mut record) = stored(&portal);
    allows(&mut record);
    store(&portal, BRYN, &record);
    let later = refused(&portal, BRYN, |record| write_approval(record, TUNDES, BRYN));
    assert!(later.contains(&"sharing/copies/z-2/approved_by".to_owned()), "{later:?}");
    let (_, mut record) = stored(&portal);
    write_approval(&mut record, TUNDES, GWEN);
    store(&portal, GWEN, &record);
}

#[test]
fn a_copy_is_approved_by_whoever_leads_chairs_or_manages() {
    let portal = Portal::start();
    for by in [DILYS, CERYS] {
        assert_eq!(refused(&portal, by, |record| write_approval(record, DELYTHS, by)), at(&["approved_by"]));
    }
    let (_, mut record) = stored(&portal);
    write_approval(&mut record, DELYTHS, GWEN);
    store(&portal, GWEN, &record);
}

/// Bryn moves a day, Ada saves for another reason, and Bryn would approve his own day.
#[test]
fn nobody_approves_a_day_that_they_wrote_into_the_plan() {
    let portal = Portal::start();
    let (_, mut record) = stored(&portal);
    let shown = |record: &Record| prepared(record, &id(DELYTHS)).unwrap().goes;
    let moved = shown(&record).into_iter().find(|place| place.key == Some("due")).expect("a day goes out");
    record.answer_mut(&moved).unwrap().write("2027-07-22");
    store(&portal, BRYN, &record);
    store(&portal, ADA, &stored(&portal).1);
    assert_eq!(refused(&portal, BRYN, |record| write_approval(record, DELYTHS, BRYN)), at(&["approved_by"]));
    let (_, mut record) = stored(&portal);
    write_approval(&mut record, DELYTHS, GWEN);
    store(&portal, GWEN, &record);
}
