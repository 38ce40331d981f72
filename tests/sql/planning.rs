//! Planning, before a row is read: folding, documentation, and errors of a call.

use std::sync::Arc;

use datafusion::arrow::array::{Array, AsArray, DictionaryArray, Int8Array, StringArray};
use datafusion::arrow::datatypes::{Int8Type, Int64Type};
use datafusion::arrow::util::display::array_value_to_string;
use datafusion::logical_expr::Volatility;
use datafusion::prelude::SessionContext;

use crate::columns::{call, columns, run, session};

fn empty() -> SessionContext {
    let context = SessionContext::new();
    septet::sql::register(&context).unwrap();
    context
}

/// The one value of a query.
fn value(query: &str) -> String {
    run(async {
        let batches = empty().sql(query).await.unwrap().collect().await.unwrap();
        array_value_to_string(batches[0].column(0), 0).unwrap()
    })
}

#[test]
fn each_function_is_documented_by_a_call_that_answers_what_it_says() {
    let functions = septet::sql::functions();
    assert_eq!(functions.len(), 8);
    for function in functions {
        let documentation = function.documentation().unwrap();
        let example = documentation.sql_example.as_ref().unwrap();
        let (query, answer) = example.split_once(";\n").unwrap();
        assert_eq!(value(query.strip_prefix("> ").unwrap()), answer, "{query}");
        assert!(documentation.syntax_example.starts_with(function.name()));
        let named = documentation.arguments.as_ref().unwrap().iter();
        let named: Vec<&String> = named.map(|(name, _)| name).collect();
        let parameters = function.signature().parameter_names.as_ref().unwrap();
        assert!(named.into_iter().eq(parameters));
        assert_eq!(function.signature().volatility, Volatility::Immutable);
    }
}

#[test]
fn a_call_with_constants_is_folded() {
    let plan = value(
        "explain select sms_segments(repeat(']', 153)) + sms_units('5 €', concat('profile=', 'single'))",
    );
    assert_eq!(plan, "logical_plan");
    let plan = run(async {
        let plan = empty()
            .sql("select sms_segments(repeat(']', 153), concat('profile=', 'standard'))")
            .await
            .unwrap();
        plan.into_optimized_plan()
            .unwrap()
            .display_indent()
            .to_string()
    });
    assert!(
        plan.starts_with("Projection: Int64(3) AS sms_segments("),
        "{plan}"
    );
}

#[test]
fn null_in_null_out() {
    for function in septet::sql::functions() {
        let level = if function.name() == "sms_smart_encode" {
            ", 'typography'"
        } else {
            ""
        };
        let name = function.name();
        for call in [
            format!("{name}(null{level})"),
            format!("{name}(cast(null as varchar){level}, '')"),
            format!("{name}('Hello'{level}, null)"),
        ] {
            assert_eq!(value(&format!("select {call} is null")), "true", "{call}");
        }
    }
    assert_eq!(
        value("select sms_smart_encode('Hello', null) is null"),
        "true"
    );
}

#[test]
fn options_have_a_name() {
    assert_eq!(
        value("select sms_segments(repeat('a', 153 * 2), options => 'profile=toll-free')"),
        "3"
    );
    assert_eq!(
        value("select sms_smart_encode(level => 'typography', text => '“Hi”')"),
        "\"Hi\""
    );
}

