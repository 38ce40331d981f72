//! The delimiter of a CSV file, and the lines above its header.
//!
//! Spreadsheets write the delimiter of the country, and reports begin with titles. A wrong guess would price the wrong
//! text, so what cannot be told apart is an error that names the candidates.

use super::candidate::{Candidate, RECORDS};
use super::delimiter::{
    CANDIDATES, described, refuse_one_column, refuse_quoted_lines, refuse_unusual,
};
use super::format::Dialect;
use super::options::InputOptions;
use super::wanted::{Purpose, Wanted};

/// A dialect, and the octets before the header, or before the first row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) dialect: Dialect,
    pub(super) prelude: usize,
    /// Records above the header.
    pub(super) titles: usize,
}

/// Finds the dialect of a file that begins with `head`, which is all of it if `is_whole`; `usual` is the delimiter that
/// its name promises. The error is a sentence without the name of the file.
pub(super) fn detect(
    head: &[u8],
    is_whole: bool,
    usual: u8,
    wanted: &Wanted,
    options: &InputOptions,
) -> Result<Found, String> {
    let (declared, prelude) = sep_line(head);
    let body = &head[prelude..];
    let fixed = options.delimiter.or(declared);
    let candidates: Vec<Candidate> = match fixed {
        Some(delimiter) => vec![Candidate::new(
            body,
            is_whole,
            options.dialect(delimiter),
            wanted,
        )],
        None => std::iter::once(usual)
            .chain(CANDIDATES.into_iter().filter(|other| *other != usual))
            .map(|delimiter| Candidate::new(body, is_whole, options.dialect(delimiter), wanted))
            .collect(),
    };
    let chosen = choose(&candidates)?;
    if chosen.header > 0 && !chosen.is_named {
        return Err(format!(
            "the first record has one cell, and others have {}, separated by {}: say with --skip-lines how many lines stand \
             above the header, or with --delimiter what separates the columns",
            chosen.columns,
            described(chosen.dialect.delimiter)
        ));
    }
    let found = Found {
        dialect: chosen.dialect,
        prelude: prelude + chosen.start,
        titles: chosen.header,
    };
    if !chosen.is_named
        && let Some(above) = chosen.named_later
    {
        return Err(format!(
            "the names of the columns seem to be further below: leave out what stands above with --skip-lines {above}"
        ));
    }
    let is_query = wanted.purpose == Purpose::Query;
    let column = if is_query { "" } else { " --column 1" };
    let is_named = is_query || !wanted.columns.is_empty() || wanted.is_numbered;
    let is_meant = options.delimiter.is_some() && is_named;
    if wanted.has_header && chosen.columns == 1 && !is_meant {
        let table = &body[chosen.start..];
        refuse_one_column(table, chosen.dialect, column)?;
        refuse_quoted_lines(table, is_whole, (chosen.dialect, RECORDS), column)?;
        if !chosen.is_named && options.delimiter.is_none() {
            refuse_unusual(table, is_whole, RECORDS, column)?;
        }
    }
    Ok(found)
}

/// Returns `true` if this delimiter divides all records into equally many columns, as a table that Excel calls Unicode text.
pub(super) fn is_table(head: &[u8], is_whole: bool, delimiter: u8) -> bool {
    let dialect = Dialect::new(delimiter);
    let table = Candidate::new(head, is_whole, dialect, &Wanted::default());
    table.columns > 1 && table.records > 1 && table.regular == table.records
}

/// Returns `true` if one of the delimiters divides all records into equally many columns, one of which is named as the text
/// usually is: a table under the name of a file of lines.
pub(super) fn is_named_table(head: &[u8], is_whole: bool, wanted: &Wanted) -> bool {
    let is_table = |delimiter: u8| {
        let table = Candidate::new(head, is_whole, Dialect::new(delimiter), wanted);
        let is_regular = table.records > 1 && table.regular == table.records;
        table.columns > 1 && is_regular && table.is_named && table.header == 0
    };
    CANDIDATES.into_iter().any(is_table)
}

/// The delimiter of a line such as `sep=;`, by which Excel reads and writes it, and the length of the line.
fn sep_line(head: &[u8]) -> (Option<u8>, usize) {
    let end = head.iter().position(|octet| matches!(octet, b'\n' | b'\r'));
    let line = &head[..end.unwrap_or(head.len())];
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let line = line.strip_suffix(b"\"").unwrap_or(line);
    let is_sep = line
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case(b"sep="));
    match (is_sep, line.get(4..)) {
        (true, Some([delimiter])) => {
            let after = end.map_or(head.len(), |end| {
                end + if head[end..].starts_with(b"\r\n") {
                    2
                } else {
                    1
                }
            });
            (Some(*delimiter), after)
        }
        _ => (None, 0),
    }
}

