//! Warnings, suggestions, explanations, truncation, templates, links, RCS: known cases, and what they promise over
//! random texts, recounted.

use proptest::prelude::*;
use septet::{
    CutAt, Distribution, Edit, Encoding, Field, Languages, Level, Profile, RcsClass, RcsRegion,
    Segmenter, SuggestionKind, Template, TemplateError, Truncator, WarningCode, analyze, count,
    links, rcs_count, suggest,
};

fn codes(text: &str) -> Vec<&'static str> {
    analyze(text)
        .warnings()
        .iter()
        .map(|warning| warning.code().name())
        .collect()
}

#[test]
fn a_text_that_costs_nothing_needless_has_no_warnings() {
    for text in [
        "",
        "Hello",
        "“Hi” 🙂\r\n ",
        "Привет",
        &"中".repeat(200),
        &"a".repeat(170),
    ] {
        assert_eq!(codes(text), [""; 0], "{text:?}");
    }
}

#[test]
fn each_warning_only_when_it_matters() {
    let cases: [(String, &str, &str); 9] = [
        (
            "a".repeat(1540),
            "many-segments",
            "11 segments may be refused or arrive in disorder: up to 10 is advised.",
        ),
        (
            "a".repeat(153 * 255 + 2),
            "too-many-segments",
            "256 segments cannot be sent as one text: 255 is the most.",
        ),
        (
            "ä".repeat(1602),
            "long-body",
            "1602 characters will be refused: 1600 is the most a body can have.",
        ),
        (
            "e\u{301}".repeat(70),
            "decomposed-accents",
            "Accents written apart from their letters cost 2 segments.",
        ),
        (
            "a\u{200B}".repeat(71),
            "invisible-characters",
            "Characters that show nothing cost 2 segments.",
        ),
        (
            "a".repeat(158) + "  \n",
            "trailing-white-space",
            "White space at the end costs 1 segment.",
        ),
        (
            "a".repeat(161),
            "one-character-over",
            "The last character alone costs 1 segment.",
        ),
        (
            "a".repeat(65) + "👩\u{200D}💻" + &"b".repeat(30) + "中",
            "cut-grapheme",
            "A cut divides a character: phones that do not join segments will show its pieces.",
        ),
        (
            String::from("Pay at Bit.ly/x now, or https://example.com"),
            "public-link-shortener",
            "Carriers filter links of public shorteners such as Bit.ly.",
        ),
    ];
    for (text, code, message) in &cases {
        let warnings = analyze(text).warnings();
        let warning = warnings
            .iter()
            .find(|warning| warning.code().name() == *code);
        assert_eq!(
            warning.map(septet::Warning::message),
            Some(*message),
            "{:?}",
            codes(text)
        );
    }
    assert_eq!(codes(&cases[8].0), ["public-link-shortener"]);
}

#[test]
fn a_profile_without_concatenation_is_violated() {
    let single = Segmenter::new().with_profile(Profile::Single);
    let text = "a".repeat(200);
    let analysis = single.analyze(&text).unwrap();
    let warning = &analysis.warnings()[0];
    assert_eq!(warning.code(), WarningCode::NotConcatenated);
    assert_eq!(
        warning.message(),
        "The text does not fit one message, and is not sent as several: it would take 2."
    );
}

#[test]
fn forced_ucs2_is_told_with_its_mildest_fix() {
    let text = format!("{}ç", "a".repeat(80));
    let analysis = analyze(&text);
    let warnings = analysis.warnings();
    assert_eq!(warnings[0].code(), WarningCode::Ucs2Forced);
    assert_eq!(warnings[0].spans()[0].range(), 80..82);
    assert_eq!(
        Edit::apply_all(&text, warnings[0].fix().unwrap()),
        format!("{}c", "a".repeat(80))
    );
    let emoji = format!("{}🙂", "a".repeat(80));
    assert_eq!(analyze(&emoji).warnings()[0].fix(), None);
}

