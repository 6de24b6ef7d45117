//! CRC-32C, which tells a damaged draft from one that another key sealed.

use crc::{CRC_32_ISCSI, Crc};

const CASTAGNOLI: Crc<u32> = Crc::<u32>::new(&CRC_32_ISCSI);

/// The CRC-32C (Castagnoli) of these bytes. It finds accidents; whoever changes a draft on purpose
/// mends it too, and is found by the cipher.
pub fn crc32c(bytes: &[u8]) -> u32 {
    CASTAGNOLI.checksum(bytes)
}
