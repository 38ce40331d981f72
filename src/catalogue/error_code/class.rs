//! The subject of an error code, and the kind of failure that it is to a program.

/// The kind of failure that an error code is to a program (`error-classes.tsv`).
///
/// ```
/// use septet::catalogue::{Class, ErrorCode};
///
/// let is_our_fault = |code| matches!(ErrorCode::new(code).class(), Class::Request | Class::Account | Class::Setup);
/// assert!(is_our_fault(20003)); // wrong credentials
/// assert!(!is_our_fault(30003)); // a handset that is off
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Class {
    /// The recipient, or a registry or network on their behalf, refuses these messages.
    OptedOut,
    /// The recipient does not exist, or cannot receive this.
    BadRecipient,
    /// The sender cannot send this, or not to this recipient.
    BadSender,
    /// A brand, campaign, number or name lacks its registration.
    Registration,
    /// Text, template or media cannot be sent as they are.
    Content,
    /// Taken for spam or fraud.
    Filtering,
    /// Too much in too short a time.
    Rate,
    /// Allowed, though not at this hour or in this conversation.
    Timing,
    /// A fault of the platform, a carrier or a handset.
    Temporary,
    /// The request is wrong.
    Request,
    /// Credentials, balance, permissions or the trial.
    Account,
    /// A webhook, reply, link domain, messaging service or channel is set up wrongly.
    Setup,
    /// About a message from a person; nothing was sent.
    Inbound,
    /// Not a failure.
    Notice,
    /// Not in the catalogue.
    Unknown,
}

/// The subject of an error code (`errors.tsv`).
///
/// ```
/// use septet::catalogue::{Category, ErrorCode};
///
/// let about_media = ErrorCode::known().filter(|code| code.category() == Some(Category::Media));
/// assert!(about_media.map(ErrorCode::code).any(|code| code == 21623)); // too many files
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Category {
    /// The account: its balance, its state, what it may do.
    Account,
    /// Credentials and permissions of a request.
    Auth,
    /// A channel other than SMS and MMS: its setup, its templates, its answers.
    Channel,
    /// Opt-outs, registries of people who want no messages, hours at which none may be sent.
    Compliance,
    /// The text, its encoding, its template.
    Content,
    /// The handset, the carrier or the route, after the message was sent.
    Delivery,
    /// Messages that the provider or a carrier takes for spam.
    Filtering,
    /// Traffic that looks like fraud, such as SMS pumping.
    Fraud,
    /// Messages from a person.
    Inbound,
    /// Shortened links and their domains.
    Links,
    /// Files: their types, sizes, number and URLs.
    Media,
    /// The provider's own servers.
    Platform,
    /// Too many messages or requests in a time.
    RateLimit,
    /// The number or address that a message goes to.
    Recipient,
    /// Brands, campaigns, toll-free numbers and sender names that have to be registered.
    Registration,
    /// A request to the API: its parameters and what they refer to.
    Request,
    /// Sender and recipient that do not go together.
    Routing,
    /// Messages to be sent later.
    Scheduling,
    /// The number, short code, name or address that a message comes from.
    Sender,
    /// Messaging services and their senders.
    Service,
    /// Restrictions of trial accounts.
    Trial,
    /// Replies in TwiML.
    Twiml,
    /// The URLs that the provider calls.
    Webhook,
}

/// The prospect of the same request if it is sent again later.
///
/// ```
/// use septet::catalogue::{ErrorCode, Retry};
///
/// assert_eq!(ErrorCode::new(30003).retry(), Some(Retry::Maybe));
/// assert_eq!(ErrorCode::new(30007).retry(), Some(Retry::AfterFix));
/// assert_eq!(ErrorCode::new(21610).retry(), Some(Retry::No)); // the recipient opted out
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Retry {
    /// It may.
    Yes,
    /// It may or may not.
    Maybe,
    /// Once something is put right.
    AfterFix,
    /// It will not.
    No,
    /// There is nothing to retry: the code is a notice.
    Info,
}

/// The place in which an error code is reported.
///
/// ```
/// use septet::catalogue::{ErrorCode, Seen};
///
/// assert_eq!(ErrorCode::new(21610).seen(), Some(Seen::Create));
/// assert_eq!(ErrorCode::new(30003).seen(), Some(Seen::Callback));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Seen {
    /// As the answer of the call that creates a message.
    Create,
    /// As the answer of the call that updates one.
    Update,
    /// In status callbacks and on the message.
    Callback,
    /// In the provider's log of warnings and errors.
    Debugger,
    /// On inbound messages.
    Inbound,
}
