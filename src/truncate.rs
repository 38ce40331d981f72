//! The longest beginning of a text that fits a number of segments.
//!
//! * T1. A cut never divides a grapheme cluster, a link or a merge field: a cut inside of one moves to its start.
//! * T2. [`CutAt::Word`]: the cut moves back to the last white space, unless that is more than 40 characters back; a
//!   word that long, or a script without spaces, is cut between graphemes.
//! * T3. White space before the cut is removed.
//! * T4. The ellipsis is part of the text: room is made for its code units, and its characters too decide the encoding.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::alphabet::Alphabet;
use crate::count::Count;
use crate::encoding::Encoding;
use crate::limits::Capacity;
use crate::named::named;
use crate::protected::{fields, links};
use crate::segment::Segmenter;
use crate::text::EncodingError;

/// The most characters that a cut at a word gives up (T2).
const LONGEST_WORD: usize = 40;

/// The positions at which a text may be cut.
///
/// ```
/// use septet::{CutAt, Truncator};
///
/// let text = "a longer word ".repeat(12);
/// let ending = |cut_at| Ok(Truncator::new(1).with_cut_at(cut_at).truncate(&text)?.kept().len());
/// assert_eq!((ending(CutAt::Word)?, ending("grapheme".parse().unwrap())?), (155, 160));
/// # Ok::<(), septet::EncodingError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CutAt {
    /// At white space where there is some near.
    #[default]
    Word,
    /// Between user-perceived characters.
    Grapheme,
}

impl CutAt {
    /// `word` or `grapheme`, as in the npm package.
    ///
    /// ```
    /// assert_eq!(septet::CutAt::Grapheme.name(), "grapheme");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            CutAt::Word => "word",
            CutAt::Grapheme => "grapheme",
        }
    }
}

named! { CutAt name "a place to cut at" [Word, Grapheme] }

/// Cuts texts to a number of segments.
///
/// ```
/// use septet::{CutAt, Truncator};
///
/// let text = "Your parcel arrives today. ".repeat(8);
/// let cut = Truncator::new(1).with_ellipsis("...").truncate(&text)?;
/// assert!(cut.text().ends_with("Your parcel arrives..."));
/// assert_eq!(cut.count().segments(), 1);
/// assert_eq!(Truncator::new(1).with_cut_at(CutAt::Grapheme).truncate(&text)?.text().len(), 160);
/// # Ok::<(), septet::EncodingError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "shorten")]
pub struct Truncator {
    max_segments: usize,
    cut_at: CutAt,
    ellipsis: String,
    segmenter: Segmenter,
}

impl Truncator {
    /// Cuts to this many segments (0 is taken as 1), at words, without an ellipsis.
    ///
    /// ```
    /// use septet::Truncator;
    /// assert_eq!(Truncator::new(1).truncate(&"See you soon. ".repeat(12))?.text().len(), 157);
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[must_use]
    pub fn new(max_segments: usize) -> Self {
        Truncator {
            max_segments: max_segments.max(1),
            cut_at: CutAt::Word,
            ellipsis: String::new(),
            segmenter: Segmenter::new(),
        }
    }

    /// Sets the positions at which a text may be cut.
    #[must_use]
    pub fn with_cut_at(mut self, cut_at: CutAt) -> Self {
        self.cut_at = cut_at;
        self
    }

    /// Sets the text to append after a cut. `…` itself would make the text UCS-2; `...` does not.
    ///
    /// ```
    /// use septet::Truncator;
    ///
    /// let text = "See you soon. ".repeat(12);
    /// let cut = |ellipsis: &str| Truncator::new(1).with_ellipsis(ellipsis).truncate(&text).map(|cut| cut.text().chars().count());
    /// assert_eq!((cut("...")?, cut("…")? <= 70), (160, true));
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[must_use]
    pub fn with_ellipsis(mut self, ellipsis: impl Into<String>) -> Self {
        self.ellipsis = ellipsis.into();
        self
    }

    /// The options under which the text is counted.
    ///
    /// ```
    /// use septet::{Profile, Segmenter, Truncator};
    /// let toll_free = Segmenter::new().with_profile(Profile::TollFree);
    /// let cut = Truncator::new(2).with_segmenter(toll_free).truncate(&"a".repeat(400))?.kept().len();
    /// assert_eq!(cut, 304);
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[must_use]
    pub fn with_segmenter(mut self, segmenter: Segmenter) -> Self {
        self.segmenter = segmenter;
        self
    }

