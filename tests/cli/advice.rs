//! `suggest`, `explain`, `fit` and `rcs`: ways to spend less, and why a text costs what it costs.

use serde_json::Value;

use crate::command::{answer, complaint, septet};

const PARCEL: &str = "Your parcel — the “big” one — arrives today between 5 and 7. See you then at the door, please be home.";

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&answer(arguments)).unwrap()
}

#[test]
fn suggestions() {
    let expected = "\
UCS-2, 2 segments; 2 ways to spend fewer:

GSM-7, 1 segment · replace 4 characters (typography)
  Your parcel - the \"big\" one - arrives today between 5 and 7. See you then at …

UCS-2, 1 segment · cut off the last 42 characters
  Your parcel — the “big” one — arrives today between 5 and 7.
";
    assert_eq!(answer(["suggest", PARCEL]), expected);
    assert_eq!(
        answer(["suggest", "Hello"]),
        "GSM-7, 1 segment: no way to spend fewer\n"
    );
    let turkish = answer(["suggest", &"ş".repeat(100)]);
    assert!(
        turkish.contains(
            "GSM-7 (turkish locking shift), 1 segment · allow the turkish tables, change nothing\n"
        ),
        "{turkish}"
    );
}

#[test]
fn suggestions_with_their_changes() {
    let diff = answer(["suggest", "--diff", PARCEL]);
    assert!(
        diff.contains(
            "\nYour parcel [-—-]{+-+} the [-“-]{+\"+}big[-”-]{+\"+} one [-—-]{+-+} arrives"
        ),
        "{diff}"
    );
    assert!(diff.contains("\nYour parcel — the “big” one — arrives today between 5 and 7.[- See you then at the door, please be home.-]\n"), "{diff}");
    let ways = json(&["suggest", "--json", PARCEL]);
    assert_eq!(
        ways[0]["text"],
        PARCEL.replace('—', "-").replace(['“', '”'], "\"")
    );
}

#[test]
fn explanations() {
    let expected = "\
UCS-2 · 1 segment · 5 units · 65 of 70 left

segment 1
    0  5   U+0035   1 unit
    1  €   U+20AC   1 unit
    2  ␣   U+0020   1 unit
    3  “   U+201C   1 unit     LEFT DOUBLE QUOTATION MARK, forces UCS-2 → \" (typography: quote)
    4  ½   U+00BD   1 unit     VULGAR FRACTION ONE HALF, forces UCS-2 → 1/2 (compatibility: fraction)
";
    assert_eq!(answer(["explain", "5€ “½"]), expected);
    let septets = answer(["explain", "@€"]);
    assert!(
        septets.ends_with("    0  @   U+0040   0x00\n    1  €   U+20AC   0x1B 0x65\n"),
        "{septets}"
    );
    let long = "a".repeat(161);
    assert!(answer(["explain", &long]).contains("\nsegment 2\n"));
    assert!(
        answer(["explain", &long.repeat(2)])
            .ends_with("… 122 characters more (--all explains them)\n")
    );
    assert_eq!(
        answer(["explain", "--all", &long.repeat(2)])
            .matches("0x61")
            .count(),
        322
    );
    assert_eq!(
        json(&["explain", "--json", "a€"]).as_array().unwrap().len(),
        2
    );
}

#[test]
fn fitting() {
    let text = "Your parcel arrives today. ".repeat(8);
    assert_eq!(answer(["fit", "short"]), "short\n");
    let cut = answer(["fit", "-n1", "--ellipsis=...", &text]);
    assert_eq!(
        cut,
        format!(
            "{}Your parcel arrives...\n",
            "Your parcel arrives today. ".repeat(5)
        )
    );
    let at_grapheme = answer(["fit", "--cut-at", "grapheme", &text]);
    assert_eq!(at_grapheme.chars().count(), 161);
    let diff = answer(["fit", "--diff", "--ellipsis", "...", &text]);
    assert!(
        diff.starts_with("GSM-7, 2 segments → GSM-7, 1 segment without "),
        "{diff}"
    );
    assert!(
        diff.ends_with("Your parcel arrives today. -]{+...+}\n"),
        "{diff}"
    );
    assert_eq!(
        answer(["fit", "--diff", "short"]),
        "GSM-7, 1 segment, which fits\n"
    );
    assert_eq!(
        json(&["fit", "--json", &text])["text"],
        answer(["fit", &text]).trim_end()
    );
}

#[test]
fn a_fit_under_demands() {
    let output = septet(["fit", "--encoding=gsm7", "--ellipsis=…", &"a".repeat(200)])
        .output()
        .unwrap();
    assert_eq!(complaint(&output).0, 3);
}

#[test]
fn rcs() {
    let text = "é".repeat(81);
    assert_eq!(answer(["rcs", &text]), "RCS rich · 2 units · 162 bytes\n");
    assert_eq!(
        answer(["rcs", "--region", "elsewhere", &text]),
        "RCS single · 1 unit · 162 bytes\n"
    );
    assert_eq!(json(&["rcs", "--json", &text])["units"], 2);
}
