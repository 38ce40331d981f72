//! The choice of a sender from a pool: each refusal with its opposite, the order of what counts, the spread.

use std::collections::BTreeMap;

use proptest::prelude::*;
use septet::catalogue::{ErrorCode, Need, Pick, PickReason, PoolSender, Refusal};
use septet::message::Address;

fn sender(address: &str) -> PoolSender {
    PoolSender::new(address.parse().unwrap())
}

fn at_home(address: &str, country: &str) -> PoolSender {
    sender(address).with_country(country.parse().unwrap())
}

fn pick(pool: &[PoolSender], recipient: &str, need: &Need) -> Pick {
    Pick::from_pool(pool, &recipient.parse().unwrap(), need)
}

/// The reason against one sender; `None` if it is usable.
fn refusal(sender: PoolSender, recipient: &str, need: &Need) -> Option<Refusal> {
    let pick = pick(&[sender], recipient, need);
    assert_eq!(pick.chosen().is_none(), pick.refused().len() == 1);
    pick.refused().first().map(|refused| refused.1)
}

#[test]
fn every_refusal_and_its_opposite() {
    let (us, de, ca) = ("+12125550123", "+4915112345678", "+16045550123");
    let any = Need::new();
    let unregistered = |code| {
        Some(Refusal::NotRegistered {
            blocked_with: Some(ErrorCode::new(code)),
        })
    };

    assert_eq!(
        refusal(sender("whatsapp:+14155550100"), us, &any),
        Some(Refusal::OtherChannel)
    );
    assert_eq!(
        refusal(
            sender("whatsapp:+14155550100"),
            "whatsapp:+12125550123",
            &any
        ),
        None
    );
    assert_eq!(refusal(sender(us), us, &any), Some(Refusal::SameAddress));

    assert_eq!(
        refusal(sender("+14155550100"), us, &any),
        unregistered(30034)
    );
    assert_eq!(
        refusal(sender("+14155550100").with_registration(true), us, &any),
        None
    );
    assert_eq!(
        refusal(sender("+18005550100"), ca, &any),
        unregistered(30032)
    );
    assert_eq!(
        refusal(sender("+18005550100").with_registration(true), ca, &any),
        None
    );

    assert_eq!(
        refusal(sender("Septet"), us, &any),
        Some(Refusal::NotAccepted)
    );
    assert_eq!(
        refusal(sender("+18005550100").with_registration(true), de, &any),
        Some(Refusal::NotAccepted)
    );
    assert_eq!(refusal(sender("Septet"), de, &any), None);
    assert_eq!(
        refusal(sender("Septet"), de, &Need::new().with_reply()),
        Some(Refusal::NoReply)
    );
    assert_eq!(
        refusal(sender("+491771234567"), de, &Need::new().with_reply()),
        None
    );
    // Sent from abroad, another number arrives in its place.
    assert_eq!(
        refusal(
            sender("+14155550100"),
            "+919812345678",
            &Need::new().with_reply()
        ),
        Some(Refusal::NoReply)
    );
    assert_eq!(refusal(sender("+14155550100"), "+919812345678", &any), None);

    let media = Need::new().with_media();
    let registered = || sender("+14155550100").with_registration(true);
    assert_eq!(refusal(registered(), us, &media), Some(Refusal::NoMedia));
    assert_eq!(refusal(registered().with_media(true), us, &media), None);
    // Japan takes no media at all, not even as links.
    assert_eq!(
        refusal(registered().with_media(true), "+818012345678", &media),
        Some(Refusal::NoMedia)
    );

    assert_eq!(
        refusal(sender("72345"), us, &any),
        Some(Refusal::OtherCountry)
    );
    assert_eq!(
        refusal(at_home("72345", "CA"), us, &any),
        Some(Refusal::OtherCountry)
    );
    assert_eq!(refusal(at_home("72345", "US"), us, &any), None);
    assert_eq!(refusal(at_home("72345", "US"), "+17875550123", &any), None); // Puerto Rico shares them
    assert_eq!(
        refusal(at_home("72345", "AU"), "+61412345678", &any),
        Some(Refusal::NotAccepted)
    );
}

#[test]
fn what_is_known_then_what_arrives_then_what_is_at_home() {
    let pool = [
        sender("Septet"),
        sender("+447700900123"),
        sender("+491771234567"),
    ];
    let de = "+4915112345678";
    let home = pick(&pool, de, &Need::new());
    assert_eq!(home.chosen(), Some(2));
    assert_eq!(
        home.reasons(),
        [PickReason::Domestic, PickReason::ArrivesAsSent]
    );
    let known = pick(
        &pool,
        de,
        &Need::new().with_previous("Septet".parse().unwrap()),
    );
    assert_eq!(known.chosen(), Some(0));
    assert_eq!(
        known.reasons(),
        [PickReason::Previous, PickReason::ArrivesAsSent]
    );
    // A sender that is known and will not do is not chosen.
    let reply = Need::new()
        .with_reply()
        .with_previous("Septet".parse().unwrap());
    assert_eq!(pick(&pool, de, &reply).chosen(), Some(2));
    // In India all are overwritten; in an unknown country nothing is known.
    assert_eq!(
        pick(&pool[..1], "+919812345678", &Need::new()).reasons(),
        [PickReason::Overwritten]
    );
    assert_eq!(
        pick(&pool[..1], "+88312345678", &Need::new()).reasons(),
        [PickReason::Undocumented]
    );
    let nobody = pick(&[], de, &Need::new());
    assert_eq!(
        (nobody.chosen(), nobody.reasons(), nobody.refused()),
        (None, &[][..], &[][..])
    );
}

