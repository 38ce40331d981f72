//! Everything that is asked about a text, by one call: each export has its share of code on both sides of the border.
#![allow(
    clippy::float_cmp,
    reason = "wasm-bindgen compares the number of a question as JavaScript has it"
)]

use alloc::string::String;

use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{Answer, Failure};
use super::segmenter::segmenter;
use super::{advice, analyze, smart, template, text};
use septet::Segmenter;

/// What can be asked.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum Question {
    /// What a text costs.
    Count,
    /// Where it is cut.
    Split,
    /// The report on it.
    Analyze,
    /// What each character costs and what could stand in its place.
    Explain,
    /// The same words in characters that cost less.
    SmartEncode,
    /// Ways to spend fewer segments.
    Suggest,
    /// The longest beginning that fits.
    Truncate,
    /// The fields of a template.
    Fields,
    /// What a template costs.
    Prices,
    /// The links of a text.
    Links,
    /// What it costs as RCS.
    Rcs,
}

/// A text and what it is asked under; what `words` and `numbers` mean, the question says.
pub(super) struct Asked<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a str,
    pub(super) numbers: &'a [u32],
    flags: u32,
    limits: u32,
    languages: &'a [u8],
}

impl Asked<'_> {
    pub(super) fn segmenter(&self) -> Result<Segmenter, Failure> {
        segmenter(self.flags, self.limits, self.languages)
    }

    /// One of the numbers; 0 if there are fewer.
    pub(super) fn number(&self, index: usize) -> u32 {
        self.numbers.get(index).copied().unwrap_or(0)
    }
}

/// Answers a question about a text.
#[wasm_bindgen]
pub fn report(
    question: Question,
    text: &str,
    words: &str,
    numbers: &[u32],
    flags: u32,
    limits: u32,
    languages: &[u8],
) -> Answer {
    let asked = Asked {
        text,
        words,
        numbers,
        flags,
        limits,
        languages,
    };
    Ok(answer(question, &asked)?)
}

/// What pages load apart begins with functions that are not inlined here (`xtask/src/wasm.rs` names them).
fn answer(question: Question, asked: &Asked<'_>) -> Result<String, Failure> {
    match question {
        Question::Count => text::count(asked),
        Question::Split => text::split(asked),
        Question::Analyze => analyze::analyze(asked),
        Question::Explain => analyze::explain(asked),
        Question::SmartEncode => smart::smart_encode(asked),
        Question::Suggest => advice::suggest(asked),
        Question::Truncate => advice::truncate(asked),
        Question::Fields => template::fields(asked),
        Question::Prices => template::prices(asked),
        Question::Links => Ok(advice::links(asked)),
        Question::Rcs => Ok(advice::rcs(asked)),
    }
}
