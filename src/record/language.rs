//! Which language something is written in, as a code.

/// A language's tag (BCP 47), with a script and a country at most; blank where what was written is none.
pub fn language_tag(written: &str) -> String {
    let written = written.trim();
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mut parts = written.split('-').peekable();
    let primary = parts.next().is_some_and(|part| (2..=3).contains(&part.len()) && letters(part));
    let _script = parts.next_if(|part| part.len() == 4 && letters(part));
    let _country = parts.next_if(|part| {
        part.len() == 2 && letters(part) || part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    if primary && parts.next().is_none() { written.to_ascii_lowercase() } else { String::new() }
}
