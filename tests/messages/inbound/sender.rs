//! Senders by country against `senders.tsv`.

use septet::catalogue::{Acceptance, Arrival, Origin, Provider, Registration, SenderRules};
use septet::message::SenderKind;

use crate::tsv;

const KINDS: [SenderKind; 4] = [
    SenderKind::LongCode,
    SenderKind::TollFree,
    SenderKind::ShortCode,
    SenderKind::Alphanumeric,
];
const ORIGINS: [Origin; 2] = [Origin::Domestic, Origin::International];

fn rules(country: &str) -> SenderRules {
    SenderRules::of(country.parse().unwrap()).unwrap()
}

fn yes_or_no(cell: &str) -> Option<bool> {
    match cell {
        "Yes" | "Supported" | "Registration required" => Some(true),
        "No" | "Not Supported" => Some(false),
        _ => None,
    }
}

#[test]
fn every_country_says_what_its_row_says() {
    let rows = tsv::read("senders.tsv");
    assert_eq!(SenderRules::all().count(), rows.len());
    for row in rows {
        let rules = rules(&row["iso"]);
        assert_eq!(
            (rules.code(), rules.name()),
            (row["iso"].as_str(), row["country"].as_str())
        );
        assert_eq!(rules.page(), row["source"]);
        assert_eq!(rules.is_two_way(), row["twilio_two_way"] == "Yes");
        assert_eq!(rules.concatenates(), yes_or_no(&row["concat"]));
        assert_eq!(rules.accepts_media(), row["mms"] == "yes");
        assert_eq!(rules.links_media(), row["mms"] == "as SMS link");
        assert_eq!(rules.attempts_landlines(), row["landline"] == "attempted");
        for (column, provider, kind, origin) in [
            (
                "twilio_longcode_domestic",
                Provider::Twilio,
                SenderKind::LongCode,
                Origin::Domestic,
            ),
            (
                "twilio_longcode_international",
                Provider::Twilio,
                SenderKind::LongCode,
                Origin::International,
            ),
            (
                "twilio_shortcode",
                Provider::Twilio,
                SenderKind::ShortCode,
                Origin::Domestic,
            ),
            (
                "twilio_tollfree",
                Provider::Twilio,
                SenderKind::TollFree,
                Origin::International,
            ),
            (
                "bird_alpha",
                Provider::Bird,
                SenderKind::Alphanumeric,
                Origin::International,
            ),
            (
                "bird_local_number",
                Provider::Bird,
                SenderKind::LongCode,
                Origin::Domestic,
            ),
            (
                "bird_international_number",
                Provider::Bird,
                SenderKind::LongCode,
                Origin::International,
            ),
            (
                "bird_shortcode",
                Provider::Bird,
                SenderKind::ShortCode,
                Origin::Domestic,
            ),
            (
                "aws2023_senderid",
                Provider::Aws,
                SenderKind::Alphanumeric,
                Origin::International,
            ),
            (
                "aws2023_longcode",
                Provider::Aws,
                SenderKind::LongCode,
                Origin::Domestic,
            ),
            (
                "aws2023_shortcode",
                Provider::Aws,
                SenderKind::ShortCode,
                Origin::Domestic,
            ),
        ] {
            let taken = rules.is_taken_by(provider, kind, origin);
            assert_eq!(taken, yes_or_no(&row[column]), "{} {column}", row["iso"]);
        }
        let taken = rules.is_taken_by(
            Provider::Twilio,
            SenderKind::Alphanumeric,
            Origin::International,
        );
        let summary = row["alpha_summary_derived"].as_str();
        assert_eq!(
            taken,
            (summary != "unclear").then(|| summary != "not supported")
        );
    }
}

#[test]
fn the_stricter_source_counts_and_disputes_show() {
    for rules in SenderRules::all() {
        for kind in KINDS {
            for origin in ORIGINS {
                let support = rules.support(kind, origin);
                let taken = rules.is_taken_by(Provider::Twilio, kind, origin);
                let required = support.registration == Registration::Required;
                let expected = match (taken, required) {
                    (None, _) if kind == SenderKind::TollFree => Acceptance::Refused,
                    (None, _) => Acceptance::Unknown,
                    (Some(false), _) => Acceptance::Refused,
                    (Some(true), true) => Acceptance::OnceRegistered,
                    (Some(true), false) => Acceptance::Accepted,
                };
                assert_eq!(
                    support.acceptance, expected,
                    "{rules:?} {kind:?} {origin:?}"
                );
                let others = [Provider::Bird, Provider::Aws];
                let other = others.map(|provider| rules.is_taken_by(provider, kind, origin));
                let contradicts = taken.is_some_and(|taken| other.contains(&Some(!taken)));
                assert_eq!(
                    support.disputed, contradicts,
                    "{rules:?} {kind:?} {origin:?}"
                );
            }
        }
    }
    // Provider: not required; operator: required.
    let saudi = rules("SA").support(SenderKind::Alphanumeric, Origin::International);
    assert_eq!(
        (saudi.acceptance, saudi.registration),
        (Acceptance::OnceRegistered, Registration::Required)
    );
    // Algeria: names from the country itself must be registered, those from abroad cannot be.
    let algeria = |origin| {
        rules("DZ")
            .support(SenderKind::Alphanumeric, origin)
            .registration
    };
    assert_eq!(
        ORIGINS.map(algeria),
        [Registration::Required, Registration::Unavailable]
    );
}

/// The countries that guides get wrong (README of the data, row 13).
#[test]
fn countries_guides_get_wrong() {
    let acceptance = |country, kind, origin| rules(country).support(kind, origin).acceptance;
    let arrival = |country, kind, origin| rules(country).support(kind, origin).arrival;
    let (name, long, short) = (
        SenderKind::Alphanumeric,
        SenderKind::LongCode,
        SenderKind::ShortCode,
    );
    let (home, abroad) = (Origin::Domestic, Origin::International);
    assert_eq!(acceptance("CA", name, abroad), Acceptance::Refused);
    assert_eq!(acceptance("DE", long, home), Acceptance::Accepted);
    assert_eq!(acceptance("DE", long, abroad), Acceptance::Accepted);
    assert_eq!(acceptance("AU", short, home), Acceptance::Refused);
    assert_eq!(acceptance("AU", name, abroad), Acceptance::OnceRegistered);
    assert_eq!(acceptance("GB", long, abroad), Acceptance::Refused);
    assert_eq!(arrival("IN", long, abroad), Arrival::Overwritten);
    assert_eq!(
        arrival("IN", name, home),
        Arrival::OverwrittenUnlessRegistered
    );
    assert_eq!(arrival("IN", name, abroad), Arrival::Overwritten);
    assert_eq!(arrival("GB", name, abroad), Arrival::AsSent);
    // The table of the page and its note disagree.
    assert_eq!(arrival("FR", name, abroad), Arrival::Unknown);
}

#[test]
fn short_codes_take_weeks() {
    let weeks = |country: &str| rules(country).short_code_weeks();
    assert_eq!(
        [weeks("US"), weeks("FR"), weeks("MX"), weeks("AU")],
        [Some((6, 10)), Some((8, 10)), Some((14, 14)), None]
    );
    let shared: Vec<_> = SenderRules::all()
        .filter(|rules| rules.shares_us_short_codes())
        .map(SenderRules::code)
        .collect();
    assert_eq!(shared, ["GU", "PR", "VI"]);
}
