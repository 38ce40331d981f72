//! Parts joined: in any order, repeated, from many senders, contradicting each other, never too many.

use proptest::collection::vec;
use proptest::prelude::*;
use septet::pdu::{
    AbandonReason, Dcs, MessageClass, PartOutcome, Reassembler, Udhi, UserData, UserDataHeader,
};
use septet::{ReferenceBits, Segmenter};

use crate::promises::joining;

fn parts(text: &str, reference: u16) -> Vec<UserData> {
    Segmenter::new().user_data(text, reference).unwrap()
}

fn letters(letter: &str, segments: usize) -> String {
    letter.repeat(153 * segments)
}

/// The outcome for a part, in short.
fn fate(outcome: &PartOutcome) -> String {
    match outcome {
        PartOutcome::Complete(message) => format!("complete: {}", message.parts().len()),
        PartOutcome::Waiting { missing } => format!("waiting: {missing:?}"),
        _ => "duplicate".into(),
    }
}

fn feed(
    reassembler: &mut Reassembler<&'static str>,
    parts: &[UserData],
    order: &[usize],
) -> Vec<String> {
    order
        .iter()
        .map(|&at| fate(reassembler.insert("a", parts[at].clone(), 0).outcome()))
        .collect()
}

#[test]
fn parts_come_in_any_order_and_twice() {
    let parts = parts(&letters("x", 3), 1);
    let mut reassembler = Reassembler::new();
    let fates = feed(&mut reassembler, &parts, &[2, 2, 0, 2, 1]);
    assert_eq!(
        fates,
        [
            "waiting: [1, 2]",
            "duplicate",
            "waiting: [2]",
            "duplicate",
            "complete: 3"
        ]
    );
    assert_eq!(
        (reassembler.octets(), reassembler.waiting().count()),
        (0, 0)
    );
}

/// A service centre that got no answer sends everything again: the message is not shown twice, and
/// what is left over of the repetition is nobody's loss.
#[test]
fn a_delivered_message_that_is_repeated_is_a_duplicate() {
    let parts = parts(&letters("x", 3), 1);
    let mut reassembler = Reassembler::new();
    feed(&mut reassembler, &parts, &[0, 1, 2]);
    assert_eq!(feed(&mut reassembler, &parts, &[1, 0, 2]), ["duplicate"; 3]);
    assert_eq!(feed(&mut reassembler, &parts, &[1]), ["duplicate"]);
    assert_eq!(reassembler.waiting().count(), 0);
    assert!(reassembler.expire_before(1).is_empty());
    assert_eq!(reassembler.octets(), 0);
    // Forgotten with time: a new message, as far as anyone can tell.
    assert_eq!(feed(&mut reassembler, &parts, &[1]), ["waiting: [1, 3]"]);
}

/// A sender that uses one reference for everything, and texts that begin alike.
#[test]
fn a_reused_reference_with_a_common_beginning_is_a_new_message() {
    let (first, second) = (
        parts(&(letters("x", 1) + "1111 1111"), 0),
        parts(&(letters("x", 1) + "2222 2222"), 0),
    );
    assert_eq!(first[0], second[0]);
    let mut reassembler = Reassembler::new();
    assert_eq!(
        feed(&mut reassembler, &first, &[0, 1]),
        ["waiting: [2]", "complete: 2"]
    );
    assert_eq!(
        feed(&mut reassembler, &second, &[0, 1]),
        ["duplicate", "complete: 2"]
    );
    assert_eq!(
        feed(&mut reassembler, &first, &[1, 0]),
        ["waiting: [1]", "complete: 2"]
    );
}

#[test]
fn a_contradicting_part_replaces_the_message_and_hands_it_back() {
    let old = parts(&letters("x", 3), 1);
    let mut reassembler = Reassembler::new();
    feed(&mut reassembler, &old, &[0, 2]);
    for new in [letters("y", 3), letters("y", 4)] {
        let received = reassembler.insert("a", parts(&new, 1)[0].clone(), 0);
        assert!(fate(received.outcome()).starts_with("waiting: [2, 3"));
        let [given_up] = received.abandoned() else {
            panic!("one message is given up")
        };
        assert_eq!(
            (*given_up.sender(), given_up.reason()),
            ("a", AbandonReason::Replaced)
        );
    }
    let (_, waiting) = reassembler.waiting().next().unwrap();
    assert_eq!((waiting.total(), waiting.missing()), (4, vec![2, 3, 4]));
}

