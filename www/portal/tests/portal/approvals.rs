//! Who prepared a copy and who approved it is said by the session; what was refused is not stored.

use crate::copying::{
    DELYTHS, TUNDES, approve, prepare_for_tunde, reword, row, seal, send, store, stored, write_approval,
};
use crate::portal::{Answer, Portal};
use crate::sent::{ADA, BRYN, DILYS, GWEN, meeting};
use rusqlite::Connection;
use team_around::calendar::civil_date;
use team_around::record::sharing::PreparedCopy;
use team_around::record::{Links, Record, Typed};
use team_around::wire::EnvelopeKind;

pub type Who = (&'static str, &'static str, &'static str);

/// Changes the stored plan, sends it as somebody, and says at which places it was refused.
pub fn refused(portal: &Portal, by: Who, change: impl FnOnce(&mut Record)) -> Vec<String> {
    let (version, mut record) = stored(portal);
    change(&mut record);
    let answer = send(portal, by, &record);
    assert_eq!(answer.status, 422, "{}", answer.text());
    assert!(answer.message().contains("Nothing you typed is lost"), "{}", answer.message());
    assert!(messages(&answer).iter().all(|message| message.ends_with('.')));
    assert_eq!(stored(portal).0, version, "it was stored");
    let mut places = answer.places();
    places.sort_unstable();
    places.dedup();
    places
}

fn messages(answer: &Answer) -> Vec<String> {
    let errors = answer.json()["errors"].as_array().unwrap().clone();
    errors.iter().map(|error| error["message"].as_str().unwrap().to_owned()).collect()
}

pub fn at(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| format!("sharing/copies/{DELYTHS}/{key}")).collect()
}

#[test]
fn a_copy_is_approved_by_somebody_else_than_its_author_in_their_own_name_today() {
    let portal = Portal::start();
    approve(&portal, DELYTHS);
    let (_, mut record) = stored(&portal);
    assert_eq!(row(&mut record, DELYTHS).approved_by.trim(), "Bryn Parry");
    // What stands may be sent on by anybody.
    store(&portal, ADA, &record);
    store(&portal, DILYS, &record);
}

type Change = fn(&mut PreparedCopy);

#[test]
fn what_an_approval_says_of_itself_is_checked_answer_by_answer() {
    let portal = Portal::start();
    let changes: [(Change, &[&str]); 6] = [
        (|row| row.approved_by = "Dilys Amadi".into(), &["approved_by"]),
        (|row| row.approved_by = "bryn parry".into(), &["approved_by"]),
        (|row| row.approved_role = "Head of service".into(), &["approved_role"]),
        (|row| row.approved_on = Typed::Given(civil_date("2026-03-15").unwrap()), &["approved_on"]),
        (|row| row.approved_on = Typed::Blank, &["approved_on"]),
        (|row| row.approved = "0".repeat(64).as_str().into(), &["approved_by"]),
    ];
    for (change, keys) in changes {
        let places = refused(&portal, BRYN, |record| {
            write_approval(record, DELYTHS, BRYN);
            change(row(record, DELYTHS));
        });
        assert_eq!(places, at(keys));
    }
}

#[test]
fn nobody_approves_in_somebody_elses_name_nor_what_they_prepared_themselves() {
    let portal = Portal::start();
    assert_eq!(
        refused(&portal, ADA, |record| write_approval(record, DELYTHS, BRYN)),
        at(&["approved_by", "approved_role"])
    );
    assert_eq!(refused(&portal, ADA, |record| write_approval(record, DELYTHS, ADA)), at(&["approved_by"]));
    // A preparation in another's name, or in another spelling of one's own, is no way round.
    for name in ["Bryn Parry", "ada okafor", "Okafor, Ada", "Ada  Okafor", "Ad\u{430} Okafor"] {
        let places = refused(&portal, ADA, |record| {
            row(record, DELYTHS).prepared_by = name.into();
            write_approval(record, DELYTHS, ADA);
        });
        assert!(places.contains(&at(&["prepared_by"])[0]), "{name}: {places:?}");
    }
    let places = refused(&portal, ADA, |record| {
        row(record, DELYTHS).prepared_by = "".into();
        write_approval(record, DELYTHS, ADA);
    });
    assert_eq!(places, at(&["approved_by", "prepared_by"]));
}

