//! The channels of `tests/data/media.tsv`.

use core::fmt;
use core::str::FromStr;

/// Where media is to be sent: one provider's, platform's or carrier's rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Channel {
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

impl Channel {
    /// Every channel.
    ///
    /// ```
    /// use septet::media::{Channel, Check, Item, Outcome};
    ///
    /// let gif = Item::new("image/gif".parse()?).with_bytes(400_000);
    /// let refuses = |channel: &Channel| Check::new(*channel).item(&gif).outcome() == Outcome::Refused;
    /// assert_eq!(Channel::ALL.into_iter().filter(refuses).count(), 2);
    /// # Ok::<(), septet::media::MediaTypeError>(())
    /// ```
    pub const ALL: [Channel; 8] = [
        Channel::Mms,
        Channel::Rcs,
        Channel::WhatsApp,
        Channel::WhatsAppCloudApi,
        Channel::SinchMms,
        Channel::SignalWireMms,
        Channel::TelnyxMms,
        Channel::GoogleRcs,
    ];

    /// The name in data and options, such as `whatsapp-cloud-api`.
    ///
    /// ```
    /// use septet::media::Channel;
    ///
    /// assert_eq!("whatsapp-cloud-api".parse(), Ok(Channel::WhatsAppCloudApi));
    /// assert!(Channel::ALL.iter().all(|channel| channel.name().parse() == Ok(*channel)));
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Channel::Mms => "mms",
            Channel::Rcs => "rcs",
            Channel::WhatsApp => "whatsapp",
            Channel::WhatsAppCloudApi => "whatsapp-cloud-api",
            Channel::SinchMms => "sinch-mms",
            Channel::SignalWireMms => "signalwire-mms",
            Channel::TelnyxMms => "telnyx-mms",
            Channel::GoogleRcs => "google-rcs",
        }
    }

    /// Whether Twilio's error codes apply.
    pub(super) const fn is_twilio(self) -> bool {
        matches!(self, Channel::Mms | Channel::Rcs | Channel::WhatsApp)
    }

    /// The name shown to people.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Channel::Mms => "MMS",
            Channel::Rcs => "RCS",
            Channel::WhatsApp => "WhatsApp",
            Channel::WhatsAppCloudApi => "the WhatsApp Cloud API",
            Channel::SinchMms => "Sinch MMS",
            Channel::SignalWireMms => "SignalWire MMS",
            Channel::TelnyxMms => "Telnyx MMS",
            Channel::GoogleRcs => "Google RCS",
        }
    }
}

impl FromStr for Channel {
    type Err = UnknownChannel;

    fn from_str(name: &str) -> Result<Self, UnknownChannel> {
        let named = |channel: &Channel| channel.name() == name;
        Channel::ALL
            .into_iter()
            .find(named)
            .ok_or(UnknownChannel(()))
    }
}

/// A carrier in the United States whose own limits for anything but images are known
/// (<https://support.twilio.com/hc/en-us/articles/360018832773>).
///
/// ```
/// use septet::media::{Carrier, Channel, Check, Item, Outcome};
/// use septet::message::{Reading, SenderKind};
///
/// let video = Item::new("video/mp4".parse()?).with_bytes(1_200_000);
/// let check = Check::new(Channel::Mms).with_reading(Reading::Looser).with_sender(SenderKind::LongCode);
/// assert_eq!(check.with_carrier(Carrier::TMobile).item(&video).outcome(), Outcome::PassedOn);
/// assert_eq!(check.with_carrier(Carrier::Att).item(&video).outcome(), Outcome::Refused);
/// # Ok::<(), septet::media::MediaTypeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Carrier {
    /// AT&T.
    Att,
    /// T-Mobile.
    TMobile,
    /// Verizon.
    Verizon,
}

/// A name that is no channel's.
///
/// ```
/// use septet::media::Channel;
///
/// let error = "pigeon".parse::<Channel>().unwrap_err();
/// assert!(error.to_string().starts_with("a channel is mms, rcs, whatsapp, "));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnknownChannel(());

impl fmt::Display for UnknownChannel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a channel is")?;
        let [others @ .., last] = Channel::ALL;
        for (index, channel) in others.iter().enumerate() {
            f.write_str(if index == 0 { " " } else { ", " })?;
            f.write_str(channel.name())?;
        }
        write!(f, " or {}", last.name())
    }
}

impl core::error::Error for UnknownChannel {}
