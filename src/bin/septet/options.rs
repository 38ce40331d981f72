//! The options under which a text is counted, named as in the npm package.

use std::borrow::Cow;
use std::error::Error;
use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command, ValueEnum};
use septet::{
    Boundary, Encoding, FieldSyntax, Frame, Languages, NationalLanguage, Profile, ReferenceBits,
    Rules, Segmenter, SmartEncoder, TextLanguage,
};

use crate::source::without_mark;

const HEADING: &str = "How to count";

#[derive(clap::Args)]
pub(crate) struct Options {
    /// auto, GSM-7 or UCS-2; auto is GSM-7 wherever it can carry the text
    #[arg(help_heading = HEADING, long,
        short,
        value_name = "NAME",
        value_enum,
        ignore_case = true,
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true
    )]
    encoding: EncodingChoice,

    /// National languages the text may use, the preferred one first, or auto for all 13
    #[arg(help_heading = HEADING, long, short, value_name = "NAME,…", value_delimiter = ',', ignore_case = true, hide_possible_values = true, value_parser = language_names())]
    language: Vec<String>,

    /// Unit that a cut keeps whole: character (the default), grapheme or word
    #[arg(help_heading = HEADING, long,
        value_name = "PIECE",
        value_enum,
        ignore_case = true,
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true
    )]
    boundary: BoundaryChoice,

    /// Cut between words, and begin each of several segments with a counter such as '(1/3) '
    #[arg(help_heading = HEADING, long, conflicts_with = "boundary")]
    counters: bool,

    /// The limits of a segment: standard, toll-free, single (no concatenation), or septets alone
    /// and concatenated, such as 136/130, or 136/130/70/67 with limits for UCS-2
    #[arg(help_heading = HEADING, long,
        short,
        value_name = "NAME",
        value_parser = Suggested::new(["standard", "toll-free", "single"], str::parse::<Profile>),
        default_value = "standard",
        hide_default_value = true,
        hide_possible_values = true
    )]
    profile: Profile,

    /// A 16-bit concatenation reference, which takes one octet more of each segment than an 8-bit one
    #[arg(help_heading = HEADING, long = "16-bit")]
    is_16_bit: bool,
}

/// Options for counting, and smart encoding before it.
#[derive(clap::Args)]
pub(crate) struct Sending {
    #[command(flatten)]
    options: Options,

    /// Count the text after smart encoding: typography, compatibility, transliteration, or what a
    /// provider does: twilio, telnyx
    #[arg(long, visible_alias = "smart", value_name = "NAME", ignore_case = true, hide_possible_values = true, value_parser = rule_names(), help_heading = HEADING)]
    smart_encoding: Option<Rules>,

    /// The language of the text, by which smart encoding spells its letters: bg, hr, sr, uk, …; without it the one that
    /// the letters show
    #[arg(long, value_name = "CODE", ignore_case = true, hide_possible_values = true, requires = "smart_encoding", value_parser = text_languages(), help_heading = HEADING)]
    text_language: Option<TextLanguage>,

    /// Syntax of merge fields, by name or as the field x: '{x}', '[x]', '%x%', '((x))', '{{x}}', '*|x|*', …; smart
    /// encoding leaves them as they are
    #[arg(long, value_name = "NAME", hide_possible_values = true, value_parser = field_syntaxes(), help_heading = HEADING)]
    field_syntax: Option<FieldSyntax>,

    /// Text sent before every text, such as 'ACME: ', and counted with it
    #[arg(long, value_name = "TEXT", help_heading = HEADING)]
    text_prefix: Option<String>,

    /// Text sent after every text, such as ' Reply STOP to opt out', and counted with it
    #[arg(long, value_name = "TEXT", help_heading = HEADING)]
    text_suffix: Option<String>,

    /// Count each line end as CR LF, as browsers submit the text of a form
    #[arg(long, help_heading = HEADING)]
    crlf: bool,
}

impl Sending {
    /// The prefix, the suffix and the line ends that every text gets.
    pub(crate) fn frame(&self) -> Frame {
        let text =
            |text: &Option<String>| without_mark(text.as_deref().unwrap_or_default()).to_owned();
        let frame = Frame::new()
            .with_prefix(text(&self.text_prefix))
            .with_suffix(text(&self.text_suffix));
        if self.crlf { frame.with_crlf() } else { frame }
    }

    /// Returns `true` if a prefix or a suffix is sent with every text.
    pub(crate) const fn has_frame(&self) -> bool {
        self.text_prefix.is_some() || self.text_suffix.is_some()
    }

    /// The library's form of how to count.
    pub(crate) fn segmenter(&self) -> Segmenter {
        self.options.segmenter()
    }

    /// The list of substitutions that a text goes through before it is sent.
    pub(crate) const fn rules(&self) -> Option<Rules> {
        self.smart_encoding
    }

    /// Returns `true` if the default alphabet is the only one of GSM-7 that a text may use.
    pub(crate) const fn is_plain(&self) -> bool {
        self.options.language.is_empty()
    }

    /// The syntax of merge fields that was chosen.
    pub(crate) const fn field_syntax(&self) -> Option<FieldSyntax> {
        self.field_syntax
    }

    /// The smart encoding that a text goes through before it is sent.
    pub(crate) fn encoder(&self) -> Option<SmartEncoder> {
        let encoder = SmartEncoder::new(self.smart_encoding?).with_segmenter(self.segmenter());
        Some(with_hints(encoder, self.text_language, self.field_syntax))
    }

