//! 32 bytes as an array. Every loop runs to its end and every test is arithmetic, so that the
//! compiler can take 16 or 32 bytes at a time.

use super::LANES;

#[derive(Clone, Copy)]
pub(in crate::count) struct Lanes([u8; LANES]);

impl Lanes {
    #[inline]
    pub(in crate::count) fn new(bytes: &[u8; LANES]) -> Self {
        Lanes(*bytes)
    }

    #[inline]
    fn any(self, holds: impl Fn(u8) -> bool) -> bool {
        self.0
            .iter()
            .fold(0, |any, &byte| any | u8::from(holds(byte)))
            != 0
    }

    /// A bit for each byte that `holds`.
    #[inline]
    fn bits(self, holds: impl Fn(u8) -> bool) -> u32 {
        let flags = self.0.map(|byte| u8::from(holds(byte)));
        let (eights, _) = flags.as_chunks::<8>();
        // The product moves the lowest bit of byte n to bit 56 + n: eight bits, from bit 56 on.
        let gather = |eight: &[u8; 8]| {
            let product = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080);
            u32::from(product.to_be_bytes()[0])
        };
        eights
            .iter()
            .rev()
            .fold(0, |bits, eight| bits << 8 | gather(eight))
    }

    /// Whether all are ASCII of one septet, control characters aside.
    #[inline]
    pub(in crate::count) fn all_plain(self) -> bool {
        !self.any(|byte| unprintable(byte) || bracket(byte))
    }

    /// Whether all are ASCII with septets and no control characters.
    #[inline]
    pub(in crate::count) fn all_printable(self) -> bool {
        !self.any(unprintable)
    }

    /// The ASCII characters of the extension table, which take two septets: form feed and `[ \ ] ^ { | } ~`.
    #[inline]
    pub(in crate::count) fn extension(self) -> u32 {
        self.bits(|byte| bracket(byte) || byte == 0x0C)
    }

    /// ASCII without septets: the control characters but line feed, form feed and carriage return;
    /// the backtick; DEL.
    #[inline]
    pub(in crate::count) fn without_code(self) -> u32 {
        self.bits(|byte| byte < 0x80 && unprintable(byte) && !matches!(byte, 0x0A | 0x0C | 0x0D))
    }

    /// Bytes beyond ASCII.
    #[inline]
    pub(in crate::count) fn beyond_ascii(self) -> u32 {
        self.bits(|byte| byte >= 0x80)
    }

    /// Bytes that continue a character: `0x80..=0xBF`.
    #[inline]
    pub(in crate::count) fn continuation(self) -> u32 {
        self.bits(|byte| byte & 0xC0 == 0x80)
    }

    /// Bytes that begin a character beyond U+FFFF: `0xF0..=0xFF`.
    #[inline]
    pub(in crate::count) fn beyond_bmp(self) -> u32 {
        self.bits(|byte| byte >= 0xF0)
    }
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
