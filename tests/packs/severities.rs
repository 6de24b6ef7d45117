//! How much each rule weighs, row by row from audit.md part 2 and decisions.md, written by hand.

use crate::reader::named;
use team_around::record::CodeSet;

/// The rule, its weight, the document's word, and whether the one departs from the other.
type Weighed = (&'static str, &'static str, &'static str, &'static str);

fn agrees(pack: &str, table: &[Weighed]) {
    let pack = named(pack);
    for (code, severity, word, departs) in table {
        let rule = pack.rules.iter().find(|rule| rule.id.as_str() == *code);
        let rule = rule.unwrap_or_else(|| panic!("{code} is not in the pack"));
        assert_eq!(rule.severity.get().unwrap().code(), *severity, "weight of {code}");
        assert_eq!(rule.word.get().unwrap().code(), *word, "word of {code}");
        assert_eq!(rule.departs.get().map_or("", CodeSet::code), *departs, "departure of {code}");
    }
}

#[test]
fn calderdale_never_says_must() {
    let table = [
        ("advocate-not-answered", "should", "may", "raised"),
        ("child-views-now-missing", "must", "should", "raised"),
        ("child-views-past-missing", "should", "should", ""),
        ("views-without-influence", "should", "should", ""),
        ("views-not-followed-without-reason", "must", "should", "raised"),
        ("views-method-missing", "should", "should", ""),
        ("view-sources-missing", "ask", "describes", "raised"),
        ("outcome-without-measure", "should", "should", ""),
        ("outcome-without-target-date", "should", "should", ""),
        ("progress-not-recorded", "should", "should", ""),
        ("progress-measure-missing", "should", "should", ""),
        ("progress-measurer-missing", "should", "should", ""),
        ("contingency-missing", "must", "should", "raised"),
        ("contingency-incomplete", "should", "should", ""),
        ("contingency-not-discussed", "ask", "may", ""),
        ("non-cooperation-not-covered", "ask", "may", ""),
        ("exit-criteria-missing", "ask", "may", ""),
        ("review-date-not-agreed", "must", "should", "raised"),
        ("meeting-kind-missing", "ask", "describes", "raised"),
        ("meeting-has-own-procedure", "must", "describes", "raised"),
        ("meeting-frequency-missing", "ask", "may", ""),
        ("agenda-missing", "ask", "may", ""),
        ("agenda-sending-not-answered", "ask", "may", ""),
        ("agenda-not-in-time", "ask", "may", ""),
        ("agenda-owner-missing", "ask", "may", ""),
        ("recording-not-settled", "should", "may", "raised"),
        ("circulation-owner-missing", "ask", "may", ""),
        ("members-not-told-how", "ask", "may", ""),
        ("key-agency-not-invited", "ask", "may", ""),
        ("exclusion-without-reason", "should", "should", ""),
        ("exclusion-not-in-first-record", "must", "should", "raised"),
        ("representative-not-briefed", "should", "should", ""),
        ("child-attendance-not-answered", "should", "may", "raised"),
        ("absent-child-views-not-planned", "should", "may", "raised"),
        ("child-not-represented", "should", "may", "raised"),
        ("child-views-presentation-missing", "should", "may", "raised"),
        ("agency-report-missing", "should", "should", ""),
        ("report-without-involvement", "should", "should", ""),
        ("report-without-progress", "should", "should", ""),
        ("report-without-risk", "should", "should", ""),
        ("purpose-missing", "should", "may", "raised"),
        ("roles-not-told", "ask", "may", ""),
        ("disagreement-route-missing", "ask", "may", ""),
        ("own-policy-not-used", "should", "should", ""),
        ("escalation-incomplete", "ask", "may", ""),
        ("framework-not-chosen", "ask", "may", ""),
        ("discussion-without-impact", "should", "should", ""),
        ("discussion-without-progress", "should", "should", ""),
        ("chronology-of-one-agency", "ask", "may", ""),
        ("decision-without-views", "should", "should", ""),
        ("telling-child-missing", "should", "should", ""),
        ("discussion-without-outcome", "ask", "describes", "raised"),
    ];
    agrees("calderdale-meetings-2017", &table);
    let pack = named("calderdale-meetings-2017");
    assert!(pack.rules.iter().all(|rule| rule.word.get().unwrap().code() != "must"));
}