#[test]
fn suggestions_offer_the_language_and_the_loss_of_letters() {
    let text =
        "Siparişiniz yolda: yarın kapınızda olacak. Değişiklik için bize yazın, teşekkürler.";
    let suggestions = suggest(text);
    let kinds: Vec<_> = suggestions
        .iter()
        .map(|suggestion| suggestion.kind().name())
        .collect();
    assert_eq!(kinds, ["national-language", "smart-encoding", "shorten"]);
    assert_eq!((suggestions[0].changed(), suggestions[0].text()), (0, text));
    assert_eq!(
        suggestions[1].kind(),
        SuggestionKind::SmartEncoding(Level::Transliteration)
    );
    assert!(
        suggestions[1]
            .text()
            .starts_with("Siparisiniz yolda: yarin")
    );
    assert_eq!(suggestions[2].saved(), 1);

    let quoted = format!("“{text}”");
    let language = suggest(&quoted).remove(0);
    assert_eq!(
        (language.kind().name(), language.changed()),
        ("national-language", 2)
    );
    assert!(suggest("short “text”").is_empty());
}

#[test]
fn explanations_name_what_could_stand_there() {
    let explained = analyze("e\u{301}™🙂").explain();
    let alternatives: Vec<_> = explained
        .iter()
        .map(|e| {
            e.alternative()
                .map(|a| (a.replacement(), a.level(), a.reason().name()))
        })
        .collect();
    assert_eq!(
        alternatives,
        [
            Some(("é", Level::Typography, "composition")),
            Some(("", Level::Typography, "composition")),
            Some(("(TM)", Level::Compatibility, "symbol")),
            None,
        ]
    );
    assert!(explained[3].character().forces_ucs2());
}

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
        ("seehttps://x.org/почта/é", vec!["https://x.org/почта/é"]),
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

#[test]
fn templates_tell_what_is_wrong() {
    let parse = |text| Template::parse(text).unwrap_err();
    let unclosed = parse("🙂 {{name");
    assert_eq!(
        unclosed,
        TemplateError::Unclosed {
            index: 5,
            utf16_index: 3
        }
    );
    assert_eq!(
        unclosed.to_string(),
        "the field that opens at byte 5 is not closed with }}"
    );
    assert_eq!(
        parse("{{ }}").to_string(),
        "the field that opens at byte 0 needs a name without braces"
    );
    assert_eq!(
        parse("a {{b{{c}}").to_string(),
        "the field that opens at byte 2 needs a name without braces"
    );
    let template = Template::parse("{a} {{n}} }} {{ n }}").unwrap();
    assert_eq!(template.fields(), ["n"]);
    assert_eq!(template.fill(|_| Some("x")).unwrap(), "{a} x }} x");
    assert_eq!(
        template.fill(|_| None).unwrap_err().to_string(),
        "no value for the field \"n\""
    );
}

/// Texts of some segments: words, links, accents, clusters, line ends, other scripts.
fn texts() -> impl Strategy<Value = String> {
    let pieces = "word |Größe |“quoted” |https://example.com/a/b?c=d |www.ex.org |👩\u{200D}👩\u{200D}👧 |e\u{301}|\r\n|  |щи |中文字|ş|[€]|ｆ|🇩🇪|a\u{200B}|x";
    let pieces: Vec<&str> = pieces.split('|').collect();
    let piece = prop_oneof![8 => proptest::sample::select(pieces).prop_map(String::from), 1 => any::<char>().prop_map(String::from)];
    proptest::collection::vec(piece, 0..90).prop_map(|pieces| pieces.concat())
}

