//! The name in a field for a name, without what else somebody wrote there: "Eirlys Pryce (Delyth's mum)".

use super::places::told;

/// Words after which a field speaks of something else than the name.
const ENDS: &str = " and says said at of from to with for in near who is was not ex now aka or via per care mother father \
    mum dad sister brother partner wife husband friend neighbour ac yn gan mam ";

/// Small words that stand inside names.
const INSIDE: &str = " ap ab ferch verch van von der den de del della di da dos du la le al el bin ibn bint ben ni nic \
    mac mc st y ter ten ";

/// The name that a field begins with. Nothing, where it says whose somebody is: "Delyth's mum Eirlys".
pub(super) fn name_in(field: &str) -> String {
    let plain = outside(field);
    let cut = plain
        .split([',', ';', ':', '/', '|', '&', '+', '=', '\n', '–', '—', '•'])
        .find(|part| !part.trim().is_empty());
    let cut = cut.unwrap_or_default().split(" - ").next().unwrap_or_default();
    let capitals = cut.contains(char::is_uppercase);
    let mut name: Vec<&str> = Vec::new();
    for word in cut.split_whitespace() {
        if is_possessive(word) {
            return String::new();
        }
        let small = word.starts_with(char::is_lowercase);
        let other = (capitals && small && !told(INSIDE, word)) || matches!(word, "a" | "o" | "i");
        if !name.is_empty() && (other || told(ENDS, &word.to_lowercase())) {
            break;
        }
        name.push(word);
    }
    name.join(" ")
}

/// The field without what stands in brackets or quotation marks.
fn outside(field: &str) -> String {
    let mut deep = 0_u32;
    let mut quoted = false;
    let mut plain = String::with_capacity(field.len());
    for sign in field.chars() {
        match sign {
            '(' | '[' | '{' | '<' => deep += 1,
            ')' | ']' | '}' | '>' => deep = deep.saturating_sub(1),
            '"' | '“' | '”' => quoted = !quoted,
            _ if deep == 0 && !quoted => plain.push(sign),
            _ => {}
        }
    }
    plain
}

fn is_possessive(word: &str) -> bool {
    let word = word.to_lowercase();
    ["'s", "’s", "s'", "s’", "`s", "´s", "ʼs"].iter().any(|end| word.ends_with(end))
}
