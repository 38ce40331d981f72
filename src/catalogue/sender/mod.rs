//! Sender support by country: the kinds that are accepted, and the way they arrive (`senders.tsv`: the provider's guideline
//! pages, and the tables of Bird and of AWS of 2023).

mod pick;
mod pool;
mod refusal;
mod score;
mod support;

use alloc::format;
use alloc::string::String;

pub use pick::{Pick, PickReason};
pub use pool::{Need, PoolSender};
pub use refusal::Refusal;
pub use support::{Acceptance, Arrival, Origin, Registration, SenderSupport};

use super::provider::Provider;
use super::tables::senders::SENDERS;
use crate::address::{Country, SenderKind};

/// The rules of a country for those who send to it.
///
/// ```
/// use septet::catalogue::{Acceptance, Arrival, Origin, SenderRules};
/// use septet::message::SenderKind;
///
/// let india = SenderRules::of("IN".parse()?).unwrap();
/// let name = india.support(SenderKind::Alphanumeric, Origin::International);
/// assert_eq!((name.acceptance, name.arrival), (Acceptance::Accepted, Arrival::Overwritten));
/// assert!(SenderRules::of("CA".parse()?).unwrap().accepts_media());
/// assert_eq!((india.code(), india.name(), india.is_two_way()), ("IN", "India", true));
/// assert_eq!((india.concatenates(), india.attempts_landlines()), (Some(true), false));
/// assert_eq!((india.short_code_weeks(), india.shares_us_short_codes()), (Some((4, 6)), false));
/// assert!(india.links_media() && india.page().starts_with("https://"));
/// # Ok::<(), septet::message::UnknownCountry>(())
/// ```
///
/// Where guides are wrong: Canada takes no alphanumeric senders; Germany takes long codes, its own and
/// foreign ones; Australia has no short codes and takes names only if registered; the United Kingdom
/// takes no foreign long codes; India overwrites numbers and unregistered names.
/// An unregistered US long code is blocked (error 30034), not slow, and an unverified toll-free number
/// likewise (30032).
#[derive(Clone, Copy, PartialEq, Eq)]
#[doc(alias = "senderRules")]
pub struct SenderRules(&'static Row);

#[derive(PartialEq, Eq)]
pub(in crate::catalogue) struct Row {
    pub country: [u8; 2],
    pub title: &'static str,
    pub name: Name,
    /// Registration of alphanumeric names: from abroad, and domestic.
    pub registration: [Registration; 2],
    /// True if a note of the page says that names are overwritten, whatever its table says.
    pub overwrites: bool,
    pub two_way: Answer,
    pub domestic: Answer,
    pub international: Answer,
    /// Answer to "do foreign long codes arrive unchanged?".
    pub kept: Answer,
    pub short_code: Answer,
    pub weeks: Option<(u8, u8)>,
    pub us_short_code: bool,
    pub toll_free: Answer,
    pub media: Media,
    pub landline: Answer,
    pub concatenates: Answer,
    /// Names, long codes of the country, foreign ones, short codes.
    pub bird: [Answer; 4],
    /// Names, long codes, short codes.
    pub aws: [Answer; 3],
    pub date: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::catalogue) enum Answer {
    Yes,
    No,
    Unknown,
}

/// Alphanumeric senders, as the table sums them up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::catalogue) enum Name {
    Free,
    Registrable,
    Overwritten,
    OverwrittenUnlessRegistered,
    Registered,
    No,
    Unknown,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::catalogue) enum Media {
    Mms,
    Link,
    No,
}

impl Answer {
    const fn known(self) -> Option<bool> {
        match self {
            Answer::Yes => Some(true),
            Answer::No => Some(false),
            Answer::Unknown => None,
        }
    }
}

impl SenderRules {
    /// The rules of a country, one of 221.
    #[must_use]
    pub fn of(country: Country) -> Option<Self> {
        let code: &[u8] = country.code().as_bytes();
        let position = SENDERS
            .binary_search_by(|row| row.country[..].cmp(code))
            .ok()?;
        SENDERS.get(position).map(SenderRules)
    }

    /// The rules that hold for recipients in a country: those of the main country for a territory that shares its
    /// calling code and numbering plan, such as Guernsey, whose numbers are British to every operator.
    ///
    /// ```
    /// use septet::catalogue::SenderRules;
    ///
    /// assert_eq!(SenderRules::of_recipient("GG".parse()?).unwrap().code(), "GB");
    /// assert_eq!(SenderRules::of_recipient("DE".parse()?).unwrap().code(), "DE");
    /// # Ok::<(), septet::message::UnknownCountry>(())
    /// ```
    #[must_use]
    pub fn of_recipient(country: Country) -> Option<Self> {
        Self::of(country.main()).or_else(|| Self::of(country))
    }

