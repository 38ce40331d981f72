//! Templates that cannot be read or filled.

use septet::{FieldEstimate, Segmenter, Template, TemplateError};

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

#[test]
fn a_described_field_that_is_not_there_is_an_error() {
    let template = Template::parse("Hi {{name}}").unwrap();
    let fields = [
        FieldEstimate::new("name", 1, 5),
        FieldEstimate::new("nmae", 1, 5),
    ];
    let error = template.estimate(&Segmenter::new(), &fields).unwrap_err();
    assert_eq!(
        error,
        TemplateError::UnknownField {
            field: "nmae".into()
        }
    );
    assert_eq!(error.to_string(), "the template has no field \"nmae\"");
    let gsm7 = Segmenter::new().with_encoding(septet::Encoding::Gsm7);
    let unencodable = Template::parse("Hi — {{name}}")
        .unwrap()
        .estimate(&gsm7, &[]);
    assert!(
        matches!(unencodable, Err(TemplateError::Unencodable(error)) if error.character() == '—')
    );
}