#[test]
fn what_is_wrong_with_a_call_is_an_error_of_the_plan() {
    let cases = [
        (
            "sms_segments(text, 'colour=red')",
            "sms_segments has no option 'colour': it has encoding, language, boundary, profile, reference, smart",
        ),
        (
            "sms_smart_encode(text, 'typography', 'smart=twilio')",
            "sms_smart_encode has no option 'smart': it has encoding, language, boundary, profile, reference",
        ),
        (
            "sms_keyword(text, 'profile=single')",
            "sms_keyword has no option 'profile': it has provider, sender, country",
        ),
        (
            "sms_units(text, 'single')",
            "sms_units: 'single' is not an option: write name=value, name=value",
        ),
        (
            "sms_units(text, 'reference=8, reference=16')",
            "sms_units: the option reference is given twice",
        ),
        (
            "sms_units(text, 'reference=32')",
            "sms_units: reference cannot be '32': expected one of 8, 16",
        ),
        (
            "sms_units(text, 'encoding=latin-1')",
            "sms_units: encoding cannot be 'latin-1': expected one of auto, GSM-7, UCS-2",
        ),
        (
            "sms_units(text, 'boundary=line')",
            "sms_units: boundary cannot be 'line': expected one of character, grapheme, word",
        ),
        (
            "sms_units(text, 'profile=fast')",
            "sms_units: profile cannot be 'fast': expected standard, toll-free, single or septets such as 136/130",
        ),
        (
            "sms_units(text, 'profile=200/100')",
            "sms_units: profile cannot be '200/100': single is 200: a segment of this kind holds 10 to 160 code units",
        ),
        (
            "sms_units(text, 'language=turkish+klingon')",
            "sms_units: language cannot be 'klingon': not a national language of GSM 7-bit: expected one of turkish, ",
        ),
        (
            "sms_units(text, 'smart=best')",
            "sms_units: smart cannot be 'best': expected one of twilio, telnyx, typography, compatibility, transliteration",
        ),
        (
            "sms_smart_encode(text, 'best')",
            "sms_smart_encode: level cannot be 'best': expected one of twilio, telnyx, typography, compatibility, transliteration",
        ),
        (
            "sms_keyword(text, 'provider=acme')",
            "sms_keyword: provider cannot be 'acme': expected one of twilio, telnyx, aws, bird, other",
        ),
        (
            "sms_keyword(text, 'sender=pigeon')",
            "sms_keyword: sender cannot be 'pigeon': expected one of long-code, toll-free, short-code, alphanumeric",
        ),
        (
            "sms_keyword(text, 'country=Germany')",
            "sms_keyword: country cannot be 'Germany': ",
        ),
        (
            "sms_segments()",
            "sms_segments takes (text [, options]), not 0 arguments",
        ),
        (
            "sms_segments(text, '', '')",
            "sms_segments takes (text [, options]), not 3 arguments",
        ),
        (
            "sms_smart_encode(text)",
            "sms_smart_encode takes (text, level [, options]), not 1 arguments",
        ),
        (
            "sms_split(1)",
            "sms_split: text must be a string, not Int64: write cast(… as varchar)",
        ),
        (
            "sms_split(text, 1)",
            "sms_split: options must be a string, not Int64: write cast(… as varchar)",
        ),
    ];
    let context = session(columns()[0].1.clone());
    for (call, sentence) in cases {
        let error = run(context.sql(&format!("select {call} from messages"))).unwrap_err();
        let error = error.to_string();
        assert!(
            error.starts_with(&format!("External error: {sentence}")),
            "{call}: {error}"
        );
    }
}

#[test]
fn options_are_the_same_for_all_rows() {
    let context = session(columns()[0].1.clone());
    let error = run(async {
        let query = context
            .sql("select sms_segments('a', text) from messages")
            .await
            .unwrap();
        query.collect().await.unwrap_err()
    });
    assert_eq!(
        error.find_root().to_string(),
        "External error: sms_segments: options must be a constant, the same for all rows"
    );
}

#[test]
fn a_demand_that_cannot_be_met_ends_the_query() {
    let context = session(columns()[0].1.clone());
    let error = run(async {
        let query = "select sum(sms_segments(text, 'encoding=GSM-7')) from messages";
        context
            .sql(query)
            .await
            .unwrap()
            .collect()
            .await
            .unwrap_err()
    });
    let sentence =
        "'“' (U+201C) at index 0 has no GSM-7 code: allow UCS-2 or replace the character";
    assert_eq!(
        error.find_root().to_string(),
        format!("External error: {sentence}")
    );
}

/// A filter keeps the dictionary of the rows it takes away: their texts are neither counted nor complained of.
#[test]
fn texts_of_a_dictionary_that_no_row_has_are_left_alone() {
    let values = StringArray::from(vec![Some("👋"), Some("Hello"), None]);
    let keys = Int8Array::from(vec![Some(1), None, Some(2), Some(1)]);
    let column = DictionaryArray::<Int8Type>::new(keys, Arc::new(values));
    let context = session(Arc::new(column));
    let answers = run(call(&context, "sms_segments(text, 'encoding=GSM-7')"));
    let answers: Vec<Option<i64>> = answers.as_primitive::<Int64Type>().iter().collect();
    assert_eq!(answers, [Some(1), None, None, Some(1)]);
    let nothing = DictionaryArray::<Int8Type>::new(
        Int8Array::from(vec![None, None]),
        Arc::new(StringArray::from(Vec::<&str>::new())),
    );
    let answers = run(call(&session(Arc::new(nothing)), "sms_analyze(text)"));
    assert_eq!((answers.len(), answers.null_count()), (2, 2));
}
