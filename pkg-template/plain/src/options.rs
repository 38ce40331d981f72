//! The options of counting, by the names of the npm package.

use std::borrow::Cow;

use septet::{
    Boundary, Edit, Encoding, FieldSyntax, Frame, Languages, Limits, NationalLanguage, Profile,
    ProviderPreset, ReferenceBits, Rules, Segmenter, SmartEncoder, Suggestion, TextLanguage,
};
use serde_json::Value;

use crate::arguments::{Argument, MAX_SAFE, Object, one_of};
use crate::failure::Failure;
use crate::memory::reserve;

const COUNT: &[&str] = &[
    "encoding",
    "referenceBits",
    "profile",
    "boundary",
    "counters",
    "nationalLanguages",
];
const SMART: &str = "smartEncoding";
pub(crate) const TEXT_LANGUAGE: &str = "textLanguage";
const PREFIX: &str = "prefix";
const SUFFIX: &str = "suffix";
const LINE_ENDS: &str = "lineEnds";
const LIMITS: [&str; 4] = ["single", "concatenated", "ucs2Single", "ucs2Concatenated"];

/// Octets of memory for each octet of a text that is smart encoded: every character may have a substitution.
const SMART_MEMORY: usize = 160;

/// Options for counting a text, and for changing its characters before the count.
#[derive(Clone, Debug, Default)]
pub(crate) struct CountOptions {
    pub(crate) segmenter: Segmenter,
    smart_encoding: Option<Substitutions>,
    text_language: Option<TextLanguage>,
    frame: Frame,
    /// 16-bit units of the texts before and after.
    around: [usize; 2],
}

/// The substitutions of smart encoding: those of a list, or all that a provider does.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Substitutions {
    Listed(Rules),
    OfProvider(ProviderPreset),
}

impl Substitutions {
    /// The encoder that makes them, with its defaults.
    pub(crate) fn encoder(self) -> SmartEncoder {
        match self {
            Substitutions::Listed(rules) => SmartEncoder::new(rules),
            Substitutions::OfProvider(provider) => SmartEncoder::like(provider),
        }
    }
}

/// What may be done to a text before a count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sent {
    AsIs,
    /// Smart encoding, and the line ends of a form.
    SmartEncoded,
    /// Those, and texts before and after it.
    Framed,
}

impl CountOptions {
    /// Reads the options of counting out of an object that may have further ones, which the caller reads.
    pub(crate) fn read(
        options: &Object<'_>,
        sent: Sent,
        further: &[&str],
    ) -> Result<Self, Failure> {
        let smart: &[&str] = match sent {
            Sent::AsIs => &[],
            Sent::SmartEncoded => &[SMART, TEXT_LANGUAGE, LINE_ENDS],
            Sent::Framed => &[SMART, TEXT_LANGUAGE, PREFIX, SUFFIX, LINE_ENDS],
        };
        options.only("option", &[COUNT, smart, further].concat())?;
        let mut segmenter = Segmenter::new();
        if let Some(value) = options.get("encoding").given() {
            let encoding = value.choice(&[
                ("auto", None),
                ("GSM-7", Some(Encoding::Gsm7)),
                ("UCS-2", Some(Encoding::Ucs2)),
            ])?;
            if let Some(encoding) = encoding {
                segmenter = segmenter.with_encoding(encoding);
            }
        }
        if let Some(value) = options.get("referenceBits").given() {
            segmenter = segmenter.with_reference_bits(reference_bits(&value)?);
        }
        if let Some(value) = options.get("profile").given() {
            segmenter = segmenter.with_profile(profile(&value)?);
        }
        if let Some(value) = options.get("boundary").given() {
            segmenter = segmenter.with_boundary(value.choice(&[
                ("character", Boundary::Character),
                ("grapheme", Boundary::Grapheme),
                ("word", Boundary::Word),
            ])?);
        }
        if let Some(value) = options.get("counters").given()
            && value
                .flag()
                .map_err(|_| value.wrong(&one_of(&[false.into(), true.into()])))?
        {
            segmenter = segmenter.with_counters();
        }
        if let Some(value) = options.get("nationalLanguages").given() {
            segmenter = segmenter.with_languages(languages(&value)?);
        }
        let smart_encoding = match options.get(SMART).given() {
            Some(value) if sent != Sent::AsIs => smart_encoding(&value)?,
            _ => None,
        };
        Ok(CountOptions {
            segmenter,
            smart_encoding,
            text_language: text_language(options)?,
            frame: frame(options)?,
            around: [PREFIX, SUFFIX].map(|name| {
                let text = options.as_text(name).unwrap_or_default();
                text.encode_utf16().count()
            }),
        })
    }

