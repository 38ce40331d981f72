//! Templates: what messages with merge fields cost.

use std::collections::BTreeSet;

use septet::{Distribution, Estimate, FieldEstimate, FieldSyntax, Template, TemplateError};
use serde::Serialize;
use serde_json::Value;

use crate::answer::Answer;
use crate::arguments::{Argument, Arguments, Object, wrong};
use crate::failure::Failure;
use crate::memory::reserve;
use crate::options::{CountOptions, Sent, field_syntax};

/// Characters that a value of a field may have at most, so that estimates stay texts.
const LONGEST_VALUE: i64 = 100_000;

/// Octets of memory for each octet of a template and of the longest values.
const MEMORY: usize = 192;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Prices<'a> {
    fields: &'a [String],
    estimate: Estimate,
    distribution: Option<Distribution>,
    has_branches: bool,
    other_syntax: Option<&'static str>,
}

pub(super) fn template(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let text = arguments.at(0).text()?;
    let argument = arguments.at(1);
    let options = argument.object()?;
    let further = ["fields", "rows", "fieldSyntax"];
    let sent = CountOptions::read(&options, Sent::Framed, &further)?;
    let text = &*sent.framed(text);
    let (segmenter, encoder) = (sent.segmenter, sent.encoder());
    reserve(text.len().saturating_mul(MEMORY))?;
    let syntax = if let Some(syntax) = field_syntax(&options)? {
        syntax
    } else {
        let columns = columns(&options);
        let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
        FieldSyntax::detect(text, &columns).unwrap_or_default()
    };
    let template = Template::parse_as(text, syntax)?;
    let fields = match options.get("fields").given() {
        Some(value) => known_fields(&value.object()?, template.fields())?,
        None => Vec::new(),
    };
    let estimate = match &encoder {
        Some(encoder) => template.estimate_encoded(encoder, &fields)?,
        None => template.estimate(&segmenter, &fields)?,
    };
    let distribution = match options.get("rows").given() {
        Some(rows) => {
            let mut distribution = Distribution::new();
            for row in rows.list("an array of objects")? {
                let text = filled(&template, &row)?;
                distribution.push(match &encoder {
                    Some(encoder) => encoder.encode(&text).after(),
                    None => segmenter.count(&text)?,
                });
            }
            Some(distribution)
        }
        None => None,
    };
    answer.write(&Prices {
        fields: template.fields(),
        estimate,
        distribution,
        has_branches: template.has_branches(),
        other_syntax: template.other_syntax().map(FieldSyntax::name),
    })
}

/// The names that the first row and the described fields have, by which the syntax of a template is recognised.
fn columns(options: &Object<'_>) -> Vec<String> {
    let (rows, fields) = (options.get("rows"), options.get("fields"));
    let first = rows.value().and_then(|rows| rows.get(0));
    let objects = [first, fields.value()].into_iter().flatten();
    let members = objects.filter_map(Value::as_object);
    members
        .flat_map(|members| members.keys().cloned())
        .collect()
}

fn known_fields(known: &Object<'_>, names: &[String]) -> Result<Vec<FieldEstimate>, Failure> {
    let all: BTreeSet<&str> = names.iter().map(String::as_str).collect();
    let mut fields = Vec::new();
    let mut longest_values: usize = 0;
    for (name, value) in known.members() {
        if !all.contains(name) {
            let message = format!("there is no field called {name}: {}", names.join(", "));
            return Err(Failure::invalid(message));
        }
        let field = value.object()?;
        field.only(
            &format!("property of field {name}"),
            &["shortest", "longest", "gsm7Only"],
        )?;
        let length = |property, default| match field.get(property).given() {
            Some(value) => value.whole(0, LONGEST_VALUE),
            None => Ok(default),
        };
        let (shortest, longest) = (length("shortest", 0)?, length("longest", 40)?);
        let [shortest, longest] =
            [shortest, longest].map(|length| usize::try_from(length).unwrap_or(0));
        longest_values = longest_values.saturating_add(longest);
        let described = FieldEstimate::new(name, shortest, longest);
        fields.push(match field.get("gsm7Only").given() {
            Some(value) if value.flag()? => described.with_gsm7_only(),
            _ => described,
        });
    }
    reserve(longest_values.saturating_mul(MEMORY))?;
    Ok(fields)
}

/// A template with the values of a row.
fn filled(template: &Template, row: &Argument<'_>) -> Result<String, Failure> {
    let values = row.object()?;
    let mut octets: usize = 0;
    for name in template.fields() {
        let value = values.get(name);
        if value.known().is_none() && template.is_optional(name) {
            continue;
        }
        let Some(text) = value.as_text() else {
            let what = format!("{}[{}]", row.path(), Value::from(name.as_str()));
            return Err(wrong(&what, "a string", value.value()));
        };
        octets = octets.saturating_add(text.len());
    }
    reserve(octets.saturating_mul(MEMORY))?;
    let optional = |name: &str| template.is_optional(name).then_some("");
    Ok(template.fill(|name| values.as_text(name).or_else(|| optional(name)))?)
}

impl From<TemplateError> for Failure {
    fn from(error: TemplateError) -> Self {
        let (message, index) = match &error {
            TemplateError::Unclosed { utf16_index, .. } => (
                format!("the field that opens at index {utf16_index} is not closed with }}}}"),
                utf16_index,
            ),
            TemplateError::BadName { utf16_index, .. } => (
                format!("the field that opens at index {utf16_index} needs a name without braces"),
                utf16_index,
            ),
            TemplateError::MissingValue { field } => {
                return Failure::new(
                    "missing-value",
                    format!("no value for the field \"{field}\""),
                );
            }
            TemplateError::Unencodable(error) => return (*error).into(),
            _ => return Failure::new("malformed-template", error.to_string()),
        };
        Failure::new("malformed-template", message).at(*index)
    }
}
