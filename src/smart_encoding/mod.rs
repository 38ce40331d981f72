//! Fewer segments for the same words: characters outside GSM-7 replaced by characters in it, each change reported.
//!
//! A provider's rules ([`Rules::Twilio`], [`Rules::Telnyx`]) are its own list, row for row, to predict what it does to a
//! text. septet's levels are what we recommend: see [`Level`].

mod change;
mod context;
mod custom;
mod dashes;
mod detect;
mod encoder;
mod guillemets;
mod letter;
mod levels;
mod marks;
mod numbers;
mod options;
mod ordinals;
mod presets;
mod provider_preset;
mod reason;
mod report;
mod rewrite;
mod rules;
mod script;
mod table;
mod tables;
mod text_language;
mod words;

pub(crate) use encoder::Passed;
pub use encoder::SmartEncoder;
pub(crate) use presets::listed;
pub use provider_preset::ProviderPreset;
pub use reason::SubstitutionReason;
pub use report::{SmartEncoded, SmartOutcome, Substitution};
pub use rules::{Apply, Level, Residue, Rules};
pub use text_language::TextLanguage;

/// Encodes a text by these rules and their defaults, in time linear in its length.
///
/// A level changes a text only if it then fits GSM-7 and takes no more segments; a provider's rules are applied
/// whatever comes of it. [`SmartEncoder`] has the options.
///
/// ```
/// use septet::{Level, Rules, smart_encode};
///
/// assert_eq!(smart_encode("“Hello” – it’s 5 ′…", Level::Typography).text(), "\"Hello\" - it's 5 '...");
/// assert_eq!(smart_encode("𝗦𝗔𝗟𝗘 ½ price™", Level::Compatibility).text(), "SALE 1/2 price(TM)");
/// assert_eq!(smart_encode("Москва, Αθήνα, Kraków", Level::Transliteration).text(), "Moskva, AΘHNA, Krakow");
/// assert_eq!(smart_encode("“Hello” 🙂", Rules::Twilio).text(), "\"Hello\" 🙂");
/// ```
#[must_use]
#[doc(alias = "smartEncode")]
#[doc(alias = "transliterate")]
#[doc(alias = "sanitize")]
#[doc(alias = "unidecode")]
pub fn smart_encode(text: &str, rules: impl Into<Rules>) -> SmartEncoded<'_> {
    SmartEncoder::new(rules).encode(text)
}
