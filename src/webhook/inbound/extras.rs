//! Additions to a message: places, buttons, locations, advertisements, replies.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

#[cfg(feature = "serde")]
use crate::json;
use crate::webhook::expected;
use crate::webhook::form::Fields;
use crate::webhook::read;

/// The place in which a number is registered, as far as known; rarely the owner's location.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Place {
    /// Its city.
    pub city: Option<String>,
    /// Its state or province.
    pub state: Option<String>,
    /// Its postal code.
    pub zip: Option<String>,
    /// Its country, two letters.
    pub country: Option<String>,
}

/// The button of an interactive message that was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Button {
    /// Its label.
    pub text: Option<String>,
    /// The value that the application assigned to it.
    pub payload: Option<String>,
    /// `REPLY` or `ACTION`.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: Option<String>,
}

/// A shared location.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Location {
    /// Degrees north, in the range `-90.0..=90.0`.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "json::degrees::<_, 90>"))]
    pub latitude: f64,
    /// Degrees east, in the range `-180.0..=180.0`.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "json::degrees::<_, 180>"))]
    pub longitude: f64,
    /// Its postal address.
    pub address: Option<String>,
    /// Its name.
    pub label: Option<String>,
}

/// The advertisement that led a person to write (WhatsApp).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub struct Referral {
    /// Its text.
    pub body: Option<String>,
    /// Its headline.
    pub headline: Option<String>,
    /// Its identifier.
    pub source_id: Option<String>,
    /// Its kind, such as `ad` or `post`.
    pub source_type: Option<String>,
    /// Its URL.
    pub source_url: Option<String>,
    /// The identifier of its media.
    pub media_id: Option<String>,
    /// The MIME type of its media.
    pub media_content_type: Option<String>,
    /// The URL of its media.
    pub media_url: Option<String>,
    /// Pieces of media.
    pub num_media: Option<u32>,
    /// The identifier of the click.
    pub ctwa_clid: Option<String>,
}

/// The message that is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct RepliedTo {
    /// The sender of that message.
    pub sender: Option<String>,
    /// The identifier of that message.
    pub sid: Option<String>,
}

/// The row of a list message that a person chose.
///
/// ```
/// use septet::webhook::{Form, InboundMessage, ListReply};
///
/// let form = Form::parse(b"From=%2B15005550006&To=%2B15005550001&ListId=red&ListTitle=Red").unwrap();
/// let reply: ListReply = InboundMessage::from_form(&form).unwrap().list_reply.unwrap();
/// assert_eq!((reply.id.as_deref(), reply.title.as_deref()), (Some("red"), Some("Red")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListReply {
    /// Its identifier, as set by the application.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its description.
    pub description: Option<String>,
}

impl ListReply {
    pub(super) fn take(fields: &mut Fields) -> Option<Self> {
        let reply = ListReply {
            id: fields.text("ListId"),
            title: fields.text("ListTitle"),
            description: fields.text("ListDescription"),
        };
        let empty = reply.id.is_none() && reply.title.is_none() && reply.description.is_none();
        (!empty).then_some(reply)
    }
}

/// `OtherRecipients0`, `OtherRecipients1` and so on: up to 10 numbers share an MMS.
pub(super) fn other_recipients(fields: &mut Fields) -> Vec<String> {
    let names = (0..10).map(|n| format!("OtherRecipients{n}"));
    names.filter_map(|name| fields.text(&name)).collect()
}

impl Place {
    pub(super) fn take(fields: &mut Fields, side: &str) -> Self {
        let mut text = |name: &str| fields.text(&format!("{side}{name}"));
        Place {
            city: text("City"),
            state: text("State"),
            zip: text("Zip"),
            country: text("Country"),
        }
    }
}

impl Button {
    pub(super) fn take(fields: &mut Fields) -> Option<Self> {
        let button = Button {
            text: fields.text("ButtonText"),
            payload: fields.text("ButtonPayload"),
            kind: fields.text("ButtonType"),
        };
        let empty = button.text.is_none() && button.payload.is_none() && button.kind.is_none();
        (!empty).then_some(button)
    }
}

impl Location {
    pub(super) fn take(fields: &mut Fields) -> Option<Self> {
        let names = ["Latitude", "Longitude", "Address", "Label"];
        let given = names.map(|name| fields.given(name));
        let latitude = fields.parse("Latitude", expected::LATITUDE, |text| {
            read::degrees(text, 90)
        });
        let longitude = fields.parse("Longitude", expected::LONGITUDE, |text| {
            read::degrees(text, 180)
        });
        let (address, label) = (fields.text("Address"), fields.text("Label"));
        if let (Some(latitude), Some(longitude)) = (latitude, longitude) {
            return Some(Location {
                latitude,
                longitude,
                address,
                label,
            });
        }
        let read = [
            latitude.is_some(),
            longitude.is_some(),
            address.is_some(),
            label.is_some(),
        ];
        if !read.contains(&true) {
            return None;
        }
        for (name, given) in names.iter().zip(&given).take(2) {
            if given.is_none() {
                fields.miss(name);
            }
        }
        // Half a location is none, but what was read of it is not lost.
        for ((name, value), _) in names
            .into_iter()
            .zip(given)
            .zip(read)
            .filter(|(_, is_read)| *is_read)
        {
            if let Some(value) = value {
                fields.keep(name, value);
            }
        }
        None
    }
}

impl Referral {
    pub(super) fn take(fields: &mut Fields) -> Option<Self> {
        let mut text = |name: &str| fields.text(&format!("Referral{name}"));
        let mut referral = Referral {
            body: text("Body"),
            headline: text("Headline"),
            source_id: text("SourceId"),
            source_type: text("SourceType"),
            source_url: text("SourceUrl"),
            media_id: text("MediaId"),
            media_content_type: text("MediaContentType"),
            media_url: text("MediaUrl"),
            num_media: None,
            ctwa_clid: text("CtwaClid"),
        };
        referral.num_media = fields.whole_number("ReferralNumMedia");
        (referral != Referral::EMPTY).then_some(referral)
    }

    const EMPTY: Referral = Referral {
        body: None,
        headline: None,
        source_id: None,
        source_type: None,
        source_url: None,
        media_id: None,
        media_content_type: None,
        media_url: None,
        num_media: None,
        ctwa_clid: None,
    };
}

impl RepliedTo {
    pub(super) fn take(fields: &mut Fields) -> Option<Self> {
        let replied_to = RepliedTo {
            sender: fields.text("OriginalRepliedMessageSender"),
            sid: fields.text("OriginalRepliedMessageSid"),
        };
        let empty = replied_to.sender.is_none() && replied_to.sid.is_none();
        (!empty).then_some(replied_to)
    }
}
