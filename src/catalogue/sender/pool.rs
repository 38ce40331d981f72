//! The senders of an account, and what a message needs of one.

use crate::address::{Address, Country, SenderKind};

/// A sender of a pool: its address and what is known of it.
///
/// ```
/// use septet::catalogue::PoolSender;
/// use septet::message::SenderKind;
///
/// let number = PoolSender::new("+14155550100".parse()?).with_registration(true).with_media(true);
/// assert_eq!(number.country().unwrap().code(), "US");
/// assert!(number.is_registered() && number.sends_media());
/// assert_eq!((number.address().to_string().as_str(), number.kind()), ("+14155550100", Some(SenderKind::LongCode)));
/// let name = PoolSender::new("Septet".parse()?).with_country("GB".parse()?);
/// assert_eq!(name.country().unwrap().code(), "GB");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolSender {
    address: Address,
    country: Option<Country>,
    registered: bool,
    media: bool,
}

impl PoolSender {
    /// Not registered and without media, of the country its number tells. A short code or a name does
    /// not tell one.
    #[must_use]
    pub fn new(address: Address) -> Self {
        let number = address.phone_number();
        PoolSender {
            address,
            country: number.and_then(|number| number.country()),
            registered: false,
            media: false,
        }
    }

    /// Sets the registration that its kind needs: a 10DLC campaign, toll-free verification, or the registration of a name in a
    /// country. False by default.
    #[must_use]
    pub fn with_registration(mut self, registered: bool) -> Self {
        self.registered = registered;
        self
    }

    /// Sets the ability to send media. False by default.
    #[must_use]
    pub fn with_media(mut self, media: bool) -> Self {
        self.media = media;
        self
    }

    /// The country it is leased in or its owner is at home in.
    #[must_use]
    pub fn with_country(mut self, country: Country) -> Self {
        self.country = Some(country);
        self
    }

    /// Its address.
    #[must_use]
    pub const fn address(&self) -> &Address {
        &self.address
    }

    /// Its country, if it is known.
    #[must_use]
    pub const fn country(&self) -> Option<Country> {
        self.country
    }

    /// True if it is registered.
    #[must_use]
    pub const fn is_registered(&self) -> bool {
        self.registered
    }

    /// True if it can send media.
    #[must_use]
    pub const fn sends_media(&self) -> bool {
        self.media
    }

    /// The kind of SMS sender; `None` on other channels.
    #[must_use]
    pub fn kind(&self) -> Option<SenderKind> {
        self.address.sender_kind()
    }
}

/// The requirements of a message on its sender. The channel is the recipient's.
///
/// ```
/// use septet::catalogue::{Need, Pick, PoolSender, Refusal};
///
/// let pool = [PoolSender::new("+14155550100".parse()?).with_registration(true)];
/// let need = Need::new().with_media().with_reply().with_previous("+14155550100".parse()?);
/// let pick = Pick::from_pool(&pool, &"+12125550123".parse()?, &need);
/// assert_eq!(pick.refused(), [(0, Refusal::NoMedia)]);
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Need {
    pub(super) media: bool,
    pub(super) reply: bool,
    pub(super) previous: Option<Address>,
}

impl Need {
    /// Nothing in particular.
    #[must_use]
    pub fn new() -> Self {
        Need::default()
    }

    /// It has media.
    #[must_use]
    pub fn with_media(mut self) -> Self {
        self.media = true;
        self
    }

    /// The recipient must be able to answer it.
    #[must_use]
    pub fn with_reply(mut self) -> Self {
        self.reply = true;
        self
    }

    /// The recipient knows this sender from earlier messages.
    #[must_use]
    pub fn with_previous(mut self, sender: Address) -> Self {
        self.previous = Some(sender);
        self
    }
}
