//! Sentences that say how to opt out stay whatever is shortened, in the languages of the page.

use septet::{SuggestionKind, suggest};

/// A language, what a message says, and how people are told to opt out.
const LINES: [(&str, &str, &[&str]); 8] = [
    (
        "en",
        "Our summer sale starts on Friday and everything is half price. ",
        &[
            "Reply STOP to opt out.",
            "Txt STOP2END",
            "To unsubscribe visit ex.com/u",
            "Opt out: ex.com/u",
        ],
    ),
    (
        "de",
        "Unser Sommerschlussverkauf beginnt am Freitag mit halben Preisen. ",
        &[
            "Abmelden: ex.com/u",
            "Keine SMS mehr? STOPP an 12345",
            "Zum Abbestellen mit ENDE antworten.",
            "Abmeldung unter 0800 1234567",
        ],
    ),
    (
        "es",
        "Nuestras rebajas de verano empiezan el viernes con todo a mitad de precio. ",
        &[
            "Responde BAJA para no recibir más.",
            "Para darte de baja envía NO al 25600",
            "No publi: ex.com/u dar de baja",
            "Si no desea recibir más SMS llame al 900 123 456.",
        ],
    ),
    (
        "fr",
        "Nos soldes commencent vendredi avec la moitié du prix sur tous les articles. ",
        &[
            "STOP au 36179",
            "Pour ne plus recevoir de SMS: ex.com/u",
            "Se désabonner: ex.com/u",
            "Répondez ARRET.",
        ],
    ),
    (
        "pt",
        "Os nossos saldos de verao começam na sexta com tudo a metade do preço. ",
        &[
            "Responda SAIR para cancelar.",
            "Para não receber mais SMS responda 0",
            "Cancelar inscrição: ex.com/u",
            "Descadastre-se em ex.com/u",
        ],
    ),
    (
        "tr",
        "Yaz indirimi cuma sabahi tüm magazalarda yari fiyatina basliyor, bekleriz. ",
        &[
            "SMS almak istemiyorsaniz 1234'e RET yazin",
            "İptal için IPTAL yazıp 1234'e gönderin.",
            "Listeden çıkmak için ex.com/u",
        ],
    ),
    (
        "ar",
        "تبدأ تخفيضات الصيف يوم الجمعة بنصف السعر على جميع المنتجات في المتجر. ",
        &[
            "للإلغاء أرسل 0 إلى 7070",
            "لإيقاف الرسائل أرسل STOP",
            "لعدم استقبال الرسائل: ex.com/u",
            "أرسل قف إلى 7070",
        ],
    ),
    (
        "hi",
        "हमारी गर्मियों की सेल शुक्रवार से शुरू हो रही है, सब कुछ आधे दाम पर मिलेगा। ",
        &[
            "सदस्यता समाप्त करने के लिए 56161 पर 0 भेजें।",
            "संदेश बंद करने के लिए STOP लिखकर 56161 पर भेजें।",
            "अनसब्सक्राइब: ex.com/u",
            "ऑप्ट आउट के लिए 56161 पर मिस्ड कॉल दें।",
        ],
    ),
];

#[test]
fn the_sentence_stays_in_every_language() {
    for (language, body, lines) in LINES {
        for line in lines {
            for end in ["", ".", "\nACME"] {
                let line = format!("{line}{end}");
                let text = format!("{}{line}", body.repeat(4));
                let ways = suggest(&text);
                let short = ways
                    .iter()
                    .find(|way| way.kind() == SuggestionKind::Shorten);
                let short = short.unwrap_or_else(|| panic!("{language}: {text}"));
                assert!(
                    short.text().ends_with(&line) && short.text().starts_with(body.trim_end()),
                    "{language}: {}",
                    short.text()
                );
            }
        }
    }
}

#[test]
fn the_number_that_comes_before_the_verb_stays() {
    let body =
        "एक ही वाक्य में सब कुछ लिखा गया है ताकि कोई विराम चिह्न न मिले और संदेश बहुत लंबा हो जाए ".repeat(2);
    let text = format!("{body}56161 पर STOP भेजें");
    let ways = suggest(&text);
    let short = ways
        .iter()
        .find(|way| way.kind() == SuggestionKind::Shorten)
        .unwrap();
    assert!(
        short.text().ends_with("56161 पर STOP भेजें"),
        "{}",
        short.text()
    );
}
