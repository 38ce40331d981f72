//! Properties of every text under every option: the parts make up the text, and each fits.

use septet::{Boundary, Segment, Segmenter};

/// Cuts a text; count and parts agree.
pub fn cut(segmenter: Segmenter, text: &str) -> Vec<Segment<'_>> {
    let count = segmenter.count(text).unwrap();
    let segments: Vec<_> = segmenter.segments(text).unwrap().collect();
    assert_eq!(segments.len(), count.segments());
    assert_eq!(
        segments.last().unwrap().remaining(),
        count.units_remaining()
    );
    assert_eq!(segments.iter().map(Segment::text).collect::<String>(), text);
    assert!(
        segments
            .iter()
            .all(|segment| segment.units() <= segment.capacity())
    );
    segments
}

/// Whole graphemes never take fewer segments than characters do.
pub fn graphemes_cost_no_less(segmenter: Segmenter, text: &str) {
    let by = |boundary| segmenter.with_boundary(boundary).count(text).unwrap();
    assert!(by(Boundary::Character).segments() <= by(Boundary::Grapheme).segments());
}
