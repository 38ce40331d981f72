//! Record boundaries: chunks end after a whole record.

use memchr::{memchr, memrchr};

use super::format::{Dialect, Format};

/// The end of the last whole record; `None` if not even one is whole.
pub(crate) fn boundary(octets: &[u8], format: Format) -> Option<usize> {
    match format {
        Format::Csv(dialect) if dialect.has_quotes => boundary_of_csv(octets, dialect),
        _ => memrchr(b'\n', octets).map(|index| index + 1),
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

/// Up to so many rows after the header: how many there are, and where the last of them ends.
pub(crate) fn first_rows(
    octets: &[u8],
    format: Format,
    has_header: bool,
    most: u64,
) -> (u64, usize) {
    let (mut rows, mut end) = (0, 0);
    if let Format::Csv(dialect) = format {
        let mut reader = dialect.reader().flexible(true).from_reader(octets);
        let mut record = csv::ByteRecord::new();
        let most = most + u64::from(has_header);
        while rows < most && reader.read_byte_record(&mut record).unwrap_or(false) {
            // Empty cells alone are not a row.
            rows += u64::from(record.len() == 1 || record.iter().any(|cell| !cell.is_empty()));
        }
        end = usize::try_from(reader.position().byte()).unwrap_or(octets.len());
        return (rows.saturating_sub(u64::from(has_header)), end);
    }
    for (_, line) in lines(octets) {
        if rows == most {
            break;
        }
        let at = line.as_ptr().addr() - octets.as_ptr().addr() + line.len();
        end = memchr(b'\n', &octets[at..]).map_or(octets.len(), |index| at + index + 1);
        rows += u64::from(format == Format::Lines || !line.trim_ascii().is_empty());
    }
    (rows, end)
}

/// The line breaks there are.
pub(crate) fn line_breaks(octets: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', octets).count() as u64
}

/// The quote that opens a cell which does not end with the octets.
pub(crate) fn open_quote(octets: &[u8], dialect: Dialect) -> Option<usize> {
    if !dialect.has_quotes {
        return None;
    }
    let mut quotes = Quotes::new(dialect);
    let mut end = 0;
    quotes.read(octets, |_, to| end = to);
    quotes.is_open().then_some(end)
}

/// The end of the last whole record of CSV that begins with a record.
fn boundary_of_csv(octets: &[u8], dialect: Dialect) -> Option<usize> {
    let mut end = None;
    Quotes::new(dialect).read(octets, |from, to| {
        let line_break = memrchr(b'\n', &octets[from..to]);
        end = line_break.map(|index| from + index + 1).or(end);
    });
    end
}

/// Finds the quoted cells. A quote opens a cell only as its first octet, as the reader of CSV has it: within a
/// cell it is a quote and nothing more.
#[derive(Debug)]
pub(crate) struct Quotes {
    dialect: Dialect,
    state: State,
}

/// The position after the octets read so far.
#[derive(Clone, Copy, Debug)]
enum State {
    /// Outside of quoted cells, behind this octet.
    Outside(Option<u8>),
    /// In a quoted cell.
    Inside,
    /// Behind a quote in a quoted cell: its end, or the first of two.
    Quote,
}

impl Quotes {
    /// Before a record.
    pub(crate) const fn new(dialect: Dialect) -> Self {
        Quotes {
            dialect,
            state: State::Outside(None),
        }
    }

    /// Returns `true` if a quoted cell is open after the octets read so far.
    pub(crate) const fn is_open(&self) -> bool {
        matches!(self.state, State::Inside)
    }

    /// Reads on, and calls `outside` with where each stretch outside of quoted cells starts and ends.
    pub(crate) fn read(&mut self, octets: &[u8], mut outside: impl FnMut(usize, usize)) {
        // Where the search goes on, and where the stretch outside of quoted cells began.
        let (mut from, mut start) = (0, 0);
        let next = |from: usize| memchr(b'"', &octets[from..]).map(|index| from + index);
        loop {
            match self.state {
                State::Outside(first) => {
                    let Some(quote) = next(from) else {
                        outside(start, octets.len());
                        self.state = State::Outside(octets.last().copied().or(first));
                        return;
                    };
                    from = quote + 1;
                    let before = quote
                        .checked_sub(1)
                        .map_or(first, |index| Some(octets[index]));
                    if before.is_none_or(|before| self.is_between_cells(before)) {
                        outside(start, quote);
                        self.state = State::Inside;
                    }
                }
                State::Inside => {
                    let Some(quote) = next(from) else { return };
                    from = quote + 1;
                    self.state = State::Quote;
                }
                State::Quote => match octets.get(from) {
                    None => return,
                    Some(b'"') => {
                        from += 1;
                        self.state = State::Inside;
                    }
                    Some(_) => {
                        start = from;
                        self.state = State::Outside(Some(b'"'));
                    }
                },
            }
        }
    }

    const fn is_between_cells(&self, octet: u8) -> bool {
        octet == self.dialect.delimiter || matches!(octet, b'\n' | b'\r')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIALECT: Dialect = Dialect::new(b',');
    const CSV: Format = Format::Csv(DIALECT);

    fn is_quote_open(octets: &[u8]) -> bool {
        open_quote(octets, DIALECT).is_some()
    }

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
        assert!(is_quote_open(b"\"a\n\"\"\n"));
    }

    #[test]
    fn quotes_within_cells_are_no_quotes() {
        assert_eq!(boundary(b"5\" pipe\n6\" pipe\n7", CSV), Some(16));
        assert_eq!(boundary(b"\"a\"b\"\n\"c\nd", CSV), Some(6));
        assert!(!is_quote_open(b"a \"b\n"));
    }

    #[test]
    fn quotes_are_the_same_in_pieces() {
        for octets in [
            &b"a,\"b \"\"c\"\"\",5\"\n\"d\ne\"\n"[..],
            b"\"a\"\"\",\"b",
            b"a\"\"\n\"\"\"\"\n\"",
        ] {
            for at in 0..=octets.len() {
                let mut quotes = Quotes::new(DIALECT);
                quotes.read(&octets[..at], |_, _| ());
                quotes.read(&octets[at..], |_, _| ());
                assert_eq!(quotes.is_open(), is_quote_open(octets), "{at}");
            }
        }
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