fn numbers(count: usize) -> Vec<PoolSender> {
    (0..count)
        .map(|n| sender(&format!("+49177123456{n}")))
        .collect()
}

/// Equals share the recipients about evenly; one that leaves moves none of the others' recipients.
#[test]
fn recipients_stick_to_their_sender() {
    let pool = numbers(5);
    let mut shares = BTreeMap::<usize, usize>::new();
    for n in 0..1_000 {
        let recipient = format!("+4915112{n:06}");
        let all = pick(&pool, &recipient, &Need::new());
        assert!(all.reasons().contains(&PickReason::TieBroken));
        let chosen = all.chosen().unwrap();
        *shares.entry(chosen).or_default() += 1;
        let fewer = pick(&pool[..4], &recipient, &Need::new()).chosen().unwrap();
        assert!(fewer == chosen || chosen == 4, "{recipient}");
    }
    assert!(
        shares.values().all(|&share| (140..=260).contains(&share)),
        "{shares:?}"
    );
}

proptest! {
    /// Whatever is chosen is a sender of the pool that was not refused, and its order is nothing.
    #[test]
    fn any_pool_gives_a_sound_choice(
        addresses in prop::collection::vec("\\+[1-9][0-9]{6,13}|[0-9]{5,6}|[A-Z][a-z]{2,9}|whatsapp:\\+49[0-9]{9}", 0..8),
        recipient in "\\+[1-9][0-9]{6,13}|whatsapp:\\+49[0-9]{9}",
        (media, reply, registered) in any::<(bool, bool, bool)>(),
    ) {
        let mut pool: Vec<PoolSender> = addresses
            .iter()
            .filter_map(|address| address.parse::<Address>().ok())
            .map(|address| PoolSender::new(address).with_registration(registered).with_media(media))
            .collect();
        let need = if media { Need::new().with_media() } else { Need::new() };
        let need = if reply { need.with_reply() } else { need };
        let Ok(recipient) = recipient.parse::<Address>() else { return Ok(()) };
        let first = Pick::from_pool(&pool, &recipient, &need);
        prop_assert_eq!(first.chosen().is_none(), first.refused().len() == pool.len());
        prop_assert!(first.refused().iter().all(|refused| Some(refused.0) != first.chosen()));
        prop_assert!(first.chosen().is_some() || first.reasons().is_empty());
        let chosen = first.chosen().map(|position| pool[position].address().clone());
        pool.reverse();
        let second = Pick::from_pool(&pool, &recipient, &need);
        prop_assert_eq!(second.chosen().map(|position| pool[position].address().clone()), chosen);
    }
}

/// Guernsey shares +44 and its numbering plan with the United Kingdom, whose rules hold, as the reasons say.
#[test]
fn territories_have_the_rules_of_their_main_country() {
    let pool = [sender("+14155550101"), sender("+447911123455")];
    for recipient in [
        "+447911123456",
        "+447700300123",
        "+447624123456",
        "+447400123456",
    ] {
        let pick = pick(&pool, recipient, &Need::new());
        assert_eq!(pick.chosen(), Some(1), "{recipient}");
        assert!(
            pick.reasons().contains(&PickReason::Domestic),
            "{recipient}"
        );
        let is_territory = recipient != "+447400123456";
        let falls_back = pick.reasons().contains(&PickReason::MainCountryRules);
        assert_eq!(falls_back, is_territory, "{recipient}");
    }
}

/// Among undocumented senders, one with the calling code of the recipient is preferred.
#[test]
fn the_calling_code_comes_before_other_undocumented_numbers() {
    // Kazakhstan and Russia share +7 and nothing else.
    let (near, far) = (sender("+79161234567"), sender("+491511234567"));
    let recipient = "+77011234567";
    let standing = |pool: &[PoolSender]| pick(pool, recipient, &Need::new());
    let alone = standing(std::slice::from_ref(&far));
    if alone.reasons().contains(&PickReason::Undocumented) {
        for pool in [[near.clone(), far.clone()], [far, near]] {
            let pick = standing(&pool);
            let chosen = pick.chosen().unwrap();
            assert_eq!(pool[chosen].address().to_string(), "+79161234567");
            assert!(pick.reasons().contains(&PickReason::CallingCode));
        }
    }
}
