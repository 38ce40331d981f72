//! Merge fields of a template: the syntax that they are written in, and those of another one, which would be counted as
//! text.

use septet::{FieldSyntax, Template};

use crate::outcome::{Failure, note, warning};

/// Reads a template in the chosen syntax, else in double braces; a template without them in the syntax that has fields
/// of these names. Says on standard error if branches or fields of another syntax are in it.
pub(crate) fn parse(
    text: &str,
    chosen: Option<FieldSyntax>,
    names: &[&str],
) -> Result<Template, Failure> {
    let (template, syntax) = read(text, chosen, names)?;
    if template.has_branches() {
        note("conditions and loops are not evaluated: the longest branch of each is counted");
    }
    if let Some((field, name, own)) = foreign(text, syntax) {
        let expected = syntax.example().replace('x', name);
        let todo = own.map_or_else(String::new, |own| {
            format!("; --field-syntax {} reads it", own.name())
        });
        warning(format_args!(
            "{field} looks like a merge field, but is counted as text: fields are written {expected}{todo}"
        ));
    }
    Ok(template)
}

/// The names of the fields that a template seems to have, before the names of the columns are known.
pub(crate) fn likely_fields(
    text: &str,
    chosen: Option<FieldSyntax>,
) -> Result<Vec<String>, Failure> {
    let (template, _) = read(text, chosen, &[])?;
    let template = match template.other_syntax() {
        Some(other) if chosen.is_none() => Template::parse_as(text, other)?,
        _ => template,
    };
    Ok(template.fields().to_vec())
}

/// A template and the syntax of its fields.
fn read(
    text: &str,
    chosen: Option<FieldSyntax>,
    names: &[&str],
) -> Result<(Template, FieldSyntax), Failure> {
    let syntax = chosen.unwrap_or_default();
    let template = Template::parse_as(text, syntax)?;
    if chosen.is_none()
        && template.fields().is_empty()
        && let Some(found) = FieldSyntax::detect(text, names)
    {
        return Ok((Template::parse_as(text, found)?, found));
    }
    Ok((template, syntax))
}

/// Delimiters of fields, with the syntax that reads them; an opening that begins another one comes after it.
const DELIMITERS: [(&str, &str, Option<FieldSyntax>); 14] = [
    ("${", "}", Some(FieldSyntax::DollarBraces)),
    ("#{", "}", None),
    ("{$", "}", None),
    ("{!", "}", Some(FieldSyntax::ExclamationBraces)),
    ("{{", "}}", Some(FieldSyntax::DoubleBraces)),
    ("*|", "|*", Some(FieldSyntax::StarPipe)),
    ("[[", "]]", Some(FieldSyntax::DoubleBrackets)),
    ("<<", ">>", Some(FieldSyntax::DoubleAngles)),
    ("<%", "%>", Some(FieldSyntax::AnglePercent)),
    ("%%", "%%", Some(FieldSyntax::DoublePercent)),
    ("((", "))", Some(FieldSyntax::DoubleParentheses)),
    ("%", "%", Some(FieldSyntax::Percent)),
    ("{", "}", Some(FieldSyntax::Braces)),
    ("[", "]", Some(FieldSyntax::Brackets)),
];

/// Characters of the longest name.
const LONGEST: usize = 40;

/// A field, its name and the syntax that reads it.
type Found<'t> = (&'t str, &'t str, Option<FieldSyntax>);

/// The first field of another syntax than the active one.
fn foreign(template: &str, active: FieldSyntax) -> Option<Found<'_>> {
    let others = DELIMITERS
        .iter()
        .filter(|(_, _, syntax)| *syntax != Some(active));
    let fields = others.filter_map(|(open, close, syntax)| {
        let starts = template.match_indices(open);
        let mut found = starts.filter_map(|(start, _)| field(template, start, open, close));
        found.next().map(|(field, name)| (field, name, *syntax))
    });
    fields.min_by_key(|(field, _, _)| field.as_ptr().addr())
}

/// The field that begins here, if one does.
fn field<'t>(
    template: &'t str,
    start: usize,
    open: &str,
    close: &str,
) -> Option<(&'t str, &'t str)> {
    let inner = &template[start + open.len()..];
    let length = inner.find(close)?;
    let end = start + open.len() + length + close.len();
    let name = inner[..length].trim_matches(' ');
    let is_padded = name.len() != length;
    let is_name = name.starts_with(|first: char| first.is_alphabetic() || first == '_')
        && name.chars().count() <= LONGEST
        && name
            .chars()
            .all(|character| character.is_alphanumeric() || "_.-".contains(character));
    let (before, after) = (&template[..start], &template[end..]);
    // A single delimiter belongs to no pair of them; brackets and percent signs also stand in texts.
    let is_alone = !before.ends_with(open) && !after.starts_with(close);
    let is_meant = match open {
        "{" => is_alone && !before.ends_with(['$', '#']),
        "[" => {
            is_alone
                && !is_padded
                && name.len() > 1
                && name
                    .chars()
                    .all(|character| character.is_ascii_uppercase() || character == '_')
        }
        "%" => {
            is_alone
                && !is_padded
                && name.len() > 1
                && !before.ends_with(|before: char| before.is_alphanumeric() || before == '<')
                && !(before.ends_with('{') && name.starts_with(char::is_lowercase)) // a tag
        }
        "<<" | "((" | "<%" => !is_padded,
        _ => true,
    };
    (is_name && is_meant).then_some((&template[start..end], name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, active: FieldSyntax) -> Option<&str> {
        foreign(text, active).map(|(field, _, _)| field)
    }

    #[test]
    fn fields_of_other_programs() {
        for (text, field) in [
            ("Hi {name}!", "{name}"),
            ("Hi ${first.name}!", "${first.name}"),
            ("Hi %FIRSTNAME%", "%FIRSTNAME%"),
            ("Hi %%name%%", "%%name%%"),
            ("Hi *|FNAME|*", "*|FNAME|*"),
            ("Hi [[ name ]]", "[[ name ]]"),
            ("Hi <<name>> {x}", "<<name>>"),
            ("Hi <%name%>", "<%name%>"),
            ("Hi {!name}", "{!name}"),
            ("Hi ((name))", "((name))"),
            ("Hi [FIRST_NAME]", "[FIRST_NAME]"),
            ("{{a}} {b}", "{b}"),
        ] {
            assert_eq!(
                found(text, FieldSyntax::DoubleBraces),
                Some(field),
                "{text}"
            );
        }
        assert_eq!(found("{a} {{b}}", FieldSyntax::Braces), Some("{{b}}"));
    }

    #[test]
    fn every_syntax_reads_its_own_fields() {
        for syntax in FieldSyntax::ALL {
            let text = format!("Hi {}!", syntax.example().replace('x', "NAME"));
            assert_eq!(found(&text, syntax), None, "{text}");
            let template = read(&text, Some(syntax), &[]).unwrap().0;
            assert_eq!(template.fields(), ["NAME"], "{text}");
            let (template, detected) = read(&text, None, &["NAME"]).unwrap();
            assert_eq!(
                (template.fields(), detected),
                (&["NAME".to_owned()][..], syntax)
            );
        }
    }

    #[test]
    fn texts() {
        for text in [
            "Hi {{name}}",
            "50% off today, 20% more tomorrow",
            "10%off20%",
            "[5 € | {off: 1}] [ok] [A]",
            "{}",
            "a << b >> c d",
            "{{ name }}",
            "{% if vip %}x{% endif %}",
        ] {
            assert_eq!(found(text, FieldSyntax::DoubleBraces), None, "{text}");
        }
    }
}
