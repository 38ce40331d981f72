//! Form bodies, as the URL standard reads them.

use proptest::prelude::*;
use septet::webhook::Form;

use crate::promises::forms;

#[test]
fn forms_are_read_as_the_url_standard_says() {
    let pairs = |body: &str| {
        let form = Form::parse(body.as_bytes()).unwrap();
        form.pairs()
            .map(|(name, value)| format!("{name}={value}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(pairs("a=1&&b&=c&d=e=f&"), ["a=1", "b=", "=c", "d=e=f"]);
    assert_eq!(pairs("a%20b=c+d%2B%zz%4"), ["a b=c d+%zz%4"]);
    assert_eq!(pairs("%F0%9F%98%98=%E4%B8%AD"), ["😘=中"]);
    let not_utf8 = |body: &str| Form::parse(body.as_bytes()).unwrap_err();
    assert_eq!(not_utf8("ok=1&Body=%F0%9F").parameter(), "Body");
    assert_eq!(
        not_utf8("%FFx=1").to_string(),
        "parameter \"\u{FFFD}x\" is not UTF-8"
    );
}

proptest! {
    #[test]
    fn any_octets_are_a_form_or_an_error(body in any::<Vec<u8>>()) {
        forms::body(&body);
    }
}
