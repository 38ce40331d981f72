//! What `septet/compat` shows of a text: user-perceived characters and where segments start, as integers.

use alloc::vec::Vec;

use unicode_segmentation::UnicodeSegmentation;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::word;
use septet::unstable::segments_of;
use septet::{Alphabet, Boundary, Encoding, Segmenter, Septets};

/// A piece is the first of its segment.
const STARTS_SEGMENT: u32 = 1 << 31;
/// A piece goes on with the user-perceived character before it, which is too long for a segment.
const CONTINUES: u32 = 1 << 30;
/// A piece is a character of GSM-7, told by its septet; else it is told by its length.
const GSM7: u32 = 1 << 29;
/// That septet stands behind an escape.
const ESCAPED: u32 = 1 << 28;

/// The characters of a text (Unicode scalar values), its code units; then each user-perceived character
/// in order, cut where it does not fit into a whole segment: 16-bit units, or the septet of a character
/// that GSM-7 has. It is in UCS-2, or was found to be in GSM-7.
#[wasm_bindgen(js_name = compatPieces)]
pub fn compat_pieces(text: &str, is_ucs2: bool) -> Vec<u32> {
    pieces(text, is_ucs2)
}

#[inline(never)]
fn pieces(text: &str, is_ucs2: bool) -> Vec<u32> {
    // In GSM-7 there are no marks and no joiners: each character is one for its readers too.
    let segmenter = if is_ucs2 {
        Segmenter::new()
            .with_encoding(Encoding::Ucs2)
            .with_boundary(Boundary::Grapheme)
    } else {
        Segmenter::new()
    };
    let Ok(count) = segmenter.count(text) else {
        return Vec::new();
    };
    let mut pieces = Pieces {
        list: Vec::with_capacity(text.len() + 2),
        ends: segments_of(&segmenter, text, count)
            .map(|segment| segment.range().end)
            .collect(),
        segment: 0,
        at: 0,
    };
    pieces
        .list
        .extend([word(text.chars().count()), word(count.units())]);
    if !is_ucs2 {
        for character in text.split_inclusive(|_: char| true) {
            pieces.push(character);
        }
        return pieces.list;
    }
    for cluster in text.graphemes(true) {
        if cluster == "\r\n" {
            pieces.push("\r");
            pieces.push("\n");
        } else {
            pieces.push(cluster);
        }
    }
    pieces.list
}

struct Pieces {
    list: Vec<u32>,
    /// Where each segment ends, in bytes.
    ends: Vec<usize>,
    /// The segment of the last piece.
    segment: usize,
    /// Where the next piece starts, in bytes.
    at: usize,
}

impl Pieces {
    /// Adds a user-perceived character, in as many pieces as there are segments that it is in.
    fn push(&mut self, cluster: &str) {
        let mut rest = cluster;
        let mut flags = 0;
        while !rest.is_empty() {
            let last = self.ends.len().saturating_sub(1);
            while self.segment < last
                && self
                    .ends
                    .get(self.segment)
                    .is_some_and(|&end| end <= self.at)
            {
                self.segment += 1;
                flags |= STARTS_SEGMENT;
            }
            let room = self
                .ends
                .get(self.segment)
                .map_or(0, |end| end.saturating_sub(self.at));
            let (piece, behind) = match rest.split_at_checked(room) {
                Some((piece, behind)) if !piece.is_empty() => (piece, behind),
                _ => (rest, ""),
            };
            self.list.push(flags | described(piece));
            self.at += piece.len();
            rest = behind;
            flags = CONTINUES;
        }
    }
}

/// The septet of a character that GSM-7 has, or the 16-bit units of any other piece.
fn described(piece: &str) -> u32 {
    let mut characters = piece.chars();
    match (characters.next(), characters.next()) {
        (Some(only), None) => match Alphabet::DEFAULT.septets(only) {
            Some(Septets::Locking(code)) => GSM7 | u32::from(code),
            Some(Septets::Escaped(code)) => GSM7 | ESCAPED | u32::from(code),
            None => word(only.len_utf16()),
        },
        _ => word(piece.chars().map(char::len_utf16).sum()),
    }
}
