//! `template`: what a text with merge fields costs.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::convert::Failure;
use super::json::to_json;
use super::report::Asked;
use super::strings::strings;
use septet::{Distribution, Estimate, FieldEstimate, Segmenter, Template, TemplateError};

#[derive(Serialize)]
struct Prices<'a> {
    fields: &'a [String],
    estimate: Estimate,
    distribution: Distribution,
}

/// The names of the fields of a template.
#[inline(never)]
pub(super) fn fields(asked: &Asked<'_>) -> Result<String, Failure> {
    Ok(to_json(Template::parse(asked.text)?.fields()))
}

/// What a template costs: at least and at most by what is known of its fields, and in each row.
/// The numbers are how many rows there are; the shortest length, the longest, and whether it is GSM-7 alone for
/// each field; the length of each value. The words are the values, those of the first row in the order of the
/// fields, then those of the second.
#[inline(never)]
pub(super) fn prices(asked: &Asked<'_>) -> Result<String, Failure> {
    let segmenter = asked.segmenter()?;
    let template = Template::parse(asked.text)?;
    let (rows, numbers) = asked.numbers.split_first().unwrap_or((&0, &[]));
    let (known, lengths) = numbers.split_at(numbers.len().min(3 * template.fields().len()));
    let fields = known_fields(&template, known);
    let estimate = template.estimate(&segmenter, &fields)?;
    let values: Vec<&str> = strings(asked.words, lengths).collect();
    Ok(to_json(&Prices {
        fields: template.fields(),
        estimate,
        distribution: distribution(&template, &segmenter, *rows as usize, &values)?,
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
    values: &[&str],
) -> Result<Distribution, Failure> {
    let fields = template.fields();
    let mut distribution = Distribution::new();
    for row in 0..rows {
        let values = &values[(row * fields.len()).min(values.len())..];
        let place = |name: &str| fields.iter().position(|field| field == name);
        let text = template.fill(|name| values.get(place(name)?).copied())?;
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
