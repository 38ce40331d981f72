//! A message from a person, as the webhook of a number or messaging service gets it
//! (<https://www.twilio.com/docs/messaging/guides/webhook-request>, March 2026; `webhook-params.tsv`).

mod extras;
mod segments;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub use extras::{Button, ListReply, Location, Place, Referral, RepliedTo};
pub use segments::SegmentCheck;

use super::error::ParameterError;
use super::form::{Fields, Form};
use super::read;
use crate::address::{Address, AddressError, Sid};
use crate::catalogue::{Intent, Status};

/// Pieces of media that one webhook lists at most; a message with more has further ones on its
/// resource.
///
/// ```
/// assert_eq!(septet::webhook::LISTED_MEDIA, 10); // `MediaUrl0` to `MediaUrl9`
/// ```
pub const LISTED_MEDIA: u32 = 10;

/// A message from a person.
///
/// ```
/// use septet::webhook::{Form, InboundMessage};
///
/// let body = "MessageSid=MM0123456789abcdef0123456789abcdef&AccountSid=AC0123456789abcdef0123456789abcdef\
///     &From=%2B15005550006&To=%2B15005550001&Body=My+cat&NumSegments=1&NumMedia=1\
///     &MediaUrl0=https%3A%2F%2Fapi.example.com%2FME1&MediaContentType0=image%2Fjpeg&Mood=proud";
/// let message = InboundMessage::from_form(&Form::parse(body.as_bytes())?)?;
/// assert_eq!((message.from.as_str(), message.body.as_str()), ("+15005550006", "My cat"));
/// assert_eq!(message.media[0].content_type.as_deref(), Some("image/jpeg"));
/// // What this version does not know is kept.
/// assert_eq!(message.other, [("Mood".to_owned(), "proud".to_owned())]);
/// # Ok::<(), septet::webhook::ParameterError>(())
/// ```
///
/// # Example: nothing is lost because of a detail
///
/// ```
/// use septet::webhook::{Form, InboundMessage};
///
/// let body = "From=%2B15005550006&To=%2B15005550001&NumMedia=many";
/// let message = InboundMessage::from_form(&Form::parse(body.as_bytes())?)?;
/// assert_eq!((message.body.as_str(), message.num_media), ("", None));
/// assert_eq!(message.problems[0].to_string(), "parameter \"NumMedia\" is not a whole number");
///
/// let error = InboundMessage::from_form(&Form::parse(b"From=%2B15005550006&Body=Hi")?).unwrap_err();
/// assert_eq!(error.to_string(), "parameter \"To\" is missing");
/// # Ok::<(), septet::webhook::ParameterError>(())
/// ```
///
/// # Example: what may come with a message
///
/// ```
/// use septet::catalogue::Intent;
/// use septet::webhook::{Button, Form, InboundMessage, Location, Media, Place, Referral, RepliedTo};
///
/// let form: Form = [
///     ("MessageSid", "SM0123456789abcdef0123456789abcdef"),
///     ("AccountSid", "AC0123456789abcdef0123456789abcdef"),
///     ("From", "whatsapp:+15005550006"), ("To", "whatsapp:+15005550001"),
///     ("Body", "STOP"), ("NumSegments", "1"), ("NumMedia", "1"), ("OptOutType", "STOP"),
///     ("MediaUrl0", "https://api.example.com/ME1"), ("MediaContentType0", "image/png"),
///     ("FromCity", "PARIS"), ("ButtonText", "No, thanks"), ("Latitude", "48.85"), ("Longitude", "2.35"),
///     ("ReferralSourceType", "ad"), ("OriginalRepliedMessageSender", "whatsapp:+15005550001"),
/// ].into_iter().collect();
/// let message = InboundMessage::from_form(&form)?;
/// assert_eq!(message.sender().unwrap().phone_number().unwrap().digits(), "15005550006");
/// assert_eq!(message.opt_out(), Some(Intent::OptOut));
/// let Media { content_type, .. } = &message.media[0];
/// let Place { city, .. } = &message.from_place;
/// assert_eq!((content_type.as_deref(), city.as_deref()), (Some("image/png"), Some("PARIS")));
/// let Button { text, .. } = message.button.unwrap();
/// let Location { latitude, longitude, .. } = message.location.unwrap();
/// assert_eq!((text.as_deref(), latitude, longitude), (Some("No, thanks"), 48.85, 2.35));
/// let Referral { source_type, .. } = message.referral.unwrap();
/// let RepliedTo { sender, .. } = message.replied_to.unwrap();
/// assert_eq!((source_type.as_deref(), sender.as_deref()), (Some("ad"), Some("whatsapp:+15005550001")));
/// # Ok::<(), septet::webhook::ParameterError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
#[non_exhaustive]
#[doc(alias = "parseInbound")]
pub struct InboundMessage {
    /// The message, `SM…` or `MM…`. The same message may come twice: this tells.
    pub message_sid: Option<Sid>,
    /// The account, `AC…`.
    pub account_sid: Option<Sid>,
    /// The messaging service of the number, `MG…`, if it has one.
    pub messaging_service_sid: Option<Sid>,
    /// The person who wrote: E.164, a short code, or an address of another channel.
    pub from: String,
    /// The recipient: a sender of the account.
    pub to: String,
    /// The text, at most 1,600 characters: a longer one is cut, and flagged with error 21617. Empty
    /// with media alone, and where the parameter is missing.
    pub body: String,
    /// Segments as the provider counts them, at least 1; always 1 on channels other than SMS and MMS.
    pub num_segments: Option<u32>,
    /// Pieces of media, however many of them are listed.
    pub num_media: Option<u32>,
    /// The pieces of media listed, at most [`LISTED_MEDIA`].
    pub media: Vec<Media>,
    /// The place in which the number of `from` is registered, as far as known.
    pub from_place: Place,
    /// The place in which the number of `to` is registered, as far as known.
    pub to_place: Place,
    /// The keyword that Advanced Opt-Out recognised: `STOP`, `START` or `HELP`. See [`Self::opt_out`].
    pub opt_out_type: Option<String>,
    /// The name a person goes by on WhatsApp.
    pub profile_name: Option<String>,
    /// The person's identifier on WhatsApp: usually the number without its `+`.
    pub wa_id: Option<String>,
    /// True if it was forwarded once (WhatsApp).
    pub forwarded: Option<bool>,
    /// True if it was forwarded often (WhatsApp).
    pub frequently_forwarded: Option<bool>,
    /// The button that was pressed.
    pub button: Option<Button>,
    /// An interactive answer, as JSON text.
    pub interactive_data: Option<String>,
    /// An answer from WhatsApp Flows, as JSON text.
    pub flow_data: Option<String>,
    /// Data of the channel, as JSON text.
    pub channel_metadata: Option<String>,
    /// A shared location.
    pub location: Option<Location>,
    /// The advertisement that led to the message (WhatsApp).
    pub referral: Option<Referral>,
    /// The message that is answered.
    pub replied_to: Option<RepliedTo>,
    /// The row of a list that was chosen (WhatsApp).
    pub list_reply: Option<ListReply>,
    /// The person's identifier with this business (WhatsApp), such as `US.13491208655302741918`.
    pub external_user_id: Option<String>,
    /// The address on the channel that was written to.
    pub channel_to_address: Option<String>,
    /// The others who got the same group message (MMS).
    pub other_recipients: Vec<String>,
    /// Results of add-ons, as JSON text.
    pub add_ons: Option<String>,
    /// `received`, usually.
    pub status: Option<Status>,
    /// `2010-04-01`, usually.
    pub api_version: Option<String>,
    /// `text`, `image` and so on (channels).
    pub message_type: Option<String>,
    /// Parameters that could not be read; their values are in `other`.
    pub problems: Vec<ParameterError>,
    /// Parameters not named above, in the order of the body, and values that could not be read.
    pub other: Vec<(String, String)>,
}

