//! The options under which a text is counted, named as in the npm package.

use std::error::Error;
use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command, ValueEnum};
use septet::{
    Boundary, Encoding, Languages, NationalLanguage, Profile, ReferenceBits, Rules, Segmenter,
    SmartEncoder,
};

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

    /// What a cut keeps whole: character (the default), grapheme or word
    #[arg(help_heading = HEADING, long,
        value_name = "PIECE",
        value_enum,
        ignore_case = true,
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true
    )]
    boundary: BoundaryChoice,

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

/// How to count, and what the text becomes before.
#[derive(clap::Args)]
pub(crate) struct Sending {
    #[command(flatten)]
    options: Options,

    /// Count the text after smart encoding: typography, compatibility, transliteration, or what a
    /// provider does: twilio, telnyx
    #[arg(long, visible_alias = "smart", value_name = "NAME", ignore_case = true, hide_possible_values = true, value_parser = rule_names(), help_heading = HEADING)]
    smart_encoding: Option<Rules>,
}

impl Sending {
    /// The library's form of how to count.
    pub(crate) fn segmenter(&self) -> Segmenter {
        self.options.segmenter()
    }

    /// The list of substitutions that a text goes through before it is sent.
    pub(crate) const fn rules(&self) -> Option<Rules> {
        self.smart_encoding
    }

    /// Whether the default alphabet is the only one of GSM-7 that a text may use.
    pub(crate) const fn is_plain(&self) -> bool {
        self.options.language.is_empty()
    }

    /// The text that is sent for this one.
    pub(crate) fn sent(&self, text: String) -> String {
        let Some(rules) = self.smart_encoding else {
            return text;
        };
        let encoder = SmartEncoder::new(rules).with_segmenter(self.segmenter());
        encoder.encode(&text).into_text().into_owned()
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

fn language_names() -> impl TypedValueParser<Value = String> {
    let names = NationalLanguage::ALL.iter().map(|language| language.name());
    PossibleValuesParser::new(std::iter::once("auto").chain(names))
}
