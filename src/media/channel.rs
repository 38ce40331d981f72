//! The channels of `tests/data/media.tsv`.

use core::fmt;
use core::str::FromStr;

/// A channel for media, with the rules of a provider, a platform or a carrier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MediaChannel {
    /// MMS through Twilio.
    Mms,
    /// RCS through Twilio.
    Rcs,
    /// WhatsApp through Twilio.
    WhatsApp,
    /// WhatsApp's own Cloud API.
    WhatsAppCloudApi,
    /// MMS through Sinch, which publishes types and no sizes.
    SinchMms,
    /// MMS through SignalWire.
    SignalWireMms,
    /// MMS through Telnyx: the size that every carrier takes.
    TelnyxMms,
    /// Google's RCS for Business.
    GoogleRcs,
}

impl MediaChannel {
    /// Every channel.
    ///
    /// ```
    /// use septet::media::{MediaChannel, MediaValidator, Item, MediaOutcome};
    ///
    /// let gif = Item::new("image/gif".parse()?).with_bytes(400_000);
    /// let refuses = |channel: &MediaChannel| MediaValidator::new(*channel).validate_item(&gif).outcome() == MediaOutcome::Refused;
    /// assert_eq!(MediaChannel::ALL.into_iter().filter(refuses).count(), 2);
    /// # Ok::<(), septet::media::MediaTypeError>(())
    /// ```
    pub const ALL: [MediaChannel; 8] = [
        MediaChannel::Mms,
        MediaChannel::Rcs,
        MediaChannel::WhatsApp,
        MediaChannel::WhatsAppCloudApi,
        MediaChannel::SinchMms,
        MediaChannel::SignalWireMms,
        MediaChannel::TelnyxMms,
        MediaChannel::GoogleRcs,
    ];

    /// The name in data and options, such as `whatsapp-cloud-api`.
    ///
    /// ```
    /// use septet::media::MediaChannel;
    ///
    /// assert_eq!("whatsapp-cloud-api".parse(), Ok(MediaChannel::WhatsAppCloudApi));
    /// assert!(MediaChannel::ALL.iter().all(|channel| channel.name().parse() == Ok(*channel)));
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            MediaChannel::Mms => "mms",
            MediaChannel::Rcs => "rcs",
            MediaChannel::WhatsApp => "whatsapp",
            MediaChannel::WhatsAppCloudApi => "whatsapp-cloud-api",
            MediaChannel::SinchMms => "sinch-mms",
            MediaChannel::SignalWireMms => "signalwire-mms",
            MediaChannel::TelnyxMms => "telnyx-mms",
            MediaChannel::GoogleRcs => "google-rcs",
        }
    }

    /// True if Twilio's error codes apply.
    pub(super) const fn is_twilio(self) -> bool {
        matches!(
            self,
            MediaChannel::Mms | MediaChannel::Rcs | MediaChannel::WhatsApp
        )
    }

    /// The name shown to people.
    pub(super) const fn title(self) -> &'static str {
        match self {
            MediaChannel::Mms => "MMS",
            MediaChannel::Rcs => "RCS",
            MediaChannel::WhatsApp => "WhatsApp",
            MediaChannel::WhatsAppCloudApi => "the WhatsApp Cloud API",
            MediaChannel::SinchMms => "Sinch MMS",
            MediaChannel::SignalWireMms => "SignalWire MMS",
            MediaChannel::TelnyxMms => "Telnyx MMS",
            MediaChannel::GoogleRcs => "Google RCS",
        }
    }
}

impl fmt::Display for MediaChannel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for MediaChannel {
    type Err = UnknownMediaChannel;

    fn from_str(name: &str) -> Result<Self, UnknownMediaChannel> {
        let named = |channel: &MediaChannel| channel.name() == name;
        MediaChannel::ALL
            .into_iter()
            .find(named)
            .ok_or(UnknownMediaChannel(()))
    }
}

/// A carrier in the United States whose own limits for anything but images are known
/// (<https://support.twilio.com/hc/en-us/articles/360018832773>).
///
/// ```
/// use septet::media::{Carrier, MediaChannel, MediaValidator, Item, MediaOutcome};
/// use septet::message::{ConflictPolicy, SenderKind};
///
/// let video = Item::new("video/mp4".parse()?).with_bytes(1_200_000);
/// let check = MediaValidator::new(MediaChannel::Mms).with_conflict_policy(ConflictPolicy::Lenient).with_sender(SenderKind::LongCode);
/// assert_eq!(check.with_carrier(Carrier::TMobile).validate_item(&video).outcome(), MediaOutcome::PassedOn);
/// assert_eq!(check.with_carrier(Carrier::Att).validate_item(&video).outcome(), MediaOutcome::Refused);
/// # Ok::<(), septet::media::MediaTypeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Carrier {
    /// AT&T.
    Att,
    /// T-Mobile.
    #[cfg_attr(feature = "serde", serde(rename = "t-mobile"))]
    TMobile,
    /// Verizon.
    Verizon,
}

/// A name that does not belong to a channel.
///
/// ```
/// use septet::media::MediaChannel;
///
/// let error = "pigeon".parse::<MediaChannel>().unwrap_err();
/// assert!(error.to_string().starts_with("a channel is mms, rcs, whatsapp, "));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnknownMediaChannel(());

impl fmt::Display for UnknownMediaChannel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a channel is")?;
        let [others @ .., last] = MediaChannel::ALL;
        for (index, channel) in others.iter().enumerate() {
            f.write_str(if index == 0 { " " } else { ", " })?;
            f.write_str(channel.name())?;
        }
        write!(f, " or {}", last.name())
    }
}

impl core::error::Error for UnknownMediaChannel {}
