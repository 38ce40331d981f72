//! Value types convert both ways: a table of traits and types. What one writes the other reads.

use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use septet::{
    Apply, Boundary, CutAt, Encoding, FieldSyntax, Level, Limits, NationalLanguage, Profile,
    ProviderPreset, RcsClass, RcsRegion, ReferenceBits, Residue, Rules, SmartOutcome,
    SubstitutionReason, TextLanguage, WarningCode,
};

/// Traits of every value type; that this compiles is the test.
#[cfg(feature = "serde")]
trait Value:
    Clone + Debug + Display + FromStr + Ord + Hash + serde::Serialize + serde::de::DeserializeOwned
{
}
#[cfg(feature = "serde")]
impl<
    T: Clone + Debug + Display + FromStr + Ord + Hash + serde::Serialize + serde::de::DeserializeOwned,
> Value for T
{
}
#[cfg(not(feature = "serde"))]
trait Value: Clone + Debug + Display + FromStr + Ord + Hash {}
#[cfg(not(feature = "serde"))]
impl<T: Clone + Debug + Display + FromStr + Ord + Hash> Value for T {}

/// Reads each value from what it is displayed as, and from its JSON.
fn both_ways<T: Value>(values: impl IntoIterator<Item = T>)
where
    T::Err: Debug,
{
    let mut count = 0;
    for value in values {
        let text = value.to_string();
        assert_eq!(text.parse::<T>().unwrap(), value, "{text}");
        assert_eq!(format!("{value:>60}").trim_start(), text);
        #[cfg(feature = "serde")]
        {
            let json = serde_json::to_string(&value).unwrap();
            assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
            // JSON takes another name if parsing does, and gives the reason of it.
            let parsed = "\u{1}?".parse::<T>().map_err(|error| format!("{error:?}"));
            let read = serde_json::from_str::<T>(r#""\u0001?""#);
            assert_eq!(read.is_ok(), parsed.is_ok(), "{parsed:?}");
            for other in ["null", "[]", "{}", "true"] {
                assert!(serde_json::from_str::<T>(other).is_err(), "{other}: {json}");
            }
        }
        count += 1;
    }
    assert!(count > 1);
}

/// The sentence of the error for another name.
fn refused<T: FromStr<Err: std::error::Error>>(text: &str) -> String {
    match text.parse::<T>() {
        Ok(_) => panic!("{text:?} is a value"),
        Err(error) => error.to_string(),
    }
}

/// For a type whose JSON is a number, which `both_ways` does not take for its text.
fn is_value<T: Value>() {}

fn has_default<T: Default>() {}

const REASONS: [SubstitutionReason; 28] = {
    use SubstitutionReason as R;
    [
        R::Invisible,
        R::Joiner,
        R::Space,
        R::LineBreak,
        R::Quote,
        R::Dash,
        R::Ellipsis,
        R::Bullet,
        R::Slash,
        R::Canonical,
        R::Composition,
        R::Symbol,
        R::LookAlike,
        R::Number,
        R::Width,
        R::Ligature,
        R::Fraction,
        R::Superscript,
        R::Subscript,
        R::Enclosed,
        R::Stylised,
        R::Mark,
        R::Letter,
        R::Greek,
        R::Cyrillic,
        R::Currency,
        R::Provider,
        R::Custom,
    ]
};

#[test]
fn values_of_texts() {
    let own = Limits::new(136, 130).unwrap();
    let ucs2 = own.with_ucs2(60, 57).unwrap();
    both_ways([Encoding::Gsm7, Encoding::Ucs2]);
    both_ways(Level::ALL);
    both_ways(Rules::ALL);
    both_ways([Boundary::Character, Boundary::Grapheme, Boundary::Word]);
    both_ways([RcsClass::Rich, RcsClass::Basic, RcsClass::Single]);
    both_ways([
        SmartOutcome::NothingToDo,
        SmartOutcome::Applied,
        SmartOutcome::RevertedWithoutGain,
    ]);
    both_ways([WarningCode::Ucs2Forced, WarningCode::OneCharacterOver]);
    both_ways(ProviderPreset::ALL);
    both_ways(TextLanguage::ALL);
    both_ways(FieldSyntax::ALL);
    both_ways([CutAt::Word, CutAt::Grapheme]);
    both_ways([Residue::Keep, Residue::Revert]);
    both_ways([Apply::Always, Apply::WhenItHelps, Apply::WhenSegmentsSaved]);
    both_ways([RcsRegion::UnitedStates, RcsRegion::Elsewhere]);
    both_ways(NationalLanguage::ALL);
    both_ways(REASONS);
    both_ways([
        Profile::Standard,
        Profile::TollFree,
        Profile::Single,
        Profile::Custom(own),
        Profile::Custom(ucs2),
    ]);
    for bits in [ReferenceBits::Eight, ReferenceBits::Sixteen] {
        assert_eq!(bits.to_string().parse(), Ok(bits));
    }
    is_value::<ReferenceBits>();
    has_default::<CutAt>();
    has_default::<FieldSyntax>();
    // An encoding, a level, a list, a language and a reason have no value that stands for the others.
    has_default::<Boundary>();
    has_default::<ReferenceBits>();
    has_default::<Profile>();
    has_default::<RcsRegion>();
}

#[test]
fn other_names_are_errors() {
    let error = "Grapheme ".parse::<Boundary>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "\"Grapheme \" is not a boundary: character, grapheme, word"
    );
    assert_eq!("GRAPHEME".parse(), Ok(Boundary::Grapheme));
    let sentences = [
        refused::<Encoding>(""),
        refused::<ReferenceBits>("7"),
        refused::<Profile>("fast"),
        refused::<Profile>("200/100"),
        refused::<NationalLanguage>("klingon"),
        refused::<Apply>("never"),
    ];
    assert_eq!(
        sentences,
        [
            "\"\" is not an encoding: GSM-7, UCS-2",
            "\"7\" is not a width of references: 8, 16",
            "expected standard, toll-free, single or septets such as 136/130",
            "single is 200: a segment of this kind holds 10 to 160 code units",
            "not a national language of GSM 7-bit: expected one of turkish, spanish, portuguese, bengali, gujarati, hindi, \
         kannada, malayalam, oriya, punjabi, tamil, telugu, urdu",
            "\"never\" is not a condition for substituting: always, when-it-helps, when-segments-saved",
        ]
    );
}

