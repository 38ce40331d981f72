//! Keywords against `keywords.tsv`, and the router against everything that is not a keyword.

use proptest::prelude::*;
use septet::catalogue::{Intent, Keywords, Provider, Route, Router, RouterError};
use septet::message::{Channel, SenderKind};

use crate::tsv;

fn intent(name: &str) -> Intent {
    match name {
        "opt-out" => Intent::OptOut,
        "opt-in" => Intent::OptIn,
        "help" => Intent::Help,
        other => panic!("{other}"),
    }
}

/// The senders a row of the data is for.
fn senders(row: &tsv::Row) -> Vec<Keywords> {
    let toll_free = |provider| Keywords::new(provider).with_sender(SenderKind::TollFree);
    match row["provider"].as_str() {
        "Twilio" => vec![Keywords::new(Provider::Twilio), Keywords::default()],
        "US/CA toll-free (network level)" => [
            Provider::Twilio,
            Provider::Telnyx,
            Provider::Aws,
            Provider::Other,
        ]
        .map(toll_free)
        .into(),
        "Telnyx" => vec![Keywords::new(Provider::Telnyx), toll_free(Provider::Telnyx)],
        "AWS End User Messaging" if row["scope"].starts_with("toll-free") => {
            vec![toll_free(Provider::Aws)]
        }
        "AWS End User Messaging" => vec![Keywords::new(Provider::Aws)],
        "Google RCS" => row["scope"]
            .split(", ")
            .map(|country| {
                let keywords = Keywords::new(Provider::Other).with_channel(Channel::Rcs);
                keywords.with_country(country.parse().unwrap())
            })
            .collect(),
        _ => vec![],
    }
}

/// Keywords on which a provider acts by itself are handled for each of its senders.
#[test]
fn keywords_of_a_provider_are_handled() {
    let mut checked = 0;
    for row in tsv::read("keywords.tsv") {
        for keywords in senders(&row) {
            let word = &row["keyword"];
            for message in [word.clone(), word.to_lowercase(), format!(" \t{word}\r\n")] {
                let found = keywords
                    .recognize(&message)
                    .unwrap_or_else(|| panic!("{row:?}"));
                assert_eq!(found.intent(), intent(&row["action"]), "{row:?}");
                assert!(found.is_handled(), "{row:?}");
                let listed = found.lists().iter().any(|list| {
                    (list.provider(), list.source())
                        == (row["provider"].as_str(), row["source"].as_str())
                });
                assert!(listed, "{row:?}");
            }
            checked += 1;
        }
    }
    assert!(checked > 60, "{checked}");
}

/// Keywords that the law and the carriers list are honoured everywhere in the US, handled or not.
#[test]
fn opt_outs_of_the_law_are_recognized_for_every_provider() {
    let rows = tsv::read("keywords.tsv");
    let law = |row: &&tsv::Row| ["FCC", "CTI"].contains(&&row["provider"][..3]);
    for row in rows.iter().filter(law) {
        for provider in [
            Provider::Twilio,
            Provider::Telnyx,
            Provider::Aws,
            Provider::Other,
        ] {
            let keywords = Keywords::new(provider).with_country("US".parse().unwrap());
            let found = keywords.recognize(&row["keyword"]).unwrap();
            assert_eq!(found.intent(), intent(&row["action"]), "{row:?}");
        }
    }
}

#[test]
fn a_keyword_in_a_longer_message_is_none() {
    let keywords = Keywords::new(Provider::Twilio);
    for message in [
        "stop by later",
        "please stop",
        "STOPP",
        "nonstop",
        "don't stop",
        "yes please",
        "",
        " ",
        "?!",
        "end.",
    ] {
        let found = keywords.recognize(message);
        assert_eq!(found.is_some(), message == "end.", "{message}");
    }
    // AWS looks at the beginning of a message.
    let found = Keywords::new(Provider::Aws)
        .recognize("stop by later")
        .unwrap();
    assert!(found.is_handled());
    assert!(
        Keywords::new(Provider::Aws)
            .recognize("stopping by")
            .is_none()
    );
}

#[test]
fn punctuation_is_for_the_application_to_see_through() {
    let keywords = Keywords::new(Provider::Twilio);
    for message in [
        "Stop.",
        "\"STOP\"",
        "stop!!!",
        "¡Stop!",
        "STOP 🙏",
        "opt-out",
        "Opt  out",
        "« stop »",
    ] {
        let found = keywords
            .recognize(message)
            .unwrap_or_else(|| panic!("{message}"));
        assert_eq!(
            (found.intent(), found.is_handled()),
            (Intent::OptOut, false),
            "{message}"
        );
    }
}

#[test]
fn who_acts_depends_on_the_sender() {
    let handled = |keywords: Keywords, word| keywords.recognize(word).unwrap().is_handled();
    let twilio = || Keywords::new(Provider::Twilio);
    assert!(handled(twilio(), "UNSUBSCRIBE"));
    assert!(!handled(
        twilio().with_sender(SenderKind::TollFree),
        "UNSUBSCRIBE"
    ));
    assert!(handled(
        twilio().with_sender(SenderKind::TollFree),
        "UNSTOP"
    ));
    assert!(!handled(
        twilio().with_sender(SenderKind::ShortCode),
        "STOP"
    ));
    assert!(!handled(twilio().with_channel(Channel::WhatsApp), "STOP"));
    assert!(!handled(Keywords::new(Provider::Other), "STOP"));
    assert!(!handled(
        Keywords::new(Provider::Aws).with_sender(SenderKind::TollFree),
        "CANCEL"
    ));
    // The newer additions of 2025.
    assert!(handled(twilio(), "revoke") && handled(twilio(), "optout"));
}

