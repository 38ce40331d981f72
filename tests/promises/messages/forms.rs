//! Properties of every form body.

use septet::webhook::{Form, InboundMessage, LinkClick, Problem, StatusCallback};

/// Any octets are a form or an error; a form is read as it is written.
pub fn body(octets: &[u8]) {
    let _ = LinkClick::from_json(octets);
    let lossy = Form::parse_lossy(octets);
    errors_name_parameters(&lossy);
    if let Ok(form) = Form::parse(octets) {
        assert_eq!(form, lossy);
        assert_eq!(Form::parse(form.encode().as_bytes()).unwrap(), form);
        errors_name_parameters(&form);
    }
}

/// Any form is a message or an error, which names a parameter that is there, or missing.
pub fn errors_name_parameters(form: &Form) {
    let errors = [
        InboundMessage::from_form(form).err(),
        StatusCallback::from_form(form).err(),
    ];
    let clicks = [LinkClick::from_form(form).err()];
    for error in errors.into_iter().chain(clicks).flatten() {
        let value = form.get(error.parameter());
        if error.problem() == Problem::Missing {
            assert!(value.is_none_or(str::is_empty));
        } else {
            assert!(value.is_some());
        }
    }
}
