//! Small and capital letters of the Latin alphabet, with the accents of Welsh and its neighbours.
//!
//! By hand, because the standard library brings the letters of every script with it, which take a
//! browser as long to fetch as a third of the rules.

/// The small letter; anything but a capital as it is.
pub fn small_letter(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        0xC0..=0xD6 | 0xD8..=0xDE => code + 0x20,
        0x178 => 0xFF,
        0x139..=0x148 | 0x179..=0x17E => code + code % 2,
        _ if is_even_pair(code) => code | 1,
        _ => return letter.to_ascii_lowercase(),
    };
    char::from_u32(small).unwrap_or(letter)
}

/// The capital; anything but a small letter as it is.
pub fn capital_letter(letter: char) -> char {
    let code = u32::from(letter);
    let capital = match code {
        0xE0..=0xF6 | 0xF8..=0xFE => code - 0x20,
        0xFF => 0x178,
        0x139..=0x148 | 0x179..=0x17E => code - (code + 1) % 2,
        _ if is_even_pair(code) => code & !1,
        _ => return letter.to_ascii_uppercase(),
    };
    char::from_u32(capital).unwrap_or(letter)
}

/// Where a capital has an even number and its small letter the next one.
fn is_even_pair(code: u32) -> bool {
    matches!(code, 0x100..=0x12F | 0x132..=0x137 | 0x14A..=0x177 | 0x1E00..=0x1E95 | 0x1EA0..=0x1EFF)
}

#[cfg(test)]
mod tests {
    use super::{capital_letter, small_letter};

    #[test]
    fn latin_letters_are_those_of_the_standard_library() {
        // One letter that is no letter's other case, or becomes several.
        let odd = |letter| matches!(letter, 'µ' | 'ß' | 'İ' | 'ı' | 'ŉ' | '\u{1E96}'..='\u{1E9E}');
        for letter in ('\0'..='\u{17E}').chain('\u{1E00}'..='\u{1EFF}').filter(|letter| !odd(*letter)) {
            assert_eq!(small_letter(letter).to_string(), letter.to_lowercase().to_string());
            assert_eq!(capital_letter(letter).to_string(), letter.to_uppercase().to_string());
        }
        assert_eq!("ŴŶÂẀỲ".chars().map(small_letter).collect::<String>(), "ŵŷâẁỳ");
    }
}
