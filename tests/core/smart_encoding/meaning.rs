//! Texts that must say the same before and after: one row for each kind of fault that readers found.

use septet::Level;

use super::forced;

fn all_read(level: Level, rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        let encoder = forced(level);
        let read = encoder.encode(text).into_text();
        assert_eq!(read, *expected, "{text}");
        assert_eq!(encoder.encode(&read).text(), read, "{text}");
    }
}

#[test]
fn a_greek_letter_without_greek_words_is_a_symbol() {
    all_read(
        Level::Transliteration,
        &[
            ("π ≈ 3.14", "pi ~ 3.14"),
            ("α", "alpha"),
            ("α-Version", "alpha-Version"),
            ("σ = 2, μ = 5; θ", "sigma = 2, u = 5; theta"),
            ("ΔT = 5", "ΔT = 5"),
            ("5 µA", "5 uA"),
            ("Σ 12 €", "Σ 12 €"),
            ("η Αθήνα", "H AΘHNA"),
            ("όχι· καλά · ναι\u{387}", "OXI: KAΛA - NAI:"),
            ("β και γ", "B KAI Γ"),
        ],
    );
}

#[test]
fn arithmetic_gives_the_same_result() {
    all_read(
        Level::Compatibility,
        &[
            ("5⋅3 = 15", "5*3 = 15"),
            ("5∙3", "5*3"),
            ("5 · 3 = 15", "5 * 3 = 15"),
            ("£3·50", "£3.50"),
            ("5²·2, ½·2, 12·30", "5^2*2, 1/2*2, 12.30"),
            ("Brot · Käse", "Brot - Käse"),
            ("10⁻³ m, 10⁺⁵, s⁻²", "10^-3 m, 10^+5, s^-2"),
            ("H⁺, Ca²⁺, x²y³", "H+, Ca2+, x2y3"),
            ("−5 − 3", "-5 - 3"),
            ("2ⁿ, 1ˢᵗ 2ⁿᵈ, 4ᵗʰ, 2ˣ", "2^n, 1st 2nd, 4th, 2^x"),
            ("log₂8, ½2, ①2, x²3", "log2 8, 1/2 2, 1 2, x2 3"),
            ("★★★☆☆ 4.5, ☆☆", "***-- 4.5, **"),
            ("25 ºC, 77ºF, 2º C", "25 °C, 77°F, 2o C"),
        ],
    );
}

#[test]
fn numero_and_quotation_marks_are_read_as_such() {
    all_read(
        Level::Transliteration,
        &[
            ("N.° 4, n.° 5, n° 6", "N.o 4, n.o 5, no 6"),
            ("in.° 6, 5.°", "in.deg 6, 5.deg"),
            (
                "「Sale」 『now』 《x》 〈y〉",
                "\"Sale\" \"now\" \"x\" \"y\"",
            ),
            ("日本語「セール」【重要】〜", "日本語「セール」【重要】〜"),
        ],
    );
}

#[test]
fn a_hard_sign_shows_bulgarian_where_russian_has_none() {
    all_read(
        Level::Transliteration,
        &[
            ("Съобщение от Банката", "Saobshtenie ot Bankata"),
            (
                "Съавтор, съучастник, съиздател",
                "Saavtor, sauchastnik, saizdatel",
            ),
            ("подъезд, съюз, объявление", "pod'ezd, s'yuz, ob'yavlenie"),
            ("Коми: ӧ і", "Komi: o i"),
        ],
    );
}

#[test]
fn a_link_with_merge_fields_is_sent_as_written() {
    all_read(
        Level::Transliteration,
        &[
            (
                "https://example.com/{{id}}/żółw–x now – ż",
                "https://example.com/{{id}}/żółw–x now - z",
            ),
            (
                "https://example.com/?{{a}}&b=ś–x. Then – ś",
                "https://example.com/?{{a}}&b=ś–x. Then - s",
            ),
            ("https://{{host}}/łódź – ł", "https://{{host}}/łódź - l"),
            ("example.com/*|ID|*/ł, ł", "example.com/*|ID|*/ł, l"),
            ("{{a}}/ś and {{b}}—ś", "{{a}}/s and {{b}}-s"),
            ("https://ex.com/a – {{b}} ś", "https://ex.com/a - {{b}} s"),
        ],
    );
}
