//! One character of a text as plain small Latin letters or a figure, whatever it was dressed as.
//!
//! The table of diacritics is our own: Latin with accents, hooks and bars as Europe, Wales, Vietnam and West
//! Africa write it, raised and small capitals, and the letters of Cyrillic, Greek, Armenian, Cherokee and Lisu
//! that look like Latin ones. Other scripts stay as they are.

use super::dress;

/// What one character is to a reader who skims.
pub(super) enum Seen {
    /// One letter, small and plain, as it is or folded.
    Letter(char),
    /// More letters than one, of a ligature.
    Letters(&'static str),
    /// A figure from 0 to 9.
    Figure(char),
    /// More figures than one, in one circle.
    Figures(&'static str),
    /// Nothing: an accent as a separate sign, or a character without width.
    Nothing,
    /// An apostrophe of any shape, which may stand inside a word.
    Apostrophe,
    /// Anything that parts words.
    Between(char),
}

/// Each line: the plain letter, then what is taken for it.
const PLAIN: [&str; 26] = [
    "aàáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặɑаαᴀªᴬᵃḁₐᵄᵅⱥᶏɐɒⲁ",
    "bḃḅвβʙᴮᵇḇℬɓƀƃᵬᶀ",
    "cçćĉċčсϲᴄᶜḉℂℭꟲƈȼɕꞓ",
    "dďđðḋḍɖԁᴅᴰᵈḏḑḓⅅⅆɗƌᵭᶁᶑȡ",
    "eèéêëēĕėęěȅȇẹẻẽếềểễệеєεɛǝȩᴱᵉḕḗḙḛḝₑℯℰⅇᴇɇᶒⱸᵋəɘ",
    "fᶠḟℱꟳƒꜰᵮᶂꞙғ",
    "gĝğġģǧǵɡᴳᵍḡℊɠɢǥᶃꞡց",
    "hĥħḣḥнһʜȟʰᴴḧḩḫẖₕℋℌℍℎɦⱨꜧɥհ",
    "iìíîïĩīĭįıǐȉȋỉịіїιɩᴵᵢḭḯⁱℐℑℹⅈɪɨᵻᶖᶦ",
    "jĵǰјϳʲᴶⅉⱼᴊɉʝɟ",
    "kķǩкκḱḳᴷᵏḵₖᴋƙⱪꝁꝃᶄꞣ",
    "lĺļľŀłḷḻӏʟˡᴸḹḽₗℒℓƚⱡɫɬɭꝉᶅᶫ",
    "mṁṃмμᴍᴹᵐḿₘℳɱᵯᶆ",
    "nñńņňŉŋǹṅṇпᴺṉṋⁿₙℕɴɲɳƞᵰᶇꞥᶰηո",
    "oòóôõöøōŏőơǒǫȍȏȯọỏốồổỗộớờởỡợоοσɔºǭȫȭȱᴼᵒṍṏṑṓₒℴᴏɵꝋⱺᵓօ",
    "pṗрρᴾᵖṕₚℙᴘƥᵽᵱᶈꝑ",
    "qԛℚꟴ𐞥ɋꝗꞯʠզ",
    "rŕŗřȑȓṛṙʀʳᴿᵣṝṟℛℜℝɽɍᵲᶉꞧɼɾꞅ",
    "sśŝşšșṡṣѕſˢṥṧṩẛₛꜱʂȿᵴᶊꞩ",
    "tţťŧțṫṭтτᵀᵗṯṱẗₜᴛƭʈⱦᵵƫȶ",
    "uùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựυᵁᵘᵤṳṵṷṹṻᴜʉᶙᵾᶸս",
    "vᵛᵥṽṿⱽᴠʋⱱᶌꝟѵν",
    "wŵẁẃẅẇẉԝωʷᵂẘᴡⱳɯʍᵚ",
    "xхχẋˣẍₓᶍ",
    "yýÿŷỳỵỷỹуүγȳʸẏẙʏƴɏʎ",
    "zźżžẓζᶻẑẕℤℨᴢƶȥɀⱬʐʑᵶᶎ",
];

/// Each line: the plain letter, then the capitals of other scripts that look like its own. They are looked at
/// before they are made small, since a Greek small letter may look like another Latin one than its capital does.
const CAPITALS: [&str; 25] = [
    "aΑΆꓮᎪ",
    "bΒꓐᏴ",
    "cꓚᏟ",
    "dꓓᎠ",
    "eΕΈꓰᎬ",
    "fꓝϜ",
    "gꓖᏀ",
    "hΗΉꓧᎻ",
    "iΙΊΪꓲᎥ",
    "jꓙᎫ",
    "kΚꓗᏦ",
    "lꓡᏞ",
    "mΜꓟᎷ",
    "nΝꓠ",
    "oΟΌꓳ",
    "pΡꓑᏢ",
    "rꓣᎡᏒ",
    "sꓢᏚ",
    "tΤꓔᎢ",
    "uꓴ",
    "vꓦᏙ",
    "wꓪᎳ",
    "xΧꓫ",
    "yΥΎΫꓬᎩᎽ",
    "zΖꓜᏃ",
];

const LIGATURES: [(char, &str); 32] = [
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
    ('ⅰ', "i"),
    ('ⅱ', "ii"),
    ('ⅲ', "iii"),
    ('ⅳ', "iv"),
    ('ⅴ', "v"),
    ('ⅵ', "vi"),
    ('ⅶ', "vii"),
    ('ⅷ', "viii"),
    ('ⅸ', "ix"),
    ('ⅹ', "x"),
    ('ⅺ', "xi"),
    ('ⅻ', "xii"),
    ('ⅼ', "l"),
    ('ⅽ', "c"),
    ('ⅾ', "d"),
    ('ⅿ', "m"),
];

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
    if let Some(plain) = dress::as_ascii(given) {
        return ascii(plain);
    }
    if let Some(figures) = dress::as_figures(given) {
        return Seen::Figures(figures);
    }
    if let Some(letter) = first_of(&CAPITALS, dress::as_capital(given)) {
        return Seen::Letter(letter);
    }
    let small = given.to_lowercase().next().unwrap_or(given);
    if let Some((_, letters)) = LIGATURES.iter().find(|(ligature, _)| *ligature == small) {
        return Seen::Letters(letters);
    }
    match first_of(&PLAIN, small) {
        Some(letter) => Seen::Letter(letter),
        None if small.is_alphanumeric() && !is_filler(given) => Seen::Letter(small),
        None => Seen::Between(given),
    }
}

/// The plain letter of the line that holds this character.
fn first_of(lines: &[&str], given: char) -> Option<char> {
    lines.iter().find(|line| line.contains(given)).and_then(|line| line.chars().next())
}

/// Whether this is a capital: also one of a script that has no small letters, where it looks like ours.
pub(super) fn is_capital(given: char) -> bool {
    given.is_uppercase() || matches!(given as u32, 0x1D2C..=0x1D42 | 0x2C7D | 0xA4D0..=0xA4FF)
}

/// Letters of Unicode that show as a space, or as nothing: they part words as a hyphen does.
fn is_filler(given: char) -> bool {
    matches!(given, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}')
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
        0x80..=0x84 | 0x86..=0x9F | 0xAD | 0x300..=0x36F | 0x483..=0x489 | 0x61C | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF
        | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x20D0..=0x20FF | 0xFE00..=0xFE0F
        | 0xFE20..=0xFE2F | 0xFEFF | 0xFFF9..=0xFFFB
        | 0x1D173..=0x1D17A | 0xE0000..=0xE01EF)
}
