//! `template`: what a text with merge fields costs.

use septet::{Distribution, Estimate, FieldEstimate, Segmenter, Template, TemplateError};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::failure::Failure;
use crate::result::{Answer, to_js};
use crate::segmenter::segmenter;

#[derive(Serialize)]
struct Prices<'a> {
    fields: &'a [String],
    estimate: Estimate,
    distribution: Distribution,
}

/// The names of the fields of a template.
#[wasm_bindgen(js_name = templateFields)]
pub fn template_fields(text: &str) -> Answer {
    Ok(to_js(Template::parse(text)?.fields()))
}

/// What a template costs: at least and at most by what is known of its fields, and in each row. `known` is the shortest
/// length of each field, the longest, and 1 if it is GSM-7 alone; `values` are those of the first row in the order of the
/// fields, then those of the second.
#[wasm_bindgen]
pub fn template(
    text: &str,
    known: &[u32],
    rows: u32,
    values: Vec<String>,
    flags: u32,
    limits: u32,
    languages: &[u8],
) -> Answer {
    let segmenter = segmenter(flags, limits, languages)?;
    let template = Template::parse(text)?;
    let estimate = template.estimate(&segmenter, &known_fields(&template, known))?;
    Ok(to_js(&Prices {
        fields: template.fields(),
        estimate,
        distribution: distribution(&template, &segmenter, rows as usize, &values)?,
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
    segmenter: &Segmenter,
    rows: usize,
    values: &[String],
) -> Result<Distribution, Failure> {
    let fields = template.fields();
    let mut distribution = Distribution::new();
    for row in 0..rows {
        let values = &values[(row * fields.len()).min(values.len())..];
        let place = |name: &str| fields.iter().position(|field| field == name);
        let text = template.fill(|name| values.get(place(name)?).map(String::as_str))?;
        distribution.push(segmenter.count(&text)?);
    }
    Ok(distribution)
}

impl From<TemplateError> for Failure {
    fn from(error: TemplateError) -> Self {
        match error {
            TemplateError::Unclosed { utf16_index, .. } => {
                let message =
                    format!("the field that opens at index {utf16_index} is not closed with }}}}");
                Failure::new("malformed-template", message, Some(utf16_index))
            }
            TemplateError::BadName { utf16_index, .. } => {
                let message = format!(
                    "the field that opens at index {utf16_index} needs a name without braces"
                );
                Failure::new("malformed-template", message, Some(utf16_index))
            }
            TemplateError::MissingValue { field } => {
                let message = String::from("no value for the field \"") + &field + "\"";
                Failure::new("missing-value", message, None)
            }
            _ => Failure::new("malformed-template", error.to_string(), None),
        }
    }
}
