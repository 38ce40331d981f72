//! Questions to 64 bytes of UTF-8 at once (or to fewer, by arrays of another length). Every loop runs to its end and every test is arithmetic,
//! so that the compiler takes 16 or 32 bytes at a time; no instruction set is named.

/// Bytes of a block.
pub(super) const BLOCK: usize = 64;

/// A block of text.
pub(super) type Block = [u8; BLOCK];

/// Whether all are ASCII of one septet, control characters aside.
#[inline]
pub(super) fn all_plain<const N: usize>(block: &[u8; N]) -> bool {
    // Between the space and `z` all but `[ \ ] ^` and the backtick are.
    none(block, |byte| {
        byte.wrapping_sub(b' ') > b'z' - b' ' || bracket(byte) || byte == b'`'
    })
}

/// Whether all have septets and are ASCII, control characters aside.
#[inline]
pub(super) fn all_printable<const N: usize>(block: &[u8; N]) -> bool {
    none(block, unprintable)
}

/// How many are ASCII of two septets: form feed and `[ \ ] ^ { | } ~`.
#[inline]
pub(super) fn extensions(block: &Block) -> usize {
    number(block, |byte| bracket(byte) || byte == 0x0C)
}

/// Whether there is ASCII without septets: a control character but line feed, form feed and carriage
/// return; the backtick; DEL.
#[inline]
pub(super) fn any_without_code(block: &Block) -> bool {
    let any = block.iter().fold(0, |any, &byte| {
        let is_not = |other| u8::from(byte != other);
        any | u8::from(byte < 0x80)
            & u8::from(unprintable(byte))
            & is_not(0x0A)
            & is_not(0x0C)
            & is_not(0x0D)
    });
    any != 0
}

/// How many begin a character: all but `0x80..=0xBF`.
#[inline]
pub(super) fn characters(block: &Block) -> usize {
    number(block, |byte| byte.cast_signed() >= -0x40)
}

/// How many begin a character beyond U+FFFF: `0xF0..=0xFF`.
#[inline]
pub(super) fn beyond_bmp(block: &Block) -> usize {
    number(block, |byte| byte >= 0xF0)
}

/// The places of ASCII of two septets: form feed and `[ \ ] ^ { | } ~`.
#[inline]
pub(super) fn extension_places<const N: usize>(block: &[u8; N]) -> u64 {
    places(block, |byte| bracket(byte) || byte == 0x0C)
}

/// The places of bytes that begin a character.
#[inline]
pub(super) fn character_places(block: &Block) -> u64 {
    places(block, |byte| byte.cast_signed() >= -0x40)
}

/// The places of bytes that begin a character of more than one byte.
#[inline]
pub(super) fn lead_places(block: &Block) -> u64 {
    places(block, |byte| byte >= 0xC0)
}

/// The places of bytes that begin a character beyond U+FFFF.
#[inline]
pub(super) fn beyond_bmp_places(block: &Block) -> u64 {
    places(block, |byte| byte >= 0xF0)
}

/// `[ \ ] ^ { | } ~`.
#[inline]
fn bracket(byte: u8) -> bool {
    (byte | 0x20).wrapping_sub(b'{') < 4
}

/// Control characters, the backtick, DEL and all beyond ASCII.
#[inline]
fn unprintable(byte: u8) -> bool {
    byte.wrapping_sub(0x20) >= 0x5F || byte == b'`'
}

#[inline]
fn none<const N: usize>(block: &[u8; N], holds: impl Fn(u8) -> bool) -> bool {
    block
        .iter()
        .fold(0, |any, &byte| any | u8::from(holds(byte)))
        == 0
}

#[inline]
fn number(block: &Block, holds: impl Fn(u8) -> bool) -> usize {
    usize::from(block.iter().map(|&byte| u8::from(holds(byte))).sum::<u8>())
}

/// A bit for each byte that `holds`.
#[inline]
fn places<const N: usize>(block: &[u8; N], holds: impl Fn(u8) -> bool) -> u64 {
    let flags = block.map(|byte| u8::from(holds(byte)));
    let (eights, _) = flags.as_chunks::<8>();
    eights.iter().rev().fold(0, |places, eight| {
        // The product moves the lowest bit of byte n to bit 56 + n: eight bits, from bit 56 on.
        let product = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080);
        places << 8 | product >> 56
    })
}
