//! The functions there are: names, parameters, types, and what is said about them.

use alloc::string::String;
use std::sync::LazyLock;

use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::logical_expr::Documentation;
use datafusion::logical_expr::scalar_doc_sections::DOC_SECTION_STRING;

/// A function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Function {
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
    let fields = fields.map(|(name, data_type)| Field::new(name, data_type, true));
    Fields::from(fields.to_vec())
});

fn list() -> DataType {
    DataType::new_list(DataType::Utf8View, true)
}

impl Function {
    pub(super) const ALL: [Function; 8] = [
        Function::Segments,
        Function::Units,
        Function::Encoding,
        Function::Split,
        Function::Offenders,
        Function::SmartEncode,
        Function::Keyword,
        Function::Analyze,
    ];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Function::Segments => "sms_segments",
            Function::Units => "sms_units",
            Function::Encoding => "sms_encoding",
            Function::Split => "sms_split",
            Function::Offenders => "sms_offenders",
            Function::SmartEncode => "sms_smart_encode",
            Function::Keyword => "sms_keyword",
            Function::Analyze => "sms_analyze",
        }
    }

    pub(super) const fn parameters(self) -> &'static [&'static str] {
        match self {
            Function::SmartEncode => &["text", "level", "options"],
            _ => &["text", "options"],
        }
    }

    /// Parameters that must be given: all but the options.
    pub(super) const fn required(self) -> usize {
        self.parameters().len() - 1
    }

    pub(super) fn returns(self) -> DataType {
        match self {
            Function::Segments | Function::Units => DataType::Int64,
            Function::Encoding | Function::SmartEncode | Function::Keyword => DataType::Utf8View,
            Function::Split | Function::Offenders => list(),
            Function::Analyze => DataType::Struct(ANALYSIS.clone()),
        }
    }

    const fn description(self) -> &'static str {
        match self {
            Function::Segments => "Segments that a text is sent as; 1 or more.",
            Function::Units => "Code units of a text: septets in GSM-7, 16-bit units in UCS-2.",
            Function::Encoding => "The encoding that a text travels in: GSM-7 or UCS-2.",
            Function::Split => "The text of each segment, in order; at least one.",
            Function::Offenders => {
                "The different characters that force UCS-2, in the order of their first places; none for GSM-7."
            }
            Function::SmartEncode => "The same words in characters that cost less, at a level.",
            Function::Keyword => {
                "What a message asks for that is a keyword: opt-out, opt-in or help; null if it is anything else."
            }
            Function::Analyze => {
                "Encoding, segments, code units, national languages, offenders and warnings of a text, in a struct."
            }
        }
    }

    /// A call, and its answer.
    const fn example(self) -> [&'static str; 2] {
        match self {
            Function::Segments => ["sms_segments(repeat(']', 153))", "3"],
            Function::Units => ["sms_units('5 €')", "4"],
            Function::Encoding => ["sms_encoding('Hello 👋')", "UCS-2"],
            Function::Split => [
                "sms_split('Good evening', 'profile=10/10')",
                "[Good eveni, ng]",
            ],
            Function::Offenders => ["sms_offenders('“№ 1”')", "[“, №, ”]"],
            Function::SmartEncode => ["sms_smart_encode('It’s №1', 'compatibility')", "It's No1"],
            Function::Keyword => ["sms_keyword('Stop!')", "opt-out"],
            Function::Analyze => ["sms_analyze('5 €')['units_remaining']", "156"],
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
        for related in Function::ALL
            .into_iter()
            .filter(|function| *function != self)
        {
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
            (_, Function::Keyword) => {
                "A constant such as 'provider=twilio, sender=toll-free': provider, sender, country."
            }
            (_, Function::SmartEncode) => {
                "A constant such as 'profile=toll-free, boundary=grapheme': encoding, language, boundary, profile, reference."
            }
            _ => {
                "A constant such as 'profile=toll-free, boundary=grapheme': encoding, language, boundary, profile, reference, smart."
            }
        }
    }
}
