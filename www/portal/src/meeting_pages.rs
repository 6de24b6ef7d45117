//! The pages of a plan's meetings.

use crate::meetings::{Listed, NEXT, Stands};
use crate::pages::{conflict, meeting_element, page as whole, sent};
use crate::requests::{MOST_DAYS, USUAL_DAYS};
use crate::sign_in::User;
use crate::store::{Plan, Version};
use chrono::NaiveDate;
use maud::{Markup, html};
use team_around::record::meeting::Meeting;
use team_around::record::{CodeSet, Text};
use team_around::words::{Language, Words};

/// The meetings of a plan.
pub fn list(user: &User, plan: &Plan, meetings: &[Listed], planned: bool, today: NaiveDate) -> Markup {
    let here = format!("/plans/{}/meetings", plan.reference);
    let main = html! {
        h1 { "Meetings of " (plan.reference) }
        p { a href={ "/plans/" (plan.reference) } { "The plan" } }
        @if meetings.is_empty() { p { "There is no meeting yet." } }
        @for listed in meetings { (one(&here, listed, today)) }
        (onwards(&here, meetings.first(), planned, today))
    };
    whole(&format!("Meetings of {}", plan.reference), Some(user), &["/assets/sign_out.js"], &main)
}

/// The way to the next meeting; where none is planned, the way to prepare it.
fn onwards(here: &str, last: Option<&Listed>, planned: bool, today: NaiveDate) -> Markup {
    html! {
        @match last {
            None => { p { a href={ (here) "/" (NEXT) } { "Prepare the first meeting" } } }
            Some(_) if planned => { p { a href={ (here) "/" (NEXT) } { "Go to the next meeting" } } }
            Some(last) => {
                p #unplanned {
                    @match last.meeting.next_on.get().filter(|next| *next >= today) {
                        Some(next) => { "The next meeting is set for " (Words::of(Language::English).full_day(next)) ". " }
                        None => { "No next meeting is planned. " }
                    }
                    a href={ (here) "/" (last.meeting.id) } { "Prepare it from the last meeting" }
                    ": its form has “Prepare the next meeting”."
                }
            }
        }
    }
}

fn one(here: &str, listed: &Listed, today: NaiveDate) -> Markup {
    let meeting = &listed.meeting;
    html! {
        article id=(meeting.id) {
            h2 {
                a href={ (here) "/" (meeting.id) } { (kind(meeting)) ", " (day(meeting)) } " "
                strong.state { (stands(listed.stands)) }
            }
            @if let Some(last) = listed.send_by { p { (left(last, today)) } }
        }
    }
}

/// What kind of meeting it is: in its own words where it has any.
fn kind(meeting: &Meeting) -> String {
    let said = |text: &Text| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let named = meeting.kind.get().map(|kind| Words::of(Language::English).label(&code(kind)).to_owned());
    said(&meeting.kind_detail).or(named).unwrap_or_else(|| "Meeting".to_owned())
}

fn code<C: CodeSet>(code: C) -> String {
    format!("{}.{}", C::LIST.name, code.code())
}

fn day(meeting: &Meeting) -> String {
    meeting.on.get().map_or_else(|| "no day yet".to_owned(), |day| Words::of(Language::English).day(day))
}

fn stands(stands: Stands) -> String {
    match stands {
        Stands::Prepared => "Being prepared".to_owned(),
        Stands::Held => "Held".to_owned(),
        Stands::Sent => "Sent".to_owned(),
        Stands::Other(status) => Words::of(Language::English).label(&code(status)).to_owned(),
    }
}

/// How many days are left to send the plan round.
fn left(last: NaiveDate, today: NaiveDate) -> String {
    let by = Words::of(Language::English).day(last);
    let days = |number: i64| if number == 1 { "1 day".to_owned() } else { format!("{number} days") };
    match (last - today).num_days() {
        0 => format!("The plan goes out by {by}: that is today."),
        number if number > 0 => format!("The plan goes out by {by}: {} left.", days(number)),
        late => format!("The plan was to go out by {by}: {} ago. Not everybody has it.", days(-late)),
    }
}

/// What a meeting is called on its page.
pub fn title(meeting: &Meeting) -> String {
    format!("{}, {}", kind(meeting), day(meeting))
}

/// One meeting in the form. A meeting that was never stored has no reports.
pub fn page(user: &User, plan: &Plan, version: &Version, meeting: Option<&Meeting>) -> Markup {
    let title = meeting.map_or_else(|| "A new meeting".to_owned(), title);
    let merge = html! {
        p { "Both can be brought together: what only one of them says is kept, and where they differ you decide." }
        p { button #merge type="button" { "Bring in the other version" } }
    };
    let main = html! {
        h1 { (title) }
        p #sent { (sent(version)) }
        p {
            a href={ "/plans/" (plan.reference) "/meetings" } { "All meetings of " (plan.reference) } " "
            a href={ "/plans/" (plan.reference) } { "The plan" }
        }
        (conflict("record", &merge))
        (reports(meeting.is_some()))
        @if meeting.is_none() {
            p #unsaved { "Save the meeting once. Then you can ask agencies for their reports here." }
        }
        (meeting_element(plan))
    };
    let scripts = ["/assets/sign_out.js", "/package/team-around.js", "/assets/meeting.js"];
    whole(&format!("Meeting of {}", plan.reference), Some(user), &scripts, &main)
}

/// What the page's script fills: each agency with its report's state, and the link that is shown once.
fn reports(stored: bool) -> Markup {
    html! {
        details #reports hidden[!stored] {
            summary { h2 { "Ask for reports, and bring them in" } }
            div #asking hidden {
                p {
                    label for="days" { "Days that a link opens: " }
                    input #days type="number" inputmode="numeric" min="1" max=(MOST_DAYS) value=(USUAL_DAYS);
                }
                p {
                    label for="language" { "Language of its page: " }
                    select #language { option value="en" { "English" } option value="cy" lang="cy" { "Cymraeg" } }
                }
                p {
                    input #empty type="checkbox"; " "
                    label for="empty" { "Begin an empty report: for somebody who is not to see what was written through an earlier link" }
                }
            }
            section #link tabindex="-1" hidden aria-labelledby="link-title" {
                h3 #link-title { "The link" }
                p #link-message {}
                p { label for="link-text" { "Copy it now: it is not shown again." } }
                p { input #link-text type="text" readonly; " " button #copy type="button" { "Copy the link" } }
            }
            p #told role="status" {}
            ul #agencies {}
            p {
                "Where a link is no use: “Reports from agencies” in the form below makes a request as a file. Whoever you send it to opens it at "
                a #by-file href="/report" { "/report" }
                ", without an account, and sends you a file back."
            }
            p { button #look type="button" { "Look for new reports" } }
        }
    }
}
