//! Texts of every kind, with nulls among them.

use std::fmt::Write as _;

/// Rows of a column.
pub(crate) fn texts() -> Vec<Option<String>> {
    let mut texts: Vec<Option<String>> = [
        "",
        "Hello",
        "Hello €",
        "“It’s №1” – 5 €…",
        "Hello 👋",
        "Siparişiniz yarın kapınızda olacak.",
        "e\u{301}",
        "STOP",
        " stop!\n",
        "Help",
        "a\r\nb",
        "中文",
        "🏳️‍🌈",
    ]
    .map(|text| Some(text.to_owned()))
    .to_vec();
    for (kind, length) in ["a", "]", "é", "中", "👨‍👩‍👧‍👦", "ş", "“"]
        .iter()
        .zip([161, 153, 307, 71, 40, 156, 200])
    {
        texts.push(Some(kind.repeat(length)));
        texts.push(None);
    }
    // A text of a file that is near 10 kilobytes, beyond what a view holds inline.
    let mut long = String::new();
    for number in 0..2_000 {
        write!(long, "{number} ").unwrap();
    }
    texts.push(Some(long));
    texts.push(Some("Hello".to_owned()));
    texts
}
