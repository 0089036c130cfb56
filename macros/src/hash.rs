//! Hashes of what the checks in `const` compare: to compare two numbers takes the compiler less than to compare
//! two texts.

/// FNV-1a, 32 bits; never 0, which stands for none.
pub(crate) fn hash(text: &str) -> u32 {
    let hash = text.bytes().fold(0x811c_9dc5, |hash: u32, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash.max(1)
}

/// FNV-1a, 64 bits: for what is told apart by its hash alone.
pub(crate) fn long_hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
