//! Ways to spend fewer segments, and why a text costs what it costs.

use septet::{Level, SuggestionKind, analyze, suggest};

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
