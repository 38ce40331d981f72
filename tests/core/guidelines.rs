//! The requirements of the Rust API guidelines on types, compiled: C-COMMON-TRAITS, C-DEBUG, C-SEND-SYNC, C-GOOD-ERR.

use std::error::Error;
use std::fmt::Debug;
use std::hash::Hash;

use septet::{
    Alphabet, Alternative, Analysis, Apply, Boundary, Character, Count, CutAt, Distribution, Edit,
    Encoding, EncodingError, Estimate, Explanation, FieldEstimate, Languages, Level, Limits,
    LimitsError, Link, NationalLanguage, Offender, Profile, RcsClass, RcsCount, RcsRegion,
    ReferenceBits, Residue, Rules, Segment, Segmenter, SmartEncoded, SmartEncoder, SmartOutcome,
    Span, Substitution, SubstitutionReason, Suggestion, SuggestionKind, Template, TemplateError,
    Truncated, Truncator, UndefinedSeptet, UnknownLanguage, Utf16Counter, Utf16Cuts, Warning,
    WarningCode, pdu,
};

fn shared<T: Debug + Clone + Send + Sync + Unpin>() {}
fn compared<T: Debug + Clone + Eq + Send + Sync + Unpin>() {}
fn value<T: Debug + Copy + Eq + Hash + Send + Sync + Unpin>() {}
fn error<T: Error + Clone + Eq + Send + Sync + 'static>() {}

macro_rules! each {
    ($demand:ident: $($type:ty),+ $(,)?) => {
        $($demand::<$type>();)+
    };
}

#[test]
fn types_have_the_traits_that_users_expect() {
    each!(value: Alphabet, Apply, Boundary, Count, CutAt, Encoding, Estimate, Languages, Level, Limits,
        NationalLanguage, Profile, RcsClass, RcsCount, RcsRegion, SubstitutionReason, ReferenceBits, Residue, Segmenter,
        WarningCode, pdu::Concatenation, pdu::Dcs, pdu::MessageClass, pdu::Udhi);
    each!(compared: Alternative, Analysis<'_>, Character, Edit, Explanation, FieldEstimate, Link<'_>, Offender, SmartOutcome,
        Segment<'_>, Span, Suggestion<'_>, SuggestionKind, Template, Warning, pdu::UserData,
        pdu::UserDataHeader);
    each!(compared: Distribution, Rules, SmartEncoded<'_>, SmartEncoder, Substitution<'_>, Truncated<'_>, Truncator);
    each!(shared: Utf16Counter, Utf16Cuts, pdu::Reassembler<String>);
    each!(error: EncodingError, LimitsError, TemplateError, UndefinedSeptet, UnknownLanguage,
        pdu::DecodeError, pdu::PackError, pdu::TpduError, pdu::UserDataError);
}

#[cfg(feature = "messages")]
#[test]
fn types_around_a_message_have_them_too() {
    use septet::{catalogue, media, message, twiml, webhook};

    each!(value: catalogue::ErrorCode, media::MediaChannel, media::MediaOutcome, message::Rule, twiml::Method);
    each!(compared: catalogue::Status, media::Item, media::MediaType, message::Address, webhook::Form, webhook::StatusCallback);
    each!(compared: catalogue::Delivery, catalogue::Keywords, catalogue::SenderRules, catalogue::Tier, media::MediaValidator,
        message::MessageValidator, message::OutboundMessage, twiml::Response);
    each!(shared: webhook::AuthToken, webhook::InboundMessage);
    each!(error: media::MediaTypeError, message::AddressError, twiml::TwimlError, webhook::ParameterError,
        webhook::SignatureError);
}
