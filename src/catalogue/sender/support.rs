//! Acceptance and arrival of a kind of sender in a country.

use super::{Answer, Name, SenderRules};
use crate::address::SenderKind;
use crate::catalogue::{ErrorCode, Provider};

/// The origin of a sender, relative to the recipient.
///
/// ```
/// use septet::catalogue::{Acceptance, Origin, SenderRules};
/// use septet::message::SenderKind;
///
/// let uk = SenderRules::of("GB".parse()?).unwrap();
/// let long_code = |origin| uk.support(SenderKind::LongCode, origin).acceptance;
/// assert_eq!(long_code(Origin::Domestic), Acceptance::Accepted);
/// assert_eq!(long_code(Origin::International), Acceptance::Refused);
/// # Ok::<(), septet::message::UnknownCountry>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Origin {
    /// In the recipient's country.
    Domestic,
    /// In another one.
    International,
}

/// Acceptance of a kind of sender.
///
/// ```
/// use septet::catalogue::{Acceptance, Origin, SenderRules};
/// use septet::message::SenderKind;
///
/// let names = |country: &str| Ok(SenderRules::of(country.parse()?).unwrap().support(SenderKind::Alphanumeric, Origin::International).acceptance);
/// assert_eq!(names("DE")?, Acceptance::Accepted);
/// assert_eq!(names("AU")?, Acceptance::OnceRegistered);
/// assert_eq!(names("CA")?, Acceptance::Refused);
/// # Ok::<(), septet::message::UnknownCountry>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Acceptance {
    /// They are.
    Accepted,
    /// They are once they are registered.
    OnceRegistered,
    /// They are not.
    Refused,
    /// The page does not say.
    Unknown,
}

/// The sender that the recipient sees.
///
/// ```
/// use septet::catalogue::{Arrival, Origin, SenderRules};
/// use septet::message::SenderKind;
///
/// let germany = SenderRules::of("DE".parse()?).unwrap();
/// assert_eq!(germany.support(SenderKind::Alphanumeric, Origin::International).arrival, Arrival::AsSent);
/// # Ok::<(), septet::message::UnknownCountry>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Arrival {
    /// The sender.
    AsSent,
    /// The sender if it is registered, another one if not.
    OverwrittenUnlessRegistered,
    /// Another sender.
    Overwritten,
    /// The page does not say, or its table and its notes disagree.
    Unknown,
}

/// The need to register a sender.
///
/// ```
/// use septet::catalogue::{Origin, Registration, SenderRules};
/// use septet::message::SenderKind;
///
/// let us = SenderRules::of("US".parse()?).unwrap();
/// assert_eq!(us.support(SenderKind::LongCode, Origin::Domestic).registration, Registration::Required);
/// # Ok::<(), septet::message::UnknownCountry>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Registration {
    /// It is not.
    NotNeeded,
    /// It may be.
    Optional,
    /// It must be: by the provider or an operator, whichever is stricter.
    Required,
    /// It cannot be.
    Unavailable,
    /// The page does not say.
    Unknown,
}

/// Support for senders of one kind in one country, by Twilio.
///
/// ```
/// use septet::catalogue::{Acceptance, ErrorCode, Origin, SenderRules, SenderSupport};
/// use septet::message::SenderKind;
///
/// let us = SenderRules::of("US".parse()?).unwrap();
/// let SenderSupport { acceptance, blocked_with, disputed, .. } = us.support(SenderKind::TollFree, Origin::Domestic);
/// assert_eq!((acceptance, disputed), (Acceptance::OnceRegistered, false));
/// assert_eq!(blocked_with, Some(ErrorCode::new(30032)));
/// # Ok::<(), septet::message::UnknownCountry>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub struct SenderSupport {
    /// Their acceptance.
    pub acceptance: Acceptance,
    /// The sender that the recipient sees.
    pub arrival: Arrival,
    /// The need to register; the stricter of provider and operator.
    pub registration: Registration,
    /// The error that a missing registration leads to, where it is known.
    pub blocked_with: Option<ErrorCode>,
    /// True if another provider's table contradicts this one for the same kind of sender.
    pub disputed: bool,
}

