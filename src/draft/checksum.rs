//! CRC-32C, which tells a damaged draft from one that another key sealed.

use crc::{CRC_32_ISCSI, Crc};

const CASTAGNOLI: Crc<u32> = Crc::<u32>::new(&CRC_32_ISCSI);

/// The CRC-32C (Castagnoli) of these pieces, one behind the other. It finds accidents; whoever changes a draft on
/// purpose mends it too, and is found by the cipher.
pub fn crc32c(pieces: &[&[u8]]) -> u32 {
    let mut digest = CASTAGNOLI.digest();
    pieces.iter().for_each(|piece| digest.update(piece));
    digest.finalize()
}
