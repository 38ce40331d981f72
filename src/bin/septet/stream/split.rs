//! Where a chunk may end: behind a whole record.

use memchr::{memchr, memrchr};

use super::format::Format;

/// The end of the last whole record; `None` if not even one is whole.
pub(super) fn boundary(octets: &[u8], format: Format) -> Option<usize> {
    match format {
        Format::Csv { delimiter } => Quotes::of(octets, delimiter).boundary(octets),
        Format::Ndjson | Format::Lines => memrchr(b'\n', octets).map(|index| index + 1),
    }
}

/// The lines with the line breaks before each, without their own; nothing stands behind the last line break.
pub(crate) fn lines(octets: &[u8]) -> impl Iterator<Item = (u64, &[u8])> {
    let mut rest = octets;
    let lines = std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = memchr(b'\n', rest).map_or(rest.len(), |index| index + 1);
        let (line, behind) = rest.split_at(end);
        rest = behind;
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        Some(line.strip_suffix(b"\r").unwrap_or(line))
    });
    (0..).zip(lines)
}

/// The line breaks there are.
pub(crate) fn line_breaks(octets: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', octets).count() as u64
}

/// Whether a quote is open where the octets end.
pub(super) fn is_quote_open(octets: &[u8], delimiter: u8) -> bool {
    Quotes::of(octets, delimiter).is_open
}

/// Where quoted cells begin and end. A quote opens a cell only as its first octet, as the reader of CSV has it: within a
/// cell it is a quote and nothing more.
struct Quotes {
    /// What stands outside of quoted cells, as starts and ends.
    outside: Vec<(usize, usize)>,
    is_open: bool,
}

impl Quotes {
    /// Of octets that begin with a record.
    fn of(octets: &[u8], delimiter: u8) -> Self {
        let mut outside = Vec::new();
        // Where the search goes on, and where the stretch outside of quoted cells began.
        let (mut from, mut start) = (0, 0);
        let next = |from: usize| memchr(b'"', &octets[from..]).map(|index| from + index);
        while let Some(quote) = next(from) {
            let before = quote.checked_sub(1).map(|index| octets[index]);
            from = quote + 1;
            if before.is_some_and(|before| before != delimiter && !matches!(before, b'\n' | b'\r'))
            {
                continue;
            }
            outside.push((start, quote));
            // The cell ends with a quote that no second one follows.
            loop {
                let Some(end) = next(from) else {
                    return Quotes {
                        outside,
                        is_open: true,
                    };
                };
                from = end + 1;
                if octets.get(from) != Some(&b'"') {
                    break;
                }
                from += 1;
            }
            start = from;
        }
        outside.push((start, octets.len()));
        Quotes {
            outside,
            is_open: false,
        }
    }

    /// The end of the last record.
    fn boundary(&self, octets: &[u8]) -> Option<usize> {
        let mut stretches = self.outside.iter().rev();
        stretches.find_map(|&(start, end)| {
            memrchr(b'\n', &octets[start..end]).map(|index| start + index + 1)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSV: Format = Format::Csv { delimiter: b',' };

    #[test]
    fn lines_end_chunks() {
        assert_eq!(boundary(b"a\nb\nc", Format::Lines), Some(4));
        assert_eq!(boundary(b"abc", Format::Ndjson), None);
    }

    #[test]
    fn line_breaks_in_cells_do_not() {
        assert_eq!(boundary(b"a,b\n1,\"x\ny\",2\n3", CSV), Some(14));
        assert_eq!(boundary(b"a,b\n1,\"x\ny", CSV), Some(4));
        assert_eq!(boundary(b"\"a\n\"\"\n", CSV), None);
        assert!(is_quote_open(b"\"a\n\"\"\n", b','));
    }

    #[test]
    fn quotes_within_cells_are_no_quotes() {
        assert_eq!(boundary(b"5\" pipe\n6\" pipe\n7", CSV), Some(16));
        assert_eq!(boundary(b"\"a\"b\"\n\"c\nd", CSV), Some(6));
        assert!(!is_quote_open(b"a \"b\n", b','));
    }

    /// The reader of CSV is the judge: records read from the two parts are the records of the whole.
    #[test]
    fn chunks_hold_whole_records() {
        let kinds = *b"ab,\"\"\n\r";
        let mut state = 1_u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) as usize
        };
        let records = |octets: &[u8]| -> Vec<csv::ByteRecord> {
            let mut reader = csv::ReaderBuilder::new();
            reader.has_headers(false).flexible(true);
            let records = reader.from_reader(octets).into_byte_records();
            records.map(Result::unwrap).collect()
        };
        let mut divided = 0;
        for _ in 0..20_000 {
            let length = random() % 24;
            let octets: Vec<u8> = (0..length).map(|_| kinds[random() % kinds.len()]).collect();
            let whole = records(&octets);
            if let Some(at) = boundary(&octets, CSV) {
                divided += 1;
                let parts = [records(&octets[..at]), records(&octets[at..])].concat();
                assert_eq!(parts, whole, "{:?}", String::from_utf8_lossy(&octets));
            }
        }
        assert!(divided > 10_000);
    }
}