/// One piece of media.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub struct Media {
    /// URL from which to fetch it, and at which to delete it afterwards. Needs the account's credentials only if HTTP basic
    /// authentication for media is switched on (<https://twilio.com/docs/api/rest/media>).
    pub url: String,
    /// Its MIME type, as the provider says.
    pub content_type: Option<String>,
}

impl InboundMessage {
    /// Reads the parameters of a webhook whose signature is verified.
    ///
    /// # Errors
    ///
    /// [`ParameterError`] for `From` or `To` that is missing or there with different values: nobody could be
    /// answered. Whatever else is missing is `None`, and what cannot be read is among the `problems`.
    pub fn from_form(form: &Form) -> Result<Self, ParameterError> {
        let mut fields = Fields::new(form);
        // Deprecated copies of MessageSid.
        let copies = [fields.text("SmsMessageSid"), fields.text("SmsSid")];
        let message_sid = fields.message_sid("MessageSid");
        let message_sid = message_sid.or_else(|| {
            let mut copies = copies.iter().flatten();
            copies.find_map(|copy| read::message_sid(copy))
        });
        let num_media = fields.whole_number("NumMedia");
        let message = InboundMessage {
            message_sid,
            account_sid: fields.account_sid("AccountSid"),
            messaging_service_sid: fields.service_sid("MessagingServiceSid"),
            from: fields.require("From"),
            to: fields.require("To"),
            body: fields.text("Body").unwrap_or_default(),
            num_segments: fields.whole_number("NumSegments"),
            num_media,
            media: Media::take_all(&mut fields, num_media),
            from_place: Place::take(&mut fields, "From"),
            to_place: Place::take(&mut fields, "To"),
            opt_out_type: fields.text("OptOutType"),
            profile_name: fields.text("ProfileName"),
            wa_id: fields.text("WaId"),
            forwarded: fields.flag("Forwarded"),
            frequently_forwarded: fields.flag("FrequentlyForwarded"),
            button: Button::take(&mut fields),
            interactive_data: fields.text("InteractiveData"),
            flow_data: fields.text("FlowData"),
            channel_metadata: fields.text("ChannelMetadata"),
            location: Location::take(&mut fields),
            referral: Referral::take(&mut fields),
            replied_to: RepliedTo::take(&mut fields),
            list_reply: ListReply::take(&mut fields),
            external_user_id: fields.text("ExternalUserId"),
            channel_to_address: fields.text("ChannelToAddress"),
            other_recipients: extras::other_recipients(&mut fields),
            add_ons: fields.text("AddOns"),
            status: fields.text("SmsStatus").as_deref().map(Status::from),
            api_version: fields.text("ApiVersion"),
            message_type: fields.text("MessageType"),
            problems: fields.problems(),
            other: fields.rest(),
        };
        fields.finish(message)
    }

