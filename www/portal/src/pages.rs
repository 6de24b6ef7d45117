//! The portal's own pages. `maud` escapes whatever is put into them.

use crate::sign_in::User;
use crate::store::{Plan, Version};
use crate::{findings, said};
use maud::{DOCTYPE, Markup, html};
use team_around::protocol::{Finding, Protocol, Topic};
use team_around::record::signoff::Override;
use team_around::record::{Place, Record};
use team_around::words::{Language, Words};

/// A plan as the list shows it.
pub struct Listed {
    /// Its reference.
    pub reference: String,
    /// The latest version.
    pub version: Version,
    /// Its record.
    pub record: Record,
    /// Its protocol.
    pub protocol: Protocol,
    /// What is unmet.
    pub findings: Vec<Finding>,
    /// How many comments of the family nobody has read; none for whoever does not read them.
    pub comments: usize,
}

/// A page of the portal. The manager's has a way to the feedback.
pub fn page(title: &str, user: Option<&User>, scripts: &[&str], main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – Team Around portal" }
                link rel="icon" href="/assets/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/assets/portal.css";
                @for script in scripts { script type="module" src=(script) {} }
            }
            body {
                a.skip href="#main" { "Skip to main content" }
                header {
                    p.portal { a href="/plans" { "Team Around portal" } " " span.note { "an example, with invented people" } }
                    @if let Some(user) = user {
                        p {
                            @if user.reads_feedback() { a href="/feedback" { "Feedback on meetings" } " " }
                            a href="/account" { (user.name) ", " (user.role) } " " button #sign-out type="button" value=(user.id) { "Sign out" }
                        }
                    }
                }
                main #main tabindex="-1" { (main) }
            }
        }
    }
}

/// The sign-in: one button for each user.
pub fn sign_in(users: &[User]) -> Markup {
    let main = html! {
        h1 { "Who are you today?" }
        p { "This stands in for your council’s own sign-in. Nobody here is a real person." }
        noscript { p { "This example needs scripts: its pages may not send HTML forms." } }
        p #problem role="alert" {}
        ul.users {
            @for user in users {
                li {
                    button type="button" value=(user.id) { (user.name) } " "
                    (user.role) ", " (user.agency) ": " (user.part.said())
                }
            }
        }
    };
    page("Sign in", None, &["/assets/sign_in.js"], &main)
}

/// The plans, each with its unmet points by topic.
pub fn list(user: &User, plans: Vec<Listed>) -> Markup {
    let main = html! {
        h1 { "Plans" }
        @for plan in plans { (listed(&plan)) }
    };
    page("Plans", Some(user), &["/assets/sign_out.js"], &main)
}

fn listed(plan: &Listed) -> Markup {
    let stopping = plan.findings.iter().filter(|finding| finding.stops()).count();
    html! {
        article id=(plan.reference) {
            h2 { a href={ "/plans/" (plan.reference) } { (plan.reference) } " " strong.state { (state(&plan.version)) } }
            p { (sent(&plan.version)) ". " a href={ "/plans/" (plan.reference) "/meetings" } { "Meetings" } " " a href={ "/plans/" (plan.reference) "/copies" } { "Copies for the family" } }
            @if plan.comments > 0 {
                p { strong.state { "New" } " " a href={ "/plans/" (plan.reference) "#comments" } { (new_comments(plan.comments)) } }
            }
            @if plan.findings.is_empty() {
                p { "Nothing is unmet." }
            } @else {
                details {
                    summary { (plan.findings.len()) " unmet, of which " (stopping) " stop it from being made final" }
                    @for topic in Topic::ALL { (about(*topic, plan)) }
                }
            }
            (set_aside(&plan.record))
        }
    }
}

fn new_comments(count: usize) -> String {
    match count {
        1 => "1 comment of the family that nobody has read".to_owned(),
        _ => format!("{count} comments of the family that nobody has read"),
    }
}

fn about(topic: Topic, plan: &Listed) -> Markup {
    let words = Words::of(Language::English);
    let of_topic = |finding: &&Finding| finding.topic == topic;
    let key = format!("topic.{}", topic.name());
    html! {
        @if plan.findings.iter().any(|finding| of_topic(&finding)) {
            h3 { (words.say(&key).unwrap_or(topic.name())) }
            ul {
                @for finding in plan.findings.iter().filter(of_topic) {
                    li {
                        strong class={ "severity " (finding.severity.name()) } { (words.severity(finding.severity)) } " "
                        (said::label(&finding.place, &plan.record)) ". "
                        (findings::message(finding, &plan.record, &plan.protocol))
                    }
                }
            }
        }
    }
}

