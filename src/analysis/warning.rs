//! What is worth knowing before a text is sent: each warning only where it changes the price or the delivery.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::analysis::{Analysis, Edit, Span};
use crate::encoding::Encoding;
use crate::links::links;
use crate::segment::{Profile, Segmenter};
use crate::smart_encoding::{Apply, Level, Outcome, Reason, Residue, SmartEncoder};

/// Segments above which providers advise against a text.
const ADVISED_SEGMENTS: usize = 10;
/// Segments that a concatenated text can have: their number is one octet (TS 23.040 §9.2.3.24.1).
const MOST_SEGMENTS: usize = 255;
/// 16-bit units that the body of a message can have (Twilio error 21617).
const MOST_UNITS: usize = 1600;
/// Hosts that anyone can shorten links with: carriers filter them (Twilio error 30892).
const PUBLIC_SHORTENERS: [&str; 20] = [
    "bit.do",
    "bit.ly",
    "bl.ink",
    "buff.ly",
    "cutt.ly",
    "goo.gl",
    "is.gd",
    "j.mp",
    "lnkd.in",
    "ow.ly",
    "rb.gy",
    "rebrand.ly",
    "s.id",
    "short.io",
    "shorturl.at",
    "t.co",
    "t.ly",
    "tiny.cc",
    "tinyurl.com",
    "v.gd",
];

/// What a warning is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WarningCode {
    /// The profile sends no concatenated texts, and this one does not fit one message.
    NotConcatenated,
    /// More than 255 segments cannot be sent as one text.
    TooManySegments,
    /// More than 10 segments may be refused or arrive in disorder.
    ManySegments,
    /// More than 1,600 characters are refused.
    LongBody,
    /// A few characters force UCS-2, at the price of segments.
    Ucs2Forced,
    /// Accents written apart from their letters cost segments.
    DecomposedAccents,
    /// Characters that show nothing cost segments.
    InvisibleCharacters,
    /// CRLF line ends cost a segment that LF would not.
    Crlf,
    /// White space at the end costs a segment.
    TrailingWhiteSpace,
    /// The last character alone costs a segment.
    OneCharacterOver,
    /// A cut divides a user-perceived character.
    CutGrapheme,
    /// A link of a public shortener may be filtered.
    PublicLinkShortener,
}

impl WarningCode {
    /// The name used in results, such as `ucs2-forced`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            WarningCode::NotConcatenated => "not-concatenated",
            WarningCode::TooManySegments => "too-many-segments",
            WarningCode::ManySegments => "many-segments",
            WarningCode::LongBody => "long-body",
            WarningCode::Ucs2Forced => "ucs2-forced",
            WarningCode::DecomposedAccents => "decomposed-accents",
            WarningCode::InvisibleCharacters => "invisible-characters",
            WarningCode::Crlf => "crlf",
            WarningCode::TrailingWhiteSpace => "trailing-white-space",
            WarningCode::OneCharacterOver => "one-character-over",
            WarningCode::CutGrapheme => "cut-grapheme",
            WarningCode::PublicLinkShortener => "public-link-shortener",
        }
    }
}

/// One warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    code: WarningCode,
    message: String,
    spans: Vec<Span>,
    fix: Option<Vec<Edit>>,
}

impl Warning {
    /// What it is about.
    #[must_use]
    pub const fn code(&self) -> WarningCode {
        self.code
    }

    /// A sentence for people, in English.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The places in the text, in order; none if it is about the whole text.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Edits after which the warning is gone, if there are such that keep the meaning.
    #[must_use]
    pub fn fix(&self) -> Option<&[Edit]> {
        self.fix.as_deref()
    }
}