#[test]
fn another_coding_scheme_contradicts() {
    let part = parts(&letters("x", 2), 1).remove(0);
    let mut reassembler = Reassembler::new();
    reassembler.insert("a", part.clone(), 0);
    let received = reassembler.insert("a", part.with_class(MessageClass::Class0), 0);
    assert_eq!(received.abandoned().len(), 1);
}

/// As many delivered messages are remembered as may wait.
#[test]
fn delivered_messages_are_forgotten() {
    let (first, second) = (parts(&letters("x", 2), 1), parts(&letters("x", 2), 2));
    let mut reassembler = Reassembler::new().with_max_messages(1);
    feed(&mut reassembler, &first, &[0, 1]);
    feed(&mut reassembler, &second, &[0, 1]);
    assert_eq!(feed(&mut reassembler, &second, &[0]), ["duplicate"]);
    assert_eq!(feed(&mut reassembler, &first, &[0]), ["waiting: [2]"]);
}

/// References of 8 and 16 bits, other senders: other messages.
#[test]
fn messages_do_not_mix() {
    let text = letters("x", 2);
    let wide = Segmenter::new().with_reference_bits(ReferenceBits::Sixteen);
    let (eight, sixteen) = (parts(&text, 7), wide.user_data(&text, 7).unwrap());
    let mut reassembler = Reassembler::new();
    for (sender, part) in [("a", &eight[0]), ("b", &eight[0]), ("a", &sixteen[0])] {
        let received = reassembler.insert(sender, part.clone(), 0);
        assert!(fate(received.outcome()).starts_with("waiting"));
    }
    assert_eq!(reassembler.waiting().count(), 3);
    let received = reassembler.insert("b", eight[1].clone(), 0);
    assert_eq!(fate(received.outcome()), "complete: 2");
}

#[test]
fn a_message_without_concatenation_is_complete_at_once() {
    let mut reassembler = Reassembler::new();
    assert_eq!(
        feed(&mut reassembler, &parts("hello", 0), &[0, 0]),
        ["complete: 1", "complete: 1"]
    );
    let alone =
        UserData::decode(Dcs::EIGHT_BIT, Udhi::Present, 7, &[5, 0, 3, 9, 1, 1, 0xAA]).unwrap();
    let PartOutcome::Complete(message) = reassembler.insert("a", alone, 0).into_outcome() else {
        panic!("one of one")
    };
    assert_eq!((message.data(), message.text()), (Some(vec![0xAA]), None));
}

/// Escape and surrogate pairs that a careless sender cut are whole again.
#[test]
fn torn_pairs_are_mended() {
    let part = |dcs: Dcs, sequence, content: &[u8], udl| {
        let octets = [&[0x05, 0x00, 0x03, 0x09, 0x02, sequence], content].concat();
        UserData::decode(dcs, Udhi::Present, udl, &octets).unwrap()
    };
    let joined = |first, second| {
        let mut reassembler = Reassembler::new();
        reassembler.insert("a", first, 0);
        match reassembler.insert("a", second, 0).into_outcome() {
            PartOutcome::Complete(message) => message.text().unwrap(),
            outcome => panic!("{outcome:?}"),
        }
    };
    let (escape, euro) = (
        part(Dcs::GSM7, 1, &[0x1B << 1], 8),
        part(Dcs::GSM7, 2, &[0x65 << 1], 8),
    );
    assert_eq!(
        (escape.text().unwrap(), euro.text().unwrap()),
        (" ".into(), "e".into())
    );
    assert_eq!(joined(escape.clone(), euro), "€");
    let (high, low) = (
        part(Dcs::UCS2, 1, &[0xD8, 0x3D], 8),
        part(Dcs::UCS2, 2, &[0xDE, 0x00], 8),
    );
    assert_eq!(joined(high, low.clone()), "😀");
    assert_eq!(joined(escape, low), " \u{FFFD}");
}

