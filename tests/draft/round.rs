//! Any text comes back as it was, by either cipher.

use crate::samples::{CIPHERS, header};
use proptest::prelude::*;
use team_around::draft::{DataKey, DraftId, Envelope, Header, seal};

proptest! {
    #[test]
    fn any_text_comes_back(
        text in any::<String>(),
        repeated in 0usize..60,
        key: [u8; 32],
        nonce: [u8; 24],
        draft: [u8; 16],
        app in "\\PC{0,16}",
        seq in 0u64..1 << 53,
    ) {
        let text = text.repeat(repeated);
        for cipher in CIPHERS {
            let header = Header { draft: DraftId::of(draft), app: app.clone(), seq, ..header(cipher) };
            let sealed = seal(&header, &DataKey::of(key), &nonce[..cipher.nonce_len()], &text).unwrap();
            let envelope = Envelope::read(&sealed).unwrap();
            prop_assert_eq!(envelope.header(), &header);
            prop_assert_eq!(&*envelope.open(&DataKey::of(key)).unwrap(), &text);
        }
    }

    #[test]
    fn any_text_at_all_is_read_without_a_panic(text in any::<String>(), at in 0usize..600) {
        let _ = Envelope::read(&text);
        let mut sealed = crate::samples::sealed(&header(CIPHERS[0]), "");
        sealed.insert_str(at, &text);
        prop_assert!(text.trim().is_empty() || crate::samples::fate(&sealed) != "opens");
    }
}
