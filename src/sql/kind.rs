//! The functions there are: names, parameters, types, and what is said about them.

use alloc::string::String;
use std::sync::LazyLock;

use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::logical_expr::Documentation;
use datafusion::logical_expr::scalar_doc_sections::DOC_SECTION_STRING;

/// A function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Segments,
    Units,
    Encoding,
    Split,
    Offenders,
    SmartEncode,
    Keyword,
    Analyze,
}

/// The fields of `sms_analyze`.
pub(super) static ANALYSIS: LazyLock<Fields> = LazyLock::new(|| {
    let text = DataType::Utf8View;
    let fields = [
        ("encoding", text.clone()),
        ("segments", DataType::Int64),
        ("units", DataType::Int64),
        ("units_per_segment", DataType::Int64),
        ("units_remaining", DataType::Int64),
        ("locking_shift", text.clone()),
        ("single_shift", text),
        ("offenders", list()),
        ("warnings", list()),
    ];
    let fields = fields.map(|(name, kind)| Field::new(name, kind, true));
    Fields::from(fields.to_vec())
});

fn list() -> DataType {
    DataType::new_list(DataType::Utf8View, true)
}

impl Kind {
    pub(super) const ALL: [Kind; 8] = [
        Kind::Segments,
        Kind::Units,
        Kind::Encoding,
        Kind::Split,
        Kind::Offenders,
        Kind::SmartEncode,
        Kind::Keyword,
        Kind::Analyze,
    ];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Kind::Segments => "sms_segments",
            Kind::Units => "sms_units",
            Kind::Encoding => "sms_encoding",
            Kind::Split => "sms_split",
            Kind::Offenders => "sms_offenders",
            Kind::SmartEncode => "sms_smart_encode",
            Kind::Keyword => "sms_keyword",
            Kind::Analyze => "sms_analyze",
        }
    }

    pub(super) const fn parameters(self) -> &'static [&'static str] {
        match self {
            Kind::SmartEncode => &["text", "level", "options"],
            _ => &["text", "options"],
        }
    }

    /// Parameters that must be given: all but the options.
    pub(super) const fn required(self) -> usize {
        self.parameters().len() - 1
    }

    pub(super) fn returns(self) -> DataType {
        match self {
            Kind::Segments | Kind::Units => DataType::Int64,
            Kind::Encoding | Kind::SmartEncode | Kind::Keyword => DataType::Utf8View,
            Kind::Split | Kind::Offenders => list(),
            Kind::Analyze => DataType::Struct(ANALYSIS.clone()),
        }
    }

    const fn description(self) -> &'static str {
        match self {
            Kind::Segments => "Segments that a text is sent as; 1 or more.",
            Kind::Units => "Code units of a text: septets in GSM-7, 16-bit units in UCS-2.",
            Kind::Encoding => "The encoding that a text travels in: GSM-7 or UCS-2.",
            Kind::Split => "The text of each segment, in order; at least one.",
            Kind::Offenders => {
                "The different characters that force UCS-2, in the order of their first places; none for GSM-7."
            }
            Kind::SmartEncode => "The same words in characters that cost less, at a level.",
            Kind::Keyword => {
                "What a message asks for that is a keyword: opt-out, opt-in or help; null if it is anything else."
            }
            Kind::Analyze => {
                "Encoding, segments, code units, national languages, offenders and warnings of a text, in a struct."
            }
        }
    }

    /// A call, and its answer.
    const fn example(self) -> [&'static str; 2] {
        match self {
            Kind::Segments => ["sms_segments(repeat(']', 153))", "3"],
            Kind::Units => ["sms_units('5 €')", "4"],
            Kind::Encoding => ["sms_encoding('Hello 👋')", "UCS-2"],
            Kind::Split => [
                "sms_split('Good evening', 'profile=10/10')",
                "[Good eveni, ng]",
            ],
            Kind::Offenders => ["sms_offenders('“№ 1”')", "[“, №, ”]"],
            Kind::SmartEncode => ["sms_smart_encode('It’s №1', 'compatibility')", "It's No1"],
            Kind::Keyword => ["sms_keyword('Stop!')", "opt-out"],
            Kind::Analyze => ["sms_analyze('5 €')['units_remaining']", "156"],
        }
    }

    /// The parameters as they are written, the one that may be left out in brackets.
    pub(super) fn syntax(self) -> String {
        let (required, optional) = self.parameters().split_at(self.required());
        required.join(", ") + " [, " + &optional.concat() + "]"
    }

    pub(super) fn documentation(self) -> Documentation {
        let syntax = String::from(self.name()) + "(" + &self.syntax() + ")";
        let [call, answer] = self.example();
        let example = String::from("> select ") + call + ";\n" + answer;
        let mut builder = Documentation::builder(DOC_SECTION_STRING, self.description(), syntax)
            .with_sql_example(example);
        for name in self.parameters() {
            builder = builder.with_argument(*name, self.argument(name));
        }
        for related in Kind::ALL.into_iter().filter(|kind| *kind != self) {
            builder = builder.with_related_udf(related.name());
        }
        builder.build()
    }

    fn argument(self, name: &str) -> &'static str {
        match (name, self) {
            ("text", _) => "The text: a column, an expression or a constant.",
            ("level", _) => {
                "typography, compatibility or transliteration, or what a provider does: twilio, telnyx. A constant."
            }
            (_, Kind::Keyword) => {
                "A constant such as 'provider=twilio, sender=toll-free': provider, sender, country."
            }
            (_, Kind::SmartEncode) => {
                "A constant such as 'profile=toll-free, boundary=grapheme': encoding, language, boundary, profile, reference."
            }
            _ => {
                "A constant such as 'profile=toll-free, boundary=grapheme': encoding, language, boundary, profile, reference, smart."
            }
        }
    }
}
