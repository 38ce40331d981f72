//! Characters of other encodings as UTF-8.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::refill::{Blocks, Refilled};

/// Octets that are decoded at once.
const BLOCK: usize = 64 << 10;

/// The encoding that a byte order mark shows, and the length of the mark.
pub(crate) fn byte_order_mark(head: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(head)
}

/// Octets as text in the encoding that their byte order mark shows, which is left out; UTF-8 without one. Malformed
/// octets become U+FFFD.
pub(crate) fn marked_text(octets: &[u8]) -> Cow<'_, str> {
    match byte_order_mark(octets) {
        Some((encoding, length)) => encoding.decode_without_bom_handling(&octets[length..]).0,
        None => String::from_utf8_lossy(octets),
    }
}

/// A text of the command line without a byte order mark, which `$(cat FILE)` keeps.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{FEFF}').unwrap_or(text)
}

/// The name of UTF-16 in which octets without a mark seem to be: every second octet of ASCII text is zero.
pub(super) fn unmarked_utf16(head: &[u8]) -> Option<&'static Encoding> {
    let head = &head[..head.len().min(1 << 10)];
    let zeros = |from: usize| {
        let octets = head.iter().skip(from).step_by(2);
        octets.filter(|octet| **octet == 0).count()
    };
    let (even, odd, pairs) = (zeros(0), zeros(1), head.len() / 2);
    if pairs < 2 {
        None
    } else if odd * 3 > pairs * 2 && even * 10 < pairs {
        Some(UTF_16LE)
    } else if even * 3 > pairs * 2 && odd * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Returns `true` for UTF-8.
pub(super) fn is_utf8(encoding: &'static Encoding) -> bool {
    encoding == UTF_8
}

/// Decodes what it reads. What is malformed is an error, or U+FFFD if the reading is lossy: nothing is lost silently.
pub(super) struct Decoded<R: Read> {
    source: BufReader<R>,
    encoding: &'static Encoding,
    decoder: Decoder,
    is_lossy: bool,
    /// Octets read so far.
    offset: u64,
}

impl<R: Read> Decoded<R> {
    /// Decodes a source that begins with the mark of the encoding, or has none.
    pub(super) fn new(source: R, encoding: &'static Encoding, is_lossy: bool) -> Refilled<Self> {
        Refilled::new(Decoded {
            source: BufReader::with_capacity(BLOCK, source),
            encoding,
            decoder: encoding.new_decoder_with_bom_removal(),
            is_lossy,
            offset: 0,
        })
    }
}

impl<R: Read> Blocks for Decoded<R> {
    fn next_block(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        out.resize(3 * BLOCK, 0);
        let octets = self.source.fill_buf()?;
        let is_last = octets.is_empty();
        let (result, read, written) = self
            .decoder
            .decode_to_utf8_without_replacement(octets, out, is_last);
        self.source.consume(read);
        self.offset += read as u64;
        out.truncate(written);
        match result {
            DecoderResult::InputEmpty => return Ok(!is_last),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) if self.is_lossy => {
                out.extend_from_slice("\u{FFFD}".as_bytes());
            }
            DecoderResult::Malformed(length, after) => {
                let at = self.offset - u64::from(length) - u64::from(after);
                let name = self.encoding.name();
                return Err(io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!(
                        "the octets at byte {at} are not {name} (--lossy takes them as U+FFFD)"
                    ),
                ));
            }
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    fn read(octets: &[u8], encoding: &'static Encoding, is_lossy: bool) -> io::Result<String> {
        io::read_to_string(Decoded::new(octets, encoding, is_lossy))
    }

    #[test]
    fn decodes() {
        let text = "é👋\n".repeat(50_000);
        assert_eq!(read(&utf16(&text), UTF_16LE, false).unwrap(), text);
        assert_eq!(
            read(&utf16(&format!("\u{FEFF}{text}")), UTF_16LE, false).unwrap(),
            text
        );
        assert_eq!(
            read(b"Jos\xE9", encoding_rs::WINDOWS_1252, false).unwrap(),
            "José"
        );
    }

    #[test]
    fn refuses_what_is_malformed() {
        let mut octets = utf16("ab");
        octets.extend([0x00, 0xD8, b'c', 0]);
        let error = read(&octets, UTF_16LE, false).unwrap_err().to_string();
        assert!(
            error.starts_with("the octets at byte 4 are not UTF-16LE"),
            "{error}"
        );
        assert_eq!(read(&octets, UTF_16LE, true).unwrap(), "ab\u{FFFD}c");
        octets.truncate(3);
        assert!(read(&octets, UTF_16LE, false).is_err());
    }

    #[test]
    fn suspects_utf16() {
        assert_eq!(unmarked_utf16(&utf16("text\n")), Some(UTF_16LE));
        assert_eq!(unmarked_utf16(b"text\nabc\0def\n"), None);
        assert_eq!(unmarked_utf16(b""), None);
    }
}
