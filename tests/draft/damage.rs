//! Of three copies, each damaged in any way or not at all, the newest that is whole is opened, and never a word
//! that was not sealed as it stands.  reliability.md R5

use crate::samples::{CIPHERS, data_key, header};
use proptest::prelude::*;
use team_around::draft::{Choice, Copy, DraftId, Envelope, Header, Mark, Slot, Source, Unreadable, seal};

/// What becomes of one copy.
#[derive(Clone, Debug)]
enum Damage {
    Nothing,
    Gone,
    Flipped(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Twice(prop::sample::Index),
    /// Bytes of one copy stand in another's place.
    Mixed(prop::sample::Index, usize),
    /// Another copy stands here whole.
    Swapped(usize),
    /// That of another draft does.
    Strange,
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        4 => Just(Damage::Nothing),
        1 => Just(Damage::Gone),
        3 => (at(), 0_u8..8).prop_map(|(at, bit)| Damage::Flipped(at, bit)),
        2 => at().prop_map(Damage::Cut),
        1 => at().prop_map(Damage::Twice),
        1 => (at(), 0..3_usize).prop_map(|(at, from)| Damage::Mixed(at, from)),
        1 => (0..3_usize).prop_map(Damage::Swapped),
        1 => Just(Damage::Strange),
    ]
}

fn text(seq: u64) -> String {
    format!("{{\"plan\":{{\"why\":\"what was typed until write {seq}\"}}}}")
}

fn written(draft: u8, seq: u64, cipher: usize) -> String {
    let cipher = CIPHERS[cipher];
    let header =
        Header { draft: DraftId::of([draft; 16]), seq, updated: 1_760_000_600_000 + seq, ..header(cipher) };
    let nonce: Vec<u8> = (0..24).map(|byte| byte ^ seq as u8).take(cipher.nonce_len()).collect();
    seal(&header, &data_key(), &nonce, &text(seq)).unwrap()
}

/// The copy that stands at one place afterwards, as bytes that need be no text.
fn after(copies: &[String; 3], place: usize, damage: &Damage) -> Option<Vec<u8>> {
    let mut bytes = copies[place].clone().into_bytes();
    match damage {
        Damage::Nothing => {}
        Damage::Gone => return None,
        Damage::Flipped(at, bit) => {
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
        }
        Damage::Cut(at) => bytes.truncate(at.index(bytes.len())),
        Damage::Twice(at) => bytes.extend_from_within(at.index(bytes.len())..),
        Damage::Mixed(at, from) => {
            let other = copies[*from].as_bytes();
            let at = at.index(bytes.len().min(other.len()));
            bytes = [&bytes[..at], &other[at..]].concat();
        }
        Damage::Swapped(from) => bytes = copies[*from].clone().into_bytes(),
        Damage::Strange => bytes = written(9, 1_000, 0).into_bytes(),
    }
    Some(bytes)
}

/// What the copy is taken for, and what it opens as. A store hands out text: bytes that are none are damaged.
fn taken(bytes: Option<&[u8]>) -> (Copy, Option<String>) {
    let Some(bytes) = bytes else { return (Copy::Missing, None) };
    let envelope = std::str::from_utf8(bytes).map_or(Err(Unreadable::Damaged), Envelope::read);
    let envelope = match envelope {
        Ok(envelope) if envelope.header().draft == DraftId::of([3; 16]) => envelope,
        Err(Unreadable::Newer { .. }) => return (Copy::Newer, None),
        _ => return (Copy::Damaged, None),
    };
    let Ok(text) = envelope.open(&data_key()) else { return (Copy::Damaged, None) };
    let header = envelope.header();
    let mark = Mark { epoch: header.epoch, seq: header.seq, at: header.updated };
    (Copy::Whole(mark), Some(text.to_string()))
}

proptest! {
    #[test]
    fn the_newest_copy_that_is_whole_is_opened_as_it_was_sealed(
        seqs in prop::array::uniform3(1_u64..40), ciphers in prop::array::uniform3(0..2_usize),
        damages in prop::array::uniform3(damage()),
    ) {
        let copies: [String; 3] = std::array::from_fn(|place| written(3, seqs[place], ciphers[place]));
        let bytes: [_; 3] = std::array::from_fn(|place| after(&copies, place, &damages[place]));
        let [a, b, journal] = std::array::from_fn(|place| taken(bytes[place].as_deref()));
        let choice = Choice::of(a.0, b.0, journal.0);
        // What is whole is one of the three texts to the byte, found without the code that is tried.
        let whole = bytes.iter().flatten().filter_map(|bytes| {
            copies.iter().position(|copy| copy.as_bytes() == bytes.as_slice()).map(|of| seqs[of])
        });
        prop_assert_eq!(choice.newest.map(|(_, mark)| mark.seq), whole.max());
        let opened = choice.newest.and_then(|(source, _)| match source {
            Source::Slot(Slot::A) => a.1,
            Source::Slot(Slot::B) => b.1,
            Source::Journal => journal.1,
        });
        prop_assert_eq!(opened, choice.newest.map(|(_, mark)| text(mark.seq)));
        let damaged = bytes.iter().flatten().filter(|bytes| !copies.iter().any(|copy| copy.as_bytes() == bytes.as_slice()));
        prop_assert!(choice.damaged.len() + usize::from(choice.newer.is_some()) >= damaged.count());
    }
}
