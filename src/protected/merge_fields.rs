//! Merge fields: stretches of a template that a sender fills in later, and that are code until then.
//!
//! * F1. `{{x}}` (with `{{{x}}}` and `{{${x}}}`), `%%x%%`, `[[x]]`, `*|x|*`, `<%x%>`, `<<x>>`, `{!x}`, `${x}` and the tags
//!   `{% … %}` are fields in any text.
//! * F2. `{x}`, `[x]`, `%x%` and `((x))` are fields only in a text whose syntax was chosen: `10% off, 20% more` has none.
//! * F3. A field does not reach over the opening of another, so all of them are found in linear time.

use core::ops::Range;

use crate::named::named;
use crate::text::find_octet;
use crate::text::letters::is_letter_or_digit;

/// The syntax of a merge field.
///
/// ```
/// use septet::FieldSyntax;
///
/// assert_eq!(FieldSyntax::from_name("star-pipe"), Some(FieldSyntax::StarPipe));
/// assert_eq!(FieldSyntax::from_name("*|x|*"), Some(FieldSyntax::StarPipe));
/// assert_eq!(FieldSyntax::StarPipe.example(), "*|x|*");
/// assert_eq!("braces".parse(), Ok(FieldSyntax::Braces));
/// assert_eq!(FieldSyntax::ALL.len(), 12);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FieldSyntax {
    /// `{{x}}`, as Liquid, Handlebars, Mustache and Jinja have it; also `{{{x}}}` and Braze's `{{${x}}}`.
    #[default]
    DoubleBraces,
    /// `%%x%%`.
    DoublePercent,
    /// `[[x]]`.
    DoubleBrackets,
    /// `*|x|*`, as Mailchimp has it.
    StarPipe,
    /// `<%x%>`, with or without `=`.
    AnglePercent,
    /// `<<x>>`.
    DoubleAngles,
    /// `{!x}`, as Salesforce has it.
    ExclamationBraces,
    /// `${x}`.
    DollarBraces,
    /// `{x}`, only where it is chosen.
    Braces,
    /// `[x]`, only where it is chosen.
    Brackets,
    /// `%x%`, only where it is chosen.
    Percent,
    /// `((x))`, only where it is chosen.
    DoubleParentheses,
}

/// The delimiters of each syntax in the order of [`FieldSyntax::ALL`].
const DELIMITERS: [(&str, &str); 12] = [
    ("{{", "}}"),
    ("%%", "%%"),
    ("[[", "]]"),
    ("*|", "|*"),
    ("<%", "%>"),
    ("<<", ">>"),
    ("{!", "}"),
    ("${", "}"),
    ("{", "}"),
    ("[", "]"),
    ("%", "%"),
    ("((", "))"),
];

const NAMES: [&str; 12] = [
    "double-braces",
    "double-percent",
    "double-brackets",
    "star-pipe",
    "angle-percent",
    "double-angles",
    "exclamation-braces",
    "dollar-braces",
    "braces",
    "brackets",
    "percent",
    "double-parentheses",
];

const EXAMPLES: [&str; 12] = [
    "{{x}}", "%%x%%", "[[x]]", "*|x|*", "<%x%>", "<<x>>", "{!x}", "${x}", "{x}", "[x]", "%x%",
    "((x))",
];

/// Syntaxes that are fields in any text (F1): the first ones of [`FieldSyntax::ALL`].
const IN_ANY_TEXT: usize = 8;

impl FieldSyntax {
    /// Every syntax, those that are fields in any text first.
    pub const ALL: [FieldSyntax; 12] = [
        FieldSyntax::DoubleBraces,
        FieldSyntax::DoublePercent,
        FieldSyntax::DoubleBrackets,
        FieldSyntax::StarPipe,
        FieldSyntax::AnglePercent,
        FieldSyntax::DoubleAngles,
        FieldSyntax::ExclamationBraces,
        FieldSyntax::DollarBraces,
        FieldSyntax::Braces,
        FieldSyntax::Brackets,
        FieldSyntax::Percent,
        FieldSyntax::DoubleParentheses,
    ];

