//! Words by which people stop, resume or ask for help (`keywords.tsv`).

mod router;
mod words;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

pub use router::{Route, Router, RouterError};

use words::{loose, lower, same_words, starts_with_word};

use super::provider::Provider;
use super::tables::keywords::{KEYWORDS, LISTS};
use crate::message::{Channel, Country, SenderKind};

/// What a person asks for with a keyword.
///
/// ```
/// use septet::catalogue::{Intent, Keywords, Provider};
///
/// let intent = |text| Keywords::new(Provider::Twilio).recognize(text).map(|found| found.intent());
/// assert_eq!(intent("Unsubscribe"), Some(Intent::OptOut));
/// assert_eq!(intent("START"), Some(Intent::OptIn));
/// assert_eq!(intent("info"), Some(Intent::Help));
/// assert_eq!(Intent::OptOut.name(), "opt-out");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Intent {
    /// No more messages.
    OptOut,
    /// Messages again.
    OptIn,
    /// Who this is and how to stop it.
    Help,
}

impl Intent {
    /// The name used in results: `opt-out`, `opt-in` or `help`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Intent::OptOut => "opt-out",
            Intent::OptIn => "opt-in",
            Intent::Help => "help",
        }
    }
}

/// Where a keyword is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::catalogue) enum List {
    Twilio,
    TwilioProxy,
    TollFreeNetwork,
    Telnyx,
    Aws,
    AwsTollFree,
    Ctia,
    Fcc,
    GoogleRcs,
}

/// A list of keywords: whose it is, and where it is written.
///
/// ```
/// use septet::catalogue::{Keywords, Provider};
///
/// let stop = Keywords::new(Provider::Telnyx).recognize("stop").unwrap();
/// let list = stop.lists().iter().find(|list| list.provider() == "Telnyx").unwrap();
/// assert_eq!((list.scope(), list.note()), ("default profile", ""));
/// assert!(list.source().starts_with("https://"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct KeywordList {
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(in crate::catalogue) list: List,
    pub(in crate::catalogue) provider: &'static str,
    pub(in crate::catalogue) scope: &'static str,
    pub(in crate::catalogue) note: &'static str,
    pub(in crate::catalogue) source: &'static str,
}

impl KeywordList {
    /// Whose list it is.
    #[must_use]
    pub const fn provider(&self) -> &'static str {
        self.provider
    }

    /// Which senders or countries it is for.
    #[must_use]
    pub const fn scope(&self) -> &'static str {
        self.scope
    }

    /// What else it says; empty if nothing.
    #[must_use]
    pub const fn note(&self) -> &'static str {
        self.note
    }

    /// Where it is written.
    #[must_use]
    pub const fn source(&self) -> &'static str {
        self.source
    }
}

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
/// [`Recognition::is_handled`] tells the two apart. `stop by later` is no opt-out, except for
/// AWS, which looks at the beginning of a message only.
///
/// Notes on the rules behind: short codes in the US must honour requests in plain language, and must
/// answer HELP to people who are not subscribed (CTIA); what a person may write to revoke consent
/// is open-ended, STOP, QUIT, END, REVOKE, OPT OUT, CANCEL and UNSUBSCRIBE being enough by themselves
/// (FCC); a toll-free number is blocked by the network on STOP alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keywords {
    provider: Provider,
    sender: Option<SenderKind>,
    channel: Channel,
    country: Option<Country>,
    /// In the form of [`loose`].
    own: Vec<(String, Intent)>,
}

/// A message that is a keyword.
///
/// ```
/// use septet::catalogue::{Intent, Keywords, Provider};
///
/// let stop = Keywords::new(Provider::Twilio).recognize("  Stop ").unwrap();
/// assert_eq!((stop.intent(), stop.keyword(), stop.is_handled()), (Intent::OptOut, "stop", true));
/// assert!(stop.lists().iter().any(|list| list.provider() == "CTIA / US carriers"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Recognition {
    intent: Intent,
    keyword: Cow<'static, str>,
    handled: bool,
    lists: Vec<&'static KeywordList>,
}

impl Recognition {
    /// What the person asks for.
    #[must_use]
    pub const fn intent(&self) -> Intent {
        self.intent
    }

    /// The keyword, in lower case.
    #[must_use]
    pub fn keyword(&self) -> &str {
        &self.keyword
    }

    /// Whether the provider or network acts on this very message by itself: blocks or unblocks the
    /// recipient, answers HELP. If not, the application must.
    #[must_use]
    pub const fn is_handled(&self) -> bool {
        self.handled
    }

    /// The lists that have the keyword; none for words of the application's own.
    #[must_use]
    pub fn lists(&self) -> &[&'static KeywordList] {
        &self.lists
    }
}

impl Keywords {
    /// Of a long code of a provider.
    #[must_use]
    pub fn new(provider: Provider) -> Self {
        Keywords {
            provider,
            ..Keywords::default()
        }
    }

    /// Of another kind of sender.
    #[must_use]
    pub fn with_sender(mut self, sender: SenderKind) -> Self {
        self.sender = Some(sender);
        self
    }

    /// On another channel than SMS.
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

    /// Of recipients in a country, with the words of its language.
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
        if let Some(keyword) = loose(keyword) {
            self.own.push((keyword, intent));
        }
        self
    }

    /// The keyword that a message is; `None` if it is anything else. Where the same word is on
    /// lists that differ, it opts out rather than in, and either rather than helps.
    #[must_use]
    pub fn recognize(&self, message: &str) -> Option<Recognition> {
        let exact = lower(message.trim());
        let loose = loose(message);
        let mut found: Option<Recognition> = None;
        for (keyword, intent, list) in KEYWORDS {
            let Some(list) = LISTS.get(usize::from(*list)) else {
                continue;
            };
            if !self.applies(list) {
                continue;
            }
            let whole = exact.as_deref() == Some(*keyword);
            let begins = list.list == List::Aws && starts_with_word(message, keyword);
            let alike = || {
                loose
                    .as_deref()
                    .is_some_and(|loose| same_words(loose, keyword))
            };
            if whole || begins || alike() {
                let handled = (whole || begins) && self.acts(list.list);
                join(
                    &mut found,
                    (*intent, Cow::Borrowed(keyword)),
                    handled,
                    Some(list),
                );
            }
        }
        for (keyword, intent) in &self.own {
            if loose.as_ref() == Some(keyword) {
                join(
                    &mut found,
                    (*intent, Cow::Owned(keyword.clone())),
                    false,
                    None,
                );
            }
        }
        found
    }

    /// Whether the words of a list count for this sender, whoever acts on them.
    fn applies(&self, list: &KeywordList) -> bool {
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

    /// Whether somebody acts on the words of a list by themselves.
    fn acts(&self, list: List) -> bool {
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

/// Adds a match to what was found so far.
fn join(
    found: &mut Option<Recognition>,
    (intent, keyword): (Intent, Cow<'static, str>),
    handled: bool,
    list: Option<&'static KeywordList>,
) {
    let weight = |intent| match intent {
        Intent::OptOut => 2,
        Intent::OptIn => 1,
        Intent::Help => 0,
    };
    match found {
        Some(known) if weight(known.intent) > weight(intent) => {}
        Some(known) if known.intent == intent => {
            known.handled |= handled;
            known.lists.extend(list);
        }
        _ => {
            let lists = list.into_iter().collect();
            *found = Some(Recognition {
                intent,
                keyword,
                handled,
                lists,
            });
        }
    }
}
