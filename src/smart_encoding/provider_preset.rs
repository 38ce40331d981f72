//! Changes that providers make to a text before they send it, as far as they publish it.

use super::rules::{Apply, Residue, Rules};
use crate::named::named;

/// A provider whose smart encoding [`SmartEncoder::like`](crate::SmartEncoder::like) predicts.
///
/// What each publishes, and what stands in for the rest; read on 2026-11-30:
///
/// | provider | its rule | its list | source |
/// |---|---|---|---|
/// | Twilio | what is listed is replaced | published | `sms-segments-calculator` 1.3.0 |
/// | Telnyx | what is listed is replaced | published | <https://developers.telnyx.com/docs/messaging/messages/smart-encoding> |
/// | Sinch | only in a text of several segments | begins as Twilio's, which stands in for it | <https://developers.sinch.com/docs/sms/resources/message-info/auto-encoding> |
/// | Bird | all or nothing: only if the text then is GSM-7 | not published; Twilio's stands in | <https://docs.bird.com/api/channels-api/supported-channels/programmable-sms/sending-sms-messages/smart-encoding> |
/// | Webex Interact | all or nothing | its quotation marks, dashes and the tab; Telnyx's stands in for the rest | <https://docs.webexinteract.com/reference/message-encoding> |
/// | Plivo | what has a similar character is replaced; emoji and Chinese stay | names blocks of Unicode up to Greek, not characters; [`Level::Transliteration`](crate::Level::Transliteration) stands in | <https://support.plivo.com/hc/en-us/articles/360048079132-What-is-automatic-encoding> |
/// | Infobip | the letters of a chosen language are replaced | not published; the same level stands in | <https://www.infobip.com/docs/sms/language> |
/// | Brevo | without its option for Unicode, accents go | examples only; the same level stands in | <https://developers.brevo.com/changelog/unicode-option-on-all-sms-endpoints> |
///
/// ```
/// use septet::{ProviderPreset, SmartEncoder};
///
/// let webex = SmartEncoder::like(ProviderPreset::Webex);
/// assert_eq!(webex.encode("«Hi» – ok").text(), "<Hi> - ok");
/// assert_eq!(webex.encode("«Hi» 👋").text(), "«Hi» 👋"); // all or nothing
/// let sinch = SmartEncoder::like(ProviderPreset::Sinch);
/// assert_eq!(sinch.encode("“Hi”").text(), "“Hi”"); // one segment
/// assert_eq!("bird".parse(), Ok(ProviderPreset::Bird));
/// assert_eq!(ProviderPreset::Bird.name(), "bird");
/// assert_eq!(ProviderPreset::from_name("acme"), None);
/// assert_eq!(ProviderPreset::ALL.len(), 8);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ProviderPreset {
    /// Twilio, with its Smart Encoding.
    Twilio,
    /// Telnyx, with its smart encoding.
    Telnyx,
    /// Sinch, with its Auto Encoding.
    Sinch,
    /// Bird, with its Smart Encoding.
    Bird,
    /// Webex Interact, which always encodes so.
    Webex,
    /// Plivo, with its automatic encoding.
    Plivo,
    /// Infobip, with the transliteration of the language of the text.
    Infobip,
    /// Brevo, without its option `unicodeEnabled`.
    Brevo,
}

impl ProviderPreset {
    /// Every provider.
    pub const ALL: [ProviderPreset; 8] = [
        ProviderPreset::Twilio,
        ProviderPreset::Telnyx,
        ProviderPreset::Sinch,
        ProviderPreset::Bird,
        ProviderPreset::Webex,
        ProviderPreset::Plivo,
        ProviderPreset::Infobip,
        ProviderPreset::Brevo,
    ];

    /// The name used by the npm package, such as `sinch`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        const NAMES: [&str; 8] = [
            "twilio", "telnyx", "sinch", "bird", "webex", "plivo", "infobip", "brevo",
        ];
        NAMES[self as usize]
    }

    /// The provider of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        ProviderPreset::ALL
            .into_iter()
            .find(|preset| preset.name() == name)
    }

    /// Its rules, those that stand in for them, and what becomes of a text that still needs UCS-2.
    pub(super) const fn rules(self) -> (Rules, Residue, Apply) {
        match self {
            ProviderPreset::Twilio | ProviderPreset::Sinch => {
                (Rules::Twilio, Residue::Keep, Apply::Always)
            }
            ProviderPreset::Bird => (Rules::Twilio, Residue::Revert, Apply::Always),
            ProviderPreset::Telnyx => (Rules::Telnyx, Residue::Keep, Apply::Always),
            ProviderPreset::Webex => (Rules::Telnyx, Residue::Revert, Apply::Always),
            ProviderPreset::Plivo | ProviderPreset::Infobip | ProviderPreset::Brevo => {
                (Rules::Transliteration, Residue::Keep, Apply::Always)
            }
        }
    }

    /// True if it leaves texts of one segment unchanged.
    pub(super) const fn spares_single_segments(self) -> bool {
        matches!(self, ProviderPreset::Sinch)
    }
}

named! { ProviderPreset name "a provider" [Twilio, Telnyx, Sinch, Bird, Webex, Plivo, Infobip, Brevo] }
