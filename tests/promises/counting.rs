//! Properties of every text that is counted and cut: the oracle and all interfaces agree.

use septet::{Count, Encoding, Profile, Segmenter, Utf16Counter};

use crate::oracle::{self, Answer, answer};

/// The library's answer in the terms of the oracle; all interfaces must agree.
fn asked(text: &str) -> Answer {
    let count = septet::count(text);
    let segments: Vec<_> = septet::segments(text).collect();
    let units: Vec<u16> = text.encode_utf16().collect();
    assert_eq!(
        counted_utf16(&units, 1 << 20),
        count,
        "UTF-16 differs for {text:?}"
    );
    assert_eq!(
        counted_utf16(&units, 61),
        count,
        "UTF-16 in chunks differs for {text:?}"
    );
    assert_eq!(count.segments(), segments.len());
    assert_eq!(
        count.units_remaining(),
        segments.last().unwrap().remaining()
    );
    assert_eq!(
        segments
            .iter()
            .map(septet::Segment::text)
            .collect::<String>(),
        text
    );
    for segment in &segments {
        assert_eq!(segment.text(), &text[segment.range()]);
        assert_eq!(
            segment.text().encode_utf16().collect::<Vec<_>>(),
            units[segment.utf16_range()]
        );
        assert_eq!(segment.capacity(), count.units_per_segment());
    }
    Answer {
        encoding: count.encoding().name(),
        units: count.units(),
        per_segment: count.units_per_segment(),
        segments: segments
            .iter()
            .map(|s| (s.text().chars().count(), s.units()))
            .collect(),
    }
}

pub fn counted_utf16(units: &[u16], chunk: usize) -> Count {
    let mut counter = Utf16Counter::new();
    units.chunks(chunk).for_each(|chunk| counter.push(chunk));
    counter.finish().unwrap()
}

/// Count and cuts are the oracle's.
pub fn text(text: &str) {
    let characters: Vec<u32> = text.chars().map(u32::from).collect();
    assert_eq!(asked(text), answer(&characters), "{text:?}");
}

/// Checks UTF-16 that may be broken, in chunks of any size.
pub fn utf16(units: &[u16], chunk: usize) {
    let count = counted_utf16(units, chunk);
    let expected = answer(&oracle::code_points(units));
    assert_eq!(count.encoding().name(), expected.encoding);
    assert_eq!(count.units(), expected.units);
    assert_eq!(count.segments(), expected.segments.len());
    let used = expected.segments.last().unwrap().1;
    assert_eq!(count.units_remaining(), expected.per_segment - used);
}

/// Checks limits so small that every few characters there is a cut: `single` and
/// `concatenated` septets, `ucs2` units alone and 5 of them at most in a part.
pub fn small_limits(text: &str, single: usize, concatenated: usize, ucs2: usize) {
    let limits = septet::Limits::new(single, concatenated).unwrap();
    let limits = limits.with_ucs2(ucs2, ucs2.min(5)).unwrap();
    let segmenter = Segmenter::new().with_profile(Profile::Custom(limits));
    let characters: Vec<u32> = text.chars().map(u32::from).collect();
    let septets = characters.iter().map(|c| oracle::DEFAULT.get(c).copied());
    let expected = match septets.collect::<Option<Vec<usize>>>() {
        Some(septets) => oracle::filled("GSM-7", &septets, single, concatenated),
        None => oracle::filled("UCS-2", &oracle::ucs2(&characters), ucs2, ucs2.min(5)),
    };
    let count = segmenter.count(text).unwrap();
    let parts = segmenter.segments(text).unwrap();
    let parts: Vec<_> = parts
        .map(|s| (s.text().chars().count(), s.units()))
        .collect();
    assert_eq!(count.segments(), parts.len());
    assert_eq!(parts, expected.segments);
}

/// No segment ends before it must, and none is over 140 octets.
pub fn greedy(text: &str) {
    let count = septet::count(text);
    let segments: Vec<_> = septet::segments(text).collect();
    let is_gsm7 = count.encoding() == Encoding::Gsm7;
    for pair in segments.windows(2) {
        let next = pair[1].text().chars().next().unwrap();
        let size = if is_gsm7 {
            oracle::DEFAULT[&u32::from(next)]
        } else {
            next.len_utf16()
        };
        assert!(
            pair[0].units() + size > pair[0].capacity(),
            "the next character would have fitted"
        );
    }
    let header = if segments.len() > 1 { 6 } else { 0 };
    for segment in &segments {
        let octets = if is_gsm7 {
            (segment.units() * 7).div_ceil(8)
        } else {
            segment.units() * 2
        };
        assert!(header + octets <= 140);
    }
}
