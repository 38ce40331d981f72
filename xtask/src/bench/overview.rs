//! One table of all that `benches/RESULTS.md` holds: the crate, the package in Node and in Chromium, the command, each
//! with its fastest rival and the limit it is measured against.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

/// The section that the table is.
pub(super) const SECTION: &str = "overview";

/// Texts that stand for all: as the crate's table names them, and as the package's do.
const TEXTS: [(&str, &str); 4] = [
    ("ASCII", "160 ASCII"),
    ("Latin", "160 Latin"),
    ("CJK", "160 CJK"),
    ("emoji", "160 emoji"),
];

/// A row of a table, each cell with its column.
type Row<'r> = Vec<(&'r str, &'r str)>;

/// The section, made of the others.
pub(super) fn section(results: &str) -> Result<Value> {
    let rows = [of_crate(results), of_package(results), of_command(results)].concat();
    ensure!(
        !rows.is_empty(),
        "benches/RESULTS.md has none of the tables that the overview is made of"
    );
    Ok(json!({
        "section": SECTION,
        "note": "Of the tables below, each as it was last measured. Above 1×: septet is faster. The limit is what no count can do without: \
                 reading the characters (the crate), a loop without WebAssembly and so without a copy (the package), reading the file (the command).",
        "rows": rows,
    }))
}

fn of_crate(results: &str) -> Vec<Value> {
    let (table, date) = table(results, "crate-count");
    let mut rows = Vec::new();
    for (text, _) in TEXTS {
        let is_meant =
            |cells: &&Row<'_>| cell(cells, "text") == text && cell(cells, "characters") == "160";
        for cells in table.iter().filter(is_meant) {
            let times = |column: &str| {
                let ratio = number(cell(cells, column))?;
                Some((ratio, format!("{column}: {ratio:.1}× our time")))
            };
            let rivals = ["plain loop", "sms_splitter", "gsm7"];
            rows.push(json!({
                "face": "crate",
                "text": format!("160 {text}"),
                "septet": format!("{} ns", cell(cells, "ns")),
                "fastest rival": fastest(rivals.into_iter().filter_map(times)),
                "limit": fastest(times("chars().count()").into_iter()),
                "measured": date,
            }));
        }
    }
    rows
}

fn of_package(results: &str) -> Vec<Value> {
    let mut rows = Vec::new();
    for (face, name) in [
        ("npm, Node", "npm count in Node"),
        ("npm, Chromium", "npm count in headless Chromium"),
    ] {
        let (table, date) = table(results, name);
        for (_, text) in TEXTS {
            for cells in table.iter().filter(|cells| cell(cells, "text") == text) {
                let is_loop = |cell: &&(&str, &str)| cell.0 == "hand-written loop";
                // Wrong answers are struck out.
                let rivals = cells
                    .iter()
                    .filter(|cell| !is_loop(cell) && !cell.1.contains("~~"));
                rows.push(json!({
                    "face": face,
                    "text": text,
                    "septet": cell(cells, "septet"),
                    "fastest rival": fastest(rivals.filter_map(times)),
                    "limit": fastest(cells.iter().filter(is_loop).filter_map(times)),
                    "measured": date,
                }));
            }
        }
    }
    rows
}

/// How many times our time a cell such as `9 µs (1,241×)` says.
fn times(&(column, cell): &(&str, &str)) -> Option<(f64, String)> {
    let (_, ratio) = cell.trim_end_matches("×)").rsplit_once('(')?;
    let ratio = number(ratio)?;
    Some((ratio, format!("{column}: {ratio}× our time")))
}

fn of_command(results: &str) -> Vec<Value> {
    let (table, date) = table(results, "bulk, 1 million rows");
    let rate = |cells: &Row<'_>| number(cell(cells, "million rows a second"));
    let best = |wanted: &dyn Fn(&str) -> bool| {
        let rates = table.iter().filter(|cells| wanted(cell(cells, "")));
        let rates = rates.filter_map(|cells| Some((rate(cells)?, cell(cells, ""))));
        rates.max_by(|one, other| one.0.total_cmp(&other.0))
    };
    let own = best(&|name| name.starts_with("`septet bulk --summary"));
    let rival = best(&|name| name.starts_with("Node") || name.starts_with("Python"));
    let limit = best(&|name| name.contains("`csv` crate"));
    let (Some((own, name)), Some(rival), Some(limit)) = (own, rival, limit) else {
        return Vec::new();
    };
    let beside = |(rate, name): (f64, &str)| format!("{name}: {:.2}× our time", own / rate);
    vec![json!({
        "face": "command",
        "text": name,
        "septet": format!("{own} million rows a second"),
        "fastest rival": beside(rival),
        "limit": beside(limit),
        "measured": date,
    })]
}

