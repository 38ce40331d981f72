//! Changes to a message that was created: cancel it, or take its text away.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::form;
use super::rule::Rule;
use super::violation::Violation;
use crate::catalogue::Status;

/// An update of a message: cancels it while it is scheduled, or takes its text away afterwards.
///
/// ```
/// use septet::catalogue::Status;
/// use septet::message::MessageUpdate;
///
/// let cancel = MessageUpdate::cancel();
/// assert_eq!(cancel.to_form(), "Status=canceled");
/// assert!(cancel.validate(Some(&Status::SCHEDULED)).is_empty());
/// assert_eq!(cancel.validate(Some(&Status::SENT))[0].error_code(), Some(30409));
///
/// assert_eq!(MessageUpdate::redact().to_form(), "Body=");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(default, deny_unknown_fields, rename_all = "camelCase")
)]
#[doc(alias = "checkUpdate")]
pub struct MessageUpdate {
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) status: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) body: Option<String>,
}

impl MessageUpdate {
    /// An update with parameters as they are sent, right or wrong.
    ///
    /// ```
    /// use septet::message::MessageUpdate;
    ///
    /// let update = MessageUpdate::new(Some("cancelled".into()), None);
    /// assert_eq!(update.validate(None)[0].fix(), "write `canceled`, in small letters and with one l");
    /// ```
    #[must_use]
    pub const fn new(status: Option<String>, body: Option<String>) -> Self {
        MessageUpdate { status, body }
    }

    /// Cancels a message that is scheduled and not yet sent.
    #[must_use]
    pub fn cancel() -> Self {
        MessageUpdate {
            status: Some("canceled".into()),
            body: None,
        }
    }

    /// Takes the text of a message away; its other data stays.
    #[must_use]
    pub const fn redact() -> Self {
        MessageUpdate {
            status: None,
            body: Some(String::new()),
        }
    }

    /// Everything that is wrong with the update; with the status of the message where it is known.
    #[must_use]
    pub fn validate(&self, current: Option<&Status>) -> Vec<Violation> {
        let mut found = Vec::new();
        if self.status.is_some() == self.body.is_some() {
            let asked = if self.status.is_some() {
                "both"
            } else {
                "neither"
            };
            let sentence = format!("the update asks for {asked} of canceling and redacting");
            let fix = "send Status=canceled or an empty Body, in one request each";
            found.push(Violation::new(Rule::UpdateAmbiguous, sentence, fix));
        }
        if let Some(status) = &self.status {
            if status != "canceled" {
                let sentence = "only `canceled` can be asked for";
                let fix = "write `canceled`, in small letters and with one l";
                found.push(Violation::new(Rule::UpdateStatusInvalid, sentence, fix));
            } else if let Some(current) = current.filter(|status| **status != Status::SCHEDULED) {
                let sentence =
                    format!("the message is {current}, only scheduled messages can be canceled");
                let fix = "let it be";
                found.push(Violation::new(Rule::UpdateTooLate, sentence, fix));
            }
        }
        if self.body.as_ref().is_some_and(|body| !body.is_empty()) {
            let sentence = "the text of a message can be taken away and not be changed";
            let fix = "send an empty Body";
            found.push(Violation::new(Rule::UpdateBodyInvalid, sentence, fix));
        }
        found
    }

    /// The body of the update call, `application/x-www-form-urlencoded`.
    #[must_use]
    #[doc(alias = "updateForm")]
    pub fn to_form(&self) -> String {
        let status = self
            .status
            .as_deref()
            .map(|status| ("Status", Cow::from(status)));
        let body = self.body.as_deref().map(|body| ("Body", Cow::from(body)));
        let pairs: Vec<_> = status.into_iter().chain(body).collect();
        form::encode(&pairs)
    }
}