    /// The text with what is always sent before and after it, and the line ends of a form.
    pub(crate) fn framed<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.frame.apply(text)
    }

    /// The text that is sent for this one.
    pub(crate) fn sent<'t>(&self, text: &'t str) -> Result<Cow<'t, str>, Failure> {
        let framed = self.framed(text);
        let Some(encoder) = self.encoder() else {
            return Ok(framed);
        };
        reserve(framed.len().saturating_mul(SMART_MEMORY))?;
        Ok(Cow::Owned(encoder.encode(&framed).text().to_owned()))
    }

    /// Ways to spend fewer segments on the text that is sent.
    pub(crate) fn suggest<'t>(&self, sent: &'t str) -> Result<Vec<Suggestion<'t>>, Failure> {
        Ok(self.segmenter.suggest_in(sent, self.text_language)?)
    }

    /// True if edits leave alone what is always sent before and after a text.
    pub(crate) fn keeps_frame(&self, edits: &[Edit], sent: &str) -> bool {
        let [before, after] = self.around;
        let end = sent.encode_utf16().count().saturating_sub(after);
        edits.iter().all(|edit| {
            let range = edit.span().utf16_range();
            range.start >= before && range.end <= end
        })
    }

    /// The smart encoding that texts are sent with.
    pub(crate) fn encoder(&self) -> Option<SmartEncoder> {
        let encoder = self.smart_encoding?.encoder();
        let encoder = encoder.with_segmenter(self.segmenter);
        Some(match self.text_language {
            Some(language) => encoder.with_text_language(language),
            None => encoder,
        })
    }
}

/// Reads what is sent before and after a text, and its line ends.
fn frame(options: &Object<'_>) -> Result<Frame, Failure> {
    let text = |name| match options.get(name).given() {
        Some(value) => value.text().map(ToOwned::to_owned),
        None => Ok(String::new()),
    };
    let frame = Frame::new()
        .with_prefix(text(PREFIX)?)
        .with_suffix(text(SUFFIX)?);
    match options.get(LINE_ENDS).given() {
        Some(value) if value.choice(&[("as-is", false), ("crlf", true)])? => Ok(frame.with_crlf()),
        _ => Ok(frame),
    }
}

fn reference_bits(value: &Argument<'_>) -> Result<ReferenceBits, Failure> {
    match value.whole(8, 16) {
        Ok(8) => Ok(ReferenceBits::Eight),
        Ok(16) => Ok(ReferenceBits::Sixteen),
        _ => Err(value.wrong(&one_of(&[8.into(), 16.into()]))),
    }
}