    /// The rules of every country, by its code.
    ///
    /// ```
    /// use septet::catalogue::SenderRules;
    ///
    /// assert_eq!(SenderRules::all().count(), 221);
    /// let with_media: Vec<&str> = SenderRules::all().filter(|rules| rules.accepts_media()).map(|rules| rules.code()).collect();
    /// assert_eq!(with_media, ["AU", "CA", "US"]);
    /// ```
    pub fn all() -> impl Iterator<Item = SenderRules> {
        SENDERS.iter().map(SenderRules)
    }

    /// The country: two capital letters of ISO 3166-1.
    #[must_use]
    pub fn code(self) -> &'static str {
        core::str::from_utf8(&self.0.country).unwrap_or_default()
    }

    /// The name of the country in English.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.title
    }

    /// The provider's page about the country, the source of most of its row.
    #[must_use]
    pub fn page(self) -> String {
        let code = self.code().to_ascii_lowercase();
        format!("https://www.twilio.com/en-us/guidelines/{code}/sms")
    }

    /// The date of the page, or `read 2026-11-23`: the day on which it was read.
    ///
    /// ```
    /// use septet::catalogue::SenderRules;
    ///
    /// assert_eq!(SenderRules::of("DE".parse()?).unwrap().date(), "read 2026-11-23");
    /// # Ok::<(), septet::message::UnknownCountry>(())
    /// ```
    #[must_use]
    pub const fn date(self) -> &'static str {
        self.0.date
    }

    /// True if people in the country can write to its numbers.
    #[must_use]
    pub fn is_two_way(self) -> bool {
        self.0.two_way == Answer::Yes
    }

    /// True if texts of several segments arrive as one; `None` if the page does not say.
    #[must_use]
    pub const fn concatenates(self) -> Option<bool> {
        self.0.concatenates.known()
    }

    /// True if media arrive as MMS.
    #[must_use]
    pub fn accepts_media(self) -> bool {
        self.0.media == Media::Mms
    }

    /// True if media are replaced by a link in the text.
    #[must_use]
    pub fn links_media(self) -> bool {
        self.0.media == Media::Link
    }

    /// True if a message to a landline is attempted, false if it is refused (error 21614).
    #[must_use]
    pub fn attempts_landlines(self) -> bool {
        self.0.landline == Answer::Yes
    }

    /// Weeks it takes to get a short code, from and to.
    #[must_use]
    pub const fn short_code_weeks(self) -> Option<(u8, u8)> {
        self.0.weeks
    }

    /// True if short codes of the United States are valid in the country.
    #[must_use]
    pub const fn shares_us_short_codes(self) -> bool {
        self.0.us_short_code
    }

    /// True if a provider accepts senders of a kind in the country; `None` if its table does not say.
    ///
    /// ```
    /// use septet::catalogue::{Origin, Provider, SenderRules};
    /// use septet::message::SenderKind;
    ///
    /// let argentina = SenderRules::of("AR".parse()?).unwrap();
    /// let names = |provider| argentina.is_taken_by(provider, SenderKind::Alphanumeric, Origin::International);
    /// assert_eq!(names(Provider::Twilio), Some(true));
    /// assert_eq!(names(Provider::Bird), Some(false));
    /// assert_eq!(names(Provider::Aws), Some(false));
    /// # Ok::<(), septet::message::UnknownCountry>(())
    /// ```
    #[must_use]
    pub fn is_taken_by(self, provider: Provider, kind: SenderKind, origin: Origin) -> Option<bool> {
        let row = self.0;
        let ([bird_name, bird_local, bird_foreign, bird_short], [aws_name, aws_long, aws_short]) =
            (row.bird, row.aws);
        let domestic = origin == Origin::Domestic;
        let answer = match (provider, kind) {
            (Provider::Twilio, SenderKind::Alphanumeric) => match row.name {
                Name::No => Answer::No,
                Name::Unknown => Answer::Unknown,
                _ => Answer::Yes,
            },
            (Provider::Twilio, SenderKind::LongCode) if domestic => row.domestic,
            (Provider::Twilio, SenderKind::LongCode) => row.international,
            (Provider::Twilio, SenderKind::ShortCode) => row.short_code,
            (Provider::Twilio, SenderKind::TollFree) => row.toll_free,
            (Provider::Bird, SenderKind::Alphanumeric) => bird_name,
            (Provider::Bird, SenderKind::LongCode) if domestic => bird_local,
            (Provider::Bird, SenderKind::LongCode) => bird_foreign,
            (Provider::Bird, SenderKind::ShortCode) => bird_short,
            (Provider::Aws, SenderKind::Alphanumeric) => aws_name,
            (Provider::Aws, SenderKind::LongCode) if domestic => aws_long,
            (Provider::Aws, SenderKind::ShortCode) => aws_short,
            _ => Answer::Unknown,
        };
        answer.known()
    }
}

impl core::fmt::Debug for SenderRules {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "SenderRules({})", self.code())
    }
}
