//! Figures and letters as they are said: number words, names of letters, the radio alphabet.

use super::tokens::Text;

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ORDINALS: [(&str, u32); 31] = [
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
    ("fortieth", 40),
    ("cyntaf", 1),
    ("trydydd", 3),
    ("pedwerydd", 4),
    ("pumed", 5),
    ("chweched", 6),
    ("seithfed", 7),
    ("wythfed", 8),
    ("nawfed", 9),
    ("degfed", 10),
];

/// Each line: a figure from 0 to 9 in Welsh.
const WELSH: [&str; 10] = [
    "sero dim",
    "un",
    "dau dwy ddau ddwy",
    "tri tair dri",
    "pedwar pedair bedwar",
    "pump pum bump",
    "chwech chwe",
    "saith",
    "wyth",
    "naw",
];

/// Each line: a letter, its name as people spell it, and its word on the radio.
const LETTERS: [&str; 26] = [
    "a ay alpha alfa",
    "b bee be bravo",
    "c cee see sea charlie",
    "d dee delta",
    "e ee echo",
    "f eff foxtrot",
    "g gee golf",
    "h aitch haitch hotel",
    "i eye india",
    "j jay juliet juliett",
    "k kay kilo",
    "l el ell lima",
    "m em mike",
    "n en november",
    "o oh owe oscar",
    "p pee pea papa",
    "q queue cue quebec",
    "r ar are romeo",
    "s ess sierra",
    "t tee tea tango",
    "u you yew uniform",
    "v vee victor",
    "w doubleyou doubleu whiskey whisky",
    "x ex xray",
    "y why wye yankee",
    "z zed zee zulu",
];

/// What one or more words say, in figures or letters, and how many words that takes.
pub(super) type Said = (String, usize);

fn below_twenty(word: &str) -> Option<u32> {
    SMALL.iter().position(|small| *small == word).map(|at| at as u32)
}

fn tens(word: &str) -> Option<u32> {
    TENS.iter().position(|tens| *tens == word).map(|at| at as u32 * 10 + 20)
}

/// A number below a hundred in words or figures, and the words it takes.
fn below_hundred(text: &Text, at: usize) -> Option<(u32, usize)> {
    if let Some(tens) = tens(text.word(at)) {
        let ones = below_twenty(text.word(at + 1)).filter(|ones| (1..10).contains(ones));
        return Some(ones.map_or((tens, 1), |ones| (tens + ones, 2)));
    }
    below_twenty(text.word(at)).map(|number| (number, 1))
}

/// A figure from 0 to 9 in Welsh, as one reads out a number.
fn in_welsh(word: &str) -> Option<u32> {
    let found = WELSH.iter().position(|names| names.split(' ').any(|name| name == word))?;
    Some(found as u32)
}

/// A number below a hundred in Welsh as schools count: "pedwar", "un deg pedwar", "dau ddeg".
fn below_hundred_in_welsh(text: &Text, at: usize) -> Option<(u32, usize)> {
    let first = in_welsh(text.word(at))?;
    if first == 0 || !matches!(text.word(at + 1), "deg" | "ddeg") {
        return Some((first, 1));
    }
    match in_welsh(text.word(at + 2)).filter(|ones| *ones > 0) {
        Some(ones) => Some((first * 10 + ones, 3)),
        None => Some((first * 10, 2)),
    }
}

/// A number in words up to 999, and how many words it takes: "a hundred and three", "twenty-one".
pub(super) fn number(text: &Text, at: usize) -> Option<(u32, usize)> {
    if let Some(found) = below_hundred_in_welsh(text, at) {
        return Some(found);
    }
    let (hundreds, taken) = match below_hundred(text, at) {
        Some((number, taken)) if text.word(at + taken) == "hundred" && number < 10 => (number, taken + 1),
        Some(found) => return Some(found),
        None if text.word(at) == "a" && text.word(at + 1) == "hundred" => (1, 2),
        None => return None,
    };
    let and = usize::from(text.word(at + taken) == "and");
    match below_hundred(text, at + taken + and).filter(|(number, _)| *number > 0) {
        Some((rest, more)) => Some((hundreds * 100 + rest, taken + and + more)),
        None => Some((hundreds * 100, taken)),
    }
}

/// A number of a day or house said as an ordinal: "twenty-first", "third".
pub(super) fn ordinal(text: &Text, at: usize) -> Option<(u32, usize)> {
    let of = |word: &str| ORDINALS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    if let Some(tens) = tens(text.word(at)) {
        return of(text.word(at + 1)).filter(|ones| *ones < 10).map(|ones| (tens + ones, 2));
    }
    of(text.word(at)).map(|number| (number, 1))
}

/// Whether a figure or letter may be said with this word first.
pub(super) fn speaks(word: &str) -> bool {
    !word.starts_with(|sign: char| sign.is_ascii_digit())
        && (matches!(word, "double" | "triple" | "treble") || is_counting(word) || one(word).is_some())
}

/// All that the words from here may say as figures and letters.
pub(super) fn readings(text: &Text, at: usize) -> Vec<Said> {
    let word = text.word(at);
    let mut said: Vec<Said> = Vec::new();
    if text.is_number(at) {
        return said;
    }
    let times = match word {
        "double" => 2,
        "triple" | "treble" => 3,
        _ => 0,
    };
    if times > 0 {
        if word == "double" && matches!(text.word(at + 1), "u" | "you") {
            said.push(("w".to_owned(), 2));
        }
        said.extend(one(text.word(at + 1)).map(|sign| (sign.repeat(times), 2)));
        return said;
    }
    said.extend(number(text, at).map(|(number, taken)| (number.to_string(), taken)));
    let hundreds = below_twenty(word).filter(|_| text.word(at + 1) == "hundred");
    said.extend(hundreds.map(|hundreds| (format!("{hundreds}00"), 2)));
    said.extend(one(word).map(|sign| (sign, 1)));
    said
}

/// One figure or letter by its name.
fn one(word: &str) -> Option<String> {
    if matches!(word, "oh" | "o" | "nought" | "naught" | "nil" | "zero") {
        return Some("0".to_owned());
    }
    if word.len() == 1 {
        return Some(word.to_owned());
    }
    if let Some(figure) = below_twenty(word) {
        return Some(figure.to_string());
    }
    if let Some(figure) = in_welsh(word) {
        return Some(figure.to_string());
    }
    let line = LETTERS.iter().find(|line| line.split(' ').any(|name| name == word))?;
    line.get(..1).map(str::to_owned)
}

/// Whether a number in words may begin with this word.
pub(super) fn is_counting(word: &str) -> bool {
    let ordinal = ORDINALS.iter().any(|(name, _)| *name == word);
    ordinal || word == "a" || below_twenty(word).is_some() || tens(word).is_some() || in_welsh(word).is_some()
}
