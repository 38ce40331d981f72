//! Texts cut to size, the links in them, and their price as RCS.

use septet::{
    CutAt, Level, Limits, Profile, RcsClass, RcsRegion, Segmenter, Truncator, links, rcs_count,
};

#[test]
fn truncation_keeps_words_links_and_clusters_whole() {
    let words = "abcdefghi ".repeat(20);
    let link = format!("{} https://example.com/a/very/long/path", "a".repeat(150));
    let family = "👩\u{200D}👩\u{200D}👧";
    let families = family.repeat(20);
    let at = |cut_at: CutAt, ellipsis: &str, text: &str| {
        let truncator = Truncator::new(1)
            .with_cut_at(cut_at)
            .with_ellipsis(ellipsis);
        truncator.truncate(text).unwrap().into_text().into_owned()
    };
    assert_eq!(at(CutAt::Word, "", &words), words[..159]);
    assert_eq!(
        at(CutAt::Word, "...", &words),
        words[..149].to_owned() + "..."
    );
    assert_eq!(
        at(CutAt::Grapheme, "...", &words),
        words[..157].to_owned() + "..."
    );
    assert_eq!(at(CutAt::Word, "…", &words), words[..69].to_owned() + "…"); // the ellipsis makes it UCS-2
    assert_eq!(at(CutAt::Grapheme, "", &link), "a".repeat(150));
    assert_eq!(at(CutAt::Grapheme, "", &families), family.repeat(8)); // 8 units each
    assert_eq!(at(CutAt::Word, "", &"中".repeat(100)), "中".repeat(70));
    assert_eq!(
        at(CutAt::Word, "", &format!("a {}", "b".repeat(200))),
        format!("a {}", "b".repeat(158))
    );
    // The emoji after the cut counts no more.
    assert_eq!(at(CutAt::Word, "", &format!("{words}🙂")), words[..159]);
    // An ellipsis too long for one segment is left out.
    assert_eq!(at(CutAt::Word, &"!".repeat(161), &words), words[..159]);
}

/// With the standard limits no text of UCS-2 has more characters than one of GSM-7; with custom limits it may have.
#[test]
fn all_that_fits_is_kept_where_ucs2_has_the_wider_limits() {
    let limits = Limits::new(10, 10).unwrap().with_ucs2(70, 67).unwrap();
    let truncator = Truncator::new(3)
        .with_cut_at(CutAt::Grapheme)
        .with_segmenter(Segmenter::new().with_profile(Profile::Custom(limits)));
    let cut = truncator.truncate(&"中".repeat(300)).unwrap().kept().len();
    assert_eq!(cut, "中".len() * 3 * 67);
}

#[test]
fn links_are_found_as_written() {
    for (text, expected) in [
        (
            "(see https://en.example.org/wiki/A_(b)).",
            vec!["https://en.example.org/wiki/A_(b)"],
        ),
        (
            "“https://a.io/x”, HTTP://B.io/?q=1#f!",
            vec!["https://a.io/x", "HTTP://B.io/?q=1#f"],
        ),
        (
            "访问https://a.cn/x。bit.ly/3",
            vec!["https://a.cn/x", "bit.ly/3"],
        ),
        (
            "www.example.xyz, example.com. a.b/c",
            vec!["www.example.xyz", "example.com"],
        ),
        (
            "e.g. 3.50/kg, 1.com-plete, me@example.com, U.S., file.txt, http://, end.Next",
            vec![],
        ),
        // Found by fuzzing: no host, no link.
        ("https://:80/x, http:///x, https://?q=a http://#f", vec![]),
        ("seehttps://x.org/почта/é", vec!["https://x.org/почта/é"]),
        (
            "upi://pay?pa=é@y, ftp://ex.com/é. ://x, é://x a:/b",
            vec!["upi://pay?pa=é@y", "ftp://ex.com/é"],
        ),
    ] {
        let found: Vec<&str> = links(text).map(|link| link.text()).collect();
        assert_eq!(found, expected, "{text}");
    }
    let text = "🙂 https://x.org";
    assert_eq!(links(text).next().unwrap().span().utf16_range(), 3..16);
    let forced = septet::SmartEncoder::new(Level::Transliteration)
        .with_apply(septet::Apply::Always)
        .with_residue(septet::Residue::Keep);
    assert_eq!(
        forced.encode("ç https://x.org/ç–ж ç").text(),
        "c https://x.org/ç–ж c"
    );
}

#[test]
fn rcs_is_billed_by_bytes() {
    for (text, units, class) in [
        ("", 0, RcsClass::Basic),
        (&"a".repeat(160), 1, RcsClass::Basic),
        (&"a".repeat(161), 2, RcsClass::Single),
    ] {
        assert_eq!(rcs_count(text, RcsRegion::UnitedStates).units(), units);
        let elsewhere = rcs_count(text, RcsRegion::Elsewhere);
        assert_eq!(
            (elsewhere.class(), elsewhere.units()),
            (class, units.min(1))
        );
    }
    assert_eq!(rcs_count("🙂", RcsRegion::UnitedStates).bytes(), 4);
}
