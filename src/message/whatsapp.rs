//! The text of a WhatsApp template: where variables may stand, and how long it may become.
//!
//! Sources: <https://www.twilio.com/docs/content/using-variables-with-content-api> (2026-07-31) and
//! <https://www.twilio.com/docs/api/errors/63021>.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::text::names;
use crate::text::utf16_len;

/// The most variables of a template.
pub(super) const MOST_VARIABLES: usize = 100;

/// The most characters of a template with its variables.
pub(super) const MOST_TEMPLATE_CHARACTERS: usize = 1_024;

/// The text of a content template, with variables such as `{{1}}` or `{{name}}`.
///
/// ```
/// use septet::message::{WhatsAppTemplate, TemplateProblem};
///
/// let template = WhatsAppTemplate::new("Hi {{1}}, your table for {{2}} is ready.");
/// assert_eq!(template.variables().collect::<Vec<_>>(), ["1", "2"]);
/// assert!(template.problems().is_empty());
/// assert_eq!(template.fill(&[("2".into(), "six".into())]), "Hi {{1}}, your table for six is ready.");
///
/// let problems = WhatsAppTemplate::new("{{1}}{{2}} is ready").problems();
/// assert_eq!(problems, [TemplateProblem::VariableFirst, TemplateProblem::VariablesAdjacent]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "checkTemplate")]
pub struct WhatsAppTemplate<'t>(Vec<Part<'t>>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part<'t> {
    Text(&'t str),
    Variable { name: &'t str, written: &'t str },
}

/// A problem for which WhatsApp does not approve a template.
///
/// ```
/// use septet::message::{WhatsAppTemplate, TemplateProblem};
///
/// assert_eq!(WhatsAppTemplate::new("Your code: {{1}}").problems(), [TemplateProblem::VariableLast]);
/// assert_eq!(TemplateProblem::VariableLast.name(), "variable-last");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TemplateProblem {
    /// It starts with a variable.
    VariableFirst,
    /// It ends with a variable.
    VariableLast,
    /// Two variables stand side by side.
    VariablesAdjacent,
    /// More than 100 variables; this many.
    TooManyVariables(usize),
    /// More than 1,024 characters without its variables; this many.
    TooLong(usize),
    /// Numbered variables that leave a number out; the first one.
    NumberMissing(usize),
    /// Numbers and names in one template.
    NumbersAndNames,
    /// Braces with nothing between them.
    EmptyVariable,
    /// Braces around something that is not a name of letters, digits and underscores.
    ForbiddenName,
    /// Braces that open without closing, or close without opening.
    UnbalancedBraces,
}

impl<'t> WhatsAppTemplate<'t> {
    /// Reads a text; braces that surround no name stay text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, name, after)) = next_variable(rest) {
            if !before.is_empty() {
                parts.push(Part::Text(before));
            }
            let written = rest
                .get(before.len()..rest.len() - after.len())
                .unwrap_or_default();
            parts.push(Part::Variable { name, written });
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest));
        }
        WhatsAppTemplate(parts)
    }

    /// The names of its variables, each once, in the order in which they first come.
    pub fn variables(&self) -> impl Iterator<Item = &'t str> {
        let names = self.0.iter().filter_map(|part| match *part {
            Part::Variable { name, .. } => Some(name),
            Part::Text(_) => None,
        });
        let (distinct, _) = names::distinct(&names.collect::<Vec<_>>());
        distinct.into_iter()
    }

    /// The text with values in place; a variable without a value stays as it is written.
    #[must_use]
    pub fn fill(&self, values: &[(String, String)]) -> String {
        let part = |part: &Part<'t>| match *part {
            Part::Text(text) => text,
            Part::Variable { name, written } => {
                // As in JSON, the last value of a name counts.
                let value = values.iter().rev().find(|(known, _)| known == name);
                value.map_or(written, |(_, value)| value)
            }
        };
        self.0.iter().map(part).collect()
    }

    /// The problems for which WhatsApp would not approve it; empty if there are none.
    #[must_use]
    pub fn problems(&self) -> Vec<TemplateProblem> {
        let is_variable = |part: Option<&Part<'_>>| matches!(part, Some(Part::Variable { .. }));
        // White space alone does not keep variables apart.
        let visible: Vec<&Part<'_>> = self
            .0
            .iter()
            .filter(|part| !matches!(part, Part::Text(text) if text.trim().is_empty()))
            .collect();
        let mut problems = Vec::new();
        if is_variable(visible.first().copied()) {
            problems.push(TemplateProblem::VariableFirst);
        }
        if is_variable(visible.last().copied()) {
            problems.push(TemplateProblem::VariableLast);
        }
        let pairs = visible.iter().zip(visible.iter().skip(1));
        if pairs
            .into_iter()
            .any(|(left, right)| is_variable(Some(left)) && is_variable(Some(right)))
        {
            problems.push(TemplateProblem::VariablesAdjacent);
        }
        let variables = self.variables().count();
        problems.extend(self.numbering());
        problems.extend(self.braces());
        if variables > MOST_VARIABLES {
            problems.push(TemplateProblem::TooManyVariables(variables));
        }
        let characters = self.0.iter().map(|part| match part {
            Part::Text(text) => utf16_len(text),
            Part::Variable { .. } => 0,
        });
        let characters = characters.sum();
        if characters > MOST_TEMPLATE_CHARACTERS {
            problems.push(TemplateProblem::TooLong(characters));
        }
        problems
    }
}