fn profile(value: &Argument<'_>) -> Result<Profile, Failure> {
    let Some(Value::Object(_)) = value.value() else {
        let choices = [
            ("standard", Profile::Standard),
            ("toll-free", Profile::TollFree),
            ("single", Profile::Single),
        ];
        let names = choices.map(|(name, _)| name.into());
        return value
            .choice(&choices)
            .map_err(|_| value.wrong(&format!("{}, or an object of limits", one_of(&names))));
    };
    let limits = value.object()?;
    limits.only("limit of option profile", &LIMITS)?;
    let has_ucs2 = LIMITS[2..]
        .iter()
        .any(|limit| limits.get(limit).given().is_some());
    let mut numbers = [0; 4];
    for (number, limit) in numbers
        .iter_mut()
        .zip(LIMITS)
        .take(if has_ucs2 { 4 } else { 2 })
    {
        let limit = limits.get(limit);
        let whole = limit
            .whole(-MAX_SAFE, MAX_SAFE)
            .map_err(|_| limit.wrong("an integer"))?;
        *number = usize::try_from(whole).unwrap_or(0);
    }
    let [single, concatenated, ucs2_single, ucs2_concatenated] = numbers;
    let own = Limits::new(single, concatenated).and_then(|own| {
        if has_ucs2 {
            own.with_ucs2(ucs2_single, ucs2_concatenated)
        } else {
            Ok(own)
        }
    });
    own.map(Profile::Custom).map_err(|error| {
        let (range, name) = (error.range(), error.name());
        limits.get(name).wrong(&format!(
            "an integer from {} to {}",
            range.start(),
            range.end()
        ))
    })
}

fn languages(value: &Argument<'_>) -> Result<Languages, Failure> {
    if value.as_text() == Some("auto") {
        return Ok(Languages::auto());
    }
    let mut languages = Vec::new();
    for item in value.list("\"auto\" or an array of languages")? {
        languages.push(language(&item).ok_or_else(|| {
            crate::arguments::wrong(
                &"a language of option nationalLanguages",
                &one_of(&language_names()),
                item.value(),
            )
        })?);
    }
    Ok(Languages::preferred(languages))
}

/// A language by exactly its name.
pub(crate) fn language(value: &Argument<'_>) -> Option<NationalLanguage> {
    let mut all = NationalLanguage::ALL.into_iter();
    all.find(|language| Some(language.name()) == value.as_text())
}

/// The names of all languages.
pub(crate) fn language_names() -> Vec<Value> {
    NationalLanguage::ALL
        .map(|language| language.name().into())
        .into()
}

fn smart_encoding(value: &Argument<'_>) -> Result<Option<Substitutions>, Failure> {
    if value.value() == Some(&Value::Bool(false)) {
        return Ok(None);
    }
    substitutions(value, &[false.into()]).map(Some)
}

/// The language that a text is spelled by, as ISO 639-1 has it.
pub(crate) fn text_language(options: &Object<'_>) -> Result<Option<TextLanguage>, Failure> {
    let Some(value) = options.get(TEXT_LANGUAGE).given() else {
        return Ok(None);
    };
    let choices = TextLanguage::ALL.map(|language| (language.code(), language));
    value.choice(&choices).map(Some)
}

/// The syntax of merge fields.
pub(crate) fn field_syntax(options: &Object<'_>) -> Result<Option<FieldSyntax>, Failure> {
    let Some(value) = options.get("fieldSyntax").given() else {
        return Ok(None);
    };
    let choices = FieldSyntax::ALL.map(|syntax| (syntax.name(), syntax));
    value.choice(&choices).map(Some)
}

/// A list of substitutions by its name, or `{provider}`; `others` are further values of the argument, for its error.
pub(crate) fn substitutions(
    value: &Argument<'_>,
    others: &[Value],
) -> Result<Substitutions, Failure> {
    if let Some(Value::Object(_)) = value.value() {
        let object = value.object()?;
        object.only_properties(&["provider"])?;
        let providers = ProviderPreset::ALL.map(|provider| (provider.name(), provider));
        let provider = object.get("provider").choice(&providers)?;
        return Ok(Substitutions::OfProvider(provider));
    }
    let mut all = Rules::ALL.into_iter();
    let listed = all.find(|rules| Some(rules.name()) == value.as_text());
    listed.map(Substitutions::Listed).ok_or_else(|| {
        let names = Rules::ALL.map(|rules| rules.name().into());
        value.wrong(&one_of(&[others, &names].concat()))
    })
}
