//! Media: will a channel take this file, and what will become of it on the way.
//!
//! Limits are those of `tests/data/media.tsv`, each with its source. Where sources disagree the
//! stricter limit decides, and a [`Verdict`] names the others ([`Verdict::other_limits`]).
//!
//! | guides say | in fact |
//! |---|---|
//! | 5 MB for each file of an MMS | 5 MB for the whole message (<https://www.twilio.com/docs/api/errors/11751>) |
//! | 5 MB for every type | 500 KB for anything but JPEG, PNG and GIF (API text); carriers take 0.6 to 1.5 MB (<https://support.twilio.com/hc/en-us/articles/360018832773>) |
//! | `image/jpg` | `image/jpeg` is the name; the other one is understood |
//!
//! ```
//! use septet::media::{MediaAction, MediaChannel, MediaValidator, Item, MediaOutcome};
//!
//! let check = MediaValidator::new(MediaChannel::Mms);
//! let verdict = check.validate_item(&Item::new("video/mp4".parse()?).with_bytes(900_000));
//! assert_eq!(verdict.outcome(), MediaOutcome::Refused);
//! assert_eq!(verdict.limit().unwrap().bytes(), 512_000);
//! assert_eq!(verdict.action(), &MediaAction::Shrink { bytes: 512_000 });
//! assert_eq!(
//!     verdict.to_string(),
//!     "video/mp4 of 900,000 bytes is over the 512,000 bytes MMS takes; shrink it to 512,000 bytes, or send a link to it"
//! );
//! # Ok::<(), septet::media::MediaTypeError>(())
//! ```

mod channel;
mod check;
mod item;
mod limit;
mod limits;
mod media_type;
mod report;
mod sentence;
mod sniff;
mod table;
mod verdict;

pub use channel::{Carrier, MediaChannel, UnknownMediaChannel};
pub use check::MediaValidator;
pub use item::Item;
pub use limit::{Limit, MediaSupport};
pub use media_type::{MediaType, MediaTypeError};
pub use report::{MediaReport, MessageProblem};
pub use verdict::{MediaAction, MediaOutcome, MediaReason, Verdict};
