//! The recognition of a keyword: the intent of the message, and the party that acts on it.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

use super::list::KeywordList;
#[cfg(feature = "serde")]
use crate::catalogue::tables::keywords::LISTS;

/// The intent of a person who sends a keyword.
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Intent {
    /// No more messages.
    OptOut,
    /// Messages again.
    OptIn,
    /// Asks for the sender's name and for the way to opt out.
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

    /// Greater for what does more harm if it is overlooked.
    const fn weight(self) -> u8 {
        match self {
            Intent::OptOut => 2,
            Intent::OptIn => 1,
            Intent::Help => 0,
        }
    }
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
    /// A message that is a keyword of a list.
    pub(super) fn listed(
        intent: Intent,
        keyword: &'static str,
        list: &'static KeywordList,
        handled: bool,
    ) -> Self {
        Recognition {
            intent,
            keyword: Cow::Borrowed(keyword),
            handled,
            lists: Vec::from([list]),
        }
    }

    /// A message that is a word of the application's own.
    pub(super) fn own(intent: Intent, keyword: String) -> Self {
        Recognition {
            intent,
            keyword: Cow::Owned(keyword),
            handled: false,
            lists: Vec::new(),
        }
    }

    /// Merges two recognitions of one message: keeps the intent with more weight, or joins the lists if the intents are equal.
    pub(super) fn merge(mut self, other: Self) -> Self {
        match self.intent.weight().cmp(&other.intent.weight()) {
            Ordering::Less => other,
            Ordering::Greater => self,
            Ordering::Equal => {
                self.handled |= other.handled;
                self.lists.extend(other.lists);
                self
            }
        }
    }

    /// The intent of the person.
    #[must_use]
    pub const fn intent(&self) -> Intent {
        self.intent
    }

    /// The keyword, in lower case.
    #[must_use]
    pub fn keyword(&self) -> &str {
        &self.keyword
    }

    /// True if the provider or network acts on this message by itself: blocks or unblocks the recipient, answers HELP. If false,
    /// the application must act.
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

/// The lists are found again by owner, scope and note.
#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Recognition {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        struct Shape {
            intent: Intent,
            keyword: String,
            handled: bool,
            lists: Vec<Owner>,
        }
        #[derive(serde::Deserialize)]
        struct Owner {
            provider: String,
            scope: String,
            note: String,
        }
        let shape = Shape::deserialize(deserializer)?;
        let known = |owner: &Owner| {
            let is_owner =
                |list: &&KeywordList| list.provider == owner.provider && list.scope == owner.scope;
            let mut lists = LISTS.iter().filter(is_owner);
            // Notes change with the sources.
            let same = lists.clone().find(|list| list.note == owner.note);
            same.or_else(|| lists.next())
        };
        let lists: Option<Vec<_>> = shape.lists.iter().map(known).collect();
        let unknown = || serde::de::Error::custom("there is no such list of keywords");
        Ok(Recognition {
            intent: shape.intent,
            keyword: Cow::Owned(shape.keyword),
            handled: shape.handled,
            lists: lists.ok_or_else(unknown)?,
        })
    }
}
