//! Every function on every form of column, under options, beside what the library says of each row.

use datafusion::arrow::array::{Array, ArrayRef, AsArray};
use datafusion::arrow::datatypes::Int64Type;
use septet::catalogue::{Keywords, Provider};
use septet::message::SenderKind;
use septet::{
    Boundary, Encoding, Languages, Level, NationalLanguage, Profile, ReferenceBits, Rules,
    Segmenter, SmartEncoder,
};

use crate::columns::{call, columns, run, session};
use crate::texts::texts;

/// Options as they are written, and what they mean to the library.
fn options() -> Vec<(&'static str, Segmenter, Option<Rules>)> {
    let new = Segmenter::new;
    let turkish = Languages::preferred([NationalLanguage::Turkish, NationalLanguage::Spanish]);
    vec![
        ("", new(), None),
        ("encoding=UCS-2", new().with_encoding(Encoding::Ucs2), None),
        ("encoding = auto", new(), None),
        (
            "language=turkish+spanish",
            new().with_languages(turkish),
            None,
        ),
        (
            "language=auto",
            new().with_languages(Languages::auto()),
            None,
        ),
        (
            "Boundary=Grapheme",
            new().with_boundary(Boundary::Grapheme),
            None,
        ),
        (
            "profile=toll-free",
            new().with_profile(Profile::TollFree),
            None,
        ),
        ("profile=single", new().with_profile(Profile::Single), None),
        (
            "profile=136/130",
            new().with_profile("136/130".parse().unwrap()),
            None,
        ),
        (
            "reference=16",
            new().with_reference_bits(ReferenceBits::Sixteen),
            None,
        ),
        ("smart=typography", new(), Some(Rules::Typography)),
        ("smart=twilio, reference=8", new(), Some(Rules::Twilio)),
        (
            "smart=transliteration,boundary=grapheme , profile=toll-free",
            new()
                .with_boundary(Boundary::Grapheme)
                .with_profile(Profile::TollFree),
            Some(Rules::Transliteration),
        ),
    ]
}

/// Asks `function` about every row of every form of column under each of the options, and compares each
/// answer that is there with what `expected` says of the text as it is sent.
fn compare<T: PartialEq + std::fmt::Debug>(
    function: &str,
    answer: impl Fn(&ArrayRef, usize) -> T,
    expected: impl Fn(&Segmenter, &str) -> T,
) {
    for (form, column) in columns() {
        let context = session(column);
        for (options, segmenter, rules) in options() {
            let answers = run(call(&context, &format!("{function}(text, '{options}')")));
            assert_eq!(answers.len(), texts().len());
            for (row, text) in texts().iter().enumerate() {
                let place = format!("{form}, {options}, row {row}");
                let Some(text) = text else {
                    assert!(answers.is_null(row), "{place}");
                    continue;
                };
                assert!(answers.is_valid(row), "{place}");
                let encoder = rules.map(|rules| SmartEncoder::new(rules).with_segmenter(segmenter));
                let sent = encoder.map_or(text.clone(), |encoder| {
                    encoder.encode(text).text().to_owned()
                });
                assert_eq!(
                    answer(&answers, row),
                    expected(&segmenter, &sent),
                    "{place}"
                );
            }
        }
    }
}

fn integer(answers: &ArrayRef, row: usize) -> usize {
    usize::try_from(answers.as_primitive::<Int64Type>().value(row)).unwrap()
}

fn string(answers: &ArrayRef, row: usize) -> String {
    answers.as_string_view().value(row).to_owned()
}

fn strings(answers: &ArrayRef, row: usize) -> Vec<String> {
    let list = answers.as_list::<i32>().value(row);
    let strings = list.as_string_view().iter();
    strings.map(|item| item.unwrap().to_owned()).collect()
}

#[test]
fn segments() {
    compare("sms_segments", integer, |segmenter, text| {
        segmenter.count(text).unwrap().segments()
    });
}

#[test]
fn units() {
    compare("sms_units", integer, |segmenter, text| {
        segmenter.count(text).unwrap().units()
    });
}

#[test]
fn encoding() {
    compare("sms_encoding", string, |segmenter, text| {
        segmenter.count(text).unwrap().encoding().to_string()
    });
}

