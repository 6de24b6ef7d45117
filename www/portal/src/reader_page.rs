//! The pages behind a copy's link. None of them has a name in its title or its address.

use axum::http::HeaderValue;
use chrono::NaiveDate;
use maud::{DOCTYPE, Markup, html};
use sha2::{Digest, Sha256};
use team_around::reading::family::FamilyCopy;
use team_around::reading::page::{Phrases, STYLES, document};
use team_around::words::{Language, Words};

/// The page with the element, which asks for the copy itself. What stands inside the element is read where
/// scripts are off, or until it has come. How long the link opens stands above the plan.
pub fn page(copy: &FamilyCopy, token: &str, until: Option<NaiveDate>, today: NaiveDate) -> Markup {
    let language = Language::from_tag(&copy.language);
    let [wait, remembers, without] = match language {
        Language::English => [
            "The page opens in a moment.",
            "Your browser remembers that you were here. If somebody checks what you read, use another phone, or ring instead.",
            "Nothing happens? Open the plain page",
        ],
        Language::Welsh => [
            "Mae’r dudalen yn agor mewn eiliad.",
            "Mae eich porwr yn cofio eich bod wedi bod yma. Os oes rhywun yn gwirio beth rydych yn ei ddarllen, defnyddiwch ffôn arall, neu ffoniwch yn lle hynny.",
            "Dim byd yn digwydd? Agorwch y dudalen blaen",
        ],
    };
    let main = html! {
        p #problem role="alert" {}
        team-around-family today=(today) {
            @if let Some((opens, soon)) = opens(copy, until, today) { p slot="notice" class=[soon.then_some("soon")] { (opens) } }
            p { (wait) }
            p { (remembers) }
            p { a href={ "/read/" (token) "/plain" } { (without) } }
        }
    };
    let scripts = ["/package/team-around-family.js", "/assets/reader.js"];
    bare(language, Words::of(language).label("family.title"), &scripts, &main)
}

/// So many days before its end a link says how many are left.
const SOON: i64 = 3;

/// How long the link opens, and whether that is soon over. The copy says its own last day, so of a link that ends
/// on the same day nothing is said before then.
fn opens(copy: &FamilyCopy, until: Option<NaiveDate>, today: NaiveDate) -> Option<(String, bool)> {
    let last = [until, copy.expires_on].into_iter().flatten().min()?;
    let left = (last - today).num_days();
    let soon = left <= SOON;
    if !soon && copy.expires_on == Some(last) {
        return None;
    }
    let language = Language::from_tag(&copy.language);
    let day = Words::of(language).full_day(last);
    let said = match language {
        Language::English => english(left, &day),
        Language::Welsh => welsh(left, &day),
    };
    Some((said, soon))
}

fn english(left: i64, day: &str) -> String {
    let opens = match left {
        ..=0 => "Today is the last day on which your link opens.".to_owned(),
        1 => format!("Your link opens for 1 more day, until {day}."),
        2..=SOON => format!("Your link opens for {left} more days, until {day}."),
        _ => format!(
            "Your link opens until {day}, which is sooner than the day that the copy names. After that, ask for a new link."
        ),
    };
    format!("{opens} If you want to keep the plan, print it, or ask for it on paper.")
}

/// "Tan" softens the day that follows it.
fn welsh(left: i64, day: &str) -> String {
    let opens = match left {
        ..=0 => "Heddiw yw’r diwrnod olaf y mae eich dolen yn agor.".to_owned(),
        1 => format!("Mae eich dolen yn agor am 1 diwrnod arall, tan d{day}."),
        2 => format!("Mae eich dolen yn agor am 2 ddiwrnod arall, tan d{day}."),
        3..=SOON => format!("Mae eich dolen yn agor am {left} diwrnod arall, tan d{day}."),
        _ => format!(
            "Mae eich dolen yn agor tan d{day}, sy’n gynt na’r diwrnod y mae’r copi yn ei enwi. Ar ôl hynny, gofynnwch am ddolen newydd."
        ),
    };
    format!("{opens} Os ydych am gadw’r cynllun, argraffwch ef, neu gofynnwch amdano ar bapur.")
}

/// The copy as one page without a script, to read and to print.
pub fn plain(copy: &FamilyCopy) -> String {
    let words = Words::of(Language::from_tag(&copy.language));
    let say = |key: &str| words.say(key).map(str::to_owned);
    document(copy, &Phrases { say: &say, language: words.language().tag() })
}

/// The policy of that page: nothing but its own styles, which it says itself.
pub fn plain_policy() -> HeaderValue {
    let styles = base64(&Sha256::digest(format!("\n{STYLES}")));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{styles}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// The one page of all links that open nothing: it says as little of those that did as of those that never were.
pub fn nothing() -> Markup {
    let main = html! {
        main { h1 { "Not available" } p lang="cy" { "Ddim ar gael" } }
    };
    bare(Language::English, "Not available", &[], &main)
}

fn bare(language: Language, title: &str, scripts: &[&str], main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex, nofollow";
                meta name="referrer" content="no-referrer";
                meta name="format-detection" content="telephone=no";
                title { (title) }
                link rel="icon" href="/assets/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/assets/reader.css";
                @for script in scripts { script type="module" src=(script) {} }
            }
            body { (main) }
        }
    }
}

/// Base64, as a policy names a hash.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let mut three = [0; 3];
        three.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        let bits = three.iter().fold(0_usize, |bits, byte| (bits << 8) | usize::from(*byte));
        for place in 0..4 {
            let letter = LETTERS.get((bits >> (18 - 6 * place)) & 63).copied().map_or('=', char::from);
            text.push(if place <= chunk.len() { letter } else { '=' });
        }
    }
    text
}
