//! One character of a text as plain small Latin letters or a figure, whatever it was dressed as.
//!
//! The table of diacritics is our own: Latin with accents as Europe, Wales, Vietnam and West Africa
//! write it, and the Cyrillic and Greek letters that look like Latin ones. Other scripts stay as they are.

/// What one character is to a reader who skims.
pub(super) enum Seen {
    /// One letter, small and plain, as it is or folded.
    Letter(char),
    /// More letters than one, of a ligature.
    Letters(&'static str),
    /// A figure from 0 to 9.
    Figure(char),
    /// Nothing: an accent as a separate sign, or a character without width.
    Nothing,
    /// An apostrophe of any shape, which may stand inside a word.
    Apostrophe,
    /// Anything that parts words.
    Between(char),
}

/// Each line: the plain letter, then what is taken for it.
const PLAIN: [&str; 24] = [
    "aàáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặɑаαᴀ",
    "bḃḅвβʙ",
    "cçćĉċčсϲᴄ",
    "dďđðḋḍɖԁᴅ",
    "eèéêëēĕėęěȅȇẹẻẽếềểễệеєεɛǝ",
    "gĝğġģǧǵɡ",
    "hĥħḣḥнηһʜ",
    "iìíîïĩīĭįıǐȉȋỉịіїιɩ",
    "jĵǰјϳ",
    "kķǩкκḱḳ",
    "lĺļľŀłḷḻӏʟ",
    "mṁṃмμᴍ",
    "nñńņňŉŋǹṅṇпν",
    "oòóôõöøōŏőơǒǫȍȏȯọỏốồổỗộớờởỡợоοσɔ",
    "pṗрρ",
    "qԛ",
    "rŕŗřȑȓṛṙʀ",
    "sśŝşšșṡṣѕ",
    "tţťŧțṫṭтτ",
    "uùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựυ",
    "wŵẁẃẅẇẉԝω",
    "xхχẋ",
    "yýÿŷỳỵỷỹуүγ",
    "zźżžẓζ",
];

const LIGATURES: [(char, &str); 16] = [
    ('æ', "ae"),
    ('ǽ', "ae"),
    ('œ', "oe"),
    ('ß', "ss"),
    ('þ', "th"),
    ('ĳ', "ij"),
    ('ǆ', "dz"),
    ('ﬀ', "ff"),
    ('ﬁ', "fi"),
    ('ﬂ', "fl"),
    ('ﬃ', "ffi"),
    ('ﬄ', "ffl"),
    ('ﬅ', "st"),
    ('ﬆ', "st"),
    ('№', "no"),
    ('℡', "tel"),
];

/// Where rows of ten figures begin: Arabic, Persian, Devanagari, Bengali, mathematical.
const FIGURES: [u32; 9] = [0x660, 0x6F0, 0x966, 0x9E6, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6];

/// The figure that a letter of another script passes for where it stands among figures.
pub(super) fn as_figure(given: char) -> Option<char> {
    match given {
        'з' | 'З' | 'ӡ' | 'Ӡ' | 'ʒ' | 'Ʒ' => Some('3'),
        'ч' | 'Ч' => Some('4'),
        'б' | 'Б' => Some('6'),
        _ => None,
    }
}

/// A character as a reader takes it.
pub(super) fn seen(given: char) -> Seen {
    if given.is_ascii() {
        return ascii(given);
    }
    if is_unseen(given) {
        return Seen::Nothing;
    }
    if matches!(given, '‘' | '’' | '‛' | 'ʼ' | 'ʹ' | 'ʻ' | '´' | '′' | '＇') {
        return Seen::Apostrophe;
    }
    if let Some(plain) = as_ascii(given) {
        return ascii(plain);
    }
    let small = given.to_lowercase().next().unwrap_or(given);
    if let Some((_, letters)) = LIGATURES.iter().find(|(ligature, _)| *ligature == small) {
        return Seen::Letters(letters);
    }
    let plain = PLAIN.iter().find(|line| line.contains(small)).and_then(|line| line.chars().next());
    match plain {
        Some(letter) => Seen::Letter(letter),
        None if small.is_alphanumeric() => Seen::Letter(small),
        None => Seen::Between(given),
    }
}

fn ascii(given: char) -> Seen {
    match given {
        'a'..='z' | 'A'..='Z' => Seen::Letter(given.to_ascii_lowercase()),
        '0'..='9' => Seen::Figure(given),
        '\'' | '`' => Seen::Apostrophe,
        _ => Seen::Between(given),
    }
}

/// Marks that combine, characters without width, signs of direction, variation selectors.
fn is_unseen(given: char) -> bool {
    matches!(given as u32,
        0xAD | 0x300..=0x36F | 0x483..=0x489 | 0x61C | 0x180B..=0x180E | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF
        | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x20D0..=0x20FF | 0xFE00..=0xFE0F
        | 0xFE20..=0xFE2F | 0xFEFF | 0xE0000..=0xE007F)
}

/// The letter or figure of ASCII that a wide, circled or mathematical character is a dress of.
fn as_ascii(given: char) -> Option<char> {
    let code = given as u32;
    let letter = |at: u32, first: u8| char::from_u32(u32::from(first) + at);
    match code {
        0xFF01..=0xFF5E => return char::from_u32(code - 0xFEE0),
        0x24B6..=0x24CF => return letter(code - 0x24B6, b'A'),
        0x24D0..=0x24E9 => return letter(code - 0x24D0, b'a'),
        0x1F1E6..=0x1F1FF => return letter(code - 0x1F1E6, b'A'),
        0x1F130..=0x1F149 => return letter(code - 0x1F130, b'A'),
        0x2460..=0x2468 => return letter(code - 0x2460, b'1'),
        0x1D400..=0x1D6A3 => {
            let at = (code - 0x1D400) % 52;
            return if at < 26 { letter(at, b'A') } else { letter(at - 26, b'a') };
        }
        0xB9 => return Some('1'),
        0xB2 | 0xB3 => return letter(code - 0xB2, b'2'),
        0x2070 | 0x2074..=0x2079 | 0x2080..=0x2089 => return letter(code % 16, b'0'),
        _ => {}
    }
    let row = FIGURES.iter().find(|row| (**row..**row + 10).contains(&code))?;
    letter(code - row, b'0')
}
