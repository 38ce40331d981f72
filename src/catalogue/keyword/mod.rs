//! Words by which people stop, resume or ask for help (`keywords.tsv`).

mod list;
mod recognition;
mod router;
mod words;

use alloc::string::String;
use alloc::vec::Vec;

pub use list::KeywordList;
pub(in crate::catalogue) use list::List;
pub use recognition::{Intent, Recognition};
pub use router::{Route, Router, RouterError};

use words::{lower, normalize, same_letters, same_words, starts_with_word};

use super::provider::Provider;
use super::tables::keywords::{KEYWORDS, LISTS};
use crate::address::{Channel, Country, SenderKind};

/// The keywords of one sender: by provider, kind, channel and country, and words of its own.
///
/// ```
/// use septet::catalogue::{Intent, Keywords, Provider};
///
/// let keywords = Keywords::new(Provider::Twilio);
/// let stop = keywords.recognize(" stop\n").unwrap();
/// assert_eq!((stop.intent(), stop.is_handled()), (Intent::OptOut, true));
/// // Twilio does not act on this one: the application must.
/// let stop = keywords.recognize("Stop!").unwrap();
/// assert_eq!((stop.intent(), stop.is_handled()), (Intent::OptOut, false));
/// assert!(keywords.recognize("stop by later").is_none());
/// ```
///
/// # Example: toll-free numbers, and other languages
///
/// ```
/// use septet::catalogue::{Keywords, Provider};
/// use septet::message::SenderKind;
///
/// let toll_free = Keywords::new(Provider::Twilio).with_sender(SenderKind::TollFree);
/// assert!(toll_free.recognize("STOP").unwrap().is_handled());
/// assert!(!toll_free.recognize("CANCEL").unwrap().is_handled());
///
/// let spanish = Keywords::new(Provider::Twilio).with_country("MX".parse()?);
/// assert!(spanish.recognize("baja").is_some());
/// # Ok::<(), septet::message::UnknownCountry>(())
/// ```
///
/// # The rule
///
/// A provider acts on a message that is a keyword and nothing else, letter case and white space at
/// both ends aside. People also write `Stop!`, `"STOP"` or `opt-out`: with everything that is
/// neither letter nor digit taken as space, those are keywords too. A provider does not act on them,
/// and the FCC's revocation rule and the CTIA's guidelines want them honoured, so the application must:
/// [`Recognition::is_handled`] tells the two apart. `stop by later` is not an opt-out, except for
/// AWS, which looks at the beginning of a message only.
///
/// Notes on the rules behind: short codes in the US must honour requests in plain language, and must
/// answer HELP to people who are not subscribed (CTIA); what a person may write to revoke consent
/// is open-ended, STOP, QUIT, END, REVOKE, OPT OUT, CANCEL and UNSUBSCRIBE being enough by themselves
/// (FCC); a toll-free number is blocked by the network on STOP alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[doc(alias = "recognizeKeyword")]
#[doc(alias = "STOP")]
#[doc(alias = "opt-out")]
pub struct Keywords {
    provider: Provider,
    sender: Option<SenderKind>,
    channel: Channel,
    country: Option<Country>,
    /// In the form of [`normalize`].
    own: Vec<(String, Intent)>,
}

impl Keywords {
    /// Keywords for SMS to a long code of a provider.
    #[must_use]
    pub fn new(provider: Provider) -> Self {
        Keywords {
            provider,
            ..Keywords::default()
        }
    }

    /// Sets the kind of sender.
    #[must_use]
    pub fn with_sender(mut self, sender: SenderKind) -> Self {
        self.sender = Some(sender);
        self
    }

    /// Sets the channel; SMS if it is not set.
    ///
    /// ```
    /// use septet::catalogue::{Keywords, Provider};
    /// use septet::message::Channel;
    ///
    /// let rcs = Keywords::new(Provider::Twilio).with_channel(Channel::Rcs);
    /// assert!(rcs.recognize("UNSUBSCRIBE").is_some());
    /// ```
    #[must_use]
    pub fn with_channel(mut self, channel: Channel) -> Self {
        self.channel = channel;
        self
    }

    /// Sets the country of the recipients, which adds the words of its language.
    ///
    /// ```
    /// use septet::catalogue::{Keywords, Provider};
    ///
    /// let mexico = Keywords::new(Provider::Twilio).with_country("MX".parse()?);
    /// assert!(mexico.recognize("Baja").is_some() && Keywords::new(Provider::Twilio).recognize("Baja").is_none());
    /// # Ok::<(), septet::message::UnknownCountry>(())
    /// ```
    #[must_use]
    pub fn with_country(mut self, country: Country) -> Self {
        self.country = Some(country);
        self
    }

