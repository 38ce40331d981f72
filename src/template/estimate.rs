//! Minimum and maximum cost of a template.
//!
//! The bounds are exact for cuts between characters, and for limits that, as those of the standard, give UCS-2 no more
//! room than GSM-7: of two values, the one with more code units never takes the text fewer segments, so the longest
//! values of two-unit characters are the dearest, and UCS-2 is dearer than GSM-7.

use alloc::string::String;

use super::branches::{Part, Runs};
use super::{Template, TemplateError};
use crate::count::Count;
use crate::segment::Segmenter;
use crate::smart_encoding::SmartEncoder;
use crate::text::utf16_len;

/// The most characters that a field is taken to have of which nothing is known.
const UNDESCRIBED: usize = 40;

/// Known facts about the values of a field.
///
/// ```
/// use septet::{FieldEstimate, Segmenter, Template};
///
/// let template = Template::parse("Hi {{name}}, your code is {{code}}.")?;
/// let fields = [FieldEstimate::new("name", 1, 20), FieldEstimate::new("code", 6, 6).with_gsm7_only()];
/// let estimate = template.estimate(&Segmenter::new(), &fields)?;
/// assert_eq!((estimate.minimum().encoding().name(), estimate.minimum().units()), ("GSM-7", 26));
/// assert_eq!((estimate.maximum().encoding().name(), estimate.maximum().units()), ("UCS-2", 65));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldEstimate {
    name: String,
    shortest: usize,
    longest: usize,
    gsm7_only: bool,
}

impl FieldEstimate {
    /// A field with values of `shortest` to `longest` characters (Unicode code points), of any script.
    #[must_use]
    pub fn new(name: impl Into<String>, shortest: usize, longest: usize) -> Self {
        FieldEstimate {
            name: name.into(),
            shortest,
            longest: longest.max(shortest),
            gsm7_only: false,
        }
    }

    /// Values of GSM-7 characters alone, such as numbers and codes.
    #[must_use]
    pub fn with_gsm7_only(mut self) -> Self {
        self.gsm7_only = true;
        self
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// Minimum and maximum cost of a template.
///
/// ```
/// use septet::{FieldEstimate, Segmenter, Template};
///
/// let template = Template::parse("Hello {{name}}")?;
/// let estimate = template.estimate(&Segmenter::new(), &[FieldEstimate::new("name", 0, 10)])?;
/// assert_eq!((estimate.minimum().units(), estimate.maximum().units()), (6, 26));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Estimate {
    minimum: Count,
    maximum: Count,
}

impl Estimate {
    /// With the shortest values, in GSM-7 characters of one septet.
    #[must_use]
    pub const fn minimum(self) -> Count {
        self.minimum
    }

    /// With the longest values, in characters that take two code units: an emoji, where a field may have one.
    #[must_use]
    pub const fn maximum(self) -> Count {
        self.maximum
    }
}

impl Template {
    /// The least and the most that the text costs with values as described. A field that is not described has 0 to 40
    /// characters of any script.
    ///
    /// # Errors
    ///
    /// [`TemplateError::UnknownField`] for a described field that the template does not have, so that a typing error does
    /// not pass for a description; [`TemplateError::Unencodable`] where GSM-7 is demanded and the text cannot be GSM-7.
    ///
    /// ```
    /// use septet::{Segmenter, Template};
    /// let estimate = Template::parse("Hello {{name}}")?.estimate(&Segmenter::new(), &[])?;
    /// assert_eq!((estimate.minimum().segments(), estimate.maximum().segments()), (1, 2));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn estimate(
        &self,
        segmenter: &Segmenter,
        fields: &[FieldEstimate],
    ) -> Result<Estimate, TemplateError> {
        let [shortest, longest] = self.described(fields)?;
        Ok(Estimate {
            minimum: segmenter.count(&shortest)?,
            maximum: segmenter.count(&longest)?,
        })
    }

