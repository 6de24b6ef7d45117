//! The page with a plan's copies for the family.

use crate::pages::page as whole;
use crate::requests::{MOST_DAYS, USUAL_DAYS};
use crate::sign_in::User;
use crate::store::Plan;
use maud::{Markup, html};
use team_around::reading::family::{Leak, Refusal as Reason};
use team_around::record::codes::YesNo;
use team_around::record::sharing::PreparedCopy;
use team_around::record::{Day, Record, RowId};
use team_around::words::{Language, Words};

/// A copy as the page shows it.
pub struct Listed {
    /// Its row.
    pub row: PreparedCopy,
    /// Who reads it, by name.
    pub readers: String,
    /// Whom it is about, by name; blank where that is not chosen.
    pub children: String,
    /// Whether it is for several readers.
    pub several: bool,
    /// Why it does not go out today; nothing where it does.
    pub refused: Vec<Reason>,
    /// Why it could not go out even if it were approved.
    pub before_approval: Vec<Reason>,
    /// Each place that would give somebody away, in words.
    pub leaks: Vec<String>,
    /// Each link: the portal's number for it, what became of it, whether it opens.
    pub links: Vec<(i64, String, bool)>,
}

/// How far a copy has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Prepared,
    Waits,
    Approved,
    Another,
    Over,
    Withdrawn,
}

impl Stands {
    fn of(listed: &Listed) -> Self {
        let Listed { row, refused, .. } = listed;
        if !row.withdrawn_on.is_blank() {
            Self::Withdrawn
        } else if refused.is_empty() {
            Self::Approved
        } else if refused.contains(&Reason::NoAuthor) {
            Self::Prepared
        } else if refused.contains(&Reason::NotApproved) {
            Self::Waits
        } else if refused.contains(&Reason::Expired) {
            Self::Over
        } else {
            Self::Another
        }
    }

    fn said(self) -> &'static str {
        match self {
            Self::Prepared => "Being prepared",
            Self::Waits => "Waits for approval",
            Self::Approved => "Approved",
            Self::Another => "Needs another look",
            Self::Over => "Its last day is over",
            Self::Withdrawn => "Withdrawn",
        }
    }
}

/// Each copy with its state and its links.
pub fn page(user: &User, plan: &Plan, copies: &[Listed]) -> Markup {
    let main = html! {
        h1 { "Copies for the family: " (plan.reference) }
        p { a href={ "/plans/" (plan.reference) } { "The plan" } }
        p {
            "Each copy has one reader. Somebody prepares it in the plan, under “Copies for the family”; "
            "somebody else looks at it and approves it. Then a link for its reader can be made here."
        }
        p #problem role="alert" {}
        (link())
        p #told role="status" {}
        @if copies.is_empty() { p { "No copy has been prepared yet." } }
        @for listed in copies { (one(user, listed)) }
        (what_a_link_does_not_do())
    };
    let scripts = ["/assets/sign_out.js", "/assets/copies.js"];
    whole(&format!("Copies for the family: {}", plan.reference), Some(user), &scripts, &main)
}

/// Where a new link is shown, once.
fn link() -> Markup {
    html! {
        section #link tabindex="-1" hidden aria-labelledby="link-title" {
            h2 #link-title { "The link" }
            p #link-message {}
            p #link-way {}
            p { label for="link-text" { "Copy it now: it is not shown again." } }
            p { input #link-text type="text" readonly; " " button #copy type="button" { "Copy the link" } }
            p { a href="#not" { "What a link does not protect from" } }
        }
    }
}

fn one(user: &User, listed: &Listed) -> Markup {
    let Listed { row, readers, children, links, leaks, .. } = listed;
    let stands = Stands::of(listed);
    let title = if readers.is_empty() { "Nobody yet" } else { readers.as_str() };
    html! {
        article id=(row.id) {
            h2 { "For " (title) " " strong.state { (stands.said()) } }
            @if !children.is_empty() { p { "About " (children) "." } }
            @for sentence in told(listed, stands) { p { (sentence) } }
            @if !leaks.is_empty() && !matches!(stands, Stands::Approved | Stands::Over | Stands::Withdrawn) { ul { @for leak in leaks { li { (leak) } } } }
            @if stands == Stands::Approved && user.hands_out_copies() && !listed.several {
                p {
                    label for={ "days-" (row.id) } { "Days that the link opens: " }
                    input.days id={ "days-" (row.id) } type="number" inputmode="numeric" min="1" max=(MOST_DAYS) value=(USUAL_DAYS);
                    " "
                    button.hand-out type="button" value=(row.id) aria-label={ "Make a link for " (title) } { "Make a link" }
                }
            }
            ul.links data-copy=(row.id) data-may-end[user.hands_out_copies()] data-reader=(title) {
                @for (id, said, opens) in links {
                    li {
                        (said)
                        @if *opens && user.hands_out_copies() {
                            " " button.revoke type="button" value=(id) aria-label={ "Revoke the link for " (title) } { "Revoke" }
                        }
                    }
                }
            }
        }
    }
}