fn segmenters() -> impl Strategy<Value = Segmenter> {
    let profiles =
        proptest::sample::select(vec![Profile::Standard, Profile::TollFree, Profile::Single]);
    let boundaries = proptest::sample::select(vec![
        septet::Boundary::Character,
        septet::Boundary::Grapheme,
    ]);
    (profiles, boundaries, any::<bool>()).prop_map(|(profile, boundary, national)| {
        let languages = if national {
            Languages::auto()
        } else {
            Languages::none()
        };
        Segmenter::new()
            .with_profile(profile)
            .with_boundary(boundary)
            .with_languages(languages)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn truncated_texts_fit_and_are_beginnings(
        text in texts(),
        most in 0usize..5,
        ellipsis in proptest::sample::select(vec!["", "...", "…", " (cont.)"]),
        cut_at in proptest::sample::select(vec![CutAt::Word, CutAt::Grapheme]),
        segmenter in segmenters(),
    ) {
        let truncator = Truncator::new(most).with_cut_at(cut_at).with_ellipsis(ellipsis).with_segmenter(segmenter);
        let cut = truncator.truncate(&text).unwrap();
        prop_assert!(cut.count().segments() <= most.max(1));
        prop_assert_eq!(cut.count(), segmenter.count(cut.text()).unwrap());
        prop_assert!(text.starts_with(cut.kept()));
        prop_assert_eq!(format!("{}{}", cut.kept(), cut.removed()), text.as_str());
        let end = if cut.is_cut() { ellipsis } else { "" };
        prop_assert_eq!(cut.text(), format!("{}{end}", cut.kept()));
        let place = cut.kept().len();
        for link in links(&text) {
            let range = link.span().range();
            prop_assert!(!(range.start < place && place < range.end), "cut {:?}", link.text());
        }
        if cut.is_cut() && cut_at == CutAt::Grapheme {
            // No longer beginning fits: try the next places where a cut may be.
            use unicode_segmentation::UnicodeSegmentation as _;
            let inside = |at: usize| links(&text).any(|link| link.span().range().start < at && at < link.span().range().end);
            let next = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()])
                .filter(|&at| at > place && !inside(at) && text[..at].trim_end().len() > place);
            for at in next.take(3) {
                let longer = format!("{}{end}", text[..at].trim_end());
                prop_assert!(segmenter.count(&longer).unwrap().segments() > most.max(1), "{longer:?} fits");
            }
        }
    }

    #[test]
    fn suggestions_do_what_they_claim(text in texts(), segmenter in segmenters()) {
        let before = segmenter.count(&text).unwrap();
        for suggestion in segmenter.suggest(&text).unwrap() {
            let national = matches!(suggestion.kind(), SuggestionKind::NationalLanguage(_));
            let counted = if national { segmenter.with_languages(Languages::auto()) } else { segmenter };
            prop_assert_eq!(counted.count(suggestion.text()).unwrap(), suggestion.count());
            prop_assert_eq!(before.segments() - suggestion.saved(), suggestion.count().segments());
            prop_assert!(suggestion.saved() > 0);
            prop_assert_eq!(Edit::apply_all(&text, suggestion.edits()), suggestion.text());
        }
    }

    #[test]
    fn fixes_save_what_they_claim(text in texts(), segmenter in segmenters()) {
        let analysis = segmenter.analyze(&text).unwrap();
        for warning in analysis.warnings() {
            for span in warning.spans() {
                let range = span.range();
                prop_assert_eq!(text[..range.start].encode_utf16().count(), span.utf16_range().start);
                prop_assert_eq!(text[range].encode_utf16().count(), span.utf16_range().len());
            }
            if let Some(fix) = warning.fix() {
                let fixed = Edit::apply_all(&text, fix);
                prop_assert!(segmenter.count(&fixed).unwrap().segments() < analysis.count().segments());
                let again = segmenter.analyze(&fixed).unwrap().warnings();
                prop_assert!(again.iter().all(|other| other.code() != warning.code()), "{:?}", warning.code());
            }
        }
    }

    #[test]
    fn explanations_cover_every_character(text in texts()) {
        let analysis = analyze(&text);
        let explained = analysis.explain();
        prop_assert_eq!(explained.len(), text.chars().count());
        for (explained, character) in explained.iter().zip(analysis.characters()) {
            prop_assert_eq!(explained.character(), &character);
        }
    }

    #[test]
    fn every_row_is_within_the_estimate(
        literal in "[a-z{€é中 ]{0,150}",
        values in proptest::collection::vec("[a-z€😀ж]{0,30}", 1..6),
        code in "[0-9€\\[]{0,8}",
    ) {
        let template = Template::parse(&format!("{}{{{{name}}}}, {{{{code}}}}{{{{name}}}}", literal.replace('{', "("))).unwrap();
        let longest = values.iter().map(|value| value.chars().count()).max().unwrap();
        let shortest = values.iter().map(|value| value.chars().count()).min().unwrap();
        let fields = [Field::new("name", shortest, longest), Field::new("code", 0, 8).with_gsm7_only()];
        let estimate = template.estimate(&Segmenter::new(), &fields).unwrap();
        let mut distribution = Distribution::new();
        for value in &values {
            let text = template.fill(|field| Some(if field == "name" { value.as_str() } else { code.as_str() })).unwrap();
            let row = count(&text);
            prop_assert!(estimate.minimum().segments() <= row.segments());
            prop_assert!(row.segments() <= estimate.maximum().segments());
            distribution.push(row);
        }
        prop_assert_eq!(distribution.segments().map(|(_, rows)| rows).sum::<usize>(), values.len());
        prop_assert_eq!(distribution.segments().map(|(segments, rows)| segments * rows).sum::<usize>(), distribution.total_segments());
        prop_assert!(distribution.minimum().unwrap().segments() <= distribution.maximum().unwrap().segments());
        prop_assert!(distribution.ucs2_rows() <= distribution.rows());
        prop_assert!(distribution.dearest().is_sorted_by(|a, b| a.1.segments() >= b.1.segments()));
    }

    #[test]
    fn links_are_apart_and_in_place(text in texts()) {
        let mut from = 0;
        for link in links(&text) {
            let range = link.span().range();
            prop_assert!(from <= range.start && range.start < range.end);
            prop_assert_eq!(&text[range.clone()], link.text());
            prop_assert_eq!(text[..range.start].encode_utf16().count(), link.span().utf16_range().start);
            prop_assert!(!link.host().is_empty());
            from = range.end;
        }
    }
}

