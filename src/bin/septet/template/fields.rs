//! Descriptions of fields: `name=1..20`, `code=6:gsm7`.

use septet::{FieldEstimate, Template};

/// Reads a description.
pub(super) fn parse(description: &str) -> Result<FieldEstimate, String> {
    const EXPECTED: &str = "expected a name and its lengths, such as name=1..20 or code=6:gsm7";
    let (name, lengths) = description.rsplit_once('=').ok_or(EXPECTED)?;
    let (lengths, is_gsm7) = match lengths.strip_suffix(":gsm7") {
        Some(lengths) => (lengths, true),
        None => (lengths, false),
    };
    let (shortest, longest) = lengths.split_once("..").unwrap_or((lengths, lengths));
    let (Ok(shortest), Ok(longest)) = (shortest.parse(), longest.parse()) else {
        return Err(EXPECTED.to_owned());
    };
    if shortest > longest || longest > LONGEST {
        return Err(format!(
            "lengths go from the shortest to the longest, which is at most {LONGEST}"
        ));
    }
    let field = FieldEstimate::new(name, shortest, longest);
    Ok(if is_gsm7 {
        field.with_gsm7_only()
    } else {
        field
    })
}

/// The fields of a template, for messages.
pub(super) fn listed(template: &Template) -> String {
    match template.fields() {
        [] => "it has no fields".to_owned(),
        fields => format!("its fields are {}", fields.join(", ")),
    }
}

/// The first of several equal names.
pub(super) fn twice<'n>(names: &[&'n str]) -> Option<&'n str> {
    let mut indexed = names.iter().enumerate();
    let twice = indexed.find(|(index, name)| names[..*index].contains(name));
    twice.map(|(_, name)| *name)
}

/// Characters of the longest value there can be: more than any message holds.
const LONGEST: usize = 100_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions() {
        assert_eq!(parse("name=1..20"), Ok(FieldEstimate::new("name", 1, 20)));
        assert_eq!(
            parse("code=6:gsm7"),
            Ok(FieldEstimate::new("code", 6, 6).with_gsm7_only())
        );
        for wrong in [
            "name",
            "name=",
            "name=a..b",
            "name=20..1",
            "name=1..",
            "name=0..100001",
        ] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
