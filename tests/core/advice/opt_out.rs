//! Sentences that say how to opt out stay whatever is shortened, in the languages of the page and others.

use septet::{SuggestionKind, suggest};

/// A language, what a message says, and how people are told to opt out.
const LINES: [(&str, &str, &[&str]); 26] = [
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
    (
        "ru",
        "Летняя распродажа начинается в пятницу, всё за полцены. ",
        &[
            "Отписаться: ответьте СТОП",
            "Чтобы отказаться от рассылки, ответьте 0.",
            "Ответьте СТОП",
        ],
    ),
    (
        "uk",
        "Літній розпродаж починається у п'ятницю, все за півціни. ",
        &[
            "Відписатися: ex.com/u",
            "Щоб відмовитися, надішліть 0 на 1234.",
        ],
    ),
    (
        "bg",
        "Лятната разпродажба започва в петък, всичко е на половин цена. ",
        &["За отписване: ex.com/u", "Отпишете се на 1234."],
    ),
    (
        "pl",
        "Letnia wyprzedaż zaczyna się w piątek, wszystko za pół ceny. ",
        &[
            "Aby zrezygnować, wyślij NIE na 1234.",
            "Rezygnacja: ex.com/u",
        ],
    ),
    (
        "cs",
        "Letní výprodej začíná v pátek, všechno za polovinu ceny. ",
        &["Odhlásit: ex.com/u", "Pro odhlášení pošlete NE na 1234."],
    ),
    (
        "ro",
        "Reducerile de vară încep vineri, totul la jumătate de preț. ",
        &["Dezabonare: ex.com/u"],
    ),
    (
        "hu",
        "A nyári leárazás pénteken kezdődik, minden féláron kapható. ",
        &["Leiratkozás: ex.com/u"],
    ),
    (
        "it",
        "I nostri saldi estivi iniziano venerdì con tutto a metà prezzo. ",
        &[
            "Per disiscriverti rispondi NO.",
            "Per cancellarti: ex.com/u",
            "Per non ricevere più SMS: ex.com/u",
        ],
    ),
    (
        "nl",
        "Onze zomeruitverkoop begint vrijdag en alles is voor de halve prijs. ",
        &[
            "Afmelden: ex.com/u",
            "Om je uit te schrijven, sms 0 naar 1234.",
        ],
    ),
    (
        "da",
        "Vores sommerudsalg starter på fredag, og alt er til halv pris. ",
        &["Afmeld: sms 0 til 1234", "Frameld med AFMELD til 1234"],
    ),
    (
        "sv",
        "Vår sommarrea börjar på fredag och allt är till halva priset. ",
        &["Avregistrera: ex.com/u"],
    ),
    (
        "el",
        "Οι καλοκαιρινές εκπτώσεις αρχίζουν την Παρασκευή με όλα στη μισή τιμή. ",
        &["Διαγραφή: ex.com/u"],
    ),
    (
        "he",
        "מבצע הקיץ שלנו מתחיל ביום שישי והכל בחצי מחיר. ",
        &["להסרה השיבו 1"],
    ),
    (
        "id",
        "Obral musim panas kami mulai hari Jumat, semua “setengah” harga. ",
        &["Ketik BERHENTI ke 1234"],
    ),
    (
        "vi",
        "Khuyến mãi mùa hè bắt đầu vào thứ Sáu, tất cả giảm nửa giá. ",
        &["Từ chối QC, soạn TC gửi 1234"],
    ),
    (
        "ko",
        "여름 세일이 금요일에 시작되며 모든 상품이 반값입니다. ",
        &["무료수신거부 080-123-4567"],
    ),
    (
        "zh",
        "夏季促销将于星期五开始，全场商品一律半价，欢迎光临。",
        &["退订回T", "拒收请回复R"],
    ),
    (
        "ja",
        "夏のセールは金曜日から始まります。全品半額です。",
        &["配信停止はこちら ex.com/u"],
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
fn what_forces_ucs2_stays_with_the_words_to_opt_out() {
    let decomposed = "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}".repeat(14);
    for text in [
        format!("안녕하세요 {decomposed} 무료수신거부 080"),
        format!("{} 무료수신거부 080-123-4567", "Sale on today. ".repeat(5)),
        format!("{} 退订回T", "Sale on today. ".repeat(5)),
    ] {
        let kinds: Vec<_> = suggest(&text)
            .iter()
            .map(septet::Suggestion::kind)
            .collect();
        assert!(!kinds.is_empty(), "{text}");
        assert!(!kinds.contains(&SuggestionKind::RemoveOffenders), "{text}");
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