/// Every type that is read from its name is in the tables of this file.
#[test]
fn every_type_that_is_read_is_in_the_table() {
    let table = include_str!("values.rs");
    let mut types = Vec::new();
    for file in library_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = std::fs::read_to_string(&file).unwrap();
        for (index, line) in text.lines().enumerate() {
            let after = |start: &str| line.trim_start().strip_prefix(start).map(str::trim);
            let named = match after("named! {") {
                Some("") => text.lines().nth(index + 1),
                other => other,
            };
            let read = after("impl FromStr for ").or(named);
            types.extend(read.map(|line| line.trim().split([' ', '{']).next().unwrap().to_owned()));
        }
    }
    assert!(types.len() > 25, "{types:?}");
    for name in types {
        // Imported, and used.
        assert!(table.matches(&name).count() > 1, "{name}");
    }
}

#[cfg(feature = "messages")]
#[test]
fn values_around_a_message() {
    use septet::catalogue::{ErrorCode, Provider, Status};
    use septet::media::{MediaChannel, MediaType};
    use septet::message::{
        Address, Alphanumeric, Channel, Country, PhoneNumber, SenderKind, Severity, ShortCode, Sid,
    };

    both_ways(Provider::ALL);
    both_ways([
        ErrorCode::new(0),
        ErrorCode::new(21610),
        ErrorCode::new(u32::MAX),
    ]);
    both_ways(Status::known());
    both_ways([Status::from("delivered"), Status::from("teleported")]);
    both_ways([
        Channel::Sms,
        Channel::WhatsApp,
        Channel::Messenger,
        Channel::Rcs,
    ]);
    both_ways(MediaChannel::ALL);
    both_ways(SenderKind::ALL);
    both_ways([Severity::Warning, Severity::Error]);
    both_ways(["US", "DE"].map(|text| text.parse::<Country>().unwrap()));
    both_ways(["72345", "123456"].map(|text| text.parse::<ShortCode>().unwrap()));
    both_ways(["Septet", "Taxi 24"].map(|text| text.parse::<Alphanumeric>().unwrap()));
    both_ways(["+14155552671", "+4915112345678"].map(|text| text.parse::<PhoneNumber>().unwrap()));
    both_ways(
        ["SM", "MM"].map(|kind| format!("{kind}{}", "0a".repeat(16)).parse::<Sid>().unwrap()),
    );
    let sentences = [
        refused::<Country>("USA"),
        refused::<ShortCode>("1234"),
        refused::<Alphanumeric>(""),
        refused::<PhoneNumber>("1415"),
        refused::<Sid>("SM1"),
        refused::<Address>("whatsapp:"),
        refused::<MediaChannel>("fax"),
        refused::<MediaType>("png"),
        refused::<ErrorCode>("E21610"),
        refused::<Channel>("fax"),
        refused::<Provider>("acme"),
        refused::<SenderKind>("mobile"),
    ];
    assert_eq!(
        sentences,
        [
            "a country is two letters of ISO 3166-1, such as `DE`",
            "`1234` is not a short code: it has 4 digits, a short code has 5 or 6",
            "the address is empty",
            "`1415` is not an E.164 number: it does not start with `+`",
            "an identifier is two capital letters and 32 hexadecimal digits",
            "the address is empty",
            "a channel is mms, rcs, whatsapp, whatsapp-cloud-api, sinch-mms, signalwire-mms, telnyx-mms or google-rcs",
            "a media type starts with type, slash and subtype, such as image/jpeg",
            "an error code is a number, such as 21610",
            "\"fax\" is not a channel: sms, whatsapp, messenger, rcs",
            "\"acme\" is not a provider: twilio, telnyx, aws, bird, other",
            "\"mobile\" is not a kind of sender: long-code, toll-free, short-code, alphanumeric",
        ]
    );
    let addresses = [
        "+14155552671",
        "72345",
        "Septet",
        "whatsapp:+14155552671",
        "rcs:agent",
        "messenger:123",
    ];
    both_ways(addresses.map(|text| text.parse::<Address>().unwrap()));
    both_ways(
        ["image/png", "text/plain; charset=utf-8"].map(|text| text.parse::<MediaType>().unwrap()),
    );
    has_default::<Provider>();
    has_default::<Channel>();
}

