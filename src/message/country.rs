//! Rules of the recipient's country (`tests/data/senders.tsv`): senders, media, joined segments.

use alloc::format;

use super::draft::Draft;
use super::rule::Rule;
use super::violation::Violation;
use crate::address::{Address, Channel, Country, SenderKind};
use crate::catalogue::{Acceptance, ErrorCode, Origin, SenderRules};

pub(super) fn check(draft: &mut Draft<'_>, segments: usize) {
    if draft.channel != Channel::Sms {
        return;
    }
    let country = |address: &Option<Address>| {
        let number = address.as_ref().and_then(Address::phone_number);
        let country = number.and_then(|number| number.country());
        // A territory has the rules of the country whose numbering plan it shares.
        country.map(Country::main)
    };
    let to = country(&draft.to);
    let Some(rules) = to.and_then(SenderRules::of) else {
        return;
    };
    let name = rules.name();
    if let Some(kind) = draft.sender_kind() {
        let abroad = match kind {
            SenderKind::LongCode => country(&draft.from) != to,
            _ => kind == SenderKind::Alphanumeric,
        };
        let origin = if abroad {
            Origin::International
        } else {
            Origin::Domestic
        };
        sender(draft, rules, kind, origin);
    }
    if draft.is_mms() && rules.links_media() {
        let sentence = format!(
            "MMS is not delivered in {name}: the provider sends the media as a link in the text"
        );
        let fix = "write a link of your own into the text";
        draft.add(Violation::new(Rule::MediaAsLink, sentence, fix));
    } else if draft.is_mms() && !rules.accepts_media() {
        let sentence = format!("MMS is not delivered in {name}");
        let fix = "write a link to the media into the text";
        draft.add(Violation::new(Rule::MediaNotDelivered, sentence, fix));
    }
    if segments > 1 && rules.concatenates() == Some(false) {
        let sentence = format!("the {segments} segments arrive as separate messages in {name}");
        draft.add(Violation::new(
            Rule::BodyNotJoined,
            sentence,
            "keep the text to one segment",
        ));
    }
}

fn sender(draft: &mut Draft<'_>, rules: SenderRules, kind: SenderKind, origin: Origin) {
    let name = rules.name();
    let senders = match (kind, origin) {
        (SenderKind::Alphanumeric, _) => "sender names",
        (SenderKind::ShortCode, _) => "short codes",
        (SenderKind::TollFree, _) => "toll-free numbers",
        (SenderKind::LongCode, Origin::Domestic) => "numbers of the country",
        (SenderKind::LongCode, Origin::International) => "numbers of other countries",
    };
    let support = rules.support(kind, origin);
    match support.acceptance {
        Acceptance::Refused => {
            let sentence = format!("{senders} are not accepted in {name}");
            let fix = "use another kind of sender, or a messaging service that has one";
            draft.add(Violation::new(Rule::FromNotAccepted, sentence, fix));
        }
        // What every sender of a kind needs is no news; for names it differs by country.
        Acceptance::OnceRegistered if kind == SenderKind::Alphanumeric => {
            let sentence =
                format!("{senders} have to be registered before they are used in {name}");
            let fix = "make sure that it is registered";
            let code = support.blocked_with.map(ErrorCode::code);
            draft.add(Violation::new(Rule::FromRegistration, sentence, fix).with_code(code));
        }
        _ => {}
    }
}
