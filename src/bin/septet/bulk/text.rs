//! Which text of a row is counted.

use std::borrow::Cow;

use septet::Template;

use crate::outcome::Failure;

use super::head::Head;
use super::records::Body;

/// The columns that hold the text where none is named, the likeliest first.
const USUAL: [&str; 3] = ["text", "message", "body"];

/// Where the text is.
pub(super) enum TextOf {
    /// In this column, or under this one of the wanted keys.
    Place(usize),
    /// In a template, with the column of each of its fields.
    Template(Template, Vec<usize>),
}

impl TextOf {
    /// By the options, and the keys that are wanted of a JSON object for it.
    pub(super) fn find(
        column: Option<&str>,
        template: Option<&str>,
        head: &Head,
    ) -> Result<(Self, Vec<String>), Failure> {
        let Some(template) = template else {
            return match (head, column) {
                (Head::Keys(keys), column) => {
                    let key = match column {
                        Some(key) => key.to_owned(),
                        None => keys[usual(keys).ok_or_else(|| unknown(head))?].clone(),
                    };
                    Ok((TextOf::Place(0), vec![key]))
                }
                (Head::Columns(names), Some(column)) => {
                    let place = place(names, column).ok_or_else(|| missing(head, column))?;
                    Ok((TextOf::Place(place), Vec::new()))
                }
                (Head::Columns(names), None) => {
                    let place = usual(names).ok_or_else(|| unknown(head))?;
                    Ok((TextOf::Place(place), Vec::new()))
                }
                (Head::Text, None) => Ok((TextOf::Place(0), Vec::new())),
                (Head::Text, Some(_)) => {
                    Err(Failure::usage("lines have no columns: leave out --column"))
                }
            };
        };
        let template = Template::parse(template)?;
        let fields = template.fields().to_vec();
        let places: Result<Vec<usize>, Failure> = match head {
            Head::Columns(names) => fields
                .iter()
                .map(|field| place(names, field).ok_or_else(|| missing(head, field)))
                .collect(),
            Head::Keys(_) => Ok((0..fields.len()).collect()),
            Head::Text if fields.iter().any(|field| field != "text") => Err(Failure::usage(
                "lines have no columns: the only field of a template can be {{text}}",
            )),
            Head::Text => Ok(vec![0; fields.len()]),
        };
        Ok((TextOf::Template(template, places?), fields))
    }

    /// The text of a row, or why there is none.
    pub(super) fn of<'a>(&self, body: &Body<'a>) -> Result<Cow<'a, str>, String> {
        let (template, places) = match self {
            TextOf::Place(place) => return body.value(*place),
            TextOf::Template(template, places) => (template, places),
        };
        let values: Result<Vec<Cow<str>>, String> =
            places.iter().map(|place| body.value(*place)).collect();
        let (values, fields) = (values?, template.fields());
        let value = |name: &str| {
            let place = fields.iter().position(|field| field == name)?;
            values.get(place).map(AsRef::as_ref)
        };
        let filled = template.fill(value).map_err(|error| error.to_string())?;
        Ok(Cow::Owned(filled))
    }
}

/// A column by its name, or by its number, counted from 1.
fn place(names: &[String], column: &str) -> Option<usize> {
    let by_name = names.iter().position(|name| name == column);
    by_name.or_else(|| {
        let number: usize = column.parse().ok()?;
        number.checked_sub(1).filter(|place| *place < names.len())
    })
}

/// The column that holds the text where none is named.
fn usual(names: &[String]) -> Option<usize> {
    if names.len() == 1 {
        return Some(0);
    }
    USUAL.iter().find_map(|usual| {
        names
            .iter()
            .position(|name| name.eq_ignore_ascii_case(usual))
    })
}

fn missing(head: &Head, column: &str) -> Failure {
    Failure::Input(format!("there is no column {column}; {}", listed(head)))
}

fn unknown(head: &Head) -> Failure {
    Failure::Input(format!(
        "say which column holds the text with --column; {}",
        listed(head)
    ))
}

fn listed(head: &Head) -> String {
    match head {
        Head::Keys(names) if names.is_empty() => "the first line is no JSON object".to_owned(),
        Head::Keys(names) => format!("the keys of the first object are {}", names.join(", ")),
        _ => format!("the columns are {}", head.names().join(", ")),
    }
}