/// A plan that came from another system has the author's name in another spelling.
#[test]
fn the_author_is_known_in_another_spelling_too() {
    let portal = Portal::start();
    let data = Connection::open(portal.data_file()).unwrap();
    for name in ["OKAFOR, ADA", "ada   okafor", "Okafor Ada"] {
        let change = "UPDATE version SET by_name = ?1,
            record = replace(record, '\"prepared_by\":\"' || by_name || '\"', '\"prepared_by\":\"' || ?1 || '\"')
            WHERE reference = 'CIN-1042'";
        assert_eq!(data.execute(change, [name]).unwrap(), 1);
        let (_, mut record) = stored(&portal);
        assert_eq!(row(&mut record, DELYTHS).prepared_by.trim(), name);
        assert_eq!(
            refused(&portal, ADA, |record| write_approval(record, DELYTHS, ADA)),
            at(&["approved_by"])
        );
    }
}

#[test]
fn a_seal_is_of_what_will_be_stored() {
    let portal = Portal::start();
    let places = refused(&portal, BRYN, |record| {
        write_approval(record, DELYTHS, BRYN);
        record.plan.why = "Something else than what was looked at.".into();
    });
    assert_eq!(places, at(&["approved_by", "prepared_by"]));
    let places = refused(&portal, BRYN, |record| {
        let other = seal(record, TUNDES);
        write_approval(record, DELYTHS, BRYN);
        row(record, DELYTHS).approved = other.as_str().into();
    });
    assert_eq!(places, at(&["approved_by"]));
}

/// Bryn writes words into Ada's copy and approves them, at once or a version later.
#[test]
fn nobody_approves_words_that_the_author_has_not_sent() {
    let portal = Portal::start();
    let own_words = |record: &mut Record| reword(record, BRYN, DELYTHS, "plan/why", "In Bryn’s words.");
    let places = refused(&portal, BRYN, |record| {
        own_words(record);
        write_approval(record, DELYTHS, BRYN);
    });
    assert_eq!(places, at(&["approved_by", "prepared_by"]));
    let (_, mut record) = stored(&portal);
    own_words(&mut record);
    store(&portal, BRYN, &record);
    let by_bryn = |record: &mut Record| write_approval(record, DELYTHS, BRYN);
    assert_eq!(refused(&portal, BRYN, by_bryn), at(&["approved_by", "prepared_by"]));
    // The author saves the plan, for whatever reason: they may never have looked, and Bryn’s words stay Bryn’s.
    store(&portal, ADA, &stored(&portal).1);
    assert_eq!(refused(&portal, BRYN, by_bryn), at(&["approved_by"]));
    let (_, mut record) = stored(&portal);
    write_approval(&mut record, DELYTHS, GWEN);
    store(&portal, GWEN, &record);
}

/// What the plan itself says is in the copy too, whoever wrote it there.
#[test]
fn nobody_approves_a_sentence_that_they_wrote_into_the_plan() {
    let portal = Portal::start();
    let (_, mut record) = stored(&portal);
    record.plan.why = "Bryn thinks otherwise.".into();
    store(&portal, BRYN, &record);
    store(&portal, ADA, &stored(&portal).1);
    assert_eq!(refused(&portal, BRYN, |record| write_approval(record, DELYTHS, BRYN)), at(&["approved_by"]));
    // What somebody takes out is no sentence of theirs.
    let (_, mut record) = stored(&portal);
    record.plan.why = "".into();
    store(&portal, DILYS, &record);
    store(&portal, ADA, &stored(&portal).1);
    approve(&portal, DELYTHS);
}

