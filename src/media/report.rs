//! The verdict on all files of one message.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::channel::MediaChannel;
use super::verdict::{MediaOutcome, Verdict};

/// A problem of all files of a message taken together.
///
/// ```
/// use septet::media::{MediaChannel, MediaValidator, Item, MessageProblem};
///
/// let problem = MediaValidator::new(MediaChannel::Mms).validate(&vec![Item::unknown(); 11]).problems()[0];
/// assert_eq!(problem, MessageProblem::TooManyItems { items: 11, most: 10 });
/// assert_eq!((problem.error_code(), problem.excess()), (21623, 1));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageProblem {
    /// More files than one message takes (error 21623).
    TooManyItems {
        /// The files of the message.
        items: usize,
        /// The most files of one message.
        most: usize,
    },
    /// More bytes than one message takes (error 11751).
    TooLargeTogether {
        /// The bytes of all files whose size is known.
        bytes: u64,
        /// The most bytes of one message.
        most: u64,
    },
}

impl MessageProblem {
    /// The error code of Twilio.
    #[must_use]
    pub const fn error_code(self) -> u32 {
        match self {
            MessageProblem::TooManyItems { .. } => 21623,
            MessageProblem::TooLargeTogether { .. } => 11751,
        }
    }

    /// The files or bytes above the maximum for one message; 1 or more.
    #[must_use]
    pub const fn excess(self) -> u64 {
        match self {
            MessageProblem::TooManyItems { items, most } => items.saturating_sub(most) as u64,
            MessageProblem::TooLargeTogether { bytes, most } => bytes.saturating_sub(most),
        }
    }
}

/// The verdicts on the files of one message, and the problems of all of them together.
///
/// ```
/// use septet::media::{MediaChannel, MediaValidator, Item};
///
/// let photo = Item::new("image/jpeg".parse()?).with_bytes(3_000_000);
/// let report = MediaValidator::new(MediaChannel::Mms).validate(&[photo.clone(), photo]);
/// assert_eq!((report.channel(), report.verdicts().len(), report.bytes()), (MediaChannel::Mms, 2, 6_000_000));
/// assert_eq!((report.problems()[0].error_code(), report.is_accepted()), (11751, false));
/// assert_eq!(report.problem_sentences().count(), 1);
/// let (source, note) = report.source();
/// assert!(source.starts_with("https://") && !note.is_empty());
/// # Ok::<(), septet::media::MediaTypeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "ReportFields"))]
pub struct MediaReport {
    pub(super) channel: MediaChannel,
    pub(super) verdicts: Vec<Verdict>,
    pub(super) problems: Vec<MessageProblem>,
    pub(super) note: Cow<'static, str>,
    pub(super) source: Cow<'static, str>,
}

impl MediaReport {
    /// The channel the files were judged for.
    #[must_use]
    pub const fn channel(&self) -> MediaChannel {
        self.channel
    }

    /// One verdict for each file, in their order.
    #[must_use]
    pub fn verdicts(&self) -> &[Verdict] {
        &self.verdicts
    }

    /// The problems of the files taken together; empty if there are none.
    #[must_use]
    pub fn problems(&self) -> &[MessageProblem] {
        &self.problems
    }

    /// True if every file is accepted, and all of them together. Files of unknown size or type count as accepted.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        let refused = |verdict: &Verdict| verdict.outcome() == MediaOutcome::Refused;
        self.problems.is_empty() && !self.verdicts.iter().any(refused)
    }

    /// The bytes of all files whose size is known.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        let sizes = self.verdicts.iter().filter_map(Verdict::bytes);
        sizes.fold(0, u64::saturating_add)
    }

    /// The URL of the rule for the whole message, and the remarks of the source.
    #[must_use]
    pub fn source(&self) -> (&str, &str) {
        (&self.source, &self.note)
    }
}

/// A report as it is read back: its problems have their excess, which makes up for the limit.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
struct ReportFields {
    channel: MediaChannel,
    verdicts: Vec<Verdict>,
    problems: Vec<ProblemFields>,
    note: Cow<'static, str>,
    source: Cow<'static, str>,
}

#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
struct ProblemFields {
    code: u32,
    excess: u64,
}

#[cfg(feature = "serde")]
impl TryFrom<ReportFields> for MediaReport {
    type Error = &'static str;

    fn try_from(fields: ReportFields) -> Result<Self, Self::Error> {
        let mut report = MediaReport {
            channel: fields.channel,
            verdicts: fields.verdicts,
            problems: Vec::new(),
            note: fields.note,
            source: fields.source,
        };
        let (items, bytes) = (report.verdicts.len(), report.bytes());
        for ProblemFields { code, excess } in fields.problems {
            let too_many = || {
                let most = items.checked_sub(usize::try_from(excess).ok()?)?;
                Some(MessageProblem::TooManyItems { items, most })
            };
            let too_large = || {
                let most = bytes.checked_sub(excess)?;
                Some(MessageProblem::TooLargeTogether { bytes, most })
            };
            let problem = match code {
                21623 => too_many(),
                11751 => too_large(),
                _ => None,
            };
            let problem = problem.filter(|_| excess > 0);
            report
                .problems
                .push(problem.ok_or("no files have this problem")?);
        }
        Ok(report)
    }
}