/// What gives somebody away, where, and what to do.
pub fn leak(leak: &Leak, record: &Record) -> String {
    let words = Words::of(Language::English);
    let place = words.place(&leak.place, record);
    let what = words.label(leak.words_key());
    let found = words.fill(leak.found_key(), &[("where", &place), ("words", &leak.words), ("what", what)]);
    format!("{found}. {}", words.label(leak.way_key()))
}

/// The state in sentences, and what there is to do.
fn told(listed: &Listed, stands: Stands) -> Vec<String> {
    let Listed { row, refused, before_approval, .. } = listed;
    let [prepared_by, approved_by, role] =
        [&row.prepared_by, &row.approved_by, &row.approved_role].map(|text| text.trim());
    let approved = format!("{approved_by}, {role}, approved it on {}.", day(&row.approved_on));
    let mut told = Vec::new();
    match stands {
        Stands::Prepared if prepared_by.is_empty() => told.push("It is not prepared yet.".to_owned()),
        Stands::Prepared => told.push(format!("{prepared_by} is preparing it.")),
        Stands::Waits => told.push(format!(
            "{prepared_by} prepared it on {}. It waits for somebody else to approve it.",
            day(&row.prepared_on)
        )),
        Stands::Approved => {
            told.push(format!("{approved} It can be read until {}.", day(&row.expires_on)));
            if listed.several {
                told.push("It is for several readers, and a link is for one. Give it to them on paper, or prepare a copy for each.".to_owned());
            }
        }
        Stands::Another => told.push(approved),
        Stands::Over => told.push(format!("It could be read until {}.", day(&row.expires_on))),
        Stands::Withdrawn => told.push(format!("It was withdrawn on {}.", day(&row.withdrawn_on))),
    }
    let reasons: &[Reason] = match stands {
        Stands::Prepared | Stands::Waits => before_approval,
        Stands::Another => refused,
        _ => &[],
    };
    let words = Words::of(Language::English);
    told.extend(reasons.iter().map(|reason| words.label(reason.words_key()).to_owned()));
    if stands == Stands::Another && listed.links.iter().any(|(.., opens)| *opens) {
        told.push(
            "Its link still shows what was approved. If that is not safe any more, revoke it.".to_owned(),
        );
    }
    told
}

fn day(day: &Day) -> String {
    day.get()
        .map_or_else(|| "a day that is not given".to_owned(), |day| Words::of(Language::English).day(day))
}

fn what_a_link_does_not_do() -> Markup {
    html! {
        section aria-labelledby="not" {
            h2 #not { "What a link does not protect from" }
            ul {
                li { "Whoever has the address can read the copy. The page cannot tell who opens it." }
                li { "What was read cannot be called back. It can be printed, photographed or passed on. Revoking stops the next look only." }
                li { "The reader’s browser remembers that a page was opened. Where somebody looks at their phone, give them paper or ring." }
                li { "A shared phone or inbox is not safe. Send the address alone: no name, and not what it is about." }
            }
        }
    }
}

/// How to send a link so that it is safe for its reader, as far as the plan says.
pub fn way(record: &Record, reader: &RowId) -> String {
    let Some(person) = record.people.iter().find(|person| person.id == *reader) else {
        return "Open it together with the child, and with somebody whom the child trusts.".to_owned();
    };
    let name = person.name.trim();
    match (person.safe_to_contact.is(YesNo::Yes), person.safe_times.trim()) {
        (false, _) => format!(
            "The plan does not say that it is safe to send something to {name}. Ask first, or hand over a copy on paper."
        ),
        (true, "") => format!("Send it to {name} alone, by a way that is safe for them."),
        (true, times) => {
            format!("Send it to {name} alone, by a way that is safe for them. The plan says: {times}")
        }
    }
}
