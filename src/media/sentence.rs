//! The sentences of verdicts: what is wrong, then what to do.

use alloc::format;
use alloc::string::{String, ToString as _};
use core::fmt;

use super::channel::MediaChannel;
use super::limit::Limit;
use super::report::{MediaReport, MessageProblem};
use super::verdict::{MediaAction, MediaReason, Verdict};

impl Verdict {
    /// The outcome and its reason, as a sentence without a full stop.
    #[must_use]
    pub fn sentence(&self) -> String {
        Finding(self).to_string()
    }

    /// The action to take, as a sentence without a full stop; empty if there is nothing to do.
    #[must_use]
    pub fn fix(&self) -> String {
        Remedy(self).to_string()
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Finding(self).fmt(f)?;
        if self.action != MediaAction::None {
            f.write_str("; ")?;
        }
        Remedy(self).fmt(f)
    }
}

impl MediaReport {
    /// The problems of the files taken together, each with the action to take.
    pub fn problem_sentences(&self) -> impl Iterator<Item = (String, String)> {
        let sentences =
            |problem: &MessageProblem| (problem_sentence(self.channel, *problem), remedy(*problem));
        self.problems.iter().map(sentences)
    }
}

/// The sentence on what becomes of a file, and why.
struct Finding<'v>(pub &'v Verdict);

impl fmt::Display for Finding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = self.0;
        let channel = verdict.channel.title();
        match &verdict.media_type {
            Some(media_type) => write!(f, "{media_type}")?,
            None => f.write_str("media of unknown type")?,
        }
        if let Some(bytes) = verdict.bytes {
            write!(f, " of {} bytes", Grouped(bytes))?;
        }
        let limit = Grouped(verdict.limit().map_or(0, Limit::bytes));
        match verdict.reason {
            MediaReason::Supported => write!(f, " is supported on {channel}")?,
            MediaReason::Resized => write!(
                f,
                " is supported on {channel}, and made smaller where the carrier needs it"
            )?,
            MediaReason::AcceptedOnly => write!(
                f,
                " is accepted on {channel} and passed on as it is: the carrier and the phone decide"
            )?,
            MediaReason::NoPublishedLimit => {
                write!(f, " is accepted on {channel}, with no published limit")?;
            }
            MediaReason::SizeUnknown => write!(
                f,
                " is accepted on {channel} up to {limit} bytes, and its size is not known"
            )?,
            MediaReason::TypeUnknown => write!(f, " cannot be judged for {channel}")?,
            MediaReason::UnsupportedType => write!(f, " is not accepted on {channel}")?,
            MediaReason::TooLarge => write!(f, " is over the {limit} bytes {channel} takes")?,
            MediaReason::Empty => f.write_str(" is empty")?,
            MediaReason::Contradiction => {
                f.write_str(" is declared, and its bytes are of another type")?;
            }
        }
        Ok(())
    }
}

/// The sentence on what to do; empty where there is nothing to do.
struct Remedy<'v>(pub &'v Verdict);

impl fmt::Display for Remedy<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = self.0;
        match &verdict.action {
            MediaAction::None => Ok(()),
            MediaAction::Convert { to } => write!(f, "convert it to {to}, or send a link to it"),
            MediaAction::Shrink { bytes } => write!(
                f,
                "shrink it to {} bytes, or send a link to it",
                Grouped(*bytes)
            ),
            MediaAction::SendAsLink => f.write_str("send a link to it"),
            MediaAction::Declare { media_type } => {
                write!(f, "have its server declare {media_type}")
            }
            MediaAction::Replace => f.write_str("put a file in its place"),
            MediaAction::FindOut => f.write_str(match verdict.reason {
                MediaReason::SizeUnknown => "ask its server for Content-Length",
                _ => "ask its server for Content-Type",
            }),
        }
    }
}

/// Describes a problem of the files taken together.
fn problem_sentence(channel: MediaChannel, problem: MessageProblem) -> String {
    let channel = channel.title();
    match problem {
        MessageProblem::TooManyItems { items, most } => {
            if most == 1 {
                return format!(
                    "there are {items} files, and {channel} sends only the first one of a message"
                );
            }
            format!("{items} files are over the {most} that one message on {channel} takes")
        }
        MessageProblem::TooLargeTogether { bytes, most } => format!(
            "the files together have {} bytes, one message on {channel} takes {}",
            Grouped(bytes),
            Grouped(most)
        ),
    }
}

/// Describes the action against a problem.
fn remedy(problem: MessageProblem) -> String {
    match problem {
        MessageProblem::TooManyItems { items, most } => {
            format!("send {} messages", items.div_ceil(most.max(1)))
        }
        MessageProblem::TooLargeTogether { .. } => format!(
            "shrink them by {} bytes, or send several messages",
            Grouped(problem.excess())
        ),
    }
}

/// A number with commas between thousands.
pub(crate) struct Grouped(pub u64);

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            number @ 0..1_000 => write!(f, "{number}"),
            number => write!(f, "{},{:03}", Grouped(number / 1_000), number % 1_000),
        }
    }
}
