//! What stands in a line that somebody wrote by hand: a number, an e-mail address, a street, a registration.

/// E-mail addresses.
pub(super) fn emails(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split(|c: char| c.is_whitespace() || ",;:=/|\"<>()[]".contains(c));
    words.filter(|word| word.len() > 3 && word.contains('@'))
}

/// Telephone numbers. A word or a comma parts two, and so does a 0 or + after ten figures.
pub(super) fn telephones(line: &str) -> Vec<String> {
    let (mut found, mut open) = (Vec::new(), String::new());
    let mut fresh = true;
    for sign in line.chars().chain([',']) {
        if sign.is_ascii_digit() || sign == '+' {
            if sign == '+' || (fresh && sign == '0' && open.len() > 9) {
                found.push(std::mem::take(&mut open));
            }
            open.extend(sign.is_ascii_digit().then_some(sign));
            fresh = false;
        } else if " ()-./\u{a0}".contains(sign) {
            fresh = true;
        } else {
            found.push(std::mem::take(&mut open));
            fresh = true;
        }
    }
    found.retain(|number| number.len() > 5);
    found
}

/// Parts that say where somebody lives: a number and two words at least.
pub(super) fn addresses(line: &str) -> impl Iterator<Item = &str> {
    line.split([';', '\n']).map(str::trim).filter(|part| {
        let part = part.split(',').map(str::trim).find(|part| part.starts_with(|c: char| c.is_ascii_digit()));
        let mut words = part.unwrap_or_default().split_whitespace();
        let number = words.next().is_some_and(|word| word.len() < 5);
        let letters = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_alphabetic() || c == '\'');
        number && words.filter(|word| letters(word)).count() > 1
    })
}

/// Registrations: AB12 CDE, A123 BCD, ABC 123D.
pub(super) fn registrations(line: &str) -> Vec<String> {
    let words: Vec<&str> = line.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let one = words.iter().map(|word| (*word).to_owned());
    let two = words.windows(2).map(|pair| pair.concat());
    one.chain(two).filter(|word| is_registration(word)).collect()
}

fn is_registration(word: &str) -> bool {
    let form: String = word.chars().map(|c| if c.is_ascii_digit() { '9' } else { 'A' }).collect();
    matches!(form.as_str(), "AA99AAA" | "A9AAA" | "A99AAA" | "A999AAA" | "AAA9A" | "AAA99A" | "AAA999A")
}
