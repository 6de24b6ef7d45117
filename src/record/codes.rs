//! Lists of codes that several sections use.
//!
//! Where a national list exists its codes are used (domain.md 3.4: DfE children in need census,
//! Standard Safeguarding Dataset); the others are ours.

use super::choice::codes;

codes! {
    /// Yes or no.
    YesNo "yes-no" { Yes "yes", No "no" }
    /// Yes, no, or not known.
    YesNoUnknown "yes-no-unknown" { Yes "yes", No "no", Unknown "unknown" }
    /// Done, not done, or not done because it would put somebody at risk (audit.md: each duty that
    /// pushes contact with, or disclosure to, a family member has this answer).
    DoneOrUnsafe "done-or-unsafe" { Done "done", NotYet "not-yet", Unsafe "unsafe" }
    /// What a length of time is counted in.
    IntervalUnit "interval-unit" { Days "days", WorkingDays "working-days", Weeks "weeks", Months "months" }
    /// Sex, as the census has it (item N00783).
    Sex "sex" { Female "F", Male "M", Unknown "U" }
    /// Ethnicity, as the census has it (item N00177).
    Ethnicity "ethnicity" {
        WhiteBritish "WBRI", WhiteIrish "WIRI", IrishTraveller "WIRT", OtherWhite "WOTH", Roma "WROM",
        WhiteBlackCaribbean "MWBC", WhiteBlackAfrican "MWBA", WhiteAsian "MWAS", OtherMixed "MOTH",
        Indian "AIND", Pakistani "APKN", Bangladeshi "ABAN", OtherAsian "AOTH", BlackCaribbean "BCRB",
        BlackAfrican "BAFR", OtherBlack "BOTH", Chinese "CHNE", Other "OOTH", Refused "REFU", NotObtained "NOBT",
    }
    /// Disability, as the census has it (item N00099).
    Disability "disability" {
        None "NONE", Mobility "MOB", HandFunction "HAND", PersonalCare "PC", Incontinence "INC",
        Communication "COMM", Learning "LD", Hearing "HEAR", Vision "VIS", Behaviour "BEH",
        Consciousness "CON", Autism "AUT", Other "DDA",
    }
    /// Primary need, as the census has it (item N00101).
    PrimaryNeed "primary-need" {
        AbuseOrNeglect "N1", ChildsDisability "N2", ParentalIllness "N3", AcuteStress "N4", Dysfunction "N5",
        UnacceptableBehaviour "N6", LowIncome "N7", AbsentParenting "N8", NotInNeed "N9", NotStated "N0",
    }
    /// Legal status at the time of the plan.
    LegalStatus "legal-status" { Section17 "section-17", ChildProtection "child-protection", LookedAfter "looked-after", SupervisionOrder "supervision-order", Other "other" }
}