impl Analysis<'_> {
    /// The warnings, those about delivery first.
    ///
    /// ```
    /// use septet::{Edit, WarningCode};
    ///
    /// let text = "We’ll be with you between 2 and 4 pm. Please keep your phone at hand, and the dog inside.";
    /// let warnings = septet::analyze(text).warnings();
    /// assert_eq!(warnings[0].code(), WarningCode::Ucs2Forced);
    /// assert_eq!(warnings[0].message(), "1 character forces UCS-2: in GSM-7 the text would take 1 segment, not 2.");
    /// assert_eq!(septet::count(&Edit::apply_all(text, warnings[0].fix().unwrap())).segments(), 1);
    /// ```
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        warnings.extend(self.size());
        warnings.extend(self.shorteners());
        warnings.extend(self.ucs2_forced());
        warnings.extend(self.written_apart());
        warnings.extend(self.line_ends());
        warnings.extend(self.end());
        warnings.extend(self.cut_graphemes());
        warnings
    }

    /// At most two: by segments, and by length.
    fn size(&self) -> impl Iterator<Item = Warning> {
        let segments = self.count().segments();
        let whole = |code, message| Warning {
            code,
            message,
            spans: Vec::new(),
            fix: None,
        };
        let by_segments = if self.segmenter().profile() == Profile::Single && segments > 1 {
            let message = format!(
                "The text does not fit one message, and is not sent as several: it would take {segments}."
            );
            Some(whole(WarningCode::NotConcatenated, message))
        } else if segments > MOST_SEGMENTS {
            let message = format!(
                "{segments} segments cannot be sent as one text: {MOST_SEGMENTS} is the most."
            );
            Some(whole(WarningCode::TooManySegments, message))
        } else if segments > ADVISED_SEGMENTS {
            let message = format!(
                "{segments} segments may be refused or arrive in disorder: up to {ADVISED_SEGMENTS} is advised."
            );
            Some(whole(WarningCode::ManySegments, message))
        } else {
            None
        };
        let units: usize = self.text().chars().map(char::len_utf16).sum();
        let long = (units > MOST_UNITS).then(|| {
            let message = format!(
                "{units} characters will be refused: {MOST_UNITS} is the most a body can have."
            );
            whole(WarningCode::LongBody, message)
        });
        by_segments.into_iter().chain(long)
    }

    fn shorteners(&self) -> Option<Warning> {
        let public = |host: &str| {
            PUBLIC_SHORTENERS
                .iter()
                .any(|known| host.eq_ignore_ascii_case(known))
        };
        let found: Vec<_> = links(self.text())
            .filter(|link| public(link.host()))
            .collect();
        let message = format!(
            "Carriers filter links of public shorteners such as {}.",
            found.first()?.host()
        );
        let spans = found.iter().map(|link| link.span().clone()).collect();
        Some(Warning {
            code: WarningCode::PublicLinkShortener,
            message,
            spans,
            fix: None,
        })
    }

    /// Only where most of the text is GSM-7, and its segments would be fewer if all of it were.
    fn ucs2_forced(&self) -> Option<Warning> {
        let spans: Vec<Span> = {
            let mut spans: Vec<Span> = self
                .offenders()
                .iter()
                .flat_map(|offender| offender.spans().iter().cloned())
                .collect();
            spans.sort_by_key(|span| span.range().start);
            spans
        };
        if self.count().encoding() != Encoding::Ucs2
            || spans.is_empty()
            || spans.len() * 2 > self.text().chars().count()
        {
            return None;
        }
        let plain: Vec<Edit> = spans
            .iter()
            .map(|span| Edit::new(span.clone(), "x"))
            .collect();
        let plain = self.segments_after(&plain)?;
        let segments = self.count().segments();
        if plain >= segments {
            return None;
        }
        let fix = Level::ALL.into_iter().find_map(|level| {
            let encoder = SmartEncoder::new(level)
                .with_apply(Apply::WhenSegmentsSaved)
                .with_segmenter(*self.segmenter());
            let smart = encoder.encode(self.text());
            (smart.outcome() == Outcome::Applied).then(|| Edit::all_of(&smart))
        });
        let who = match spans.len() {
            1 => String::from("1 character forces"),
            many => format!("{many} characters force"),
        };
        let message = format!(
            "{who} UCS-2: in GSM-7 the text would take {}, not {segments}.",
            number_of_segments(plain)
        );
        Some(Warning {
            code: WarningCode::Ucs2Forced,
            message,
            spans,
            fix,
        })
    }

    /// Accents apart from their letters, and invisible characters, where composing or removing them saves segments.
    fn written_apart(&self) -> impl Iterator<Item = Warning> {
        let encoder = SmartEncoder::new(Level::Typography)
            .with_residue(Residue::Keep)
            .with_apply(Apply::Always);
        let smart = encoder.encode(self.text());
        let of = |reason: Reason| -> Vec<Edit> {
            let made = smart.substitutions().filter(|made| made.reason() == reason);
            made.map(|made| Edit::new(made.span().clone(), made.replacement()))
                .collect()
        };
        let accents = self.saving(
            WarningCode::DecomposedAccents,
            of(Reason::Composition),
            "Accents written apart from their letters",
        );
        let invisible = self.saving(
            WarningCode::InvisibleCharacters,
            of(Reason::Invisible),
            "Characters that show nothing",
        );
        accents.into_iter().chain(invisible)
    }

    fn line_ends(&self) -> Option<Warning> {
        let mut units = 0;
        let mut edits = Vec::new();
        for (at, character) in self.text().char_indices() {
            if character == '\r' && self.text().as_bytes().get(at + 1) == Some(&b'\n') {
                edits.push(Edit::new(Span::new(at..at + 1, units..units + 1), ""));
            }
            units += character.len_utf16();
        }
        self.saving(
            WarningCode::Crlf,
            edits,
            "Line ends of two characters (CRLF, not LF)",
        )
    }

    /// White space at the end, or else the last character, if a segment is paid for it.
    fn end(&self) -> Option<Warning> {
        let kept = self.text().trim_end();
        let white = self.span(kept.len()..self.text().len());
        let edits = if kept.len() < self.text().len() {
            Vec::from([Edit::new(white, "")])
        } else {
            Vec::new()
        };
        let trailing = self.saving(
            WarningCode::TrailingWhiteSpace,
            edits,
            "White space at the end",
        );
        trailing.or_else(|| {
            let last = self.text().chars().next_back()?;
            let span = self.span(self.text().len() - last.len_utf8()..self.text().len());
            let over = self.saving(
                WarningCode::OneCharacterOver,
                Vec::from([Edit::new(span, "")]),
                "The last character alone",
            )?;
            Some(Warning { fix: None, ..over })
        })
    }

    /// A warning if these edits save segments.
    fn saving(&self, code: WarningCode, edits: Vec<Edit>, what: &str) -> Option<Warning> {
        if edits.is_empty() {
            return None;
        }
        let saved = self
            .count()
            .segments()
            .checked_sub(self.segments_after(&edits)?)
            .filter(|saved| *saved > 0)?;
        let verb = if what.starts_with("The") || what.starts_with("White") {
            "costs"
        } else {
            "cost"
        };
        let message = format!("{what} {verb} {}.", number_of_segments(saved));
        let spans = edits.iter().map(|edit| edit.span().clone()).collect();
        Some(Warning {
            code,
            message,
            spans,
            fix: Some(edits),
        })
    }

    /// Clusters that a cut divides; CRLF is no cluster here.
    fn cut_graphemes(&self) -> Option<Warning> {
        let mut cuts = self
            .segments()
            .iter()
            .skip(1)
            .map(|segment| segment.range().start)
            .peekable();
        cuts.peek()?;
        let (mut spans, mut units) = (Vec::new(), 0);
        for (start, cluster) in self.text().grapheme_indices(true) {
            let end = start + cluster.len();
            let length: usize = cluster.chars().map(char::len_utf16).sum();
            while cuts.next_if(|cut| *cut <= start).is_some() {}
            if cuts.peek().is_some_and(|cut| *cut < end) && cluster != "\r\n" {
                spans.push(Span::new(start..end, units..units + length));
            }
            units += length;
        }
        let message = match spans.len() {
            0 => return None,
            1 => String::from(
                "A cut divides a character: phones that do not join segments will show its pieces.",
            ),
            many => format!(
                "Cuts divide {many} characters: phones that do not join segments will show their pieces."
            ),
        };
        Some(Warning {
            code: WarningCode::CutGrapheme,
            message,
            spans,
            fix: None,
        })
    }

    fn segments_after(&self, edits: &[Edit]) -> Option<usize> {
        let segmenter: &Segmenter = self.segmenter();
        segmenter
            .count(&Edit::apply_all(self.text(), edits))
            .ok()
            .map(crate::Count::segments)
    }

    fn span(&self, range: core::ops::Range<usize>) -> Span {
        let units = |text: Option<&str>| {
            text.unwrap_or("")
                .chars()
                .map(char::len_utf16)
                .sum::<usize>()
        };
        let start = units(self.text().get(..range.start));
        let end = start + units(self.text().get(range.clone()));
        Span::new(range, start..end)
    }
}

fn number_of_segments(segments: usize) -> String {
    match segments {
        1 => String::from("1 segment"),
        many => format!("{many} segments"),
    }
}