    /// The least and the most that the text costs after smart encoding, as [`estimate`](Self::estimate) has them.
    ///
    /// # Errors
    ///
    /// [`TemplateError::UnknownField`], as of [`estimate`](Self::estimate). No text is unencodable here: smart encoding
    /// goes by the encoding that a text needs.
    ///
    /// ```
    /// use septet::{FieldEstimate, Level, SmartEncoder, Template};
    /// let template = Template::parse("Hi {{name}} – your table is ready")?;
    /// let name = FieldEstimate::new("name", 1, 20).with_gsm7_only();
    /// let estimate = template.estimate_encoded(&SmartEncoder::new(Level::Typography), &[name])?;
    /// assert_eq!(estimate.maximum().encoding().name(), "GSM-7");
    /// # Ok::<(), septet::TemplateError>(())
    /// ```
    pub fn estimate_encoded(
        &self,
        encoder: &SmartEncoder,
        fields: &[FieldEstimate],
    ) -> Result<Estimate, TemplateError> {
        let texts = self.described(fields)?;
        let [minimum, maximum] = texts.map(|text| encoder.encode(&text).after());
        Ok(Estimate { minimum, maximum })
    }

    /// The names of described fields that the template does not have.
    ///
    /// ```
    /// use septet::{FieldEstimate, Template};
    /// let template = Template::parse("Hello {{name}}")?;
    /// let fields = [FieldEstimate::new("nmae", 1, 20)];
    /// assert_eq!(template.unknown_fields(&fields).collect::<Vec<_>>(), ["nmae"]);
    /// # Ok::<(), septet::TemplateError>(())
    /// ```
    pub fn unknown_fields<'f>(&self, fields: &'f [FieldEstimate]) -> impl Iterator<Item = &'f str> {
        let described = fields.iter().map(|field| field.name.as_str());
        described.filter(|name| !self.fields().iter().any(|known| known == name))
    }

    /// The texts with the shortest and with the longest values, if the template has every described field.
    fn described(&self, fields: &[FieldEstimate]) -> Result<[String; 2], TemplateError> {
        match self.unknown_fields(fields).next() {
            Some(field) => Err(TemplateError::UnknownField {
                field: field.into(),
            }),
            None => Ok(self.extremes(fields)),
        }
    }

    /// The texts with the shortest and with the longest values and branches.
    fn extremes(&self, fields: &[FieldEstimate]) -> [String; 2] {
        let of = |name: &str| fields.iter().find(|field| field.name == name);
        let shortest = |name: &str| ('a', of(name).map_or(0, |field| field.shortest));
        let longest = |name: &str| {
            let field = of(name);
            let filler = if field.is_some_and(|field| field.gsm7_only) {
                '€'
            } else {
                '😀'
            };
            (filler, field.map_or(UNDESCRIBED, |field| field.longest))
        };
        [
            self.with_values(&self.shortest, shortest),
            self.with_values(&self.longest, longest),
        ]
    }

    /// The text with each field filled with one character, as often as `value` says of its name. A default stands for no
    /// value, and for one that is shorter than it.
    fn with_values(&self, runs: &Runs, value: impl Fn(&str) -> (char, usize)) -> String {
        let mut text = String::new();
        for part in self.pieces.parts(runs) {
            match part {
                Part::Text(literal) => text.push_str(literal),
                Part::Field(field, default) => {
                    let name = self.fields().get(field);
                    let (filler, times) = name.map_or(('a', 0), |name| value(name));
                    match default {
                        // The shortest value is one character, or a default that is shorter still.
                        Some(default) if filler == 'a' && times == 0 => {
                            text.push_str(default.get(..1).unwrap_or(default));
                        }
                        Some(default) if filler != 'a' && utf16_len(default) > times * 2 => {
                            text.push_str(default);
                        }
                        _ => text.extend(core::iter::repeat_n(filler, times)),
                    }
                }
            }
        }
        text
    }
}