    /// The name used by the npm package and the command line, such as `star-pipe`.
    ///
    /// ```
    /// assert_eq!(septet::FieldSyntax::StarPipe.name(), "star-pipe");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        NAMES[self as usize]
    }

    /// A field `x` in this syntax, such as `*|x|*`.
    #[must_use]
    pub const fn example(self) -> &'static str {
        EXAMPLES[self as usize]
    }

    /// The syntax of that name, or the one that a field `x` is written in.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        FieldSyntax::ALL
            .into_iter()
            .find(|syntax| syntax.name() == name || syntax.example() == name)
    }

    /// True if it is a field in any text (F1).
    pub(crate) const fn is_in_any_text(self) -> bool {
        (self as usize) < IN_ANY_TEXT
    }

    /// The syntax in which a text has the most different fields of these names; `None` if it has none of them.
    ///
    /// ```
    /// use septet::FieldSyntax;
    ///
    /// let text = "Hi {first}, 10% off until {day} [T&C]";
    /// assert_eq!(FieldSyntax::detect(text, &["first", "day"]), Some(FieldSyntax::Braces));
    /// assert_eq!(FieldSyntax::detect(text, &["code"]), None);
    /// ```
    #[must_use]
    pub fn detect(text: &str, names: &[&str]) -> Option<Self> {
        let fields_in = |syntax: FieldSyntax| {
            let has = |name: &&&str| {
                fields(text, Some(syntax))
                    .any(|field| field.syntax == Some(syntax) && field.name(text) == **name)
            };
            names.iter().filter(has).count()
        };
        let mut best = (None, 0);
        for syntax in FieldSyntax::ALL {
            let count = fields_in(syntax);
            if count > best.1 {
                best = (Some(syntax), count);
            }
        }
        best.0
    }
}

named! {
    FieldSyntax name "a syntax of merge fields" [
        DoubleBraces, DoublePercent, DoubleBrackets, StarPipe, AnglePercent, DoubleAngles, ExclamationBraces, DollarBraces,
        Braces, Brackets, Percent, DoubleParentheses,
    ]
}

/// A field or a tag in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundField {
    pub(crate) range: Range<usize>,
    /// Between its delimiters, with filters and white space.
    pub(crate) content: Range<usize>,
    /// `None` for a tag `{% … %}`.
    pub(crate) syntax: Option<FieldSyntax>,
}

impl FoundField {
    /// The name, without filters and sigils.
    pub(crate) fn name<'t>(&self, text: &'t str) -> &'t str {
        field_name(text.get(self.content.clone()).unwrap_or(""))
    }
}

/// The name in the content of a field: without filters, Braze's `${…}` and what marks a field as raw.
pub(crate) fn field_name(content: &str) -> &str {
    let name = content.split('|').next().unwrap_or(content);
    let name = name
        .trim()
        .trim_start_matches(['=', '&', '~', '-'])
        .trim_end_matches(['~', '-'])
        .trim();
    let inner = name
        .strip_prefix("${")
        .and_then(|name| name.strip_suffix('}'));
    inner.unwrap_or(name).trim()
}

/// The fields of a text, in order and apart from each other, found in linear time; with a chosen syntax those too that
/// are fields only then (F2).
pub(crate) fn fields(text: &str, chosen: Option<FieldSyntax>) -> Fields<'_> {
    Fields {
        text,
        at: 0,
        chosen,
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Fields<'t> {
    text: &'t str,
    at: usize,
    chosen: Option<FieldSyntax>,
}