    /// The text that is sent for this one.
    pub(crate) fn sent(&self, text: String) -> String {
        let framed = match self.frame().apply(&text) {
            Cow::Owned(framed) => Some(framed),
            Cow::Borrowed(_) => None,
        };
        let text = framed.unwrap_or(text);
        match self.encoder() {
            Some(encoder) => encoder.encode(&text).into_text().into_owned(),
            None => text,
        }
    }
}

impl Options {
    /// The library's form of these options.
    pub(crate) fn segmenter(&self) -> Segmenter {
        let segmenter = Segmenter::new()
            .with_languages(self.languages())
            .with_profile(self.profile)
            .with_boundary(match self.boundary {
                BoundaryChoice::Character => Boundary::Character,
                BoundaryChoice::Grapheme => Boundary::Grapheme,
                BoundaryChoice::Word => Boundary::Word,
            })
            .with_reference_bits(if self.is_16_bit {
                ReferenceBits::Sixteen
            } else {
                ReferenceBits::Eight
            });
        let segmenter = if self.counters {
            segmenter.with_boundary(Boundary::Word).with_counters()
        } else {
            segmenter
        };
        match self.encoding {
            EncodingChoice::Auto => segmenter,
            EncodingChoice::Gsm7 => segmenter.with_encoding(Encoding::Gsm7),
            EncodingChoice::Ucs2 => segmenter.with_encoding(Encoding::Ucs2),
        }
    }

    /// `auto` stands for all languages not named before it.
    fn languages(&self) -> Languages {
        Languages::preferred(self.language.iter().flat_map(|name| match name.parse() {
            Ok(language) => vec![language],
            Err(_) => NationalLanguage::ALL.to_vec(),
        }))
    }
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum EncodingChoice {
    #[default]
    Auto,
    #[value(name = "GSM-7", aliases = ["gsm7", "gsm"])]
    Gsm7,
    #[value(name = "UCS-2", alias = "ucs2")]
    Ucs2,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum BoundaryChoice {
    #[default]
    Character,
    Grapheme,
    Word,
}

/// Reads a value that completions suggest names for, though it may be another one.
#[derive(Clone)]
pub(crate) struct Suggested<T, E> {
    names: Vec<&'static str>,
    parse: fn(&str) -> Result<T, E>,
}

impl<T, E> Suggested<T, E> {
    pub(crate) fn new(
        names: impl IntoIterator<Item = &'static str>,
        parse: fn(&str) -> Result<T, E>,
    ) -> Self {
        Suggested {
            names: names.into_iter().collect(),
            parse,
        }
    }
}

impl<T, E> TypedValueParser for Suggested<T, E>
where
    T: Clone + Send + Sync + 'static,
    E: Into<Box<dyn Error + Send + Sync>> + Clone + 'static,
{
    type Value = T;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<T, clap::Error> {
        let parser = clap::builder::StringValueParser::new().try_map(self.parse_owned());
        parser.parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(
            self.names.iter().map(|name| PossibleValue::new(*name)),
        ))
    }
}

impl<T, E> Suggested<T, E> {
    fn parse_owned(&self) -> impl Fn(String) -> Result<T, E> + Clone + use<T, E> {
        let parse = self.parse;
        move |text| parse(&text)
    }
}

/// The lists of substitutions by their names.
pub(crate) fn rule_names() -> impl TypedValueParser<Value = Rules> {
    let names = PossibleValuesParser::new(Rules::ALL.map(Rules::name));
    names.try_map(|name| {
        Rules::from_name(&name.to_ascii_lowercase()).ok_or("not a list of substitutions")
    })
}

/// Smart encoding that knows the language of the text and the syntax of its fields.
pub(crate) fn with_hints(
    mut encoder: SmartEncoder,
    language: Option<TextLanguage>,
    fields: Option<FieldSyntax>,
) -> SmartEncoder {
    if let Some(language) = language {
        encoder = encoder.with_text_language(language);
    }
    if let Some(fields) = fields {
        encoder = encoder.with_field_syntax(fields);
    }
    encoder
}

/// Languages of texts by their codes.
pub(crate) fn text_languages() -> impl TypedValueParser<Value = TextLanguage> {
    let codes = PossibleValuesParser::new(TextLanguage::ALL.map(TextLanguage::code));
    codes.try_map(|code| {
        TextLanguage::from_code(&code.to_ascii_lowercase()).ok_or("not the code of a language")
    })
}

/// Syntaxes of merge fields by their names, or by a field `x`.
pub(crate) fn field_syntaxes() -> impl TypedValueParser<Value = FieldSyntax> {
    Suggested::new(FieldSyntax::ALL.map(FieldSyntax::name), |text| {
        FieldSyntax::from_name(&text.to_ascii_lowercase()).ok_or_else(|| {
            let known = FieldSyntax::ALL
                .map(|syntax| format!("{} ('{}')", syntax.name(), syntax.example()));
            format!("expected one of {}", known.join(", "))
        })
    })
}

fn language_names() -> impl TypedValueParser<Value = String> {
    let names = NationalLanguage::ALL.iter().map(|language| language.name());
    PossibleValuesParser::new(std::iter::once("auto").chain(names))
}
