//! Every fast path of the count against the oracle: each class of text and each mixture of two, from every place and
//! of every length up to 400, as UTF-8 and as UTF-16. With the feature `std` this is what the processor can, AVX2 for
//! one; without it (`cargo test --no-default-features`) the portable way.

use proptest::prelude::*;
use septet::{Count, Utf16Counter};

use crate::oracle;

/// Samples from which texts are built. Among them are characters that share their first, second or last byte with one of the
/// alphabet.
const SAMPLES: [&str; 12] = [
    "Your parcel is on its way. ",
    "a[b]{c}~|\\^\u{c}\r\n@_$",
    "é",
    "[",
    "àéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà¡£¤¥ ",
    "ΔΦΓΛΩΠΨΣΘΞ",
    "a€é€[€€",
    "ΟΔΟΣ Ωμέγα",
    "çêÀ¢ÿ\u{80}Ä",
    "您的包裹₫€゙",
    "😀🎉a",
    "`\u{7f}\u{1b}\u{0}a",
];

/// Miri interprets: some of the places and lengths then, so that it takes minutes.
const STARTS: usize = if cfg!(miri) { 1 } else { 20 };
const LENGTHS: &[std::ops::RangeInclusive<usize>] = if cfg!(miri) {
    &[
        0..=20,
        31..=34,
        62..=66,
        79..=81,
        127..=130,
        160..=161,
        400..=400,
    ]
} else {
    &[0..=400]
};
const PLACES: usize = if cfg!(miri) { 3 } else { 140 };

fn check(text: &str) {
    let characters: Vec<u32> = text.chars().map(u32::from).collect();
    let expected = oracle::answer(&characters);
    let expected = (
        expected.encoding,
        expected.units,
        expected.segments.len(),
        expected.per_segment - expected.segments.last().unwrap().1,
    );
    let told = |count: Count| {
        let (encoding, remaining) = (count.encoding().name(), count.units_remaining());
        (encoding, count.units(), count.segments(), remaining)
    };
    assert_eq!(told(septet::count(text)), expected, "{text:?}");
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut counter = Utf16Counter::new();
    counter.push(&units);
    assert_eq!(
        told(counter.finish().unwrap()),
        expected,
        "UTF-16 of {text:?}"
    );
}

#[test]
fn every_place_and_length_up_to_400() {
    for (index, sample) in SAMPLES.iter().enumerate() {
        let whole: Vec<char> = sample.chars().cycle().take(420).collect();
        for start in 0..sample.chars().count().min(STARTS) {
            for length in LENGTHS.iter().cloned().flatten() {
                check(&whole[start..start + length].iter().collect::<String>());
            }
        }
        // One character of another class at each place of a text that is a little more than two blocks.
        let other = SAMPLES[(index + 5) % SAMPLES.len()].chars().next().unwrap();
        for place in (0..140).step_by(140 / PLACES) {
            let mut mixed = whole[..140].to_vec();
            mixed[place] = other;
            check(&mixed.iter().collect::<String>());
        }
    }
}

proptest! {
    #[test]
    fn mixtures(pieces in prop::collection::vec((0..SAMPLES.len(), 0usize..20, 0usize..80), 0..8)) {
        let mut text = String::new();
        for (sample, start, length) in pieces {
            text.extend(SAMPLES[sample].chars().cycle().skip(start).take(length));
        }
        // From each of the first places: the same characters on another grid of blocks.
        for (place, _) in text.char_indices().take(PLACES) {
            check(&text[place..]);
        }
    }
}
