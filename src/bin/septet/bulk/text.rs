//! The text of a row that is counted.

use std::borrow::Cow;

use septet::{FieldSyntax, Template};

use crate::merge_fields;
use crate::outcome::Failure;
use crate::source::USUAL;

use super::head::Head;
use super::json::Key;
use super::records::Body;

/// The source of a text.
pub(super) enum TextOf {
    /// In this column, or under this one of the wanted keys.
    Column(usize),
    /// In a template, with the columns of its fields in their order.
    Template(Template, Vec<FieldColumn>),
}

/// The column of a field of a template.
#[derive(Clone, Copy)]
pub(super) struct FieldColumn {
    place: usize,
    /// The field has a default for rows without a value.
    is_optional: bool,
}

/// The columns of a file, and the keys that are looked for in its JSON objects.
pub(super) struct Columns<'h> {
    head: &'h Head,
    keys: Vec<String>,
}

impl<'h> Columns<'h> {
    pub(super) const fn new(head: &'h Head) -> Self {
        Columns {
            head,
            keys: Vec::new(),
        }
    }

    /// The keys that were asked for.
    pub(super) fn into_keys(self) -> Vec<Key> {
        self.keys.into_iter().map(Key::new).collect()
    }

    /// The sources of texts: these columns, a template, or the only or usual column.
    pub(super) fn texts(
        &mut self,
        columns: &[String],
        template: Option<(&str, Option<FieldSyntax>)>,
    ) -> Result<Vec<TextOf>, Failure> {
        if let Some((template, syntax)) = template {
            return Ok(vec![self.template(template, syntax)?]);
        }
        if columns.is_empty() {
            return Ok(vec![TextOf::Column(self.usual_text()?)]);
        }
        let mut places = Vec::new();
        for column in columns {
            let place = self.place(column)?;
            if places.contains(&place) {
                return Err(Failure::usage(format!(
                    "--column names the column {column} twice: its texts would be counted twice"
                )));
            }
            places.push(place);
        }
        Ok(places.into_iter().map(TextOf::Column).collect())
    }

    /// The place of a column, or of a key among those that are looked for.
    pub(super) fn place(&mut self, name: &str) -> Result<usize, Failure> {
        match self.head {
            Head::Columns(names) => place(names, name)?.ok_or_else(|| missing(self.head, name)),
            Head::Keys { .. } => Ok(self.key(name)),
            Head::Text => Err(Failure::usage(format!(
                "the input has texts and no columns, and none that is called {name}"
            ))),
        }
    }

    /// The place of the column that the price depends on: the named one, or a usual one.
    pub(super) fn priced_by(
        &mut self,
        name: Option<&str>,
        usual: &[&str],
    ) -> Result<usize, Failure> {
        if let Some(name) = name {
            return self.place(name);
        }
        let names = self.head.names();
        let is_usual = |name: &&String| usual.iter().any(|usual| name.eq_ignore_ascii_case(usual));
        let found: Vec<&str> = names.iter().filter(is_usual).map(String::as_str).collect();
        if let [_, .., last] = found.as_slice() {
            let first = found[..found.len() - 1].join(", ");
            return Err(Failure::Input(format!(
                "the price may depend on {first} or {last}: say which with --price-by"
            )));
        }
        match usual_of(names, usual)? {
            Some(place) => self.place(&names[place].clone()),
            None => Err(Failure::Input(format!(
                "say with --price-by which column the price depends on; {}",
                listed(self.head)
            ))),
        }
    }

    fn key(&mut self, name: &str) -> usize {
        let known = self.keys.iter().position(|key| key == name);
        known.unwrap_or_else(|| {
            self.keys.push(name.to_owned());
            self.keys.len() - 1
        })
    }

    fn usual_text(&mut self) -> Result<usize, Failure> {
        match self.head {
            Head::Text => Ok(0),
            Head::Columns(names) => usual(names)?.ok_or_else(|| unknown(self.head)),
            Head::Keys { names: keys, .. } => {
                let place = usual(keys)?.ok_or_else(|| unknown(self.head))?;
                Ok(self.key(&keys[place]))
            }
        }
    }

