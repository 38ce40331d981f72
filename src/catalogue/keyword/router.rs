//! Leads a message to what the application does with it, opt-outs and calls for help first.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::words::normalize;
use super::{Intent, Keywords, Recognition};

/// Commands of an application, reached by the words people send.
///
/// Words are looked up in a list and nothing else, so that `constructor` or `__proto__` are
/// words like any other; and a command matches the whole message or, if it says so, its first word,
/// never part of one.
///
/// ```
/// use septet::catalogue::{Intent, Keywords, Provider, Route, Router};
///
/// #[derive(Debug, PartialEq)]
/// enum Command { Hours, Vote }
///
/// let router = Router::new(Keywords::new(Provider::Twilio))
///     .with_command("opening hours", Command::Hours)?
///     .with_argument("vote", Command::Vote)?;
///
/// assert_eq!(router.route("Opening hours?"), Route::Command { command: &Command::Hours, argument: "" });
/// assert_eq!(router.route("Vote: Ada"), Route::Command { command: &Command::Vote, argument: "Ada" });
/// assert!(matches!(router.route("STOP"), Route::Keyword(keyword) if keyword.intent() == Intent::OptOut));
/// assert_eq!(router.route("stop by later"), Route::Other);
/// assert_eq!(router.route("__proto__"), Route::Other);
/// # Ok::<(), septet::catalogue::RouterError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Router<T> {
    keywords: Keywords,
    /// In the order of their words.
    commands: Vec<Command<T>>,
}

#[derive(Clone, Debug)]
struct Command<T> {
    words: String,
    stands_for: T,
    takes_argument: bool,
}

/// The destination of a message.
///
/// ```
/// use septet::catalogue::{Keywords, Provider, Route, Router, RouterError};
///
/// let router = Router::new(Keywords::new(Provider::Twilio)).with_argument("join", "join")?;
/// let answer = match router.route("Join Ada") {
///     Route::Keyword(_) => "a keyword".to_owned(),
///     Route::Command { argument, .. } => format!("welcome {argument}"),
///     Route::Other => "what?".to_owned(),
/// };
/// assert_eq!(answer, "welcome Ada");
/// # Ok::<(), RouterError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route<'r, 'm, T> {
    /// To the keywords of the provider and the law.
    Keyword(Recognition),
    /// To a command.
    Command {
        /// The command.
        command: &'r T,
        /// The text after the command's word, trimmed; empty for commands without an argument.
        argument: &'m str,
    },
    /// Nowhere: it is neither.
    Other,
}

impl<T> Router<T> {
    /// With keywords and no command.
    #[must_use]
    pub const fn new(keywords: Keywords) -> Self {
        Router {
            keywords,
            commands: Vec::new(),
        }
    }

    /// With a command that is a whole message: one word or several. Letter case and whatever
    /// divides or surrounds the words does not count.
    ///
    /// # Errors
    ///
    /// [`RouterError`] if the words are an opt-out or a call for help, another command, or none.
    pub fn with_command(mut self, words: &str, command: T) -> Result<Self, RouterError> {
        self.add(words, command, false).map(|()| self)
    }

    /// With a command that is the first word of a message and takes what follows as its argument.
    ///
    /// # Errors
    ///
    /// [`RouterError`] if the word is an opt-out or a call for help, another command, or not one word.
    pub fn with_argument(mut self, word: &str, command: T) -> Result<Self, RouterError> {
        self.add(word, command, true).map(|()| self)
    }

    /// Adds a command: the first word of messages if it takes an argument, else a whole message.
    pub(crate) fn add(
        &mut self,
        words: &str,
        command: T,
        takes_argument: bool,
    ) -> Result<(), RouterError> {
        let intent = self
            .keywords
            .recognize(words)
            .map(|keyword| keyword.intent());
        if matches!(intent, Some(Intent::OptOut | Intent::Help)) {
            return Err(RouterError::Reserved);
        }
        let words = normalize(words).ok_or(RouterError::NoWord)?;
        if takes_argument && words.contains(' ') {
            return Err(RouterError::SeveralWords);
        }
        let Err(place) = self.place(&words) else {
            return Err(RouterError::Taken);
        };
        self.commands.insert(
            place,
            Command {
                words,
                stands_for: command,
                takes_argument,
            },
        );
        Ok(())
    }

    /// Finds the index of the command with these words, or `Err` with the index at which to insert it.
    fn place(&self, words: &str) -> Result<usize, usize> {
        let order = |command: &Command<T>| command.words.as_str().cmp(words);
        self.commands.binary_search_by(order)
    }

    /// Routes a message: opt-outs and requests for help first, then commands, then opt-ins. Commands precede opt-ins so that an
    /// application may ask a question that is answered with YES, which Twilio lists as an opt-in.
    #[must_use]
    pub fn route<'m>(&self, message: &'m str) -> Route<'_, 'm, T> {
        let keyword = self.keywords.recognize(message);
        match keyword {
            Some(keyword) if keyword.intent() != Intent::OptIn => Route::Keyword(keyword),
            keyword => self
                .command(message)
                .or(keyword.map(Route::Keyword))
                .unwrap_or(Route::Other),
        }
    }

    fn command<'m>(&self, message: &'m str) -> Option<Route<'_, 'm, T>> {
        let find = |words: &str| self.commands.get(self.place(&normalize(words)?).ok()?);
        // An argument may be all punctuation, so it is looked for before the words of the whole.
        if let Some((first, argument)) = message.trim().split_once(char::is_whitespace)
            && let Some(found) = find(first).filter(|found| found.takes_argument)
        {
            let (command, argument) = (&found.stands_for, argument.trim());
            return Some(Route::Command { command, argument });
        }
        let command = &find(message)?.stands_for;
        Some(Route::Command {
            command,
            argument: "",
        })
    }
}

/// A command cannot be added.
///
/// ```
/// use septet::catalogue::{Keywords, Provider, Router, RouterError};
///
/// let router = || Router::new(Keywords::new(Provider::Twilio));
/// assert_eq!(router().with_command("stop", ()).unwrap_err(), RouterError::Reserved);
/// assert_eq!(router().with_command("?!", ()).unwrap_err(), RouterError::NoWord);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RouterError {
    /// The words are an opt-out or a call for help, which no application may take over.
    Reserved,
    /// The words are another command's.
    Taken,
    /// There is no letter and no digit, or too many of them (64 characters).
    NoWord,
    /// A command that takes an argument is one word.
    SeveralWords,
}

impl fmt::Display for RouterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            RouterError::Reserved => "the words are an opt-out or a call for help",
            RouterError::Taken => "the words are those of another command",
            RouterError::NoWord => "a command has a letter or a digit, and at most 64 characters",
            RouterError::SeveralWords => "a command that takes an argument is one word",
        })
    }
}

impl core::error::Error for RouterError {}
