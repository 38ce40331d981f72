//! The policy for published rules that contradict each other.

/// The rule to apply where two sources disagree.
///
/// ```
/// use septet::message::{ConflictPolicy, MessageValidator, OutboundMessage};
///
/// // One page allows `&` in the name of a sender, another does not.
/// let message = OutboundMessage::new("+4915112345678").with_from("A&B").with_body("Hi");
/// let is_acceptable = |policy| MessageValidator::at(0).with_conflict_policy(policy).validate(&message).is_acceptable();
/// assert_eq!((is_acceptable(ConflictPolicy::Strict), is_acceptable(ConflictPolicy::Lenient)), (false, true));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
pub enum ConflictPolicy {
    /// Apply the stricter source: what passes is accepted under both.
    #[default]
    #[cfg_attr(feature = "serde", serde(rename = "stricter"))]
    Strict,
    /// Apply the more permissive source: what is refused is refused under both.
    #[cfg_attr(feature = "serde", serde(rename = "looser"))]
    Lenient,
}