#[test]
fn the_quietest_message_makes_room() {
    let mut reassembler = Reassembler::new().with_max_messages(2);
    let first = |letter: &str| parts(&letters(letter, 3), 1).remove(0);
    reassembler.insert("a", first("x"), 1);
    reassembler.insert("b", first("x"), 2);
    reassembler.insert("a", parts(&letters("x", 3), 1).remove(1), 3);
    let received = reassembler.insert("c", first("x"), 4);
    let given_up: Vec<_> = received
        .abandoned()
        .iter()
        .map(|m| (*m.sender(), m.reason()))
        .collect();
    assert_eq!(given_up, [("b", AbandonReason::Memory)]);
    assert_eq!(
        reassembler
            .expire_before(4)
            .iter()
            .map(|m| *m.sender())
            .collect::<Vec<_>>(),
        ["a"]
    );
}

/// The longest message passes under the smallest bound.
#[test]
fn the_longest_message_passes() {
    let text = letters("x", 255);
    let mut reassembler = Reassembler::new().with_max_messages(0).with_max_octets(0);
    let mut last = String::new();
    for part in parts(&text, 1).into_iter().rev() {
        let received = reassembler.insert("a", part, 0);
        assert!(received.abandoned().is_empty());
        last = fate(received.outcome());
    }
    assert_eq!(last, "complete: 255");
}

/// A header cannot say more than 255 parts, nor a part claim a place outside them.
#[test]
fn a_part_outside_its_message_stands_alone() {
    let octets = [0x05, 0x00, 0x03, 0x09, 0x02, 0x03, 0x82];
    let part = UserData::decode(Dcs::GSM7, Udhi::Present, 8, &octets).unwrap();
    assert_eq!(part.header().map(UserDataHeader::udhl), Some(5));
    assert_eq!(
        fate(Reassembler::new().insert("a", part, 0).outcome()),
        "complete: 1"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    /// Messages of many senders, shuffled, every part once or twice: each comes out once, whole.
    #[test]
    fn shuffled_repeated_interleaved(
        lengths in vec(161..900usize, 1..8),
        keys in vec(any::<prop::sample::Index>(), 200),
    ) {
        let texts: Vec<String> = lengths.iter().enumerate().map(|(at, &length)| {
            (0..length).map(|i| char::from(b'a' + u8::try_from((i * 7 + at) % 26).unwrap())).collect()
        }).collect();
        // Two senders, two sizes of reference: messages differ in at least one of the three.
        let mut queue: Vec<(usize, UserData)> = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let bits = if at % 2 == 0 { ReferenceBits::Eight } else { ReferenceBits::Sixteen };
            let segmenter = Segmenter::new().with_reference_bits(bits);
            for part in segmenter.user_data(text, u16::try_from(at / 4).unwrap()).unwrap() {
                queue.push((at, part.clone()));
                queue.push((at, part));
            }
        }
        for (at, key) in keys.iter().enumerate().take(queue.len()) {
            let other = key.index(queue.len());
            queue.swap(at, other);
        }
        let mut reassembler = Reassembler::new();
        let mut seen = vec![0; texts.len()];
        for (now, (at, part)) in queue.into_iter().enumerate() {
            let sender = at / 2 % 2;
            let received = reassembler.insert(sender, part, now as u64);
            prop_assert!(received.abandoned().is_empty());
            if let PartOutcome::Complete(message) = received.into_outcome() {
                prop_assert_eq!(message.text(), Some(texts[at].clone()));
                seen[at] += 1;
            }
        }
        prop_assert_eq!(seen, vec![1; texts.len()]);
        prop_assert_eq!(reassembler.waiting().count(), 0);
    }

    /// Whatever arrives, the bounds hold, and no part is lost unreported.
    #[test]
    fn bounds_hold(arrivals in vec((0..6u8, 0..40u8, 2..5u8, 1..5u8, 0..3u8), 0..600), limit in 1..12usize) {
        let mut reassembler = Reassembler::new().with_max_messages(limit).with_max_octets(0);
        for (now, (sender, reference, total, sequence, content)) in arrivals.into_iter().enumerate() {
            let mut octets = vec![5, 0, 3, reference, total, sequence.min(total)];
            octets.resize(140, content);
            let part = UserData::decode(Dcs::EIGHT_BIT, Udhi::Present, 140, &octets).unwrap();
            joining::taken_in(&mut reassembler, limit, sender, part, now as u64 / 3);
        }
        reassembler.expire_before(u64::MAX);
        prop_assert_eq!((reassembler.octets(), reassembler.waiting().count()), (0, 0));
    }
}