/// Prefers the delimiter that makes the columns which are wanted, then the one that divides the records evenly, then
/// the one that makes more columns.
fn choose(candidates: &[Candidate]) -> Result<Candidate, String> {
    let divides = |candidate: &&Candidate| candidate.columns > 1;
    let named = |candidate: &&Candidate| candidate.is_named && candidate.columns > 1;
    let mut left: Vec<&Candidate> = candidates.iter().filter(named).collect();
    if left.is_empty() && candidates[0].is_alone {
        return Ok(candidates[0].alone());
    }
    if left.is_empty() {
        // What stands above a header is known only by the names in it.
        let at_once = |candidate: &&Candidate| candidate.header == 0;
        left = candidates.iter().filter(divides).filter(at_once).collect();
    }
    if left.is_empty() {
        left = candidates.iter().filter(divides).collect();
    }
    let Some(best) = left.iter().copied().max_by(|one, other| {
        let order = one.is_more_regular(other);
        order.then(one.columns.cmp(&other.columns))
    }) else {
        return Ok(candidates[0]);
    };
    left.retain(|other| best.is_more_regular(other).is_eq() && other.columns == best.columns);
    match left.as_slice() {
        [one] => Ok(**one),
        several => {
            let named: Vec<&str> = several
                .iter()
                .map(|other| described(other.dialect.delimiter))
                .collect();
            Err(format!(
                "the columns may be separated by {}: say which with --delimiter",
                named.join(" or ")
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(csv: &str, columns: &[&str]) -> Result<(u8, usize), String> {
        let wanted = Wanted {
            columns: columns.iter().map(|name| (*name).to_owned()).collect(),
            has_header: true,
            is_table: true,
            ..Wanted::default()
        };
        let found = detect(
            csv.as_bytes(),
            true,
            b',',
            &wanted,
            &InputOptions::default(),
        )?;
        Ok((found.dialect.delimiter, found.prelude))
    }

    #[test]
    fn delimiters() {
        for (csv, columns, delimiter, prelude) in [
            ("a,b\n1,2\n", &[][..], b',', 0),
            ("a;b;c\n1;0,5;x, y\n2;0,7;z\n", &[], b';', 0),
            ("a\tb\n1\tx, y\n", &[], b'\t', 0),
            ("a|b\n1|x\n", &[], b'|', 0),
            ("sep=;\r\na,b;text\r\n1;2\r\n", &[], b';', 7),
            ("\"sep=\t\"\na\n", &[], b'\t', 8),
            ("text\nHello, you\nHello; you\n", &[], b',', 0),
            ("Report\n\nName;Text\nAnn;Hi\n", &[], b';', 7),
            ("text\nHi; you\nbye; you\n", &[], b',', 0),
            ("Nachricht\nHi; you\nbye; you\n", &["Nachricht"], b',', 0),
            ("text\n\nName;Text\nAnn;Hi\n", &[], b';', 5),
            ("Report;;\n;;\nName;Text;N\nAnn;Hi;1\n", &["Text"], b';', 12),
            ("text;x\nHi;1\nyou;2\n", &["text"], b';', 0),
            ("\"text; long\"\nHi\n", &[], b',', 0),
            ("Name;Message\n", &[], b';', 0),
            ("text,\nHi,1\n", &[], b',', 0),
            (
                "Created;May\n\nId;Text;N\n1;Hi;1\n2;you;1\n",
                &["Text"],
                b';',
                12,
            ),
        ] {
            assert_eq!(found(csv, columns), Ok((delimiter, prelude)), "{csv}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_an_error() {
        let error = found("a,b;c\n1,2;3\n", &[]).unwrap_err();
        assert_eq!(
            error,
            "the columns may be separated by a comma (,) or a semicolon (;): say which with --delimiter"
        );
        let error = found("Nachricht\nHi; you\nbye; you\n", &[]).unwrap_err();
        assert!(
            error.starts_with(
                "the first record has one cell, and others have 2, separated by a semicolon (;)"
            ),
            "{error}"
        );
        let error = found("Text; long\nHi\nyou\n", &[]).unwrap_err();
        assert!(
            error.starts_with("the header \"Text; long\" is one column, but contains"),
            "{error}"
        );
        for (csv, option) in [
            ("id^text\n1^Hi\n2^you\n", "'^'"),
            ("a:b:text\n1::Hi\n2:x:you\n", "':'"),
            ("id\x1Ftext\r\n1\x1FHi\r\n", "$'\\x1f'"),
        ] {
            let error = found(csv, &[]).unwrap_err();
            let sentence = format!("say so with --delimiter {option}; if");
            assert!(error.contains(&sentence), "{error}");
        }
        for csv in ["Note: text\nHi\n", "a^b\n", "text\nat 5:30\nat 6:30\n"] {
            assert_eq!(found(csv, &[]), Ok((b',', 0)), "{csv}");
        }
        assert_eq!(found("a:b\n1:2\n", &["a:b"]), Ok((b',', 0)));
        let error = found("Created;May\nId;Text\n1;Hi\n", &["Text"]).unwrap_err();
        assert_eq!(
            error,
            "the names of the columns seem to be further below: leave out what stands above with --skip-lines 1"
        );
        let error = found("\"id,text\"\n\"1,Hi, you\"\n", &[]).unwrap_err();
        assert!(
            error.starts_with("the header \"id,text\" is one cell, but contains a comma"),
            "{error}"
        );
        let error = found("Name;Text\nHi\nyou\nthere\n", &[]).unwrap_err();
        assert!(error.contains("contains a semicolon (;)"), "{error}");
    }
}
