//! Referrals and requests to agencies.

use crate::spoken::says;
use crate::trial::{id, on, row};
use team_around::record::referrals::{Referral, ReferralOutcome};
use team_around::record::{Link, Record, Typed};

const TODAY: &str = "2026-03-02";

fn with_referral(change: impl FnOnce(&mut Referral)) -> Record {
    let mut referral: Referral = row("r1");
    change(&mut referral);
    let mut record = Record::default();
    record.referrals.push(referral);
    record
}

#[test]
fn somebody_makes_each_referral() {
    let rule = "referral-without-referrer";
    assert_eq!(says(rule, &with_referral(|_| {}), TODAY), ["unmet referrals/r1/by"]);
    assert_eq!(says(rule, &with_referral(|referral| referral.by = Link::to(&id("p1"))), TODAY), ["met"]);
    let by_agency = with_referral(|referral| referral.by_agency = Link::to(&id("g1")));
    assert_eq!(says(rule, &by_agency, TODAY), ["met"], "an individual or an agency");
    let withdrawn = with_referral(|referral| referral.outcome = Typed::Given(ReferralOutcome::Withdrawn));
    assert_eq!(says(rule, &withdrawn, TODAY), ["met"]);
}

#[test]
fn an_agency_that_declines_writes_and_gives_reasons() {
    let rule = "referral-declined-not-in-writing";
    for outcome in [ReferralOutcome::Waiting, ReferralOutcome::Accepted] {
        let record = with_referral(|referral| referral.outcome = Typed::Given(outcome));
        assert_eq!(says(rule, &record, TODAY), ["not applicable"]);
    }
    let mut record = with_referral(|referral| referral.outcome = Typed::Given(ReferralOutcome::Declined));
    let both = ["unmet referrals/r1/declined_in_writing_on", "unmet referrals/r1/declined_reasons [reasons]"];
    assert_eq!(says(rule, &record, TODAY), both);
    record.referrals[0].declined_reasons = "Mabli is younger than the service's age".into();
    record.referrals[0].declined_in_writing_on = Typed::Unread("last week".into());
    assert_eq!(says(rule, &record, TODAY), ["unknown referrals/r1/declined_in_writing_on"]);
    record.referrals[0].declined_in_writing_on = on("2026-02-20");
    assert_eq!(says(rule, &record, TODAY), ["met"]);
}
