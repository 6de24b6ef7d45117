//! Letters and figures in circles, squares, brackets and other type: rows of Unicode in the order of ours.

/// Where rows of ten figures begin: Arabic, Persian, Devanagari, Bengali, mathematical, with a comma.
const FIGURES: [u32; 10] = [0x660, 0x6F0, 0x966, 0x9E6, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1F101];

/// Where rows from 1 to 9 begin: in circles of five kinds, in brackets, with a stop.
const ONE_TO_NINE: [u32; 7] = [0x2460, 0x2474, 0x2488, 0x24F5, 0x2776, 0x2780, 0x278A];

/// Nought in a circle, in a black circle, with a stop, and in circles without serifs.
const NOUGHTS: [u32; 5] = [0x24EA, 0x24FF, 0x1F100, 0x1F10B, 0x1F10C];

/// Where rows of capitals begin: in circles, brackets and squares, white and black, and signs of flags.
const CAPITALS: [u32; 6] = [0x24B6, 0x1F110, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6];

/// Where rows of small letters begin: in brackets, in circles.
const SMALLS: [u32; 2] = [0x249C, 0x24D0];

/// Where rows of numbers from ten begin: in circles, brackets, with a stop; eleven in a black circle.
const FROM_TEN: [(u32, usize); 4] = [(0x2469, 0), (0x247D, 0), (0x2491, 0), (0x24EB, 1)];

/// Ten in a circle of four kinds.
const TEN: [u32; 4] = [0x24FE, 0x277F, 0x2789, 0x2793];

const TEN_TO_TWENTY: [&str; 11] = ["10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"];

/// The letter or figure of ASCII that a wide, circled or mathematical character is a dress of.
pub(super) fn as_ascii(given: char) -> Option<char> {
    let code = given as u32;
    let letter = |at: u32, first: u8| char::from_u32(u32::from(first) + at);
    match code {
        0xFF01..=0xFF5E => return char::from_u32(code - 0xFEE0),
        0x1D400..=0x1D6A3 => {
            let at = (code - 0x1D400) % 52;
            return if at < 26 { letter(at, b'A') } else { letter(at - 26, b'a') };
        }
        0xB9 => return Some('1'),
        0xB2 | 0xB3 => return letter(code - 0xB2, b'2'),
        0x2070 | 0x2074..=0x2079 | 0x2080..=0x2089 => return letter(code % 16, b'0'),
        _ if NOUGHTS.contains(&code) => return Some('0'),
        _ => {}
    }
    let in_row =
        |rows: &[u32], long: u32| rows.iter().find_map(|row| code.checked_sub(*row).filter(|at| *at < long));
    let figure = in_row(&FIGURES, 10).and_then(|at| letter(at, b'0'));
    let figure = figure.or_else(|| in_row(&ONE_TO_NINE, 9).and_then(|at| letter(at, b'1')));
    let capital = || in_row(&CAPITALS, 26).and_then(|at| letter(at, b'A'));
    figure.or_else(capital).or_else(|| in_row(&SMALLS, 26).and_then(|at| letter(at, b'a')))
}

/// The number from ten to twenty that stands in one circle or bracket.
pub(super) fn as_figures(given: char) -> Option<&'static str> {
    let code = given as u32;
    if TEN.contains(&code) {
        return TEN_TO_TWENTY.first().copied();
    }
    FROM_TEN.iter().find_map(|(row, first)| {
        let at = usize::try_from(code.checked_sub(*row)?).ok()? + first;
        (at < TEN_TO_TWENTY.len()).then(|| TEN_TO_TWENTY.get(at).copied()).flatten()
    })
}

/// The capital that a small capital of Cherokee or a mathematical Greek one is a dress of; others as they are.
pub(super) fn as_capital(given: char) -> char {
    let code = given as u32;
    let plain = match code {
        0xAB70..=0xABBF => Some(code - 0xAB70 + 0x13A0),
        0x1D6A8..=0x1D7CB => Some((code - 0x1D6A8) % 58).filter(|at| *at < 25).map(|at| at + 0x391),
        _ => None,
    };
    plain.and_then(char::from_u32).unwrap_or(given)
}
