//! Text as such, below every rule of SMS: its length in UTF-16, repeated names, and the error that
//! names a character.

mod compositions;
mod control_names;
mod encoding_error;
pub(crate) mod letters;
pub(crate) mod names;
pub(crate) mod nfc;

pub use control_names::control_name;
pub use encoding_error::EncodingError;

/// The length of a text in 16-bit units of UTF-16: one for each character, two beyond U+FFFF. Counts the first bytes
/// of characters, and sums in `u8` for up to 127 bytes so that the compiler can vectorise.
pub(crate) fn utf16_len(text: &str) -> usize {
    /// The bytes whose sum fits a `u8`: a byte stands for two units at most.
    const BYTES: usize = u8::MAX as usize / 2;
    let units = |byte: &u8| u8::from(byte.cast_signed() >= -0x40) + u8::from(*byte >= 0xF0);
    let chunks = text.as_bytes().chunks(BYTES);
    chunks
        .map(|chunk| usize::from(chunk.iter().map(units).sum::<u8>()))
        .sum()
}

/// Returns the character that begins at `at`. Out of line in a WebAssembly module, where reading one takes 100 octets or more at
/// each of 20 places.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Returns the character that ends at `at`: see [`char_at`].
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Returns the index of the first octet that is searched for. Chunks are tested without a branch for each octet, so that the
/// compiler can vectorise: long texts have few of them.
pub(crate) fn find_octet(octets: &[u8], is_wanted: impl Fn(u8) -> bool) -> Option<usize> {
    const CHUNK: usize = 32;
    let (chunks, _) = octets.as_chunks::<CHUNK>();
    let has_any =
        |chunk: &[u8; CHUNK]| chunk.iter().fold(false, |any, byte| any | is_wanted(*byte));
    let skipped = chunks.iter().take_while(|chunk| !has_any(chunk)).count() * CHUNK;
    let rest = octets.get(skipped..)?;
    Some(skipped + rest.iter().position(|byte| is_wanted(*byte))?)
}
