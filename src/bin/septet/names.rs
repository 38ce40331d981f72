//! Unicode names of characters.

use septet::EncodingError;

/// The Unicode name of a character, or the alias of a control character.
pub(crate) fn name(character: char) -> String {
    let named = unicode_names2::name(character).map(|name| name.to_string());
    let control = || septet::control_name(character).map(str::to_owned);
    named
        .or_else(control)
        .unwrap_or_else(|| "(no name)".to_owned())
}

/// The sentence of an error, with the name of the character that it is about.
pub(crate) fn with_name(error: &EncodingError) -> String {
    let code = format!("U+{:04X}", u32::from(error.character()));
    let named = format!("{code} {}", name(error.character()));
    error.to_string().replacen(&code, &named, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        assert_eq!(name('С'), "CYRILLIC CAPITAL LETTER ES");
        assert_eq!(name('\u{7}'), "ALERT");
        assert_eq!(name('\u{E000}'), "(no name)");
    }
}