/// The rows of a section, and the date it was measured on.
fn table<'r>(results: &'r str, section: &str) -> (Vec<Row<'r>>, Option<&'r str>) {
    let start = format!("<!-- {section} -->\n");
    let text = results.split_once(&start).map_or("", |(_, text)| text);
    let text = text.split("<!-- /").next().unwrap_or_default();
    let cells = |line: &'r str| {
        let line = line.trim_start_matches("| ").trim_end_matches(" |");
        line.split(" | ").map(str::trim)
    };
    let mut lines = text.lines().filter(|line| line.starts_with('|'));
    let columns: Vec<_> = lines
        .next()
        .map(|head| cells(head).collect())
        .unwrap_or_default();
    let rows = lines
        .skip(1)
        .map(|line| columns.iter().copied().zip(cells(line)).collect());
    let date = text.lines().find_map(|line| {
        let (_, date) = line
            .strip_prefix("<sub>")?
            .strip_suffix("</sub>")?
            .rsplit_once(", ")?;
        date.starts_with("20").then_some(date)
    });
    (rows.collect(), date)
}

fn cell<'r>(cells: &Row<'r>, column: &str) -> &'r str {
    let found = cells
        .iter()
        .find(|cell| cell.0.trim_matches('|').trim() == column);
    found.map_or("", |cell| cell.1)
}

fn number(cell: &str) -> Option<f64> {
    cell.replace(',', "").parse().ok()
}

/// What takes the least time, in words.
fn fastest(times: impl Iterator<Item = (f64, String)>) -> String {
    let least = times.min_by(|one, other| one.0.total_cmp(&other.0));
    least.map_or_else(|| "–".to_owned(), |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RESULTS: &str = "# Results\n\
        <!-- crate-count -->\nnote\n\n| text | characters | ns | chars().count() | plain loop | gsm7 |\n| --- | --- | --: | --- | --- | --- |\n\
        | CJK | 160 | 25.1 | 0.77 | 8.99 | – |\n\n<sub>CPU, 2 cores, Node v20, 2026-11-25</sub>\n<!-- /crate-count -->\n\
        <!-- npm count in Node -->\n| text | septet | hand-written loop | fast | right |\n| --- | --- | --- | --- | --- |\n\
        | 160 CJK | 36 ns | 17 ns (0.5×) | ~~1 ns (0.1×)~~ | 9 µs (1,241×) |\n<!-- /npm count in Node -->\n\
        <!-- bulk, 1 million rows -->\n|  | rows | million rows a second |\n| --- | --: | --- |\n| the `csv` crate, reading alone | 1 | 4.0 |\n\
        | `septet bulk --summary`, 2 cores | 1 | 2.0 |\n| Node, `slow` | 1 | 0.1 |\n<!-- /bulk, 1 million rows -->\n";

    #[test]
    fn the_tables_become_one() {
        let section = section(RESULTS).unwrap();
        let rows = section["rows"].as_array().unwrap();
        let told = |row: usize, column: &str| rows[row][column].as_str().unwrap_or("–").to_owned();
        assert_eq!(rows.len(), 3);
        assert_eq!(told(0, "fastest rival"), "plain loop: 9.0× our time");
        assert_eq!(told(0, "limit"), "chars().count(): 0.8× our time");
        assert_eq!(
            (told(0, "measured"), told(1, "measured")),
            ("2026-11-25".into(), "–".into())
        );
        assert_eq!(
            (told(1, "text"), told(1, "septet")),
            ("160 CJK".into(), "36 ns".into())
        );
        assert_eq!(told(1, "fastest rival"), "right: 1241× our time");
        assert_eq!(told(1, "limit"), "hand-written loop: 0.5× our time");
        assert_eq!(told(2, "septet"), "2 million rows a second");
        assert_eq!(told(2, "fastest rival"), "Node, `slow`: 20.00× our time");
    }

    #[test]
    fn nothing_to_make_it_of_is_an_error() {
        assert!(section("# Results\n").is_err());
    }
}
