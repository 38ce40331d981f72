//! Messages to send, by their segments.

use alloc::vec::Vec;

/// Messages to send, in their order, by how many segments each has.
///
/// ```
/// use septet::catalogue::Batch;
///
/// // Known texts:
/// let texts = ["Hi Ada", "Hi Bob"];
/// let batch: Batch = texts.iter().map(|text| septet::count(text).segments() as u32).collect();
/// assert_eq!((batch.messages(), batch.segments()), (2, 2));
/// // The distribution of a template:
/// let batch = Batch::new().with(900_000, 1).with(100_000, 2);
/// assert_eq!((batch.messages(), batch.segments()), (1_000_000, 1_100_000));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    pub(super) runs: Vec<BatchRun>,
}

/// Messages in a row that have the same number of segments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct BatchRun {
    pub(super) messages: u32,
    /// Segments of each message, at least 1.
    pub(super) segments: u32,
}

impl Batch {
    /// A batch of no messages.
    #[must_use]
    pub const fn new() -> Self {
        Batch { runs: Vec::new() }
    }

    /// With more messages of so many segments each, at least 1.
    #[must_use]
    pub fn with(mut self, messages: u32, segments: u32) -> Self {
        self.push(messages, segments);
        self
    }

    fn push(&mut self, messages: u32, segments: u32) {
        let segments = segments.max(1);
        match self.runs.last_mut() {
            Some(run)
                if run.segments == segments && run.messages.checked_add(messages).is_some() =>
            {
                run.messages += messages;
            }
            _ if messages == 0 => {}
            _ => self.runs.push(BatchRun { messages, segments }),
        }
    }

    /// Number of messages.
    #[must_use]
    pub fn messages(&self) -> u64 {
        self.runs.iter().map(|run| u64::from(run.messages)).sum()
    }

    /// Total number of segments, at most [`u64::MAX`].
    #[must_use]
    pub fn segments(&self) -> u64 {
        let runs = self
            .runs
            .iter()
            .map(|run| u64::from(run.messages) * u64::from(run.segments));
        runs.fold(0, u64::saturating_add)
    }
}

impl FromIterator<u32> for Batch {
    /// A batch of messages with these numbers of segments.
    fn from_iter<I: IntoIterator<Item = u32>>(segments: I) -> Self {
        let mut batch = Batch::new();
        for segments in segments {
            batch.push(1, segments);
        }
        batch
    }
}