#[test]
fn a_copy_is_prepared_in_ones_own_name_and_not_for_a_day_to_come() {
    let portal = Portal::start();
    let places = |change: Change| refused(&portal, DILYS, |record| change(row(record, DELYTHS)));
    assert_eq!(places(|row| row.prepared_by = "Bryn Parry".into()), at(&["prepared_by"]));
    let own = |row: &mut PreparedCopy, day: &str| {
        row.prepared_by = "Dilys Amadi".into();
        row.prepared_on = Typed::Given(civil_date(day).unwrap());
    };
    assert_eq!(
        refused(&portal, DILYS, |record| own(row(record, DELYTHS), "2026-03-17")),
        at(&["prepared_on"])
    );
    // Its day alone is a claim about who prepared it, too.
    let day = |record: &mut Record| {
        row(record, DELYTHS).prepared_on = Typed::Given(civil_date("2026-03-16").unwrap())
    };
    assert_eq!(refused(&portal, DILYS, day), at(&["prepared_by"]));
    let (_, mut record) = stored(&portal);
    own(row(&mut record, DELYTHS), "2026-03-16");
    store(&portal, DILYS, &record);
}

/// The approver makes themselves the author, with the approval in its place.
#[test]
fn an_author_who_comes_later_is_not_the_approver_either() {
    let portal = Portal::start();
    approve(&portal, DELYTHS);
    let places = refused(&portal, BRYN, |record| row(record, DELYTHS).prepared_by = "Bryn Parry".into());
    assert_eq!(places, at(&["approved_by"]));
}

#[test]
fn taking_back_and_withdrawing_is_for_everybody() {
    let weaker: [Change; 4] = [
        |row| row.withdrawn_on = Typed::Given(civil_date("2026-03-16").unwrap()),
        |row| row.approved = "".into(),
        |row| row.prepared_by = "".into(),
        |row| {
            row.approved_by = "".into();
            row.approved_role = "".into();
            row.approved_on = Typed::Blank;
            row.approved = "".into();
        },
    ];
    for change in weaker {
        for by in [ADA, BRYN] {
            let portal = Portal::start();
            approve(&portal, DELYTHS);
            let (_, mut record) = stored(&portal);
            change(row(&mut record, DELYTHS));
            store(&portal, by, &record);
        }
    }
}

#[test]
fn what_was_withdrawn_stays_withdrawn_and_what_was_approved_stays_with_its_reader() {
    let portal = Portal::start();
    approve(&portal, DELYTHS);
    let readers = |to: &[&str]| {
        Links::to(&to.iter().map(|id| crate::copying::id(id)).collect::<Vec<_>>().iter().collect::<Vec<_>>())
    };
    for by in [ADA, BRYN] {
        for to in [&["p-2"][..], &["p-1", "p-2"], &["p-1", "p-2", "p-3"]] {
            assert_eq!(
                refused(&portal, by, |record| row(record, DELYTHS).readers = readers(to)),
                at(&["readers"])
            );
        }
    }
    let (_, mut record) = stored(&portal);
    row(&mut record, DELYTHS).withdrawn_on = Typed::Given(civil_date("2026-03-16").unwrap());
    store(&portal, ADA, &record);
    for by in [ADA, BRYN] {
        assert_eq!(
            refused(&portal, by, |record| row(record, DELYTHS).withdrawn_on = Typed::Blank),
            at(&["withdrawn_on"])
        );
    }
}

#[test]
fn what_cannot_go_out_is_not_approved_and_says_why() {
    let portal = Portal::start();
    let (_, mut record) = stored(&portal);
    prepare_for_tunde(&mut record);
    record.sharing.choices.retain(|choice| choice.copy.id() != Some(&crate::copying::id(TUNDES)));
    store(&portal, ADA, &record);
    write_approval(&mut record, TUNDES, BRYN);
    let answer = send(&portal, BRYN, &record);
    assert_eq!(answer.status, 422);
    assert_eq!(messages(&answer), ["Something in it would give someone away. Look at the places below."]);
}

#[test]
fn a_meetings_page_approves_nothing() {
    let portal = Portal::start();
    let (version, mut record) = stored(&portal);
    write_approval(&mut record, DELYTHS, BRYN);
    let text = meeting(EnvelopeKind::Draft, &record, BRYN, "m-2");
    let answer = portal.send_to("/plans/CIN-1042/meetings/m-2", &portal.sign_in("bryn"), version, &text);
    assert_eq!(answer.status, 201, "{}", answer.text());
    let (_, mut after) = stored(&portal);
    assert!(row(&mut after, DELYTHS).approved_by.is_blank());
    assert!(answer.text().contains("Copy for one reader"), "{}", answer.text());
}