#[test]
fn hampshire_weighs_as_it_says_but_for_what_is_marked() {
    let table = [
        ("other-plans-not-answered", "ask", "should", "lowered"),
        ("child-views-now-missing", "should", "should", ""),
        ("outcomes-missing", "must", "should", "raised"),
        ("outcome-without-target-date", "must", "should", "raised"),
        ("chair-not-team-manager", "ask", "may", ""),
        ("direct-worker-missing", "should", "should", ""),
        ("next-meeting-not-set", "should", "should", ""),
        ("visit-frequency-missing", "should", "should", ""),
        ("member-left-without-agreement", "must", "should", "raised"),
        ("withdrawal-not-in-writing", "should", "should", ""),
        ("assessment-not-shared", "must", "must", ""),
        ("assessment-basis-incomplete", "must", "must", ""),
        ("relationships-not-observed", "must", "must", ""),
        ("parents-involvement-missing", "should", "should", ""),
        ("parent-summary-missing", "should", "should", ""),
        ("engagement-attempts-missing", "should", "must", "lowered"),
        ("network-missing", "must", "must", ""),
        ("information-not-requested", "must", "must", ""),
        ("analysis-not-explained", "must", "must", ""),
        ("distribution-owner-missing", "must", "must", ""),
        ("visit-overdue", "must", "must", ""),
        ("visit-interval-too-long", "must", "must", ""),
        ("parent-without-consent-record", "should", "must", "lowered"),
        ("child-without-consent-record", "should", "must", "lowered"),
        ("consent-signed-late", "should", "must", "lowered"),
        ("child-not-seen", "must", "must", ""),
        ("communication-method-missing", "must", "must", ""),
        ("identity-not-explored", "must", "must", ""),
        ("analysis-missing", "must", "must", ""),
        ("risk-not-shared-with-manager", "must", "must", ""),
        ("agency-contribution-missing", "must", "must", ""),
        ("chair-outside-childrens-services", "must", "must", ""),
        ("lead-professional-missing", "must", "must", ""),
        ("lead-contact-missing", "must", "must", ""),
        ("plan-not-distributed", "must", "must", ""),
        ("review-overdue", "must", "must", ""),
        ("review-set-too-late", "must", "must", ""),
        ("referral-without-referrer", "must", "must", ""),
        ("referral-declined-not-in-writing", "should", "should", ""),
        ("notice-too-short", "should", "should", ""),
        ("visit-late", "should", "ours", ""),
        ("child-not-seen-at-visit", "should", "ours", ""),
        ("outcome-without-need", "ask", "ours", ""),
        ("invitations-not-from-childrens-services", "must", "must", ""),
        ("child-invitation-not-answered", "must", "must", ""),
        ("key-family-not-invited", "must", "must", ""),
        ("child-support-not-answered", "ask", "may", ""),
        ("venue-access-not-answered", "should", "should", ""),
        ("help-to-attend-not-offered", "should", "should", ""),
        ("agency-cannot-speak-for-child", "should", "should", ""),
        ("report-without-agency-knowledge", "should", "should", ""),
        ("no-show-not-escalated", "must", "must", ""),
    ];
    agrees("hampshire-cin-2018", &table);
}

/// audit.md, "Right and deliberate": checks on a chosen ending stop finalising.
#[test]
fn the_conditions_of_a_chosen_ending_are_must() {
    let pack = named("hampshire-cin-2018");
    for code in [
        "outcomes-open-at-closure",
        "closure-meeting-missing",
        "closure-agreement-not-in-advance",
        "agency-not-told-of-closure",
        "family-not-told-of-closure",
        "joint-visit-incomplete",
        "step-down-meeting-incomplete",
        "step-up-reason-missing",
    ] {
        let rule = pack.rules.iter().find(|rule| rule.id.as_str() == code).unwrap();
        assert_eq!(rule.severity.get().unwrap().code(), "must", "{code}");
    }
}

/// decisions.md 10 and 11; audit.md 1b for the baseline.
#[test]
fn the_commissioners_report_finds_and_does_not_bind() {
    let table = [
        ("action-without-owner", "should", "describes", "raised"),
        ("action-owned-by-role", "should", "describes", "raised"),
        ("action-without-date", "should", "describes", "raised"),
        ("action-without-outcome", "should", "describes", "raised"),
        ("action-without-measure", "should", "describes", "raised"),
        ("outcome-without-baseline", "ask", "ours", ""),
        ("vague-wording", "ask", "ours", ""),
    ];
    agrees("childrens-commissioner-2024", &table);
    let own = [
        ("answer-unread", "must", "ours", ""),
        ("expected-birth-passed", "ask", "ours", ""),
        ("action-due-before-plan", "should", "ours", ""),
        ("group-member-not-invited", "ask", "ours", ""),
        ("difference-unsettled", "should", "ours", ""),
        ("telling-child-incomplete", "ask", "ours", ""),
        ("dissent-incomplete", "should", "ours", ""),
        ("record-not-checked", "ask", "ours", ""),
        ("meeting-not-quorate", "ask", "ours", ""),
        ("core-group-overdue", "ask", "ours", ""),
        ("chronology-day-unread", "ask", "ours", ""),
    ];
    agrees("team-around-answers", &own);
}

/// audit.md: raised to `must` are PREP-12, CONT-01, REV-01, VOICE-01, VOICE-05, PLAN-01, PLAN-02 and
/// MEM-01. What a description of an ending asks is "deliberate".
#[test]
fn nothing_else_that_only_should_be_was_raised_to_must() {
    let mut raised = Vec::new();
    for name in ["calderdale-meetings-2017", "hampshire-cin-2018"] {
        let pack = named(name);
        let rules = pack.rules.iter().filter(|rule| {
            rule.word.get().unwrap().code() == "should" && rule.severity.get().unwrap().code() == "must"
        });
        raised.extend(rules.map(|rule| rule.rows.to_string()));
    }
    raised.sort();
    let expected = [
        "CALD-CONT-01",
        "CALD-PREP-12",
        "CALD-REV-01",
        "CALD-VOICE-01",
        "CALD-VOICE-05",
        "HANTS-MEM-01",
        "HANTS-PLAN-01",
        "HANTS-PLAN-02",
    ];
    assert_eq!(raised, expected);
}
