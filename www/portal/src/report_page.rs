//! The pages for an agency's report, in English and in Welsh: the one behind a link, which begins in the
//! language that was chosen for it, and the one for a request that came as a file.

use crate::pages::early;
use crate::said::moment_in;
use crate::store::Request;
use maud::{DOCTYPE, Markup, html};
use team_around::words::Language;

/// A report that was sent through a link.
pub struct Sent {
    /// When it came, as an instant in UTC.
    pub at: String,
    /// Whether the form begins with it; not where something was saved since.
    pub is_shown: bool,
}

/// The page with the element.
pub fn page(asked: &Request, sent: Option<&Sent>) -> Markup {
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
        @if let Some(sent) = sent { (already(language, sent)) }
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
            p #opened .told role="status" {}
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

/// That a report was sent, and what the form shows: what was sent, or something else since.
fn already(language: &str, sent: &Sent) -> Markup {
    let at = |language| moment_in(language, &sent.at);
    let both = |english: &str, welsh: &str| both(language, english, welsh);
    html! {
        p #sent .told {
            strong {
                (both(
                    &format!("This report was sent on {}.", at(Language::English)),
                    &format!("Anfonwyd yr adroddiad hwn ar {}.", at(Language::Welsh)),
                ))
            }
            " "
            span #as-sent hidden[!sent.is_shown] {
                (both(
                    "The form shows what was sent. If you change it, send it again.",
                    "Mae’r ffurflen yn dangos yr hyn a anfonwyd. Os byddwch yn ei newid, anfonwch ef eto.",
                ))
            }
            span #since hidden[sent.is_shown] {
                (both(
                    "The form shows what was written after that. It is not sent yet: send it again.",
                    "Mae’r ffurflen yn dangos yr hyn a ysgrifennwyd ar ôl hynny. Nid yw wedi’i anfon eto: anfonwch ef eto.",
                ))
            }
        }
    }
}

/// The page on which a request that came as a file is answered: the file is opened in the browser, and
/// what was written is a file again.
pub fn by_file() -> Markup {
    let both = |english: &str, welsh: &str| both("en", english, welsh);
    let main = html! {
        p { button #language type="button" { (both("Cymraeg", "English")) } }
        h1 { (both("Report to a meeting", "Adroddiad i gyfarfod")) }
        p {
            (both(
                "For an agency that was asked for its report with a file. Open that file here, write your report, and choose “Finish and send”: your answer is saved as a file for you to send back. Nothing of it comes to this website.",
                "I asiantaeth y gofynnwyd iddi am ei hadroddiad gyda ffeil. Agorwch y ffeil honno yma, ysgrifennwch eich adroddiad, a dewiswch “Gorffen ac anfon”: caiff eich ateb ei gadw fel ffeil i chi ei hanfon yn ôl. Nid oes dim ohono’n dod i’r wefan hon.",
            ))
        }
        p {
            label for="own-file" {
                (both(
                    "The file that you were sent, or one that you saved here before: ",
                    "Y ffeil a anfonwyd atoch, neu un a gadwyd gennych yma o’r blaen: ",
                ))
            }
            input #own-file type="file" accept=".json,application/json";
        }
        p #problem role="alert" {}
        p #opened .told role="status" tabindex="-1" {}
        p #done hidden {
            (both(
                "Once you have the file, you can take the report out of this browser. Do so where others use this device: ",
                "Unwaith y bydd y ffeil gennych, gallwch dynnu’r adroddiad o’r porwr hwn. Gwnewch hynny lle mae eraill yn defnyddio’r ddyfais hon: ",
            ))
            button #remove type="button" {
                (both("Remove the report from this browser", "Tynnu’r adroddiad o’r porwr hwn"))
            }
        }
        div #place {}
        noscript {
            p {
                (both(
                    "This page needs scripts and WebAssembly. Ask the person who sent you the file to take your report down by telephone.",
                    "Mae angen sgriptiau a WebAssembly ar y dudalen hon. Gofynnwch i’r person a anfonodd y ffeil atoch gymryd eich adroddiad dros y ffôn.",
                ))
            }
        }
    };
    bare("en", &["/package/team-around.js", "/assets/own_report.js"], &main)
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
    moment_in(language, &asked.opens_until)
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
