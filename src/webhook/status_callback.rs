//! Status callbacks: the delivery status of a message
//! (<https://www.twilio.com/docs/messaging/guides/track-outbound-message-status>; `webhook-params.tsv`).

use alloc::string::String;
use alloc::vec::Vec;

use super::error::ParameterError;
use super::expected;
use super::form::{Fields, Form};
use super::read;
use crate::address::Sid;
use crate::catalogue::{Delivery, ErrorCode, Status};
#[cfg(feature = "serde")]
use crate::json;

/// The current status of a message.
///
/// ```
/// use septet::catalogue::{Delivery, ErrorCode, Status};
/// use septet::webhook::{Form, StatusCallback};
///
/// let body = b"MessageSid=SM0123456789abcdef0123456789abcdef&AccountSid=AC0123456789abcdef0123456789abcdef\
///     &From=%2B15005550006&To=%2B15005550001&MessageStatus=undelivered&ErrorCode=30005";
/// let callback = StatusCallback::from_form(&Form::parse(body)?)?;
/// assert_eq!(callback.status, Status::UNDELIVERED);
///
/// // One Delivery for each MessageSid; callbacks may come in any order, and twice.
/// let mut delivery = Delivery::new();
/// callback.fold_into(&mut delivery);
/// assert_eq!(delivery.error_code(), Some(ErrorCode::new(30005)));
/// # Ok::<(), septet::webhook::ParameterError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
#[non_exhaustive]
#[doc(alias = "parseStatusCallback")]
#[doc(alias = "DLR")]
#[doc(alias = "delivery receipt")]
pub struct StatusCallback {
    /// The message, `SM…` or `MM…`.
    pub message_sid: Sid,
    /// The account, `AC…`.
    pub account_sid: Option<Sid>,
    /// The messaging service that sent it, `MG…`, if one did.
    pub messaging_service_sid: Option<Sid>,
    /// The status.
    pub status: Status,
    /// The sender; missing until a messaging service has chosen one.
    pub from: Option<String>,
    /// The recipient.
    pub to: Option<String>,
    /// The error code of a failure.
    pub error_code: Option<ErrorCode>,
    /// The error in words; not in the provider's list of parameters.
    pub error_message: Option<String>,
    /// The time of the event as reported by the carrier (SMS and MMS).
    pub carrier_time: Option<CarrierTime>,
    /// The installation of the channel, `XE…`.
    pub channel_install_sid: Option<String>,
    /// The status message of the channel.
    pub channel_status_message: Option<String>,
    /// The channel.
    pub channel_prefix: Option<String>,
    /// The address on the channel that it was sent to.
    pub channel_to_address: Option<String>,
    /// The recipient's identifier with this business (WhatsApp).
    pub external_user_id: Option<String>,
    /// `READ` for read receipts.
    pub event_type: Option<String>,
    /// `2010-04-01`, usually.
    pub api_version: Option<String>,
    /// Parameters that could not be read; their values are in `other`.
    pub problems: Vec<ParameterError>,
    /// Parameters not named above, in the order of the body, and values that could not be read.
    pub other: Vec<(String, String)>,
}

/// A time as carriers write it in their receipts, `YYMMDDhhmm`: to the minute, in a time zone they do
/// not tell.
///
/// ```
/// use septet::webhook::{CarrierTime, Form, StatusCallback};
///
/// let body = b"MessageSid=SM0123456789abcdef0123456789abcdef&AccountSid=AC0123456789abcdef0123456789abcdef\
///     &From=%2B15005550006&To=%2B15005550001&MessageStatus=delivered&RawDlrDoneDate=2605151430";
/// let CarrierTime { year, month, day, hour, minute, .. } = StatusCallback::from_form(&Form::parse(body)?)?.carrier_time.unwrap();
/// assert_eq!((year, month, day, hour, minute), (2026, 5, 15, 14, 30));
/// # Ok::<(), septet::webhook::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct CarrierTime {
    /// `2000..=2099`
    #[cfg_attr(
        feature = "serde",
        serde(deserialize_with = "json::whole::<_, u16, 2000, 2099>")
    )]
    pub year: u16,
    /// `1..=12`
    #[cfg_attr(
        feature = "serde",
        serde(deserialize_with = "json::whole::<_, u8, 1, 12>")
    )]
    pub month: u8,
    /// `1..=31`
    #[cfg_attr(
        feature = "serde",
        serde(deserialize_with = "json::whole::<_, u8, 1, 31>")
    )]
    pub day: u8,
    /// `0..=23`
    #[cfg_attr(
        feature = "serde",
        serde(deserialize_with = "json::whole::<_, u8, 0, 23>")
    )]
    pub hour: u8,
    /// `0..=59`
    #[cfg_attr(
        feature = "serde",
        serde(deserialize_with = "json::whole::<_, u8, 0, 59>")
    )]
    pub minute: u8,
}

