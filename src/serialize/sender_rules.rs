//! The rules of a country.

use serde::{Serialize, Serializer};

use crate::address::SenderKind;
use crate::catalogue::{Origin, SenderRules, SenderSupport};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RulesView {
    country: &'static str,
    name: &'static str,
    two_way: bool,
    concatenates: Option<bool>,
    media: &'static str,
    landlines: bool,
    short_code_weeks: Option<(u8, u8)>,
    shares_us_short_codes: bool,
    long_code: OriginsView,
    alphanumeric: OriginsView,
    short_code: SenderSupport,
    toll_free: SenderSupport,
    source: alloc::string::String,
    date: &'static str,
}

#[derive(Serialize)]
struct OriginsView {
    domestic: SenderSupport,
    international: SenderSupport,
}

impl Serialize for SenderRules {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let origins = |kind| OriginsView {
            domestic: self.support(kind, Origin::Domestic),
            international: self.support(kind, Origin::International),
        };
        RulesView {
            country: self.code(),
            name: self.name(),
            two_way: self.is_two_way(),
            concatenates: self.concatenates(),
            media: if self.links_media() {
                "link"
            } else if self.accepts_media() {
                "mms"
            } else {
                "none"
            },
            landlines: self.attempts_landlines(),
            short_code_weeks: self.short_code_weeks(),
            shares_us_short_codes: self.shares_us_short_codes(),
            long_code: origins(SenderKind::LongCode),
            alphanumeric: origins(SenderKind::Alphanumeric),
            short_code: self.support(SenderKind::ShortCode, Origin::Domestic),
            toll_free: self.support(SenderKind::TollFree, Origin::International),
            source: self.page(),
            date: self.date(),
        }
        .serialize(serializer)
    }
}