    fn template(&mut self, text: &str, syntax: Option<FieldSyntax>) -> Result<TextOf, Failure> {
        let names: Vec<&str> = match self.head {
            Head::Text => vec!["text"],
            _ => self.head.names().iter().map(String::as_str).collect(),
        };
        let template = merge_fields::parse(text, syntax, &names)?;
        let fields = template.fields().to_vec();
        let places: Result<Vec<usize>, Failure> = match self.head {
            Head::Text if fields.iter().any(|field| field != "text") => Err(Failure::usage(
                "the input has texts and no columns: the only field of a template can be {{text}}",
            )),
            Head::Text => Ok(vec![0; fields.len()]),
            _ => fields.iter().map(|field| self.place(field)).collect(),
        };
        let columns = places?
            .into_iter()
            .zip(&fields)
            .map(|(place, field)| FieldColumn {
                place,
                is_optional: template.is_optional(field),
            });
        let columns = columns.collect();
        Ok(TextOf::Template(template, columns))
    }
}

impl TextOf {
    /// The places of fields that have a default.
    pub(super) fn optional(&self) -> impl Iterator<Item = usize> {
        let columns = match self {
            TextOf::Column(_) => &[],
            TextOf::Template(_, columns) => columns.as_slice(),
        };
        let optional = columns.iter().filter(|column| column.is_optional);
        optional.map(|column| column.place)
    }

    /// The text of a row, or why there is none.
    pub(super) fn of<'a>(&self, body: &Body<'a>) -> Result<Cow<'a, str>, String> {
        let (template, columns) = match self {
            TextOf::Column(place) => return body.text(*place),
            TextOf::Template(template, columns) => (template, columns),
        };
        let value = |column: &FieldColumn| {
            let has_value = !column.is_optional || !body.lacks(column.place);
            has_value.then(|| body.text(column.place)).transpose()
        };
        let values: Result<Vec<Option<Cow<str>>>, String> = columns.iter().map(value).collect();
        let (values, fields) = (values?, template.fields());
        let value = |name: &str| {
            let place = fields.iter().position(|field| field == name)?;
            values.get(place)?.as_deref()
        };
        let filled = template.fill(value).map_err(|error| error.to_string())?;
        Ok(Cow::Owned(filled))
    }
}

/// A column by its name, or by its number, counted from 1; a failure if several have the name.
fn place(names: &[String], column: &str) -> Result<Option<usize>, Failure> {
    if let Some(place) = only(names, |name| name == column)? {
        return Ok(Some(place));
    }
    let number: Option<usize> = column.parse().ok();
    let place = number.and_then(|number| number.checked_sub(1));
    Ok(place.filter(|place| *place < names.len()))
}

/// The column that holds the text where none is named.
fn usual(names: &[String]) -> Result<Option<usize>, Failure> {
    if names.len() == 1 {
        return Ok(Some(0));
    }
    usual_of(names, &USUAL)
}

/// The first of these names that a column has.
fn usual_of(names: &[String], usual: &[&str]) -> Result<Option<usize>, Failure> {
    for usual in usual {
        if let Some(place) = only(names, |name| name.eq_ignore_ascii_case(usual))? {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

/// The only column of this name; a failure if there are several.
fn only(names: &[String], is_wanted: impl Fn(&str) -> bool) -> Result<Option<usize>, Failure> {
    let found = names.iter().enumerate().filter(|(_, name)| is_wanted(name));
    let found: Vec<(usize, &String)> = found.collect();
    let [(first, name), others @ ..] = found.as_slice() else {
        return Ok(None);
    };
    let Some(((last, _), between)) = others.split_last() else {
        return Ok(Some(*first));
    };
    let listed: Vec<String> = std::iter::once(first)
        .chain(between.iter().map(|(place, _)| place))
        .map(|place| (place + 1).to_string())
        .collect();
    Err(Failure::Input(format!(
        "there are {} columns {name}, the columns {} and {}: say which by its number, such as --column {}",
        found.len(),
        listed.join(", "),
        last + 1,
        first + 1
    )))
}

pub(super) fn missing(head: &Head, column: &str) -> Failure {
    let (what, listed) = (
        if matches!(head, Head::Keys { .. }) {
            "no object has a key"
        } else {
            "there is no column"
        },
        listed(head),
    );
    Failure::Input(format!("{what} {column}; {listed}"))
}

fn unknown(head: &Head) -> Failure {
    if let Head::Keys {
        fault: Some(fault), ..
    } = head
    {
        return Failure::Input(fault.clone());
    }
    Failure::Input(format!(
        "say which column holds the text with --column; {}",
        listed(head)
    ))
}

fn listed(head: &Head) -> String {
    match head {
        Head::Keys { names, .. } if names.is_empty() => {
            "the first row is not a JSON object with keys; --format lines reads a text on each line"
                .to_owned()
        }
        Head::Keys { names, .. } => {
            format!("the keys of the first object are {}", names.join(", "))
        }
        _ => format!("the columns are {}", head.names().join(", ")),
    }
}