impl Iterator for Fields<'_> {
    type Item = FoundField;

    fn next(&mut self) -> Option<FoundField> {
        let opens = |byte: u8| matches!(byte, b'{' | b'%' | b'[' | b'*' | b'<' | b'$' | b'(');
        loop {
            let rest = self.text.as_bytes().get(self.at..)?;
            self.at += find_octet(rest, opens)?;
            if let Some(found) = field_at(self.text, self.at, self.chosen) {
                self.at = found.range.end;
                return Some(found);
            }
            self.at += 1;
        }
    }
}

/// The field or tag that begins here. A chosen syntax goes first, then the longest delimiter.
pub(crate) fn field_at(text: &str, at: usize, chosen: Option<FieldSyntax>) -> Option<FoundField> {
    let rest = text.get(at..)?;
    // Without a chosen syntax two characters open a field, and most of what looks like the first is none.
    let opening = rest.as_bytes().get(..2)?;
    let opens = matches!(
        opening,
        b"{{" | b"{%" | b"{!" | b"%%" | b"[[" | b"*|" | b"<%" | b"<<" | b"${"
    );
    if chosen.is_none() && !opens {
        return None;
    }
    let found = |open: &str, close: &str, syntax| {
        let length = content_length(rest.get(open.len()..)?, open, close)?;
        let content = at + open.len()..at + open.len() + length;
        Some(FoundField {
            range: at..content.end + close.len(),
            content,
            syntax,
        })
    };
    let in_syntax = |syntax: FieldSyntax| {
        let (open, close) = DELIMITERS[syntax as usize];
        if !rest.starts_with(open) {
            return None;
        }
        let whole = found(open, close, Some(syntax))?;
        let content = text.get(whole.content.clone()).unwrap_or("");
        is_content(content, syntax).then_some(whole)
    };
    if rest.starts_with("{{{") {
        return found("{{{", "}}}", Some(FieldSyntax::DoubleBraces));
    }
    if rest.starts_with("{%") {
        return found("{%", "%}", None);
    }
    let mut syntaxes = chosen
        .into_iter()
        .chain(FieldSyntax::ALL.into_iter().take(IN_ANY_TEXT));
    syntaxes.find_map(in_syntax)
}

/// The length of what stands between the delimiters, in bytes (F3).
fn content_length(rest: &str, open: &str, close: &str) -> Option<usize> {
    let opening = open.as_bytes()[0];
    let bytes = rest.as_bytes();
    let mut at = 0;
    if open == "{{" && rest.starts_with("${") {
        at = 2 + bytes
            .iter()
            .skip(2)
            .position(|byte| matches!(byte, b'{' | b'}'))?;
        at += usize::from(bytes[at] == b'}');
    }
    while at < bytes.len() {
        if bytes[at..].starts_with(close.as_bytes()) {
            let empty = rest.get(..at)?.trim().is_empty();
            return (!empty).then_some(at);
        }
        // A line break ends all but the syntaxes of template languages.
        let stops = bytes[at] == opening
            || bytes[at] == b'\n' && !matches!(open, "{{" | "{{{" | "{%" | "<%");
        if stops || open == "{{" && bytes[at] == b'}' {
            return None;
        }
        at += 1;
    }
    None
}

/// The longest name of a field in a syntax of single characters, in bytes.
const LONGEST_NAME: usize = 80;

/// True if this can be the content of a field: between characters that are common in ordinary texts, only a name can.
fn is_content(content: &str, syntax: FieldSyntax) -> bool {
    use FieldSyntax::{Braces, Brackets, DoubleParentheses, DoublePercent, Percent};
    let plain = |character: char| {
        is_letter_or_digit(character) || matches!(character, '_' | '.' | '-' | ' ' | ':' | '/')
    };
    match syntax {
        Braces | Brackets | DoubleParentheses => {
            content.len() <= LONGEST_NAME && content.chars().all(plain)
        }
        Percent | DoublePercent => {
            content.len() <= LONGEST_NAME
                && content.trim().len() == content.len()
                && content.chars().all(plain)
        }
        _ => true,
    }
}
