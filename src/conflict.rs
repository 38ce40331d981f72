//! Which of two sources is believed where they disagree.

/// Which of two published rules applies where sources disagree.
///
/// ```
/// use septet::message::{Check, OutboundMessage, Reading};
///
/// // One page allows `&` in the name of a sender, another does not.
/// let message = OutboundMessage::new("+4915112345678").with_from("A&B").with_body("Hi");
/// let is_acceptable = |reading| Check::at(0).with_reading(reading).message(&message).is_acceptable();
/// assert_eq!((is_acceptable(Reading::Stricter), is_acceptable(Reading::Looser)), (false, true));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reading {
    /// The stricter one: what passes is accepted whoever is right.
    #[default]
    Stricter,
    /// The looser one: what is refused is refused whoever is right.
    Looser,
}
