//! A table of `benches/RESULTS.md`, between two markers that bear its name.

use anyhow::{Context, Result};
use serde_json::Value;

/// One table.
#[derive(Debug)]
pub(super) struct Section {
    name: String,
    /// The note, if there is one, and the table.
    pub(super) body: String,
}

impl Section {
    /// Reads the line that a benchmark printed.
    pub(super) fn read(line: &str) -> Result<Self> {
        let printed = serde_json::from_str(line);
        Section::new(&printed.with_context(|| format!("not a section: {line}"))?)
    }

    /// From its name, note and rows.
    pub(super) fn new(printed: &Value) -> Result<Self> {
        let name = printed["section"].as_str();
        let name = name.context("a section without a name")?.to_owned();
        let rows = printed["rows"]
            .as_array()
            .with_context(|| format!("section {name} has no rows"))?;
        let table = table(rows).with_context(|| format!("section {name}"))?;
        let body = match printed["note"].as_str() {
            Some(note) => format!("{note}\n\n{table}"),
            None => table,
        };
        Ok(Section { name, body })
    }

    /// The text with this section in place of its former self, or at the end.
    pub(super) fn put_into(&self, text: &str, machine: &str) -> String {
        let Section { name, body } = self;
        let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->\n"));
        let block = format!("{start}{body}\n{machine}\n{end}");
        match (text.find(&start), text.find(&end)) {
            (Some(from), Some(to)) if from < to => {
                format!("{}{block}{}", &text[..from], &text[to + end.len()..])
            }
            _ => format!("{}\n\n## {name}\n\n{block}", text.trim_end()),
        }
    }
}

/// A Markdown table with the columns of the first row; numbers are flushed right.
fn table(rows: &[Value]) -> Result<String> {
    let columns = rows
        .first()
        .and_then(Value::as_object)
        .context("no first row")?;
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut table = line(columns.keys().cloned().collect());
    let rules = columns
        .values()
        .map(|cell| if cell.is_number() { "--:" } else { "---" });
    table += &line(rules.map(str::to_owned).collect());
    for row in rows {
        let cells = columns.keys().map(|column| match &row[column] {
            Value::String(text) => text.clone(),
            Value::Null => "–".to_owned(),
            other => other.to_string(),
        });
        table += &line(cells.collect());
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_becomes_a_table() {
        let line =
            r#"{"section":"count","rows":[{"text":"ASCII","ns":102},{"text":"emoji","ns":null}]}"#;
        let section = Section::read(line).unwrap();
        assert_eq!(section.name, "count");
        assert_eq!(
            section.body,
            "| text | ns |\n| --- | --: |\n| ASCII | 102 |\n| emoji | – |\n"
        );
    }

    #[test]
    fn a_line_without_rows_is_an_error() {
        assert_eq!(
            Section::read(r#"{"section":"count"}"#)
                .unwrap_err()
                .to_string(),
            "section count has no rows"
        );
    }

    #[test]
    fn a_section_replaces_its_former_self() {
        let section = |body: &str| Section {
            name: "count".to_owned(),
            body: body.to_owned(),
        };
        let first = section("old\n").put_into("# Results\n", "machine");
        assert_eq!(
            first,
            "# Results\n\n## count\n\n<!-- count -->\nold\n\nmachine\n<!-- /count -->\n"
        );
        let second = section("new\n").put_into(&format!("{first}\nafter\n"), "machine");
        assert_eq!(second, first.replace("old", "new") + "\nafter\n");
    }
}