impl WhatsAppTemplate<'_> {
    /// Checks the numbers of its variables: 1, 2 and so on without a gap, and no names next to numbers (error 63040).
    fn numbering(&self) -> Option<TemplateProblem> {
        let mut numbers: Vec<usize> = Vec::new();
        let mut has_name = false;
        for name in self.variables() {
            match name.parse() {
                Ok(number) => numbers.push(number),
                Err(_) => has_name = true,
            }
        }
        if has_name && !numbers.is_empty() {
            return Some(TemplateProblem::NumbersAndNames);
        }
        numbers.sort_unstable();
        numbers.dedup();
        let missing = numbers
            .iter()
            .zip(1..)
            .find(|(number, expected)| *number != expected);
        missing.map(|(_, expected)| TemplateProblem::NumberMissing(expected))
    }

    /// Finds braces that do not surround a variable, and reports each kind once.
    fn braces(&self) -> Vec<TemplateProblem> {
        let mut problems = Vec::new();
        let mut add = |problem| {
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        };
        for part in &self.0 {
            let mut rest = match part {
                Part::Text(text) => *text,
                Part::Variable { name, .. } => {
                    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
                    if !name.bytes().all(is_plain) {
                        add(TemplateProblem::ForbiddenName);
                    }
                    continue;
                }
            };
            // Runs of braces: a single one is text.
            while let Some((before, inside)) = rest.split_once("{{") {
                if before.contains("}}") {
                    add(TemplateProblem::UnbalancedBraces);
                }
                let Some((inside, after)) = inside.split_once("}}") else {
                    add(TemplateProblem::UnbalancedBraces);
                    rest = "";
                    break;
                };
                add(match inside.trim() {
                    "" => TemplateProblem::EmptyVariable,
                    inside if inside.contains(['{', '}']) => TemplateProblem::UnbalancedBraces,
                    _ => TemplateProblem::ForbiddenName,
                });
                rest = after;
            }
            if rest.contains("}}") {
                add(TemplateProblem::UnbalancedBraces);
            }
        }
        problems
    }
}

impl TemplateProblem {
    /// The name in JSON, such as `variable-first`.
    ///
    /// ```
    /// use septet::message::{TemplateProblem, WhatsAppTemplate};
    ///
    /// let problems = WhatsAppTemplate::new("Hi {{1}} and {{3}}, bye").problems();
    /// assert_eq!(problems, [TemplateProblem::NumberMissing(2)]);
    /// assert_eq!(problems[0].name(), "number-missing");
    /// assert_eq!(WhatsAppTemplate::new("Hi {{1} there").problems(), [TemplateProblem::UnbalancedBraces]);
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            TemplateProblem::VariableFirst => "variable-first",
            TemplateProblem::VariableLast => "variable-last",
            TemplateProblem::VariablesAdjacent => "variables-adjacent",
            TemplateProblem::TooManyVariables(_) => "too-many-variables",
            TemplateProblem::TooLong(_) => "too-long",
            TemplateProblem::NumberMissing(_) => "number-missing",
            TemplateProblem::NumbersAndNames => "numbers-and-names",
            TemplateProblem::EmptyVariable => "empty-variable",
            TemplateProblem::ForbiddenName => "forbidden-name",
            TemplateProblem::UnbalancedBraces => "unbalanced-braces",
        }
    }
}

/// Splits a text at its next variable: the text before it, its name, and the text after it.
fn next_variable(text: &str) -> Option<(&str, &str, &str)> {
    let mut rest = text;
    loop {
        let (_, inside) = rest.split_once("{{")?;
        let (inside, behind) = inside.split_once("}}")?;
        // A name has no braces, so it can only follow the last of those before it.
        let (name, is_opened) = match inside.rsplit_once('{') {
            Some((before, name)) => (name, before.is_empty() || before.ends_with('{')),
            None => (inside, true),
        };
        if is_opened && is_name(name.trim()) {
            let variable = name.len() + "{{}}".len();
            let before = text.get(..text.len() - behind.len() - variable)?;
            return Some((before, name.trim(), behind));
        }
        rest = behind;
    }
}

/// True if a text is the name of a variable: letters, digits, `_`, `-` and `.`.
fn is_name(text: &str) -> bool {
    let allowed = |character: char| character.is_alphanumeric() || "_-.".contains(character);
    !text.is_empty() && text.chars().all(allowed)
}

/// The most spaces and breaks in a row.
pub(super) fn longest_blank_run(text: &str) -> usize {
    let runs = text.split(|character: char| !character.is_whitespace());
    runs.map(|run| run.chars().count()).max().unwrap_or(0)
}

impl fmt::Display for TemplateProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TemplateProblem::VariableFirst => f.write_str("the template starts with a variable"),
            TemplateProblem::VariableLast => f.write_str("the template ends with a variable"),
            TemplateProblem::VariablesAdjacent => f.write_str("two variables stand side by side"),
            TemplateProblem::NumberMissing(number) => {
                write!(
                    f,
                    "the variables are numbered and {{{{{number}}}}} is missing"
                )
            }
            TemplateProblem::NumbersAndNames => {
                f.write_str("some variables have numbers and some have names")
            }
            TemplateProblem::EmptyVariable => f.write_str("a pair of braces has nothing inside"),
            TemplateProblem::ForbiddenName => f.write_str(
                "a variable has a name with other characters than letters, digits and underscores",
            ),
            TemplateProblem::UnbalancedBraces => {
                f.write_str("braces open without closing, or close without opening")
            }
            TemplateProblem::TooManyVariables(variables) => write!(
                f,
                "the template has {variables} variables, at most {MOST_VARIABLES} are allowed"
            ),
            TemplateProblem::TooLong(characters) => write!(
                f,
                "the template has {characters} characters without its variables, at most {MOST_TEMPLATE_CHARACTERS} are allowed"
            ),
        }
    }
}
