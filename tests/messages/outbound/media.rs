//! Media: every row of the data at its exact limit, one byte above it, and what to do then.

use septet::media::{
    Carrier, Item, MediaAction, MediaChannel, MediaOutcome, MediaReason, MediaType, MediaTypeError,
    MediaValidator, MessageProblem,
};
use septet::message::{ConflictPolicy, SenderKind};

use crate::tsv;

fn media_type(text: &str) -> MediaType {
    text.parse().unwrap()
}

fn item(name: &str, bytes: u64) -> Item {
    Item::new(media_type(name)).with_bytes(bytes)
}

/// tests/data/media.tsv: each type is taken at the limit of its row and refused one byte above it.
#[test]
fn every_row_at_its_limit() {
    let rows = tsv::read("media.tsv");
    for row in rows.iter().filter(|row| row["mime_type"].contains('/')) {
        let check = MediaValidator::new(row["channel"].parse().unwrap());
        let name = row["mime_type"].split(" (").next().unwrap();
        let limits = rows.iter().filter(|other| {
            let concerns = [Some(name), Some("any")];
            other["channel"] == row["channel"]
                && concerns.contains(&other["mime_type"].split(" (").next())
        });
        // image/webp stands twice for stickers: the stricter row decides. SignalWire lists types without sizes.
        let limit = limits
            .filter_map(|row| row["max_bytes"].parse().ok())
            .min()
            .unwrap();
        let at = check.validate_item(&item(name, limit));
        let expected = match row["support"].as_str() {
            "full" => MediaOutcome::Supported,
            _ => MediaOutcome::PassedOn,
        };
        assert_eq!(at.outcome(), expected, "{name} on {}", row["channel"]);
        assert_eq!(at.limit().unwrap().bytes(), limit);
        assert_eq!(at.source(), row["source"]);
        let above = check.validate_item(&item(name, limit + 1));
        assert_eq!(
            above.reason(),
            MediaReason::TooLarge,
            "{name} on {}",
            row["channel"]
        );
        assert_eq!(
            check.validate_item(&item(name, 0)).reason(),
            MediaReason::Empty
        );
    }
}

/// The extensions of the rows without a type.
#[test]
fn types_that_are_listed_by_extension_are_accepted_without_a_limit() {
    let check = MediaValidator::new(MediaChannel::SinchMms);
    for row in tsv::read("media.tsv") {
        if row["mime_type"] == "(by extension)" {
            let media_type = MediaType::from_extension(&row["extensions_or_sender"]).unwrap();
            let verdict = check.validate_item(&Item::new(media_type).with_bytes(1 << 30));
            assert_eq!(verdict.reason(), MediaReason::NoPublishedLimit, "{verdict}");
        }
    }
    for channel in [MediaChannel::SinchMms, MediaChannel::SignalWireMms] {
        let verdict = MediaValidator::new(channel).validate_item(&item("application/zip", 1));
        assert_eq!(verdict.reason(), MediaReason::UnsupportedType, "{verdict}");
    }
}

/// Limits for any type: SignalWire by kind of sender, Telnyx, Google.
#[test]
fn limits_for_any_type() {
    for (channel, sender, limit) in [
        (
            MediaChannel::SignalWireMms,
            Some(SenderKind::LongCode),
            1_258_291,
        ),
        (
            MediaChannel::SignalWireMms,
            Some(SenderKind::TollFree),
            768_000,
        ),
        (MediaChannel::SignalWireMms, None, 768_000),
        (MediaChannel::TelnyxMms, None, 614_400),
        (MediaChannel::GoogleRcs, None, 104_857_600),
    ] {
        let check = MediaValidator::new(channel);
        let check = sender.map_or(check, |sender| check.with_sender(sender));
        assert_eq!(
            check.validate_item(&item("video/mp4", limit)).outcome(),
            MediaOutcome::PassedOn
        );
        assert_eq!(
            check.validate_item(&item("video/mp4", limit + 1)).reason(),
            MediaReason::TooLarge
        );
    }
}