impl StatusCallback {
    /// Reads the parameters of a callback whose signature is verified.
    ///
    /// # Errors
    ///
    /// [`ParameterError`] for `MessageSid` or `MessageStatus` that is missing, malformed or there with different
    /// values. Whatever else is missing is `None`, and what cannot be read is among the `problems`.
    pub fn from_form(form: &Form) -> Result<Self, ParameterError> {
        let mut fields = Fields::new(form);
        // Legacy copies of MessageSid and MessageStatus.
        let (sid_copy, status_copy) = (fields.text("SmsSid"), fields.text("SmsStatus"));
        let sid_copy = sid_copy.as_deref().and_then(read::message_sid);
        let sid = fields.require_parsed(
            "MessageSid",
            expected::MESSAGE_SID,
            sid_copy,
            read::message_sid,
        );
        let status =
            fields.require_parsed("MessageStatus", expected::STATUS, status_copy, |text| {
                Some(String::from(text))
            });
        let callback = StatusCallback {
            message_sid: sid.unwrap_or(Sid::NONE),
            account_sid: fields.account_sid("AccountSid"),
            messaging_service_sid: fields.service_sid("MessagingServiceSid"),
            status: Status::from(status.as_deref().unwrap_or_default()),
            from: fields.text("From"),
            to: fields.text("To"),
            error_code: fields.whole_number("ErrorCode").map(ErrorCode::new),
            error_message: fields.text("ErrorMessage"),
            carrier_time: fields.parse("RawDlrDoneDate", expected::TIME, CarrierTime::read),
            channel_install_sid: fields.text("ChannelInstallSid"),
            channel_status_message: fields.text("ChannelStatusMessage"),
            channel_prefix: fields.text("ChannelPrefix"),
            channel_to_address: fields.text("ChannelToAddress"),
            external_user_id: fields.text("ExternalUserId"),
            event_type: fields.text("EventType"),
            api_version: fields.text("ApiVersion"),
            problems: fields.problems(),
            other: fields.rest(),
        };
        fields.finish(callback)
    }

    /// Adds what it says to what is known of its message.
    pub fn fold_into(&self, delivery: &mut Delivery) {
        delivery.observe(&self.status, self.error_code);
    }
}

impl CarrierTime {
    fn read(text: &str) -> Option<Self> {
        let &[y1, y2, m1, m2, d1, d2, h1, h2, n1, n2] = text.as_bytes() else {
            return None;
        };
        let two = |tens: u8, ones: u8| {
            let both = tens.is_ascii_digit() && ones.is_ascii_digit();
            both.then(|| (tens - b'0') * 10 + (ones - b'0'))
        };
        let year = 2_000 + u16::from(two(y1, y2)?);
        let month = two(m1, m2)?;
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            // Every fourth year of 2000..=2099 is a leap year.
            2 if year.is_multiple_of(4) => 29,
            2 => 28,
            _ => return None,
        };
        let time = CarrierTime {
            year,
            month,
            day: two(d1, d2).filter(|day| (1..=days).contains(day))?,
            hour: two(h1, h2).filter(|&hour| hour < 24)?,
            minute: two(n1, n2).filter(|&minute| minute < 60)?,
        };
        Some(time)
    }
}
