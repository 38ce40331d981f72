//! Kinds of files, by their first octets.

/// Octets that are enough to tell: the mark of a tar archive is the last one.
pub(super) const LENGTH: usize = 512;

/// A kind of file that is not plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Packed(Packing),
    /// A zip archive: of files, or a workbook.
    Zip,
    /// Compound File Binary: an .xls workbook, or one with a password.
    Compound,
    /// Cannot be read: what it is, and what to do.
    Other(&'static str, &'static str),
}

/// The compression of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packing {
    Gzip,
    Zstd,
    Bzip2,
    Xz,
}

impl Packing {
    pub(crate) const ALL: [Packing; 4] =
        [Packing::Gzip, Packing::Zstd, Packing::Bzip2, Packing::Xz];

    /// The name, which is also that of its program.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Packing::Gzip => "gzip",
            Packing::Zstd => "zstd",
            Packing::Bzip2 => "bzip2",
            Packing::Xz => "xz",
        }
    }

    /// The end of the name of a file.
    pub(crate) const fn extension(self) -> &'static str {
        match self {
            Packing::Gzip => "gz",
            Packing::Zstd => "zst",
            Packing::Bzip2 => "bz2",
            Packing::Xz => "xz",
        }
    }
}

const AS_CSV: &str = "export it as CSV";
const UNPACK: &str = "unpack it first";

/// The first octets of each kind.
const MARKS: [(&[u8], Kind); 26] = [
    (b"\x1F\x8B", Kind::Packed(Packing::Gzip)),
    (b"\x28\xB5\x2F\xFD", Kind::Packed(Packing::Zstd)),
    (b"BZh", Kind::Packed(Packing::Bzip2)),
    (b"\xFD7zXZ\0", Kind::Packed(Packing::Xz)),
    (b"PK\x03\x04", Kind::Zip),
    (b"PK\x05\x06", Kind::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Kind::Compound),
    (
        b"PAR1",
        Kind::Other(
            "a Parquet file",
            "query it with septet sql, or export it as CSV",
        ),
    ),
    (b"%PDF-", Kind::Other("a PDF document", AS_CSV)),
    (
        b"SQLite format 3\0",
        Kind::Other("a SQLite database", "export the table as CSV"),
    ),
    (
        b"7z\xBC\xAF\x27\x1C",
        Kind::Other("a 7-Zip archive", UNPACK),
    ),
    (b"Rar!\x1A\x07", Kind::Other("a RAR archive", UNPACK)),
    (b"\x04\x22\x4D\x18", Kind::Other("packed by lz4", UNPACK)),
    (b"\x1F\x9D", Kind::Other("packed by compress", UNPACK)),
    (b"LZIP", Kind::Other("packed by lzip", UNPACK)),
    (b"MSCF", Kind::Other("a cabinet archive", UNPACK)),
    (b"ARROW1", Kind::Other("an Arrow file", AS_CSV)),
    (b"Obj\x01", Kind::Other("an Avro file", AS_CSV)),
    (b"ORC", Kind::Other("an ORC file", AS_CSV)),
    (
        b"{\\rtf",
        Kind::Other("an RTF document", "save it as plain text"),
    ),
    (b"\x89PNG", Kind::Other("an image", "texts are needed")),
    (b"\xFF\xD8\xFF", Kind::Other("an image", "texts are needed")),
    (b"GIF8", Kind::Other("an image", "texts are needed")),
    (b"\x7FELF", Kind::Other("a program", "texts are needed")),
    (
        b"-----BEGIN PGP MESSAGE",
        Kind::Other("encrypted", "decrypt it first"),
    ),
    (
        b"\xFF\xFE\0\0",
        Kind::Other(
            "UTF-32",
            "convert it to UTF-8, such as with iconv -f UTF-32 -t UTF-8",
        ),
    ),
];

/// The kind of a file that begins with these octets; `None` if it may be text.
pub(super) fn kind(head: &[u8]) -> Option<Kind> {
    let is_marked = |(mark, _): &&(&[u8], Kind)| head.starts_with(mark);
    let by_mark = MARKS.iter().find(is_marked).map(|(_, kind)| *kind);
    // `ORC` and `LZIP` may be words: there, the octet after them shows that the file is no text.
    let is_word = |octet: Option<&u8>| octet.is_some_and(|octet| matches!(octet, b' '..));
    match by_mark {
        Some(Kind::Other("an ORC file", _)) if is_word(head.get(3)) => None,
        Some(Kind::Other("packed by lzip", _)) if is_word(head.get(4)) => None,
        Some(Kind::Other("an Arrow file", _)) if is_word(head.get(6)) => None,
        Some(Kind::Packed(Packing::Bzip2)) if !is_bzip2(head) => None,
        Some(kind) => Some(kind),
        // A zstd file may begin with frames that hold nothing (RFC 8878, section 3.1.2).
        None if matches!(head, [0x50..=0x5F, 0x2A, 0x4D, 0x18, ..]) => {
            Some(Kind::Packed(Packing::Zstd))
        }
        None if head.get(257..262) == Some(b"ustar") => Some(Kind::Other("a tar archive", UNPACK)),
        None => None,
    }
}

/// `BZh`, a digit, and the mark of the first block or of the end.
fn is_bzip2(head: &[u8]) -> bool {
    let block = head.get(4..10);
    head.get(3).is_some_and(u8::is_ascii_digit)
        && (block == Some(b"1AY&SY") || block == Some(b"\x17\x72\x45\x38\x50\x90"))
}

/// A web page or XML under the name of a table: what it is.
pub(super) fn markup(head: &[u8]) -> Option<&'static str> {
    let head = head.trim_ascii_start();
    let begins = |mark: &str| {
        let start = head.get(..mark.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(mark.as_bytes()))
    };
    if begins("<!doctype html") || begins("<html") || begins("<table") {
        Some("a web page")
    } else if begins("<?xml") {
        Some("XML")
    } else {
        None
    }
}

/// Returns `true` for JSON: an object, or an array of objects, arrays or strings.
pub(super) fn is_json(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    let next = head.get(1..).unwrap_or_default().trim_ascii_start().first();
    match head.first() {
        Some(b'{') => next == Some(&b'"') && head.contains(&b':'),
        Some(b'[') => matches!(next, Some(b'{' | b'[' | b'"')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_text() {
        for text in ["ORC army", "LZIP code", "BZh", "PK", "text\n", "Obj", ""] {
            assert_eq!(kind(text.as_bytes()), None, "{text}");
        }
        assert_eq!(kind(b"\x1F\x8B\x08\0"), Some(Kind::Packed(Packing::Gzip)));
        assert_eq!(kind(b"BZh91AY&SY"), Some(Kind::Packed(Packing::Bzip2)));
        let tar = [&[b'a'; 257][..], b"ustar"].concat();
        assert!(matches!(kind(&tar), Some(Kind::Other("a tar archive", _))));
        assert_eq!(markup(b"\n<!DOCTYPE html>"), Some("a web page"));
        assert!(is_json(b" {\n \"a\": 1}") && is_json(b"[{\"a\":1}]"));
        assert!(!is_json(b"{name},text") && !is_json(b"[1]") && !is_json(b""));
    }
}