impl SenderRules {
    /// Returns the support for senders of a kind.
    ///
    /// ```
    /// use septet::catalogue::{Acceptance, ErrorCode, Origin, Registration, SenderRules};
    /// use septet::message::SenderKind;
    ///
    /// let us = SenderRules::of("US".parse()?).unwrap();
    /// let long_code = us.support(SenderKind::LongCode, Origin::Domestic);
    /// assert_eq!(long_code.acceptance, Acceptance::OnceRegistered);
    /// assert_eq!(long_code.blocked_with, Some(ErrorCode::new(30034)));
    /// let name = us.support(SenderKind::Alphanumeric, Origin::Domestic);
    /// assert_eq!(name.acceptance, Acceptance::Refused);
    /// # Ok::<(), septet::message::UnknownCountry>(())
    /// ```
    #[must_use]
    pub fn support(self, kind: SenderKind, origin: Origin) -> SenderSupport {
        let taken = self.is_taken_by(Provider::Twilio, kind, origin);
        let (registration, blocked_with) = self.registration(kind, origin);
        let required = registration == Registration::Required;
        let acceptance = match taken {
            // Toll-free numbers are North American: they reach the countries whose pages name them.
            None if kind == SenderKind::TollFree => Acceptance::Refused,
            None => Acceptance::Unknown,
            Some(false) => Acceptance::Refused,
            Some(true) if required => Acceptance::OnceRegistered,
            Some(true) => Acceptance::Accepted,
        };
        let others = [Provider::Bird, Provider::Aws];
        let disputed = taken.is_some_and(|taken| {
            let answers = others.map(|provider| self.is_taken_by(provider, kind, origin));
            answers.contains(&Some(!taken))
        });
        SenderSupport {
            acceptance,
            arrival: self.arrival(kind, origin),
            registration,
            blocked_with,
            disputed,
        }
    }

    fn registration(self, kind: SenderKind, origin: Origin) -> (Registration, Option<ErrorCode>) {
        let [international, domestic] = self.0.registration;
        let blocked = |code| (Registration::Required, Some(ErrorCode::new(code)));
        match (kind, origin, self.code()) {
            // 10DLC; toll-free verification.
            (SenderKind::LongCode, Origin::Domestic, "US") => blocked(30034),
            (SenderKind::TollFree, _, "US" | "CA") => blocked(30032),
            (SenderKind::Alphanumeric, _, _) => {
                let registration = match (self.0.name, origin) {
                    (Name::Registered, _) => Registration::Required,
                    (_, Origin::International) => international,
                    (_, Origin::Domestic) => domestic,
                };
                let code = match self.code() {
                    "GB" => 30041,
                    _ => 30018,
                };
                let registrable = matches!(
                    registration,
                    Registration::Required | Registration::Optional
                );
                (registration, registrable.then(|| ErrorCode::new(code)))
            }
            // Leased for its country by way of an application.
            (SenderKind::ShortCode, _, _) => (Registration::NotNeeded, None),
            _ => (Registration::Unknown, None),
        }
    }

    fn arrival(self, kind: SenderKind, origin: Origin) -> Arrival {
        let row = self.0;
        match (kind, origin) {
            (SenderKind::Alphanumeric, _) => match row.name {
                Name::Overwritten => Arrival::Overwritten,
                Name::OverwrittenUnlessRegistered => {
                    let (registration, _) = self.registration(kind, origin);
                    if registration == Registration::Unavailable {
                        Arrival::Overwritten
                    } else {
                        Arrival::OverwrittenUnlessRegistered
                    }
                }
                Name::Free | Name::Registrable if row.overwrites => Arrival::Unknown,
                Name::Free | Name::Registrable | Name::Registered => Arrival::AsSent,
                Name::No | Name::Unknown => Arrival::Unknown,
            },
            (SenderKind::LongCode, Origin::International) => match row.kept {
                Answer::Yes => Arrival::AsSent,
                Answer::No => Arrival::Overwritten,
                Answer::Unknown => Arrival::Unknown,
            },
            _ => Arrival::AsSent,
        }
    }
}
