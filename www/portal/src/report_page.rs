//! The page behind a link, in English and in Welsh: it begins in the one that was chosen for the link,
//! and its reader may change it.

use crate::pages::early;
use crate::store::Request;
use maud::{DOCTYPE, Markup, html};
use team_around::calendar::civil_date;
use team_around::words::{Language, Words};

/// The page with the element.
pub fn page(asked: &Request) -> Markup {
    let Request { by_name, by_role, language, .. } = asked;
    let both = |english: &str, welsh: &str| both(language, english, welsh);
    let main = html! {
        p { button #language type="button" { (both("Cymraeg", "English")) } }
        h1 { (both("Report to a meeting", "Adroddiad i gyfarfod")) }
        p {
            (both(
                &format!("{by_name}, {by_role}, asks for this report. The link opens until {}; until then you can come back and change what you wrote.", day(asked, Language::English)),
                &format!("Mae {by_name}, {by_role}, yn gofyn am yr adroddiad hwn. Mae’r ddolen yn agor tan {}; tan hynny gallwch ddod yn ôl a newid yr hyn a ysgrifennoch.", day(asked, Language::Welsh)),
            ))
        }
        p #problem role="alert" {}
        details {
            summary { (both("Open a file of your own", "Agor ffeil sydd gennych chi")) }
            p {
                label for="own-file" {
                    (both(
                        "A file that you saved here. It takes the place of what the form shows: ",
                        "Ffeil a gadwyd gennych yma. Mae’n cymryd lle’r hyn y mae’r ffurflen yn ei ddangos: ",
                    ))
                }
                input #own-file type="file" accept=".json,application/json";
            }
            p #opened role="status" {}
        }
        (early("team_around_meetings_bg.wasm"))
        team-around-report #report lang=(language) {
            p {
                (both(
                    "This report opens in a form that needs scripts and WebAssembly. If it does not appear, ask the person who sent you the link.",
                    "Mae’r adroddiad hwn yn agor mewn ffurflen sydd angen sgriptiau a WebAssembly. Os nad yw’n ymddangos, gofynnwch i’r person a anfonodd y ddolen atoch.",
                ))
            }
        }
    };
    bare(language, &["/package/team-around.js", "/assets/report.js"], &main)
}

/// The one page of all links that open nothing. Nobody knows the language of whoever has one.
pub fn nothing() -> Markup {
    let main = html! {
        h1 { "This link does not open anything" }
        p { "Ask the person who sent it to you for a new one." }
        div lang="cy" {
            h2 { "Nid yw’r ddolen hon yn agor dim" }
            p { "Gofynnwch i’r person a’i hanfonodd atoch am un newydd." }
        }
    };
    bare("en", &[], &main)
}

/// A sentence in both languages, of which one is shown.
fn both(shown: &str, english: &str, welsh: &str) -> Markup {
    html! {
        span lang="en" data-said hidden[shown != "en"] { (english) }
        span lang="cy" data-said hidden[shown != "cy"] { (welsh) }
    }
}

fn day(asked: &Request, language: Language) -> String {
    civil_date(&asked.opens_until)
        .map_or_else(|| asked.opens_until.clone(), |day| Words::of(language).day(day))
}

/// A page that leads nowhere else and says nothing of whom it is about, not in its title either.
fn bare(language: &str, scripts: &[&str], main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex, nofollow";
                title { @if language == "cy" { "Adroddiad" } @else { "Report" } }
                link rel="icon" href="/assets/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/assets/portal.css";
                @for script in scripts { script type="module" src=(script) {} }
            }
            body { main #main { (main) } }
        }
    }
}