#[cfg(feature = "serde")]
#[test]
fn json_is_that_of_the_npm_package() {
    use serde_json::{from_value, json, to_value};

    assert_eq!(to_value(ReferenceBits::Sixteen).unwrap(), json!(16));
    assert_eq!(
        from_value::<ReferenceBits>(json!(8)).unwrap(),
        ReferenceBits::Eight
    );
    assert!(from_value::<ReferenceBits>(json!(7)).is_err());
    let limits =
        json!({ "single": 136, "concatenated": 130, "ucs2Single": 60, "ucs2Concatenated": 57 });
    let profile: Profile = from_value(limits.clone()).unwrap();
    assert_eq!(to_value(profile).unwrap(), limits);
    assert_eq!(
        from_value::<Profile>(json!("toll-free")).unwrap(),
        Profile::TollFree
    );
    let short: Profile = from_value(json!({ "single": 136, "concatenated": 130 })).unwrap();
    assert_eq!(short.to_string(), "136/130");
    for wrong in [
        json!("fast"),
        json!({ "single": 136 }),
        json!({ "single": 1, "concatenated": 1 }),
        json!({ "single": 136, "concatenated": 130, "ucs2Single": 60 }),
        json!(5),
    ] {
        assert!(from_value::<Profile>(wrong).is_err());
    }
}

/// A count can be kept as JSON; numbers that contradict each other are refused.
#[cfg(feature = "serde")]
#[test]
fn counts_are_read_back() {
    use septet::{Count, Languages, Segmenter};
    use serde_json::{from_value, to_value};

    let segmenter = Segmenter::new().with_languages(Languages::auto());
    for text in [
        "",
        "a",
        &"a".repeat(161),
        &"😘".repeat(99),
        &"ş".repeat(500),
        &"]".repeat(153),
    ] {
        for count in [septet::count(text), segmenter.count(text).unwrap()] {
            let json = to_value(count).unwrap();
            assert_eq!(from_value::<Count>(json.clone()).unwrap(), count);
            for (key, value) in [
                ("segments", 0),
                ("units", 1_000_000),
                ("unitsRemaining", 1_000),
            ] {
                let mut wrong = json.clone();
                wrong[key] = value.into();
                assert!(from_value::<Count>(wrong).is_err(), "{key} {json}");
            }
        }
    }
}

/// The files of a directory of the library and below it, without the command.
pub(crate) fn library_files(directory: &Path) -> Vec<PathBuf> {
    let entries = directory.read_dir().unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let kept = paths.filter(|path| !path.ends_with("src/bin"));
    kept.flat_map(|path| {
        if path.is_dir() {
            library_files(&path)
        } else {
            vec![path]
        }
    })
    .collect()
}

/// `flatten` serializes a map, which `serde_wasm_bindgen` writes as a `Map`: no type of the library uses it. The one map is
/// that of a limiter, whose keys are the numbers of people.
#[test]
fn no_result_is_a_map_by_accident() {
    let files = library_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(files.len() > 100);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let attributes = text.lines().filter(|line| line.contains("serde("));
        assert!(
            !attributes.clone().any(|line| line.contains("flatten")),
            "{}",
            file.display()
        );
        let is_written = ["serialize_map(", "collect_map(", "Map<"]
            .iter()
            .any(|map| text.contains(map))
            && text.contains("Serialize");
        assert_eq!(
            is_written,
            file.ends_with("webhook/rate_limiter.rs"),
            "{}",
            file.display()
        );
    }
}
