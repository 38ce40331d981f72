//! Reading a template, and filling it in.

use alloc::string::String;
use alloc::vec::Vec;

use super::TemplateError;
use super::branches::{Branches, Part, Pieces, Runs};
use crate::protected::{FieldSyntax, field_at, field_name, fields};
use crate::text::letters::is_letter;
use crate::text::names;
use crate::text::utf16_len;

/// A text with fields: `{{name}}`, where white space inside of the braces does not count, or another [`FieldSyntax`].
/// Single braces are text.
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
///
/// # Example: a default
///
/// A row without a value, or with an empty one, gets the default. Other filters are not applied.
///
/// ```
/// use septet::Template;
///
/// let template = Template::parse("Hi {{ first_name | default: \"there\" }}!")?;
/// assert_eq!(template.fields(), ["first_name"]);
/// assert_eq!(template.fill(|_| Some("Ann"))?, "Hi Ann!");
/// assert_eq!(template.fill(|_| None)?, "Hi there!");
/// # Ok::<(), septet::TemplateError>(())
/// ```
///
/// # Example: branches
///
/// Conditions are not evaluated: the longest branch stands for them all, also in a text that is filled in.
///
/// ```
/// use septet::Template;
///
/// let template = Template::parse("{% if vip %}Dear {{name}}{% else %}Hi{% endif %}!")?;
/// assert!(template.has_branches());
/// assert_eq!(template.fill(|_| Some("Ann"))?, "Dear Ann!");
/// # Ok::<(), septet::TemplateError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "merge fields")]
#[doc(alias = "placeholders")]
pub struct Template {
    pub(super) pieces: Pieces,
    pub(super) longest: Runs,
    pub(super) shortest: Runs,
    fields: Vec<String>,
    has_branches: bool,
    other_syntax: Option<FieldSyntax>,
}

impl Template {
    /// Reads a template with fields in double braces, in time linear in its length.
    ///
    /// # Errors
    ///
    /// [`TemplateError::Unclosed`], [`TemplateError::BadName`] and [`TemplateError::UnclosedBlock`].
    ///
    /// ```
    /// use septet::Template;
    ///
    /// let template = Template::parse("Hi {{name}}, your code is {{code}}.")?;
    /// assert_eq!(template.fields(), ["name", "code"]);
    /// assert_eq!(Template::parse("Hi {{name").unwrap_err().to_string(), "the field that opens at byte 3 is not closed with }}");
    /// # Ok::<(), septet::TemplateError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, TemplateError> {
        Template::parse_as(text, FieldSyntax::DoubleBraces)
    }

    /// Reads a template with fields in this syntax, in time linear in its length. Tags `{% … %}` are read in each.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse); in another syntax than double braces, what is not a field is text.
    ///
    /// ```
    /// use septet::{FieldSyntax, Template};
    ///
    /// let template = Template::parse_as("Hi *|FIRST NAME|*", FieldSyntax::StarPipe)?;
    /// assert_eq!(template.fill(|_| Some("Zoë"))?, "Hi Zoë");
    /// # Ok::<(), septet::TemplateError>(())
    /// ```
    pub fn parse_as(text: &str, syntax: FieldSyntax) -> Result<Self, TemplateError> {
        let mut reader = Reader {
            text,
            syntax,
            at: 0,
            branches: Branches::default(),
            names: Vec::new(),
        };
        reader.read()?;
        let (distinct, places) = names::distinct(&reader.names);
        let mut branches = reader.branches;
        branches.pieces.renumber(&places);
        let other_syntax = if distinct.is_empty() {
            other_syntax(text, syntax)
        } else {
            None
        };
        Ok(Template {
            pieces: branches.pieces,
            longest: branches.longest,
            shortest: branches.shortest,
            fields: distinct.into_iter().map(String::from).collect(),
            has_branches: branches.has_blocks,
            other_syntax,
        })
    }

    /// The names of the fields, each once, in the order of their first places.
    #[must_use]
    pub fn fields(&self) -> &[String] {
        &self.fields
    }

    /// Says that a row may lack a value for this field, as each of its places has a default.
    ///
    /// ```
    /// let template = septet::Template::parse("Hi {{ name | default: \"there\" }}, {{day}}!")?;
    /// assert!(template.is_optional("name") && !template.is_optional("day"));
    /// # Ok::<(), septet::TemplateError>(())
    /// ```
    #[must_use]
    pub fn is_optional(&self, field: &str) -> bool {
        let place = self.fields.iter().position(|name| name == field);
        let mut parts = self.pieces.parts(&self.longest);
        !parts.any(|part| matches!(part, Part::Field(at, None) if Some(at) == place))
    }

    /// True if the template has conditions or loops, of which the longest branch counts.
    #[must_use]
    pub const fn has_branches(&self) -> bool {
        self.has_branches
    }

    /// Another syntax that the fields seem to be written in; `None` if the template has fields, or seems to have none.
    ///
    /// ```
    /// use septet::{FieldSyntax, Template};
    ///
    /// assert_eq!(Template::parse("Hi *|NAME|*")?.other_syntax(), Some(FieldSyntax::StarPipe));
    /// assert_eq!(Template::parse("10% off, 20% more")?.other_syntax(), None);
    /// # Ok::<(), septet::TemplateError>(())
    /// ```
    #[must_use]
    pub const fn other_syntax(&self) -> Option<FieldSyntax> {
        self.other_syntax
    }

    /// The text with the value of each field in its place.
    ///
    /// # Errors
    ///
    /// [`TemplateError::MissingValue`] where `value` gives `None` and the field has no default.
    ///
    /// ```
    /// use std::collections::HashMap;
    /// use septet::Template;
    ///
    /// let template = Template::parse("Hi {{name}}")?;
    /// let row = HashMap::from([("name", "Zoë")]);
    /// assert_eq!(template.fill(|field| row.get(field).copied())?, "Hi Zoë");
    /// assert!(template.fill(|_| None).is_err());
    /// # Ok::<(), septet::TemplateError>(())
    /// ```
    pub fn fill<'v>(
        &self,
        mut value: impl FnMut(&str) -> Option<&'v str>,
    ) -> Result<String, TemplateError> {
        let values: Vec<Option<&str>> = self.fields.iter().map(|field| value(field)).collect();
        let mut filled = String::new();
        for part in self.pieces.parts(&self.longest) {
            match part {
                Part::Text(text) => filled.push_str(text),
                Part::Field(field, default) => {
                    let given = values[field];
                    let or_default = given
                        .filter(|value| !value.is_empty())
                        .or(default)
                        .or(given);
                    filled.push_str(or_default.ok_or_else(|| TemplateError::MissingValue {
                        field: self.fields[field].clone(),
                    })?);
                }
            }
        }
        Ok(filled)
    }
}

