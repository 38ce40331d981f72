//! `template`: what a text with merge fields costs.

use septet::{
    Count, Distribution, EncodingError, Estimate, FieldEstimate, FieldSyntax, Template,
    TemplateError,
};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::failure::Failure;
use crate::result::{Answer, to_js};
use crate::segmenter::segmenter;
use crate::smart::encoder;

/// The template as read, before its fields are described.
#[derive(Serialize)]
struct Fields<'a> {
    names: &'a [String],
    /// True for each field that a row may lack.
    optional: Vec<bool>,
    syntax: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Prices<'a> {
    fields: &'a [String],
    estimate: Estimate,
    distribution: Distribution,
    has_branches: bool,
    other_syntax: Option<&'static str>,
}

/// The fields of a template in a syntax; if it is not named, in that in which there are most of the columns.
#[wasm_bindgen(js_name = templateFields)]
pub fn template_fields(text: &str, syntax: Option<String>, columns: Vec<String>) -> Answer {
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let given = syntax.as_deref().and_then(FieldSyntax::from_name);
    let syntax = given.or_else(|| FieldSyntax::detect(text, &columns));
    let syntax = syntax.unwrap_or_default();
    let template = Template::parse_as(text, syntax)?;
    let names = template.fields();
    let optional = names
        .iter()
        .map(|name| template.is_optional(name))
        .collect();
    Ok(to_js(&Fields {
        names,
        optional,
        syntax: syntax.name(),
    }))
}

/// Estimates the cost of a template: minimum and maximum by the known facts about its fields, and the cost of each row, after
/// smart encoding by `rules` if they are not empty. `known` holds for each field its minimum length, its maximum length, and 1 if
/// it is GSM-7 only; `values` holds those of the first row in the order of the fields, then those of the second; empty if a value
/// is missing.
#[wasm_bindgen]
pub fn template(
    text: &str,
    syntax: &str,
    rules: &str,
    language: Option<String>,
    known: &[u32],
    rows: u32,
    values: Vec<String>,
    flags: u32,
    limits: u32,
    languages: &[u8],
) -> Answer {
    let segmenter = segmenter(flags, limits, languages)?;
    let template = Template::parse_as(text, FieldSyntax::from_name(syntax).unwrap_or_default())?;
    let encoder = (!rules.is_empty())
        .then(|| encoder(rules, language.as_deref(), None).with_segmenter(segmenter));
    let known = known_fields(&template, known);
    let estimate = match &encoder {
        Some(encoder) => template.estimate_encoded(encoder, &known)?,
        None => template.estimate(&segmenter, &known)?,
    };
    let count = |text: &str| match &encoder {
        Some(encoder) => Ok(encoder.encode(text).after()),
        None => segmenter.count(text),
    };
    Ok(to_js(&Prices {
        fields: template.fields(),
        estimate,
        distribution: distribution(&template, count, rows as usize, &values)?,
        has_branches: template.has_branches(),
        other_syntax: template.other_syntax().map(FieldSyntax::name),
    }))
}

fn known_fields(template: &Template, known: &[u32]) -> Vec<FieldEstimate> {
    let (known, _) = known.as_chunks::<3>();
    let pairs = template.fields().iter().zip(known);
    pairs
        .map(|(name, &[shortest, longest, gsm7_only])| {
            let field = FieldEstimate::new(name.as_str(), shortest as usize, longest as usize);
            if gsm7_only == 0 {
                field
            } else {
                field.with_gsm7_only()
            }
        })
        .collect()
}

fn distribution(
    template: &Template,
    count: impl Fn(&str) -> Result<Count, EncodingError>,
    rows: usize,
    values: &[String],
) -> Result<Distribution, Failure> {
    let fields = template.fields();
    let mut distribution = Distribution::new();
    for row in 0..rows {
        let values = &values[(row * fields.len()).min(values.len())..];
        let place = |name: &str| fields.iter().position(|field| field == name);
        let text = template.fill(|name| values.get(place(name)?).map(String::as_str))?;
        distribution.push(count(&text)?);
    }
    Ok(distribution)
}

impl From<TemplateError> for Failure {
    fn from(error: TemplateError) -> Self {
        let opens = |what: &str, index: usize, problem: &str| {
            let message = format!("the {what} that opens at index {index} {problem}");
            Failure::new("malformed-template", message, Some(index))
        };
        match error {
            TemplateError::Unclosed { utf16_index, .. } => {
                opens("field", utf16_index, "is not closed with }}")
            }
            TemplateError::BadName { utf16_index, .. } => {
                opens("field", utf16_index, "needs a name without braces")
            }
            TemplateError::UnclosedBlock { utf16_index, .. } => opens(
                "block",
                utf16_index,
                "must be closed, and be in at most 31 others",
            ),
            TemplateError::MissingValue { field } => {
                let message = String::from("no value for the field \"") + &field + "\"";
                Failure::new("missing-value", message, None)
            }
            TemplateError::Unencodable(error) => error.into(),
            _ => Failure::new("malformed-template", error.to_string(), None),
        }
    }
}
