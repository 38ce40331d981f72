//! Many texts counted at once, without JSON: octets of UTF-8 in, columns of integers out.

use std::borrow::Cow;
use std::ops::Range;

use septet::Encoding;
use serde_json::Value;

use crate::answer::Answer;
use crate::arguments::Argument;
use crate::failure::Failure;
use crate::memory::reserve;
use crate::options::{CountOptions, Sent};
use crate::request;

/// Octets of an answer for each text: segments and code units in 32 bits, the encoding in 8.
const ROW: usize = 9;

/// Texts of UTF-8 that follow each other in one piece of memory.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    octets: &'a [u8],
    ends: Ends<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Ends<'a> {
    /// A line feed ends a text.
    Lines,
    /// 32-bit offsets, one more than there are texts.
    Offsets(&'a [[u8; 4]]),
}

impl<'a> Texts<'a> {
    /// Lines, each ended by a line feed with a carriage return before it or without; a byte order mark at the start
    /// counts as nothing.
    #[must_use]
    pub fn lines(octets: &'a [u8]) -> Self {
        Texts {
            octets: octets.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(octets),
            ends: Ends::Lines,
        }
    }

    /// Texts between offsets of 32 bits, the lowest octet first, as Apache Arrow has them.
    ///
    /// # Errors
    ///
    /// Offsets that fall, or end behind the octets; `item` says at which text.
    pub fn between(octets: &'a [u8], offsets: &'a [u8]) -> Result<Self, Failure> {
        let (offsets, rest) = offsets.as_chunks::<4>();
        if offsets.is_empty() || !rest.is_empty() {
            let message = "offsets must be 32-bit integers, one more than there are texts";
            return Err(Failure::invalid(message.into()));
        }
        let ranges = offsets.array_windows().map(|pair| range(*pair));
        let is_inside = |range| octets.get(range).is_some();
        if let Some((item, _)) = ranges
            .enumerate()
            .find(|(_, range)| !is_inside(range.clone()))
        {
            let message = format!(
                "the offsets of text {item} must not fall, and be at most {}",
                octets.len()
            );
            return Err(Failure::invalid(message).of_item(item));
        }
        Ok(Texts {
            octets,
            ends: Ends::Offsets(offsets),
        })
    }

    /// The number of texts.
    #[must_use]
    pub fn count(&self) -> usize {
        match self.ends {
            Ends::Offsets(offsets) => offsets.len() - 1,
            Ends::Lines => {
                let is_open = self.octets.last().is_some_and(|&octet| octet != b'\n');
                memchr::memchr_iter(b'\n', self.octets).count() + usize::from(is_open)
            }
        }
    }

    /// Calls `work` with the index and the octets of each text.
    fn each(
        &self,
        mut work: impl FnMut(usize, &'a [u8]) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        match self.ends {
            Ends::Offsets(offsets) => {
                for (index, pair) in offsets.array_windows().enumerate() {
                    work(index, self.octets.get(range(*pair)).unwrap_or_default())?;
                }
            }
            Ends::Lines => {
                let mut start = 0;
                for index in 0..self.count() {
                    let rest = &self.octets[start..];
                    let length = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
                    let line = &rest[..length];
                    start = (start + length + 1).min(self.octets.len());
                    let is_closed = length < rest.len();
                    let line = line
                        .strip_suffix(b"\r")
                        .filter(|_| is_closed)
                        .unwrap_or(line);
                    work(index, line)?;
                }
            }
        }
        Ok(())
    }
}

fn range(offsets: [[u8; 4]; 2]) -> Range<usize> {
    let [start, end] =
        offsets.map(|offset| usize::try_from(u32::from_le_bytes(offset)).unwrap_or(usize::MAX));
    start..end
}