#[test]
fn a_megabyte_is_no_trouble() {
    for unit in [
        "“",
        "e\u{301}",
        "\u{301}",
        "http",
        "a.",
        "https://a.io/)",
        "👩\u{200D}",
        "{{a}}",
        " ",
        "((((",
        "....",
        "h",
    ] {
        let text = unit.repeat((1 << 19) / unit.len());
        let analysis = analyze(&text);
        assert!(
            analysis
                .warnings()
                .iter()
                .any(|warning| warning.code() == WarningCode::LongBody)
        );
        let _ = (
            links(&text).count(),
            Truncator::new(3).truncate(&text),
            Template::parse(&text).is_ok(),
        );
        assert_eq!(
            analysis.count().encoding() == Encoding::Ucs2,
            !text.is_ascii()
        );
    }
}

#[cfg(feature = "serde")]
#[test]
fn results_have_the_shapes_of_the_npm_package() {
    use serde_json::{json, to_value};

    let text = format!("{}“🙂", "a".repeat(70));
    let analysis = to_value(analyze(&text)).unwrap();
    assert_eq!(
        analysis["warnings"],
        json!([{
            "code": "ucs2-forced",
            "message": "2 characters force UCS-2: in GSM-7 the text would take 1 segment, not 2.",
            "ranges": [{"start": 70, "end": 71}, {"start": 71, "end": 73}],
            "fix": null,
        }])
    );
    let suggestions = to_value(suggest(&text)).unwrap();
    assert_eq!(suggestions[0]["kind"], "remove-offenders");
    assert_eq!(
        suggestions[0]["edits"],
        json!([
            {"start": 70, "end": 71, "replacement": "\""},
            {"start": 71, "end": 73, "replacement": ""},
        ])
    );
    assert_eq!(suggestions[0]["count"]["encoding"], "GSM-7");
    let explained = to_value(analyze("™").explain()).unwrap();
    assert_eq!(explained[0]["codePoint"], 0x2122);
    assert_eq!(
        explained[0]["alternative"],
        json!({"replacement": "(TM)", "level": "compatibility", "reason": "symbol"})
    );
    let cut = to_value(septet::truncate(&text, 1)).unwrap();
    assert_eq!((&cut["cut"], &cut["kept"]), (&json!(true), &json!(70)));
    let link = to_value(links("🙂 bit.ly/x").next()).unwrap();
    assert_eq!(
        link,
        json!({"text": "bit.ly/x", "start": 3, "end": 11, "host": "bit.ly"})
    );
    let rcs = to_value(rcs_count("é", RcsRegion::Elsewhere)).unwrap();
    assert_eq!(rcs, json!({"class": "basic", "bytes": 2, "units": 1}));

    let mut distribution = Distribution::new();
    distribution.push(count("a"));
    let distribution = to_value(&distribution).unwrap();
    assert_eq!(
        distribution["segments"],
        json!([{"segments": 1, "rows": 1}])
    );
    assert_eq!(distribution["dearest"][0]["row"], 0);
    let template = Template::parse("{{a}}").unwrap();
    let estimate = to_value(template.estimate(&Segmenter::new(), &[]).unwrap()).unwrap();
    assert_eq!(
        (&estimate["minimum"]["units"], &estimate["maximum"]["units"]),
        (&json!(0), &json!(80))
    );

    let smart = to_value(septet::smart_encode("🙂“½”", septet::Rules::Twilio)).unwrap();
    assert_eq!(
        (&smart["text"], &smart["outcome"]),
        (&json!("🙂\"1/2\""), &json!("applied"))
    );
    assert_eq!(
        smart["substitutions"][1],
        json!({
            "original": "½", "replacement": "1/2", "start": 3, "end": 4, "resultStart": 3, "resultEnd": 6,
            "level": null, "reason": "provider",
        })
    );
}
