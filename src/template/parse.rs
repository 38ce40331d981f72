//! Reading a template, and filling it in.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::protected::split_once;
use crate::text::names;
use crate::text::utf16_len;

/// A text with fields: `{{name}}`, where white space inside of the braces does not count. Single braces are text.
///
/// ```
/// use septet::Template;
///
/// let template = Template::parse("Hi {{ name }}, your code is {{code}}.")?;
/// assert_eq!(template.fields(), ["name", "code"]);
/// let text = template.fill(|field| Some(if field == "name" { "Zoë" } else { "1234" }))?;
/// assert_eq!(text, "Hi Zoë, your code is 1234.");
/// # Ok::<(), septet::TemplateError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "merge fields")]
#[doc(alias = "placeholders")]
pub struct Template {
    pub(super) pieces: Vec<Piece>,
    fields: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    /// A place in `fields`.
    Field(usize),
}

/// What is wrong with a template or its values.
///
/// ```
/// use septet::{Template, TemplateError};
///
/// let error = Template::parse("Hi {{name").unwrap_err();
/// assert_eq!(error, TemplateError::Unclosed { index: 3, utf16_index: 3 });
/// let error = Template::parse("Hi {{name}}")?.fill(|_| None::<&str>).unwrap_err();
/// assert_eq!(error, TemplateError::MissingValue { field: "name".into() });
/// # Ok::<(), TemplateError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TemplateError {
    /// A `{{` that no `}}` follows.
    Unclosed {
        /// Where it is, in bytes of UTF-8.
        index: usize,
        /// Where it is, in 16-bit units of UTF-16.
        utf16_index: usize,
    },
    /// A field without a name, or with a brace in its name.
    BadName {
        /// Where its `{{` is, in bytes of UTF-8.
        index: usize,
        /// Where its `{{` is, in 16-bit units of UTF-16.
        utf16_index: usize,
    },
    /// A field that has no value.
    MissingValue {
        /// The name of the field.
        field: String,
    },
}

impl fmt::Display for TemplateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TemplateError::Unclosed { index, .. } => write!(
                formatter,
                "the field that opens at byte {index} is not closed with }}}}"
            ),
            TemplateError::BadName { index, .. } => {
                write!(
                    formatter,
                    "the field that opens at byte {index} needs a name without braces"
                )
            }
            TemplateError::MissingValue { field } => {
                write!(formatter, "no value for the field \"{field}\"")
            }
        }
    }
}

impl core::error::Error for TemplateError {}

impl Template {
    /// Reads a template, in time linear in its length.
    ///
    /// # Errors
    ///
    /// [`TemplateError::Unclosed`] and [`TemplateError::BadName`].
    pub fn parse(text: &str) -> Result<Self, TemplateError> {
        let mut template = Template {
            pieces: Vec::new(),
            fields: Vec::new(),
        };
        let mut names = Vec::new();
        let (mut rest, mut index) = (text, 0);
        while let Some((before, after)) = split_once(rest, *b"{{") {
            let open = index + before.len();
            let utf16_index = || utf16_len(text.get(..open).unwrap_or(""));
            let Some((name, behind)) = split_once(after, *b"}}") else {
                return Err(TemplateError::Unclosed {
                    index: open,
                    utf16_index: utf16_index(),
                });
            };
            let name = name.trim();
            if name.is_empty() || name.contains(['{', '}']) {
                return Err(TemplateError::BadName {
                    index: open,
                    utf16_index: utf16_index(),
                });
            }
            template.push_text(before);
            template.pieces.push(Piece::Field(names.len()));
            names.push(name);
            index = text.len() - behind.len();
            rest = behind;
        }
        template.push_text(rest);
        template.name_fields(&names);
        Ok(template)
    }

    /// The names of the fields, each once, in the order of their first places.
    #[must_use]
    pub fn fields(&self) -> &[String] {
        &self.fields
    }

    /// The text with the value of each field in its place.
    ///
    /// # Errors
    ///
    /// [`TemplateError::MissingValue`] where `value` gives `None`.
    pub fn fill<'v>(
        &self,
        mut value: impl FnMut(&str) -> Option<&'v str>,
    ) -> Result<String, TemplateError> {
        let mut values = Vec::with_capacity(self.fields.len());
        for field in &self.fields {
            let missing = || TemplateError::MissingValue {
                field: field.clone(),
            };
            values.push(value(field).ok_or_else(missing)?);
        }
        Ok(self
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.as_str(),
                Piece::Field(field) => values[*field],
            })
            .collect())
    }

    fn push_text(&mut self, text: &str) {
        if !text.is_empty() {
            self.pieces.push(Piece::Text(text.into()));
        }
    }

    /// Puts fields of one name in one place, knowing the name of each.
    fn name_fields(&mut self, names: &[&str]) {
        let (distinct, places) = names::distinct(names);
        self.fields = distinct.into_iter().map(String::from).collect();
        for piece in &mut self.pieces {
            if let Piece::Field(field) = piece {
                *field = places[*field];
            }
        }
    }
}