/// A template that is being read.
struct Reader<'t> {
    text: &'t str,
    syntax: FieldSyntax,
    /// Up to where it is read.
    at: usize,
    branches: Branches,
    /// The names of the fields in order, repeated ones too.
    names: Vec<&'t str>,
}

/// The effect of a field or a tag.
enum Tag<'t> {
    Field(&'t str),
    Open {
        is_comment: bool,
    },
    /// The next branch; whether it is the one for all other cases.
    Branch {
        is_last: bool,
    },
    Close,
    /// An assignment, a comment.
    Nothing,
}

impl<'t> Reader<'t> {
    fn read(&mut self) -> Result<(), TemplateError> {
        while let Some((open, content, end)) = self.next_code()? {
            self.push_text(open);
            self.at = end;
            match content {
                Tag::Field(content) => {
                    let field = Part::Field(self.names.len(), default_value(content));
                    self.branches.push(&field);
                    self.names.push(field_name(content));
                }
                Tag::Open { is_comment } if !self.branches.open(open, is_comment) => {
                    return Err(self.unclosed_block(open));
                }
                Tag::Branch { is_last } => self.branches.next_branch(is_last),
                Tag::Close => self.branches.close(),
                Tag::Open { .. } | Tag::Nothing => {}
            }
        }
        self.push_text(self.text.len());
        match self.branches.unclosed() {
            Some(index) => Err(self.unclosed_block(index)),
            None => Ok(()),
        }
    }

