//! Keys: which one opens what, which are refused, and that none is ever printed.

use crate::samples::{CIPHERS, TEXT, data_key, header, sealed, wrapping_key, wrappings};
use team_around::draft::{
    Argon2Cost, DataKey, DraftId, Envelope, Header, NoKey, WeakSecret, Wrapping, WrappingKey, WrongKey, seal,
};

/// The least cost that is taken, so that the trials are quick.
const QUICK: Argon2Cost = Argon2Cost::FLOOR;
const PASSPHRASE: &str = "pump-brass-otter-lamp";

/// Keys are never compared, so two are the same when each opens what the other sealed.
fn opens(key: &DataKey) -> bool {
    let envelope = Envelope::read(&sealed(&header(CIPHERS[0]), TEXT)).unwrap();
    envelope.open(key).is_ok_and(|text| *text == TEXT)
}

#[test]
fn only_the_key_that_sealed_a_draft_opens_it() {
    for cipher in CIPHERS {
        let envelope = Envelope::read(&sealed(&header(cipher), TEXT)).unwrap();
        assert_eq!(*envelope.open(&data_key()).unwrap(), TEXT);
        for byte in 0..32 {
            let mut other = [7; 32];
            other[byte] ^= 0x80;
            assert_eq!(envelope.open(&DataKey::of(other)).unwrap_err(), WrongKey::Refused);
        }
    }
}

#[test]
fn a_wrapped_key_comes_back_only_by_the_key_that_wrapped_it_and_for_its_draft() {
    let draft = DraftId::of([3; 16]);
    let wrapped = wrapping_key().wrap(&data_key(), draft, [5; 24]);
    assert_eq!(wrapped.len(), 72);
    assert!(opens(&wrapping_key().unwrap_key(&wrapped, draft).unwrap()));
    let refused = |key: &WrappingKey, wrapped: &[u8], draft| {
        assert_eq!(key.unwrap_key(wrapped, draft).unwrap_err(), WrongKey::Refused);
    };
    refused(&WrappingKey::of([8; 32]), &wrapped, draft);
    refused(&wrapping_key(), &wrapped, DraftId::of([4; 16]));
    for length in 0..wrapped.len() {
        refused(&wrapping_key(), &wrapped[..length], draft);
    }
    for bit in 0..wrapped.len() * 8 {
        let mut changed = wrapped.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        refused(&wrapping_key(), &changed, draft);
    }
}

/// A key that the draft does not name is not tried, even where it would fit.
#[test]
fn a_draft_names_its_key() {
    let header = header(CIPHERS[0]);
    assert!(opens(&wrapping_key().data_key(&header).unwrap()));
    let other = WrappingKey::of([8; 32]);
    assert_eq!(other.data_key(&header).unwrap_err(), WrongKey::Another);
    let wrapping = Wrapping::Device { kid: other.kid() };
    let misnamed = Header { wrapping, ..header.clone() };
    assert_eq!(wrapping_key().data_key(&misnamed).unwrap_err(), WrongKey::Another);
    assert_eq!(other.data_key(&misnamed).unwrap_err(), WrongKey::Refused);
}

#[test]
fn a_key_from_a_passphrase_has_no_name_and_is_refused_by_the_cipher() {
    let salt = [6; 16];
    let key = WrappingKey::from_passphrase(PASSPHRASE, &salt, QUICK).unwrap();
    let Argon2Cost { memory_kib, passes, lanes } = QUICK;
    let mut header = header(CIPHERS[0]);
    header.wrapping = Wrapping::Argon2id { salt, memory_kib, passes, lanes };
    header.wrapped = key.wrap(&data_key(), header.draft, [5; 24]);
    assert!(opens(&key.data_key(&header).unwrap()));
    for (pass, salt) in [("pump-brass-otter-lamq", salt), (PASSPHRASE, [7; 16])] {
        let other = WrappingKey::from_passphrase(pass, &salt, QUICK).unwrap();
        assert_eq!(other.data_key(&header).unwrap_err(), WrongKey::Refused);
    }
}

#[test]
fn weak_passphrases_costs_and_secrets_give_no_key() {
    let refused = |pass: &str, memory_kib, passes, lanes| {
        let cost = Argon2Cost { memory_kib, passes, lanes };
        WrappingKey::from_passphrase(pass, &[6; 16], cost).map(drop).unwrap_err()
    };
    assert_eq!(refused("elevenchars", 19_456, 2, 1), NoKey::TooShort);
    assert_eq!(refused("ééééééééééé", 19_456, 2, 1), NoKey::TooShort);
    assert_eq!(refused(PASSPHRASE, 19_455, 2, 1), NoKey::Cost);
    assert_eq!(refused(PASSPHRASE, 19_456, 1, 1), NoKey::Cost);
    assert_eq!(refused(PASSPHRASE, 19_456, 2, 0), NoKey::Cost);
    assert_eq!(refused(PASSPHRASE, u32::MAX, 2, 1), NoKey::Cost);
    assert_eq!(refused(PASSPHRASE, 65_536, u32::MAX, 1), NoKey::Cost);
    assert_eq!(WrappingKey::from_secret(&[1; 15]).map(drop), Err(WeakSecret));
    assert!(WrappingKey::from_secret(&[1; 16]).is_ok());
    assert_eq!(Argon2Cost::default(), Argon2Cost { memory_kib: 65_536, passes: 3, lanes: 1 });
}

#[test]
fn a_keys_id_is_its_own_and_short() {
    let keys = [WrappingKey::of([1; 32]), WrappingKey::of([2; 32])];
    let [one, two] = keys.map(|key| key.kid());
    assert_ne!(one, two);
    assert_eq!((one.len(), WrappingKey::of([1; 32]).kid()), (11, one));
    let secrets = [b"0123456789abcdef", b"0123456789abcdeg"];
    let [one, two] = secrets.map(|secret| WrappingKey::from_secret(secret).unwrap().kid());
    assert_ne!(one, two);
}

/// Marks that would show in any usual way of printing bytes.
#[test]
fn nothing_prints_a_key() {
    let printed = format!(
        "{0:?} {0:#?} {1:?} {1:#?} {2:?}",
        DataKey::of([0xab; 32]),
        WrappingKey::of([0xab; 32]),
        WrappingKey::from_secret(&[0xab; 16]),
    );
    let shown = ["171", "ab, ", "abab", "ABAB", "[", "q6ur"].into_iter().find(|mark| printed.contains(mark));
    assert_eq!(shown, None, "{printed}");
}

#[test]
fn a_stored_draft_without_a_wrapped_key_is_not_written() {
    for wrapping in wrappings() {
        let memory = wrapping == Wrapping::Memory;
        let header = Header { wrapping, wrapped: Vec::new(), ..header(CIPHERS[0]) };
        assert_eq!(seal(&header, &data_key(), &[0; 24], TEXT).is_ok(), memory);
    }
}
