//! User-perceived characters and where segments start, for `septet/compat`; and its smart encoding.

use septet::unstable::{provider_replacement, segments_of};
use septet::{Alphabet, Boundary, Encoding, Rules, Segmenter, Septets};
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::result::{numbers, octets, to_js};
use crate::saturating_u32;

/// The pieces of a text that is in UCS-2, or was found to be in GSM-7.
#[wasm_bindgen(js_name = compatPieces)]
pub fn compat_pieces(text: &str, is_ucs2: bool) -> JsValue {
    // In GSM-7 there are no marks and no joiners: each character is one for its readers too.
    let segmenter = if is_ucs2 {
        Segmenter::new()
            .with_encoding(Encoding::Ucs2)
            .with_boundary(Boundary::Grapheme)
    } else {
        Segmenter::new()
    };
    let Ok(count) = segmenter.count(text) else {
        // Only GSM-7 can be refused, and nobody demands it.
        return JsValue::NULL;
    };
    let ends = segments_of(&segmenter, text, count).map(|segment| segment.range().end);
    let mut columns = Columns {
        units: count.units(),
        ends: ends.collect(),
        ..Columns::default()
    };
    if is_ucs2 {
        for cluster in text.graphemes(true) {
            if cluster == "\r\n" {
                columns.push("\r");
                columns.push("\n");
            } else {
                columns.push(cluster);
            }
        }
    } else {
        for character in text.split_inclusive(|_: char| true) {
            columns.push(character);
        }
    }
    columns.scalars = text.chars().count();
    to_js(&columns)
}

/// A replacement, with its place in 16-bit units.
#[derive(Serialize)]
struct Edit {
    start: usize,
    end: usize,
    replacement: &'static str,
}

/// The edits by which the provider of the package that this replaces encodes a text, whatever they save.
#[wasm_bindgen(js_name = compatEdits)]
pub fn compat_edits(text: &str) -> JsValue {
    let mut end = 0;
    let edit = |character: char| {
        let start = end;
        end += character.len_utf16();
        provider_replacement(Rules::Twilio, character).map(|replacement| Edit {
            start,
            end,
            replacement,
        })
    };
    to_js(&text.chars().filter_map(edit).collect::<Vec<_>>())
}

/// The user-perceived characters of a text, each in as many pieces as there are segments that it is in: a column for each
/// property of the pieces.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Columns {
    /// Unicode scalar values of the text.
    scalars: usize,
    /// Its code units.
    units: usize,
    /// 16-bit units of each piece.
    #[serde(serialize_with = "numbers")]
    lengths: Vec<u32>,
    /// Index of the segment of each.
    #[serde(serialize_with = "numbers")]
    segments: Vec<u32>,
    /// 1 for each that goes on with the user-perceived character before it.
    #[serde(serialize_with = "octets")]
    continues: Vec<u8>,
    /// Septets of each that is a single character of GSM-7, else 0.
    #[serde(serialize_with = "octets")]
    septets: Vec<u8>,
    /// Its septet, or the one after an escape.
    #[serde(serialize_with = "octets")]
    codes: Vec<u8>,
    /// The end of each segment, in bytes.
    #[serde(skip)]
    ends: Vec<usize>,
    /// The segment of the last piece.
    #[serde(skip)]
    segment: usize,
    /// The start of the next piece, in bytes.
    #[serde(skip)]
    at: usize,
}

impl Columns {
    /// Adds a user-perceived character, in as many pieces as there are segments that it is in.
    fn push(&mut self, cluster: &str) {
        let mut rest = cluster;
        let mut continues = 0;
        while !rest.is_empty() {
            let last = self.ends.len().saturating_sub(1);
            let ended = |end: &usize| *end <= self.at;
            while self.segment < last && self.ends.get(self.segment).is_some_and(ended) {
                self.segment += 1;
            }
            let room = self
                .ends
                .get(self.segment)
                .map_or(0, |end| end.saturating_sub(self.at));
            let (piece, after) = match rest.split_at_checked(room) {
                Some((piece, after)) if !piece.is_empty() => (piece, after),
                _ => (rest, ""),
            };
            let (septets, code) = septets(piece);
            self.lengths
                .push(saturating_u32(piece.chars().map(char::len_utf16).sum()));
            self.segments.push(saturating_u32(self.segment));
            self.continues.push(continues);
            self.septets.push(septets);
            self.codes.push(code);
            self.at += piece.len();
            rest = after;
            continues = 1;
        }
    }
}

/// The number of septets in a piece, and the last of them; 0 unless it is a single character of GSM-7.
fn septets(piece: &str) -> (u8, u8) {
    let mut characters = piece.chars();
    match (characters.next(), characters.next()) {
        (Some(only), None) => match Alphabet::DEFAULT.septets(only) {
            Some(Septets::Locking(code)) => (1, code),
            Some(Septets::Escaped(code)) => (2, code),
            None => (0, 0),
        },
        _ => (0, 0),
    }
}
