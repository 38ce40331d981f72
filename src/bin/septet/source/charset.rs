//! Characters of other encodings as UTF-8.

use std::io::{self, BufRead, BufReader, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Octets that are decoded at once.
const BLOCK: usize = 64 << 10;

/// The encoding that a byte order mark shows, and the length of the mark.
pub(crate) fn byte_order_mark(head: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(head)
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

/// Whether the octets of an encoding are those of UTF-8.
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
    out: Vec<u8>,
    /// Octets of `out` that were handed out.
    given: usize,
    is_over: bool,
}

impl<R: Read> Decoded<R> {
    /// Decodes a source that begins with the mark of the encoding, or has none.
    pub(super) fn new(source: R, encoding: &'static Encoding, is_lossy: bool) -> Self {
        Decoded {
            source: BufReader::with_capacity(BLOCK, source),
            encoding,
            decoder: encoding.new_decoder_with_bom_removal(),
            is_lossy,
            offset: 0,
            out: Vec::new(),
            given: 0,
            is_over: false,
        }
    }

    /// Decodes the next block into `out`.
    fn decode(&mut self) -> io::Result<()> {
        self.given = 0;
        self.out.resize(3 * BLOCK, 0);
        let octets = self.source.fill_buf()?;
        let is_last = octets.is_empty();
        let decoded =
            self.decoder
                .decode_to_utf8_without_replacement(octets, &mut self.out, is_last);
        let (result, read, written) = decoded;
        self.source.consume(read);
        self.offset += read as u64;
        self.out.truncate(written);
        match result {
            DecoderResult::InputEmpty => self.is_over = is_last,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) if self.is_lossy => {
                self.out.extend_from_slice("\u{FFFD}".as_bytes());
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
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.out.len() && !self.is_over {
            self.decode()?;
        }
        let rest = &self.out[self.given..];
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        self.given += length;
        Ok(length)
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