#[test]
fn split() {
    compare("sms_split", strings, |segmenter, text| {
        let segments = segmenter.segments(text).unwrap();
        segments.map(|segment| segment.text().to_owned()).collect()
    });
}

#[test]
fn offenders() {
    compare("sms_offenders", strings, |segmenter, text| {
        let analysis = segmenter.analyze(text).unwrap();
        let offenders = analysis.offenders().iter();
        offenders
            .map(|offender| offender.character().to_string())
            .collect()
    });
}

#[test]
fn analyze() {
    let field = |answers: &ArrayRef, name: &str| {
        let fields = answers.as_struct();
        fields.column_by_name(name).unwrap().clone()
    };
    let answer = |answers: &ArrayRef, row: usize| {
        let numbers = ["segments", "units", "units_per_segment", "units_remaining"];
        let shifts = ["locking_shift", "single_shift"].map(|name| {
            let shift = field(answers, name);
            shift.is_valid(row).then(|| string(&shift, row))
        });
        (
            string(&field(answers, "encoding"), row),
            numbers.map(|name| integer(&field(answers, name), row)),
            shifts,
            ["offenders", "warnings"].map(|name| strings(&field(answers, name), row)),
        )
    };
    compare("sms_analyze", answer, |segmenter, text| {
        let analysis = segmenter.analyze(text).unwrap();
        let count = analysis.count();
        let offenders = analysis.offenders().iter();
        let warnings = analysis.warnings();
        let alphabet = count.alphabet();
        (
            count.encoding().to_string(),
            [
                count.segments(),
                count.units(),
                count.units_per_segment(),
                count.units_remaining(),
            ],
            [alphabet.locking(), alphabet.single()]
                .map(|table| table.map(|table| table.to_string())),
            [
                offenders
                    .map(|offender| offender.character().to_string())
                    .collect(),
                warnings
                    .iter()
                    .map(|warning| warning.code().name().to_owned())
                    .collect(),
            ],
        )
    });
}

#[test]
fn smart_encode() {
    for (form, column) in columns() {
        let context = session(column);
        for rules in Rules::ALL {
            let query = format!("sms_smart_encode(text, '{}')", rules.name());
            let answers = run(call(&context, &query));
            for (row, text) in texts().iter().enumerate() {
                let expected = text
                    .as_ref()
                    .map(|text| septet::smart_encode(text, rules).text().to_owned());
                let answer = answers.is_valid(row).then(|| string(&answers, row));
                assert_eq!(answer, expected, "{form}, {rules:?}, row {row}");
            }
        }
    }
    // Whether a level helps depends on how the text is counted.
    let context = session(columns()[0].1.clone());
    let answers = run(call(
        &context,
        "sms_smart_encode(text, 'transliteration', 'language=turkish')",
    ));
    let segmenter = Segmenter::new().with_languages([NationalLanguage::Turkish]);
    let encoder = SmartEncoder::new(Level::Transliteration).with_segmenter(segmenter);
    let text = "Siparişiniz yarın kapınızda olacak.";
    let row = texts()
        .iter()
        .position(|row| row.as_deref() == Some(text))
        .unwrap();
    assert_eq!(string(&answers, row), encoder.encode(text).text());
    assert_eq!(string(&answers, row), text);
}

#[test]
fn keyword() {
    let twilio = Keywords::new(Provider::Twilio);
    let cases = [
        ("", twilio.clone()),
        ("provider=telnyx", Keywords::new(Provider::Telnyx)),
        (
            "sender=toll-free",
            twilio.clone().with_sender(SenderKind::TollFree),
        ),
        (
            "provider=AWS, country=de",
            Keywords::new(Provider::Aws).with_country("DE".parse().unwrap()),
        ),
    ];
    for (form, column) in columns() {
        let context = session(column);
        for (options, keywords) in &cases {
            let answers = run(call(&context, &format!("sms_keyword(text, '{options}')")));
            for (row, text) in texts().iter().enumerate() {
                let found = text.as_ref().and_then(|text| keywords.recognize(text));
                let answer = answers.is_valid(row).then(|| string(&answers, row));
                assert_eq!(
                    answer.as_deref(),
                    found.map(|found| found.intent().name()),
                    "{form}, {options}, row {row}"
                );
            }
        }
    }
}
