//! Merge fields in a text, `{{name}}`: a value takes their place before the text is sent.

/// What stands before and after the first of these pairs. (To look for a `str` takes ten times the code.)
pub(crate) fn split_once(text: &str, pair: [u8; 2]) -> Option<(&str, &str)> {
    let at = text.as_bytes().windows(2).position(|two| two == pair)?;
    Some((text.get(..at)?, text.get(at + 2..)?))
}
