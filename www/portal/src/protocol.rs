//! The packs that a plan is checked against.

use team_around::protocol::{Pack, Protocol};
use team_around::wire::PackStamp;

/// The packs with these ids, between spaces, composed. An id that we do not know is left out.
pub fn of(ids: &str) -> Protocol {
    Protocol::of(ids.split_whitespace().filter_map(built_in).collect())
}

/// What the envelope says about each pack of a protocol.
pub fn stamps(protocol: &Protocol) -> Vec<PackStamp> {
    protocol.packs().iter().map(stamp).collect()
}

fn stamp(pack: &Pack) -> PackStamp {
    PackStamp { id: pack.id.clone(), version: pack.edition.clone(), ..PackStamp::default() }
}

/// Until the packs are here: one rule, so that the rest can be tried.
fn built_in(id: &str) -> Option<Pack> {
    use team_around::protocol::pack::{PackRule, Weight};
    use team_around::record::{Choice, RowId};
    let rule = PackRule {
        id: RowId::new("action-without-owner")?,
        severity: Choice::Given(Weight::Must),
        ..PackRule::default()
    };
    Some(Pack { id: id.into(), edition: "0".into(), rules: vec![rule], ..Pack::default() })
}