/// The rows `mms-carrier:…`, which the looser reading believes.
#[test]
fn carriers_have_limits_of_their_own_for_anything_but_images() {
    for row in tsv::read("media.tsv") {
        let carrier = match row["channel"].as_str() {
            "mms-carrier:AT&T" => Carrier::Att,
            "mms-carrier:T-Mobile" => Carrier::TMobile,
            "mms-carrier:Verizon" => Carrier::Verizon,
            _ => continue,
        };
        let sender = match row["extensions_or_sender"].as_str() {
            "long code" => SenderKind::LongCode,
            "toll-free" => SenderKind::TollFree,
            _ => SenderKind::ShortCode,
        };
        let limit: u64 = row["max_bytes"].parse().unwrap();
        let strict = MediaValidator::new(MediaChannel::Mms)
            .with_sender(sender)
            .with_carrier(carrier);
        let loose = strict.with_conflict_policy(ConflictPolicy::Lenient);
        assert_eq!(
            loose.validate_item(&item("video/mp4", limit)).outcome(),
            MediaOutcome::PassedOn
        );
        assert_eq!(
            loose.validate_item(&item("video/mp4", limit + 1)).reason(),
            MediaReason::TooLarge
        );
        // The API text is stricter, and the verdict names the carrier's limit beside it.
        let verdict = strict.validate_item(&item("video/mp4", limit));
        assert_eq!(verdict.limit().unwrap().bytes(), 512_000);
        let others: Vec<u64> = verdict
            .other_limits()
            .iter()
            .map(septet::media::Limit::bytes)
            .collect();
        assert_eq!(others, [limit]);
        assert_eq!(verdict.other_limits()[0].source(), row["source"]);
        // Images have 5 MB whoever the carrier is.
        assert_eq!(
            loose.validate_item(&item("image/png", 5_242_880)).reason(),
            MediaReason::Resized
        );
    }
    let unknown =
        MediaValidator::new(MediaChannel::Mms).with_conflict_policy(ConflictPolicy::Lenient);
    assert_eq!(
        unknown
            .validate_item(&item("video/mp4", 629_146))
            .limit()
            .unwrap()
            .bytes(),
        629_145
    );
}

/// tests/data/media-messages.tsv.
#[test]
fn whole_messages_at_their_limits() {
    let check = MediaValidator::new(MediaChannel::Mms);
    let half = item("image/jpeg", 2_621_440);
    assert!(check.validate(&[half.clone(), half.clone()]).is_accepted());
    let report = check.validate(&[half.clone(), item("image/jpeg", 2_621_441)]);
    let together = MessageProblem::TooLargeTogether {
        bytes: 5_242_881,
        most: 5_242_880,
    };
    assert_eq!(report.problems(), [together]);
    assert_eq!((together.error_code(), together.excess()), (11751, 1));

    for channel in [MediaChannel::Mms, MediaChannel::Rcs] {
        let check = MediaValidator::new(channel);
        let small = item("image/png", 10);
        assert!(check.validate(&vec![small.clone(); 10]).is_accepted());
        let report = check.validate(&vec![small; 11]);
        let too_many = MessageProblem::TooManyItems {
            items: 11,
            most: 10,
        };
        assert_eq!(report.problems(), [too_many]);
        assert_eq!((too_many.error_code(), too_many.excess()), (21623, 1));
        assert_eq!(
            report.problem_sentences().next().unwrap().1,
            "send 2 messages"
        );
    }
    let check = MediaValidator::new(MediaChannel::WhatsApp);
    assert!(
        check
            .validate(&[item("video/mp4", 16_777_216)])
            .is_accepted()
    );
    assert!(
        !check
            .validate(&[item("video/mp4", 16_777_215), item("image/png", 2)])
            .is_accepted()
    );
    assert!(check.validate(&[]).is_accepted());
}

/// tests/data/media-aliases.tsv.
#[test]
fn aliases_are_judged_as_what_they_stand_for() {
    for row in tsv::read("media-aliases.tsv") {
        let alias = media_type(&row["alias"]);
        assert_eq!(alias.canonical(), media_type(&row["media_type"]));
        assert_eq!(alias.canonical().canonical(), alias.canonical());
    }
    for (channel, name) in [
        (MediaChannel::Mms, "IMAGE/PJPEG"),
        (MediaChannel::Mms, "image/jpeg; name=x.jpg"),
        (MediaChannel::WhatsApp, "audio/mp3"),
        (MediaChannel::WhatsApp, "audio/opus"),
        (MediaChannel::WhatsApp, "audio/ogg; codecs=opus"),
        (MediaChannel::WhatsApp, "audio/ogg;codecs=\"opus\""),
        (MediaChannel::WhatsAppCloudApi, "audio/x-m4a"),
    ] {
        assert_ne!(
            MediaValidator::new(channel)
                .validate_item(&item(name, 9))
                .outcome(),
            MediaOutcome::Refused,
            "{name}"
        );
    }
    let opus = MediaValidator::new(MediaChannel::WhatsApp)
        .validate_item(&item("audio/ogg; codecs=opus", 9));
    assert_eq!(opus.outcome(), MediaOutcome::PassedOn);
}