#[test]
fn other_languages_come_with_their_country() {
    let find = |country: &str, word: &str| {
        let keywords = Keywords::new(Provider::Twilio).with_country(country.parse().unwrap());
        keywords.recognize(word).map(|found| found.intent())
    };
    assert_eq!(find("ES", "Baja"), Some(Intent::OptOut));
    assert_eq!(find("ES", "alta"), Some(Intent::OptIn));
    assert_eq!(find("BR", "parar"), Some(Intent::OptOut));
    assert_eq!(find("FR", "Arrete"), Some(Intent::OptOut));
    assert_eq!(find("US", "baja"), None);
    assert_eq!(find("DE", "arret"), None);
    let own = Keywords::new(Provider::Twilio).with_keyword("Abmelden!", Intent::OptOut);
    assert!(own.recognize("abmelden").unwrap().lists().is_empty());
    assert!(
        Keywords::default()
            .with_keyword("?!", Intent::OptOut)
            .recognize("?!")
            .is_none()
    );
}

/// People write a word of their language with its accents, lists without them.
#[test]
fn accents_and_wide_letters_are_letters() {
    let canada = Keywords::new(Provider::Twilio).with_country("CA".parse().unwrap());
    for message in [
        "ARR\u{ca}T",
        "arr\u{ea}t !",
        "arre\u{302}t",
        "Arret",
        "\u{ff33}\u{ff34}\u{ff2f}\u{ff30}",
        "\u{ff53}top",
    ] {
        let found = canada.recognize(message).unwrap();
        assert_eq!(
            (found.intent(), found.is_handled()),
            (Intent::OptOut, false),
            "{message}"
        );
    }
    let own = Keywords::new(Provider::Twilio).with_keyword("b\u{e1}ja", Intent::OptOut);
    for message in ["BAJA", "b\u{e1}ja", "B\u{c1}JA."] {
        let found = own.recognize(message).unwrap();
        assert_eq!(
            (found.intent(), found.keyword()),
            (Intent::OptOut, "b\u{e1}ja"),
            "{message}"
        );
    }
    // Letters of another alphabet are other letters.
    assert!(canada.recognize("\u{410}RRET").is_none());
    assert!(canada.recognize("arr\u{ea}ter").is_none());
}

#[test]
fn a_router_keeps_opt_outs_and_help_for_itself() {
    let router = || Router::new(Keywords::new(Provider::Twilio));
    for words in ["stop", "Opt-out", "HELP", "info"] {
        assert_eq!(
            router().with_command(words, ()).unwrap_err(),
            RouterError::Reserved,
            "{words}"
        );
    }
    assert_eq!(
        router().with_command("…", ()).unwrap_err(),
        RouterError::NoWord
    );
    assert_eq!(
        router().with_command(&"a".repeat(65), ()).unwrap_err(),
        RouterError::NoWord
    );
    assert!(router().with_command(&"a".repeat(64), ()).is_ok());
    assert_eq!(
        router().with_argument("join us", ()).unwrap_err(),
        RouterError::SeveralWords
    );
    let taken = router()
        .with_command("Join us", ())
        .and_then(|router| router.with_command("JOIN-US", ()));
    assert_eq!(taken.unwrap_err(), RouterError::Taken);
}

#[test]
fn words_of_javascript_objects_are_words() {
    let words = [
        "constructor",
        "__proto__",
        "prototype",
        "toString",
        "hasOwnProperty",
    ];
    let mut router = Router::new(Keywords::default());
    for word in words {
        assert_eq!(router.route(word), Route::Other);
        router = router.with_command(word, word).unwrap();
    }
    for word in words {
        assert_eq!(
            router.route(word),
            Route::Command {
                command: &word,
                argument: ""
            }
        );
    }
}

/// YES is an opt-in for Twilio, and the answer to a question for everybody else.
#[test]
fn commands_come_before_opt_ins() {
    let router = Router::new(Keywords::default());
    assert!(
        matches!(router.route("yes"), Route::Keyword(found) if found.intent() == Intent::OptIn)
    );
    let router = router
        .with_command("yes", 1)
        .unwrap()
        .with_argument("vote", 2)
        .unwrap();
    assert_eq!(
        router.route("Yes!"),
        Route::Command {
            command: &1,
            argument: ""
        }
    );
    assert_eq!(
        router.route("vote"),
        Route::Command {
            command: &2,
            argument: ""
        }
    );
    assert_eq!(
        router.route("VOTE,  for me "),
        Route::Command {
            command: &2,
            argument: "for me"
        }
    );
    assert_eq!(
        router.route("vote !"),
        Route::Command {
            command: &2,
            argument: "!"
        }
    );
    assert_eq!(router.route("yes I do"), Route::Other);
    assert_eq!(router.route("votes"), Route::Other);
}

proptest! {
    #[test]
    fn any_text_is_routed(text in any::<String>(), words in "\\PC{0,70}") {
        let router = Router::new(Keywords::new(Provider::Aws));
        let router = match router.clone().with_argument(&words, ()) {
            Ok(router) => router,
            Err(_) => router,
        };
        if let Route::Command { argument, .. } = router.route(&text) {
            prop_assert!(text.contains(argument));
        }
        let _ = router.route(&words);
    }

    /// Punctuation and spaces around an opt-out never hide it.
    #[test]
    fn opt_outs_are_found_through_punctuation(
        (before, after) in ("[ .!?\"'\n-]{0,8}", "[ .!?\"'\n-]{0,8}"),
        word in prop::sample::select(vec!["stop", "UNSUBSCRIBE", "Quit", "OPT OUT"]),
    ) {
        let found = Keywords::default().recognize(&format!("{before}{word}{after}"));
        prop_assert_eq!(found.map(|found| found.intent()), Some(Intent::OptOut));
    }
}
