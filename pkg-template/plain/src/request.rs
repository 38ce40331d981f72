//! A request: an array of JSON, the name of a function and its arguments.

use std::borrow::Cow;

use serde_json::Value;

use crate::answer::Answer;
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::functions;
use crate::memory::reserve;

/// Octets of memory that one value of a request takes at most, besides its text: a list or an object of one member
/// allocates room for four. (Measured by `tests/memory.rs`.)
const VALUE: usize = 480;

/// Answers a request.
///
/// # Errors
///
/// A `Failure` names the fault of the request, or the reason for which its function refuses it.
pub fn respond(request: &[u8], answer: &mut Answer) -> Result<(), Failure> {
    let value = parse(request)?;
    let Some((Value::String(name), values)) = value.as_array().and_then(|list| list.split_first())
    else {
        let message = r#"a request must be an array: the name of a function, then its arguments, such as ["count", "Hello"]"#;
        return Err(Failure::new("malformed-request", message));
    };
    let Some(function) = functions::find(name) else {
        let message = format!(
            "there is no function called {name}: {}",
            functions::names().collect::<Vec<_>>().join(", ")
        );
        return Err(Failure::new("unknown-function", message));
    };
    if values.len() > function.arguments.len() {
        let message = format!(
            "{name} takes {} at most ({}), not {}",
            functions::counted(function.arguments.len()),
            function.arguments.join(", "),
            values.len()
        );
        return Err(Failure::invalid(message));
    }
    (function.work)(&Arguments::new(function.arguments, values), answer)
}

/// Reads JSON, once there is memory for what it becomes.
pub(crate) fn parse(json: &[u8]) -> Result<Value, Failure> {
    let found = scan(json);
    let needed = found
        .values
        .saturating_mul(VALUE)
        .saturating_add(json.len().saturating_mul(3));
    reserve(needed)?;
    let json = repaired(json, &found.lone_surrogates);
    serde_json::from_slice(&json).map_err(|error| {
        let index = octet(&json, error.line(), error.column());
        let message = error.to_string();
        // The place is in `index`, for a request that has one line.
        let sentence = message
            .rsplit_once(" at line ")
            .map_or(message.as_str(), |(sentence, _)| sentence);
        let message = format!("the request is not JSON at octet {index}: {sentence}");
        Failure::new("malformed-json", message).at(index)
    })
}

/// The offset of a line and column, both counted from 1.
fn octet(json: &[u8], line: usize, column: usize) -> usize {
    let lines = json.split_inclusive(|&octet| octet == b'\n');
    let before: usize = lines.take(line.saturating_sub(1)).map(<[u8]>::len).sum();
    (before + column.saturating_sub(1)).min(json.len())
}

/// Upper bounds found in a scan of the request, before it is parsed.
#[derive(Debug, Default)]
struct Found {
    /// Maximum number of values.
    values: usize,
    /// Offsets of escapes that are half of a surrogate pair without the other half.
    lone_surrogates: Vec<usize>,
}

/// Looks over a request: JSON may be malformed here, the parser says so.
fn scan(json: &[u8]) -> Found {
    let mut found = Found {
        values: 1,
        ..Found::default()
    };
    let (mut index, mut is_text) = (0, false);
    while let Some(&octet) = json.get(index) {
        index += 1;
        match octet {
            b'"' => is_text = !is_text,
            b'\\' if is_text => {
                let escape = index - 1;
                index += 1;
                if !matches!(surrogate(json, escape), Some(0xD800..=0xDFFF)) {
                    continue;
                }
                index = escape + 6;
                let is_pair = matches!(surrogate(json, escape), Some(0xD800..=0xDBFF))
                    && matches!(surrogate(json, index), Some(0xDC00..=0xDFFF));
                if is_pair {
                    index += 6;
                } else {
                    found.lone_surrogates.push(escape);
                }
            }
            b',' | b'[' | b'{' if !is_text => found.values += 1,
            _ => {}
        }
    }
    found
}

/// The 16-bit unit of an escape such as `\uD83D` at an offset.
fn surrogate(json: &[u8], index: usize) -> Option<u32> {
    let escape = json.get(index..index.checked_add(6)?)?;
    let digits = escape.strip_prefix(br"\u")?;
    let digits = digits.iter().all(u8::is_ascii_hexdigit).then_some(digits)?;
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// JSON with U+FFFD for each lone surrogate, which costs as much: JavaScript, Java, C# and Python write them, Rust's
/// strings cannot have them, and a count must not fail for one.
fn repaired<'j>(json: &'j [u8], lone_surrogates: &[usize]) -> Cow<'j, [u8]> {
    let mut json = Cow::Borrowed(json);
    for &escape in lone_surrogates {
        if let Some(digits) = json.to_mut().get_mut(escape + 2..escape + 6) {
            digits.copy_from_slice(b"FFFD");
        }
    }
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_surrogates_become_replacement_characters() {
        let read = |json: &str| parse(json.as_bytes()).unwrap();
        assert_eq!(read(r#""\ud83d\udc4b""#), "👋");
        assert_eq!(read(r#""\ud83d""#), "\u{FFFD}");
        assert_eq!(
            read(r#""a\uDC4B\uD83D\uD83D\uDC4Bb""#),
            "a\u{FFFD}\u{FFFD}👋b"
        );
        assert_eq!(read(r#""\\ud83d""#), r"\ud83d");
        assert_eq!(read(r#""\\\ud83d""#), "\\\u{FFFD}");
        assert_eq!(
            read(r#"{"\ud83d": "\"\ud83d"}"#),
            serde_json::json!({"\u{FFFD}": "\"\u{FFFD}"})
        );
    }

    #[test]
    fn malformed_json_is_an_error_with_a_place() {
        let wrong = |json: &[u8]| parse(json).map_err(|failure| failure.message().to_owned());
        let expected = "the request is not JSON at octet 9: expected `,` or `]`";
        assert_eq!(wrong(br#"["count" "a"]"#), Err(expected.into()));
        assert!(wrong(b"").is_err() && wrong(b"[1,\n2").is_err() && wrong(b"\"\xFF\"").is_err());
        assert!(
            wrong(br#""\ud8"#).is_err()
                && wrong(br#""\uD83D\u"#).is_err()
                && wrong(b"\"\\").is_err()
        );
        assert!(wrong("[".repeat(100_000).as_bytes()).is_err());
        assert!(wrong(b"1e999").is_err());
    }
}