    /// The next field or tag: where it opens, what it is, and where it ends.
    fn next_code(&self) -> Result<Option<(usize, Tag<'t>, usize)>, TemplateError> {
        let in_braces = self.syntax == FieldSyntax::DoubleBraces;
        let Some(rest) = self.text.get(self.at..) else {
            return Ok(None);
        };
        if !in_braces {
            let found = fields(rest, Some(self.syntax))
                .find(|field| field.syntax.is_none_or(|own| own == self.syntax));
            return Ok(found.map(|found| {
                let content = rest.get(found.content.clone()).unwrap_or("");
                let tag = if found.syntax.is_none() {
                    liquid_tag(content)
                } else {
                    Tag::Field(content)
                };
                (self.at + found.range.start, tag, self.at + found.range.end)
            }));
        }
        let opens = |two: &[u8]| matches!(two, b"{{" | b"{%");
        let mut from = 0;
        let (open, found) = loop {
            let Some(at) = rest.as_bytes()[from..].windows(2).position(opens) else {
                return Ok(None);
            };
            let open = self.at + from + at;
            match field_at(self.text, open, Some(self.syntax)) {
                Some(found) => break (open, found),
                // A tag that is not closed is text.
                None if rest.as_bytes()[from + at + 1] == b'%' => from += at + 2,
                None => return Err(self.bad_field(open)),
            }
        };
        let content = self.text.get(found.content.clone()).unwrap_or("");
        let tag = match found.syntax {
            None => liquid_tag(content),
            Some(_) => self.mustache_tag(content),
        };
        if matches!(tag, Tag::Field(content) if field_name(content).is_empty() || field_name(content).contains(['{', '}']))
        {
            return Err(self.bad_field(open));
        }
        Ok(Some((open, tag, found.range.end)))
    }

    /// A field of double braces, which may be a tag of Handlebars or Mustache.
    fn mustache_tag(&self, content: &'t str) -> Tag<'t> {
        let inner = content.trim_matches('~').trim();
        let is_else = inner == "else" || inner == "^";
        match inner.as_bytes() {
            [b'#', ..] | [b'^', _, ..] => Tag::Open { is_comment: false },
            [b'/', ..] => Tag::Close,
            [b'!', ..] => Tag::Nothing,
            _ if self.branches.is_in_block() && (is_else || inner.starts_with("else ")) => {
                Tag::Branch { is_last: is_else }
            }
            _ => Tag::Field(content),
        }
    }

    fn push_text(&mut self, end: usize) {
        if let Some(text) = self.text.get(self.at..end).filter(|text| !text.is_empty()) {
            self.branches.push(&Part::Text(text));
        }
    }

    fn utf16_index(&self, index: usize) -> usize {
        utf16_len(self.text.get(..index).unwrap_or(""))
    }

    fn unclosed_block(&self, index: usize) -> TemplateError {
        TemplateError::UnclosedBlock {
            index,
            utf16_index: self.utf16_index(index),
        }
    }

    /// The error of the tag that opens here.
    fn bad_field(&self, index: usize) -> TemplateError {
        let utf16_index = self.utf16_index(index);
        let rest = self.text.get(index..).unwrap_or("");
        if rest.as_bytes().windows(2).any(|two| two == b"}}") {
            TemplateError::BadName { index, utf16_index }
        } else {
            TemplateError::Unclosed { index, utf16_index }
        }
    }
}

/// A tag of Liquid, Jinja or Twig.
fn liquid_tag(content: &str) -> Tag<'static> {
    let inner = content.trim_matches(['-', '+']).trim();
    match inner.split_whitespace().next().unwrap_or("") {
        "if" | "unless" | "for" | "case" | "ifchanged" | "tablerow" => {
            Tag::Open { is_comment: false }
        }
        "comment" => Tag::Open { is_comment: true },
        "else" => Tag::Branch { is_last: true },
        "elsif" | "elseif" | "elif" | "when" => Tag::Branch { is_last: false },
        word if word.starts_with("end") && !matches!(word, "endraw" | "endcapture" | "endset") => {
            Tag::Close
        }
        _ => Tag::Nothing,
    }
}

/// The text in quotation marks after a filter `default:` or `default(`.
fn default_value(content: &str) -> Option<&str> {
    content.split('|').skip(1).find_map(|filter| {
        let value = filter
            .trim()
            .strip_prefix("default")?
            .trim_start_matches([':', '(', ' ']);
        let mark = value
            .chars()
            .next()
            .filter(|mark| matches!(mark, '"' | '\''))?;
        let (value, _) = value.get(1..)?.split_once(mark)?;
        Some(value)
    })
}

/// The syntax, but for the active one, that a text has the most fields in.
fn other_syntax(text: &str, active: FieldSyntax) -> Option<FieldSyntax> {
    let named = |content: &str| content.starts_with(is_letter) && !content.contains(' ');
    let mut best = (None, 0);
    for syntax in FieldSyntax::ALL
        .into_iter()
        .filter(|syntax| *syntax != active)
    {
        let is_field = |content: &str| syntax.is_in_any_text() || named(content);
        let found = fields(text, Some(syntax)).filter(|field| field.syntax == Some(syntax));
        let count = found
            .filter(|field| is_field(text.get(field.content.clone()).unwrap_or("")))
            .count();
        if count > best.1 {
            best = (Some(syntax), count);
        }
    }
    best.0
}