#[test]
fn what_to_do_about_a_type_that_is_not_taken() {
    let convert = |to| MediaAction::Convert { to: media_type(to) };
    let shrink = MediaAction::Shrink { bytes: 512_000 };
    for (channel, name, bytes, action) in [
        (MediaChannel::Mms, "image/webp", 9, convert("image/jpeg")),
        (
            MediaChannel::WhatsApp,
            "image/gif",
            9,
            convert("image/jpeg"),
        ),
        (
            MediaChannel::WhatsApp,
            "video/quicktime",
            9,
            convert("video/mp4"),
        ),
        (
            MediaChannel::WhatsApp,
            "audio/vnd.wave",
            9,
            convert("audio/mpeg"),
        ),
        (
            MediaChannel::Mms,
            "application/msword",
            9,
            convert("application/pdf"),
        ),
        (
            MediaChannel::SignalWireMms,
            "image/webp",
            9,
            convert("image/jpeg"),
        ),
        (
            MediaChannel::SignalWireMms,
            "application/pdf",
            9,
            MediaAction::SendAsLink,
        ),
        (MediaChannel::Rcs, "video/mp4", 9, MediaAction::SendAsLink),
        (MediaChannel::Mms, "audio/mpeg", 512_001, shrink),
        (
            MediaChannel::Mms,
            "application/pdf",
            512_001,
            MediaAction::SendAsLink,
        ),
    ] {
        let verdict = MediaValidator::new(channel).validate_item(&item(name, bytes));
        assert_eq!(verdict.action(), &action, "{name} on {channel}");
    }
}

#[test]
fn sentences() {
    let mms = MediaValidator::new(MediaChannel::Mms);
    for (verdict, sentence) in [
        (
            mms.validate_item(&item("image/png", 1_000)),
            "image/png of 1,000 bytes is supported on MMS, and made smaller where the carrier needs it",
        ),
        (
            mms.validate_item(&item("video/mp4", 999)),
            "video/mp4 of 999 bytes is accepted on MMS and passed on as it is: the carrier and the phone decide",
        ),
        (
            mms.validate_item(&Item::new(media_type("video/mp4"))),
            "video/mp4 is accepted on MMS up to 512,000 bytes, and its size is not known; ask its server for Content-Length",
        ),
        (
            mms.validate_item(&item("application/zip", 5)),
            "application/zip of 5 bytes is not accepted on MMS; convert it to application/pdf, or send a link to it",
        ),
        (
            mms.validate_item(&item("image/png", 5_242_881)),
            "image/png of 5,242,881 bytes is over the 5,242,880 bytes MMS takes; shrink it to 5,242,880 bytes, or send a link to it",
        ),
        (
            mms.validate_item(&item("text/vcard", 512_001)),
            "text/vcard of 512,001 bytes is over the 512,000 bytes MMS takes; send a link to it",
        ),
        (
            mms.validate_item(&item("image/png", 0)),
            "image/png of 0 bytes is empty; put a file in its place",
        ),
        (
            mms.validate_item(&Item::unknown()),
            "media of unknown type cannot be judged for MMS; ask its server for Content-Type",
        ),
        (
            mms.validate_item(&Item::new(media_type("image/png")).with_first_bytes(b"GIF89a")),
            "image/png is declared, and its bytes are of another type; have its server declare image/gif",
        ),
        (
            MediaValidator::new(MediaChannel::Rcs).validate_item(&item("image/gif", 5)),
            "image/gif of 5 bytes is supported on RCS",
        ),
        (
            MediaValidator::new(MediaChannel::SinchMms).validate_item(&item("image/gif", 5)),
            "image/gif of 5 bytes is accepted on Sinch MMS, with no published limit",
        ),
    ] {
        assert_eq!(verdict.to_string(), sentence);
    }
    let report = mms.validate(&vec![item("image/png", 1); 21]);
    let (sentence, fix) = report.problem_sentences().next().unwrap();
    assert_eq!(
        sentence,
        "21 files are over the 10 that one message on MMS takes"
    );
    assert_eq!(fix, "send 3 messages");
    assert_eq!(
        "fax".parse::<MediaChannel>().unwrap_err().to_string(),
        "a channel is mms, rcs, whatsapp, whatsapp-cloud-api, sinch-mms, signalwire-mms, telnyx-mms or google-rcs"
    );
    assert_eq!(
        MediaTypeError::NoType.to_string(),
        "a media type starts with type, slash and subtype, such as image/jpeg"
    );
    assert_eq!(
        MediaTypeError::Parameter.to_string(),
        "a parameter of a media type is name=value or name=\"value\""
    );
    assert_eq!(
        MediaTypeError::TooLong(2_000).to_string(),
        "a media type of 2000 bytes is over the 1,024 that are read"
    );
}