    /// With a word or phrase of the application's own, such as one set in Advanced Opt-Out. A word
    /// without letter or digit never matches.
    ///
    /// ```
    /// use septet::catalogue::{Intent, Keywords, Provider};
    ///
    /// let german = Keywords::new(Provider::Twilio).with_keyword("abmelden", Intent::OptOut);
    /// assert_eq!(german.recognize("Abmelden.").unwrap().intent(), Intent::OptOut);
    /// ```
    #[must_use]
    pub fn with_keyword(mut self, keyword: &str, intent: Intent) -> Self {
        if let Some(keyword) = normalize(keyword) {
            self.own.push((keyword, intent));
        }
        self
    }

    /// The keyword that a message is; `None` if it is anything else. A word that asks for different things on different
    /// lists counts as an opt-out before an opt-in, and as either before a call for help.
    ///
    /// ```
    /// use septet::catalogue::{Intent, Keywords, Provider};
    ///
    /// let keywords = Keywords::new(Provider::Twilio);
    /// assert_eq!(keywords.recognize(" Stop! ").unwrap().intent(), Intent::OptOut);
    /// assert!(keywords.recognize("stop by later").is_none());
    /// ```
    #[must_use]
    pub fn recognize(&self, message: &str) -> Option<Recognition> {
        let exact = lower(message.trim());
        let normalized = normalize(message);
        let listed = KEYWORDS.iter().filter_map(|(keyword, intent, list)| {
            let list = LISTS.get(usize::from(*list))?;
            if !self.is_relevant(list) {
                return None;
            }
            let is_whole = exact.as_deref() == Some(*keyword);
            let begins = list.list == List::Aws && starts_with_word(message, keyword);
            if is_whole || begins {
                let handled = self.provider_acts(list.list);
                return Some(Recognition::listed(*intent, keyword, list, handled));
            }
            let is_alike = same_words(normalized.as_deref()?, keyword);
            is_alike.then(|| Recognition::listed(*intent, keyword, list, false))
        });
        let own = self.own.iter().filter_map(|(keyword, intent)| {
            let is_alike = same_letters(normalized.as_deref()?, keyword);
            is_alike.then(|| Recognition::own(*intent, keyword.clone()))
        });
        listed.chain(own).reduce(Recognition::merge)
    }

    /// True if the words of a list have an effect for this sender, whoever acts on them.
    fn is_relevant(&self, list: &KeywordList) -> bool {
        let country = self.country.as_ref().map(Country::code);
        let north_america = matches!(country, None | Some("US" | "CA"));
        match list.list {
            List::Twilio => self.provider == Provider::Twilio,
            List::Telnyx => self.provider == Provider::Telnyx,
            List::Aws => self.provider == Provider::Aws,
            List::AwsTollFree => self.provider == Provider::Aws && self.is_toll_free(),
            List::TollFreeNetwork => self.is_toll_free(),
            List::Ctia | List::Fcc => north_america,
            // French: its own list is of one product, its words are what people write.
            List::TwilioProxy => matches!(country, Some("FR" | "BE" | "CA" | "CH" | "LU" | "MC")),
            List::GoogleRcs => country
                .is_some_and(|country| list.scope.split([',', ' ']).any(|scope| scope == country)),
        }
    }

    /// True if the provider or network acts on the words of a list by itself.
    fn provider_acts(&self, list: List) -> bool {
        let answers = self.channel == Channel::Sms && self.sender != Some(SenderKind::Alphanumeric);
        match list {
            // Its scope: long codes and messaging services.
            List::Twilio => {
                answers && !self.is_toll_free() && self.sender != Some(SenderKind::ShortCode)
            }
            // Its note: on toll-free numbers, STOP alone.
            List::Aws => answers && !self.is_toll_free(),
            List::Telnyx | List::AwsTollFree => answers,
            List::TollFreeNetwork => self.is_toll_free(),
            List::GoogleRcs => self.channel == Channel::Rcs,
            List::TwilioProxy | List::Ctia | List::Fcc => false,
        }
    }

    fn is_toll_free(&self) -> bool {
        self.channel == Channel::Sms && self.sender == Some(SenderKind::TollFree)
    }
}
