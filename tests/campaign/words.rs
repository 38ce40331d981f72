//! Words and phrases for the texts of a campaign.

/// Sentence patterns of one language.
pub(super) struct Language {
    pub(super) code: &'static str,
    /// Its relative frequency.
    pub(super) weight: u64,
    pub(super) names: &'static [&'static str],
    /// With `{}` where the name stands.
    pub(super) greetings: &'static [&'static str],
    pub(super) sentences: &'static [&'static str],
}

pub(super) const CITIES: &[&str] = &[
    "London",
    "Köln",
    "São Paulo",
    "Springfield, IL",
    "Kraków",
    "İzmir",
    "Αθήνα",
    "Москва",
    "東京",
    "القاهرة",
];

pub(super) const EMOJI: &[&str] = &["🎉", "👍", "❤️", "🚚", "👩‍👧‍👦", "🇩🇪", "🙂🙂"];

/// Characters that word processors substitute for typed ones.
pub(super) const PASTED: &[(&str, &str)] = &[
    ("'", "’"),
    (" \"", " “"),
    ("\"", "”"),
    (" - ", " – "),
    ("...", "…"),
    (". ", ".\u{A0}"),
];

pub(super) const LANGUAGES: &[Language] = &[
    Language {
        code: "en",
        weight: 48,
        names: &["Ann", "Bob", "Chloe", "Zoë", "O'Neill", "Renée"],
        greetings: &["Hi {}!", "Hello {},", "Dear {},", "{}, good news:"],
        sentences: &[
            "Your order has shipped and will be with you tomorrow between 9 and 5.",
            "Your table is booked for 7 pm - we can't wait to see you.",
            "It's time for your yearly check-up. Reply YES to book, or STOP to opt out.",
            "This weekend everything \"outdoor\" is 20% off in all our shops...",
            "Your code is 482913. Never share it with anyone.",
            "Don't miss it: doors open at 6, the show starts at 7.",
        ],
    },
    Language {
        code: "es",
        weight: 12,
        names: &["Lucía", "Iñaki", "Ana", "José"],
        greetings: &["¡Hola, {}!", "Estimada {}:", "{}, buenas noticias:"],
        sentences: &[
            "Su pedido sale hoy y llegará mañana entre las 9 y las 17 h.",
            "¿Quiere confirmar su cita del martes? Responda SÍ o llame a la clínica.",
            "Este fin de semana, \"todo\" al 50 % - solo en nuestras tiendas...",
        ],
    },
    Language {
        code: "de",
        weight: 8,
        names: &["Jörg", "Anna", "Weiß", "Käthe"],
        greetings: &["Hallo {},", "Guten Tag {}!", "Liebe {},"],
        sentences: &[
            "Ihre Bestellung ist unterwegs und kommt morgen zwischen 9 und 17 Uhr.",
            "Größe XL ist wieder da - heute mit 20 % Rabatt für alle Kunden.",
            "Ihr Termin in der Praxis Müller wurde \"bestätigt\"...",
        ],
    },
    Language {
        code: "fr",
        weight: 7,
        names: &["François", "Zoé", "Hélène", "Luc"],
        greetings: &["Bonjour {},", "Chère {},", "Coucou {} !"],
        sentences: &[
            "Votre colis a été expédié ; il arrivera demain entre 9 h et 17 h.",
            "C'est bientôt Noël - profitez de nos offres jusqu'à dimanche.",
            "Votre rendez-vous à l'hôpital est confirmé. Ça vous convient ?",
        ],
    },
    Language {
        code: "pt",
        weight: 5,
        names: &["João", "Inês", "Conceição", "Rui"],
        greetings: &["Olá {}!", "Bom dia, {}."],
        sentences: &[
            "A sua encomenda já saiu e chega amanhã entre as 9h e as 17h.",
            "Não perca: até domingo, portes grátis em toda a coleção de verão.",
        ],
    },
    Language {
        code: "tr",
        weight: 4,
        names: &["Ayşe", "Çağrı", "İbrahim", "Gül"],
        greetings: &["Merhaba {},", "Sayın {},"],
        sentences: &[
            "Siparişiniz yola çıktı, yarın 9 ile 17 arasında kapınızda olacak.",
            "Randevunuz onaylandı - görüşmek üzere.",
        ],
    },
    Language {
        code: "pl",
        weight: 4,
        names: &["Łukasz", "Małgorzata", "Ewa"],
        greetings: &["Cześć {}!", "Dzień dobry {},"],
        sentences: &[
            "Twoja paczka jest w drodze i dotrze jutro między 9 a 17.",
            "W ten weekend wszystko taniej - zapraszamy do sklepów.",
        ],
    },
    Language {
        code: "el",
        weight: 2,
        names: &["Ελένη", "Γιώργος"],
        greetings: &["Γεια σου {}!", "Αγαπητή {},"],
        sentences: &[
            "Η παραγγελία σας φεύγει σήμερα και φτάνει αύριο.",
            "ΜΕΓΑΛΕΣ ΕΚΠΤΩΣΕΙΣ ΑΥΤΟ ΤΟ ΣΑΒΒΑΤΟ.",
        ],
    },
    Language {
        code: "ru",
        weight: 3,
        names: &["Ольга", "Дмитрий"],
        greetings: &["Здравствуйте, {}!", "{}, добрый день."],
        sentences: &[
            "Ваш заказ отправлен и прибудет завтра с 9 до 17 часов.",
            "Только в эти выходные - скидка 20 % на всё.",
        ],
    },
    Language {
        code: "zh",
        weight: 3,
        names: &["王芳", "李伟"],
        greetings: &["{}您好，", "尊敬的{}："],
        sentences: &[
            "您的订单已发货，预计明天送达。",
            "本周末全场八折，欢迎光临。",
        ],
    },
    Language {
        code: "hi",
        weight: 2,
        names: &["प्रिया", "अमित"],
        greetings: &["नमस्ते {},", "प्रिय {},"],
        sentences: &[
            "आपका ऑर्डर भेज दिया गया है और कल पहुँच जाएगा।",
            "आपका कोड 482913 है।",
        ],
    },
    Language {
        code: "ar",
        weight: 2,
        names: &["فاطمة", "محمد"],
        greetings: &["مرحبا {}،", "عزيزتي {}،"],
        sentences: &[
            "تم شحن طلبك وسيصل غدا بين الساعة 9 و 17.",
            "رمزك هو 482913. لا تشاركه مع أحد.",
        ],
    },
];
