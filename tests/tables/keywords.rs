//! From `tests/data/keywords.tsv` to `src/catalogue/tables/keywords.rs`.

use std::fmt::Write as _;

use crate::tsv::{self, pascal};

#[test]
fn keywords_are_current() {
    let mut lists: Vec<(&str, String, String, String, String, String)> = Vec::new();
    let mut rows = Vec::new();
    for row in tsv::read("keywords.tsv") {
        let name = match row["provider"].as_str() {
            "Twilio" => "Twilio",
            "US/CA toll-free (network level)" => "TollFreeNetwork",
            "Telnyx" => "Telnyx",
            "AWS End User Messaging" if row["scope"].starts_with("toll-free") => "AwsTollFree",
            "AWS End User Messaging" => "Aws",
            "CTIA / US carriers" => "Ctia",
            "FCC (US, revocation rule)" => "Fcc",
            "Twilio Proxy product" => "TwilioProxy",
            "Google RCS" => "GoogleRcs",
            other => panic!("{other}"),
        };
        let cells =
            ["provider", "scope", "note", "source", "date"].map(|column| row[column].clone());
        let [provider, scope, note, source, date] = cells;
        let list = (name, provider, scope, note, source, date);
        let index = lists
            .iter()
            .position(|known| *known == list)
            .unwrap_or_else(|| {
                lists.push(list);
                lists.len() - 1
            });
        assert_eq!(
            row["keyword"],
            row["keyword"].to_ascii_uppercase(),
            "compared in lower case"
        );
        rows.push(format!(
            "    ({:?}, Intent::{}, {index}),",
            row["keyword"].to_ascii_lowercase(),
            pascal(&row["action"])
        ));
    }
    let mut out = String::from(
        "// Generated from tests/data/keywords.tsv.\n\
         // `UPDATE=1 cargo test --test tables_current` rewrites it.\n\n\
         use crate::catalogue::keyword::{Intent, KeywordList, List};\n\n\
         #[rustfmt::skip]\npub(in crate::catalogue) static LISTS: &[KeywordList] = &[\n",
    );
    for (name, provider, scope, note, source, date) in lists {
        writeln!(
            out,
            "    KeywordList {{ list: List::{name}, provider: {provider:?}, scope: {scope:?}, note: {note:?}, source: {source:?}, date: {date:?} }},"
        )
        .unwrap();
    }
    out.push_str("];\n\n/// Keyword in lower case, what it asks for, and the list it is of.\n#[rustfmt::skip]\npub(in crate::catalogue) static KEYWORDS: &[(&str, Intent, u8)] = &[\n");
    for row in rows {
        writeln!(out, "{row}").unwrap();
    }
    out.push_str("];\n");
    super::assert_current("src/catalogue/tables/keywords.rs", &out);
}