fn set_aside(record: &Record) -> Markup {
    html! {
        @if !record.overrides.is_empty() {
            h3 { "Rules set aside" }
            dl {
                @for row in &record.overrides {
                    dt { (rule(row, record)) }
                    dd { (*row.reason) br; (*row.name) ", " (*row.role) ", " (said::moment(&row.at)) }
                }
            }
        }
    }
}

/// What a rule asks, and where it was set aside. A rule that we do not know is named by its code.
fn rule(row: &Override, record: &Record) -> String {
    let title = Words::of(Language::English).say(&format!("rule.{}.title", row.rule.trim()));
    let place = Place::read(&row.place).map(|place| said::label(&place, record)).unwrap_or_default();
    format!("{} ({place})", title.unwrap_or(&row.rule))
}

/// A plan is final as long as nobody has changed it, in the plan or in a meeting.
fn state(version: &Version) -> &'static str {
    if version.kind == "submission" && version.document == "plan" { "Final" } else { "Draft" }
}

/// Which version it is, whose, and from when.
pub fn sent(version: &Version) -> Markup {
    html! {
        "Version " (version.number) @if version.document == "meeting" { " (record of a meeting)" } ", sent by " (version.by_name) ", " (version.by_role) ", "
        time datetime=(version.at) { (said::moment(&version.at)) }
    }
}

/// The plan in the form. What stands inside the element is read where scripts or WebAssembly are off.
pub fn plan(user: &User, plan: &Plan, version: &Version, comments: &Markup) -> Markup {
    let main = html! {
        h1 { "Plan " (plan.reference) " " strong #state .state { (state(version)) } }
        p #sent { (sent(version)) }
        p {
            a href={ "/plans/" (plan.reference) "/meetings" } { "Meetings" } " "
            a href={ "/plans/" (plan.reference) "/copies" } { "Copies for the family" }
        }
        (comments)
        (conflict("plan", &html! {}))
        (element(plan))
    };
    let scripts =
        ["/assets/sign_out.js", "/assets/comments.js", "/package/team-around.js", "/assets/plan.js"];
    page(&format!("Plan {}", plan.reference), Some(user), &scripts, &main)
}

/// What is shown where somebody stored another version first, with the ways out.
pub fn conflict(document: &str, way: &Markup) -> Markup {
    html! {
        section #conflict tabindex="-1" hidden aria-labelledby="conflict-title" {
            h2 #conflict-title { "Two versions of this " (document) }
            p #conflict-message {}
            dl #conflict-versions {}
            h3 { "What they say differently" }
            p #conflict-none hidden { "Nothing: every answer is the same." }
            ol #conflict-differences {}
            (way)
            p {
                button #keep-mine type="button" { "Keep mine and send as a new version" } " "
                a #open-theirs target="_blank" rel="noopener" { "Open theirs in a new tab" }
            }
        }
    }
}

/// One stored version, to read.
pub fn version(user: &User, plan: &Plan, version: &Version) -> Markup {
    let main = html! {
        h1 { "Plan " (plan.reference) ", version " (version.number) " " strong.state { (state(version)) } }
        p { (sent(version)) ". You can read it here. " a href={ "/plans/" (plan.reference) } { "Go to the latest version" } }
        @if version.document == "meeting" { (meeting_element(plan)) } @else { (element(plan)) }
    };
    let scripts = ["/assets/sign_out.js", "/package/team-around.js", "/assets/plan.js"];
    let title = format!("Plan {}, version {}", plan.reference, version.number);
    page(&title, Some(user), &scripts, &main)
}

/// What stands before each form: what went wrong, and the way back in where the session has ended.
fn before() -> Markup {
    html! {
        p #problem role="alert" {}
        p #signed-out hidden { a #sign-in-again href="/sign-in" { "Sign in again" } }
    }
}

fn element(plan: &Plan) -> Markup {
    html! {
        (before())
        (early("team_around_bg.wasm"))
        team-around-plan #plan lang="en" protocol=(plan.protocol) { (without("plan")) }
    }
}

/// A meeting's record in the form.
pub fn meeting_element(plan: &Plan) -> Markup {
    html! {
        (before())
        (early("team_around_meetings_bg.wasm"))
        team-around-meeting #meeting lang="en" protocol=(plan.protocol) { (without("record of a meeting")) }
    }
}

/// Asks for a form's module while its script is on the way: on a slow line the form is there a sixth sooner.
pub fn early(module: &str) -> Markup {
    html! { link rel="preload" as="fetch" crossorigin href={ "/package/" (module) }; }
}

fn without(document: &str) -> Markup {
    html! {
        p { "This " (document) " opens in a form that needs scripts and WebAssembly. If it does not appear, ask your help desk; nothing that is stored is lost." }
    }
}
