//! Whether two texts tell of the same thing, by the words they share.

/// The words of a text that tell what happened, as likeness counts them.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// All words in order between single spaces, in small letters.
    whole: String,
    /// The first letters of each word that says something, each once.
    stems: Vec<String>,
    /// The numbers in it.
    numbers: Vec<String>,
    /// The first letters of the telling words of each sentence that says that something was not so.
    denied: Vec<Vec<String>>,
}

/// Of the shorter text's telling words, so many in ten must stand in the other.
const IN_TEN: usize = 6;
/// At least so many words must be shared.
const FEWEST: usize = 3;
/// Words shorter than this say too little to count.
const SHORT: usize = 4;
/// So many words of a text count: the first say what it is about.
const MOST: usize = 200;
/// So many first letters of a word count: "attended" is "attend", "neighbours" is "neighbour".
const STEM: usize = 5;
/// Words that turn a text into its opposite, in English and Welsh.
const NOT: [&str; 8] = ["not", "no", "never", "nobody", "didnt", "nid", "ddim", "neb"];
/// Words that say nothing of what happened.
const EMPTY: [&str; 16] = [
    "with", "from", "that", "this", "were", "have", "been", "they", "their", "after", "when", "which",
    "gyda", "wedi", "roedd", "mewn",
];

impl Told {
    /// The words of this text.
    pub fn of(text: &str) -> Self {
        let mut told = Self::default();
        let small: String =
            text.chars().map(super::small_letter).filter(|c| !matches!(c, '\'' | '’')).collect();
        small.split(['.', '!', '?', ';', ':', '\n']).for_each(|sentence| told.sentence(sentence));
        told.whole.push(' ');
        told
    }

    fn sentence(&mut self, sentence: &str) {
        let words = || sentence.split(is_between).filter(|word| !word.is_empty());
        for word in words() {
            self.whole.push(' ');
            self.whole.push_str(word);
            let is_number = word.chars().all(|c| c.is_ascii_digit());
            let list = if is_number { &mut self.numbers } else { &mut self.stems };
            let stem = if is_number { Some(word.to_owned()) } else { stem(word) };
            if let Some(stem) = stem.filter(|stem| list.len() < MOST && !list.contains(stem)) {
                list.push(stem);
            }
        }
        if words().any(|word| NOT.contains(&word)) {
            self.denied.push(words().filter_map(stem).collect());
        }
    }

    /// Whether it says "not" in a sentence about what the other tells too.
    fn denies(&self, other: &Self) -> bool {
        self.denied.iter().flatten().any(|stem| other.stems.contains(stem))
    }

    /// How many telling words there are.
    pub fn count(&self) -> usize {
        self.stems.len()
    }

    /// All its words in order.
    pub fn words(&self) -> &str {
        &self.whole
    }

    /// Whether the two have the same words.
    pub fn is_same(&self, other: &Self) -> bool {
        self.whole == other.whole
    }

    /// Whether the two tell of the same thing: the same words, or one within the other, or at least
    /// three telling words shared that are six in ten of the shorter text's. Never where one says
    /// "not" of what both tell and the other does not, or where both have numbers and none in common.
    pub fn is_like(&self, other: &Self) -> bool {
        if self.is_same(other) {
            return !self.whole.trim().is_empty();
        }
        let shared =
            |one: &[String], other: &[String]| one.iter().filter(|word| other.contains(word)).count();
        let have_numbers = !self.numbers.is_empty() && !other.numbers.is_empty();
        let numbers_differ = have_numbers && shared(&self.numbers, &other.numbers) == 0;
        let shorter = self.stems.len().min(other.stems.len());
        if shorter < FEWEST || numbers_differ || self.denies(other) != other.denies(self) {
            return false;
        }
        let is_within = self.whole.contains(&other.whole) || other.whole.contains(&self.whole);
        let shared = shared(&self.stems, &other.stems);
        is_within || (shared >= FEWEST && shared * 10 >= shorter * IN_TEN)
    }
}

/// The first letters of a word that tells something.
fn stem(word: &str) -> Option<String> {
    let tells = word.chars().count() >= SHORT && !EMPTY.contains(&word);
    tells.then(|| word.chars().take(STEM).collect())
}

/// What stands between words. By hand for the same reason as [`small_letter`](super::small_letter).
fn is_between(c: char) -> bool {
    let sign = matches!(c, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}');
    sign || (c.is_ascii() && !c.is_ascii_alphanumeric())
}