    /// Parses `from`.
    ///
    /// # Errors
    ///
    /// [`AddressError`] if it is not in a known form of address; a reply to the unparsed `from` is still possible.
    pub fn sender(&self) -> Result<Address, AddressError> {
        self.from.parse()
    }

    /// The keyword that Advanced Opt-Out recognised and has acted on already; `None` without it, and for words it did not have in
    /// March 2026.
    #[must_use]
    pub fn opt_out(&self) -> Option<Intent> {
        match self.opt_out_type.as_deref()? {
            "STOP" => Some(Intent::OptOut),
            "START" => Some(Intent::OptIn),
            "HELP" => Some(Intent::Help),
            _ => None,
        }
    }
}

impl Media {
    /// The pieces that are listed: those that `NumMedia` counts, and without a count all there are.
    fn take_all(fields: &mut Fields, count: Option<u32>) -> Vec<Self> {
        let mut media = Vec::new();
        for n in 0..count.unwrap_or(LISTED_MEDIA).min(LISTED_MEDIA) {
            let name = format!("MediaUrl{n}");
            let Some(url) = fields.text(&name) else {
                if count.is_some() {
                    fields.miss(&name);
                }
                continue;
            };
            let type_name = format!("MediaContentType{n}");
            let content_type = fields.text(&type_name);
            if content_type.is_none() {
                fields.miss(&type_name);
            }
            media.push(Media { url, content_type });
        }
        media
    }
}
