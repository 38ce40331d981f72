//! Templates that cannot be read or filled.

use septet::{Template, TemplateError};

#[test]
fn templates_tell_what_is_wrong() {
    let parse = |text| Template::parse(text).unwrap_err();
    let unclosed = parse("🙂 {{name");
    assert_eq!(
        unclosed,
        TemplateError::Unclosed {
            index: 5,
            utf16_index: 3
        }
    );
    assert_eq!(
        unclosed.to_string(),
        "the field that opens at byte 5 is not closed with }}"
    );
    assert_eq!(
        parse("{{ }}").to_string(),
        "the field that opens at byte 0 needs a name without braces"
    );
    assert_eq!(
        parse("a {{b{{c}}").to_string(),
        "the field that opens at byte 2 needs a name without braces"
    );
    let template = Template::parse("{a} {{n}} }} {{ n }}").unwrap();
    assert_eq!(template.fields(), ["n"]);
    assert_eq!(template.fill(|_| Some("x")).unwrap(), "{a} x }} x");
    assert_eq!(
        template.fill(|_| None).unwrap_err().to_string(),
        "no value for the field \"n\""
    );
}
