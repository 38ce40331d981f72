//! Texts: what they cost, where they are cut, what to change.

use septet::{Apply, CutAt, RcsRegion, Residue, SmartEncoder, Truncator};

use crate::answer::Answer;
use crate::arguments::{Argument, Arguments, Object, wrong};
use crate::failure::Failure;
use crate::memory::reserve;
use crate::options::{
    CountOptions, Sent, TEXT_LANGUAGE, field_syntax, substitutions, text_language,
};

/// UTF-16 units of the longest text that is reported on character by character, as in the npm package.
const LONGEST_REPORT: usize = 1_000_000;

/// Octets of memory for each octet of a text, besides the answer. (`tests/memory.rs` measures them.)
mod memory {
    pub(super) const SPLIT: usize = 8;
    pub(super) const ANALYZE: usize = 400;
    pub(super) const SMART_ENCODE: usize = 600;
    /// For each octet of the longest replacement too.
    pub(super) const REPLACEMENT: usize = 8;
    pub(super) const SUGGEST: usize = 1_000;
    pub(super) const TRUNCATE: usize = 8;
    pub(super) const LINKS: usize = 80;
}

pub(super) fn count(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let text = arguments.at(0).text()?;
    let options = CountOptions::read(&arguments.at(1).object()?, Sent::Framed, &[])?;
    let sent = options.sent(text)?;
    answer.write(&options.segmenter.count(&sent)?)
}

pub(super) fn split(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let text = arguments.at(0).text()?;
    let options = CountOptions::read(&arguments.at(1).object()?, Sent::Framed, &[])?;
    let sent = options.sent(text)?;
    reserve(sent.len().saturating_mul(memory::SPLIT))?;
    let segments: Vec<_> = options.segmenter.segments(&sent)?.collect();
    answer.write(&segments)
}

pub(super) fn analyze(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let text = reportable(&arguments.at(0))?;
    let options = CountOptions::read(&arguments.at(1).object()?, Sent::Framed, &[])?;
    let sent = options.sent(text)?;
    reserve(sent.len().saturating_mul(memory::ANALYZE))?;
    answer.write(&options.segmenter.analyze(&sent)?)
}

/// The characters of a text, each with what could stand in its place.
pub(super) fn explain(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let text = reportable(&arguments.at(0))?;
    let options = CountOptions::read(&arguments.at(1).object()?, Sent::Framed, &[])?;
    let sent = options.sent(text)?;
    reserve(sent.len().saturating_mul(memory::SUGGEST))?;
    answer.write(&options.segmenter.analyze(&sent)?.explain())
}

pub(super) fn links(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let text = arguments.at(0).text()?;
    reserve(text.len().saturating_mul(memory::LINKS))?;
    let links: Vec<_> = septet::links(text).collect();
    answer.write(&links)
}

pub(super) fn suggest(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let text = reportable(&arguments.at(0))?;
    let options = CountOptions::read(&arguments.at(1).object()?, Sent::Framed, &[])?;
    let sent = options.sent(text)?;
    reserve(sent.len().saturating_mul(memory::SUGGEST))?;
    let mut suggestions = options.suggest(&sent)?;
    suggestions.retain(|suggestion| options.keeps_frame(suggestion.edits(), &sent));
    answer.write(&suggestions)
}

/// A text that is short enough for a report on its characters.
fn reportable<'a>(text: &Argument<'a>) -> Result<&'a str, Failure> {
    let text = text.text()?;
    let length: usize = text.chars().map(char::len_utf16).sum();
    if length > LONGEST_REPORT {
        let message = format!(
            "a report is on at most {LONGEST_REPORT} units, not {length}: count and split take texts of any length"
        );
        return Err(Failure::new("text-too-long", message));
    }
    Ok(text)
}