    /// The text if it fits, else its longest beginning that does, with the ellipsis. An ellipsis that does not fit by
    /// itself is left out.
    ///
    /// # Errors
    ///
    /// [`EncodingError`] where GSM-7 is demanded and no allowed alphabet has a character of the text or the ellipsis.
    ///
    /// ```
    /// use septet::Truncator;
    ///
    /// let text = "Details: https://example.com/orders/4711 ".repeat(4);
    /// let cut = Truncator::new(1).truncate(&text)?;
    /// assert!(cut.is_cut() && cut.text().ends_with("/4711 Details:")); // a link stays whole
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    pub fn truncate<'t>(&self, text: &'t str) -> Result<Truncated<'t>, EncodingError> {
        let count = self.segmenter.count(text)?;
        if count.segments() <= self.max_segments {
            return Ok(Truncated {
                text: Cow::Borrowed(text),
                kept: text.len(),
                original: text,
                count,
            });
        }
        let alone = self.segmenter.count(&self.ellipsis)?;
        let ellipsis = if alone.segments() <= self.max_segments {
            self.ellipsis.as_str()
        } else {
            ""
        };
        let cuts = self.cuts(text);
        let (mut kept, mut best) = (0, self.with_end(text, 0, ellipsis)?);
        let (mut low, mut high) = (0, cuts.len());
        while low < high {
            let middle = low.midpoint(high);
            let candidate = self.with_end(text, cuts[middle], ellipsis)?;
            if candidate.1.segments() <= self.max_segments {
                (kept, best) = (cuts[middle], candidate);
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Ok(Truncated {
            text: best.0,
            kept: text.get(..kept).unwrap_or("").trim_end().len(),
            original: text,
            count: best.1,
        })
    }

    /// The text up to a cut, without white space before the cut, with the ellipsis; and its count (T3, T4).
    fn with_end<'t>(
        &self,
        text: &'t str,
        cut: usize,
        ellipsis: &str,
    ) -> Result<(Cow<'t, str>, Count), EncodingError> {
        let kept = text.get(..cut).unwrap_or("").trim_end();
        let end = if ellipsis.is_empty() {
            Cow::Borrowed(kept)
        } else {
            Cow::Owned([kept, ellipsis].concat())
        };
        let count = self.segmenter.count(&end)?;
        Ok((end, count))
    }

    /// The places where the text may be cut, ascending, as far as anything could fit: a shorter beginning never
    /// takes more segments, so the last that fits can be searched by halves.
    fn cuts(&self, text: &str) -> Vec<usize> {
        let most = self.most_characters();
        let mut links = links(text).map(|link| link.span().range()).peekable();
        let mut fields = fields(text, None).map(|field| field.range).peekable();
        let mut cuts = Vec::new();
        // The last white space, and the characters since then.
        let (mut space, mut since, mut characters) = (None, 0, 0);
        for (at, grapheme) in text.grapheme_indices(true) {
            while links.next_if(|link| link.end <= at).is_some() {}
            while fields.next_if(|field| field.end <= at).is_some() {}
            let in_link = links.peek().is_some_and(|link| link.start < at)
                || fields.peek().is_some_and(|field| field.start < at);
            let white = grapheme.starts_with(char::is_whitespace);
            if white {
                (space, since) = (Some(at), 0);
            }
            let in_word =
                !white && self.cut_at == CutAt::Word && space.is_some() && since <= LONGEST_WORD;
            if !in_link && !in_word {
                cuts.push(at);
            }
            let length = grapheme.chars().count();
            since += length;
            characters += length;
            if characters > most.saturating_add(LONGEST_WORD) {
                break;
            }
        }
        cuts
    }

    /// No more characters than this can fit: each takes a code unit at least. (Limits of the caller may give UCS-2 more
    /// units than GSM-7.)
    fn most_characters(&self) -> usize {
        let units = [Encoding::Gsm7, Encoding::Ucs2].map(|encoding| {
            let Capacity {
                single,
                concatenated,
            } = self.segmenter.capacity(encoding, Alphabet::DEFAULT);
            single.max(concatenated.saturating_mul(self.max_segments))
        });
        units[0].max(units[1])
    }
}

/// Cuts a text at a word to this many segments, under the default options and without an ellipsis.
///
/// ```
/// let text = "word ".repeat(100);
/// assert_eq!(septet::truncate(&text, 2).text().len(), 304);
/// assert!(!septet::truncate("short", 2).is_cut());
/// ```
#[must_use]
#[doc(alias = "shorten")]
#[doc(alias = "ellipsis")]
#[doc(alias = "maxSegments")]
pub fn truncate(text: &str, max_segments: usize) -> Truncated<'_> {
    let whole = Truncated {
        text: Cow::Borrowed(text),
        kept: text.len(),
        original: text,
        count: crate::count(text),
    };
    Truncator::new(max_segments).truncate(text).unwrap_or(whole)
}

/// A text that fits.
///
/// ```
/// use septet::Truncator;
///
/// let text = "Your parcel arrives today. ".repeat(7);
/// let cut = Truncator::new(1).with_ellipsis("...").truncate(&text)?;
/// assert_eq!(cut.text(), format!("{}...", cut.kept()));
/// assert_eq!((cut.kept().len(), cut.removed().len(), cut.is_cut()), (154, 35, true));
/// assert_eq!(cut.count().units(), cut.into_text().len());
/// # Ok::<(), septet::EncodingError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truncated<'t> {
    text: Cow<'t, str>,
    kept: usize,
    original: &'t str,
    count: Count,
}

impl<'t> Truncated<'t> {
    /// The text that fits, with the ellipsis if it was cut.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text that fits, borrowed where no ellipsis was added.
    #[must_use]
    pub fn into_text(self) -> Cow<'t, str> {
        self.text
    }

    /// The part of the original that was kept.
    #[must_use]
    pub fn kept(&self) -> &'t str {
        self.original.get(..self.kept).unwrap_or("")
    }

    /// The part of the original that was cut off; empty where it fits.
    ///
    /// ```
    /// use septet::Truncator;
    ///
    /// let text = "one two ".repeat(21);
    /// let cut = Truncator::new(1).truncate(&text)?;
    /// assert_eq!(format!("{}{}", cut.kept(), cut.removed()), text);
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[must_use]
    pub fn removed(&self) -> &'t str {
        self.original.get(self.kept..).unwrap_or("")
    }

    /// True if the end of the text was cut off.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.kept < self.original.len()
    }

    /// The encoding, units and segments of the text that fits.
    #[must_use]
    pub const fn count(&self) -> Count {
        self.count
    }
}
