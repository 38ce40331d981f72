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

#[test]
fn a_text_with_other_links_after_it_stays() {
    let stay = [
        // The address would be another one with the plainer character.
        "bit.ly/x1•Terms “apply”",
        "bit.ly/x1→now →",
        "bit.ly/x1™ and ™",
        "https://ex.com/½ – ½",
        "https://ex.com/a’s ’",
        "john.o’neil@example.com – “hi”",
        // It would join two, or a link and a word.
        "ex.com/a\u{200B}b \u{200B}c",
        "a@b.cd\u{AD}x@y.zw …",
        "us\u{200B}er@example.com…",
        "À\u{341}\u{1DC0}ł@ex.com ł",
        "²\u{200C}℀─bücher.de/ü ½",
        // It would make a field.
        "｛｛name｝｝ ＄5",
    ];
    all_read(Level::Transliteration, &stay.map(|text| (text, text)));
    all_read(
        Level::Transliteration,
        &[
            // What ends a link does as well when it is plain.
            (
                "“bit.ly/x1”, bit.ly/x2… bit.ly/x3\u{A0}ł",
                "\"bit.ly/x1\", bit.ly/x2... bit.ly/x3 l",
            ),
            ("bit.ly/x1\u{200B} now", "bit.ly/x1 now"),
            ("a@b.cd’s – ł", "a@b.cd's - l"),
            // Any scheme.
            (
                "ftp://ex.com/ł–x, upi://pay?pa=ł@y ł",
                "ftp://ex.com/ł–x, upi://pay?pa=ł@y l",
            ),
        ],
    );
    let text = "Sale ends soon ☀bit.ly/x1☀now and more text that makes it too long for one segment";
    let suggestions = septet::suggest(text);
    assert!(
        suggestions
            .iter()
            .all(|way| way.text().contains("bit.ly/x1☀now"))
    );
}

#[test]
fn words_are_read_up_to_a_link() {
    all_read(
        Level::Typography,
        &[
            ("\u{AD}Я.com➅еy", "Я.com➅ey"),
            ("ΆΘΗΝΑ Α\u{301}ΘΗΝΑ ΑΘΗΝΑ", "ΆΘΗΝΑ ΆΘΗΝΑ AΘHNA"),
            ("】\u{3164}", "】"),
            ("é\u{327}\u{200B}ก", "ȩ\u{301}\u{200B}ก"),
        ],
    );
    all_read(
        Level::Transliteration,
        &[
            // As many letters of both: Russian in a Russian text, else Latin.
            ("Ваш TВ, Нeт", "Vash TV, Net"),
            ("Your TВ", "Your TB"),
            ("】\u{3164}", "]"),
            ("\u{200B}฿5", "THB5"),
            ("paraŀlel ŉ", "paral.lel 'n"),
        ],
    );
}

#[test]
fn a_dash_keeps_clauses_apart() {
    all_read(
        Level::Typography,
        &[
            (
                "AT&T—“Rethink”, “Yes”—he said",
                "AT&T - \"Rethink\", \"Yes\" - he said",
            ),
            (
                "wait!—no, 5%—off, it—$5 off",
                "wait! - no, 5% - off, it - $5 off",
            ),
            ("—Hola —dijo Ana—. «Ya» —y", "-Hola -dijo Ana-. \"Ya\" -y"),
            ("€5—€9, 5%—10%, Fr. 5.— pro", "€5-€9, 5%-10%, Fr. 5.- pro"),
        ],
    );
}

#[test]
fn an_ordinal_is_not_a_temperature() {
    all_read(
        Level::Transliteration,
        &[
            ("Il 1° maggio, 1° posto", "Il 1o maggio, 1o posto"),
            ("1°\u{A0}gennaio, 1° de mayo", "1o gennaio, 1o de mayo"),
            (
                "25° e sole, 38° di febbre, 1° e neve",
                "25deg e sole, 38deg di febbre, 1deg e neve",
            ),
            (
                "-1° oggi, 2,1° oggi, 11° today",
                "-1deg oggi, 2,1deg oggi, 11deg today",
            ),
            ("45° angle, +1°C, 1° C", "45deg angle, +1degC, 1deg C"),
        ],
    );
}

#[test]
fn squared_units_are_spelled_outside_of_east_asia() {
    all_read(
        Level::Compatibility,
        &[
            (
                "5㎏, 20㎡, 10㎞, 50㎖, 3㎥, 60㎞",
                "5kg, 20m2, 10km, 50ml, 3m3, 60km",
            ),
            (
                "10㎍, 5㎛, 2㏀, 7㏘, 3㎧, 1㏅",
                "10ug, 5um, 2kΩ, 7p.m., 3m/s, 1cd",
            ),
            ("5㎏ 쌀, 10㎡", "5㎏ 쌀, 10㎡"),
        ],
    );
}
