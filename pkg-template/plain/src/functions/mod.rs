//! The functions of the module, by their names in the npm package.

mod failing;
mod incoming;
mod octets;
mod rate_limit;
mod sending;
mod service;
mod signature;
mod template;
mod text;

use crate::answer::Answer;
use crate::arguments::Arguments;
use crate::failure::Failure;

/// A function: its name, the names of its arguments, and what it does.
pub(crate) struct Function {
    name: &'static str,
    pub(crate) arguments: &'static [&'static str],
    pub(crate) work: fn(&Arguments<'_>, &mut Answer) -> Result<(), Failure>,
}

macro_rules! functions {
    ($($name:literal($($argument:literal),*) => $work:path;)*) => {
        &[$(Function { name: $name, arguments: &[$($argument),*], work: $work }),*]
    };
}

const FUNCTIONS: &[Function] = functions! {
    "count"("text", "options") => text::count;
    "split"("text", "options") => text::split;
    "analyze"("text", "options") => text::analyze;
    "explain"("text", "options") => text::explain;
    "smartEncode"("text", "rules", "options") => text::smart_encode;
    "suggest"("text", "options") => text::suggest;
    "truncate"("text", "maxSegments", "options") => text::truncate;
    "template"("text", "options") => template::template;
    "links"("text") => text::links;
    "rcs"("text", "options") => text::rcs;
    "check"("message", "options") => sending::check;
    "messageForm"("message") => sending::message_form;
    "checkMedia"("items", "options") => sending::check_media;
    "parseAddress"("text") => sending::parse_address;
    "checkService"("config", "options") => service::check_service;
    "serviceForm"("config") => service::service_form;
    "senderRules"("country") => sending::sender_rules;
    "errorCode"("code") => failing::error_code;
    "mergeStatuses"("callbacks", "before") => failing::merge_statuses;
    "parseInbound"("body") => incoming::parse_inbound;
    "parseStatusCallback"("body") => incoming::parse_status_callback;
    "parseLinkClicks"("body") => incoming::parse_link_clicks;
    "rateLimit"("limiter", "key", "now") => rate_limit::rate_limit;
    "verifySignature"("request", "authToken") => signature::verify_signature;
    "signatureProblem"("request", "authToken") => signature::signature_problem;
    "recognizeKeyword"("message", "options") => incoming::recognize_keyword;
    "twiml"("verbs", "options") => incoming::twiml;
    "encodeUserData"("text", "options") => octets::encode_user_data;
    "decodeUserData"("part", "options") => octets::decode_user_data;
    "encodeSeptets"("text", "options") => octets::encode_septets;
    "decodeSeptets"("septets", "options") => octets::decode_septets;
    "packSeptets"("septets", "fillBits") => octets::pack_septets;
    "unpackSeptets"("octets", "count", "fillBits") => octets::unpack_septets;
    "parseTpdu"("octets", "options") => octets::parse_tpdu;
    "decodeSmpp"("message") => octets::decode_smpp;
    "encodeSubmit"("text", "to", "options") => octets::encode_submit;
    "parseDcs"("octet") => octets::parse_dcs;
};

/// The function by a name.
pub(crate) fn find(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.name == name)
}

/// The names of all functions.
pub fn names() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.iter().map(|function| function.name)
}

/// A number of arguments, for a sentence.
pub(crate) fn counted(arguments: usize) -> String {
    match arguments {
        1 => "1 argument".into(),
        _ => format!("{arguments} arguments"),
    }
}