pub(super) fn truncate(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let text = arguments.at(0).text()?;
    let max_segments = arguments.at(1).word(1)?;
    let argument = arguments.at(2);
    let options = argument.object()?;
    let count = CountOptions::read(&options, Sent::SmartEncoded, &["cutAt", "ellipsis"])?;
    let mut truncator = Truncator::new(usize::try_from(max_segments).unwrap_or(usize::MAX))
        .with_segmenter(count.segmenter);
    if let Some(value) = options.get("cutAt").given() {
        truncator = truncator
            .with_cut_at(value.choice(&[("word", CutAt::Word), ("grapheme", CutAt::Grapheme)])?);
    }
    if let Some(value) = options.get("ellipsis").given() {
        truncator = truncator.with_ellipsis(value.text()?);
    }
    let sent = count.sent(text)?;
    reserve(sent.len().saturating_mul(memory::TRUNCATE))?;
    answer.write(&truncator.truncate(&sent)?)
}

pub(super) fn smart_encode(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let text = arguments.at(0).text()?;
    let substitutions = substitutions(&arguments.at(1), &[])?;
    let argument = arguments.at(2);
    let options = argument.object()?;
    let count = CountOptions::read(
        &options,
        Sent::AsIs,
        &[
            TEXT_LANGUAGE,
            "residue",
            "apply",
            "replacements",
            "fieldSyntax",
        ],
    )?;
    let mut encoder = substitutions.encoder().with_segmenter(count.segmenter);
    if let Some(value) = options.get("residue").given() {
        encoder = encoder
            .with_residue(value.choice(&[("keep", Residue::Keep), ("revert", Residue::Revert)])?);
    }
    if let Some(value) = options.get("apply").given() {
        encoder = encoder.with_apply(value.choice(&[
            ("always", Apply::Always),
            ("when-it-helps", Apply::WhenItHelps),
            ("when-segments-saved", Apply::WhenSegmentsSaved),
        ])?);
    }
    if let Some(syntax) = field_syntax(&options)? {
        encoder = encoder.with_field_syntax(syntax);
    }
    if let Some(language) = text_language(&options)? {
        encoder = encoder.with_text_language(language);
    }
    let mut longest = 0;
    if let Some(value) = options.get("replacements").given() {
        let replacements = value.object()?;
        let texts = replacements
            .members()
            .filter_map(|(_, value)| value.as_text());
        longest = texts.map(str::len).max().unwrap_or(0);
        encoder = with_replacements(encoder, &replacements)?;
    }
    let each = longest
        .saturating_mul(memory::REPLACEMENT)
        .saturating_add(memory::SMART_ENCODE);
    reserve(text.len().saturating_mul(each))?;
    answer.write(&encoder.encode(text))
}

fn with_replacements(
    mut encoder: SmartEncoder,
    replacements: &Object<'_>,
) -> Result<SmartEncoder, Failure> {
    for (name, value) in replacements.members() {
        let mut characters = name.chars();
        let (Some(character), None) = (characters.next(), characters.next()) else {
            return Err(wrong(
                &"a name in option replacements",
                "a single character",
                Some(&name.into()),
            ));
        };
        encoder = match value.as_text() {
            Some(replacement) => encoder.with_replacement(character, replacement),
            None if value.is_null() => encoder.with_exception(character),
            None => {
                let what = format!("option replacements[{}]", serde_json::Value::from(name));
                return Err(wrong(&what, "a string or null", value.value()));
            }
        };
    }
    Ok(encoder)
}

pub(super) fn rcs(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let text = arguments.at(0).text()?;
    let argument = arguments.at(1);
    let options = argument.object()?;
    options.only("option", &["region"])?;
    let region = match options.get("region").given() {
        Some(value) => value.choice(&[
            ("united-states", RcsRegion::UnitedStates),
            ("elsewhere", RcsRegion::Elsewhere),
        ])?,
        None => RcsRegion::UnitedStates,
    };
    answer.write(&septet::rcs_count(text, region))
}