/// Counts every text into columns: segments, then code units, in 32 bits each, the lowest octet first; then encodings
/// in 8 bits, 0 for GSM-7 and 1 for UCS-2. Octets that are not UTF-8 count as U+FFFD.
///
/// # Errors
///
/// Options that are wrong, and a text that GSM-7 was demanded of and cannot carry: `item` says which.
pub fn count_many(
    texts: &Texts<'_>,
    options: Option<&[u8]>,
    answer: &mut Answer,
) -> Result<(), Failure> {
    let options = options.map_or(Ok(Value::Null), request::parse)?;
    let options = if options.is_null() {
        CountOptions::default()
    } else {
        let options = Argument::new("options", &options).object()?;
        CountOptions::read(&options, Sent::Framed, &[])?
    };
    let rows = texts.count();
    answer.columns(rows.checked_mul(ROW))?;
    texts.each(|row, octets| {
        let text = utf8(octets)?;
        let sent = options.sent(&text)?;
        let count =
            (options.segmenter.count(&sent)).map_err(|error| Failure::from(error).of_item(row))?;
        let word = |number| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
        answer.put(4 * row, &word(count.segments()));
        answer.put(4 * (rows + row), &word(count.units()));
        let is_ucs2 = count.encoding() == Encoding::Ucs2;
        answer.put(8 * rows + row, &[u8::from(is_ucs2)]);
        Ok(())
    })
}

fn utf8(octets: &[u8]) -> Result<Cow<'_, str>, Failure> {
    if let Ok(text) = std::str::from_utf8(octets) {
        return Ok(Cow::Borrowed(text));
    }
    // An octet can become a character of three, and the text grows by doubling.
    reserve(octets.len().saturating_mul(9))?;
    Ok(String::from_utf8_lossy(octets))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(texts: &Texts<'_>, options: Option<&str>) -> Result<Vec<(u32, u32, u8)>, String> {
        let mut answer = Answer::new();
        answer.begin().unwrap();
        count_many(texts, options.map(str::as_bytes), &mut answer)
            .map_err(|failure| serde_json::to_string(&failure).unwrap())?;
        let (words, encodings) = answer.octets().1.split_at(8 * texts.count());
        let words = words
            .as_chunks::<4>()
            .0
            .iter()
            .map(|word| u32::from_le_bytes(*word));
        let words: Vec<u32> = words.collect();
        let (segments, units) = words.split_at(texts.count());
        let rows = segments.iter().zip(units).zip(encodings);
        Ok(rows
            .map(|((segments, units), encoding)| (*segments, *units, *encoding))
            .collect())
    }

    #[test]
    fn lines_end_with_line_feeds() {
        let lines = |text: &str| counted(&Texts::lines(text.as_bytes()), None).unwrap();
        assert_eq!(lines(""), []);
        assert_eq!(lines("\n"), [(1, 0, 0)]);
        assert_eq!(lines("a\r\n\nb€\r"), [(1, 1, 0), (1, 0, 0), (1, 4, 0)]);
        assert_eq!(lines("\u{FEFF}a\n中"), [(1, 1, 0), (1, 1, 1)]);
        let not_utf8 = counted(&Texts::lines(b"a\xFFb\n\xE4\xB8"), None).unwrap();
        assert_eq!(not_utf8, [(1, 3, 1), (1, 1, 1)]);
    }

    #[test]
    fn offsets_cut_texts() {
        let offsets = [1_u32, 3, 3, 6].map(u32::to_le_bytes);
        let texts = Texts::between("xab中".as_bytes(), offsets.as_flattened()).unwrap();
        assert_eq!(
            counted(&texts, None).unwrap(),
            [(1, 2, 0), (1, 0, 0), (1, 1, 1)]
        );
        let wrong = |offsets: &[u8]| Texts::between(b"abc", offsets).unwrap_err().code();
        for offsets in [
            &b""[..],
            b"\0\0\0",
            b"\0\0\0\0\x04\0\0\0",
            b"\x02\0\0\0\x01\0\0\0",
        ] {
            assert_eq!(wrong(offsets), "invalid-argument");
        }
    }

    #[test]
    fn options_are_those_of_count() {
        let texts = Texts::lines("“a”\nb".as_bytes());
        let smart = counted(&texts, Some(r#"{"smartEncoding": "typography"}"#));
        assert_eq!(smart.unwrap(), [(1, 3, 0), (1, 1, 0)]);
        let error = counted(&texts, Some(r#"{"encoding": "GSM-7"}"#)).unwrap_err();
        assert!(
            error.starts_with(r#"{"code":"unencodable""#) && error.contains(r#""item":0"#),
            "{error}"
        );
        let error = counted(&texts, Some("[]")).unwrap_err();
        assert!(
            error.contains("options must be an object, not an array"),
            "{error}"
        );
        assert!(
            counted(&texts, Some("{"))
                .unwrap_err()
                .contains("malformed-json")
        );
    }
}
