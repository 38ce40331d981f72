//! What came in: webhooks and their signatures, keywords, and replies.

mod form;
mod keyword;
mod reply;
mod signature;
mod webhook;

use super::Function;

pub(super) const FUNCTIONS: &[Function] = &[
    ("parseInbound", webhook::parse_inbound),
    ("parseStatusCallback", webhook::parse_status_callback),
    ("signatureProblem", signature::signature_problem),
    ("signForm", signature::sign_form),
    ("signBody", signature::sign_body),
    ("recognizeKeyword", keyword::recognize_keyword),
    ("route", keyword::route),
    ("twiml", reply::twiml),
    ("withState", reply::with_state),
    ("stateOf", reply::state_of),
];
