//! Merge fields of other programs in a template, where they would be counted as text.

/// How other programs write fields; an opening that begins another one comes after it.
const SYNTAXES: [(&str, &str); 11] = [
    ("${", "}"),
    ("#{", "}"),
    ("{$", "}"),
    ("{%", "%}"),
    ("*|", "|*"),
    ("[[", "]]"),
    ("<<", ">>"),
    ("%%", "%%"),
    ("%", "%"),
    ("{", "}"),
    ("[", "]"),
];

/// Characters of the longest name.
const LONGEST: usize = 40;

/// Warns on standard error of the first field of another syntax.
pub(crate) fn warn(template: &str) {
    if let Some((field, name)) = foreign(template) {
        anstream::eprintln!(
            "warning: {field} looks like a merge field, but is counted as text: fields are written {{{{{name}}}}}"
        );
    }
}

/// The first field of another syntax, and its name.
fn foreign(template: &str) -> Option<(&str, &str)> {
    let fields = SYNTAXES.iter().filter_map(|(open, close)| {
        let starts = template.match_indices(open);
        let mut found = starts.filter_map(|(start, _)| field(template, start, open, close));
        found.next()
    });
    fields.min_by_key(|(field, _)| field.as_ptr().addr())
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
    let is_meant = match open {
        // A single brace belongs to no pair of them; brackets and percent signs also stand in texts.
        "{" => !template[..start].ends_with(['{', '$', '#']) && !template[end..].starts_with('}'),
        "[" => {
            !is_padded
                && name.len() > 1
                && name
                    .chars()
                    .all(|character| character.is_ascii_uppercase() || character == '_')
        }
        "%" => {
            !is_padded
                && name.len() > 1
                && !template[..start].ends_with(|before: char| before.is_alphanumeric())
        }
        "<<" => !is_padded,
        _ => true,
    };
    (is_name && is_meant).then_some((&template[start..end], name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_other_programs() {
        for (text, field) in [
            ("Hi {name}!", "{name}"),
            ("Hi ${first.name}!", "${first.name}"),
            ("Hi %FIRSTNAME%", "%FIRSTNAME%"),
            ("Hi *|FNAME|*", "*|FNAME|*"),
            ("Hi [[ name ]]", "[[ name ]]"),
            ("Hi <<name>> {x}", "<<name>>"),
            ("Hi [FIRST_NAME]", "[FIRST_NAME]"),
            ("{{a}} {b}", "{b}"),
        ] {
            assert_eq!(foreign(text).map(|(field, _)| field), Some(field), "{text}");
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
        ] {
            assert_eq!(foreign(text), None, "{text}");
        }
    }
}
